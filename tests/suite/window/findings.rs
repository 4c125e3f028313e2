//! Going through the findings by keyboard, in the Check view and from any other.

use egui::{Key, Modifiers, vec2};
use planning_grid::check::{self, Finding, Rule};
use planning_grid::model::Plan;
use planning_grid::store::Sample;

use crate::support::window::{Setting, Window, today};

fn checking(setting: Setting) -> Window {
    let mut window = Window::with_sample_in(Sample::TowerHamlets, setting);
    window.ctrl(Key::Num4);
    window
}

/// The open findings, in the plan's order.
fn open(plan: &Plan) -> Vec<Finding> {
    check::check(plan, today()).into_iter().filter(|finding| finding.accepted.is_none()).collect()
}

/// The open findings as the view lists them.
fn listed(plan: &Plan) -> Vec<Finding> {
    let mut all = open(plan);
    all.sort_by_key(Finding::severity);
    all
}

/// What a screen reader says of a finding's card.
fn name(plan: &Plan, finding: &Finding) -> String {
    let (field, place) = (finding.field_heading(plan), finding.place(plan));
    let parts = [finding.rule.title(), field, &place];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A control whose name begins so.
#[track_caller]
fn named(window: &Window, start: &str) -> String {
    let names = window.names();
    names.iter().find(|name| name.starts_with(start)).unwrap_or_else(|| panic!("no {start}: {names:#?}")).clone()
}

/// Chooses a rule at the left.
fn choose(window: &mut Window, rule: Rule) {
    let row = named(window, &format!("{}:", rule.plural()));
    window.click(&row);
}

#[test]
fn the_arrows_go_from_finding_to_finding_and_each_comes_into_sight() {
    let mut window = checking(Setting::default());
    let all = listed(window.plan());
    for finding in all.iter().take(14) {
        window.press(Key::ArrowDown);
        let name = name(window.plan(), finding);
        assert_eq!(window.focused(), name);
        assert!(window.is_on_screen(&name), "{name}");
    }
    window.press(Key::ArrowUp);
    assert_eq!(window.focused(), name(window.plan(), &all[12]));
}

#[test]
fn the_first_and_the_last_finding_are_the_ends() {
    let mut window = checking(Setting::default());
    choose(&mut window, Rule::QuestionLeft);
    let all: Vec<Finding> = open(window.plan()).into_iter().filter(|one| one.rule == Rule::QuestionLeft).collect();
    assert_eq!(all.len(), 2);
    for (key, at) in [(Key::ArrowDown, 0), (Key::ArrowUp, 0), (Key::ArrowDown, 1), (Key::ArrowDown, 1)] {
        window.press(key);
        assert_eq!(window.focused(), name(window.plan(), &all[at]));
    }
}

#[test]
fn tab_reaches_the_buttons_of_a_finding_and_the_arrows_lead_on_from_there() {
    let mut window = checking(Setting::default());
    let all = listed(window.plan());
    window.press(Key::ArrowDown);
    let mut reached = Vec::new();
    for _ in 0..3 {
        window.press(Key::Tab);
        reached.push(window.focused());
    }
    for start in ["About this rule", "Go to it", "Leave it, with a reason"] {
        assert!(reached.iter().any(|name| name.starts_with(start)), "{start}: {reached:#?}");
    }
    window.press(Key::ArrowDown);
    assert_eq!(window.focused(), name(window.plan(), &all[1]));
}

#[test]
fn enter_goes_to_the_place_and_the_check_is_where_it_was_left() {
    let mut window = checking(Setting::default());
    choose(&mut window, Rule::MissingDeadline);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    let at = window.focused();
    let reference = at.split(", ").nth(2).and_then(|place| place.split(' ').next()).expect("a reference").to_owned();
    window.press(Key::Enter);
    assert_eq!(window.focused(), format!("Deadline, action {reference}"), "the cursor is in the cell");
    assert!(window.says("No deadline"), "what is the matter stands at the bottom");
    window.ctrl(Key::Num4);
    assert!(!window.has("Put the finding away"));
    window.press(Key::Tab);
    window.press(Key::Escape);
    assert!(window.says(&at));
}

#[test]
fn f_mends_and_the_next_finding_has_the_focus() {
    let mut window = checking(Setting::default());
    choose(&mut window, Rule::DateOutsidePeriod);
    let before = window.plan().clone();
    let all: Vec<Finding> = open(&before).into_iter().filter(|one| one.rule == Rule::DateOutsidePeriod).collect();
    let first = all.iter().position(|one| one.fix.is_some()).expect("one that can be mended");
    for _ in 0..=first {
        window.press(Key::ArrowDown);
    }
    window.press(Key::F);
    assert_eq!(window.focused(), name(&before, &all[first + 1]));
    window.wait(1);
    assert_eq!(window.focused(), name(&before, &all[first + 1]), "also when the mended one is gone");
    assert!(!open(window.plan()).iter().any(|one| one.is(&all[first].to_accept())));
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), before);
}

