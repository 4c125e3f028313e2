//! Work that a run of the program left unsaved when it died: found at the next start, shown, and opened or put
//! among the backups. Until one of these is done it stays where it is.

use egui::Context;

use super::App;
use super::closing::{Next, Then};
use super::open_plan::{OnDisk, OpenPlan};
use crate::dates::day_words;
use crate::document::Document;
use crate::jobs::{Handle, Job};
use crate::model::merge::{self, Joined};
use crate::model::{Edit, Plan};
use crate::store::backups::{BackupKind, Backups};
use crate::store::drive::RealDrive;
use crate::store::journal::{self, LeftBehind, Recovered};
use crate::store::{LoadError, Session, clear_leftovers, presence};
use crate::ui::Palette;
use crate::ui::recovery::{self, Item, ItemState, RecoveryAnswer, RecoveryState};

use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What was left behind, from the search for it to the person's answers.
#[derive(Debug, Default)]
pub(super) struct Recovery {
    search: Option<Job<Vec<Found>>>,
    searched: bool,
    found: Vec<Found>,
    items: Vec<Item>,
    state: RecoveryState,
    shown: bool,
    /// Opened again, by the serials of the plans: forgotten once this run has them safe.
    opened: Vec<(u64, LeftBehind)>,
}

/// A piece of unsaved work.
#[derive(Debug)]
struct Found {
    left: LeftBehind,
    read: Result<(Recovered, Vec<Joined>), LoadError>,
}

impl Recovery {
    pub(super) fn is_shown(&self) -> bool {
        self.shown
    }
}

impl App {
    /// Looks, once in a run, for what other runs left behind.
    pub(super) fn find_left_behind(&mut self, context: &Context) {
        let Some(folders) = &self.world.folders else { return };
        if !std::mem::replace(&mut self.recovery.searched, true) {
            let (folder, wake) = (folders.recovery.clone(), context.clone());
            let search = Job::start(
                self.world.runner,
                "Looking for unsaved work",
                move || wake.request_repaint(),
                move |_| journal::left_behind(&folder).into_iter().map(found).collect(),
            );
            self.recovery.search = Some(search);
        }
        let Some(result) = self.recovery.search.as_mut().and_then(Job::poll) else { return };
        self.recovery.search = None;
        match result {
            Ok(found) => {
                for found in &found {
                    self.tidy_after(&found.left);
                }
                self.recovery.items = found.iter().map(item).collect();
                self.recovery.shown = !found.is_empty();
                self.recovery.found = found;
            }
            Err(panic) => self.notices.warn(format!(
                "Work that was not saved could not be looked for: {panic}. If there is some, it is still on this \
                 computer, and is looked for again at the next start."
            )),
        }
    }

    /// Removes what a run that died left beside the plan it had open: half a save, its note. A share that is away
    /// can take half a minute to say so; nothing waits for this.
    fn tidy_after(&self, left: &LeftBehind) {
        let Some(plan) = left.origin.clone() else { return };
        let dead = [left.session];
        let tidy = move |_: &Handle| {
            clear_leftovers(&RealDrive, &plan, &dead);
            presence::clear(&RealDrive, &plan, &dead);
        };
        drop(Job::start(self.world.runner, "Tidying up", || {}, tidy));
    }

    /// Shows what was left behind until it is dealt with.
    pub(super) fn show_recovery(&mut self, context: &Context, palette: &Palette) {
        if !self.recovery.shown {
            return;
        }
        let answer = recovery::show(context, palette, &self.recovery.items, &mut self.recovery.state);
        match answer {
            Some(RecoveryAnswer::Recover(index)) => {
                if let Some(found) = self.recovery.found.get(index) {
                    let session = found.left.session;
                    self.recovery.shown = false;
                    self.leave_asking(context, Then::Open(Next::Recovered(session)));
                }
            }
            Some(RecoveryAnswer::Discard(index)) => self.put_among_backups(index),
            Some(RecoveryAnswer::Later) => self.recovery.shown = false,
            None => {}
        }
    }

