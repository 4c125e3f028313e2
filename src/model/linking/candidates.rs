//! Which milestones may be one event: the same date, and the same words in whatever form.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::super::ids::{ActionId, EventId, MilestoneId};
use super::super::plan::Plan;
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
    /// The last day they are due.
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

/// A milestone with a date, as it is compared.
struct Seen {
    milestone: MilestoneId,
    action: ActionId,
    event: Option<EventId>,
    words: BTreeSet<String>,
}

/// Finds the milestones that may be one event, those with the most members first.
#[must_use]
pub fn candidates(plan: &Plan) -> Vec<Candidate> {
    let mut by_date: BTreeMap<(NaiveDate, NaiveDate), Vec<Seen>> = BTreeMap::new();
    for action in plan.actions() {
        for one in &action.milestones {
            let reading = one.when().reading();
            let (Some(from), Some(due)) = (reading.from(), reading.due()) else { continue };
            let words = telling(one.text());
            if words.len() >= FEWEST_WORDS || one.event().is_some() {
                let seen = Seen { milestone: one.id, action: action.id, event: one.event(), words };
                by_date.entry((from, due)).or_default().push(seen);
            }
        }
    }
    let mut found: Vec<Candidate> =
        by_date.into_iter().flat_map(|((_, due), seen)| clusters(&seen, due).into_iter().flatten()).collect();
    found.sort_by_key(|candidate| std::cmp::Reverse(candidate.members.len()));
    found
}

/// Parts the milestones of one date into those that speak of the same.
fn clusters(seen: &[Seen], due: NaiveDate) -> Vec<Option<Candidate>> {
    let mut cluster_of: Vec<usize> = (0..seen.len()).collect();
    for (at, one) in seen.iter().enumerate() {
        for (before, other) in seen.iter().enumerate().take(at) {
            if are_alike(one, other) {
                let (from, into) = (cluster_of[at], cluster_of[before]);
                cluster_of.iter_mut().filter(|cluster| **cluster == from).for_each(|cluster| *cluster = into);
            }
        }
    }
    let numbers: BTreeSet<usize> = cluster_of.iter().copied().collect();
    let members = |number| seen.iter().zip(&cluster_of).filter(move |(_, of)| **of == number).map(|(one, _)| one);
    numbers.into_iter().map(|number| candidate(&members(number).collect::<Vec<_>>(), due)).collect()
}

fn are_alike(one: &Seen, other: &Seen) -> bool {
    let is_same_event = one.event.is_some() && one.event == other.event;
    let (fewer, more) =
        if one.words.len() <= other.words.len() { (&one.words, &other.words) } else { (&other.words, &one.words) };
    let have_words = fewer.len() >= FEWEST_WORDS && more.len() - fewer.len() <= MOST_MORE;
    // Two events that a person linked apart stay apart.
    let are_apart = one.event.is_some() && other.event.is_some() && !is_same_event;
    is_same_event || (have_words && !are_apart && fewer.is_subset(more))
}

fn candidate(members: &[&Seen], due: NaiveDate) -> Option<Candidate> {
    let actions: BTreeSet<ActionId> = members.iter().map(|one| one.action).collect();
    let events: BTreeSet<EventId> = members.iter().filter_map(|one| one.event).collect();
    let all_linked = members.iter().all(|one| one.event.is_some());
    if actions.len() < 2 || all_linked || events.len() > 1 {
        return None;
    }
    let mut counts: BTreeMap<&BTreeSet<String>, usize> = BTreeMap::new();
    for one in members {
        *counts.entry(&one.words).or_default() += 1;
    }
    // The words that most have; of as many, the fewest words.
    let usual = counts.iter().max_by_key(|(words, count)| (**count, std::cmp::Reverse(words.len())))?.0;
    let is_sure = |one: &Seen| one.words.symmetric_difference(usual).count() <= 1;
    let member = |one: &&Seen| Member {
        milestone: one.milestone,
        action: one.action,
        is_sure: is_sure(one),
        is_linked: one.event.is_some(),
    };
    Some(Candidate { event: events.first().copied(), due, members: members.iter().map(member).collect() })
}