#[test]
fn two_that_are_mended_quickly_are_both_mended() {
    let mut window = checking(Setting::default());
    choose(&mut window, Rule::UnexpandedAcronym);
    let known = |plan: &Plan| {
        let open = open(plan).into_iter().filter(|one| one.rule == Rule::UnexpandedAcronym);
        open.filter(|one| one.fix.is_some()).count()
    };
    let before = known(window.plan());
    let glossary = |window: &Window| window.plan().notes.last().map(|note| note.text.lines().count());
    window.press(Key::ArrowDown);
    // The second is pressed before the plan was looked through again: it waits for that.
    window.press(Key::F);
    window.press(Key::F);
    window.wait(2);
    assert_eq!(known(window.plan()), before - 2);
    assert_eq!(glossary(&window), Some(3), "{:?}", window.plan().notes.last());
    window.ctrl(Key::Z);
    assert_eq!(glossary(&window), Some(2), "each is one undo");
}

#[test]
fn l_leaves_it_with_a_reason_and_the_next_finding_has_the_focus() {
    let mut window = checking(Setting::default());
    let all = listed(window.plan());
    window.press(Key::ArrowDown);
    window.press(Key::L);
    assert!(window.focused().starts_with("Why may it stay as it is?"));
    window.type_text("fully known to the board");
    window.press(Key::Tab);
    window.press(Key::Enter);
    let first = all[0].to_accept();
    assert_eq!(window.plan().accepted.get(&first).map(String::as_str), Some("fully known to the board"));
    assert_eq!(window.focused(), name(window.plan(), &all[1]));
    window.wait(1);
    assert_eq!(window.focused(), name(window.plan(), &all[1]));
}

#[test]
fn a_reason_that_is_not_given_leads_back_to_the_finding() {
    let mut window = checking(Setting::default());
    let before = window.plan().clone();
    let first = name(&before, &listed(&before)[0]);
    window.press(Key::ArrowDown);
    window.press(Key::L);
    window.type_text("no");
    window.press(Key::Escape);
    assert_eq!(window.focused(), first);
    assert_eq!(*window.plan(), before);
}

#[test]
fn f8_goes_through_the_findings_from_any_view() {
    let mut window = Window::with_sample(Sample::TowerHamlets);
    window.wait(1);
    let all: Vec<Finding> = open(window.plan());
    let at_actions = |from: usize| all.iter().skip(from).take_while(|one| one.action.is_some()).count();
    let from = all.iter().position(|one| one.action.is_some()).expect("a finding in an action");
    assert!(at_actions(from) > 3);
    for view in [Key::Num2, Key::Num3] {
        window.ctrl(view);
        window.press(Key::F8);
    }
    for _ in 2..from + 3 {
        window.press(Key::Escape);
        window.press(Key::F8);
    }
    let shown = |window: &Window, at: usize| window.says(&all[at].message);
    assert!(shown(&window, from + 2), "{}: {:#?}", all[from + 2].message, window.texts());
    window.press_with(Modifiers::SHIFT, Key::F8);
    assert!(shown(&window, from + 1), "{:#?}", window.texts());
    window.click("Next finding");
    assert!(shown(&window, from + 2));
    window.click("Put the finding away");
    assert!(!window.has("Next finding"));
}

#[test]
fn a_finding_that_is_mended_by_typing_is_said_to_be_mended() {
    let mut window = checking(Setting::default());
    choose(&mut window, Rule::MissingDeadline);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    window.type_text("30/09/16");
    window.wait(1);
    assert!(window.has("Mended"), "{:#?}", window.texts());
}

#[test]
fn all_known_letters_are_added_to_the_glossary_by_one_button_and_one_undo() {
    let mut window = checking(Setting::default());
    for _ in 0..12 {
        window.press(Key::ArrowDown);
    }
    choose(&mut window, Rule::UnexpandedAcronym);
    let before = window.plan().clone();
    let fix = check::add_all_known(&before, &open(&before)).expect("known letters");
    let button = named(&window, "Add all ");
    assert_eq!(button.to_lowercase(), fix.label);
    assert!(window.is_on_screen(&button), "another list is shown from its top");
    window.click(&button);
    window.wait(1);
    let note = window.plan().notes.last().expect("the glossary").text.clone();
    assert!(note.starts_with("Glossary\n") && note.lines().count() > 10, "{note}");
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), before);
}

#[test]
fn in_a_narrow_window_the_rules_are_under_a_button() {
    let mut window = checking(Setting { size: vec2(720.0, 560.0), ..Setting::default() });
    window.click("Which findings are shown: All findings");
    choose(&mut window, Rule::MissingDeadline);
    assert!(window.has("Which findings are shown: Missing deadline"), "{:#?}", window.names());
}
