//! A plan of 10,000 actions: what is laid out is what is in sight.

use egui::{Key, pos2};

use crate::support::plans::plan_of;
use crate::support::window::Window;

fn with_actions(count: usize) -> Window {
    let mut window = Window::start();
    window.harness.state_mut().show_unsaved(plan_of(count), "large.ron");
    window.settle();
    window
}

/// The text fields laid out at the top, in the middle and at the end of a view.
fn fields(window: &mut Window, view: Key) -> [usize; 3] {
    window.ctrl(view);
    [0.0, -40_000.0, -100_000_000.0].map(|points| {
        window.wheel(pos2(700.0, 500.0), points);
        window.fields()
    })
}

#[test]
fn the_fields_laid_out_do_not_grow_with_the_plan() {
    let (mut small, mut large) = (with_actions(300), with_actions(10_000));
    for view in [Key::Num1, Key::Num3, Key::Num2] {
        let (few, many) = (fields(&mut small, view), fields(&mut large, view));
        for (few, many) in few.into_iter().zip(many) {
            assert!(many <= few.max(20) * 2, "{view:?}: {few} of 300 actions, {many} of 10,000");
        }
    }
}

#[test]
fn the_last_action_of_a_large_plan_is_reached_typed_in_and_taken_back() {
    let mut window = with_actions(10_000);
    let before = window.plan().clone();
    let last = window.plan().standings().last().unwrap().reference();
    window.wheel(pos2(700.0, 500.0), -100_000_000.0);
    let cell = format!("Action, action {last}");
    window.retype(&cell, "The very last");
    assert_eq!(window.action(&last).description, "The very last");
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), before);
    window.wheel(pos2(700.0, 500.0), 100_000_000.0);
    assert!(window.has("Action, action T1.1.1"));
}

#[test]
fn a_search_through_a_large_plan_finds_its_one_row() {
    let mut window = with_actions(10_000);
    window.ctrl(Key::F);
    window.at_once([egui::Event::Text("9876.".to_owned())]);
    assert!(window.has("1 of 10000"));
    let reference = window.plan().standings().nth(9_875).unwrap().reference();
    assert!(window.has(&format!("Action, action {reference}")));
}
