//! What is said in this round, and what was said before it.
//!
//! The round is the as-at day: an action's update of this round is its newest of that day. What went to a board is
//! never written over: an update that the newest issued pack holds belongs to the round before.

use std::collections::HashSet;

use chrono::NaiveDate;

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

    /// The action's update of this round.
    pub(super) fn update<'plan>(&self, action: &'plan Action) -> Option<&'plan Update> {
        action.updates.iter().rev().find(|update| update.on == Some(self.as_at) && !self.went_out.contains(&update.id))
    }

    /// What was said of the action before this round, newest first.
    pub(super) fn before<'plan>(&self, action: &'plan Action) -> Vec<&'plan Update> {
        let now = self.update(action).map(|update| update.id);
        newest_first(action).into_iter().filter(|update| Some(update.id) != now).collect()
    }

    /// Whether anything was said of the action in this round: words, or a status.
    pub(in crate::ui::progress) fn is_said(&self, action: &Action) -> bool {
        self.update(action).is_some_and(|update| !update.text.trim().is_empty() || update.status.is_some())
    }

    /// Whether the round asks about the action: it is open, or was completed in this round.
    pub(in crate::ui::progress) fn asks(&self, plan: &Plan, action: &Action) -> bool {
        !is_complete(plan, action) || self.is_said(action)
    }
}
