//! The small line of a measure's course: its figures as points joined, what is expected as a dashed line, the
//! baseline as a tick at the left.
//!
//! It has no words; whoever shows it says the sentence.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2, remap, vec2};

use crate::model::{Counted, Measure};
use crate::report::MeasureStanding;
use crate::ui::theme::Palette;

/// Kept free at the sides, so that points are whole.
const SIDE: f32 = 3.5;

/// Paints the course of a measure; the figure that counts now in `ink`.
pub(super) fn paint(
    painter: &Painter,
    palette: &Palette,
    rect: Rect,
    (measure, standing): (&Measure, &MeasureStanding),
    ink: Color32,
) {
    let start = start(measure, standing);
    let figures = standing.course.iter().filter_map(|(_, value)| *value);
    let values: Vec<f64> = figures.chain(standing.target).chain(start).collect();
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let count = standing.course.len().max(1);
    let inner = rect.shrink2(vec2(SIDE, SIDE));
    #[expect(clippy::cast_possible_truncation, reason = "a share from 0 to 1")]
    let y = |value: f64| {
        let share = if high > low { (value - low) / (high - low) } else { 0.5 };
        remap(share as f32, 0.0..=1.0, inner.bottom()..=inner.top())
    };
    #[expect(clippy::cast_precision_loss, reason = "at most a hundred quarters")]
    let x = |quarters: usize| inner.left() + inner.width() * quarters as f32 / count as f32;
    let base = Stroke::new(1.0, palette.hairline);
    painter.hline(rect.x_range(), rect.bottom(), base);
    if let Some(target) = standing.target {
        let from = pos2(inner.left(), y(start.unwrap_or(target)));
        let to = pos2(inner.right(), y(target));
        painter.extend(Shape::dashed_line(&[from, to], Stroke::new(1.0, palette.ink_faint), 3.0, 2.5));
    }
    if let Some(baseline) = standing.baseline {
        let middle = pos2(inner.left() - SIDE, y(baseline));
        painter.line_segment([middle, middle + vec2(2.0 * SIDE, 0.0)], Stroke::new(1.5, palette.ink_soft));
    }
    let now = standing.now.map(|(quarter, _)| quarter);
    let points: Vec<(Pos2, bool, bool)> = standing
        .course
        .iter()
        .enumerate()
        .filter_map(|(at, (quarter, value))| {
            let place = pos2(x(at + 1), y((*value)?));
            Some((place, now == Some(*quarter), now.is_none_or(|now| *quarter > now)))
        })
        .collect();
    for pair in points.windows(2) {
        let is_to_come = pair[1].2;
        let line = if is_to_come { palette.outline } else { ink };
        painter.line_segment([pair[0].0, pair[1].0], Stroke::new(1.5, line));
    }
    for (place, is_now, is_to_come) in points {
        match (is_now, is_to_come) {
            (true, _) => painter.circle_filled(place, 3.0, ink),
            // A figure of a quarter after the as-at day does not count yet.
            (_, true) => painter.circle(place, 2.0, palette.paper, Stroke::new(1.0, palette.ink_faint)),
            _ => painter.circle_filled(place, 1.8, ink),
        };
    }
}

/// Where what is expected begins; `None` where it is the target from the first day.
fn start(measure: &Measure, standing: &MeasureStanding) -> Option<f64> {
    match measure.counted {
        Counted::Total => Some(0.0),
        Counted::Level => standing.baseline,
    }
}
