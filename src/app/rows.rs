//! Row commands into edits: here new records get their ids.

use chrono::NaiveDate;

use crate::dates::When;
use crate::model::{
    Action, ActionId, Edit, Grid, IdMaker, Kpi, Meeting, Milestone, Note, Objective, Outcome, Parent, Place, Plan,
    Priority, Record, RecordId, Shows, Update,
};
use crate::ui::{Reveal, RowCommand, cell_id};

/// What a row command comes to.
pub(super) struct RowEdit {
    pub(super) edit: Edit,
    pub(super) label: String,
    /// What to bring into view afterwards.
    pub(super) reveal: Option<Reveal>,
    /// Where to put the cursor afterwards.
    pub(super) focus: Option<egui::Id>,
}

impl RowEdit {
    fn new(edit: Edit, label: &str) -> Self {
        Self { edit, label: label.to_owned(), reveal: None, focus: None }
    }

    fn insert(parent: Parent, index: usize, record: Record, label: &str) -> Self {
        Self::new(Edit::Insert(Place { parent, index }, record), label)
    }

    fn reveal(mut self, reveal: Reveal) -> Self {
        self.reveal = Some(reveal);
        self
    }

    fn focus(self, record: RecordId, field: &'static str) -> Self {
        self.focus_in("grids", record, field)
    }

    fn focus_in(mut self, view: &'static str, record: RecordId, field: &'static str) -> Self {
        self.focus = Some(cell_id(view, record, field));
        self
    }
}

/// Turns a command into an edit; `None` where it means nothing any more (the row is gone, or is already
/// at the top).
pub(super) fn edit(plan: &Plan, ids: &mut IdMaker, command: RowCommand, as_at: NaiveDate) -> Option<RowEdit> {
    match command {
        RowCommand::AddAction(objective, index) => {
            let action = Action::blank(ids.action());
            let id = action.id;
            let record = Record::Action(Box::new(action));
            let row = RowEdit::insert(Parent::Objective(objective), index, record, "add a row");
            Some(row.reveal(Reveal::ActionForTyping(id)))
        }
        RowCommand::DuplicateAction(id) => duplicate(plan, ids, id),
        RowCommand::MoveActionBy(id, by) => move_by(plan, id, by),
        RowCommand::MoveActionTo(id, objective, index) => {
            let standing = plan.standing(id)?;
            let same = standing.objective.id == objective;
            // The place was counted with the row still in it.
            let index = if same && index > standing.action_index { index - 1 } else { index };
            if same && index == standing.action_index {
                return None;
            }
            Some(RowEdit::new(Edit::move_action(id, objective, index), "move a row").reveal(Reveal::Action(id)))
        }
        RowCommand::CutAction(id) => Some(RowEdit::new(Edit::remove_action(id), "cut a row")),
        // These change nothing by themselves.
        RowCommand::CopyAction(_) | RowCommand::PasteBelow(_) => None,
        RowCommand::RemoveAction(id) => Some(RowEdit::new(Edit::remove_action(id), "delete a row")),
        RowCommand::AddObjective(grid, index) => {
            let mut objective = Objective::blank(ids.objective());
            objective.reference = next_reference(plan.grid(grid)?);
            objective.actions.push(Action::blank(ids.action()));
            let id = objective.id;
            let record = Record::Objective(Box::new(objective));
            let row = RowEdit::insert(Parent::Grid(grid), index, record, "add an objective");
            Some(row.reveal(Reveal::Objective(id)).focus(RecordId::Objective(id), "statement"))
        }
        RowCommand::AddGrid(index) => {
            let mut grid = Grid::blank(ids.grid());
            let numbered = plan.grids.iter().any(|grid| grid.reference.starts_with("Planning grid"));
            if numbered {
                grid.reference = format!("Planning grid {}", plan.grids.len() + 1);
            }
            let id = grid.id;
            let row = RowEdit::insert(Parent::Plan, index, Record::Grid(Box::new(grid)), "add a grid");
            Some(row.reveal(Reveal::Grid(id)).focus(RecordId::Grid(id), "title"))
        }
        RowCommand::AddPriority(grid_id, after) => {
            let grid = plan.grid(grid_id)?;
            let index = after_or_end(&grid.priorities, |one| Some(one.id) == after);
            let priority = Priority { id: ids.priority(), text: String::new() };
            let record = RecordId::Priority(priority.id);
            let row = RowEdit::insert(Parent::Grid(grid_id), index, Record::Priority(priority), "add a key priority");
            Some(row.focus(record, "text"))
        }
        RowCommand::AddOutcome(objective_id, after) => {
            let objective = plan.objective(objective_id)?;
            let index = after_or_end(&objective.outcomes, |one| Some(one.id) == after);
            let outcome = Outcome { id: ids.outcome(), text: String::new() };
            let record = RecordId::Outcome(outcome.id);
            let parent = Parent::Objective(objective_id);
            Some(RowEdit::insert(parent, index, Record::Outcome(outcome), "add an outcome").focus(record, "text"))
        }
        RowCommand::AddKpi(action, index) => {
            let kpi = Kpi::of(ids.kpi(), "");
            let record = RecordId::Kpi(kpi.id);
            let row = RowEdit::insert(Parent::Action(action), index, Record::Kpi(kpi), "add an indicator");
            Some(row.focus_in(view_with(plan, Shows::Kpis), record, "text"))
        }
        RowCommand::AddMilestone(action, index) => {
            let milestone = Milestone::read(ids.milestone(), "", None, &plan.period);
            let record = RecordId::Milestone(milestone.id);
            let inserted = Record::Milestone(Box::new(milestone));
            let row = RowEdit::insert(Parent::Action(action), index, inserted, "add a milestone");
            Some(row.focus_in(view_with(plan, Shows::Milestones), record, "text"))
        }
        RowCommand::AddUpdate(id) => {
            let action = plan.action(id)?;
            let update = Update {
                id: ids.update(),
                on: Some(as_at),
                by: String::new(),
                text: String::new(),
                status: action.status,
            };
            let record = RecordId::Update(update.id);
            let index = action.updates.len();
            let row = RowEdit::insert(Parent::Action(id), index, Record::Update(update), "add an update");
            Some(row.focus_in(view_with(plan, Shows::Progress), record, "text"))
        }
        RowCommand::AddMeeting => {
            let meeting = Meeting { id: ids.meeting(), name: String::new(), when: When::default() };
            let index = plan.meetings.len();
            Some(RowEdit::insert(Parent::Plan, index, Record::Meeting(meeting), "add a board meeting"))
        }
        RowCommand::AddNote => {
            let note = Note { id: ids.note(), text: String::new() };
            Some(RowEdit::insert(Parent::Plan, plan.notes.len(), Record::Note(note), "add a note"))
        }
        RowCommand::RemoveIfEmpty(record) => {
            is_empty(plan, record).then(|| RowEdit::new(Edit::Remove(record), remove_label(record)))
        }
        RowCommand::Remove(record) => Some(RowEdit::new(Edit::Remove(record), remove_label(record))),
    }
}

