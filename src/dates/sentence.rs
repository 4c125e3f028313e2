//! Finds dates in running text, such as a milestone.
//!
//! Decides between what the recognisers find; must not recognise anything itself.

use super::mentions;
use super::period::Period;
use super::reader::{LONGEST_CELL, choose, is_blank, one_reading};
use super::reading::Reading;
use super::undated::{self, Place};
use super::words::Words;
use std::ops::Range;

/// A date in running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its bytes in the text, on character boundaries.
    pub range: Range<usize>,
    /// What it says.
    pub reading: Reading,
}

/// Every fixed date of a text, in order, none overlapping: days, months,
/// quarters, years (also those in names), ranges, starts, and months of
/// meetings. A date that cannot be (`31/02/16`) is [`Reading::Unread`].
/// Recurrences, placeholders and events without a month are not dates here.
/// Only the first 4,096 bytes are looked at: no milestone is longer.
#[must_use]
pub fn find_dates(sentence: &str, period: &Period) -> Vec<Found> {
    let words = Words::cut(beginning(sentence));
    mentions::fixed(&words, period)
        .into_iter()
        .map(|date| Found { range: words.bytes(date.first, date.end), reading: date.reading })
        .collect()
}

/// As much of a text as is looked at, ending between two letters.
fn beginning(text: &str) -> &str {
    let mut end = text.len().min(LONGEST_CELL);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// What a sentence says about when: its dates, else its first placeholder,
/// event or recurrence. Several dates give the words from the first to the last.
pub(super) fn date_in(sentence: &str, period: &Period) -> Option<Found> {
    if is_blank(sentence) {
        return None;
    }
    let words = Words::cut(beginning(sentence));
    let dates = choose(mentions::fixed(&words, period), Place::Sentence);
    if let (Some(first), Some(last)) = (dates.first(), dates.last()) {
        let range = words.bytes(first.first, last.end);
        return one_reading(dates).map(|reading| Found { range, reading });
    }
    let phrase = undated::first(&words, Place::Sentence)?;
    let range = words.bytes(phrase.first, phrase.end);
    Some(Found { range, reading: phrase.reading })
}
