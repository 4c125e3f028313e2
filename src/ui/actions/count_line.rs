//! The line between filters and table: how many actions are shown and why not all, or what can be done
//! with those selected. Both have one height, so that selecting does not move the table.

use egui::{Align, Layout, RichText, Ui, vec2};

use super::bulk;
use super::state::ActionsState;
use super::words;
use crate::ui::theme::{self, text};
use crate::ui::view::View;
use crate::ui::widgets::LinkButton;

const HEIGHT: f32 = 32.0;

/// Shows the line.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, state: &mut ActionsState) {
    let size = vec2(ui.available_width(), HEIGHT);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(HEIGHT);
        if state.chosen.is_empty() {
            count(ui, view, state);
        } else {
            bulk::show(ui, view, state);
        }
    });
}

fn count(ui: &mut Ui, view: &View<'_>, state: &mut ActionsState) {
    let palette = view.palette;
    let (shown, total) = (state.rows.shown, state.rows.total);
    let filters = &state.query.filters;
    let is_whole = !filters.are_set() && view.found.is_none();
    let words = if is_whole { words::actions(total) } else { format!("{shown} of {}", words::actions(total)) };
    ui.label(RichText::new(words).font(theme::semibold(text::BODY)).color(palette.ink));

    for (what, day) in [("Due before", &filters.due_before), ("No update since", &filters.no_update_since)] {
        if day.is_unread() {
            let told = format!("{what}: “{}” is not read as a day", day.typed().trim());
            ui.label(RichText::new(told).size(text::SMALL).color(palette.warning));
        }
    }
    // Where nothing is shown, the page in place of the table says this, larger.
    let can_be_cleared = filters.can_be_cleared() && shown > 0;
    let mut told = filters.words(view.plan);
    if view.found.is_some() && !view.terms.is_empty() {
        told.push(format!("with “{}”", view.terms.join(" ")));
    }
    let told = if shown > 0 { told.join(" · ") } else { String::new() };
    // The link first in the count of room: it must not be pushed out by a long title.
    let room = ui.available_width() - if can_be_cleared { 120.0 } else { 0.0 };
    if !told.is_empty() {
        let job = text::one_line(&told, theme::regular(text::BODY), palette.ink_soft, room.max(40.0));
        ui.label(job).on_hover_text(&told);
    }
    if can_be_cleared && LinkButton::new("Clear filters").show(ui, &palette).clicked() {
        state.clear_filters();
    }
}
