//! The page, driven by role and label.

use egui::accesskit::Role;
use egui::{Key, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{day, example, large};
use crate::model::{ActionId, Plan};
use crate::report::LanesBy;
use crate::ui::timeline::{TimelineState, Window, show};
use crate::ui::view::Wish;
use crate::ui::{Command, Outbox, Palette, Reveal, Selection, View, ViewKind, theme};

struct App {
    plan: Plan,
    found: Option<Vec<ActionId>>,
    selection: Selection,
    outbox: Outbox,
    timeline: TimelineState,
}

fn app(plan: Plan) -> App {
    let (selection, outbox) = (Selection::default(), Outbox::default());
    App { plan, found: None, selection, outbox, timeline: TimelineState::default() }
}

fn draw(ui: &mut egui::Ui, app: &mut App) {
    let mut view = View {
        behind_dialog: false,
        panels: crate::ui::Panels::default(),
        plan: &app.plan,
        revision: 1,
        as_at: day(2016, 7, 11),
        palette: Palette::LIGHT,
        found: app.found.as_deref(),
        found_parts: &[],
        terms: &[],
        selection: &mut app.selection,
        outbox: &mut app.outbox,
    };
    show(ui, &mut view, &mut app.timeline);
}

fn harness(app: App, size: Vec2) -> Harness<'static, App> {
    let builder = Harness::builder().with_step_dt(0.02).with_size(size).with_context_setup(theme::install);
    builder.build_ui_state(draw, app)
}

fn open(plan: Plan) -> Harness<'static, App> {
    harness(app(plan), egui::vec2(1280.0, 800.0))
}

fn action(harness: &Harness<'_, App>, at: usize) -> ActionId {
    harness.state().plan.actions().nth(at).unwrap().id
}

const LAUNCH: &str = "T1.1 Launch of new services; deadline 30/11/16, read as 30 Nov 2016; \
                      milestones: Award contract June 2016; New services 01/10/16";

#[test]
fn a_row_tells_its_facts_and_a_click_selects_it() {
    let mut harness = open(example());
    harness.get_by_label(LAUNCH).click();
    harness.run();
    assert_eq!(harness.state().selection.action, Some(action(&harness, 0)));
    assert_eq!(harness.state().selection.reveal, None);
    assert!(harness.state_mut().outbox.take().is_empty());
}

#[test]
fn a_screen_reader_can_press_a_row_and_a_card() {
    let mut harness = open(example());
    harness.get_by_label(LAUNCH).click_accesskit();
    harness.run();
    assert_eq!(harness.state().selection.action, Some(action(&harness, 0)));
    harness.get_by_label("T1.4 deadline, Health Champions?: “xxxx” is a placeholder").click_accesskit();
    harness.run();
    assert_eq!(harness.state().selection.action, Some(action(&harness, 3)));
}

#[test]
fn the_arrows_move_the_selection_and_enter_opens_the_form() {
    let mut harness = open(example());
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert_eq!(harness.state().selection.action, Some(action(&harness, 0)));
    assert!(harness.get_by_label(LAUNCH).is_focused());
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::ArrowUp);
    harness.run();
    let second = action(&harness, 1);
    assert_eq!(harness.state().selection.action, Some(second));
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().selection.reveal, Some(Reveal::Action(second)));
    let wishes = harness.state_mut().outbox.take();
    assert_eq!(wishes, [Wish::Command(Command::Show(ViewKind::Grids))]);
}

#[test]
fn the_arrows_go_beyond_what_is_seen() {
    let mut harness = open(large(800));
    for _ in 0..30 {
        harness.key_press(Key::ArrowDown);
        harness.run();
    }
    assert_eq!(harness.state().selection.action, Some(action(&harness, 29)));
    let name = "1.15.2 Work with treatment services to maximise";
    assert!(harness.get_by(|node| node.label().is_some_and(|label| label.starts_with(name))).is_focused());
}

#[test]
fn a_selection_made_elsewhere_is_brought_into_view() {
    let mut harness = open(large(800));
    let far = action(&harness, 500);
    harness.state_mut().selection.action = Some(far);
    harness.run();
    let selected = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.role() == Role::ListBoxOption && node.toggled() == Some(egui::accesskit::Toggled::True)
    };
    let rows = harness.get_all_by(|node| selected(node) && node.label().is_some_and(|label| label.contains("; ")));
    assert_eq!(rows.count(), 1);
}

#[test]
fn the_keys_pan_zoom_and_fit() {
    let mut harness = open(example());
    harness.key_press(Key::Plus);
    harness.run();
    harness.key_press(Key::Equals);
    harness.run();
    let closer = harness.state().timeline.window;
    assert!((closer.zoom - 2.25).abs() < 0.01, "{closer:?}");
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert!(harness.state().timeline.window.first_day > closer.first_day + 10.0);
    harness.key_press(Key::ArrowLeft);
    harness.run();
    harness.key_press(Key::Minus);
    harness.run();
    assert!((harness.state().timeline.window.zoom - 1.5).abs() < 0.01);
    harness.key_press(Key::Home);
    harness.run();
    assert_eq!(harness.state().timeline.window, Window::default());
}

#[test]
fn the_buttons_zoom_and_fit_and_ask_for_the_picture() {
    let mut harness = open(example());
    harness.get_by_label("Look closer").click();
    harness.run();
    assert!(harness.state().timeline.window.zoom > 1.4);
    harness.get_by_label("Fit year").click();
    harness.run();
    assert_eq!(harness.state().timeline.window, Window::default());
    harness.get_by_label("Save picture…").click();
    harness.run();
    assert_eq!(harness.state_mut().outbox.take(), [Wish::Command(Command::SavePicture)]);
}

