//! How often something comes round again, and on which days it falls due.
//!
//! Knows the calendar only; how people write recurrences is read in `recurring`.

use super::calendar::Span;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// How often something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Recurrence {
    /// Every day.
    Daily,
    /// Every week.
    Weekly,
    /// Every two weeks.
    Fortnightly,
    /// Every month.
    Monthly,
    /// Twice a year.
    TwiceYearly,
    /// Every quarter.
    Quarterly,
    /// Every year.
    Yearly,
    /// It comes round, but not by a rule with known days ("termly", "twice weekly").
    Other,
}

impl Recurrence {
    /// Every recurrence, in the order a menu offers them.
    pub const ALL: [Recurrence; 8] = [
        Recurrence::Daily,
        Recurrence::Weekly,
        Recurrence::Fortnightly,
        Recurrence::Monthly,
        Recurrence::Quarterly,
        Recurrence::TwiceYearly,
        Recurrence::Yearly,
        Recurrence::Other,
    ];

    /// One stable word, for files: "quarterly".
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Recurrence::Daily => "daily",
            Recurrence::Weekly => "weekly",
            Recurrence::Fortnightly => "fortnightly",
            Recurrence::Monthly => "monthly",
            Recurrence::TwiceYearly => "twice yearly",
            Recurrence::Quarterly => "quarterly",
            Recurrence::Yearly => "yearly",
            Recurrence::Other => "other",
        }
    }

    /// The recurrence of that [`name`](Self::name).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Recurrence> {
        Self::ALL.into_iter().find(|recurrence| recurrence.name() == name)
    }

    /// Words to show: "every quarter".
    #[must_use]
    pub fn describe(&self) -> &'static str {
        match self {
            Recurrence::Daily => "every day",
            Recurrence::Weekly => "every week",
            Recurrence::Fortnightly => "every fortnight",
            Recurrence::Monthly => "every month",
            Recurrence::TwiceYearly => "twice a year",
            Recurrence::Quarterly => "every quarter",
            Recurrence::Yearly => "every year",
            Recurrence::Other => "again and again",
        }
    }

    /// The days it falls due within `span`, in order: the last day of each
    /// month, financial quarter, financial half-year (30 September, 31 March) or
    /// financial year (31 March); every Friday, or every second Friday; every
    /// day. The days do not depend on where the span starts, so that ticks stay
    /// put when a view is moved. Empty for [`Recurrence::Other`].
    #[must_use]
    pub fn dates_within(&self, span: Span) -> Vec<NaiveDate> {
        match self {
            Recurrence::Daily => every_days(span, span.from, 1),
            Recurrence::Weekly => every_days(span, first_friday(span.from), 7),
            Recurrence::Fortnightly => {
                let friday = first_friday(span.from);
                let is_off_week = friday.num_days_from_ce().div_euclid(7) % 2 != 0;
                every_days(span, plus_days(friday, if is_off_week { 7 } else { 0 }), 14)
            }
            Recurrence::Monthly => month_ends(span, 1),
            Recurrence::Quarterly => month_ends(span, 3),
            Recurrence::TwiceYearly => month_ends(span, 6),
            Recurrence::Yearly => month_ends(span, 12),
            Recurrence::Other => Vec::new(),
        }
    }
}

fn plus_days(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

fn first_friday(from: NaiveDate) -> NaiveDate {
    let away = Weekday::Fri.days_since(from.weekday());
    plus_days(from, u64::from(away))
}

fn every_days(span: Span, first: NaiveDate, step_days: u64) -> Vec<NaiveDate> {
    std::iter::successors(Some(first), |day| day.checked_add_days(Days::new(step_days)))
        .take_while(|day| *day <= span.to)
        .collect()
}

/// The ends of every `step`th month, counted so that March is always one of them.
fn month_ends(span: Span, step: u32) -> Vec<NaiveDate> {
    let first = span.from.with_day(1);
    std::iter::successors(first, |day| day.checked_add_months(Months::new(1)))
        .take_while(|day| *day <= span.to)
        .filter(|day| (day.month() + 9) % step == 0)
        .filter_map(|day| Span::month(day.year(), day.month()))
        .map(|month| month.to)
        .filter(|day| span.contains(*day))
        .collect()
}
