//! Bringing a document in as changes to the open plan: compared in the background, shown, and what is accepted is one
//! step of undo.
//!
//! What is shown is of the plan as it was when it was compared; where the plan is another meanwhile, it is compared
//! again, so that nothing is put over what was typed.

use std::sync::Arc;

use egui::Context;

use super::App;
use crate::intake::Draft;
use crate::jobs::{Job, Panicked};
use crate::model::matching::{self, Matching};
use crate::model::{IdMaker, Plan};
use crate::ui::Palette;
use crate::ui::taking_in::{self, TakingInAnswer, TakingInState, Ticks};

/// A document on its way into the open plan.
#[derive(Debug)]
pub(super) struct TakingIn {
    /// The plan it is for.
    serial: u64,
    /// What people call it.
    name: String,
    document: Arc<Plan>,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Comparing(Job<Matching>),
    Asking(Box<Asking>),
}

#[derive(Debug)]
struct Asking {
    matching: Matching,
    ticks: Ticks,
    state: TakingInState,
}

impl App {
    /// Compares the open plan with a document called `name`, and asks which of its changes to bring in. What the
    /// document had that found no place in the draft is not part of this.
    pub fn take_in(&mut self, context: &Context, draft: Draft, name: &str) {
        if self.is_looking() {
            self.notices.not_a_backup();
            return;
        }
        self.settle(context);
        self.compare(context, Arc::new(draft.plan), name.to_owned());
    }

    fn compare(&mut self, context: &Context, document: Arc<Plan>, name: String) {
        let seed = self.ids.next_number();
        let Some(open) = &mut self.open else {
            self.notices.warn(format!("There is no plan open to bring “{name}” into. Nothing was changed."));
            return;
        };
        open.document.seal();
        let (plan, theirs, today) = (open.document.snapshot(), Arc::clone(&document), self.world.today);
        let wake = context.clone();
        let job = Job::start(
            self.world.runner,
            "Comparing the document with the plan",
            move || wake.request_repaint(),
            move |_| matching::compare(&plan, &theirs, today, &mut IdMaker::new(seed)),
        );
        self.taking_in = Some(TakingIn { serial: open.serial, name, document, stage: Stage::Comparing(job) });
    }

    /// Whether the person is being asked which changes to bring in.
    pub(super) fn is_taking_in(&self) -> bool {
        matches!(&self.taking_in, Some(TakingIn { stage: Stage::Asking(_), .. }))
    }

    /// What the status bar says while a document is compared, once that has taken longer than a blink.
    pub(super) fn comparing(&mut self, now: f64) -> Option<(String, f32)> {
        let Some(TakingIn { stage: Stage::Comparing(job), .. }) = &mut self.taking_in else { return None };
        (job.seconds(now) > 0.25).then(|| (job.name().to_owned(), job.progress()))
    }

    /// Goes on when a document was compared. While a backup is looked at, it waits with the plan.
    pub(super) fn poll_taking_in(&mut self, context: &Context) {
        if self.is_looking() {
            return;
        }
        let serial = self.serial();
        let Some(taking_in) = self.taking_in.as_mut() else { return };
        if taking_in.serial != serial {
            self.taking_in = None;
            return;
        }
        let Stage::Comparing(job) = &mut taking_in.stage else { return };
        let Some(result) = job.poll() else { return };
        let Some(taking_in) = self.taking_in.take() else { return };
        self.compared(context, taking_in, result);
    }

    fn compared(&mut self, context: &Context, taking_in: TakingIn, result: Result<Matching, Panicked>) {
        let TakingIn { serial, name, document, .. } = taking_in;
        match result {
            Err(panic) => self.notices.warn(format!(
                "“{name}” was not compared with the plan: {panic}. Nothing was changed. Please report this with the \
                 document."
            )),
            Ok(matching) if !self.is_of_now(&matching) => self.compare(context, document, name),
            Ok(matching) if matching.changes.is_empty() => self.notices.taken_in(taking_in::nothing_new(&name)),
            Ok(matching) => {
                self.close_dialogs();
                let ticks = Ticks::at_first(&matching.changes);
                let asking = Box::new(Asking { matching, ticks, state: TakingInState::default() });
                self.taking_in = Some(TakingIn { serial, name, document, stage: Stage::Asking(asking) });
            }
        }
    }

    /// Whether the plan is still the one that was compared.
    fn is_of_now(&self, matching: &Matching) -> bool {
        self.open.as_ref().is_some_and(|open| Arc::ptr_eq(&open.document.snapshot(), &matching.plan))
    }

    /// Shows the changes until some are brought in or none.
    pub(super) fn show_taking_in(&mut self, context: &Context, palette: &Palette) {
        let Some(plan) = self.open.as_ref().map(super::OpenPlan::name) else { return };
        let Some(TakingIn { name, stage: Stage::Asking(asking), .. }) = &mut self.taking_in else { return };
        let Asking { matching, ticks, state } = asking.as_mut();
        let (changes, same) = (&matching.changes, matching.same);
        let mut shown = taking_in::TakingIn { name, plan: &plan, changes, same, ticks };
        let Some(answer) = taking_in::show(context, palette, &mut shown, state) else { return };
        let Some(taking_in) = self.taking_in.take() else { return };
        if let (TakingInAnswer::BringIn, TakingIn { name, document, stage: Stage::Asking(asking), .. }) =
            (answer, taking_in)
        {
            if self.is_of_now(&asking.matching) {
                self.bring_in_changes(context, &name, &asking);
            } else {
                self.compare(context, document, name);
            }
        }
    }

    fn bring_in_changes(&mut self, context: &Context, name: &str, asking: &Asking) {
        let Some(open) = &mut self.open else { return };
        let edit = asking.matching.edit(asking.ticks.all());
        open.document.seal();
        match open.document.apply(edit, format!("bring in changes from “{name}”")) {
            Ok(()) => {
                open.document.seal();
                self.review = None;
                self.notices.taken_in(taking_in::brought_in(asking.ticks.count(), name));
            }
            Err(error) => self
                .notices
                .warn(format!("The changes from “{name}” were not brought in: {error}. The plan is as it was before.")),
        }
        context.request_repaint();
    }
}
