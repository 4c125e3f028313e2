//! One comparison: what it is of, what was found, and what is under way.
//!
//! It must not know which two states are wanted, or where they come from.

use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use crate::jobs::{Job, Runner};
use crate::model::{IssuedId, Plan};
use crate::report::comparison::together;
use crate::report::{Comparison, compare};
use crate::ui::since::Compared;

/// How many seconds nothing must have changed before two states are compared again.
const PAUSE: f64 = 0.4;

/// What tells a state from any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// The open plan at this revision.
    Now(u64),
    /// What an issued pack said, which never changes.
    Issued(IssuedId),
    /// The plan that was read under this number.
    Read(u64),
}

impl Key {
    /// Whether another key is the same state a while before or after.
    fn goes_on_from(self, other: Self) -> bool {
        self == other || matches!((self, other), (Self::Now(_), Self::Now(_)))
    }
}

/// Two states, the older first.
pub(super) type Keys = [Key; 2];

/// One comparison.
#[derive(Debug, Default)]
pub(super) struct Slot {
    found: Option<Found>,
    job: Option<Under>,
    /// What waits to be compared, and since when, in the window's seconds.
    waiting: Option<(Keys, f64)>,
    trouble: Option<(String, Keys)>,
}

/// A comparison under way.
#[derive(Debug)]
struct Under {
    job: Job<(Comparison, usize)>,
    of: Keys,
    serial: u64,
}

#[derive(Debug)]
struct Found {
    comparison: Comparison,
    slipped: usize,
    of: Keys,
    serial: u64,
}

impl Slot {
    /// What was found of these two, though one of them may have been changed since.
    pub(super) fn compared(&self, keys: Keys) -> Option<Compared<'_>> {
        let found = self.found.as_ref()?;
        let goes_on = keys.iter().zip(found.of).all(|(key, of)| key.goes_on_from(of));
        let compared = Compared { comparison: &found.comparison, serial: found.serial, is_old: found.of != keys };
        goes_on.then_some(compared)
    }

    /// How many dates slipped, linked ones as one.
    pub(super) fn slipped(&self) -> Option<usize> {
        self.found.as_ref().map(|found| found.slipped)
    }

    /// Why there is nothing to show.
    pub(super) fn trouble(&self) -> Option<&str> {
        self.trouble.as_ref().map(|(words, _)| words.as_str())
    }

    /// Whether these two are to be compared now: they were not, and nobody is typing.
    pub(super) fn wants(&mut self, keys: Keys, context: &Context) -> bool {
        let is_tried = self.trouble.as_ref().is_some_and(|(_, of)| *of == keys);
        let is_found = self.found.as_ref().is_some_and(|found| found.of == keys);
        if is_tried || is_found {
            self.waiting = None;
            return false;
        }
        if self.job.is_some() {
            return false;
        }
        let now = context.input(|input| input.time);
        let since = match self.waiting {
            Some((waits, since)) if waits == keys => since,
            _ => now,
        };
        self.waiting = Some((keys, since));
        // What is looked at for the first time is wanted at once.
        if self.compared(keys).is_some() && now - since < PAUSE {
            context.request_repaint_after(Duration::from_secs_f64(PAUSE - (now - since)));
            return false;
        }
        true
    }

    /// Takes what was found, and begins on what is wanted.
    pub(super) fn keep(
        &mut self,
        wanted: Option<(Keys, [Arc<Plan>; 2])>,
        serial: u64,
        runner: Runner,
        context: &Context,
    ) {
        if let Some(Under { job, of, serial }) = &mut self.job
            && let Some(result) = job.poll()
        {
            let (of, serial) = (*of, *serial);
            self.job = None;
            self.trouble = None;
            match result {
                Ok((comparison, slipped)) => self.found = Some(Found { comparison, slipped, of, serial }),
                Err(panic) => {
                    let words = format!("The two were not compared: {panic}. Your plan was not changed.");
                    self.trouble = Some((words, of));
                }
            }
            context.request_repaint();
        }
        let Some((keys, [from, to])) = wanted else { return };
        let wake = context.clone();
        let job = Job::start(
            runner,
            "Comparing",
            move || wake.request_repaint(),
            move |_| {
                let comparison = compare(&from, &to);
                let slipped = together(&comparison.slipped).len();
                (comparison, slipped)
            },
        );
        self.job = Some(Under { job, of: keys, serial });
        context.request_repaint();
    }
}
