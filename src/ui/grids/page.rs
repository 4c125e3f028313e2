//! The page itself: a scrolled list of blocks, of which only those in sight are laid out.

use egui::{Id, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::blocks::{Block, Entry};
use super::state::GridsState;
use super::{action_row, columns, parts};
use crate::ui::view::{Reveal, View, cell_id};

/// The page is no wider than a line that can still be read.
const WIDEST: f32 = 1180.0;
const MARGIN: f32 = 26.0;
/// The margin where the window is too narrow for the form.
const NARROW_MARGIN: f32 = 12.0;
/// Blocks this far out of sight are laid out too, so that Tab finds the next cell.
const AHEAD: f32 = 260.0;

/// Shows the page.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, state: &mut GridsState) {
    let full_width = ui.available_width();
    let least = columns::least_table(&view.plan.columns).max(360.0);
    let margin = if full_width - 2.0 * MARGIN - 14.0 < least { NARROW_MARGIN } else { MARGIN };
    let page_width = (full_width - 2.0 * margin - 14.0).min(WIDEST).max(least).floor();
    if (page_width - state.page_width).abs() > 0.5 {
        state.page_width = page_width;
        state.heights.forget();
        state.stack(view);
    }
    reveal(ui, view, state);
    let mut area = ScrollArea::both().id_salt("grids-page").auto_shrink(false).animated(false);
    if let Some(offset) = state.scroll_to.take() {
        area = area.vertical_scroll_offset(offset.max(0.0));
    }
    let output = area.show_viewport(ui, |ui, viewport| {
        ui.set_width((full_width - 14.0).max(page_width + 2.0 * margin));
        let total = state.heights.total() + 20.0;
        ui.set_height(total);
        blocks(ui, view, state, viewport)
    });
    state.scrolled = output.state.clamped_offset().y;
    if let Some(shift) = output.inner.filter(|shift| shift.abs() > 0.5) {
        // What stands above came out higher or lower than estimated: keep what is in sight where it is.
        state.scroll_to = Some(state.scrolled + shift);
        ui.ctx().request_repaint();
    }
    empty_notes(ui, view, state);
}

/// Lays out the blocks in sight. Gives how far what is in sight will move at the next frame, where the
/// heights above it turned out other than estimated.
fn blocks(ui: &mut Ui, view: &mut View<'_>, state: &mut GridsState, viewport: Rect) -> Option<f32> {
    let origin = ui.max_rect().min;
    let left = origin.x + ((ui.max_rect().width() - state.page_width) / 2.0).max(NARROW_MARGIN).floor();
    let first = state.heights.at(viewport.min.y - AHEAD);
    let last = state.heights.at(viewport.max.y + AHEAD);
    let at_top = state.heights.at(viewport.min.y + 40.0);
    state.grid_at_top = state.entries.get(at_top).and_then(|entry| entry.grid_of(view.plan)).map(|grid| grid.id);

    let typing_in = state.typing_in.take();
    let mut moved_above = 0.0;
    let mut any_moved = false;
    // The cursor's block is laid out wherever it is: a key pressed in it must not be lost. So are its
    // neighbours, so that Tab finds the next cell however high the row is.
    let hidden = typing_in.and_then(|block| state.entries.iter().position(|entry| entry.block == block));
    let shown = first..(last + 1).min(state.entries.len());
    let near = hidden.map_or(0..0, |index| index.saturating_sub(2)..(index + 4).min(state.entries.len()));
    let (start, end) = (shown.start, shown.end);
    let before: Vec<usize> = near.clone().filter(|index| *index < start).collect();
    let after: Vec<usize> = near.filter(|index| *index >= end).collect();
    let mut y = 0.0;
    let mut next = usize::MAX;
    for index in before.into_iter().chain(shown).chain(after) {
        if index != next {
            y = state.heights.top(index);
        }
        next = index + 1;
        let entry = state.entries[index];
        let corner = pos2(left, origin.y + y);
        let height = one_block(ui, view, state, entry, corner);
        let before = state.heights.height(index);
        if state.heights.measure(entry.block, index, height) {
            any_moved = true;
            if state.heights.top(index) + before <= viewport.min.y {
                moved_above += height - before;
            }
        }
        y += height;
    }
    if any_moved {
        state.heights.restack();
        ui.ctx().request_repaint();
    }
    any_moved.then_some(moved_above)
}

fn one_block(ui: &mut Ui, view: &mut View<'_>, state: &mut GridsState, entry: Entry, corner: egui::Pos2) -> f32 {
    let room = Rect::from_min_size(corner, vec2(state.page_width, f32::INFINITY));
    let mut child = ui.new_child(UiBuilder::new().max_rect(room).scope_id(Id::unique(("grids-block", entry.block))));
    child.spacing_mut().item_spacing = vec2(0.0, 0.0);
    // A line of text is as high as its letters want, not as high as a button.
    child.spacing_mut().interact_size.y = 18.0;
    let focused = ui.memory(egui::Memory::focused);
    match entry.block {
        Block::FrontMatter => parts::front_matter(&mut child, view),
        Block::GridTitle(_) => parts::grid_title(&mut child, view, entry),
        Block::Priorities(_) => parts::priorities(&mut child, view, entry, state),
        Block::Objective(_) => parts::objective(&mut child, view, entry),
        Block::Action(_) => action_row::show(&mut child, view, entry),
        Block::ObjectiveFoot(_) => parts::objective_foot(&mut child, view, entry),
        Block::GridFoot(_) => parts::grid_foot(&mut child, view, entry),
        Block::PlanFoot => parts::plan_foot(&mut child, view),
    }
    let used = child.min_rect();
    let holds_cursor = focused
        .and_then(|focused| ui.ctx().read_response(focused))
        .is_some_and(|response| used.contains(response.rect.center()));
    if holds_cursor {
        state.typing_in = Some(entry.block);
    }
    used.height().ceil()
}

/// Scrolls to what the rest of the program asked to see.
fn reveal(ui: &Ui, view: &mut View<'_>, state: &mut GridsState) {
    let Some(wanted) = view.selection.reveal else { return };
    view.selection.reveal = None;
    let Some(index) = state.position_of(wanted) else { return };
    let (top, height) = (state.heights.top(index), state.heights.height(index));
    let seen = state.scrolled..state.scrolled + ui.available_height();
    match wanted {
        Reveal::Grid(_) | Reveal::Objective(_) => state.scroll_to = Some(top),
        Reveal::Action(_) | Reveal::ActionForTyping(_) => {
            let whole = seen.contains(&top) && seen.contains(&(top + height));
            if !whole || !state.heights.is_measured(&state.entries[index].block) {
                state.scroll_to = Some(top - ui.available_height() / 3.0);
            }
        }
    }
    if let Reveal::ActionForTyping(id) = wanted {
        let cell = cell_id("grids", crate::model::RecordId::Action(id), "description");
        state.typing_in = Some(Block::Action(id));
        ui.memory_mut(|memory| memory.request_focus(cell));
    }
    ui.ctx().request_repaint();
}

/// What stands on a page where nothing was found.
fn empty_notes(ui: &mut Ui, view: &View<'_>, state: &GridsState) {
    if state.entries.is_empty() && view.found.is_some() {
        let words = egui::RichText::new("Nothing in this plan matches the search.");
        let font = crate::ui::theme::regular(crate::ui::theme::text::HEADING);
        let room = Rect::from_center_size(ui.max_rect().center(), vec2(420.0, 40.0));
        ui.put(room, egui::Label::new(words.font(font).color(view.palette.ink_soft)));
    }
}
