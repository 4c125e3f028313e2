//! A plan as large as any that will be.

use chrono::Datelike;

use crate::dates::{Period, When};
use crate::model::{Action, Grid, IdMaker, Kpi, Milestone, Objective, Owners, Plan, Update};

/// A plan of `actions` actions of about a kilobyte of text each.
pub(super) fn large_plan(actions: usize) -> Plan {
    let mut ids = IdMaker::new(9);
    let period = Period::financial_year(2016);
    let mut plan = Plan::blank("A large plan", period.clone(), &mut ids);
    let sentence = "To gain consensus from providers, partners, \"users\" and carers regarding the dual role. ";
    for number in 0..actions {
        if number % 100 == 0 {
            plan.grids.push(Grid::blank(ids.grid()));
        }
        let grid = plan.grids.last_mut().unwrap();
        if number % 10 == 0 {
            grid.objectives.push(Objective::blank(ids.objective()));
        }
        let mut action = Action::blank(ids.action());
        action.description = sentence.repeat(5);
        action.owners = Owners::read("LBTH DAAT / CRC", &[]);
        action.when = When::read(format!("{}/11/{}", 1 + number % 28, period.from.year() % 100), &period);
        action.kpis = vec![Kpi::of(ids.kpi(), sentence.repeat(2))];
        let text = "Award contract to new services June 2016".to_owned();
        action.milestones = (0..3).map(|_| Milestone::read(ids.milestone(), text.clone(), None, &period)).collect();
        let text = sentence.repeat(2);
        action.updates =
            vec![Update { id: ids.update(), on: Some(period.from), by: String::new(), text, status: None }];
        grid.objectives.last_mut().unwrap().actions.push(action);
    }
    plan
}
