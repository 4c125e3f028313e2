//! The window with nobody at it: driven by role and label, with a world of the test's own.
//!
//! After every step the plan's invariants are checked, and that every control has a name (which
//! `egui_kittest` does whenever the window has settled). A character no font has is a panic.

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::mpsc::Sender;
use std::time::Duration;

use chrono::NaiveDate;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Pos2, Theme, Vec2, ViewportId, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};
use planning_grid::app::folders::Folders;
use planning_grid::app::picker::Request;
use planning_grid::app::{App, World};
use planning_grid::document::Document;
use planning_grid::jobs::Runner;
use planning_grid::model::{Action, Plan, invariants};
use planning_grid::store::{self, Sample};
use planning_grid::ui::theme;

use super::files::{Dropped, ScriptedPicker};
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

/// Who sits at the window, where, and in which run of the program.
#[derive(Clone, Copy, Debug)]
struct Person {
    name: &'static str,
    machine: &'static str,
    seed: u64,
}

impl Person {
    fn first() -> Self {
        Self { name: "A. Person", machine: "PC-1", seed: 7 }
    }

    fn second() -> Self {
        Self { name: "B. Colleague", machine: "PC-2", seed: 7_000 }
    }

    fn again(self) -> Self {
        Self { seed: self.seed + 1, ..self }
    }

    /// Where the program keeps its own things on this person's computer.
    fn home(self, folder: &tempfile::TempDir) -> PathBuf {
        folder.path().join("settings").join(self.machine)
    }
}

/// The window.
pub(crate) struct Window {
    pub(crate) harness: Harness<'static, App>,
    picker: ScriptedPicker,
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

