//! Three orders of one list into one.
//!
//! What neither side moved is the skeleton and keeps its order. What one side put in or moved stands in
//! that side's gap of the skeleton, so it stays next to its neighbours. Where both put something into one
//! gap, the smaller number goes first, whoever merges. Only where the two orders cannot both be had (a
//! before b for one, b before a for the other, by way of moves) is a choice left, and then one side's
//! order of all that both have is taken whole.
//!
//! It must not know what is in the list.

use std::hash::Hash;

use super::by_subject::{ByKey, KeySet};
use super::choice::Side;

/// A joined order.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Order<T> {
    pub(super) order: Vec<T>,
    /// Whether both sides moved things in ways that do not go together.
    pub(super) is_contested: bool,
}

/// Joins the orders of a list. Each may hold only what is in the joined list; what only `base` has goes
/// last. `number` gives an order that all sides agree on.
pub(super) fn join<T: Copy + Eq + Hash>(
    [base, mine, theirs]: [&[T]; 3],
    prefer: Side,
    number: &impl Fn(T) -> u64,
) -> Order<T> {
    if mine == theirs && mine == base {
        return Order { order: mine.to_vec(), is_contested: false };
    }
    if mine == theirs {
        return Order { order: with_rest(mine.to_vec(), base), is_contested: false };
    }
    let orders = Orders::of(base, mine, theirs);
    let joined = orders.without_choice(number);
    let is_contested = joined.is_none();
    let order = joined.unwrap_or_else(|| orders.one_side_first(prefer, number));
    Order { order: with_rest(order, base), is_contested }
}

fn with_rest<T: Copy + Eq + Hash>(mut order: Vec<T>, base: &[T]) -> Vec<T> {
    let there: KeySet<T> = order.iter().copied().collect();
    order.extend(base.iter().filter(|one| !there.contains(one)));
    order
}

type Positions<T> = ByKey<T, usize>;

fn positions<T: Copy + Eq + Hash>(list: &[T]) -> Positions<T> {
    list.iter().enumerate().map(|(at, one)| (*one, at)).collect()
}

struct Orders<'list, T> {
    mine: &'list [T],
    theirs: &'list [T],
    /// Positions in base, mine and theirs.
    at: [Positions<T>; 3],
}

impl<'list, T: Copy + Eq + Hash> Orders<'list, T> {
    fn of(base: &'list [T], mine: &'list [T], theirs: &'list [T]) -> Self {
        Self { mine, theirs, at: [base, mine, theirs].map(positions) }
    }

    /// Which of a pair that all three have should come first: what one side turned round stays turned.
    fn should_lead(&self, one: T, other: T) -> Option<bool> {
        let [base, mine, theirs] = &self.at;
        let leads = |at: &Positions<T>| Some(at.get(&one)? < at.get(&other)?);
        let (base, mine, theirs) = (leads(base)?, leads(mine)?, leads(theirs)?);
        Some(if mine == base { theirs } else { mine })
    }

    /// What a side moved within the list, of what all three have.
    fn moved(&self, side: &[T]) -> KeySet<T> {
        let [base, mine, theirs] = &self.at;
        let shared: Vec<(T, usize)> = side
            .iter()
            .filter(|one| mine.contains_key(one) && theirs.contains_key(one))
            .filter_map(|one| Some((*one, *base.get(one)?)))
            .collect();
        let stays = longest_rising(&shared.iter().map(|(_, at)| *at).collect::<Vec<_>>());
        shared.iter().zip(stays).filter(|(_, stays)| !stays).map(|((one, _), _)| *one).collect()
    }

    fn without_choice(&self, number: &impl Fn(T) -> u64) -> Option<Vec<T>> {
        let (moved_by_me, moved_by_them) = (self.moved(self.mine), self.moved(self.theirs));
        let placed = |list: &[T], own: &KeySet<T>, others: &KeySet<T>| -> Vec<T> {
            list.iter().copied().filter(|one| own.contains(one) || !others.contains(one)).collect()
        };
        let mine = placed(self.mine, &moved_by_me, &moved_by_them);
        let theirs = placed(self.theirs, &moved_by_them, &moved_by_me);
        let skeleton = common(&mine, &theirs);
        if skeleton != common(&theirs, &mine) {
            return None;
        }
        let order = self.weave(&skeleton, &mine, &theirs, number);
        let both_moved = !moved_by_me.is_empty() && !moved_by_them.is_empty();
        let moved = moved_by_me.union(&moved_by_them);
        (!both_moved || self.keeps_every_turn(&order, moved)).then_some(order)
    }

