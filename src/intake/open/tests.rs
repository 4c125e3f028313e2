//! Files told by what is in them, under whatever name.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::intake::OtherKind;
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
    let cases: [(&[u8], IntakeCause); 11] = [
        (b"", IntakeCause::Empty),
        (b"%PDF-1.7\n...", IntakeCause::Pdf),
        (b"%PDF-1.4\n<</XObject <</Subtype /Image>>>>", IntakeCause::PictureOnly),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", IntakeCause::PictureOnly),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", IntakeCause::PictureOnly),
        (b"GIF89a\x01\0\x01\0", IntakeCause::PictureOnly),
        (b"BM\x36\0\0\0\0\0\0", IntakeCause::PictureOnly),
        (b"\0\x01\x02 nothing known", IntakeCause::Unknown),
        (b"<?xml version=\"1.0\"?><plan/>", IntakeCause::Unknown),
        (b" \r\n ", IntakeCause::NoText),
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
fn other_kinds_are_refused_by_name_and_say_what_to_do() {
    let open_document = |kind: &str| zipped("mimetype", &format!("application/vnd.oasis.opendocument.{kind}"));
    let cases: [(&[u8], OtherKind); 19] = [
        (b"MZ\x90\0\x03\0\0\0\x04\0\xff\xff", OtherKind::Program),
        (b"\x7fELF\x02\x01\x01\0\0\0", OtherKind::Program),
        (b"Rar!\x1a\x07\0\xcf\x90\x73", OtherKind::Archive),
        (&zipped("plan.docx", "x"), OtherKind::Archive),
        (b"{\\rtf1 Plan}", OtherKind::RichText),
        (&open_document("text"), OtherKind::OpenText),
        (&open_document("text-template"), OtherKind::OpenText),
        (&open_document("presentation"), OtherKind::Slides),
        (&zipped("ppt/presentation.xml", "x"), OtherKind::Slides),
        (&zipped("Index/Document.iwa", "x"), OtherKind::Apple),
        (&zipped("xl/workbook.bin", "x"), OtherKind::BinaryWorkbook),
        (&compound(&["Root Entry", "PowerPoint Document"], false), OtherKind::Slides),
        (&compound(&["Root Entry", "__properties_version1.0", "Workbook"], false), OtherKind::Message),
        (b"From: A\r\nContent-Type: text/plain\r\n\r\nPlan", OtherKind::Message),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\nPlan", OtherKind::WebArchive),
        (b"MIME-Version: 1.0\nContent-Type: text/html\nContent-Location: x\n\nPlan", OtherKind::WebArchive),
        (b"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><x/>", OtherKind::OfficeXml),
        (
            b"\xef\xbb\xbf<?xml version=\"1.0\"?><x xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
            OtherKind::OfficeXml,
        ),
        (b"<html><frameset><frame src=sheet001.htm><noframes>x</noframes></frameset></html>", OtherKind::Frames),
    ];
    for (bytes, expected) in cases {
        let error = open_bytes(bytes, "plan.xls", &go).unwrap_err();
        assert_eq!(error.cause, IntakeCause::Other(expected));
        let words = error.to_string();
        assert!(words.starts_with("\"plan.xls\" was not brought in: it ") && words.ends_with('.'), "{words}");
    }
}

#[test]
fn pages_are_opened_whatever_they_are_called_and_in_their_own_letters() {
    let page = "<html><head><meta charset=windows-1251></head><table><tr><td>План<td>x</table>";
    let (cyrillic, _, _) = encoding_rs::WINDOWS_1251.encode(page);
    let old = b"<table><tr><td>Children\x92s <td>\xa35</table>";
    for (bytes, words) in [(page.as_bytes(), ["План", "x"]), (&cyrillic, ["План", "x"]), (old, ["Children’s", "£5"])]
    {
        for name in ["plan.htm", "plan.xls", "plan"] {
            assert_eq!(open_bytes(bytes, name, &go).unwrap().words().collect::<Vec<_>>(), words);
        }
    }
    for prose in ["<5 people, and more", "<b>not</b> a page"] {
        assert!(open_bytes(prose.as_bytes(), "plan.txt", &go).unwrap().words().count() > 2, "{prose}");
    }
}

#[test]
fn a_text_longer_than_any_plan_is_refused() {
    for text in ["x\n".repeat(500_001), "words ".repeat(6 << 20), "|".repeat(1_000_001), "x\t".repeat(1_000_001)] {
        for name in ["plan.txt", "plan.csv"] {
            assert_eq!(cause(text.as_bytes(), name), IntakeCause::Unpacks);
        }
    }
}

#[test]
fn a_table_wider_than_any_plan_is_refused() {
    for text in [format!("prose\n\n{}", "x\t".repeat(1_000)), format!("<table><tr>{}", "<td>x".repeat(1_001))] {
        assert_eq!(cause(text.as_bytes(), "plan.txt"), IntakeCause::Unpacks);
    }
    assert!(open_bytes("<td>x".repeat(1_000).replacen("<td>", "<table><td>", 1).as_bytes(), "plan", &go).is_ok());
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
