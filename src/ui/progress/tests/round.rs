//! Which update is this round's.

use super::scene::{day, plan, say};
use crate::model::{IdMaker, Issued};
use crate::ui::progress::round::Round;
use crate::ui::progress::worked::Worked;

#[test]
fn the_update_of_a_round_is_the_newest_of_its_day() {
    let as_at = day(2016, 9, 1);
    let mut plan = plan([""; 4]);
    say(&mut plan, 0, Some(day(2016, 6, 1)), "June");
    say(&mut plan, 0, Some(as_at), "First");
    say(&mut plan, 0, Some(as_at), "Second");
    say(&mut plan, 0, None, "Undated");
    let round = Round::of(&plan, as_at);
    let action = plan.actions().next().unwrap();
    assert!(round.is_said(action));
    assert!(!round.is_said(plan.actions().nth(1).unwrap()));
    let other = Round::of(&plan, day(2016, 9, 2));
    assert!(!other.is_said(action), "another day is another round");
}

#[test]
fn what_went_to_a_board_belongs_to_the_round_before() {
    let as_at = day(2016, 9, 1);
    let mut plan = plan([""; 4]);
    say(&mut plan, 0, Some(as_at), "Told the board");
    plan.issued.push(Issued::of(&plan, IdMaker::new(9).issued(), None, as_at));
    assert!(!Round::of(&plan, as_at).is_said(plan.actions().next().unwrap()));
    say(&mut plan, 0, Some(as_at), "Since");
    assert!(Round::of(&plan, as_at).is_said(plan.actions().next().unwrap()));
}

#[test]
fn owners_are_told_with_how_far_the_round_has_come() {
    let as_at = day(2016, 9, 1);
    let mut plan = plan([""; 4]);
    say(&mut plan, 2, Some(as_at), "Agreed");
    plan.grids[0].objectives[0].actions[2].status = Some(plan.statuses[0].id);
    let mut worked = Worked::default();
    worked.refresh(&plan, 1, as_at);
    let owners: Vec<_> = worked.owners(&plan).iter().map(|one| (one.name.as_str(), one.said, one.of)).collect();
    assert_eq!(owners, [("Police", 1, 2), ("Public Health", 1, 2), ("", 0, 1)], "what was completed now counts too");
    assert_eq!(worked.unsaid, 3);
}
