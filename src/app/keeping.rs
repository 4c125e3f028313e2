//! Keeping every change on this computer within two seconds, so that neither a crash nor a power cut loses it.
//!
//! It is told of a change once a frame, waits a second for more of the same typing, and writes in the
//! background. What is saved or given up needs no keeping and is taken away again.

use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use super::App;
use crate::jobs::Job;
use crate::store::journal::{Entry, Journal};

/// How many seconds of typing are gathered before they are written. Writing takes a blink; both together stay
/// below two seconds.
const GATHER: f64 = 1.0;

/// What is kept of the open plan.
#[derive(Debug, Default)]
pub(super) struct Keeper {
    /// `None` where nothing can be kept.
    pub(super) journal: Option<Arc<Journal>>,
    job: Option<Job<Result<(), String>>>,
    /// The plan's serial and state that are kept, or are being kept.
    kept: Option<(u64, u64)>,
    /// Since when something waits to be kept, in the window's seconds.
    waiting_since: Option<f64>,
    told: bool,
}

/// Whether to wait for more of the same typing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gathering {
    /// For [`GATHER`].
    Yes,
    /// The window is hidden: its time stands still, and nobody types.
    No,
}

impl App {
    /// Keeps what is not saved yet.
    pub(super) fn keep_changes(&mut self, context: &Context, gathering: Gathering) {
        let Some(journal) = self.keeper.journal.clone() else { return };
        if let Some(job) = &mut self.keeper.job {
            let Some(result) = job.poll() else { return };
            self.keeper.job = None;
            match result.map_err(|panic| panic.to_string()).and_then(|done| done) {
                Ok(()) => self.recovered_is_safe(),
                Err(trouble) => self.tell_not_kept(&trouble),
            }
        }
        let wanted = self.unsaved_plan().map(|open| (open.serial, open.document.state()));
        if wanted == self.keeper.kept {
            self.keeper.waiting_since = None;
            return;
        }
        let now = context.input(|input| input.time);
        let gathered = now - *self.keeper.waiting_since.get_or_insert(now);
        if wanted.is_some() && gathering == Gathering::Yes && gathered < GATHER {
            context.request_repaint_after(Duration::from_secs_f64(GATHER - gathered));
            return;
        }
        self.keeper.waiting_since = None;
        self.keeper.kept = wanted;
        let time = (self.world.now)();
        let what = self.unsaved_plan().map(|open| {
            let base = open.on_disk.clone();
            (open.document.snapshot(), base, open.path.clone(), open.name())
        });
        let work = move || match what {
            None => journal.clear(),
            Some((plan, base, origin, name)) => journal.keep(&Entry {
                plan: &plan,
                base: base.as_ref().map(|base| &*base.plan),
                origin: origin.as_deref(),
                on_disk: base.as_ref().map(|base| base.fingerprint),
                name: &name,
                time,
            }),
        };
        let wake = context.clone();
        let job = Job::start(
            self.world.runner,
            "Keeping the changes",
            move || wake.request_repaint(),
            move |_| work().map_err(|error| error.to_string()),
        );
        self.keeper.job = Some(job);
    }

    /// What was written is of the plan that is open, or that plan needs no keeping.
    fn recovered_is_safe(&mut self) {
        let serial = self.serial();
        if self.keeper.kept.map_or(self.unsaved_plan().is_none(), |(kept, _)| kept == serial) {
            self.forget_recovered();
        }
    }

    /// The open plan where it has changes that are not saved. While a backup is looked at, that is the plan
    /// behind it.
    fn unsaved_plan(&self) -> Option<&super::OpenPlan> {
        self.aside.as_ref().or(self.open.as_ref()).filter(|open| open.document.has_unsaved_changes())
    }

    fn tell_not_kept(&mut self, trouble: &str) {
        if !std::mem::replace(&mut self.keeper.told, true) {
            self.notices.warn(format!(
                "Changes that are not saved yet cannot be kept on this computer ({trouble}). Nothing is lost, but \
                 after a power cut it would be: save often."
            ));
        }
    }

    /// The program ends in peace: what is not saved was given up.
    pub(super) fn close_journal(&mut self) {
        if let Some(journal) = self.keeper.journal.take() {
            // If that fails, the next start offers what is left, which loses nothing.
            let _ = journal.close();
        }
    }
}
