//! The upright lines and shades behind the rows: quarters, months, meetings, the as-at day.
//!
//! Lines are interrupted where words stand, so that no word is ever struck through.

use chrono::NaiveDate;
use egui::{Painter, Rangef, Rect, Shape, Stroke, pos2};

use super::axis::Axis;
use crate::dates::{Quarter, Reading, day_words, month_words};
use crate::model::Plan;
use crate::ui::Palette;

/// A board meeting on the axis.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct MeetingLine {
    /// Where.
    pub x: f32,
    /// Which board.
    pub name: String,
    /// When, in words.
    pub when: String,
}

/// Everything upright that is seen.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rules {
    shades: Vec<Rangef>,
    months: Vec<f32>,
    quarters: Vec<f32>,
    /// The board meetings that are seen, in the plan's order.
    pub meetings: Vec<MeetingLine>,
    /// The as-at day, where it is seen.
    pub as_at: Option<f32>,
}

impl Rules {
    /// Works out what is seen.
    #[must_use]
    pub(super) fn new(plan: &Plan, as_at: NaiveDate, axis: &Axis) -> Self {
        let seen = |x: f32| axis.x.contains(x);
        let quarters: Vec<NaiveDate> = axis.months(3).collect();
        let shades = quarters.iter().filter(|day| Quarter::of(**day).number().is_multiple_of(2)).map(|day| {
            let end = axis.end_of(Quarter::of(*day).span().to);
            Rangef::new(axis.start_of(*day).max(axis.x.min), end.min(axis.end_of(axis.span.to)).min(axis.x.max))
        });
        let month_lines = if axis.day_width() * 30.0 < 14.0 { Vec::new() } else { axis.months(1).collect() };
        let end = axis.end_of(axis.span.to);
        let at = |days: &[NaiveDate]| days.iter().map(|day| axis.start_of(*day)).filter(|x| seen(*x)).collect();
        let mut months: Vec<f32> = at(&month_lines);
        months.extend(seen(end).then_some(end));
        let meetings = plan.meetings.iter().filter_map(|meeting| {
            let (x, when) = match meeting.when.reading() {
                Reading::Day(day) => (axis.middle_of(*day), day_words(*day)),
                // No day is known: the line stands in the middle of the month and says so.
                Reading::Month(month) | Reading::Event(Some(month)) => {
                    let middle = f32::midpoint(axis.start_of(month.from), axis.end_of(month.to));
                    (middle, format!("{}, no day given", month_words(month.to)))
                }
                _ => return None,
            };
            seen(x).then(|| MeetingLine { x, name: meeting.name.clone(), when })
        });
        let as_at = Some(axis.middle_of(as_at)).filter(|x| seen(*x));
        Self { shades: shades.collect(), months, quarters: at(&quarters), meetings: meetings.collect(), as_at }
    }

    /// Paints the shades.
    pub(super) fn paint_shades(&self, painter: &Painter, palette: &Palette, y: Rangef) {
        for x in self.shades.iter().filter(|x| x.span() > 0.0) {
            painter.rect_filled(Rect::from_x_y_ranges(*x, y), 0.0, palette.ground);
        }
    }

    /// Paints the lines of months and meetings, not through `words`.
    pub(super) fn paint_lines(&self, painter: &Painter, palette: &Palette, y: Rangef, words: &[Rect]) {
        for x in &self.months {
            for y in pieces(*x, y, words) {
                painter.vline(painter.round_to_pixel_center(*x), y, Stroke::new(1.0, palette.hairline));
            }
        }
        self.paint_quarters(painter, palette, y, words);
        for meeting in &self.meetings {
            for y in pieces(meeting.x, y, words) {
                let stroke = Stroke::new(1.2, palette.accent);
                let x = painter.round_to_pixel_center(meeting.x);
                painter.extend(Shape::dashed_line(&[pos2(x, y.min + 1.0), pos2(x, y.max)], stroke, 2.0, 4.0));
            }
        }
    }

    /// Paints the lines between quarters.
    pub(super) fn paint_quarters(&self, painter: &Painter, palette: &Palette, y: Rangef, words: &[Rect]) {
        for x in &self.quarters {
            for y in pieces(*x, y, words) {
                painter.vline(painter.round_to_pixel_center(*x), y, Stroke::new(1.0, palette.outline));
            }
        }
    }

    /// Paints the as-at line, not through `words`.
    pub(super) fn paint_as_at(&self, painter: &Painter, palette: &Palette, y: Rangef, words: &[Rect]) {
        if let Some(x) = self.as_at {
            for y in pieces(x, y, words) {
                painter.vline(x, y, Stroke::new(2.0, palette.danger));
            }
        }
    }
}

/// The parts of an upright line at `x` that no words stand on.
#[must_use]
pub(super) fn pieces(x: f32, y: Rangef, words: &[Rect]) -> Vec<Rangef> {
    let mut pieces = vec![y];
    for words in words.iter().filter(|words| words.x_range().expand(2.0).contains(x)) {
        pieces = pieces
            .into_iter()
            .flat_map(|piece| {
                let above = Rangef::new(piece.min, piece.max.min(words.top()));
                let below = Rangef::new(piece.min.max(words.bottom()), piece.max);
                [above, below]
            })
            .filter(|piece| piece.span() > 0.0)
            .collect();
    }
    pieces
}
