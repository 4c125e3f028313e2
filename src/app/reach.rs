//! Which recent plans can be reached now, asked in the background: a drive that is away can take half a
//! minute to say so.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use egui::Context;

use crate::jobs::{Job, Runner};

/// What is known of the recent plans.
#[derive(Debug, Default)]
pub(super) struct Reach {
    known: HashMap<PathBuf, bool>,
    asked: HashMap<PathBuf, Job<bool>>,
}

impl Reach {
    /// Asks after paths not asked after yet, and takes the answers that are there.
    pub(super) fn refresh<'path>(
        &mut self,
        context: &Context,
        runner: Runner,
        paths: impl Iterator<Item = &'path Path>,
    ) {
        for path in paths {
            if self.known.contains_key(path) || self.asked.contains_key(path) {
                continue;
            }
            let (wake, file) = (context.clone(), path.to_path_buf());
            let job = Job::start(runner, "Looking for a plan", move || wake.request_repaint(), move |_| file.is_file());
            self.asked.insert(path.to_path_buf(), job);
        }
        let known = &mut self.known;
        self.asked.retain(|path, job| match job.poll() {
            Some(answer) => {
                known.insert(path.clone(), answer.unwrap_or(false));
                false
            }
            None => true,
        });
    }

    /// Whether a path can be reached; `None` while that is not known.
    pub(super) fn of(&self, path: &Path) -> Option<bool> {
        self.known.get(path).copied()
    }

    /// Forgets what was known, to be asked again when the start page is shown next.
    pub(super) fn forget(&mut self) {
        self.known.clear();
    }
}
