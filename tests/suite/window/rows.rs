//! Adding, moving, copying and deleting rows; going from cell to cell with the keyboard.

use egui::{Key, Modifiers};
use planning_grid::store::Sample;

use crate::support::plans::plan_of;
use crate::support::window::Window;

fn cell(reference: &str) -> String {
    format!("Actions and milestones, action {reference}")
}

#[test]
fn ctrl_enter_adds_a_row_below_with_the_cursor_in_it() {
    let mut window = Window::with_sample(Sample::Oldham);
    let before = window.plan().clone();
    window.click(&cell("1.1.1"));
    window.ctrl(Key::Enter);
    assert_eq!(window.focused(), cell("1.1.2"));
    window.type_text("A new action");
    assert_eq!(window.action("1.1.2").description, "A new action");
    assert_eq!(window.plan().actions().count(), before.actions().count() + 1);
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), before);
}

#[test]
fn a_row_added_at_the_foot_of_an_objective_takes_the_cursor() {
    let mut window = Window::with_sample(Sample::TowerHamlets);
    window.click("Add an action to PBC1");
    assert_eq!(window.focused(), "Action, action PBC1.4");
    window.type_text("x");
    assert_eq!(window.action("PBC1.4").description, "x");
}

/// Presses Tab (or Shift+Tab) and gives the cells of the forms the cursor comes to, until `last`.
fn walk(window: &mut Window, modifiers: Modifiers, last: &str) -> Vec<String> {
    let mut cells = vec![window.focused()];
    for _ in 0..1_500 {
        if window.focused() == last {
            return cells;
        }
        window.press_with(modifiers, Key::Tab);
        let here = window.focused();
        assert!(!here.is_empty(), "the cursor is nowhere after {:?}", cells.last());
        if here.contains(", action ") && !here.contains("menu") {
            assert!(!here.starts_with("Inspector"), "out of the forms after {:?}", cells.last());
            cells.push(here);
        }
    }
    panic!("{last} was never reached; at the end: {:?}", cells.last());
}

fn in_reading_order(window: &Window) -> Vec<String> {
    let headings = ["Actions and milestones", "By when", "By whom"];
    window
        .plan()
        .standings()
        .flat_map(|standing| headings.map(|heading| format!("{heading}, action {}", standing.reference())))
        .collect()
}

#[test]
fn tab_goes_through_all_cells_in_reading_order_and_shift_tab_back() {
    let mut window = Window::with_sample(Sample::Oldham);
    let mut expected = in_reading_order(&window);
    window.click(&expected[0]);
    let last = expected.last().unwrap().clone();
    assert_eq!(walk(&mut window, Modifiers::NONE, &last), expected);
    expected.reverse();
    assert_eq!(walk(&mut window, Modifiers::SHIFT, &expected[expected.len() - 1].clone()), expected);
}

#[test]
fn the_cell_the_cursor_comes_to_is_in_sight() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.click(&cell("1.1.1"));
    for step in 0..40 {
        window.press(Key::Tab);
        let here = window.focused();
        assert!(window.is_on_screen(&here), "{here}, after {} steps", step + 1);
    }
}

#[test]
fn tab_from_the_last_cell_of_a_row_comes_to_the_first_of_the_next() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.click("By whom, action 1.1.1");
    window.press(Key::Tab);
    assert_eq!(window.focused(), cell("1.1.2"));
}

#[test]
fn tab_leaves_a_row_higher_than_the_window() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.retype(&cell("1.1.1"), "x");
    let long = vec!["a line"; 150].join("\n");
    window.at_once([egui::Event::Paste(long)]);
    window.click("By whom, action 1.1.1");
    assert_eq!(walk(&mut window, Modifiers::NONE, &cell("1.1.2")).len(), 2);
    assert_eq!(walk(&mut window, Modifiers::SHIFT, "By whom, action 1.1.1").len(), 2);
}

