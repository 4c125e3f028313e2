//! A row of a form: the handle and a cell for each of the plan's columns, as high as its longest text.

use egui::{Color32, Rangef, Rect, Sense, Shape, Stroke, Ui, UiBuilder, pos2, vec2};

use super::blocks::Entry;
use super::{cells, columns, drag, row_menu};
use crate::model::{Action, RecordId, Shows, Standing};
use crate::ui::view::{View, cell_id};
use crate::ui::widgets::paint_shape;

const LEAST_HEIGHT: f32 = 40.0;

/// Shows the row.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, entry: Entry) {
    let plan = view.plan;
    let (Some(grid), Some(objective), Some(action)) =
        (entry.grid_of(plan), entry.objective_of(plan), entry.action_of(plan))
    else {
        return;
    };
    let standing = Standing {
        grid,
        grid_index: entry.grid,
        objective,
        objective_index: entry.objective,
        action,
        action_index: entry.action,
    };
    let reference = standing.reference();
    let palette = view.palette;
    let room = ui.max_rect();
    let top = room.top();
    let selected = view.selection.action == Some(action.id);
    let fill = ui.painter().add(Shape::Noop);

    // The row itself, behind its cells: a press anywhere on it selects it.
    let ranges = columns::ranges(&plan.columns, Rangef::new(room.left(), room.right()));
    let mut bottom = top + LEAST_HEIGHT;
    let mut used = Vec::with_capacity(ranges.len());
    for (shows, range) in &ranges {
        let cell = Rect::from_x_y_ranges(*range, Rangef::new(top, f32::INFINITY));
        let builder = UiBuilder::new().max_rect(cell).scope_id(egui::Id::unique(("grids-cell", action.id, *shows)));
        let mut child = ui.new_child(builder);
        child.spacing_mut().item_spacing = vec2(0.0, 0.0);
        child.spacing_mut().interact_size.y = 18.0;
        cells::show(&mut child, view, &standing, *shows, &reference);
        used.push(child.min_rect().bottom());
        bottom = f32::max(bottom, child.min_rect().bottom() + 3.0);
    }
    for ((shows, range), used) in ranges.iter().zip(used) {
        press_below(ui, view, action, *shows, Rect::from_x_y_ranges(*range, Rangef::new(used, bottom)));
    }
    let row = Rect::from_min_max(room.min, pos2(room.right(), bottom.ceil()));
    ui.advance_cursor_after_rect(row);

    let handle = Rect::from_min_max(row.min, pos2(row.left() + columns::HANDLE, row.bottom()));
    let response = ui.interact(handle, egui::Id::unique(("grids-handle", action.id)), Sense::CLICK | Sense::DRAG);
    response
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, format!("Row menu, action {reference}")));
    if response.clicked() || response.secondary_clicked() {
        view.selection.action = Some(action.id);
    }
    row_menu::show(&response, view, &standing);
    drag::handle(ui, &response, action.id);
    drag::target(ui, view, row, objective.id, entry.action);

    if selected {
        ui.painter().set(fill, Shape::rect_filled(row, 0.0, palette.selected));
    } else {
        ui.painter().set(fill, Shape::rect_filled(row, 0.0, palette.paper));
    }
    dots(ui, handle, if response.hovered() { palette.ink_soft } else { palette.outline });
    if !plan.has_column(Shows::Status)
        && let Some(status) = plan.status_of(action.status)
    {
        let centre = pos2(handle.center().x, handle.top() + 40.0);
        paint_shape(ui.painter(), status.shape, centre, 4.8, palette.status_ink(status.colour));
    }
    lines(ui, view, row, &ranges);
    cell_focus(ui, view, row, &ranges);
}

/// A press below the words of a cell puts the cursor into it, as in Word.
fn press_below(ui: &Ui, view: &mut View<'_>, action: &Action, shows: Shows, below: Rect) {
    let record = RecordId::Action(action.id);
    let id = match shows {
        Shows::Description => cell_id("grids", record, "description"),
        Shows::Owners => cell_id("grids", record, "owners"),
        Shows::When => cell_id("grids", record, "when"),
        Shows::Own(column) => egui::Id::unique(("own-cell", "grids", action.id, column)),
        Shows::Kpis | Shows::Milestones | Shows::Progress | Shows::Reference | Shows::Status => {
            egui::Id::unique(("no-cell", action.id, shows))
        }
    };
    if !below.is_positive() {
        return;
    }
    let response = ui.interact(below, id.with("below"), Sense::CLICK);
    if response.clicked() {
        view.selection.action = Some(action.id);
        // In this frame the press still counts as one beside every cell, so the cursor comes with the next.
        view.outbox.focus(id);
    }
}

/// The lines round the cells.
fn lines(ui: &Ui, view: &View<'_>, row: Rect, ranges: &[(Shows, Rangef)]) {
    let line = Stroke::new(1.0, view.palette.hairline);
    let painter = ui.painter();
    painter.hline(row.x_range(), row.bottom() - 0.5, line);
    for (_, range) in ranges {
        painter.vline(range.min.floor() + 0.5, row.y_range(), line);
    }
    painter.vline(row.left() + 0.5, row.y_range(), line);
    painter.vline(row.right() - 0.5, row.y_range(), line);
}

/// The frame round the cell with the cursor in it.
fn cell_focus(ui: &Ui, view: &View<'_>, row: Rect, ranges: &[(Shows, Rangef)]) {
    let Some(response) = ui.memory(egui::Memory::focused).and_then(|id| ui.ctx().read_response(id)) else {
        return;
    };
    let centre = response.rect.center();
    if !row.contains(centre) {
        return;
    }
    if let Some((_, range)) = ranges.iter().find(|(_, range)| range.contains(centre.x)) {
        let cell = Rect::from_x_y_ranges(*range, row.y_range()).shrink2(vec2(0.5, 0.5));
        ui.painter().rect_stroke(cell, 0.0, Stroke::new(2.0, view.palette.accent), egui::StrokeKind::Inside);
    }
}

/// The handle's six dots.
fn dots(ui: &Ui, handle: Rect, color: Color32) {
    for column in [-3.0, 3.0] {
        for row in [-4.5, 0.0, 4.5] {
            let centre = pos2(handle.center().x + column, handle.top() + 18.0 + row);
            ui.painter().circle_filled(centre, 1.2, color);
        }
    }
}
