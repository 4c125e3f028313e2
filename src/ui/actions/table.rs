//! The table: of all rows only those in view are laid out, with one more at each end so that Tab finds
//! its way on, and always the one with the cursor, so that no keystroke is lost.

use std::ops::RangeInclusive;

use egui::{Rect, ScrollArea, Ui, pos2, vec2};

use super::column::Widths;
use super::row::RowUi;
use super::rows::{Line, Rows};
use super::state::ActionsState;
use super::{group_row, header, keys, measure, refresh};
use crate::ui::view::View;

/// The room the scroll bar takes.
const BAR: f32 = 14.0;
/// How often heights above the view may move before it is shown; once is the rule.
const MEASURED_AT_MOST: usize = 4;

/// Shows the heading row and the rows in what room is left.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, state: &mut ActionsState) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let widths = Widths::share_out(ui.available_width() - BAR);
    if state.widths != Some(widths) {
        state.widths = Some(widths);
        state.heights.forget();
        refresh::set_lines(view, state);
    }
    keys::step(ui, state);
    if view.selection.action != state.seen_selection {
        state.scroll.bring = view.selection.action;
    }

    let high = header::height(ui, view.plan, &view.palette, &widths);
    let bar = if widths.total() > ui.available_width() - BAR { BAR } else { 0.0 };
    state.scroll.view_height = (ui.available_height() - high - bar).max(0.0);

    let rows = std::mem::take(&mut state.rows);
    settle(ui, view, state, &rows, &widths);
    state.rows = rows;

    let (heading, _) = ui.allocate_exact_size(vec2(ui.available_width(), high), egui::Sense::hover());
    header::show(ui, heading, view, state, &widths);

    let rows = std::mem::take(&mut state.rows);
    let ticked = body(ui, view, state, &rows, &widths);
    state.rows = rows;
    if let Some((id, range)) = ticked {
        state.choose(id, range);
    }
    state.seen_selection = view.selection.action;
}

/// Measures what will be in view and moves the view so that what is seen does not jump.
fn settle(ui: &Ui, view: &View<'_>, state: &mut ActionsState, rows: &Rows, widths: &Widths) {
    let bring = state.scroll.bring.take().and_then(|id| rows.line_of(id));
    for _ in 0..MEASURED_AT_MOST {
        if let Some(line) = bring {
            measure_lines(ui, view, state, rows, widths, line..=line);
            bring_into_view(state, line);
        }
        let from = state.heights.line_at(f64::from(state.scroll.offset.y));
        let to = state.heights.line_at(f64::from(state.scroll.offset.y + state.scroll.view_height));
        let (top, end) = (state.heights.top(from), state.heights.end());
        let below = f64::from(state.scroll.offset.y) - top;
        let was = state.heights.height(from);
        measure_lines(ui, view, state, rows, widths, from..=to);
        // The first row in view is cut by the edge: its foot stays where it is, not its head.
        let grown = f64::from(state.heights.height(from) - was);
        if below > 0.5 && grown.abs() > 0.5 && bring.is_none() {
            move_to(state, top + below + grown);
        } else if (state.heights.end() - end).abs() < 0.5 {
            break;
        }
    }
    let lowest = (state.heights.end() - f64::from(state.scroll.view_height)).max(0.0);
    if state.scroll.is_moved {
        move_to(state, f64::from(state.scroll.offset.y).clamp(0.0, lowest));
    }
}

fn move_to(state: &mut ActionsState, offset: f64) {
    #[expect(clippy::cast_possible_truncation, reason = "a scroll offset is a few million points at most")]
    let offset = offset as f32;
    state.scroll.offset.y = offset;
    state.scroll.is_moved = true;
}

fn bring_into_view(state: &mut ActionsState, line: usize) {
    let (top, offset) = (state.heights.top(line), f64::from(state.scroll.offset.y));
    let (height, room) = (f64::from(state.heights.height(line)), f64::from(state.scroll.view_height));
    if top < offset || height > room {
        move_to(state, top);
    } else if top + height > offset + room {
        move_to(state, top + height - room);
    }
}

