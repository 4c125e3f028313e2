//! What a file is, by what is in it.
//!
//! It must not read more of it than that takes.

use std::io::Cursor;

use zip::ZipArchive;

use crate::intake::intake_error::{IntakeCause, OtherKind};
use crate::intake::letters::{self, Letters};
use crate::intake::{delimited, html, workbook};

/// What a file is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An Excel or `OpenDocument` workbook.
    Workbook,
    /// A Word document of 2007 or later.
    Word,
    /// A page of HTML.
    Page(Letters),
    /// A text of rows of cells.
    Rows,
    /// Any other text.
    Text(Letters),
    /// Something that is not read, and why.
    Refused(IntakeCause),
}

/// Beginnings of pictures: PNG, JPEG, GIF, BMP, TIFF either way round.
const PICTURES: [&[u8]; 6] = [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II\x2a\0", b"MM\0\x2a"];

/// Pictures that say what they are some bytes after their beginning: WebP, and what telephones take.
const LATER_PICTURES: [(usize, &[u8]); 4] = [(8, b"WEBP"), (4, b"ftyphei"), (4, b"ftypmif1"), (4, b"ftypavif")];

/// Beginnings of files that are known and not read.
const OTHERS: [(&[u8], OtherKind); 8] = [
    (b"{\\rtf", OtherKind::RichText),
    (b"MIME-Version:", OtherKind::WebArchive),
    (b"MZ", OtherKind::Program),
    (b"\x7fELF", OtherKind::Program),
    (b"7z\xbc\xaf\x27\x1c", OtherKind::Archive),
    (b"Rar!\x1a\x07", OtherKind::Archive),
    (b"\x1f\x8b\x08", OtherKind::Archive),
    (b"\xcf\xfa\xed\xfe", OtherKind::Program),
];

/// Bytes at the beginning of a text in which it says what it is; less where they would part a letter.
const BEGINNING: usize = 4096;

/// Parts a zipped document may have, and the mark at the beginning of each entry of its directory.
const MOST_PARTS: usize = 10_000;
const DIRECTORY_ENTRY: &[u8] = b"PK\x01\x02";

/// Bytes before a PDF's own beginning that readers of PDF put up with.
const BEFORE_PDF: usize = 1024;

/// What a file is. Its name only tells rows with commas from prose with commas.
pub(super) fn of(bytes: &[u8], name: &str) -> Kind {
    if bytes.starts_with(b"PK") {
        return zipped(bytes);
    }
    if bytes.starts_with(workbook::COMPOUND) {
        return compound(bytes);
    }
    if bytes[..bytes.len().min(BEFORE_PDF)].windows(5).any(|five| five == b"%PDF-") {
        return Kind::Refused(if is_scan(bytes) { IntakeCause::PictureOnly } else { IntakeCause::Pdf });
    }
    let is_picture = PICTURES.iter().any(|start| bytes.starts_with(start));
    // What begins so may still be a word: "BM", "MZ".
    let Some(letters) = letters(bytes) else {
        let other =
            OTHERS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| IntakeCause::Other(*kind));
        let is_picture = is_picture
            || LATER_PICTURES.iter().any(|(at, mark)| bytes.get(*at..).is_some_and(|at| at.starts_with(mark)));
        return Kind::Refused(if is_picture {
            IntakeCause::PictureOnly
        } else {
            other.unwrap_or(IntakeCause::Unknown)
        });
    };
    text(bytes, letters, name)
}

/// The text that bytes are. A page may say in which letters it is written.
fn letters(bytes: &[u8]) -> Option<Letters> {
    let letters = letters::read(bytes)?;
    if std::str::from_utf8(bytes).is_ok() || !html::is_html(&letters.text) {
        return Some(letters);
    }
    match html::encoding(bytes).filter(|encoding| encoding.is_ascii_compatible()) {
        Some(encoding) => {
            let (text, _, has_unread) = encoding.decode(bytes);
            Some(Letters { text: text.into_owned(), has_unread })
        }
        None => Some(letters),
    }
}

/// Whether a PDF has pictures and, as far as can be seen without unpacking it, no font to write words in.
fn is_scan(bytes: &[u8]) -> bool {
    let has = |mark: &[u8]| memchr::memmem::find(bytes, mark).is_some();
    (has(b"/Image") || has(b"/DCTDecode")) && !has(b"/Font") && !has(b"/ObjStm")
}

