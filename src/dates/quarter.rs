//! Financial quarters: Q1 is April to June, Q4 is January to March of the next calendar year.
//!
//! Knows the calendar only; must not know how people write quarters.

use super::calendar::Span;
use chrono::{Datelike, NaiveDate};

/// One quarter of one financial year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    year: i32,
    number: u8,
}

impl Quarter {
    /// Quarter `number` (1 to 4) of the financial year that starts in April of `starting`.
    ///
    /// `None` if `number` is not 1 to 4 or the year lies outside 1899 to 2199.
    #[must_use]
    pub fn new(number: u8, starting: i32) -> Option<Self> {
        ((1..=4).contains(&number) && (1899..=2199).contains(&starting)).then_some(Self { year: starting, number })
    }

    /// The quarter a day lies in. A day before April 1899 or after March 2200 is
    /// given the nearest quarter there is.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        let (year, number) = match date.month() {
            1..=3 => (date.year().saturating_sub(1), 4),
            4..=6 => (date.year(), 1),
            7..=9 => (date.year(), 2),
            _ => (date.year(), 3),
        };
        match year {
            ..1899 => Self { year: 1899, number: 1 },
            2200.. => Self { year: 2199, number: 4 },
            _ => Self { year, number },
        }
    }

    /// 1 to 4.
    #[must_use]
    pub fn number(&self) -> u8 {
        self.number
    }

    /// The calendar year in which the financial year starts: 2016 for 2016/17.
    #[must_use]
    pub fn financial_year(&self) -> i32 {
        self.year
    }

    /// "Q1 2016/17".
    #[must_use]
    pub fn label(&self) -> String {
        format!("Q{} {}/{:02}", self.number, self.year, (self.year + 1) % 100)
    }

    /// Reads what [`Quarter::label`] writes, and nothing else.
    #[must_use]
    pub fn parse_label(text: &str) -> Option<Self> {
        let (number, year) = text.strip_prefix('Q')?.split_once(' ')?;
        let starting = year.split_once('/')?.0.parse().ok()?;
        Self::new(number.parse().ok()?, starting).filter(|quarter| quarter.label() == text)
    }

    /// The first and last day.
    #[must_use]
    pub fn span(&self) -> Span {
        let (year, month) = match self.number {
            4 => (self.year + 1, 1),
            number => (self.year, u32::from(number) * 3 + 1),
        };
        // Cannot fail for the years a quarter can have; a day is the harmless answer.
        Span::months(year, month, 3).unwrap_or(Span::day(NaiveDate::MIN))
    }

    /// The quarter after this one; the last there is (Q4 2199/00) is its own successor.
    #[must_use]
    pub fn next(&self) -> Self {
        match (self.number, self.year) {
            (4, 2199..) => *self,
            (4, year) => Self { year: year + 1, number: 1 },
            (number, year) => Self { year, number: number + 1 },
        }
    }
}

impl std::fmt::Display for Quarter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.label())
    }
}
