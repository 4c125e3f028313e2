//! A sheet to lines and tables.
//!
//! - Rows without words part a sheet into stretches.
//! - In a stretch, the rows above the first row of two or more cells, and those below the last, are lines, if their
//!   one cell is the stretch's first or is merged across: titles and objectives stand like that above tables. Where
//!   only one row has two or more cells, single cells right below it are rows of its table.
//! - The rows between are a table. Where its first row comes again with such single cells right above it, these are
//!   lines too and a new table begins: forms under forms without a blank row between them.
//! - A single cell elsewhere in a table stays a row of the table: an action that has no owner yet.
//! - Columns in which nothing stands are left out of a table; every other column has a cell in each row, if only an
//!   empty one.
//!
//! No cell with words is ever left out.

use std::collections::{BTreeMap, BTreeSet};

use super::sheet::Sheet;
use crate::intake::intake_error::IntakeCause;
use crate::intake::source::{Block, Cell, Line, Row, Table};

/// Cells, empty ones and all, beyond which a sheet is no plan.
const MOST_CELLS: usize = 1_000_000;

/// A cell as it stands in its row: the columns it covers, counted over the sheet.
struct Piece<'a> {
    first: u32,
    last: u32,
    continues: bool,
    text: &'a str,
}

/// A row's number and its cells, from the left.
type Pieces<'a> = (u32, Vec<Piece<'a>>);

/// The lines and tables of a sheet.
pub(in crate::intake) fn of(sheet: &Sheet) -> Result<Vec<Block>, IntakeCause> {
    let rows = rows(sheet)?;
    let mut room = MOST_CELLS;
    let mut blocks = Vec::new();
    let mut rest = rows.as_slice();
    while let Some((first, _)) = rest.first() {
        let length = rest.iter().zip(*first..).take_while(|((row, _), expected)| row == expected).count();
        let (stretch, after) = rest.split_at(length);
        blocks.extend(stretch_blocks(sheet, stretch, &mut room)?);
        rest = after;
    }
    Ok(blocks)
}

fn rows(sheet: &Sheet) -> Result<Vec<Pieces<'_>>, IntakeCause> {
    let mut rows: BTreeMap<u32, BTreeMap<u32, Piece<'_>>> = BTreeMap::new();
    for cell in &sheet.cells {
        let piece = Piece { first: cell.column, last: cell.column, continues: false, text: &cell.text };
        rows.entry(cell.row).or_default().insert(cell.column, piece);
    }
    let last_row = rows.last_key_value().map_or(0, |(row, _)| *row);
    let mut added = 0;
    for merged in &sheet.merged {
        let ((top, left), (bottom, right)) = (merged.first, merged.last);
        let Some(piece) = rows.get_mut(&top).and_then(|row| row.get_mut(&left)) else { continue };
        piece.last = right.max(left);
        for row in top.saturating_add(1)..=bottom.min(last_row) {
            added += 1;
            if added > MOST_CELLS {
                return Err(IntakeCause::Unpacks);
            }
            // A covered cell may have words of its own, which nobody sees in the sheet: they stay.
            let pieces = rows.entry(row).or_default();
            pieces.entry(left).or_insert(Piece { first: left, last: right.max(left), continues: true, text: "" });
        }
    }
    Ok(rows.into_iter().map(|(row, pieces)| (row, apart(pieces))).collect())
}

