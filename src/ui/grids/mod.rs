//! The Grids view: the plan's forms as on paper, edited in place, with the plan's parts to the left and
//! the selected action to the right.
//!
//! The page is one long list of [`Block`]s of very different heights. Only the blocks in sight are laid
//! out, and the one with the cursor in it; the heights of the others are estimated until they are seen.

mod action_row;
mod blocks;
mod cells;
mod columns;
mod drag;
mod heights;
mod lines;
mod nav;
mod page;
mod parts;
mod row_menu;
mod state;

pub use blocks::Block;
pub use state::GridsState;

use egui::{Frame, Margin, Panel, Ui};

use super::panels::PanelKind;
use super::view::View;

/// Shows the view.
pub fn show(ui: &mut Ui, view: &mut View<'_>, state: &mut GridsState) {
    state.refresh(view);
    if matches!(state.typing_in, Some(Block::Action(_))) && !view.behind_dialog {
        keys(ui, view);
    }
    let palette = view.palette;
    let width = if ui.ctx().content_rect().width() < super::NARROW_WINDOW { 196.0 } else { 250.0 };
    if view.panels.shows(PanelKind::Parts, ui.ctx().content_rect().width()) {
        Panel::left("grids-nav")
            .frame(Frame::NONE.fill(palette.ground).inner_margin(Margin { left: 10, right: 10, top: 14, bottom: 8 }))
            .default_size(width)
            .size_range(170.0..=420.0)
            .show(ui, |ui| nav::show(ui, view, state));
    }
    egui::CentralPanel::no_frame().frame(Frame::NONE.fill(palette.ground)).show(ui, |ui| page::show(ui, view, state));
}

/// Keys that change rows, taken before the cells see them.
fn keys(ui: &mut Ui, view: &mut View<'_>) {
    use super::command::RowCommand;
    use egui::{Key, Modifiers};

    let Some(id) = view.selection.action else { return };
    let pressed = |ui: &mut Ui, modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(ui, Modifiers::ALT, Key::ArrowUp) {
        view.outbox.row(RowCommand::MoveActionBy(id, -1));
    }
    if pressed(ui, Modifiers::ALT, Key::ArrowDown) {
        view.outbox.row(RowCommand::MoveActionBy(id, 1));
    }
    if pressed(ui, Modifiers::COMMAND, Key::Enter)
        && let Some(standing) = view.plan.standing(id)
    {
        view.outbox.row(RowCommand::AddAction(standing.objective.id, standing.action_index + 1));
    }
    if pressed(ui, Modifiers::COMMAND, Key::D) {
        view.outbox.row(RowCommand::DuplicateAction(id));
    }
    if pressed(ui, Modifiers::COMMAND | Modifiers::SHIFT, Key::Delete) {
        view.outbox.row(RowCommand::RemoveAction(id));
    }
}
