//! The parts of a page as a document: tables with their merged cells, and every part with its place.

use std::collections::BTreeMap;

use super::parts::{CellPart, Part, TablePart};
use crate::intake::IntakeCause;
use crate::intake::source::{Block, Cell, Line, Origin, Remark, Row, Table};
use crate::intake::word::marks;
use crate::intake::workbook::blocks;
use crate::intake::workbook::sheet::{Merged, Sheet};

/// Cells, those that merged ones cover and all, beyond which a page is no plan.
const MOST_CELLS: usize = 1_000_000;

/// A document while it is put together.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) blocks: Vec<Block>,
    pub(super) remarks: Vec<Remark>,
    is_sheet: bool,
    lines: u32,
    tables: u32,
    cells: usize,
}

/// A merged cell that reaches down: how many rows more, and how many columns it has.
#[derive(Clone, Copy, Debug)]
struct Reaching {
    rows: usize,
    columns: usize,
}

/// A table whose cells have their columns.
#[derive(Debug, Default)]
struct Grid {
    rows: Vec<Row>,
    merged: Vec<Merged>,
}

impl Document {
    /// A document whose tables are sheets, or are not.
    pub(super) fn new(is_sheet: bool) -> Self {
        Self { is_sheet, ..Self::default() }
    }

    /// Adds the parts of a page, in order.
    pub(super) fn add(&mut self, parts: Vec<Part>) -> Result<(), IntakeCause> {
        for part in parts {
            match part {
                Part::Line(line) => {
                    self.lines += 1;
                    let origin = Origin { line: Some(self.lines), ..Origin::default() };
                    let (text, label, heading) = (line.text, line.label, line.heading);
                    self.blocks.push(Block::Line(Line { text, label, heading, origin }));
                }
                Part::Remark(text) => {
                    let line = Some(self.lines).filter(|line| *line > 0);
                    self.remarks.push(Remark { text, origin: Origin { line, ..Origin::default() } });
                }
                Part::Table(table) if only_places(&table) => {
                    for cell in table.rows.into_iter().flat_map(|row| row.cells) {
                        self.add(cell.parts)?;
                    }
                }
                Part::Table(table) => self.table(table)?,
            }
        }
        Ok(())
    }

    fn table(&mut self, table: TablePart) -> Result<(), IntakeCause> {
        self.tables += 1;
        let mut grid = self.grid(table)?;
        if self.is_sheet {
            return self.sheet(&grid);
        }
        grid.rows.retain(|row| !row.cells.is_empty());
        if grid.rows.iter().flat_map(|row| &row.cells).any(|cell| !cell.text.is_empty()) {
            let origin = Origin { table: Some(self.tables), ..Origin::default() };
            self.blocks.push(Block::Table(Table { rows: grid.rows, origin }));
        } else {
            self.tables -= 1;
        }
        Ok(())
    }

    /// Gives each cell its column. A cell that reaches down continues in the rows below.
    fn grid(&mut self, table: TablePart) -> Result<Grid, IntakeCause> {
        let row_count = table.rows.len();
        let mut ends = table.ends.into_iter().peekable();
        let mut reaching: BTreeMap<usize, Reaching> = BTreeMap::new();
        let mut grid = Grid::default();
        for (index, part) in table.rows.into_iter().enumerate() {
            while ends.next_if(|end| *end <= index).is_some() {}
            let left = ends.peek().copied().unwrap_or(row_count) - index - 1;
            let row = u32::try_from(index + 1).ok();
            let origin = Origin { table: Some(self.tables), row, ..Origin::default() };
            let of_headings = part.cells.iter().all(|cell| cell.is_heading) && !part.cells.is_empty();
            let above = std::mem::take(&mut reaching);
            self.count(above.len() + part.cells.len())?;
            let mut above = above.into_iter().peekable();
            let (mut cells, mut column) = (Vec::with_capacity(part.cells.len()), 0);
            let mut go_on = |(first, reach): (usize, Reaching), cells: &mut Vec<Cell>, column: &mut usize| {
                if first >= *column {
                    cells.push(empty_cell(first, reach.columns, true, &origin));
                    *column = first + reach.columns;
                }
                let rows = reach.rows - 1;
                reaching.extend((rows > 0).then_some((first, Reaching { rows, ..reach })));
            };
            let mut begun = Vec::new();
            for cell in part.cells {
                while let Some(reach) = above.next_if(|(first, _)| *first <= column) {
                    go_on(reach, &mut cells, &mut column);
                }
                let columns = usize::from(cell.columns);
                let rows = usize::from(cell.rows).saturating_sub(1).min(left);
                if rows > 0 {
                    begun.push((column, Reaching { rows, columns }));
                }
                if rows > 0 || (columns > 1 && !cell.flows_over) {
                    grid.merged.push(merged(index, column, rows, columns));
                }
                let covered = if cell.flows_over { 1 } else { columns };
                cells.push(self.cell(cell, column, covered, &origin));
                if covered < columns {
                    self.count(columns - covered)?;
                    cells.extend((column + 1..column + columns).map(|next| empty_cell(next, 1, false, &origin)));
                }
                column += columns;
            }
            for reach in above {
                go_on(reach, &mut cells, &mut column);
            }
            reaching.extend(begun);
            let is_heading = (part.is_heading || of_headings) && grid.rows.last().is_none_or(|above| above.is_heading);
            grid.rows.push(Row { cells, is_heading, is_hidden: part.is_hidden, origin });
        }
        Ok(grid)
    }