    fn keeps_every_turn<'set>(&self, order: &[T], moved: impl Iterator<Item = &'set T>) -> bool
    where
        T: 'set,
    {
        let at = positions(order);
        for one in moved {
            let here = at.get(one);
            for (other, there) in &at {
                if other != one && self.should_lead(*one, *other).is_some_and(|leads| leads != (here < Some(there))) {
                    return false;
                }
            }
        }
        true
    }

    fn one_side_first(&self, side: Side, number: &impl Fn(T) -> u64) -> Vec<T> {
        let skeleton = match side {
            Side::Mine => common(self.mine, self.theirs),
            Side::Theirs => common(self.theirs, self.mine),
        };
        self.weave(&skeleton, self.mine, self.theirs, number)
    }

    /// The skeleton with each side's own in the gaps.
    fn weave(&self, skeleton: &[T], mine: &[T], theirs: &[T], number: &impl Fn(T) -> u64) -> Vec<T> {
        let fixed: KeySet<T> = skeleton.iter().copied().collect();
        let (mut mine, mut theirs) = (gaps(mine, &fixed), gaps(theirs, &fixed));
        let mut order = Vec::new();
        for anchor in std::iter::once(None).chain(skeleton.iter().copied().map(Some)) {
            order.extend(anchor);
            let (one, other) = (mine.remove(&anchor).unwrap_or_default(), theirs.remove(&anchor).unwrap_or_default());
            let (first, second) = if self.run_leads(&one, &other, number) { (one, other) } else { (other, one) };
            order.extend(first);
            order.extend(second);
        }
        order
    }

    /// Whether the run `one` goes before `other` in a gap that both share.
    fn run_leads(&self, one: &[T], other: &[T], number: &impl Fn(T) -> u64) -> bool {
        let known = |run: &[T]| -> Vec<T> { run.iter().copied().filter(|one| self.at[0].contains_key(one)).collect() };
        let turned =
            known(one).first().zip(known(other).first()).and_then(|(one, other)| self.should_lead(*one, *other));
        turned.unwrap_or_else(|| one.first().map(|one| number(*one)) <= other.first().map(|one| number(*one)))
    }
}

/// What of `list` is in `other` too, in the order of `list`.
fn common<T: Copy + Eq + Hash>(list: &[T], other: &[T]) -> Vec<T> {
    let other: KeySet<T> = other.iter().copied().collect();
    list.iter().copied().filter(|one| other.contains(one)).collect()
}

/// What stands after each fixed one, up to the next; `None` is the start of the list.
fn gaps<T: Copy + Eq + Hash>(list: &[T], fixed: &KeySet<T>) -> ByKey<Option<T>, Vec<T>> {
    let mut gaps: ByKey<Option<T>, Vec<T>> = ByKey::default();
    let mut anchor = None;
    for one in list {
        if fixed.contains(one) {
            anchor = Some(*one);
        } else {
            gaps.entry(anchor).or_default().push(*one);
        }
    }
    gaps
}

/// Marks a longest rising part of a list of different numbers (patience sorting; the same list always
/// gives the same part).
fn longest_rising(numbers: &[usize]) -> Vec<bool> {
    // For each length, where the rising part of that length with the smallest end ends.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| numbers[*end] < *number);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut marks = vec![false; numbers.len()];
    let mut at = ends.last().copied();
    while let Some(here) = at {
        marks[here] = true;
        at = before[here];
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters stand for records; their numbers are the alphabet's.
    #[test]
    fn orders_are_joined() {
        let cases = [
            ("abc", "abc", "abc", "abc", false),
            ("abc", "axbc", "abcy", "axbcy", false),
            // Both put something into one gap: the smaller number first, runs whole.
            ("abc", "ayzbc", "axbc", "axyzbc", false),
            ("abc", "bca", "abc", "bca", false),
            ("abcd", "bcda", "dabc", "dbca", false),
            // Both moved to the end: b was passed by a, and a by nothing.
            ("abcd", "bcda", "acdb", "cdba", false),
            // a last and c first go together.
            ("abc", "bca", "cab", "cba", false),
            ("abc", "cab", "cab", "cab", false),
            ("abc", "bxac", "bacy", "bxacy", false),
            // What they took out, and where I put something beside it.
            ("ac", "axc", "ac", "axc", false),
            // b before a, c before b, a before c: cannot all be had.
            ("abc", "bac", "acb", "bac", true),
            ("", "xy", "zx", "zxy", false),
            ("", "xy", "yx", "xy", true),
            ("ab", "a", "a", "ab", false),
        ];
        for (base, mine, theirs, expected, is_contested) in cases {
            let [base, mine, theirs] = [base, mine, theirs].map(|list| list.chars().collect::<Vec<_>>());
            let number = |letter: char| u64::from(u32::from(letter));
            let one = join([&base, &mine, &theirs], Side::Mine, &number);
            let joined: String = one.order.iter().collect();
            assert_eq!((joined.as_str(), one.is_contested), (expected, is_contested), "{base:?} {mine:?} {theirs:?}");
            assert_eq!(one, join([&base, &theirs, &mine], Side::Theirs, &number), "{base:?} {mine:?} {theirs:?}");
        }
    }
}
