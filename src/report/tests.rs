//! Counting, lateness and what falls due, on tables of cases.

use chrono::NaiveDate;

use super::*;
use crate::dates::{Period, When};
use crate::model::{Action, Grid, IdMaker, Kpi, Milestone, Objective, Owners, Plan, Update};

fn day(year: i32, month: u32, date: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, date).unwrap()
}

/// A plan for 2016/17 with one grid, and in it an action for each deadline and status (by its place in the
/// scheme).
fn plan_of(cases: &[(&str, Option<usize>)]) -> Plan {
    let mut ids = IdMaker::new(1);
    let mut plan = Plan::blank("Plan", Period::financial_year(2016), &mut ids);
    let mut objective = Objective::blank(ids.objective());
    for (when, status) in cases {
        let mut action = Action::blank(ids.action());
        action.description = format!("Action due {when}");
        action.when = When::read(*when, &plan.period);
        action.status = status.map(|index| plan.statuses[index].id);
        objective.actions.push(action);
    }
    let mut grid = Grid::blank(ids.grid());
    grid.objectives.push(objective);
    plan.grids.push(grid);
    plan
}

#[test]
fn late_is_after_the_day_and_not_complete() {
    let as_at = day(2016, 7, 11);
    let cases: [(&str, Option<usize>, Option<i64>); 11] = [
        ("10/07/16", None, Some(1)),
        ("11/07/16", None, None),
        ("12/07/16", None, None),
        ("10/07/16", Some(0), None),
        ("10/07/16", Some(3), Some(1)),
        ("June 2016", Some(4), Some(11)),
        ("July 2016", None, None),
        ("31/03/16", None, Some(102)),
        ("Ongoing", None, None),
        ("Quarterly", None, None),
        ("TBC", None, None),
    ];
    for (when, status, expected) in cases {
        let plan = plan_of(&[(when, status)]);
        let action = plan.actions().next().unwrap();
        assert_eq!(days_late(&plan, action, as_at), expected, "{when}");
        assert_eq!(summary(&plan, as_at).late.len(), usize::from(expected.is_some()), "{when}");
    }
}

#[test]
fn counts_add_up() {
    let plan =
        plan_of(&[("", Some(0)), ("xxxx", Some(1)), ("30/11/16", Some(1)), ("31/03/16", None), ("Ongoing", None)]);
    let summary = summary(&plan, day(2016, 7, 11));
    let by_status: Vec<usize> = summary.total.by_status.iter().map(|(_, count)| *count).collect();
    assert_eq!(by_status, [1, 2, 0, 0, 0]);
    assert_eq!((summary.total.without_status, summary.total.total, summary.undated), (2, 5, 2));
    assert_eq!(summary.grids[0].counts, summary.total);
    assert_eq!(summary.grids[0].title, "Grid 1");
    assert_eq!(
        summary.sentence,
        "5 actions: 1 complete, 2 on track, 2 with no status yet. 1 is late. 1 action falls due next quarter \
         (Q3 2016/17). 2 have no date."
    );
}

#[test]
fn sentences_of_small_plans() {
    let as_at = day(2016, 7, 11);
    let none = Plan::blank("Plan", Period::financial_year(2016), &mut IdMaker::new(1));
    assert_eq!(summary(&none, as_at).sentence, "The plan has no actions yet.");
    let one = plan_of(&[("Ongoing", None)]);
    let expected = "1 action; none has a status yet. None is late. Nothing falls due next quarter (Q3 2016/17).";
    assert_eq!(summary(&one, as_at).sentence, expected);
}

