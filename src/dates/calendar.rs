//! Days, months and spans of days, and the words the program itself uses for them.
//!
//! Knows the calendar only; must not know how people write dates.

use chrono::{Datelike, Days, NaiveDate};

/// The first year a date may be read in.
pub(super) const FIRST_YEAR: i32 = 1900;
/// The last year a date may be read in.
pub(super) const LAST_YEAR: i32 = 2199;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A run of whole days, both ends included; `from` is never after `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first day.
    pub from: NaiveDate,
    /// The last day, included.
    pub to: NaiveDate,
}

impl Span {
    /// The days from `from` to `to`, or `None` if that would run backwards.
    #[must_use]
    pub fn new(from: NaiveDate, to: NaiveDate) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// A single day.
    #[must_use]
    pub fn day(day: NaiveDate) -> Self {
        Self { from: day, to: day }
    }

    /// Whether `day` is one of these days.
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// Whether the two share at least one day.
    #[must_use]
    pub fn overlaps(&self, other: &Span) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// Whether every day of `other` is also one of these.
    #[must_use]
    pub fn covers(&self, other: &Span) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    /// How many days there are, at least 1.
    #[must_use]
    pub fn days(&self) -> i64 {
        self.to.signed_duration_since(self.from).num_days() + 1
    }

    /// One calendar month, `month` being 1 to 12.
    pub(super) fn month(year: i32, month: u32) -> Option<Self> {
        Self::months(year, month, 1)
    }

    /// `count` whole calendar months, beginning with `month` (1 to 12) of `year`.
    pub(super) fn months(year: i32, month: u32, count: u32) -> Option<Self> {
        let from = NaiveDate::from_ymd_opt(year, month, 1)?;
        let to = from.checked_add_months(chrono::Months::new(count))?.pred_opt()?;
        Self::new(from, to)
    }

    /// Whether this is exactly one calendar month.
    pub(super) fn is_month(self) -> bool {
        Self::month(self.from.year(), self.from.month()) == Some(self)
    }

    /// The seven days beginning with `day`.
    pub(super) fn week(day: NaiveDate) -> Option<Self> {
        Self::new(day, day.checked_add_days(Days::new(6))?)
    }
}

/// A real day in the years that may be read, or `None`.
pub(super) fn real_day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    is_readable_year(year).then(|| NaiveDate::from_ymd_opt(year, month, day)).flatten()
}

/// Whether dates of this year may be read.
pub(super) fn is_readable_year(year: i32) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&year)
}

/// A year written with two digits: 00 to 79 are 20xx, 80 to 99 are 19xx.
pub(super) fn full_year(short: i32) -> i32 {
    if short < 80 { 2000 + short } else { 1900 + short }
}

fn month_name(date: NaiveDate) -> &'static str {
    MONTHS.get(date.month0() as usize).copied().unwrap_or("")
}

fn month_name_short(date: NaiveDate) -> &'static str {
    month_name(date).get(..3).unwrap_or("")
}

/// A day in short words: "11 Jul 2016".
#[must_use]
pub fn day_words(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month_name_short(date), date.year())
}

/// A day in full words: "11 July 2016".
#[must_use]
pub fn long_day_words(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month_name(date), date.year())
}

/// The month of a day in short words: "Jul 2016".
#[must_use]
pub fn month_short(date: NaiveDate) -> String {
    format!("{} {}", month_name_short(date), date.year())
}

/// The month of a day in full words: "July 2016".
#[must_use]
pub fn month_words(date: NaiveDate) -> String {
    format!("{} {}", month_name(date), date.year())
}