#[test]
fn lanes_can_be_had_by_owner_and_status() {
    let mut harness = open(example());
    harness.get_by_label("Lanes by owner").click();
    harness.run();
    assert_eq!(harness.state().timeline.by, LanesBy::Owner);
    for heading in ["CRC, 2 actions, unfolded", "DAAT, 2 actions, unfolded", "No owner, 2 actions, unfolded"] {
        harness.get_by_label(heading);
    }
    harness.get_by_label("Lanes by status").click();
    harness.run();
    harness.get_by_label("No status, 5 actions, unfolded").click();
    harness.run();
    harness.get_by_label("No status, 5 actions, folded");
    assert!(harness.query_by_label(LAUNCH).is_none());
}

#[test]
fn only_what_a_search_found_is_shown_and_said_so() {
    let mut harness = open(example());
    let found = action(&harness, 3);
    harness.state_mut().found = Some(vec![found]);
    harness.run();
    harness.get_by_label("1 of 5 actions");
    assert!(harness.query_by_label(LAUNCH).is_none());
    harness.state_mut().found = Some(Vec::new());
    harness.run();
    harness.get_by_label("0 of 5 actions");
}

#[test]
fn a_double_click_on_a_card_opens_the_form() {
    let mut harness = open(example());
    let card = "T1.4 deadline, Health Champions?: “xxxx” is a placeholder";
    harness.get_by_label(card).click();
    harness.get_by_label(card).click();
    harness.run();
    let fourth = action(&harness, 3);
    assert_eq!(harness.state().selection, Selection { action: Some(fourth), reveal: Some(Reveal::Action(fourth)) });
}

#[test]
fn the_tray_can_be_put_away_and_had_back() {
    let mut harness = open(example());
    harness.get_by_label("Hide what has no date").click();
    harness.run();
    assert!(harness.query_by_label("T1.4 deadline, Health Champions?: “xxxx” is a placeholder").is_none());
    harness.get_by_label("No date to draw 2").click();
    harness.run();
    harness.get_by_label("T1.4 deadline, Health Champions?: “xxxx” is a placeholder");
}

#[test]
fn a_meeting_and_the_as_at_day_are_told() {
    let harness = open(example());
    harness.get_by_value("DAAT Board, 11 Jul 2016");
    harness.get_by_value("as at 11 Jul 2016");
}

#[test]
fn what_is_drawn_does_not_grow_with_the_plan() {
    let rows = |count: usize| {
        let harness = open(large(count));
        harness.get_all_by(|node| node.role() == Role::ListBoxOption).count()
    };
    let (few, many) = (rows(800), rows(8_000));
    assert!(many <= few + 2 && many < 60, "{few} {many}");
}

#[test]
fn at_rest_no_frame_is_asked_for() {
    let mut harness = open(example());
    harness.run();
    harness.step();
    let delay = harness.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
    assert!(delay > std::time::Duration::from_hours(1), "{delay:?}");
}

#[test]
fn every_size_can_be_drawn() {
    for size in [egui::vec2(1.0, 1.0), egui::vec2(200.0, 90.0), egui::vec2(640.0, 400.0), egui::vec2(3000.0, 2000.0)] {
        harness(app(example()), size).run();
    }
    harness(app(super::plan_of(&[])), egui::vec2(800.0, 600.0)).run();
}

#[test]
fn dragging_pans_and_a_pinch_zooms() {
    let mut harness = open(example());
    let middle = egui::pos2(640.0, 300.0);
    harness.hover_at(middle);
    harness.run();
    harness.event(egui::Event::Zoom(4.0));
    harness.run();
    let closer = harness.state().timeline.window;
    assert!((closer.zoom - 4.0).abs() < 0.1, "{closer:?}");
    harness.drag_at(middle);
    harness.run();
    harness.hover_at(middle - egui::vec2(120.0, 0.0));
    harness.run();
    harness.drop_at(middle - egui::vec2(120.0, 0.0));
    harness.run();
    let moved = harness.state().timeline.window;
    assert!(moved.first_day > closer.first_day + 5.0, "{closer:?} {moved:?}");
    assert_eq!(harness.state().selection.action, None, "a drag selects nothing");
}

#[test]
fn the_pointer_brings_up_all_there_is_to_say_of_a_mark() {
    let mut harness = open(example());
    let row = harness.get_by_label(LAUNCH).rect();
    // The deadline's shape lies two thirds along the year; its words stand to its right.
    let split = row.left() + (1280.0 - 243.2) * 0.29;
    let year = (1280.0 - 243.2 - 14.0 - 9.0) - split - 9.0;
    harness.hover_at(egui::pos2(split + 9.0 + year * 243.5 / 365.0, row.center().y));
    harness.run_steps(60);
    harness.get_by_value("As written: “30/11/16”");
    harness.get_by_value("Read as: 30 Nov 2016");
    harness.get_by_value("Owner: DAAT");
}

#[test]
fn a_double_click_on_a_row_opens_the_form() {
    let mut harness = open(example());
    harness.get_by_label(LAUNCH).click();
    harness.get_by_label(LAUNCH).click();
    harness.run();
    assert_eq!(harness.state().selection.reveal, Some(Reveal::Action(action(&harness, 0))));
}
