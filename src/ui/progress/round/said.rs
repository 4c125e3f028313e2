//! What is said in this round, and what was said before it.
//!
//! The round is the as-at day: an action's update of this round is its newest of that day, and of one owner the newest
//! that this owner said. What went to a board is
//! never written over: an update that the newest issued pack holds belongs to the round before.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::model::owners::same_name;
use crate::model::{Action, Plan, Update, UpdateId};
use crate::report::is_complete;
use crate::ui::said_before::newest_first;

/// A round of updates.
#[derive(Debug, Default)]
pub(in crate::ui::progress) struct Round {
    as_at: NaiveDate,
    /// What the newest issued pack holds.
    went_out: HashSet<UpdateId>,
}

impl Round {
    /// The round of a day.
    pub(in crate::ui::progress) fn of(plan: &Plan, as_at: NaiveDate) -> Self {
        let issued = plan.issued.last().into_iter().flat_map(|issued| issued.said.actions());
        let went_out = issued.flat_map(|action| &action.updates).map(|update| update.id).collect();
        Self { as_at, went_out }
    }

    /// The day updates of this round speak for.
    pub(super) fn as_at(&self) -> NaiveDate {
        self.as_at
    }

    /// The action's update of this round: that of an owner, or of anybody. What one owner says is never typed behind
    /// the words of another.
    pub(super) fn update<'plan>(&self, action: &'plan Action, owner: Option<&str>) -> Option<&'plan Update> {
        let is_theirs = |update: &Update| owner.is_none_or(|owner| owner.is_empty() || same_name(&update.by, owner));
        let is_of_now = |update: &&Update| {
            update.on == Some(self.as_at) && !self.went_out.contains(&update.id) && is_theirs(update)
        };
        action.updates.iter().rev().find(is_of_now)
    }

    /// What was said of the action but for the update of this round, newest first.
    pub(super) fn before<'plan>(&self, action: &'plan Action, owner: Option<&str>) -> Vec<&'plan Update> {
        let now = self.update(action, owner).map(|update| update.id);
        newest_first(action).into_iter().filter(|update| Some(update.id) != now).collect()
    }

    /// Whether anything was said of the action in this round: words, or a status.
    pub(in crate::ui::progress) fn is_said(&self, action: &Action) -> bool {
        self.update(action, None).is_some_and(|update| !update.text.trim().is_empty() || update.status.is_some())
    }

    /// Whether the round asks about the action: it is open, or was completed in this round.
    pub(in crate::ui::progress) fn asks(&self, plan: &Plan, action: &Action) -> bool {
        !is_complete(plan, action) || self.is_said(action)
    }
}
