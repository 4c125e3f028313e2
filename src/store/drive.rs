//! The one seam to the file system. Everything the store does to a drive goes through [`Drive`], so that
//! tests can make each single step fail, or succeed and report failure.
//!
//! It knows no plans. Each method is one operation, with no retry and no judgement of its own.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

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

/// The file system of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDrive;

/// How many links in a row are followed: more are a circle.
const MAX_LINKS: usize = 40;

impl NewFile for File {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        Write::write_all(self, bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        // On a Mac this is `F_FULLFSYNC`, which SMB mounts refuse as unsupported. The plain sync that they do
        // take is not in std; what was written is read back in any case.
        match self.sync_all() {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(()),
            result => result,
        }
    }

    fn cut_off(&mut self) -> io::Result<()> {
        let end = self.stream_position()?;
        self.set_len(end)
    }
}

impl Drive for RealDrive {
    fn real_path(&self, path: &Path) -> io::Result<PathBuf> {
        // Only the last part matters for replacing a file; resolving all of it breaks some Windows shares.
        let mut real = path.to_path_buf();
        for _ in 0..MAX_LINKS {
            match fs::symlink_metadata(&real) {
                Ok(metadata) if metadata.is_symlink() => {
                    let target = fs::read_link(&real)?;
                    real = real.parent().unwrap_or(Path::new("")).join(target);
                }
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => return Ok(real),
            }
        }
        Err(io::Error::other("the link leads in a circle"))
    }

    fn facts(&self, path: &Path) -> io::Result<Facts> {
        let metadata = fs::metadata(path)?;
        Ok(Facts { bytes: metadata.len(), is_folder: metadata.is_dir(), read_only: metadata.permissions().readonly() })
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>> {
        Ok(Box::new(File::open(path)?))
    }

    fn may_write(&self, path: &Path) -> bool {
        match OpenOptions::new().append(true).open(path) {
            Err(error) => !matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem),
            Ok(_) => true,
        }
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        Ok(Box::new(OpenOptions::new().write(true).create_new(true).open(path)?))
    }

    fn open_over(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        Ok(Box::new(OpenOptions::new().write(true).open(path)?))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut files = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if !entry.file_type()?.is_dir() {
                files.push(entry.path());
            }
        }
        Ok(files)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::set_permissions(to, fs::metadata(from)?.permissions())
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        // A second name is refused where the name is taken, in one step. Drives without second names get a
        // look and a rename, between which somebody could come.
        match fs::hard_link(from, to) {
            Ok(()) => fs::remove_file(from),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            Err(_) if fs::symlink_metadata(to).is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => fs::rename(from, to),
        }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        // Windows has no such thing: there a folder cannot be opened as a file.
        if cfg!(windows) { Ok(()) } else { File::open(path)?.sync_all() }
    }

    fn pause(&self, duration: Duration) {
        std::thread::sleep(duration);
    }
}
