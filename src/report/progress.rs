//! Where open actions stand as at a day: overdue, due soon, silent.
//!
//! What moved since the board met is told by comparing two states of the plan; this looks at one.

use chrono::{Days, NaiveDate};

use super::{days_late, is_complete};
use crate::model::{Action, ActionId, MilestoneId, Plan};

/// How many days from the as-at day something is due soon.
pub const SOON_DAYS: u64 = 28;

/// Where open actions stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Actions whose deadline has passed, the longest late first.
    pub overdue: Vec<DueItem>,
    /// Deadlines and milestones from the as-at day to [`SOON_DAYS`] after it, the earliest first.
    pub due_soon: Vec<DueItem>,
    /// Actions of which nothing was said since the board last met, those silent longest first.
    pub silent: Vec<Silent>,
    /// The day the board last met before the as-at day: of its meetings and of the packs issued, the newest.
    pub last_board: Option<NaiveDate>,
}

/// Something that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueItem {
    /// The action.
    pub action: ActionId,
    /// The milestone of it; `None` for its own deadline.
    pub milestone: Option<MilestoneId>,
    /// The day.
    pub due: NaiveDate,
    /// Days from the as-at day to it; below 0 where it has passed.
    pub days: i64,
}

/// An action of which nothing was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Silent {
    /// The action.
    pub action: ActionId,
    /// The day of its newest update, if it ever had one with a day.
    pub last_said: Option<NaiveDate>,
}

/// Looks through the open actions as at a day.
#[must_use]
pub fn progress(plan: &Plan, as_at: NaiveDate) -> Progress {
    let last_board = last_board(plan, as_at);
    let soon = as_at.checked_add_days(Days::new(SOON_DAYS)).unwrap_or(NaiveDate::MAX);
    let mut progress = Progress { last_board, ..Progress::default() };
    for action in plan.actions().filter(|action| !is_complete(plan, action)) {
        let item = |milestone, due: NaiveDate| DueItem {
            action: action.id,
            milestone,
            due,
            days: due.signed_duration_since(as_at).num_days(),
        };
        if let (Some(_), Some(due)) = (days_late(plan, action, as_at), action.when.reading().due()) {
            progress.overdue.push(item(None, due));
        }
        let deadline = action.when.reading().due().map(|due| (None, due));
        let milestones =
            action.milestones.iter().filter_map(|one| one.when().reading().due().map(|due| (Some(one.id), due)));
        let due_soon = deadline.into_iter().chain(milestones).filter(|(_, due)| (as_at..=soon).contains(due));
        progress.due_soon.extend(due_soon.map(|(milestone, due)| item(milestone, due)));
        let last_said = newest_day(action, as_at);
        if last_board.is_none_or(|board| last_said.is_none_or(|said| said <= board))
            && (last_board.is_some() || last_said.is_none())
        {
            progress.silent.push(Silent { action: action.id, last_said });
        }
    }
    progress.overdue.sort_by_key(|item| item.due);
    progress.due_soon.sort_by_key(|item| item.due);
    progress.silent.sort_by_key(|silent| silent.last_said);
    progress
}

/// The day of the newest update by a day.
fn newest_day(action: &Action, as_at: NaiveDate) -> Option<NaiveDate> {
    action.updates.iter().filter_map(|update| update.on).filter(|day| *day <= as_at).max()
}

fn last_board(plan: &Plan, as_at: NaiveDate) -> Option<NaiveDate> {
    let met = plan.meetings.iter().filter_map(|meeting| meeting.when.reading().due());
    let issued = plan.issued.iter().map(|issued| issued.as_at);
    met.chain(issued).filter(|day| *day < as_at).max()
}
