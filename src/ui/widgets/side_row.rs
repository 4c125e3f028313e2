//! A row of the list beside a page: what it leads to, and how much is there.

use egui::{Align2, Id, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::ui::theme::{self, Palette, text};

const ROW: f32 = 32.0;
const PADDING: f32 = 10.0;
/// The room at the right for a count.
const COUNT: f32 = 40.0;

/// Shows the row as wide as there is room. `name` is what a screen reader calls it; words that are cut can be read when
/// the pointer is over them.
pub(crate) fn side_row(
    ui: &mut Ui,
    palette: &Palette,
    id: Id,
    (words, count): (&str, Option<usize>),
    name: &str,
    is_chosen: bool,
) -> Response {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_chosen, name));
    let painter = ui.painter();
    if is_chosen {
        painter.rect_filled(rect, 6.0, palette.selected);
    } else if response.hovered() {
        painter.rect_filled(rect, 6.0, palette.hover);
    }
    let font = if is_chosen { theme::semibold(text::BODY) } else { theme::regular(text::BODY) };
    let room = rect.width() - 2.0 * PADDING - COUNT;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(text::one_line(words, font.clone(), palette.ink, room)));
    let top = rect.center().y - galley.size().y / 2.0;
    ui.painter().galley(pos2(rect.left() + PADDING, top), galley, palette.ink);
    if let Some(count) = count {
        let place = pos2(rect.right() - PADDING, rect.center().y);
        let ink = if is_chosen { palette.ink } else { palette.ink_soft };
        ui.painter().text(place, Align2::RIGHT_CENTER, count.to_string(), font, ink);
    }
    if response.has_focus() {
        let line = Stroke::new(2.0, palette.accent);
        ui.painter().rect_stroke(rect.shrink(1.0), 6.0, line, StrokeKind::Inside);
    }
    if response.gained_focus() {
        ui.scroll_to_rect(rect, None);
    }
    response.on_hover_text(words)
}
