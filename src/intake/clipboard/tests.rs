//! What Excel and Word put on the clipboard.

use super::*;
use crate::intake::workbook::tests::sketch;

#[test]
fn cells_of_excel_keep_their_line_breaks() {
    let source = read("Plan\t\r\nAction\tBy when\r\n\"Train\nstaff, all\"\tQ3\r\n").unwrap();
    let expected = ["= Plan @ A1", "table @ A2", "| Action | By when |", "| Train\nstaff, all | Q3 |"];
    assert_eq!(sketch(&source), expected);
    assert_eq!(source.name, "the clipboard");
}

#[test]
fn prose_is_lines_commas_and_all() {
    let source = read("One, two\n\nthree, four\nfive, six").unwrap();
    assert_eq!(source.words().collect::<Vec<_>>(), ["One,", "two", "three,", "four", "five,", "six"]);
    assert_eq!(source.blocks.len(), 3);
}

#[test]
fn nothing_is_said_to_be_nothing() {
    assert_eq!(read(" \n\t\n").unwrap_err().cause, IntakeCause::NoText);
}
