//! A box to tick.

use egui::{Id, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::ui::theme::{self, Palette, text};

const SIDE: f32 = 16.0;

/// How a box is ticked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tick {
    /// Not.
    Off,
    /// For some of what it stands for.
    Partly,
    /// Wholly.
    On,
}

/// Shows a box in the middle of `rect`; all of it can be pressed.
pub(crate) fn check_box(ui: &Ui, palette: &Palette, id: Id, rect: Rect, tick: Tick, name: &str) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), tick == Tick::On, name));
    if ui.is_rect_visible(rect) {
        paint_at(ui, palette, rect.center(), tick, &response);
    }
    response
}

/// Paints a box for something that can be pressed.
pub(crate) fn paint_at(ui: &Ui, palette: &Palette, centre: Pos2, tick: Tick, response: &Response) {
    paint(ui, palette, Rect::from_center_size(centre, vec2(SIDE, SIDE)), tick, response);
}

/// Shows a box with words beside it. `name` is what a screen reader calls it.
pub(crate) fn labelled(ui: &mut Ui, palette: &Palette, is_on: bool, words: &str, name: &str) -> Response {
    const GAP: f32 = 7.0;
    let ink = if is_on { palette.accent } else { palette.ink };
    let job = text::one_line(words, theme::medium(text::BODY), ink, f32::INFINITY);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let size = vec2(SIDE + GAP + galley.size().x + 4.0, 30.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), is_on, name));
    let middle = rect.center().y;
    let square = Rect::from_center_size(pos2(rect.left() + SIDE / 2.0, middle), vec2(SIDE, SIDE));
    paint(ui, palette, square, if is_on { Tick::On } else { Tick::Off }, &response);
    ui.painter().galley(pos2(square.right() + GAP, middle - galley.size().y / 2.0), galley, ink);
    response
}

fn paint(ui: &Ui, palette: &Palette, square: Rect, tick: Tick, response: &Response) {
    let painter = ui.painter();
    let (fill, line) = match tick {
        Tick::Off if response.hovered() => (palette.hover, palette.ink_soft),
        Tick::Off => (palette.paper, palette.ink_faint),
        Tick::Partly | Tick::On => (palette.accent, palette.accent),
    };
    painter.rect(square, 3.0, fill, Stroke::new(1.2, line), StrokeKind::Inside);
    let middle = square.center();
    let stroke = Stroke::new(2.0, palette.on_accent);
    match tick {
        Tick::Off => {}
        Tick::Partly => {
            painter.line_segment([middle - vec2(4.0, 0.0), middle + vec2(4.0, 0.0)], stroke);
        }
        Tick::On => {
            let points = vec![middle + vec2(-4.0, 0.0), middle + vec2(-1.2, 3.0), middle + vec2(4.2, -3.2)];
            painter.add(egui::Shape::line(points, stroke));
        }
    }
    if response.has_focus() {
        painter.rect_stroke(square.expand(2.5), 4.0, Stroke::new(2.0, palette.accent), StrokeKind::Outside);
    }
}
