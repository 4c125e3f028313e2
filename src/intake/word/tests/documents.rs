//! Whole documents, as Word and python-docx write them.

use std::collections::HashSet;
use std::path::Path;

use super::{cells, lines, remarks, tables, texts, try_reading};
use crate::intake::word::marks;
use crate::intake::{Block, Cell, Line, Origin, Source};

const OLDHAM: &str = include_str!("../../../../tests/suite/seeds/oldham-2010-11.txt");
const TOWER_HAMLETS_CELLS: &str = include_str!("../../../../tests/suite/seeds/tower-hamlets-cells.tsv");
const TOWER_HAMLETS_PLAN: &str = include_str!("../../../../sample-data/tower-hamlets-2016-17.ron");

#[track_caller]
fn document(name: &str) -> Source {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents").join(name);
    try_reading(&std::fs::read(path).unwrap()).unwrap()
}

#[test]
fn oldham_is_read_whole() {
    let source = document("oldham.docx");
    let tables = tables(&source);
    assert_eq!(tables.len(), 18);
    assert!(tables.iter().flat_map(|table| &table.rows).all(|row| row.cells.len() == 3));
    assert_eq!(tables.iter().map(|table| table.rows.len() - 1).sum::<usize>(), 68, "actions");
    assert!(tables.iter().all(|table| table.rows[0].is_heading && !table.rows[1].is_heading));
    let headings = |rank| lines(&source).into_iter().filter(|line| line.heading == Some(rank)).count();
    assert_eq!((headings(1), headings(2)), (4, 18));
    let labels: Vec<&str> = lines(&source).into_iter().filter_map(|line| line.label.as_deref()).collect();
    assert_eq!(labels.len(), 18, "key priorities");
    assert_eq!(labels[4..9], ["5.", "1.", "2.", "3.", "1."], "each grid begins anew");
    let mut words = Vec::new();
    for block in &source.blocks {
        match block {
            Block::Line(line) => {
                words.extend(line.label.as_deref());
                words.extend(line.text.split_whitespace());
            }
            Block::Table(table) => words.extend(cells(table).into_iter().flatten().flat_map(str::split_whitespace)),
        }
    }
    // Without the marks that the extraction left in the text.
    let text = crate::intake::plain::read(OLDHAM, "oldham.txt");
    assert_eq!(words, text.words().collect::<Vec<_>>());
    assert_eq!(source.remarks, []);
}

#[test]
fn tower_hamlets_is_read_whole() {
    let source = document("tower-hamlets.docx");
    let tables = tables(&source);
    assert_eq!(tables.len(), 28);
    assert!(tables.iter().flat_map(|table| &table.rows).all(|row| row.cells.len() == 6));
    assert_eq!(tables.iter().map(|table| table.rows.len() - 1).sum::<usize>(), 59, "actions");
    assert!(tables.iter().all(|table| table.rows[0].is_heading && table.rows[0].cells[0].text == "Owner"));
    let headings = |rank| lines(&source).into_iter().filter(|line| line.heading == Some(rank)).count();
    assert_eq!((headings(1), headings(2)), (4, 32));
    let whole = |text: &str| text.split_whitespace().filter(|word| *word != "•").collect::<Vec<_>>().join(" ");
    let found: HashSet<String> = tables.iter().flat_map(|table| cells(table)).flatten().map(whole).collect();
    let cells = TOWER_HAMLETS_CELLS.lines().filter(|line| !line.starts_with('#'));
    let lost: Vec<&str> = cells.filter(|line| !found.contains(&whole(line.rsplit('\t').next().unwrap()))).collect();
    assert_eq!(lost, [""; 0]);
    let words: HashSet<&str> = source.words().collect();
    let fields = ["statement: \"", "reference: \"", "description: \"", "owners: \"", "when: \""];
    let told = TOWER_HAMLETS_PLAN.lines().map(str::trim).filter_map(|line| {
        let rest = fields.iter().find_map(|field| line.strip_prefix(field))?;
        rest.strip_suffix("\",").filter(|text| !text.contains('\\'))
    });
    let told: Vec<&str> = told.collect();
    assert!(told.len() > 150, "{}", told.len());
    let lost: Vec<&str> =
        told.into_iter().flat_map(str::split_whitespace).filter(|word| !words.contains(word)).collect();
    assert_eq!(lost, [""; 0]);
}

