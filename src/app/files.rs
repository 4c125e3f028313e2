//! Opening, saving and writing, in the background, on a snapshot: typing goes on meanwhile.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use super::closing::{Next, Then};
use super::path_entry::{For, PathEntry};
use super::picker::{PLAN_ENDING, Request};
use super::{App, OpenPlan};
use crate::document::Document;
use crate::headless;
use crate::jobs::{Job, Panicked};
use crate::pack::{self, PackOptions};
use crate::store::{self, Expected, Fingerprint, LoadCause, LoadError, Opened, Progress, SaveCause, SaveError};
use crate::ui::Command;

/// Work under way.
#[derive(Debug)]
pub(super) enum Working {
    Choosing(Job<Option<PathBuf>>, For, u64),
    Opening(Job<Result<Opened, LoadError>>, PathBuf, u64),
    Saving(Job<Result<Fingerprint, SaveError>>, Saving),
    Writing(Job<Result<(), String>>, PathBuf),
}

/// Which save it is.
#[derive(Clone, Debug)]
pub(super) struct Saving {
    path: PathBuf,
    /// The plan's, by which it is known again when the save is done.
    serial: u64,
    /// The state of the plan that is being saved.
    state: u64,
}

impl Working {
    /// What the status bar says of it, once it has taken longer than a blink.
    pub(super) fn told(&mut self, now: f64) -> Option<(String, f32)> {
        let (name, progress, seconds) = match self {
            Self::Choosing(..) => return None,
            Self::Opening(job, ..) => (job.name().to_owned(), job.progress(), job.seconds(now)),
            Self::Saving(job, ..) => (job.name().to_owned(), job.progress(), job.seconds(now)),
            Self::Writing(job, _) => (job.name().to_owned(), job.progress(), job.seconds(now)),
        };
        (seconds > 0.25).then_some((name, progress))
    }

    pub(super) fn cancel(&self) {
        match self {
            Self::Choosing(job, ..) => job.cancel(),
            Self::Opening(job, ..) => job.cancel(),
            // A save or a pack half-way is no use to anybody, and it takes its time at the share, not here.
            Self::Saving(..) | Self::Writing(..) => {}
        }
    }
}

impl App {
    /// Opens a plan file.
    pub fn open_file(&mut self, context: &Context, path: PathBuf) {
        // The last file asked for is the one that is wanted.
        for working in self.working.iter().filter(|working| matches!(working, Working::Opening(..))) {
            working.cancel();
        }
        self.asked_to_open += 1;
        let (wake, file) = (context.clone(), path.clone());
        let job = Job::start(
            self.world.runner,
            "Opening",
            move || wake.request_repaint(),
            move |handle| {
                store::load_with(&file, &|progress| {
                    if let Progress::Reading { done, total } = progress {
                        #[expect(clippy::cast_precision_loss, reason = "a share of a whole")]
                        handle.set_progress(done as f32 / total.max(1) as f32);
                    }
                    if handle.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
                })
            },
        );
        self.working.push(Working::Opening(job, path, self.asked_to_open));
    }

    /// Asks for a file in the system's dialog.
    pub(super) fn choose(&mut self, context: &Context, what: For) {
        if self.working.iter().any(|working| matches!(working, Working::Choosing(..))) {
            // The system's dialog is open already.
            return;
        }
        let request = match what {
            For::Opening => Request::OpenPlan { folder: self.folder() },
            For::Saving => self.save_request("Save the plan", ("Plan", PLAN_ENDING), ""),
            For::Pack => self.save_request("Write the board pack", ("Excel workbook", "xlsx"), " board pack"),
            For::Picture => self.save_request("Save the picture", ("Picture", "png"), ""),
        };
        let answer = self.world.picker.ask(request);
        let wake = context.clone();
        let job = Job::start(self.world.runner, "Choosing a file", move || wake.request_repaint(), |_| answer());
        self.working.push(Working::Choosing(job, what, self.serial()));
    }

    /// The open plan's serial; 0 where none is.
    fn serial(&self) -> u64 {
        self.open.as_ref().map_or(0, |open| open.serial)
    }

    fn save_request(&self, title: &'static str, kind: (&'static str, &'static str), more: &str) -> Request {
        let name = self.open.as_ref().map(OpenPlan::name).unwrap_or_default();
        let stem = Path::new(&name).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        Request::SaveTo { title, kind, name: format!("{stem}{more}.{}", kind.1), folder: self.folder() }
    }

    fn folder(&self) -> Option<PathBuf> {
        let recent = || self.settings.recent.first().map(|recent| recent.path.clone());
        let file = self.open.as_ref().and_then(|open| open.path.clone()).or_else(recent)?;
        file.parent().map(Path::to_path_buf)
    }

