//! A [`LoadError`] in words: what happened, what was kept, what to do next.

use std::fmt;

use super::VERSION;
use super::load_error::{LoadCause, LoadError, LooksLike};
use super::trouble::Trouble;

const DAMAGED: &str = "Open a backup copy, or ask whoever looks after the drive to restore the file as it was before.";
const EDITED: &str = "Undo what was changed there in another program, or open a backup copy.";

impl fmt::Display for LoadError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.cause == LoadCause::Cancelled {
            return write!(out, "Opening \"{}\" was stopped. Nothing was changed.", self.name);
        }
        write!(out, "\"{}\" could not be opened", self.name)?;
        if let Some(at) = self.cause.position() {
            write!(out, " ({at})")?;
        }
        write!(out, ": {}. Nothing in it was changed. {}", What(&self.cause), self.cause.next_step())
    }
}

impl LoadCause {
    /// What the person can do about it.
    #[must_use]
    pub fn next_step(&self) -> &'static str {
        match self {
            Self::Drive { trouble: Trouble::NotAllowed, .. } => {
                "Ask whoever looks after the folder to let you read it."
            }
            Self::Drive { trouble, .. } => trouble.advice(),
            Self::Cancelled => "",
            Self::NoPlan(LooksLike::Word | LooksLike::Excel | LooksLike::Office | LooksLike::OldOffice) => {
                "Choose the plan's own file, or start a new plan and bring the document's text into it."
            }
            Self::NoPlan(LooksLike::WebPage) => "Sign in to the site and download the file again.",
            Self::NoPlan(_) | Self::NoVersion { .. } => "Choose the plan's own file.",
            Self::Utf16 | Self::NotUtf8 { .. } => {
                "If it was changed in Notepad or another editor, save it there with the encoding UTF-8; or open a backup copy."
            }
            Self::Newer { .. } => "Ask for the newest version of Planning Grid, or for a copy saved with yours.",
            Self::Empty | Self::Zeros { .. } | Self::CutShort { .. } => DAMAGED,
            Self::TooLarge { .. } | Self::TooManyRecords => "Check that it is the right file, or open a backup copy.",
            Self::TooDeep { .. } | Self::Unexpected { .. } | Self::SharedId { .. } | Self::UnknownStatus { .. } => {
                EDITED
            }
            Self::Broken(_) => "Please report this, with a copy of the file.",
        }
    }
}

struct What<'cause>(&'cause LoadCause);

impl fmt::Display for What<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            LoadCause::Drive { trouble: Trouble::NotAllowed, .. } => out.write_str("you are not allowed to read it"),
            LoadCause::Drive { trouble: Trouble::Other, detail } => write!(out, "the drive reported \"{detail}\""),
            LoadCause::Drive { trouble, .. } => write!(out, "{trouble}"),
            LoadCause::Cancelled => out.write_str("it was stopped"),
            LoadCause::Empty => out.write_str("the file is empty"),
            LoadCause::Zeros { at: None } => {
                out.write_str("it holds only zeros, as after a copy or power failure; its content was never written")
            }
            LoadCause::Zeros { at: Some(_) } => out.write_str(
                "from there on it holds only zeros, as after a copy or power failure; the rest was never written",
            ),
            LoadCause::TooLarge { bytes } => write!(out, "it has {} MB, more than any plan", bytes / 1_000_000),
            LoadCause::TooManyRecords => out.write_str("it holds more records than any plan"),
            LoadCause::NoPlan(looks_like) => write!(out, "it is not a plan; it looks like {looks_like}"),
            LoadCause::Utf16 => out.write_str("it was saved with the encoding UTF-16, which plans do not have"),
            LoadCause::NotUtf8 { byte, .. } => {
                write!(
                    out,
                    "the byte {byte:#04x} there is not part of any UTF-8 text, so another program changed the file or it is not a plan"
                )
            }
            LoadCause::NoVersion { found, .. } => {
                write!(out, "it is not a plan; it holds {found} where a plan says \"(version: {VERSION}\"")
            }
            LoadCause::Newer { version } => {
                write!(
                    out,
                    "it was made by a newer version of Planning Grid (the file's version is {version}; this program reads up to {VERSION})"
                )
            }
            LoadCause::CutShort { open: None, .. } => out.write_str(
                "the file ends there, in the middle of the plan; it was cut short, as by a copy that did not finish",
            ),
            LoadCause::CutShort { open: Some(open), .. } => {
                write!(
                    out,
                    "the file ends there, in the middle of the text that begins at {open}; it was cut short, or the quotation mark that closes the text is missing"
                )
            }
            LoadCause::TooDeep { .. } => out.write_str("records lie inside records deeper there than in any plan"),
            LoadCause::Unexpected { found, expected, .. } => {
                write!(out, "found {}; expected {}", brief(found), brief(expected))
            }
            LoadCause::SharedId { id, first, .. } => {
                write!(out, "two records have the id \"{id}\"")?;
                first.map_or(Ok(()), |first| write!(out, ", the first at {first}"))
            }
            LoadCause::UnknownStatus { id, .. } => {
                let id = brief(id);
                write!(out, "found the status \"{id}\"; expected the id of a status in the plan's own list of statuses")
            }
            LoadCause::Broken(broken) => write!(out, "{broken}"),
        }
    }
}

/// The most letters that are told of what was found and expected: in a damaged file a name can have any
/// length. Lists of fields have fewer.
const MOST_LETTERS: usize = 300;

fn brief(found: &str) -> String {
    let mut letters = found.chars();
    let mut brief: String = letters.by_ref().take(MOST_LETTERS).collect();
    if letters.next().is_some() {
        brief.push('…');
    }
    brief
}

impl fmt::Display for LooksLike {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Word => "a Word document",
            Self::Excel => "an Excel workbook",
            Self::Office => "a Word or Excel document",
            Self::OldOffice => "an old Word or Excel document (.doc or .xls)",
            Self::Pdf => "a PDF document",
            Self::Picture => "a picture",
            Self::Archive => "a zip file or another archive",
            Self::WebPage => "a web page, perhaps the sign-in page of the site it came from",
        })
    }
}
