//! Deadlines and milestones that fall due on another day now.
//!
//! Goes by the day after which something is late, not by the words: "March 2017" in the place of "31/03/17" is no
//! slip, and words that are the same but belong to another year now are one. How dates are read is not its affair.

use chrono::NaiveDate;

use super::state::State;
use super::{Comparison, NamedAction, said};
use crate::dates::When;
use crate::model::{EventId, Milestone, RecordId, Standing};
use crate::report::MarkOf;

/// A deadline or milestone whose date changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The action it belongs to.
    pub action: NamedAction,
    /// Whether it is the action's deadline or one of its milestones.
    pub of: MarkOf,
    /// The event the milestone is with others, as it is now.
    pub event: Option<EventId>,
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
        let of = Of { standing: after, mark: MarkOf::Deadline, event: None, text: &action.description };
        compare_one(was, &before.action.when, &action.when, of, comparison);
    }
    for milestone in &action.milestones {
        if let Some(before) = was.milestone(milestone.id, action.id) {
            let of = Of::milestone(after, milestone);
            compare_one(was, before.when(), milestone.when(), of, comparison);
        }
    }
}

/// What has a date, as it is now.
#[derive(Clone, Copy)]
struct Of<'a> {
    standing: &'a Standing<'a>,
    mark: MarkOf,
    event: Option<EventId>,
    text: &'a str,
}

impl<'a> Of<'a> {
    fn milestone(standing: &'a Standing<'a>, milestone: &'a Milestone) -> Self {
        Self { standing, mark: MarkOf::Milestone(milestone.id), event: milestone.event(), text: milestone.text() }
    }
}

fn compare_one(was: &State<'_>, before: &When, after: &When, it: Of<'_>, comparison: &mut Comparison) {
    let (from, to) = (before.reading().due(), after.reading().due());
    if from == to {
        return;
    }
    let date = Dated {
        action: NamedAction::of(it.standing),
        of: it.mark,
        event: it.event,
        text: it.text.to_owned(),
        from_words: before.written().to_owned(),
        to_words: after.written().to_owned(),
        why: said::newest_words(was, it.standing.action),
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
