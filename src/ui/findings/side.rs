//! The rules that found something, with how much, at the left.

use egui::{Id, Popup, ScrollArea, Ui};

use super::{Findings, FindingsState, lines};
use crate::check::Rule;
use crate::ui::dialog;
use crate::ui::theme::Palette;
use crate::ui::widgets::PlainButton;
use crate::ui::widgets::side_row::side_row;

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
    let name = format!("{words}: {count}");
    side_row(ui, palette, Id::unique(("check-rule", id)), (words, Some(count)), &name, is_chosen).clicked()
}
