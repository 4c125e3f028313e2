//! Which grid, objective, action, key priority and outcome of the plan each one of the document is.
//!
//! From the text first; then a part of the plan is also known by what stands in it, and what stands in it by the
//! part. It must not know what differs.

use std::collections::HashMap;

use super::super::action::Action;
use super::super::columns::Shows;
use super::super::ids::RecordId;
use super::super::plan::{Grid, Objective, Plan};
use super::row::{Pairing, Row, pair};
use super::words::{Lexicon, plain_cell};

/// The parent of what stands in nothing that both have: another number for each.
const PLAN_ALONE: u64 = 1 << 40;
const DOCUMENT_ALONE: u64 = 1 << 41;

/// The record of the plan that each record of the document is, where it is one.
pub(super) type Pairs = HashMap<RecordId, RecordId>;

/// One side's records, in order, each with the number of what it stands in.
struct Side<'plan> {
    grids: Vec<&'plan Grid>,
    objectives: Vec<(usize, &'plan Objective)>,
    actions: Vec<(usize, &'plan Action)>,
    /// Of a grid.
    priorities: Vec<(usize, RecordId, &'plan str)>,
    /// Of an objective.
    outcomes: Vec<(usize, RecordId, &'plan str)>,
}

impl<'plan> Side<'plan> {
    fn of(plan: &'plan Plan) -> Self {
        let grids: Vec<&Grid> = plan.grids.iter().collect();
        let objectives: Vec<(usize, &Objective)> =
            grids.iter().enumerate().flat_map(|(at, grid)| grid.objectives.iter().map(move |one| (at, one))).collect();
        let each = || objectives.iter().enumerate();
        let actions = each().flat_map(|(at, (_, one))| one.actions.iter().map(move |action| (at, action))).collect();
        let outcome = |at, one: &'plan super::super::Outcome| (at, RecordId::Outcome(one.id), one.text.as_str());
        let outcomes = each().flat_map(|(at, (_, one))| one.outcomes.iter().map(move |one| outcome(at, one))).collect();
        let priority = |at, one: &'plan super::super::Priority| (at, RecordId::Priority(one.id), one.text.as_str());
        let priorities = grids.iter().enumerate();
        let priorities = priorities.flat_map(|(at, grid)| grid.priorities.iter().map(move |one| priority(at, one)));
        let priorities = priorities.collect();
        Self { grids, objectives, actions, priorities, outcomes }
    }
}

/// Pairs what can be paired. Only the cells of `held` columns are compared.
pub(super) fn pairs(plan: &Plan, document: &Plan, held: &[Shows]) -> Pairs {
    let (mine, theirs) = (Side::of(plan), Side::of(document));
    let lexicon = &mut Lexicon::default();

    let mut grids = Pairing::new(mine.grids.len(), theirs.grids.len());
    let mut grid_rows = |side: &Side<'_>| side.grids.iter().map(|one| grid_row(one, lexicon)).collect::<Vec<_>>();
    let (left, right) = (grid_rows(&mine), grid_rows(&theirs));
    pair(&left, &right, lexicon.len(), &mut grids);

    let mut objectives = Pairing::new(mine.objectives.len(), theirs.objectives.len());
    pair_objectives(&mine, &theirs, lexicon, &grids, &mut objectives);
    let parents = |pairing: &Pairing, of: &[(usize, &Objective)]| votes(pairing, &of_grid(&mine), &of_grid_of(of));
    by_votes(&parents(&objectives, &theirs.objectives), &mut grids);
    by_reference(&mine, &theirs, lexicon, &grids, &mut objectives);

    let mut actions = Pairing::new(mine.actions.len(), theirs.actions.len());
    let mut action_rows = |side: &Side<'_>| -> Vec<Row> {
        side.actions.iter().map(|(_, action)| action_row(action, held, lexicon)).collect()
    };
    let (mut left, mut right) = (action_rows(&mine), action_rows(&theirs));
    for _ in 0..2 {
        // What an objective's actions say of it may say more of its other actions.
        let (here, there) = numbers(&objectives);
        stand_in(&mut left, &mine.actions, &here);
        stand_in(&mut right, &theirs.actions, &there);
        pair(&left, &right, lexicon.len(), &mut actions);
        let of = |side: &Side<'_>| side.actions.iter().map(|(parent, _)| *parent).collect::<Vec<_>>();
        by_votes(&votes(&actions, &of(&mine), &of(&theirs)), &mut objectives);
        by_votes(&parents(&objectives, &theirs.objectives), &mut grids);
    }
    let priorities = lines(&mine.priorities, &theirs.priorities, &grids, lexicon);
    let outcomes = lines(&mine.outcomes, &theirs.outcomes, &objectives, lexicon);

    let mut pairs = Pairs::new();
    let mut join = |pairing: &Pairing, here: &dyn Fn(usize) -> RecordId, there: &dyn Fn(usize) -> RecordId| {
        for (at, found) in pairing.of_document.iter().enumerate() {
            if let Some(found) = found {
                pairs.insert(there(at), here(*found));
            }
        }
    };
    join(&grids, &|at| RecordId::Grid(mine.grids[at].id), &|at| RecordId::Grid(theirs.grids[at].id));
    join(&objectives, &|at| RecordId::Objective(mine.objectives[at].1.id), &|at| {
        RecordId::Objective(theirs.objectives[at].1.id)
    });
    join(&actions, &|at| RecordId::Action(mine.actions[at].1.id), &|at| RecordId::Action(theirs.actions[at].1.id));
    join(&priorities, &|at| mine.priorities[at].1, &|at| theirs.priorities[at].1);
    join(&outcomes, &|at| mine.outcomes[at].1, &|at| theirs.outcomes[at].1);
    pairs
}

fn of_grid(side: &Side<'_>) -> Vec<usize> {
    of_grid_of(&side.objectives)
}

fn of_grid_of(objectives: &[(usize, &Objective)]) -> Vec<usize> {
    objectives.iter().map(|(grid, _)| *grid).collect()
}

/// A number for each of one kind: the same for those that are paired.
fn numbers(pairing: &Pairing) -> (Vec<u64>, Vec<u64>) {
    let alone = |at: usize, side: u64| side + at as u64;
    let plan = pairing.of_plan.iter().enumerate();
    let plan = plan.map(|(at, found)| found.map_or_else(|| alone(at, PLAN_ALONE), |_| at as u64));
    let document = pairing.of_document.iter().enumerate();
    let document = document.map(|(at, found)| found.map_or_else(|| alone(at, DOCUMENT_ALONE), |found| found as u64));
    (plan.collect(), document.collect())
}

fn grid_row(grid: &Grid, lexicon: &mut Lexicon) -> Row {
    row([&grid.title, &grid.reference], &grid.title, &grid.reference, 0, lexicon)
}

fn row<'text>(
    whole: impl IntoIterator<Item = &'text String>,
    head: &str,
    tie: &str,
    parent: u64,
    lexicon: &mut Lexicon,
) -> Row {
    let whole = plain_cell(whole.into_iter().map(String::as_str));
    Row {
        head: lexicon.bag(head),
        head_text: lexicon.text(head),
        whole: lexicon.bag(&whole),
        whole_text: lexicon.text(&whole),
        tie: lexicon.text(tie),
        parent,
    }
}

fn pair_objectives(
    mine: &Side<'_>,
    theirs: &Side<'_>,
    lexicon: &mut Lexicon,
    grids: &Pairing,
    objectives: &mut Pairing,
) {
    let (here, there) = numbers(grids);
    let mut rows = |side: &Side<'_>, parents: &[u64]| -> Vec<Row> {
        let each = side.objectives.iter();
        each.map(|(parent, one)| {
            row([&one.statement, &one.reference], &one.statement, &one.reference, parents[*parent], lexicon)
        })
        .collect()
    };
    let (left, right) = (rows(mine, &here), rows(theirs, &there));
    pair(&left, &right, lexicon.len(), objectives);
}

