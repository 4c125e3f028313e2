//! What a file that is no plan looks like, told by its first few thousand bytes.

use super::load_error::{LoadCause, LooksLike};

/// How many bytes are looked at before the rest is read.
pub(super) const HEAD: usize = 4096;

const MARKS: [(&[u8], LooksLike); 16] = [
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", LooksLike::OldOffice),
    (b"%PDF", LooksLike::Pdf),
    (b"{\\rtf", LooksLike::Word),
    (b"\x89PNG", LooksLike::Picture),
    (b"\xff\xd8\xff", LooksLike::Picture),
    (b"GIF8", LooksLike::Picture),
    (b"BM", LooksLike::Picture),
    (b"II*\0", LooksLike::Picture),
    (b"MM\0*", LooksLike::Picture),
    (b"RIFF", LooksLike::Picture),
    (b"\x1f\x8b", LooksLike::Archive),
    (b"7z\xbc\xaf\x27\x1c", LooksLike::Archive),
    (b"<!DOCTYPE", LooksLike::WebPage),
    (b"<!doctype", LooksLike::WebPage),
    (b"<html", LooksLike::WebPage),
    (b"<?xml", LooksLike::WebPage),
];

/// Says what keeps a file with this beginning from being a plan; `None` if it may be one.
pub(super) fn no_plan(head: &[u8]) -> Option<LoadCause> {
    let head = &head[..head.len().min(HEAD)];
    if head.iter().all(u8::is_ascii_whitespace) {
        return (head.len() < HEAD).then_some(LoadCause::Empty);
    }
    if head.iter().all(|byte| *byte == 0) {
        return Some(LoadCause::Zeros { at: None });
    }
    if head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") {
        return Some(LoadCause::Utf16);
    }
    if head.starts_with(b"PK\x03\x04") {
        return Some(LoadCause::NoPlan(inside_zip(head)));
    }
    MARKS.iter().find(|(mark, _)| head.starts_with(mark)).map(|(_, looks_like)| LoadCause::NoPlan(*looks_like))
}

/// Word, Excel and `LibreOffice` files are zip archives; the names of their parts stand near the beginning.
fn inside_zip(head: &[u8]) -> LooksLike {
    let holds = |name: &[u8]| head.windows(name.len()).any(|part| part == name);
    if holds(b"word/") {
        LooksLike::Word
    } else if holds(b"xl/") {
        LooksLike::Excel
    } else if holds(b"[Content_Types].xml") || holds(b"opendocument") {
        LooksLike::Office
    } else {
        LooksLike::Archive
    }
}
