//! Opening plans: from a file, from a template, and what is remembered of them.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use super::open_plan::OnDisk;
use super::work::Working;
use super::{App, OpenPlan};
use crate::document::Document;
use crate::jobs::{Job, Panicked, Runner};
use crate::store::{self, LoadCause, LoadError, Opened, Progress};
use crate::ui::Command;

impl App {
    /// Opens a plan file.
    pub fn open_file(&mut self, context: &Context, path: PathBuf) {
        // The last file asked for is the one that is wanted.
        for working in self.working.iter().filter(|working| matches!(working, Working::Opening(..))) {
            working.cancel();
        }
        self.asked_to_open += 1;
        let job = read_file(context, self.world.runner, "Opening", path.clone());
        self.working.push(Working::Opening(job, path, self.asked_to_open));
    }

    pub(super) fn opened(
        &mut self,
        context: &Context,
        result: Result<Result<Opened, LoadError>, Panicked>,
        path: PathBuf,
    ) {
        match result {
            Ok(Ok(opened)) => self.show_opened(context, opened, path),
            Ok(Err(error)) if error.cause == LoadCause::Cancelled => {}
            Ok(Err(error)) => self.notices.open_failed(error.to_string()),
            Err(panic) => self.notices.open_failed(format!(
                "“{}” was not opened: {panic}. Nothing was changed. Please report this with the file.",
                path.display()
            )),
        }
    }

    /// Shows a plan that was read from a file.
    pub fn show_opened(&mut self, context: &Context, opened: Opened, path: PathBuf) {
        self.remember(&path, &opened.plan.title);
        let plan = Arc::new(opened.plan);
        let document = Document::opened(Arc::clone(&plan));
        let mut open = OpenPlan::new(document, String::new(), self.world.today);
        open.on_disk = Some(OnDisk { fingerprint: opened.on_disk, plan });
        open.read_only = opened.read_only;
        open.saved_words = if opened.read_only { "Read only".to_owned() } else { "No changes since opened".to_owned() };
        open.path = Some(path);
        let name = open.name();
        self.show_plan(open);
        self.notices.opened();
        if opened.read_only {
            self.notices.read_only(&name);
        }
        self.watch(context);
    }

    pub(super) fn remember(&mut self, path: &Path, title: &str) {
        self.settings.remember(path, title, self.world.today);
        self.keep_settings();
    }

    pub(super) fn keep_settings(&mut self) {
        if !self.settings.save(self.world.settings_file.as_deref()) {
            // Said once: the list of recent plans is a comfort, and the plan itself is not affected.
            self.world.settings_file = None;
            self.notices.warn("The list of recent plans could not be kept. Your plan is not affected.".to_owned());
        }
    }

    /// A new plan from a template or a sample.
    pub(super) fn new_plan(&mut self, command: Command) {
        let year =
            chrono::Datelike::year(&self.world.today) - i32::from(chrono::Datelike::month(&self.world.today) < 4);
        let period = crate::dates::Period::financial_year(year);
        let (plan, name) = match command {
            Command::NewPlanningGrid => {
                (store::Template::PlanningGrid.plan(period, &mut self.ids), "Planning grid.ron".to_owned())
            }
            Command::NewActionPlan => {
                (store::Template::ActionPlan.plan(period, &mut self.ids), "Action plan.ron".to_owned())
            }
            Command::OpenOldhamSample | Command::OpenTowerHamletsSample => {
                let sample = match command {
                    Command::OpenOldhamSample => store::Sample::Oldham,
                    _ => store::Sample::TowerHamlets,
                };
                match store::parse(sample.bytes(), sample.label()) {
                    Ok(plan) => (plan, format!("{}.ron", sample.label())),
                    Err(error) => {
                        self.notices.open_failed(error.to_string());
                        return;
                    }
                }
            }
            _ => return,
        };
        self.show_unsaved(plan, name);
        if let Some(open) = &mut self.open {
            // Nothing was changed yet, so there is nothing that could be lost.
            let state = open.document.state();
            open.document.mark_saved(state);
        }
    }
}

/// Reads a plan file in the background.
pub(super) fn read_file(
    context: &Context,
    runner: Runner,
    name: &str,
    path: PathBuf,
) -> Job<Result<Opened, LoadError>> {
    let wake = context.clone();
    Job::start(
        runner,
        name,
        move || wake.request_repaint(),
        move |handle| {
            store::load_with(&path, &|progress| {
                if let Progress::Reading { done, total } = progress {
                    #[expect(clippy::cast_precision_loss, reason = "a share of a whole")]
                    handle.set_progress(done as f32 / total.max(1) as f32);
                }
                if handle.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            })
        },
    )
}
