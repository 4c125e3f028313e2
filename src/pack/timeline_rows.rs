//! How one mark of a lane is drawn in the cells of the timeline: which columns, which sign, which look.
//!
//! Knows columns and signs; must not know rows or worksheets.

use chrono::Datelike;

use super::months::{Falls, Scale};
use crate::dates::Span;
use crate::report::{Drawn, Mark, MarkOf, Side};

/// The signs of the timeline, explained in its key.
pub(super) mod sign {
    /// A deadline.
    pub(crate) const DEADLINE: &str = "▼";
    /// A milestone.
    pub(crate) const MILESTONE: &str = "●";
    /// A time that comes round again.
    pub(crate) const AGAIN: &str = "◊";
    /// It goes on.
    pub(crate) const OPEN: &str = "→";
    /// It starts and has no end.
    pub(crate) const START: &str = "►";
    /// A board meeting.
    pub(crate) const MEETING: &str = "■";
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// Filled: a deadline in its status's colour or the accent, a milestone in a wash.
    Full,
    /// Lightly filled: it comes round here.
    Light,
    /// Faintly filled: it goes on here.
    Faint,
}

/// A cell of a lane that is not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Painted {
    /// Which column.
    pub(super) at: Falls,
    /// What stands in it.
    pub(super) sign: String,
    /// How it looks.
    pub(super) look: Look,
}

/// The cells of a mark, in order, none twice.
#[must_use]
pub(super) fn painted(mark: &Mark, scale: &Scale) -> Vec<Painted> {
    let sign = if mark.of == MarkOf::Deadline { sign::DEADLINE } else { sign::MILESTONE };
    let cells = drawn(&mark.drawn, scale, sign);
    // What is said to lie outside the period is shown at its edge whatever its columns are.
    let edge = match mark.outside {
        Some(Side::Before) => Falls::Before,
        Some(Side::After) => Falls::After,
        None => return cells,
    };
    vec![Painted { at: edge, sign: sign.to_owned(), look: Look::Full }]
}

fn drawn(drawn: &Drawn, scale: &Scale, sign: &str) -> Vec<Painted> {
    match drawn {
        Drawn::Point(day) => {
            let at = scale.falls(*day);
            let is_dated = scale.is_in_months && matches!(at, Falls::In(_));
            let sign = if is_dated { format!("{sign} {}", day.day()) } else { sign.to_owned() };
            vec![Painted { at, sign, look: Look::Full }]
        }
        Drawn::Band(span) => band(*span, scale, sign, Look::Full),
        Drawn::Open(span) => band(*span, scale, sign::OPEN, Look::Faint),
        Drawn::Ticks(days) => {
            let mut columns: Vec<Falls> = days.iter().map(|day| scale.falls(*day)).collect();
            columns.sort_unstable();
            columns.dedup();
            let tick = |at| Painted { at, sign: sign::AGAIN.to_owned(), look: Look::Light };
            columns.into_iter().map(tick).collect()
        }
        Drawn::Fading(from) => {
            let last = scale.slots.last().map_or(*from, |slot| slot.span.to);
            let mut cells = band(Span { from: *from, to: last.max(*from) }, scale, "", Look::Faint);
            if let Some(first) = cells.first_mut() {
                sign::START.clone_into(&mut first.sign);
                first.look = Look::Full;
            }
            cells
        }
    }
}

/// Every column from the first day to the last, with the sign in the last.
fn band(span: Span, scale: &Scale, sign: &str, look: Look) -> Vec<Painted> {
    let (first, last) = (scale.falls(span.from), scale.falls(span.to));
    let all = std::iter::once(Falls::Before)
        .chain((0..scale.slots.len()).map(Falls::In))
        .chain(std::iter::once(Falls::After));
    all.filter(|at| first <= *at && *at <= last)
        .map(|at| Painted { at, sign: if at == last { sign.to_owned() } else { String::new() }, look })
        .collect()
}
