//! The keys of the chart, and keeping the selected row in view.
//!
//! It must not paint.

use egui::{EventFilter, Id, Key, Modifiers, Ui};

use super::lines::{HEADING_HEIGHT, Holds, Lines, action_of};
use super::state::TimelineState;
use super::toolbar::ZOOM_STEP;
use super::{Window, open_in_form};
use crate::report::Lanes;
use crate::ui::View;

/// What part of what is seen one press of an arrow moves.
const PAN_STEP: f64 = 0.125;

/// Where the keyboard is.
pub struct At {
    /// The line whose row has the focus.
    pub focused: Option<usize>,
    /// How much of the lines can be seen, in points.
    pub page: f32,
    /// What the ids of rows are made from.
    pub base: Id,
}

/// Where the selection was changed elsewhere, brings its row into view.
pub fn follow_selection(view: &View<'_>, state: &mut TimelineState, lanes: &Lanes, lines: &Lines, page: f32) {
    let Some(selected) = view.selection.action else {
        state.cursor = None;
        return;
    };
    let at_cursor = state.cursor.and_then(|at| lines.lines.get(at)).and_then(|line| action_of(lanes, line));
    if at_cursor != Some(selected) {
        state.cursor = None;
    }
    if state.selection_seen != Some(selected) && state.cursor.is_none() {
        state.cursor = lines.of_action(lanes, selected);
        if let Some(at) = state.cursor {
            bring_into_view(state, lines, at, page);
        }
    }
}

fn bring_into_view(state: &mut TimelineState, lines: &Lines, at: usize, page: f32) {
    let Some(line) = lines.lines.get(at) else { return };
    // The heading that stays at the top covers that much; a first row brings its heading with it.
    let highest = line.top - HEADING_HEIGHT;
    if state.offset > highest {
        state.scroll_to = Some(highest.max(0.0));
    } else if state.offset + page < line.bottom() {
        state.scroll_to = Some(line.bottom() - page);
    }
}

/// Acts on the keys, while a row has the focus or nothing has.
pub fn handle(ui: &Ui, view: &mut View<'_>, state: &mut TimelineState, lanes: &Lanes, lines: &Lines, at: At) {
    if let Some(id) = at.focused.and_then(|line| row_id(lanes, lines, line, at.base)) {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    } else if ui.memory(|memory| memory.focused().is_some()) || ui.ctx().any_popup_open() {
        return;
    }
    let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let here = at.focused.or(state.cursor);
    let page_lines = 8;
    let steps = [(Key::ArrowDown, 1), (Key::ArrowUp, -1), (Key::PageDown, page_lines), (Key::PageUp, -page_lines)];
    for (key, step) in steps {
        if pressed(key)
            && let Some(next) = next_row(lines, here, step, state.offset)
        {
            state.cursor = Some(next);
            view.selection.action = lines.lines.get(next).and_then(|line| action_of(lanes, line));
            bring_into_view(state, lines, next, at.page);
            if let Some(id) = row_id(lanes, lines, next, at.base) {
                ui.memory_mut(|memory| memory.request_focus(id));
            }
            ui.ctx().request_repaint();
        }
    }
    let before = state.window;
    for (key, part) in [(Key::ArrowLeft, -PAN_STEP), (Key::ArrowRight, PAN_STEP)] {
        if pressed(key) {
            state.window = state.window.moved(part, lanes.span);
        }
    }
    for (key, factor) in [(Key::Plus, ZOOM_STEP), (Key::Equals, ZOOM_STEP), (Key::Minus, 1.0 / ZOOM_STEP)] {
        if pressed(key) {
            state.window = state.window.zoomed(factor, 0.5, lanes.span);
        }
    }
    if pressed(Key::Home) {
        state.window = Window::default();
    }
    if state.window != before {
        ui.ctx().request_repaint();
    }
    let action = here.and_then(|at| lines.lines.get(at)).and_then(|line| action_of(lanes, line));
    if let Some(action) = action
        && pressed(Key::Enter)
    {
        open_in_form(view, action);
    }
}

fn row_id(lanes: &Lanes, lines: &Lines, at: usize, base: Id) -> Option<Id> {
    let line = lines.lines.get(at)?;
    let Holds::Row(group, _) = line.holds else { return None };
    Some(base.with(("row", group, action_of(lanes, line)?)))
}

/// The row so many rows below (or above), headings not counted; the last (or first) if there are fewer.
fn next_row(lines: &Lines, here: Option<usize>, step: i32, offset: f32) -> Option<usize> {
    let is_row = |at: &usize| lines.lines.get(*at).is_some_and(|line| matches!(line.holds, Holds::Row(..)));
    let count = usize::try_from(step.unsigned_abs()).unwrap_or(1);
    let Some(here) = here else {
        let first = lines.lines.partition_point(|line| line.top < offset);
        return (first..lines.lines.len()).find(is_row);
    };
    if step > 0 {
        (here + 1..lines.lines.len()).filter(is_row).take(count).last()
    } else {
        (0..here).rev().filter(is_row).take(count).last()
    }
}
