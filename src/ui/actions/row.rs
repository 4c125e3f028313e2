//! One action's row: its cells, edited where they stand.
//!
//! It must not know which rows stand above and below it.

use egui::{EventFilter, Id, Label, Layout, Margin, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, vec2};

use super::column::{Column, Widths};
use super::measure::{PAD, inner_width, small_job};
use super::state::{Cell, Focus};
use super::{read_cells, reference_cell, status_cell, words};
use crate::dates::When;
use crate::model::{Action, ActionField, ActionId, Edit, Owners, RecordId, Standing};
use crate::ui::view::{View, cell_id};
use crate::ui::widgets::check_box::{Tick, check_box};
use crate::ui::widgets::{TextCell, TextCellOutput};

/// The widget id of a cell.
pub(super) fn widget_id(action: ActionId, cell: Cell) -> Id {
    cell_id("actions", RecordId::Action(action), cell.field())
}

/// What came of showing a row.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Outcome {
    /// Whether the keyboard focus came to one of its cells just now.
    pub(super) gained_focus: bool,
    /// Whether its box was pressed, and whether Shift was held.
    pub(super) ticked: Option<bool>,
}

/// A row being shown.
pub(super) struct RowUi<'row, 'frame> {
    pub(super) view: &'row mut View<'frame>,
    pub(super) standing: Standing<'frame>,
    pub(super) reference: String,
    pub(super) widths: &'row Widths,
    pub(super) rect: Rect,
    pub(super) is_chosen: bool,
    /// The cell that is to have the focus.
    pub(super) wanted: Option<Cell>,
    /// Where its cells are noted.
    pub(super) cells: &'row mut Vec<Focus>,
    pub(super) outcome: Outcome,
}

impl RowUi<'_, '_> {
    /// Shows the row.
    pub(super) fn show(mut self, ui: &mut Ui) -> Outcome {
        let is_selected = self.view.selection.action == Some(self.action().id);
        self.background(ui, is_selected);
        self.select_box(ui);
        reference_cell::show(&mut self, ui, is_selected);
        self.description(ui);
        self.when(ui);
        self.owners(ui);
        self.status(ui);
        read_cells::show(&self, ui);
        self.lines(ui);
        self.outcome
    }

    fn action(&self) -> &Action {
        self.standing.action
    }

    pub(super) fn cell_rect(&self, column: Column) -> Rect {
        let (left, right) = self.widths.of(column);
        Rect::from_x_y_ranges(self.rect.left() + left..=self.rect.left() + right, self.rect.y_range())
    }

    /// The inside of a cell.
    pub(super) fn child(&self, ui: &mut Ui, column: Column) -> Ui {
        let rect = self.cell_rect(column).shrink2(PAD);
        let salt = (self.standing.action.id, column);
        let layout = Layout::top_down(egui::Align::Min);
        let mut child = ui.new_child(UiBuilder::new().id_salt(salt).max_rect(rect).layout(layout));
        child.spacing_mut().item_spacing = vec2(0.0, 0.0);
        // A text of one line is one line high, not as high as a button.
        child.spacing_mut().interact_size.y = 0.0;
        child
    }

    fn background(&mut self, ui: &mut Ui, is_selected: bool) {
        let palette = self.view.palette;
        // Beside a text, where the pointer misses it, a press goes to the text all the same.
        let response = ui.interact(self.rect, ui.scope_id().with(("row", self.standing.action.id)), Sense::CLICK);
        let fill = if is_selected || self.is_chosen { palette.selected } else { palette.paper };
        ui.painter().rect_filled(self.rect, 0.0, fill);
        if response.clicked() {
            self.view.selection.action = Some(self.standing.action.id);
            let texts =
                [(Column::Description, Cell::Description), (Column::When, Cell::When), (Column::Owners, Cell::Owners)];
            let pressed = response.interact_pointer_pos();
            let hit = texts.iter().find(|(column, _)| pressed.is_some_and(|at| self.cell_rect(*column).contains(at)));
            if let Some((_, cell)) = hit {
                self.wanted = Some(*cell);
            }
        }
    }

    /// Notes where the focus is, and gives it to the cell that is to have it.
    pub(super) fn after(&mut self, ui: &Ui, cell: Cell, response: &egui::Response) {
        self.cells.push(Focus { row: self.standing.action.id, cell, widget: response.id });
        if self.wanted == Some(cell) {
            response.request_focus();
        }
        if response.has_focus() {
            if !cell.is_text() {
                let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
                ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
            }
            self.outcome.gained_focus |= response.gained_focus();
            if response.gained_focus() {
                self.view.selection.action = Some(self.standing.action.id);
            }
        }
    }

