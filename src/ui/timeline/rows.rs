//! The chart's body: the lines that are seen, panning and zooming.
//!
//! It must not know what a line looks like (`row`, `headings`).

use egui::{Rangef, Rect, ScrollArea, Sense, Stroke, Ui, pos2};

use super::axis::Axis;
use super::row::Chart;
use super::rules::Rules;
use super::stack::{Holds, Stack};
use super::state::{TimelineState, WorkedOut};
use super::{Columns, header, headings, keys, legend, open_in_form, row, select, words};
use crate::dates::Span;
use crate::ui::View;
use crate::ui::theme::{self, text};

/// Shows head and rows.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut View<'_>,
    state: &mut TimelineState,
    worked_out: &mut WorkedOut,
    columns: &Columns,
) {
    let span = worked_out.lanes.span;
    pan_and_zoom(ui, state, columns, span);
    if !worked_out.stack.as_ref().is_some_and(|stack| stack.fit(columns.axis)) {
        worked_out.stack = Some(Stack::new(&worked_out.lanes, state.by, &state.folded, columns.axis));
    }
    let Some(stack) = worked_out.stack.take() else { return };
    let page = columns.body.height();
    keys::follow_selection(view, state, &worked_out.lanes, &stack, page);

    let axis = Axis::new(span, state.window, columns.axis);
    let fit = Axis::new(span, super::Window::default(), columns.axis);
    let rules = Rules::new(view.plan, view.as_at, &axis);
    header::show(ui, view, &axis, &rules, columns.head, columns.flag_rows);
    legend::show(ui, view, Rect::from_x_y_ranges(columns.labels, columns.head.y_range()));
    let chart = Chart { columns, axis, fit, rules, period_word: words::period_word(view.plan) };

    let mut body = ui.new_child(egui::UiBuilder::new().max_rect(columns.body).id_salt("body"));
    let mut area = ScrollArea::vertical().id_salt("rows").auto_shrink(false);
    if let Some(offset) = state.scroll_to.take() {
        area = area.vertical_scroll_offset(offset.clamp(0.0, (stack.height - page).max(0.0)));
    }
    let mut focused = None;
    let base = ui.scope_id();
    let folded_before = state.folded.len();
    let output = area.show_viewport(&mut body, |ui, viewport| {
        ui.set_height(stack.height.max(page));
        let origin = ui.max_rect().top();
        // Below the rows, so that it takes only what they do not: drags.
        drag(ui, state, columns, span);
        let seen = stack.seen(viewport.y_range());
        let first = seen.start;
        for index in seen {
            let Some(line) = stack.lines.get(index) else { continue };
            let rect = line_rect(columns, Rangef::new(origin + line.top, origin + line.bottom()));
            match line.holds {
                Holds::Heading(group) => headings::show(ui, view, state, worked_out, group, rect),
                Holds::Row(group, row) => {
                    let row = worked_out.lanes.groups.get(group).and_then(|group| group.rows.get(row));
                    let Some(row) = row else { continue };
                    let Some(action) = worked_out.action(view.plan, row.action) else { continue };
                    let id = base.with(("row", group, row.action));
                    let response = row::show(ui, view, &chart, row, action, rect, id);
                    if response.has_focus() {
                        focused = Some(index);
                    }
                    if response.double_clicked() {
                        open_in_form(view, row.action);
                    } else if response.clicked() {
                        response.request_focus();
                        select(view, state, row.action);
                        state.cursor = Some(index);
                    }
                }
            }
        }
        headings::pinned(ui, view, state, worked_out, &stack, first, (columns, viewport.top(), origin));
    });
    state.offset = output.state.clamped_offset().y;
    if stack.lines.is_empty() {
        nothing(ui, view, columns.body);
    }
    keys::handle(ui, view, state, &worked_out.lanes, &stack, keys::At { focused, page, base });
    // What was folded or unfolded makes other lines.
    worked_out.stack = (state.folded.len() == folded_before).then_some(stack);
}

/// The rectangle of a line, over labels and axis.
pub(super) fn line_rect(columns: &Columns, y: Rangef) -> Rect {
    Rect::from_x_y_ranges(Rangef::new(columns.labels.min, columns.head.right()), y)
}

fn nothing(ui: &Ui, view: &View<'_>, rect: Rect) {
    let words = if view.found.is_some() { "No action has these words." } else { "The plan has no grids yet." };
    let at = pos2(rect.center().x, rect.top() + 40.0);
    ui.painter().text(at, egui::Align2::CENTER_CENTER, words, theme::regular(text::BODY), view.palette.ink_soft);
}

/// The wheel with Ctrl, two fingers, the wheel sideways.
fn pan_and_zoom(ui: &Ui, state: &mut TimelineState, columns: &Columns, span: Span) {
    let over = columns.head.union(columns.body);
    let Some(pointer) = ui.input(|input| input.pointer.hover_pos()).filter(|at| over.contains(*at)) else { return };
    if !ui.rect_contains_pointer(over) {
        return;
    }
    let (zoom, across) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta().x));
    if (zoom - 1.0).abs() > 1e-4 {
        let part = (pointer.x - columns.axis.min) / columns.axis.span();
        state.window = state.window.zoomed(f64::from(zoom), f64::from(part.clamp(0.0, 1.0)), span);
    } else if across != 0.0 {
        state.window = state.window.moved(f64::from(-across / columns.axis.span()), span);
    }
}

fn drag(ui: &Ui, state: &mut TimelineState, columns: &Columns, span: Span) {
    let response = ui.interact(columns.body, ui.scope_id().with("drag"), Sense::DRAG);
    if response.dragged() {
        let moved = response.drag_delta();
        state.window = state.window.moved(f64::from(-moved.x / columns.axis.span()), span);
        if moved.y != 0.0 {
            state.scroll_to = Some((state.offset - moved.y).max(0.0));
        }
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
    }
}

/// Shows where the keyboard is.
pub(super) fn focus_ring(ui: &Ui, view: &View<'_>, response: &egui::Response, rect: Rect) {
    if response.has_focus() {
        let line = Stroke::new(2.0, view.palette.accent);
        ui.painter().rect_stroke(rect.shrink(1.0), 3.0, line, egui::StrokeKind::Inside);
    }
}
