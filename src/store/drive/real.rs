//! The file system of this machine, through std.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{Drive, Facts, NewFile};

/// The file system of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDrive;

/// How many links in a row are followed: more are a circle.
const MAX_LINKS: usize = 40;

#[cfg(target_os = "macos")]
use super::mac::plain_sync;

/// A drive that knows no sync is believed: what was written is read back in any case.
#[cfg(not(target_os = "macos"))]
fn plain_sync(_: &File, refusal: io::Error) -> io::Result<()> {
    if refusal.kind() == io::ErrorKind::Unsupported { Ok(()) } else { Err(refusal) }
}

#[cfg(windows)]
use super::windows::replace;

#[cfg(not(windows))]
fn replace(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

impl NewFile for File {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        Write::write_all(self, bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        match self.sync_all() {
            Err(error) => plain_sync(self, error),
            Ok(()) => Ok(()),
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
        replace(from, to)
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
