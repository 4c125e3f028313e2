//! Why a file was not opened as a plan, as data; `load_words` says it in words.

use super::position::Position;
use super::trouble::Trouble;
use crate::model::invariants::BrokenInvariant;

/// A file that was not opened, and why. Its `Display` is whole sentences for a person: what happened, that
/// nothing was changed, and what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// The file, as it was asked for.
    pub name: String,
    /// Why.
    pub cause: LoadCause,
}

impl std::error::Error for LoadError {}

/// Why a file was not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadCause {
    /// The drive did not give it.
    Drive {
        /// What that means.
        trouble: Trouble,
        /// The system's own words.
        detail: String,
    },
    /// The person stopped it.
    Cancelled,
    /// There is nothing in it.
    Empty,
    /// It holds zeros: all of it, or from `at` to its end. What is left when a copy or a power cut kept
    /// the content from being written.
    Zeros {
        /// Where the zeros begin; `None` where there is nothing else.
        at: Option<Position>,
    },
    /// It is larger than any plan.
    TooLarge {
        /// How many bytes it has.
        bytes: u64,
    },
    /// It has more records than any plan.
    TooManyRecords,
    /// It is a file of another kind.
    NoPlan(LooksLike),
    /// It was saved as UTF-16 ("Unicode" in Notepad).
    Utf16,
    /// It is not UTF-8.
    NotUtf8 {
        /// Where the first wrong byte is.
        at: Position,
        /// That byte.
        byte: u8,
    },
    /// It is text, but not that of a plan.
    NoVersion {
        /// Where the version should be.
        at: Position,
        /// What is there.
        found: String,
    },
    /// A newer version of the program wrote it.
    Newer {
        /// The version of its form.
        version: u64,
    },
    /// It ends too early.
    CutShort {
        /// Where it ends.
        at: Position,
        /// Where the text begins that is never closed, where it is one.
        open: Option<Position>,
    },
    /// Records lie inside records deeper than in any plan.
    TooDeep {
        /// Where it became too deep.
        at: Position,
    },
    /// Something else was expected.
    Unexpected {
        /// Where, if that is known.
        at: Option<Position>,
        /// What is there.
        found: String,
        /// What should be.
        expected: String,
    },
    /// Two records have one id.
    SharedId {
        /// Where the second one is.
        at: Option<Position>,
        /// The id.
        id: String,
        /// Where the first one is.
        first: Option<Position>,
    },
    /// A record has a status that the plan's scheme does not have.
    UnknownStatus {
        /// Where.
        at: Option<Position>,
        /// The status's id.
        id: String,
    },
    /// A rule of plans that nothing above covers does not hold: a fault of the program.
    Broken(BrokenInvariant),
}

impl LoadCause {
    /// The place in the file that it speaks of, where there is one.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        match self {
            Self::NotUtf8 { at, .. }
            | Self::NoVersion { at, .. }
            | Self::CutShort { at, .. }
            | Self::TooDeep { at } => Some(*at),
            Self::Zeros { at }
            | Self::Unexpected { at, .. }
            | Self::SharedId { at, .. }
            | Self::UnknownStatus { at, .. } => *at,
            _ => None,
        }
    }
}

/// The kinds of file that are often taken for a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LooksLike {
    /// A Word document.
    Word,
    /// An Excel workbook.
    Excel,
    /// A Word, Excel or `LibreOffice` document, not known which.
    Office,
    /// A Word or Excel document of before 2007.
    OldOffice,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// A zip or another archive.
    Archive,
    /// A web page, such as the sign-in page of a site, saved in place of the file.
    WebPage,
}
