//! Work under way in the background, and what is done with its results.

use std::path::PathBuf;

use egui::Context;

use super::App;
use super::bringing_in::Brought;
use super::issuing::Issuing;
use super::path_entry::For;
use super::reviewing::{Said, Understood};
use super::saving::Saving;
use crate::intake::IntakeError;
use crate::jobs::{Job, Panicked};
use crate::store::{LoadError, Opened, SaveError, Saved};

/// Work under way.
#[derive(Debug)]
pub(super) enum Working {
    Choosing(Job<Option<PathBuf>>, For, u64),
    Opening(Job<Result<Opened, LoadError>>, PathBuf, u64),
    BringingIn(Job<Result<Brought, IntakeError>>, PathBuf),
    Correcting(Job<Understood>, Said),
    Saving(Job<Result<Saved, SaveError>>, Saving),
    Writing(Job<Result<(), String>>, PathBuf, Option<Box<Issuing>>),
}

impl Working {
    /// What the status bar says of it, once it has taken longer than a blink.
    pub(super) fn told(&mut self, now: f64) -> Option<(String, f32)> {
        let (name, progress, seconds) = match self {
            Self::Choosing(..) => return None,
            Self::Opening(job, ..) => (job.name().to_owned(), job.progress(), job.seconds(now)),
            Self::BringingIn(job, _) => (job.name().to_owned(), job.progress(), job.seconds(now)),
            Self::Correcting(job, _) => (job.name().to_owned(), job.progress(), job.seconds(now)),
            Self::Saving(job, ..) => (job.name().to_owned(), job.progress(), job.seconds(now)),
            Self::Writing(job, ..) => (job.name().to_owned(), job.progress(), job.seconds(now)),
        };
        (seconds > 0.25).then_some((name, progress))
    }

    pub(super) fn cancel(&self) {
        match self {
            Self::Choosing(job, ..) => job.cancel(),
            Self::Opening(job, ..) => job.cancel(),
            Self::BringingIn(job, _) => job.cancel(),
            // A save or a pack half-way is no use to anybody, and it takes its time at the share, not here.
            // The document is understood in the time of a breath; there is nothing to go back to.
            Self::Saving(..) | Self::Writing(..) | Self::Correcting(..) => {}
        }
    }
}

impl App {
    /// Takes the results of background work.
    pub(super) fn poll_work(&mut self, context: &Context) {
        let mut index = 0;
        while index < self.working.len() {
            let done = match &mut self.working[index] {
                Working::Choosing(job, what, serial) => {
                    let (what, serial) = (*what, *serial);
                    job.poll().map(|result| Done::Chosen(result.ok().flatten(), what, serial))
                }
                Working::Opening(job, path, asked) => {
                    let (path, asked) = (path.clone(), *asked);
                    job.poll().map(|result| Done::Opened(Box::new(result), path, asked))
                }
                Working::BringingIn(job, path) => {
                    let path = path.clone();
                    job.poll().map(|result| Done::BroughtIn(Box::new(result), path))
                }
                Working::Correcting(job, said) => {
                    let said = said.clone();
                    job.poll().map(|result| Done::Corrected(Box::new(result), said))
                }
                Working::Saving(job, saving) => {
                    let saving = saving.clone();
                    job.poll().map(|result| Done::Saved(result, saving))
                }
                Working::Writing(job, path, issuing) => {
                    let (path, issuing) = (path.clone(), issuing.clone());
                    job.poll().map(|result| Done::Written(result, path, issuing))
                }
            };
            match done {
                Some(done) => {
                    self.working.remove(index);
                    self.finish(context, done);
                }
                None => index += 1,
            }
        }
    }

    fn finish(&mut self, context: &Context, done: Done) {
        match done {
            // The answer is about the plan that was open when it was asked for, and about no other.
            Done::Chosen(_, what @ For::Comparing(_), serial) if serial != self.serial() => {
                self.notices.not_compared(what);
            }
            Done::Chosen(_, what, serial)
                if !matches!(what, For::Opening | For::BringingIn) && serial != self.serial() =>
            {
                self.notices.not_written(what);
            }
            Done::Chosen(Some(path), what, _) => self.use_path(context, path, what),
            Done::Chosen(None, what, _) => {
                self.closing = None;
                match what {
                    For::Opening | For::BringingIn => self.notices.not_opened(what),
                    For::Comparing(_) => self.notices.not_compared(what),
                    For::Saving => self.notices.not_saved(),
                    For::Pack(_) | For::Picture => self.notices.not_written(what),
                }
            }
            Done::Opened(result, path, asked) if asked == self.asked_to_open => self.opened(context, *result, path),
            // Another file was asked for meanwhile.
            Done::Opened(..) => {}
            Done::BroughtIn(result, path) => self.brought_in(*result, &path),
            Done::Corrected(result, said) => self.corrected(context, *result, said),
            Done::Saved(result, saving) => self.save_done(context, result, saving),
            Done::Written(Ok(Ok(())), path, issuing) => {
                let kept = issuing.and_then(|issuing| self.keep_issued(&issuing));
                let kept = kept.map(|kept| format!(". {kept}")).unwrap_or_default();
                self.notices.written(format!("Written: {}{kept}", path.display()));
            }
            Done::Written(Ok(Err(words)), path, _) => self
                .notices
                .write_failed(format!("“{}” was not written: {words} The plan is not affected.", path.display())),
            Done::Written(Err(panic), path, _) => {
                self.notices.write_failed(format!("“{}” was not written: {panic}.", path.display()));
            }
        }
    }
}

/// A piece of work that is done.
enum Done {
    Chosen(Option<PathBuf>, For, u64),
    Opened(Box<Result<Result<Opened, LoadError>, Panicked>>, PathBuf, u64),
    BroughtIn(Box<Result<Result<Brought, IntakeError>, Panicked>>, PathBuf),
    Corrected(Box<Result<Understood, Panicked>>, Said),
    Saved(Result<Result<Saved, SaveError>, Panicked>, Saving),
    Written(Result<Result<(), String>, Panicked>, PathBuf, Option<Box<Issuing>>),
}
