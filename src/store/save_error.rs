//! Why a plan was not saved, as data; `save_words` says it in words.

use std::path::PathBuf;

use super::fingerprint::Fingerprint;
use super::load_error::LoadCause;
use super::trouble::Trouble;
use super::write::WriteError;

/// A plan that was not saved. Its `Display` is whole sentences for a person: what happened, what was kept,
/// and what to do next; each can be had alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveError {
    /// The file, as it was asked for.
    pub name: String,
    /// Why.
    pub cause: SaveCause,
    /// Files beside the plan that served the save and are still there.
    pub left_behind: Box<[PathBuf]>,
    /// Files that hold whole what was on the drive before or what was to be saved, as far as the save came:
    /// backups, and a new file that may not have come to its place.
    pub copies: Box<[PathBuf]>,
    /// Whether it is the folder that refuses, and the file itself can be written: to be offered to the
    /// person, and then saved with `in_place`.
    pub can_write_in_place: bool,
}

impl std::error::Error for SaveError {}

impl SaveError {
    /// An error after which nothing is left to be named or offered.
    pub(super) fn new(name: String, cause: SaveCause) -> Self {
        Self { name, cause, left_behind: Box::default(), copies: Box::default(), can_write_in_place: false }
    }
}

/// Why a plan was not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveCause {
    /// The plan cannot be written at all.
    Unwritable(WriteError),
    /// Somebody changed the file since it was opened or last saved.
    ChangedOutside {
        /// What is there now.
        now: Fingerprint,
    },
    /// The file was moved or deleted since it was opened or last saved.
    GoneOutside,
    /// There is a file already where a new one was to be.
    AlreadyThere,
    /// The file is marked as not to be written.
    ReadOnly,
    /// It is a folder.
    Folder,
    /// Somebody else is saving the plan at this moment, or took so long over it that they were passed over.
    BeingSaved,
    /// No backup can be kept. The person can choose to save without one.
    NoBackup {
        /// What that means.
        trouble: Trouble,
        /// The system's own words.
        detail: String,
    },
    /// No copy can be kept of a file that is to be written over. There is no saving without one.
    NoRecoveryCopy {
        /// What that means.
        trouble: Trouble,
        /// The system's own words.
        detail: String,
    },
    /// A step failed.
    Drive {
        /// Which.
        step: Step,
        /// What that means.
        trouble: Trouble,
        /// The system's own words.
        detail: String,
    },
    /// What was written could be read back, but is not what was to be written.
    ReadBackDiffers {
        /// In which step that was seen.
        step: Step,
    },
    /// What was written cannot be opened as a plan again.
    ReadBackFails(Box<LoadCause>),
    /// What was written opens as another plan: a fault of the program.
    ReadBackOther,
    /// The drive took the old file away and did not put the new one in its place. There is no file of that
    /// name now; the new content is whole in a file beside it, named among the copies.
    OldGone {
        /// What that means.
        trouble: Trouble,
        /// The system's own words.
        detail: String,
    },
    /// Writing into the file itself failed half-way.
    Damaged(Box<Damage>),
}

/// A file that holds neither the old plan nor the new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// What is there now, if it can be read: what the same person's next save may expect there.
    pub now: Option<Fingerprint>,
    /// What the error means that stopped the writing.
    pub trouble: Trouble,
    /// The system's own words.
    pub detail: String,
}

/// The steps of a save, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Looking at what is on the drive.
    Compare,
    /// Writing the new content beside it.
    WriteBeside,
    /// Reading the new content back.
    ReadBack,
    /// Keeping others from saving at the same moment.
    Guard,
    /// Putting it in the old one's place.
    Swap,
    /// Writing it into the file itself, where a person chose that.
    WriteOver,
    /// Reading it in its place. When this fails, the drive may hold either.
    Confirm,
}

impl SaveCause {
    /// Whether the file on the drive is certainly as it was before, or as somebody else made it.
    #[must_use]
    pub fn old_file_is_whole(&self) -> bool {
        !matches!(
            self,
            Self::Drive { step: Step::Confirm, .. }
                | Self::ReadBackDiffers { step: Step::Confirm }
                | Self::OldGone { .. }
                | Self::Damaged(_)
        )
    }
}
