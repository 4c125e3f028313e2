//! What a person calls the place of a change: "Action PBC1.2, Deadline".
//!
//! It must not know how anything was merged.

use super::super::columns::Shows;
use super::super::ids::RecordId;
use super::super::plan::{Grid, Objective, Plan, Standing};
use super::by_subject::{ByKey, KeySet};
use super::choice::Joined;
use super::subject::{Field, Subject};

/// The names of some subjects, as one plan gives them.
pub(in crate::model) type Names = ByKey<Subject, String>;

/// Names what is wanted of a plan, unless it has a name already.
pub(in crate::model) fn add_names(plan: &Plan, wanted: &KeySet<Subject>, names: &mut Names) {
    let mut add = |subject: Subject, name: &dyn Fn() -> String| {
        if wanted.contains(&subject) {
            names.entry(subject).or_insert_with(name);
        }
    };
    let record = Subject::Record;
    add(Subject::Plan, &|| "The plan".to_owned());
    for column in &plan.columns {
        add(Subject::Column(column.shows), &|| format!("Column {}", column.heading));
    }
    for status in &plan.statuses {
        add(Subject::Status(status.id), &|| format!("Status {}", status.word));
    }
    for owner in &plan.directory {
        add(record(RecordId::Owner(owner.id)), &|| format!("Owner {}", owner.name));
    }
    for meeting in &plan.meetings {
        add(record(RecordId::Meeting(meeting.id)), &|| format!("Meeting {}", meeting.name));
    }
    for issued in &plan.issued {
        add(record(RecordId::Issued(issued.id)), &|| format!("Pack for {}", issued.title()));
    }
    for (number, note) in (1..).zip(&plan.notes) {
        add(record(RecordId::Note(note.id)), &|| format!("Note {number}"));
    }
    for (grid_index, grid) in plan.grids.iter().enumerate() {
        let grid_name = || name_of_grid(grid, grid_index);
        add(record(RecordId::Grid(grid.id)), &grid_name);
        for (number, one) in (1..).zip(&grid.priorities) {
            add(record(RecordId::Priority(one.id)), &|| format!("{}, key priority {number}", grid_name()));
        }
        for (objective_index, objective) in grid.objectives.iter().enumerate() {
            let objective_name = || name_of_objective(grid, grid_index, objective, objective_index);
            add(record(RecordId::Objective(objective.id)), &objective_name);
            for (number, one) in (1..).zip(&objective.outcomes) {
                add(record(RecordId::Outcome(one.id)), &|| format!("{}, outcome {number}", objective_name()));
            }
            for (action_index, action) in objective.actions.iter().enumerate() {
                let standing = Standing { grid, grid_index, objective, objective_index, action, action_index };
                let name = || format!("Action {}", standing.reference());
                add(record(RecordId::Action(action.id)), &name);
                for (number, one) in (1..).zip(&action.kpis) {
                    add(record(RecordId::Kpi(one.id)), &|| format!("{}, KPI {number}", name()));
                }
                for (number, one) in (1..).zip(&action.milestones) {
                    add(record(RecordId::Milestone(one.id)), &|| format!("{}, milestone {number}", name()));
                }
                for (number, one) in (1..).zip(&action.updates) {
                    add(record(RecordId::Update(one.id)), &|| format!("{}, update {number}", name()));
                }
            }
        }
    }
}

fn name_of_grid(grid: &Grid, index: usize) -> String {
    let title = grid.full_title();
    if title.is_empty() { format!("Grid {}", index + 1) } else { title }
}

fn name_of_objective(grid: &Grid, grid_index: usize, objective: &Objective, index: usize) -> String {
    let reference = objective.reference.trim();
    if reference.is_empty() {
        format!("Objective {}.{}", grid_index + 1, index + 1)
    } else if reference.contains(char::is_whitespace) {
        format!("{reference} of {}", name_of_grid(grid, grid_index))
    } else {
        format!("Objective {reference}")
    }
}

/// A place: the subject's name, and the field in the plan's own headings. A record with one text needs
/// no more than its name.
pub(in crate::model) fn place(plan: &Plan, names: &Names, subject: Subject, field: Field) -> String {
    let name = names.get(&subject).cloned().unwrap_or_default();
    let is_action = matches!(subject, Subject::Record(RecordId::Action(_)));
    let heading = |shows: Shows| plan.heading_of(shows).to_owned();
    let more = match field {
        Field::Existence | Field::Text | Field::Heading => return name,
        Field::Place => "where it stands".to_owned(),
        Field::Order(kind) => format!("order of {}", kind.plural()),
        Field::Description => heading(Shows::Description),
        Field::Owners => heading(Shows::Owners),
        Field::When if is_action => heading(Shows::When),
        Field::Status if is_action => heading(Shows::Status),
        Field::Own(column) => heading(Shows::Own(column)),
        Field::Actual(quarter) => quarter.label(),
        Field::Event => "linked milestones".to_owned(),
        Field::When | Field::Beside | Field::On => "date".to_owned(),
        Field::Accepted(_) => "a finding left as it is".to_owned(),
        Field::Also => "other names".to_owned(),
        other => other.name(),
    };
    format!("{name}, {more}")
}

/// Calls the places of changes what this plan calls them. What is not in it keeps the name it has.
pub fn name_as_in(plan: &Plan, changes: &mut [Joined]) {
    let wanted: KeySet<Subject> = changes.iter().map(|one| one.record).collect();
    let mut names = Names::default();
    add_names(plan, &wanted, &mut names);
    for one in changes.iter_mut().filter(|one| names.contains_key(&one.record)) {
        one.place = place(plan, &names, one.record, one.field);
    }
}
