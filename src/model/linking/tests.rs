//! What is offered to be linked, and what linking does.

use super::*;
use crate::dates::Period;
use crate::model::{Action, Grid, IdMaker, Objective, invariants};

/// A plan with an action for each of these milestones.
fn plan_with(milestones: &[&str]) -> (Plan, Vec<MilestoneId>, IdMaker) {
    let mut ids = IdMaker::new(3);
    let mut plan = Plan::blank("Plan", Period::financial_year(2016), &mut ids);
    let mut objective = Objective::blank(ids.objective());
    let mut made = Vec::new();
    for text in milestones {
        let mut action = Action::blank(ids.action());
        let milestone = Milestone::read(ids.milestone(), *text, None, &plan.period);
        made.push(milestone.id);
        action.milestones.push(milestone);
        objective.actions.push(action);
    }
    let mut grid = Grid::blank(ids.grid());
    grid.objectives.push(objective);
    plan.grids.push(grid);
    (plan, made, ids)
}

#[test]
fn the_same_words_with_the_same_date_are_offered() {
    let (plan, made, _) = plan_with(&[
        "New services implemented 01/10/16",
        "Contracts awarded by end of June 2016",
        "Implement new services 01/10/16",
        "Award contract June 2016",
        "New treatment service implemented 01/10/16",
        "Baseline collected 01/10/16",
        "New services implemented 01/12/16",
    ]);
    let found = candidates(&plan);
    let members: Vec<Vec<MilestoneId>> =
        found.iter().map(|one| one.members.iter().map(|member| member.milestone).collect()).collect();
    assert_eq!(members, [vec![made[0], made[2], made[4]], vec![made[1], made[3]]]);
    assert!(found.iter().all(|one| one.event.is_none() && one.members.iter().all(|member| member.is_sure)));
}

#[test]
fn what_only_resembles_them_is_offered_but_not_sure() {
    let (plan, _, _) = plan_with(&[
        "Implementation of new service Oct 2016",
        "New service implemented – Oct 2016",
        "Implementation of new recovery support service Oct 2016",
    ]);
    let found = candidates(&plan);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].members.iter().map(|member| member.is_sure).collect::<Vec<_>>(), [true, true, false]);
}

#[test]
fn one_action_alone_and_what_is_linked_already_are_not_offered() {
    let (mut plan, made, mut ids) = plan_with(&["Contracts awarded June 2016", "Award contract June 2016"]);
    plan.apply(link(made.clone(), ids.event())).unwrap();
    assert_eq!(candidates(&plan), []);
    let (mut plan, ..) = plan_with(&["Contracts awarded June 2016"]);
    let again = Milestone::read(ids.milestone(), "Award contract June 2016", None, &plan.period);
    plan.grids[0].objectives[0].actions[0].milestones.push(again);
    assert_eq!(candidates(&plan), []);
}

#[test]
fn a_newcomer_is_offered_to_the_event_there_is() {
    let texts = ["Contracts awarded June 2016", "Award contract June 2016", "Contracts awarded – June 2016"];
    let (mut plan, made, mut ids) = plan_with(&texts);
    let event = ids.event();
    plan.apply(link([made[0], made[1]], event)).unwrap();
    let found = candidates(&plan);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].event, Some(event));
    assert_eq!(found[0].members.iter().map(|member| member.is_linked).collect::<Vec<_>>(), [true, true, false]);
}

#[test]
fn moving_an_event_moves_all_and_changes_no_word() {
    let texts = ["Contracts awarded June 2016", "Award contract June 2016", "Training held June 2016"];
    let (mut plan, made, mut ids) = plan_with(&texts);
    let event = ids.event();
    plan.apply(link([made[0], made[1]], event)).unwrap();
    let before = plan.clone();
    let linked: Vec<MilestoneId> = of_event(&plan, event).map(|(_, one)| one.id).collect();
    assert_eq!(linked, made[..2]);
    let inverse = plan.apply(move_to(linked, &When::read("31/07/16", &plan.period))).unwrap();
    invariants::check(&plan).unwrap();
    let dues: Vec<String> = plan
        .actions()
        .flat_map(|action| &action.milestones)
        .map(|one| format!("{} {:?}", one.text(), one.when().reading().due().unwrap()))
        .collect();
    assert_eq!(
        dues,
        [
            "Contracts awarded June 2016 2016-07-31",
            "Award contract June 2016 2016-07-31",
            "Training held June 2016 2016-06-30"
        ]
    );
    plan.apply(inverse).unwrap();
    assert_eq!(plan, before);
}

#[test]
fn one_that_would_be_alone_is_let_go_too() {
    let (mut plan, made, mut ids) =
        plan_with(&["A contract June 2016", "B contract June 2016", "C contract June 2016"]);
    let event = ids.event();
    plan.apply(link(made.clone(), event)).unwrap();
    plan.apply(unlink(&plan, made[0])).unwrap();
    assert_eq!(of_event(&plan, event).count(), 2);
    plan.apply(unlink(&plan, made[1])).unwrap();
    assert_eq!(of_event(&plan, event).count(), 0);
}

#[test]
fn a_day_and_its_month_are_one_date_but_two_days_of_the_month_are_two() {
    let texts = ["New services implemented 01/10/16", "Implement new service – Oct 2016"];
    let (plan, made, _) = plan_with(&texts);
    let found = candidates(&plan);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].members.iter().map(|one| one.milestone).collect::<Vec<_>>(), made);
    let days = [found[0].from, found[0].due].map(|day| day.to_string());
    assert_eq!(days, ["2016-10-01", "2016-10-31"]);

    let texts =
        ["New services implemented 01/10/16", "Implement new service Oct 2016", "Implement new services 20/10/16"];
    let (plan, ..) = plan_with(&texts);
    assert_eq!(candidates(&plan), [], "nobody knows which of the two days the month is");
}

#[test]
fn dates_agree_where_one_is_a_day_of_the_others_month() {
    let period = Period::financial_year(2016);
    let agree = |one: &str, other: &str| agree(&When::read(one, &period), &When::read(other, &period));
    for (one, other) in [("01/10/16", "1 October 2016"), ("01/10/16", "Oct 2016"), ("end Oct 2016", "Oct 2016")] {
        assert!(agree(one, other) && agree(other, one), "{one} and {other}");
    }
    for (one, other) in [("01/10/16", "01/11/16"), ("01/10/16", "Q3 2016/17"), ("01/10/16", "TBC"), ("", "")] {
        assert!(!agree(one, other) && !agree(other, one), "{one} and {other}");
    }
}

#[test]
fn the_events_of_a_plan_are_told_in_its_order() {
    let (mut plan, made, mut ids) = plan_with(&["A contract June 2016", "B hall May 2016", "C contract June 2016"]);
    assert_eq!(events(&plan), []);
    let event = ids.event();
    plan.apply(link([made[0], made[2]], event)).unwrap();
    assert_eq!(events(&plan), [event]);
    let before = plan.clone();
    let inverse = plan.apply(let_go_all(&plan, event)).unwrap();
    assert_eq!(events(&plan), []);
    plan.apply(inverse).unwrap();
    assert_eq!(plan, before);
}
