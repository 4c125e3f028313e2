//! At rest nothing is shown anew: a window nobody touches costs nothing over Remote Desktop.

use std::time::Duration;

use egui::Key;
use planning_grid::store::Sample;

use crate::support::plans::plan_of;
use crate::support::window::Window;

const LONG: Duration = Duration::from_mins(1);

#[test]
fn nothing_is_shown_anew_at_rest() {
    assert!(Window::start().rests_for() >= LONG, "the start page");
    for sample in Sample::ALL {
        let mut window = Window::with_sample(sample);
        for view in [Key::Num1, Key::Num2, Key::Num3] {
            window.ctrl(view);
            assert!(window.rests_for() >= LONG, "{sample:?} {view:?}");
        }
    }
}

#[test]
fn nothing_is_shown_anew_at_rest_in_a_dialog_a_search_or_far_down() {
    let mut window = Window::with_plan(&plan_of(300));
    window.wheel(egui::pos2(700.0, 500.0), -30_000.0);
    assert!(window.rests_for() >= LONG, "far down");
    window.click("Generated action plan");
    window.ctrl(Key::F);
    window.type_text("hostel");
    assert!(window.rests_for() >= LONG, "while searching");
    window.choose("Plan details…");
    assert!(window.rests_for() >= LONG, "in a dialog");
    window.press(Key::Escape);
    window.click("Plan menu");
    assert!(window.rests_for() >= LONG, "with a menu open");
}

#[test]
fn nothing_is_shown_anew_at_rest_beside_any_action() {
    for (sample, reference) in [
        (Sample::TowerHamlets, "PBC1.1"),
        // One with milestones.
        (Sample::TowerHamlets, "PBC1.3"),
        (Sample::Oldham, "1.1.1"),
    ] {
        let mut window = Window::with_sample(sample);
        let heading = if sample == Sample::Oldham { "Actions and milestones" } else { "Action" };
        let cell = format!("{heading}, action {reference}");
        let before = window.control(&cell).rect();
        window.click(&cell);
        assert!(window.rests_for() >= LONG, "{reference}");
        let after = window.control(&cell).rect();
        assert!(
            (before.right() - after.right()).abs() < 1.0,
            "{reference}: the form keeps its width, {before} {after}"
        );
    }
}

#[test]
fn nothing_is_shown_anew_at_rest_with_a_notice() {
    let mut window = Window::start();
    window.ctrl(Key::O);
    window.notice();
    assert!(window.rests_for() >= LONG);
}
