//! What is entered, as edits. There are no drafts: the first letter puts the update in.

use super::asked::Choice;
use super::said::Round;
use crate::model::{
    Action, ActionField, ActionId, Edit, Parent, Place, Plan, Record, Shows, StatusId, Update, UpdateField, UpdateId,
};
use crate::ui::view::Outbox;

/// What the button for it writes.
pub(super) const NO_CHANGE: &str = "No change since the last update.";

const WRITE: &str = "write an update";

/// Where it is written: the action, in a round, for an owner.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'a> {
    pub(super) plan: &'a Plan,
    pub(super) round: &'a Round,
    pub(super) choice: &'a Choice,
    pub(super) action: &'a Action,
    /// What was put in in this frame, which the plan does not show yet.
    pub(super) under_way: Option<(ActionId, UpdateId)>,
}

impl Entry<'_> {
    /// The words as they are now in the field. Gives back the update that was put in for them.
    pub(super) fn text(&self, outbox: &mut Outbox, text: String) -> Option<UpdateId> {
        let (edit, put_in) = match self.update() {
            Some((id, _)) => (Edit::Update(id, UpdateField::Text(text)), None),
            None => self.put_in(outbox, text, self.action.status),
        };
        outbox.edit(edit, WRITE);
        put_in
    }

    /// A status of the action and of what is said of it in this round, in one.
    pub(super) fn status(&self, outbox: &mut Outbox, status: StatusId) -> Option<UpdateId> {
        let said = self.round.update(self.action, self.choice.owner.as_deref());
        if said.is_some_and(|said| said.status == Some(status)) && self.action.status == Some(status) {
            return None;
        }
        let (update, put_in) = match self.update() {
            Some((id, _)) => (Edit::Update(id, UpdateField::Status(Some(status))), None),
            None => self.put_in(outbox, String::new(), Some(status)),
        };
        let action = Edit::Action(self.action.id, ActionField::Status(Some(status)));
        let label = format!("change {}", self.plan.heading_of(Shows::Status));
        one_step(outbox, Edit::Batch(vec![action, update]), label);
        put_in
    }

    /// That nothing changed, where nothing was written yet.
    pub(super) fn no_change(&self, outbox: &mut Outbox) -> Option<UpdateId> {
        let words = NO_CHANGE.to_owned();
        let (edit, put_in) = match self.update() {
            Some((_, text)) if !text.is_empty() => return None,
            Some((id, _)) => (Edit::Update(id, UpdateField::Text(words)), None),
            None => self.put_in(outbox, words, self.action.status),
        };
        one_step(outbox, edit, WRITE.to_owned());
        put_in
    }

    /// The update of this round and its words, also where it was put in by an edit that is still to be made.
    fn update(&self) -> Option<(UpdateId, &str)> {
        let said = self.round.update(self.action, self.choice.owner.as_deref());
        let said = said.map(|update| (update.id, update.text.as_str()));
        said.or_else(|| self.under_way.filter(|(action, _)| *action == self.action.id).map(|(_, id)| (id, "")))
    }

    fn put_in(&self, outbox: &mut Outbox, text: String, status: Option<StatusId>) -> (Edit, Option<UpdateId>) {
        let (on, by, id) = (Some(self.round.as_at()), self.choice.by(self.action), outbox.ids().update());
        let place = Place { parent: Parent::Action(self.action.id), index: self.action.updates.len() };
        (Edit::Insert(place, Record::Update(Update { id, on, by, text, status })), Some(id))
    }
}

fn one_step(outbox: &mut Outbox, edit: Edit, label: String) {
    outbox.seal();
    outbox.edit(edit, label);
    outbox.seal();
}
