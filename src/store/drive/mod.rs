//! The one seam to the file system. Everything the store does to a drive goes through [`Drive`], so that
//! tests can make each single step fail, or succeed and report failure.
//!
//! It knows no plans. Each method is one operation, with no retry and no judgement of its own.

#[cfg(target_os = "macos")]
mod mac;
mod real;
#[cfg(windows)]
mod windows;

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

pub use real::RealDrive;

/// What can be known of a file without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// How many bytes it has.
    pub bytes: u64,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// Whether it is marked as not to be written.
    pub read_only: bool,
}

/// A file being written from its beginning.
pub trait NewFile {
    /// Adds bytes behind what was written.
    ///
    /// # Errors
    /// Those of the drive.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Returns when what was written has reached the drive, as far as the drive can say.
    ///
    /// # Errors
    /// Those of the drive.
    fn sync(&mut self) -> io::Result<()>;

    /// Cuts off what stood in the file behind what was written now.
    ///
    /// # Errors
    /// Those of the drive.
    fn cut_off(&mut self) -> io::Result<()>;
}

/// A place where files are.
#[expect(clippy::missing_errors_doc, reason = "every error is the drive's own, passed on as it is")]
pub trait Drive {
    /// The file itself where `path` is a link to it, whether or not it exists.
    fn real_path(&self, path: &Path) -> io::Result<PathBuf>;

    /// What can be known of a file without reading it.
    fn facts(&self, path: &Path) -> io::Result<Facts>;

    /// Opens a file for reading.
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>>;

    /// Whether the file can be opened for writing. Changes nothing.
    fn may_write(&self, path: &Path) -> bool;

    /// Makes a new file; fails if there is one.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>>;

    /// Opens a file that is there, to be written over from its beginning. Until then its content stays.
    fn open_over(&self, path: &Path) -> io::Result<Box<dyn NewFile>>;

    /// The files in a folder, in no order; folders are left out.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;

    /// Makes a folder, and those it lies in, where they are not there yet.
    fn make_folder(&self, path: &Path) -> io::Result<()>;

    /// Gives `to` the permissions of `from`.
    fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Puts `from` in the place of `to`, whether or not there is one, in one step.
    fn replace(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Gives `from` the name `to`; fails with [`io::ErrorKind::AlreadyExists`] if there is such a file.
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Returns when the names in a folder have reached the drive.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;

    /// Waits before an operation is tried again. Tests do not wait.
    fn pause(&self, duration: Duration);
}
