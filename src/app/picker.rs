//! Asking for a file with the system's own dialog.
//!
//! On Linux with neither a desktop portal nor a dialog program the answer is "none", as if the person had
//! cancelled; so whoever asks must say what was not done, and offer another way.

use std::path::{Path, PathBuf};

/// What a file is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// A plan to open.
    OpenPlan {
        /// Where to start looking.
        folder: Option<PathBuf>,
    },
    /// A document to bring in.
    OpenDocument {
        /// Where to start looking.
        folder: Option<PathBuf>,
    },
    /// A plan to compare the open one with.
    ComparePlan {
        /// Where to start looking.
        folder: Option<PathBuf>,
    },
    /// Where to save something.
    SaveTo {
        /// The dialog's title.
        title: &'static str,
        /// What kind of file: its words and its ending.
        kind: (&'static str, &'static str),
        /// The name offered.
        name: String,
        /// Where to start looking.
        folder: Option<PathBuf>,
    },
}

/// The answer, waited for away from the window.
pub type Answer = Box<dyn FnOnce() -> Option<PathBuf> + Send>;

/// Something that can ask for a file.
pub trait Picker {
    /// Puts the question; called on the window's thread. The answer may be waited for on any other.
    fn ask(&self, request: Request) -> Answer;
}

/// The system's file dialogs.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemPicker;

/// The ending of plan files.
pub const PLAN_ENDING: &str = "ron";

/// The endings of documents that can be brought in.
const DOCUMENTS: [&str; 10] = ["docx", "xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt", "html", "htm"];

impl Picker for SystemPicker {
    fn ask(&self, request: Request) -> Answer {
        let start = |folder: Option<&Path>| {
            let dialog = rfd::AsyncFileDialog::new();
            match folder {
                Some(folder) => dialog.set_directory(folder),
                None => dialog,
            }
        };
        let is_to_compare = matches!(request, Request::ComparePlan { .. });
        match request {
            Request::OpenPlan { folder } | Request::ComparePlan { folder } => {
                let title = if is_to_compare { "Compare with a plan" } else { "Open a plan" };
                let dialog = start(folder.as_deref()).set_title(title).add_filter("Plans", &[PLAN_ENDING]);
                let asked = dialog.add_filter("All files", &["*"]).pick_file();
                Box::new(move || pollster::block_on(asked).map(|file| file.path().to_path_buf()))
            }
            Request::OpenDocument { folder } => {
                let dialog = start(folder.as_deref()).set_title("Bring in a document");
                let asked = dialog.add_filter("Documents", &DOCUMENTS).add_filter("All files", &["*"]).pick_file();
                Box::new(move || pollster::block_on(asked).map(|file| file.path().to_path_buf()))
            }
            Request::SaveTo { title, kind: (words, ending), name, folder } => {
                let dialog = start(folder.as_deref()).set_title(title).add_filter(words, &[ending]);
                let asked = dialog.set_file_name(name).save_file();
                Box::new(move || {
                    let path = pollster::block_on(asked)?.path().to_path_buf();
                    Some(if path.extension().is_some() { path } else { path.with_extension(ending) })
                })
            }
        }
    }
}
