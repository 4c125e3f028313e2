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
    /// It holds, or unpacks to, more than any document: a file made to do harm, or a spoiled one.
    Unpacks,
    /// It is something else than a document this program reads.
    Unknown,
    /// It is a file of another kind that is known by name.
    Other(OtherKind),
    /// It is what it says, but cannot be read.
    Spoiled(String),
    /// It has no text.
    NoText,
    /// The person stopped it.
    Cancelled,
}

/// Kinds of files that people have plans in, or take for plans, and that are not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherKind {
    /// A document of LibreOffice Writer (.odt).
    OpenText,
    /// Rich Text (.rtf).
    RichText,
    /// A document of Pages or Numbers on a Mac.
    Apple,
    /// Slides.
    Slides,
    /// A message of Outlook or another mail program.
    Message,
    /// A workbook in Excel's binary form (.xlsb).
    BinaryWorkbook,
    /// A web page in one file with its pictures (.mht), which Word also writes.
    WebArchive,
    /// The XML that Word and Excel wrote in 2003.
    OfficeXml,
    /// A workbook saved as several web pages, of which this one names the others.
    Frames,
    /// An archive of files.
    Archive,
    /// A program.
    Program,
}

impl OtherKind {
    /// What it is, and what to do.
    fn words(self) -> &'static str {
        match self {
            Self::OpenText => {
                "it is an OpenDocument text (.odt). Open it in LibreOffice or Word, save it as .docx, and try again."
            }
            Self::RichText => "it is a Rich Text document. Open it in Word, save it as .docx, and try again.",
            Self::Apple => {
                "it is a document of Pages or Numbers. Open it there, export it to Word or Excel, and try again."
            }
            Self::Slides => "it holds slides. Copy the table out of them and paste it here, or into a Word document.",
            Self::Message => {
                "it is a message. Open it and save the document attached to it; or copy the plan out of it and paste it \
                 here."
            }
            Self::BinaryWorkbook => {
                "it is a workbook in Excel's binary form. Open it in Excel, save it as .xlsx, and try again."
            }
            Self::WebArchive => {
                "it is a web page saved as one file. Open it in Word or a browser, save it as .docx or .html, and try again."
            }
            Self::OfficeXml => {
                "it is XML of Word or Excel. Open it in the program it was made with, save it as .docx or .xlsx, and try \
                 again."
            }
            Self::Frames => {
                "it only names other web pages, with a sheet in each. Open the workbook in Excel, save it as .xlsx, and \
                 try again."
            }
            Self::Archive => "it is an archive of files. Unpack it, and bring in the document that is in it.",
            Self::Program => "it is a program, and was not run. Choose the document you want to bring in.",
        }
    }
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
                "it is a PDF. Open it, select the text, copy it, and paste it here; or ask for the Word document. If no \
                 text can be selected, it is a scan: ask for the document it was made from.",
            ),
            IntakeCause::PictureOnly => {
                out.write_str("there are only pictures in it, and no text. Ask for the document it was made from.")
            }
            IntakeCause::Unpacks => {
                out.write_str("there is far more in it than in any plan. Copy the plan into a new document.")
            }
            IntakeCause::Unknown => out.write_str(
                "it is no document this program reads. Save it as .docx, .xlsx, .csv or .txt, and try again.",
            ),
            IntakeCause::Other(kind) => out.write_str(kind.words()),
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
