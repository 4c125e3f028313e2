//! What stands round the tables: the plan's front matter, a grid's title and key priorities, an
//! objective's statement and heading row, its expected outcomes, and the places to add more.

use egui::{Frame, Id, Margin, Rangef, Rect, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use super::blocks::Entry;
use super::state::GridsState;
use super::{columns, drag};
use crate::model::{Edit, GridField, ObjectiveField, PlanField, RecordId};
use crate::ui::command::RowCommand;
use crate::ui::theme::{self, text};
use crate::ui::view::{View, cell_id};
use crate::ui::widgets::{LinkButton, TextCell, icon_button};

/// Key priorities shown before the rest is asked for.
const PRIORITIES_SHOWN: usize = 3;

/// A text of one record, edited in place; leaving it ends the step of undo.
struct Field<'field> {
    cell: TextCell<'field>,
    label: String,
}

impl Field<'_> {
    fn show(self, ui: &mut Ui, view: &mut View<'_>, edit: impl FnOnce(String) -> Edit) -> egui::Response {
        let output = self.cell.marking(view.terms).show(ui, &view.palette);
        if let Some(new) = output.changed {
            view.outbox.edit(edit(new), self.label);
        }
        if output.response.gained_focus() {
            output.response.scroll_to_me(None);
        }
        if output.response.lost_focus() {
            view.outbox.seal();
        }
        output.response
    }
}

/// The lines before the first grid.
pub(super) fn front_matter(ui: &mut Ui, view: &mut View<'_>) {
    ui.add_space(18.0);
    let plan = view.plan;
    let id = Id::unique("front-matter");
    let cell = TextCell::new(id, &plan.front_matter, "Front matter").color(view.palette.ink_soft);
    let field = Field { cell: cell.margin(Margin::symmetric(0, 2)), label: "change the front matter".to_owned() };
    field.show(ui, view, |new| Edit::Plan(PlanField::FrontMatter(new)));
}

/// A grid's reference and title.
pub(super) fn grid_title(ui: &mut Ui, view: &mut View<'_>, entry: Entry) {
    let Some(grid) = entry.grid_of(view.plan) else { return };
    ui.add_space(if entry.grid == 0 { 20.0 } else { 30.0 });
    let font = theme::semibold(text::TITLE);
    let top = ui.cursor().min;
    let mut left = top.x;
    if !grid.reference.is_empty() {
        let words = format!("{}:", grid.reference);
        let job = text::wrapped(&words, font.clone(), view.palette.ink, f32::INFINITY);
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let place = pos2(left, top.y + 2.0);
        let width = galley.size().x;
        ui.painter().galley(place, galley, view.palette.ink);
        left += width + 8.0;
    }
    let room = Rect::from_min_max(pos2(left, top.y), pos2(ui.max_rect().right(), f32::INFINITY));
    ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
        let id = cell_id("grids", RecordId::Grid(grid.id), "title");
        let name = format!("Title of grid {}", entry.grid + 1);
        let cell = TextCell::new(id, &grid.title, &name).font(font).hint("Title of this grid");
        let field = Field { cell: cell.margin(Margin::symmetric(0, 2)), label: "change the grid's title".to_owned() };
        field.show(ui, view, |new| Edit::Grid(grid.id, GridField::Title(new)));
    });
    ui.add_space(12.0);
}

/// A grid's key priorities on a card of their own.
pub(super) fn priorities(ui: &mut Ui, view: &mut View<'_>, entry: Entry, state: &mut GridsState) {
    let Some(grid) = entry.grid_of(view.plan) else { return };
    let palette = view.palette;
    let frame = Frame::NONE
        .fill(palette.paper)
        .stroke(Stroke::new(1.0, palette.hairline))
        .corner_radius(8.0)
        .inner_margin(Margin { left: 18, right: 18, top: 13, bottom: 13 });
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let width = ui.available_width();
        ui.set_width(width);
        let written = &grid.priorities_heading;
        if written.is_empty() {
            let words = egui::RichText::new(&view.plan.headings.priorities).font(theme::semibold(text::HEADING));
            ui.label(words.color(palette.ink));
        } else {
            let id = cell_id("grids", RecordId::Grid(grid.id), "priorities-heading");
            let name = format!("Heading of the key priorities of grid {}", entry.grid + 1);
            let cell = TextCell::new(id, written, &name).font(theme::semibold(text::BODY));
            let label = "change the heading of the key priorities".to_owned();
            let field = Field { cell: cell.margin(Margin::symmetric(0, 0)), label };
            field.show(ui, view, |new| Edit::Grid(grid.id, GridField::PrioritiesHeading(new)));
        }
        ui.add_space(6.0);
        let open = state.priorities_open.contains(&grid.id) || grid.priorities.len() <= PRIORITIES_SHOWN + 1;
        let shown = if open { grid.priorities.len() } else { PRIORITIES_SHOWN };
        for (index, priority) in grid.priorities.iter().enumerate().take(shown) {
            let number = format!("{}.", index + 1);
            let id = cell_id("grids", RecordId::Priority(priority.id), "text");
            let name = format!("Key priority {}.{}", entry.grid + 1, index + 1);
            let add = RowCommand::AddPriority(grid.id, Some(priority.id));
            let record = RecordId::Priority(priority.id);
            numbered(ui, view, &number, &Item { id, words: &priority.text, name: &name, record, add }, |new| {
                Edit::Priority(priority.id, new)
            });
        }
        ui.add_space(2.0);
        ui.horizontal(|ui| {
            if open {
                if LinkButton::new("+ priority")
                    .name(&format!("Add a key priority to grid {}", entry.grid + 1))
                    .quiet()
                    .show(ui, &palette)
                    .clicked()
                {
                    view.outbox.row(RowCommand::AddPriority(grid.id, None));
                }
                if state.priorities_open.contains(&grid.id)
                    && LinkButton::new("▾ fewer")
                        .name(&format!("Show fewer key priorities of grid {}", entry.grid + 1))
                        .quiet()
                        .show(ui, &palette)
                        .clicked()
                {
                    state.priorities_open.remove(&grid.id);
                }
            } else {
                let words = format!("▸ {} more", grid.priorities.len() - PRIORITIES_SHOWN);
                let name = format!("Show all {} key priorities of grid {}", grid.priorities.len(), entry.grid + 1);
                if LinkButton::new(&words).name(&name).quiet().show(ui, &palette).clicked() {
                    state.priorities_open.insert(grid.id);
                }
            }
        });
    });
}

