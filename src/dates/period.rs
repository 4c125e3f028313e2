//! The period a plan runs for: usually one financial year, sometimes several.
//!
//! Knows the calendar and how a plan's period is labelled; not how deadlines are written.

use super::calendar::{FIRST_YEAR, LAST_YEAR, Span, is_readable_year};
use super::quarter::Quarter;
use chrono::NaiveDate;

/// A labelled run of days; `from` is never after `to`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// The label as shown, "2016/17".
    pub label: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, included.
    pub to: NaiveDate,
}

impl Period {
    /// The financial year from 1 April of `starting` to 31 March of the next year.
    ///
    /// `starting` is held within 1900 to 2198, so that both ends can be read back.
    #[must_use]
    pub fn financial_year(starting: i32) -> Period {
        let year = starting.clamp(FIRST_YEAR, LAST_YEAR - 1);
        let label = format!("{year}/{:02}", (year + 1) % 100);
        let span = financial_years(year, year + 1).unwrap_or(Span::day(NaiveDate::MIN));
        Period { label, from: span.from, to: span.to }
    }

    /// Reads a period's label: "2016/17", "2016-17", "2016/2017", "2016–2019"
    /// (three financial years, to 31 March 2019) or "2016" (the financial year
    /// starting in it). Words before the years are allowed ("FY 2016/17").
    ///
    /// The label is kept as written, but for the space around it. `None` if it
    /// holds no such years, they run backwards, or they lie outside 1900 to 2199.
    #[must_use]
    pub fn parse(label: &str) -> Option<Period> {
        let label = label.trim();
        let start = label.find(|c: char| c.is_ascii_digit())?;
        if !label[..start].chars().all(|c| c.is_alphabetic() || c.is_whitespace()) {
            return None;
        }
        let years = &label[start..];
        let end = years.find(|c: char| !c.is_ascii_digit()).unwrap_or(years.len());
        let first = whole_year(&years[..end])?;
        let rest = years[end..].trim();
        let last = if rest.is_empty() {
            first + 1
        } else {
            let digits = rest.trim_start_matches(|c: char| !c.is_ascii_digit());
            let joint = rest[..rest.len() - digits.len()].trim();
            is_joint(joint).then_some(())?;
            last_year(first, digits)?
        };
        let span = financial_years(first, last)?;
        Some(Period { label: label.to_owned(), from: span.from, to: span.to })
    }

    /// The first and last day.
    #[must_use]
    pub fn span(&self) -> Span {
        Span { from: self.from, to: self.to.max(self.from) }
    }

    /// Whether a day lies in the period.
    #[must_use]
    pub fn contains(&self, date: NaiveDate) -> bool {
        self.span().contains(date)
    }

    /// Every financial quarter that shares a day with the period, in order.
    #[must_use]
    pub fn quarters(&self) -> Vec<Quarter> {
        let last = Quarter::of(self.span().to);
        let mut quarters = vec![Quarter::of(self.from)];
        while let Some(quarter) = quarters.last().filter(|quarter| **quarter < last) {
            quarters.push(quarter.next());
        }
        quarters
    }
}

/// From 1 April of `first` to 31 March of `last`; `None` if backwards or out of range.
pub(super) fn financial_years(first: i32, last: i32) -> Option<Span> {
    (is_readable_year(first) && is_readable_year(last)).then_some(())?;
    Span::new(NaiveDate::from_ymd_opt(first, 4, 1)?, NaiveDate::from_ymd_opt(last, 3, 31)?)
}

/// Whether this is all that stands between the two years of a period.
pub(super) fn is_joint(text: &str) -> bool {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(only), None) => only == '/' || super::words::is_dash(only),
        _ => text.eq_ignore_ascii_case("to"),
    }
}

fn whole_year(digits: &str) -> Option<i32> {
    (digits.len() == 4).then_some(())?;
    digits.parse().ok().filter(|year| is_readable_year(*year))
}

/// The second year of a pair, with two digits or four; always after `first`.
fn last_year(first: i32, digits: &str) -> Option<i32> {
    let last = match digits.len() {
        2 => {
            let short = digits.parse::<i32>().ok()?;
            let same_century = first - first % 100 + short;
            // 1999/00 runs into the next century.
            if short == 0 && first % 100 == 99 { first + 1 } else { same_century }
        }
        _ => whole_year(digits)?,
    };
    (last > first).then_some(last)
}
