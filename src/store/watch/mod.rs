//! Notices what others do to a plan that is open: they change it, move it away, open it too.
//!
//! A state machine without a clock and without a thread: whoever holds it calls [`Watch::look`] every
//! fifteen seconds or so, and again soon after each save, so that colleagues learn who saved. Telling
//! systems to report changes does not work on many shares; looking does.
//!
//! **Cost.** A look asks for the size of the file and lists its folder. The whole content is read when the
//! size is another than it was, and else every [`SMALL_EVERY`] or [`LARGE_EVERY`] looks: many edits leave
//! the size as it is, and times differ between clocks.
//!
//! **Errors** of the drive are no news: a VPN drops and comes back, and a save will say so where it
//! matters.
//!
//! It must not change the plan, and it decides nothing: it tells.

mod colleagues;
mod own_note;

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDateTime;

use super::MAX_BYTES;
use super::drive::{Drive, Facts};
use super::fingerprint::Fingerprint;
use super::presence::Presence;
use super::trouble::Trouble;
use colleagues::Colleagues;
use own_note::OwnNote;

pub use colleagues::{GONE_AFTER, Life, Other, REMOVE_AFTER};

/// A file below this is read in full every [`SMALL_EVERY`] looks, others every [`LARGE_EVERY`].
pub const SMALL: u64 = 1024 * 1024;
/// Every so many looks a small file of unchanged size is read in full: about a minute.
pub const SMALL_EVERY: u32 = 4;
/// Every so many looks a large file of unchanged size is read in full: about five minutes.
pub const LARGE_EVERY: u32 = 20;
/// In so many looks in a row the file must be missing to be gone: the save of another program may take it
/// away for a moment.
pub const GONE_LOOKS: u32 = 2;

/// What a look found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// The file has another content than was expected. Told once a content. A program other than ours may
    /// still be writing it.
    Changed {
        /// What is there.
        now: Fingerprint,
        /// Who saved it, where a note beside the plan says so.
        by: Option<By>,
    },
    /// It was moved, renamed or deleted.
    Gone,
    /// It is there as was expected, after it was gone or changed.
    Back,
    /// Who else has it open; told whenever that is another answer than before.
    Others(Vec<Other>),
    /// Our own note cannot be written, as the folder takes no new files. Told once.
    FolderRefuses(Trouble),
}

/// Who saved a content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct By {
    /// The person, or nothing.
    pub name: String,
    /// Their computer, or nothing.
    pub machine: String,
    /// When, by their clock.
    pub at: Option<NaiveDateTime>,
}

/// Watches one plan.
#[derive(Clone, Debug)]
pub struct Watch {
    plan: PathBuf,
    expected: Fingerprint,
    own_note: Option<OwnNote>,
    /// What was read last, and the size the drive said it had then.
    last_read: Option<(u64, Fingerprint)>,
    /// The last read found another content than the one before: it may still be being written.
    is_unsettled: bool,
    looks_since_read: u32,
    missing_looks: u32,
    /// The content told as changed, as long as it is not the expected one again.
    told: Option<Fingerprint>,
    is_gone: bool,
    colleagues: Colleagues,
}

impl Watch {
    /// Watches `plan`, which was opened or saved with the content `on_disk`. `me` is written beside it; without,
    /// nobody learns that it is open here.
    #[must_use]
    pub fn new(plan: PathBuf, on_disk: Fingerprint, me: Option<Presence>) -> Self {
        Self {
            plan,
            expected: on_disk,
            own_note: me.map(OwnNote::new),
            last_read: None,
            is_unsettled: false,
            looks_since_read: 0,
            missing_looks: 0,
            told: None,
            is_gone: false,
            colleagues: Colleagues::default(),
        }
    }

