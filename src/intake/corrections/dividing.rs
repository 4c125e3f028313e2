//! A document with the rows in two that a person divided.

use std::borrow::Cow;

use super::{ByPlace, Corrections};
use crate::intake::source::{Block, Row, Source, Table};

impl Corrections {
    /// The document with its divided rows in two. The second part of a row has the row's place with its part counted
    /// up.
    #[must_use]
    pub fn divided<'source>(&self, source: &'source Source) -> Cow<'source, Source> {
        let told = self.by_place();
        if told.splits.is_empty() {
            return Cow::Borrowed(source);
        }
        let blocks = source.blocks.iter().map(|block| match block {
            Block::Line(line) => Block::Line(line.clone()),
            Block::Table(table) => Block::Table(Table { rows: rows(table, &told), origin: table.origin.clone() }),
        });
        Cow::Owned(Source { name: source.name.clone(), blocks: blocks.collect(), remarks: source.remarks.clone() })
    }
}

fn rows(table: &Table, told: &ByPlace) -> Vec<Row> {
    let mut rows = Vec::with_capacity(table.rows.len() + 1);
    for row in &table.rows {
        let mut whole = row.clone();
        // The second part may have been divided again.
        while let Some(at) = told.splits.get(&whole.origin) {
            let (first, second) = parts(whole, at);
            rows.push(first);
            whole = second;
        }
        rows.push(whole);
    }
    rows
}

/// A row as two: in each cell that is divided the words from that byte on belong to the second.
fn parts(mut first: Row, at: &[(usize, usize)]) -> (Row, Row) {
    let mut second = first.clone();
    second.is_heading = false;
    second.origin = first.origin.second_part();
    for (cell, rest) in first.cells.iter_mut().zip(&mut second.cells) {
        rest.origin.part = second.origin.part;
        let byte = at.iter().find(|(column, _)| *column == cell.column).map_or(cell.text.len(), |(_, byte)| *byte);
        // A place between two bytes of a letter divides before it.
        let byte = cell.text.floor_char_boundary(byte);
        cell.text[byte..].trim_start().clone_into(&mut rest.text);
        cell.text.truncate(byte);
        rest.continues = cell.continues && rest.text.is_empty();
        cell.text.truncate(cell.text.trim_end().len());
    }
    (first, second)
}
