//! Dates across, as numbers from left to right.
//!
//! Pure: it knows days and points (egui's length unit) and nothing of plans, rows or painting.

use chrono::{Datelike, Months, NaiveDate};
use egui::Rangef;

use crate::dates::Span;

/// The fewest days that may fill the chart: three weeks.
const FEWEST_DAYS: f64 = 21.0;

/// What part of the span is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// How many times larger than when the whole span fits; at least 1.
    pub zoom: f64,
    /// Days of the span to the left of the chart.
    pub first_day: f64,
}

impl Default for Window {
    /// The whole span.
    fn default() -> Self {
        Self { zoom: 1.0, first_day: 0.0 }
    }
}

impl Window {
    /// The window that shows only days of the span, as near to this one as can be.
    #[must_use]
    pub fn within(self, span: Span) -> Self {
        let days = days_of(span);
        let zoom = self.zoom.clamp(1.0, (days / FEWEST_DAYS).max(1.0));
        Self { zoom, first_day: self.first_day.clamp(0.0, days - days / zoom) }
    }

    /// Enlarged by `factor` while what lies at `part` of the width (0 to 1) stays there.
    #[must_use]
    pub fn zoomed(self, factor: f64, part: f64, span: Span) -> Self {
        let days = days_of(span);
        let held = self.first_day + part * days / self.zoom;
        let zoom = Self { zoom: self.zoom * factor, ..self }.within(span).zoom;
        Self { zoom, first_day: held - part * days / zoom }.within(span)
    }

    /// Moved later by a part of what is seen.
    #[must_use]
    pub fn moved(self, part: f64, span: Span) -> Self {
        Self { first_day: self.first_day + part * days_of(span) / self.zoom, ..self }.within(span)
    }
}

/// Where each day lies in a chart of a given place and width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Axis {
    /// The days that can be shown.
    pub span: Span,
    /// From left to right, in points.
    pub x: Rangef,
    per_day: f64,
    first_day: f64,
}

impl Axis {
    /// The axis of a span seen through a window, drawn from left to right over `x`.
    #[must_use]
    pub(super) fn new(span: Span, window: Window, x: Rangef) -> Self {
        let window = window.within(span);
        let per_day = f64::from(x.span().max(1.0)) * window.zoom / days_of(span);
        Self { span, x, per_day, first_day: window.first_day }
    }

    /// Where a day begins.
    #[must_use]
    pub(super) fn start_of(&self, day: NaiveDate) -> f32 {
        self.at(days_between(self.span.from, day))
    }

    /// Where a day ends, which is where the next begins.
    #[must_use]
    pub(super) fn end_of(&self, day: NaiveDate) -> f32 {
        self.at(days_between(self.span.from, day) + 1.0)
    }

    /// The middle of a day.
    #[must_use]
    pub(super) fn middle_of(&self, day: NaiveDate) -> f32 {
        self.at(days_between(self.span.from, day) + 0.5)
    }

    /// How wide a day is.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "lengths on a screen need no more")]
    pub(super) fn day_width(&self) -> f32 {
        self.per_day as f32
    }

    /// The first day of every `months`th month that shares a day with what is seen, counted so that April
    /// is one of them.
    pub(super) fn months(&self, months: u32) -> impl Iterator<Item = NaiveDate> + use<> {
        let axis = *self;
        let seen = chrono::Days::new(whole_days(self.first_day));
        let first = self.span.from.checked_add_days(seen).and_then(|day| {
            let past = (day.month() + 8) % months.max(1);
            day.with_day(1)?.checked_sub_months(Months::new(past))
        });
        std::iter::successors(first, move |day| day.checked_add_months(Months::new(months.max(1))))
            .take_while(move |day| *day <= axis.span.to && axis.start_of(*day) < axis.x.max)
    }

    /// Every Monday that is seen.
    pub(super) fn mondays(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let axis = *self;
        let first = self.span.from.checked_add_days(chrono::Days::new(whole_days(self.first_day)));
        let monday = first.and_then(|day| {
            let away = chrono::Weekday::Mon.days_since(day.weekday());
            day.checked_add_days(chrono::Days::new(u64::from(away)))
        });
        std::iter::successors(monday, |day| day.checked_add_days(chrono::Days::new(7)))
            .take_while(move |day| *day <= axis.span.to && axis.start_of(*day) < axis.x.max)
    }

    #[expect(clippy::cast_possible_truncation, reason = "lengths on a screen need no more")]
    fn at(&self, days: f64) -> f32 {
        (f64::from(self.x.min) + (days - self.first_day) * self.per_day) as f32
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "casts from floats saturate, as wanted")]
fn whole_days(days: f64) -> u64 {
    days.floor().max(0.0) as u64
}

#[expect(clippy::cast_precision_loss, reason = "no calendar has 2^52 days")]
fn days_between(from: NaiveDate, to: NaiveDate) -> f64 {
    to.signed_duration_since(from).num_days() as f64
}

/// How many days there are, at least 1.
#[must_use]
pub(super) fn days_of(span: Span) -> f64 {
    (days_between(span.from, span.to) + 1.0).max(1.0)
}
