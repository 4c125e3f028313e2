//! Copies of a plan that are kept when it is saved, under names that a person can read.
//!
//! Times come from those names, never from a file's own clock, and a name that is not one of ours is left
//! alone. It must not know where a plan is open or when a save is due; [`mod@super::save`] does.

mod keeping;
mod name;
mod pruning;

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use chrono::{NaiveDateTime, TimeDelta};

use super::beside::{beginning, folder_of};
use super::drive::Drive;
use super::fingerprint::Fingerprint;
use super::trouble::Trouble;
use name::Name;

/// The longest beginning of a plan's name in the name of its folder. The whole path must stay below the 260
/// characters that Windows likes.
const MAX_BEGINNING: usize = 60;

/// The place where the backups of one plan are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backups {
    /// Tried in order: the first that takes a backup keeps it.
    pub folders: Vec<PathBuf>,
    /// The time a backup is named for, and from which its age is told.
    pub now: NaiveDateTime,
}

/// A backup that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where it lies.
    pub path: PathBuf,
    /// When it was kept, to the second, by its name.
    pub time: NaiveDateTime,
    /// What it is a copy of.
    pub kind: BackupKind,
    /// How many bytes it has.
    pub bytes: u64,
}

/// What a backup is a copy of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BackupKind {
    /// What was saved, or was to be by a save that then failed.
    Saved,
    /// What was on the drive before a save replaced it, and was no backup yet: most likely somebody else's.
    Found,
    /// Work that was never saved, put aside when it was thrown away or before a risky write.
    Unsaved,
}

/// A backup that no folder keeps.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{detail}")]
pub struct NotKept {
    /// What the first folder's refusal means.
    pub trouble: Trouble,
    /// Each folder and the system's own words.
    pub detail: String,
}

impl Backups {
    /// The place for the backups of the plan at this path: a folder of its own below `data_folder`, or,
    /// where that refuses, one beside the plan.
    pub fn of(data_folder: &Path, plan: &Path, now: NaiveDateTime) -> Self {
        let stem = plan.file_stem().unwrap_or_default().to_string_lossy();
        let stem = beginning(&stem, MAX_BEGINNING).trim_end();
        let absolute = std::path::absolute(plan).unwrap_or_else(|_| plan.to_path_buf());
        let mut words = absolute.to_string_lossy().into_owned();
        if cfg!(windows) {
            // There one file answers to both cases.
            words = words.to_lowercase();
        }
        let code = Fingerprint::of(words.as_bytes()).to_string();
        let own = data_folder.join("Backups").join(format!("{stem} {}", beginning(&code, 8)));
        Self { folders: vec![own, folder_of(plan).join(format!("{stem} backups"))], now }
    }

    /// Keeps a content and reads it back, unless it is kept already: by the newest backup, or, if it was
    /// found on the drive, by any. Gives the path where it lies.
    ///
    /// # Errors
    /// If no folder keeps it.
    pub fn keep(&self, drive: &dyn Drive, bytes: &[u8], kind: BackupKind) -> Result<PathBuf, NotKept> {
        let mut refusals: Vec<(&PathBuf, io::Error)> = Vec::new();
        for folder in &self.folders {
            match keeping::keep_in(drive, folder, bytes, kind, self.now) {
                Ok(path) => return Ok(path),
                Err(error) => refusals.push((folder, error)),
            }
        }
        let trouble = refusals.first().map_or(Trouble::Missing, |(_, error)| Trouble::of(error));
        let said: Vec<String> =
            refusals.iter().map(|(folder, error)| format!("{}: {error}", folder.display())).collect();
        let detail = if said.is_empty() { "there is no folder for backups".to_owned() } else { said.join("; ") };
        Err(NotKept { trouble, detail })
    }

    /// Every backup in all the folders, the newest first.
    ///
    /// # Errors
    /// If no folder can be listed. One that is not there has no backups.
    pub fn list(&self, drive: &dyn Drive) -> io::Result<Vec<Backup>> {
        let mut refusal = None;
        let mut found = Vec::new();
        let mut listed = 0;
        for folder in &self.folders {
            match named_in(drive, folder) {
                Ok(named) => {
                    listed += 1;
                    found.extend(named);
                }
                Err(error) => refusal = refusal.or(Some(error)),
            }
        }
        match refusal {
            Some(error) if listed == 0 => return Err(error),
            _ => {}
        }
        found.sort_by(|left, right| right.cmp(left));
        let backup = |(name, path): (Name, PathBuf)| {
            // One that was removed meanwhile is no backup any more.
            let bytes = drive.facts(&path).ok()?.bytes;
            Some(Backup { path, time: name.time, kind: name.kind, bytes })
        };
        Ok(found.into_iter().filter_map(backup).collect())
    }

    /// Removes old backups, never any of `keep_always`. Of what stays are: the newest 20; for a month, the
    /// last one saved of each day and everything that was found or never saved; at most 200 and 100 MB, but
    /// always the newest three. One that cannot be removed stays.
    pub fn prune(&self, drive: &dyn Drive, keep_always: &[PathBuf]) {
        for path in pruning::which_go(&self.list(drive).unwrap_or_default(), self.now, keep_always) {
            let _ = drive.remove(&path);
        }
        for folder in &self.folders {
            for path in drive.list(folder).unwrap_or_default() {
                // Left by a crash while it was written; a day later nobody is writing it any more.
                let is_old = |name: Name| name.time < self.now - TimeDelta::days(1);
                if keeping::unfinished(&path).is_some_and(is_old) {
                    let _ = drive.remove(&path);
                }
            }
        }
    }
}

/// The backups in a folder by their names, in no order.
fn named_in(drive: &dyn Drive, folder: &Path) -> io::Result<Vec<(Name, PathBuf)>> {
    match drive.list(folder) {
        Ok(paths) => Ok(paths.into_iter().filter_map(|path| Some((Name::of(&path)?, path))).collect()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}
