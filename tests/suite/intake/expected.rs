//! What must come out of a document: read from a file beside it or taken from a plan, and held against a draft.

use std::collections::BTreeMap;

use planning_grid::intake::Draft;
use planning_grid::model::{Action, Milestone, Plan, Shows};
use serde_json::Value;

/// A plan as far as a document gives it, all in words.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Expected {
    /// Title, period and headings of the columns.
    frame: Vec<String>,
    grids: Vec<Grid>,
}

#[derive(Debug, PartialEq, Eq)]
struct Grid {
    title: String,
    priorities: Vec<String>,
    objectives: Vec<Objective>,
}

#[derive(Debug, PartialEq, Eq)]
struct Objective {
    statement: String,
    actions: Vec<BTreeMap<String, String>>,
    outcomes: Vec<String>,
}

/// How much of what was expected came out.
#[derive(Debug, Default)]
pub(crate) struct Score {
    pub(crate) actions: usize,
    pub(crate) actions_expected: usize,
    pub(crate) cells: usize,
    pub(crate) cells_expected: usize,
    /// What differs, a sentence each.
    pub(crate) wrong: Vec<String>,
}

impl Expected {
    /// From a plan that a person made of the same document.
    pub(crate) fn of_plan(plan: &Plan) -> Self {
        let mut frame = vec![plan.title.clone(), plan.period.label.clone()];
        frame.extend(plan.columns.iter().map(|column| column.heading.clone()));
        let grids = plan.grids.iter().map(|grid| Grid {
            title: named(&grid.reference, &grid.title),
            priorities: grid.priorities.iter().map(|priority| tidy(&priority.text)).collect(),
            objectives: grid
                .objectives
                .iter()
                .map(|objective| Objective {
                    statement: named(&objective.reference, &objective.statement),
                    actions: objective.actions.iter().map(|action| cells(plan, action)).collect(),
                    outcomes: objective.outcomes.iter().map(|outcome| tidy(&outcome.text)).collect(),
                })
                .collect(),
        });
        Self { frame, grids: grids.collect() }
    }

    /// From the file beside a document.
    pub(crate) fn of_json(value: &Value) -> Self {
        let text = |value: &Value| tidy(value.as_str().unwrap());
        let list = |value: &Value| value.as_array().into_iter().flatten().map(text).collect::<Vec<_>>();
        let mut frame = vec![text(&value["title"]), text(&value["period"])];
        frame.extend(list(&value["columns"]));
        let action = |value: &Value| {
            let cells = value.as_object().unwrap().iter();
            cells.map(|(heading, cell)| (heading.clone(), text(cell))).filter(|(_, cell)| !cell.is_empty()).collect()
        };
        let objective = |value: &Value| Objective {
            statement: text(&value["statement"]),
            actions: value["actions"].as_array().unwrap().iter().map(action).collect(),
            outcomes: list(&value["outcomes"]),
        };
        let grid = |value: &Value| Grid {
            title: text(&value["title"]),
            priorities: list(&value["priorities"]),
            objectives: value["objectives"].as_array().unwrap().iter().map(objective).collect(),
        };
        Self { frame, grids: value["grids"].as_array().unwrap().iter().map(grid).collect() }
    }

    /// Holds a draft against it, part by part and cell by cell.
    pub(crate) fn score(&self, draft: &Draft) -> Score {
        let found = Self::of_plan(&draft.plan);
        let mut score = Score::default();
        if found.frame != self.frame {
            score.wrong.push(format!("{:?} instead of {:?}", found.frame, self.frame));
        }
        if found.shape() != self.shape() {
            score.wrong.push(format!("the parts are {:#?} instead of {:#?}", found.shape(), self.shape()));
        }
        let (theirs, ours) = (found.objectives(), self.objectives());
        for (at, objective) in ours.iter().enumerate() {
            let found = theirs.get(at).map(|found| found.actions.as_slice()).unwrap_or_default();
            for (at, action) in objective.actions.iter().enumerate() {
                score.actions_expected += 1;
                score.actions += usize::from(found.get(at).is_some());
                for heading in &self.frame[2..] {
                    let expected = action.get(heading);
                    let found = found.get(at).and_then(|found| found.get(heading));
                    score.cells_expected += 1;
                    if found == expected {
                        score.cells += 1;
                    } else {
                        let under = &objective.statement;
                        score.wrong.push(format!("{under}: {heading}: {found:?} instead of {expected:?}"));
                    }
                }
            }
        }
        score
    }

    fn objectives(&self) -> Vec<&Objective> {
        self.grids.iter().flat_map(|grid| &grid.objectives).collect()
    }

    /// Everything but the cells: the parts in order, and how many actions each objective has.
    fn shape(&self) -> Vec<String> {
        let mut shape = Vec::new();
        for grid in &self.grids {
            shape.push(format!("grid {}", grid.title));
            shape.extend(grid.priorities.iter().map(|priority| format!("priority {priority}")));
            for objective in &grid.objectives {
                shape.push(format!("objective {}: {} actions", objective.statement, objective.actions.len()));
                shape.extend(objective.outcomes.iter().map(|outcome| format!("outcome {outcome}")));
            }
        }
        shape
    }
}

/// A reference and the words after it. A document parts them by a space or by a colon, and need not by both.
fn named(reference: &str, text: &str) -> String {
    tidy(&format!("{reference} {text}"))
}

/// The lines of a text with single spaces between their words.
fn tidy(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A day with its year in two figures: a sheet shows a real date in whatever form its reader likes.
fn day(when: &str) -> String {
    match when.rsplit_once("/20") {
        Some((day, year)) if when.len() == "31/03/2017".len() => format!("{day}/{year}"),
        _ => when.to_owned(),
    }
}

/// The cells of an action that hold something, by their headings.
fn cells(plan: &Plan, action: &Action) -> BTreeMap<String, String> {
    let lines = |lines: &mut dyn Iterator<Item = &str>| lines.collect::<Vec<_>>().join("\n");
    let cell = |shows: Shows| match shows {
        Shows::Description => action.description.clone(),
        Shows::Owners => action.owners.written().to_owned(),
        Shows::When => day(action.when.written()),
        Shows::Kpis => lines(&mut action.kpis.iter().map(|kpi| kpi.text.as_str())),
        Shows::Milestones => lines(&mut action.milestones.iter().map(Milestone::text)),
        Shows::Progress => lines(&mut action.updates.iter().map(|update| update.text.as_str())),
        Shows::Own(column) => action.own.get(&column).cloned().unwrap_or_default(),
        Shows::Status => plan.status_of(action.status).map(|status| status.word.clone()).unwrap_or_default(),
        Shows::Reference => String::new(),
    };
    let cells = plan.columns.iter().map(|column| (column.heading.clone(), tidy(&cell(column.shows))));
    cells.filter(|(_, cell)| !cell.is_empty()).collect()
}
