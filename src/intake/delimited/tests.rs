//! Texts of rows as Windows, Excel and others write them.

use super::*;
use crate::intake::workbook::tests::sketch;

const WINDOWS: &[u8] = include_bytes!("../../../tests/documents/windows-1252.csv");
const UTF_16: &[u8] = include_bytes!("../../../tests/documents/utf16.tsv");
const SEMICOLONS: &[u8] = include_bytes!("../../../tests/documents/semicolons.csv");

fn sketched(bytes: &[u8]) -> Vec<String> {
    sketch(&read(bytes, "test").unwrap())
}

#[test]
fn what_windows_wrote_is_lines_and_tables() {
    let expected = [
        "= Young people\u{2019}s plan @ A1",
        "table @ A3",
        "| Action | By when | By whom |",
        "| Children\u{2019}s café \u{2013} £5, weekly | 30/11/16 | DAAT |",
        "| Two\nlines | Ongoing | The \"Hub\" |",
    ];
    assert_eq!(sketched(WINDOWS), expected);
}

#[test]
fn tabs_in_utf_16_are_read() {
    assert_eq!(sketched(UTF_16), ["table @ A1", "| Action | By when |", "| Open café | March 2017 |"]);
}

#[test]
fn semicolons_are_told_from_commas() {
    let expected = ["table @ A1", "| Action | By when | Cost |", "| Train, and train again | 30/11/16 | 1,5 |"];
    assert_eq!(sketched(SEMICOLONS), [expected.as_slice(), &["= Open @ A3"]].concat());
}

#[test]
fn a_quotation_mark_too_many_does_not_swallow_the_rest() {
    let text = "Action,When\n\"Open,Q3\nTrain,Q4\n";
    assert_eq!(sketched(text.as_bytes()), ["table @ A1", "| Action | When |", "| \"Open | Q3 |", "| Train | Q4 |"]);
}

#[test]
fn a_mark_inside_a_cell_is_only_a_mark() {
    let text = "A \"new\" idea\tQ3\n\"\"\"Hub\"\"\tand\"\tQ4\n";
    assert_eq!(sketched(text.as_bytes()), ["table @ A1", "| A \"new\" idea | Q3 |", "| \"Hub\"\tand | Q4 |"]);
}

#[test]
fn prose_is_not_rows_and_rows_are() {
    let prose = "We will train staff, and open.\nOne, two, and three.\nNo comma here.\nThe end, at last.";
    assert!(!is_delimited(prose, false));
    assert!(!is_delimited("Title\n\nObjective\n\nAction\tWhen\nTrain\tQ3\n\nOutcome\n", false));
    assert!(is_delimited("Action\tWhen\nTrain\tQ3\n", false));
    assert!(is_delimited("Action,When\nTrain,Q3\n", true));
    assert!(!is_delimited("Action,When\nTrain,Q3\n", false));
    assert!(is_delimited("a;b\nc;d\ne;f\n", false));
    assert!(!is_delimited("", true));
}

#[test]
fn no_text_and_no_words_are_refused() {
    assert_eq!(read(b"\0\0\0\x01", "test").unwrap_err().cause, IntakeCause::Unknown);
    assert_eq!(read(b",,\n , \n", "test").unwrap_err().cause, IntakeCause::NoText);
}
