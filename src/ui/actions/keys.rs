//! Keys that go from row to row: the up and down arrows with Alt, or without where no text is typed in.

use egui::{Key, Modifiers, Ui};

use super::state::{ActionsState, Cell};

/// Moves the keyboard focus to the same cell of the row above or below.
pub(super) fn step(ui: &Ui, state: &mut ActionsState) {
    let Some(focus) = state.focus else { return };
    if egui::Popup::is_any_open(ui.ctx()) {
        return;
    }
    let modifiers = if focus.cell.is_text() { Modifiers::ALT } else { Modifiers::NONE };
    let pressed =
        |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key) || input.consume_key(modifiers, key));
    let is_down = if pressed(Key::ArrowDown) {
        true
    } else if pressed(Key::ArrowUp) {
        false
    } else {
        return;
    };
    let target = state.rows.line_of(focus.row).and_then(|line| state.rows.stepped(line, is_down));
    if let Some(row) = target {
        // Only the selected row has the link.
        let cell = if focus.cell == Cell::Open { Cell::Reference } else { focus.cell };
        state.wanted_focus = Some((row, cell));
        state.scroll.bring = Some(row);
    }
}
