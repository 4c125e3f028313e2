//! What Excel, LibreOffice Calc and Google put on the clipboard.

use super::{sketch, try_reading};

/// A piece of a sheet in Excel's manner: columns without ends, classes for looks, and text that flows over.
const EXCEL: &str = "<html xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\n\
    <head><meta http-equiv=Content-Type content=\"text/html; charset=utf-8\"><meta name=ProgId content=Excel.Sheet>\
    <meta name=Generator content=\"Microsoft Excel 15\"><style><!--table {mso-displayed-decimal-separator:\"\\.\";}\
    .xl65 {mso-number-format:\"Short Date\"; white-space:normal;} --></style></head><body>\
    <table border=0 cellpadding=0 width=300 style='border-collapse:collapse'><!--StartFragment-->\n\
    <col width=64 style='width:48pt'><col width=64>\n\
    <tr height=20><td height=20 colspan=3 style='mso-ignore:colspan'>Plan 2016/17</td></tr>\n\
    <tr height=20><td height=20></td><td></td><td></td></tr>\n\
    <tr><td>Action</td><td>By when</td><td class=xl65>Done</td></tr>\n\
    <tr><td>Train<br style='mso-data-placement:same-cell'> all<span style='mso-spacerun:yes'>  </span>staff</td>\
    <td class=xl65 x:num=\"42704\">30/11/2016</td><td align=right x:num=\"0.05\">5%</td></tr>\n\
    <tr height=0 style='display:none'><td>Old</td><td>May</td><td></td></tr>\n\
    <tr><td rowspan=2 class=xl65>Open</td><td>Q1</td><td></td></tr><tr><td>Q2</td><td></td></tr>\n\
    <!--EndFragment--></table></body></html>";

#[test]
fn a_piece_of_an_excel_sheet_is_read_as_it_is_shown() {
    let expected = [
        "= Plan 2016/17",
        "table",
        "| Action | By when | Done |",
        "| Train\nall staff | 30/11/2016 | 5% |",
        "| Old | May |  | hidden",
        "| Open | Q1 |  |",
        "| ^ | Q2 |  |",
        "! There are words in a hidden row: 5. It was read all the same. @ table 1",
    ];
    assert_eq!(sketch(EXCEL), expected);
    let source = try_reading(EXCEL).unwrap();
    let places: Vec<String> = source
        .blocks
        .iter()
        .map(|block| match block {
            crate::intake::Block::Line(line) => line.origin.to_string(),
            crate::intake::Block::Table(table) => table.rows[1].cells[1].origin.to_string(),
        })
        .collect();
    assert_eq!(places, ["table 1, cell A1", "table 1, cell B4"]);
}

#[test]
fn a_piece_of_a_libreoffice_or_google_sheet_has_its_titles_as_lines() {
    let calc = "<!DOCTYPE html><html><head><meta name=\"generator\" content=\"LibreOffice 7.4 (Linux)\"/></head><body>\
        <table cellspacing=\"0\" border=\"0\"><colgroup width=\"85\"></colgroup><tr><td height=\"17\" align=\"left\">\
        <font face=\"Liberation Sans\">Plan</font></td><td><br></td></tr><tr><td>Action</td><td>When</td></tr>\
        <tr><td>Train</td><td align=\"right\" sdval=\"42704\" sdnum=\"2057;0;DD/MM/YY\">30/11/16</td></tr></table>\
        </body></html>";
    assert_eq!(sketch(calc), ["= Plan", "table", "| Action | When |", "| Train | 30/11/16 |"]);
    let google = "<google-sheets-html-origin><style type=\"text/css\"><!--td {border: 1px solid #ccc;}--></style>\
        <table data-sheets-root=\"1\"><colgroup><col width=\"100\"/></colgroup><tbody><tr><td>Plan</td><td></td></tr>\
        <tr><td>Action</td><td>When</td></tr><tr><td data-sheets-value='{\"1\":2}'>Train</td><td>Q1</td></tr></tbody></table>";
    assert_eq!(sketch(google), ["= Plan", "table", "| Action | When |", "| Train | Q1 |"]);
}
