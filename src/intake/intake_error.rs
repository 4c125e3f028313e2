//! Why a document could not be brought in: as data, and in words that say what happened and what to do.

use std::fmt;

/// A document that was not brought in. Nothing was changed by trying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IntakeError {
    /// The document, as it was asked for.
    pub name: String,
    /// Why.
    pub cause: IntakeCause,
}

impl std::error::Error for IntakeError {}

/// Why a document was not brought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IntakeCause {
    /// The drive did not give it.
    Drive(String),
    /// It is a folder.
    Folder,
    /// It is empty.
    Empty,
    /// It has more bytes than any plan has.
    TooLarge {
        /// How many.
        bytes: u64,
    },
    /// It is locked with a password.
    Encrypted,
    /// It is a Word document of before 2007.
    OldWord,
    /// It is a PDF.
    Pdf,
    /// It is a picture, or a document of nothing but pictures.
    PictureOnly,
    /// It unpacks to more than any document has: a file made to do harm, or a spoiled one.
    Unpacks,
    /// It is something else than a document this program reads.
    Unknown,
    /// It is what it says, but cannot be read.
    Spoiled(String),
    /// It has no text.
    NoText,
    /// The person stopped it.
    Cancelled,
}

impl fmt::Display for IntakeError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "\"{}\" was not brought in: ", self.name)?;
        match &self.cause {
            IntakeCause::Drive(detail) => write!(out, "the drive reported \"{detail}\". Check that it is still there."),
            IntakeCause::Folder => out.write_str("it is a folder. Choose a document in it."),
            IntakeCause::Empty => out.write_str("it is empty. Choose another document."),
            IntakeCause::TooLarge { bytes } => {
                write!(out, "it has {} MB, more than any plan. Copy the plan into a new document.", bytes >> 20)
            }
            IntakeCause::Encrypted => out.write_str(
                "it is locked with a password. Open it in Word or Excel, remove the password, save, and try again.",
            ),
            IntakeCause::OldWord => {
                out.write_str("it is an old Word document. Open it in Word, save it as .docx, and try again.")
            }
            IntakeCause::Pdf => out.write_str(
                "it is a PDF. Open it, select the text, copy it, and paste it here; or ask for the Word document.",
            ),
            IntakeCause::PictureOnly => {
                out.write_str("there are only pictures in it, and no text. Ask for the document it was made from.")
            }
            IntakeCause::Unpacks => {
                out.write_str("it unpacks to far more than a document. Copy the plan into a new document.")
            }
            IntakeCause::Unknown => out.write_str(
                "it is no document this program reads. Save it as .docx, .xlsx, .csv or .txt, and try again.",
            ),
            IntakeCause::Spoiled(detail) => {
                write!(
                    out,
                    "it is damaged ({detail}). Open it in the program it was made with, save it anew, and try again."
                )
            }
            IntakeCause::NoText => out.write_str("there is no text in it. Choose another document."),
            IntakeCause::Cancelled => out.write_str("it was stopped."),
        }
    }
}
