//! Files that are no Word documents, and such as are made to do harm: each is refused with its own cause.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{document, package, paragraph, part, run, try_reading, zipped};
use crate::intake::word::xml::MAX_DEPTH;
use crate::intake::{IntakeCause, Source, word};

#[track_caller]
fn cause(bytes: &[u8]) -> IntakeCause {
    try_reading(bytes).expect_err("it is refused")
}

fn compound(stream: &str) -> Vec<u8> {
    let name = stream.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 2000], &name, &[0; 2000]].concat()
}

/// A document whose text is a few bytes and then the same byte again and again.
fn bomb(bytes: usize) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    zip.start_file("word/document.xml", options).unwrap();
    let blank = vec![b' '; 1 << 20];
    for _ in 0..bytes >> 20 {
        zip.write_all(&blank).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn other_kinds_of_files_are_told_apart() {
    let text = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let kinds = [
        (Vec::new(), IntakeCause::Empty),
        (b"  \r\n".to_vec(), IntakeCause::Empty),
        (compound("EncryptedPackage"), IntakeCause::Encrypted),
        (compound("WordDocument"), IntakeCause::OldWord),
        (compound("Workbook"), IntakeCause::Unknown),
        (b"%PDF-1.7".to_vec(), IntakeCause::Pdf),
        (b"\x89PNG\r\n\x1a\n".to_vec(), IntakeCause::PictureOnly),
        (b"To do: everything".to_vec(), IntakeCause::Unknown),
        (zipped(&[]), IntakeCause::Unknown),
        (zipped(&[text("photos/1.jpg", "x")]), IntakeCause::Unknown),
        (zipped(&[text("word/document.xml", "<workbook/>")]), IntakeCause::Unknown),
    ];
    for (bytes, expected) in kinds {
        assert_eq!(cause(&bytes), expected);
    }
    assert!(matches!(cause(b"PK\x03\x04 and no more"), IntakeCause::Spoiled(_)));
    let whole = package(&[document(&paragraph("x"))]);
    assert!(matches!(cause(&whole[..whole.len() / 2]), IntakeCause::Spoiled(_)));
}

#[test]
fn a_document_without_words_says_why() {
    assert_eq!(cause(&package(&[document("<w:p/>")])), IntakeCause::NoText);
    let picture = "<w:p><w:r><w:drawing><inline><blip/></inline></w:drawing></w:r></w:p>";
    assert_eq!(cause(&package(&[document(picture)])), IntakeCause::PictureOnly);
}

#[test]
fn what_unpacks_to_too_much_is_refused() {
    assert_eq!(cause(&bomb(100 << 20)), IntakeCause::Unpacks, "a part beyond its limit");
    assert_eq!(cause(&bomb(20 << 20)), IntakeCause::Unpacks, "a part denser than any document");
    let many: Vec<_> = (0..10_001).map(|place| (place.to_string(), String::new())).collect();
    assert_eq!(cause(&zipped(&many)), IntakeCause::Unpacks, "more parts than any document has");
    let tags = package(&[document(&"<w:p/>".repeat(4_000_001))]);
    assert_eq!(cause(&tags), IntakeCause::Unpacks, "more tags than memory");
    let wide = (0..200).map(|place| format!(" a{place}=\"\"")).collect::<Vec<_>>().concat();
    assert_eq!(cause(&package(&[document(&format!("<w:p{wide}/>"))])), IntakeCause::Unpacks, "a tag too wide");
}

#[test]
fn what_the_size_in_the_directory_says_is_not_believed() {
    let mut bytes = bomb(100 << 20);
    let at = memchr::memmem::rfind(&bytes, b"PK\x01\x02").unwrap();
    bytes[at + 24..at + 28].copy_from_slice(&7_u32.to_le_bytes());
    assert!(matches!(cause(&bytes), IntakeCause::Unpacks | IntakeCause::Spoiled(_)));
}

#[test]
fn entities_are_refused() {
    let text = format!("<!DOCTYPE x [<!ENTITY a \"aaaa\">]>{}", part("document", &run("&a;")));
    assert!(matches!(cause(&package(&[("", "main.xml", text)])), IntakeCause::Spoiled(_)));
}

#[test]
fn ten_thousand_deep_elements_are_refused_and_the_deepest_allowed_fit_a_small_stack() {
    let nested = |open: &str, close: &str, depth: usize| {
        package(&[document(&format!("{}{}{}", open.repeat(depth), paragraph("deep"), close.repeat(depth)))])
    };
    let read = |bytes: Vec<u8>| -> Result<Source, IntakeCause> {
        let small = std::thread::Builder::new().stack_size(1 << 20);
        small.spawn(move || try_reading(&bytes)).unwrap().join().unwrap()
    };
    let table = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>");
    for (open, close) in [table, ("<w:sdt>", "</w:sdt>"), ("<w:p><w:txbxContent>", "</w:txbxContent></w:p>")] {
        assert!(matches!(read(nested(open, close, 10_000)), Err(IntakeCause::Spoiled(_))));
        let elements = open.matches('<').count();
        let deepest = read(nested(open, close, (MAX_DEPTH - 6) / elements)).unwrap();
        assert_eq!(deepest.words().collect::<Vec<_>>(), ["deep"]);
    }
}

#[test]
fn relations_outside_the_file_are_not_followed() {
    let outside = "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" TargetMode=\"External\" \
        Target=\"http://example.org/plan.docx\"/></Relationships>";
    let bytes = zipped(&[("_rels/.rels".to_owned(), outside.to_owned())]);
    assert_eq!(cause(&bytes), IntakeCause::Unknown);
}

#[test]
fn a_person_can_stop_it() {
    let bytes = package(&[document(&paragraph("x").repeat(1000))]);
    for last in [0.0, 0.1, 0.2, 0.5] {
        let tell = |share: f32| {
            if share > last { std::ops::ControlFlow::Break(()) } else { std::ops::ControlFlow::Continue(()) }
        };
        assert_eq!(word::read(&bytes, "plan.docx", &tell).unwrap_err().cause, IntakeCause::Cancelled);
    }
}
