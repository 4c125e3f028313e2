//! Moving a row by its handle: a line shows where it would land.

use egui::{CursorIcon, DragAndDrop, Rect, Response, Stroke, Ui};

use crate::model::{ActionId, ObjectiveId};
use crate::ui::command::RowCommand;
use crate::ui::view::View;

/// What is being dragged.
#[derive(Clone, Copy, Debug)]
struct Row(ActionId);

/// Picks a row up by its handle.
pub(super) fn handle(ui: &Ui, response: &Response, id: ActionId) {
    if response.drag_started() {
        DragAndDrop::set_payload(ui.ctx(), Row(id));
    }
    if response.hovered() && DragAndDrop::payload::<Row>(ui.ctx()).is_none() {
        ui.ctx().set_cursor_icon(CursorIcon::Grab);
    }
}

/// Lets a row be put above or below this one. `index` is this row's position under its objective.
pub(super) fn target(ui: &Ui, view: &mut View<'_>, row: Rect, objective: ObjectiveId, index: usize) {
    let Some(dragged) = DragAndDrop::payload::<Row>(ui.ctx()) else { return };
    let Some(pointer) = ui.ctx().pointer_interact_pos().filter(|pointer| row.contains(*pointer)) else { return };
    ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    let below = pointer.y > row.center().y;
    let y = if below { row.bottom() } else { row.top() };
    ui.painter().hline(row.x_range(), y, Stroke::new(3.0, view.palette.accent));
    if ui.input(|input| input.pointer.any_released()) {
        // An objective without rows has one place only.
        let has_rows = view.plan.objective(objective).is_some_and(|objective| !objective.actions.is_empty());
        let index = index + usize::from(below && has_rows);
        view.outbox.row(RowCommand::MoveActionTo(dragged.0, objective, index));
        DragAndDrop::clear_payload(ui.ctx());
    }
}
