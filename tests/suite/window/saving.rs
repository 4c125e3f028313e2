//! Saving: what is on the drive is what is on screen, and where it is not, that is said until it is.

use std::fs;
use std::path::Path;

use egui::{Event, Key, Modifiers};
use planning_grid::app::picker::Request;
use planning_grid::model::Plan;
use planning_grid::store::{self, Sample};

use crate::support::window::Window;

const FIRST: &str = "Actions and milestones, action 1.1.1";
const SAVE_AS: Modifiers = Modifiers { ctrl: true, command: true, shift: true, ..Modifiers::NONE };

#[track_caller]
fn on_drive(path: &Path) -> Plan {
    store::load(path).expect("a plan on the drive").plan
}

fn edited() -> Window {
    let mut window = Window::with_sample(Sample::Oldham);
    window.retype(FIRST, "Changed here");
    window
}

#[test]
fn what_was_saved_is_what_is_opened_again() {
    let mut window = edited();
    assert!(window.says("Changes not saved yet"));
    window.ctrl(Key::S);
    assert!(!window.document().has_unsaved_changes());
    assert!(window.says("Saved 10:02"));
    assert_eq!(on_drive(&window.path("plan.ron")), *window.plan());
    let again = window.plan().clone();
    let path = window.path("plan.ron");
    window.open(&path);
    assert_eq!(*window.plan(), again);
}

#[test]
fn undoing_back_to_what_was_saved_needs_no_saving() {
    let mut window = edited();
    window.ctrl(Key::S);
    window.retype(FIRST, "more");
    assert!(window.document().has_unsaved_changes());
    window.ctrl(Key::Z);
    assert!(!window.document().has_unsaved_changes());
    window.ctrl(Key::Z);
    assert!(window.document().has_unsaved_changes());
}

#[test]
fn what_is_typed_with_the_save_key_is_not_taken_for_saved() {
    let mut window = edited();
    let save =
        Event::Key { key: Key::S, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::COMMAND };
    window.at_once([save, Event::Text("!".to_owned())]);
    let saved = on_drive(&window.path("plan.ron"));
    assert_eq!(saved != *window.plan(), window.document().has_unsaved_changes());
}

/// A plan that was changed here and by somebody else.
fn changed_outside() -> (Window, Vec<u8>) {
    let mut window = edited();
    let theirs = Sample::TowerHamlets.bytes().to_vec();
    window.write("plan.ron", &theirs);
    window.ctrl(Key::S);
    (window, theirs)
}

#[test]
fn a_file_somebody_else_changed_is_not_overwritten() {
    let (mut window, theirs) = changed_outside();
    assert_eq!(fs::read(window.path("plan.ron")).unwrap(), theirs);
    assert!(window.document().has_unsaved_changes());
    assert!(window.notice().contains("plan.ron"), "{}", window.notice());
    assert!(!window.has("Put this notice away"), "it stays until a save succeeds");
    window.retype("By when, action 1.1.1", "Q3");
    window.ctrl(Key::S);
    assert_eq!(window.notices().len(), 1);
    assert_eq!(fs::read(window.path("plan.ron")).unwrap(), theirs, "however often it is tried");
}

#[test]
fn a_plan_changed_by_two_can_be_saved_elsewhere() {
    let (mut window, theirs) = changed_outside();
    let mine = window.path("mine.ron");
    window.will_choose(&mine);
    window.click("Save as…");
    assert_eq!(on_drive(&mine), *window.plan());
    assert_eq!(fs::read(window.path("plan.ron")).unwrap(), theirs);
    assert_eq!(window.notices(), [""; 0]);
    window.retype(FIRST, "and on");
    window.ctrl(Key::S);
    assert_eq!(on_drive(&mine), *window.plan(), "from now on it is saved there");
}

#[test]
fn a_plan_changed_by_two_can_be_saved_over() {
    let (mut window, _) = changed_outside();
    window.click("Save over it");
    assert_eq!(on_drive(&window.path("plan.ron")), *window.plan());
    assert_eq!(window.notices(), [""; 0]);
}

#[test]
fn saving_as_the_same_file_does_not_overwrite_what_somebody_else_wrote() {
    let mut window = edited();
    let path = window.write("plan.ron", Sample::TowerHamlets.bytes());
    window.will_choose(&path);
    window.press_with(SAVE_AS, Key::S);
    assert_eq!(fs::read(&path).unwrap(), Sample::TowerHamlets.bytes());
}

#[test]
fn a_file_that_is_gone_is_said() {
    let mut window = edited();
    fs::remove_file(window.path("plan.ron")).unwrap();
    window.ctrl(Key::S);
    assert!(window.document().has_unsaved_changes());
    window.notice();
    let path = window.path("plan.ron");
    window.will_choose(&path);
    window.click("Save as…");
    assert_eq!(window.notices(), [""; 0], "saved where it was, as was said");
    assert_eq!(on_drive(&path), *window.plan());
}

fn set_read_only(path: &Path, read_only: bool) {
    let mut permissions = fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(read_only);
    fs::set_permissions(path, permissions).unwrap();
}

#[test]
fn a_plan_marked_read_only_is_said_to_be_and_saved_elsewhere() {
    let mut window = Window::start();
    let path = window.write("plan.ron", Sample::Oldham.bytes());
    set_read_only(&path, true);
    window.open(&path);
    assert!(window.notice().contains("read only"));
    window.retype(FIRST, "Tried out");
    let elsewhere = window.path("mine.ron");
    window.will_choose(&elsewhere);
    window.ctrl(Key::S);
    assert_eq!(on_drive(&elsewhere), *window.plan());
    assert_eq!(fs::read(&path).unwrap(), Sample::Oldham.bytes());
    assert_eq!(window.notices(), [""; 0]);
    set_read_only(&path, false);
}

