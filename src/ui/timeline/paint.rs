//! Paints placed marks and their words.
//!
//! It knows colours and shapes; where things go is decided in `place`.

use egui::{Color32, CornerRadius, Direction, FontId, Painter, Rect, Shape, Stroke, pos2, vec2};

use super::place::{Form, Label, Placed, is_deadline};
use super::tracks::{DEADLINE_RADIUS, MILESTONE_RADIUS};
use super::words::Tone;
use crate::model::Status;
use crate::report::{Mark, Side};
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::paint_shape;

/// Ticks nearer to each other than this are left out.
const NEAREST_TICKS: f32 = 5.0;

/// The ink and the soft fill of a row's marks.
#[must_use]
fn colours(palette: &Palette, status: Option<&Status>) -> (Color32, Color32) {
    match status {
        Some(status) => (palette.status_ink(status.colour), palette.status_fill(status.colour)),
        None => (palette.ink_soft, palette.band),
    }
}

/// Paints what lies below the as-at line: bars and dashed lines.
pub(super) fn bar(painter: &Painter, palette: &Palette, status: Option<&Status>, mark: &Mark, placed: &Placed) {
    let (ink, fill) = colours(palette, status);
    let rect = placed.rect;
    let deadline = is_deadline(mark);
    match &placed.form {
        Form::Band { cut_left, cut_right } => {
            let left = if *cut_left { 0 } else { 3 };
            let right = if *cut_right { 0 } else { 3 };
            let corners = CornerRadius { nw: left, sw: left, ne: right, se: right };
            let line = Stroke::new(if deadline { 1.6 } else { 1.0 }, ink);
            painter.rect(rect, corners, fill, line, egui::StrokeKind::Inside);
            if !cut_right {
                let due =
                    Rect::from_min_max(pos2(rect.right() - if deadline { 4.0 } else { 3.0 }, rect.top()), rect.max);
                painter.rect_filled(due, CornerRadius { nw: 0, sw: 0, ..corners }, ink);
            }
        }
        Form::Ticks(ticks) => {
            let middle = rect.center().y;
            let line = Stroke::new(if deadline { 1.6 } else { 1.2 }, ink);
            painter.extend(Shape::dashed_line(
                &[pos2(rect.left(), middle), pos2(rect.right(), middle)],
                line,
                3.0,
                3.0,
            ));
            let mut last = f32::NEG_INFINITY;
            for x in ticks {
                if x - last >= NEAREST_TICKS {
                    painter.vline(*x, rect.y_range(), Stroke::new(if deadline { 3.0 } else { 2.0 }, ink));
                    last = *x;
                }
            }
        }
        Form::Open | Form::Fading => fading(painter, palette, rect, ink, placed.form == Form::Open),
        Form::Symbol | Form::Arrow(_) => {}
    }
}

/// A bar that has no end: it pales to the right. What has no beginning either has no left edge.
fn fading(painter: &Painter, palette: &Palette, rect: Rect, ink: Color32, open: bool) {
    let solid_part = if open { 0.7 } else { 0.15 };
    let turn = rect.left() + rect.width() * solid_part;
    let solid = Rect::from_min_max(rect.min, pos2(turn, rect.bottom()));
    let pale = Rect::from_min_max(pos2(turn, rect.top()), rect.max);
    let fill = ink.gamma_multiply(if palette.dark { 0.24 } else { 0.14 });
    let paint = |solid: Rect, pale: Rect, colour: Color32| {
        painter.rect_filled(solid, 0.0, colour);
        painter.add(Shape::gradient_rect(pale, Direction::LeftToRight, [colour, Color32::TRANSPARENT]));
    };
    paint(solid, pale, fill);
    let edge = |rect: Rect, top: f32| Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), 1.0));
    for top in [rect.top(), rect.bottom() - 1.0] {
        paint(edge(solid, top), edge(pale, top), ink.gamma_multiply(0.7));
    }
    if !open {
        painter.rect_filled(Rect::from_min_size(rect.min, vec2(3.0, rect.height())), 0.0, ink);
    }
}

/// Paints what lies above the as-at line: shapes and arrows.
pub(super) fn symbol(painter: &Painter, palette: &Palette, status: Option<&Status>, mark: &Mark, placed: &Placed) {
    let centre = placed.rect.center();
    match &placed.form {
        Form::Symbol => {
            let radius = if is_deadline(mark) { DEADLINE_RADIUS } else { MILESTONE_RADIUS };
            match status {
                Some(status) => {
                    // The shapes reach up to 1.2 times as far as they are said to.
                    paint_shape(painter, status.shape, centre, radius / 1.2, palette.status_ink(status.colour));
                }
                None => hollow_diamond(painter, palette, centre, radius),
            }
        }
        Form::Arrow(side) => {
            let way = if *side == Side::Before { -1.0 } else { 1.0 };
            let reach = vec2(placed.rect.width() * 0.5 * way, 0.0);
            let up = vec2(0.0, placed.rect.height() * 0.5);
            let points = vec![centre + reach, centre - reach - up, centre - reach + up];
            painter.add(Shape::convex_polygon(points, palette.danger, Stroke::NONE));
        }
        Form::Band { .. } | Form::Ticks(_) | Form::Open | Form::Fading => {}
    }
}

/// The shape of what has no status.
pub(super) fn hollow_diamond(painter: &Painter, palette: &Palette, centre: egui::Pos2, radius: f32) {
    let reach = radius - 1.0;
    let points = [vec2(0.0, -reach), vec2(reach, 0.0), vec2(0.0, reach), vec2(-reach, 0.0)];
    let points = points.into_iter().map(|way| centre + way).collect();
    let line = Stroke::new(if radius > MILESTONE_RADIUS { 2.0 } else { 1.4 }, palette.ink_soft);
    painter.add(Shape::convex_polygon(points, palette.paper, line));
}

/// The font of words beside a mark.
#[must_use]
pub(super) fn font(tone: Tone) -> FontId {
    match tone {
        Tone::Milestone => theme::regular(text::SMALL),
        Tone::Deadline | Tone::Late | Tone::Outside => theme::medium(text::SMALL),
    }
}

/// Paints words where they were placed, shortened where they were given less room than they need.
pub(super) fn label(painter: &Painter, palette: &Palette, label: &Label) {
    let ink = match label.tone {
        Tone::Deadline => palette.ink,
        Tone::Milestone => palette.ink_soft,
        Tone::Late => palette.warning,
        Tone::Outside => palette.danger,
    };
    // A point more: rounding must not shorten what was measured to fit.
    let galley = painter.layout_job(text::one_line(&label.text, font(label.tone), ink, label.rect.width() + 1.0));
    let corner = pos2(label.rect.left(), label.rect.center().y - galley.size().y / 2.0);
    painter.galley(corner, galley, ink);
}

/// Paints a small sign that a row goes on beyond what is seen. `way` is -1 for earlier, 1 for later.
pub(super) fn more(painter: &Painter, palette: &Palette, at: egui::Pos2, way: f32) {
    let points = vec![at + vec2(-2.0 * way, -4.0), at + vec2(2.0 * way, 0.0), at + vec2(-2.0 * way, 4.0)];
    painter.add(Shape::line(points, Stroke::new(1.5, palette.ink_faint)));
}
