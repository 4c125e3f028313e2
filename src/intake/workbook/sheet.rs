//! A sheet as it was found, whatever the format: its cells with words and where they stand.
//!
//! Rows and columns are counted from 0 here; people see [`cell_name`].

use std::collections::BTreeSet;

use crate::intake::intake_error::IntakeCause;
use crate::intake::source::{Origin, Remark};

/// Cells of one sheet, and bytes of text in it, beyond which it is no plan: fifty times the largest seen. What is made
/// of them takes some ten times as much memory.
const MOST_CELLS: usize = 500_000;
const MOST_TEXT: usize = 48 << 20;

/// A sheet.
#[derive(Debug, Default)]
pub(in crate::intake) struct Sheet {
    /// Its name; a text of rows has none.
    pub(in crate::intake) name: Option<String>,
    /// The whole of it is hidden.
    pub(in crate::intake) is_hidden: bool,
    /// Its cells with words.
    pub(in crate::intake) cells: Vec<Found>,
    /// Cells that are shown as one.
    pub(in crate::intake) merged: Vec<Merged>,
    /// Rows that are hidden.
    pub(in crate::intake) hidden_rows: BTreeSet<u32>,
    /// Columns that are hidden.
    pub(in crate::intake) hidden_columns: BTreeSet<u32>,
    /// Rows that are repeated at the head of each page.
    pub(in crate::intake) heading_rows: BTreeSet<u32>,
    /// What else a person should know.
    pub(in crate::intake) remarks: Vec<Remark>,
    text: usize,
}

/// A cell with words.
#[derive(Debug)]
pub(in crate::intake) struct Found {
    pub(in crate::intake) row: u32,
    pub(in crate::intake) column: u32,
    pub(in crate::intake) text: String,
}

/// Cells that are shown as one: the first and the last of them, each a row and a column.
#[derive(Clone, Copy, Debug)]
pub(in crate::intake) struct Merged {
    pub(in crate::intake) first: (u32, u32),
    pub(in crate::intake) last: (u32, u32),
}

impl Sheet {
    /// An empty sheet.
    pub(in crate::intake) fn new(name: Option<String>) -> Self {
        Self { name, ..Self::default() }
    }

    /// Adds a cell, unless there are no words in it.
    pub(in crate::intake) fn add(&mut self, row: u32, column: u32, text: &str) -> Result<(), IntakeCause> {
        if text.trim().is_empty() {
            return Ok(());
        }
        self.text += text.len();
        if self.cells.len() >= MOST_CELLS || self.text > MOST_TEXT {
            return Err(IntakeCause::Unpacks);
        }
        let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() };
        self.cells.push(Found { row, column, text });
        Ok(())
    }

    /// The place of a cell.
    pub(in crate::intake) fn origin(&self, row: u32, column: u32) -> Origin {
        Origin { sheet: self.name.clone(), cell: Some(cell_name(row, column)), ..Origin::default() }
    }

    /// What a person should know of it: that it, or rows and columns with words in them, are hidden, and the rest.
    pub(in crate::intake) fn all_remarks(self) -> Vec<Remark> {
        let origin = Origin { sheet: self.name.clone(), ..Origin::default() };
        let say = |text: String| Remark { text, origin: origin.clone() };
        let used_rows: BTreeSet<u32> = self.cells.iter().map(|cell| cell.row).collect();
        let used_columns: BTreeSet<u32> = self.cells.iter().map(|cell| cell.column).collect();
        let rows = self.hidden_rows.intersection(&used_rows).map(|row| (row + 1).to_string());
        let columns = self.hidden_columns.intersection(&used_columns).map(|column| column_name(*column));
        let mut remarks = Vec::new();
        if self.is_hidden {
            remarks.push(say("This sheet is hidden. It was read all the same.".to_owned()));
        }
        remarks.extend(hidden("row", &rows.collect::<Vec<_>>()).map(say));
        remarks.extend(hidden("column", &columns.collect::<Vec<_>>()).map(say));
        remarks.extend(self.remarks);
        remarks
    }
}

/// Names after which a remark only counts on.
const NAMED: usize = 20;

fn hidden(what: &str, names: &[String]) -> Option<String> {
    let listed = names[..names.len().min(NAMED)].join(", ");
    let more = if names.len() > NAMED { format!(" and {} more", names.len() - NAMED) } else { String::new() };
    match names.len() {
        0 => None,
        1 => Some(format!("There are words in a hidden {what}: {listed}. It was read all the same.")),
        _ => Some(format!("There are words in hidden {what}s: {listed}{more}. They were read all the same.")),
    }
}

/// A cell's name as people see it: "C14".
pub(in crate::intake) fn cell_name(row: u32, column: u32) -> String {
    format!("{}{}", column_name(column), u64::from(row) + 1)
}

fn column_name(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The row and column of a cell's name, dollars and all; none if it is no such name.
pub(super) fn cell_place(name: &str) -> Option<(u32, u32)> {
    let name = name.replace('$', "");
    let split = name.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, row) = name.split_at(split);
    let mut column: u32 = 0;
    for letter in letters.bytes() {
        if !letter.is_ascii_alphabetic() {
            return None;
        }
        column = column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)?;
    }
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}
