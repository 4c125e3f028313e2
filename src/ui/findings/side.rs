//! The rules that found something, with how much, at the left.

use egui::{Id, Popup, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Findings, FindingsState, lines};
use crate::check::Rule;
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::PlainButton;

const ROW: f32 = 32.0;

pub(super) fn show(ui: &mut Ui, palette: &Palette, findings: Findings<'_>, state: &mut FindingsState) {
    ui.spacing_mut().item_spacing.y = 1.0;
    ScrollArea::vertical().id_salt("check-rules").auto_shrink(false).show(ui, |ui| list(ui, palette, findings, state));
}

/// The same under a button, where there is no room at the left.
pub(super) fn show_as_menu(ui: &mut Ui, palette: &Palette, findings: Findings<'_>, state: &mut FindingsState) {
    let shown = match (state.rule, state.shows_accepted) {
        (_, true) => "Left with a reason",
        (Some(rule), false) => rule.plural(),
        (None, false) => "All findings",
    };
    let label = format!("{shown} ▾");
    let button = dialog::button(ui, palette, PlainButton::new(&label));
    dialog::name(ui, &button, &format!("Which findings are shown: {shown}"));
    Popup::menu(&button).show(|ui| {
        ui.set_width(290.0);
        ui.spacing_mut().item_spacing.y = 1.0;
        let room = (ui.ctx().content_rect().height() - 200.0).max(120.0);
        ScrollArea::vertical().max_height(room).show(ui, |ui| list(ui, palette, findings, state));
    });
}

fn list(ui: &mut Ui, palette: &Palette, findings: Findings<'_>, state: &mut FindingsState) {
    let open = findings.open();
    let left = findings.all.len() - open;
    let is_all = state.rule.is_none() && !state.shows_accepted;
    if row(ui, palette, ("all", "All findings"), open, is_all) {
        (state.rule, state.shows_accepted) = (None, false);
    }
    for (rule, count) in lines::counts(findings.all) {
        let is_chosen = state.rule == Some(rule) && !state.shows_accepted;
        if row(ui, palette, (rule.id(), rule.plural()), count, is_chosen) {
            (state.rule, state.shows_accepted) = (Some(rule), false);
        }
    }
    if left > 0 {
        ui.add_space(14.0);
        if row(ui, palette, ("left", "Left with a reason"), left, state.shows_accepted) {
            (state.rule, state.shows_accepted) = (None::<Rule>, true);
        }
    }
    ui.add_space(16.0);
}

/// A row of the list. `true` when it was clicked.
fn row(ui: &mut Ui, palette: &Palette, (id, words): (&str, &str), count: usize, is_chosen: bool) -> bool {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let response = ui.interact(rect, Id::unique(("check-rule", id)), Sense::click());
    let name = format!("{words}: {count}");
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_chosen, &name));
    let painter = ui.painter();
    if is_chosen {
        painter.rect_filled(rect, 6.0, palette.selected);
    } else if response.hovered() {
        painter.rect_filled(rect, 6.0, palette.hover);
    }
    let font = if is_chosen { theme::semibold(text::BODY) } else { theme::regular(text::BODY) };
    let room = rect.width() - 60.0;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(text::one_line(words, font.clone(), palette.ink, room)));
    let top = rect.center().y - galley.size().y / 2.0;
    ui.painter().galley(pos2(rect.left() + 10.0, top), galley, palette.ink);
    let place = pos2(rect.right() - 10.0, rect.center().y);
    let ink = if is_chosen { palette.ink } else { palette.ink_soft };
    ui.painter().text(place, egui::Align2::RIGHT_CENTER, count.to_string(), font, ink);
    if response.has_focus() {
        let line = egui::Stroke::new(2.0, palette.accent);
        ui.painter().rect_stroke(rect.shrink(1.0), 6.0, line, egui::StrokeKind::Inside);
    }
    if response.gained_focus() {
        ui.scroll_to_rect(rect, None);
    }
    // Long names are cut where there is no room.
    response.on_hover_text(words).clicked()
}
