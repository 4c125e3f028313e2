//! The new content beside the old, under a name that says what it is, until it takes the old one's place.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::store::beside;
use crate::store::drive::Drive;
use crate::store::patience::{if_there, patiently, remove};
use crate::store::session::Session;

/// How many names are tried. Each one taken is a save of this run that was cut off.
const MAX_NAMES: u32 = 50;

/// A file beside the plan that holds its new content.
pub(super) struct Temporary<'drive> {
    drive: &'drive dyn Drive,
    path: PathBuf,
}

impl<'drive> Temporary<'drive> {
    /// Writes `bytes` beside `target` and waits until the drive has them. On failure nothing stays, but for
    /// what is put into `left_behind`.
    ///
    /// # Errors
    /// Those of the drive.
    pub(super) fn write(
        drive: &'drive dyn Drive,
        target: &Path,
        session: Session,
        bytes: &[u8],
        left_behind: &mut Vec<PathBuf>,
    ) -> io::Result<Self> {
        let mut number = 1;
        // A file that was made though the drive reported failure has a name that is taken at the next try.
        let mut doubtful = Vec::new();
        let made = loop {
            let path = beside::being_saved(target, session, number);
            let made = patiently(drive, || {
                drive.create_new(&path).inspect_err(|error| {
                    if error.kind() != ErrorKind::AlreadyExists {
                        doubtful.push(path.clone());
                    }
                })
            });
            match made {
                Err(error) if error.kind() == ErrorKind::AlreadyExists && number < MAX_NAMES => number += 1,
                made => break made.map(|file| (path, file)),
            }
        };
        doubtful.dedup();
        doubtful.retain(|path| made.as_ref().map_or(true, |(own, _)| own != path));
        for path in doubtful {
            // Empty, it is worth nothing to anybody.
            if drive.facts(&path).is_ok_and(|facts| facts.bytes == 0) {
                left_behind.extend(remove(drive, &path));
            } else {
                left_behind.extend(if_there(drive, &path));
            }
        }
        let (path, mut file) = made?;
        let temporary = Self { drive, path };
        let written = file.write_all(bytes).and_then(|()| file.sync());
        // Windows renames and removes no open file.
        drop(file);
        if written.is_err() {
            left_behind.extend(temporary.remove());
        }
        written.map(|()| temporary)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Removes it. Gives its path where that fails and it may still be there.
    pub(super) fn remove(&self) -> Option<PathBuf> {
        remove(self.drive, &self.path)
    }
}
