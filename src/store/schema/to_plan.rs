//! The file's records as a plan. What RON could not know is checked here: ids, days, colours, statuses,
//! columns. Each flaw is placed in the file.
//!
//! Here are the checks; `to_front` turns over the plan and its front page, `to_actions` what stands under
//! an objective.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::NaiveDate;

use super::{Line, Plan, Reading, Words};
use crate::dates::{self, Period, Span, When};
use crate::model::{self, RecordId, StatusId};

/// What keeps a well-formed file from being a plan, and where it is (in bytes), where that is known.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::store) enum Flaw {
    /// Something else was expected.
    Unexpected { at: Option<usize>, found: String, expected: &'static str },
    /// A record has the id of another; `first` is where the other is.
    SharedId { at: Option<usize>, id: String, first: Option<usize> },
    /// A status that the plan's scheme does not have.
    UnknownStatus { at: Option<usize>, id: String },
}

const DAY: &str = "a day written like 2016-07-11";
pub(super) const ORDER: &str = "a last day that is not before the first";
pub(super) const ID: &str = "an id of up to ten of the letters and digits 0-9 a-z without i, l, o and u";

/// Turns the file's plan into the model's. `source` is the text it was parsed from.
pub(in crate::store) fn to_plan(file: Plan<'_>, source: &str) -> Result<model::Plan, Flaw> {
    Converter { source, seen: HashMap::new(), statuses: HashMap::new() }.plan(file)
}

pub(super) struct Converter<'source> {
    pub(super) source: &'source str,
    seen: HashMap<RecordId, Option<usize>>,
    pub(super) statuses: HashMap<StatusId, Option<usize>>,
}

impl Converter<'_> {
    pub(super) fn unexpected(&self, words: &Words, expected: &'static str) -> Flaw {
        Flaw::Unexpected { at: words.offset_in(self.source), found: format!("\"{}\"", words.as_str()), expected }
    }

    pub(super) fn id<T: Copy>(
        &mut self,
        words: &Words,
        parse: fn(&str) -> Option<T>,
        record: fn(T) -> RecordId,
    ) -> Result<T, Flaw> {
        let id = parse(words.as_str()).ok_or_else(|| self.unexpected(words, ID))?;
        let at = words.offset_in(self.source);
        match self.seen.entry(record(id)) {
            Entry::Vacant(entry) => {
                entry.insert(at);
                Ok(id)
            }
            Entry::Occupied(entry) => Err(Flaw::SharedId { at, id: words.as_str().to_owned(), first: *entry.get() }),
        }
    }

    pub(super) fn status_id(&self, words: &Words) -> Result<Option<StatusId>, Flaw> {
        if words.is_empty() {
            return Ok(None);
        }
        let known = StatusId::parse(words.as_str()).filter(|id| self.statuses.contains_key(id));
        let unknown = || Flaw::UnknownStatus { at: words.offset_in(self.source), id: words.as_str().to_owned() };
        known.map(Some).ok_or_else(unknown)
    }

    /// An id that need not be given, nor be that of a record.
    pub(super) fn given_id<T>(&self, words: &Words, parse: fn(&str) -> Option<T>) -> Result<Option<T>, Flaw> {
        let id = (!words.is_empty()).then(|| parse(words.as_str()).ok_or_else(|| self.unexpected(words, ID)));
        id.transpose()
    }

    pub(super) fn day(&self, words: &Words) -> Result<NaiveDate, Flaw> {
        let read = words.as_str().parse::<NaiveDate>().ok();
        // chrono also takes "2016-7-1"; the file has one spelling for a day.
        let day = read.filter(|day| day.to_string() == words.as_str());
        day.ok_or_else(|| self.unexpected(words, DAY))
    }

    fn span(&self, from: &Words, to: &Words) -> Result<Span, Flaw> {
        let (first, last) = (self.day(from)?, self.day(to)?);
        Span::new(first, last).ok_or_else(|| self.unexpected(to, ORDER))
    }

    fn reading(&self, reading: Reading) -> Result<dates::Reading, Flaw> {
        Ok(match reading {
            Reading::Blank => dates::Reading::Blank,
            Reading::Placeholder => dates::Reading::Placeholder,
            Reading::Unread => dates::Reading::Unread,
            Reading::Ongoing => dates::Reading::Ongoing,
            Reading::Recurring(recurrence) => dates::Reading::Recurring(recurrence.into()),
            Reading::Day(day) => dates::Reading::Day(self.day(&day)?),
            Reading::Month { from, to } => dates::Reading::Month(self.span(&from, &to)?),
            Reading::Quarter { from, to } => dates::Reading::Quarter(self.span(&from, &to)?),
            Reading::Year { from, to } => dates::Reading::Year(self.span(&from, &to)?),
            Reading::Range { from, to } => dates::Reading::Range(self.span(&from, &to)?),
            Reading::From(day) => dates::Reading::From(self.day(&day)?),
            Reading::Event => dates::Reading::Event(None),
            Reading::EventAbout { from, to } => dates::Reading::Event(Some(self.span(&from, &to)?)),
            // Consumed, so that the new list takes the old one's memory.
            Reading::Several(parts) => {
                dates::Reading::Several(parts.into_iter().map(|part| self.reading(part)).collect::<Result<_, _>>()?)
            }
        })
    }

    pub(super) fn when(&self, written: Words, overruled: Option<Reading>, period: &Period) -> Result<When, Flaw> {
        Ok(match overruled {
            Some(reading) => When::overrule(written.into_string(), self.reading(reading)?),
            None => When::read(written.into_string(), period),
        })
    }

    pub(super) fn lines<T>(
        &mut self,
        lines: Vec<Line>,
        one: fn(&mut Self, Line) -> Result<T, Flaw>,
    ) -> Result<Vec<T>, Flaw> {
        lines.into_iter().map(|line| one(self, line)).collect()
    }
}
