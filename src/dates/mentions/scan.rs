//! Walks the tokens, finds each date on its own, and throws out what only looks like one.
//!
//! Knows which recogniser to ask where, and the traps of running text ("staff
//! may attend", "levels 1-4", "over 2000 clients"); must not know years or days.

use super::intro::{Intro, Opening, opening};
use super::joint::{Joint, joint};
use super::meeting_after;
use crate::dates::atom::{Atom, Grain};
use crate::dates::vocabulary::{Meaning, Unit};
use crate::dates::words::Words;
use crate::dates::{named, numeric, years};

/// One date as found, before it is given its days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    /// The first of its own tokens, without its opening.
    pub first: usize,
    pub end: usize,
    pub atom: Atom,
    pub opening: Opening,
    /// How it is joined to the next one.
    pub joint: Joint,
    /// A year that is part of a name.
    pub is_name: bool,
}

/// Every date, in order.
pub(super) fn scan(words: &Words<'_>) -> Vec<Seen> {
    let mut seen: Vec<Seen> = Vec::new();
    let mut at = 0;
    let mut after = 0;
    while at < words.len() {
        let last = seen.last().filter(|one| at == one.end + 1).map(|one| one.atom);
        let second = matches!(last, Some(Atom::Quarter { .. })).then(|| years::second_quarter(words, at)).flatten();
        let Some((atom, end)) = second.or_else(|| recognise(words, at, after)) else {
            at += 1;
            continue;
        };
        let opening = opening(words, at);
        seen.push(Seen { first: at, end, atom, opening, joint: Joint::None, is_name: false });
        at = end.max(at + 1);
        after = at;
    }
    if seen.is_empty() {
        return seen;
    }
    join(words, &mut seen);
    let mut last = Joint::None;
    seen.retain_mut(|one| {
        let is_joined = last != Joint::None || one.joint != Joint::None;
        last = one.joint;
        judge(words, one, is_joined)
    });
    // Again, for those that have lost a neighbour.
    join(words, &mut seen);
    seen
}

fn join(words: &Words<'_>, seen: &mut [Seen]) {
    let mut in_range = false;
    for at in 0..seen.len() {
        let next = seen.get(at + 1).copied();
        let Some(one) = seen.get_mut(at) else { return };
        let is_between = one.opening.intro == Intro::Between;
        one.joint =
            next.map_or(Joint::None, |next| joint(words, (&one.atom, one.end), (&next.atom, next.first), is_between));
        // A date ends one range at most.
        if in_range && one.joint == Joint::Range {
            one.joint = Joint::List;
        }
        in_range = one.joint == Joint::Range;
    }
}

fn recognise(words: &Words<'_>, at: usize, after: usize) -> Option<(Atom, usize)> {
    match words.meaning(at) {
        Meaning::Number { .. } => {
            if is_inside_number(words, at, after) {
                return None;
            }
            let is_counted = words.before(at) == Meaning::Counting;
            let in_figures = numeric::recognise(words, at).filter(|_| !is_counted || words.is(at + 1, Meaning::Slash));
            in_figures
                .or_else(|| if is_counted { None } else { named::day_first(words, at) })
                .or_else(|| years::number_first(words, at))
                .or_else(|| years::short_years(words, at))
        }
        Meaning::Month(_) => named::month_first(words, at),
        Meaning::Weekday => weekday_first(words, at),
        Meaning::Quarter | Meaning::Half | Meaning::Nth(_) => years::part_first(words, at),
        _ => None,
    }
}

/// "Monday 11 July 2016", "Mon. 11/07/16".
fn weekday_first(words: &Words<'_>, at: usize) -> Option<(Atom, usize)> {
    let mut day_at = at + 1;
    while matches!(words.meaning(day_at), Meaning::Comma | Meaning::Dot | Meaning::The) {
        day_at += 1;
        (day_at <= at + 3).then_some(())?;
    }
    let found = numeric::recognise(words, day_at)
        .or_else(|| named::day_first(words, day_at))
        .or_else(|| named::month_first(words, day_at))?;
    matches!(found.0, Atom::Day { .. } | Atom::Impossible).then_some(found)
}

