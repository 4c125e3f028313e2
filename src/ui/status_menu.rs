//! An action's status as a chip that opens the plan's scheme to choose from.

use egui::{Popup, PopupCloseBehavior, Sense, Ui};

use crate::model::{Action, ActionField, Edit, Shows};
use crate::ui::view::View;
use crate::ui::widgets::status_chip;

/// Shows the chip. `name` is what a screen reader says it is the status of.
pub fn show(ui: &mut Ui, view: &mut View<'_>, action: &Action, name: &str) {
    let plan = view.plan;
    let palette = view.palette;
    let chip = status_chip(ui, &palette, plan.status_of(action.status), name, Sense::click());
    if chip.clicked() {
        view.selection.action = Some(action.id);
    }
    Popup::menu(&chip).close_behavior(PopupCloseBehavior::CloseOnClick).show(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let choices = plan.statuses.iter().map(Some).chain([None]);
        for status in choices {
            if status_chip(ui, &palette, status, "Set to", Sense::click()).clicked() {
                let label = format!("change {}", plan.heading_of(Shows::Status));
                let field = ActionField::Status(status.map(|status| status.id));
                view.outbox.edit(Edit::Action(action.id, field), label);
                view.outbox.seal();
            }
        }
    });
}
