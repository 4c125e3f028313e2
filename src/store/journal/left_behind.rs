//! What runs that died left in their journals: found, shown, read, thrown away.
//!
//! It must not write anything but remove; deciding what becomes of a plan is the person's.

use std::cmp::Reverse;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use super::super::drive::RealDrive;
use super::super::fingerprint::Fingerprint;
use super::super::load::{load, parse};
use super::super::load_error::LoadError;
use super::super::session::Session;
use super::about::{self, Kept};
use super::place::{Ended, Place};
use crate::model::Plan;

/// The most that is read of an `about.ron`. A thousandth of that is usual.
const MAX_ABOUT: u64 = 1024 * 1024;

/// A plan that a run that died did not save. For as long as this exists, no other run is offered it; dropping
/// it leaves it for the next start.
#[derive(Debug)]
pub struct LeftBehind {
    /// The run.
    pub session: Session,
    /// What the plan is called: as the run said, or else its title, or else the name of the file.
    pub name: String,
    /// The file it came from, where it came from one and that is known.
    pub origin: Option<PathBuf>,
    /// When it was kept, where that is known.
    pub time: Option<NaiveDateTime>,
    place: Place,
    /// The run's lock, now ours. `None` where locks do not work.
    running: Option<File>,
}

/// A plan that was left behind, and what it came from.
#[derive(Clone, Debug)]
pub struct Recovered {
    /// The plan.
    pub plan: Plan,
    /// As it was opened, last saved or last joined with what others did; `None` for a new plan, and where it
    /// was lost.
    pub base: Option<Plan>,
    /// The file it came from.
    pub origin: Option<PathBuf>,
    /// What that file held when it was opened or last saved. `None` with an origin says that this was lost:
    /// that file must not be replaced without asking.
    pub on_disk: Option<Fingerprint>,
    /// What it is called.
    pub name: String,
    /// When it was kept, where that is known.
    pub time: Option<NaiveDateTime>,
}

/// What runs that died left behind in `folder`, the newest first. Does not wait for anything. Folders that
/// hold nothing are removed; those whose names are no sessions are left alone.
#[must_use]
pub fn left_behind(folder: &Path) -> Vec<LeftBehind> {
    let mut found: Vec<LeftBehind> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let session = entry.file_name().to_str()?.parse().ok()?;
            if entry.file_type().ok()?.is_dir() { look(session, Place::new(entry.path())) } else { None }
        })
        .collect();
    found.sort_by_key(|left| Reverse((left.time, left.session)));
    found
}

fn look(session: Session, place: Place) -> Option<LeftBehind> {
    let Ended::Yes(running) = place.ended() else { return None };
    if !place.has_plan() {
        // With a lock that cannot be had, the run may be at work. With none, only an empty folder goes.
        if running.is_some() {
            let _ = place.clear(&RealDrive);
        }
        if running.is_some() || !place.has_lock() {
            place.remove(running);
        }
        return None;
    }
    let bytes = fs::read(place.plan()).unwrap_or_default();
    let known = known_of(&place, Fingerprint::of(&bytes));
    let name = known.as_ref().map(|kept| kept.name.clone()).filter(|name| !name.trim().is_empty());
    let name = name.unwrap_or_else(|| match parse(&bytes, "") {
        Ok(plan) if !plan.title.trim().is_empty() => plan.title,
        _ => place.plan().display().to_string(),
    });
    let (origin, time) = known.map_or((None, None), |kept| (kept.origin, kept.time));
    Some(LeftBehind { session, name, origin, time, place, running })
}

/// What `about.ron` says of a plan of this content.
fn known_of(place: &Place, plan: Fingerprint) -> Option<Kept> {
    let mut bytes = Vec::new();
    File::open(place.about()).ok()?.take(MAX_ABOUT).read_to_end(&mut bytes).ok()?;
    about::of_plan(&bytes, plan)
}

impl LeftBehind {
    /// Where the plan is: an ordinary plan file.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.place.plan()
    }

    /// Reads the plan, and what it came from as far as that was not lost.
    ///
    /// # Errors
    /// If the plan was spoiled, which only a fault of the drive can do.
    pub fn read(&self) -> Result<Recovered, LoadError> {
        let opened = load(&self.place.plan())?;
        let known = known_of(&self.place, opened.on_disk);
        let base = known.as_ref().and_then(|kept| kept.base).and_then(|base| {
            let read = load(&self.place.base(base)).ok()?;
            (read.on_disk == base).then_some(read.plan)
        });
        Ok(Recovered {
            plan: opened.plan,
            base,
            origin: self.origin.clone(),
            on_disk: known.and_then(|kept| kept.on_disk),
            name: self.name.clone(),
            time: self.time,
        })
    }

    /// The bytes of the plan, whether or not it can be read: to be put among the backups before it is thrown
    /// away.
    ///
    /// # Errors
    /// Those of the drive.
    pub fn bytes(&self) -> io::Result<Vec<u8>> {
        fs::read(self.place.plan())
    }

    /// Throws it away.
    ///
    /// # Errors
    /// Those of the drive; it is then offered again at the next start.
    pub fn discard(self) -> io::Result<()> {
        self.place.clear(&RealDrive)?;
        self.place.remove(self.running);
        Ok(())
    }
}