    /// Looks once, and says in the note beside the plan that we are still there. `at` is the time since the
    /// watch began, by our own steady clock.
    ///
    /// A look and a save of ours must take turns: in between, what we saved looks like a change.
    pub fn look(&mut self, drive: &dyn Drive, at: Duration) -> Vec<News> {
        let facts = drive.facts(&self.plan);
        let mut news = Vec::new();
        if !self.is_gone {
            let refusal = self.own_note.as_mut().and_then(|note| note.beat(drive, &self.plan));
            news.extend(refusal.map(News::FolderRefuses));
        }
        let own = self.own_note.as_ref().map(OwnNote::session);
        news.extend(self.colleagues.look(drive, &self.plan, own, at).map(News::Others));
        news.extend(match facts {
            Ok(facts) if !facts.is_folder => self.look_at_content(drive, facts),
            Err(error) if Trouble::of(&error) != Trouble::Missing || !has_folder(drive, &self.plan) => {
                self.missing_looks = 0;
                None
            }
            _ => self.miss(),
        });
        news
    }

    /// We saved this content, or took it in. With `saved_at`, colleagues learn that it was us, at the next look.
    pub fn expect(&mut self, on_disk: Fingerprint, saved_at: Option<NaiveDateTime>) {
        self.expected = on_disk;
        self.last_read = Some((on_disk.bytes, on_disk));
        self.is_unsettled = false;
        self.looks_since_read = 0;
        self.missing_looks = 0;
        self.told = None;
        self.is_gone = false;
        if let (Some(note), Some(at)) = (&mut self.own_note, saved_at) {
            note.saved(on_disk, at);
        }
    }

    /// Takes our note away; no later look writes it again.
    pub fn leave(&mut self, drive: &dyn Drive) {
        if let Some(note) = &mut self.own_note {
            note.leave(drive, &self.plan);
        }
    }

    fn miss(&mut self) -> Option<News> {
        self.missing_looks = self.missing_looks.saturating_add(1);
        if self.is_gone || self.missing_looks < GONE_LOOKS {
            return None;
        }
        self.is_gone = true;
        self.told = None;
        Some(News::Gone)
    }

    fn look_at_content(&mut self, drive: &dyn Drive, facts: Facts) -> Option<News> {
        let was_missing = self.missing_looks > 0 || self.is_gone;
        self.looks_since_read = self.looks_since_read.saturating_add(1);
        let every = if facts.bytes < SMALL { SMALL_EVERY } else { LARGE_EVERY };
        let is_same_size = self.last_read.is_some_and(|(bytes, _)| bytes == facts.bytes);
        if is_same_size && !was_missing && !self.is_unsettled && self.looks_since_read < every {
            return None;
        }
        let now = read(drive, &self.plan).ok()?;
        let before = self.last_read.replace((facts.bytes, now)).map_or(self.expected, |(_, before)| before);
        self.is_unsettled = now != before;
        self.looks_since_read = 0;
        self.missing_looks = 0;
        let was_gone = std::mem::take(&mut self.is_gone);
        if now == self.expected {
            let was_changed = self.told.take().is_some();
            return (was_changed || was_gone).then_some(News::Back);
        }
        if self.told == Some(now) {
            return None;
        }
        self.told = Some(now);
        Some(News::Changed { now, by: self.colleagues.who_saved(now) })
    }
}

/// Reads what is there. Of a file larger than any plan the beginning is enough to say that it is no plan.
fn read(drive: &dyn Drive, plan: &Path) -> io::Result<Fingerprint> {
    let mut bytes = Vec::new();
    drive.open(plan)?.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(Fingerprint::of(&bytes))
}

/// Whether the folder is there that a missing file was in, or the one that one was in. If neither is, the
/// drive is more likely gone than the file.
fn has_folder(drive: &dyn Drive, plan: &Path) -> bool {
    let target = drive.real_path(plan).unwrap_or_else(|_| plan.to_path_buf());
    target.ancestors().skip(1).take(2).any(|folder| {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        drive.facts(folder).is_ok_and(|facts| facts.is_folder)
    })
}
