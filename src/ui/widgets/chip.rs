//! A status as a chip: shape, word and colour; and a bar of how many actions stand where.

use egui::{Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::shape::paint_shape;
use crate::model::Status;
use crate::ui::theme::{self, Palette, text};

const PADDING: Vec2 = vec2(7.0, 3.0);
const MARK_RADIUS: f32 = 4.8;
const MARK_GAP: f32 = 7.0;

fn word_font() -> egui::FontId {
    theme::semibold(text::SMALL + 0.3)
}

/// How large the chip of a word is.
#[must_use]
pub fn status_chip_size(ui: &Ui, word: &str) -> Vec2 {
    let galley = ui.painter().layout_no_wrap(word.to_owned(), word_font(), egui::Color32::BLACK);
    vec2(galley.size().x + MARK_RADIUS * 2.0 + MARK_GAP, text::line_height(text::SMALL)) + PADDING * 2.0
}

/// Shows a status (or "No status") as a chip. `name` is what a screen reader says it is the status of.
pub fn status_chip(ui: &mut Ui, palette: &Palette, status: Option<&Status>, name: &str, sense: Sense) -> Response {
    let word = status.map_or("No status", |status| status.word.as_str());
    let (rect, response) = ui.allocate_exact_size(status_chip_size(ui, word), sense);
    let label = if name.is_empty() { word.to_owned() } else { format!("{name}: {word}") };
    let kind = if sense.senses_click() { Role::Button } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(kind, ui.is_enabled(), &label));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let painter = ui.painter();
    let middle = rect.center().y;
    let mark = pos2(rect.left() + PADDING.x + MARK_RADIUS, middle);
    let (ink, fill) = match status {
        Some(status) => (palette.status_ink(status.colour), palette.status_fill(status.colour)),
        None => (palette.ink_faint, palette.band),
    };
    painter.rect_filled(rect, 4.0, fill);
    if response.has_focus() {
        painter.rect_stroke(rect, 4.0, egui::Stroke::new(2.0, palette.accent), egui::StrokeKind::Outside);
    } else if sense.senses_click() && response.hovered() {
        painter.rect_stroke(rect, 4.0, egui::Stroke::new(1.0, ink), egui::StrokeKind::Inside);
    }
    match status {
        Some(status) => paint_shape(painter, status.shape, mark, MARK_RADIUS, ink),
        None => {
            painter.line_segment(
                [mark - vec2(MARK_RADIUS, 0.0), mark + vec2(MARK_RADIUS, 0.0)],
                egui::Stroke::new(1.5, ink),
            );
        }
    }
    let galley = painter.layout_no_wrap(word.to_owned(), word_font(), ink);
    let corner = pos2(mark.x + MARK_RADIUS + MARK_GAP, middle - galley.size().y / 2.0);
    painter.galley(corner, galley, ink);
    response
}

/// A thin bar parted by how many actions have each status; actions without one leave it empty.
pub fn progress_bar(ui: &mut Ui, palette: &Palette, counts: &[(&Status, usize)], of: usize, width: f32) {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 5.0), Sense::hover());
    let words: Vec<String> = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(status, count)| format!("{} {}", count, status.word.to_lowercase()))
        .collect();
    let told = if words.is_empty() { "no status yet".to_owned() } else { words.join(", ") };
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, format!("{of} actions: {told}")));
    response.on_hover_text(format!("{of} actions: {told}"));
    ui.painter().rect_filled(rect, 2.5, palette.hairline);
    if of == 0 {
        return;
    }
    let mut left = rect.left();
    for (status, count) in counts {
        #[expect(clippy::cast_precision_loss, reason = "counts of actions stay far below 2^24")]
        let part = rect.width() * *count as f32 / of as f32;
        let piece = Rect::from_min_max(pos2(left, rect.top()), pos2(left + part, rect.bottom()));
        ui.painter().rect_filled(piece, 0.0, palette.status_ink(status.colour));
        left += part;
    }
}
