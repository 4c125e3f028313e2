//! KPIs, milestones, updates and the plan's own columns: cells that hold records of their own.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use planning_grid::model::{Column, IdMaker, Plan, Shows};
use planning_grid::store::Sample;

use crate::support::plans::plan_of;
use crate::support::window::Window;

const KPI: &str = "Key performance indicator, action T1.1.1";

fn last_kpi(window: &Window) -> String {
    let count = window.action("T1.1.1").kpis.len();
    format!("{KPI}, {count} of {count}")
}

#[test]
fn enter_begins_the_next_indicator() {
    let mut window = Window::with_plan(&plan_of(3));
    let before = window.action("T1.1.1").kpis.len();
    window.click(&last_kpi(&window));
    window.press(Key::Enter);
    assert_eq!(window.action("T1.1.1").kpis.len(), before + 1);
    assert_eq!(window.focused(), last_kpi(&window));
    window.type_text("One more");
    assert_eq!(window.action("T1.1.1").kpis.last().unwrap().text, "One more");
}

#[test]
fn backspace_in_an_empty_indicator_takes_it_out() {
    let mut window = Window::with_plan(&plan_of(3));
    let before = window.plan().clone();
    window.click(&last_kpi(&window));
    window.press(Key::Enter);
    window.press(Key::Backspace);
    assert_eq!(*window.plan(), before);
}

#[test]
fn backspace_in_an_empty_indicator_leaves_the_cursor_in_the_one_before() {
    let mut window = Window::with_plan(&plan_of(3));
    let last = last_kpi(&window);
    window.click(&last);
    window.press(Key::Enter);
    window.press(Key::Backspace);
    assert_eq!(window.focused(), last);
}

#[test]
fn an_indicator_left_empty_is_gone() {
    let mut window = Window::with_plan(&plan_of(3));
    let before = window.plan().clone();
    window.click(&last_kpi(&window));
    window.press(Key::Enter);
    window.click("By when, action T1.1.1");
    assert_eq!(*window.plan(), before);
    assert!(window.notices().is_empty());
}

#[test]
fn what_is_typed_and_left_in_one_frame_is_kept() {
    let mut window = Window::with_plan(&plan_of(3));
    window.click(&last_kpi(&window));
    window.press(Key::Enter);
    let tab =
        Event::Key { key: Key::Tab, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    window.at_once([Event::Text("x".to_owned()), tab]);
    assert_eq!(window.action("T1.1.1").kpis.last().unwrap().text, "x");
    assert!(window.notices().is_empty(), "{:?}", window.notices());
}

#[test]
fn words_taken_back_can_be_done_again_after_leaving_the_line() {
    let mut window = Window::with_plan(&plan_of(3));
    window.click(&last_kpi(&window));
    window.press(Key::Enter);
    window.type_text("Wanted after all");
    window.ctrl(Key::Z);
    window.click("By when, action T1.1.1");
    window.ctrl(Key::Y);
    window.ctrl(Key::Y);
    assert_eq!(window.action("T1.1.1").kpis.last().unwrap().text, "Wanted after all");
}

#[test]
fn a_milestone_shows_how_its_date_is_read_at_once() {
    let mut window = Window::with_plan(&plan_of(3));
    let count = window.action("T1.1.1").milestones.len();
    let name = format!("Milestones, action T1.1.1, 1 of {count}");
    window.retype(&name, "Contract signed 14/10/16");
    assert!(window.says("14 Oct 2016"));
    window.press(Key::End);
    window.press(Key::Enter);
    assert_eq!(window.focused(), format!("Milestones, action T1.1.1, 2 of {}", count + 1));
    window.type_text("Opened May 2016");
    assert!(window.says("by 31 May 2016"));
    assert_eq!(window.action("T1.1.1").milestones[1].text(), "Opened May 2016");
}

#[test]
fn the_first_indicator_and_milestone_are_begun_in_the_cell() {
    let mut window = Window::with_sample(Sample::TowerHamlets);
    window.click("Add to Key Performance Indicator, action PBC1.1");
    assert!(window.focused().starts_with("Key Performance Indicator, action PBC1.1"));
    window.type_text("Ten champions");
    window.click("Add to Milestone, action PBC1.1");
    window.type_text("Recruited by 30/09/16");
    let action = window.action("PBC1.1");
    assert_eq!(action.kpis[0].text, "Ten champions");
    assert_eq!(action.milestones[0].text(), "Recruited by 30/09/16");
    assert!(window.says("30 Sep 2016"));
}

#[test]
fn a_milestone_added_beside_a_form_without_milestones_takes_the_cursor() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.click("Actions and milestones, action 1.1.1");
    window.click("Inspector: add a milestone");
    assert_eq!(window.action("1.1.1").milestones.len(), 1);
    assert_eq!(window.focused(), "Inspector: milestone 1");
    window.type_text("Signed 30/06/10");
    assert_eq!(window.action("1.1.1").milestones[0].text(), "Signed 30/06/10");
}

