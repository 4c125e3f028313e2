//! One event in many actions: found, linked, moved together after showing which, let go.

use egui::{Key, Theme, vec2};
use planning_grid::dates::When;
use planning_grid::model::linking;
use planning_grid::model::{Edit, IdMaker, Milestone, MilestoneField, Plan, Shows};
use planning_grid::store::{self, Sample};
use planning_grid::ui::linking::{LinkingState, page};

use crate::support::page::Page;
use crate::support::window::Window;

fn sample() -> Plan {
    store::parse(Sample::TowerHamlets.bytes(), Sample::TowerHamlets.label()).expect("the sample")
}

/// The sample with both its events linked.
fn linked() -> Plan {
    let (mut plan, mut ids) = (sample(), IdMaker::new(77));
    for candidate in linking::candidates(&plan) {
        let members = candidate.members.iter().map(|member| member.milestone);
        plan.apply(linking::link(members, ids.event())).expect("milestones that are there");
    }
    plan
}

fn milestones(plan: &Plan) -> impl Iterator<Item = &Milestone> {
    plan.actions().flat_map(|action| &action.milestones)
}

/// How many milestones have this date beside their words.
fn with_date(plan: &Plan, written: &str) -> usize {
    milestones(plan).filter(|one| one.beside().is_some_and(|when| when.written() == written)).count()
}

/// What a milestone's cell in the form is called.
fn cell(window: &Window, reference: &str, number: usize) -> String {
    let heading = window.plan().heading_of(Shows::Milestones);
    format!("{heading}, action {reference}, {number} of {}", window.action(reference).milestones.len())
}

/// The window on an action's milestone of the event in October, and the milestone's number in its action.
fn at(reference: &str) -> (Window, usize) {
    let mut window = Window::with_plan(&linked());
    let words: String = window.action(reference).description.chars().take(30).collect();
    window.ctrl(Key::F);
    window.type_text(words.lines().next().unwrap_or_default());
    let october = linking::events(window.plan())
        .into_iter()
        .find(|event| linking::of_event(window.plan(), *event).count() == 14)
        .expect("the event");
    let number = window.action(reference).milestones.iter().position(|one| one.event() == Some(october)).unwrap() + 1;
    let cell = cell(&window, reference, number);
    window.click(&cell);
    (window, number)
}

#[test]
fn moving_one_asks_once_and_moves_all_in_one_step() {
    let (mut window, number) = at("T1.3");
    let before = window.plan().clone();
    window.retype(&format!("Inspector: date of milestone {number}"), "01/11/16");
    assert!(!window.has("Move the others too?"), "not at each letter");
    window.press(Key::Tab);
    assert!(window.has("Move the others too?"));
    assert!(window.says("PBC1.3: Implement new services 01/10/16, 1 Oct 2016 → 1 Nov 2016"), "{:#?}", window.names());
    window.click("Move 13 others");
    assert!(!window.has("Move the others too?"));
    assert_eq!(with_date(window.plan(), "01/11/16"), 14);
    let words = |plan: &Plan| milestones(plan).map(|one| one.text().to_owned()).collect::<Vec<_>>();
    assert_eq!(words(window.plan()), words(&before), "the words stay");
    assert_eq!(window.document().undo_label(), Some("move 13 linked milestones"));
    window.ctrl(Key::Z);
    assert_eq!(with_date(window.plan(), "01/11/16"), 1);
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), before);
    assert!(!window.has("Move the others too?"), "undo asks nothing");
}

#[test]
fn only_those_that_are_ticked_are_moved() {
    let (mut window, number) = at("T1.3");
    window.retype(&format!("Inspector: date of milestone {number}"), "01/11/16");
    window.press(Key::Tab);
    let one = window.names().into_iter().find(|name| name.starts_with("T2.1: ")).expect("a box");
    window.click(&one);
    window.click("Move 12 others");
    assert_eq!(with_date(window.plan(), "01/11/16"), 13);
}

#[test]
fn only_this_one_stays_linked_and_says_that_dates_differ() {
    let (mut window, number) = at("T1.3");
    window.retype(&format!("Inspector: date of milestone {number}"), "01/11/16");
    window.press(Key::Tab);
    window.click("Only this one");
    assert_eq!(with_date(window.plan(), "01/11/16"), 1);
    let before = window.plan().clone();
    window.click(&format!("Milestone {number}: one event in 14 actions"));
    assert!(window.says("13 of them have another date than this one."));
    window.click("Bring all to 1 Nov 2016");
    assert_eq!(with_date(window.plan(), "01/11/16"), 14);
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), before);
}

