//! Keys that are commands, taken before any field sees them.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use crate::ui::Command;

/// Takes the commands whose keys were pressed this frame.
pub(super) fn take(context: &Context) -> Vec<Command> {
    context.input_mut(|input| {
        // AltGr arrives as Ctrl+Alt on Windows: it writes letters and means no command.
        if input.modifiers.alt {
            return Vec::new();
        }
        let redo_too = KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        let mut pressed = Vec::new();
        if input.consume_shortcut(&redo_too) {
            pressed.push(Command::Redo);
        }
        // The key with the plus on it, without the shift that writes it.
        let larger_too = KeyboardShortcut::new(Modifiers::COMMAND, Key::Equals);
        if input.consume_shortcut(&larger_too) {
            pressed.push(Command::ZoomIn);
        }
        for command in Command::WITH_KEYS {
            if command.shortcut().is_some_and(|shortcut| input.consume_shortcut(&shortcut)) {
                pressed.push(command);
            }
        }
        pressed
    })
}
