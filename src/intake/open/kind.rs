//! What a file is, by what is in it.
//!
//! It must not read more of it than that takes.

use std::io::Cursor;

use zip::ZipArchive;

use crate::intake::intake_error::IntakeCause;
use crate::intake::letters::{self, Letters};
use crate::intake::{delimited, workbook};

/// What a file is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An Excel or `OpenDocument` workbook.
    Workbook,
    /// A Word document of 2007 or later.
    Word,
    /// A text of rows of cells.
    Rows,
    /// Any other text.
    Text(Letters),
    /// Something that is not read, and why.
    Refused(IntakeCause),
}

/// Beginnings of pictures: PNG, JPEG, GIF, BMP, TIFF either way round.
const PICTURES: [&[u8]; 6] = [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II\x2a\0", b"MM\0\x2a"];

/// Beginnings of texts that no person wrote: web pages, XML and Rich Text, whatever they are called.
const MARKUP: [&str; 5] = ["<!doctype", "<html", "<?xml", "{\\rtf", "<table"];

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
        return Kind::Refused(IntakeCause::Pdf);
    }
    let Some(letters) = letters::read(bytes) else {
        let is_picture = PICTURES.iter().any(|start| bytes.starts_with(start));
        return Kind::Refused(if is_picture { IntakeCause::PictureOnly } else { IntakeCause::Unknown });
    };
    text(bytes, letters, name)
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
    let begins = |start: &&str| text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
    if MARKUP.iter().any(begins) {
        return Kind::Refused(IntakeCause::Unknown);
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let named = matches!(ending.as_deref(), Some("csv" | "tsv"));
    if delimited::is_delimited(&letters.text, named) { Kind::Rows } else { Kind::Text(letters) }
}

/// An Office or `OpenDocument` document is a zip, and so is much else.
fn zipped(bytes: &[u8]) -> Kind {
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
    let mut kind = String::new();
    let read = archive.by_name("mimetype").ok().map(|part| {
        // The longest is 70 letters.
        std::io::Read::read_to_string(&mut std::io::Read::take(part, 200), &mut kind)
    });
    if matches!(read, Some(Ok(_))) && kind.contains("opendocument.spreadsheet") {
        return Kind::Workbook;
    }
    Kind::Refused(IntakeCause::Unknown)
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
    let (mut book, mut word) = (None, None);
    for (index, entry) in bytes.chunks_exact(ENTRY).enumerate() {
        if entry[ENTRY_TYPE] == ROOT && is_named(entry, "Root Entry") {
            word_class |= entry[CLASS..].starts_with(&WORD_CLASS);
        } else if is_named(entry, "EncryptedPackage") {
            return Kind::Refused(IntakeCause::Encrypted);
        } else if is_named(entry, "WordDocument") {
            word.get_or_insert(index);
        } else if is_named(entry, "Workbook") || is_named(entry, "Book") {
            book.get_or_insert(index);
        }
    }
    match (book, word) {
        (Some(book), Some(word)) if !word_class && book < word => Kind::Workbook,
        (Some(_), None) => Kind::Workbook,
        (_, Some(_)) => Kind::Refused(IntakeCause::OldWord),
        (None, None) => Kind::Refused(IntakeCause::Unknown),
    }
}

fn is_named(entry: &[u8], name: &str) -> bool {
    let written: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    let length = u16::from_le_bytes([entry[NAME_LENGTH], entry[NAME_LENGTH + 1]]);
    usize::from(length) == written.len() && entry.starts_with(&written)
}
