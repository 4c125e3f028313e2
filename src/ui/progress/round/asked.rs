//! The actions asked about: those of one owner, or all, in the plan's order.

use chrono::NaiveDate;

use super::said::Round;
use crate::model::{Action, ActionId, Plan};
use crate::report::is_complete;

/// Whose actions, and which of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Choice {
    /// The owner, by the name it is counted under; the empty name is nobody. `None` is everybody.
    pub(super) owner: Option<String>,
    /// Complete actions too.
    pub(super) with_complete: bool,
}

impl Choice {
    /// Whether the action belongs to the owner.
    pub(super) fn has(&self, plan: &Plan, action: &Action) -> bool {
        match self.owner.as_deref() {
            None => true,
            Some("") => action.owners.names().is_empty(),
            Some(name) => plan.is_owned_by(action, name),
        }
    }

    /// The owner in words.
    pub(super) fn words(&self) -> &str {
        match self.owner.as_deref() {
            None => "All owners",
            Some("") => "No owner",
            Some(name) => name,
        }
    }

    /// Who says what is entered: the chosen owner, or else the action's owners as they are written.
    pub(super) fn by(&self, action: &Action) -> String {
        match self.owner.as_deref() {
            Some(name) if !name.is_empty() => name.to_owned(),
            _ => action.owners.written().split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }
}

/// The list, kept for what it was made of.
#[derive(Debug, Default)]
pub(super) struct Asked {
    made_of: Option<(Option<(u64, NaiveDate)>, Choice)>,
    pub(super) actions: Vec<ActionId>,
    /// Of how many of them something was said.
    pub(super) said: usize,
    /// The first of which nothing was said yet.
    pub(super) next: Option<ActionId>,
}

impl Asked {
    /// Makes the list anew where the plan, the day or the choice is another. `true` if other actions stand in it.
    pub(super) fn refresh(
        &mut self,
        plan: &Plan,
        round: &Round,
        key: Option<(u64, NaiveDate)>,
        choice: &Choice,
    ) -> bool {
        if self.made_of.as_ref().is_some_and(|made_of| made_of.0 == key && made_of.1 == *choice) {
            return false;
        }
        let before = std::mem::take(self);
        self.made_of = Some((key, choice.clone()));
        for action in plan.actions().filter(|action| choice.has(plan, action)) {
            let is_said = round.is_said(action);
            // What was completed in this round stays: nothing jumps away under the hands.
            if choice.with_complete || is_said || !is_complete(plan, action) {
                self.actions.push(action.id);
                self.said += usize::from(is_said);
                if !is_said && self.next.is_none() {
                    self.next = Some(action.id);
                }
            }
        }
        self.actions != before.actions
    }

    /// The place of an action in the list.
    pub(super) fn place(&self, action: ActionId) -> Option<usize> {
        self.actions.iter().position(|one| *one == action)
    }

    /// "3 of 17 said".
    pub(super) fn words(&self) -> String {
        said_words(self.said, self.actions.len())
    }
}

/// "3 of 17 said".
pub(super) fn said_words(said: usize, of: usize) -> String {
    format!("{said} of {of} said")
}
