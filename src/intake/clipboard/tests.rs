//! What Excel, Word and web pages put on the clipboard.

use super::*;
use crate::intake::workbook::tests::{go, sketch};

fn read_text(text: &str) -> Result<Source, IntakeError> {
    read(&Clipboard { text: Some(text.to_owned()), html: None }, &go)
}

fn read_both(text: &str, html: &str) -> Source {
    read(&Clipboard { text: Some(text.to_owned()), html: Some(html.to_owned()) }, &go).unwrap()
}

#[test]
fn cells_of_excel_keep_their_line_breaks() {
    let source = read_text("Plan\t\r\nAction\tBy when\r\n\"Train\nstaff, all\"\tQ3\r\n").unwrap();
    let expected = ["= Plan @ A1", "table @ A2", "| Action | By when |", "| Train\nstaff, all | Q3 |"];
    assert_eq!(sketch(&source), expected);
    assert_eq!(source.name, "the clipboard");
}

#[test]
fn prose_is_lines_commas_and_all() {
    let source = read_text("One, two\n\nthree, four\nfive, six").unwrap();
    assert_eq!(source.words().collect::<Vec<_>>(), ["One,", "two", "three,", "four", "five,", "six"]);
    assert_eq!(source.blocks.len(), 3);
}

#[test]
fn nothing_is_said_to_be_nothing() {
    assert_eq!(read_text(" \n\t\n").unwrap_err().cause, IntakeCause::NoText);
    assert_eq!(read(&Clipboard::default(), &go).unwrap_err().cause, IntakeCause::NoText);
}

#[test]
fn html_is_read_where_it_says_more_than_the_text() {
    let html = "<table><tr><td>Action<td>When<tr><td><p>Open</p><ul><li>it</ul><td rowspan=2>May<tr><td>Close</table>";
    let text = "Action\tWhen\nOpen\n•\tit\tMay\nClose\t\n";
    assert_eq!(sketch(&read_both(text, html))[1..], ["| Action | When |", "| Open\n• it | May |", "| Close | ^ |"]);
    let list = read_both("1.\tOpen\n2.\tClose\n", "<ol><li>Open<li>Close</ol>");
    let labels: Vec<_> = list
        .blocks
        .iter()
        .map(|block| if let Block::Line(line) = block { line.label.as_deref() } else { None })
        .collect();
    assert_eq!(labels, [Some("1."), Some("2.")]);
    let alone = read(&Clipboard { text: None, html: Some("<p>One".to_owned()) }, &go).unwrap();
    assert_eq!(alone.words().collect::<Vec<_>>(), ["One"]);
}

#[test]
fn the_text_is_read_where_html_says_no_more_or_something_else() {
    let text = "Action\tWhen\nOpen\tMay\n";
    for html in [
        "<p>Action When Open May</p>",
        "<table><tr><td>Quite<td>another<tr><td>table<td>copied</table>",
        "<table><tr><td>Action<td>When</table>",
        "<table><tr><td></table>",
        "",
    ] {
        assert_eq!(sketch(&read_both(text, html)), sketch(&read_text(text).unwrap()), "{html}");
    }
}

#[test]
fn a_person_can_stop_it() {
    let html = "<table><tr><td>a".repeat(20_000);
    let both = Clipboard { text: Some("a".to_owned()), html: Some(html) };
    assert_eq!(read(&both, &|_| ControlFlow::Break(())).unwrap_err().cause, IntakeCause::Cancelled);
}