    /// Saves where the plan came from, or asks where.
    pub(super) fn save(&mut self, context: &Context) {
        let Some(open) = &self.open else { return };
        match (&open.path, open.on_disk) {
            (Some(path), Some(_)) if open.gone => self.save_to(context, path.clone(), Expected::Absent),
            (Some(path), Some(on_disk)) if !open.read_only => {
                self.save_to(context, path.clone(), Expected::Unchanged(on_disk));
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

    fn save_to(&mut self, context: &Context, path: PathBuf, expected: Expected) {
        let Some(open) = &mut self.open else { return };
        if self.working.iter().any(|working| matches!(working, Working::Saving(..))) {
            self.save_again = true;
            return;
        }
        open.document.seal();
        let saving = Saving { path: path.clone(), serial: open.serial, state: open.document.state() };
        let plan = open.document.snapshot();
        let (wake, file) = (context.clone(), path);
        let job = Job::start(
            self.world.runner,
            "Saving",
            move || wake.request_repaint(),
            move |_| store::save(&file, &plan, expected),
        );
        self.working.push(Working::Saving(job, saving));
    }

    fn write_pack(&mut self, context: &Context, path: PathBuf) {
        let Some(open) = &self.open else { return };
        let (plan, options) = (open.document.snapshot(), PackOptions::as_at(open.as_at));
        self.write(context, "Writing the board pack", path, move || {
            pack::write_pack(&plan, &options).map_err(|error| error.to_string())
        });
    }

    fn write_picture(&mut self, context: &Context, path: PathBuf) {
        let Some(open) = &self.open else { return };
        let plan = open.document.snapshot();
        let dark = self.palette(context).dark;
        let options = headless::PictureOptions { view: self.view, as_at: open.as_at, dark, ..Default::default() };
        self.write(context, "Saving the picture", path, move || {
            headless::picture(Arc::unwrap_or_clone(plan), &options).map_err(|error| error.to_string())
        });
    }

    fn write(
        &mut self,
        context: &Context,
        name: &str,
        path: PathBuf,
        make: impl FnOnce() -> Result<Vec<u8>, String> + Send + 'static,
    ) {
        let own = self.open.as_ref().and_then(|open| open.path.clone());
        let (wake, file) = (context.clone(), path.clone());
        let job = Job::start(
            self.world.runner,
            name,
            move || wake.request_repaint(),
            move |_| {
                if own.is_some_and(|own| headless::is_same_file(&own, &file)) {
                    return Err("that is the plan itself. Choose another name.".to_owned());
                }
                let bytes = make()?;
                headless::write_file(&file, &bytes).map_err(|error| error.to_string())
            },
        );
        self.working.push(Working::Writing(job, path));
    }

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
                Working::Saving(job, saving) => {
                    let saving = saving.clone();
                    job.poll().map(|result| Done::Saved(result, saving))
                }
                Working::Writing(job, path) => {
                    let path = path.clone();
                    job.poll().map(|result| Done::Written(result, path))
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
            Done::Chosen(_, what, serial) if what != For::Opening && serial != self.serial() => {
                self.notices.not_written(what);
            }
            Done::Chosen(Some(path), what, _) => self.use_path(context, path, what),
            Done::Chosen(None, what, _) => {
                self.closing = None;
                match what {
                    For::Opening => self.notices.not_opened(),
                    For::Saving => self.notices.not_saved(),
                    For::Pack | For::Picture => self.notices.not_written(what),
                }
            }
            Done::Opened(result, path, asked) if asked == self.asked_to_open => self.opened(*result, path),
            // Another file was asked for meanwhile.
            Done::Opened(..) => {}
            Done::Saved(Ok(Ok(on_disk)), saving) => self.saved(context, saving, on_disk),
            Done::Saved(Ok(Err(error)), ..) => {
                self.closing = None;
                let changed = matches!(error.cause, SaveCause::ChangedOutside { .. });
                if let Some(open) = &mut self.open {
                    open.gone = error.cause == SaveCause::GoneOutside;
                }
                self.notices.save_failed(error.to_string(), changed);
            }
            Done::Saved(Err(panic), ..) => {
                self.closing = None;
                let words = format!("The plan was not saved: {panic}. Your changes are still in the program.");
                self.notices.save_failed(words, false);
            }
            Done::Written(Ok(Ok(())), path) => self.notices.written(format!("Written: {}", path.display())),
            Done::Written(Ok(Err(words)), path) => self
                .notices
                .write_failed(format!("“{}” was not written: {words} The plan is not affected.", path.display())),
            Done::Written(Err(panic), path) => {
                self.notices.write_failed(format!("“{}” was not written: {panic}.", path.display()));
            }
        }
    }

    fn opened(&mut self, result: Result<Result<Opened, LoadError>, Panicked>, path: PathBuf) {
        match result {
            Ok(Ok(opened)) => self.show_opened(opened, path),
            Ok(Err(error)) if error.cause == LoadCause::Cancelled => {}
            Ok(Err(error)) => self.notices.open_failed(error.to_string()),
            Err(panic) => self.notices.open_failed(format!(
                "“{}” was not opened: {panic}. Nothing was changed. Please report this with the file.",
                path.display()
            )),
        }
    }

    /// Uses a path that was chosen or typed.
    pub(super) fn use_path(&mut self, context: &Context, path: PathBuf, what: For) {
        match what {
            For::Opening => self.open_file(context, path),
            // The system's dialog, or the person typing the path, agreed to replace what is there; what
            // must not be replaced unseen is a plan that changed since it was opened.
            For::Saving => {
                let gone = self.open.as_ref().is_some_and(|open| open.gone);
                let same = self.open.as_ref().and_then(|open| open.path.as_ref().zip(open.on_disk));
                let expected = match same {
                    Some((own, on_disk)) if *own == path && !gone => Expected::Unchanged(on_disk),
                    _ => Expected::Whatever,
                };
                self.save_to(context, path, expected);
            }
            For::Pack => self.write_pack(context, path),
            For::Picture => self.write_picture(context, path),
        }
    }

    /// Shows a plan that was read from a file.
    pub fn show_opened(&mut self, opened: Opened, path: PathBuf) {
        self.remember(&path, &opened.plan.title);
        let document = Document::opened(Arc::new(opened.plan));
        let mut open = OpenPlan::new(document, String::new(), self.world.today);
        open.on_disk = Some(opened.on_disk);
        open.read_only = opened.read_only;
        open.saved_words = if opened.read_only { "Read only".to_owned() } else { "No changes since opened".to_owned() };
        open.path = Some(path);
        let name = open.name();
        self.show_plan(open);
        self.notices.opened();
        if opened.read_only {
            self.notices.read_only(&name);
        }
    }

    fn saved(&mut self, context: &Context, saving: Saving, on_disk: Fingerprint) {
        if saving.serial != self.serial() {
            // It was saved, and is not open any more.
            return;
        }
        let title = self.plan().map(|plan| plan.title.clone()).unwrap_or_default();
        self.remember(&saving.path, &title);
        if let Some(open) = &mut self.open {
            open.document.mark_saved(saving.state);
            open.gone = false;
            open.path = Some(saving.path);
            open.on_disk = Some(on_disk);
            open.read_only = false;
            open.saved_words = (self.world.now)().format("Saved %H:%M").to_string();
        }
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

    fn remember(&mut self, path: &Path, title: &str) {
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

    /// Leaves the plan that is open, for what comes next.
    pub(super) fn leave(&mut self, context: &Context, then: Then) {
        match then {
            Then::ClosePlan => {
                self.open = None;
                self.notices.forget_plan();
            }
            Then::Quit => {
                self.may_quit = true;
                context.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            Then::Open(Next::Choose) => self.choose(context, For::Opening),
            Then::Open(Next::File(path)) => self.open_file(context, path),
            Then::Open(Next::New(command)) => self.new_plan(command),
        }
    }

    /// Uses a path that was typed. Nobody was asked whether what is there may be replaced, so it may not;
    /// and the ending that the dialog would have given is given here.
    pub(super) fn use_typed_path(&mut self, context: &Context, mut path: PathBuf, what: For) {
        let ending = match what {
            For::Opening => return self.open_file(context, path),
            For::Saving => PLAN_ENDING,
            For::Pack => "xlsx",
            For::Picture => "png",
        };
        if path.extension().is_none() {
            path.set_extension(ending);
        }
        let own = self.open.as_ref().and_then(|open| open.path.as_ref()) == Some(&path);
        match what {
            For::Saving if !own => self.save_to(context, path, Expected::Absent),
            _ => self.use_path(context, path, what),
        }
    }

    /// Asks for a path to be typed.
    pub(super) fn type_path(&mut self, what: For) {
        let folder = self.folder().map(|folder| folder.join("")).unwrap_or_default();
        self.path_entry = Some(PathEntry { what, typed: folder.display().to_string(), begun: false });
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

/// A piece of work that is done.
enum Done {
    Chosen(Option<PathBuf>, For, u64),
    Opened(Box<Result<Result<Opened, LoadError>, Panicked>>, PathBuf, u64),
    Saved(Result<Result<Fingerprint, SaveError>, Panicked>, Saving),
    Written(Result<Result<(), String>, Panicked>, PathBuf),
}
