//! Which milestones may be one event: the same date, and the same words in whatever form.
//!
//! A day and the month it is in are one date, where that month has no other day of the same words.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use chrono::NaiveDate;

use super::super::ids::{ActionId, EventId, MilestoneId};
use super::super::plan::Plan;
use super::Days;
use super::words::telling;

/// How many telling words one may have that the other has not.
const MOST_MORE: usize = 2;
/// With fewer telling words two milestones are not held against each other.
const FEWEST_WORDS: usize = 2;

/// Milestones that may be one event. At least two actions have them, and at least one is not linked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The event that some of them are already.
    pub event: Option<EventId>,
    /// The first day that their dates speak of.
    pub from: NaiveDate,
    /// The last day that any is due.
    pub due: NaiveDate,
    /// The milestones, in the plan's order.
    pub members: Vec<Member>,
}

/// A milestone of a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// The milestone.
    pub milestone: MilestoneId,
    /// The action it stands in.
    pub action: ActionId,
    /// Whether its words are those of most of them, but for one at most. The others only resemble them.
    pub is_sure: bool,
    /// Whether it is of the event already.
    pub is_linked: bool,
}

/// Milestones that are compared as one: with the same days, words and event.
struct Alike {
    days: Days,
    words: Rc<BTreeSet<String>>,
    event: Option<EventId>,
    milestones: Vec<Placed>,
}

/// A milestone with its place in the plan and its action.
type Placed = (usize, MilestoneId, ActionId);
/// What milestones must share to be compared as one.
type Shared = (Days, Rc<BTreeSet<String>>, Option<EventId>);

/// Finds the milestones that may be one event, those with the most members first.
#[must_use]
pub fn candidates(plan: &Plan) -> Vec<Candidate> {
    let mut by_days: BTreeMap<Days, Vec<Vec<Alike>>> = BTreeMap::new();
    for alike in dated(plan) {
        by_days.entry(alike.days).or_default().push(vec![alike]);
    }
    let mut groups: Vec<Vec<Alike>> = by_days.into_values().flat_map(joined).collect();
    join_days_to_months(&mut groups);
    let mut found: Vec<Candidate> = groups.iter().filter_map(|group| candidate(group)).collect();
    found.sort_by_key(|candidate| std::cmp::Reverse(candidate.members.len()));
    found
}

/// The milestones that can be compared, those that differ in nothing together.
fn dated(plan: &Plan) -> Vec<Alike> {
    let mut read: BTreeMap<&str, Rc<BTreeSet<String>>> = BTreeMap::new();
    let mut found: BTreeMap<Shared, Vec<Placed>> = BTreeMap::new();
    let all = plan.actions().flat_map(|action| action.milestones.iter().map(move |one| (action.id, one)));
    for (place, (action, one)) in all.enumerate() {
        let Some(days) = Days::of(one.when()) else { continue };
        let words = Rc::clone(read.entry(one.text()).or_insert_with(|| Rc::new(telling(one.text()))));
        if words.len() >= FEWEST_WORDS || one.event().is_some() {
            found.entry((days, words, one.event())).or_default().push((place, one.id, action));
        }
    }
    let alike = |((days, words, event), milestones)| Alike { days, words, event, milestones };
    found.into_iter().map(alike).collect()
}

/// Joins the groups of one date that speak of the same.
fn joined(groups: Vec<Vec<Alike>>) -> Vec<Vec<Alike>> {
    let mut joined: Vec<Vec<Alike>> = Vec::new();
    for mut group in groups {
        let (same, others): (Vec<_>, Vec<_>) = joined.into_iter().partition(|other| speak_of_the_same(&group, other));
        group.extend(same.into_iter().flatten());
        joined = others;
        joined.push(group);
    }
    joined
}

/// Joins a group of a whole month with the one that has a day of it, where no other has.
fn join_days_to_months(groups: &mut [Vec<Alike>]) {
    let days_of = |group: &[Alike]| group.first().map(|alike| alike.days);
    let part_of = |month: usize, groups: &[Vec<Alike>]| {
        let whole = days_of(&groups[month])?;
        let lies_in = |group: &[Alike]| days_of(group).is_some_and(|days| days != whole && days.is_in_month(whole));
        let mut parts = groups.iter().enumerate();
        let mut next = || parts.find(|(_, group)| lies_in(group) && speak_of_the_same(&groups[month], group));
        let (part, _) = next()?;
        next().is_none().then_some(part)
    };
    let found: Vec<(usize, usize)> =
        (0..groups.len()).filter_map(|month| Some((month, part_of(month, groups)?))).collect();
    for (month, part) in found {
        let joins = std::mem::take(&mut groups[part]);
        groups[month].extend(joins);
    }
}

fn speak_of_the_same(group: &[Alike], other: &[Alike]) -> bool {
    group.iter().any(|one| other.iter().any(|other| are_alike(one, other)))
}

fn are_alike(one: &Alike, other: &Alike) -> bool {
    let is_same_event = one.event.is_some() && one.event == other.event;
    let (fewer, more) =
        if one.words.len() <= other.words.len() { (&one.words, &other.words) } else { (&other.words, &one.words) };
    let have_words = fewer.len() >= FEWEST_WORDS && more.len() - fewer.len() <= MOST_MORE;
    // Two events that a person linked apart stay apart.
    let are_apart = one.event.is_some() && other.event.is_some() && !is_same_event;
    is_same_event || (have_words && !are_apart && fewer.is_subset(more))
}

fn candidate(group: &[Alike]) -> Option<Candidate> {
    let mut members: Vec<(usize, Member)> = Vec::new();
    let usual = usual_words(group)?;
    for alike in group {
        let is_sure = alike.words.symmetric_difference(usual).count() <= 1;
        let member = |&(place, milestone, action): &Placed| {
            (place, Member { milestone, action, is_sure, is_linked: alike.event.is_some() })
        };
        members.extend(alike.milestones.iter().map(member));
    }
    let actions: BTreeSet<ActionId> = members.iter().map(|(_, one)| one.action).collect();
    let events: BTreeSet<EventId> = group.iter().filter_map(|alike| alike.event).collect();
    let all_linked = members.iter().all(|(_, one)| one.is_linked);
    if actions.len() < 2 || all_linked || events.len() > 1 {
        return None;
    }
    members.sort_by_key(|(place, _)| *place);
    Some(Candidate {
        event: events.first().copied(),
        from: group.iter().map(|alike| alike.days.from).min()?,
        due: group.iter().map(|alike| alike.days.due).max()?,
        members: members.into_iter().map(|(_, member)| member).collect(),
    })
}

/// The words that most have; of as many, the fewest words.
fn usual_words(group: &[Alike]) -> Option<&BTreeSet<String>> {
    let mut counts: BTreeMap<&BTreeSet<String>, usize> = BTreeMap::new();
    for alike in group {
        *counts.entry(&alike.words).or_default() += alike.milestones.len();
    }
    counts.into_iter().max_by_key(|(words, count)| (*count, std::cmp::Reverse(words.len()))).map(|(words, _)| words)
}
