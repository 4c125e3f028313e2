//! A document as it was found: its texts and tables in order, each with the place it came from.
//!
//! It must not know what any of it means for a plan.

use std::collections::HashMap;
use std::fmt;

/// A document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// What it is called: the file's name, or "the clipboard".
    pub name: String,
    /// Its texts and tables, in the order they are read.
    pub blocks: Vec<Block>,
    /// What a person should know of it: hidden rows, pictures left out.
    pub remarks: Vec<Remark>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph outside tables.
    Line(Line),
    /// A table.
    Table(Table),
}

/// A paragraph outside tables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its words, as written; a break inside it is `\n`.
    pub text: String,
    /// The number or bullet that the document puts before it and that is not among its words: "1.", "❖".
    pub label: Option<String>,
    /// Its rank where the document marks it as a heading, 1 for the highest.
    pub heading: Option<u8>,
    /// Where it was.
    pub origin: Origin,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Its rows. They may have different numbers of cells.
    pub rows: Vec<Row>,
    /// Where it was.
    pub origin: Origin,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its cells, from the left.
    pub cells: Vec<Cell>,
    /// The document says that it is repeated at the head of each page.
    pub is_heading: bool,
    /// It was hidden.
    pub is_hidden: bool,
    /// Where it was.
    pub origin: Origin,
}

/// A cell of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its words, as written. Its paragraphs are parted by `\n`; the bullets and numbers that the document puts
    /// before them stand at their beginnings.
    pub text: String,
    /// The column it begins in, counted from 0 over the whole table.
    pub column: usize,
    /// How many columns it covers, 1 as usual.
    pub columns: usize,
    /// It belongs to the cell above it (merged downwards), and its own words, if any, are empty.
    pub continues: bool,
    /// Where it was.
    pub origin: Origin,
}

/// Something a person should know of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What.
    pub text: String,
    /// Where.
    pub origin: Origin,
}

/// A place in a document, as far as it has such places. All counted from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Origin {
    /// The sheet's name.
    pub sheet: Option<String>,
    /// The page, where the document says where its pages break.
    pub page: Option<u32>,
    /// The line of a text, or the paragraph of a document.
    pub line: Option<u32>,
    /// The table.
    pub table: Option<u32>,
    /// The row of the table.
    pub row: Option<u32>,
    /// The column of the table, or the cell's own name in a sheet: "C14".
    pub cell: Option<String>,
    /// The part of a row or line that a person divided, counted from 1; `None` is the first or only one.
    pub part: Option<u32>,
}

impl fmt::Display for Origin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        parts.extend(self.sheet.as_ref().map(|sheet| format!("sheet \"{sheet}\"")));
        parts.extend(self.page.map(|page| format!("page {page}")));
        parts.extend(self.table.map(|table| format!("table {table}")));
        parts.extend(self.row.map(|row| format!("row {row}")));
        parts.extend(self.cell.as_ref().map(|cell| format!("cell {cell}")));
        parts.extend(self.line.map(|line| format!("line {line}")));
        parts.extend(self.part.map(|part| format!("part {part}")));
        out.write_str(&parts.join(", "))
    }
}

impl Origin {
    /// The place of the second part of a row that is divided here.
    pub(super) fn second_part(&self) -> Self {
        Self { part: Some(self.part.unwrap_or(1) + 1), ..self.clone() }
    }
}

impl Source {
    /// Gives each line and row a place of its own, by which a person can speak of it: of several at one place (a text
    /// box and its footnote) the later ones are counted as parts of it.
    pub(super) fn part_places(&mut self) {
        let mut seen: HashMap<Origin, u32> = HashMap::new();
        let mut own = |origin: &mut Origin| {
            let count = seen.entry(origin.clone()).or_default();
            *count += 1;
            if *count > 1 {
                origin.part = Some(*count);
            }
        };
        for block in &mut self.blocks {
            match block {
                Block::Line(line) => own(&mut line.origin),
                Block::Table(table) => table.rows.iter_mut().for_each(|row| own(&mut row.origin)),
            }
        }
    }

    /// Every word of it, in order: what must be found again in the plan or among what was not placed.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.blocks.iter().flat_map(|block| {
            let texts: Vec<&str> = match block {
                Block::Line(line) => vec![line.text.as_str()],
                Block::Table(table) => {
                    table.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.text.as_str()).collect()
                }
            };
            texts.into_iter().flat_map(str::split_whitespace)
        })
    }
}
