//! The list of pages, in its two sections, gone through by the arrow keys.

use egui::{Id, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::HelpState;
use super::pages::{self, Page};
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};

const ROW: f32 = 30.0;
const PADDING: f32 = 10.0;

pub(super) fn show(ui: &mut Ui, palette: &Palette, state: &mut HelpState) {
    ui.spacing_mut().item_spacing.y = 1.0;
    let all: Vec<Page> = pages::all().collect();
    let wanted = state.focus;
    let mut section = "";
    for (index, page) in all.iter().enumerate() {
        if page.section() != section {
            ui.add_space(if section.is_empty() { 2.0 } else { 14.0 });
            section = page.section();
            ui.horizontal(|ui| {
                ui.add_space(PADDING);
                let words = text::wrapped(section, theme::semibold(text::SMALL), palette.ink_soft, f32::INFINITY);
                ui.label(words);
            });
        }
        let response = row(ui, palette, *page, state.page == *page);
        if wanted == Some(*page) {
            if response.has_focus() {
                state.focus = None;
            } else {
                // In the frame of a click, the click takes the focus away again.
                response.request_focus();
                ui.scroll_to_rect(response.rect, None);
                ui.ctx().request_repaint();
            }
        }
        dialog::follow(ui, &response);
        if response.clicked() {
            state.page = *page;
            state.focus = Some(*page);
        }
        if let Some(next) = index
            .checked_add_signed(dialog::arrow_step(ui, &response))
            .filter(|next| *next != index && *next < all.len())
        {
            state.page = all[next];
            state.focus = Some(all[next]);
            ui.ctx().request_repaint();
        }
    }
}

fn row(ui: &mut Ui, palette: &Palette, page: Page, is_shown: bool) -> Response {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, Id::unique(("help-page", page)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, ui.is_enabled(), is_shown, page.name()));
    if !ui.is_rect_visible(rect) && !response.has_focus() {
        return response;
    }
    if is_shown {
        ui.painter().rect_filled(rect, 6.0, palette.selected);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 6.0, palette.hover);
    }
    let font = if is_shown { theme::semibold(text::BODY) } else { theme::regular(text::BODY) };
    let words = text::one_line(page.name(), font, palette.ink, rect.width() - 2.0 * PADDING);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(words));
    let place = pos2(rect.left() + PADDING, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(place, galley, palette.ink);
    if response.has_focus() {
        let line = Stroke::new(2.0, palette.accent);
        ui.painter().rect_stroke(rect.shrink(1.0), 6.0, line, StrokeKind::Inside);
    }
    response
}
