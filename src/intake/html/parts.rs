//! A page while it is put together: lines, tables and remarks, in cells and outside them.
//!
//! It must not know HTML.

/// A part of a page or of a cell.
#[derive(Debug)]
pub(super) enum Part {
    /// A line.
    Line(LinePart),
    /// A table.
    Table(TablePart),
    /// Something a person should know, at this place.
    Remark(String),
}

/// A line.
#[derive(Debug)]
pub(super) struct LinePart {
    pub(super) text: String,
    pub(super) label: Option<String>,
    pub(super) heading: Option<u8>,
}

/// A table. Its rows are those of its groups, one after the other.
#[derive(Debug, Default)]
pub(super) struct TablePart {
    pub(super) rows: Vec<RowPart>,
    /// How many rows there are where each group of rows ends: no cell reaches beyond.
    pub(super) ends: Vec<usize>,
}

/// A row.
#[derive(Debug, Default)]
pub(super) struct RowPart {
    pub(super) cells: Vec<CellPart>,
    pub(super) is_heading: bool,
    pub(super) is_hidden: bool,
}

/// A cell.
#[derive(Debug, Default)]
pub(super) struct CellPart {
    pub(super) parts: Vec<Part>,
    pub(super) columns: u16,
    /// How many rows it covers; `u16::MAX` for all that are left.
    pub(super) rows: u16,
    pub(super) is_heading: bool,
    /// It covers no more than one column, and what it covers besides are empty cells.
    pub(super) flows_over: bool,
}

/// What is not closed yet: the page, and tables in tables.
#[derive(Debug, Default)]
pub(super) struct Parts {
    page: Vec<Part>,
    tables: Vec<Open>,
}

#[derive(Debug, Default)]
struct Open {
    table: TablePart,
    is_heading: bool,
    row: Option<RowPart>,
    cell: Option<CellPart>,
}

impl Parts {
    /// Whether a cell is open.
    pub(super) fn is_in_cell(&self) -> bool {
        self.tables.iter().any(|open| open.cell.is_some())
    }

    /// Adds a part to the cell that is open. What stands in a table and in no cell of it comes before the table.
    pub(super) fn add(&mut self, part: Part) {
        let cell = self.tables.iter_mut().rev().find_map(|open| open.cell.as_mut());
        cell.map_or(&mut self.page, |cell| &mut cell.parts).push(part);
    }

    pub(super) fn begin_table(&mut self) {
        self.tables.push(Open::default());
    }

    pub(super) fn end_table(&mut self) {
        self.end_row();
        if let Some(Open { table, .. }) = self.tables.pop()
            && !table.rows.is_empty()
        {
            self.add(Part::Table(table));
        }
    }

    pub(super) fn begin_rows(&mut self, are_heading: bool) {
        self.end_rows();
        if let Some(open) = self.tables.last_mut() {
            open.is_heading = are_heading;
        }
    }

    pub(super) fn end_rows(&mut self) {
        self.end_row();
        if let Some(open) = self.tables.last_mut() {
            open.is_heading = false;
            open.table.ends.push(open.table.rows.len());
        }
    }

    pub(super) fn begin_row(&mut self, is_hidden: bool) {
        self.end_row();
        if let Some(open) = self.tables.last_mut() {
            open.row = Some(RowPart { is_heading: open.is_heading, is_hidden, cells: Vec::new() });
        }
    }

    pub(super) fn end_row(&mut self) {
        self.end_cell();
        if let Some(open) = self.tables.last_mut() {
            open.table.rows.extend(open.row.take());
        }
    }

    /// Begins a cell; in a row of its own where none is open.
    pub(super) fn begin_cell(&mut self, cell: CellPart) {
        self.end_cell();
        if let Some(open) = self.tables.last_mut() {
            let is_heading = open.is_heading;
            open.row.get_or_insert_with(|| RowPart { is_heading, ..RowPart::default() });
            open.cell = Some(cell);
        }
    }

    pub(super) fn end_cell(&mut self) {
        if let Some(open) = self.tables.last_mut()
            && let Some(cell) = open.cell.take()
            && let Some(row) = &mut open.row
        {
            row.cells.push(cell);
        }
    }

    /// Everything, with whatever is open closed.
    pub(super) fn end(mut self) -> Vec<Part> {
        while !self.tables.is_empty() {
            self.end_table();
        }
        self.page
    }
}
