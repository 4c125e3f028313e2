//! One fixed date as it was written, perhaps without its year, and the year it is given.
//!
//! Knows the calendar; must not know how the date was written.

use super::calendar::{Span, is_readable_year, real_day};
use super::period::{Period, financial_years};
use super::quarter::Quarter;
use chrono::{Datelike, NaiveDate};

/// How fine a date is, finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grain {
    Day,
    Month,
    Quarter,
    Half,
    Year,
}

/// One fixed date, as far as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Atom {
    Day {
        year: Option<i32>,
        month: u32,
        day: u32,
    },
    Month {
        year: Option<i32>,
        month: u32,
    },
    Quarter {
        year: Option<YearOfQuarter>,
        number: u8,
    },
    /// Half of a financial year (1 or 2), which starts in `year`.
    Half {
        year: i32,
        number: u8,
    },
    /// Whole years. `is_lone` is a single four-digit number, which may be no date at all.
    Year {
        span: Span,
        is_lone: bool,
    },
    /// Written as a date, but there is no such day.
    Impossible,
}

/// The year written beside a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearOfQuarter {
    /// "2016/17": the financial year that starts in this one.
    Financial(i32),
    /// "2017" alone: for Q4 it may be the year of the quarter or of its financial year.
    Lone(i32),
}

/// Where a missing year is taken from.
#[derive(Clone, Copy)]
pub(super) enum Anchor<'a> {
    /// The first such date within the period.
    Period(&'a Period),
    /// The last such date that starts no later than this day.
    NotAfter(NaiveDate),
    /// The first such date that ends no earlier than this day.
    NotBefore(NaiveDate),
}

impl Atom {
    pub(super) fn grain(&self) -> Grain {
        match self {
            Atom::Day { .. } | Atom::Impossible => Grain::Day,
            Atom::Month { .. } => Grain::Month,
            Atom::Quarter { .. } => Grain::Quarter,
            Atom::Half { .. } => Grain::Half,
            Atom::Year { .. } => Grain::Year,
        }
    }

    /// Whether the year was written.
    pub(super) fn has_year(&self) -> bool {
        match self {
            Atom::Day { year, .. } | Atom::Month { year, .. } => year.is_some(),
            Atom::Quarter { year, .. } => year.is_some(),
            Atom::Half { .. } | Atom::Year { .. } | Atom::Impossible => true,
        }
    }

    /// The days it names; `anchor` is used only if the year was not written.
    /// `None` if there are no such days in the years that may be read.
    pub(super) fn resolve(&self, anchor: Anchor<'_>) -> Option<Span> {
        match *self {
            Atom::Day { year: Some(year), month, day } => day_span(year, month, day),
            Atom::Month { year: Some(year), month } => month_span(year, month),
            Atom::Quarter { year: Some(year), number } => quarter_span(year, number, anchor),
            Atom::Half { year, number } => half_span(year, number),
            Atom::Year { span, .. } => Some(span),
            Atom::Impossible => None,
            Atom::Day { year: None, month, day } => anchored(anchor, |year| day_span(year, month, day)),
            Atom::Month { year: None, month } => anchored(anchor, |year| month_span(year, month)),
            Atom::Quarter { year: None, number } => anchored(anchor, |year| financial_quarter(year, number)),
        }
    }
}

/// The first of the yearly days that `anchor` asks for.
fn anchored(anchor: Anchor<'_>, in_year: impl Fn(i32) -> Option<Span>) -> Option<Span> {
    match anchor {
        Anchor::Period(period) => {
            let whole = period.span();
            // A quarter's year can begin one before the period's.
            let within = (whole.from.year() - 1..=whole.to.year()).filter_map(&in_year).find(|span| whole.covers(span));
            within.or_else(|| {
                // A period shorter than a year need not hold it: the next one then,
                // but 29 February is left alone.
                let next = (0..2).map(|step| in_year(whole.from.year() + step));
                next.map_while(|span| span).find(|span| span.from >= whole.from)
            })
        }
        Anchor::NotAfter(day) => {
            [day.year(), day.year() - 1].into_iter().filter_map(&in_year).find(|span| span.from <= day)
        }
        Anchor::NotBefore(day) => {
            [day.year() - 1, day.year(), day.year() + 1].into_iter().filter_map(&in_year).find(|span| span.to >= day)
        }
    }
}

fn day_span(year: i32, month: u32, day: u32) -> Option<Span> {
    real_day(year, month, day).map(Span::day)
}

fn month_span(year: i32, month: u32) -> Option<Span> {
    is_readable_year(year).then(|| Span::month(year, month)).flatten()
}

fn financial_quarter(starting: i32, number: u8) -> Option<Span> {
    let span = Quarter::new(number, starting)?.span();
    (is_readable_year(span.from.year()) && is_readable_year(span.to.year())).then_some(span)
}

fn quarter_span(year: YearOfQuarter, number: u8, anchor: Anchor<'_>) -> Option<Span> {
    match (year, anchor) {
        // Q1 to Q3 lie in the year in which their financial year starts.
        (YearOfQuarter::Lone(year), Anchor::Period(period)) if number == 4 => {
            let of_year = financial_quarter(year - 1, number);
            let whole = period.span();
            let is_only_this = of_year.is_some_and(|span| whole.covers(&span));
            let starting = financial_quarter(year, number);
            let is_starting = starting.is_some_and(|span| whole.covers(&span));
            if is_only_this && !is_starting { of_year } else { starting }
        }
        (YearOfQuarter::Financial(year) | YearOfQuarter::Lone(year), _) => financial_quarter(year, number),
    }
}

fn half_span(year: i32, number: u8) -> Option<Span> {
    let whole = financial_years(year, year.checked_add(1)?)?;
    match number {
        1 => Span::months(year, 4, 6),
        2 => Span::new(NaiveDate::from_ymd_opt(year, 10, 1)?, whole.to),
        _ => None,
    }
}
