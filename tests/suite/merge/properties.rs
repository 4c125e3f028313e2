//! What holds of every merge, tried with edits nobody thought of.

use planning_grid::model::merge::{Choices, Merge, Side, merge, merge_with};
use planning_grid::model::{Edit, Plan, invariants};
use proptest::collection::vec;
use proptest::prelude::*;

use super::edits::{Step, after, edit_of, records, start, step, steps, typing};
use super::three::sorted;
use crate::support::texts::texts;

pub(crate) fn config(cases: u32) -> ProptestConfig {
    // A failure is printed; no file is left in the tree.
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// A text of either side that is neither in the base, nor in the merged plan, nor in a conflict.
pub(crate) fn lost(base: &Plan, sides: [&Plan; 2], merge: &Merge) -> Option<String> {
    let mut kept: std::collections::HashSet<String> = texts(base).into_iter().collect();
    kept.extend(texts(&merge.plan));
    let shown: Vec<&String> = merge.conflicts.iter().flat_map(|one| [&one.mine, &one.theirs]).flatten().collect();
    let is_lost = |text: &String| !kept.contains(text) && !shown.iter().any(|words| words.contains(text.as_str()));
    sides.into_iter().flat_map(texts).find(is_lost)
}

/// The edits of these steps that change only this grid of the plan. What is done to `joint` as well must be
/// possible there too: records that both sides put in under one id are no independent edits.
fn edits_in_grid(base: &Plan, joint: &mut Plan, grid: usize, steps: &[Step]) -> Vec<Edit> {
    let mut plan = base.clone();
    let mut edits = Vec::new();
    for step in steps {
        let Some(edit) = edit_of(step, &plan) else { continue };
        let mut changed = plan.clone();
        if changed.apply(edit.clone()).is_err() || changed.grids.len() != plan.grids.len() {
            continue;
        }
        let mut rest = changed.clone();
        rest.grids[grid].clone_from(&plan.grids[grid]);
        // An edit that changes nothing here, such as a move to where the record is, may change something there.
        if rest == plan && changed != plan && joint.apply(edit.clone()).is_ok() {
            plan = changed;
            edits.push(edit);
        }
    }
    edits
}

/// The plan after these edits; what cannot be done is not done.
fn with(plan: &Plan, edits: &[Edit]) -> Plan {
    let mut plan = plan.clone();
    for edit in edits {
        let _ = plan.apply(edit.clone());
    }
    plan
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn where_one_side_did_nothing_the_other_is_taken(steps in steps()) {
        let base = start();
        let changed = after(&base, &steps);
        let theirs = merge(&base, &base, &changed);
        prop_assert_eq!(&theirs.plan, &changed);
        prop_assert_eq!(&theirs.conflicts, &[]);
        prop_assert_eq!(theirs.joined.is_empty(), base == changed);
        for merge in [merge(&base, &changed, &base), merge(&base, &changed, &changed)] {
            prop_assert_eq!(&merge.plan, &changed);
            prop_assert_eq!(&merge.conflicts, &[]);
            prop_assert_eq!(&merge.joined, &[]);
        }
    }

    #[test]
    fn both_ways_round_come_to_the_same_plan_and_the_same_choices(mine in steps(), theirs in steps()) {
        let base = start();
        let (mine, theirs) = (after(&base, &mine), after(&base, &theirs));
        let (here, there) = (merge(&base, &mine, &theirs), merge(&base, &theirs, &mine));
        prop_assert_eq!(sorted(&here.conflicts, false), sorted(&there.conflicts, true));
        if here.conflicts.is_empty() {
            prop_assert_eq!(&here.plan, &there.plan);
        }
        let prefer = |one, other, side| merge_with(&base, one, other, &Choices::all(side)).plan;
        prop_assert_eq!(prefer(&mine, &theirs, Side::Mine), prefer(&theirs, &mine, Side::Theirs));
        prop_assert_eq!(prefer(&mine, &theirs, Side::Theirs), prefer(&theirs, &mine, Side::Mine));
    }

    #[test]
    fn whatever_is_chosen_a_plan_comes_out_and_no_word_is_lost(
        mine in steps(),
        theirs in steps(),
        sides in vec(any::<Option<bool>>(), 8),
    ) {
        let base = start();
        let (mine, theirs) = (after(&base, &mine), after(&base, &theirs));
        let open = merge(&base, &mine, &theirs);
        let mut chosen = Choices::default();
        for (conflict, side) in open.conflicts.iter().zip(sides.iter().cycle()) {
            if let Some(is_mine) = side {
                chosen.choose(conflict, if *is_mine { Side::Mine } else { Side::Theirs });
            }
        }
        for choices in [Choices::default(), chosen, Choices::all(Side::Mine), Choices::all(Side::Theirs)] {
            let merged = merge_with(&base, &mine, &theirs, &choices);
            prop_assert_eq!(invariants::check(&merged.plan), Ok(()));
            prop_assert_eq!(lost(&base, [&mine, &theirs], &merged), None);
        }
        // While nothing is chosen, every record of both sides that was not in the base is there.
        let (old, there) = (records(&base), records(&open.plan));
        for record in records(&mine).into_iter().chain(records(&theirs)) {
            prop_assert!(old.contains(&record) || there.contains(&record), "{:?}", record);
        }
    }

    #[test]
    fn independent_edits_commute(mine in vec(typing(), 0..6), theirs in vec(typing(), 0..6)) {
        let base = start();
        let edits = |steps: &[_]| -> Vec<_> { steps.iter().filter_map(|step| edit_of(step, &base)).collect() };
        let (mine, mut theirs) = (edits(&mine), edits(&theirs));
        theirs.retain(|edit| !mine.iter().any(|other| other.sets_same_field_as(edit)));
        let merged = merge(&base, &with(&base, &mine), &with(&base, &theirs));
        prop_assert_eq!(merged.conflicts, []);
        prop_assert_eq!(&merged.plan, &with(&with(&base, &mine), &theirs));
        prop_assert_eq!(&merged.plan, &with(&with(&base, &theirs), &mine));
    }

    #[test]
    fn whatever_is_done_in_one_grid_commutes_with_whatever_is_done_in_another(
        mine in vec(step(), 0..16),
        theirs in vec(step(), 0..16),
    ) {
        let base = start();
        let mut joint = base.clone();
        let mine = edits_in_grid(&base, &mut joint, 0, &mine);
        let theirs = edits_in_grid(&base, &mut joint, 1, &theirs);
        let merged = merge(&base, &with(&base, &mine), &with(&base, &theirs));
        prop_assert_eq!(merged.conflicts, []);
        prop_assert_eq!(&merged.plan, &joint);
        prop_assert_eq!(&merged.plan, &with(&with(&base, &theirs), &mine));
    }
}
