//! Workbooks that are spoiled, or made to do harm.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

const PLAN: &[u8] = include_bytes!("../../../../tests/documents/tower-hamlets.xlsx");
const OLD: &[u8] = include_bytes!("../../../../tests/documents/old.xls");
const OPEN: &[u8] = include_bytes!("../../../../tests/documents/several-sheets.ods");

/// A workbook of one sheet with this XML in its `sheetData`, and more behind it.
fn book(rows: &str, behind: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    zipped(&[
        (
            "_rels/.rels",
            &format!(
                r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            &format!(
                r#"<workbook xmlns="{main}" xmlns:r="{relations}"><sheets><sheet name="Plan" sheetId="1" r:id="r1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &format!(
                r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            &format!(r#"<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>{behind}</worksheet>"#),
        ),
    ])
}

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn cell(name: &str, words: &str) -> String {
    let row: String = name.chars().filter(char::is_ascii_digit).collect();
    format!(r#"<row r="{row}"><c r="{name}" t="inlineStr"><is><t>{words}</t></is></c></row>"#)
}

fn cause(bytes: &[u8]) -> IntakeCause {
    read(bytes, "test", &go).unwrap_err().cause
}

#[test]
fn two_cells_at_the_ends_of_a_sheet_are_two_lines() {
    let bytes = book(&(cell("A1", "first") + &cell("XFD1048576", "last")), "");
    assert_eq!(sketch(&read(&bytes, "test", &go).unwrap()), ["= first @ A1", "= last @ XFD1048576"]);
}

#[test]
fn a_sheet_merged_from_end_to_end_is_one_line() {
    let merge = r#"<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>"#;
    let bytes = book(&cell("A1", "all"), merge);
    assert_eq!(sketch(&read(&bytes, "test", &go).unwrap()), ["= all @ A1"]);
}

#[test]
fn words_under_a_merged_cell_are_kept() {
    let merge = r#"<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>"#;
    let bytes = book(&(cell("A1", "seen") + &cell("B2", "covered") + &cell("A3", "below")), merge);
    let source = read(&bytes, "test", &go).unwrap();
    assert_eq!(source.words().collect::<Vec<_>>(), ["seen", "covered", "below"]);
}

#[test]
fn what_unpacks_to_more_than_a_document_is_refused() {
    let large = " ".repeat(65 << 20);
    assert_eq!(cause(&zipped(&[("xl/workbook.xml", &large)])), IntakeCause::Unpacks);
    let several: Vec<(String, &str)> = (0..5).map(|part| (format!("part{part}"), &large[..60 << 20])).collect();
    let several: Vec<(&str, &str)> = several.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    assert_eq!(cause(&zipped(&several)), IntakeCause::Unpacks);
    let names: Vec<String> = (0..10_001).map(|part| part.to_string()).collect();
    let many: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    assert_eq!(cause(&zipped(&many)), IntakeCause::Unpacks);
}

#[test]
fn rows_repeated_without_end_are_refused() {
    let content = r#"<o:document-content xmlns:o="o" xmlns:t="t" xmlns:x="x"><o:body><o:spreadsheet><t:table t:name="Plan">
        <t:table-row t:number-rows-repeated="4000000000"><t:table-cell t:number-columns-repeated="4000000000">
        <x:p>again</x:p></t:table-cell></t:table-row></t:table></o:spreadsheet></o:body></o:document-content>"#;
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    assert_eq!(cause(&zipped(&[("mimetype", kind), ("content.xml", content)])), IntakeCause::Unpacks);
}

#[test]
fn a_workbook_without_words_is_said_to_have_none() {
    assert_eq!(cause(&book("", "")), IntakeCause::NoText);
}

#[test]
fn a_spoiled_workbook_is_refused_or_read_and_never_ends_the_program() {
    for whole in [PLAN, OLD, OPEN] {
        let source = read(whole, "test", &go).unwrap();
        let words: Vec<&str> = source.words().collect();
        for step in 1..40 {
            let cut = &whole[..whole.len() * step / 40];
            // What is cut off an .xls may be nothing but padding; then nothing is missing.
            match read(cut, "test", &go) {
                Ok(found) => assert!(found.words().eq(words.iter().copied()), "cut at {}", cut.len()),
                Err(error) => assert!(matches!(error.cause, IntakeCause::Spoiled(_)), "{error}"),
            }
        }
        for step in 0..60 {
            let mut bytes = whole.to_vec();
            let at = (step * 7919 + 512) % bytes.len();
            bytes[at] ^= 0xFF;
            let _ = read(&bytes, "test", &go);
        }
    }
}