/// Objectives of one grid that have the same reference and were not known by their words.
fn by_reference(mine: &Side<'_>, theirs: &Side<'_>, lexicon: &mut Lexicon, grids: &Pairing, objectives: &mut Pairing) {
    let (here, there) = numbers(grids);
    let mut known: HashMap<(u64, u64), Option<usize>> = HashMap::new();
    for (at, (grid, one)) in mine.objectives.iter().enumerate() {
        if objectives.of_plan[at].is_none() {
            let key = (here[*grid], lexicon.text(&one.reference));
            // Of two with one reference it tells neither.
            known.entry(key).and_modify(|found| *found = None).or_insert(Some(at));
        }
    }
    for (at, (grid, one)) in theirs.objectives.iter().enumerate() {
        let reference = lexicon.text(&one.reference);
        if reference != 0
            && let Some(Some(found)) = known.get(&(there[*grid], reference))
        {
            objectives.join(*found, at);
        }
    }
}

/// Says of each action's row what it stands in.
fn stand_in(rows: &mut [Row], actions: &[(usize, &Action)], parents: &[u64]) {
    for (row, (parent, _)) in rows.iter_mut().zip(actions) {
        row.parent = parents[*parent];
    }
}

/// An action's row, which stands in nothing yet.
fn action_row(action: &Action, held: &[Shows], lexicon: &mut Lexicon) -> Row {
    let mut cells = vec![action.description.as_str()];
    for shows in held {
        match shows {
            Shows::Owners => cells.push(action.owners.written()),
            Shows::When => cells.push(action.when.written()),
            Shows::Kpis => cells.extend(action.kpis.iter().map(|one| one.text.as_str())),
            Shows::Milestones => cells.extend(action.milestones.iter().map(super::super::Milestone::text)),
            // Progress is what changes most, and tells least which action it is of.
            _ => {}
        }
    }
    let whole = plain_cell(cells);
    Row {
        head: lexicon.bag(&action.description),
        head_text: lexicon.text(&action.description),
        whole: lexicon.bag(&whole),
        whole_text: lexicon.text(&whole),
        tie: lexicon.text(action.owners.written()),
        parent: 0,
    }
}