    /// Opens what a run left behind, as a plan with changes that are not saved.
    pub(super) fn open_recovered(&mut self, context: &Context, session: Session) {
        let Some(index) = self.recovery.found.iter().position(|found| found.left.session == session) else { return };
        self.recovery.items.remove(index);
        let Found { left, read } = self.recovery.found.remove(index);
        self.recovery.shown = !self.recovery.found.is_empty();
        let recovered = match read {
            Ok((recovered, _)) => recovered,
            Err(error) => {
                self.notices.open_failed(error.to_string());
                return;
            }
        };
        let (document, on_disk) = match (recovered.base, recovered.on_disk) {
            (Some(base), Some(fingerprint)) => {
                let base = Arc::new(base);
                let mut document = Document::opened(Arc::clone(&base));
                let edit = Edit::Replace(Box::new(recovered.plan));
                if let Err(error) = document.apply(edit, "bring back what was not saved") {
                    self.notices.open_failed(format!("What was not saved could not be brought back: {error}."));
                    return;
                }
                document.seal();
                (document, Some(OnDisk { fingerprint, plan: base }))
            }
            _ => (Document::unsaved(Arc::new(recovered.plan)), None),
        };
        let mut open = OpenPlan::new(document, recovered.name.clone(), self.world.today);
        open.path = recovered.origin.filter(|_| on_disk.is_some());
        open.on_disk = on_disk;
        self.show_plan(open);
        self.recovery.opened.push((self.serial(), left));
        self.notices.recovered(&recovered.name, &told(recovered.time));
        self.watch(context);
    }

    /// What was opened again is now kept by this run's own journal, or saved.
    pub(super) fn forget_recovered(&mut self) {
        let serial = self.serial();
        let (safe, open) = std::mem::take(&mut self.recovery.opened).into_iter().partition(|(of, _)| *of == serial);
        self.recovery.opened = open;
        let safe: Vec<(u64, LeftBehind)> = safe;
        for (_, left) in safe {
            // If it cannot be removed it is offered once more, which loses nothing.
            let _ = left.discard();
        }
    }

    fn put_among_backups(&mut self, index: usize) {
        let Some(found) = self.recovery.found.get(index) else { return };
        let kept = found.left.bytes().map_err(|error| error.to_string()).and_then(|bytes| {
            let origin = found.left.origin.clone().unwrap_or_else(|| PathBuf::from(&found.left.name));
            let folders = self.world.folders.as_ref().ok_or_else(|| "there is no folder for backups".to_owned())?;
            let backups = Backups::of(&folders.data, &origin, (self.world.now)());
            backups.keep(&RealDrive, &bytes, BackupKind::Unsaved).map_err(|error| error.to_string())
        });
        match kept {
            Ok(_) => {
                self.recovery.items.remove(index);
                // If it cannot be removed it is offered once more, which loses nothing.
                let _ = self.recovery.found.remove(index).left.discard();
                self.recovery.shown = !self.recovery.found.is_empty();
            }
            Err(trouble) => {
                self.recovery.shown = false;
                self.notices.warn(format!(
                    "“{}” could not be put among the backups ({trouble}). It stays where it is and is offered again \
                     at the next start.",
                    found.left.name
                ));
            }
        }
    }
}

fn found(left: LeftBehind) -> Found {
    let read = left.read().map(|recovered| {
        let changes = recovered.base.as_ref().map(|base| merge::changes(base, &recovered.plan)).unwrap_or_default();
        (recovered, changes)
    });
    Found { left, read }
}

fn item(found: &Found) -> Item {
    let Found { left, read } = found;
    let folder = left.origin.as_deref().and_then(Path::parent).map(|folder| folder.display().to_string());
    let state = match read {
        Ok((Recovered { plan: Plan { title, .. }, base, .. }, changes)) => {
            ItemState::Ready { changes: changes.clone(), title: title.clone(), whole: base.is_some() }
        }
        Err(error) => ItemState::Unreadable(error.to_string()),
    };
    Item {
        name: left.name.clone(),
        place: folder.unwrap_or_else(|| "not in a file yet".to_owned()),
        told: told(left.time),
        state,
    }
}

fn told(time: Option<chrono::NaiveDateTime>) -> String {
    time.map_or("a day that is not known".to_owned(), |time| {
        format!("{}, {}", day_words(time.date()), time.format("%H:%M"))
    })
}