/// Pieces of a row, none of them reaching into the next.
fn apart(pieces: BTreeMap<u32, Piece<'_>>) -> Vec<Piece<'_>> {
    let mut pieces: Vec<_> = pieces.into_values().collect();
    for index in 1..pieces.len() {
        let next = pieces[index].first;
        let piece = &mut pieces[index - 1];
        piece.last = piece.last.min(next - 1);
    }
    pieces
}

fn stretch_blocks(sheet: &Sheet, stretch: &[Pieces<'_>], room: &mut usize) -> Result<Vec<Block>, IntakeCause> {
    let left = stretch.iter().flat_map(|(_, pieces)| pieces).map(|piece| piece.first).min().unwrap_or_default();
    let stands_alone = |(_, pieces): &Pieces<'_>| match pieces.as_slice() {
        [piece] => piece.first == left || piece.last > piece.first,
        _ => false,
    };
    let Some(first) = stretch.iter().position(|row| !stands_alone(row)) else {
        return Ok(lines(sheet, stretch));
    };
    let last = stretch.iter().rposition(|row| !stands_alone(row)).unwrap_or(first);
    // Headings alone are no table: what stands right below them is its rows, however little that is.
    let is_row = |(_, pieces): &&Pieces<'_>| matches!(pieces.as_slice(), [piece] if piece.last == piece.first);
    let last = if last == first { first + stretch[first + 1..].iter().take_while(is_row).count() } else { last };
    if stretch[first..=last].iter().all(|(_, pieces)| pieces.len() == 1) {
        return Ok(lines(sheet, stretch));
    }
    let mut blocks = lines(sheet, &stretch[..first]);
    let mut start = first;
    for index in first + 1..=last {
        let again = same_words(&stretch[first].1, &stretch[index].1);
        let alone = stretch[start..index].iter().rev().take_while(|row| stands_alone(row)).count();
        if again && alone > 0 {
            blocks.push(table(sheet, &stretch[start..index - alone], room)?);
            blocks.extend(lines(sheet, &stretch[index - alone..index]));
            start = index;
        }
    }
    blocks.push(table(sheet, &stretch[start..=last], room)?);
    blocks.extend(lines(sheet, &stretch[last + 1..]));
    Ok(blocks)
}

fn same_words(one: &[Piece<'_>], other: &[Piece<'_>]) -> bool {
    one.iter().map(|piece| piece.text.trim()).eq(other.iter().map(|piece| piece.text.trim()))
}

fn lines(sheet: &Sheet, rows: &[Pieces<'_>]) -> Vec<Block> {
    let pieces = rows.iter().flat_map(|(row, pieces)| pieces.iter().map(move |piece| (*row, piece)));
    let written = pieces.filter(|(_, piece)| !piece.continues);
    let line = |(row, piece): (u32, &Piece<'_>)| {
        let origin = sheet.origin(row, piece.first);
        Block::Line(Line { text: piece.text.to_owned(), origin, ..Line::default() })
    };
    written.map(line).collect()
}

fn table(sheet: &Sheet, rows: &[Pieces<'_>], room: &mut usize) -> Result<Block, IntakeCause> {
    let columns: BTreeSet<u32> = rows.iter().flat_map(|(_, pieces)| pieces).map(|piece| piece.first).collect();
    let columns: Vec<u32> = columns.into_iter().collect();
    *room = room.checked_sub(columns.len().saturating_mul(rows.len())).ok_or(IntakeCause::Unpacks)?;
    let rows: Vec<Row> = rows.iter().map(|(number, pieces)| row(sheet, *number, pieces, &columns)).collect();
    let origin = rows.first().map(|row| row.origin.clone()).unwrap_or_default();
    Ok(Block::Table(Table { rows, origin }))
}

fn row(sheet: &Sheet, number: u32, pieces: &[Piece<'_>], columns: &[u32]) -> Row {
    let mut cells = Vec::with_capacity(columns.len());
    let mut pieces = pieces.iter().peekable();
    let mut index = 0;
    while let Some(&column) = columns.get(index) {
        let origin = sheet.origin(number, column);
        let mut cell = Cell { column: index, columns: 1, origin, ..Cell::default() };
        if let Some(piece) = pieces.next_if(|piece| piece.first == column) {
            cell.columns = columns[index..].iter().take_while(|&&covered| covered <= piece.last).count().max(1);
            cell.continues = piece.continues;
            piece.text.clone_into(&mut cell.text);
        }
        index += cell.columns;
        cells.push(cell);
    }
    Row {
        origin: cells.first().map(|cell| cell.origin.clone()).unwrap_or_default(),
        cells,
        is_heading: sheet.heading_rows.contains(&number),
        is_hidden: sheet.is_hidden || sheet.hidden_rows.contains(&number),
    }
}
