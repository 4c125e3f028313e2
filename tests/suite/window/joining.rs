//! Two people change one plan: saving joins what goes together and asks where it does not, and not a word is lost.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use planning_grid::model::Plan;
use planning_grid::store;

use super::shared::two;
use crate::support::texts::texts;
use crate::support::window::Window;

const FIRST: &str = "Actions and milestones, action 1.1.1";
const SECOND: &str = "Actions and milestones, action 1.1.2";

fn changed(window: &mut Window, cell: &str, words: &str) {
    window.retype(cell, words);
    window.ctrl(Key::S);
    window.come_back();
}

/// Both changed the first action's words; the second person's are on the drive.
fn both_changed_one_cell() -> (Window, Window) {
    let (mut first, mut second) = two();
    changed(&mut second, FIRST, "Their words");
    first.retype(FIRST, "My words");
    (first, second)
}

fn is_asked(window: &Window) -> bool {
    window.has("Changes by two people")
}

#[track_caller]
fn choose_side(window: &mut Window, side: &str) {
    let sides = window.labels(Role::RadioButton);
    let name = sides.iter().find(|name| name.starts_with(side)).unwrap_or_else(|| panic!("{sides:?}")).clone();
    window.click(&name);
}

/// Every text that either side wrote, and every text that neither took away, is in the saved plan.
#[track_caller]
fn assert_nothing_lost(base: &Plan, mine: &Plan, theirs: &Plan, saved: &Plan) {
    let [base, mine, theirs, saved] = [base, mine, theirs, saved].map(texts);
    for text in mine.iter().chain(&theirs) {
        let is_kept = mine.contains(text) && theirs.contains(text);
        if is_kept || !base.contains(text) {
            assert!(saved.contains(text), "lost: {text}");
        }
    }
}

#[test]
fn changes_of_two_people_in_different_cells_are_joined_by_the_save() {
    let (mut first, mut second) = two();
    let base = first.plan().clone();
    changed(&mut second, "By when, action 1.1.2", "Q4 of next year");
    first.retype(FIRST, "My words");
    let mine = first.plan().clone();
    first.ctrl(Key::S);
    let saved = first.on_drive("plan.ron");
    assert_eq!(saved, *first.plan());
    assert_nothing_lost(&base, &mine, second.plan(), &saved);
    assert!(!first.document().has_unsaved_changes());
    assert!(first.notice().contains("1 change joined with yours"), "{}", first.notice());
    first.click("Show them");
    assert!(first.says("Q4 of next year") && first.has("Close"));
    first.press(Key::Escape);
    assert!(!first.has("Close"), "put away");
    second.come_back();
    second.click("Look at the changes");
    second.click("Bring in");
    assert_eq!(second.plan(), first.plan());
}

#[test]
fn one_cell_that_both_changed_is_shown_side_by_side_and_can_wait() {
    let (mut first, second) = both_changed_one_cell();
    let mine = first.plan().clone();
    first.ctrl(Key::S);
    assert!(is_asked(&first));
    assert_eq!(first.labels(Role::RadioButton).len(), 2);
    first.click("Not now");
    assert_eq!(*first.plan(), mine);
    assert!(first.document().has_unsaved_changes());
    assert_eq!(first.on_drive("plan.ron"), *second.plan());
    first.notice();
    assert!(!first.has("Put this notice away"), "it stays until a save succeeds");
    for _ in 0..6 {
        first.come_back();
    }
    assert_eq!(first.notices().len(), 1, "nothing is said twice: {:?}", first.notices());
    first.click("Look at the changes");
    choose_side(&mut first, "Yours");
    first.click("Join and go on");
    assert_eq!(first.on_drive("plan.ron"), *first.plan());
    assert_eq!(first.action("1.1.1").description, "My words");
    assert!(!first.document().has_unsaved_changes());
    assert_eq!(first.notices(), [""; 0]);
}

#[test]
fn theirs_can_be_taken() {
    let (mut first, _second) = both_changed_one_cell();
    first.retype(SECOND, "Mine alone");
    first.ctrl(Key::S);
    first.click("Take all of theirs");
    first.click("Join and go on");
    let saved = first.on_drive("plan.ron");
    assert_eq!(saved, *first.plan());
    let actions = &saved.grids[0].objectives[0].actions;
    assert_eq!([&actions[0].description, &actions[1].description], ["Their words", "Mine alone"]);
}

#[test]
fn a_save_asked_for_by_closing_goes_on_to_close_after_the_choice() {
    let (mut first, _second) = both_changed_one_cell();
    assert!(!first.close_window());
    first.click("Save");
    assert!(is_asked(&first));
    choose_side(&mut first, "Yours");
    assert!(first.click_and_see_it_close("Join and go on"));
    assert_eq!(first.on_drive("plan.ron"), *first.plan());
}

