//! The folder of one run: the names in it, writing a file whole, and taking it away.
//!
//! It must not know what the files say.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::super::MAX_BYTES;
use super::super::drive::Drive;
use super::super::fingerprint::Fingerprint;
use super::super::trouble::Trouble;

const PLAN: &str = "plan.ron";
const ABOUT: &str = "about.ron";
const RUNNING: &str = "running";
const BASE: &str = "base-";
/// What a file's name ends with until it is whole.
const NEW: &str = ".new";

/// How long to wait before each further try at putting a file in place, in milliseconds: an antivirus may
/// hold it. No longer than that, as the next change brings the next try.
const PAUSES: [u64; 3] = [20, 100, 400];

/// How often a new run tries for its own lock, which another one that is just starting may hold for a moment
/// while it looks whether there is anything in the folder.
const MAX_TRIES: u32 = 6;
/// How long it waits between two tries.
const BETWEEN_TRIES: Duration = Duration::from_millis(10);

/// The folder of one run.
#[derive(Clone, Debug)]
pub(super) struct Place {
    folder: PathBuf,
}

/// Whether the run whose folder it is has ended.
#[derive(Debug)]
pub(super) enum Ended {
    /// Its lock is held.
    No,
    /// Its lock was free and is ours now; `None` where there is no lock, or locks do not work.
    Yes(Option<File>),
}

impl Place {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn plan(&self) -> PathBuf {
        self.folder.join(PLAN)
    }

    pub(super) fn about(&self) -> PathBuf {
        self.folder.join(ABOUT)
    }

    pub(super) fn base(&self, of: Fingerprint) -> PathBuf {
        self.folder.join(base_name(of))
    }

    /// Whether a plan is kept in it. Where that cannot be known, it may be.
    pub(super) fn has_plan(&self) -> bool {
        !matches!(fs::symlink_metadata(self.plan()), Err(error) if error.kind() == ErrorKind::NotFound)
    }

    /// What the plan in it is now.
    pub(super) fn plan_now(&self, drive: &dyn Drive) -> Option<Fingerprint> {
        let mut bytes = Vec::new();
        drive.open(&self.plan()).ok()?.take(MAX_BYTES).read_to_end(&mut bytes).ok()?;
        Some(Fingerprint::of(&bytes))
    }

    /// Makes the folder and locks it for as long as the file stays open. Where locks do not work, it is open.
    pub(super) fn hold(&self, drive: &dyn Drive) -> io::Result<File> {
        let path = self.folder.join(RUNNING);
        for _ in 0..MAX_TRIES {
            drive.make_folder(&self.folder)?;
            let file = match OpenOptions::new().write(true).create(true).truncate(false).open(&path) {
                // Another run took the folder for one left empty.
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                result => result?,
            };
            match file.try_lock() {
                Err(TryLockError::WouldBlock) => drive.pause(BETWEEN_TRIES),
                // Locked, but no longer the file of that name: removed by another run a moment before.
                Ok(()) if !path.exists() => {}
                _ => return Ok(file),
            }
        }
        Err(io::Error::new(ErrorKind::ResourceBusy, "another run of the program uses the same folder"))
    }

    /// Whether the run has ended. Does not wait.
    pub(super) fn ended(&self) -> Ended {
        let Ok(file) = OpenOptions::new().write(true).open(self.folder.join(RUNNING)) else { return Ended::Yes(None) };
        match file.try_lock() {
            Ok(()) => Ended::Yes(Some(file)),
            Err(TryLockError::WouldBlock) => Ended::No,
            Err(TryLockError::Error(_)) => Ended::Yes(None),
        }
    }

    /// Whether the file that is locked is there.
    pub(super) fn has_lock(&self) -> bool {
        self.folder.join(RUNNING).exists()
    }

    /// Removes the plan, and with it all that is kept. The rest says nothing without the plan, so that it
    /// goes last and may stay.
    pub(super) fn clear(&self, drive: &dyn Drive) -> io::Result<()> {
        match drive.remove(&self.plan()) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let _ = drive.sync_folder(&self.folder);
        let _ = drive.remove(&self.about());
        for path in [self.plan(), self.about()] {
            let _ = drive.remove(&beside(&path));
        }
        self.remove_bases_but(drive, None);
        Ok(())
    }

    /// Removes every base but one. One that stays does no harm.
    pub(super) fn remove_bases_but(&self, drive: &dyn Drive, wanted: Option<Fingerprint>) {
        let wanted = wanted.map(base_name);
        for path in drive.list(&self.folder).unwrap_or_default() {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with(BASE) && Some(name.as_ref()) != wanted.as_deref() {
                let _ = drive.remove(&path);
            }
        }
    }

    /// Removes the folder once it is cleared, and gives up its lock. Files that are not the program's keep
    /// it where it is.
    pub(super) fn remove(&self, running: Option<File>) {
        let remove = || {
            let _ = fs::remove_file(self.folder.join(RUNNING));
            fs::remove_dir(&self.folder)
        };
        // While it is locked: a run that just begins must never lock a file that is about to go. Older
        // Windows keeps the name of an open file until it is closed, so then again.
        let removed = remove();
        drop(running);
        if removed.is_err() {
            let _ = remove();
        }
    }
}

/// A base is named by its content, so that a new one does not take the place of one still needed.
fn base_name(of: Fingerprint) -> String {
    let hex = of.to_string();
    format!("{BASE}{hex:.16}.ron")
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(NEW);
    name.into()
}

/// Puts a file in place: written beside, synced, renamed.
pub(super) fn put(drive: &dyn Drive, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = beside(path);
    match drive.remove(&beside) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let put = write(drive, &beside, bytes).and_then(|()| replace(drive, &beside, path));
    if put.is_err() {
        let _ = drive.remove(&beside);
    }
    put?;
    // A drive that cannot sync a folder offers nothing better.
    let _ = path.parent().map(|folder| drive.sync_folder(folder));
    Ok(())
}

fn write(drive: &dyn Drive, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = drive.create_new(path)?;
    file.write_all(bytes)?;
    file.sync()
}

fn replace(drive: &dyn Drive, from: &Path, to: &Path) -> io::Result<()> {
    let mut pauses = PAUSES.iter();
    loop {
        match drive.replace(from, to) {
            Err(error) if Trouble::may_pass(&error) => match pauses.next() {
                Some(milliseconds) => drive.pause(Duration::from_millis(*milliseconds)),
                None => return Err(error),
            },
            result => return result,
        }
    }
}