#[test]
fn escape_moves_nothing_else() {
    let (mut window, number) = at("T1.3");
    window.retype(&format!("Inspector: date of milestone {number}"), "01/11/16");
    window.press(Key::Tab);
    window.press(Key::Escape);
    assert!(!window.has("Move the others too?"));
    assert_eq!(with_date(window.plan(), "01/11/16"), 1);
}

#[test]
fn another_date_in_the_words_asks_too() {
    let (mut window, number) = at("T1.3");
    let words = cell(&window, "T1.3", number);
    window.retype(&words, "New services implemented 01/12/16");
    window.press(Key::Tab);
    assert!(window.has("Move the others too?"));
    window.click("Move 13 others");
    assert_eq!(with_date(window.plan(), "01/12/16"), 13, "its own date is in its words");
}

#[test]
fn it_is_not_asked_where_the_dates_agree_or_the_words_alone_changed() {
    let (mut window, number) = at("T5.3");
    window.retype(&format!("Inspector: date of milestone {number}"), "01/10/16");
    window.press(Key::Tab);
    assert!(!window.has("Move the others too?"), "the day that the others have, or their month");
    window.retype(&format!("Inspector: date of milestone {number}"), "");
    window.press(Key::Tab);
    let words = cell(&window, "T5.3", number);
    window.retype(&words, "The new service starts Oct 2016");
    window.press(Key::Tab);
    assert!(!window.has("Move the others too?"));
    assert!(window.document().undo_label().is_some());
}

#[test]
fn the_popover_lists_the_event_and_lets_one_go() {
    let (mut window, number) = at("T1.3");
    let before = window.plan().clone();
    window.click(&format!("Milestone {number}: one event in 14 actions"));
    window.click("Let this one go: T1.3");
    assert!(window.action("T1.3").milestones[number - 1].event().is_none());
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), before);
    window.click(&format!("Milestone {number}: one event in 14 actions"));
    let go = window.names().into_iter().find(|name| name.starts_with("Go to T2.2: ")).expect("a way there");
    window.click(&go);
    assert!(window.has("Action T2.2"), "the inspector shows it");
}

fn shown(plan: Plan) -> Page<LinkingState> {
    Page::of(plan, vec2(1000.0, 760.0), Theme::Light, page)
}

#[test]
fn candidates_are_offered_with_the_sure_ones_ticked_and_linked_in_one_step() {
    let mut page = shown(sample());
    let before = page.plan().clone();
    assert!(page.says("These 14 milestones look like one event"));
    let link = page.named("Link 9 milestones");
    page.click(&link);
    let events = linking::events(page.plan());
    assert_eq!(events.len(), 1);
    assert_eq!(linking::of_event(page.plan(), events[0]).count(), 9);
    assert!(page.says("5 more milestones look like this event"), "{:#?}", page.names());
    assert!(page.says("New services implemented 01/10/16"));
    page.undo();
    assert_eq!(*page.plan(), before);
}

#[test]
fn a_box_ticked_or_not_decides_what_is_linked() {
    let mut page = shown(sample());
    for start in ["PBC1.3: Implement", "T4.1: Implementation", "T4.2: Implementation"] {
        let one = page.named(start);
        page.click(&one);
    }
    let link = page.named("Link 10 milestones");
    page.click(&link);
    let event = linking::events(page.plan())[0];
    let references: Vec<String> =
        linking::of_event(page.plan(), event).map(|(standing, _)| standing.reference()).collect();
    assert!(!references.contains(&"PBC1.3".to_owned()) && references.contains(&"T4.1".to_owned()));
}

#[test]
fn an_event_is_moved_from_the_page_after_showing_which() {
    let mut page = shown(linked());
    let before = page.plan().clone();
    assert!(page.says("1 Oct 2016 · in 14 actions"), "{:#?}", page.names());
    let go = page.named("Move: New services");
    page.click(&go);
    page.type_text("soon");
    assert!(page.says("Not read as a date yet."));
    for _ in 0..4 {
        page.press(Key::Backspace);
    }
    page.type_text("01/11/16");
    assert!(page.says("1 Oct 2016 → 1 Nov 2016"));
    page.click("Move 14 milestones");
    assert_eq!(with_date(page.plan(), "01/11/16"), 14);
    page.undo();
    assert_eq!(*page.plan(), before);
    let go = page.named("Let go all: New services");
    page.click(&go);
    assert_eq!(linking::events(page.plan()).len(), 1);
    page.undo();
    assert_eq!(*page.plan(), before);
}

#[test]
fn an_event_whose_dates_differ_says_so() {
    let mut plan = linked();
    let one = milestones(&plan).find(|one| one.event().is_some()).unwrap().id;
    let when = When::read("31/12/16", &plan.period);
    plan.apply(Edit::Milestone(one, MilestoneField::Beside(Some(when)))).unwrap();
    assert!(shown(plan).says("Their dates are not one."));
}
