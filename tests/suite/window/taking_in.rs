//! A colleague's edited copy of the open plan, brought in as changes to it.

use std::ops::ControlFlow;
use std::path::Path;

use egui::Key;
use egui::accesskit::Role;
use planning_grid::dates::When;
use planning_grid::intake::{self, Draft};
use planning_grid::jobs::Runner;
use planning_grid::model::{Action, IdMaker, Owners};
use planning_grid::store::{self, Sample};

use crate::support::plans::plan_of;
use crate::support::window::{Setting, Window};

/// The Oldham plan as it is read from a Word document.
fn oldham() -> Draft {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/oldham.docx");
    let source = intake::open(&path, &|_| ControlFlow::Continue(())).expect("a document that can be read");
    intake::understand(&source, None)
}

/// What a colleague made of it: two cells changed, a row new, a row gone, a row elsewhere.
fn edited() -> Draft {
    let mut draft = oldham();
    let period = draft.plan.period.clone();
    let objectives = &mut draft.plan.grids[0].objectives;
    let first = &mut objectives[0].actions[0];
    first.description.push_str(" and report to the board in June");
    first.when = When::read("30 September 2010", &period);
    let mut new = Action::blank(IdMaker::new(9).action());
    "Ask the people who use the services what they think of them".clone_into(&mut new.description);
    new.owners = Owners::read("DAAT / Service user group", &[]);
    objectives[0].actions.insert(1, new);
    let row = objectives[1].actions.remove(0);
    objectives[2].actions.push(row);
    draft.plan.grids[2].objectives[0].actions.remove(1);
    draft
}

fn take_in(window: &mut Window, draft: Draft) {
    let context = window.harness.ctx.clone();
    window.harness.state_mut().take_in(&context, draft, "plan.docx");
    window.settle();
}

#[test]
fn what_is_ticked_is_brought_in_as_one_step_and_undo_takes_it_back() {
    let mut window = Window::with_sample(Sample::Oldham);
    let before = window.plan().clone();
    take_in(&mut window, edited());
    assert!(window.has("Changes in “plan.docx”"), "{:?}", window.notices());
    assert!(window.says("2 changed, 1 new, 1 moved, 1 not in the document; 65 actions"), "{:?}", window.texts());
    assert!(window.says("4 of 5 ticked"), "what is not in the document is not ticked");
    window.click("Changed: Action 1.1.1, By when");
    window.click("Bring in 3 changes");
    assert_eq!(window.plan().actions().count(), before.actions().count() + 1);
    assert!(window.action("1.1.1").description.ends_with("report to the board in June"));
    assert_eq!(window.action("1.1.1").when, before.actions().next().unwrap().when, "it was unticked");
    assert!(window.action("1.1.2").description.starts_with("Ask the people who use the services"));
    assert_eq!(window.notice(), "3 changes from “plan.docx” were brought in. Undo takes them back.");
    let known = window.plan().actions().filter(|action| before.action(action.id).is_some()).count();
    assert_eq!(known, before.actions().count(), "the rows are the rows they were");
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), before);
    assert!(!window.document().has_unsaved_changes());
}

#[test]
fn the_same_document_again_says_that_there_is_nothing_new() {
    let mut window = Window::with_plan(&oldham().plan);
    let before = window.plan().clone();
    take_in(&mut window, oldham());
    assert!(window.notice().contains("says the same as this plan"), "{}", window.notice());
    assert_eq!(*window.plan(), before);
    assert!(!window.document().has_unsaved_changes());
}

#[test]
fn cancelling_changes_nothing() {
    for leave in [|window: &mut Window| window.click("Cancel"), |window: &mut Window| window.press(Key::Escape)] {
        let mut window = Window::with_sample(Sample::Oldham);
        let before = window.plan().clone();
        take_in(&mut window, edited());
        leave(&mut window);
        assert!(!window.has("Changes in “plan.docx”"));
        assert_eq!(*window.plan(), before);
        assert!(!window.document().has_unsaved_changes());
    }
}

#[test]
fn the_document_is_compared_in_the_background() {
    let setting = Setting { runner: Runner::Background, ..Setting::default() };
    let mut window = Window::start_with(setting);
    let plan = store::parse(Sample::Oldham.bytes(), "plan.ron").expect("a sample");
    window.harness.state_mut().show_unsaved(plan, "plan");
    window.settle();
    let context = window.harness.ctx.clone();
    window.harness.state_mut().take_in(&context, edited(), "plan.docx");
    window.wait_until("the changes are shown", |window| window.has("Changes in “plan.docx”"));
    window.click("Bring in 4 changes");
    assert_eq!(window.plan().actions().count(), 69);
}

#[test]
fn the_keyboard_ticks_and_goes_from_change_to_change() {
    let mut window = Window::with_sample(Sample::Oldham);
    take_in(&mut window, edited());
    assert_eq!(window.focused(), "Changed: Action 1.1.1, Actions and milestones");
    window.press(Key::Space);
    assert!(window.says("3 of 5 ticked"), "{:?}", window.texts());
    window.press(Key::ArrowDown);
    assert_eq!(window.focused(), "Changed: Action 1.1.1, By when");
    window.press(Key::ArrowDown);
    assert!(window.focused().starts_with("New: Action in Objective 1"), "{}", window.focused());
    window.press(Key::ArrowUp);
    window.press(Key::Space);
    assert!(window.says("2 of 5 ticked"), "{:?}", window.texts());
    window.press(Key::Space);
    window.click("All of those not in the document");
    assert!(window.says("4 of 5 ticked"), "{:?}", window.texts());
    for kind in ["changed", "new", "moved", "not in the document"] {
        window.click(&format!("None of those {kind}"));
    }
    assert!(window.says("0 of 5 ticked"), "{:?}", window.texts());
    window.click("All of those moved");
    window.click("Bring in 1 change");
    assert_eq!(window.plan().actions().count(), 68);
    assert!(window.notice().starts_with("1 change from “plan.docx” was brought in."), "{}", window.notice());
}

#[test]
fn little_of_thousands_of_changes_is_laid_out() {
    let plan = plan_of(2_000);
    let mut window = Window::with_plan(&plan);
    let mut draft = oldham();
    draft.plan = plan;
    for action in draft.plan.grids.iter_mut().flat_map(|grid| &mut grid.objectives).flat_map(|one| &mut one.actions) {
        action.description.push_str(" By the way.");
    }
    take_in(&mut window, draft);
    assert!(window.says("2000 changed"), "{:?}", window.texts());
    let boxes = window.labels(Role::CheckBox).len();
    assert!((4..40).contains(&boxes), "{boxes} of 2,000 changes are laid out");
    window.press(Key::End);
    assert!(window.labels(Role::CheckBox).iter().any(|name| name.contains("T10.25.8")), "the last is in sight");
}

#[test]
fn without_a_plan_it_says_so() {
    let mut window = Window::start();
    take_in(&mut window, oldham());
    assert!(window.notice().contains("no plan open"), "{}", window.notice());
}
