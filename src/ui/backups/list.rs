//! The backups by day, gone through by the arrow keys.
//!
//! It must not know what differs from them.

use egui::{Id, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::{BackupsPage, BackupsState, Entry};
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};

const ROW: f32 = 32.0;
const PADDING: f32 = 10.0;

/// Shows the list. Gives the one that was selected anew.
pub(super) fn show(ui: &mut Ui, palette: &Palette, page: &BackupsPage<'_>, state: &mut BackupsState) -> Option<usize> {
    let mut selected = None;
    ui.spacing_mut().item_spacing.y = 2.0;
    let mut day = None;
    let wanted = state.focus.take();
    for (index, entry) in page.entries.iter().enumerate() {
        if day != Some(&entry.day) {
            ui.add_space(if day.is_some() { 10.0 } else { 2.0 });
            ui.horizontal(|ui| {
                ui.add_space(PADDING);
                let words = text::wrapped(&entry.day, theme::semibold(text::SMALL), palette.ink_soft, f32::INFINITY);
                ui.label(words);
            });
            day = Some(&entry.day);
        }
        let is_selected = page.selected == Some(index);
        let response = row(ui, palette, entry, index, is_selected);
        if wanted == Some(index) {
            response.request_focus();
        }
        dialog::follow(ui, &response);
        if response.clicked() && !is_selected {
            selected = Some(index);
        }
        if let Some(next) = index
            .checked_add_signed(dialog::arrow_step(ui, &response))
            .filter(|next| *next != index && *next < page.entries.len())
        {
            selected = Some(next);
            state.focus = Some(next);
            ui.ctx().request_repaint();
        }
    }
    selected
}

fn row(ui: &mut Ui, palette: &Palette, entry: &Entry, index: usize, is_selected: bool) -> Response {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, Id::unique(("backup", index)), Sense::click());
    let name = format!("{}, {}, {}, {}", entry.day, entry.time, entry.kind, entry.size);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, ui.is_enabled(), is_selected, &name));
    if !ui.is_rect_visible(rect) && !response.has_focus() {
        return response;
    }
    let painter = ui.painter();
    if is_selected {
        painter.rect_filled(rect, 6.0, palette.selected);
    } else if response.hovered() {
        painter.rect_filled(rect, 6.0, palette.hover);
    }
    let ink = if is_selected { palette.accent } else { palette.ink };
    let font = if is_selected { theme::semibold(text::BODY) } else { theme::medium(text::BODY) };
    let piece = |words: &str, font: egui::FontId, color| painter.layout_no_wrap(words.to_owned(), font, color);
    let put = |left: f32, galley: std::sync::Arc<egui::Galley>| {
        let corner = pos2(left, rect.center().y - galley.size().y / 2.0);
        painter.galley(corner, galley, ink);
    };
    put(rect.left() + PADDING, piece(&entry.time, font, ink));
    put(rect.left() + PADDING + 52.0, piece(entry.kind, theme::regular(text::BODY), palette.ink));
    let size = piece(&entry.size, theme::regular(text::SMALL), palette.ink_soft);
    put(rect.right() - PADDING - size.size().x, size);
    if response.has_focus() {
        painter.rect_stroke(rect.shrink(1.0), 6.0, Stroke::new(2.0, palette.accent), StrokeKind::Inside);
    }
    response
}
