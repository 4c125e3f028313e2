//! The board meetings the plan goes to, in the order they are entered.

use egui::{Align, Layout, Ui, UiBuilder, vec2};

use super::form;
use super::{Awaited, DetailsState, Section};
use crate::dates::{Reading, When};
use crate::model::{Edit, Meeting, MeetingField, Parent, Place, RecordId};
use crate::ui::command::RowCommand;
use crate::ui::view::{View, cell_id};
use crate::ui::widgets::{PlainButton, TextCell};

/// Shows the section.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, state: &mut DetailsState) {
    let plan = view.plan;
    let palette = view.palette;
    let told = "The boards this plan goes to. A pack is prepared for one of them, and the timeline shows them all.";
    form::title(ui, &palette, "Board meetings", told);
    if plan.meetings.is_empty() {
        form::note(ui, "No meeting yet.", palette.ink_soft);
    } else {
        form::row_labels(ui, &palette, [3.0, 2.0], ["Board", "When, as you would write it"]);
    }
    let has_come = state.has_come(Section::Meetings, plan.meetings.len());
    for (index, meeting) in plan.meetings.iter().enumerate() {
        let scope = UiBuilder::new().scope_id(egui::Id::unique(("details-meeting", meeting.id)));
        ui.scope_builder(scope, |ui| row(ui, view, meeting, index));
        ui.add_space(4.0);
    }
    if let Some(last) = plan.meetings.last().filter(|_| has_come) {
        let name = cell_id("details", RecordId::Meeting(last.id), "name");
        ui.memory_mut(|memory| memory.request_focus(name));
    }
    ui.add_space(8.0);
    if PlainButton::new("Add a meeting").show(ui, &palette).clicked() {
        view.outbox.seal();
        view.outbox.row(RowCommand::AddMeeting);
        state.awaited = Some(Awaited { section: Section::Meetings, rows: plan.meetings.len() });
    }
}

fn row(ui: &mut Ui, view: &mut View<'_>, meeting: &Meeting, index: usize) {
    let palette = view.palette;
    let count = view.plan.meetings.len();
    let number = index + 1;
    let mut wish = None;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = form::GAP;
        let width = ui.available_width() - form::ROW_BUTTONS - form::GAP;
        ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            form::side_by_side(ui, [3.0, 2.0], |ui, column| match column {
                0 => name(ui, view, meeting, number),
                _ => when(ui, view, meeting, number),
            });
        });
        let name = format!("meeting {number}");
        let delete = format!("Delete {name}");
        wish = form::row_buttons(ui, &palette, (index, count), &name, Ok(&delete));
    });
    let Some(wish) = wish else { return };
    view.outbox.seal();
    let record = RecordId::Meeting(meeting.id);
    match wish.target(index) {
        Some(index) => {
            view.outbox.edit(Edit::Move(record, Place { parent: Parent::Plan, index }), "move a board meeting");
        }
        None => view.outbox.row(RowCommand::Remove(record)),
    }
    view.outbox.seal();
}

fn name(ui: &mut Ui, view: &mut View<'_>, meeting: &Meeting, number: usize) {
    let spoken = format!("Board of meeting {number}");
    let id = cell_id("details", RecordId::Meeting(meeting.id), "name");
    let cell = TextCell::new(id, &meeting.name, &spoken).single_line().hint("Which board");
    if let Some(new) = form::field(ui, view, cell) {
        view.outbox.edit(Edit::Meeting(meeting.id, MeetingField::Name(new)), "change a board meeting");
    }
}

fn when(ui: &mut Ui, view: &mut View<'_>, meeting: &Meeting, number: usize) {
    let palette = view.palette;
    let spoken = format!("Day of meeting {number}");
    let id = cell_id("details", RecordId::Meeting(meeting.id), "when");
    let cell = TextCell::new(id, meeting.when.written(), &spoken).single_line().hint("11/07/16");
    if let Some(new) = form::field(ui, view, cell) {
        let when = When::read(new, &view.plan.period);
        view.outbox.edit(Edit::Meeting(meeting.id, MeetingField::When(when)), "change the day of a board meeting");
    }
    match meeting.when.reading() {
        Reading::Blank => form::note(ui, "No day yet", palette.ink_soft),
        Reading::Unread => form::note(ui, "Not read as a date", palette.warning),
        Reading::Placeholder => form::note(ui, "A placeholder, not a date", palette.warning),
        reading => form::note(ui, &format!("Read as: {}", reading.describe()), palette.ink_soft),
    }
}
