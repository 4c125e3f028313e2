//! The window with nobody at it: driven by role and label, with a world of the test's own.
//!
//! After every step the plan's invariants are checked, and that every control has a name (which
//! `egui_kittest` does whenever the window has settled). A character no font has is a panic.

mod act;
mod look;
mod person;

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::mpsc::Sender;

use chrono::NaiveDate;
use egui::{Theme, Vec2, vec2};
use egui_kittest::Harness;
use planning_grid::app::folders::Folders;
use planning_grid::app::picker::Request;
use planning_grid::app::{App, World};
use planning_grid::jobs::Runner;
use planning_grid::model::Plan;
use planning_grid::store::{self, Sample};
use planning_grid::ui::theme;

use self::person::Person;
use super::files::{ScriptedClipboard, ScriptedPicker};
use super::renderer::PictureRenderer;

/// The day it is in every test.
pub(crate) fn today() -> NaiveDate {
    day(2016, 9, 1)
}

/// A day that there is.
#[track_caller]
pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

/// How the window is when a test begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting {
    /// How large the window is, in points at the usual size of text.
    pub(crate) size: Vec2,
    pub(crate) theme: Theme,
    /// The size of text, 1 as usual.
    pub(crate) zoom: f32,
    /// Where slow work is done.
    pub(crate) runner: Runner,
}

impl Default for Setting {
    fn default() -> Self {
        Self { size: vec2(1440.0, 900.0), theme: Theme::Light, zoom: 1.0, runner: Runner::AtOnce }
    }
}

/// The window.
pub(crate) struct Window {
    pub(crate) harness: Harness<'static, App>,
    picker: ScriptedPicker,
    clipboard: ScriptedClipboard,
    folder: Rc<tempfile::TempDir>,
    person: Person,
}

impl Window {
    /// The program as it starts, with nothing open.
    #[track_caller]
    pub(crate) fn start() -> Self {
        Self::start_with(Setting::default())
    }

    #[track_caller]
    pub(crate) fn start_with(setting: Setting) -> Self {
        Self::start_in(Rc::new(tempfile::tempdir().expect("a temporary folder")), setting, Person::first())
    }

    /// The program started again by the same person: settings are as they were left.
    #[track_caller]
    pub(crate) fn start_again(&self) -> Self {
        Self::start_in(Rc::clone(&self.folder), Setting::default(), self.person.again())
    }

    /// The program of somebody else, on another computer, who sees the same folder.
    #[track_caller]
    pub(crate) fn colleague(&self) -> Self {
        Self::start_in(Rc::clone(&self.folder), Setting::default(), Person::second())
    }

    /// The program ends from one moment to the next, as in a power cut, and is started again.
    #[track_caller]
    pub(crate) fn crash(self) -> Self {
        let (folder, person) = (Rc::clone(&self.folder), self.person.again());
        drop(self);
        Self::start_in(folder, Setting::default(), person)
    }

    /// The program ends as it does when its window is closed, and is started again.
    #[track_caller]
    pub(crate) fn end(mut self) -> Self {
        eframe::App::on_exit(self.harness.state_mut(), None);
        self.crash()
    }

    #[track_caller]
    fn start_in(folder: Rc<tempfile::TempDir>, setting: Setting, person: Person) -> Self {
        let (picker, clipboard) = (ScriptedPicker::default(), ScriptedClipboard::default());
        let app = App::new(World {
            today: today(),
            now: Box::new(|| today().and_hms_opt(10, 2, 0).expect("a time")),
            seed: person.seed,
            user: person.name.to_owned(),
            machine: person.machine.to_owned(),
            folders: Some(Folders { data: person.home(&folder), recovery: person.home(&folder).join("Recovery") }),
            settings_file: Some(person.home(&folder).join("settings.ron")),
            picker: Box::new(picker.clone()),
            clipboard: Box::new(clipboard.clone()),
            runner: setting.runner,
        });
        let mut harness = Harness::builder()
            .with_size(setting.size / setting.zoom)
            .with_theme(setting.theme)
            .with_max_steps(20)
            .with_render_cursor(false)
            .with_context_setup(move |context| {
                theme::install(context);
                context.set_zoom_factor(setting.zoom);
            })
            .renderer(PictureRenderer::default())
            .build_ui_state(
                |ui, app: &mut App| {
                    // The harness leaves a margin; a window has none.
                    let whole = ui.ctx().content_rect();
                    let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(whole));
                    ui.set_clip_rect(whole);
                    app.frame(&mut ui);
                },
                app,
            );
        harness.run();
        Self { harness, picker, clipboard, folder, person }
    }

    /// The window with a sample open from a file of its own.
    #[track_caller]
    pub(crate) fn with_sample(sample: Sample) -> Self {
        Self::with_sample_in(sample, Setting::default())
    }

    #[track_caller]
    pub(crate) fn with_sample_in(sample: Sample, setting: Setting) -> Self {
        let mut window = Self::start_with(setting);
        let path = window.write("plan.ron", sample.bytes());
        window.open(&path);
        window
    }

    /// The window with a plan open from a file of its own.
    #[track_caller]
    pub(crate) fn with_plan(plan: &Plan) -> Self {
        let mut window = Self::start();
        let path = window.write("plan.ron", &store::to_bytes(plan).expect("a plan that can be written"));
        window.open(&path);
        window
    }

    // ---- files

    /// A path in the test's own folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file into the test's own folder.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).expect("a file written");
        path
    }

    /// Opens a plan file and sees that it is open.
    #[track_caller]
    pub(crate) fn open(&mut self, path: &Path) {
        self.try_open(path);
        assert!(self.harness.state().plan().is_some(), "not opened: {:?}", self.notices());
    }

    #[track_caller]
    pub(crate) fn try_open(&mut self, path: &Path) {
        let context = self.harness.ctx.clone();
        self.harness.state_mut().open_file(&context, path.to_path_buf());
        self.settle();
    }

    /// What the next file dialog will answer.
    pub(crate) fn will_choose(&self, path: &Path) {
        self.picker.will_choose(path);
    }

    /// What was copied elsewhere, as HTML.
    pub(crate) fn has_copied(&self, html: &str) {
        self.clipboard.has_copied(html);
    }

    /// The next file dialog stays up until it is answered through what this gives.
    pub(crate) fn will_choose_later(&self) -> Sender<PathBuf> {
        self.picker.will_choose_later()
    }

    /// The file dialogs asked for since the last time this was asked.
    pub(crate) fn dialogs(&self) -> Vec<Request> {
        self.picker.take_asked()
    }
}
