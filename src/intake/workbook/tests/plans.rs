//! The two plans this program is built from, as workbooks: every word of theirs, in order.

use super::*;

const OLDHAM: &[u8] = include_bytes!("../../../../tests/documents/oldham.xlsx");
const OLDHAM_WORDS: &str = include_str!("../../../../tests/documents/oldham.words.txt");
const TOWER_HAMLETS: &[u8] = include_bytes!("../../../../tests/documents/tower-hamlets.xlsx");
const TOWER_HAMLETS_WORDS: &str = include_str!("../../../../tests/documents/tower-hamlets.words.txt");

fn tables(source: &Source) -> Vec<&Table> {
    let blocks = source.blocks.iter();
    blocks.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None }).collect()
}

#[test]
fn every_word_of_oldham_is_found_in_order() {
    let source = read(OLDHAM, "oldham.xlsx", &go).unwrap();
    assert!(source.words().eq(OLDHAM_WORDS.split_whitespace()));
    let headed = tables(&source).iter().filter(|table| table.rows[0].cells[0].text == "Actions and milestones").count();
    assert_eq!(headed, 18, "a table for each objective");
}

#[test]
fn every_word_of_tower_hamlets_is_found_in_order() {
    let source = read(TOWER_HAMLETS, "tower-hamlets.xlsx", &go).unwrap();
    assert!(source.words().eq(TOWER_HAMLETS_WORDS.split_whitespace()));
    for table in tables(&source) {
        assert_eq!(table.rows[0].cells[0].text, "Owner", "{}", table.origin);
    }
    let whens: Vec<&str> = tables(&source)
        .iter()
        .flat_map(|table| &table.rows)
        .flat_map(|row| &row.cells)
        .map(|cell| cell.text.as_str())
        .collect();
    for written in ["30/11/2016", "End March 2017", "Oct 17", "March 2017"] {
        assert!(whens.contains(&written), "{written}");
    }
}

#[test]
fn each_commitment_is_a_line_above_its_table() {
    let source = read(TOWER_HAMLETS, "tower-hamlets.xlsx", &go).unwrap();
    let place =
        source.blocks.iter().position(|block| matches!(block, Block::Line(line) if line.text.starts_with("PBC1 ")));
    assert!(matches!(source.blocks[place.unwrap() + 1], Block::Table(_)));
}
