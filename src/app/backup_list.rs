//! The backups of the open plan: listed, compared with the plan as it is now, looked at, restored.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use egui::Context;

use super::App;
use crate::dates::day_words;
use crate::jobs::Job;
use crate::model::Plan;
use crate::model::merge::{self, Joined};
use crate::store::backups::{Backup, BackupKind, Backups};
use crate::store::drive::RealDrive;
use crate::store::{LoadError, load};
use crate::ui::Palette;
use crate::ui::backups::{self, BackupsAnswer, BackupsPage, BackupsState, Differences, Entry};

/// How many are kept, in words; [`mod@crate::store::backups`] has the numbers.
const KEPT: &str = "the last 20 saves, and one a day for a month";

/// A backup, and what was changed since.
type Compared = Result<(Arc<Plan>, Vec<Joined>), LoadError>;

/// The list while it is shown.
#[derive(Debug)]
pub(super) struct BackupList {
    listing: Option<Job<Result<Vec<Backup>, String>>>,
    folder: PathBuf,
    backups: Vec<Backup>,
    entries: Vec<Entry>,
    selected: Option<usize>,
    reading: Option<Job<Compared>>,
    compared: Differences,
    plan: Option<Arc<Plan>>,
    state: BackupsState,
}

impl App {
    /// Shows the backups of the open plan.
    pub(super) fn list_backups(&mut self, context: &Context) {
        let Some(path) = self.open.as_ref().and_then(|open| open.path.clone()) else {
            self.notices.warn("This plan is in no file yet. Backups are kept from its first save on.".to_owned());
            return;
        };
        let Some(folders) = &self.world.folders else {
            self.notices.warn("This computer gives the program no folder, so no backups are kept.".to_owned());
            return;
        };
        let backups = Backups::of(&folders.data, &path, (self.world.now)());
        let folder = backups.folders.first().cloned().unwrap_or_default();
        let wake = context.clone();
        let listing = Job::start(
            self.world.runner,
            "Looking for backups",
            move || wake.request_repaint(),
            move |_| backups.list(&RealDrive).map_err(|error| error.to_string()),
        );
        self.backup_list = Some(BackupList {
            listing: Some(listing),
            folder,
            backups: Vec::new(),
            entries: Vec::new(),
            selected: None,
            reading: None,
            compared: Differences::Reading,
            plan: None,
            state: BackupsState::default(),
        });
    }

    /// Shows the list until it is closed.
    pub(super) fn show_backups(&mut self, context: &Context, palette: &Palette) {
        self.poll_backups(context);
        let name = self.open.as_ref().map(super::OpenPlan::name).unwrap_or_default();
        let Some(list) = &mut self.backup_list else { return };
        let place = list.folder.display().to_string();
        let page = BackupsPage {
            name: &name,
            entries: &list.entries,
            selected: list.selected,
            differences: &list.compared,
            place: &place,
            kept: KEPT,
        };
        let Some(answer) = backups::show(context, palette, &page, &mut list.state) else { return };
        match answer {
            BackupsAnswer::Select(index) => self.compare_backup(context, index),
            BackupsAnswer::LookAt(_) | BackupsAnswer::Restore(_) => {
                let (Some(plan), Some(index)) = (list.plan.clone(), list.selected) else { return };
                let told = list.backups.get(index).map(|backup| backup.time);
                let told = told.map(|time| format!("{}, {}", day_words(time.date()), time.format("%H:%M")));
                self.backup_list = None;
                let told = told.unwrap_or_default();
                if matches!(answer, BackupsAnswer::LookAt(_)) {
                    self.look_at(plan, told);
                } else {
                    self.restore(&plan, &told);
                }
                context.request_repaint();
            }
            BackupsAnswer::OpenFolder => {
                if let Err(error) = open::that_detached(&list.folder) {
                    let words = format!("“{place}” could not be shown ({error}). It can be opened by hand.");
                    self.notices.warn(words);
                }
            }
            BackupsAnswer::Close => self.backup_list = None,
        }
    }

    fn poll_backups(&mut self, context: &Context) {
        let today = (self.world.now)().date();
        let Some(list) = &mut self.backup_list else { return };
        if let Some(result) = list.listing.as_mut().and_then(Job::poll) {
            list.listing = None;
            match result.map_err(|panic| panic.to_string()).and_then(|listed| listed) {
                Ok(backups) => {
                    list.entries = backups.iter().map(|backup| entry(backup, today)).collect();
                    list.backups = backups;
                    if !list.backups.is_empty() {
                        self.compare_backup(context, 0);
                    }
                }
                Err(trouble) => {
                    self.backup_list = None;
                    self.notices
                        .warn(format!("The backups could not be listed ({trouble}). They are where they were."));
                    return;
                }
            }
        }
        let Some(list) = &mut self.backup_list else { return };
        if let Some(result) = list.reading.as_mut().and_then(Job::poll) {
            list.reading = None;
            match result {
                Ok(Ok((plan, changes))) => {
                    list.plan = Some(plan);
                    list.compared = Differences::Changes(changes);
                }
                Ok(Err(error)) => list.compared = Differences::Unreadable(error.to_string()),
                Err(panic) => list.compared = Differences::Unreadable(panic.to_string()),
            }
            context.request_repaint();
        }
    }

    fn compare_backup(&mut self, context: &Context, index: usize) {
        let (Some(open), Some(list)) = (&self.open, &mut self.backup_list) else { return };
        let Some(backup) = list.backups.get(index) else { return };
        list.selected = Some(index);
        list.compared = Differences::Reading;
        list.plan = None;
        let (path, now, wake) = (backup.path.clone(), open.document.snapshot(), context.clone());
        list.reading = Some(Job::start(
            self.world.runner,
            "Comparing with a backup",
            move || wake.request_repaint(),
            move |_| {
                let backup = load(&path)?.plan;
                let changes = merge::changes(&backup, &now);
                Ok((Arc::new(backup), changes))
            },
        ));
        context.request_repaint();
    }
}

/// A backup in words.
pub(super) fn entry(backup: &Backup, today: NaiveDate) -> Entry {
    let day = backup.time.date();
    let day = match (today - day).num_days() {
        0 => "Today".to_owned(),
        1 => "Yesterday".to_owned(),
        _ => day_words(day),
    };
    let kind = match backup.kind {
        BackupKind::Saved => "saved",
        BackupKind::Found => "found on the drive",
        BackupKind::Unsaved => "not saved",
    };
    let size = format!("{} KB", backup.bytes.div_ceil(1024));
    Entry { day, time: backup.time.format("%H:%M").to_string(), kind, size }
}
