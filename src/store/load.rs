//! Bytes to a plan whose invariants hold, or an error that says where and what to do.
//!
//! What cannot be a plan is refused by its first few thousand bytes, before the rest is read. It must not
//! change anything on the drive.

use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;

use super::drive::{Drive, RealDrive};
use super::fingerprint::Fingerprint;
use super::header::{self, Header};
use super::load_error::{LoadCause, LoadError};
use super::position::Position;
use super::schema::{File, Flaw, to_plan};
use super::sniff;
use super::source::text_of;
use super::syntax::{cause_of, shown};
use super::trouble::Trouble;
use super::{MAX_BYTES, VERSION};
use crate::model::{Plan, invariants};

/// How deep records may lie in records. A plan needs 20 or so; a date made of several a few more.
const MAX_DEPTH: usize = 96;

/// The most records, told by their opening brackets. Each takes some hundred bytes of memory, even one
/// that takes nine in the file. 10,000 actions are 70,000 records.
const MAX_RECORDS: usize = 1_000_000;

/// The most fields and members of lists, told by commas (those in texts count too, and are few).
const MAX_PARTS: usize = 5_000_000;

/// How much is read between two looks at the progress.
const CHUNK: u64 = 1024 * 1024;

/// A plan that was opened.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The plan.
    pub plan: Plan,
    /// The content it was read from, to be given to [`super::save()`] when it is saved.
    pub on_disk: Fingerprint,
    /// Whether the file cannot be written. Of the folder nothing is said: that shows when saving.
    pub read_only: bool,
}

/// How far opening has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Bytes read, of how many as far as known.
    Reading {
        /// So many have been read.
        done: u64,
        /// So many there are.
        total: u64,
    },
    /// All is read; the plan is being made of it. This cannot be stopped half-way, and takes a second at
    /// the very most.
    Understanding,
}

/// Makes a plan of the content of a file; `name` is for the error.
///
/// # Errors
/// Says what is wrong and where.
pub fn parse(bytes: &[u8], name: &str) -> Result<Plan, LoadError> {
    understand(bytes).map_err(|cause| LoadError { name: name.to_owned(), cause })
}

/// Opens a plan file.
///
/// # Errors
/// If the drive does not give it or it is not a plan this program reads.
pub fn load(path: &Path) -> Result<Opened, LoadError> {
    load_with(path, &|_| ControlFlow::Continue(()))
}

/// Opens a plan file, telling `watch` how far it is; `watch` can stop it.
///
/// # Errors
/// As [`load`], and [`LoadCause::Cancelled`] when stopped.
pub fn load_with(path: &Path, watch: &dyn Fn(Progress) -> ControlFlow<()>) -> Result<Opened, LoadError> {
    load_from(&RealDrive, path, watch)
}

/// Opens a plan file on a given drive.
///
/// # Errors
/// As [`load_with`].
pub fn load_from(
    drive: &dyn Drive,
    path: &Path,
    watch: &dyn Fn(Progress) -> ControlFlow<()>,
) -> Result<Opened, LoadError> {
    open(drive, path, watch).map_err(|cause| LoadError { name: path.display().to_string(), cause })
}

fn open(drive: &dyn Drive, path: &Path, watch: &dyn Fn(Progress) -> ControlFlow<()>) -> Result<Opened, LoadCause> {
    let facts = drive.facts(path)?;
    if facts.is_folder {
        return Err(LoadCause::Drive { trouble: Trouble::Folder, detail: String::new() });
    }
    let mut file = drive.open(path)?;
    let mut bytes = Vec::new();
    file.by_ref().take(sniff::HEAD as u64).read_to_end(&mut bytes)?;
    if let Some(cause) = sniff::no_plan(&bytes) {
        return Err(cause);
    }
    if facts.bytes > MAX_BYTES {
        return Err(LoadCause::TooLarge { bytes: facts.bytes });
    }
    let tell = |progress| if watch(progress).is_break() { Err(LoadCause::Cancelled) } else { Ok(()) };
    loop {
        let done = bytes.len() as u64;
        tell(Progress::Reading { done, total: facts.bytes.max(done) })?;
        // The file may have grown since it was looked at.
        if done > MAX_BYTES {
            return Err(LoadCause::TooLarge { bytes: done });
        }
        if file.by_ref().take(CHUNK).read_to_end(&mut bytes)? == 0 {
            break;
        }
    }
    tell(Progress::Understanding)?;
    let plan = understand(&bytes)?;
    let read_only = facts.read_only || !drive.may_write(path);
    Ok(Opened { plan, on_disk: Fingerprint::of(&bytes), read_only })
}

impl From<std::io::Error> for LoadCause {
    fn from(error: std::io::Error) -> Self {
        Self::Drive { trouble: Trouble::of(&error), detail: error.to_string() }
    }
}

fn understand(bytes: &[u8]) -> Result<Plan, LoadCause> {
    if let Some(cause) = sniff::no_plan(bytes) {
        return Err(cause);
    }
    if bytes.len() as u64 > MAX_BYTES {
        return Err(LoadCause::TooLarge { bytes: bytes.len() as u64 });
    }
    if let Some(cause) = newer_by_its_bytes(bytes) {
        return Err(cause);
    }
    let text = text_of(bytes)?;
    check_version(&text)?;
    let count = |mark: u8| text.bytes().filter(|byte| *byte == mark).count();
    if count(b'(') > MAX_RECORDS || count(b',') > MAX_PARTS {
        return Err(LoadCause::TooManyRecords);
    }
    let options = ron::Options::default().with_recursion_limit(MAX_DEPTH);
    let file: File = options.from_str(&text).map_err(|error| cause_of(&error, &text))?;
    let plan = to_plan(file.plan, &text).map_err(|flaw| placed(flaw, &text))?;
    invariants::check(&plan).map_err(LoadCause::Broken)?;
    Ok(plan)
}

/// A newer version may even have given up UTF-8, so its number is looked for before the text is decoded.
fn newer_by_its_bytes(bytes: &[u8]) -> Option<LoadCause> {
    let head = String::from_utf8_lossy(bytes.get(..sniff::HEAD).unwrap_or(bytes));
    match header::read(head.trim_start_matches('\u{feff}')) {
        Header::Version(version) if version > u64::from(VERSION) => Some(LoadCause::Newer { version }),
        _ => None,
    }
}

fn check_version(text: &str) -> Result<(), LoadCause> {
    match header::read(text) {
        Header::Version(version) if version == u64::from(VERSION) => Ok(()),
        Header::Version(version) if version > u64::from(VERSION) => Err(LoadCause::Newer { version }),
        Header::CutShort => Err(LoadCause::CutShort { at: Position::of_byte(text, text.trim_end().len()), open: None }),
        Header::Version(version) => {
            Err(LoadCause::NoVersion { at: Position::START, found: format!("the version {version}") })
        }
        Header::Other(offset) => {
            let at = Position::of_byte(text, offset);
            Err(LoadCause::NoVersion { at, found: shown(text, at) })
        }
    }
}

fn placed(flaw: Flaw, text: &str) -> LoadCause {
    let place = |at: Option<usize>| at.map(|offset| Position::of_byte(text, offset));
    match flaw {
        Flaw::Unexpected { at, found, expected } => {
            LoadCause::Unexpected { at: place(at), found, expected: expected.to_owned() }
        }
        Flaw::SharedId { at, id, first } => LoadCause::SharedId { at: place(at), id, first: place(first) },
        Flaw::UnknownStatus { at, id } => LoadCause::UnknownStatus { at: place(at), id },
    }
}