/// Whether a record of one line, or an update, has nothing written in it.
fn is_empty(plan: &Plan, record: RecordId) -> bool {
    match plan.record(record) {
        Some(Record::Priority(one)) => one.text.trim().is_empty(),
        Some(Record::Outcome(one)) => one.text.trim().is_empty(),
        Some(Record::Kpi(one)) => one.text.trim().is_empty() && one.measure.is_blank(),
        Some(Record::Milestone(one)) => one.text().trim().is_empty() && one.beside().is_none(),
        Some(Record::Update(one)) => one.text.trim().is_empty(),
        _ => false,
    }
}

/// The view whose cell takes the cursor: the form where it has the column, the inspector otherwise.
fn view_with(plan: &Plan, shows: Shows) -> &'static str {
    if plan.has_column(shows) { "grids" } else { "inspector" }
}

fn after_or_end<T>(list: &[T], is_it: impl Fn(&T) -> bool) -> usize {
    list.iter().position(is_it).map_or(list.len(), |index| index + 1)
}

fn remove_label(record: RecordId) -> &'static str {
    match record {
        RecordId::Grid(_) => "delete a grid",
        RecordId::Priority(_) => "delete a key priority",
        RecordId::Objective(_) => "delete an objective",
        RecordId::Action(_) => "delete a row",
        RecordId::Outcome(_) => "delete an outcome",
        RecordId::Kpi(_) => "delete an indicator",
        RecordId::Milestone(_) => "delete a milestone",
        RecordId::Update(_) => "delete an update",
        RecordId::Note(_) => "delete a note",
        RecordId::Meeting(_) => "delete a board meeting",
        RecordId::Owner(_) => "delete an owner",
        RecordId::Issued(_) => "forget an issued pack",
    }
}

/// "Objective 4" after "Objective 3", "PBC3" after "PBC2"; nothing where the references follow no rule.
fn next_reference(grid: &Grid) -> String {
    let Some(last) = grid.objectives.last() else { return "Objective 1".to_owned() };
    let digits = last.reference.chars().rev().take_while(char::is_ascii_digit).count();
    let (word, number) = last.reference.split_at(last.reference.len() - digits);
    number.parse::<u32>().map(|number| format!("{word}{}", number + 1)).unwrap_or_default()
}

fn duplicate(plan: &Plan, ids: &mut IdMaker, id: ActionId) -> Option<RowEdit> {
    let standing = plan.standing(id)?;
    let mut copy = standing.action.clone();
    copy.id = ids.action();
    for kpi in &mut copy.kpis {
        kpi.id = ids.kpi();
    }
    for milestone in &mut copy.milestones {
        milestone.id = ids.milestone();
    }
    // What was said of one action was not said of its copy.
    copy.updates.clear();
    let new = copy.id;
    let parent = Parent::Objective(standing.objective.id);
    let record = Record::Action(Box::new(copy));
    let row = RowEdit::insert(parent, standing.action_index + 1, record, "duplicate a row");
    Some(row.reveal(Reveal::ActionForTyping(new)))
}

/// Moves an action one place up or down, at the end of an objective into the next one.
fn move_by(plan: &Plan, id: ActionId, by: isize) -> Option<RowEdit> {
    let standing = plan.standing(id)?;
    let objectives: Vec<_> = plan.grids.iter().flat_map(|grid| &grid.objectives).collect();
    let here = objectives.iter().position(|one| one.id == standing.objective.id)?;
    let (objective, index) = match standing.action_index.checked_add_signed(by) {
        Some(index) if index < standing.objective.actions.len() => (standing.objective.id, index),
        None => {
            let before = objectives.get(here.checked_sub(1)?)?;
            (before.id, before.actions.len())
        }
        Some(_) => (objectives.get(here + 1)?.id, 0),
    };
    Some(RowEdit::new(Edit::move_action(id, objective, index), "move a row").reveal(Reveal::Action(id)))
}
