//! The cursor stays where the person put it, and no keystroke is lost.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, pos2};
use planning_grid::store::Sample;

use crate::support::window::Window;

const FIRST: &str = "Actions and milestones, action 1.1.1";

#[test]
fn a_row_scrolled_far_away_still_takes_what_is_typed() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.retype(FIRST, "one");
    window.wheel(pos2(700.0, 500.0), -20_000.0);
    assert!(window.says("Add a grid"), "at the end of the plan");
    window.type_text(" two three");
    assert_eq!(window.action("1.1.1").description, "one two three");
    window.ctrl(Key::Z);
    assert_ne!(window.action("1.1.1").description, "one two three");
}

#[test]
fn the_wheel_turned_between_two_letters_loses_neither() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.retype(FIRST, "a");
    for (points, letter) in [(-3_000.0, "b"), (-3_000.0, "c"), (2_000.0, "d"), (-9_000.0, "e"), (20_000.0, "f")] {
        window.wheel(pos2(700.0, 500.0), points);
        window.type_text(letter);
    }
    assert_eq!(window.action("1.1.1").description, "abcdef");
    assert_eq!(window.focused(), FIRST);
}

#[test]
fn a_row_of_the_table_scrolled_far_away_still_takes_what_is_typed() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.ctrl(Key::Num3);
    window.retype(FIRST, "one");
    window.wheel(pos2(700.0, 500.0), -20_000.0);
    window.type_text(" two");
    assert_eq!(window.action("1.1.1").description, "one two");
}

#[test]
fn a_row_does_not_move_away_from_under_the_cursor_in_a_sorted_table() {
    let mut window = Window::with_sample(Sample::TowerHamlets);
    window.ctrl(Key::Num3);
    window.click("Sort by Deadline");
    let names = window.labels(Role::MultilineTextInput);
    let cell = names.iter().find(|name| name.starts_with("Deadline, action ")).unwrap();
    let id = window.action(cell.rsplit(' ').next().unwrap()).id;
    let place = window.control(cell).rect().top();
    window.retype(cell, "31/12/19");
    assert_eq!(window.plan().action(id).unwrap().when.written(), "31/12/19");
    assert_eq!(window.focused(), *cell);
    assert!((window.control(cell).rect().top() - place).abs() < 1.0, "it stays while it is typed in");
}

#[test]
fn a_row_filtered_by_what_is_being_changed_stays_while_it_is_typed_in() {
    let mut window = Window::with_sample(Sample::TowerHamlets);
    window.ctrl(Key::Num3);
    let overdue = window.labels(Role::CheckBox).into_iter().find(|name| name.starts_with("Overdue")).unwrap();
    window.click(&overdue);
    let names = window.labels(Role::MultilineTextInput);
    let cell = names.iter().find(|name| name.starts_with("Deadline, action ")).unwrap();
    let id = window.action(cell.rsplit(' ').next().unwrap()).id;
    window.retype(cell, "31/03/17");
    assert_eq!(window.plan().action(id).unwrap().when.written(), "31/03/17");
}

#[test]
fn undo_and_redo_keep_the_cursor() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.retype("By when, action 1.1.2", "Q3");
    window.retype(FIRST, "x");
    for key in [Key::Z, Key::Z, Key::Y, Key::Y] {
        window.ctrl(key);
        assert_eq!(window.focused(), FIRST);
    }
    window.type_text("y");
    assert_eq!(window.action("1.1.1").description, "xy");
}

#[test]
fn what_is_typed_before_another_view_is_asked_for_is_kept() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.retype(FIRST, "a");
    let show =
        Event::Key { key: Key::Num3, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::COMMAND };
    window.at_once([Event::Text("b".to_owned()), show]);
    assert_eq!(window.action("1.1.1").description, "ab");
}

#[test]
fn what_undo_takes_back_out_of_sight_is_brought_into_sight() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.retype(FIRST, "x");
    window.wheel(pos2(700.0, 500.0), -20_000.0);
    window.click("Grids");
    window.ctrl(Key::Z);
    assert!(window.has(FIRST) && window.is_on_screen(FIRST));
}

#[test]
fn the_cursor_comes_to_every_dialog_and_goes_back() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.click(FIRST);
    window.choose("Plan details…");
    let mut inside = Vec::new();
    for _ in 0..30 {
        window.press(Key::Tab);
        inside.push(window.focused());
    }
    assert!(!inside.iter().any(|name| name.contains(", action ")), "Tab stays in the dialog: {inside:?}");
    window.press(Key::Escape);
    window.type_text("zz");
    assert!(!window.plan().title.contains("zz"));
}

#[test]
fn the_search_key_does_not_take_the_cursor_out_of_a_dialog() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.choose("Plan details…");
    window.ctrl(Key::F);
    window.type_text("zz");
    assert_eq!(window.value("Search the plan"), "");
}

#[test]
fn buttons_of_the_typed_path_can_be_reached_with_tab() {
    let mut window = Window::start();
    window.ctrl(Key::O);
    window.click("Type where");
    window.type_text("x");
    let reached: Vec<String> = (0..4)
        .map(|_| {
            window.press(Key::Tab);
            window.focused()
        })
        .collect();
    assert!(reached.iter().any(|name| name == "Cancel"), "{reached:?}");
}
