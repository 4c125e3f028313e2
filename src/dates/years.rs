//! Years, halves and quarters of years: `2016/17`, `2016–2019`, `by 2018`, `Q3 2016/17`,
//! `quarter 4`, `third quarter`, `H1 2016/17`.
//!
//! Must not know days and months.

use super::atom::{Atom, YearOfQuarter};
use super::calendar::{Span, is_readable_year};
use super::period::financial_years;
use super::vocabulary::Meaning;
use super::words::Words;
use chrono::NaiveDate;

/// Recognises years that begin with the number at `at`, or a quarter that does
/// ("3rd quarter", "2016/17 Q3").
pub(super) fn number_first(words: &Words<'_>, at: usize) -> Option<(Atom, usize)> {
    if let Some(found) = counted_part(words, at) {
        return Some(found);
    }
    if let Some((first, last, end)) = year_pair(words, at) {
        let quarter_at = if words.is(end, Meaning::Comma) { end + 1 } else { end };
        if last == first + 1
            && let Some((number, after)) = part_number(words, quarter_at, Meaning::Quarter)
        {
            let year = Some(YearOfQuarter::Financial(first));
            return Some((Atom::Quarter { year, number }, after));
        }
        let span = financial_years(first, last)?;
        return Some((Atom::Year { span, is_lone: false }, end));
    }
    let year = lone_year(words, at)?;
    let from = NaiveDate::from_ymd_opt(year, 1, 1)?;
    let to = NaiveDate::from_ymd_opt(year, 12, 31)?;
    let span = Span::new(from, to)?;
    Some((Atom::Year { span, is_lone: true }, at + 1))
}

/// Recognises "Q3", "quarter 4", "third quarter", "H1", each perhaps with its year.
pub(super) fn part_first(words: &Words<'_>, at: usize) -> Option<(Atom, usize)> {
    counted_part(words, at)
        .or_else(|| {
            let (number, end) = part_number(words, at, Meaning::Quarter)?;
            Some(quarter_with_year(words, number, end))
        })
        .or_else(|| {
            let (number, end) = part_number(words, at, Meaning::Half)?;
            half_with_year(words, number, end)
        })
}

/// "3rd quarter", "third quarter", "second half".
fn counted_part(words: &Words<'_>, at: usize) -> Option<(Atom, usize)> {
    let (number, end) = match words.meaning(at) {
        Meaning::Nth(number) => (number, at + 1),
        Meaning::Number { value: value @ 1..=4, digits: 1 } if words.is(at + 1, Meaning::OrdinalEnding) => {
            (u8::try_from(value).ok()?, at + 2)
        }
        _ => return None,
    };
    match words.meaning(end) {
        Meaning::Quarter => {
            let found = quarter_with_year(words, number, end + 1);
            // "last quarter" without its year may be the one just gone.
            let is_last = words.letters(at).eq_ignore_ascii_case("last");
            (!is_last || found.0.has_year()).then_some(found)
        }
        Meaning::Half => half_with_year(words, number, end + 1),
        _ => None,
    }
}

/// The number of "Q3", "Qtr. 2", "quarter four", and the token after it.
fn part_number(words: &Words<'_>, at: usize, part: Meaning) -> Option<(u8, usize)> {
    words.is(at, part).then_some(())?;
    let number_at = if words.is(at + 1, Meaning::Dot) { at + 2 } else { at + 1 };
    match words.meaning(number_at) {
        Meaning::Number { value: value @ 1..=4, digits: 1 } => {
            let is_decimal = words.is(number_at + 1, Meaning::Dot)
                && words.is_glued(number_at + 2)
                && words.number(number_at + 2).is_some();
            (!is_decimal && !words.is(number_at + 1, Meaning::Percent)).then_some(())?;
            Some((u8::try_from(value).ok()?, number_at + 1))
        }
        Meaning::Spelled(number @ 1..=4) => Some((number, number_at + 1)),
        _ => None,
    }
}

/// The 3 of "Q1-3" and "Q1/3 2016/17", where `at` is two tokens after the first quarter.
pub(super) fn second_quarter(words: &Words<'_>, at: usize) -> Option<(Atom, usize)> {
    let Meaning::Number { value: value @ 1..=4, digits: 1 } = words.meaning(at) else {
        return None;
    };
    let is_joined = matches!(words.before(at), Meaning::Dash | Meaning::Slash | Meaning::And | Meaning::To);
    let (atom, end) = quarter_with_year(words, u8::try_from(value).ok()?, at + 1);
    (is_joined && (atom.has_year() || words.closes(end))).then_some((atom, end))
}

fn quarter_with_year(words: &Words<'_>, number: u8, end: usize) -> (Atom, usize) {
    match year_after(words, end) {
        Some((year, after)) => (Atom::Quarter { year: Some(year), number }, after),
        None => (Atom::Quarter { year: None, number }, end),
    }
}

