//! How a document is built: whether a line stands above each of its tables.
//!
//! It must not know what any single line means.

use super::layout;
use crate::intake::source::{Block, Table};

/// How many tables have a line above them for each that has none, at least.
const TITLED_FOR_ONE_UNTITLED: usize = 3;

/// Whether a document gives its tables titles: two or more tables with headings, and a line right above nearly all.
pub(super) fn tables_have_titles(blocks: &[Block]) -> bool {
    let headed = |at: &usize| matches!(&blocks[*at], Block::Table(table) if is_headed(table));
    let has_title = |at: &usize| at.checked_sub(1).is_some_and(|above| matches!(blocks[above], Block::Line(_)));
    let (titled, untitled): (Vec<usize>, Vec<usize>) = (0..blocks.len()).filter(headed).partition(has_title);
    titled.len() >= 2 && titled.len() >= untitled.len() * TITLED_FOR_ONE_UNTITLED
}

/// Whether what follows a line begins with a table that has headings.
pub(super) fn heads_table(rest: &[Block]) -> bool {
    matches!(rest.first(), Some(Block::Table(table)) if is_headed(table))
}

/// Whether a table begins with headings.
pub(super) fn is_headed(table: &Table) -> bool {
    let mut rows = table.rows.iter().filter(|row| row.cells.iter().any(|cell| !cell.text.trim().is_empty()));
    let Some(first) = rows.next() else { return false };
    layout::heading_row(first).is_some() || rows.next().is_some_and(|below| layout::is_above_headings(first, below))
}
