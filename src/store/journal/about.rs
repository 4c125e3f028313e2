//! `about.ron`: what the plan in a journal is and where it came from.
//!
//! It must not touch a drive.

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::super::fingerprint::Fingerprint;

/// The version of the file's form.
const VERSION: u32 = 1;

/// The longest name that is kept, in characters.
const MAX_NAME: usize = 200;

const TIME: &str = "%Y-%m-%dT%H:%M:%S%.f";

const OPENING: &str = "// \"plan.ron\" beside this holds changes to a plan that were not saved. The program \
                       Planning Grid offers them when it is started next.\n";

/// What is known of a plan that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kept {
    /// The content of `plan.ron` this speaks of.
    pub(super) plan: Fingerprint,
    /// The content of its base.
    pub(super) base: Option<Fingerprint>,
    /// What its file held.
    pub(super) on_disk: Option<Fingerprint>,
    /// Its file.
    pub(super) origin: Option<PathBuf>,
    /// What it is called.
    pub(super) name: String,
    /// When it was kept.
    pub(super) time: Option<NaiveDateTime>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Form {
    version: u32,
    /// The plans that `plan.ron` may be: the former one and the one that takes its place.
    kept: Vec<Record>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Record {
    plan: Content,
    base: Option<Content>,
    on_disk: Option<Content>,
    origin: Option<Origin>,
    name: String,
    time: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct Content {
    sha_256: String,
    bytes: u64,
}

#[derive(Debug, Serialize, Deserialize)]
enum Origin {
    Path(String),
    /// A path that is no Unicode, as numbers.
    Letters(OsString),
}

/// What is known of the plans that `plan.ron` may be, the newest last, as text.
pub(super) fn to_text(kept: &[Kept]) -> io::Result<String> {
    let form = Form { version: VERSION, kept: kept.iter().map(Record::from).collect() };
    let text = ron::ser::to_string_pretty(&form, ron::ser::PrettyConfig::default()).map_err(io::Error::other)?;
    Ok([OPENING, &text, "\n"].concat())
}

/// What is known of a plan of this content. Where nothing is, the newest record says what it may be called
/// and where it may come from, but names no base: that of another plan would be worse than none.
pub(super) fn of_plan(bytes: &[u8], plan: Fingerprint) -> Option<Kept> {
    let form: Form = ron::de::from_bytes(bytes).ok()?;
    if form.version != VERSION {
        return None;
    }
    let mut kept = form.kept.into_iter().map(Kept::try_from).collect::<Result<Vec<_>, _>>().ok()?;
    if let Some(known) = kept.iter().rfind(|kept| kept.plan == plan) {
        return Some(known.clone());
    }
    kept.pop().map(|newest| Kept { base: None, on_disk: None, ..newest })
}

impl From<&Kept> for Record {
    fn from(kept: &Kept) -> Self {
        let content = |print: Fingerprint| Content { sha_256: print.to_string(), bytes: print.bytes };
        let origin = kept.origin.clone().map(|path| match path.into_os_string().into_string() {
            Ok(path) => Origin::Path(path),
            Err(letters) => Origin::Letters(letters),
        });
        Self {
            plan: content(kept.plan),
            base: kept.base.map(content),
            on_disk: kept.on_disk.map(content),
            origin,
            name: kept.name.chars().take(MAX_NAME).collect(),
            time: kept.time.map(|time| time.format(TIME).to_string()).unwrap_or_default(),
        }
    }
}

/// A record that was spoiled.
struct Spoiled;

impl TryFrom<Record> for Kept {
    type Error = Spoiled;

    fn try_from(record: Record) -> Result<Self, Spoiled> {
        let print = |content: Content| Fingerprint::from_parts(&content.sha_256, content.bytes).ok_or(Spoiled);
        Ok(Self {
            plan: print(record.plan)?,
            base: record.base.map(print).transpose()?,
            on_disk: record.on_disk.map(print).transpose()?,
            origin: record.origin.map(|origin| match origin {
                Origin::Path(path) => path.into(),
                Origin::Letters(letters) => letters.into(),
            }),
            name: record.name,
            time: NaiveDateTime::parse_from_str(&record.time, TIME).ok(),
        })
    }
}