#[test]
fn a_choice_put_off_while_closing_stays_in_the_program() {
    let (mut first, _second) = both_changed_one_cell();
    first.close_window();
    first.click("Save");
    first.press(Key::Escape);
    assert!(first.document().has_unsaved_changes());
    assert!(!first.close_window(), "asked again");
    assert!(first.has("Don’t save"));
}

#[test]
fn a_look_at_the_drive_does_not_take_the_choice_away() {
    let (mut first, mut second) = both_changed_one_cell();
    first.close_window();
    first.click("Save");
    choose_side(&mut first, "Yours");
    first.come_back();
    assert!(first.has("1 of 1 chosen"), "{:?}", first.notices());
    changed(&mut second, SECOND, "Something newer from them");
    for _ in 0..6 {
        first.come_back();
    }
    assert!(first.has("1 of 1 chosen"));
    assert!(first.click_and_see_it_close("Join and go on"));
    let saved = first.on_drive("plan.ron");
    assert_eq!(saved, *first.plan());
    let actions = &saved.grids[0].objectives[0].actions;
    assert_eq!([&actions[0].description, &actions[1].description], ["My words", "Something newer from them"]);
}

#[test]
fn what_is_newer_than_a_choice_put_off_is_joined_too() {
    let (mut first, mut second) = both_changed_one_cell();
    first.ctrl(Key::S);
    first.click("Not now");
    changed(&mut second, SECOND, "Something newer from them");
    first.come_back();
    first.click("Look at the changes");
    choose_side(&mut first, "Yours");
    first.click("Join and go on");
    first.ctrl(Key::S);
    assert_eq!(first.on_drive("plan.ron"), *first.plan());
    assert_eq!(first.action("1.1.1").description, "My words");
    assert_eq!(first.action("1.1.2").description, "Something newer from them");
    assert!(!first.notices().iter().any(|words| words.contains("not saved")), "{:?}", first.notices());
}

#[test]
fn a_choice_put_off_can_be_given_up_for_a_file_of_its_own() {
    let (mut first, second) = both_changed_one_cell();
    first.ctrl(Key::S);
    first.click("Not now");
    let mine = first.path("mine.ron");
    first.will_choose(&mine);
    first.click("Save as…");
    assert_eq!(first.on_drive("mine.ron"), *first.plan());
    assert_eq!(first.on_drive("plan.ron"), *second.plan());
    assert_eq!(first.notices(), [""; 0]);
}

#[test]
fn a_row_that_one_deleted_and_the_other_changed_is_asked_about() {
    for (side, is_kept) in [("Yours", true), ("Theirs", false)] {
        let (mut first, mut second) = two();
        let id = second.action("1.1.1").id;
        second.click(FIRST);
        second.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Delete);
        second.ctrl(Key::S);
        first.retype(FIRST, "Still needed");
        first.ctrl(Key::S);
        assert!(is_asked(&first));
        choose_side(&mut first, side);
        first.click("Join and go on");
        let saved = first.on_drive("plan.ron");
        assert_eq!(saved, *first.plan());
        assert_eq!(saved.action(id).map(|action| action.description.as_str()), is_kept.then_some("Still needed"));
    }
}

/// Both moved rows by the keys; each as the closure says.
fn moved(first: impl Fn(&mut Window), second: impl Fn(&mut Window)) {
    let (mut one, mut other) = two();
    let mut before = texts(one.plan());
    second(&mut other);
    other.ctrl(Key::S);
    first(&mut one);
    one.ctrl(Key::S);
    if is_asked(&one) {
        one.click("Take all of mine");
        one.click("Join and go on");
    }
    let saved = one.on_drive("plan.ron");
    assert_eq!(saved, *one.plan());
    let mut after = texts(&saved);
    before.sort();
    after.sort();
    assert!(before == after, "a text went or came");
}

fn down(window: &mut Window, cell: &str, times: usize) {
    window.click(cell);
    for _ in 0..times {
        window.press_with(Modifiers::ALT, Key::ArrowDown);
    }
}

#[test]
fn a_row_that_both_moved_is_there_once() {
    moved(|window| down(window, FIRST, 1), |window| down(window, FIRST, 12));
    moved(|window| down(window, FIRST, 12), |window| down(window, FIRST, 2));
    moved(|window| down(window, FIRST, 2), |window| down(window, SECOND, 1));
}

#[test]
fn columns_and_statuses_that_others_changed_come_in() {
    let (mut first, _second) = two();
    let mut theirs = first.on_drive("plan.ron");
    theirs.columns.rotate_left(1);
    theirs.columns[0].heading = "Their heading".to_owned();
    theirs.statuses[0].word = "Their word".to_owned();
    first.write("plan.ron", &store::to_bytes(&theirs).unwrap());
    first.retype(FIRST, "My words");
    first.ctrl(Key::S);
    let saved = first.on_drive("plan.ron");
    assert_eq!(saved, *first.plan());
    assert_eq!(saved.columns, theirs.columns);
    assert_eq!(saved.statuses, theirs.statuses);
    assert_eq!(saved.grids[0].objectives[0].actions[0].description, "My words");
}

