//! Small plans for the tests of the rules: sound ones, into which one thing is put.

use chrono::NaiveDate;

use super::{Rule, check};
use crate::dates::{Period, When};
use crate::model::{
    Action, Column, Grid, IdMaker, Kpi, Meeting, Milestone, Objective, Owners, Plan, Shows, StatusId, Update,
};

/// An action in words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    pub(super) description: &'a str,
    pub(super) owners: &'a str,
    pub(super) when: &'a str,
    pub(super) kpis: &'a [&'a str],
    pub(super) milestones: &'a [&'a str],
}

impl Row<'_> {
    /// In which nothing is found.
    pub(super) fn sound() -> Self {
        Self {
            description: "Agree the joint protocol with every provider",
            owners: "Public Health",
            when: "31/12/16",
            kpis: &["Protocol agreed"],
            milestones: &["First version shared 30/09/16"],
        }
    }
}

/// A plan for 2016/17 with one theme and one objective, and with every column.
pub(super) fn plan_of(rows: &[Row<'_>]) -> Plan {
    let mut ids = IdMaker::new(5);
    let mut plan = Plan::blank("Action plan", Period::financial_year(2016), &mut ids);
    plan.columns = [Shows::Owners, Shows::Description, Shows::When, Shows::Kpis, Shows::Milestones, Shows::Progress]
        .map(|shows| Column { shows, heading: shows.default_heading().to_owned() })
        .to_vec();
    let mut objective = Objective::blank(ids.objective());
    "T1".clone_into(&mut objective.reference);
    "We will help people to recover".clone_into(&mut objective.statement);
    for row in rows {
        let mut action = Action::blank(ids.action());
        row.description.clone_into(&mut action.description);
        action.owners = Owners::read(row.owners, &[]);
        action.when = When::read(row.when, &plan.period);
        action.kpis = row.kpis.iter().map(|text| Kpi::of(ids.kpi(), *text)).collect();
        let milestone = |text: &&str| Milestone::read(ids.milestone(), *text, None, &plan.period);
        action.milestones = row.milestones.iter().map(milestone).collect();
        objective.actions.push(action);
    }
    let mut grid = Grid::blank(ids.grid());
    "Treatment".clone_into(&mut grid.title);
    grid.objectives.push(objective);
    plan.grids.push(grid);
    plan
}

/// The first action of the plan.
pub(super) fn first(plan: &mut Plan) -> &mut Action {
    &mut plan.grids[0].objectives[0].actions[0]
}

/// The status with this word.
pub(super) fn status(plan: &Plan, word: &str) -> Option<StatusId> {
    plan.statuses.iter().find(|status| status.word == word).map(|status| status.id)
}

/// An update of this day.
pub(super) fn update(on: Option<(i32, u32, u32)>, text: &str, status: Option<StatusId>) -> Update {
    let on = on.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
    Update { id: IdMaker::new(77).update(), on, by: String::new(), text: text.to_owned(), status }
}

/// A board meeting.
pub(super) fn meeting(plan: &Plan, when: &str) -> Meeting {
    Meeting { id: IdMaker::new(78).meeting(), name: "Board".to_owned(), when: When::read(when, &plan.period) }
}

/// The words of what a rule finds on 11 July 2016.
pub(super) fn found(plan: &Plan, rule: Rule) -> Vec<String> {
    found_on(plan, rule, (2016, 7, 11))
}

/// The words of what a rule finds on a day.
pub(super) fn found_on(plan: &Plan, rule: Rule, (year, month, day): (i32, u32, u32)) -> Vec<String> {
    let as_at = NaiveDate::from_ymd_opt(year, month, day).unwrap();
    check(plan, as_at).into_iter().filter(|one| one.rule == rule).map(|one| one.text).collect()
}

#[test]
fn nothing_is_found_in_a_sound_plan() {
    let findings = check(&plan_of(&[Row::sound()]), NaiveDate::from_ymd_opt(2016, 7, 11).unwrap());
    assert_eq!(findings, []);
}
