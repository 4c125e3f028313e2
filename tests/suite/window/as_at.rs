//! The day the views speak for: a meeting, a typed day; lateness goes by it.

use egui::Key;
use planning_grid::store::Sample;

use crate::support::window::Window;

fn window() -> Window {
    let mut window = Window::with_sample(Sample::TowerHamlets);
    window.retype("Deadline, action PBC1.3", "31/07/16");
    assert!(window.says("32 days late"), "as at today");
    window
}

#[test]
fn a_meeting_is_chosen_and_lateness_goes_by_it() {
    let mut window = window();
    window.click("As at 1 September 2016");
    window.click("DAAT Board, 11 Jul 2016");
    assert!(window.has("As at 11 July 2016"));
    assert!(!window.says("days late"));
    window.click("As at 11 July 2016");
    window.click("Today, 1 Sep 2016");
    assert!(window.says("32 days late"));
    assert!(
        !window.document().undo_label().is_some_and(|label| label.contains("as at")),
        "it is no change of the plan"
    );
}

#[test]
fn a_day_is_typed() {
    let mut window = window();
    window.click("As at 1 September 2016");
    window.click("Another as-at day");
    window.type_text("10/08/16");
    window.click("Set");
    assert!(window.has("As at 10 August 2016"));
    assert!(window.says("10 days late"));
    assert!(!window.has("Another as-at day"), "put away");
}

#[test]
fn enter_sets_the_day_that_was_typed() {
    let mut window = window();
    window.click("As at 1 September 2016");
    window.click("Another as-at day");
    window.type_text("10/08/16");
    window.press(Key::Enter);
    assert!(window.has("As at 10 August 2016"));
}

#[test]
fn a_day_that_cannot_be_read_is_said_and_sets_nothing() {
    let mut window = window();
    window.click("As at 1 September 2016");
    window.click("Another as-at day");
    window.type_text("soon");
    assert!(window.says("Not read as a day"));
    window.press(Key::Enter);
    assert!(window.has("As at 1 September 2016"));
}

#[test]
fn all_views_speak_for_the_day() {
    let mut window = window();
    window.ctrl(Key::Num3);
    assert!(window.says("32 days"));
    window.click("As at 1 September 2016");
    window.click("DAAT Board, 11 Jul 2016");
    assert!(!window.says("32 days"));
    window.ctrl(Key::Num2);
    assert!(!window.texts().iter().any(|text| text.contains("32 days late")));
}
