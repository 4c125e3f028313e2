//! Retyping a cell, taking it back, doing it again.

use egui::{Event, Key, Modifiers};
use planning_grid::store::Sample;

use crate::support::window::Window;

const FIRST: &str = "Actions and milestones, action 1.1.1";
const FIRST_WHEN: &str = "By when, action 1.1.1";

#[test]
fn retyping_a_cell_changes_the_plan_and_says_what_undo_would_take_back() {
    let mut window = Window::with_sample(Sample::Oldham);
    let before = window.plan().clone();
    window.retype(FIRST, "Agree the protocol");
    assert_eq!(window.action("1.1.1").description, "Agree the protocol");
    assert!(window.says("Undo: change Actions and milestones"));
    window.ctrl(Key::Z);
    // Selecting all and typing over it is one change.
    assert_eq!(*window.plan(), before);
    assert!(window.says("Redo: change Actions and milestones"));
    window.ctrl(Key::Y);
    assert_eq!(window.action("1.1.1").description, "Agree the protocol");
    assert_eq!(window.value(FIRST), "Agree the protocol");
}

#[test]
fn ctrl_shift_z_does_it_again_too() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.retype(FIRST, "A");
    window.ctrl(Key::Z);
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(window.action("1.1.1").description, "A");
}

#[test]
fn leaving_a_cell_ends_the_step_of_undo() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.retype(FIRST, "one");
    window.click(FIRST_WHEN);
    window.click(FIRST);
    window.press(Key::End);
    window.type_text(" two");
    assert_eq!(window.action("1.1.1").description, "one two");
    window.ctrl(Key::Z);
    assert_eq!(window.action("1.1.1").description, "one");
    window.ctrl(Key::Z);
    assert!(window.document().undo_label().is_none());
}

#[test]
fn undo_in_a_field_is_the_documents_undo() {
    let mut window = Window::with_sample(Sample::Oldham);
    let when = window.action("1.1.1").when.written().to_owned();
    window.retype(FIRST_WHEN, "30/11/10");
    window.click(FIRST);
    window.ctrl(Key::Z);
    assert_eq!(window.action("1.1.1").when.written(), when);
    assert_eq!(window.value(FIRST_WHEN), when);
    assert_eq!(window.focused(), FIRST, "the cursor stays where it is");
    window.type_text("x");
    assert!(window.action("1.1.1").description.contains('x'));
}

#[test]
fn many_changes_are_taken_back_and_done_again_one_by_one() {
    let mut window = Window::with_sample(Sample::Oldham);
    let mut states = vec![window.plan().clone()];
    for (field, words) in [(FIRST, "a"), (FIRST_WHEN, "Q3"), ("By whom, action 1.1.1", "DAAT / YPS"), (FIRST, "b")] {
        window.retype(field, words);
        states.push(window.plan().clone());
    }
    for state in states.iter().rev().skip(1) {
        window.ctrl(Key::Z);
        assert_eq!(window.plan(), state);
    }
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), states[0], "nothing is left to take back");
    for state in &states[1..] {
        window.ctrl(Key::Y);
        assert_eq!(window.plan(), state);
    }
}

#[test]
fn a_cell_may_hold_several_lines() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.retype(FIRST, "one");
    window.press(Key::Enter);
    window.type_text("two");
    assert_eq!(window.action("1.1.1").description, "one\ntwo");
}

#[test]
fn words_of_any_script_and_sign_can_be_typed() {
    let mut window = Window::with_sample(Sample::Oldham);
    for words in ["Ł£€½ – “q” … • ≥ ≤ → ✓", "Cymraeg ŵŷ", "Ελλάδα Русский"] {
        window.retype(FIRST, words);
        assert_eq!(window.action("1.1.1").description, words);
    }
}

#[test]
fn pasted_text_keeps_its_lines() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.retype(FIRST, "x");
    window.ctrl(Key::A);
    window.at_once([Event::Paste("• one\n• two".to_owned())]);
    assert_eq!(window.action("1.1.1").description, "• one\n• two");
}

#[test]
fn keys_that_reach_the_program_in_one_frame_go_where_they_were_meant() {
    // Over a slow connection a letter and the Tab after it come together.
    let mut window = Window::with_sample(Sample::Oldham);
    window.retype(FIRST, "ab");
    let when = window.action("1.1.1").when.written().to_owned();
    window.at_once([Event::Text("c".to_owned()), key(Key::Tab), Event::Text("d".to_owned())]);
    assert_eq!(window.action("1.1.1").description, "abc");
    assert_ne!(window.action("1.1.1").when.written(), when, "the second letter goes into the next cell");
}

#[test]
fn a_press_anywhere_in_a_cell_puts_the_cursor_into_it() {
    let mut window = Window::with_sample(Sample::Oldham);
    let tall = window.control(FIRST).rect();
    let column = window.control(FIRST_WHEN).rect();
    // Below the one short line of the date, in a row that is higher than that.
    window.retype(FIRST, "one\ntwo\nthree\nfour\nfive\nsix");
    let tall = tall.union(window.control(FIRST).rect());
    window.click("By whom, action 1.1.1");
    window.click_at(egui::pos2(column.center().x, tall.bottom() - 6.0));
    assert_eq!(window.focused(), FIRST_WHEN);
}

fn key(key: Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
}
