//! The page as a list of blocks: what stands under what, from the plan and from what was searched for.

use std::collections::HashSet;

use crate::model::search::Part;
use crate::model::{Action, ActionId, Grid, GridId, Kpi, Objective, ObjectiveId, Plan, Shows};
use crate::ui::measures::LINE;
use crate::ui::theme::text;
use crate::ui::view::View;

/// A piece of the page that is laid out as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Block {
    /// The plan's front matter.
    FrontMatter,
    /// A grid's title.
    GridTitle(GridId),
    /// A grid's key priorities.
    Priorities(GridId),
    /// An objective's reference and statement, with the heading row of its table.
    Objective(ObjectiveId),
    /// A row of the table.
    Action(ActionId),
    /// The foot of an objective: a new row, and the expected outcomes.
    ObjectiveFoot(ObjectiveId),
    /// The foot of a grid: a new objective.
    GridFoot(GridId),
    /// The foot of the plan: a new grid.
    PlanFoot,
}

/// A block and where in the plan it comes from, by position.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) block: Block,
    pub(super) grid: usize,
    pub(super) objective: usize,
    pub(super) action: usize,
}

impl Entry {
    pub(super) fn grid_of(self, plan: &Plan) -> Option<&Grid> {
        plan.grids.get(self.grid)
    }

    pub(super) fn objective_of(self, plan: &Plan) -> Option<&Objective> {
        self.grid_of(plan)?.objectives.get(self.objective)
    }

    pub(super) fn action_of(self, plan: &Plan) -> Option<&Action> {
        self.objective_of(plan)?.actions.get(self.action)
    }
}

/// What a search found, for quick asking. `None` while nothing is searched for.
struct Found {
    actions: HashSet<ActionId>,
    parts: HashSet<Part>,
}

/// Lists the blocks of the page. While something is searched for, only what was found is listed, under
/// the headings it stands under, and nothing can be added in between.
pub(super) fn list(view: &View<'_>) -> Vec<Entry> {
    let plan = view.plan;
    let found = view.found.map(|actions| Found {
        actions: actions.iter().copied().collect(),
        parts: view.found_parts.iter().copied().collect(),
    });
    let mut entries = Vec::new();
    if found.is_none() && !plan.front_matter.is_empty() {
        entries.push(Entry { block: Block::FrontMatter, grid: 0, objective: 0, action: 0 });
    }
    for (grid_index, grid) in plan.grids.iter().enumerate() {
        list_grid(grid_index, grid, !plan.headings.priorities.is_empty(), found.as_ref(), &mut entries);
    }
    if found.is_none() {
        entries.push(Entry { block: Block::PlanFoot, grid: plan.grids.len(), objective: 0, action: 0 });
    }
    entries
}

fn list_grid(
    grid_index: usize,
    grid: &Grid,
    forms_have_priorities: bool,
    found: Option<&Found>,
    entries: &mut Vec<Entry>,
) {
    let start = entries.len();
    let entry = |block, objective, action| Entry { block, grid: grid_index, objective, action };
    let grid_found = found.is_none_or(|found| found.parts.contains(&Part::Grid(grid.id)));
    entries.push(entry(Block::GridTitle(grid.id), 0, 0));
    let form_has_priorities =
        forms_have_priorities || !grid.priorities.is_empty() || !grid.priorities_heading.is_empty();
    if grid_found && form_has_priorities {
        entries.push(entry(Block::Priorities(grid.id), 0, 0));
    }
    let mut any = grid_found;
    for (objective_index, objective) in grid.objectives.iter().enumerate() {
        let whole = found.is_none_or(|found| found.parts.contains(&Part::Objective(objective.id)));
        let shown: Vec<usize> = (0..objective.actions.len())
            .filter(|index| found.is_none_or(|found| found.actions.contains(&objective.actions[*index].id)))
            .collect();
        if !whole && shown.is_empty() {
            continue;
        }
        any = true;
        entries.push(entry(Block::Objective(objective.id), objective_index, 0));
        for index in shown {
            entries.push(entry(Block::Action(objective.actions[index].id), objective_index, index));
        }
        if whole {
            entries.push(entry(Block::ObjectiveFoot(objective.id), objective_index, 0));
        }
    }
    if found.is_none() {
        entries.push(entry(Block::GridFoot(grid.id), 0, 0));
    } else if !any {
        entries.truncate(start);
    }
}

/// A guess at a block's height, from how much is written in it: good enough for a scroll bar.
pub(super) fn estimated_height(entry: Entry, plan: &Plan, page_width: f32) -> f32 {
    let line = text::line_height(text::BODY);
    match entry.block {
        Block::FrontMatter => 44.0 + lines(&plan.front_matter, page_width) * line,
        Block::GridTitle(_) => 62.0,
        Block::Priorities(_) => entry.grid_of(plan).map_or(0.0, |grid| {
            let priorities: f32 = grid.priorities.iter().map(|one| lines(&one.text, page_width - 70.0)).sum();
            96.0 + priorities * line
        }),
        Block::Objective(_) => entry
            .objective_of(plan)
            .map_or(0.0, |objective| 66.0 + lines(&objective.statement, page_width - 90.0) * line),
        Block::Action(_) => entry.action_of(plan).map_or(0.0, |action| action_height(action, plan, page_width)),
        Block::ObjectiveFoot(_) => entry.objective_of(plan).map_or(0.0, |objective| {
            let outcomes: f32 = objective.outcomes.iter().map(|one| lines(&one.text, page_width - 30.0)).sum();
            90.0 + outcomes * line
        }),
        Block::GridFoot(_) => 50.0,
        Block::PlanFoot => 90.0,
    }
}

/// A KPI with, where it is counted, the small line of its course.
fn kpi_lines(kpi: &Kpi, width: f32) -> f32 {
    let course = if kpi.measure.is_blank() { 0.0 } else { LINE / text::line_height(text::BODY) };
    lines(&kpi.text, width) + 0.3 + course
}

fn action_height(action: &Action, plan: &Plan, page_width: f32) -> f32 {
    let total: f32 = plan.columns.iter().map(|column| column.shows.weight()).sum();
    let rows = plan.columns.iter().map(|column| {
        let width = (page_width - 34.0) * column.shows.weight() / total - 20.0;
        match column.shows {
            Shows::Description => lines(&action.description, width),
            Shows::Owners => lines(action.owners.written(), width),
            Shows::When => lines(action.when.written(), width) + 1.0,
            Shows::Kpis => action.kpis.iter().map(|kpi| kpi_lines(kpi, width)).sum::<f32>() + 0.5,
            Shows::Milestones => action.milestones.iter().map(|one| lines(one.text(), width) + 1.1).sum::<f32>() + 0.5,
            Shows::Progress => {
                let earlier = if action.updates.len() > 1 { 1.2 } else { 0.0 };
                action.newest_update().map_or(1.0, |update| lines(&update.text, width) + 1.0 + earlier)
            }
            Shows::Own(id) => action.own.get(&id).map_or(1.0, |text| lines(text, width)),
            Shows::Reference | Shows::Status => 1.0,
        }
    });
    rows.fold(1.0, f32::max) * text::line_height(text::BODY) + 16.0
}

/// How many lines a text takes at this width, about: a letter is half as wide as it is high.
fn lines(text: &str, width: f32) -> f32 {
    let per_line = (width / (text::BODY * 0.49)).max(6.0);
    text.split('\n')
        .map(|line| {
            #[expect(clippy::cast_precision_loss, reason = "an estimate")]
            let letters = line.len() as f32;
            (letters / per_line).ceil().max(1.0)
        })
        .sum()
}