fn text(bytes: &[u8], letters: Letters, name: &str) -> Kind {
    // "BM" may begin a word; what else begins pictures is no text even without NUL bytes.
    if PICTURES.iter().any(|start| *start != b"BM" && bytes.starts_with(start)) {
        return Kind::Refused(IntakeCause::PictureOnly);
    }
    let text = letters.text.trim_start();
    if text.is_empty() {
        return Kind::Refused(IntakeCause::NoText);
    }
    if let Some(cause) = other_text(text) {
        return Kind::Refused(cause);
    }
    if html::is_html(text) {
        return Kind::Page(letters);
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let named = matches!(ending.as_deref(), Some("csv" | "tsv"));
    if delimited::is_delimited(&letters.text, named) { Kind::Rows } else { Kind::Text(letters) }
}

/// Why a text that no person wrote is not read.
fn other_text(text: &str) -> Option<IntakeCause> {
    let begins = |start: &str| text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
    if begins("{\\rtf") {
        return Some(IntakeCause::Other(OtherKind::RichText));
    }
    let beginning = text.get(..BEGINNING).unwrap_or(text);
    let is_letter =
        ["received:", "return-path:", "mime-version:", "message-id:", "from:"].iter().any(|start| begins(start))
            && beginning.contains("Content-Type:");
    if is_letter {
        let is_page = beginning.contains("multipart/related") || beginning.contains("Content-Location:");
        return Some(IntakeCause::Other(if is_page { OtherKind::WebArchive } else { OtherKind::Message }));
    }
    if begins("<?xml") && !beginning.to_ascii_lowercase().contains("<html") {
        let is_office = beginning.contains("<?mso-application") || beginning.contains("schemas-microsoft-com:office");
        return Some(if is_office { IntakeCause::Other(OtherKind::OfficeXml) } else { IntakeCause::Unknown });
    }
    None
}

/// An Office or `OpenDocument` document is a zip, and so is much else.
fn zipped(bytes: &[u8]) -> Kind {
    // Each would take some hundred bytes of memory only to be listed.
    if memchr::memmem::find_iter(bytes, DIRECTORY_ENTRY).take(MOST_PARTS + 1).count() > MOST_PARTS {
        return Kind::Refused(IntakeCause::Unpacks);
    }
    let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(error) => return Kind::Refused(IntakeCause::Spoiled(format!("its parts do not unpack: {error}"))),
    };
    let has = |begin: &str, end: &str| {
        archive.file_names_raw().any(|name| {
            let name = String::from_utf8_lossy(name).replace('\\', "/").to_ascii_lowercase();
            name.starts_with(begin) && name.ends_with(end)
        })
    };
    if has("xl/workbook", ".xml") {
        return Kind::Workbook;
    }
    if has("word/document", ".xml") {
        return Kind::Word;
    }
    let others = [
        ("ppt/presentation", ".xml", OtherKind::Slides),
        ("xl/workbook", ".bin", OtherKind::BinaryWorkbook),
        ("index/", ".iwa", OtherKind::Apple),
        ("index.zip", "", OtherKind::Apple),
        ("index.apxl", "", OtherKind::Apple),
    ];
    let other = others.into_iter().find(|(begin, end, _)| has(begin, end)).map(|(_, _, kind)| kind);
    let mut kind = String::new();
    if let Ok(part) = archive.by_name("mimetype") {
        // The longest is 70 letters; one that cannot be read says nothing.
        let _ = std::io::Read::read_to_string(&mut std::io::Read::take(part, 200), &mut kind);
    }
    let named = |name: &str| kind.contains("opendocument.") && kind.contains(name);
    if named("spreadsheet") {
        return Kind::Workbook;
    }
    let by_name = [("presentation", OtherKind::Slides), ("text", OtherKind::OpenText)];
    let by_name = by_name.into_iter().find(|(name, _)| named(name)).map(|(_, kind)| kind);
    Kind::Refused(IntakeCause::Other(by_name.or(other).unwrap_or(OtherKind::Archive)))
}

/// Bytes of an entry in the folder of an OLE compound file; they begin at multiples of it.
const ENTRY: usize = 128;
/// Where an entry has the length of its name, its type and its class.
const NAME_LENGTH: usize = 64;
const ENTRY_TYPE: usize = 66;
const CLASS: usize = 80;
const ROOT: u8 = 5;
/// The first bytes of the class of a Word document.
const WORD_CLASS: [u8; 4] = [0x06, 0x09, 0x02, 0x00];

/// A document of before 2007, or a locked one of after: told by the names of its streams. The one that comes first
/// counts, as another may be of a document inside this one, unless its class says that it is Word's.
fn compound(bytes: &[u8]) -> Kind {
    let mut word_class = false;
    let (mut book, mut word, mut other) = (None, None, None);
    for (index, entry) in bytes.chunks_exact(ENTRY).enumerate() {
        if entry[ENTRY_TYPE] == ROOT && is_named(entry, "Root Entry") {
            word_class |= entry[CLASS..].starts_with(&WORD_CLASS);
        } else if is_named(entry, "EncryptedPackage") {
            return Kind::Refused(IntakeCause::Encrypted);
        } else if is_named(entry, "WordDocument") {
            word.get_or_insert(index);
        } else if is_named(entry, "Workbook") || is_named(entry, "Book") {
            book.get_or_insert(index);
        } else if is_named(entry, "__properties_version1.0") {
            other.get_or_insert(OtherKind::Message);
        } else if is_named(entry, "PowerPoint Document") {
            other.get_or_insert(OtherKind::Slides);
        }
    }
    // What is attached to a message has streams of its own.
    if other == Some(OtherKind::Message) {
        return Kind::Refused(IntakeCause::Other(OtherKind::Message));
    }
    match (book, word) {
        (Some(book), Some(word)) if !word_class && book < word => Kind::Workbook,
        (Some(_), None) => Kind::Workbook,
        (_, Some(_)) => Kind::Refused(IntakeCause::OldWord),
        (None, None) => Kind::Refused(other.map_or(IntakeCause::Unknown, IntakeCause::Other)),
    }
}

fn is_named(entry: &[u8], name: &str) -> bool {
    let written: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    let length = u16::from_le_bytes([entry[NAME_LENGTH], entry[NAME_LENGTH + 1]]);
    usize::from(length) == written.len() && entry.starts_with(&written)
}