    fn select_box(&mut self, ui: &Ui) {
        let id = widget_id(self.standing.action.id, Cell::Select);
        let width = self.widths.of(Column::Reference).0;
        let rect = Rect::from_min_size(self.rect.min, vec2(width, 36.0));
        let tick = if self.is_chosen { Tick::On } else { Tick::Off };
        let name = format!("Select {}", self.reference);
        let response = check_box(ui, &self.view.palette, id, rect, tick, &name);
        if response.clicked() {
            self.outcome.ticked = Some(ui.input(|input| input.modifiers.shift));
        }
        self.after(ui, Cell::Select, &response);
    }

    /// Shows a text that is edited in place, with a quiet line beneath.
    fn text(
        &mut self,
        ui: &mut Ui,
        column: Column,
        cell: Cell,
        words: &str,
        beneath: Option<(&str, egui::Color32)>,
    ) -> Option<String> {
        let palette = self.view.palette;
        let name = format!("{}, action {}", column.heading(self.view.plan), self.reference);
        let hint = match cell {
            Cell::When => "No deadline",
            Cell::Owners => "No owner",
            _ => "What will be done",
        };
        let mut child = self.child(ui, column);
        let TextCellOutput { changed, response } =
            TextCell::new(widget_id(self.standing.action.id, cell), words, &name)
                .hint(hint)
                .margin(Margin::ZERO)
                .marking(self.view.terms)
                .show(&mut child, &palette);
        if let Some((beneath, ink)) = beneath.filter(|(beneath, _)| !beneath.is_empty()) {
            child.add(Label::new(small_job(beneath, ink, inner_width(self.widths, column))));
        }
        self.after(ui, cell, &response);
        if response.has_focus() {
            let ring = self.cell_rect(column).shrink(1.0);
            ui.painter().rect_stroke(ring, 2.0, Stroke::new(2.0, palette.accent), StrokeKind::Inside);
        }
        changed
    }

    fn edit(&mut self, column: Column, field: ActionField) {
        let label = format!("change {}", column.heading(self.view.plan));
        self.view.outbox.edit(Edit::Action(self.standing.action.id, field), label);
    }

    fn description(&mut self, ui: &mut Ui) {
        let words = self.standing.action.description.as_str();
        if let Some(new) = self.text(ui, Column::Description, Cell::Description, words, None) {
            self.edit(Column::Description, ActionField::Description(new));
        }
    }

    fn when(&mut self, ui: &mut Ui) {
        let action = self.standing.action;
        let (reading, is_odd) = words::reading(action);
        let ink = if is_odd { self.view.palette.warning } else { self.view.palette.ink_soft };
        if let Some(new) = self.text(ui, Column::When, Cell::When, action.when.written(), Some((&reading, ink))) {
            self.edit(Column::When, ActionField::When(When::read(new, &self.view.plan.period)));
        }
    }

    fn owners(&mut self, ui: &mut Ui) {
        let written = self.standing.action.owners.written();
        if let Some(new) = self.text(ui, Column::Owners, Cell::Owners, written, None) {
            self.edit(Column::Owners, ActionField::Owners(Owners::read(new, &self.view.plan.directory)));
        }
    }

    fn status(&mut self, ui: &mut Ui) {
        let mut child = self.child(ui, Column::Status);
        child.add_space(-2.0);
        let heading = Column::Status.heading(self.view.plan);
        let chip = status_cell::show(&mut child, self.view, self.standing.action, &self.reference, heading);
        self.after(ui, Cell::Status, &chip);
    }

    fn lines(&self, ui: &Ui) {
        let stroke = Stroke::new(1.0, self.view.palette.hairline);
        let (rect, painter) = (self.rect, ui.painter());
        for edge in self.widths.lines().chain([0.0]) {
            painter.vline(rect.left() + edge + if edge == 0.0 { 0.5 } else { 0.0 }, rect.y_range(), stroke);
        }
        painter.vline(rect.right() - 0.5, rect.y_range(), stroke);
        painter.hline(rect.x_range(), rect.bottom() - 0.5, stroke);
        if self.view.selection.action == Some(self.standing.action.id) {
            let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height() - 1.0));
            painter.rect_filled(bar, 0.0, self.view.palette.accent);
        }
    }
}
