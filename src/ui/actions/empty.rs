//! What stands in place of the table when there is nothing to show, and what to do about it.

use egui::{RichText, Ui};

use super::state::ActionsState;
use crate::ui::command::{Command, ViewKind};
use crate::ui::theme::{self, text};
use crate::ui::view::View;
use crate::ui::widgets::PlainButton;

/// Says why no action is shown.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, state: &mut ActionsState) {
    let palette = view.palette;
    ui.add_space((ui.available_height() * 0.22).min(140.0));
    ui.vertical_centered(|ui| {
        let title = |ui: &mut Ui, words: &str| {
            ui.label(RichText::new(words).font(theme::semibold(text::TITLE - 2.0)).color(palette.ink));
        };
        let soft = |words: String| RichText::new(words).size(text::BODY).color(palette.ink_soft);
        if state.rows.total == 0 {
            title(ui, "This plan has no actions yet");
            ui.label(soft("Actions are added under their objectives, in the Grids view.".to_owned()));
            ui.add_space(10.0);
            if PlainButton::new("Go to the grids").primary().show(ui, &palette).clicked() {
                view.outbox.command(Command::Show(ViewKind::Grids));
            }
            return;
        }
        title(ui, "No action matches");
        let mut told = state.query.filters.words(view.plan);
        let is_searched = view.found.is_some();
        if is_searched && !view.terms.is_empty() {
            told.push(format!("with “{}”", view.terms.join(" ")));
        }
        ui.label(soft(format!("Asked for: {}.", told.join(", "))));
        ui.add_space(10.0);
        if state.query.filters.can_be_cleared()
            && PlainButton::new("Clear filters").primary().show(ui, &palette).clicked()
        {
            state.clear_filters();
        }
        if is_searched && PlainButton::new("Change the search").show(ui, &palette).clicked() {
            view.outbox.command(Command::Find);
        }
    });
}
