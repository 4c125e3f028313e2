//! Reads a whole deadline cell.
//!
//! Decides between what the recognisers find; must not recognise anything itself.

use super::mentions::{self, Mention};
use super::period::Period;
use super::reading::Reading;
use super::undated::{self, Place};
use super::words::{Words, is_bullet, is_dash, is_space};
use chrono::NaiveDate;

/// The longest cell that is read, in bytes. Nobody writes a deadline of four pages, and joining dates to
/// ranges takes longer the more of them there are.
pub(super) const LONGEST_CELL: usize = 4096;

/// Reads everything written in a deadline cell. A date found among other words
/// counts; a year or a month's year not written comes from `period`.
///
/// Text that is there and cannot be read is [`Reading::Unread`], and so is a cell
/// of more than 4,096 bytes. Dates read lie in the years 1900 to 2199.
#[must_use]
pub fn read(written: &str, period: &Period) -> Reading {
    if is_blank(written) {
        return Reading::Blank;
    }
    if is_line_to_fill(written) {
        return Reading::Placeholder;
    }
    if written.len() > LONGEST_CELL {
        return Reading::Unread;
    }
    let words = Words::cut(written);
    let dates = choose(mentions::fixed(&words, period), Place::Cell);
    one_reading(dates)
        .or_else(|| undated::first(&words, Place::Cell).map(|phrase| phrase.reading))
        .unwrap_or(Reading::Unread)
}

/// Reads one day, written in any way [`read`] knows, such as `11/07/16`,
/// `11 July 2016` or `2016-07-11`. `None` for anything but a single day.
#[must_use]
pub fn parse_day(text: &str, period: &Period) -> Option<NaiveDate> {
    match read(text, period) {
        Reading::Day(day) => Some(day),
        _ => None,
    }
}

/// The dates that count: a finer date beats a year, in running text a name's
/// year is no date, and the same days said twice are said once.
pub(super) fn choose(mut dates: Vec<Mention>, place: Place) -> Vec<Mention> {
    if place == Place::Sentence {
        dates.retain(|date| !date.is_name);
    }
    if dates.len() < 2 {
        return dates;
    }
    if dates.iter().any(|date| !date.is_year) {
        dates.retain(|date| !date.is_year);
    }
    let mut at = 1;
    while at < dates.len() {
        let (earlier, rest) = dates.split_at(at);
        let is_told = rest.first().is_some_and(|one| earlier.iter().any(|other| is_same(&other.reading, &one.reading)));
        if is_told {
            dates.remove(at);
        } else {
            at += 1;
        }
    }
    dates
}

fn is_same(one: &Reading, other: &Reading) -> bool {
    one == other || one.span().is_some_and(|span| other.span() == Some(span))
}

/// One reading for all the dates; `None` if there are none. One that could not
/// be read spoils the rest, which would hide it.
pub(super) fn one_reading(dates: Vec<Mention>) -> Option<Reading> {
    let mut readings = dates.into_iter().map(|date| date.reading);
    let first = readings.next()?;
    let Some(second) = readings.next() else { return Some(first) };
    let all: Vec<Reading> = [first, second].into_iter().chain(readings).collect();
    if all.contains(&Reading::Unread) {
        return Some(Reading::Unread);
    }
    Some(Reading::Several(all))
}

/// Nothing but space, dashes and bullets.
pub(super) fn is_blank(written: &str) -> bool {
    written.chars().all(|c| is_space(c) || is_dash(c) || is_bullet(c))
}

/// A line of dots or strokes to be written on.
fn is_line_to_fill(written: &str) -> bool {
    written.chars().all(|c| is_space(c) || matches!(c, '_' | '.' | '…' | '/'))
}
