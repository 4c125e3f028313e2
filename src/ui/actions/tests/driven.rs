use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::super::{ActionsState, show};
use super::{day, plan};
use crate::model::{ActionField, ActionId, Edit, Plan};
use crate::ui::theme::{self, Palette};
use crate::ui::view::{Outbox, Reveal, Selection, View, Wish};

/// The view with a plan whose edits are applied, as the app does it.
struct Bench {
    plan: Plan,
    revision: u64,
    state: ActionsState,
    selection: Selection,
    wishes: Vec<Wish>,
    is_styled: bool,
}

impl Bench {
    fn frame(&mut self, ui: &mut egui::Ui) {
        if !std::mem::replace(&mut self.is_styled, true) {
            theme::install(ui.ctx());
        }
        let mut outbox = Outbox::default();
        let mut view = View {
            behind_dialog: false,
            panels: crate::ui::Panels::default(),
            plan: &self.plan,
            revision: self.revision,
            as_at: day("11/07/16"),
            palette: Palette::LIGHT,
            found: None,
            found_parts: &[],
            terms: &[],
            selection: &mut self.selection,
            outbox: &mut outbox,
        };
        show(ui, &mut view, &mut self.state);
        for wish in outbox.take() {
            if let Wish::Edit(edit, _) = &wish {
                self.plan.apply(edit.clone()).unwrap();
                self.revision += 1;
            }
            self.wishes.push(wish);
        }
    }

    fn edits(&self) -> Vec<(&Edit, &str)> {
        let mut edits = Vec::new();
        for wish in &self.wishes {
            if let Wish::Edit(edit, label) = wish {
                edits.push((edit, label.as_str()));
            }
        }
        edits
    }

    fn shown(&self) -> Vec<&str> {
        self.state.rows.rows().map(|row| row.standing(&self.plan).unwrap().action.description.as_str()).collect()
    }
}

fn harness<'bench>() -> Harness<'bench, Bench> {
    let bench = Bench {
        plan: plan(),
        revision: 1,
        state: ActionsState::default(),
        selection: Selection::default(),
        wishes: Vec::new(),
        is_styled: false,
    };
    let mut harness = Harness::builder()
        .with_size(egui::vec2(1300.0, 800.0))
        .build_ui_state(|ui, bench: &mut Bench| bench.frame(ui), bench);
    harness.run();
    harness
}

fn id(harness: &Harness<'_, Bench>, index: usize) -> ActionId {
    harness.state().plan.actions().nth(index).unwrap().id
}

fn press(harness: &mut Harness<'_, Bench>, label: &str) {
    harness.get_by_label(label).click();
    harness.run();
}

fn type_into(harness: &mut Harness<'_, Bench>, label: &str, words: &str) {
    harness.get_by_label(label).focus();
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.get_by_label(label).type_text(words);
    harness.run();
}

#[test]
fn typing_in_a_cell_is_an_edit_with_the_plans_own_heading() {
    let mut harness = harness();
    type_into(&mut harness, "By when, action 1.1.1", "Oct 16");
    let bench = harness.state();
    let (edit, label) = bench.edits().last().copied().unwrap();
    assert_eq!(label, "change By when");
    let Edit::Action(action, ActionField::When(when)) = edit else { panic!("{edit:?}") };
    assert_eq!((*action, when.written()), (id(&harness, 0), "Oct 16"));
    assert_eq!(harness.state().selection.action, Some(id(&harness, 0)));
}

#[test]
fn filters_and_sorts_answer_to_their_names() {
    let mut harness = harness();
    press(&mut harness, "Overdue");
    assert_eq!(harness.state().shown(), ["first", "sixth"]);
    assert!(harness.query_by_label("2 of 6 actions").is_some());
    press(&mut harness, "Sort by By when");
    assert_eq!(harness.state().shown(), ["sixth", "first"]);
    press(&mut harness, "Clear filters");
    assert_eq!(harness.state().shown()[0], "third");
    press(&mut harness, "Sort by By when");
    press(&mut harness, "Sort by By when");
    assert_eq!(harness.state().shown()[0], "first");
    press(&mut harness, "Filter by status");
    press(&mut harness, "Only: No status");
    assert_eq!(harness.state().shown(), ["second"]);
}

#[test]
fn a_filter_that_matches_nothing_says_which_and_can_be_cleared() {
    let mut harness = harness();
    type_into(&mut harness, "Due before this day", "01/04/15");
    assert!(harness.query_by_label_contains("due before 1 Apr 2015.").is_some());
    press(&mut harness, "Clear filters");
    assert_eq!(harness.state().shown().len(), 6);
}

#[test]
fn a_row_stays_where_it_is_until_the_cursor_has_left_it() {
    let mut harness = harness();
    press(&mut harness, "Overdue");
    press(&mut harness, "Sort by By when");
    type_into(&mut harness, "By when, action 1.1.1", "Oct 2016");
    type_into(&mut harness, "By whom, action 1.1.1", "NPS");
    assert_eq!(harness.state().shown(), ["sixth", "first"]);
    harness.get_by_label("By whom, action 2.1.3").focus();
    harness.run();
    assert_eq!(harness.state().shown(), ["sixth"]);
}

#[test]
fn a_status_chosen_from_the_chip_does_not_make_the_row_vanish_at_once() {
    let mut harness = harness();
    press(&mut harness, "Filter by status");
    press(&mut harness, "Only: No status");
    press(&mut harness, "Status of 1.1.2: No status");
    press(&mut harness, "Set to: At risk");
    assert_eq!(harness.state().edits().len(), 1);
    assert_eq!(harness.state().shown(), ["second"]);
}

