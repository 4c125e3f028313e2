//! Tables.

use super::{sketch, try_reading};
use crate::intake::source::Block;

#[test]
fn merged_cells_continue_below() {
    let html = "<table><tr><td rowspan=3>Objective</td><td colspan=2>Title</td></tr><tr><td>a<td>b</tr>\
                <tr><td>c<td rowspan=2>d<tr><td>e<td>f</table>";
    let expected = ["table", "| Objective | (2) Title |", "| ^ | a | b |", "| ^ | c | d |", "| e | f | ^ |"];
    assert_eq!(sketch(html), expected);
    let to_the_end = "<table><tbody><tr><td rowspan=0>x<td>1<tr><td>2</tbody><tbody><tr><td>y<td>3</table>";
    assert_eq!(sketch(to_the_end), ["table", "| x | 1 |", "| ^ | 2 |", "| y | 3 |"]);
    let too_far = "<table><tr><td rowspan=9>x<td>1<tr><td>2</table>";
    assert_eq!(sketch(too_far), ["table", "| x | 1 |", "| ^ | 2 |"]);
}

#[test]
fn cells_keep_their_columns_beside_merged_ones() {
    let source = try_reading("<table><tr><td>a<td rowspan=2>b<td>c<tr><td>d<td>e</table>").unwrap();
    let Block::Table(table) = &source.blocks[0] else { panic!("{source:?}") };
    let columns: Vec<Vec<usize>> =
        table.rows.iter().map(|row| row.cells.iter().map(|cell| cell.column).collect()).collect();
    assert_eq!(columns, [[0, 1, 2], [0, 1, 2]]);
    assert_eq!(table.rows[1].cells[2].origin.to_string(), "table 1, row 2, cell 3");
}

#[test]
fn heading_rows_are_those_that_say_so_above_all_others() {
    let html = "<table><thead><tr><td>Action<td>When</thead><tbody><tr><td>Open<td>May<tr><th>Sum<th>1</table>";
    assert_eq!(sketch(html), ["table", "| Action | When | heading", "| Open | May |", "| Sum | 1 |"]);
    let html = "<table><tr><th>Action</th><th>When</th></tr><tr><th>Open</th><td>May</td></tr></table>";
    assert_eq!(sketch(html), ["table", "| Action | When | heading", "| Open | May |"]);
}

#[test]
fn the_lines_of_a_cell_are_parted() {
    let html = "<table><tr><td><p>One</p>\n<p>two<br>three</p><p>&nbsp;</p></td><td>\n  a\n  b </td></tr></table>";
    assert_eq!(sketch(html), ["table", "| One\ntwo\nthree | a b |"]);
}

#[test]
fn a_table_in_a_cell_is_words_of_it_and_one_that_only_gives_places_is_none() {
    let inner = "<table><tr><td>a<td>b<tr><td>c<td>d</table>";
    let html = format!("<table><tr><td>Open {inner}<td>May</table>");
    let lines = sketch(&html);
    assert_eq!(lines[..2], ["table", "| Open\na\tb\nc\td | May |"]);
    assert_eq!(lines[2], "! A table inside a cell was read as lines of that cell. @ table 1, row 1, cell 1");
    let page =
        format!("<table width=600><tr><td><h1>Plan</h1><tr><td><table><tr><td>{inner}</table><td>&nbsp;</table>End");
    assert_eq!(sketch(&page), ["=# Plan", "table", "| a | b |", "| c | d |", "= End"]);
}

#[test]
fn words_of_a_table_that_are_in_no_cell_come_before_it() {
    let html = "<table><caption>Plan</caption>stray<tr>more<td>a<td>b</table><td>no table";
    assert_eq!(sketch(html), ["= Plan", "= stray", "= more", "table", "| a | b |", "= no table"]);
}

#[test]
fn hidden_rows_are_read_and_say_so_and_hidden_cells_are_told() {
    let html = "<table><tr><td>a<td>b<tr style='display:none'><td>c<td>d<tr><td>e<td style='display:none'>f</table>";
    let expected = [
        "table",
        "| a | b |",
        "| c | d | hidden",
        "| e |  |",
        "! Hidden words were left out: \"f\". @ table 1, row 3, cell 2",
    ];
    assert_eq!(sketch(html), expected);
}

#[test]
fn a_table_without_words_is_none() {
    assert_eq!(
        sketch("<table><tr><td><td></table><p>x</p><table><tr><td>a<td>b</table>"),
        ["= x", "table", "| a | b |"]
    );
}
