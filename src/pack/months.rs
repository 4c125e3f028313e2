//! The scale of the timeline: the months (or quarters, or years) a period is drawn in.

use chrono::{Datelike, Months, NaiveDate};

use crate::dates::{Quarter, Span};

/// Months are drawn up to this many; longer periods in quarters.
const MOST_MONTHS: usize = 24;
/// Quarters are drawn up to this many; longer periods in years.
const MOST_QUARTERS: usize = 24;
/// No period is drawn in more parts than this.
const MOST_SLOTS: usize = 60;

/// One column of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    /// The days it stands for.
    pub(super) span: Span,
    /// Its heading: "Apr", "Q1".
    pub(super) label: String,
    /// The heading over it and its neighbours: "Q1 2016/17", "2016/17".
    pub(super) group: String,
}

/// The columns of a timeline, side by side without gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    /// The columns in order. Never empty.
    pub(super) slots: Vec<Slot>,
    /// Whether they are months, in which a day can be named by its number.
    pub(super) is_in_months: bool,
}

/// Where a day falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Falls {
    /// Before the first column.
    Before,
    /// In this column, from 0.
    In(usize),
    /// After the last column.
    After,
}

impl Scale {
    /// The scale for a period.
    #[must_use]
    pub(super) fn new(period: Span) -> Self {
        let months = slots(period, 1);
        if months.len() <= MOST_MONTHS {
            return Self { slots: months, is_in_months: true };
        }
        let quarters = slots(Span { from: Quarter::of(period.from).span().from, to: period.to }, 3);
        let slots = if quarters.len() <= MOST_QUARTERS { quarters } else { years(period) };
        Self { slots, is_in_months: false }
    }

    /// The quarters of a period, or its years where it has more than eight quarters.
    #[must_use]
    pub(super) fn in_quarters(period: Span) -> Self {
        let quarters = slots(Span { from: Quarter::of(period.from).span().from, to: period.to }, 3);
        let slots = if quarters.len() <= 8 { quarters } else { years(period) };
        Self { slots, is_in_months: false }
    }

    /// The column a day falls in.
    #[must_use]
    pub(super) fn falls(&self, day: NaiveDate) -> Falls {
        match self.slots.iter().position(|slot| slot.span.contains(day)) {
            Some(index) => Falls::In(index),
            None if self.slots.first().is_none_or(|first| day < first.span.from) => Falls::Before,
            None => Falls::After,
        }
    }
}

fn slots(period: Span, months_each: u32) -> Vec<Slot> {
    let first = period.from.with_day(1).unwrap_or(period.from);
    std::iter::successors(Some(first), |from| from.checked_add_months(Months::new(months_each)))
        .take_while(|from| *from <= period.to)
        .take(MOST_SLOTS)
        .filter_map(|from| {
            let to = from.checked_add_months(Months::new(months_each))?.pred_opt()?;
            let quarter = Quarter::of(from);
            let (label, group) = if months_each == 1 {
                (from.format("%b").to_string(), quarter.label())
            } else {
                (format!("Q{}", quarter.number()), financial_year(from))
            };
            Some(Slot { span: Span { from, to }, label, group })
        })
        .collect()
}

fn years(period: Span) -> Vec<Slot> {
    let quarter = Quarter::of(period.from);
    let first = Quarter::new(1, quarter.financial_year()).map_or(period.from, |quarter| quarter.span().from);
    std::iter::successors(Some(first), |from| from.checked_add_months(Months::new(12)))
        .take_while(|from| *from <= period.to)
        .take(MOST_SLOTS)
        .filter_map(|from| {
            let to = from.checked_add_months(Months::new(12))?.pred_opt()?;
            Some(Slot { span: Span { from, to }, label: financial_year(from), group: "Financial years".to_owned() })
        })
        .collect()
}

/// "2016/17".
fn financial_year(day: NaiveDate) -> String {
    let year = Quarter::of(day).financial_year();
    format!("{year}/{:02}", (year + 1) % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, date: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, date).unwrap()
    }

    #[test]
    fn a_year_is_twelve_months() {
        let scale = Scale::new(Span { from: day(2016, 4, 1), to: day(2017, 3, 31) });
        assert_eq!(scale.slots.len(), 12);
        assert_eq!((scale.slots[0].label.as_str(), scale.slots[0].group.as_str()), ("Apr", "Q1 2016/17"));
        assert_eq!(scale.falls(day(2017, 3, 31)), Falls::In(11));
        assert_eq!(scale.falls(day(2016, 3, 31)), Falls::Before);
        assert_eq!(scale.falls(day(2017, 4, 1)), Falls::After);
    }

    #[test]
    fn long_periods_are_drawn_coarser() {
        let three = Scale::new(Span { from: day(2016, 4, 1), to: day(2019, 3, 31) });
        assert_eq!((three.slots.len(), three.slots[0].group.as_str()), (12, "2016/17"));
        let ten = Scale::new(Span { from: day(2016, 4, 1), to: day(2026, 3, 31) });
        assert_eq!((ten.slots.len(), ten.slots[9].label.as_str()), (10, "2025/26"));
        let age = Scale::new(Span { from: day(1900, 1, 1), to: day(2199, 12, 31) });
        assert_eq!(age.slots.len(), MOST_SLOTS);
    }
}