#[test]
fn alt_and_arrows_move_the_row_and_the_cursor_with_it() {
    let mut window = Window::with_sample(Sample::Oldham);
    let before = window.plan().clone();
    let (first, second) = (window.action("1.1.1").id, window.action("1.1.2").id);
    window.click(&cell("1.1.1"));
    window.press_with(Modifiers::ALT, Key::ArrowDown);
    assert_eq!((window.action("1.1.1").id, window.action("1.1.2").id), (second, first));
    assert_eq!(window.focused(), cell("1.1.2"));
    window.type_text("q");
    assert!(window.action("1.1.2").description.contains('q'));
    window.ctrl(Key::Z);
    window.press_with(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(*window.plan(), before);
}

#[test]
fn a_row_moves_on_into_the_next_objective() {
    let mut window = Window::with_sample(Sample::Oldham);
    let id = window.action("1.1.1").id;
    let count = window.rows_of(0, 0).len();
    window.click(&cell("1.1.1"));
    for _ in 0..count {
        window.press_with(Modifiers::ALT, Key::ArrowDown);
    }
    assert_eq!(window.action("1.2.1").id, id);
    assert_eq!(window.focused(), cell("1.2.1"));
    assert!(window.is_on_screen(&cell("1.2.1")), "what is moved stays in sight");
    for _ in 0..count {
        window.press_with(Modifiers::ALT, Key::ArrowUp);
    }
    assert_eq!(window.action("1.1.1").id, id);
    window.press_with(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(window.action("1.1.1").id, id, "it is at the top already");
}

#[test]
fn a_row_is_duplicated_with_all_but_its_updates() {
    let mut window = Window::with_sample(Sample::Oldham);
    let before = window.plan().clone();
    window.click(&cell("1.1.2"));
    window.ctrl(Key::D);
    let (one, copy) = (window.action("1.1.2").clone(), window.action("1.1.3").clone());
    assert_eq!((one.description, one.when, one.owners), (copy.description, copy.when, copy.owners));
    assert_ne!(one.id, copy.id);
    assert_eq!(window.focused(), cell("1.1.3"));
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), before);
}

#[test]
fn a_deleted_row_comes_back_whole() {
    let mut window = Window::with_sample(Sample::TowerHamlets);
    let before = window.plan().clone();
    let id = window.action("PBC1.3").id;
    window.click("Action, action PBC1.3");
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Delete);
    assert!(window.plan().action(id).is_none());
    assert!(window.says("Undo: delete a row"));
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), before);
    window.ctrl(Key::Y);
    assert!(window.plan().action(id).is_none());
}

#[test]
fn the_menu_of_a_row_does_what_its_keys_do() {
    let mut window = Window::with_sample(Sample::Oldham);
    let before = window.plan().clone();
    let first = window.action("1.1.1").id;
    for (entry, changed) in
        [("Add a row above", 1), ("Add a row below", 1), ("Duplicate", 1), ("Move down", 0), ("Delete the row", -1)]
    {
        window.click("Row menu, action 1.1.1");
        let name = window.labels(egui::accesskit::Role::Button).into_iter().find(|name| name.starts_with(entry));
        window.click(&name.unwrap_or_else(|| panic!("no entry {entry}")));
        let count = |plan: &planning_grid::model::Plan| i64::try_from(plan.actions().count()).unwrap();
        assert_eq!(count(window.plan()) - count(&before), changed, "{entry}");
        assert_ne!(*window.plan(), before, "{entry}");
        window.ctrl(Key::Z);
        assert_eq!(*window.plan(), before, "{entry}");
    }
    assert_eq!(window.action("1.1.1").id, first);
}

