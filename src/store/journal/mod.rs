//! What is not saved yet, kept on this computer, so that a crash or a power cut costs no words.
//!
//! Each run of the program has a folder of its own, named by its [`Session`]. In it are
//! - `plan.ron`, the plan as it is now: an ordinary plan file, which a person can open by hand;
//! - `base-….ron`, the plan it was made from: an ordinary plan file too, named by its content;
//! - `about.ron`, where they come from, and which base belongs to which plan;
//! - `running`, which the run holds locked. The system gives the lock up when the program dies, however
//!   it dies; a folder whose lock is free was left behind.
//!
//! **Order of writes.** First the base, then `about.ron`, which speaks of the plan before and of the one to
//! come, then the plan, then what no longer belongs is removed. Each is written beside, synced and renamed.
//! So whichever write is the last that happened, `plan.ron` is the former plan or the new one, and
//! `about.ron` knows it by its content and names its base. A plan that `about.ron` does not know is offered
//! without a base: words come first.
//!
//! **Where locks do not work** (some home folders on a network) every folder counts as left behind, that of
//! a run at work too: offering a journal twice does no harm, hiding one loses words.
//!
//! It must not decide when to write, and it knows nothing of where plans are saved.

mod about;
mod left_behind;
mod place;

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use chrono::NaiveDateTime;

use super::drive::{Drive, RealDrive};
use super::fingerprint::Fingerprint;
use super::session::Session;
use super::write::to_bytes;
use crate::model::Plan;
use about::Kept;
use place::Place;

pub use left_behind::{LeftBehind, Recovered, left_behind};

/// This run's journal on this computer: `<folder>/<session>/`. Dropping it removes the folder, unless a plan
/// is kept in it: then the next start offers that.
#[derive(Debug)]
pub struct Journal {
    place: Place,
    /// Open and locked until the end. `None` only while it is dropped.
    running: Option<File>,
    /// What `plan.ron` may be: one record, or two after a write of which it is not known whether it landed.
    kept: Mutex<Vec<Kept>>,
    /// The run ends in peace: nothing is kept any more.
    is_closed: AtomicBool,
}

/// A plan to be kept, and what it came from.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The plan as it is now.
    pub plan: &'a Plan,
    /// As it was opened, last saved or last joined with what others did: what their changes since are told
    /// by.
    pub base: Option<&'a Plan>,
    /// The file it was opened from or saved to.
    pub origin: Option<&'a Path>,
    /// What that file held then.
    pub on_disk: Option<Fingerprint>,
    /// What it is to be called when it is offered.
    pub name: &'a str,
    /// When this was.
    pub time: NaiveDateTime,
}

impl Journal {
    /// Makes the run's folder in `folder` and holds its lock from now on.
    ///
    /// # Errors
    /// Those of the drive; [`io::ErrorKind::AlreadyExists`] if a run of the same session left a plan behind,
    /// which must not be written over; [`io::ErrorKind::ResourceBusy`] if one is at work.
    pub fn begin(folder: &Path, session: Session) -> io::Result<Self> {
        let place = Place::new(folder.join(session.to_string()));
        let running = place.hold(&RealDrive)?;
        if place.has_plan() {
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, "a plan was left behind under the same name"));
        }
        Ok(Self { place, running: Some(running), kept: Mutex::default(), is_closed: AtomicBool::new(false) })
    }

    /// Keeps the plan as it is now, with what it came from. Whole or not at all: after a power cut the former
    /// one is there or this one.
    ///
    /// # Errors
    /// Those of the drive. The plan is kept even where only its base or the record of it cannot be; the error
    /// is told all the same.
    pub fn keep(&self, entry: &Entry<'_>) -> io::Result<()> {
        self.keep_on(&RealDrive, entry)
    }

    /// Keeps a plan on a given drive.
    pub(in crate::store) fn keep_on(&self, drive: &dyn Drive, entry: &Entry<'_>) -> io::Result<()> {
        let plan = to_bytes(entry.plan).map_err(io::Error::other)?;
        // One write at a time; one that panicked left files that the next one copes with.
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if self.is_closed.load(Ordering::Relaxed) {
            return Ok(());
        }
        // Somebody may have tidied up.
        drive.make_folder(self.place.folder())?;
        if kept.len() > 1 {
            let now = self.place.plan_now(drive);
            kept.retain(|kept| Some(kept.plan) == now);
        }
        let (base, base_kept) = match entry.base.map(|base| self.keep_base(drive, base)) {
            None => (None, Ok(())),
            Some(Ok(base)) => (Some(base), Ok(())),
            Some(Err(error)) => (None, Err(error)),
        };
        kept.push(Kept {
            plan: Fingerprint::of(&plan),
            base,
            on_disk: entry.on_disk,
            origin: entry.origin.map(Path::to_path_buf),
            name: entry.name.to_owned(),
            time: Some(entry.time),
        });
        let about_kept = about::to_text(&kept).and_then(|text| place::put(drive, &self.place.about(), text.as_bytes()));
        place::put(drive, &self.place.plan(), &plan)?;
        let former = kept.len() - 1;
        kept.drain(..former);
        self.place.remove_bases_but(drive, base);
        base_kept.and(about_kept)
    }

    /// Puts the base beside, unless it is there already.
    fn keep_base(&self, drive: &dyn Drive, base: &Plan) -> io::Result<Fingerprint> {
        let bytes = to_bytes(base).map_err(io::Error::other)?;
        let fingerprint = Fingerprint::of(&bytes);
        let path = self.place.base(fingerprint);
        if !drive.facts(&path).is_ok_and(|facts| facts.bytes == fingerprint.bytes) {
            place::put(drive, &path, &bytes)?;
        }
        Ok(fingerprint)
    }

    /// Takes away what was kept, when it is saved or given up. A job that keeps an older plan after this keeps it
    /// again: whoever calls sees to the order.
    ///
    /// # Errors
    /// Those of the drive, if the plan is still there.
    pub fn clear(&self) -> io::Result<()> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        self.place.clear(&RealDrive)?;
        kept.clear();
        Ok(())
    }

    /// Takes away what was kept because the program ends with everything saved or given up. A job that comes
    /// later keeps nothing.
    ///
    /// # Errors
    /// Those of the drive, if the plan is still there: it is then offered at the next start.
    pub fn close(&self) -> io::Result<()> {
        self.is_closed.store(true, Ordering::Relaxed);
        self.clear()
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        if !self.place.has_plan() {
            // Whatever stays is removed at the next start.
            let _ = self.place.clear(&RealDrive);
            self.place.remove(self.running.take());
        }
    }
}
