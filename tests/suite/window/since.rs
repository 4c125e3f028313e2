//! What changed between two states: another file, a backup, what cannot be read; and an event moved everywhere.

use egui::Key;
use planning_grid::model::Milestone;
use planning_grid::store::Sample;

use crate::support::window::Window;

/// Oldham open and saved once, with a change since.
fn window() -> Window {
    let mut window = Window::with_sample(Sample::Oldham);
    window.write("before.ron", Sample::Oldham.bytes());
    window.retype("By when, action 1.1.1", "30/06/10");
    window.ctrl(Key::S);
    window.ctrl(Key::Num5);
    window.click("Since the last board");
    window
}

#[test]
fn the_plan_is_compared_with_another_file_and_nothing_is_touched() {
    let mut window = window();
    let revision = window.document().revision();
    window.will_choose(&window.path("before.ron"));
    window.click("Compare with another plan file…");
    assert!(window.has("From: before.ron"), "{:#?}", window.names());
    assert!(window.says("1 slipped"), "{:#?}", window.texts());
    let row = window.names().into_iter().find(|name| name.starts_with("1.1.1 ")).expect("the row of the slip");
    window.click(&row);
    assert!(window.has("By when, action 1.1.1"), "it leads to the form");
    assert_eq!(window.document().revision(), revision);
}

#[test]
fn the_plan_is_compared_with_a_backup() {
    let mut window = window();
    window.click("Compare with a backup…");
    let backups: Vec<String> = window.names().into_iter().filter(|name| name.contains("10:02 · ")).collect();
    assert!(!backups.is_empty(), "{:#?}", window.names());
    window.click(backups.last().expect("the oldest"));
    assert!(window.says("1 slipped") || window.says("The two say the same"), "{:#?}", window.texts());
}

#[test]
fn what_is_no_plan_is_said_and_nothing_is_touched() {
    let mut window = window();
    let before = window.plan().clone();
    window.will_choose(&window.write("letter.ron", b"Dear all"));
    window.click("Compare with another plan file…");
    assert!(window.has("This could not be compared"), "{:#?}", window.texts());
    assert!(window.says("letter.ron"));
    assert_eq!(*window.plan(), before);
}

#[test]
fn an_event_that_was_linked_is_moved_in_all_its_actions_as_one_step() {
    let mut window = Window::with_sample(Sample::TowerHamlets);
    window.ctrl(Key::Num5);
    window.click("Linked milestones");
    window.click("Link 9 milestones: Implement new services 01/10/16");
    let linked = window.plan().clone();
    let event = linked.actions().flat_map(|action| &action.milestones).find_map(Milestone::event).expect("an event");
    window.ctrl(Key::Num1);
    window.click("Deadline, action PBC1.3");
    let number = window.action("PBC1.3").milestones.iter().position(|one| one.event() == Some(event)).expect("one");
    window.retype(&format!("Inspector: date of milestone {}", number + 1), "01/11/16");
    window.press(Key::Tab);
    assert!(window.says("Move the others too?"), "{:#?}", window.names());
    window.click("Move 8 others");
    let dues = |window: &Window| {
        let milestones = window.plan().actions().flat_map(|action| &action.milestones);
        let of_event = milestones.filter(|one| one.event() == Some(event));
        of_event.filter_map(|one| one.when().reading().due()).map(|day| day.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(dues(&window), ["2016-11-01"; 9]);
    window.ctrl(Key::Z);
    assert_eq!(dues(&window).iter().filter(|day| *day == "2016-11-01").count(), 1, "the others are one step");
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), linked);
}
