//! Leaving with changes that are not saved: asked once, and each answer does what it says.

use std::fs;

use egui::{Key, Modifiers};
use planning_grid::store::{self, Sample};

use crate::support::window::Window;

const FIRST: &str = "Actions and milestones, action 1.1.1";

fn edited() -> Window {
    let mut window = Window::with_sample(Sample::Oldham);
    window.retype(FIRST, "Mine");
    window
}

fn asks(window: &Window) -> usize {
    window.texts().iter().filter(|text| text.starts_with("Save the changes to “plan.ron”")).count()
}

#[test]
fn nothing_unsaved_closes_at_once() {
    let mut window = Window::with_sample(Sample::Oldham);
    assert!(window.close_window());
    let mut window = Window::start();
    assert!(window.close_window());
}

#[test]
fn unsaved_changes_are_asked_about_once() {
    let mut window = edited();
    assert!(!window.close_window());
    assert!(!window.close_window(), "pressed again while it asks");
    assert_eq!(asks(&window), 1);
}

#[test]
fn cancel_and_escape_stay() {
    let mut window = edited();
    window.close_window();
    window.click("Cancel");
    assert_eq!(asks(&window), 0);
    window.close_window();
    window.press(Key::Escape);
    assert_eq!(asks(&window), 0);
    assert_eq!(window.action("1.1.1").description, "Mine");
    assert!(window.document().has_unsaved_changes());
}

#[test]
fn save_saves_and_closes() {
    let mut window = edited();
    window.close_window();
    assert!(window.click_and_see_it_close("Save"));
    let kept = store::load(&window.path("plan.ron")).unwrap().plan;
    assert_eq!(kept.actions().next().unwrap().description, "Mine");
    assert!(window.close_window());
}

#[test]
fn do_not_save_closes_and_leaves_the_file() {
    let mut window = edited();
    window.close_window();
    assert!(window.click_and_see_it_close("Don’t save"));
    assert_eq!(fs::read(window.path("plan.ron")).unwrap(), Sample::Oldham.bytes());
    assert!(window.close_window());
}

#[test]
fn a_save_that_fails_does_not_close() {
    let mut window = edited();
    window.write("plan.ron", Sample::TowerHamlets.bytes());
    window.close_window();
    assert!(!window.click_and_see_it_close("Save"));
    assert_eq!(asks(&window), 0);
    window.notice();
    assert_eq!(window.action("1.1.1").description, "Mine");
    assert!(!window.close_window(), "it asks again");
}

#[test]
fn saving_to_no_file_does_not_close() {
    let mut window = Window::start();
    window.click("New planning grid");
    window.click("Add a grid");
    window.type_text("x");
    window.close_window();
    assert!(!window.click_and_see_it_close("Save"));
    assert!(window.notice().starts_with("Not saved"));
}

#[test]
fn closing_the_plan_goes_back_to_the_start() {
    let mut window = edited();
    window.ctrl(Key::W);
    assert_eq!(asks(&window), 1);
    window.click("Don’t save");
    assert!(window.harness.state().plan().is_none());
    assert!(window.has("New planning grid"));
}

#[test]
fn another_plan_asked_for_comes_after_the_answer() {
    let mut window = edited();
    let other = window.write("other.ron", Sample::TowerHamlets.bytes());
    window.will_choose(&other);
    window.ctrl(Key::O);
    assert_eq!(window.dialogs().len(), 0, "the question first");
    window.click("Don’t save");
    assert_eq!(window.plan().actions().count(), 59);
}

#[test]
fn an_unsaved_plan_stays_when_the_other_cannot_be_opened() {
    let mut window = edited();
    let bad = window.write("bad.ron", b"nothing");
    window.will_choose(&bad);
    window.ctrl(Key::O);
    window.click("Don’t save");
    assert_eq!(window.action("1.1.1").description, "Mine");
    assert!(window.document().has_unsaved_changes(), "and it still counts as not saved");
}

#[test]
fn keys_pressed_while_it_asks_change_nothing() {
    let mut window = edited();
    window.close_window();
    let before = window.plan().clone();
    for (modifiers, key) in [
        (Modifiers::ALT, Key::ArrowDown),
        (Modifiers::COMMAND, Key::Enter),
        (Modifiers::COMMAND, Key::D),
        (Modifiers::COMMAND | Modifiers::SHIFT, Key::Delete),
        (Modifiers::COMMAND, Key::Z),
        (Modifiers::NONE, Key::Backspace),
    ] {
        window.press_with(modifiers, key);
        assert_eq!(*window.plan(), before, "{modifiers:?} {key:?}");
    }
    window.harness.event(egui::Event::Text("x".to_owned()));
    window.settle();
    assert_eq!(*window.plan(), before);
}

#[test]
fn only_one_dialog_stands_at_a_time() {
    let mut window = edited();
    window.choose("Plan details…");
    window.close_window();
    assert_eq!(asks(&window), 1);
    assert!(!window.has("Close"), "the plan's details stand behind the question");
}
