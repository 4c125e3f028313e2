//! A plan as a person wrote it: its words and nothing else, from a plan file or from `show --json`.

use planning_grid::model::{Milestone, Plan, Shows};
use serde_json::Value;

/// The words of a plan, in the order of its paper.
#[derive(Debug, PartialEq)]
pub(super) struct Written {
    pub(super) front_matter: String,
    pub(super) columns: Vec<String>,
    pub(super) grids: Vec<WrittenGrid>,
}

#[derive(Debug, PartialEq)]
pub(super) struct WrittenGrid {
    pub(super) reference: String,
    pub(super) title: String,
    pub(super) priorities_heading: String,
    pub(super) priorities: Vec<String>,
    pub(super) objectives: Vec<WrittenObjective>,
}

#[derive(Debug, PartialEq)]
pub(super) struct WrittenObjective {
    pub(super) reference: String,
    pub(super) statement: String,
    /// Each action's cells, in the order of the plan's columns.
    pub(super) actions: Vec<Vec<String>>,
    pub(super) outcomes: Vec<String>,
}

/// The columns of the two samples, in an order of our own, with the names that `show --json` gives them.
const FIELDS: [(Shows, &str); 6] = [
    (Shows::Owners, "owners_written"),
    (Shows::Description, "description"),
    (Shows::When, "when"),
    (Shows::Kpis, "kpis"),
    (Shows::Milestones, "milestones"),
    (Shows::Progress, "updates"),
];

impl From<&Plan> for Written {
    fn from(plan: &Plan) -> Self {
        let lines = |lines: &mut dyn Iterator<Item = &str>| lines.collect::<Vec<_>>().join("\n");
        let cell = |action: &planning_grid::model::Action, shows| match shows {
            Shows::Owners => action.owners.written().to_owned(),
            Shows::Description => action.description.clone(),
            Shows::When => action.when.written().to_owned(),
            Shows::Kpis => lines(&mut action.kpis.iter().map(|kpi| kpi.text.as_str())),
            Shows::Milestones => lines(&mut action.milestones.iter().map(Milestone::text)),
            Shows::Progress => lines(&mut action.updates.iter().map(|update| update.text.as_str())),
            other => panic!("no sample has the column {other:?}"),
        };
        let objective = |objective: &planning_grid::model::Objective| WrittenObjective {
            reference: objective.reference.clone(),
            statement: objective.statement.clone(),
            actions: objective
                .actions
                .iter()
                .map(|action| plan.columns.iter().map(|column| cell(action, column.shows)).collect())
                .collect(),
            outcomes: objective.outcomes.iter().map(|outcome| outcome.text.clone()).collect(),
        };
        let grid = |grid: &planning_grid::model::Grid| WrittenGrid {
            reference: grid.reference.clone(),
            title: grid.title.clone(),
            priorities_heading: grid.priorities_heading.clone(),
            priorities: grid.priorities.iter().map(|priority| priority.text.clone()).collect(),
            objectives: grid.objectives.iter().map(objective).collect(),
        };
        Self {
            front_matter: plan.front_matter.clone(),
            columns: plan.columns.iter().map(|column| column.heading.clone()).collect(),
            grids: plan.grids.iter().map(grid).collect(),
        }
    }
}

impl Written {
    /// Reads what `show --json` prints. The order of the columns is not in it, so it is given.
    pub(super) fn from_json(plan: &Value, columns: &[Shows]) -> Self {
        let fields: Vec<&str> = columns
            .iter()
            .map(|shows| FIELDS.into_iter().find(|(known, _)| known == shows).expect("a column of a sample").1)
            .collect();
        let objective = |objective: &Value| WrittenObjective {
            reference: text(&objective["reference"]),
            statement: text(&objective["statement"]),
            actions: list(&objective["actions"])
                .iter()
                .map(|action| fields.iter().map(|field| text(&action[field])).collect())
                .collect(),
            outcomes: list(&objective["outcomes"]).iter().map(text).collect(),
        };
        let grid = |grid: &Value| WrittenGrid {
            reference: text(&grid["reference"]),
            title: text(&grid["title"]),
            priorities_heading: text(&grid["priorities_heading"]),
            priorities: list(&grid["priorities"]).iter().map(text).collect(),
            objectives: list(&grid["objectives"]).iter().map(objective).collect(),
        };
        Self {
            front_matter: text(&plan["front_matter"]),
            columns: list(&plan["columns"]).iter().map(text).collect(),
            grids: list(&plan["grids"]).iter().map(grid).collect(),
        }
    }

    /// Every objective, in order.
    pub(super) fn objectives(&self) -> impl Iterator<Item = &WrittenObjective> {
        self.grids.iter().flat_map(|grid| &grid.objectives)
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("{value} is no list"))
}

/// The words of a value: a text; those of a date; those of a list, a line each.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(parts) => parts.iter().map(text).collect::<Vec<_>>().join("\n"),
        Value::Object(parts) => text(parts.get("text").or_else(|| parts.get("written")).expect("words")),
        other => panic!("{other} holds no words"),
    }
}
