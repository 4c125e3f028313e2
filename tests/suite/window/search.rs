//! Search: filters every view, marks what it finds, and takes nothing away from under the hands.

use egui::Key;
use egui::accesskit::Role;
use egui::epaint::{Shape, TextShape};
use planning_grid::store::Sample;

use crate::support::window::Window;

fn searching(words: &str) -> Window {
    let mut window = Window::with_sample(Sample::Oldham);
    window.ctrl(Key::F);
    assert_eq!(window.focused(), "Search the plan");
    window.type_text(words);
    window
}

/// The words of each action, to be searched in.
fn matching(window: &Window, words: &str) -> usize {
    let found = |text: &str| text.to_lowercase().contains(words);
    window
        .plan()
        .actions()
        .filter(|one| found(&one.description) || found(one.owners.written()) || found(one.when.written()))
        .count()
}

#[test]
fn every_view_shows_what_was_found_and_says_how_many() {
    let mut window = searching("protocol");
    let found = matching(&window, "protocol");
    assert!(found > 0 && found < 68);
    assert!(window.has(&format!("{found} of 68")));
    let rows = window.labels(Role::MultilineTextInput);
    let rows: Vec<_> = rows.iter().filter(|name| name.starts_with("Actions and milestones, action")).collect();
    assert!(!rows.is_empty() && rows.len() <= found, "{rows:?}");
    for row in rows {
        let reference = row.rsplit(' ').next().unwrap();
        let action = window.action(reference);
        let words = format!("{} {}", action.description, action.owners.written()).to_lowercase();
        assert!(words.contains("protocol"), "{reference}: {words}");
    }
    window.ctrl(Key::Num2);
    assert!(window.has(&format!("{found} of 68 actions")), "the timeline");
    window.ctrl(Key::Num3);
    assert!(window.has(&format!("{found} of 68 actions")), "the table");
}

/// How many pieces of text on screen have a colour behind them.
fn marks(window: &Window) -> usize {
    fn count(shape: &Shape) -> usize {
        match shape {
            Shape::Vec(shapes) => shapes.iter().map(count).sum(),
            Shape::Text(TextShape { galley, .. }) => {
                let sections = &galley.job.sections;
                sections.iter().filter(|section| section.format.background != egui::Color32::TRANSPARENT).count()
            }
            _ => 0,
        }
    }
    window.harness.output().shapes.iter().map(|clipped| count(&clipped.shape)).sum()
}

#[test]
fn what_was_found_is_marked_where_it_stands() {
    let mut window = searching("protocol");
    assert!(marks(&window) > 0, "in the forms");
    window.ctrl(Key::Num3);
    assert!(marks(&window) > 0, "in the table");
    window.ctrl(Key::F);
    window.press(Key::Escape);
    assert_eq!(marks(&window), 0);
}

#[test]
fn escape_and_the_cross_clear_the_search() {
    let mut window = searching("protocol");
    window.press(Key::Escape);
    assert_eq!(window.value("Search the plan"), "");
    assert!(!window.says(" of 68"));
    window.ctrl(Key::F);
    window.type_text("protocol");
    window.click("Clear the search");
    assert_eq!(window.value("Search the plan"), "");
    assert!(!window.says(" of 68"));
}

#[test]
fn a_row_being_typed_in_does_not_vanish() {
    for view in [Key::Num1, Key::Num3] {
        let mut window = searching("protocol");
        window.ctrl(view);
        let names = window.labels(Role::MultilineTextInput);
        let row = names.iter().find(|name| name.starts_with("Actions and milestones, action")).unwrap();
        let reference = row.rsplit(' ').next().unwrap();
        window.retype(row, "Nothing of the kind");
        assert_eq!(window.action(reference).description, "Nothing of the kind");
        assert_eq!(window.focused(), *row);
    }
}

#[test]
fn nothing_found_is_said_in_every_view() {
    let mut window = searching("zzzz");
    assert!(window.has("0 of 68"));
    assert!(window.says("Nothing in this plan matches"), "the forms");
    window.ctrl(Key::Num2);
    assert!(window.texts().iter().any(|text| text.to_lowercase().contains("match")), "{:?}", window.texts());
    window.ctrl(Key::Num3);
    assert!(window.says("No action matches"), "the table");
}

#[test]
fn a_row_added_while_searching_is_there_to_be_typed_in() {
    let mut window = searching("protocol");
    let names = window.labels(Role::MultilineTextInput);
    let row = names.iter().find(|name| name.starts_with("Actions and milestones, action")).unwrap();
    window.click(row);
    window.ctrl(Key::Enter);
    assert_eq!(window.plan().actions().count(), 69);
    window.type_text("Typed into the new row");
    assert!(window.plan().actions().any(|action| action.description == "Typed into the new row"));
}

#[test]
fn words_in_any_case_and_order_are_found() {
    let window = searching("SHARED joint");
    assert!(window.says(" of 68"));
    assert!(!window.has("0 of 68"));
}

#[test]
fn undo_goes_to_the_plan_while_the_cursor_is_in_the_search() {
    let mut window = Window::with_sample(Sample::Oldham);
    let before = window.plan().clone();
    window.retype("By when, action 1.1.1", "Q3");
    window.ctrl(Key::F);
    window.type_text("a");
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), before);
    assert_eq!(window.value("Search the plan"), "a");
}
