//! The pure parts, and the view driven by name as a person or a screen reader would.

mod driven;
mod pure;

use chrono::NaiveDate;

use crate::dates::{Period, When, parse_day};
use crate::model::{Action, Grid, IdMaker, Milestone, Objective, Owners, Plan, Update};

fn day(written: &str) -> NaiveDate {
    parse_day(written, &Period::financial_year(2016)).unwrap()
}

/// Two grids, three objectives, six actions: "first" to "sixth", in the plan's order.
fn plan() -> Plan {
    let mut ids = IdMaker::new(7);
    let period = Period::financial_year(2016);
    let mut plan = Plan::blank("A plan", period.clone(), &mut ids);
    let statuses: Vec<_> = plan.statuses.iter().map(|status| status.id).collect();
    let mut action = |words: &str, when: &str, owners: &str, status: Option<usize>| Action {
        description: words.to_owned(),
        when: When::read(when, &period),
        owners: Owners::read(owners, &[]),
        status: status.map(|index| statuses[index]),
        ..Action::blank(ids.action())
    };
    let mut actions = vec![
        action("first", "30/06/16", "DAAT", Some(1)),
        action("second", "", "DAAT / CRC", None),
        action("third", "April 2016", "crc", Some(0)),
        action("fourth", "31/03/17", "", Some(3)),
        action("fifth", "Ongoing", "DAAT", Some(4)),
        action("sixth", "30/04/16", "NPS", Some(1)),
    ];
    actions[0].updates.push(Update {
        id: ids.update(),
        on: Some(day("01/07/16")),
        by: String::new(),
        text: "Going well.\nSecond line.".to_owned(),
        status: None,
    });
    for words in ["Award contract June 2016", "New services 01/10/16"] {
        actions[0].milestones.push(Milestone::read(ids.milestone(), words, None, &period));
    }
    let mut actions = actions.into_iter();
    for sizes in [&[2, 1][..], &[3]] {
        let mut grid = Grid::blank(ids.grid());
        grid.title = format!("Grid {}", plan.grids.len() + 1);
        for size in sizes {
            let mut objective = Objective::blank(ids.objective());
            objective.actions = actions.by_ref().take(*size).collect();
            grid.objectives.push(objective);
        }
        plan.grids.push(grid);
    }
    plan
}
