//! The cells of a row: what a column shows of an action, edited in place.

use egui::{Sense, Ui};

use super::lines;
use crate::dates::{When, day_words};
use crate::model::{Action, ActionField, Edit, Owners, RecordId, Shows, Standing};
use crate::ui::theme::text;
use crate::ui::view::{View, cell_id};
use crate::ui::widgets::{TextCell, TextCellOutput};
use crate::ui::{inspector::reading, owner_names, status_menu, theme};

/// A cell's name for screen readers and tests: "By when, action 1.1.3".
pub(super) fn cell_name(view: &View<'_>, shows: Shows, reference: &str) -> String {
    format!("{}, action {reference}", view.plan.heading_of(shows))
}

/// Shows the cell of one column.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, standing: &Standing<'_>, shows: Shows, reference: &str) {
    let action = standing.action;
    match shows {
        Shows::Reference => {
            ui.add_space(7.0);
            ui.horizontal(|ui| {
                ui.add_space(9.0);
                let font = theme::medium(text::SMALL + 0.5);
                ui.label(egui::RichText::new(reference).font(font).color(view.palette.ink_soft));
            });
        }
        Shows::Description => {
            let written = &action.description;
            if let (Some(new), _) = field(ui, view, action, shows, reference, "description", written) {
                set(view, action, shows, ActionField::Description(new));
            }
        }
        Shows::Owners => {
            let id = cell_id("grids", RecordId::Action(action.id), "owners");
            let offer = owner_names::before(ui, id, action, view.plan);
            let written = action.owners.written();
            let (new, response) = field(ui, view, action, shows, reference, "owners", written);
            let taken = owner_names::after(ui, &view.palette, &response, written, &offer);
            if let Some(new) = taken.or(new) {
                set(view, action, shows, ActionField::Owners(Owners::read(new, &view.plan.directory)));
            }
        }
        Shows::When => {
            let written = action.when.written();
            if let (Some(new), _) = field(ui, view, action, shows, reference, "when", written) {
                set(view, action, shows, ActionField::When(When::read(new, &view.plan.period)));
            }
            reading::beneath(ui, view, action);
        }
        Shows::Kpis => lines::kpis(ui, view, action, reference),
        Shows::Milestones => lines::milestones(ui, view, action, reference),
        Shows::Progress => lines::progress(ui, view, action, reference),
        Shows::Status => {
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                ui.add_space(8.0);
                let name = cell_name(view, shows, reference);
                status_menu::show(ui, view, action, &name);
            });
        }
        Shows::Own(column) => {
            let words = action.own.get(&column).map_or("", String::as_str);
            let name = cell_name(view, shows, reference);
            let id = egui::Id::unique(("own-cell", "grids", action.id, column));
            let cell = TextCell::new(id, words, &name).marking(view.terms);
            let output = cell.show(ui, &view.palette);
            note_focus(view, action, &output);
            if let Some(new) = output.changed {
                set(view, action, shows, ActionField::Own(column, new));
            }
        }
    }
}

fn field(
    ui: &mut Ui,
    view: &mut View<'_>,
    action: &Action,
    shows: Shows,
    reference: &str,
    field: &'static str,
    words: &str,
) -> (Option<String>, egui::Response) {
    let name = cell_name(view, shows, reference);
    let id = cell_id("grids", RecordId::Action(action.id), field);
    let output = TextCell::new(id, words, &name).marking(view.terms).show(ui, &view.palette);
    note_focus(view, action, &output);
    (output.changed, output.response)
}

/// The action whose cell has the cursor is the selected one; leaving a cell ends the step of undo.
pub(super) fn note_focus(view: &mut View<'_>, action: &Action, output: &TextCellOutput) {
    if output.response.gained_focus() || output.response.clicked() {
        view.selection.action = Some(action.id);
    }
    if output.response.gained_focus() {
        output.response.scroll_to_me(None);
    }
    if output.response.lost_focus() {
        view.outbox.seal();
    }
}

fn set(view: &mut View<'_>, action: &Action, shows: Shows, field: ActionField) {
    let label = format!("change {}", view.plan.heading_of(shows));
    view.outbox.edit(Edit::Action(action.id, field), label);
}

/// A line of small, quiet words beneath a cell's own.
pub(super) fn small_line(ui: &mut Ui, words: &str, color: egui::Color32) {
    if words.is_empty() {
        return;
    }
    let width = ui.available_width() - 18.0;
    let job = text::wrapped(words, theme::regular(text::SMALL - 0.5), color, width);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) =
        ui.allocate_exact_size(egui::vec2(ui.available_width(), galley.size().y + 2.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, words));
    ui.painter().galley(rect.min + egui::vec2(9.0, 0.0), galley, color);
}

/// The day an update speaks for, as its heading says it.
pub(super) fn update_day(on: Option<chrono::NaiveDate>) -> String {
    on.map_or_else(|| "No date".to_owned(), day_words)
}
