//! What a person is told of a merge: its conflicts and what came from the other side, each with a place,
//! in the order of the plan.
//!
//! It must not change the merged plan.

use super::super::plan::Plan;
use super::Merge;
use super::by_subject::{ByKey, KeySet};
use super::choice::{Change, Conflict, Joined};
use super::decide::{Question, Taken};
use super::item::Index;
use super::names::{Names, add_names, place};
use super::settle::{Plans, Settled};
use super::subject::{Field, Subject};

pub(super) fn report(
    plans: &Plans<'_>,
    settled: &Settled,
    plan: Plan,
    questions: Vec<Question>,
    taken: Vec<Taken>,
) -> Merge {
    let mut joined = came_and_went(plans, settled);
    joined.extend(taken.into_iter().map(|Taken { record, field, before, after }| {
        let change = if matches!(field, Field::Order(_)) { Change::Reordered } else { Change::Changed };
        Joined { record, field, change, place: String::new(), before, after: Some(after) }
    }));
    let wanted: KeySet<Subject> =
        questions.iter().map(|one| one.record).chain(joined.iter().map(|one| one.record)).collect();
    if wanted.is_empty() {
        return Merge { plan, conflicts: Vec::new(), joined: Vec::new() };
    }
    let mut names = Names::default();
    // Mine first: that is the plan in front of whoever is asked.
    for known in [plans.mine.plan, &plan, plans.theirs.plan, plans.base.plan] {
        add_names(known, &wanted, &mut names);
    }
    let rank = ranks(&plan, &plans.base, &wanted);
    let rank_of = |subject: Subject| rank.get(&subject).copied().unwrap_or(usize::MAX);
    let mut conflicts: Vec<Conflict> = questions
        .into_iter()
        .map(|Question { record, field, base, mine, theirs }| {
            let place = place(&plan, &names, record, field);
            Conflict { record, field, place, base, mine, theirs }
        })
        .collect();
    conflicts.sort_by_key(|conflict| rank_of(conflict.record));
    for one in &mut joined {
        one.place = place(&plan, &names, one.record, one.field);
    }
    joined.sort_by_key(|joined| rank_of(joined.record));
    Merge { plan, conflicts, joined }
}

/// Their additions, deletions and moves, still without a place; of what came or went with its parent, only
/// the parent.
fn came_and_went(plans: &Plans<'_>, settled: &Settled) -> Vec<Joined> {
    let Plans { base, mine, theirs } = plans;
    let came = |subject: Subject| settled.is_there(subject) && !mine.has(subject) && !base.has(subject);
    let went = |subject: Subject| !settled.is_there(subject) && mine.has(subject);
    let with_parent =
        |index: &Index<'_>, subject: Subject, so: &dyn Fn(Subject) -> bool| index.parent(subject).is_some_and(so);
    let joined = |record: Subject, field: Field, change: Change, [before, after]: [Option<String>; 2]| Joined {
        record,
        field,
        change,
        place: String::new(),
        before,
        after,
    };
    let mut found = Vec::new();
    for subject in theirs.order.iter().copied() {
        if came(subject) && !with_parent(theirs, subject, &came) {
            found.push(joined(subject, Field::Existence, Change::Added, [None, theirs.headline(subject)]));
        }
    }
    for subject in mine.order.iter().copied() {
        if went(subject) {
            if !with_parent(mine, subject, &went) {
                found.push(joined(subject, Field::Existence, Change::Deleted, [mine.headline(subject), None]));
            }
        } else if mine.parent(subject) != settled.parents.get(&subject).copied() {
            let [from, to] = [mine.parent(subject), settled.parents.get(&subject).copied()];
            let from = from.and_then(|parent| mine.headline(parent));
            let to = to.and_then(|parent| theirs.headline(parent).or_else(|| mine.headline(parent)));
            found.push(joined(subject, Field::Place, Change::Moved, [from, to]));
        }
    }
    found
}

/// The order things are told in: that of the merged plan, and then what is no longer in it.
fn ranks(plan: &Plan, base: &Index<'_>, wanted: &KeySet<Subject>) -> ByKey<Subject, usize> {
    let merged = Index::of(plan);
    let mut ranks = ByKey::from_iter([(Subject::Plan, 0)]);
    for (rank, subject) in (1..).zip(merged.order.iter().chain(&base.order)) {
        if wanted.contains(subject) {
            ranks.entry(*subject).or_insert(rank);
        }
    }
    ranks
}