#[test]
fn what_falls_due_is_parted_by_quarter() {
    let mut plan = plan_of(&[
        ("10/07/16", None),
        ("11/07/16", None),
        ("30/09/16", None),
        ("01/10/16", None),
        ("Dec 2016", None),
        ("01/01/17", None),
        ("01/11/16", Some(0)),
    ]);
    let period = plan.period.clone();
    let mut ids = IdMaker::new(2);
    let actions = &mut plan.grids[0].objectives[0].actions;
    actions[5].milestones.push(Milestone::read(ids.milestone(), "New services implemented 01/10/16", None, &period));
    actions[6].milestones.push(Milestone::read(ids.milestone(), "Of a complete action 01/10/16", None, &period));
    let summary = summary(&plan, day(2016, 7, 11));
    let days = |due: &DueQuarter| due.due.iter().map(|one| one.on).collect::<Vec<_>>();
    assert_eq!(days(&summary.this_quarter), [day(2016, 7, 11), day(2016, 9, 30)]);
    assert_eq!(days(&summary.next_quarter), [day(2016, 10, 1), day(2016, 10, 1), day(2016, 12, 31)]);
    assert_eq!(summary.next_quarter.action_count(), 2);
    assert_eq!(summary.next_quarter.quarter.label(), "Q3 2016/17");
}

#[test]
fn a_register_row_says_all_of_its_action() {
    let mut plan = plan_of(&[("30/11/16", Some(2)), ("Oct 17", None)]);
    let period = plan.period.clone();
    let mut ids = IdMaker::new(2);
    let status = plan.statuses[2].id;
    plan.grids[0].title = "Treatment".to_owned();
    plan.grids[0].objectives[0].reference = "T4".to_owned();
    let action = &mut plan.grids[0].objectives[0].actions[0];
    action.owners = Owners::read("LBTH DAAT / CRC", &[]);
    action.kpis = vec![Kpi::of(ids.kpi(), "One"), Kpi::of(ids.kpi(), "• Two")];
    let beside = Some(When::read("1 May 2016", &period));
    action.milestones.push(Milestone::read(ids.milestone(), "Contract awarded", beside, &period));
    action.updates.push(Update {
        id: ids.update(),
        on: Some(day(2016, 7, 1)),
        by: String::new(),
        text: "Going well".to_owned(),
        status: Some(status),
    });
    let rows = register(&plan, day(2016, 12, 1));
    let row = &rows[0];
    assert_eq!((row.reference.as_str(), row.grid, row.objective_reference), ("T4.1", "Treatment", "T4"));
    assert_eq!((row.owners, row.when_written), ("LBTH DAAT / CRC", "30/11/16"));
    assert_eq!((row.day, row.due, row.days_late), (Some(day(2016, 11, 30)), Some(day(2016, 11, 30)), Some(1)));
    assert_eq!((row.kpis.as_ref(), row.milestones.as_ref()), ("• One\n• Two", "Contract awarded (1 May 2016)"));
    assert_eq!((row.update, row.update_on, row.status_word), ("Going well", Some(day(2016, 7, 1)), "At risk"));
    assert_eq!((rows[1].day, rows[1].due), (None, Some(day(2017, 10, 31))));
}

/// The words of actions, for a list of their ids.
fn dues(plan: &Plan, ids: impl IntoIterator<Item = crate::model::ActionId>) -> Vec<&str> {
    ids.into_iter().map(|id| plan.action(id).unwrap().when.written()).collect()
}

fn owned_by(plan: &mut Plan, owners: &[&str]) {
    let directory = plan.directory.clone();
    for (action, owner) in plan.grids[0].objectives[0].actions.iter_mut().zip(owners) {
        action.owners = Owners::read(*owner, &directory);
    }
}