#[test]
fn the_panel_beside_the_forms_keeps_its_width_whatever_it_shows() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.click("Actions and milestones, action 1.1.1");
    let before = window.control("Inspector: By when, action 1.1.1").rect();
    for added in ["Inspector: add a milestone", "Inspector: add an update"] {
        window.control(added).click();
        for _ in 0..40 {
            window.harness.step();
        }
        let after = window.control("Inspector: By when, action 1.1.1").rect();
        assert!((before.left() - after.left()).abs() < 1.0, "{added}: from {before} to {after}");
    }
}

#[test]
fn an_update_added_beside_a_form_without_updates_takes_the_cursor() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.click("Actions and milestones, action 1.1.1");
    window.click("Inspector: add an update");
    window.type_text("Begun");
    assert_eq!(window.action("1.1.1").updates[0].text, "Begun");
}

#[test]
fn a_date_beside_a_milestone_counts_before_its_words() {
    let mut window = Window::with_plan(&plan_of(3));
    window.click("Action, action T1.1.1");
    window.retype("Inspector: date of milestone 1", "05/11/16");
    assert_eq!(window.action("T1.1.1").milestones[0].when().written(), "05/11/16");
    assert!(window.says("5 Nov 2016"));
    window.retype("Inspector: date of milestone 1", "");
    assert!(window.action("T1.1.1").milestones[0].beside().is_none());
}

#[test]
fn updates_stand_newest_first_and_the_newest_is_in_the_form() {
    let mut window = Window::with_plan(&plan_of(3));
    window.click("Action, action T1.1.1");
    window.click("Inspector: add an update");
    assert_eq!(window.focused(), "Progress update, action T1.1.1");
    window.type_text("Now under way");
    assert_eq!(window.value("Progress update, action T1.1.1"), "Now under way");
    let newest_first = |window: &Window| -> Vec<String> {
        let names = window.labels(Role::MultilineTextInput);
        names.into_iter().filter(|name| name.starts_with("Update of")).collect()
    };
    assert_eq!(newest_first(&window), ["Update of 1 Sep 2016", "Update of 12 Jun 2016"]);
    window.retype("Day of the update of 1 Sep 2016", "02/04/16");
    assert_eq!(newest_first(&window), ["Update of 12 Jun 2016", "Update of 2 Apr 2016"]);
    assert_ne!(window.value("Progress update, action T1.1.1"), "Now under way");
}

#[test]
fn a_day_left_half_typed_is_not_shown_for_ever() {
    let mut window = Window::with_plan(&plan_of(3));
    window.click("Action, action T1.1.1");
    window.retype("Day of the update of 12 Jun 2016", "12/");
    // Another action is shown before the field could notice that it was left.
    window.click("Action, action T1.1.2");
    window.click("Action, action T1.1.1");
    let shown = window.labels(Role::TextInput).into_iter().find(|name| name.starts_with("Day of the update")).unwrap();
    let day = window.action("T1.1.1").updates[0].on.unwrap();
    assert_eq!(window.value(&shown), planning_grid::dates::day_words(day));
}

fn with_own_column() -> Plan {
    let mut plan = plan_of(3);
    let shows = Shows::Own(IdMaker::new(99).column());
    plan.columns.push(Column { shows, heading: "Funding".to_owned() });
    plan
}

#[test]
fn a_column_of_the_plans_own_is_typed_in_like_any_other() {
    let mut window = Window::with_plan(&with_own_column());
    let before = window.plan().clone();
    window.retype("Funding, action T1.1.1", "Pooled budget");
    assert_eq!(window.value("Inspector: Funding"), "Pooled budget");
    assert!(window.says("Undo: change Funding"));
    window.retype("Inspector: Funding", "");
    assert!(window.action("T1.1.1").own.is_empty());
    window.ctrl(Key::Z);
    assert_eq!(window.action("T1.1.1").own.len(), 1);
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), before);
}

#[test]
fn owners_come_from_the_directory_with_one_press() {
    let mut window = Window::with_plan(&plan_of(3));
    window.retype("By whom, action T1.1.1", "Police");
    window.click("Add an owner from the directory");
    window.click("Hospital Trust");
    assert_eq!(window.action("T1.1.1").owners.written(), "Police / Hospital Trust");
    assert_eq!(window.action("T1.1.1").owners.names(), ["Police", "Hospital Trust"]);
}

#[test]
fn the_status_is_set_from_its_menu_and_shown() {
    let mut window = Window::with_sample(Sample::Oldham);
    window.click("Actions and milestones, action 1.1.1");
    window.click("Status: No status");
    window.click("Set to: At risk");
    let status = window.plan().status_of(window.action("1.1.1").status).unwrap();
    assert_eq!(status.word, "At risk");
    assert!(window.has("Status: At risk"));
    assert!(window.says("17 actions: 1 at risk"), "the grid's bar tells it");
    window.ctrl(Key::Z);
    assert!(window.has("Status: No status"));
}
