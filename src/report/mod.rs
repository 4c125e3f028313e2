//! What a board sees, as plain data: where the plan stands, the register of its actions, its timeline, what changed
//! since another state of it.
//!
//! Everything here is worked out from the plan (or two states of it) and the as-at date alone, so that the same always
//! give the same report, on screen and in a workbook.
//!
//! *Architecture invariant:* nothing here knows of windows, files, workbooks or the clock.

pub mod by_owner;
pub mod comparison;
pub mod lanes;
pub mod load;
pub mod measures;
pub mod progress;
pub mod register;
pub mod summary;

pub use by_owner::{OwnerActions, actions_by_owner, open_by_owner};
pub use comparison::{Comparison, compare};
pub use lanes::{Drawn, Group, Lanes, LanesBy, Mark, MarkOf, Row, Side, Undated, lanes};
pub use load::{Load, OwnerLoad, load};
pub use measures::{
    Against, MEASURE_RULE, MeasureRow, MeasureStanding, figure_words, measure_standing, measures, quarters_of,
};
pub use progress::{DueItem, Progress, Silent, progress};
pub use register::{RegisterRow, register};
pub use summary::{Counts, Due, DueQuarter, GridCounts, LateAction, Summary, summary};

use chrono::NaiveDate;

use crate::model::{Action, Meaning, Plan};

#[cfg(test)]
mod tests;

/// How many days an action is late; `None` where it is not: it is complete, its deadline has not passed,
/// or its words give no day after which it is late.
#[must_use]
pub fn days_late(plan: &Plan, action: &Action, as_at: NaiveDate) -> Option<i64> {
    let due = action.when.reading().due()?;
    (due < as_at && !is_complete(plan, action)).then(|| as_at.signed_duration_since(due).num_days())
}

/// Whether an action has a status that means it is done.
#[must_use]
pub fn is_complete(plan: &Plan, action: &Action) -> bool {
    plan.status_of(action.status).is_some_and(|status| status.meaning == Meaning::Complete)
}
