//! The real drive without its waits, which are counted instead: a share of the tests' own goes wrong so many
//! times, not for so long.

use std::cell::Cell;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use planning_grid::store::drive::{Drive, Facts, NewFile, RealDrive};

/// How long a person would have waited.
#[derive(Default)]
pub(super) struct Hurried {
    pub(super) waited: Cell<Duration>,
}

impl Drive for Hurried {
    fn real_path(&self, path: &Path) -> io::Result<PathBuf> {
        RealDrive.real_path(path)
    }

    fn facts(&self, path: &Path) -> io::Result<Facts> {
        RealDrive.facts(path)
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>> {
        RealDrive.open(path)
    }

    fn may_write(&self, path: &Path) -> bool {
        RealDrive.may_write(path)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        RealDrive.create_new(path)
    }

    fn open_over(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        RealDrive.open_over(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        RealDrive.list(folder)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        RealDrive.make_folder(path)
    }

    fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDrive.copy_permissions(from, to)
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDrive.replace(from, to)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDrive.rename_new(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        RealDrive.remove(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        RealDrive.sync_folder(path)
    }

    fn pause(&self, duration: Duration) {
        self.waited.set(self.waited.get() + duration);
    }
}
