//! Which of a row's marks stand below each other, and how high the row is because of it.
//!
//! Worked out for the whole span at the chart's width: zooming in only parts marks further, so rows keep
//! their height and their order while one zooms and pans. Pure; paints nothing.

use chrono::NaiveDate;
use egui::Rangef;

use super::axis::Axis;
use super::place::is_deadline;
use crate::report::{Drawn, Mark, Row};

/// The least height of a row.
pub(super) const ROW_HEIGHT: f32 = 36.0;
const TRACK_HEIGHT: f32 = 20.0;
/// Something recurring: a line, with its words above.
const TICKS_HEIGHT: f32 = 29.0;
const PADDING: f32 = 6.0;
/// Half the width of a deadline's shape.
pub(super) const DEADLINE_RADIUS: f32 = 7.0;
/// Half the width of a milestone's shape.
pub(super) const MILESTONE_RADIUS: f32 = 5.0;
/// No bar is drawn thinner.
const THINNEST_BAR: f32 = 5.0;

/// The tracks of one row.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tracks {
    /// The track of each mark of the row.
    pub of_mark: Vec<usize>,
    heights: Vec<Rangef>,
    /// How high the row is.
    pub height: f32,
}

impl Tracks {
    /// From top to bottom of a track, counted from the row's upper edge.
    #[must_use]
    pub(super) fn y_of(&self, track: usize) -> Option<Rangef> {
        self.heights.get(track).copied()
    }
}

/// Parts a row's marks into tracks. `fit` is the axis that shows the whole span.
#[must_use]
pub(super) fn tracks(row: &Row, fit: &Axis) -> Tracks {
    let mut of_mark = vec![0; row.marks.len()];
    let mut order: Vec<(usize, &Mark, Rangef)> =
        row.marks.iter().enumerate().map(|(index, mark)| (index, mark, reach(mark, fit))).collect();
    // Dates first from left to right, then what takes a track of its own.
    order.sort_by(|(_, one, x), (_, other, other_x)| {
        is_alone(one).cmp(&is_alone(other)).then(x.min.total_cmp(&other_x.min))
    });
    let mut taken: Vec<Taken> = Vec::new();
    for (index, mark, x) in order {
        let end = if is_alone(mark) { f32::INFINITY } else { x.max };
        let (first_day, last_day) = days(mark);
        // Marks that share a day meet when one zooms in, even where at this width they do not.
        let is_free = |taken: &Taken| taken.x <= x.min && taken.last_day < first_day;
        let free = if is_alone(mark) { None } else { taken.iter().position(is_free) };
        let track = free.unwrap_or(taken.len());
        match taken.get_mut(track) {
            Some(taken) => {
                taken.x = end;
                taken.last_day = taken.last_day.max(last_day);
            }
            None => taken.push(Taken { x: end, last_day, height: height(mark) }),
        }
        if let Some(of_mark) = of_mark.get_mut(index) {
            *of_mark = track;
        }
    }
    let needed: f32 = taken.iter().map(|taken| taken.height).sum();
    let row_height = (needed + 2.0 * PADDING).max(ROW_HEIGHT);
    let mut top = (row_height - needed) / 2.0;
    let ranges = taken.iter().map(|taken| {
        let y = Rangef::new(top, top + taken.height);
        top += taken.height;
        y
    });
    Tracks { of_mark, heights: ranges.collect(), height: row_height }
}

/// How far a track is taken.
struct Taken {
    /// To this x, where the whole span is shown.
    x: f32,
    last_day: NaiveDate,
    height: f32,
}

/// The first and last day of a mark.
fn days(mark: &Mark) -> (NaiveDate, NaiveDate) {
    match &mark.drawn {
        Drawn::Point(day) => (*day, *day),
        Drawn::Band(days) | Drawn::Open(days) => (days.from, days.to),
        Drawn::Fading(day) => (*day, NaiveDate::MAX),
        Drawn::Ticks(_) => (NaiveDate::MIN, NaiveDate::MAX),
    }
}

fn height(mark: &Mark) -> f32 {
    if matches!(mark.drawn, Drawn::Ticks(_)) { TICKS_HEIGHT } else { TRACK_HEIGHT }
}

/// Whether a mark runs over the whole chart, or needs all of it for its words.
#[must_use]
pub(super) fn is_alone(mark: &Mark) -> bool {
    mark.outside.is_some() || matches!(mark.drawn, Drawn::Ticks(_) | Drawn::Open(_))
}

/// From left to right of a mark, not cut at the chart's edges.
#[must_use]
pub(super) fn reach(mark: &Mark, axis: &Axis) -> Rangef {
    match &mark.drawn {
        Drawn::Point(day) => {
            let radius = if is_deadline(mark) { DEADLINE_RADIUS } else { MILESTONE_RADIUS };
            let middle = axis.middle_of(*day);
            Rangef::new(middle - radius, middle + radius)
        }
        Drawn::Band(days) => {
            let (left, right) = (axis.start_of(days.from) + 1.0, axis.end_of(days.to) - 1.0);
            // The due day at the right end stays where it is.
            Rangef::new(left.min(right - THINNEST_BAR), right)
        }
        Drawn::Fading(day) => {
            let left = axis.start_of(*day);
            Rangef::new(left, axis.end_of(axis.span.to).max(left + THINNEST_BAR))
        }
        Drawn::Ticks(_) | Drawn::Open(_) => axis.x,
    }
}
