//! One step at a time: keys that reach the program together are handed on one after the other.
//!
//! Over a slow connection a letter, the Tab after it and the next letter arrive in one frame. A frame knows
//! only one cell with the cursor, so all letters would go there. What comes after a key that moves the
//! cursor or is a command is therefore kept for the next frame.

use egui::{Event, Key, RawInput};

/// What is kept for the next frame.
#[derive(Debug, Default)]
pub(super) struct OneStep {
    kept: Vec<Event>,
}

impl OneStep {
    /// Takes what comes after the first key of that kind out of a frame's input. `true` if anything is
    /// kept, and another frame is needed.
    pub(super) fn take(&mut self, input: &mut RawInput) -> bool {
        if !self.kept.is_empty() {
            let mut events = std::mem::take(&mut self.kept);
            events.append(&mut input.events);
            input.events = events;
        }
        let Some(first) = input.events.iter().position(ends_a_step) else { return false };
        let rest = input.events.split_off(first + 1);
        // Where nothing is typed after it, nothing needs to wait (the release of the key, the pointer).
        if rest.iter().any(is_typing) {
            self.kept = rest;
        } else {
            input.events.extend(rest);
        }
        !self.kept.is_empty()
    }
}

fn ends_a_step(event: &Event) -> bool {
    match event {
        Event::Key { key, pressed: true, modifiers, .. } => {
            let moves_by_row = modifiers.alt && matches!(key, Key::ArrowDown | Key::ArrowUp);
            matches!(key, Key::Tab | Key::Enter | Key::Escape) || modifiers.command || moves_by_row
        }
        _ => false,
    }
}

fn is_typing(event: &Event) -> bool {
    matches!(event, Event::Text(_) | Event::Paste(_) | Event::Cut | Event::Ime(_) | Event::Key { pressed: true, .. })
}
