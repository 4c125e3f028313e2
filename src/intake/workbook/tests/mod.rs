//! Workbooks that Python and LibreOffice wrote (`tests/documents`), and such as no program writes.

use std::fmt::Write as _;
use std::ops::ControlFlow;

use super::*;
use crate::intake::source::{Block, Cell, Line, Row, Table};

mod harm;
mod kinds;
mod plans;
mod values;

pub(in crate::intake) fn go(_: f32) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// A document as lines a person can compare: `= words @ C14` for a line; for a row its cells between bars, `^` for one
/// that continues, `(2)` before one over two columns, `hidden` and `heading` where the row is.
pub(in crate::intake) fn sketch(source: &Source) -> Vec<String> {
    let mut lines = Vec::new();
    for block in &source.blocks {
        match block {
            Block::Line(line) => lines.push(format!("= {} @ {}", line.text, place(&line.origin))),
            Block::Table(table) => {
                lines.push(format!("table @ {}", place(&table.origin)));
                lines.extend(table.rows.iter().map(row));
            }
        }
    }
    lines.extend(source.remarks.iter().map(|remark| format!("! {} @ {}", remark.text, remark.origin)));
    lines
}

fn place(origin: &Origin) -> String {
    origin.cell.clone().unwrap_or_default()
}

fn row(row: &Row) -> String {
    let mut line = "|".to_owned();
    for cell in &row.cells {
        let span = if cell.columns > 1 { format!("({}) ", cell.columns) } else { String::new() };
        let text = if cell.continues { "^" } else { &cell.text };
        let _ = write!(line, " {span}{text} |");
    }
    line.push_str(if row.is_hidden { " hidden" } else { "" });
    line.push_str(if row.is_heading { " heading" } else { "" });
    line
}

/// A sheet of these cells, and what is made of it.
fn of_cells(cells: &[(&str, &str)]) -> Vec<String> {
    let mut sheet = Sheet::new(None);
    for (name, text) in cells {
        let (row, column) = sheet::cell_place(name).unwrap();
        sheet.add(row, column, text).unwrap();
    }
    sketch(&source("test", vec![sheet]).unwrap())
}

#[test]
fn single_cells_above_and_below_a_table_are_lines() {
    let cells =
        [("A1", "Plan"), ("A3", "Objective 1"), ("A4", "Action"), ("B4", "When"), ("A5", "Train"), ("B5", "Q3")];
    let more = [("A6", "Stub"), ("A7", "Open"), ("B7", "Q4"), ("A8", "Outcomes")];
    let expected = [
        "= Plan @ A1",
        "= Objective 1 @ A3",
        "table @ A4",
        "| Action | When |",
        "| Train | Q3 |",
        "| Stub |  |",
        "| Open | Q4 |",
        "= Outcomes @ A8",
    ];
    assert_eq!(of_cells(&[cells.as_slice(), &more].concat()), expected);
}

#[test]
fn forms_under_forms_are_parted_where_the_heading_comes_again() {
    let cells = [
        ("A1", "Action"),
        ("B1", "When"),
        ("A2", "Train"),
        ("B2", "Q3"),
        ("A3", "Objective 2"),
        ("A4", "Action"),
        ("B4", "When"),
        ("A5", "Open"),
        ("B5", "Q4"),
    ];
    let expected = [
        "table @ A1",
        "| Action | When |",
        "| Train | Q3 |",
        "= Objective 2 @ A3",
        "table @ A4",
        "| Action | When |",
        "| Open | Q4 |",
    ];
    assert_eq!(of_cells(&cells), expected);
}

#[test]
fn columns_without_words_are_left_out_and_cells_keep_their_places() {
    let cells = [("B2", "Action"), ("E2", "When"), ("E3", "Q3")];
    let mut sheet = Sheet::new(Some("Plan".to_owned()));
    for (name, text) in cells {
        let (row, column) = sheet::cell_place(name).unwrap();
        sheet.add(row, column, text).unwrap();
    }
    let origin =
        |cell: &str| Origin { sheet: Some("Plan".to_owned()), cell: Some(cell.to_owned()), ..Origin::default() };
    let cell = |name: &str, column, text: &str| Cell {
        text: text.to_owned(),
        column,
        columns: 1,
        continues: false,
        origin: origin(name),
    };
    let row = |name: &str, cells| Row { cells, origin: origin(name), ..Row::default() };
    let expected = vec![Block::Table(Table {
        rows: vec![
            row("B2", vec![cell("B2", 0, "Action"), cell("E2", 1, "When")]),
            row("B3", vec![cell("B3", 0, ""), cell("E3", 1, "Q3")]),
        ],
        origin: origin("B2"),
    })];
    assert_eq!(blocks::of(&sheet), Ok(expected));
}

#[test]
fn a_list_in_one_column_is_lines() {
    let line = |text: &str, cell: &str| {
        let origin = Origin { cell: Some(cell.to_owned()), ..Origin::default() };
        Block::Line(Line { text: text.to_owned(), origin, ..Line::default() })
    };
    let mut sheet = Sheet::new(None);
    sheet.add(0, 2, "One\r\ntwo").unwrap();
    sheet.add(1, 2, "Three").unwrap();
    assert_eq!(blocks::of(&sheet), Ok(vec![line("One\ntwo", "C1"), line("Three", "C2")]));
}

#[test]
fn cells_are_named_as_excel_names_them() {
    for (row, column, name) in
        [(0, 0, "A1"), (13, 2, "C14"), (0, 25, "Z1"), (0, 26, "AA1"), (1_048_575, 16_383, "XFD1048576")]
    {
        assert_eq!(sheet::cell_name(row, column), name);
        assert_eq!(sheet::cell_place(name), Some((row, column)));
    }
    for no_name in ["", "A", "1", "A0", "É1", "AAAAAAAAAA1"] {
        assert_eq!(sheet::cell_place(no_name), None, "{no_name}");
    }
}
