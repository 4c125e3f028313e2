//! Files told by what is in them, under whatever name.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::intake::letters::Letters;

const PLAN: &[u8] = include_bytes!("../../../tests/documents/hidden.xlsx");
const OPEN: &[u8] = include_bytes!("../../../tests/documents/several-sheets.ods");
const OLD: &[u8] = include_bytes!("../../../tests/documents/old.xls");
const ROWS: &[u8] = include_bytes!("../../../tests/documents/windows-1252.csv");

fn go(_: f32) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn cause(bytes: &[u8], name: &str) -> IntakeCause {
    open_bytes(bytes, name, &go).unwrap_err().cause
}

/// A compound file as far as its folder goes: entries of these names.
fn compound(names: &[&str], word_class: bool) -> Vec<u8> {
    let mut bytes = [workbook::COMPOUND, &[0; 504]].concat();
    for name in names {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = u16::try_from(entry.len() + 2).unwrap();
        entry.resize(64, 0);
        entry.extend(length.to_le_bytes());
        entry.push(if *name == "Root Entry" { 5 } else { 2 });
        entry.resize(80, 0);
        entry.push(if word_class { 0x06 } else { 0x20 });
        entry.extend([if word_class { 0x09 } else { 0x08 }, 0x02, 0x00]);
        entry.resize(128, 0);
        bytes.extend(entry);
    }
    bytes
}

fn zipped(name: &str, text: &str) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file(name, SimpleFileOptions::default()).unwrap();
    writer.write_all(text.as_bytes()).unwrap();
    writer.finish().unwrap().into_inner()
}

#[test]
fn workbooks_and_rows_are_opened_whatever_they_are_called() {
    for (bytes, word) in [(PLAN, "Train"), (OPEN, "IBAs"), (OLD, "survey")] {
        for name in ["plan.xlsx", "plan.doc", "plan"] {
            let source = open_bytes(bytes, name, &go).unwrap();
            assert_eq!(source.name, name);
            assert!(source.words().any(|found| found == word), "{word}");
        }
    }
    assert!(open_bytes(ROWS, "plan.csv", &go).unwrap().words().any(|word| word == "DAAT"));
}

#[test]
fn each_kind_is_told_by_its_content() {
    assert_eq!(kind::of(&zipped("word/document.xml", "<w/>"), "x.zip"), Kind::Word);
    assert_eq!(kind::of(&zipped("xl/workbook.xml", "<w/>"), "x.zip"), Kind::Workbook);
    let text = "Planning grid 1\n\nActions\tBy when\nTrain\tQ3\n\nOutcomes\n";
    let letters = Letters { text: text.to_owned(), has_unread: false };
    assert_eq!(kind::of(text.as_bytes(), "plan.txt"), Kind::Text(letters));
    assert_eq!(kind::of(b"Actions\tBy when\nTrain\tQ3\n", "plan.txt"), Kind::Rows);
    assert_eq!(kind::of(&compound(&["Root Entry", "Workbook"], false), "x"), Kind::Workbook);
    assert_eq!(kind::of(&compound(&["Root Entry", "Workbook", "WordDocument"], false), "x"), Kind::Workbook);
}

#[test]
fn what_is_not_read_is_refused_for_what_it_is() {
    let cases: [(&[u8], IntakeCause); 13] = [
        (b"", IntakeCause::Empty),
        (b"%PDF-1.7\n...", IntakeCause::Pdf),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", IntakeCause::PictureOnly),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", IntakeCause::PictureOnly),
        (b"GIF89a\x01\0\x01\0", IntakeCause::PictureOnly),
        (b"BM\x36\0\0\0\0\0\0", IntakeCause::PictureOnly),
        (b"MZ\x90\0\x03\0\0\0\x04\0\xff\xff", IntakeCause::Unknown),
        (b"\x7fELF\x02\x01\x01\0\0\0", IntakeCause::Unknown),
        (b"<!DOCTYPE html><p>Plan</p>", IntakeCause::Unknown),
        (b"{\\rtf1 Plan}", IntakeCause::Unknown),
        (b" \r\n ", IntakeCause::NoText),
        (&zipped("mimetype", "application/vnd.oasis.opendocument.text"), IntakeCause::Unknown),
        (&compound(&["Root Entry"], false), IntakeCause::Unknown),
    ];
    for (bytes, expected) in cases {
        assert_eq!(cause(bytes, "plan.xlsx"), expected, "{:?}", &bytes[..bytes.len().min(8)]);
    }
    assert_eq!(
        cause(&compound(&["Root Entry", "EncryptionInfo", "EncryptedPackage"], false), "x"),
        IntakeCause::Encrypted
    );
    assert_eq!(cause(&compound(&["Root Entry", "WordDocument"], true), "x"), IntakeCause::OldWord);
    assert_eq!(cause(&compound(&["Root Entry", "Workbook", "WordDocument"], true), "x"), IntakeCause::OldWord);
    assert!(matches!(cause(b"PK\x03\x04 cut", "plan.xlsx"), IntakeCause::Spoiled(_)));
}

#[test]
fn files_that_cannot_be_had_are_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(open(folder.path(), &go).unwrap_err().cause, IntakeCause::Folder);
    assert!(matches!(open(&folder.path().join("none.xlsx"), &go).unwrap_err().cause, IntakeCause::Drive(_)));
    let large = folder.path().join("large.xlsx");
    File::create(&large).unwrap().set_len(MOST + 1).unwrap();
    assert_eq!(open(&large, &go).unwrap_err().cause, IntakeCause::TooLarge { bytes: MOST + 1 });
    let plan = folder.path().join("plan.xlsx");
    std::fs::write(&plan, PLAN).unwrap();
    assert_eq!(open(&plan, &go).unwrap().name, "plan.xlsx");
    assert_eq!(open(&plan, &|_| ControlFlow::Break(())).unwrap_err().cause, IntakeCause::Cancelled);
}
