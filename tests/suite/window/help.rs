//! The help: pages about using the program, and one about each rule of the check.

use egui::{Key, Modifiers, vec2};
use planning_grid::check::Rule;
use planning_grid::store::Sample;

use crate::support::window::{Setting, Window};

#[test]
fn f1_opens_the_help_and_escape_closes_it() {
    let windows: [fn() -> Window; 2] = [Window::start, || Window::with_sample(Sample::Oldham)];
    for open in windows {
        let mut window = open();
        window.press(Key::F1);
        assert!(window.has("Opening and saving") && window.says("Your plan is one file."), "{:#?}", window.texts());
        window.press(Key::Escape);
        assert!(!window.says("Your plan is one file."));
    }
}

#[test]
fn the_pages_are_gone_through_by_the_arrows() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.choose("Help…");
    assert_eq!(window.focused(), "Opening and saving");
    window.press(Key::ArrowDown);
    assert_eq!(window.focused(), "Dates as you write them");
    assert!(window.says("A day, always day first"));
    for rule in Rule::ALL.iter().take(6) {
        window.click(rule.plural());
        assert!(window.says(rule.page()), "{:#?}", window.texts());
    }
    window.press(Key::ArrowDown);
    assert_eq!(window.focused(), Rule::ALL[6].plural());
    assert!(window.says(Rule::ALL[6].reason()));
}

#[test]
fn the_question_mark_of_a_finding_opens_the_page_of_its_rule() {
    let mut window = Window::with_sample(Sample::TowerHamlets);
    window.ctrl(Key::Num4);
    window.click(&format!("About this rule: {}", Rule::QuestionLeft.plural()));
    assert!(window.says(Rule::QuestionLeft.page()));
    assert_eq!(window.focused(), Rule::QuestionLeft.plural());
    assert!(window.is_on_screen(Rule::QuestionLeft.plural()));
    window.click("Close");
    assert!(!window.says(Rule::QuestionLeft.page()));
}

#[test]
fn small_windows_have_the_list_and_the_page() {
    for size in [vec2(820.0, 640.0), vec2(600.0, 420.0)] {
        let mut window = Window::with_sample_in(Sample::Oldham, Setting { size, ..Setting::default() });
        window.press(Key::F1);
        for control in ["Opening and saving", "Close"] {
            assert!(window.is_on_screen(control), "{size}: {control}");
        }
    }
}

#[test]
fn no_window_opens_on_top_of_the_plans_details() {
    const DETAILS: &str = "What stands on the cover and at the top of every page.";
    let mut window = Window::with_sample(Sample::Oldham);
    for (modifiers, key, opened) in
        [(Modifiers::NONE, Key::F1, "Using Planning Grid"), (Modifiers::COMMAND, Key::P, "For which meeting?")]
    {
        window.choose("Plan details…");
        window.retype("Version of the plan", "v2");
        assert!(window.has(DETAILS));
        window.press_with(modifiers, key);
        assert!(window.has(opened), "{:#?}", window.names());
        assert!(!window.has(DETAILS));
        assert_eq!(window.plan().version, "v2", "what was typed stays");
        window.press(Key::Escape);
    }
}
