//! The menu of a row's handle: everything that can be done to the row as a whole.

use egui::{Button, Popup, PopupCloseBehavior, Response};

use crate::model::Standing;
use crate::ui::command::RowCommand;
use crate::ui::view::View;

/// Shows the menu where the handle was pressed.
pub(super) fn show(handle: &Response, view: &mut View<'_>, standing: &Standing<'_>) {
    let (id, objective, index) = (standing.action.id, standing.objective.id, standing.action_index);
    let entries = [
        ("Add a row above", "", RowCommand::AddAction(objective, index)),
        ("Add a row below", "Ctrl+Enter", RowCommand::AddAction(objective, index + 1)),
        ("Duplicate", "Ctrl+D", RowCommand::DuplicateAction(id)),
        ("Cut the row", "", RowCommand::CutAction(id)),
        ("Copy the row", "", RowCommand::CopyAction(id)),
        ("Paste rows below", "", RowCommand::PasteBelow(id)),
        ("Move up", "Alt+Up", RowCommand::MoveActionBy(id, -1)),
        ("Move down", "Alt+Down", RowCommand::MoveActionBy(id, 1)),
        ("Delete the row", "Ctrl+Shift+Delete", RowCommand::RemoveAction(id)),
    ];
    Popup::menu(handle).close_behavior(PopupCloseBehavior::CloseOnClick).show(|ui| {
        ui.set_min_width(220.0);
        for (label, keys, command) in entries {
            let button = Button::new(label).frame_when_inactive(false);
            let button = if keys.is_empty() { button } else { button.shortcut_text(keys) };
            if ui.add(button.min_size(egui::vec2(220.0, 28.0))).clicked() {
                view.outbox.row(command);
            }
        }
    });
}