/// One record of a list with a sign before it.
struct Item<'item> {
    id: Id,
    words: &'item str,
    name: &'item str,
    record: RecordId,
    add: RowCommand,
}

fn numbered(ui: &mut Ui, view: &mut View<'_>, sign: &str, item: &Item<'_>, edit: impl FnOnce(String) -> Edit) {
    const SIGN: f32 = 24.0;
    if ui.memory(|memory| memory.has_focus(item.id)) {
        use egui::{Key, Modifiers};
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
            view.outbox.seal();
            view.outbox.row(item.add);
        }
        if item.words.is_empty() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Backspace)) {
            view.outbox.row(RowCommand::Remove(item.record));
        }
    }
    let top = ui.cursor().min;
    let font = theme::regular(text::BODY);
    let place = pos2(top.x + SIGN - 7.0, top.y + 2.0 + text::line_height(text::BODY) / 2.0);
    ui.painter().text(place, egui::Align2::RIGHT_CENTER, sign, font, view.palette.ink_soft);
    let room = Rect::from_min_max(pos2(top.x + SIGN, top.y), pos2(ui.max_rect().right(), f32::INFINITY));
    ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
        let cell = TextCell::new(item.id, item.words, item.name).margin(Margin::symmetric(0, 2));
        let field = Field { cell, label: format!("change {}", lower_first(item.name)) };
        let response = field.show(ui, view, edit);
        if response.lost_focus() {
            view.outbox.row(RowCommand::RemoveIfEmpty(item.record));
        }
    });
}

fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// An objective's reference and statement, and the heading row of its table.
pub(super) fn objective(ui: &mut Ui, view: &mut View<'_>, entry: Entry) {
    let Some(objective) = entry.objective_of(view.plan) else { return };
    ui.add_space(20.0);
    let palette = view.palette;
    let record = RecordId::Objective(objective.id);
    let top = ui.cursor().min;
    let font = theme::semibold(text::HEADING);
    let number = format!("{}.{}", entry.grid + 1, entry.objective + 1);
    let (reference_name, statement_name) =
        (format!("Reference of objective {number}"), format!("Statement of objective {number}"));
    let measured = |words: &str| ui.painter().layout_no_wrap(words.to_owned(), font.clone(), palette.ink).size().x;
    let width = measured(if objective.reference.is_empty() { "No ref" } else { &objective.reference }) + 14.0;
    let place = Rect::from_min_size(top, vec2(width, f32::INFINITY));
    let left = ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        let id = cell_id("grids", record, "reference");
        let cell = TextCell::new(id, &objective.reference, &reference_name).single_line().hint("No ref");
        let cell = cell.font(font).margin(Margin { left: 0, right: 4, top: 2, bottom: 2 });
        let field = Field { cell, label: "change the reference".to_owned() };
        field.show(ui, view, |new| Edit::Objective(objective.id, ObjectiveField::Reference(new)));
    });
    let room = Rect::from_min_max(pos2(top.x + width, top.y), pos2(ui.max_rect().right(), f32::INFINITY));
    let right = ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
        let id = cell_id("grids", record, "statement");
        let cell = TextCell::new(id, &objective.statement, &statement_name).hint("What this objective is for");
        let field = Field { cell: cell.margin(Margin::symmetric(0, 3)), label: "change the statement".to_owned() };
        field.show(ui, view, |new| Edit::Objective(objective.id, ObjectiveField::Statement(new)));
    });
    let below = left.response.rect.bottom().max(right.response.rect.bottom());
    ui.advance_cursor_after_rect(Rect::from_min_max(top, pos2(ui.max_rect().right(), below)));
    ui.add_space(8.0);
    table_head(ui, view);
}

