//! What the person does, with keys and pointer, and what comes to the window by itself.

use std::path::PathBuf;
use std::time::Duration;

use egui::{Event, Key, Modifiers, Pos2, ViewportId, vec2};
use planning_grid::model::invariants;

use super::Window;
use crate::support::files::Dropped;

impl Window {
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

    /// Time passes, a quarter of a second a frame, and nobody does anything.
    #[track_caller]
    pub(crate) fn wait(&mut self, seconds: u16) {
        for _ in 0..4 * seconds {
            self.harness.step();
        }
        self.settle();
    }

    /// The person comes back to the window from another.
    #[track_caller]
    pub(crate) fn come_back(&mut self) {
        self.harness.event(Event::WindowFocused(true));
        self.settle();
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

    /// Presses the button of this name, scrolled to, where other words on the page are the same.
    #[track_caller]
    pub(crate) fn click_button(&mut self, label: &str) {
        self.button(label).expect("a button of this name").scroll_to_me();
        self.settle();
        self.button(label).expect("a button of this name").click();
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