/// Whether the number at `at` is a piece of something bigger: `2.15iv`, `T3`,
/// `020-7364-1234`, `xx/03/2017`. `after` is the end of the date before, which
/// may be followed tightly by a dash ("30/11/16-31/03/17").
fn is_inside_number(words: &Words<'_>, at: usize, after: usize) -> bool {
    if !words.is_glued(at) || at == after {
        return false;
    }
    let mark_at = at - 1;
    match words.meaning(mark_at) {
        Meaning::Slash | Meaning::Dash | Meaning::Dot | Meaning::Comma | Meaning::Apostrophe => {
            let is_tight = words.is_glued(mark_at);
            let before = words.before(mark_at);
            let is_piece = matches!(before, Meaning::Number { .. } | Meaning::Xs | Meaning::Question | Meaning::Symbol);
            is_tight && is_piece && mark_at != after
        }
        Meaning::Other
        | Meaning::Counting
        | Meaning::Symbol
        | Meaning::Percent
        | Meaning::Xs
        | Meaning::Quarter
        | Meaning::Half
        | Meaning::OrdinalEnding => true,
        _ => false,
    }
}

/// Whether a date found is one, marking years that are only part of a name.
fn judge(words: &Words<'_>, one: &mut Seen, is_joined: bool) -> bool {
    let is_baseline = words.letters(one.end).eq_ignore_ascii_case("baseline");
    if one.opening.intro == Intro::Compared || is_baseline {
        return false;
    }
    match one.atom {
        Atom::Month { year: None, .. } => is_month(words, one, is_joined),
        Atom::Year { is_lone, .. } => judge_year(words, one, is_lone),
        _ => true,
    }
}

/// Whether a month name with neither day nor year is the month. "May", "March",
/// "April", "June" and their like mean other things too.
fn is_month(words: &Words<'_>, one: &Seen, is_joined: bool) -> bool {
    let name = words.letters(one.first);
    let is_verb = ["may", "march", "mar"].iter().any(|verb| name.eq_ignore_ascii_case(verb));
    let is_ambiguous =
        is_verb || ["april", "june", "august", "jan"].iter().any(|other| name.eq_ignore_ascii_case(other));
    let is_led = one.opening.intro != Intro::None && words.before(one.first) != Meaning::To;
    let is_whole = one.first == 0 && words.len() == one.end;
    let is_closed = words.closes(one.end)
        || meeting_after(words, one.end).is_some()
        || matches!(
            words.meaning(one.end),
            Meaning::Onwards | Meaning::Ongoing | Meaning::On | Meaning::Placeholder | Meaning::And
        );
    if !is_ambiguous || is_led || is_whole || words.is(one.end, Meaning::Onwards) {
        return true;
    }
    let follows_word = one.first > 0
        && !words.starts_line(one.first)
        && matches!(
            words.before(one.first),
            Meaning::Other
                | Meaning::Function
                | Meaning::Close
                | Meaning::Reference
                | Meaning::Meeting
                | Meaning::Happening
                | Meaning::Number { .. }
        );
    if is_verb {
        words.is_capitalised(one.first) && (is_joined || is_closed) && (is_joined || !follows_word)
    } else {
        is_joined || is_closed
    }
}

fn judge_year(words: &Words<'_>, one: &mut Seen, is_lone: bool) -> bool {
    let season_at = season_before(words, one.first);
    if let Some(season_at) = season_at {
        // "Summer 2016", "academic year 2016/17": not ours to turn into days.
        one.atom = Atom::Impossible;
        one.opening.start = season_at;
        one.opening.intro_at = season_at;
        one.opening.intro = Intro::Plain;
        return true;
    }
    if words.is(one.end, Meaning::Reference) {
        return false;
    }
    let is_led = one.opening.intro != Intro::None;
    let is_whole = one.first == 0 && one.end == words.len();
    let ends_well = words.closes(one.end) || words.is_function_word(one.end);
    one.is_name = !(is_whole || (is_led && ends_well));
    debug_assert_eq!(one.atom.grain(), Grain::Year);
    !(is_lone && one.is_name)
}

fn season_before(words: &Words<'_>, first: usize) -> Option<usize> {
    let mut at = first;
    while matches!(words.before(at), Meaning::Of | Meaning::Unit(Unit::Year | Unit::Term) | Meaning::Comma) {
        at -= 1;
    }
    (words.before(at) == Meaning::Season).then(|| at - 1)
}