#[test]
fn load_counts_each_action_once_in_its_quarter_and_for_each_owner() {
    let mut plan = plan_of(&[
        ("30/06/16", None),
        ("31/03/17", None),
        ("31/03/17", None),
        ("Ongoing", None),
        ("31/03/16", None),
        ("Oct 17", None),
        ("31/03/17", Some(0)),
    ]);
    owned_by(&mut plan, &["DAAT", "daat / CRC", "CRC", "DAAT", "", "CRC", "DAAT"]);
    let load = load(&plan);
    let row = |owner: &OwnerLoad| {
        let quarters: Vec<usize> = owner.quarters.iter().map(Vec::len).collect();
        (owner.name.clone(), owner.before.len(), quarters, owner.after.len(), owner.undated.len())
    };
    assert_eq!(row(&load.total), (String::new(), 1, vec![1, 0, 0, 2], 1, 1));
    assert_eq!(
        load.owners.iter().map(row).collect::<Vec<_>>(),
        [
            ("CRC".to_owned(), 0, vec![0, 0, 0, 2], 1, 0),
            ("DAAT".to_owned(), 0, vec![1, 0, 0, 1], 0, 1),
            (String::new(), 1, vec![0, 0, 0, 0], 0, 0),
        ]
    );
    assert_eq!((load.total.count(), load.total.most()), (6, 2));
    assert_eq!(dues(&plan, load.last_day.iter().copied()), ["31/03/17", "31/03/17"]);
}

#[test]
fn names_the_directory_joins_are_one_owner() {
    let mut plan = plan_of(&[("30/06/16", None), ("30/09/16", None)]);
    let id = IdMaker::new(9).owner();
    let also = vec!["TH DAAT".to_owned()];
    plan.directory.push(crate::model::Owner { id, name: "LBTH DAAT".to_owned(), also, email: String::new() });
    owned_by(&mut plan, &["LBTH DAAT / TH DAAT", "th daat"]);
    let owners = open_by_owner(&plan);
    assert_eq!(owners.len(), 1);
    assert_eq!((owners[0].name.as_str(), dues(&plan, owners[0].actions.clone()).len()), ("LBTH DAAT", 2));
    assert_eq!(load(&plan).owners[0].count(), 2);
}

#[test]
fn progress_is_told_as_at_the_day() {
    let mut plan = plan_of(&[
        ("30/06/16", None),
        ("10/07/16", Some(0)),
        ("01/08/16", None),
        ("09/08/16", None),
        ("31/03/17", None),
        ("01/05/16", Some(3)),
    ]);
    let mut ids = IdMaker::new(2);
    let period = plan.period.clone();
    plan.meetings.push(crate::model::Meeting {
        id: ids.meeting(),
        name: "Board".to_owned(),
        when: When::read("11/04/16", &period),
    });
    let actions = &mut plan.grids[0].objectives[0].actions;
    actions[4].milestones.push(Milestone::read(ids.milestone(), "Contract awarded 20/07/16", None, &period));
    for (at, on) in [(0, Some(day(2016, 7, 1))), (2, Some(day(2016, 4, 11))), (3, None), (4, Some(day(2016, 9, 1)))] {
        let text = "Going well".to_owned();
        actions[at].updates.push(Update { id: ids.update(), on, by: String::new(), text, status: None });
    }
    let found = progress(&plan, day(2016, 7, 11));
    let days = |items: &[DueItem]| items.iter().map(|item| item.days).collect::<Vec<_>>();
    assert_eq!(dues(&plan, found.overdue.iter().map(|item| item.action)), ["01/05/16", "30/06/16"]);
    assert_eq!(days(&found.overdue), [-71, -11]);
    assert_eq!(dues(&plan, found.due_soon.iter().map(|item| item.action)), ["31/03/17", "01/08/16"]);
    assert_eq!(days(&found.due_soon), [9, 21]);
    assert!(found.due_soon[0].milestone.is_some() && found.due_soon[1].milestone.is_none());
    assert_eq!(found.last_board, Some(day(2016, 4, 11)));
    let silent: Vec<_> = found.silent.iter().map(|silent| silent.last_said).collect();
    assert_eq!(silent, [None, None, None, Some(day(2016, 4, 11))], "what is said later is not said yet");
    assert_eq!(progress(&plan, day(2016, 4, 11)).last_board, None, "the board has not met yet");
}
