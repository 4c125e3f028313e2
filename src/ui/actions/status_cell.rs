//! The status of a row as a chip that opens the plan's scheme.
//!
//! The chip keeps the keyboard focus after a choice, so that the row stays where it is until the person
//! goes elsewhere.

use egui::{Popup, PopupCloseBehavior, Response, Sense, Ui};

use super::filter::StatusPick;
use crate::model::{Action, ActionField, Edit, Status};
use crate::ui::theme::Palette;
use crate::ui::view::View;
use crate::ui::widgets::status_chip;

/// Shows the chip; `heading` is what the plan calls its statuses.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, action: &Action, reference: &str, heading: &str) -> Response {
    let (plan, palette) = (view.plan, view.palette);
    let name = format!("Status of {reference}");
    let chip = status_chip(ui, &palette, plan.status_of(action.status), &name, Sense::click());
    if chip.clicked() {
        chip.request_focus();
    }
    let chosen = menu(&chip, &palette, &plan.statuses, "Set to");
    if let Some(status) = chosen {
        if status != action.status {
            view.outbox.edit(Edit::Action(action.id, ActionField::Status(status)), format!("change {heading}"));
            view.outbox.seal();
        }
        chip.request_focus();
    }
    chip
}

/// A menu of the scheme and "No status"; gives back what was chosen. `verb` begins the entries' names.
pub(super) fn menu(button: &Response, palette: &Palette, statuses: &[Status], verb: &str) -> Option<StatusPick> {
    let mut chosen = None;
    Popup::menu(button).close_behavior(PopupCloseBehavior::CloseOnClick).gap(4.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        for status in statuses.iter().map(Some).chain([None]) {
            if status_chip(ui, palette, status, verb, Sense::click()).clicked() {
                chosen = Some(status.map(|status| status.id));
                ui.close();
            }
        }
    });
    chosen
}
