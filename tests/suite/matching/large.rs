//! A plan of ten thousand actions beside a copy of it.

use std::time::Instant;

use planning_grid::model::matching::Kind;

use super::colleague::document_of;
use super::{compared, with};
use crate::support::plans::plan_of;

/// Prints how long it takes; a clock is no test.
#[test]
fn in_ten_thousand_actions_the_changed_ones_are_found() {
    let plan = plan_of(10_000);
    let mut document = document_of(&plan);
    let rows = document.grids.iter_mut().flat_map(|grid| &mut grid.objectives).flat_map(|one| &mut one.actions);
    for (number, row) in rows.enumerate() {
        if number % 10 == 0 {
            row.description.push_str(" Told to the board in between.");
        }
    }
    let moved = document.grids[3].objectives[4].actions.remove(2);
    document.grids[20].objectives[1].actions.push(moved);
    document.grids[7].objectives[7].actions.remove(1);
    let start = Instant::now();
    let matching = compared(&plan, &document);
    println!("10,000 actions compared in {:?}", start.elapsed());
    let count = |kind: Kind| matching.changes.iter().filter(|change| change.kind == kind).count();
    let counts = [count(Kind::Changed), count(Kind::Added), count(Kind::Moved), count(Kind::Missing)];
    assert_eq!(counts[1..], [0, 1, 1], "{counts:?}");
    assert!((999..=1_000).contains(&counts[0]), "{counts:?}");
    let start = Instant::now();
    let all = with(&matching, true);
    println!("{} changes accepted in {:?}", matching.changes.len(), start.elapsed());
    assert_eq!(all.actions().count(), 9_999);
}