fn measure_lines(
    ui: &Ui,
    view: &View<'_>,
    state: &mut ActionsState,
    rows: &Rows,
    widths: &Widths,
    lines: RangeInclusive<usize>,
) {
    for line in lines {
        match rows.lines.get(line) {
            Some(Line::Row(row)) => {
                if let Some(standing) = row.standing(view.plan) {
                    let height = measure::measure(ui, &view.palette, widths, standing.action, view.as_at);
                    state.heights.set(line, Some(row.id), height);
                }
            }
            Some(Line::Heading(heading)) => {
                let height = group_row::height(ui, &view.palette, widths, heading);
                state.heights.set(line, None, height);
            }
            None => {}
        }
    }
    state.heights.settle();
}

/// The lines to show: those in view, one more at each end, and those about the cursor.
fn lines_to_show(state: &ActionsState, rows: &Rows) -> Vec<usize> {
    let offset = f64::from(state.scroll.offset.y);
    let first = state.heights.line_at(offset).saturating_sub(1);
    let last = state.heights.line_at(offset + f64::from(state.scroll.view_height)) + 1;
    let mut lines: Vec<usize> = (first..=last).collect();
    let cursors = [state.focus.map(|focus| focus.row), state.wanted_focus.map(|(row, _)| row)];
    for line in cursors.into_iter().flatten().filter_map(|row| rows.line_of(row)) {
        lines.extend(line.saturating_sub(2)..=line + 2);
    }
    lines.sort_unstable();
    lines.dedup();
    lines.retain(|line| *line < rows.lines.len());
    lines
}

/// Shows the rows; gives back the one whose box was pressed, and whether Shift was held.
fn body(
    ui: &mut Ui,
    view: &mut View<'_>,
    state: &mut ActionsState,
    rows: &Rows,
    widths: &Widths,
) -> Option<(crate::model::ActionId, bool)> {
    let mut area = ScrollArea::both().id_salt("actions table").auto_shrink(false);
    if std::mem::take(&mut state.scroll.is_moved) {
        area = area.vertical_scroll_offset(state.scroll.offset.y);
    }
    let mut ticked = None;
    let mut cells = std::mem::take(&mut state.cells);
    cells.clear();
    let output = area.show_viewport(ui, |ui, viewport| {
        state.scroll.offset = viewport.min.to_vec2();
        ui.set_width(widths.total());
        #[expect(clippy::cast_possible_truncation, reason = "ten thousand rows are a million points")]
        ui.set_height(state.heights.end() as f32);
        let origin = ui.max_rect().min;
        let palette = view.palette;
        for line in lines_to_show(state, rows) {
            #[expect(clippy::cast_possible_truncation, reason = "ten thousand rows are a million points")]
            let top = origin.y + state.heights.top(line) as f32;
            let rect = Rect::from_min_size(pos2(origin.x, top), vec2(widths.total(), state.heights.height(line)));
            match rows.lines.get(line) {
                Some(Line::Heading(heading)) => group_row::show(ui, rect, &palette, view.plan, heading),
                Some(Line::Row(row)) => {
                    let Some(standing) = row.standing(view.plan) else { continue };
                    let wanted = state.wanted_focus.take_if(|(wanted, _)| *wanted == row.id).map(|(_, cell)| cell);
                    let outcome = RowUi {
                        view,
                        standing,
                        reference: standing.reference(),
                        widths,
                        rect,
                        is_chosen: state.chosen.contains(&row.id),
                        wanted,
                        cells: &mut cells,
                        outcome: super::row::Outcome::default(),
                    }
                    .show(ui);
                    if outcome.gained_focus {
                        state.scroll.bring = Some(row.id);
                        ui.ctx().request_repaint();
                    }
                    ticked = ticked.or(outcome.ticked.map(|range| (row.id, range)));
                }
                None => {}
            }
        }
    });
    state.cells = cells;
    state.find_focus(ui.ctx());
    state.scroll.offset = output.state.clamped_offset();
    state.scroll.view_height = output.inner_rect.height();
    ticked
}
