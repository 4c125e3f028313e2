//! Oldham, 2010/11.

use planning_grid::model::Shows;

use super::opened;
use super::written::Written;
use crate::commands::show;
use crate::support::seeds;
use crate::support::words::assert_same_words;

const FILE: &str = "oldham-2010-11.ron";
const COLUMNS: [Shows; 3] = [Shows::Description, Shows::When, Shows::Owners];

/// The seed without the marks of bold type and of a list, which are no words of the plan.
fn seed_without_marks() -> String {
    let mut plain = String::new();
    for (number, part) in seeds::OLDHAM.split(['<', '>']).enumerate() {
        // Every other part stands between "<" and ">".
        plain.push_str(if number % 2 == 0 { part } else { " " });
    }
    plain.replace("**", "")
}

/// The whole paper again, written out from the plan: headings, numbers and tables included.
fn paper(plan: &Written) -> Vec<String> {
    let mut lines = vec![plan.front_matter.clone()];
    for grid in &plan.grids {
        lines.push(format!("{}: {}", grid.reference, grid.title));
        lines.push(grid.priorities_heading.clone());
        lines.extend((1..).zip(&grid.priorities).map(|(number, text)| format!("{number}. {text}")));
        for objective in &grid.objectives {
            lines.push(format!("{}: {}", objective.reference, objective.statement));
            lines.push("Delivery Plan:".to_owned());
            lines.push(plan.columns.join("\t"));
            // A cell with line breaks was one line of the seed.
            lines.extend(objective.actions.iter().map(|cells| cells.join("\t").replace('\n', " ")));
            lines.push("Expected outcomes:".to_owned());
            lines.extend(objective.outcomes.iter().cloned());
        }
    }
    lines.iter().flat_map(|line| line.lines().map(str::to_owned)).collect()
}

/// The plan by both ways out of its file.
fn both() -> [Written; 2] {
    [Written::from(&opened(FILE)), Written::from_json(&show(FILE), &COLUMNS)]
}

#[test]
fn every_word_of_the_seed_is_in_the_sample_in_its_order() {
    for plan in both() {
        assert_same_words(&seed_without_marks(), &paper(&plan).join("\n"));
    }
}

#[test]
fn every_line_and_every_cell_of_the_seed_is_one_of_the_sample() {
    let cells =
        |line: &str| line.split('\t').map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    let seed = seed_without_marks();
    let expected: Vec<Vec<String>> = seed.lines().filter(|line| !line.trim().is_empty()).map(cells).collect();
    for plan in both() {
        let found: Vec<Vec<String>> = paper(&plan).iter().map(|line| cells(line)).collect();
        for (expected, found) in expected.iter().zip(&found) {
            assert_eq!(expected, found);
        }
        assert_eq!(expected.len(), found.len());
    }
}

#[test]
fn the_sample_has_every_grid_priority_objective_action_and_outcome() {
    for plan in both() {
        let priority_count: usize = plan.grids.iter().map(|grid| grid.priorities.len()).sum();
        let action_count: usize = plan.objectives().map(|objective| objective.actions.len()).sum();
        let outcome_count: usize = plan.objectives().map(|objective| objective.outcomes.len()).sum();
        let counts = [plan.grids.len(), priority_count, plan.objectives().count(), action_count, outcome_count];
        assert_eq!(counts, [4, 18, 18, 68, 35]);
    }
}

#[test]
fn the_plan_keeps_its_own_headings_for_its_parts() {
    let plan = opened(FILE);
    assert_eq!(
        (plan.headings.delivery_plan.as_str(), plan.headings.outcomes.as_str()),
        ("Delivery Plan:", "Expected outcomes:")
    );
    assert_eq!(plan.columns.iter().map(|column| column.shows).collect::<Vec<_>>(), COLUMNS);
}
