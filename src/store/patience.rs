//! Trying again, a bounded number of times, what was refused with an error that passes.
//!
//! It knows no plans, and what it reads it does not judge.

use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::slice::Iter;
use std::time::Duration;

use super::beside::folder_of;
use super::drive::Drive;
use super::trouble::Trouble;

/// How long to wait before each further try, in milliseconds. Antivirus and sync programs let go of a file
/// within a second or two.
const PAUSES: [u64; 7] = [20, 50, 100, 250, 500, 1_000, 2_000];

/// As many of them as a file that is only in the way is worth.
const FEW: usize = 4;

/// The tries that are left.
pub(super) struct Patience {
    pauses: Iter<'static, u64>,
}

impl Patience {
    /// Some seconds.
    pub(super) fn new() -> Self {
        Self { pauses: PAUSES.iter() }
    }

    /// Half a second.
    fn short() -> Self {
        Self { pauses: PAUSES.get(..FEW).unwrap_or_default().iter() }
    }

    /// Waits and says yes, where another try after this error is worth while.
    pub(super) fn again(&mut self, drive: &dyn Drive, error: &io::Error) -> bool {
        if !Trouble::may_pass(error) {
            return false;
        }
        let pause = self.pauses.next();
        if let Some(milliseconds) = pause {
            drive.pause(Duration::from_millis(*milliseconds));
        }
        pause.is_some()
    }

    fn run<T>(mut self, drive: &dyn Drive, mut operation: impl FnMut() -> io::Result<T>) -> io::Result<T> {
        loop {
            match operation() {
                Err(error) if self.again(drive, &error) => {}
                result => return result,
            }
        }
    }
}

/// Does an operation, again while it is refused with an error that passes.
pub(super) fn patiently<T>(drive: &dyn Drive, operation: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    Patience::new().run(drive, operation)
}

/// Reads a whole file, again while that is refused with an error that passes.
pub(super) fn read_all(drive: &dyn Drive, path: &Path) -> io::Result<Vec<u8>> {
    patiently(drive, || {
        let mut bytes = Vec::new();
        drive.open(path)?.read_to_end(&mut bytes)?;
        Ok(bytes)
    })
}

/// Removes a file of ours. Gives its path where that fails and it may still be there.
pub(super) fn remove(drive: &dyn Drive, path: &Path) -> Option<PathBuf> {
    match Patience::short().run(drive, || drive.remove(path)) {
        Ok(()) => None,
        Err(_) => if_there(drive, path),
    }
}

/// The path, unless it is certain that there is no such file.
pub(super) fn if_there(drive: &dyn Drive, path: &Path) -> Option<PathBuf> {
    let is_gone = drive.facts(path).is_err_and(|error| missing(drive, path, error).is_ok());
    (!is_gone).then(|| path.to_path_buf())
}

/// Sees that an error says that there is no such file in its folder, and that this is so.
///
/// # Errors
/// The error, where it says something else. Of a drive that cannot be reached the system often says that
/// nothing is there, too: then what it says of the folder, which is the trouble.
pub(super) fn missing(drive: &dyn Drive, path: &Path, error: io::Error) -> io::Result<()> {
    if error.kind() != ErrorKind::NotFound || Trouble::of(&error) != Trouble::Missing {
        return Err(error);
    }
    patiently(drive, || drive.facts(folder_of(path))).map(|_| ())
}
