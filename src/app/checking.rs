//! The check, worked out anew in the background whenever the plan or the as-at date is another. Nobody has to ask for
//! it; while somebody types it waits for a pause.

use std::time::Duration;

use chrono::NaiveDate;
use egui::Context;

use super::App;
use crate::check::{self, Finding};
use crate::jobs::Job;
use crate::ui::findings::{self, Findings};
use crate::ui::{Command, ViewKind};

/// How many seconds nothing must have changed before the plan is looked through again.
const PAUSE: f64 = 0.4;

/// The plan's revision and the day it was looked at for.
type Of = (u64, NaiveDate);

/// What the check found last, and what is under way.
#[derive(Debug, Default)]
pub(super) struct Checked {
    findings: Vec<Finding>,
    of: Option<Of>,
    job: Option<(Job<Vec<Finding>>, Of)>,
    /// What waits to be looked at, and since when, in the window's seconds.
    waiting: Option<(Of, f64)>,
}

impl Checked {
    /// The findings as the view shows them, while the plan is at this revision.
    pub(super) fn findings(&self, revision: u64, as_at: NaiveDate) -> Findings<'_> {
        Findings { all: &self.findings, is_old: self.of != Some((revision, as_at)) }
    }

    /// How many are open; `None` before the plan was looked through once.
    pub(super) fn open(&self) -> Option<usize> {
        self.of.map(|_| self.findings.iter().filter(|finding| finding.accepted.is_none()).count())
    }
}

impl App {
    /// Goes to the place of the next finding, or of the one before; where there is none, to the check, which says so.
    pub(super) fn turn_to_finding(&mut self, context: &Context, command: Command) {
        self.settle(context);
        let Some(open) = &mut self.open else { return };
        self.details = None;
        let found = &open.checked.findings;
        let is_forward = command == Command::NextFinding;
        match findings::turn(&mut open.findings, found, open.selection.action, is_forward) {
            Some(finding) => findings::go_to(finding, &mut open.selection, &mut open.outbox),
            None => open.outbox.command(Command::Show(ViewKind::Check)),
        }
        let wishes = open.outbox.take();
        self.do_wishes(context, wishes);
    }

    /// Takes what was found, and looks through the plan again where it is another.
    pub(super) fn keep_checked(&mut self, context: &Context) {
        let runner = self.world.runner;
        let Some(open) = &mut self.open else { return };
        let wanted = (open.document.revision(), open.as_at);
        let checked = &mut open.checked;
        if let Some((job, of)) = &mut checked.job {
            let Some(result) = job.poll() else { return };
            checked.of = Some(*of);
            checked.job = None;
            match result {
                Ok(findings) => checked.findings = findings,
                Err(panic) => self.notices.warn(format!(
                    "The plan could not be checked: {panic}. The plan itself is not affected; the findings shown may \
                     be old."
                )),
            }
            context.request_repaint();
        }
        let Some(open) = &mut self.open else { return };
        let checked = &mut open.checked;
        if checked.of == Some(wanted) {
            checked.waiting = None;
            return;
        }
        let now = context.input(|input| input.time);
        let since = match checked.waiting {
            Some((waits, since)) if waits == wanted => since,
            _ => now,
        };
        checked.waiting = Some((wanted, since));
        if checked.of.is_some() && now - since < PAUSE {
            context.request_repaint_after(Duration::from_secs_f64(PAUSE - (now - since)));
            return;
        }
        let (plan, wake) = (open.document.snapshot(), context.clone());
        let job = Job::start(
            runner,
            "Checking the plan",
            move || wake.request_repaint(),
            move |_| check::check(&plan, wanted.1),
        );
        checked.job = Some((job, wanted));
        context.request_repaint();
    }
}
