//! A file to a document: what it is, by what is in it and never by the ending of its name, and who reads that.
//!
//! It must not know how any of them is read.

use std::fs::File;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;

use super::intake_error::{IntakeCause, IntakeError};
use super::source::Source;
use super::{delimited, plain, word, workbook};
use kind::Kind;

mod kind;

#[cfg(test)]
mod tests;

/// Bytes a document may have.
const MOST: u64 = 100 << 20;

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
        Kind::Rows => delimited::read(bytes, name)?,
        Kind::Word => word::read(bytes, name, progress)?,
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
    if progress(1.0).is_break() { refuse(IntakeCause::Cancelled) } else { Ok(source) }
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
