//! The keys of a round. They are taken before a field sees them, and done after it: what was typed before a key is in
//! the plan by then.

use egui::{Event, Key, Modifiers, Ui};

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pressed {
    /// The action below.
    Next,
    /// The action above.
    Before,
    /// The status at this place of the scheme, from 0.
    Status(usize),
}

const DIGITS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// Takes the keys out of this frame's events, in order.
pub(super) fn take(ui: &Ui, statuses: usize) -> Vec<Pressed> {
    ui.input_mut(|input| {
        let mut pressed = Vec::new();
        let mut kept = Vec::with_capacity(input.events.len());
        let mut events = std::mem::take(&mut input.events).into_iter().peekable();
        while let Some(event) = events.next() {
            let Some(what) = meaning(&event, statuses) else {
                kept.push(event);
                continue;
            };
            pressed.push(what);
            // Some systems write a letter for Alt with a digit as well.
            if matches!(what, Pressed::Status(_)) {
                events.next_if(|next| matches!(next, Event::Text(text) if text.chars().count() == 1));
            }
        }
        input.events = kept;
        pressed
    })
}

fn meaning(event: &Event, statuses: usize) -> Option<Pressed> {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
    if modifiers.shift {
        return None;
    }
    // AltGr arrives as Ctrl and Alt on Windows, and writes letters.
    match (modifiers.command || modifiers.ctrl, modifiers.alt) {
        (true, false) if *key == Key::Enter => return Some(Pressed::Next),
        (false, true) => {}
        _ => return None,
    }
    match key {
        Key::ArrowDown => Some(Pressed::Next),
        Key::ArrowUp => Some(Pressed::Before),
        digit => DIGITS.iter().position(|one| one == digit).filter(|at| *at < statuses).map(Pressed::Status),
    }
}

/// What the keys do, in a line.
pub(super) fn told(ui: &Ui, statuses: usize) -> String {
    let done = ui.ctx().format_modifiers(Modifiers::COMMAND);
    let alt = ui.ctx().format_modifiers(Modifiers::ALT);
    let last = statuses.min(DIGITS.len());
    let status = if last > 0 { format!("  ·  {alt}+1 to {alt}+{last}: status") } else { String::new() };
    format!("{done}+Enter: done, next action  ·  {alt}+Down, {alt}+Up: next, before{status}  ·  Tab: status, no change")
}
