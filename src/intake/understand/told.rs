//! Lines, rows and tables of which a person said what they are. That holds before every rule.

use super::layout;
use super::lines::{self, Said};
use super::reading::{Place, Reading, Target, append};
use super::row::Seen;
use crate::intake::corrections::PartIs;
use crate::intake::draft::Became;
use crate::intake::source::{Line, Origin, Row, Table};
use crate::model::{Action, Objective, RecordId, Shows};

impl Reading {
    pub(super) fn line_as_told(&mut self, line: &Line, is: PartIs) {
        let (text, origin) = (line.text.trim(), &line.origin);
        match is {
            PartIs::Action => {
                let mut action = Action::blank(self.ids.action());
                self.origins.insert(RecordId::Action(action.id), origin.clone());
                self.fill(&mut action, Shows::Description, text, origin);
                self.objective(origin).actions.push(action);
                self.place = Place::Actions;
            }
            // A line has no columns to head.
            PartIs::Headings => self.recognise(text, origin),
            PartIs::LeftOut => self.leave_out_as_told(text, origin),
            _ => self.text_as_told(text, origin, is),
        }
    }

    /// Takes a row for what a person said it is, and says how many rows that were.
    pub(super) fn row_as_told(&mut self, table: &Table, row: &Row, is: PartIs) -> usize {
        match is {
            PartIs::Headings => {
                let at = table.rows.iter().position(|other| other.origin == row.origin).unwrap_or_default();
                return self.headings(row, table.rows.get(at + 1), layout::any_headings(row));
            }
            PartIs::Action | PartIs::MoreOfAbove if !self.has_columns_for(table) => {
                for cell in &row.cells {
                    self.leave_out(&cell.text, &cell.origin);
                }
            }
            PartIs::Action => self.action_as_told(row),
            PartIs::MoreOfAbove => self.more_as_told(row),
            PartIs::LeftOut => self.leave_out_row(row),
            PartIs::Grid | PartIs::Priority | PartIs::Objective | PartIs::Outcome => {
                let text = Seen::new(row, &[]).joined();
                self.text_as_told(&text, &row.origin, is);
            }
        }
        1
    }

    /// Keeps a row out of the plan because a person said so.
    pub(super) fn leave_out_row(&mut self, row: &Row) {
        for cell in &row.cells {
            self.leave_out_as_told(&cell.text, &cell.origin);
        }
        self.became.insert(row.origin.clone(), Became::LeftOut);
    }

    fn text_as_told(&mut self, text: &str, origin: &Origin, is: PartIs) {
        match is {
            PartIs::Grid => self.open_grid(text, origin),
            PartIs::Objective => {
                let (reference, marks, statement) = match lines::read(text) {
                    Said::Objective { reference, marks, statement } => (reference, marks, statement),
                    _ => ("", "", text),
                };
                self.start_objective(reference, statement, origin);
                self.recognise(marks, origin);
            }
            PartIs::Priority => {
                let (number, text) = match lines::read(text) {
                    Said::Numbered { number, text } => (number, text),
                    _ => ("", text),
                };
                self.recognise(number, origin);
                self.add_priority(text, origin);
                self.place = Place::Priorities;
            }
            PartIs::Outcome => {
                self.add_outcome(&Line { text: text.to_owned(), origin: origin.clone(), ..Line::default() });
                self.place = Place::Outcomes;
            }
            _ => self.more_of_above(text, origin),
        }
    }

    /// Adds a text to what stands above it, whatever that is.
    fn more_of_above(&mut self, text: &str, origin: &Origin) {
        let joint = if lines::goes_on(text) { " " } else { "\n" };
        match self.place {
            Place::Front => self.front.push(text.to_owned()),
            Place::Grid => append(&mut self.grid(origin).title, text, " "),
            Place::Priorities => match self.last_priority() {
                Some(priority) => append(priority, text, joint),
                None => self.add_priority(text, origin),
            },
            Place::Statement => append(&mut self.objective(origin).statement, text, joint),
            Place::Actions => match self.objective(origin).actions.last_mut() {
                Some(action) => append(&mut action.description, text, joint),
                None => append(&mut self.objective(origin).statement, text, joint),
            },
            Place::Outcomes => match self.objective(origin).outcomes.last_mut() {
                Some(outcome) => append(&mut outcome.text, text, joint),
                None => append(&mut self.objective(origin).statement, text, joint),
            },
        }
    }

    /// Whether it is known what the columns of a table hold; where nothing tells, they are guessed.
    fn has_columns_for(&mut self, table: &Table) -> bool {
        !self.layout.is_empty() || self.guess_columns(table)
    }

    fn action_as_told(&mut self, row: &Row) {
        let slots = std::mem::take(&mut self.layout);
        let seen = Seen::new(row, &slots);
        self.open_by_columns(seen);
        let mut action = Action::blank(self.ids.action());
        self.origins.insert(RecordId::Action(action.id), row.origin.clone());
        let above = self.objective(&row.origin).actions.last().cloned();
        self.fill_from(&mut action, seen, above.as_ref());
        self.objective(&row.origin).actions.push(action);
        self.place = Place::Actions;
        self.layout = slots;
    }

    fn more_as_told(&mut self, row: &Row) {
        let slots = std::mem::take(&mut self.layout);
        let seen = Seen::new(row, &slots);
        match self.objective(&row.origin).actions.pop() {
            Some(mut above) => {
                self.keep_cells_beside(seen);
                self.fill_from(&mut above, seen, None);
                self.objective(&row.origin).actions.push(above);
            }
            None => self.more_of_above(&seen.joined(), &row.origin),
        }
        self.layout = slots;
    }

    /// The words of columns that open an objective or a grid, in a row that opens none.
    fn keep_cells_beside(&mut self, seen: Seen<'_>) {
        for cell in seen.row.cells.iter().filter(|cell| !cell.continues) {
            let target = seen.slot_of(cell).map(|slot| slot.target);
            if matches!(target, Some(Target::Objective | Target::Theme)) {
                let text = cell.text.trim();
                let last = self.plan.grids.last().and_then(|grid| grid.objectives.last());
                let is_there = last.is_some_and(|last| last.statement.contains(text));
                if is_there { self.recognise(text, &cell.origin) } else { self.leave_out(text, &cell.origin) }
            }
        }
    }

    /// Moves actions to the objectives that a person said they belong to. One that stood above its new objective
    /// becomes the first of it, any other the last.
    pub(super) fn move_as_told(&mut self) {
        for (place, to) in std::mem::take(&mut self.told.moves) {
            let is_target = |objective: &Objective| self.origins.get(&RecordId::Objective(objective.id)) == Some(&to);
            let comes_from = |action: &Action| self.origins.get(&RecordId::Action(action.id)) == Some(&place);
            let mut objectives = self.plan.grids.iter_mut().flat_map(|grid| &mut grid.objectives);
            let Some(at) = objectives.position(|objective| is_target(objective)) else { continue };
            let mut moved = Vec::new();
            let mut from = 0;
            for (index, objective) in self.plan.grids.iter_mut().flat_map(|grid| &mut grid.objectives).enumerate() {
                if index != at && objective.actions.iter().any(&comes_from) {
                    from = index;
                    moved.extend(objective.actions.extract_if(.., |action| comes_from(action)));
                }
            }
            let mut objectives = self.plan.grids.iter_mut().flat_map(|grid| &mut grid.objectives);
            if let Some(target) = objectives.nth(at) {
                let place = if from < at { 0 } else { target.actions.len() };
                target.actions.splice(place..place, moved);
            }
        }
    }
}
