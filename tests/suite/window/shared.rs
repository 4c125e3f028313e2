//! One plan, several people: who has it open is said, and what happens to its file by other hands.

use std::fs;

use egui::{Key, vec2};
use planning_grid::model::Plan;
use planning_grid::store::{self, Sample};

use crate::support::window::{Setting, Window};

const FIRST: &str = "Actions and milestones, action 1.1.1";
const SECOND: &str = "Actions and milestones, action 1.1.2";
const NOTE: &str = "opened-by";

/// Two people with one plan open, who were both told of each other.
pub(super) fn two() -> (Window, Window) {
    let mut first = Window::with_sample(Sample::Oldham);
    let mut second = first.colleague();
    second.open(&first.path("plan.ron"));
    second.click("Open anyway");
    first.come_back();
    first.click("Open anyway");
    (first, second)
}

/// Another program changes the plan's file.
fn change_outside(window: &Window, change: impl FnOnce(&mut Plan)) {
    let mut plan = window.on_drive("plan.ron");
    change(&mut plan);
    window.write("plan.ron", &store::to_bytes(&plan).unwrap());
}

fn describe(plan: &mut Plan, words: &str) {
    words.clone_into(&mut plan.grids[0].objectives[0].actions[1].description);
}

#[test]
fn each_of_two_people_is_told_who_else_has_the_plan_open() {
    let mut first = Window::with_sample(Sample::Oldham);
    assert_eq!(first.notices(), [""; 0]);
    let mut second = first.colleague();
    second.open(&first.path("plan.ron"));
    assert!(second.notice().contains("A. Person (PC-1) has “plan.ron” open"), "{}", second.notice());
    assert!(second.has("Open anyway") && second.has("Read only"));
    assert!(second.has("A. Person (PC-1) has it open"), "the status bar says it");
    first.come_back();
    assert!(first.notice().contains("B. Colleague (PC-2)"), "{}", first.notice());
    assert_eq!(first.files_with(NOTE).len(), 2);
}

#[test]
fn when_a_colleague_closes_the_plan_the_notice_goes_and_no_note_is_left() {
    let mut first = Window::with_sample(Sample::Oldham);
    let mut second = first.colleague();
    second.open(&first.path("plan.ron"));
    first.come_back();
    second.choose("Close the plan");
    assert_eq!(second.notices(), [""; 0]);
    first.come_back();
    assert_eq!(first.notices(), [""; 0]);
    assert!(!first.says("has it open"));
    let again = first.end();
    assert_eq!(again.files_with(NOTE), [""; 0]);
}

#[test]
fn an_answered_notice_does_not_come_back() {
    let (mut first, mut second) = two();
    for round in 0..3 {
        first.come_back();
        second.come_back();
        assert_eq!((first.notices(), second.notices()), (vec![], vec![]), "round {round}");
    }
    second.retype(SECOND, "New words");
    second.ctrl(Key::S);
    assert_eq!(second.notices(), [""; 0]);
    assert!(first.has("B. Colleague (PC-2) has it open"), "the status bar still says it");
}

#[test]
fn a_colleague_whose_program_was_cut_off_is_not_there_for_ever() {
    let first = Window::with_sample(Sample::Oldham);
    let mut second = first.colleague();
    second.open(&first.path("plan.ron"));
    let _again = first.crash();
    for _ in 0..45 {
        second.come_back();
    }
    assert_eq!(second.notices(), [""; 0]);
    assert!(!second.says("has it open"));
    assert_eq!(second.files_with(NOTE).len(), 1, "only our own note is left");
}

#[test]
fn who_only_reads_leaves_no_note_and_saves_elsewhere() {
    let mut first = Window::with_sample(Sample::Oldham);
    let mut second = first.colleague();
    second.open(&first.path("plan.ron"));
    second.click("Read only");
    assert!(second.notice().contains("open read only"));
    first.come_back();
    assert_eq!(first.notices(), [""; 0], "nobody else works in it");
    second.retype(SECOND, "Tried out");
    let elsewhere = second.path("mine.ron");
    second.will_choose(&elsewhere);
    second.ctrl(Key::S);
    assert_eq!(second.on_drive("mine.ron"), *second.plan());
    assert_eq!(fs::read(second.path("plan.ron")).unwrap(), Sample::Oldham.bytes());
    assert_eq!(second.notices(), [""; 0]);
}

#[test]
fn who_only_read_can_work_in_the_plan_after_all() {
    let first = Window::with_sample(Sample::Oldham);
    let mut second = first.colleague();
    second.open(&first.path("plan.ron"));
    second.click("Read only");
    second.click("Work in it");
    assert_eq!(second.notices(), [""; 0]);
    assert_eq!(second.files_with(NOTE).len(), 2);
    second.retype(SECOND, "Worked on");
    second.ctrl(Key::S);
    assert_eq!(second.on_drive("plan.ron"), *second.plan());
}

#[test]
fn what_a_colleague_saved_is_offered_and_brought_in_without_a_save() {
    let (mut first, mut second) = two();
    second.retype(SECOND, "Their words");
    second.ctrl(Key::S);
    second.come_back();
    first.come_back();
    let words = first.notice();
    assert!(words.contains("B. Colleague (PC-2)") && words.contains("A change"), "{words}");
    assert_ne!(first.action("1.1.2").description, "Their words");
    first.click("Look at the changes");
    assert!(first.says("Their words"));
    first.click("Bring in");
    assert_eq!(first.plan(), second.plan());
    assert!(!first.document().has_unsaved_changes(), "it is what the drive holds");
    assert_eq!(first.notices(), [""; 0]);
    first.retype(FIRST, "And on");
    first.ctrl(Key::S);
    assert_eq!(first.notices(), [""; 0]);
    assert_eq!(first.on_drive("plan.ron"), *first.plan());
}