    fn count(&mut self, cells: usize) -> Result<(), IntakeCause> {
        self.cells += cells;
        if self.cells > MOST_CELLS { Err(IntakeCause::Unpacks) } else { Ok(()) }
    }

    fn cell(&mut self, part: CellPart, column: usize, columns: usize, row: &Origin) -> Cell {
        let mut cell = empty_cell(column, columns, false, row);
        let mut said = Vec::new();
        cell.text = words_of(part.parts, &mut said);
        let remark = |text| Remark { text, origin: cell.origin.clone() };
        self.remarks.extend(said.into_iter().map(remark));
        cell
    }

    /// A table as the piece of a sheet it is: with titles above it and spaces in it. Its cells are named from its own
    /// first one; the page does not say where in the sheet that was.
    fn sheet(&mut self, grid: &Grid) -> Result<(), IntakeCause> {
        let mut sheet = Sheet::new(None);
        sheet.merged.clone_from(&grid.merged);
        for (row, found) in (0..).zip(&grid.rows) {
            if found.is_hidden {
                sheet.hidden_rows.insert(row);
            }
            for cell in found.cells.iter().filter(|cell| !cell.continues) {
                sheet.add(row, u32::try_from(cell.column).unwrap_or(u32::MAX), &cell.text)?;
            }
        }
        let table = Some(self.tables);
        let mut found = blocks::of(&sheet)?;
        for block in &mut found {
            match block {
                Block::Line(line) => line.origin.table = table,
                Block::Table(part) => {
                    part.origin.table = table;
                    for row in &mut part.rows {
                        row.origin.table = table;
                        row.cells.iter_mut().for_each(|cell| cell.origin.table = table);
                    }
                }
            }
        }
        if found.is_empty() {
            self.tables -= 1;
        }
        self.blocks.extend(found);
        let in_table = |remark: Remark| Remark { origin: Origin { table, ..remark.origin }, ..remark };
        self.remarks.extend(sheet.all_remarks().into_iter().map(in_table));
        Ok(())
    }
}

/// Whether a table only gives other tables their place, as pages and letters are laid out: it has tables in its
/// cells, and never two cells with words beside each other.
fn only_places(table: &TablePart) -> bool {
    let holds = |cell: &CellPart, wanted: fn(&Part) -> bool| cell.parts.iter().any(wanted);
    let is_table = |part: &Part| matches!(part, Part::Table(_));
    let is_shown = |part: &Part| !matches!(part, Part::Remark(_));
    table.rows.iter().flat_map(|row| &row.cells).any(|cell| holds(cell, is_table))
        && table.rows.iter().all(|row| row.cells.iter().filter(|cell| holds(cell, is_shown)).count() <= 1)
}

fn empty_cell(column: usize, columns: usize, continues: bool, row: &Origin) -> Cell {
    let origin = Origin { cell: Some((column + 1).to_string()), ..row.clone() };
    Cell { text: String::new(), column, columns, continues, origin }
}

fn merged(row: usize, column: usize, rows: usize, columns: usize) -> Merged {
    let place = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Merged { first: (place(row), place(column)), last: (place(row + rows), place(column + columns - 1)) }
}

/// The words of a cell: its lines below each other, the cells of a table in it parted by tabs. What is to be said of
/// them is handed on.
fn words_of(parts: Vec<Part>, said: &mut Vec<String>) -> String {
    let mut words = String::new();
    let mut append = |line: &str| {
        if !line.trim().is_empty() {
            if !words.is_empty() {
                words.push('\n');
            }
            words.push_str(line);
        }
    };
    for part in parts {
        match part {
            Part::Line(line) => match line.label {
                Some(label) => append(&format!("{label} {}", line.text)),
                None => append(&line.text),
            },
            Part::Remark(text) => said.push(text),
            Part::Table(table) => {
                said.push(marks::TABLE_IN_CELL.to_owned());
                for row in table.rows {
                    let cells = row.cells.into_iter().map(|cell| words_of(cell.parts, said).replace(['\n', '\t'], " "));
                    append(cells.collect::<Vec<_>>().join("\t").trim_end());
                }
            }
        }
    }
    words
}
