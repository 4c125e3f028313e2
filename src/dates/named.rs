//! Dates with the month in letters: `11 July 2016`, `1st of April`, `17-Oct-16`,
//! `Sept 2010`, `Oct 17` (a month and a year, never a day).
//!
//! Must not know figures-only dates, nor what stands around the date.

use super::atom::Atom;
use super::calendar::{full_year, is_readable_year, real_day};
use super::vocabulary::Meaning;
use super::words::Words;

/// What is written where a year could be.
enum YearSlot {
    /// A year and the token after it.
    Year(i32, usize),
    /// No year; the number there, if any, counts something else.
    Empty,
    /// A number that is meant as a year and cannot be one.
    Impossible(usize),
}

/// Recognises a day with a named month that begins with the number at `at`.
///
/// In "1-5 May 2016" and "1, 8 and 15 May" each number is a day of its own that
/// borrows month and year from the last.
pub(super) fn day_first(words: &Words<'_>, at: usize) -> Option<(Atom, usize)> {
    let (day, digits) = words.number(at)?;
    (digits <= 2).then_some(())?;
    let end = after_ordinal(words, at + 1);
    let month_at = borrowed_month(words, end)?;
    let Meaning::Month(month) = words.meaning(month_at) else { return None };
    let is_own = !matches!(words.meaning(end), Meaning::And | Meaning::Comma | Meaning::To | Meaning::Until)
        && month_at <= end + 1;
    let is_ordinal = end > at + 1;
    (is_own || (1..=31).contains(&day)).then_some(())?;
    if words.letters(month_at) == "may" {
        // "of these 12 may attend"
        let has_year = matches!(year_slot(words, month_at + 1), YearSlot::Year(..));
        let is_led = matches!(words.before(at), Meaning::Lead | Meaning::On | Meaning::Stage);
        (has_year || is_ordinal || is_led || at == 0).then_some(())?;
    }
    let month = u32::from(month);
    let (year, after) = match year_slot(words, month_at + 1) {
        YearSlot::Year(year, after) => (Some(year), after),
        YearSlot::Empty => (None, month_at + 1),
        YearSlot::Impossible(after) => return Some((Atom::Impossible, after)),
    };
    let after = if is_own { after } else { end };
    let is_real = match year {
        Some(year) => real_day(year, month, day).is_some(),
        None => real_day(2000, month, day).is_some(),
    };
    let atom = if is_real { Atom::Day { year, month, day } } else { Atom::Impossible };
    Some((atom, after))
}

/// Recognises a month, with or without a year, at `at`; also the day of
/// "July 11th 2016" and "July 11, 2016", which can be nothing else.
pub(super) fn month_first(words: &Words<'_>, at: usize) -> Option<(Atom, usize)> {
    let Meaning::Month(month) = words.meaning(at) else { return None };
    let month = u32::from(month);
    if let Some(day) = day_after_month(words, at, month) {
        return Some(day);
    }
    Some(match year_slot(words, at + 1) {
        YearSlot::Year(year, end) => (Atom::Month { year: Some(year), month }, end),
        YearSlot::Empty => (Atom::Month { year: None, month }, at + 1),
        YearSlot::Impossible(end) => (Atom::Impossible, end),
    })
}

fn day_after_month(words: &Words<'_>, at: usize, month: u32) -> Option<(Atom, usize)> {
    let day_at = if words.is(at + 1, Meaning::The) { at + 2 } else { at + 1 };
    let (day, digits) = words.number(day_at)?;
    (digits <= 2).then_some(())?;
    let end = after_ordinal(words, day_at + 1);
    let is_ordinal = end > day_at + 1;
    let year_at = if words.is(end, Meaning::Comma) { end + 1 } else { end };
    let year = match words.number(year_at) {
        Some((year, 4)) => i32::try_from(year).ok().filter(|year| is_readable_year(*year)),
        _ => None,
    };
    let (year, end) = match year {
        Some(year) => (Some(year), year_at + 1),
        None if is_ordinal => (None, end),
        None => return None,
    };
    let is_real = real_day(year.unwrap_or(2000), month, day).is_some();
    Some((if is_real { Atom::Day { year, month, day } } else { Atom::Impossible }, end))
}

