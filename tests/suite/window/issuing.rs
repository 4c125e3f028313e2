//! Issuing a pack: the questions, what is kept in the plan and what is not.

use egui::Key;
use planning_grid::store::Sample;

use crate::support::window::{Window, day};

fn window() -> Window {
    Window::with_sample(Sample::TowerHamlets)
}

#[test]
fn what_a_pack_for_the_board_said_is_kept_as_one_step() {
    let mut window = window();
    let before = window.plan().clone();
    window.will_choose(&window.path("pack.xlsx"));
    window.click("Board pack…");
    assert!(window.says("findings are open in the check"));
    window.click("DAAT Board, 11 Jul 2016");
    assert!(window.has("Everything in it speaks for 11 July 2016."));
    window.click("Choose where…");
    assert!(window.notice().contains("kept in the plan"), "{}", window.notice());
    let issued = window.plan().issued.clone();
    assert_eq!(issued.len(), 1);
    assert_eq!((issued[0].board.as_str(), issued[0].as_at), ("DAAT Board", day(2016, 7, 11)));
    assert_eq!(*issued[0].said, before);
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), before);
}

#[test]
fn a_working_copy_is_not_kept_and_says_what_it_is() {
    let mut window = window();
    let before = window.plan().clone();
    let path = window.path("working.xlsx");
    window.will_choose(&path);
    window.click("Board pack…");
    window.click("A working copy, for ourselves");
    assert!(!window.says("findings are open in the check"), "they are in it");
    window.click("Choose where…");
    assert!(window.notice().starts_with("Written:") && !window.notice().contains("kept"), "{}", window.notice());
    assert_eq!(*window.plan(), before);
}

#[test]
fn a_pack_that_could_not_be_written_is_not_kept() {
    let mut window = window();
    window.will_choose(&window.path("no/such/folder/pack.xlsx"));
    window.click("Board pack…");
    window.click("Choose where…");
    assert!(window.notice().contains("was not written"));
    assert_eq!(window.plan().issued.len(), 0);
}

#[test]
fn escape_puts_the_questions_away() {
    let mut window = window();
    window.ctrl(Key::P);
    assert!(window.has("For which meeting?"));
    window.press(Key::Escape);
    assert!(!window.has("For which meeting?"));
    assert_eq!(window.dialogs(), []);
}

#[test]
fn an_issued_pack_is_saved_and_read_again() {
    let mut window = window();
    window.will_choose(&window.path("pack.xlsx"));
    window.ctrl(Key::P);
    window.press(Key::Enter);
    window.ctrl(Key::S);
    let window = {
        let mut again = window.start_again();
        again.open(&again.path("plan.ron"));
        again
    };
    assert_eq!(window.plan().issued.len(), 1);
    assert_eq!(window.plan().issued[0].said.actions().count(), 59);
}
