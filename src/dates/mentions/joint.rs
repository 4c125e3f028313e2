//! What joins two neighbouring dates: a range, a list, a remark in brackets.
//!
//! Looks only at the words between; must not know the days.

use crate::dates::atom::{Atom, Grain};
use crate::dates::vocabulary::Meaning;
use crate::dates::words::Words;

/// How a date is joined to the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// Other words stand between, or there is no next date.
    None,
    Range,
    List,
    /// The next date explains this one: "Q2 (September)".
    Gloss,
}

/// How the dates `one` (ending before token `end`) and `next` (beginning at
/// `first`) are joined. `is_between` says that "between" opened the first.
pub(super) fn joint(
    words: &Words<'_>,
    (one, end): (&Atom, usize),
    (next, first): (&Atom, usize),
    is_between: bool,
) -> Joint {
    let gap = first.saturating_sub(end);
    if gap > 5 {
        return Joint::None;
    }
    if gap == 0 {
        let is_lost_dash = is_bare_month(one) && matches!(next, Atom::Month { .. }) && !words.starts_line(first);
        return if is_lost_dash { Joint::Range } else { Joint::None };
    }
    let (mut dashes, mut commas, mut slashes, mut ands, mut opens, mut leads) = (0, 0, 0, 0, 0, 0);
    for at in end..first {
        match words.meaning(at) {
            Meaning::Dash | Meaning::To | Meaning::Until | Meaning::Through => dashes += 1,
            Meaning::And => ands += 1,
            Meaning::Comma | Meaning::Stop => commas += 1,
            Meaning::Slash => slashes += 1,
            Meaning::Open => opens += 1,
            Meaning::Lead | Meaning::On => leads += 1,
            Meaning::The | Meaning::Of | Meaning::Stage | Meaning::Dot => {}
            _ => return Joint::None,
        }
    }
    let is_kin = are_kin(one, next);
    let is_list = commas + slashes + ands > 0;
    if dashes > 0 {
        return match (is_list || leads > 0, is_kin) {
            (true, _) => Joint::None,
            (false, true) => Joint::Range,
            (false, false) => Joint::Gloss,
        };
    }
    if ands == 1 && commas + slashes == 0 && is_between && is_kin {
        return Joint::Range;
    }
    if slashes == 1 && is_bare_month(one) && is_next_month(one, next) {
        return Joint::Range;
    }
    match (is_list, opens > 0) {
        (_, true) => Joint::Gloss,
        (true, false) => Joint::List,
        (false, false) => Joint::None,
    }
}

/// Whether one can run to the other.
fn are_kin(one: &Atom, next: &Atom) -> bool {
    let is_fine = |atom: &Atom| matches!(atom.grain(), Grain::Day | Grain::Month);
    (is_fine(one) && is_fine(next)) || one.grain() == next.grain()
}

fn is_bare_month(atom: &Atom) -> bool {
    matches!(atom, Atom::Month { year: None, .. })
}

/// "June/July 2016" is about then; "March/September" is two dates.
fn is_next_month(one: &Atom, next: &Atom) -> bool {
    match (one, next) {
        (Atom::Month { month, .. }, Atom::Month { month: after, .. }) => month % 12 + 1 == *after,
        _ => false,
    }
}
