//! What a merge leaves to a person, example by example.

use planning_grid::model::merge::{Choices, ConflictKind, Side, merge_with};
use planning_grid::model::{ActionField, Edit, PlanField, invariants};

use super::three::{Three, letters};

#[test]
fn one_field_changed_by_both_is_a_choice_unless_both_wrote_the_same() {
    let mut three = Three::new();
    three.i(three.due(1, "30/11/16"));
    three.they(three.due(1, "31/12/16"));
    let (kind, place, words) = three.choice();
    assert_eq!((kind, place.as_str()), (ConflictKind::Changed, "Action PBC1.2, Deadline"));
    assert_eq!(words, ["", "30/11/16", "31/12/16"]);
    assert_eq!(three.merge().plan, three.mine);

    three.they(three.due(1, "30/11/16"));
    assert_eq!(three.joined(), three.mine);
}

#[test]
fn a_choice_is_kept_when_it_is_made() {
    let mut three = Three::new();
    three.i(three.due(1, "30/11/16"));
    three.they(three.due(1, "31/12/16"));
    three.i(three.describe(0, "mine"));
    three.they(three.describe(0, "theirs"));
    let merge = three.merge();
    let mut choices = Choices::default();
    let deadline = merge.conflicts.iter().find(|one| one.place.contains("Deadline")).unwrap();
    choices.choose(deadline, Side::Theirs);
    let chosen = merge_with(&three.base, &three.mine, &three.theirs, &choices);
    assert_eq!(chosen.conflicts, merge.conflicts);
    assert_eq!(chosen.plan.action(three.actions[1]).unwrap().when.written(), "31/12/16");
    assert_eq!(letters(&chosen.plan), "minebc|d|");
}

#[test]
fn what_does_not_go_together_is_a_choice_and_nothing_is_gone_before_it_is_made() {
    type Do = fn(&mut Three) -> Edit;
    // What I do, what they do; the kind and place of the choice; the actions before it is made, when mine
    // is chosen, and when theirs is.
    let cases: [(Do, Do, ConflictKind, &str, [&str; 3]); 7] = [
        (|t| t.remove(1), |t| t.due(1, "Q3"), ConflictKind::Deleted, "Action PBC1.2", ["abc|d|", "ac|d|", "abc|d|"]),
        (
            |t| t.describe(1, "B"),
            |t| t.remove_objective(0),
            ConflictKind::Deleted,
            "Objective PBC1",
            ["aBc|d|", "aBc|d|", "d|"],
        ),
        (|t| t.add(0, 0, "x"), |t| t.remove_grid(0), ConflictKind::Deleted, "Grid 1", ["xabc|d|", "xabc|d|", ""]),
        // Moved into what they deleted: with their choice it is back where they have it.
        (
            |t| t.shift(3, 0, 0),
            |t| t.remove_objective(0),
            ConflictKind::Deleted,
            "Objective PBC1",
            ["dabc||", "dabc||", "d|"],
        ),
        // Moved out of what they deleted.
        (
            |t| t.shift(3, 0, 0),
            |t| t.remove_objective(1),
            ConflictKind::Deleted,
            "Action PBC1.1",
            ["dabc|", "dabc|", "abc|"],
        ),
        (
            |t| t.shift(3, 0, 0),
            |t| t.shift(3, 2, 0),
            ConflictKind::Moved,
            "Action PBC1.1, where it stands",
            ["dabc||", "dabc||", "abc||d"],
        ),
        (
            |t| t.state(0, "new"),
            |t| t.remove_objective(0),
            ConflictKind::Deleted,
            "Objective PBC1",
            ["abc|d|", "abc|d|", "d|"],
        ),
    ];
    for (mine, theirs, kind, place, expected) in cases {
        let mut three = Three::new();
        let (mine, theirs) = (mine(&mut three), theirs(&mut three));
        three.i(mine);
        three.they(theirs);
        let (found_kind, found_place, _) = three.choice();
        assert_eq!((found_kind, found_place.as_str()), (kind, place));
        let chosen = |choices: Choices| letters(&merge_with(&three.base, &three.mine, &three.theirs, &choices).plan);
        let found = [Choices::default(), Choices::all(Side::Mine), Choices::all(Side::Theirs)].map(chosen);
        assert_eq!(found, expected, "{place}");
    }
}

#[test]
fn a_status_that_they_deleted_and_i_use_is_a_choice() {
    let mut three = Three::new();
    let used = three.base.statuses[2].clone();
    let rest = three.base.statuses.iter().filter(|status| status.id != used.id).cloned().collect();
    three.i(Edit::Action(three.actions[0], ActionField::Status(Some(used.id))));
    three.they(Edit::Plan(PlanField::Statuses(rest)));
    let (kind, place, _) = three.choice();
    assert_eq!((kind, place), (ConflictKind::Deleted, format!("Status {}", used.word)));
    assert_eq!(three.merge().plan.statuses, three.base.statuses);
    let gone = merge_with(&three.base, &three.mine, &three.theirs, &Choices::all(Side::Theirs)).plan;
    invariants::check(&gone).unwrap();
    assert_eq!(gone.action(three.actions[0]).unwrap().status, None);
}

#[test]
fn a_form_keeps_a_column_whatever_each_side_took_out() {
    let mut three = Three::new();
    let column = |at: usize| Edit::Plan(PlanField::Columns(vec![three.base.columns[at].clone()]));
    let (mine, theirs) = (column(0), column(1));
    three.i(mine);
    three.they(theirs);
    let (_, place, _) = three.choice();
    assert_eq!(place, "The plan, columns");
}

#[test]
fn orders_that_cannot_both_be_had_are_a_choice() {
    let mut three = Three::new();
    three.i(three.shift(0, 0, 1));
    three.they(three.shift(1, 0, 2));
    // b before a, c before b; and nobody wants c before a.
    let (kind, place, words) = three.choice();
    assert_eq!((kind, place.as_str()), (ConflictKind::Reordered, "Objective PBC1, order of actions"));
    assert_eq!(words, ["a\nb\nc", "b\na\nc", "a\nc\nb"]);
    let chosen = |choices: Choices| letters(&merge_with(&three.base, &three.mine, &three.theirs, &choices).plan);
    let found = [Choices::default(), Choices::all(Side::Mine), Choices::all(Side::Theirs)].map(chosen);
    assert_eq!(found, ["bac|d|", "bac|d|", "acb|d|"]);
}