#[test]
fn a_change_of_many_is_one_edit_with_one_label() {
    let mut harness = harness();
    press(&mut harness, "Select 1.1.2");
    harness.get_by_label("Select 2.1.1").click_modifiers(egui::Modifiers::SHIFT);
    harness.run();
    assert!(harness.query_by_label("3 selected").is_some());
    press(&mut harness, "Set status  ▾");
    press(&mut harness, "Set all to: Complete");
    let bench = harness.state();
    let [(Edit::Batch(edits), "set status of 3 actions")] = bench.edits()[..] else { panic!("{:?}", bench.edits()) };
    assert_eq!(edits.len(), 3);

    press(&mut harness, "Select all shown");
    press(&mut harness, "Select all shown");
    press(&mut harness, "Select 1.1.1");
    press(&mut harness, "Set deadline…");
    type_into(&mut harness, "New deadline", "31/12/16");
    press(&mut harness, "Set deadline of 1 action");
    assert_eq!(harness.state().edits().last().unwrap().1, "set deadline of 1 action");
    assert_eq!(harness.state().plan.actions().next().unwrap().when.written(), "31/12/16");

    press(&mut harness, "Delete");
    assert_eq!(harness.state().edits().last().unwrap().1, "delete 1 action");
    assert_eq!(harness.state().shown().len(), 5);
}

#[test]
fn the_keyboard_goes_from_row_to_row_and_opens_the_form() {
    let mut harness = harness();
    harness.get_by_label("By when, action 1.1.1").focus();
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::ALT, egui::Key::ArrowDown);
    harness.run();
    assert_eq!(harness.state().selection.action, Some(id(&harness, 1)));
    assert!(harness.get_by_label("By when, action 1.1.2").is_focused());

    harness.get_by_label("Action 1.1.2").focus();
    harness.run();
    harness.key_press(egui::Key::ArrowDown);
    harness.run();
    harness.key_press(egui::Key::Enter);
    harness.run();
    assert_eq!(harness.state().selection.reveal, Some(Reveal::Action(id(&harness, 2))));
}

#[test]
fn tab_goes_from_cell_to_cell() {
    let mut harness = harness();
    let heading = harness.state().plan.heading_of(crate::model::Shows::Description).to_owned();
    harness.get_by_label(&format!("{heading}, action 1.1.1")).focus();
    harness.run();
    for next in ["By when, action 1.1.1", "By whom, action 1.1.1", "Status of 1.1.1: On track", "Select 1.1.2"] {
        harness.key_press(egui::Key::Tab);
        harness.run();
        assert!(harness.get_by_label(next).is_focused(), "{next}");
    }
}

fn long_plan(actions: usize) -> Plan {
    let mut plan = plan();
    let mut ids = crate::model::IdMaker::new(99);
    let source = plan.grids[0].objectives[0].actions[1].clone();
    let blank = |_| crate::model::Action { id: ids.action(), ..source.clone() };
    plan.grids[1].objectives[0].actions = (0..actions).map(blank).collect();
    plan
}

fn wheel(harness: &mut Harness<'_, Bench>, points: f32) {
    harness.hover_at(egui::pos2(300.0, 400.0));
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, -points),
        phase: egui::TouchPhase::Move,
        modifiers: egui::Modifiers::NONE,
        source: egui::MouseWheelSource::Unknown,
    });
    // egui spreads a turn of the wheel over some frames.
    harness.run_steps(20);
}

#[test]
fn only_rows_in_view_are_laid_out() {
    let mut harness = harness();
    harness.state_mut().plan = long_plan(3_000);
    harness.state_mut().revision += 1;
    harness.run();
    assert_eq!(harness.state().state.rows.shown, 3_003);
    assert!(harness.state().state.cells.len() < 6 * 25, "{} cells", harness.state().state.cells.len());
    wheel(&mut harness, 40_000.0);
    assert!(harness.state().state.scroll.offset.y > 30_000.0);
    assert!(harness.state().state.cells.len() < 6 * 25, "{} cells", harness.state().state.cells.len());
}

#[test]
fn no_keystroke_is_lost_in_a_row_that_was_scrolled_away() {
    let mut harness = harness();
    harness.state_mut().plan = long_plan(300);
    harness.state_mut().revision += 1;
    harness.run();
    harness.get_by_label("By whom, action 1.1.1").focus();
    harness.run();
    wheel(&mut harness, 5_000.0);
    assert!(harness.state().state.scroll.offset.y > 4_000.0);
    harness.event(egui::Event::Text("x".to_owned()));
    harness.run();
    let first = harness.state().plan.actions().next().unwrap();
    assert!(first.owners.written().contains('x'), "{:?}", first.owners);
}

#[test]
fn tab_leads_past_the_last_row_in_view() {
    let mut harness = harness();
    harness.state_mut().plan = long_plan(300);
    harness.state_mut().revision += 1;
    harness.run();
    harness.get_by_label("Select 1.1.1").focus();
    harness.run();
    // Six cells a row, and the link of the selected one.
    for _ in 0..7 * 30 {
        harness.key_press(egui::Key::Tab);
        harness.run();
    }
    let state = &harness.state().state;
    assert!(state.scroll.offset.y > 300.0);
    assert_eq!(state.focus.and_then(|focus| state.rows.line_of(focus.row)), Some(30));
}
