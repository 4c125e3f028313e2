//! Which numbers of a text are the years of its dates.
//!
//! Needed to write the same date of another year. It must not know what days the dates are.

use super::scan::{self, Seen};
use crate::dates::atom::{Atom, YearOfQuarter};
use crate::dates::undated::Place;
use crate::dates::vocabulary::Meaning;
use crate::dates::words::Words;
use chrono::Datelike;

/// A number that is a year: its token, and the whole year it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::dates) struct WrittenYear {
    pub token: usize,
    pub year: i32,
}

/// The years of every date, in order; none where no date has its year written.
///
/// `None` where another year would make the words false or is not clear: a date with its day of the week, or a
/// cell that holds both dates and a year in a name.
pub(in crate::dates) fn years_written(words: &Words<'_>, place: Place) -> Option<Vec<WrittenYear>> {
    let seen = scan::scan(words);
    let has_weekday = |one: &Seen| (one.first..one.end).any(|token| words.is(token, Meaning::Weekday));
    if seen.iter().any(has_weekday) {
        return None;
    }
    let (names, dates): (Vec<Seen>, Vec<Seen>) = seen.into_iter().partition(|one| one.is_name);
    let dates = match place {
        Place::Sentence => dates,
        Place::Cell if names.is_empty() => dates,
        Place::Cell if dates.is_empty() => names,
        Place::Cell => return None,
    };
    Some(dates.iter().flat_map(|one| years_of(words, one)).collect())
}

fn years_of(words: &Words<'_>, one: &Seen) -> Vec<WrittenYear> {
    let numbers: Vec<usize> = (one.first..one.end).filter(|token| words.number(*token).is_some()).collect();
    match one.atom {
        // "15" of "15 and 16 May 2016" has borrowed its year.
        Atom::Day { .. } if numbers.len() < 2 => Vec::new(),
        Atom::Day { year: Some(year), .. }
        | Atom::Month { year: Some(year), .. }
        | Atom::Quarter { year: Some(YearOfQuarter::Lone(year)), .. } => single(words, &numbers, year),
        Atom::Quarter { year: Some(YearOfQuarter::Financial(year)), .. } | Atom::Half { year, .. } => {
            pair(words, &numbers, (year, year + 1))
        }
        Atom::Year { span, is_lone: true } => single(words, &numbers, span.from.year()),
        Atom::Year { span, is_lone: false } => pair(words, &numbers, (span.from.year(), span.to.year())),
        Atom::Day { year: None, .. }
        | Atom::Month { year: None, .. }
        | Atom::Quarter { year: None, .. }
        | Atom::Impossible => Vec::new(),
    }
}

/// The year beside a day or a month: the number of four digits, or else the last of two ("16 Oct 16").
fn single(words: &Words<'_>, numbers: &[usize], year: i32) -> Vec<WrittenYear> {
    let whole = numbers.iter().find(|token| is_year(words, **token, year, 4));
    let short = || numbers.iter().rev().find(|token| is_year(words, **token, year, 2));
    whole.or_else(short).map(|token| WrittenYear { token: *token, year }).into_iter().collect()
}

/// Two years side by side: "2016/17".
fn pair(words: &Words<'_>, numbers: &[usize], (first, last): (i32, i32)) -> Vec<WrittenYear> {
    let is = |token, year| is_year(words, token, year, 4) || is_year(words, token, year, 2);
    let found = numbers.windows(2).find_map(|two| match *two {
        [one, other] if is(one, first) && is(other, last) => Some([(one, first), (other, last)]),
        _ => None,
    });
    found.into_iter().flatten().map(|(token, year)| WrittenYear { token, year }).collect()
}

fn is_year(words: &Words<'_>, token: usize, year: i32, digits: u8) -> bool {
    words.number(token).is_some_and(|(value, written)| {
        let value = i32::try_from(value).unwrap_or(i32::MAX);
        written == digits && value == if digits == 2 { year % 100 } else { year }
    })
}
