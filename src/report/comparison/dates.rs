//! Deadlines and milestones that fall due on another day now.
//!
//! Goes by the day after which something is late, not by the words: "March 2017" in the place of "31/03/17" is no
//! slip, and words that are the same but belong to another year now are one. How dates are read is not its affair.

use chrono::NaiveDate;

use super::state::State;
use super::{Comparison, NamedAction, said};
use crate::dates::When;
use crate::model::{RecordId, Standing};
use crate::report::MarkOf;

/// A deadline or milestone whose date changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The action it belongs to.
    pub action: NamedAction,
    /// Whether it is the action's deadline or one of its milestones.
    pub of: MarkOf,
    /// The action's or the milestone's words, as they are now.
    pub text: String,
    /// The date as it was written: that given beside a milestone, or else the one in its words.
    pub from_words: String,
    /// The date as it is written.
    pub to_words: String,
    /// The newest words said of the action since; `None` where no reason was given.
    pub why: Option<String>,
}

/// A date that moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMoved {
    /// Whose.
    pub date: Dated,
    /// The day after which it would have been late.
    pub from: NaiveDate,
    /// The day after which it is late.
    pub to: NaiveDate,
    /// How many days lie between the two, at least 1, whichever is earlier.
    pub days: i64,
}

/// A date that was given or lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateGivenOrLost {
    /// Whose.
    pub date: Dated,
    /// Which of the two, and the day.
    pub day: GivenOrLost,
}

/// A day that was not there, or is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GivenOrLost {
    /// It falls due on this day now; before, on none.
    Given(NaiveDate),
    /// It fell due on this day; now, on none.
    Lost(NaiveDate),
}

impl Dated {
    /// The record that has the date.
    #[must_use]
    pub fn record(&self) -> RecordId {
        match self.of {
            MarkOf::Deadline => RecordId::Action(self.action.id),
            MarkOf::Milestone(id) => RecordId::Milestone(id),
        }
    }
}

/// Compares the deadline of an action and the dates of its milestones with what they were, where they were there.
pub(super) fn compare(was: &State<'_>, after: &Standing<'_>, comparison: &mut Comparison) {
    let action = after.action;
    if let Some(before) = was.standing(action.id) {
        compare_one(was, &before.action.when, &action.when, (after, MarkOf::Deadline, &action.description), comparison);
    }
    for milestone in &action.milestones {
        if let Some(before) = was.milestone(milestone.id) {
            let of = (after, MarkOf::Milestone(milestone.id), milestone.text());
            compare_one(was, before.when(), milestone.when(), of, comparison);
        }
    }
}

fn compare_one(
    was: &State<'_>,
    before: &When,
    after: &When,
    (standing, of, text): (&Standing<'_>, MarkOf, &str),
    comparison: &mut Comparison,
) {
    let (from, to) = (before.reading().due(), after.reading().due());
    if from == to {
        return;
    }
    let date = Dated {
        action: NamedAction::of(standing),
        of,
        text: text.to_owned(),
        from_words: before.written().to_owned(),
        to_words: after.written().to_owned(),
        why: said::newest_words(was, standing.action),
    };
    match (from, to) {
        (Some(from), Some(to)) => {
            let later = to.signed_duration_since(from).num_days();
            let list = if later > 0 { &mut comparison.slipped } else { &mut comparison.brought_forward };
            list.push(DateMoved { date, from, to, days: later.abs() });
        }
        (None, Some(day)) => comparison.given_or_lost.push(DateGivenOrLost { date, day: GivenOrLost::Given(day) }),
        (Some(day), None) => comparison.given_or_lost.push(DateGivenOrLost { date, day: GivenOrLost::Lost(day) }),
        (None, None) => {}
    }
}
