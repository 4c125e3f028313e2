//! One row: its label, its marks and their words, what it tells and what it brings up.
//!
//! It must not decide where marks go (`place`) nor what they look like (`paint`).

use egui::{Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::axis::Axis;
use super::place::{Placed, place};
use super::rows::focus_ring;
use super::rules::Rules;
use super::tracks::{reach, tracks};
use super::{Columns, hover, paint, words};
use crate::model::Action;
use crate::report::{Mark, Row, days_late};
use crate::ui::View;
use crate::ui::theme::{self, text};
use crate::ui::widgets::paint_shape;

/// Everything a row needs to know to be drawn.
pub(super) struct Chart<'frame> {
    pub columns: &'frame Columns,
    pub axis: Axis,
    /// The axis that shows the whole span.
    pub fit: Axis,
    pub rules: Rules,
    pub period_word: &'static str,
}

/// Shows a row in `rect`.
pub(super) fn show(
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
    let due = action.when.reading().due();
    let late = days_late(view.plan, action, view.as_at);
    // Of several dates, the last decides.
    let late = |mark: &Mark| late.filter(|_| mark.reading.due() == due);
    let placed = place(
        row,
        &tracks(row, &chart.fit),
        &chart.axis,
        rect.top(),
        |mark| words::beside(mark, chart.period_word, late(mark)),
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
    let inside = || row.marks.iter().filter(|mark| mark.outside.is_none()).map(|mark| reach(mark, &chart.axis));
    let centre = rect.center().y;
    if inside().any(|x| x.max <= chart.axis.x.min) {
        paint::more(painter, palette, pos2(chart.axis.x.min - 5.0, centre), -1.0);
    }
    if inside().any(|x| x.min >= chart.axis.x.max) {
        paint::more(painter, palette, pos2(chart.axis.x.max + 5.0, centre), 1.0);
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
