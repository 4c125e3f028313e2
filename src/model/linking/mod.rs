//! Linked milestones: one event that is a milestone of many actions, so that moving it once moves it everywhere.
//!
//! Milestones with the same [`EventId`] are one event. Their words stay their own; what they share is the date. It
//! must not link anything by itself: [`candidates`] are offered, and a person agrees.

mod candidates;
mod words;

pub use candidates::{Candidate, Member, candidates};

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::action::Milestone;
use super::edit::{Edit, MilestoneField};
use super::ids::{EventId, MilestoneId};
use super::plan::{Plan, Standing};
use crate::dates::When;

/// The milestones of an event, in the plan's order, each with the action it stands in.
pub fn of_event(plan: &Plan, event: EventId) -> impl Iterator<Item = (Standing<'_>, &Milestone)> {
    let all = plan.standings().flat_map(|standing| standing.action.milestones.iter().map(move |one| (standing, one)));
    all.filter(move |(_, milestone)| milestone.event() == Some(event))
}

/// The events of a plan, in the order in which it first names them.
#[must_use]
pub fn events(plan: &Plan) -> Vec<EventId> {
    let mut seen = BTreeSet::new();
    let all = plan.actions().flat_map(|action| &action.milestones).filter_map(Milestone::event);
    all.filter(|event| seen.insert(*event)).collect()
}

/// Whether two dates are of one event: the same days, or one of them is inside the other's month.
#[must_use]
pub fn agree(one: &When, other: &When) -> bool {
    match (Days::of(one), Days::of(other)) {
        (Some(one), Some(other)) => one == other || one.is_in_month(other) || other.is_in_month(one),
        _ => false,
    }
}

/// The first and the last day of a date that has both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Days {
    from: NaiveDate,
    due: NaiveDate,
}

impl Days {
    fn of(when: &When) -> Option<Self> {
        let reading = when.reading();
        Some(Self { from: reading.from()?, due: reading.due()? })
    }

    /// Whether it lies in the other, which is no longer than a month.
    fn is_in_month(self, other: Self) -> bool {
        const LONGEST_MONTH: i64 = 31;
        let days = (other.due - other.from).num_days() + 1;
        days <= LONGEST_MONTH && other.from <= self.from && self.due <= other.due
    }
}

/// The edit that makes these milestones one event.
#[must_use]
pub fn link(milestones: impl IntoIterator<Item = MilestoneId>, event: EventId) -> Edit {
    let set = |id| Edit::Milestone(id, MilestoneField::Event(Some(event)));
    Edit::Batch(milestones.into_iter().map(set).collect())
}

/// The edit that lets a milestone stand for itself. One that would be left alone in the event is let go with it.
#[must_use]
pub fn unlink(plan: &Plan, id: MilestoneId) -> Edit {
    let event =
        plan.actions().flat_map(|action| &action.milestones).find(|one| one.id == id).and_then(Milestone::event);
    let others: Vec<MilestoneId> = event
        .into_iter()
        .flat_map(|event| of_event(plan, event))
        .map(|(_, one)| one.id)
        .filter(|other| *other != id)
        .collect();
    let last = if others.len() == 1 { others } else { Vec::new() };
    let let_go = |id| Edit::Milestone(id, MilestoneField::Event(None));
    Edit::Batch(std::iter::once(id).chain(last).map(let_go).collect())
}

/// The edit that lets every milestone of an event stand for itself.
#[must_use]
pub fn let_go_all(plan: &Plan, event: EventId) -> Edit {
    let let_go = |id| Edit::Milestone(id, MilestoneField::Event(None));
    Edit::Batch(of_event(plan, event).map(|(_, one)| let_go(one.id)).collect())
}

/// The edit that gives these milestones this date. It stands beside their words, which stay as they are.
#[must_use]
pub fn move_to(milestones: impl IntoIterator<Item = MilestoneId>, to: &When) -> Edit {
    let set = |id| Edit::Milestone(id, MilestoneField::Beside(Some(to.clone())));
    Edit::Batch(milestones.into_iter().map(set).collect())
}

#[cfg(test)]
mod tests;
