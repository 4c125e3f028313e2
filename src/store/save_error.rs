//! Why a plan was not saved: as data, and in words that say what happened, what was kept and what to do.

use std::fmt;
use std::path::PathBuf;

use super::fingerprint::Fingerprint;
use super::load_error::LoadCause;
use super::trouble::Trouble;
use super::write::WriteError;

/// A plan that was not saved. Except after [`Step::Confirm`], the file on the drive is as it was before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveError {
    /// The file, as it was asked for.
    pub name: String,
    /// Why.
    pub cause: SaveCause,
    /// The file with the new content, or a part of it, that was made beside and could not be removed.
    pub left_behind: Option<PathBuf>,
}

impl std::error::Error for SaveError {}

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
    /// Putting it in the old one's place.
    Swap,
    /// Reading it in its place. When this fails, the drive may hold either.
    Confirm,
}

impl SaveCause {
    /// What the person can do about it.
    #[must_use]
    pub fn next_step(&self) -> &'static str {
        match self {
            Self::Unwritable(_) => "Save parts of it as plans of their own, and please report this.",
            Self::ChangedOutside { .. } => "Save under another name, then open the file to see what was changed in it.",
            Self::GoneOutside => "Save again under this name or another, or look where the file was moved to.",
            Self::AlreadyThere => "Choose another name.",
            Self::ReadOnly => "Save under another name, or ask whoever looks after the file to make it writable.",
            Self::Folder => Trouble::Folder.advice(),
            Self::Drive { trouble, .. } => trouble.advice(),
            Self::ReadBackDiffers { step: Step::Confirm } => {
                "Save under another name, then open the file to see what is in it."
            }
            Self::ReadBackDiffers { .. } => "Save on another drive, and have this one looked at.",
            Self::ReadBackFails(_) | Self::ReadBackOther => "Save under another name, and please report this.",
        }
    }

    /// Whether the file on the drive is certainly as it was before.
    #[must_use]
    pub fn old_file_is_whole(&self) -> bool {
        !matches!(self, Self::Drive { step: Step::Confirm, .. } | Self::ReadBackDiffers { step: Step::Confirm })
    }
}

impl fmt::Display for SaveError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.cause.old_file_is_whole() {
            write!(out, "\"{}\" was not saved: {}. ", self.name, What(&self.cause))?;
            out.write_str("What is on the drive was left as it is, and your changes are still in the program. ")?;
        } else {
            write!(out, "It is not certain that \"{}\" was saved: {}. ", self.name, What(&self.cause))?;
            out.write_str("Your changes are still in the program. ")?;
        }
        out.write_str(self.cause.next_step())?;
        match &self.left_behind {
            Some(path) => write!(
                out,
                " A copy that was not put in place was left in \"{}\"; it can be deleted once the plan is saved.",
                path.display()
            ),
            None => Ok(()),
        }
    }
}

struct What<'cause>(&'cause SaveCause);

impl fmt::Display for What<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            SaveCause::Unwritable(error) => write!(out, "{error}"),
            SaveCause::ChangedOutside { .. } => {
                out.write_str("somebody changed the file since you opened or last saved it")
            }
            SaveCause::GoneOutside => {
                out.write_str("the file was moved, renamed or deleted since you opened or last saved it")
            }
            SaveCause::AlreadyThere => out.write_str("there is a file of that name already"),
            SaveCause::ReadOnly => out.write_str("the file is marked as read-only"),
            SaveCause::Folder => out.write_str("it is a folder"),
            SaveCause::Drive { step, trouble: Trouble::Other, detail } => {
                write!(out, "{step} failed; the drive reported \"{detail}\"")
            }
            SaveCause::Drive { step, trouble, .. } => write!(out, "{step} failed; {trouble}"),
            SaveCause::ReadBackDiffers { step: Step::Confirm } => {
                out.write_str("the file now holds something else, perhaps another person's save of the same moment")
            }
            SaveCause::ReadBackDiffers { .. } => out.write_str("the drive did not keep what was written to it"),
            SaveCause::ReadBackFails(_) | SaveCause::ReadBackOther => {
                out.write_str("what was written could not be read again as the same plan")
            }
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Compare => "looking at the file",
            Self::WriteBeside => "writing a new copy into the folder",
            Self::ReadBack => "reading the new copy back",
            Self::Swap => "putting the new copy in the place of the old",
            Self::Confirm => "reading the saved file back",
        })
    }
}
