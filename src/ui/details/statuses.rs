//! The status scheme: what the board's RAG words are, how they look and what they mean.

use egui::{Id, Ui, UiBuilder};

use super::draft::Draft;
use super::form::{self, RowWish};
use super::{Awaited, DetailsState, Section, colour, status_row};
use crate::model::{Edit, Meaning, Plan, PlanField, Shape, Status, StatusId};
use crate::ui::view::View;
use crate::ui::widgets::PlainButton;

/// Shows the section.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, state: &mut DetailsState) {
    let plan = view.plan;
    let palette = view.palette;
    let told = "Boards differ in what their words and colours mean, so each plan has its own. The key is printed in \
                the pack. What a status means decides what is counted as late.";
    form::title(ui, &palette, "Status scheme", told);
    state.statuses.refresh(plan, view.revision);
    let has_come = state.has_come(Section::Statuses, plan.statuses.len());
    for (index, status) in plan.statuses.iter().enumerate() {
        let scope = UiBuilder::new().scope_id(Id::unique(("details-status", status.id)));
        ui.scope_builder(scope, |ui| status_row::show(ui, view, state, status, index));
        ui.add_space(8.0);
    }
    if let Some(last) = plan.statuses.last().filter(|_| has_come) {
        ui.memory_mut(|memory| memory.request_focus(status_row::word_id(last.id)));
    }
    // A draft whose field was left is in the plan as far as it can be read.
    if let Some(Draft::Colour(id, _)) = &state.draft
        && !ui.memory(|memory| memory.has_focus(status_row::hex_id(*id)))
    {
        state.draft = None;
    }
    if PlainButton::new("Add a status").show(ui, &palette).clicked() {
        let status = another(plan, view.outbox.ids().status());
        state.awaited = Some(Awaited { section: Section::Statuses, rows: plan.statuses.len() });
        set(view, plan.statuses.iter().cloned().chain([status]).collect(), "add a status");
    }
}

/// A status that looks unlike those there are.
fn another(plan: &Plan, id: StatusId) -> Status {
    let unused = colour::READABLE.iter().map(|(_, colour)| *colour);
    let mut unused = unused.filter(|colour| plan.statuses.iter().all(|status| status.colour != *colour));
    let shape = Shape::ALL.into_iter().min_by_key(|shape| plan.statuses.iter().filter(|s| s.shape == *shape).count());
    Status {
        id,
        word: "New status".to_owned(),
        letter: String::new(),
        colour: unused.next().unwrap_or(colour::READABLE[0].1),
        shape: shape.unwrap_or(Shape::Disc),
        meaning: Meaning::OnTrack,
    }
}

/// Sets the whole scheme as one step of undo.
fn set(view: &mut View<'_>, statuses: Vec<Status>, label: &str) {
    view.outbox.seal();
    view.outbox.edit(Edit::Plan(PlanField::Statuses(statuses)), label);
    view.outbox.seal();
}

/// Changes the status at a position. Typing goes on in one step of undo; whoever asks otherwise seals.
pub(super) fn change(view: &mut View<'_>, index: usize, label: &str, change: impl FnOnce(&mut Status)) {
    let mut statuses = view.plan.statuses.clone();
    if let Some(status) = statuses.get_mut(index) {
        change(status);
    }
    view.outbox.edit(Edit::Plan(PlanField::Statuses(statuses)), label);
}

/// Moves the status at a position, or takes it out.
pub(super) fn rearrange(view: &mut View<'_>, index: usize, wish: RowWish) {
    let mut statuses = view.plan.statuses.clone();
    match wish.target(index) {
        Some(target) => statuses.swap(index, target),
        None => drop(statuses.remove(index)),
    }
    set(view, statuses, if wish == RowWish::Remove { "take out a status" } else { "move a status" });
}

/// What a meaning says, in plain words.
pub(super) fn meaning_words(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Complete => "Done: never late",
        Meaning::OnTrack => "Going as planned",
        Meaning::AtRisk => "May miss its date",
        Meaning::OffTrack => "Will miss, or has missed",
        Meaning::NotStarted => "Nothing done yet",
    }
}
