//! The columns of the plan's forms and the headings of its parts. Both are the plan's own words.

use egui::{Align, Id, Layout, RichText, Ui, UiBuilder, vec2};

use super::form::{self, RowWish};
use super::{Awaited, DetailsState, Section};
use crate::model::{Column, Edit, Headings, PlanField, Shows};
use crate::ui::theme::{self, text};
use crate::ui::view::View;
use crate::ui::widgets::{PlainButton, TextCell};

/// Shows the section.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, state: &mut DetailsState) {
    let palette = view.palette;
    let told = "What the forms show of each action, in this order and under these headings. Taking a column out \
                only hides it: its text is kept, and comes back with it.";
    form::title(ui, &palette, "Columns and headings", told);
    let columns = &view.plan.columns;
    let has_come = state.has_come(Section::Columns, columns.len());
    form::row_labels(ui, &palette, [3.0, 2.0], ["Heading", "Shows"]);
    for (index, column) in columns.iter().enumerate() {
        let scope = UiBuilder::new().scope_id(Id::unique(("details-column-row", column.shows)));
        ui.scope_builder(scope, |ui| row(ui, view, column, index));
    }
    if let Some(last) = columns.last().filter(|_| has_come) {
        ui.memory_mut(|memory| memory.request_focus(heading_id(last.shows)));
    }
    ui.add_space(4.0);
    put_back(ui, view, state);
    headings(ui, view);
}

fn heading_id(shows: Shows) -> Id {
    Id::unique(("details-column-heading", shows))
}

/// What a column shows, in plain words.
fn told(shows: Shows) -> &'static str {
    match shows {
        Shows::Reference => "The action’s reference",
        Shows::Description => "What will be done",
        Shows::Owners => "By whom",
        Shows::When => "By when",
        Shows::Kpis => "How it will be known",
        Shows::Milestones => "Dated steps",
        Shows::Progress => "The newest update",
        Shows::Status => "The status (RAG)",
        Shows::Own(_) => "Text of your own",
    }
}

fn set(view: &mut View<'_>, columns: Vec<Column>, label: &str) {
    view.outbox.seal();
    view.outbox.edit(Edit::Plan(PlanField::Columns(columns)), label);
    view.outbox.seal();
}

fn row(ui: &mut Ui, view: &mut View<'_>, column: &Column, index: usize) {
    let columns = &view.plan.columns;
    let palette = view.palette;
    let mut wish = None;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = form::GAP;
        let width = ui.available_width() - form::ROW_BUTTONS - form::GAP;
        ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            form::side_by_side(ui, [3.0, 2.0], |ui, side| {
                if side == 0 {
                    heading(ui, view, column, index);
                } else {
                    let words = RichText::new(told(column.shows)).font(theme::regular(text::BODY));
                    ui.add_space(8.5);
                    ui.label(words.color(palette.ink_soft));
                }
            });
        });
        let name = format!("column {}", column.heading);
        let remove = format!("Take out {name}; its text is kept");
        let removable = if columns.len() > 1 { Ok(remove.as_str()) } else { Err("A form needs at least one column") };
        wish = form::row_buttons(ui, &palette, (index, columns.len()), &name, removable);
    });
    let Some(wish) = wish else { return };
    let mut columns = columns.clone();
    match wish.target(index) {
        Some(target) => columns.swap(index, target),
        None => drop(columns.remove(index)),
    }
    let label = if wish == RowWish::Remove { "take out a column" } else { "move a column" };
    set(view, columns, label);
}

fn heading(ui: &mut Ui, view: &mut View<'_>, column: &Column, index: usize) {
    let name = format!("Heading of column {}: {}", index + 1, told(column.shows));
    let hint = column.shows.default_heading();
    let cell = TextCell::new(heading_id(column.shows), &column.heading, &name).single_line().hint(hint);
    if let Some(new) = form::field(ui, view, cell) {
        let mut columns = view.plan.columns.clone();
        if let Some(column) = columns.get_mut(index) {
            column.heading = new;
        }
        view.outbox.edit(Edit::Plan(PlanField::Columns(columns)), "change a column heading");
    }
}

/// Buttons for what the forms do not show.
fn put_back(ui: &mut Ui, view: &mut View<'_>, state: &mut DetailsState) {
    let plan = view.plan;
    let palette = view.palette;
    let missing = Shows::STANDARD.into_iter().filter(|shows| !plan.has_column(*shows));
    let standard = missing.map(|shows| (shows, shows.default_heading().to_owned(), shows.default_heading().to_owned()));
    let own = state.own_columns.kept(plan, view.revision).iter().map(|kept| {
        let actions = if kept.actions == 1 { "1 action".to_owned() } else { format!("{} actions", kept.actions) };
        let words = format!("Text in {actions}: “{}”", kept.example);
        (Shows::Own(kept.id), words, "Column".to_owned())
    });
    let offered: Vec<(Shows, String, String)> = standard.chain(own).collect();
    if !offered.is_empty() {
        form::label(ui, &palette, "Not shown now; press one to put it in");
    }
    let mut added: Option<Column> = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (shows, words, heading) in offered {
            let button = PlainButton::new(&format!("+ {words}")).show(ui, &palette);
            let name = format!("Put in column {words}");
            button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
            if button.clicked() {
                added = Some(Column { shows, heading });
            }
        }
        if PlainButton::new("Add a column of your own").show(ui, &palette).clicked() {
            let id = view.outbox.ids().column();
            added = Some(Column { shows: Shows::Own(id), heading: "New column".to_owned() });
        }
    });
    if let Some(column) = added {
        let label = if matches!(column.shows, Shows::Own(_)) { "add a column" } else { "put a column back" };
        state.awaited = Some(Awaited { section: Section::Columns, rows: plan.columns.len() });
        let columns = plan.columns.iter().cloned().chain([column]).collect();
        set(view, columns, label);
    }
}

/// A heading of a part of the plan, and where it stands in [`Headings`].
type Part = (&'static str, fn(&mut Headings) -> &mut String);

fn headings(ui: &mut Ui, view: &mut View<'_>) {
    let plan = view.plan;
    let palette = view.palette;
    form::subtitle(ui, &palette, "Headings of the parts");
    let parts: [Part; 3] = [
        ("Over key priorities", |headings| &mut headings.priorities),
        ("Over an objective’s actions", |headings| &mut headings.delivery_plan),
        ("Over expected outcomes", |headings| &mut headings.outcomes),
    ];
    let mut shown = plan.headings.clone();
    for (label, part) in parts {
        form::label(ui, &palette, label);
        let name = format!("Heading {}", label.to_lowercase());
        let cell = TextCell::new(Id::unique(("details-heading", label)), part(&mut shown), &name).hint("None");
        if let Some(new) = form::field(ui, view, cell) {
            let mut headings = plan.headings.clone();
            *part(&mut headings) = new;
            view.outbox.edit(Edit::Plan(PlanField::Headings(headings)), "change a heading");
        }
    }
}
