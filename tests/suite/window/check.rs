//! The Check view: always up to date, each finding in its words, mended in one step or left with a reason.

use egui::{Key, vec2};
use planning_grid::check::{self, Finding};
use planning_grid::store::Sample;

use crate::support::window::{Setting, Window, today};

/// The window on the check of a sample.
fn checking(setting: Setting) -> Window {
    let mut window = Window::with_sample_in(Sample::TowerHamlets, setting);
    let tab = tab(&window);
    window.click(&tab);
    window
}

fn tab(window: &Window) -> String {
    window.names().into_iter().find(|name| name.starts_with("Check")).expect("the tab")
}

fn found(window: &Window) -> Vec<Finding> {
    check::check(window.plan(), today())
}

fn open(window: &Window) -> usize {
    found(window).iter().filter(|finding| finding.accepted.is_none()).count()
}

/// A control whose name begins so.
#[track_caller]
fn named(window: &Window, start: &str) -> String {
    let names = window.names();
    names.iter().find(|name| name.starts_with(start)).unwrap_or_else(|| panic!("no {start}: {names:#?}")).clone()
}

#[test]
fn the_number_of_findings_is_on_the_tab_and_follows_what_is_typed() {
    let mut window = Window::with_sample(Sample::TowerHamlets);
    let before = open(&window);
    assert_eq!(tab(&window), format!("Check, {before} findings"));
    window.retype("Deadline, action PBC1.1", "30/09/16");
    window.wait(1);
    assert_eq!(open(&window), before - 1, "a deadline that was missing");
    assert_eq!(tab(&window), format!("Check, {} findings", before - 1));
}

#[test]
fn a_fix_is_one_click_and_one_undo() {
    let mut window = checking(Setting::default());
    let (before, plan) = (open(&window), window.plan().clone());
    let fixable = found(&window).into_iter().find(|finding| finding.fix.is_some()).expect("a fix").rule;
    let rule = named(&window, &format!("{}:", fixable.plural()));
    window.click(&rule);
    let fix = found(&window).into_iter().find(|one| one.rule == fixable && one.fix.is_some()).unwrap().fix.unwrap();
    let label: String =
        fix.label.chars().take(1).flat_map(char::to_uppercase).chain(fix.label.chars().skip(1)).collect();
    let button = named(&window, &label);
    window.click(&button);
    window.wait(1);
    assert!(open(&window) < before);
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), plan);
}

#[test]
fn a_finding_is_left_with_a_reason_and_asked_about_again() {
    let mut window = checking(Setting::default());
    let (before, plan) = (open(&window), window.plan().clone());
    let leave = named(&window, "Leave it, with a reason");
    window.click(&leave);
    window.type_text("The board knows");
    window.click("Leave it as it is");
    window.wait(1);
    assert_eq!(open(&window), before - 1);
    window.click("Left with a reason: 1");
    assert!(window.says("Left as it is: The board knows"), "{:#?}", window.texts());
    window.click("Ask about it again");
    assert_eq!(*window.plan(), plan, "accepting and un-accepting lead back to the same plan");
}

#[test]
fn a_click_goes_to_the_place() {
    let mut window = checking(Setting::default());
    let rule = named(&window, "Missing deadline:");
    window.click(&rule);
    let go = named(&window, "Go to it");
    let reference = go.trim_start_matches("Go to it: ").split(' ').next().unwrap().to_owned();
    window.click(&go);
    assert!(window.has(&format!("Deadline, action {reference}")), "{reference} is in sight");
}

#[test]
fn small_windows_have_all_of_it() {
    for size in [vec2(1440.0, 900.0), vec2(820.0, 640.0), vec2(600.0, 420.0)] {
        let window = checking(Setting { size, ..Setting::default() });
        assert!(window.says("Must fix"), "{size}: {:#?}", window.texts());
        named(&window, "Go to it");
    }
}
