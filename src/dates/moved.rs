//! The same date some years later: in its words, and in its reading.
//!
//! Changes the digits of years and no other letter; offers nothing where the new words would not read as the old
//! date, so many years on. Must not know why a date is moved.

use super::calendar::{Span, is_readable_year};
use super::mentions::{WrittenYear, years_written};
use super::period::Period;
use super::reader::LONGEST_CELL;
use super::reading::Reading;
use super::undated::Place;
use super::when::When;
use super::words::Words;
use chrono::{Datelike, NaiveDate};

impl When {
    /// This date `years` later, as the words of a whole cell. Every year in the words is moved, in the digits it
    /// was written with; words without a year stay, and are read by `period`.
    ///
    /// `None` where that does not read as this date moved by so many years, and where a day of the week is named:
    /// it would be another. Of a date without a year it is enough that it is later and of the same kind.
    #[must_use]
    pub fn moved_on(&self, years: i32, period: &Period) -> Option<When> {
        let (written, has_year) = words_moved_on(self.written(), years, Place::Cell)?;
        let moved = When::read(written, period);
        is_moved(self.reading(), moved.reading(), years, has_year).then_some(moved)
    }

    /// The sentence in which this date was found, with the date `years` later in the way of
    /// [`moved_on`](Self::moved_on).
    #[must_use]
    pub fn sentence_moved_on(&self, sentence: &str, years: i32, period: &Period) -> Option<String> {
        let (text, has_year) = words_moved_on(sentence, years, Place::Sentence)?;
        let moved = When::in_sentence(&text, period);
        is_moved(self.reading(), moved.reading(), years, has_year).then_some(text)
    }
}

/// Whether `new` is `old` so many years on.
fn is_moved(old: &Reading, new: &Reading, years: i32, has_year: bool) -> bool {
    if has_year {
        return new != old && old.moved_on(years).as_ref() == Some(new);
    }
    match (old.from(), new.from()) {
        (Some(before), Some(after)) => before < after && old.kind() == new.kind(),
        // "29 February" is no date before the period has one.
        (None, after) => after.is_some(),
        (Some(_), None) => false,
    }
}

/// The words with every year of a date moved, and whether there was any.
fn words_moved_on(text: &str, years: i32, place: Place) -> Option<(String, bool)> {
    // A longer text is not read to its end.
    (text.len() <= LONGEST_CELL).then_some(())?;
    let words = Words::cut(text);
    let written = years_written(&words, place)?;
    let mut moved = text.to_owned();
    for WrittenYear { token, year } in written.iter().rev() {
        let range = words.bytes(*token, token + 1);
        let year = year.checked_add(years).filter(|year| is_readable_year(*year))?;
        let digits = if range.len() == 2 { format!("{:02}", year % 100) } else { year.to_string() };
        moved.replace_range(range, &digits);
    }
    let expected = written.iter().map(|one| WrittenYear { year: one.year + years, ..*one });
    let is_understood = years_written(&Words::cut(&moved), place)?.into_iter().eq(expected);
    is_understood.then_some((moved, !written.is_empty()))
}

impl Reading {
    /// The same reading `years` later; what is no date stays as it is. `None` where there is no such day
    /// (29 February).
    fn moved_on(&self, years: i32) -> Option<Reading> {
        Some(match self {
            Reading::Day(day) => Reading::Day(day_moved_on(*day, years)?),
            Reading::From(day) => Reading::From(day_moved_on(*day, years)?),
            Reading::Month(span) => Reading::Month(span_moved_on(*span, years)?),
            Reading::Quarter(span) => Reading::Quarter(span_moved_on(*span, years)?),
            Reading::Year(span) => Reading::Year(span_moved_on(*span, years)?),
            Reading::Range(span) => Reading::Range(span_moved_on(*span, years)?),
            Reading::Event(Some(span)) => Reading::Event(Some(span_moved_on(*span, years)?)),
            Reading::Several(parts) => {
                Reading::Several(parts.iter().map(|part| part.moved_on(years)).collect::<Option<Vec<Reading>>>()?)
            }
            Reading::Blank
            | Reading::Placeholder
            | Reading::Unread
            | Reading::Ongoing
            | Reading::Recurring(_)
            | Reading::Event(None) => self.clone(),
        })
    }
}

fn day_moved_on(day: NaiveDate, years: i32) -> Option<NaiveDate> {
    day.with_year(day.year().checked_add(years)?)
}

fn span_moved_on(span: Span, years: i32) -> Option<Span> {
    let from = day_moved_on(span.from, years)?;
    let february = Span::month(span.to.year(), 2).filter(|month| month.to == span.to);
    let to = match february {
        // What ends with February ends with it in every year.
        Some(month) => Span::month(month.to.year().checked_add(years)?, 2)?.to,
        None => day_moved_on(span.to, years)?,
    };
    Span::new(from, to)
}
