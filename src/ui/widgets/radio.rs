//! One of several, of which one is chosen: a ring, a line of words, and below it what choosing means.

use egui::{Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::ui::theme::{self, Palette, text};

const RING: f32 = 7.0;
const INDENT: f32 = 26.0;

/// Shows a choice as wide as there is room for. `more` is told below the words, and to a screen reader with them.
pub(crate) fn radio(ui: &mut Ui, palette: &Palette, is_chosen: bool, words: &str, more: &str) -> Response {
    let width = ui.available_width();
    let room = (width - INDENT - 6.0).max(60.0);
    let font = if is_chosen { theme::semibold(text::BODY) } else { theme::medium(text::BODY) };
    let title = ui.fonts_mut(|fonts| fonts.layout_job(text::wrapped(words, font, palette.ink, room)));
    let told = (!more.is_empty()).then(|| {
        let job = text::wrapped(more, theme::regular(text::SMALL + 0.5), palette.ink_soft, room);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    });
    let height = title.size().y + told.as_ref().map_or(0.0, |told| told.size().y + 1.0) + 10.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo {
        current_text_value: (!more.is_empty()).then(|| more.to_owned()),
        ..WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_chosen, words)
    });
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, 6.0, palette.hover);
    }
    let top = rect.top() + 5.0;
    let centre = pos2(rect.left() + RING + 4.0, top + title.rows.first().map_or(0.0, |row| row.height()) / 2.0);
    let ink = if is_chosen { palette.accent } else { palette.ink_faint };
    painter.circle_stroke(centre, RING - 0.75, Stroke::new(1.5, ink));
    if is_chosen {
        painter.circle_filled(centre, RING - 3.5, palette.accent);
    }
    let left = rect.left() + INDENT;
    let below = top + title.size().y + 1.0;
    painter.galley(pos2(left, top), title, palette.ink);
    if let Some(told) = told {
        painter.galley(pos2(left, below), told, palette.ink_soft);
    }
    if response.has_focus() {
        painter.rect_stroke(rect, 6.0, Stroke::new(2.0, palette.accent), StrokeKind::Inside);
    }
    if response.gained_focus() {
        ui.scroll_to_rect(rect, None);
    }
    response
}