#[test]
fn merged_cells_keep_their_columns() {
    let source = document("merged.docx");
    let [table] = tables(&source)[..] else { panic!("{source:?}") };
    assert_eq!(
        cells(table),
        [
            vec!["Theme 1: Treatment"],
            vec!["Objective", "Action", "By when", "By whom"],
            vec!["Objective 1: More people in treatment", "Open a drop-in", "30/06/16", "LBTH DAAT"],
            vec!["", "Train staff:\n• first aid\n• naloxone", "30/11/16", "Barts Health"],
            vec!["", "Review the service", "March 2017", "CRC"],
            vec!["Objective 2: Safer streets", "Award contract", "Award June 2016\nStart 01/10/16", "Police / CRC"],
        ]
    );
    let shape = |row: usize| -> Vec<(usize, usize, bool)> {
        table.rows[row].cells.iter().map(|cell| (cell.column, cell.columns, cell.continues)).collect()
    };
    assert_eq!(shape(0), [(0, 4, false)]);
    assert_eq!(shape(2), [(0, 1, false), (1, 1, false), (2, 1, false), (3, 1, false)]);
    assert_eq!(shape(3), [(0, 1, true), (1, 1, false), (2, 1, false), (3, 1, false)]);
    assert_eq!(shape(4), shape(3));
    assert_eq!(shape(5), shape(2));
    let is_heading: Vec<bool> = table.rows.iter().map(|row| row.is_heading).collect();
    assert_eq!(is_heading, [true, true, false, false, false, false]);
}

#[test]
fn tracked_changes_are_read_as_accepted() {
    let source = document("tracked.docx");
    assert_eq!(
        texts(&source),
        [
            "The board meets on 12/09/16.",
            "A paragraph that was cut and joined again.",
            "Before the moved: Moved words.",
            "The end.",
        ]
    );
    let [table] = tables(&source)[..] else { panic!("{source:?}") };
    assert_eq!(cells(table), [vec!["Action", "By when"], vec!["Kept action", "March 2017"], vec!["New action", "TBC"]]);
    assert_eq!(remarks(&source), [marks::TRACKED]);
}

#[test]
fn controls_fields_boxes_notes_and_tables_in_cells_keep_their_words() {
    let source = document("controls.docx");
    let page = |page: u32| Origin { page: Some(page), ..Origin::default() };
    let line = |text: &str, number: u32| {
        let origin = Origin { line: Some(number), ..page(1) };
        Block::Line(Line { text: text.to_owned(), origin, ..Line::default() })
    };
    let note = |text: &str, number: u32, origin: Origin| {
        let label = Some(format!("Footnote {number}"));
        Block::Line(Line { text: text.to_owned(), label, origin, ..Line::default() })
    };
    let in_cell = |row: u32, column: usize| Origin {
        table: Some(1),
        row: Some(row),
        cell: Some((column + 1).to_string()),
        ..page(1)
    };
    let mut blocks = source.blocks.clone();
    let Block::Table(table) = blocks.remove(6) else { panic!("{source:#?}") };
    assert_eq!(
        blocks,
        [
            line("Action plan 2016/17", 1),
            line("Page 7 of 9; see the strategy.", 2),
            line("Beside a box, and after it.", 3),
            Block::Line(Line { text: "Words in a box.".to_owned(), origin: page(1), ..Line::default() }),
            line("A claim with a source.", 4),
            note("Needs assessment 2015.", 1, page(1)),
            note("Until September.", 2, in_cell(2, 1)),
            line("Ticked ✓ cooperate, e-mail", 5),
            Block::Line(Line {
                text: "On the second page.".to_owned(),
                origin: Origin { line: Some(7), ..page(2) },
                ..Line::default()
            }),
        ]
    );
    let cell = |text: &str, row: u32, column: usize| Cell {
        text: text.to_owned(),
        column,
        columns: 1,
        continues: false,
        origin: in_cell(row, column),
    };
    assert_eq!(table.origin, Origin { table: Some(1), ..page(1) });
    assert_eq!(table.rows[0].cells, [cell("Action", 1, 0), cell("Owner", 1, 1)]);
    assert_eq!(table.rows[1].cells, [cell("Outer\na\tb\nc\td", 2, 0), cell("LBTH DAAT\nCRC", 2, 1)]);
    assert_eq!(remarks(&source), ["Comment by Ann Smith: Which one?", marks::TABLE_IN_CELL, "Page header: OFFICIAL"]);
    assert_eq!(source.remarks[1].origin, in_cell(2, 0));
}
