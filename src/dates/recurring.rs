//! Recurrences in words: `Quarterly`, `On a ¼ basis`, `twice yearly`, `every 6 months`.
//!
//! Must not know dates.

use super::recurrence::Recurrence;
use super::undated::Place;
use super::vocabulary::{Meaning, Unit};
use super::words::Words;

/// Recognises a recurrence that begins at token `at`, and the token after it.
pub(super) fn recognise(words: &Words<'_>, at: usize, place: Place) -> Option<(Recurrence, usize)> {
    let (recurrence, end) = match words.meaning(at) {
        Meaning::QuarterGlyph => fraction(words, at + 1, place == Place::Cell),
        Meaning::Number { value: 1, .. }
            if words.is(at + 1, Meaning::Slash) && words.number(at + 2).is_some_and(|(value, _)| value == 4) =>
        {
            fraction(words, at + 3, false)
        }
        Meaning::Number { .. } | Meaning::Spelled(_) => counted(words, at),
        Meaning::Count(times) => frequency(words, at + 1, u32::from(times)),
        Meaning::Every => every(words, at + 1),
        Meaning::Per if place == Place::Cell => unit(words, at + 1).map(|(unit, end)| (once_in(unit), end)),
        Meaning::Half => {
            let next = skip_dash(words, at + 1);
            let is_yearly = matches!(words.meaning(next), Meaning::Repeats(Recurrence::Yearly) | Meaning::Annual);
            is_yearly.then_some((Recurrence::TwiceYearly, next + 1))
        }
        Meaning::Prefix => prefixed(words, skip_dash(words, at + 1)),
        Meaning::Repeats(recurrence) => Some((recurrence, at + 1)),
        Meaning::Annual => {
            let is_plain = place == Place::Cell || at == 0 || words.starts_line(at) || words.is(at + 1, Meaning::Basis);
            is_plain.then_some((Recurrence::Yearly, at + 1))
        }
        _ => None,
    }?;
    Some((recurrence, if words.is(end, Meaning::Basis) { end + 1 } else { end }))
}

/// "¼ly", "¼ basis", "¼ yearly"; `is_enough` says that ¼ alone will do.
fn fraction(words: &Words<'_>, end: usize, is_enough: bool) -> Option<(Recurrence, usize)> {
    match words.meaning(skip_dash(words, end)) {
        Meaning::Ly | Meaning::Basis | Meaning::Repeats(_) => Some((Recurrence::Quarterly, skip_dash(words, end) + 1)),
        _ => is_enough.then_some((Recurrence::Quarterly, end)),
    }
}

fn skip_dash(words: &Words<'_>, at: usize) -> usize {
    if words.is(at, Meaning::Dash) { at + 1 } else { at }
}

fn quantity(words: &Words<'_>, at: usize) -> Option<u32> {
    match words.meaning(at) {
        Meaning::Number { value, digits: 1..=2 } => Some(value),
        Meaning::Spelled(value) => Some(u32::from(value)),
        _ => None,
    }
}

/// "6 monthly", "six-monthly", "four times a year".
fn counted(words: &Words<'_>, at: usize) -> Option<(Recurrence, usize)> {
    let count = quantity(words, at)?;
    if words.is(at + 1, Meaning::Times) {
        return frequency(words, at + 2, count);
    }
    let next = skip_dash(words, at + 1);
    let recurrence = match words.meaning(next) {
        Meaning::Repeats(Recurrence::Monthly) => every_count(count, Unit::Month),
        Meaning::Repeats(Recurrence::Weekly) => every_count(count, Unit::Week),
        _ => return None,
    };
    Some((recurrence, next + 1))
}

