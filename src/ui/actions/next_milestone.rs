//! Which of an action's milestones comes next.
//!
//! Pure; it must not know how it is shown.

use chrono::NaiveDate;

use crate::model::{Action, Milestone};

/// A milestone and the day it is due.
#[derive(Clone, Copy, Debug)]
pub struct NextMilestone<'plan> {
    /// The milestone.
    pub milestone: &'plan Milestone,
    /// The day it is due.
    pub due: NaiveDate,
}

/// The first milestone that is due on or after a day; `None` where all are past or have no date.
#[must_use]
pub fn next_milestone(action: &Action, as_at: NaiveDate) -> Option<NextMilestone<'_>> {
    action
        .milestones
        .iter()
        .filter_map(|milestone| Some(NextMilestone { milestone, due: milestone.when().reading().due()? }))
        .filter(|next| next.due >= as_at)
        .min_by_key(|next| next.due)
}
