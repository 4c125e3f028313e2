//! Tables: rows, merged cells, and the words in them.

use std::collections::BTreeMap;

use super::marks;
use super::reader::Reader;
use super::xml::{self, Node};
use crate::intake::{Block, Cell, Origin, Row, Table};

/// How many columns a cell may cover or leave out. Word's own tables end at 63.
const MAX_COLUMNS: usize = 1000;

/// The row and the cell in it that each column's merged cells belong to.
type Heads = BTreeMap<usize, (usize, usize)>;

impl<'part> Reader<'part> {
    /// A table; `None` if it has no rows, or none that were not struck out.
    pub(super) fn table(&mut self, node: Node<'part>) -> Option<Table> {
        let outer = self.place.clone();
        if self.depth == 0 {
            self.tables += 1;
            self.place = Origin { table: Some(self.tables), ..Origin::default() };
        }
        self.depth += 1;
        let mut rows: Vec<Row> = Vec::new();
        let mut heads = Heads::new();
        let mut nodes = Vec::new();
        self.inner(node, "tr", &mut nodes);
        for row in nodes {
            if self.progress.is_stopped() {
                break;
            }
            self.row(row, &mut rows, &mut heads);
        }
        self.depth -= 1;
        self.place = outer;
        let origin = Origin { row: None, ..rows.first()?.origin.clone() };
        Some(Table { rows, origin })
    }

    /// The rows of a table or the cells of a row, also those in content controls and the like.
    fn inner(&mut self, parent: Node<'part>, wanted: &str, found: &mut Vec<Node<'part>>) {
        for node in xml::elements(parent) {
            match xml::name(node) {
                name if name == wanted => found.push(node),
                "AlternateContent" => {
                    if let Some(chosen) = marks::alternative(node) {
                        self.inner(chosen, wanted, found);
                    }
                }
                _ if self.is_passed_over(node) => {}
                _ => self.inner(node, wanted, found),
            }
        }
    }

    fn row(&mut self, node: Node<'part>, rows: &mut Vec<Row>, heads: &mut Heads) {
        let properties = xml::child(node, "trPr");
        let has = |name: &str| properties.is_some_and(|properties| xml::is_on(properties, &[name]));
        if has("ins") || has("del") {
            self.remark_once(marks::TRACKED);
        }
        if has("del") {
            return;
        }
        if self.depth == 1 {
            self.place.row = u32::try_from(rows.len() + 1).ok();
        }
        let (begin, mut longest) = (self.pages.clone(), self.pages.clone());
        let mut was_moved = false;
        let mut row = Row {
            is_heading: has("tblHeader") && rows.last().is_none_or(|above| above.is_heading),
            is_hidden: has("hidden"),
            ..Row::default()
        };
        let mut column = properties.map_or(0, |properties| columns(properties, "gridBefore").unwrap_or(0));
        let mut nodes = Vec::new();
        self.inner(node, "tc", &mut nodes);
        for cell in nodes {
            self.pages.begin_cell(&begin, was_moved);
            column = self.cell(cell, column, rows, &mut row, heads);
            let first = row.cells.first().and_then(|cell| cell.origin.page);
            was_moved = was_moved || (row.cells.len() == 1 && first > begin.page());
            if self.pages.is_after(&longest) {
                longest = self.pages.clone();
            }
        }
        self.pages.end_row(&longest);
        let page = row.cells.first().map_or(begin.page(), |cell| cell.origin.page);
        row.origin = Origin { page, cell: None, ..self.place.clone() };
        rows.push(row);
        if self.depth == 1 {
            self.place.row = None;
            self.place.cell = None;
        }
    }

    /// Reads a cell that begins in a column, and gives the column after it.
    fn cell(&mut self, node: Node<'part>, column: usize, rows: &mut [Row], row: &mut Row, heads: &mut Heads) -> usize {
        let properties = xml::child(node, "tcPr");
        let span = properties.and_then(|properties| columns(properties, "gridSpan")).unwrap_or(1).max(1);
        if self.depth == 1 {
            self.place.cell = Some((column + 1).to_string());
        }
        let begin = self.pages.page();
        let blocks = self.blocks(node);
        if blocks.iter().any(|block| matches!(block, Block::Table(_))) {
            self.remark(marks::TABLE_IN_CELL.to_owned());
        }
        let text = words_of(&blocks);
        let page = blocks.first().map_or(begin, |block| match block {
            Block::Line(line) => line.origin.page,
            Block::Table(table) => table.origin.page,
        });
        if continues(properties, "hMerge")
            && let Some(left) = row.cells.last_mut()
        {
            left.columns += span;
            append(&mut left.text, &text);
            return column + span;
        }
        let mut cell =
            Cell { text, column, columns: span, continues: false, origin: Origin { page, ..self.place.clone() } };
        let here = (rows.len(), row.cells.len());
        match heads.get(&column) {
            Some((above, at)) if continues(properties, "vMerge") => {
                cell.continues = true;
                let head = rows.get_mut(*above).and_then(|row| row.cells.get_mut(*at));
                if let Some(head) = head {
                    append(&mut head.text, &std::mem::take(&mut cell.text));
                }
            }
            _ if properties.is_some_and(|properties| xml::child(properties, "vMerge").is_some()) => {
                heads.insert(column, here);
            }
            _ => {
                heads.remove(&column);
            }
        }
        row.cells.push(cell);
        column + span
    }
}

/// How many columns a property names, within reason.
fn columns(properties: Node<'_>, name: &str) -> Option<usize> {
    xml::number::<usize>(properties, &[name]).map(|columns| columns.min(MAX_COLUMNS))
}

/// Whether a cell belongs to the one before it in a direction: it says so, or says nothing more.
fn continues(properties: Option<Node<'_>>, merge: &str) -> bool {
    let merge = properties.and_then(|properties| xml::child(properties, merge));
    merge.is_some_and(|merge| matches!(xml::attribute(merge, "val"), None | Some("continue")))
}

/// The words of paragraphs and tables as those of one cell: lines, and the cells of a table parted by tabs.
pub(super) fn words_of(blocks: &[Block]) -> String {
    let mut words = String::new();
    for block in blocks {
        match block {
            Block::Line(line) => match &line.label {
                Some(label) => append(&mut words, &format!("{label} {}", line.text)),
                None => append(&mut words, &line.text),
            },
            Block::Table(table) => {
                for row in &table.rows {
                    let cells: Vec<String> =
                        row.cells.iter().map(|cell| cell.text.replace(['\n', '\t'], " ")).collect();
                    append(&mut words, cells.join("\t").trim_end());
                }
            }
        }
    }
    words
}

/// Adds a line, if it has any words.
fn append(words: &mut String, line: &str) {
    if !line.trim().is_empty() {
        if !words.is_empty() {
            words.push('\n');
        }
        words.push_str(line);
    }
}
