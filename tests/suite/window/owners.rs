//! The owner directory: names that mean one owner are made one in one step, and count as one everywhere.

use egui::{Key, pos2};
use planning_grid::model::Plan;
use planning_grid::report::{LanesBy, lanes, load};
use planning_grid::store::Sample;

use crate::support::window::Window;

fn directory() -> Window {
    let mut window = Window::with_sample(Sample::TowerHamlets);
    window.choose("Plan details…");
    window.click("Owners");
    window
}

/// The owners under whom the timeline and the load count.
fn counted(plan: &Plan) -> [Vec<String>; 2] {
    let groups = lanes(plan, LanesBy::Owner).groups.iter().map(|group| group.heading.clone()).collect();
    [groups, load(plan).owners.iter().map(|one| one.name.clone()).collect()]
}

/// Ticks a name as it is written in the plan.
fn tick(window: &mut Window, name: &str) {
    window.click(&format!("Tick {name}"));
}

#[test]
fn names_are_made_one_owner_in_one_step_and_count_as_one_everywhere() {
    let mut window = directory();
    let before = window.plan().clone();
    let names: Vec<String> =
        window.names().into_iter().filter_map(|name| name.strip_prefix("Tick ").map(str::to_owned)).collect();
    let [kept, other] = [names[0].clone(), names[1].clone()];
    tick(&mut window, &kept);
    assert!(window.says("tick another name"));
    tick(&mut window, &other);
    window.click("Make these one owner");
    window.click(&format!("Show as {kept}"));
    window.click("Make one owner");
    let owner = window.plan().owner_called(&other).expect("an owner").clone();
    assert_eq!(owner.name, kept);
    for names in counted(window.plan()) {
        assert!(!names.contains(&other), "{other} counts as {kept}: {names:?}");
    }
    let written = |plan: &Plan| plan.actions().map(|one| one.owners.written().to_owned()).collect::<Vec<_>>();
    assert_eq!(written(window.plan()), written(&before), "no word of a cell changes");
    let made = window.plan().clone();
    // Names of the directory stand below those of nobody.
    for _ in 0..6 {
        window.wheel(pos2(800.0, 600.0), -600.0);
    }
    window.click(&format!("Take {other} out of {kept}"));
    assert!(window.plan().owner_called(&other).is_none());
    window.press(Key::Escape);
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), made);
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), before);
}

#[test]
fn an_address_that_is_none_is_said_and_kept() {
    let mut window = directory();
    let add = window.names().into_iter().find(|name| name.starts_with("Add ") && name.ends_with("directory"));
    if let Some(add) = add {
        window.click(&add);
    }
    let field = window.names().into_iter().find(|name| name.starts_with("E-mail of owner")).expect("a field");
    window.retype(&field, "someone at council");
    assert!(window.says("An address has an @ in it."));
    window.retype(&field, "some one@council.gov.uk");
    assert!(window.says("An address has no spaces in it."));
    assert!(window.plan().directory.iter().any(|owner| owner.email == "some one@council.gov.uk"));
    window.retype(&field, "someone@council.gov.uk");
    assert!(!window.says("An address has"));
}