#[test]
fn what_a_colleague_saved_comes_in_beside_what_is_not_saved_here() {
    let (mut first, mut second) = two();
    first.retype(FIRST, "My words");
    second.retype(SECOND, "Their words");
    second.ctrl(Key::S);
    first.come_back();
    first.click("Look at the changes");
    first.click("Bring in");
    assert!(first.document().has_unsaved_changes());
    first.ctrl(Key::S);
    let saved = first.on_drive("plan.ron");
    assert_eq!(saved, *first.plan());
    let actions = &saved.grids[0].objectives[0].actions;
    assert_eq!([&actions[0].description, &actions[1].description], ["My words", "Their words"]);
    assert_eq!(first.notices(), [""; 0]);
}

#[test]
fn an_offer_put_off_stays_and_is_not_made_twice() {
    let (mut first, _second) = two();
    change_outside(&first, |plan| describe(plan, "Their words, which are longer or shorter"));
    first.come_back();
    let words = first.notice();
    first.click("Look at the changes");
    first.press(Key::Escape);
    for _ in 0..6 {
        first.come_back();
    }
    assert_eq!(first.notice(), words);
    assert_eq!(first.document().plan(), &store::parse(Sample::Oldham.bytes(), "plan").unwrap());
    first.click("Look at the changes");
    first.click("Bring in");
    assert_eq!(first.action("1.1.2").description, "Their words, which are longer or shorter");
}

#[test]
fn a_file_that_goes_and_comes_back_is_said_and_then_no_more() {
    let mut window = Window::with_sample(Sample::Oldham);
    let bytes = fs::read(window.path("plan.ron")).unwrap();
    fs::remove_file(window.path("plan.ron")).unwrap();
    window.come_back();
    window.come_back();
    assert!(window.notice().contains("moved, renamed or deleted"), "{}", window.notice());
    window.write("plan.ron", &bytes);
    window.come_back();
    assert_eq!(window.notices(), [""; 0]);
    window.retype(FIRST, "On");
    window.ctrl(Key::S);
    assert_eq!(window.notices(), [""; 0]);
    assert_eq!(window.on_drive("plan.ron"), *window.plan());
}

#[test]
fn a_file_that_is_seen_to_be_gone_is_saved_where_it_was() {
    let mut window = Window::with_sample(Sample::Oldham);
    fs::remove_file(window.path("plan.ron")).unwrap();
    window.come_back();
    window.come_back();
    window.retype(FIRST, "Kept");
    window.ctrl(Key::S);
    assert_eq!(window.on_drive("plan.ron"), *window.plan());
    assert_eq!(window.notices(), [""; 0]);
}

#[test]
fn a_file_that_comes_back_changed_is_joined_with() {
    let mut window = Window::with_sample(Sample::Oldham);
    let mut theirs = window.plan().clone();
    describe(&mut theirs, "Their words, of another length");
    fs::remove_file(window.path("plan.ron")).unwrap();
    window.come_back();
    window.come_back();
    window.write("plan.ron", &store::to_bytes(&theirs).unwrap());
    window.come_back();
    assert!(window.has("Look at the changes"), "{:?}", window.notices());
    window.retype(FIRST, "Mine");
    window.ctrl(Key::S);
    let saved = window.on_drive("plan.ron");
    assert_eq!(saved, *window.plan());
    assert_eq!(saved.grids[0].objectives[0].actions[1].description, "Their words, of another length");
    assert_eq!(saved.grids[0].objectives[0].actions[0].description, "Mine");
}

#[test]
fn another_plan_in_the_file_is_said_and_saved_over_only_with_a_backup_of_it() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.write("plan.ron", Sample::TowerHamlets.bytes());
    window.come_back();
    assert!(window.notice().contains("another plan"), "{}", window.notice());
    assert!(window.has("Save as…"));
    window.click("Save over it");
    assert_eq!(window.on_drive("plan.ron"), *window.plan());
    assert_eq!(window.notices(), [""; 0]);
    window.choose("Backups…");
    assert!(window.says("found on the drive"));
}

#[test]
fn a_spoiled_file_is_said_and_saved_over_only_with_a_backup_of_it() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.write("plan.ron", b"spoiled");
    window.come_back();
    assert!(window.notice().contains("cannot be read"), "{}", window.notice());
    window.retype(FIRST, "Mine");
    window.ctrl(Key::S);
    assert_eq!(fs::read(window.path("plan.ron")).unwrap(), b"spoiled");
    assert!(window.document().has_unsaved_changes());
    window.notice();
    window.click("Save over it");
    assert_eq!(window.on_drive("plan.ron"), *window.plan());
    assert_eq!(window.notices(), [""; 0]);
    window.choose("Backups…");
    assert!(window.says("found on the drive"));
}

#[test]
fn the_words_of_a_notice_can_be_read_beside_its_buttons_at_every_size() {
    for (width, height, zoom) in [(760.0, 480.0, 1.0), (1440.0, 900.0, 1.0), (1440.0, 900.0, 2.0), (1024.0, 700.0, 2.0)]
    {
        let setting = Setting { size: vec2(width, height), zoom, ..Setting::default() };
        let mut first = Window::with_sample_in(Sample::Oldham, setting);
        let mut second = first.colleague();
        second.open(&first.path("plan.ron"));
        first.come_back();
        let words = first.notice();
        assert!(first.is_on_screen(&words), "{width} {zoom}: {}", first.control(&words).rect());
        let place = first.control(&words).rect();
        for button in ["Open anyway", "Read only"] {
            assert!(first.is_on_screen(button), "{button}, {width} {zoom}");
            let button = first.control(button).rect();
            assert!(!button.intersects(place), "{width} {zoom}: {button} on {place}");
        }
    }
}