#[test]
fn a_row_is_dragged_by_its_handle_into_another_objective() {
    let mut window = Window::with_sample(Sample::TowerHamlets);
    let before = window.plan().clone();
    let (dragged, above) = (window.action("PBC1.1").id, window.action("PBC2.1").id);
    let from = window.control("Row menu, action PBC1.1").rect().center_top() + egui::vec2(0.0, 18.0);
    let to = window.control("Row menu, action PBC2.1").rect().center_top() + egui::vec2(0.0, 6.0);
    window.drag(from, to);
    assert_eq!(window.action("PBC2.1").id, dragged);
    assert_eq!(window.action("PBC2.2").id, above);
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), before, "a drag is one step");
}

#[test]
fn a_row_is_dragged_into_an_objective_that_has_none() {
    let mut plan = plan_of(16);
    plan.grids[0].objectives[0].actions.truncate(1);
    plan.grids[0].objectives[1].actions.clear();
    let short = &mut plan.grids[0].objectives[0].actions[0];
    short.description = "Short".to_owned();
    short.kpis.clear();
    short.milestones.clear();
    short.updates.clear();
    plan.grids[0].objectives[0].outcomes.clear();
    plan.grids[0].priorities.clear();
    let mut window = Window::with_plan(&plan);
    let dragged = window.action("T1.1.1").id;
    let from = window.control("Row menu, action T1.1.1").rect().center_top() + egui::vec2(0.0, 18.0);
    assert!(window.is_on_screen("Add an action to T1.2") && window.is_on_screen("Row menu, action T1.1.1"));
    let to = window.control("Add an action to T1.2").rect().center();
    window.drag(from, to);
    let actions = &window.plan().grids[0].objectives[1].actions;
    assert_eq!(actions.iter().map(|action| action.id).collect::<Vec<_>>(), [dragged]);
}

#[test]
fn a_row_dropped_where_no_row_is_stays_where_it_was() {
    let mut window = Window::with_sample(Sample::Oldham);
    let before = window.plan().clone();
    let from = window.control("Row menu, action 1.1.1").rect().center();
    let to = window.control("Plan menu").rect().center();
    window.drag(from, to);
    let later = window.control("Row menu, action 1.1.2").rect().center();
    window.harness.hover_at(later);
    window.settle();
    window.click("By when, action 1.1.2");
    assert_eq!(*window.plan(), before, "nothing lands with a later press");
}

#[test]
fn keys_for_rows_do_nothing_while_the_cursor_is_in_no_row() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.click(&cell("1.1.1"));
    window.click("Statement of objective 1.1");
    let before = window.plan().clone();
    for (modifiers, key) in row_keys() {
        window.press_with(modifiers, key);
        assert_eq!(*window.plan(), before, "{modifiers:?} {key:?} with the cursor in the objective's statement");
    }
}

#[test]
fn keys_for_rows_do_nothing_behind_a_dialog() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.click(&cell("1.1.1"));
    window.choose("Plan details…");
    let before = window.plan().clone();
    for (modifiers, key) in row_keys() {
        window.press_with(modifiers, key);
        assert_eq!(*window.plan(), before, "{modifiers:?} {key:?} behind the plan's details");
    }
}

fn row_keys() -> [(Modifiers, Key); 4] {
    [
        (Modifiers::ALT, Key::ArrowDown),
        (Modifiers::COMMAND, Key::Enter),
        (Modifiers::COMMAND, Key::D),
        (Modifiers::COMMAND | Modifiers::SHIFT, Key::Delete),
    ]
}

#[test]
fn objectives_grids_priorities_and_outcomes_are_added_with_the_cursor_in_them() {
    let mut window = Window::start();
    window.click("New planning grid");
    window.click("Add a grid");
    assert_eq!(window.focused(), "Title of grid 2");
    window.type_text("Housing");
    assert_eq!(window.plan().grids.last().unwrap().title, "Housing");
    let count = window.plan().grids[0].priorities.len();
    window.click("Add a key priority to grid 1");
    window.type_text("Fewer evictions");
    let priorities: Vec<_> = window.plan().grids.iter().flat_map(|grid| &grid.priorities).collect();
    assert!(priorities.iter().any(|priority| priority.text == "Fewer evictions"), "{count} {priorities:?}");
}