/// What follows "twice" or "four times": "a year", "per quarter", "weekly".
fn frequency(words: &Words<'_>, at: usize, times: u32) -> Option<(Recurrence, usize)> {
    let (each, end) = match words.meaning(at) {
        Meaning::Repeats(recurrence) => (recurrence, at + 1),
        Meaning::Annual => (Recurrence::Yearly, at + 1),
        Meaning::Article | Meaning::Per | Meaning::Every => {
            let (unit, end) = unit(words, at + 1)?;
            (once_in(unit), end)
        }
        _ => return None,
    };
    let recurrence = match (times, each) {
        (1, each) => each,
        (2, Recurrence::Yearly) => Recurrence::TwiceYearly,
        (4, Recurrence::Yearly) => Recurrence::Quarterly,
        (12, Recurrence::Yearly) => Recurrence::Monthly,
        _ => Recurrence::Other,
    };
    Some((recurrence, end))
}

/// What follows "every" or "each".
fn every(words: &Words<'_>, at: usize) -> Option<(Recurrence, usize)> {
    if let Some((unit, end)) = unit(words, at) {
        return Some((once_in(unit), end));
    }
    let count = quantity(words, at).or_else(|| match words.meaning(at) {
        Meaning::Nth(nth) => Some(u32::from(nth)),
        Meaning::Other if words.letters(at).eq_ignore_ascii_case("other") => Some(2),
        _ => None,
    });
    if let Some(count) = count {
        let (unit, end) = unit(words, at + 1)?;
        return match unit {
            Every::Unit(unit) => Some((every_count(count, unit), end)),
            Every::Quarter => Some((every_count(count.saturating_mul(3), Unit::Month), end)),
        };
    }
    match words.meaning(at) {
        Meaning::Weekday => Some((Recurrence::Weekly, at + 1)),
        Meaning::Half if matches!(words.meaning(skip_dash(words, at + 1)), Meaning::Unit(Unit::Year)) => {
            Some((Recurrence::TwiceYearly, skip_dash(words, at + 1) + 1))
        }
        Meaning::Meeting => Some((Recurrence::Other, at + 1)),
        _ if words.is(at + 1, Meaning::Meeting) => Some((Recurrence::Other, at + 2)),
        _ => None,
    }
}

/// "bi-annually", "bi-monthly", "semi-annual".
fn prefixed(words: &Words<'_>, at: usize) -> Option<(Recurrence, usize)> {
    match words.meaning(at) {
        Meaning::Repeats(Recurrence::Yearly) | Meaning::Annual => Some((Recurrence::TwiceYearly, at + 1)),
        Meaning::Repeats(_) => Some((Recurrence::Other, at + 1)),
        _ => None,
    }
}

/// A unit of time that something can come round in.
#[derive(Clone, Copy)]
enum Every {
    Unit(Unit),
    Quarter,
}

fn unit(words: &Words<'_>, at: usize) -> Option<(Every, usize)> {
    let at = if words.is(at, Meaning::Financial) || words.is(at, Meaning::Working) { at + 1 } else { at };
    match words.meaning(at) {
        Meaning::Unit(unit) => Some((Every::Unit(unit), at + 1)),
        Meaning::Quarter => Some((Every::Quarter, at + 1)),
        _ => None,
    }
}

fn once_in(every: Every) -> Recurrence {
    match every {
        Every::Unit(unit) => every_count(1, unit),
        Every::Quarter => Recurrence::Quarterly,
    }
}

fn every_count(count: u32, unit: Unit) -> Recurrence {
    match (unit, count) {
        (Unit::Day, 1) => Recurrence::Daily,
        (Unit::Week, 1) => Recurrence::Weekly,
        (Unit::Week, 2) | (Unit::Fortnight, 1) => Recurrence::Fortnightly,
        (Unit::Month, 1) => Recurrence::Monthly,
        (Unit::Month, 3) => Recurrence::Quarterly,
        (Unit::Month, 6) => Recurrence::TwiceYearly,
        (Unit::Month, 12) | (Unit::Year, 1) => Recurrence::Yearly,
        _ => Recurrence::Other,
    }
}
