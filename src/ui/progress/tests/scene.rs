//! A small plan: four actions of two owners and one of nobody.

use chrono::NaiveDate;

use crate::dates::{Period, When};
use crate::model::{Action, Grid, IdMaker, Objective, Owners, Plan, Update};

pub(super) fn day(year: i32, month: u32, date: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, date).unwrap()
}

pub(super) const OWNERS: [&str; 4] = ["Public Health", "Police", "Public Health / Police", ""];

/// A plan with an action for each of [`OWNERS`], due on these days.
pub(super) fn plan(due: [&str; 4]) -> Plan {
    let mut ids = IdMaker::new(3);
    let mut plan = Plan::blank("Plan", Period::financial_year(2016), &mut ids);
    let mut objective = Objective::blank(ids.objective());
    "T1".clone_into(&mut objective.reference);
    for (owners, due) in OWNERS.into_iter().zip(due) {
        let mut action = Action::blank(ids.action());
        action.description = format!("An action of {owners}");
        action.owners = Owners::read(owners, &[]);
        action.when = When::read(due, &plan.period);
        objective.actions.push(action);
    }
    let mut grid = Grid::blank(ids.grid());
    grid.objectives.push(objective);
    plan.grids.push(grid);
    plan
}

/// Puts an update into the action at this place.
pub(super) fn say(plan: &mut Plan, at: usize, on: Option<NaiveDate>, text: &str) {
    let action = &mut plan.grids[0].objectives[0].actions[at];
    let id = IdMaker::new(1_000 + 10 * at as u64 + action.updates.len() as u64).update();
    action.updates.push(Update { id, on, by: String::new(), text: text.to_owned(), status: None });
}
