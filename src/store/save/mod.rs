//! A plan onto a drive without losing a word: compared first, written beside, read back, kept as a backup,
//! swapped, read back again.
//!
//! Reading order:
//! - `saving`: one save under way: what it compares and what it keeps;
//! - `temporary`, `swap`: the usual way, a new file that takes the place of the old;
//! - `guard`: two programs do not swap at the same moment;
//! - `in_place`: the way for folders that take no new files, chosen by a person;
//! - `leftovers`: what a crash left.
//!
//! By the usual way the drive holds the whole old file or the whole new one at every moment: the old one is
//! never removed or opened for writing. Errors that pass (an antivirus or a sync client holding the file) are
//! tried again for some seconds. What a drive reports is not believed: a rename that reports failure though
//! it landed is a save, and is told by reading.
//!
//! It must not decide what happens after somebody else changed the file; that is said, not solved, here.

mod guard;
mod in_place;
mod leftovers;
mod saving;
mod swap;
mod temporary;

use std::path::{Path, PathBuf};

pub use leftovers::clear_leftovers;

use super::backups::Backups;
use super::drive::{Drive, RealDrive};
use super::fingerprint::Fingerprint;
use super::save_error::{SaveCause, SaveError};
use super::session::Session;
use super::write::to_bytes;
use crate::model::Plan;
use saving::Saving;

/// What the person believes to be on the drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Nothing: it is a new file.
    Absent,
    /// What was opened or last saved.
    Unchanged(Fingerprint),
    /// It does not matter: they were asked and said to replace it.
    Whatever,
}

/// What goes with a save beside the plan itself.
#[derive(Clone, Debug)]
pub struct SaveOptions {
    /// Where backups are kept; `None` keeps none.
    pub backups: Option<Backups>,
    /// The person was told that no backup can be kept, and said to save all the same.
    pub without_backup: bool,
    /// The person was told that the folder takes no new files, and said to write into the file itself. Needs
    /// [`Self::backups`]: nothing is written over before a copy of it is kept.
    pub in_place: bool,
    /// This run of the program. It must not save one plan twice at the same moment.
    pub session: Session,
}

impl Default for SaveOptions {
    /// No backups; a run of the program that is not told from others.
    fn default() -> Self {
        Self { backups: None, without_backup: false, in_place: false, session: Session::new(0) }
    }
}

/// A plan that is on the drive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// What is there now, to be expected at the next save.
    pub on_disk: Fingerprint,
    /// Where its backup lies.
    pub backup: Option<PathBuf>,
    /// Files beside the plan that served the save and could not be removed. The next save is not in their way.
    pub left_behind: Vec<PathBuf>,
}

/// Saves a plan under `path`, without backups. Gives the fingerprint of what is there now, to be expected at
/// the next save.
///
/// # Errors
/// If the drive does not hold what was expected, or a step fails; the old file is then whole.
pub fn save(path: &Path, plan: &Plan, expected: Expected) -> Result<Fingerprint, SaveError> {
    save_with(path, plan, expected, &SaveOptions::default()).map(|saved| saved.on_disk)
}

/// Saves a plan under `path`.
///
/// # Errors
/// If the drive does not hold what was expected, or a step fails. [`SaveCause::old_file_is_whole`] says
/// whether the file on the drive is certainly as it was.
pub fn save_with(path: &Path, plan: &Plan, expected: Expected, options: &SaveOptions) -> Result<Saved, SaveError> {
    save_on(&RealDrive, path, plan, expected, options)
}

/// Saves a plan on a given drive.
///
/// # Errors
/// As [`save_with`].
pub fn save_on(
    drive: &dyn Drive,
    path: &Path,
    plan: &Plan,
    expected: Expected,
    options: &SaveOptions,
) -> Result<Saved, SaveError> {
    let name = path.display().to_string();
    let bytes = match to_bytes(plan) {
        Ok(bytes) => bytes,
        Err(error) => return Err(SaveError::new(name, SaveCause::Unwritable(error))),
    };
    let mut saving = Saving::new(drive, path, plan, bytes, expected, options);
    match saving.run() {
        Ok(()) => Ok(Saved { on_disk: saving.new, backup: saving.backup, left_behind: saving.left_behind }),
        Err(cause) => Err(SaveError {
            can_write_in_place: saving.can_write_in_place(&cause),
            left_behind: saving.left_behind.into(),
            copies: saving.copies.into(),
            ..SaveError::new(name, cause)
        }),
    }
}
