//! The chart's body: headings and rows, only those that are seen.
//!
//! It must not decide where marks go (`place`) nor what they look like (`paint`).

use egui::{Rangef, Rect, Role, ScrollArea, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::axis::Axis;
use super::lines::{HEADING_HEIGHT, Holds, Lines};
use super::place::{Placed, place};
use super::rules::Rules;
use super::state::{TimelineState, WorkedOut};
use super::tracks::tracks;
use super::{Columns, header, hover, keys, open_in_form, paint, select, words};
use crate::model::Action;
use crate::report::{Row, days_late};
use crate::ui::View;
use crate::ui::theme::{self, text};
use crate::ui::widgets::paint_shape;

/// Everything a line needs to know to be drawn.
struct Chart<'frame> {
    columns: &'frame Columns,
    axis: Axis,
    /// The axis that shows the whole span.
    fit: Axis,
    rules: Rules,
    period_word: &'static str,
}

/// Shows head and rows.
pub fn show(ui: &mut Ui, view: &mut View<'_>, state: &mut TimelineState, worked_out: &mut WorkedOut, columns: &Columns) {
    let span = worked_out.lanes.span;
    pan_and_zoom(ui, state, columns, span);
    if !worked_out.lines.as_ref().is_some_and(|lines| lines.fit(columns.axis)) {
        worked_out.lines = Some(Lines::new(&worked_out.lanes, state.by, &state.folded, columns.axis));
    }
    let Some(lines) = worked_out.lines.take() else { return };
    let page = columns.body.height();
    keys::follow_selection(view, state, &worked_out.lanes, &lines, page);

    let axis = Axis::new(span, state.window, columns.axis);
    let fit = Axis::new(span, super::Window::default(), columns.axis);
    let rules = Rules::new(view.plan, view.as_at, &axis);
    header::show(ui, view, &axis, &rules, columns.head);
    let chart = Chart { columns, axis, fit, rules, period_word: words::period_word(view.plan) };

    let mut body = ui.new_child(egui::UiBuilder::new().max_rect(columns.body).id_salt("body"));
    let mut area = ScrollArea::vertical().id_salt("rows").auto_shrink(false);
    if let Some(offset) = state.scroll_to.take() {
        area = area.vertical_scroll_offset(offset.clamp(0.0, (lines.height - page).max(0.0)));
    }
    let mut focused = None;
    let base = ui.scope_id();
    let folded_before = state.folded.len();
    let output = area.show_viewport(&mut body, |ui, viewport| {
        ui.set_height(lines.height.max(page));
        let origin = ui.max_rect().top();
        // Below the rows, so that it takes only what they do not: drags.
        drag(ui, state, columns, span);
        let seen = lines.seen(viewport.y_range());
        let first = seen.start;
        for index in seen {
            let Some(line) = lines.lines.get(index) else { continue };
            let rect = line_rect(columns, Rangef::new(origin + line.top, origin + line.bottom()));
            match line.holds {
                Holds::Heading(group) => heading(ui, view, state, worked_out, group, rect),
                Holds::Row(group, row) => {
                    let row = worked_out.lanes.groups.get(group).and_then(|group| group.rows.get(row));
                    let Some(row) = row else { continue };
                    let Some(action) = worked_out.action(view.plan, row.action) else { continue };
                    let id = base.with(("row", group, row.action));
                    let response = show_row(ui, view, &chart, row, action, rect, id);
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
        pinned_heading(ui, view, state, worked_out, &lines, first, (columns, viewport.top(), origin));
    });
    state.offset = output.state.clamped_offset().y;
    if lines.lines.is_empty() {
        nothing(ui, view, columns.body);
    }
    keys::handle(ui, view, state, &worked_out.lanes, &lines, keys::At { focused, page, base });
    // What was folded or unfolded makes other lines.
    worked_out.lines = (state.folded.len() == folded_before).then_some(lines);
}

fn line_rect(columns: &Columns, y: Rangef) -> Rect {
    Rect::from_x_y_ranges(Rangef::new(columns.labels.min, columns.head.right()), y)
}

fn nothing(ui: &Ui, view: &View<'_>, rect: Rect) {
    let words = if view.found.is_some() { "No action has these words." } else { "The plan has no grids yet." };
    let at = pos2(rect.center().x, rect.top() + 40.0);
    ui.painter().text(at, egui::Align2::CENTER_CENTER, words, theme::regular(text::BODY), view.palette.ink_soft);
}

/// The wheel with Ctrl, two fingers, the wheel sideways.
fn pan_and_zoom(ui: &Ui, state: &mut TimelineState, columns: &Columns, span: crate::dates::Span) {
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

fn drag(ui: &Ui, state: &mut TimelineState, columns: &Columns, span: crate::dates::Span) {
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

/// While the rows of a group are seen but not its heading, the heading stays at the top.
fn pinned_heading(
    ui: &Ui,
    view: &View<'_>,
    state: &mut TimelineState,
    worked_out: &WorkedOut,
    lines: &Lines,
    first: usize,
    (columns, scrolled, origin): (&Columns, f32, f32),
) {
    let Some(Holds::Heading(group)) = lines.heading_above(first).and_then(|at| lines.lines.get(at)).map(|line| line.holds)
    else {
        return;
    };
    let next = lines.lines.get(first..).unwrap_or_default().iter().find(|line| matches!(line.holds, Holds::Heading(_)));
    let top = next.map_or(scrolled, |next| scrolled.min(next.top - HEADING_HEIGHT));
    let rect = line_rect(columns, Rangef::new(origin + top, origin + top + HEADING_HEIGHT));
    heading(ui, view, state, worked_out, group, rect);
}

fn heading(ui: &Ui, view: &View<'_>, state: &mut TimelineState, worked_out: &WorkedOut, at: usize, rect: Rect) {
    let Some(group) = worked_out.lanes.groups.get(at) else { return };
    let palette = &view.palette;
    let key = (state.by, group.heading.clone());
    let folded = state.folded.contains(&key);
    let response = ui.interact(rect, ui.scope_id().with(("group", at, &group.heading)), Sense::click());
    let count = match group.rows.len() {
        0 => "no actions".to_owned(),
        1 => "1 action".to_owned(),
        count => format!("{count} actions"),
    };
    let name = format!("{}, {count}, {}", group.heading, if folded { "folded" } else { "unfolded" });
    response.widget_info(|| WidgetInfo::labeled(Role::DisclosureTriangle, true, &name));
    if response.clicked() {
        if folded {
            state.folded.remove(&key);
        } else {
            state.folded.insert(key);
        }
    }
    let painter = ui.painter();
    painter.rect_filled(rect, 0.0, if response.hovered() { palette.hover } else { palette.band });
    painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, palette.hairline));
    let centre = pos2(rect.left() + 14.0, rect.center().y);
    let points = if folded {
        vec![centre + vec2(-2.5, -4.0), centre + vec2(3.0, 0.0), centre + vec2(-2.5, 4.0)]
    } else {
        vec![centre + vec2(-4.0, -2.5), centre + vec2(4.0, -2.5), centre + vec2(0.0, 3.0)]
    };
    painter.add(Shape::convex_polygon(points, palette.ink_soft, Stroke::NONE));
    let count = painter.layout_no_wrap(count, theme::regular(text::SMALL), palette.ink_soft);
    let room = rect.width() - 28.0 - 14.0 - count.size().x - 10.0;
    let words = painter.layout_job(text::one_line(&group.heading, theme::semibold(text::BODY + 0.5), palette.ink, room));
    let end = rect.left() + 26.0 + words.size().x + 10.0;
    painter.galley(pos2(rect.left() + 26.0, rect.center().y - words.size().y / 2.0), words, palette.ink);
    painter.galley(pos2(end, rect.center().y - count.size().y / 2.0 + 0.5), count, palette.ink_soft);
    focus_ring(ui, view, &response, rect);
}

fn focus_ring(ui: &Ui, view: &View<'_>, response: &egui::Response, rect: Rect) {
    if response.has_focus() {
        let line = Stroke::new(2.0, view.palette.accent);
        ui.painter().rect_stroke(rect.shrink(1.0), 3.0, line, egui::StrokeKind::Inside);
    }
}

fn show_row(
    ui: &Ui,
    view: &View<'_>,
    chart: &Chart<'_>,
    row: &Row,
    action: &Action,
    rect: Rect,
    id: egui::Id,
) -> egui::Response {
    let response = ui.interact(rect, id, Sense::click());
    let selected = view.selection.action == Some(row.action);
    let name = || words::row_name(view.plan, action, &row.reference, &row.label, view.as_at);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, selected, name()));
    let palette = &view.palette;
    let painter = ui.painter();
    let y = rect.y_range();
    if selected {
        painter.rect_filled(rect, 0.0, palette.selected);
        painter.rect_filled(Rect::from_min_size(rect.min, vec2(3.0, rect.height())), 0.0, palette.accent);
    } else {
        chart.rules.paint_shades(painter, palette, y);
        if response.hovered() {
            painter.rect_filled(Rect::from_x_y_ranges(chart.columns.labels, y), 0.0, palette.hover);
        }
    }
    let late = days_late(view.plan, action, view.as_at);
    let placed = place(
        row,
        &tracks(row, &chart.fit),
        &chart.axis,
        rect.top(),
        |mark| words::beside(mark, chart.period_word, late),
        |words| painter.layout_no_wrap(words.text.clone(), paint::font(words.tone), palette.ink).size().x,
    );
    paint_row(ui, view, chart, row, rect, &placed);
    label(ui, view, chart, row, rect);
    focus_ring(ui, view, &response, rect);
    match response.hover_pos().map(|at| (at, mark_at(&placed, at))) {
        Some((_, Some(placed))) => response.on_hover_ui_at_pointer(|ui| {
            if let Some(mark) = row.marks.get(placed.mark) {
                hover::mark(ui, view, row, action, mark);
            }
        }),
        Some((at, None)) if chart.columns.labels.contains(at.x) => {
            response.on_hover_ui_at_pointer(|ui| hover::row(ui, view, row, action))
        }
        _ => response,
    }
}

/// The mark under the pointer, or whose words are; small marks are met a little beside them too.
fn mark_at(placed: &[Placed], at: egui::Pos2) -> Option<&Placed> {
    let on = |rect: &Rect| rect.contains(at);
    let mark = placed.iter().find(|one| on(&one.rect) || one.label.as_ref().is_some_and(|label| on(&label.rect)));
    mark.or_else(|| placed.iter().find(|one| on(&one.rect.expand(4.0))))
}

fn paint_row(ui: &Ui, view: &View<'_>, chart: &Chart<'_>, row: &Row, rect: Rect, placed: &[Placed]) {
    let palette = &view.palette;
    let painter = ui.painter();
    let status = view.plan.status_of(row.status);
    let y = rect.y_range();
    painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, palette.hairline));
    let words: Vec<Rect> = placed.iter().filter_map(|one| one.label.as_ref()).map(|label| label.rect).collect();
    chart.rules.paint_lines(painter, palette, y, &words);
    let with_mark = || placed.iter().filter_map(|one| Some((row.marks.get(one.mark)?, one)));
    for (mark, one) in with_mark() {
        paint::bar(painter, palette, status, mark, one);
    }
    chart.rules.paint_as_at(painter, palette, y, &words);
    for (mark, one) in with_mark() {
        paint::symbol(painter, palette, status, mark, one);
    }
    for label in placed.iter().filter_map(|one| one.label.as_ref()) {
        paint::label(painter, palette, label);
    }
}

/// The status's shape, the reference and the label, on as many lines as the row is high.
fn label(ui: &Ui, view: &View<'_>, chart: &Chart<'_>, row: &Row, rect: Rect) {
    let palette = &view.palette;
    let painter = ui.painter();
    let left = chart.columns.labels.min + 26.0;
    let width = chart.columns.labels.max - left - 10.0;
    let mut job = text::wrapped(&row.reference, theme::semibold(text::BODY), palette.ink, width);
    job.append(&row.label, 6.0, text::format(theme::regular(text::BODY), palette.ink));
    let fits = (rect.height() - 6.0) / text::line_height(text::BODY);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few lines, at least one")]
    let lines = fits.floor().max(1.0) as usize;
    job.wrap.max_rows = lines;
    job.wrap.break_anywhere = lines == 1;
    let galley = painter.layout_job(job);
    let top = rect.center().y - galley.size().y / 2.0;
    painter.galley(pos2(left, top), galley, palette.ink);
    if let Some(status) = view.plan.status_of(row.status) {
        let centre = pos2(chart.columns.labels.min + 14.0, top + text::line_height(text::BODY) / 2.0);
        paint_shape(painter, status.shape, centre, 4.2, palette.status_ink(status.colour));
    }
}
