//! Sentences above a table that an extraction cut by the table's columns, so that they look like rows of it.
//!
//! A person can nearly always tell; these rules only claim what the headings below make likely, and say so.

use super::layout::{self, Glued};
use super::lines;
use super::reading::{Reading, Slot, append};
use super::row::Seen;
use crate::intake::source::{Origin, Row};
use crate::model::Shows;

/// The most rows that a sentence was cut into.
const MOST_ROWS: usize = 20;

impl Reading {
    /// A row without the words at the beginnings of its cells that belong to the headings above it.
    pub(super) fn without_ends_of_headings(&mut self, row: &Row) -> Row {
        let mut row = row.clone();
        for (column, end) in std::mem::take(&mut self.cut_headings) {
            let Some(cell) = row.cells.iter_mut().find(|cell| cell.column == column) else { continue };
            if let Some(rest) = cell.text.trim().strip_prefix(&end).filter(|rest| rest.starts_with(char::is_whitespace))
            {
                let rest = rest.trim().to_owned();
                self.recognise(&end, &cell.origin);
                cell.text = rest;
            }
        }
        row
    }

    /// A sentence cut by the columns of the table: it opens with a reference, or the headings come again below it.
    pub(super) fn is_statement(&self, seen: Seen<'_>, below: &[Row], slots: &[Slot]) -> bool {
        let period = &self.plan.period;
        if !seen.may_be_statement(period) {
            return false;
        }
        if lines::lettered(&seen.joined()).is_some() {
            return true;
        }
        let mut rest = below.iter().take(MOST_ROWS).map(|row| Seen::new(row, slots));
        let end = rest.find(|next| is_heading(*next) || !next.may_be_statement(period));
        end.is_some_and(is_heading)
    }

    pub(super) fn statement_row(&mut self, text: &str, origin: &Origin, may_be_title: bool) {
        let is_short = text.split_whitespace().count() <= 5 && !lines::goes_on(text);
        if let Some((reference, marks, statement)) = lines::lettered(text) {
            self.start_objective(reference, statement, origin);
            self.recognise(marks, origin);
            self.doubt(origin, format!("\"{reference}\" was put together from the cells of a row."), 0.6);
        } else if may_be_title && is_short {
            self.start_grid("", text, origin);
            self.doubt(origin, format!("\"{text}\" was taken as a title."), 0.4);
        } else if self.statement_is_open() {
            self.lengthen_statement(text, origin);
            self.doubt(origin, "The cells of a row were added to the objective above it.", 0.5);
        } else {
            self.start_objective("", text, origin);
            self.doubt(origin, "The cells of a row were taken as an objective; its beginning may be lost.", 0.3);
        }
    }

    /// The headings again, run into the sentence before them and the row after them.
    pub(super) fn glued_row(&mut self, seen: Seen<'_>, glued: &[Option<Glued>]) {
        let (mut before, mut after) = (String::new(), seen.row.clone());
        for ((cell, glued), rest) in seen.row.cells.iter().zip(glued).zip(&mut after.cells) {
            let Some(glued) = glued else {
                append(&mut before, &cell.text, " ");
                rest.text.clear();
                continue;
            };
            self.recognise(&glued.heading, &cell.origin);
            let heading = seen.slot_of(cell).map_or("", |slot| slot.heading.text.as_str());
            if glued.before == heading {
                self.recognise(&glued.before, &cell.origin);
            } else {
                append(&mut before, &glued.before, " ");
            }
            if let Some(end) = heading.strip_prefix(&glued.heading).map(str::trim).filter(|end| !end.is_empty()) {
                self.cut_headings.push((cell.column, end.to_owned()));
            }
            rest.text.clone_from(&glued.after);
        }
        let origin = &seen.row.origin;
        if !before.is_empty() {
            // With headings already under it, the objective above has ended.
            if self.has_headings && lines::lettered(&before).is_none() {
                self.start_objective("", "", origin);
            }
            self.statement_row(&before, origin, false);
        }
        self.has_headings = true;
        let after = seen.with_row(&after);
        if !after.text(Shows::Owners).is_empty() {
            self.action_row(after);
        } else if !after.joined().is_empty() {
            self.statement_row(&after.joined(), origin, false);
        }
    }
}

/// Whether a row is headings, or holds them.
fn is_heading(seen: Seen<'_>) -> bool {
    layout::heading_row(seen.row).is_some() || seen.glued().is_some()
}
