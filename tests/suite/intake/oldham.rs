//! Oldham's text to the plan that a person made of it.

use planning_grid::dates::Period;
use planning_grid::model::{Objective, Plan, Shows};
use planning_grid::store::{Sample, parse};

use super::{cell, drafted};
use crate::support::seeds;
use crate::support::words::plain;

const COLUMNS: [Shows; 3] = [Shows::Description, Shows::When, Shows::Owners];

fn objectives(plan: &Plan) -> Vec<&Objective> {
    plan.grids.iter().flat_map(|grid| &grid.objectives).collect()
}

/// Everything but the actions, in order.
fn frame(plan: &Plan) -> Vec<String> {
    let mut frame = vec![plan.title.clone(), plan.front_matter.clone()];
    frame.extend([plan.headings.delivery_plan.clone(), plan.headings.outcomes.clone()]);
    frame.extend(plan.columns.iter().map(|column| format!("{:?} {}", column.shows, column.heading)));
    for grid in &plan.grids {
        frame.extend([grid.reference.clone(), grid.title.clone(), grid.priorities_heading.clone()]);
        frame.extend(grid.priorities.iter().map(|priority| priority.text.clone()));
        for objective in &grid.objectives {
            frame.extend([objective.reference.clone(), objective.statement.clone()]);
            frame.extend(objective.outcomes.iter().map(|outcome| outcome.text.clone()));
        }
    }
    frame.iter().map(|text| plain(text)).collect()
}

#[test]
fn the_text_becomes_the_plan_that_a_person_made_of_it() {
    let draft = drafted(seeds::OLDHAM);
    let sample = parse(Sample::Oldham.bytes(), "sample").unwrap();
    let plan = &draft.plan;
    assert_eq!(plan.period, Period::financial_year(2010));
    assert_eq!(frame(plan), frame(&sample));

    let (mut action_count, mut right, mut cell_count) = (0, 0, 0);
    assert_eq!(objectives(plan).len(), objectives(&sample).len());
    for (found, expected) in objectives(plan).into_iter().zip(objectives(&sample)) {
        assert_eq!(found.actions.len(), expected.actions.len(), "{}", expected.statement);
        for (found, expected) in found.actions.iter().zip(&expected.actions) {
            action_count += 1;
            for shows in COLUMNS {
                cell_count += 1;
                assert_eq!(cell(found, shows), cell(expected, shows));
                right += 1;
            }
        }
    }
    let lost = draft.lost(&planning_grid::intake::plain::read(seeds::OLDHAM, "")).len();
    println!(
        "intake: oldham text: {action_count} of {} actions, {right} of {cell_count} cells right, {lost} words lost",
        sample.actions().count(),
    );
    assert_eq!(draft.unplaced, []);
    assert_eq!(draft.unsure, []);
    assert_eq!(draft.tables, 18);
}

#[test]
fn every_record_says_which_line_it_came_from() {
    let draft = drafted(seeds::OLDHAM);
    let mut count = 0;
    for (_, action) in draft.plan.standings().map(|standing| (standing.objective, standing.action)) {
        let origin = &draft.origins[&planning_grid::model::RecordId::Action(action.id)];
        let line = usize::try_from(origin.line.unwrap()).unwrap();
        let begin: String = plain(&action.description).chars().take(20).collect();
        let written = plain(seeds::OLDHAM.lines().nth(line - 1).unwrap());
        assert!(written.starts_with(&begin), "{origin}: {written}");
        count += 1;
    }
    // 4 grids, 18 priorities, 18 objectives, 68 actions, 35 outcomes.
    assert_eq!((count, draft.origins.len()), (68, 4 + 18 + 18 + 68 + 35));
}

#[test]
fn the_same_document_gives_the_same_draft() {
    assert_eq!(drafted(seeds::OLDHAM), drafted(seeds::OLDHAM));
}
