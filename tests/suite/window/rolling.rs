//! Next year's plan, made in the window: dates are moved only where they were ticked, and this year's plan stays.

use planning_grid::store::Sample;

use crate::support::window::Window;

#[test]
fn next_years_plan_opens_as_a_new_one_and_this_years_stays() {
    let mut window = Window::with_sample(Sample::Oldham);
    let before = std::fs::read(window.path("plan.ron")).unwrap();
    window.click("Plan menu");
    window.click("Next year’s plan…");
    assert!(window.says("68 open actions go on"));
    assert_eq!(window.value("Period of the new plan"), "2011/12");
    let first = window.plan().actions().find(|one| one.when.written() == "April 2010").expect("a date").id;
    window.click("Make the plan");
    let plan = window.plan();
    assert_eq!((plan.period.label.as_str(), plan.actions().count()), ("2011/12", 68));
    assert_eq!(plan.action(first).unwrap().when.written(), "April 2010", "nothing was ticked");
    assert!(window.document().has_unsaved_changes());
    assert!(window.notice().contains("68 actions were carried over"), "{}", window.notice());
    assert_eq!(std::fs::read(window.path("plan.ron")).unwrap(), before);
}

#[test]
fn changes_that_are_not_saved_are_asked_about_first() {
    let mut window = Window::with_sample(Sample::Oldham);
    let action = window.plan().actions().next().expect("an action").id;
    window.retype("By when, action 1.1.1", "31/12/10");
    window.click("Plan menu");
    window.click("Next year’s plan…");
    window.click("Tick all 47 that can be moved");
    window.click("Make the plan");
    window.click("Cancel");
    assert!(window.has("Make the plan"), "what was ticked still stands");
    window.click("Make the plan");
    window.click("Save");
    assert_eq!(window.plan().period.label, "2011/12");
    assert_eq!(window.plan().action(action).unwrap().when.written(), "31/12/11");
    let saved = planning_grid::store::load(&window.path("plan.ron")).unwrap().plan;
    assert_eq!(saved.action(action).unwrap().when.written(), "31/12/10");
}