#[test]
fn a_status_that_both_set_is_asked_about_and_others_are_not() {
    let (mut first, mut second) = two();
    second.click(FIRST);
    second.click("Status: No status");
    second.click("Set to: At risk");
    second.ctrl(Key::S);
    first.click(FIRST);
    first.click("Status: No status");
    first.click("Set to: Complete");
    first.ctrl(Key::S);
    assert!(is_asked(&first));
    choose_side(&mut first, "Theirs");
    first.click("Join and go on");
    let word = |plan: &Plan| plan.status_of(plan.actions().next().unwrap().status).map(|status| status.word.clone());
    assert_eq!(word(&first.on_drive("plan.ron")).as_deref(), Some("At risk"));
    assert!(first.has("Status: At risk"));
}

#[test]
fn undo_leads_through_saves_and_joins_to_the_opened_plan_and_redo_back() {
    let (mut first, mut second) = two();
    let mut plans = vec![first.plan().clone()];
    first.retype(FIRST, "A");
    plans.push(first.plan().clone());
    first.ctrl(Key::S);
    second.come_back();
    second.click("Look at the changes");
    second.click("Bring in");
    changed(&mut second, SECOND, "Theirs");
    first.come_back();
    first.click("Look at the changes");
    first.click("Bring in");
    plans.push(first.plan().clone());
    first.retype(FIRST, "B");
    plans.push(first.plan().clone());
    first.ctrl(Key::S);
    for plan in plans.iter().rev().skip(1) {
        while first.plan() != plan {
            assert!(first.document().undo_label().is_some());
            first.ctrl(Key::Z);
        }
    }
    assert_eq!(first.document().undo_label(), None, "this is what was opened");
    for plan in &plans[1..] {
        while first.plan() != plan {
            assert!(first.document().redo_label().is_some());
            first.ctrl(Key::Y);
        }
    }
    assert_eq!(first.document().redo_label(), None);
    assert!(!first.document().has_unsaved_changes());
    assert_eq!(first.on_drive("plan.ron"), *first.plan());
    first.come_back();
    assert_eq!(first.notices(), [""; 0], "the drive holds what is here");
}

#[test]
fn who_takes_a_join_back_and_saves_replaces_nothing_of_theirs() {
    let (mut first, mut second) = two();
    changed(&mut second, SECOND, "Theirs");
    first.retype(FIRST, "Mine");
    first.ctrl(Key::S);
    first.ctrl(Key::Z);
    assert_ne!(first.action("1.1.2").description, "Theirs");
    first.retype("By when, action 1.1.1", "Later");
    first.ctrl(Key::S);
    let saved = first.on_drive("plan.ron");
    assert_eq!(saved, *first.plan());
    assert_eq!(first.action("1.1.2").description, "Theirs");
    assert_eq!(first.action("1.1.1").description, "Mine");
    assert!(first.notices().iter().any(|words| words.contains("joined with yours")), "{:?}", first.notices());
}

#[test]
fn what_was_undone_after_a_join_does_not_come_back_with_the_save() {
    let (mut first, mut second) = two();
    changed(&mut second, SECOND, "Theirs");
    first.retype(FIRST, "A");
    first.ctrl(Key::S);
    first.retype("By when, action 1.1.1", "B");
    first.ctrl(Key::S);
    // Over the join and back again, but for what was typed last.
    let with_join = loop {
        first.ctrl(Key::Z);
        if first.action("1.1.2").description != "Theirs" {
            break first.document().redo_label().map(str::to_owned);
        }
    };
    assert!(with_join.is_some());
    first.ctrl(Key::Y);
    assert_eq!(first.action("1.1.2").description, "Theirs");
    assert_ne!(first.value("By when, action 1.1.1"), "B");
    first.ctrl(Key::S);
    assert_ne!(first.value("By when, action 1.1.1"), "B");
    assert_eq!(first.on_drive("plan.ron"), *first.plan());
}

#[test]
fn what_is_told_waits_while_a_backup_is_looked_at() {
    let (mut first, mut second) = two();
    changed(&mut first, FIRST, "Saved once");
    first.retype(FIRST, "Not saved");
    second.come_back();
    second.click("Look at the changes");
    second.click("Bring in");
    changed(&mut second, SECOND, "Theirs");
    first.come_back();
    first.choose("Backups…");
    first.click("Look at it");
    first.click("Look at the changes");
    first.click("Bring in");
    assert_eq!(first.action("1.1.1").description, "Not saved");
    assert_eq!(first.action("1.1.2").description, "Theirs");
}
