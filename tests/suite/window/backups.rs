//! Backups by their labels: listed, compared, looked at, and restored as one step of undo.

use egui::accesskit::Role;
use egui::{Event, Key};
use planning_grid::store::Sample;

use crate::support::window::Window;

const FIRST: &str = "Actions and milestones, action 1.1.1";
const LOOKING: &str = "You are looking at the backup";

/// A plan saved three times, and changed since.
fn saved_thrice() -> Window {
    let mut window = Window::with_sample(Sample::Oldham);
    for words in ["One", "Two", "Three"] {
        window.retype(FIRST, words);
        window.ctrl(Key::S);
    }
    window.retype(FIRST, "Not saved");
    window
}

fn listed(window: &Window) -> Vec<String> {
    window.labels(Role::ListItem)
}

fn is_looking(window: &Window) -> bool {
    window.notices().iter().any(|words| words.starts_with(LOOKING))
}

/// Shows the list and selects the save before the last, which holds "Two".
fn select(window: &mut Window) {
    window.choose("Backups…");
    window.press(Key::ArrowDown);
}

/// Looks at the save before the last.
fn looking() -> Window {
    let mut window = saved_thrice();
    select(&mut window);
    window.click("Look at it");
    assert!(is_looking(&window));
    window
}

#[test]
fn every_save_and_what_was_found_before_the_first_is_listed_and_compared() {
    let mut window = saved_thrice();
    window.choose("Backups…");
    let kinds = listed(&window).iter().map(|name| name.split(", ").nth(2).map(str::to_owned)).collect::<Vec<_>>();
    let kinds: Vec<&str> = kinds.iter().flatten().map(String::as_str).collect();
    assert_eq!(kinds, ["saved", "saved", "saved", "found on the drive"]);
    assert!(window.says("Was: Three Now: Not saved"));
    assert_eq!(window.focused(), listed(&window)[0]);
    window.press(Key::ArrowDown);
    assert!(window.says("Was: Two Now: Not saved"));
    assert_eq!(window.focused(), listed(&window)[1]);
    window.press(Key::ArrowUp);
    assert!(window.says("Was: Three Now: Not saved"));
    window.press(Key::Escape);
    assert!(listed(&window).is_empty());
}

#[test]
fn a_plan_in_no_file_has_no_backups_and_that_is_said() {
    let mut window = Window::start();
    window.click("New planning grid");
    window.choose("Backups…");
    assert!(window.notice().contains("in no file yet"));
}

#[test]
fn a_plan_that_was_not_saved_here_yet_has_none() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.choose("Backups…");
    assert!(window.has("No backups yet"));
    window.click("Close");
    assert!(!window.has("No backups yet"));
}

#[test]
fn a_backup_is_looked_at_and_the_plan_waits_unchanged() {
    let mut window = saved_thrice();
    let (before, undo) = (window.plan().clone(), window.document().undo_label().map(str::to_owned));
    select(&mut window);
    window.click("Look at it");
    assert!(is_looking(&window));
    assert_eq!(window.value(FIRST), "Two");
    window.wait(2);
    window.click("Back to the plan");
    assert!(!is_looking(&window));
    assert_eq!(*window.plan(), before);
    assert_eq!(window.value(FIRST), "Not saved");
    assert_eq!(window.document().undo_label().map(str::to_owned), undo);
    assert!(window.document().has_unsaved_changes());
    window.ctrl(Key::S);
    assert_eq!(window.on_drive("plan.ron"), before);
}

#[test]
fn a_backup_cannot_be_changed_and_that_is_said() {
    let mut window = looking();
    let backup = window.plan().clone();
    window.click(FIRST);
    window.type_text("xyz");
    assert_eq!(*window.plan(), backup);
    assert!(window.notices().iter().any(|words| words.contains("A backup cannot be changed")));
    assert_eq!(window.value(FIRST), "Two", "no words that will go stand there as if they were kept");
    window.ctrl(Key::D);
    window.ctrl(Key::Z);
    window.at_once([Event::Paste("a\tb\tc\nd\te\tf".to_owned())]);
    assert_eq!(*window.plan(), backup);
    assert!(is_looking(&window));
    window.click("Back to the plan");
    assert_eq!(window.value(FIRST), "Not saved", "nothing was taken back behind the backup");
    assert_eq!(window.notices(), [""; 0]);
}

#[test]
fn saving_while_a_backup_is_looked_at_saves_the_plan() {
    for by_key in [true, false] {
        let mut window = looking();
        if by_key {
            window.ctrl(Key::S);
        } else {
            window.click("Back to the plan");
            window.ctrl(Key::S);
        }
        assert!(!is_looking(&window));
        assert_eq!(window.on_drive("plan.ron"), *window.plan());
        assert_eq!(window.action("1.1.1").description, "Not saved");
        assert_eq!(window.dialogs().len(), 0);
    }
}

#[test]
fn restoring_is_one_step_of_undo() {
    for from_list in [true, false] {
        let mut window = saved_thrice();
        let before = window.plan().clone();
        select(&mut window);
        if !from_list {
            window.click("Look at it");
        }
        window.click("Restore it");
        assert!(!is_looking(&window));
        assert_eq!(window.action("1.1.1").description, "Two");
        assert_eq!(window.notices().len(), 1);
        assert!(window.document().has_unsaved_changes());
        window.ctrl(Key::Z);
        assert_eq!(*window.plan(), before);
        window.ctrl(Key::Y);
        window.ctrl(Key::S);
        assert_eq!(window.on_drive("plan.ron").grids[0].objectives[0].actions[0].description, "Two");
    }
}

#[test]
fn closing_the_window_while_looking_asks_about_the_plan_itself() {
    let mut window = looking();
    assert!(!window.close_window());
    assert!(!is_looking(&window));
    assert!(window.has("Don’t save"));
    window.click("Save");
    assert_eq!(window.on_drive("plan.ron").grids[0].objectives[0].actions[0].description, "Not saved");
}

#[test]
fn a_crash_while_a_backup_is_looked_at_loses_nothing() {
    let mut window = looking();
    window.wait(2);
    let mut window = window.crash();
    window.click("Open it");
    assert_eq!(window.action("1.1.1").description, "Not saved");
}

#[test]
fn the_views_show_the_backup_too() {
    let mut window = looking();
    for view in [Key::Num2, Key::Num3, Key::Num1] {
        window.ctrl(view);
        assert!(is_looking(&window));
    }
    window.ctrl(Key::F);
    window.type_text("Two");
    window.click("Back to the plan");
    assert_eq!(window.value("Search the plan"), "");
}
