//! A plan of 10,000 actions.

use std::time::Instant;

use planning_grid::model::merge::merge;
use planning_grid::model::{ActionField, Edit};

use crate::support::plans::plan_of;

/// Prints how long it takes; a clock is no test.
#[test]
fn ten_thousand_actions_are_merged() {
    let base = plan_of(10_000);
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    for (number, action) in base.actions().enumerate() {
        let edit = Edit::Action(action.id, ActionField::Description(format!("new {number}")));
        match number % 1_000 {
            1 => drop(mine.apply(edit).unwrap()),
            2 => drop(theirs.apply(edit).unwrap()),
            3 => drop(theirs.apply(Edit::remove_action(action.id)).unwrap()),
            _ => {}
        }
    }
    let start = Instant::now();
    let merged = merge(&base, &mine, &theirs);
    println!("10,000 actions merged in {:?}", start.elapsed());
    assert_eq!(merged.conflicts, []);
    assert_eq!(merged.joined.len(), 20);
    assert_eq!(merged.plan.actions().count(), 9_990);
}
