//! The values fields have: when two are the same, when one is blank, and how one is put into words.
//!
//! Two dates or owner cells are the same where their words are, and what a person overruled of them: the
//! rest of a reading follows from the period and the directory, and is made anew after the merge.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::super::ids::{EventId, StatusId};
use super::super::issued::Issued;
use super::super::measure::{Counted, Direction};
use super::super::owners::Owners;
use super::super::plan::PlanStatus;
use super::super::status::{Colour, Meaning, Shape};
use crate::dates::{Period, When};

/// The word of every status that any of the plans knows.
pub(super) type StatusWords<'plan> = HashMap<StatusId, &'plan str>;

/// A value of a field.
pub(super) trait Value: Copy {
    /// Whether nobody could tell them apart.
    fn same(self, other: Self) -> bool;

    /// Whether nothing was entered.
    fn is_blank(self) -> bool {
        false
    }

    /// What a person is shown.
    fn words(self, statuses: &StatusWords<'_>) -> String;
}

impl Value for &str {
    fn same(self, other: Self) -> bool {
        self == other
    }

    fn is_blank(self) -> bool {
        self.is_empty()
    }

    fn words(self, _: &StatusWords<'_>) -> String {
        self.to_owned()
    }
}

impl Value for &[String] {
    fn same(self, other: Self) -> bool {
        self == other
    }

    fn is_blank(self) -> bool {
        self.is_empty()
    }

    fn words(self, _: &StatusWords<'_>) -> String {
        self.join("\n")
    }
}

impl Value for &When {
    fn same(self, other: Self) -> bool {
        let overruled = self.is_overruled();
        self.written() == other.written()
            && overruled == other.is_overruled()
            && (!overruled || self.reading() == other.reading())
    }

    fn is_blank(self) -> bool {
        self.written().is_empty() && !self.is_overruled()
    }

    fn words(self, _: &StatusWords<'_>) -> String {
        let written = self.written();
        if !self.is_overruled() {
            return written.to_owned();
        }
        let day = |day: Option<NaiveDate>| day.map(|day| day.format(" %d/%m/%Y").to_string()).unwrap_or_default();
        let reading = self.reading();
        format!("{written} (taken as {}{}{})", reading.kind().name(), day(reading.from()), day(reading.to()))
    }
}

impl Value for Option<&When> {
    fn same(self, other: Self) -> bool {
        match (self, other) {
            (None, None) => true,
            (Some(one), Some(other)) => one.same(other),
            _ => false,
        }
    }

    fn is_blank(self) -> bool {
        self.is_none()
    }

    fn words(self, statuses: &StatusWords<'_>) -> String {
        self.map(|when| when.words(statuses)).unwrap_or_default()
    }
}

impl Value for &Owners {
    fn same(self, other: Self) -> bool {
        let overruled = self.is_overruled();
        self.written() == other.written()
            && overruled == other.is_overruled()
            && (!overruled || self.names() == other.names())
    }

    fn is_blank(self) -> bool {
        self.written().is_empty() && !self.is_overruled()
    }

    fn words(self, _: &StatusWords<'_>) -> String {
        let written = self.written();
        if self.is_overruled() {
            format!("{written} (taken as {})", self.names().join("; "))
        } else {
            written.to_owned()
        }
    }
}

impl Value for &Period {
    fn same(self, other: Self) -> bool {
        self == other
    }

    fn words(self, _: &StatusWords<'_>) -> String {
        format!("{} ({} to {})", self.label, self.from.format("%d/%m/%Y"), self.to.format("%d/%m/%Y"))
    }
}

impl Value for Option<StatusId> {
    fn same(self, other: Self) -> bool {
        self == other
    }

    fn is_blank(self) -> bool {
        self.is_none()
    }

    fn words(self, statuses: &StatusWords<'_>) -> String {
        self.and_then(|id| statuses.get(&id)).map(|word| (*word).to_owned()).unwrap_or_default()
    }
}

impl Value for Option<NaiveDate> {
    fn same(self, other: Self) -> bool {
        self == other
    }

    fn is_blank(self) -> bool {
        self.is_none()
    }

    fn words(self, _: &StatusWords<'_>) -> String {
        self.map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default()
    }
}

impl Value for PlanStatus {
    fn same(self, other: Self) -> bool {
        self == other
    }

    fn words(self, _: &StatusWords<'_>) -> String {
        PlanStatus::words(self).to_owned()
    }
}

impl Value for Colour {
    fn same(self, other: Self) -> bool {
        self == other
    }

    fn words(self, _: &StatusWords<'_>) -> String {
        self.hex()
    }
}

impl Value for Shape {
    fn same(self, other: Self) -> bool {
        self == other
    }

    fn words(self, _: &StatusWords<'_>) -> String {
        self.character().to_string()
    }
}

impl Value for Option<EventId> {
    fn same(self, other: Self) -> bool {
        self == other
    }

    fn is_blank(self) -> bool {
        self.is_none()
    }

    fn words(self, _: &StatusWords<'_>) -> String {
        if self.is_some() { "linked with others" } else { "by itself" }.to_owned()
    }
}

impl Value for Direction {
    fn same(self, other: Self) -> bool {
        self == other
    }

    fn words(self, _: &StatusWords<'_>) -> String {
        Direction::words(self).to_owned()
    }
}

impl Value for Counted {
    fn same(self, other: Self) -> bool {
        self == other
    }

    fn words(self, _: &StatusWords<'_>) -> String {
        Counted::words(self).to_owned()
    }
}

impl Value for &Issued {
    fn same(self, other: Self) -> bool {
        self == other
    }

    fn words(self, _: &StatusWords<'_>) -> String {
        self.title()
    }
}

impl Value for Meaning {
    fn same(self, other: Self) -> bool {
        self == other
    }

    fn words(self, _: &StatusWords<'_>) -> String {
        match self {
            Self::Complete => "complete",
            Self::OnTrack => "on track",
            Self::AtRisk => "at risk",
            Self::OffTrack => "off track",
            Self::NotStarted => "not started",
        }
        .to_owned()
    }
}