/// The heading row of a table: the plan's own headings.
fn table_head(ui: &mut Ui, view: &View<'_>) {
    let palette = view.palette;
    let room = ui.max_rect();
    let top = ui.cursor().min.y;
    let ranges = columns::ranges(&view.plan.columns, Rangef::new(room.left(), room.right()));
    let band = ui.painter().add(egui::Shape::Noop);
    let mut height: f32 = 34.0;
    for (column, (_, range)) in view.plan.columns.iter().zip(&ranges) {
        let font = theme::semibold(text::SMALL + 0.5);
        let job = text::wrapped(&column.heading, font, palette.ink, range.span() - 18.0);
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        height = height.max(galley.size().y + 15.0);
        let rect = Rect::from_min_size(pos2(range.min, top), vec2(range.span(), 30.0));
        let response = ui.interact(rect, ui.scope_id().with(("heading", &column.heading)), Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ColumnHeader, true, &column.heading));
        ui.painter().galley(pos2(range.min + 9.0, top + 7.0), galley, palette.ink);
    }
    let rect = Rect::from_min_max(pos2(room.left(), top), pos2(room.right(), top + height.ceil()));
    let line = Stroke::new(1.0, palette.hairline);
    ui.painter().set(band, egui::Shape::rect_filled(rect, 0.0, palette.band));
    ui.painter().rect_stroke(rect, 0.0, line, egui::StrokeKind::Inside);
    for (_, range) in ranges.iter().skip(1) {
        ui.painter().vline(range.min.floor() + 0.5, rect.y_range(), line);
    }
    ui.advance_cursor_after_rect(rect);
}

/// What stands under an objective's table.
pub(super) fn objective_foot(ui: &mut Ui, view: &mut View<'_>, entry: Entry) {
    let Some(objective) = entry.objective_of(view.plan) else { return };
    let palette = view.palette;
    // "PBC1" says which; "Objective 1" stands in every grid.
    let name = if objective.reference.is_empty() || objective.reference.contains(char::is_whitespace) {
        format!("objective {}.{}", entry.grid + 1, entry.objective + 1)
    } else {
        objective.reference.clone()
    };
    if objective.actions.is_empty() {
        let strip = Rect::from_min_size(ui.cursor().min, vec2(ui.max_rect().width(), 40.0));
        drag::target(ui, view, strip, objective.id, 0);
    }
    ui.add_space(3.0);
    ui.horizontal(|ui| {
        let spoken = format!("Add an action to {name}");
        if LinkButton::new("+ Add an action").name(&spoken).show(ui, &palette).clicked() {
            view.outbox.row(RowCommand::AddAction(objective.id, objective.actions.len()));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if objective.actions.is_empty() && icon_button(ui, &palette, "×", &format!("Delete {name}")).clicked() {
                view.outbox.row(RowCommand::Remove(RecordId::Objective(objective.id)));
            }
            if objective.outcomes.is_empty() && !view.plan.headings.outcomes.is_empty() {
                let spoken = format!("Add an expected outcome to {name}");
                if LinkButton::new("+ Expected outcome").name(&spoken).quiet().show(ui, &palette).clicked() {
                    view.outbox.row(RowCommand::AddOutcome(objective.id, None));
                }
            }
        });
    });
    if objective.outcomes.is_empty() {
        return;
    }
    ui.add_space(8.0);
    let heading = egui::RichText::new(&view.plan.headings.outcomes).font(theme::semibold(text::BODY));
    ui.label(heading.color(palette.ink));
    ui.add_space(3.0);
    for (index, outcome) in objective.outcomes.iter().enumerate() {
        let record = RecordId::Outcome(outcome.id);
        let name = format!("Expected outcome {} of {name}", index + 1);
        let add = RowCommand::AddOutcome(objective.id, Some(outcome.id));
        let id = cell_id("grids", record, "text");
        numbered(ui, view, "•", &Item { id, words: &outcome.text, name: &name, record, add }, |new| {
            Edit::Outcome(outcome.id, new)
        });
    }
}

/// What stands under a grid's last objective.
pub(super) fn grid_foot(ui: &mut Ui, view: &mut View<'_>, entry: Entry) {
    let Some(grid) = entry.grid_of(view.plan) else { return };
    ui.add_space(14.0);
    let name = format!("Add an objective to {}", grid.full_title());
    if LinkButton::new("+ Add an objective").name(&name).show(ui, &view.palette).clicked() {
        view.outbox.row(RowCommand::AddObjective(grid.id, grid.objectives.len()));
    }
}

/// What stands at the end of the plan.
pub(super) fn plan_foot(ui: &mut Ui, view: &mut View<'_>) {
    ui.add_space(16.0);
    if LinkButton::new("+ Add a grid").name("Add a grid").show(ui, &view.palette).clicked() {
        view.outbox.row(RowCommand::AddGrid(view.plan.grids.len()));
    }
    ui.add_space(40.0);
}
