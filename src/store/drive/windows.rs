//! Putting one file in the place of another so that the access list, the owner, the attributes and the
//! streams of the old one stay: `ReplaceFileW`.
//!
//! A rename keeps none of those. It is what is left where `ReplaceFileW` cannot work at all; errors that
//! pass are handed on, for whoever called to try again.

use std::fs;
use std::io;
use std::path::Path;

use winsafe::co::{ERROR, REPLACEFILE};

/// Puts `from` in the place of `to`, whether or not there is one.
///
/// # Errors
/// Those of the drive. Then `from` is whole. So is `to`, unless it is no longer there: without a second name
/// for it, `ReplaceFileW` can stop after it took the old file away, and the rename after that can fail too.
pub(super) fn replace(from: &Path, to: &Path) -> io::Result<()> {
    let (Some(new), Some(old)) = (name(from), name(to)) else { return fs::rename(from, to) };
    let mut result = winsafe::ReplaceFile(old, new, None, REPLACEFILE::default());
    if matches!(result, Err(ERROR::ACCESS_DENIED)) {
        // Whoever may change files on a share may often not change who may: then the new file keeps the
        // access list that the folder gave it, which is that of the old one unless somebody set it apart.
        result = winsafe::ReplaceFile(old, new, None, REPLACEFILE::IGNORE_MERGE_ERRORS);
    }
    match result {
        Ok(()) => Ok(()),
        Err(error) if calls_for_rename(error) => fs::rename(from, to),
        Err(error) => Err(system_error(error)),
    }
}

/// A path as winsafe takes it. One that is no Unicode, or that has a zero in it, would be another path.
fn name(path: &Path) -> Option<&str> {
    path.to_str().filter(|name| !name.contains('\0'))
}

/// Whether a rename can do what was refused. Not so `UNABLE_TO_REMOVE_REPLACED`, after which both files have
/// their names and somebody holds the old one, nor the sharing violations: those pass.
fn calls_for_rename(error: ERROR) -> bool {
    matches!(
        error,
        // There is nothing to replace, or the path is longer than this call takes and std's calls do take.
        ERROR::FILE_NOT_FOUND | ERROR::PATH_NOT_FOUND | ERROR::INVALID_NAME | ERROR::FILENAME_EXCED_RANGE
            // The old file may be gone from its name, and the new one has still its own.
            | ERROR::UNABLE_TO_MOVE_REPLACEMENT | ERROR::UNABLE_TO_MOVE_REPLACEMENT_2
            // Servers other than Windows that do not know the call, or not all that it asks for.
            | ERROR::INVALID_FUNCTION | ERROR::NOT_SUPPORTED | ERROR::INVALID_PARAMETER
            | ERROR::CALL_NOT_IMPLEMENTED | ERROR::INVALID_LEVEL
            // Not even without the access list.
            | ERROR::ACCESS_DENIED
    )
}

fn system_error(error: ERROR) -> io::Error {
    // The system's codes are far below the sign bit; the conversion is bit for bit.
    io::Error::from_raw_os_error(u32::from(error).cast_signed())
}
