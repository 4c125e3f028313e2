//! What a deadline's words were read as.
//!
//! Knows readings and how to describe them; must not know how they were read.

use super::calendar::{Span, day_words, month_words};
use super::recurrence::Recurrence;
use chrono::NaiveDate;

/// The reading of a deadline. Spans are whole and never run backwards.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// Nothing was written.
    Blank,
    /// Something to be filled in later: `xxxx`, `TBC`.
    Placeholder,
    /// Words that could not be read.
    Unread,
    /// It never ends, so it can never be late.
    Ongoing,
    /// It comes round again.
    Recurring(Recurrence),
    /// One day.
    Day(NaiveDate),
    /// A calendar month, due on its last day.
    Month(Span),
    /// A financial quarter, due on its last day.
    Quarter(Span),
    /// A calendar year, a financial year or several, due on the last day.
    Year(Span),
    /// From one day to another.
    Range(Span),
    /// A start and no end.
    From(NaiveDate),
    /// It depends on something else; about when is sometimes known.
    Event(Option<Span>),
    /// More than one date, in the order they were written.
    Several(Vec<Reading>),
}

/// The kind of a [`Reading`], without its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// See [`Reading::Day`].
    Day,
    /// See [`Reading::Month`].
    Month,
    /// See [`Reading::Quarter`].
    Quarter,
    /// See [`Reading::Year`].
    Year,
    /// See [`Reading::Range`].
    Range,
    /// See [`Reading::From`].
    From,
    /// See [`Reading::Recurring`].
    Recurring,
    /// See [`Reading::Ongoing`].
    Ongoing,
    /// See [`Reading::Event`].
    Event,
    /// See [`Reading::Several`].
    Several,
    /// See [`Reading::Placeholder`].
    Placeholder,
    /// See [`Reading::Blank`].
    Blank,
    /// See [`Reading::Unread`].
    Unread,
}

impl Kind {
    /// Every kind, in the order a menu offers them.
    pub const ALL: [Kind; 13] = [
        Kind::Day,
        Kind::Month,
        Kind::Quarter,
        Kind::Year,
        Kind::Range,
        Kind::From,
        Kind::Recurring,
        Kind::Ongoing,
        Kind::Event,
        Kind::Several,
        Kind::Placeholder,
        Kind::Blank,
        Kind::Unread,
    ];

    /// One stable word, for files and filters: "day".
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Kind::Day => "day",
            Kind::Month => "month",
            Kind::Quarter => "quarter",
            Kind::Year => "year",
            Kind::Range => "range",
            Kind::From => "from",
            Kind::Recurring => "recurring",
            Kind::Ongoing => "ongoing",
            Kind::Event => "event",
            Kind::Several => "several",
            Kind::Placeholder => "placeholder",
            Kind::Blank => "blank",
            Kind::Unread => "unread",
        }
    }

    /// The kind of that [`name`](Self::name), in exactly those letters.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Kind> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl Reading {
    /// Which kind of reading this is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Reading::Blank => Kind::Blank,
            Reading::Placeholder => Kind::Placeholder,
            Reading::Unread => Kind::Unread,
            Reading::Ongoing => Kind::Ongoing,
            Reading::Recurring(_) => Kind::Recurring,
            Reading::Day(_) => Kind::Day,
            Reading::Month(_) => Kind::Month,
            Reading::Quarter(_) => Kind::Quarter,
            Reading::Year(_) => Kind::Year,
            Reading::Range(_) => Kind::Range,
            Reading::From(_) => Kind::From,
            Reading::Event(_) => Kind::Event,
            Reading::Several(_) => Kind::Several,
        }
    }

    /// The first day it speaks of, where one is known.
    pub fn from(&self) -> Option<NaiveDate> {
        match self {
            Reading::From(day) => Some(*day),
            Reading::Several(parts) => parts.iter().filter_map(Reading::from).min(),
            _ => self.span().map(|span| span.from),
        }
    }

    /// The last day it speaks of, where one is known.
    pub fn to(&self) -> Option<NaiveDate> {
        match self {
            Reading::Several(parts) => parts.iter().filter_map(Reading::to).max(),
            _ => self.span().map(|span| span.to),
        }
    }

    /// The day after which it is late; `None` where it cannot be late by the
    /// words alone (a start with no end, recurring, ongoing, unread, …).
    #[must_use]
    pub fn due(&self) -> Option<NaiveDate> {
        self.to()
    }

    /// The days of a reading that is one run of days.
    pub(super) fn span(&self) -> Option<Span> {
        match self {
            Reading::Day(day) => Some(Span::day(*day)),
            Reading::Month(span) | Reading::Quarter(span) | Reading::Year(span) | Reading::Range(span) => Some(*span),
            Reading::Event(span) => *span,
            _ => None,
        }
    }

    /// Quiet words to show beside the text: "by 30 Apr 2010". Empty for blank.
    #[must_use]
    pub fn describe(&self) -> String {
        match self {
            Reading::Blank => String::new(),
            Reading::Placeholder => "a placeholder, not a date".to_owned(),
            Reading::Unread => "not read as a date".to_owned(),
            Reading::Ongoing => "ongoing".to_owned(),
            Reading::Recurring(recurrence) => recurrence.describe().to_owned(),
            Reading::Day(day) => day_words(*day),
            Reading::Month(span) | Reading::Quarter(span) | Reading::Year(span) => {
                format!("by {}", day_words(span.to))
            }
            Reading::Range(span) => span_words(*span),
            Reading::From(day) => format!("from {}", day_words(*day)),
            Reading::Event(None) => "depends on an event".to_owned(),
            Reading::Event(Some(span)) => {
                let about = if span.is_month() { month_words(span.from) } else { span_words(*span) };
                format!("depends on an event, about {about}")
            }
            Reading::Several(_) => match (self.from(), self.to()) {
                (Some(from), Some(to)) if from <= to => {
                    format!("several dates, {}", span_words(Span { from, to }))
                }
                (Some(from), _) => format!("several dates, from {}", day_words(from)),
                _ => "several dates".to_owned(),
            },
        }
    }
}

fn span_words(span: Span) -> String {
    if span.from == span.to {
        day_words(span.from)
    } else {
        format!("{} to {}", day_words(span.from), day_words(span.to))
    }
}
