//! After a crash: what was not saved is offered at the next start, and nothing else is.

use std::time::Duration;

use egui::Key;
use planning_grid::store::{self, Sample};

use crate::support::window::Window;

const FIRST: &str = "Actions and milestones, action 1.1.1";
const SECOND: &str = "Actions and milestones, action 1.1.2";
const OFFER: &str = "Work that was not saved";

fn edited() -> Window {
    let mut window = Window::with_sample(Sample::Oldham);
    window.retype(FIRST, "Typed before the crash");
    window
}

/// The next run after a crash two seconds after something was typed.
fn crashed() -> Window {
    let mut window = edited();
    window.wait(2);
    window.crash()
}

#[test]
fn what_was_typed_two_seconds_before_a_crash_is_offered_with_its_changes() {
    let mut window = crashed();
    assert!(window.has(OFFER));
    window.click("Show 1 change since it was opened");
    assert!(window.says("Typed before the crash"));
}

#[test]
fn recovered_work_is_open_as_unsaved_changes_of_its_file() {
    let mut window = crashed();
    window.click("Open it");
    assert!(!window.has(OFFER));
    assert_eq!(window.action("1.1.1").description, "Typed before the crash");
    assert!(window.document().has_unsaved_changes());
    assert!(window.says("Changes not saved yet"));
    assert!(window.notice().contains("Save it to keep it"), "{}", window.notice());
    assert_eq!(window.on_drive("plan.ron"), store::parse(Sample::Oldham.bytes(), "plan").unwrap());
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), window.on_drive("plan.ron"), "undo leads to what the drive holds");
    window.ctrl(Key::Y);
    window.ctrl(Key::S);
    assert_eq!(window.on_drive("plan.ron"), *window.plan());
    assert!(!window.document().has_unsaved_changes());
    assert_eq!(window.notices(), [""; 0], "nothing more is to be done");
    assert!(!window.crash().has(OFFER), "what is saved is offered no more");
}

#[test]
fn a_second_crash_at_any_moment_loses_nothing() {
    let mut window = crashed();
    window.click("Open it");
    // Before this run has written it down itself, and after.
    let mut window = window.crash();
    assert!(window.has(OFFER));
    window.click("Open it");
    window.retype(SECOND, "Typed after it");
    window.wait(2);
    let mut window = window.crash();
    assert!(window.has("Open it"), "offered once");
    window.click("Open it");
    assert_eq!(window.action("1.1.1").description, "Typed before the crash");
    assert_eq!(window.action("1.1.2").description, "Typed after it");
    assert!(!window.has(OFFER));
}

#[test]
fn later_offers_it_again() {
    let mut window = crashed();
    window.click("Later");
    assert!(!window.has(OFFER));
    let mut window = window.end();
    assert!(window.has(OFFER));
    window.press(Key::Escape);
    assert!(!window.has(OFFER));
    assert!(window.end().has(OFFER));
}

#[test]
fn put_among_the_backups_it_is_found_there_and_offered_no_more() {
    let mut window = crashed();
    window.click("Put it among the backups");
    assert!(!window.has(OFFER));
    let path = window.path("plan.ron");
    window.open(&path);
    window.choose("Backups…");
    assert!(window.says("not saved"));
    window.click("Look at it");
    assert_eq!(window.value(FIRST), "Typed before the crash");
    window.click("Restore it");
    assert_eq!(window.action("1.1.1").description, "Typed before the crash");
    assert!(!window.end().has(OFFER));
}

#[test]
fn what_others_saved_meanwhile_is_joined_with_recovered_work() {
    let mut window = edited();
    window.wait(2);
    let mut theirs = window.on_drive("plan.ron");
    theirs.grids[0].objectives[0].actions[1].description = "Theirs".to_owned();
    window.write("plan.ron", &store::to_bytes(&theirs).unwrap());
    let mut window = window.crash();
    window.click("Open it");
    window.ctrl(Key::S);
    assert_eq!(window.on_drive("plan.ron"), *window.plan());
    assert_eq!(window.action("1.1.1").description, "Typed before the crash");
    assert_eq!(window.action("1.1.2").description, "Theirs");
}

#[test]
fn a_new_plan_that_was_in_no_file_comes_back() {
    let mut window = Window::start();
    window.click("New planning grid");
    window.click("Add a grid");
    window.type_text("Housing");
    window.wait(2);
    let plan = window.plan().clone();
    let mut window = window.crash();
    assert!(window.says("not in a file yet"));
    window.click("Open it");
    assert_eq!(*window.plan(), plan);
    assert!(window.document().has_unsaved_changes());
    let path = window.path("new.ron");
    window.will_choose(&path);
    window.ctrl(Key::S);
    assert_eq!(window.on_drive("new.ron"), plan);
    assert!(!window.crash().has(OFFER));
}

#[test]
fn a_crash_behind_a_question_loses_nothing() {
    let mut window = edited();
    window.close_window();
    window.wait(2);
    let mut window = window.crash();
    window.click("Open it");
    assert_eq!(window.action("1.1.1").description, "Typed before the crash");
}

#[test]
fn what_was_saved_or_given_up_is_not_offered() {
    let mut window = edited();
    window.wait(2);
    window.ctrl(Key::S);
    let mut window = window.crash();
    assert!(!window.has(OFFER), "it was saved");
    let path = window.path("plan.ron");
    window.open(&path);
    window.retype(FIRST, "Not wanted");
    window.wait(2);
    window.choose("Close the plan");
    window.click("Don’t save");
    let window = window.crash();
    assert!(!window.has(OFFER), "it was given up");
    let mut window = window;
    window.open(&path);
    window.retype(FIRST, "Not wanted");
    window.wait(2);
    window.close_window();
    assert!(window.click_and_see_it_close("Don’t save"));
    assert!(!window.end().has(OFFER), "it was given up with the window");
}

#[test]
fn what_was_undone_to_the_opened_plan_is_not_offered() {
    let mut window = edited();
    window.wait(2);
    while window.document().has_unsaved_changes() {
        window.ctrl(Key::Z);
    }
    assert!(!window.crash().has(OFFER));
}

#[test]
fn recovered_work_waits_for_the_question_about_what_is_open() {
    let mut window = crashed();
    window.click("Later");
    window.click("New planning grid");
    window.click("Add a grid");
    window.type_text("Housing");
    window.wait(2);
    let mut window = window.crash();
    let offers = window.labels(egui::accesskit::Role::Button);
    let offers: Vec<String> = offers.into_iter().filter(|name| name.starts_with("Open it: ")).collect();
    assert_eq!(offers.len(), 2, "{offers:?}");
    window.click("Open it: plan.ron");
    assert_eq!(window.action("1.1.1").description, "Typed before the crash");
    assert!(window.has(OFFER), "the other is still to be decided on");
    window.click("Open it");
    window.click("Cancel");
    assert_eq!(window.action("1.1.1").description, "Typed before the crash");
}

#[test]
fn a_plan_with_unsaved_changes_is_at_rest_once_they_are_kept() {
    let mut window = edited();
    window.wait(2);
    assert!(window.rests_for() >= Duration::from_mins(1));
    window.come_back();
    assert!(window.rests_for() >= Duration::from_mins(1));
    let mut window = window.crash();
    assert!(window.rests_for() >= Duration::from_mins(1), "while it is offered");
}
