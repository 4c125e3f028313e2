//! Saving, in the background, on a snapshot: typing goes on meanwhile.
//!
//! What stands in the way of a save is never gone round without the person's word ([`Agreed`]); what
//! somebody else saved meanwhile is joined first (`joining`).

use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;

use super::App;
use super::joining::Purpose;
use super::notices::WayOut;
use super::open_plan::OnDisk;
use super::path_entry::For;
use super::work::Working;
use crate::jobs::{Job, Panicked};
use crate::model::Plan;
use crate::store::{self, Backups, Expected, SaveCause, SaveError, SaveOptions, Saved, Step};

/// A save.
#[derive(Clone, Debug)]
pub(super) struct Saving {
    path: PathBuf,
    expected: Expected,
    agreed: Agreed,
    /// The plan's, by which it is known again when the save is done.
    serial: u64,
    /// The state of the plan that is being saved.
    state: u64,
    plan: Arc<Plan>,
}

/// What the person said yes to, for one save.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Agreed {
    /// To save although no backup can be kept.
    pub(super) without_backup: bool,
    /// To write into the file itself, where the folder takes no new files.
    pub(super) in_place: bool,
}

impl App {
    /// Saves where the plan came from, or asks where.
    pub(super) fn save(&mut self, context: &Context) {
        let Some(open) = &self.open else { return };
        match (&open.path, &open.on_disk) {
            (Some(path), Some(_)) if open.gone => self.save_to(context, path.clone(), Expected::Absent),
            (Some(path), Some(on_disk)) if !open.read_only => {
                self.save_to(context, path.clone(), Expected::Unchanged(on_disk.fingerprint));
            }
            _ => self.choose(context, For::Saving),
        }
    }

    /// Saves over whatever is there.
    pub(super) fn save_over(&mut self, context: &Context) {
        if let Some(path) = self.open.as_ref().and_then(|open| open.path.clone()) {
            self.save_to(context, path, Expected::Whatever);
        }
    }

    /// Does the save that failed again, with what the person has now agreed to.
    pub(super) fn save_as_agreed(&mut self, context: &Context, agreed: Agreed) {
        if let Some(failed) = self.failed_save.take().filter(|failed| failed.serial == self.serial()) {
            self.start_save(context, failed.path, failed.expected, agreed);
        }
    }

    pub(super) fn save_to(&mut self, context: &Context, path: PathBuf, expected: Expected) {
        self.start_save(context, path, expected, Agreed::default());
    }

    fn start_save(&mut self, context: &Context, path: PathBuf, expected: Expected, agreed: Agreed) {
        let Some(open) = &mut self.open else { return };
        if self.working.iter().any(|working| matches!(working, Working::Saving(..))) {
            self.save_again = true;
            return;
        }
        open.document.seal();
        let (serial, state, plan) = (open.serial, open.document.state(), open.document.snapshot());
        let saving = Saving { path: path.clone(), expected, agreed, serial, state, plan: Arc::clone(&plan) };
        let now = (self.world.now)();
        let options = SaveOptions {
            backups: self.world.folders.as_ref().map(|folders| Backups::of(&folders.data, &path, now)),
            without_backup: agreed.without_backup,
            in_place: agreed.in_place,
            session: self.session,
        };
        let wake = context.clone();
        let job = Job::start(
            self.world.runner,
            "Saving",
            move || wake.request_repaint(),
            move |_| store::save_with(&path, &plan, expected, &options),
        );
        self.working.push(Working::Saving(job, saving));
    }

    /// Takes what became of a save.
    pub(super) fn save_done(
        &mut self,
        context: &Context,
        result: Result<Result<Saved, SaveError>, Panicked>,
        saving: Saving,
    ) {
        if saving.serial != self.serial() {
            // It is not open any more; it was left only after being saved or given up.
            return;
        }
        match result {
            Ok(Ok(saved)) => self.saved(context, saving, &saved),
            Ok(Err(error)) => self.not_saved(context, &error, saving),
            Err(panic) => {
                self.closing = None;
                let words = format!("The plan was not saved: {panic}. Your changes are still in the program.");
                self.notices.save_failed(words, &[WayOut::SaveAs, WayOut::TryAgain]);
            }
        }
    }

    fn not_saved(&mut self, context: &Context, error: &SaveError, mut saving: Saving) {
        let own = self.open.as_ref().is_some_and(|open| open.path.as_ref() == Some(&saving.path));
        let somebody_saved = matches!(
            error.cause,
            SaveCause::ChangedOutside { .. } | SaveCause::ReadBackDiffers { step: Step::Confirm }
        );
        if own && somebody_saved {
            // Whatever is told of it is told once it is known what they changed.
            self.fetch_theirs(context, Purpose::Saving(error.to_string()), None);
            return;
        }
        self.closing = None;
        if let Some(open) = &mut self.open {
            open.gone = own && matches!(error.cause, SaveCause::GoneOutside | SaveCause::OldGone { .. });
        }
        let damage = match &error.cause {
            SaveCause::Damaged(damage) => damage.now,
            _ => None,
        };
        if let (Some(now), Some(open)) = (damage, self.open.as_mut().filter(|_| own)) {
            // What is there now is our own half-written save: it may be written over.
            saving.expected = Expected::Unchanged(now);
            if let Some(on_disk) = open.on_disk.clone() {
                open.take_in(OnDisk { fingerprint: now, ..on_disk });
            }
        }
        let ways_out: &[WayOut] = if damage.is_some() {
            &[WayOut::InPlace, WayOut::SaveAs]
        } else if somebody_saved {
            &[WayOut::SaveAs, WayOut::SaveOver]
        } else if matches!(error.cause, SaveCause::NoBackup { .. }) {
            &[WayOut::SaveAs, WayOut::TryAgain, WayOut::WithoutBackup]
        } else if error.can_write_in_place && !saving.agreed.in_place {
            &[WayOut::SaveAs, WayOut::TryAgain, WayOut::InPlace]
        } else {
            &[WayOut::SaveAs, WayOut::TryAgain]
        };
        self.notices.save_failed(error.to_string(), ways_out);
        self.failed_save = Some(saving);
    }

    fn saved(&mut self, context: &Context, saving: Saving, saved: &Saved) {
        let title = self.plan().map(|plan| plan.title.clone()).unwrap_or_default();
        self.remember(&saving.path, &title);
        let now = (self.world.now)();
        if let Some(open) = &mut self.open {
            open.document.mark_saved(saving.state);
            open.gone = false;
            // Who only read left no note beside the plan.
            let only_read = std::mem::take(&mut open.read_only);
            open.saved_words = now.format("Saved %H:%M").to_string();
            open.on_disk = Some(OnDisk { fingerprint: saved.on_disk, plan: saving.plan });
            let moved = open.path.replace(saving.path.clone()).is_none_or(|before| before != saving.path);
            match open.watcher.as_mut().filter(|_| !moved && !only_read) {
                Some(watcher) => watcher.expect(saved.on_disk, Some(now)),
                None => self.watch(context),
            }
        }
        self.failed_save = None;
        // What was told of is not there any more, or was joined.
        self.joining = None;
        self.notices.saved();
        let again = std::mem::take(&mut self.save_again) || self.closing.as_ref().is_some_and(|asked| asked.saving);
        if again && self.open.as_ref().is_some_and(|open| open.document.has_unsaved_changes()) {
            // What was typed while the save was under way is not in it.
            self.save(context);
            return;
        }
        if let Some(asked) = self.closing.take().filter(|asked| asked.saving) {
            self.leave(context, asked.then);
        }
    }
}