fn half_with_year(words: &Words<'_>, number: u8, end: usize) -> Option<(Atom, usize)> {
    match year_after(words, end)? {
        (YearOfQuarter::Financial(year), after) if number <= 2 => Some((Atom::Half { year, number }, after)),
        _ => None,
    }
}

/// The year after a quarter: "Q3 2016/17", "Q3 of 2016/17", "Q3 (2016/17)", "Q3 16/17", "Q3 2016".
fn year_after(words: &Words<'_>, at: usize) -> Option<(YearOfQuarter, usize)> {
    let mut year_at = at;
    let mut is_open = false;
    loop {
        match words.meaning(year_at) {
            Meaning::Open if !is_open => is_open = true,
            Meaning::Comma | Meaning::Of | Meaning::The | Meaning::Dash | Meaning::Financial | Meaning::Slash => {}
            _ => break,
        }
        year_at += 1;
        (year_at <= at + 3).then_some(())?;
    }
    let (year, end) = if let Some((first, last, end)) = year_pair(words, year_at).or_else(|| short_pair(words, year_at))
    {
        (last == first + 1).then_some(())?;
        (YearOfQuarter::Financial(first), end)
    } else if let Some(year) = lone_year(words, year_at) {
        (YearOfQuarter::Lone(year), year_at + 1)
    } else {
        let at = if words.is(year_at, Meaning::Apostrophe) { year_at + 1 } else { year_at };
        let (value, 2) = words.number(at)? else { return None };
        (words.closes(at + 1) && !words.is(year_at.checked_sub(1)?, Meaning::Comma)).then_some(())?;
        let year = super::calendar::full_year(i32::try_from(value).ok()?);
        (YearOfQuarter::Lone(year), at + 1)
    };
    match (is_open, words.is(end, Meaning::Close)) {
        (true, true) => Some((year, end + 1)),
        (true, false) => None,
        (false, _) => Some((year, end)),
    }
}

/// "16/17" as the whole text or after "FY" and the like.
pub(super) fn short_years(words: &Words<'_>, at: usize) -> Option<(Atom, usize)> {
    let (first, last, end) = short_pair(words, at)?;
    let is_named = matches!(words.before(at), Meaning::Financial | Meaning::Stage)
        || (words.before(at) == Meaning::Of && at.checked_sub(2).is_some_and(|stage| words.is(stage, Meaning::Stage)));
    // "11/12" may be 11 December.
    let is_no_month = words.number(at + 2).is_some_and(|(last, _)| last > 12);
    let is_whole = at == 0 && end == words.len() && words.is(at + 1, Meaning::Slash) && is_no_month;
    (is_named || is_whole).then_some(())?;
    let span = financial_years(first, last)?;
    Some((Atom::Year { span, is_lone: false }, end))
}

/// Two years with two digits each, the second next after the first: "16/17".
fn short_pair(words: &Words<'_>, at: usize) -> Option<(i32, i32, usize)> {
    let (first, 2) = words.number(at)? else { return None };
    let (last, 2) = words.number(at + 2)? else { return None };
    let is_joined = matches!(words.meaning(at + 1), Meaning::Slash | Meaning::Dash);
    let is_next = (first + 1) % 100 == last;
    (is_joined && is_next && words.is_glued(at + 1) && words.is_glued(at + 2)).then_some(())?;
    let first = super::calendar::full_year(i32::try_from(first).ok()?);
    Some((first, first + 1, at + 3))
}

/// Two years, the first with four digits, and the token after them.
fn year_pair(words: &Words<'_>, at: usize) -> Option<(i32, i32, usize)> {
    let (first, 4) = words.number(at)? else { return None };
    let (last, digits) = words.number(at + 2)?;
    let is_tight = words.is_glued(at + 1) && words.is_glued(at + 2);
    let is_joined = match words.meaning(at + 1) {
        Meaning::Slash | Meaning::Dash => is_tight || digits == 4,
        Meaning::To => digits == 4,
        _ => false,
    };
    is_joined.then_some(())?;
    let first = i32::try_from(first).ok().filter(|year| is_readable_year(*year))?;
    let last = i32::try_from(last).ok()?;
    let last = match digits {
        4 => last,
        2 if last == 0 && first % 100 == 99 => first + 1,
        2 => first - first % 100 + last,
        _ => return None,
    };
    // Three figures in a row are a day's, not two years'.
    let goes_on = matches!(words.meaning(at + 3), Meaning::Slash | Meaning::Dash | Meaning::Dot)
        && words.is_glued(at + 3)
        && words.is_glued(at + 4)
        && words.number(at + 4).is_some();
    (!goes_on && is_readable_year(last) && last > first).then_some((first, last, at + 3))
}

fn lone_year(words: &Words<'_>, at: usize) -> Option<i32> {
    let (year, 4) = words.number(at)? else { return None };
    let is_run_on = (words.is_glued(at + 1) && !words.closes(at + 1) && !words.is(at + 1, Meaning::And))
        || words.is(at + 1, Meaning::Percent);
    let year = i32::try_from(year).ok().filter(|year| is_readable_year(*year))?;
    (!is_run_on).then_some(year)
}
