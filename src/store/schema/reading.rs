//! A reading of a date, in the file only where a person overruled the reader.

use serde::{Deserialize, Serialize};

use super::Words;
use crate::dates;

/// See [`dates::Reading`]; days are written `2016-07-11`.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::store) enum Reading<'a> {
    Blank,
    Placeholder,
    Unread,
    Ongoing,
    Recurring(Recurrence),
    Day(Words<'a>),
    Month {
        from: Words<'a>,
        to: Words<'a>,
    },
    Quarter {
        from: Words<'a>,
        to: Words<'a>,
    },
    Year {
        from: Words<'a>,
        to: Words<'a>,
    },
    Range {
        from: Words<'a>,
        to: Words<'a>,
    },
    From(Words<'a>),
    /// An event of which it is not known when it will be.
    Event,
    /// An event of which it is known about when it will be.
    EventAbout {
        from: Words<'a>,
        to: Words<'a>,
    },
    Several(Vec<Reading<'a>>),
}

/// See [`dates::Recurrence`].
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(in crate::store) enum Recurrence {
    Daily,
    Weekly,
    Fortnightly,
    Monthly,
    TwiceYearly,
    Quarterly,
    Yearly,
    Other,
}

impl From<&dates::Reading> for Reading<'_> {
    fn from(reading: &dates::Reading) -> Self {
        let ends = |span: &dates::Span| (Words::written(&span.from), Words::written(&span.to));
        match reading {
            dates::Reading::Blank => Self::Blank,
            dates::Reading::Placeholder => Self::Placeholder,
            dates::Reading::Unread => Self::Unread,
            dates::Reading::Ongoing => Self::Ongoing,
            dates::Reading::Recurring(recurrence) => Self::Recurring((*recurrence).into()),
            dates::Reading::Day(day) => Self::Day(Words::written(day)),
            dates::Reading::From(day) => Self::From(Words::written(day)),
            dates::Reading::Month(span) => {
                let (from, to) = ends(span);
                Self::Month { from, to }
            }
            dates::Reading::Quarter(span) => {
                let (from, to) = ends(span);
                Self::Quarter { from, to }
            }
            dates::Reading::Year(span) => {
                let (from, to) = ends(span);
                Self::Year { from, to }
            }
            dates::Reading::Range(span) => {
                let (from, to) = ends(span);
                Self::Range { from, to }
            }
            dates::Reading::Event(None) => Self::Event,
            dates::Reading::Event(Some(span)) => {
                let (from, to) = ends(span);
                Self::EventAbout { from, to }
            }
            dates::Reading::Several(parts) => Self::Several(parts.iter().map(Into::into).collect()),
        }
    }
}

impl From<dates::Recurrence> for Recurrence {
    fn from(recurrence: dates::Recurrence) -> Self {
        match recurrence {
            dates::Recurrence::Daily => Self::Daily,
            dates::Recurrence::Weekly => Self::Weekly,
            dates::Recurrence::Fortnightly => Self::Fortnightly,
            dates::Recurrence::Monthly => Self::Monthly,
            dates::Recurrence::TwiceYearly => Self::TwiceYearly,
            dates::Recurrence::Quarterly => Self::Quarterly,
            dates::Recurrence::Yearly => Self::Yearly,
            dates::Recurrence::Other => Self::Other,
        }
    }
}

impl From<Recurrence> for dates::Recurrence {
    fn from(recurrence: Recurrence) -> Self {
        match recurrence {
            Recurrence::Daily => Self::Daily,
            Recurrence::Weekly => Self::Weekly,
            Recurrence::Fortnightly => Self::Fortnightly,
            Recurrence::Monthly => Self::Monthly,
            Recurrence::TwiceYearly => Self::TwiceYearly,
            Recurrence::Quarterly => Self::Quarterly,
            Recurrence::Yearly => Self::Yearly,
            Recurrence::Other => Self::Other,
        }
    }
}