    #[track_caller]
    fn start_in(folder: Rc<tempfile::TempDir>, setting: Setting, person: Person) -> Self {
        let picker = ScriptedPicker::default();
        let app = App::new(World {
            today: today(),
            now: Box::new(|| today().and_hms_opt(10, 2, 0).expect("a time")),
            seed: person.seed,
            user: person.name.to_owned(),
            machine: person.machine.to_owned(),
            folders: Some(Folders { data: person.home(&folder), recovery: person.home(&folder).join("Recovery") }),
            settings_file: Some(person.home(&folder).join("settings.ron")),
            picker: Box::new(picker.clone()),
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
        Self { harness, picker, folder, person }
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

    /// The next file dialog stays up until it is answered through what this gives.
    pub(crate) fn will_choose_later(&self) -> Sender<PathBuf> {
        self.picker.will_choose_later()
    }

    /// The file dialogs asked for since the last time this was asked.
    pub(crate) fn dialogs(&self) -> Vec<Request> {
        self.picker.take_asked()
    }

    // ---- what is so

    #[track_caller]
    pub(crate) fn document(&self) -> &Document {
        self.harness.state().document().expect("an open plan")
    }

    #[track_caller]
    pub(crate) fn plan(&self) -> &Plan {
        self.document().plan()
    }

    /// The action called so in the window.
    #[track_caller]
    pub(crate) fn action(&self, reference: &str) -> &Action {
        let plan = self.plan();
        let standing = plan.standings().find(|standing| standing.reference() == reference);
        standing.unwrap_or_else(|| panic!("no action {reference}")).action
    }

    /// The references and descriptions of an objective's actions, in order.
    #[track_caller]
    pub(crate) fn rows_of(&self, grid: usize, objective: usize) -> Vec<&str> {
        self.plan().grids[grid].objectives[objective].actions.iter().map(|one| one.description.as_str()).collect()
    }

    pub(crate) fn notices(&self) -> Vec<String> {
        self.harness.state().notices().into_iter().map(str::to_owned).collect()
    }

    /// The one notice there is.
    #[track_caller]
    pub(crate) fn notice(&self) -> String {
        let notices = self.notices();
        assert_eq!(notices.len(), 1, "{notices:?}");
        notices[0].clone()
    }

    /// Whether something with exactly this label is laid out.
    pub(crate) fn has(&self, label: &str) -> bool {
        self.nodes().any(|node| name_of(&node).as_deref() == Some(label))
    }

    /// Whether something with these words in its label is laid out.
    pub(crate) fn says(&self, words: &str) -> bool {
        self.nodes().any(|node| name_of(&node).is_some_and(|name| name.contains(words)))
    }

    /// The labels of all that is laid out in this role.
    pub(crate) fn labels(&self, role: Role) -> Vec<String> {
        self.harness.query_all_by_role(role).filter_map(|node| node.accesskit_node().label()).collect()
    }

    /// All words that are laid out as labels.
    pub(crate) fn texts(&self) -> Vec<String> {
        self.harness.query_all_by_role(Role::Label).filter_map(|node| node.value()).collect()
    }

    /// The text fields that are laid out.
    pub(crate) fn fields(&self) -> usize {
        self.nodes().filter(|node| is_field(node)).count()
    }

    fn nodes(&self) -> impl Iterator<Item = Node<'_>> {
        self.harness.root().children_recursive()
    }

    /// The control called exactly so; where several are, the foremost that is on screen.
    #[track_caller]
    pub(crate) fn control(&self, label: &str) -> Node<'_> {
        let all: Vec<Node<'_>> = self.nodes().filter(|node| name_of(node).as_deref() == Some(label)).collect();
        let screen = self.harness.ctx.content_rect();
        let seen = all.iter().rfind(|node| screen.contains(node.rect().center()));
        match seen.or(all.last()) {
            Some(node) => *node,
            None => panic!("nothing is called “{label}” among {:#?}", self.names()),
        }
    }

    fn names(&self) -> Vec<String> {
        self.nodes().filter_map(|node| name_of(&node)).collect()
    }

    /// The words in a field.
    #[track_caller]
    pub(crate) fn value(&self, field: &str) -> String {
        self.control(field).value().unwrap_or_default()
    }

    /// What has the keyboard: its label, or nothing.
    pub(crate) fn focused(&self) -> String {
        let focused = self.nodes().find(Node::is_focused);
        focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    }

    /// Whether it is on screen, wholly.
    #[track_caller]
    pub(crate) fn is_on_screen(&self, label: &str) -> bool {
        self.harness.ctx.content_rect().contains_rect(self.control(label).rect())
    }

    // ---- what the person does

    /// Shows frames until nothing more is to be shown, and checks the plan.
    #[track_caller]
    pub(crate) fn settle(&mut self) {
        self.harness.run();
        self.check();
    }

    #[track_caller]
    fn check(&self) {
        let broken = self.harness.state().plan().and_then(|plan| invariants::check(plan).err());
        assert_eq!(broken, None);
    }

    /// Shows frames until it is so, while work goes on in the background.
    #[track_caller]
    pub(crate) fn wait_until(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        for _ in 0..5_000 {
            self.harness.step();
            if is_so(self) {
                return self.settle();
            }
            std::thread::yield_now();
        }
        panic!("it never came to this: {what}; notices: {:?}", self.notices());
    }

    /// Events that reach the program in one frame, as on a slow connection.
    #[track_caller]
    pub(crate) fn at_once(&mut self, events: impl IntoIterator<Item = Event>) {
        self.harness.input_mut().events.extend(events);
        // What the window's own loop does before every frame.
        loop {
            let mut input = std::mem::take(self.harness.input_mut());
            let more = self.harness.state_mut().prepare_input(&mut input);
            *self.harness.input_mut() = input;
            self.harness.step();
            if !more {
                break;
            }
        }
        self.settle();
    }

    #[track_caller]
    pub(crate) fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    #[track_caller]
    pub(crate) fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    #[track_caller]
    pub(crate) fn ctrl(&mut self, key: Key) {
        self.press_with(Modifiers::COMMAND, key);
    }

    /// Types, a letter a frame.
    #[track_caller]
    pub(crate) fn type_text(&mut self, text: &str) {
        for letter in text.chars() {
            self.harness.event(Event::Text(letter.to_string()));
        }
        self.settle();
    }

    #[track_caller]
    pub(crate) fn click(&mut self, label: &str) {
        self.bring_into_sight(label);
        self.control(label).click();
        self.settle();
    }

    /// Scrolls to a control where it is not in sight, as a person would before pressing it.
    #[track_caller]
    pub(crate) fn bring_into_sight(&mut self, label: &str) {
        // The bars at the top and at the bottom are in front of what is scrolled.
        let room = self.harness.ctx.content_rect();
        let page = egui::Rect::from_min_max(room.min, room.max - vec2(0.0, 34.0));
        if !page.contains(self.control(label).rect().center()) {
            self.control(label).scroll_to_me();
            self.settle();
        }
    }

    #[track_caller]
    pub(crate) fn click_at(&mut self, at: Pos2) {
        self.harness.hover_at(at);
        self.harness.drag_at(at);
        self.harness.drop_at(at);
        self.settle();
    }

    /// Chooses an entry of the Plan menu.
    #[track_caller]
    pub(crate) fn choose(&mut self, entry: &str) {
        self.click("Plan menu");
        // An entry's name may end in its keys.
        let name =
            self.names().into_iter().find(|name| name.trim_end() == entry || name.starts_with(&format!("{entry} ")));
        let name = name.unwrap_or_else(|| panic!("no entry {entry}: {:#?}", self.names()));
        self.click(&name);
    }

    /// Puts the cursor into a field and replaces what is in it.
    #[track_caller]
    pub(crate) fn retype(&mut self, field: &str, text: &str) {
        self.click(field);
        self.ctrl(Key::A);
        if text.is_empty() {
            self.press(Key::Delete);
        } else {
            self.type_text(text);
        }
    }

    /// Drags from one place to another, with a stop half-way.
    #[track_caller]
    pub(crate) fn drag(&mut self, from: Pos2, to: Pos2) {
        self.harness.hover_at(from);
        self.harness.drag_at(from);
        self.harness.hover_at(from + (to - from) / 2.0);
        self.harness.hover_at(to);
        self.harness.drop_at(to);
        self.settle();
    }

    /// Turns the mouse wheel by so many points, the pointer over the page.
    #[track_caller]
    pub(crate) fn wheel(&mut self, at: Pos2, points: f32) {
        self.harness.hover_at(at);
        self.harness.event(Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, points),
            phase: egui::TouchPhase::Move,
            modifiers: Modifiers::NONE,
            source: egui::MouseWheelSource::Wheel,
        });
        for _ in 0..30 {
            self.harness.step();
        }
        self.settle();
    }

    /// Drops files on the window.
    #[track_caller]
    pub(crate) fn drop_files(&mut self, paths: &[PathBuf]) {
        let dropped = paths.iter().map(|path| -> egui::DroppedFileHandle { std::sync::Arc::new(Dropped::new(path)) });
        self.harness.input_mut().dropped_files = dropped.collect();
        self.harness.step();
        self.settle();
    }

    /// Presses the window's own close button. Gives whether the window would close.
    #[track_caller]
    pub(crate) fn close_window(&mut self) -> bool {
        let viewport = self.harness.input_mut().viewports.get_mut(&ViewportId::ROOT).expect("the window");
        viewport.events.push(egui::ViewportEvent::Close);
        self.harness.step();
        let commands = &self.harness.output().viewport_output[&ViewportId::ROOT].commands;
        let cancelled = commands.contains(&egui::ViewportCommand::CancelClose);
        self.harness.input_mut().viewports.get_mut(&ViewportId::ROOT).expect("the window").events.clear();
        self.settle();
        !cancelled
    }

    /// Presses something that may close the window. Gives whether it asked the system to.
    #[track_caller]
    pub(crate) fn click_and_see_it_close(&mut self, label: &str) -> bool {
        self.control(label).click();
        let mut closes = false;
        for _ in 0..10 {
            self.harness.step();
            let commands = &self.harness.output().viewport_output[&ViewportId::ROOT].commands;
            closes |= commands.contains(&egui::ViewportCommand::Close);
        }
        self.check();
        closes
    }

    /// After how long the window wants to be shown anew if nothing happens.
    pub(crate) fn rests_for(&mut self) -> Duration {
        self.settle();
        self.harness.step();
        self.harness.output().viewport_output[&ViewportId::ROOT].repaint_delay
    }

    /// A picture of the window.
    #[track_caller]
    pub(crate) fn picture(&mut self) -> image::RgbaImage {
        self.harness.render().expect("a picture")
    }
}

/// What a screen reader says it is; the words themselves of words.
fn name_of(node: &Node<'_>) -> Option<String> {
    let node = node.accesskit_node();
    if node.role() == Role::Label { node.value() } else { node.label() }
}

fn is_field(node: &Node<'_>) -> bool {
    matches!(node.accesskit_node().role(), Role::TextInput | Role::MultilineTextInput)
}
