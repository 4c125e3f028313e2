//! The plan's own front page: title, partnership, status, version, marking and what opens it.

use egui::{Id, Ui};

use super::form;
use crate::model::{Edit, PlanField, PlanStatus};
use crate::ui::view::View;
use crate::ui::widgets::TextCell;

/// The markings that are usual; any other can be typed.
const MARKINGS: [&str; 2] = ["OFFICIAL", "OFFICIAL-SENSITIVE"];

/// A text of the plan itself.
struct PlanText<'plan> {
    key: &'static str,
    value: &'plan str,
    label: &'static str,
    hint: &'static str,
    undo: &'static str,
    field: fn(String) -> PlanField,
}

/// Shows the section.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>) {
    let plan = view.plan;
    let palette = view.palette;
    form::title(ui, &palette, "Plan", "What stands on the cover and at the top of every page.");
    let title = PlanText {
        key: "details-title",
        value: &plan.title,
        label: "Title",
        hint: "Substance misuse strategy action plan",
        undo: "change the plan’s title",
        field: PlanField::Title,
    };
    text(ui, view, &title);
    let partnership = PlanText {
        key: "details-partnership",
        value: &plan.partnership,
        label: "Partnership",
        hint: "Whose plan it is",
        undo: "change the partnership",
        field: PlanField::Partnership,
    };
    let version = PlanText {
        key: "details-version",
        value: &plan.version,
        label: "Version",
        hint: "v0.3",
        undo: "change the version",
        field: PlanField::Version,
    };
    form::side_by_side(ui, [3.0, 1.0], |ui, column| text(ui, view, if column == 0 { &partnership } else { &version }));
    status(ui, view);
    marking(ui, view);
    front_matter(ui, view);
}

fn text(ui: &mut Ui, view: &mut View<'_>, text: &PlanText<'_>) {
    form::label(ui, &view.palette, text.label);
    let name = format!("{} of the plan", text.label);
    let cell = TextCell::new(Id::unique(text.key), text.value, &name).single_line().hint(text.hint);
    if let Some(new) = form::field(ui, view, cell) {
        view.outbox.edit(Edit::Plan((text.field)(new)), text.undo);
    }
}

fn status(ui: &mut Ui, view: &mut View<'_>) {
    let palette = view.palette;
    form::label(ui, &palette, "Status");
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for status in PlanStatus::ALL {
            let name = format!("Plan status: {}", status.words());
            if form::choice(ui, &palette, status.words(), &name, view.plan.status == status) {
                view.outbox.seal();
                view.outbox.edit(Edit::Plan(PlanField::Status(status)), "change the plan’s status");
                view.outbox.seal();
            }
        }
    });
}

fn marking(ui: &mut Ui, view: &mut View<'_>) {
    let plan = view.plan;
    let palette = view.palette;
    form::label(ui, &palette, "Protective marking");
    let mut chosen = None;
    form::side_by_side(ui, [5.0, 6.0], |ui, column| {
        if column == 0 {
            let id = Id::unique("details-marking");
            let cell = TextCell::new(id, &plan.marking, "Protective marking").single_line().hint("None");
            if let Some(new) = form::field(ui, view, cell) {
                view.outbox.edit(Edit::Plan(PlanField::Marking(new)), "change the protective marking");
            }
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            for words in MARKINGS.into_iter().chain(["None"]) {
                let value = if words == "None" { "" } else { words };
                let name = format!("Protective marking: {words}");
                if form::choice(ui, &palette, words, &name, plan.marking.trim() == value) {
                    chosen = Some(value);
                }
            }
        });
    });
    if let Some(value) = chosen {
        view.outbox.seal();
        view.outbox.edit(Edit::Plan(PlanField::Marking(value.to_owned())), "change the protective marking");
        view.outbox.seal();
    }
    form::note(ui, "Printed at the top and the bottom of every page; none where it is empty.", palette.ink_soft);
}

fn front_matter(ui: &mut Ui, view: &mut View<'_>) {
    let palette = view.palette;
    form::label(ui, &palette, "Before the first grid");
    let id = Id::unique("details-front-matter");
    let cell = TextCell::new(id, &view.plan.front_matter, "Words before the first grid");
    let cell = cell.hint("Lines that open the plan: its vision, its aims, who signs it");
    if let Some(new) = form::field(ui, view, cell) {
        view.outbox.edit(Edit::Plan(PlanField::FrontMatter(new)), "change the words before the first grid");
    }
}
