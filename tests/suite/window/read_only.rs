//! Plans that can be read and not written here. What the system refuses is tried in the store's own tests: a
//! test may run as somebody to whom nothing is refused.

use std::fs;
use std::path::Path;

use egui::Key;
use planning_grid::store::Sample;

use crate::support::window::Window;

const FIRST: &str = "Actions and milestones, action 1.1.1";

fn set_read_only(path: &Path, read_only: bool) {
    let mut permissions = fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(read_only);
    fs::set_permissions(path, permissions).unwrap();
}

fn marked() -> Window {
    let mut window = Window::start();
    let path = window.write("plan.ron", Sample::Oldham.bytes());
    set_read_only(&path, true);
    window.open(&path);
    window
}

#[test]
fn who_opens_a_file_marked_read_only_leaves_no_note_and_stands_in_nobodys_way() {
    let window = marked();
    assert!(window.notice().contains("marked read only"));
    assert!(window.has("Read only"), "the status bar says it");
    assert_eq!(window.files_with("opened-by"), [""; 0]);
    let mut second = window.colleague();
    second.open(&window.path("plan.ron"));
    assert_eq!(second.notices().len(), 1);
    assert!(!second.says("has it open"));
    set_read_only(&window.path("plan.ron"), false);
}

#[test]
fn what_others_save_into_a_file_that_is_only_read_is_still_seen() {
    let mut window = marked();
    set_read_only(&window.path("plan.ron"), false);
    let mut second = window.colleague();
    second.open(&window.path("plan.ron"));
    second.retype(FIRST, "Theirs");
    second.ctrl(Key::S);
    second.come_back();
    window.come_back();
    assert!(window.notices().iter().any(|words| words.contains("B. Colleague")), "{:?}", window.notices());
    window.click("Look at the changes");
    window.click("Bring in");
    assert_eq!(window.action("1.1.1").description, "Theirs");
}

#[test]
fn a_plan_that_is_only_read_is_kept_from_a_crash_like_any_other() {
    let mut window = marked();
    window.retype(FIRST, "Tried out");
    window.wait(2);
    let mut window = window.crash();
    window.click("Open it");
    assert_eq!(window.action("1.1.1").description, "Tried out");
    set_read_only(&window.path("plan.ron"), false);
    window.ctrl(Key::S);
    assert_eq!(window.on_drive("plan.ron"), *window.plan());
}

#[test]
fn from_where_it_was_saved_elsewhere_a_plan_is_written_and_its_note_with_it() {
    let mut window = marked();
    let elsewhere = window.path("mine.ron");
    window.will_choose(&elsewhere);
    window.retype(FIRST, "Tried out");
    window.ctrl(Key::S);
    assert_eq!(window.on_drive("mine.ron"), *window.plan());
    assert_eq!(window.files_with("opened-by").len(), 1);
    assert!(window.files_with("opened-by")[0].starts_with("mine.ron"));
    set_read_only(&window.path("plan.ron"), false);
}
