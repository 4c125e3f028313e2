//! Why a plan was not saved, in words: what happened, what was kept, what to do.

use std::fmt;
use std::path::PathBuf;

use super::save_error::{SaveCause, SaveError, Step};
use super::trouble::Trouble;

impl SaveError {
    /// What happened, in a sentence.
    #[must_use]
    pub fn what_happened(&self) -> String {
        let (name, what) = (&self.name, What(&self.cause));
        match self.cause {
            SaveCause::OldGone { .. } | SaveCause::Damaged(_) => format!("\"{name}\" was not saved: {what}."),
            _ if self.cause.old_file_is_whole() => format!("\"{name}\" was not saved: {what}."),
            _ => format!("It is not certain that \"{name}\" was saved: {what}."),
        }
    }

    /// What there still is of the plan, in a sentence or two.
    #[must_use]
    pub fn what_was_kept(&self) -> String {
        let copies = quoted(&self.copies);
        match &self.cause {
            SaveCause::Damaged(_) => format!(
                "The file on the drive may be damaged. Your changes are still in the program; the plan as it was \
                 before, and with your changes, is whole in {copies}."
            ),
            cause if cause.old_file_is_whole() => {
                "What is on the drive was left as it is, and your changes are still in the program.".to_owned()
            }
            _ if copies.is_empty() => "Your changes are still in the program.".to_owned(),
            _ => format!("Your changes are still in the program, and there are whole copies in {copies}."),
        }
    }

    /// What the person can do about it, in a sentence or two.
    #[must_use]
    pub fn what_to_do(&self) -> String {
        let step = if self.can_write_in_place {
            "The folder does not let a new file take the old one's place, but the file itself can be written: choose \
             to write into it, with a copy of it kept first, or save under another name."
        } else {
            self.cause.next_step()
        };
        match &*self.left_behind {
            [] => step.to_owned(),
            left => {
                let (was, it) = if left.len() == 1 { ("was", "it") } else { ("were", "they") };
                format!("{step} {} {was} left behind; {it} can be deleted once the plan is saved.", quoted(left))
            }
        }
    }
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
            Self::BeingSaved => "Wait a moment and save again.",
            Self::NoBackup { .. } => "Make room for backups on this computer and save again, or save without a backup.",
            Self::NoRecoveryCopy { .. } => {
                "Make room for backups on this computer and save again, or save under another name."
            }
            Self::Drive { trouble, .. } => trouble.advice(),
            Self::ReadBackDiffers { step: Step::Confirm } => {
                "Save under another name, then open the file to see what is in it."
            }
            Self::ReadBackDiffers { .. } => "Save on another drive, and have this one looked at.",
            Self::ReadBackFails(_) | Self::ReadBackOther => "Save under another name, and please report this.",
            Self::OldGone { .. } => "Save again under this name or another.",
            Self::Damaged(_) => "Save again now, or save under another name.",
        }
    }
}

impl fmt::Display for SaveError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {} {}", self.what_happened(), self.what_was_kept(), self.what_to_do())
    }
}

/// The paths in quotation marks, with "and" before the last.
fn quoted(paths: &[PathBuf]) -> String {
    let names: Vec<String> = paths.iter().map(|path| format!("\"{}\"", path.display())).collect();
    match names.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => names.concat(),
    }
}

struct What<'cause>(&'cause SaveCause);

impl fmt::Display for What<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = |trouble: &Trouble, detail: &str| match trouble {
            Trouble::Other => format!("the drive reported \"{detail}\""),
            trouble => trouble.to_string(),
        };
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
            SaveCause::BeingSaved => out.write_str("somebody else is saving this plan at this moment"),
            SaveCause::NoBackup { trouble, detail } => {
                write!(out, "no backup of it could be kept; {}", said(trouble, detail))
            }
            SaveCause::NoRecoveryCopy { trouble, detail } => write!(
                out,
                "no copy of it could be kept before writing into the file itself; {}",
                said(trouble, detail)
            ),
            SaveCause::Drive { step, trouble, detail } => write!(out, "{step} failed; {}", said(trouble, detail)),
            SaveCause::ReadBackDiffers { step: Step::Confirm } => {
                out.write_str("the file now holds something else, perhaps another person's save of the same moment")
            }
            SaveCause::ReadBackDiffers { .. } => out.write_str("the drive did not keep what was written to it"),
            SaveCause::ReadBackFails(_) | SaveCause::ReadBackOther => {
                out.write_str("what was written could not be read again as the same plan")
            }
            SaveCause::OldGone { trouble, detail } => write!(
                out,
                "the drive took the old file away and did not put the new one in its place; {}",
                said(trouble, detail)
            ),
            SaveCause::Damaged(damage) => {
                write!(out, "writing into the file failed half-way; {}", said(&damage.trouble, &damage.detail))
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
            Self::Guard => "keeping others from saving at the same moment",
            Self::Swap => "putting the new copy in the place of the old",
            Self::WriteOver => "writing into the file itself",
            Self::Confirm => "reading the saved file back",
        })
    }
}
