//! The timeline's tests: what is pure by itself, and the page driven by role and label.

mod page;
mod placing;
mod saying;

use chrono::NaiveDate;

use crate::dates::{Period, Span, When};
use crate::model::{Action, Grid, IdMaker, Meeting, Milestone, Objective, Owners, Plan};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn span(from: NaiveDate, to: NaiveDate) -> Span {
    Span::new(from, to).unwrap()
}

/// A plan with a grid of objectives; an action is its words, its deadline, its owners, its milestones.
fn plan_of(actions: &[(&str, &str, &str, &[&str])]) -> Plan {
    let mut ids = IdMaker::new(3);
    let period = Period::financial_year(2016);
    let mut plan = Plan::blank("A plan", period.clone(), &mut ids);
    let when = When::read("11/07/16", &period);
    plan.meetings.push(Meeting { id: ids.meeting(), name: "DAAT Board".to_owned(), when });
    let mut objective = Objective::blank(ids.objective());
    objective.reference = "T1".to_owned();
    for (description, deadline, owners, milestones) in actions {
        let mut action = Action::blank(ids.action());
        action.description = (*description).to_owned();
        action.when = When::read(*deadline, &period);
        action.owners = Owners::read(*owners, &[]);
        action.milestones =
            milestones.iter().map(|text| Milestone::read(ids.milestone(), *text, None, &period)).collect();
        objective.actions.push(action);
    }
    let mut grid = Grid::blank(ids.grid());
    grid.title = "Treatment".to_owned();
    grid.objectives.push(objective);
    plan.grids.push(grid);
    plan
}

/// The example of the drawings: dated, recurring, outside, undated.
fn example() -> Plan {
    plan_of(&[
        ("Launch of new services", "30/11/16", "DAAT", &["Award contract June 2016", "New services 01/10/16"]),
        ("Communications plan", "31/03/16", "DAAT / CRC", &["Activity starts"]),
        ("Quarterly fora", "Quarterly", "", &[]),
        ("Health Champions?", "xxxx", "", &[]),
        ("Overland support group", "Ongoing", "CRC", &["Referral criteria by end Sep 2016"]),
    ])
}

/// A plan of very many actions, with all kinds of dates.
fn large(count: usize) -> Plan {
    const DEADLINES: [&str; 8] =
        ["30/11/16", "March 2017", "Quarterly", "Ongoing", "xxxx", "", "31/03/16", "October to December 2016"];
    let mut ids = IdMaker::new(11);
    let period = Period::financial_year(2016);
    let mut plan = Plan::blank("A large plan", period.clone(), &mut ids);
    let statuses: Vec<_> = plan.statuses.iter().map(|status| status.id).collect();
    for _ in 0..20 {
        let mut grid = Grid::blank(ids.grid());
        grid.title = "A theme of the plan".to_owned();
        for _ in 0..20 {
            let mut objective = Objective::blank(ids.objective());
            objective.reference = "Objective 1".to_owned();
            for number in 0..count.div_ceil(400) {
                let mut action = Action::blank(ids.action());
                action.description = format!("Work with treatment services to maximise the impact of step {number}");
                action.when = When::read(DEADLINES[number % 8], &period);
                action.owners = Owners::read(if number % 3 == 0 { "DAAT / CRC" } else { "NPS" }, &[]);
                action.status = statuses.get(number % 6).copied();
                for text in ["Contracts awarded by end of June 2016", "New services 01/10/16", "Agree the model"] {
                    action.milestones.push(Milestone::read(ids.milestone(), text, None, &period));
                }
                objective.actions.push(action);
            }
            grid.objectives.push(objective);
        }
        plan.grids.push(grid);
    }
    plan
}
