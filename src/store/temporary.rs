//! The new content beside the old, under a name that says what it is, until it takes the old one's place.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::drive::Drive;

/// How many names are tried. Each one taken is another save at work, or one that was cut off.
const MAX_NAMES: u32 = 50;

/// The longest beginning of the plan's own name that is kept, so that the whole stays below what file
/// systems allow (255 bytes).
const MAX_STEM: usize = 180;

/// A file beside the plan that holds its new content.
pub(super) struct Temporary<'drive> {
    drive: &'drive dyn Drive,
    path: PathBuf,
}

impl<'drive> Temporary<'drive> {
    /// Writes `bytes` beside `target` and waits until the drive has them. On failure nothing stays.
    pub(crate) fn write(drive: &'drive dyn Drive, target: &Path, bytes: &[u8]) -> Result<Self, Left> {
        let mut number = 1;
        let (path, mut file) = loop {
            let path = beside(target, number);
            match drive.create_new(&path) {
                Ok(file) => break (path, file),
                Err(error) if error.kind() == ErrorKind::AlreadyExists && number < MAX_NAMES => number += 1,
                // It may be there all the same, and it may be another person's: so it is named, not removed.
                Err(error) => return Err(Left { error, path: drive.facts(&path).is_ok().then_some(path) }),
            }
        };
        let temporary = Self { drive, path };
        let written = file.write_all(bytes).and_then(|()| file.sync());
        // Windows renames and removes no open file.
        drop(file);
        match written {
            Ok(()) => Ok(temporary),
            Err(error) => Err(Left { error, path: temporary.remove() }),
        }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Removes it. Gives its path where that fails and it is still there.
    pub(crate) fn remove(self) -> Option<PathBuf> {
        match self.drive.remove(&self.path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Some(self.path),
            _ => None,
        }
    }
}

/// A write that failed, and the file that could not be removed after it.
pub(super) struct Left {
    pub(crate) error: io::Error,
    pub(crate) path: Option<PathBuf>,
}

fn beside(target: &Path, number: u32) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let mut stem = name.len().min(MAX_STEM);
    while !name.is_char_boundary(stem) {
        stem -= 1;
    }
    target.with_file_name(format!("{}.being-saved-{number}.tmp", &name[..stem]))
}
