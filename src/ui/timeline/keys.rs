//! The keys of the chart, and keeping the selected row in view.
//!
//! It must not paint.

use egui::{EventFilter, FocusDirection, Id, Key, Modifiers, Ui};

use super::stack::{HEADING_HEIGHT, Holds, Stack, action_of};
use super::state::TimelineState;
use super::toolbar::ZOOM_STEP;
use super::{Window, open_in_form};
use crate::dates::Span;
use crate::report::Lanes;
use crate::ui::View;

/// What part of what is seen one press of an arrow moves.
const PAN_STEP: f64 = 0.125;
/// How many rows a page key moves.
const PAGE: i32 = 8;

/// Where the keyboard is.
#[derive(Clone, Copy)]
pub(super) struct At {
    /// The line whose row has the focus.
    pub focused: Option<usize>,
    /// How much of the lines can be seen, in points.
    pub page: f32,
    /// What the ids of rows are made from.
    pub base: Id,
}

/// Where the selection was changed elsewhere, brings its row into view.
pub(super) fn follow_selection(view: &View<'_>, state: &mut TimelineState, lanes: &Lanes, stack: &Stack, page: f32) {
    let Some(selected) = view.selection.action else {
        state.cursor = None;
        return;
    };
    let at_cursor = state.cursor.and_then(|at| stack.lines.get(at)).and_then(|line| action_of(lanes, line));
    if at_cursor != Some(selected) {
        state.cursor = None;
    }
    if state.selection_seen != Some(selected) && state.cursor.is_none() {
        state.cursor = stack.of_action(lanes, selected);
        if let Some(at) = state.cursor {
            bring_into_view(state, stack, at, page);
        }
    }
}

fn bring_into_view(state: &mut TimelineState, stack: &Stack, at: usize, page: f32) {
    let Some(line) = stack.lines.get(at) else { return };
    // The heading that stays at the top covers that much; a first row brings its heading with it.
    let highest = line.top - HEADING_HEIGHT;
    if state.offset > highest {
        state.scroll_to = Some(highest.max(0.0));
    } else if state.offset + page < line.bottom() {
        state.scroll_to = Some(line.bottom() - page);
    }
}

/// Acts on the keys, while a row has the focus or nothing has.
pub(super) fn handle(ui: &Ui, view: &mut View<'_>, state: &mut TimelineState, lanes: &Lanes, stack: &Stack, at: At) {
    if let Some(id) = at.focused.and_then(|line| row_id(lanes, stack, line, at.base)) {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    } else if ui.memory(|memory| memory.focused().is_some()) || ui.ctx().any_popup_open() {
        return;
    }
    walk(ui, view, state, (lanes, stack), at);
    let before = state.window;
    turn(ui, state, lanes.span);
    if state.window != before {
        ui.ctx().request_repaint();
    }
    let here = at.focused.or(state.cursor).and_then(|at| stack.lines.get(at));
    if let Some(action) = here.and_then(|line| action_of(lanes, line))
        && pressed(ui, Key::Enter)
    {
        open_in_form(view, action);
    }
}

fn pressed(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
}

/// Up and down: the selection goes with the keyboard.
fn walk(ui: &Ui, view: &mut View<'_>, state: &mut TimelineState, (lanes, stack): (&Lanes, &Stack), at: At) {
    let steps = [(Key::ArrowDown, 1), (Key::ArrowUp, -1), (Key::PageDown, PAGE), (Key::PageUp, -PAGE)];
    for (key, step) in steps {
        if !pressed(ui, key) {
            continue;
        }
        let selected = || view.selection.action.and_then(|action| stack.of_action(lanes, action));
        let here = at.focused.or(state.cursor).or_else(selected);
        let Some(next) = next_row(stack, here, step, state.offset) else { continue };
        state.cursor = Some(next);
        view.selection.action = stack.lines.get(next).and_then(|line| action_of(lanes, line));
        bring_into_view(state, stack, next, at.page);
        if let Some(id) = row_id(lanes, stack, next, at.base) {
            ui.memory_mut(|memory| {
                memory.request_focus(id);
                // The arrow has done its work: egui must not go on from there.
                memory.move_focus(FocusDirection::None);
            });
        }
        ui.ctx().request_repaint();
    }
}

/// Left, right, + and −, Home: what is seen of the year.
fn turn(ui: &Ui, state: &mut TimelineState, span: Span) {
    for (key, part) in [(Key::ArrowLeft, -PAN_STEP), (Key::ArrowRight, PAN_STEP)] {
        if pressed(ui, key) {
            state.window = state.window.moved(part, span);
        }
    }
    for (key, factor) in [(Key::Plus, ZOOM_STEP), (Key::Equals, ZOOM_STEP), (Key::Minus, 1.0 / ZOOM_STEP)] {
        if pressed(ui, key) {
            state.window = state.window.zoomed(factor, 0.5, span);
        }
    }
    if pressed(ui, Key::Home) {
        state.window = Window::default();
    }
}

fn row_id(lanes: &Lanes, stack: &Stack, at: usize, base: Id) -> Option<Id> {
    let line = stack.lines.get(at)?;
    let Holds::Row(group, _) = line.holds else { return None };
    Some(base.with(("row", group, action_of(lanes, line)?)))
}

/// The row so many rows below (or above), headings not counted; the last (or first) if there are fewer.
fn next_row(stack: &Stack, here: Option<usize>, step: i32, offset: f32) -> Option<usize> {
    let is_row = |at: &usize| stack.lines.get(*at).is_some_and(|line| matches!(line.holds, Holds::Row(..)));
    let count = usize::try_from(step.unsigned_abs()).unwrap_or(1);
    let Some(here) = here else {
        let first = stack.lines.partition_point(|line| line.top < offset);
        return (first..stack.lines.len()).find(is_row);
    };
    if step > 0 {
        (here + 1..stack.lines.len()).filter(is_row).take(count).last()
    } else {
        (0..here).rev().filter(is_row).take(count).last()
    }
}
