//! Tables, row by row: headings, statements, actions, and rows that go on with the action above.

use super::cells::{is_blank, is_point};
use super::layout::{self, Heading};
use super::lines::{self, Said};
use super::reading::{Place, Reading, Target};
use super::row::Seen;
use crate::intake::headings::{Meaning, exactly};
use crate::intake::source::{Cell, Line, Origin, Row, Table};
use crate::model::{Action, RecordId, Shows};

/// The most letters of a reference; what is longer in a column of references is a title.
const LONGEST_REFERENCE: usize = 8;

impl Reading {
    pub(super) fn table(&mut self, table: &Table) {
        self.tables += 1;
        self.may_guess = true;
        if self.told.skipped.contains(&table.origin) {
            table.rows.iter().for_each(|row| self.leave_out_row(row));
            return;
        }
        self.begin_table(table);
        let mut at = 0;
        while let Some(row) = table.rows.get(at) {
            let before = self.standing();
            let told = self.told.parts.get(&row.origin).copied();
            let taken = match told {
                Some(is) => self.row_as_told(table, row, is),
                None => self.row_by_rules(table, at),
            };
            if told.is_some() {
                // Who said what it is has no doubts.
                self.unsure.truncate(before.unsure);
            }
            for row in &table.rows[at..at + taken] {
                self.note(&row.origin, &before);
            }
            at += taken;
        }
    }

    /// Takes the row at `at` for what it looks like, and says how many rows that were: headings may stand in two.
    fn row_by_rules(&mut self, table: &Table, at: usize) -> usize {
        let (row, below) = (&table.rows[at], &table.rows[at + 1..]);
        if row.cells.iter().all(|cell| is_blank(&cell.text)) {
            self.recognise_row(row);
        } else if let Some(headings) = self.headings_of(row) {
            return self.headings(row, below.first(), headings);
        } else if below.first().is_some_and(|below| layout::is_above_headings(row, below)) {
            return self.headings(row, below.first(), layout::any_headings(row));
        } else if let Some(line) = line_of(row) {
            self.line(&line, &[]);
        } else if let Some(title) = self.title_of(row) {
            self.title_row(title, below);
        } else if self.layout.is_empty() && !self.guess_columns(table) {
            for cell in &row.cells {
                self.leave_out(&cell.text, &cell.origin);
            }
        } else {
            self.row(row, below, at == 0);
        }
        1
    }

    /// Takes a row as headings, and the one below it where it goes on with them.
    pub(super) fn headings(&mut self, row: &Row, below: Option<&Row>, headings: Vec<Heading>) -> usize {
        self.recognise_row(row);
        let below = below.filter(|second| !self.told.parts.contains_key(&second.origin));
        let whole = below.and_then(|second| layout::with_second_row(&headings, second));
        let taken = 1 + usize::from(whole.is_some());
        if let Some(second) = below.filter(|_| whole.is_some()) {
            self.recognise_row(second);
        }
        self.use_headings(whole.unwrap_or(headings));
        taken
    }

    /// A title across a table: of a grid where another title stands below it or the objectives have a column, and
    /// else of an objective.
    fn title_row(&mut self, title: &Cell, below: &[Row]) {
        let (text, origin) = (title.text.trim(), &title.origin);
        let is_above_title = below.first().is_some_and(|row| line_of(row).is_some() || self.title_of(row).is_some());
        let has_objectives = self.layout.iter().any(|slot| slot.target == Target::Objective);
        if is_above_title || has_objectives {
            self.start_grid("", text, origin);
        } else {
            self.start_objective("", text, origin);
        }
    }