#[test]
fn a_failed_save_stays_visible_until_one_succeeds() {
    let mut window = edited();
    let path = window.path("plan.ron");
    set_read_only(&path, true);
    window.ctrl(Key::S);
    let words = window.notice();
    assert!(!window.has("Put this notice away"));
    window.retype("By when, action 1.1.1", "Q2");
    window.ctrl(Key::Num2);
    assert_eq!(window.notice(), words);
    window.click("Try again");
    assert_eq!(window.notices().len(), 1, "tried again and failed again");
    set_read_only(&path, false);
    window.click("Try again");
    assert_eq!(window.notices(), [""; 0]);
    assert_eq!(on_drive(&path), *window.plan());
}

#[test]
fn a_folder_that_is_not_there_is_said() {
    let mut window = edited();
    let nowhere = window.path("no/such/folder/plan.ron");
    window.will_choose(&nowhere);
    window.press_with(SAVE_AS, Key::S);
    assert!(window.notice().contains("plan.ron"));
    assert!(window.document().has_unsaved_changes());
    window.ctrl(Key::S);
    assert_eq!(on_drive(&window.path("plan.ron")), *window.plan(), "where it was opened from it still can be saved");
}

#[test]
fn where_no_file_is_chosen_that_is_said_and_a_path_can_be_typed() {
    let mut window = edited();
    window.press_with(SAVE_AS, Key::S);
    assert!(window.notice().starts_with("Not saved: no file was chosen"));
    window.click("Type where");
    let path = window.path("typed.ron");
    window.retype("Path", &path.display().to_string());
    window.press(Key::Enter);
    assert_eq!(on_drive(&path), *window.plan());
    assert_eq!(window.notices(), [""; 0]);
    assert!(!window.has("Path"));
}

#[test]
fn the_typed_path_begins_with_the_plans_folder_and_can_be_given_up() {
    let mut window = edited();
    window.press_with(SAVE_AS, Key::S);
    window.click("Type where");
    assert_eq!(window.focused(), "Path");
    assert!(window.value("Path").starts_with(&window.path("").display().to_string()));
    window.press(Key::Escape);
    assert!(!window.has("Path"));
    assert!(window.document().has_unsaved_changes());
}

#[test]
fn a_path_copied_in_quotes_is_taken_without_them() {
    let mut window = edited();
    window.press_with(SAVE_AS, Key::S);
    window.click("Type where");
    let path = window.path("typed here.ron");
    window.retype("Path", &format!("\"{}\"", path.display()));
    window.press(Key::Enter);
    assert_eq!(on_drive(&path), *window.plan());
}

#[test]
fn a_typed_path_gets_the_ending_of_plans() {
    let mut window = edited();
    window.press_with(SAVE_AS, Key::S);
    window.click("Type where");
    window.retype("Path", &window.path("typed").display().to_string());
    window.press(Key::Enter);
    assert_eq!(on_drive(&window.path("typed.ron")), *window.plan());
}

#[test]
fn a_typed_path_replaces_no_other_file_unasked() {
    // The system's dialog asks before it replaces; nobody asked here.
    let mut window = edited();
    let other = window.write("other.ron", Sample::TowerHamlets.bytes());
    window.press_with(SAVE_AS, Key::S);
    window.click("Type where");
    window.retype("Path", &other.display().to_string());
    window.press(Key::Enter);
    assert_eq!(fs::read(&other).unwrap(), Sample::TowerHamlets.bytes());
}

#[test]
fn a_plan_that_is_in_no_file_can_be_saved_with_the_button() {
    let mut window = Window::start();
    window.click("Open sample: A planning grid (Oldham 2010/11)");
    assert!(window.says("Not saved yet"));
    let path = window.path("mine.ron");
    window.will_choose(&path);
    window.click("Save");
    assert_eq!(on_drive(&path), *window.plan());
}

#[test]
fn a_new_plan_asks_where_under_a_name_of_its_own() {
    let mut window = Window::start();
    window.ctrl(Key::N);
    let path = window.path("new.ron");
    window.will_choose(&path);
    window.ctrl(Key::S);
    let asked = window.dialogs();
    let [Request::SaveTo { name, kind, .. }] = asked.as_slice() else { panic!("{asked:?}") };
    assert_eq!((name.as_str(), kind.1), ("Planning grid.ron", "ron"));
    assert_eq!(on_drive(&path), *window.plan());
}

#[test]
fn the_board_pack_and_the_picture_are_written_where_they_were_asked_for() {
    let mut window = Window::with_sample(Sample::Oldham);
    let (book, picture) = (window.path("pack.xlsx"), window.path("view.png"));
    window.will_choose(&book);
    window.ctrl(Key::P);
    window.press(Key::Enter);
    assert!(window.notice().contains("pack.xlsx"));
    assert!(fs::read(&book).unwrap().starts_with(b"PK"));
    window.click("Put this notice away");
    assert_eq!(window.notices(), [""; 0]);
    window.ctrl(Key::Num2);
    window.will_choose(&picture);
    window.click("Save picture…");
    assert!(fs::read(&picture).unwrap().starts_with(b"\x89PNG"));
    window.ctrl(Key::P);
    window.click("Choose where…");
    assert!(window.notice().starts_with("Nothing was written"), "no file was chosen");
    window.will_choose(&window.path("no/such/folder/pack.xlsx"));
    window.ctrl(Key::P);
    window.click("Choose where…");
    assert!(window.notice().contains("was not written"));
}
