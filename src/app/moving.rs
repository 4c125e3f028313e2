//! A linked milestone that was given another date: once its field is left, whether the others move too is asked.
//!
//! Undo, redo and what comes in from others are nobody's wish to move an event, so they ask nothing.

use egui::{Context, Id};

use super::{App, OpenPlan};
use crate::dates::When;
use crate::model::{Edit, Milestone, MilestoneField, MilestoneId, Plan, RecordId};
use crate::ui::linking::{self, MoveAnswer, MoveState};
use crate::ui::{Palette, cell_id};

/// What is known of a change of date until it is asked about.
#[derive(Debug, Default)]
pub(super) struct Moving {
    /// The milestone being changed, its date before, and the field that is typed in.
    changing: Option<Changing>,
    asked: Option<MoveState>,
    /// What had the cursor when it was asked.
    return_to: Option<Id>,
}

#[derive(Clone, Debug)]
struct Changing {
    milestone: MilestoneId,
    before: When,
    field: Option<Id>,
}

impl Moving {
    /// Whether the question stands.
    pub(super) fn is_asked(&self) -> bool {
        self.asked.is_some()
    }

    /// The question is not to be answered any more.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }
}

impl OpenPlan {
    /// Remembers the date of a linked milestone that is about to get other words or another date.
    pub(super) fn note_move(&mut self, context: &Context, edit: &Edit) {
        let Edit::Milestone(id, MilestoneField::Text(_) | MilestoneField::Beside(_)) = edit else { return };
        if self.moving.changing.as_ref().is_some_and(|changing| changing.milestone == *id) {
            return;
        }
        self.ask_to_move();
        let milestone = milestone(self.document.plan(), *id).filter(|one| one.event().is_some());
        let focused = context.memory(egui::Memory::focused);
        self.moving.changing = milestone.map(|one| Changing {
            milestone: *id,
            before: one.when().clone(),
            field: focused.filter(|focused| fields_of(*id).contains(focused)),
        });
    }

    /// Asks where the field was left and the date is another than before. `true` if it was asked just now.
    pub(super) fn ask_on_leaving(&mut self, focused: Option<Id>) -> bool {
        let is_left = |changing: &Changing| changing.field.is_none() || changing.field != focused;
        if self.moving.is_asked() || !self.moving.changing.as_ref().is_some_and(is_left) {
            return false;
        }
        self.ask_to_move();
        self.moving.return_to = focused.filter(|_| self.moving.is_asked());
        self.moving.is_asked()
    }

    fn ask_to_move(&mut self) {
        let Some(changing) = self.moving.changing.take() else { return };
        let plan = self.document.plan();
        let days = |when: &When| (when.reading().from(), when.reading().due());
        let is_moved =
            milestone(plan, changing.milestone).is_some_and(|one| days(one.when()) != days(&changing.before));
        if is_moved && self.moving.asked.is_none() {
            self.moving.asked = MoveState::of(plan, changing.milestone);
        }
    }
}

fn milestone(plan: &Plan, id: MilestoneId) -> Option<&Milestone> {
    plan.actions().flat_map(|action| &action.milestones).find(|one| one.id == id)
}

/// Every field that a milestone's date is typed in.
fn fields_of(id: MilestoneId) -> [Id; 3] {
    let record = RecordId::Milestone(id);
    [cell_id("grids", record, "text"), cell_id("inspector", record, "text"), cell_id("inspector", record, "beside")]
}

impl App {
    pub(super) fn is_moving(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.moving.is_asked())
    }

    pub(super) fn show_moving(&mut self, context: &Context, palette: &Palette) {
        let Some(open) = &mut self.open else { return };
        let Some(state) = &mut open.moving.asked else { return };
        let Some(answer) = linking::ask(context, palette, open.document.plan(), state) else { return };
        open.moving.asked = None;
        if let Some(widget) = open.moving.return_to.take() {
            context.memory_mut(|memory| memory.request_focus(widget));
        }
        if let MoveAnswer::Move(edit, label) = answer {
            open.document.seal();
            let result = open.document.apply(edit, label);
            open.document.seal();
            self.say_refused(result);
        }
        context.request_repaint();
    }
}
