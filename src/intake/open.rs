//! A file to a document: what it is, by what is in it and never by the ending of its name, and who reads that.
//!
//! It must not know how any of them is read.

use std::fs::File;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;

use super::intake_error::{IntakeCause, IntakeError};
use super::source::{Block, Source};
use super::{delimited, html, plain, word, workbook};
use kind::Kind;

mod kind;

#[cfg(test)]
mod tests;

/// Bytes a document may have.
const MOST: u64 = 100 << 20;

/// Lines a text may have: each takes some two hundred bytes of memory, however short it is.
const MOST_LINES: usize = 500_000;

/// Tabs and bars a text may have: each may begin a cell, which takes as much.
const MOST_CELLS: usize = 1_000_000;

/// Columns a table may have: a year of days, and as many again.
const MOST_COLUMNS: usize = 1000;

/// Bytes a text may have: forty times the longest plan seen.
const MOST_TEXT: usize = 32 << 20;

/// Reads the document at `path`. `progress` is told from 0 to 1 how far it is and stops it with `Break`.
///
/// # Errors
/// When the drive does not give the file, it is larger than 100 MB, no document this program reads, or one that cannot
/// be read. The file is never changed.
pub fn open(path: &Path, progress: &dyn Fn(f32) -> ControlFlow<()>) -> Result<Source, IntakeError> {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let refuse = |cause| IntakeError { name: name.clone(), cause };
    let bytes = bytes(path).map_err(refuse)?;
    open_bytes(&bytes, &name, progress)
}

/// Reads a document from its bytes. `name` is what it is called; of its ending only ".csv" and ".tsv" count, and only
/// to tell a text of rows from prose.
///
/// # Errors
/// As [`open()`].
pub fn open_bytes(bytes: &[u8], name: &str, progress: &dyn Fn(f32) -> ControlFlow<()>) -> Result<Source, IntakeError> {
    let refuse = |cause| Err(IntakeError { name: name.to_owned(), cause });
    if bytes.is_empty() {
        return refuse(IntakeCause::Empty);
    }
    if bytes.len() as u64 > MOST {
        return refuse(IntakeCause::TooLarge { bytes: bytes.len() as u64 });
    }
    if progress(0.0).is_break() {
        return refuse(IntakeCause::Cancelled);
    }
    let kind = kind::of(bytes, name);
    let mut source = match kind {
        Kind::Workbook => workbook::read(bytes, name, progress)?,
        Kind::Word => word::read(bytes, name, progress)?,
        Kind::Page(letters) => {
            let mut source = html::read(&letters.text, name, progress)?;
            source.remarks.extend(letters.has_unread.then(delimited::unread_letters));
            source
        }
        Kind::Rows if is_too_long(bytes) => return refuse(IntakeCause::Unpacks),
        Kind::Text(letters) if is_too_long(letters.text.as_bytes()) => return refuse(IntakeCause::Unpacks),
        Kind::Rows => delimited::read(bytes, name)?,
        Kind::Text(letters) => {
            let mut source = plain::read(&letters.text, name);
            source.remarks.extend(letters.has_unread.then(delimited::unread_letters));
            source
        }
        Kind::Refused(cause) => return refuse(cause),
    };
    source.part_places();
    if source.words().next().is_none() {
        return refuse(IntakeCause::NoText);
    }
    if is_too_wide(&source) {
        return refuse(IntakeCause::Unpacks);
    }
    if progress(1.0).is_break() { refuse(IntakeCause::Cancelled) } else { Ok(source) }
}

/// Whether a text has more than any plan.
pub(super) fn is_too_long(text: &[u8]) -> bool {
    let lines = memchr::memchr2_iter(b'\n', b'\r', text).take(MOST_LINES + 1).count();
    let cells = memchr::memchr2_iter(b'\t', b'|', text).take(MOST_CELLS + 1).count();
    text.len() > MOST_TEXT || lines > MOST_LINES || cells > MOST_CELLS
}

/// Whether a document has a table of more columns than any plan: what they hold is told by comparing them.
pub(super) fn is_too_wide(source: &Source) -> bool {
    source.blocks.iter().any(|block| match block {
        Block::Line(_) => false,
        Block::Table(table) => table.rows.iter().any(|row| row.cells.len() > MOST_COLUMNS),
    })
}

fn bytes(path: &Path) -> Result<Vec<u8>, IntakeCause> {
    let drive = |error: std::io::Error| IntakeCause::Drive(error.to_string());
    let about = std::fs::metadata(path).map_err(drive)?;
    if about.is_dir() {
        return Err(IntakeCause::Folder);
    }
    if about.len() > MOST {
        return Err(IntakeCause::TooLarge { bytes: about.len() });
    }
    let mut bytes = Vec::new();
    // It may be growing while it is read, or say nothing of its size.
    File::open(path).map_err(drive)?.take(MOST + 1).read_to_end(&mut bytes).map_err(drive)?;
    Ok(bytes)
}