fn lines(
    mine: &[(usize, RecordId, &str)],
    theirs: &[(usize, RecordId, &str)],
    parents: &Pairing,
    lexicon: &mut Lexicon,
) -> Pairing {
    let mut pairing = Pairing::new(mine.len(), theirs.len());
    let (here, there) = numbers(parents);
    let mut rows = |lines: &[(usize, RecordId, &str)], parents: &[u64]| -> Vec<Row> {
        let row = |(parent, _, text): &(usize, RecordId, &str)| Row {
            head: lexicon.bag(text),
            head_text: lexicon.text(text),
            whole: lexicon.bag(text),
            whole_text: lexicon.text(text),
            tie: 0,
            parent: parents[*parent],
        };
        lines.iter().map(row).collect()
    };
    let (left, right) = (rows(mine, &here), rows(theirs, &there));
    pair(&left, &right, lexicon.len(), &mut pairing);
    pairing
}

/// Parts of the plan and of the document that have most of what stands in one of them in common, most first.
fn votes(pairing: &Pairing, plan: &[usize], document: &[usize]) -> Vec<(usize, usize)> {
    let mut counts: HashMap<(usize, usize), usize> = HashMap::new();
    for (at, found) in pairing.of_document.iter().enumerate() {
        if let Some(found) = found {
            *counts.entry((plan[*found], document[at])).or_default() += 1;
        }
    }
    let [here, there] = [plan, document].map(sizes);
    let mut votes: Vec<_> = counts.into_iter().collect();
    votes.retain(|((plan, document), count)| count * 2 >= here[plan].min(there[document]));
    votes.sort_by_key(|(pair, count)| (std::cmp::Reverse(*count), *pair));
    votes.into_iter().map(|(pair, _)| pair).collect()
}

fn sizes(parents: &[usize]) -> HashMap<usize, usize> {
    let mut sizes = HashMap::new();
    for parent in parents {
        *sizes.entry(*parent).or_default() += 1;
    }
    sizes
}

fn by_votes(votes: &[(usize, usize)], pairing: &mut Pairing) {
    for (plan, document) in votes {
        pairing.join(*plan, *document);
    }
}
