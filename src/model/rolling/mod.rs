//! Next year's plan from this one: what is open is carried over with its ids and its whole history, what is
//! complete is left behind, and dates are moved only where a person agreed to it.
//!
//! What comes out depends on the plan, the new period and the consent alone, so that any consent can be taken back
//! by rolling forward again. Nothing here must know what day it is.
//!
//! A date without a year ("31 March") is read by the plan's period and would move with it, unseen. Such a date
//! keeps its old reading, as one that a person chose, until somebody agrees to move it.

mod consent;
mod dates;
mod error;
mod review;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub use consent::Consent;
pub use error::RollError;
pub use review::{DateToReview, Suggestion, TitleToReview};

use self::dates::{Roll, Turn};
use super::action::Action;
use super::ids::{ActionId, MeetingId, RecordId, StatusId};
use super::plan::{Plan, PlanStatus};
use super::status::Meaning;
use crate::dates::Period;

/// A plan rolled forward, and what a person should look over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RolledForward {
    /// The plan for the new period.
    pub plan: Plan,
    /// Every date of an action that is carried over or of its milestones, in the plan's order.
    pub dates: Vec<DateToReview>,
    /// The actions left behind because they are complete, in the old plan's order.
    pub left_behind: Vec<ActionId>,
    /// The meetings left behind because they lie before the new period.
    pub meetings_left: Vec<MeetingId>,
    /// The title, where it names the old period.
    pub title: Option<TitleToReview>,
}

/// The plan for another period. Its words are those of `plan` but for what `consent` agrees to; its version is
/// empty and its status "Draft". Accepted findings go with their records.
///
/// # Errors
/// Says why no plan can be made for that period.
pub fn roll_forward(plan: &Plan, period: Period, consent: &Consent) -> Result<RolledForward, RollError> {
    if period.to < period.from {
        return Err(RollError::EndsBeforeItStarts(period.label));
    }
    if period.from <= plan.period.from {
        let following = plan.period.following().map(|following| following.label);
        return Err(RollError::NotLater { new: period.label, old: plan.period.label.clone(), following });
    }
    let roll = Roll::between(&plan.period, &period);
    let consent = &consent.for_whole_events(plan);
    let mut next = plan.clone();
    next.status = PlanStatus::Draft;
    next.version.clear();
    // What went to this year's boards stays in this year's file.
    next.issued.clear();
    let left_behind = leave_complete(&mut next);
    let meetings_left = leave_meetings(&mut next, &roll);
    let mut dates = Vec::new();
    let actions = next.grids.iter_mut().flat_map(|grid| &mut grid.objectives).flat_map(|one| &mut one.actions);
    for action in actions {
        roll_action(action, &roll, consent, &mut dates);
    }
    leave_findings(&mut next);
    let title = title(&mut next, &plan.period, &period, consent);
    next.period = period;
    Ok(RolledForward { plan: next, dates, left_behind, meetings_left, title })
}

fn leave_complete(plan: &mut Plan) -> Vec<ActionId> {
    let complete: BTreeSet<StatusId> =
        plan.statuses.iter().filter(|status| status.meaning == Meaning::Complete).map(|status| status.id).collect();
    let mut left = Vec::new();
    for objective in plan.grids.iter_mut().flat_map(|grid| &mut grid.objectives) {
        objective.actions.retain(|action| {
            let is_open = action.status.is_none_or(|status| !complete.contains(&status));
            if !is_open {
                left.push(action.id);
            }
            is_open
        });
    }
    left
}

fn leave_meetings(plan: &mut Plan, roll: &Roll<'_>) -> Vec<MeetingId> {
    let mut left = Vec::new();
    plan.meetings.retain_mut(|meeting| {
        let is_over = roll.is_past(&meeting.when);
        if is_over {
            left.push(meeting.id);
        }
        meeting.when = roll.kept(&meeting.when);
        !is_over
    });
    left
}

fn roll_action(action: &mut Action, roll: &Roll<'_>, consent: &Consent, dates: &mut Vec<DateToReview>) {
    let id = action.id;
    let record = RecordId::Action(id);
    let turn = roll.deadline(&action.when);
    dates.extend(review::date(record, id, &action.when, &turn, consent, |when| when));
    action.when = chosen(turn, record, consent);
    for milestone in &mut action.milestones {
        let record = RecordId::Milestone(milestone.id);
        let turn = roll.milestone(milestone);
        dates.extend(review::date(record, id, milestone.when(), &turn, consent, |milestone| milestone.when()));
        *milestone = chosen(turn, record, consent);
    }
}

fn chosen<T>(turn: Turn<T>, record: RecordId, consent: &Consent) -> T {
    turn.moved.filter(|_| consent.is_given_for(record)).unwrap_or(turn.kept)
}

/// What was accepted of a record that is left behind is of no more use; its words will not come back.
fn leave_findings(plan: &mut Plan) {
    let mut there = BTreeSet::new();
    plan.visit_ids(&mut |id| {
        there.insert(id);
    });
    plan.accepted.retain(|finding, _| finding.record.is_none_or(|record| there.contains(&record)));
}

fn title(plan: &mut Plan, old: &Period, new: &Period, consent: &Consent) -> Option<TitleToReview> {
    let suggestion = old.replaced_in(&plan.title, new)?;
    let moved = consent.is_given_for_title();
    let written = plan.title.clone();
    if moved {
        plan.title.clone_from(&suggestion);
    }
    Some(TitleToReview { written, suggestion, moved })
}
