//! What can be done with the selected actions at once: each is one edit and one step of undo.

use egui::{Popup, PopupCloseBehavior, Response, RichText, Ui};

use super::menus::do_it;
use super::owner_menu;
use super::state::ActionsState;
use super::{status_cell, words};
use crate::dates::When;
use crate::model::{ActionField, ActionId, Edit, Owners};
use crate::ui::theme::{self, text};
use crate::ui::view::{Outbox, View};
use crate::ui::widgets::{LinkButton, PlainButton};

/// Shows the bar.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, state: &mut ActionsState) {
    let palette = view.palette;
    let chosen = state.chosen_in_order();
    let count = format!("{} selected", chosen.len());
    ui.label(RichText::new(count).font(theme::semibold(text::BODY)).color(palette.accent));
    ui.add_space(6.0);

    let status = PlainButton::new("Set status  ▾").show(ui, &palette);
    if let Some(status) = status_cell::menu(&status, &palette, &view.plan.statuses, "Set all to") {
        set_all(view.outbox, &chosen, "status", |_| ActionField::Status(status));
    }
    let owner = PlainButton::new("Set owner…").show(ui, &palette);
    set_owner(ui, &owner, view, state, &chosen);
    let deadline = PlainButton::new("Set deadline…").show(ui, &palette);
    set_deadline(&deadline, view, state, &chosen);
    if PlainButton::new("Delete").show(ui, &palette).clicked() {
        let edits = chosen.iter().map(|id| Edit::remove_action(*id)).collect();
        view.outbox.seal();
        view.outbox.edit(Edit::Batch(edits), format!("delete {}", words::actions(chosen.len())));
        view.outbox.seal();
        if view.selection.action.is_some_and(|id| chosen.contains(&id)) {
            view.selection.action = None;
        }
        state.chosen.clear();
    }
    if LinkButton::new("Clear selection").show(ui, &palette).clicked() {
        state.chosen.clear();
    }
}

/// One edit for all, with its own step of undo.
fn set_all(outbox: &mut Outbox, chosen: &[ActionId], what: &str, field: impl Fn(ActionId) -> ActionField) {
    let edits = chosen.iter().map(|id| Edit::Action(*id, field(*id))).collect();
    outbox.seal();
    outbox.edit(Edit::Batch(edits), format!("set {what} of {}", words::actions(chosen.len())));
    outbox.seal();
}

fn set_owner(ui: &Ui, button: &Response, view: &mut View<'_>, state: &mut ActionsState, chosen: &[ActionId]) {
    const MENU: &str = "bulk";
    let palette = view.palette;
    if button.clicked() {
        state.drafts.bulk_owner.clear();
        state.drafts.opens = true;
    }
    if button.clicked() || Popup::is_id_open(ui.ctx(), Popup::default_response_id(button)) {
        state.owner_book(view.plan, view.revision);
    }
    let (book, drafts) = (&state.book, &mut state.drafts);
    let (typed, opens) = (&mut drafts.bulk_owner, &mut drafts.opens);
    Popup::menu(button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).gap(4.0).show(|ui| {
        let is_entered = owner_menu::search_field(ui, &palette, MENU, typed, "New owner", opens);
        if let Some(name) = owner_menu::list(ui, &palette, book, typed, None, |_| true) {
            name.clone_into(typed);
        }
        let is_ready = !typed.trim().is_empty();
        let label = format!("Set owner of {}", words::actions(chosen.len()));
        let is_pressed = do_it(ui, &palette, &label, is_ready);
        if is_ready && (is_entered || is_pressed) {
            let owners = Owners::read(typed.trim(), &view.plan.directory);
            set_all(view.outbox, chosen, "owner", |_| ActionField::Owners(owners.clone()));
            ui.close();
        }
    });
}

fn set_deadline(button: &Response, view: &mut View<'_>, state: &mut ActionsState, chosen: &[ActionId]) {
    let palette = view.palette;
    let field = egui::Id::unique("actions bulk deadline");
    if button.clicked() {
        state.drafts.bulk_deadline.clear();
        state.drafts.opens = true;
    }
    let (typed, opens) = (&mut state.drafts.bulk_deadline, &mut state.drafts.opens);
    Popup::menu(button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).gap(4.0).show(|ui| {
        ui.set_width(260.0);
        let hint = "30/06/16, June 2016, Q3…";
        let is_entered = owner_menu::field(ui, &palette, field, typed, "New deadline", hint, opens);
        let when = When::read(typed.trim(), &view.plan.period);
        let told = when.reading().describe();
        let told = if told.is_empty() { "How it is read is shown here".to_owned() } else { told };
        ui.label(RichText::new(told).size(text::SMALL).color(palette.ink_soft));
        let is_ready = !typed.trim().is_empty();
        let label = format!("Set deadline of {}", words::actions(chosen.len()));
        let is_pressed = do_it(ui, &palette, &label, is_ready);
        if is_ready && (is_entered || is_pressed) {
            set_all(view.outbox, chosen, "deadline", |_| ActionField::When(when.clone()));
            ui.close();
        }
    });
}