/// After the "st" of "1st", also where a space has crept in.
pub(super) fn after_ordinal(words: &Words<'_>, at: usize) -> usize {
    if words.is(at, Meaning::OrdinalEnding) { at + 1 } else { at }
}

/// Where the month of a day stands: next, after "of" or a tight mark, or after
/// further days ("1-5 May").
fn borrowed_month(words: &Words<'_>, mut at: usize) -> Option<usize> {
    loop {
        let next = match words.meaning(at) {
            Meaning::Month(_) => return Some(at),
            Meaning::Of if matches!(words.meaning(at + 1), Meaning::Month(_)) => at + 1,
            Meaning::Slash | Meaning::Dash | Meaning::Dot
                if words.is_glued(at)
                    && words.is_glued(at + 1)
                    && matches!(words.meaning(at + 1), Meaning::Month(_)) =>
            {
                return Some(at + 1);
            }
            Meaning::Dash | Meaning::To | Meaning::And | Meaning::Comma | Meaning::Until | Meaning::Slash => {
                let (day, digits) = words.number(at + 1)?;
                ((1..=31).contains(&day) && digits <= 2).then_some(())?;
                after_ordinal(words, at + 2)
            }
            _ => return None,
        };
        at = next;
    }
}

/// What stands after a month name where its year would be.
fn year_slot(words: &Words<'_>, at: usize) -> YearSlot {
    let mut at = at;
    let mut is_tight = words.is_glued(at);
    match words.meaning(at) {
        Meaning::Dot | Meaning::Dash | Meaning::Slash if words.is_glued(at) => {
            let is_dot = words.is(at, Meaning::Dot);
            if !is_dot && !words.is_glued(at + 1) {
                return YearSlot::Empty;
            }
            is_tight = words.is_glued(at + 1);
            at += 1;
        }
        Meaning::Comma | Meaning::Of => {
            // "June, 2016": a comma must be followed by a whole year.
            return match words.number(at + 1) {
                Some((_, 4)) => year_at(words, at + 1, true),
                _ => YearSlot::Empty,
            };
        }
        _ => {}
    }
    if words.is(at, Meaning::Apostrophe) && words.number(at + 1).is_some() {
        is_tight = true;
        at += 1;
    }
    year_at(words, at, is_tight)
}

fn year_at(words: &Words<'_>, at: usize, is_tight: bool) -> YearSlot {
    let Some((value, digits)) = words.number(at) else { return YearSlot::Empty };
    let end = at + 1;
    let is_run_on =
        words.is_glued(end) && matches!(words.meaning(end), Meaning::Other | Meaning::Percent | Meaning::OrdinalEnding);
    if is_run_on || begins_something(words, at) {
        return YearSlot::Empty;
    }
    let value = i32::try_from(value).unwrap_or(i32::MAX);
    let is_alone = words.closes(end) || words.is_function_word(end);
    match digits {
        4 if is_readable_year(value) => YearSlot::Year(value, end),
        2 if is_tight || is_alone || capitalised_meeting(words, end) => YearSlot::Year(full_year(value), end),
        3.. if words.closes(end) && !words.is(end, Meaning::Comma) => YearSlot::Impossible(end),
        1 if words.closes(end) && !words.starts_line(at) => YearSlot::Impossible(end),
        _ => YearSlot::Empty,
    }
}

/// "Oct 16 DAAT Board": a name after two figures is no unit they count.
fn capitalised_meeting(words: &Words<'_>, at: usize) -> bool {
    super::mentions::meeting_after(words, at).is_some()
}

/// Whether the number opens another date or a bigger number instead: "May 01/06/16", "35,000".
fn begins_something(words: &Words<'_>, at: usize) -> bool {
    let next = words.meaning(at + 1);
    let is_tight_number = words.is_glued(at + 1) && words.is_glued(at + 2) && words.number(at + 2).is_some();
    match next {
        Meaning::Comma | Meaning::Dot | Meaning::Slash => is_tight_number,
        Meaning::Percent => true,
        // "June 17 July" is a list of months only if the number is a year; "17 July 2016" is a day.
        Meaning::Month(_) => {
            words.number(at).is_some_and(|(_, digits)| digits <= 2)
                && words.number(at + 2).is_some_and(|(_, digits)| digits == 4)
        }
        _ => false,
    }
}