    /// The only words of a row, where they stand across more than half of it, or are words in a column of references.
    fn title_of<'row>(&self, row: &'row Row) -> Option<&'row Cell> {
        let cell = only_cell(row).filter(|cell| !is_point(&cell.text))?;
        let width: usize = row.cells.iter().map(|cell| cell.columns.max(1)).sum();
        let is_across = cell.columns > 1 && cell.columns * 2 > width;
        let slot = self.layout.iter().find(|slot| layout::covers(&slot.heading, cell.column));
        let is_reference = slot.is_some_and(|slot| slot.heading.meaning == Some(Meaning::Of(Shows::Reference)));
        let are_words = cell.text.split_whitespace().any(|word| word.chars().all(char::is_alphabetic))
            && cell.text.trim().chars().count() > LONGEST_REFERENCE;
        (is_across || is_reference && are_words).then_some(cell)
    }

    /// The headings of a row, if it is a heading row.
    fn headings_of(&self, row: &Row) -> Option<Vec<Heading>> {
        layout::heading_row(row).filter(|headings| self.layout.is_empty() || begin_as_headings(headings))
    }

    pub(super) fn recognise_row(&mut self, row: &Row) {
        for cell in &row.cells {
            self.recognise(&cell.text, &cell.origin);
        }
    }

    fn row(&mut self, row: &Row, below: &[Row], is_first: bool) {
        let slots = std::mem::take(&mut self.layout);
        let whole = self.without_ends_of_headings(row);
        let seen = Seen::new(&whole, &slots);
        if let Some(glued) = seen.glued() {
            self.glued_row(seen, &glued);
        } else if self.is_statement(seen, below, &slots) {
            let next = below.first().map(|next| Seen::new(next, &slots));
            let next_too = next.is_some_and(|next| next.may_be_statement(&self.plan.period));
            self.statement_row(&seen.joined(), &row.origin, is_first && next_too);
        } else {
            self.action_row(seen);
        }
        if self.layout.is_empty() {
            self.layout = slots;
        }
    }

    pub(super) fn action_row(&mut self, seen: Seen<'_>) {
        self.open_by_columns(seen);
        let origin = &seen.row.origin;
        let objective = self.objective(origin);
        let above = objective.actions.pop();
        let is_bare = seen.text(Shows::Owners).is_empty() && seen.text(Shows::Description).is_empty();
        match above {
            Some(mut above) if seen.continues(&above) => {
                self.fill_from(&mut above, seen, None);
                self.objective(origin).actions.push(above);
                self.doubt(origin, "The row was taken as going on with the action above it.", 0.6);
            }
            None if is_bare && self.statement_is_open() && seen.has_column(Shows::Owners) => {
                self.statement_row(&seen.joined(), origin, false);
            }
            above => {
                let mut action = Action::blank(self.ids.action());
                self.origins.insert(RecordId::Action(action.id), origin.clone());
                self.fill_from(&mut action, seen, above.as_ref());
                let objective = self.objective(origin);
                let is_owned_above = above.as_ref().is_some_and(|above| !above.owners.written().is_empty());
                objective.actions.extend(above);
                let is_owned = !action.owners.written().is_empty();
                objective.actions.push(action);
                // Word and Excel say where a row ends; in a text it can only be told.
                let is_told_by_lines = origin.line.is_some();
                if is_told_by_lines && is_owned_above && !is_owned && seen.has_column(Shows::Owners) {
                    self.doubt(origin, "An action without an owner; it may go on with the action above it.", 0.5);
                }
            }
        }
        self.place = Place::Actions;
    }

    /// Columns that say which grid and objective a row belongs to.
    pub(super) fn open_by_columns(&mut self, seen: Seen<'_>) {
        for cell in seen.row.cells.iter().filter(|cell| !is_blank(&cell.text) && !cell.continues) {
            let text = cell.text.trim();
            match seen.slot_of(cell).map(|slot| slot.target) {
                Some(Target::Theme) => {
                    if self.plan.grids.last().is_some_and(|grid| grid.full_title() == text || grid.title == text) {
                        self.recognise(text, &cell.origin);
                    } else {
                        self.open_grid(text, &cell.origin);
                    }
                }
                Some(Target::Objective) => self.open_objective(text, &cell.origin),
                _ => {}
            }
        }
    }

    pub(super) fn open_grid(&mut self, text: &str, origin: &Origin) {
        match lines::read(text) {
            Said::Grid { reference, marks, title } => {
                self.start_grid(reference, title, origin);
                self.recognise(marks, origin);
            }
            _ => self.start_grid("", text, origin),
        }
    }

    pub(super) fn open_objective(&mut self, text: &str, origin: &Origin) {
        let (reference, marks, statement) = match lines::read(text) {
            Said::Objective { reference, marks, statement } => (reference, marks, statement),
            _ => ("", "", text),
        };
        let last = self.plan.grids.last().and_then(|grid| grid.objectives.last());
        if last.is_some_and(|last| last.reference == reference && last.statement == statement) {
            self.recognise(text, origin);
        } else {
            self.start_objective(reference, statement, origin);
            self.recognise(marks, origin);
        }
    }

    /// Puts a row's cells into an action. A cell merged with the one above it holds for this action too.
    pub(super) fn fill_from(&mut self, action: &mut Action, seen: Seen<'_>, above: Option<&Action>) {
        for cell in &seen.row.cells {
            match seen.slot_of(cell).map(|slot| slot.target) {
                Some(Target::Action(shows)) => {
                    let merged = above.filter(|_| cell.continues && cell.text.trim().is_empty());
                    match (shows, merged) {
                        (Shows::Owners, Some(above)) => action.owners = above.owners.clone(),
                        (Shows::When, Some(above)) => action.when = above.when.clone(),
                        _ if is_blank(&cell.text) => self.recognise(&cell.text, &cell.origin),
                        _ => self.fill(action, shows, &cell.text, &cell.origin),
                    }
                }
                Some(Target::LeftOut) => self.leave_out_as_told(&cell.text, &cell.origin),
                Some(_) if cell.continues || is_blank(&cell.text) => self.recognise(&cell.text, &cell.origin),
                Some(_) => {}
                None => self.leave_out(&cell.text, &cell.origin),
            }
        }
    }
}

/// Headings that come again are known, or at least begin with a capital; the end of a sentence above them does not.
fn begin_as_headings(headings: &[Heading]) -> bool {
    headings.iter().all(|heading| exactly(&heading.text).is_some() || !lines::goes_on(&heading.text))
}

/// The only cell of a row that has words.
fn only_cell(row: &Row) -> Option<&Cell> {
    let mut filled = row.cells.iter().filter(|cell| !cell.text.trim().is_empty());
    filled.next().filter(|_| filled.next().is_none())
}

/// A row whose only words are those of a line that opens something: "Objective 2: …" across the table.
fn line_of(row: &Row) -> Option<Line> {
    let cell = only_cell(row)?;
    let says = !matches!(lines::read(&cell.text), Said::Text | Said::Numbered { .. });
    says.then(|| Line { text: cell.text.clone(), origin: cell.origin.clone(), ..Line::default() })
}
