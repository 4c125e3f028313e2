//! The window by its labels: choices are made by pointer and by keys, and only a merge that is chosen whole
//! is joined.

use egui::accesskit::Role;
use egui::{Key, Rect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::{MergeAnswer, Merging, MergingState, show};
use crate::dates::Period;
use crate::model::merge::{Choices, Merge, Side, merge_with};
use crate::model::{Action, ActionField, ActionId, Edit, Grid, IdMaker, Objective, Plan};
use crate::ui::theme::{self, Palette};

const THEM: &str = "Jane Smith (PC-042), saved 10:02";

/// Three plans, the window over them and what it answered.
struct Desk {
    plans: [Plan; 3],
    choices: Choices,
    state: MergingState,
    answer: Option<MergeAnswer>,
    installed: bool,
}

impl Desk {
    fn merge(&self) -> Merge {
        let [base, mine, theirs] = &self.plans;
        merge_with(base, mine, theirs, &self.choices)
    }

    fn frame(&mut self, ui: &egui::Ui) {
        if !self.installed {
            // The fonts come with the frame after.
            theme::install(ui.ctx());
            self.installed = true;
            return;
        }
        if self.answer.is_some() {
            return;
        }
        let merge = self.merge();
        let mut merging =
            Merging { name: "A plan", them: THEM, merge: &merge, choices: &mut self.choices, saves: false };
        self.answer = show(ui.ctx(), &Palette::LIGHT, &mut merging, &mut self.state);
    }

    /// The sides chosen, conflict by conflict.
    fn chosen(&self) -> Vec<Option<Side>> {
        self.merge().conflicts.iter().map(|one| self.choices.side(one.record, one.field)).collect()
    }
}

/// A plan of actions, and what each side does to them: a description, or `None` for a deletion.
fn plans(actions: usize, mine: &[(usize, Option<&str>)], theirs: &[(usize, Option<&str>)]) -> [Plan; 3] {
    let mut ids = IdMaker::new(5);
    let mut plan = Plan::blank("A plan", Period::financial_year(2016), &mut ids);
    let (mut grid, mut objective) = (Grid::blank(ids.grid()), Objective::blank(ids.objective()));
    for number in 0..actions {
        let mut action = Action::blank(ids.action());
        action.description = format!("Action of {number}");
        objective.actions.push(action);
    }
    grid.objectives.push(objective);
    plan.grids.push(grid);
    let known: Vec<ActionId> = plan.actions().map(|action| action.id).collect();
    let [mine, theirs] = [mine, theirs].map(|done| {
        let mut changed = plan.clone();
        for (at, words) in done {
            let edit = match words {
                Some(words) => Edit::Action(known[*at], ActionField::Description((*words).to_owned())),
                None => Edit::remove_action(known[*at]),
            };
            changed.apply(edit).unwrap();
        }
        changed
    });
    [plan, mine, theirs]
}

/// Two choices, and a change of theirs that joins.
fn two_choices() -> [Plan; 3] {
    plans(
        4,
        &[(0, Some("Open the new clinic in May")), (1, None)],
        &[(0, Some("Open the new clinic in June")), (1, Some("Train the staff")), (3, Some("Report"))],
    )
}

fn desk_of(plans: [Plan; 3], size: [f32; 2]) -> Harness<'static, Desk> {
    let desk =
        Desk { plans, choices: Choices::default(), state: MergingState::default(), answer: None, installed: false };
    let mut harness = Harness::builder()
        .with_max_steps(12)
        .with_size(size)
        .build_ui_state(|ui, desk: &mut Desk| desk.frame(ui), desk);
    harness.run();
    harness
}

fn desk(plans: [Plan; 3]) -> Harness<'static, Desk> {
    desk_of(plans, [1440.0, 900.0])
}

fn press(harness: &mut Harness<'static, Desk>, label: &str) {
    harness.get_by_label(label).click();
    harness.run();
}

fn key(harness: &mut Harness<'static, Desk>, key: Key) {
    harness.key_press(key);
    harness.run();
}

fn can_join(harness: &Harness<'static, Desk>) -> bool {
    !harness.get_by_label("Join and go on").accesskit_node().is_disabled()
}

#[test]
fn all_is_chosen_by_keyboard_and_then_joined() {
    let mut harness = desk(two_choices());
    let place = harness.state().merge().conflicts[0].place.clone();
    assert!(harness.get_by_label(&format!("Yours: {place}")).is_focused(), "the first card has the focus");
    harness.get_by_label("0 of 2 chosen");
    assert!(!can_join(&harness));
    key(&mut harness, Key::Tab);
    key(&mut harness, Key::Enter);
    assert_eq!(harness.state().chosen(), [Some(Side::Theirs), None]);
    assert!(!can_join(&harness), "one is left");
    key(&mut harness, Key::Tab);
    key(&mut harness, Key::Space);
    assert_eq!(harness.state().chosen(), [Some(Side::Theirs), Some(Side::Mine)]);
    harness.get_by_label("2 of 2 chosen");
    assert!(can_join(&harness));
    assert_eq!(harness.state().answer, None);
    press(&mut harness, "Join and go on");
    assert_eq!(harness.state().answer, Some(MergeAnswer::Join));
    let merged = harness.state().merge().plan;
    let words: Vec<&str> = merged.actions().map(|action| action.description.as_str()).collect();
    assert_eq!(words, ["Open the new clinic in June", "Action of 2", "Report"]);
}

#[test]
fn cards_are_radio_buttons_that_say_their_words_and_a_choice_can_be_changed() {
    let mut harness = desk(two_choices());
    let conflicts = harness.state().merge().conflicts;
    assert_eq!(harness.get_all_by_role(Role::RadioButton).count(), 4);
    harness.get_by_label("You deleted it, and Jane Smith changed it.");
    harness.get_by_label("Both of you changed this.");
    harness.get_by_label("Before: Action of 0");
    let [mine, theirs] = ["Yours", "Theirs"].map(|side| format!("{side}: {}", conflicts[0].place));
    assert_eq!(harness.get_by_label(&mine).accesskit_node().value().as_deref(), Some("Open the new clinic in May"));
    let deleted = format!("Yours: {}", conflicts[1].place);
    assert_eq!(harness.get_by_label(&deleted).accesskit_node().value().as_deref(), Some("(deleted)"));
    press(&mut harness, &mine);
    assert_eq!(harness.state().chosen(), [Some(Side::Mine), None]);
    press(&mut harness, &theirs);
    assert_eq!(harness.state().chosen(), [Some(Side::Theirs), None]);
}

#[test]
fn taking_all_of_one_side_leaves_what_is_chosen_already() {
    let mut harness = desk(two_choices());
    let place = harness.state().merge().conflicts[0].place.clone();
    press(&mut harness, &format!("Yours: {place}"));
    press(&mut harness, "Take all of theirs");
    assert_eq!(harness.state().chosen(), [Some(Side::Mine), Some(Side::Theirs)]);
    assert!(harness.get_by_label("Take all of mine").accesskit_node().is_disabled());
}

#[test]
fn what_joined_without_asking_is_shown_on_demand() {
    let mut harness = desk(two_choices());
    assert!(harness.query_by_label_contains("Now: Report").is_none());
    press(&mut harness, "Show 1 change joined without asking");
    harness.get_by_label_contains("Was: Action of 3 Now: Report");
}

#[test]
fn not_now_and_escape_change_nothing() {
    let mut harness = desk(two_choices());
    press(&mut harness, "Not now");
    assert_eq!(harness.state().answer, Some(MergeAnswer::Later));
    let mut harness = desk(two_choices());
    key(&mut harness, Key::Escape);
    assert_eq!(harness.state().answer, Some(MergeAnswer::Later));
    assert_eq!(harness.state().chosen(), [None, None]);
}

#[test]
fn without_a_choice_it_is_a_list_to_bring_in() {
    let mut harness = desk(plans(2, &[], &[(1, Some("Report"))]));
    assert!(harness.get_all_by_label("Changes by Jane Smith").next().is_some());
    harness.get_by_label_contains("Was: Action of 1 Now: Report");
    assert!(harness.get_by_label("Bring in").is_focused());
    key(&mut harness, Key::Enter);
    assert_eq!(harness.state().answer, Some(MergeAnswer::Join));
}

#[test]
fn where_there_is_little_room_cards_stand_one_above_the_other_and_the_buttons_stay() {
    for (size, beside) in [([1440.0, 900.0], true), ([690.0, 500.0], false), ([600.0, 400.0], false)] {
        let harness = desk_of(two_choices(), size);
        let place = harness.state().merge().conflicts[0].place.clone();
        let [mine, theirs] = ["Yours", "Theirs"].map(|side| harness.get_by_label(&format!("{side}: {place}")).rect());
        assert_eq!(mine.right() < theirs.left(), beside, "{size:?}");
        assert_eq!(mine.bottom() < theirs.top(), !beside, "{size:?}");
        let window = Rect::from_min_size(egui::Pos2::ZERO, vec2(size[0], size[1]));
        for button in ["Join and go on", "Not now"] {
            assert!(window.contains_rect(harness.get_by_label(button).rect()), "{button} at {size:?}");
        }
        for card in [mine, theirs] {
            assert!(card.left() >= 20.0 && card.right() <= size[0] - 20.0, "{card:?} at {size:?}");
        }
    }
}

#[test]
fn little_of_many_choices_is_laid_out_and_the_next_is_found() {
    let words: Vec<[String; 2]> =
        (0..2_000).map(|number| [format!("mine {number}"), format!("theirs {number}")]).collect();
    let side =
        |side: usize| words.iter().enumerate().map(|(at, words)| (at, Some(words[side].as_str()))).collect::<Vec<_>>();
    let mut harness = desk(plans(2_000, &side(0), &side(1)));
    let cards = harness.get_all_by_role(Role::RadioButton).count();
    assert!(cards < 30, "{cards} cards of 2,000 choices are laid out");
    for number in 0..12 {
        let place = harness.state().merge().conflicts[number].place.clone();
        let name = format!("Yours: {place}");
        let card = harness.get_by_label(&name);
        assert!(card.is_focused(), "{place}");
        assert!(card.rect().top() > 80.0 && card.rect().bottom() < 820.0, "{place} is in sight: {:?}", card.rect());
        key(&mut harness, Key::Space);
        harness.get_by_label("Go to the next that is not chosen").scroll_to_me();
        harness.run();
        press(&mut harness, "Go to the next that is not chosen");
    }
    harness.get_by_label("12 of 2000 chosen");
}

#[test]
fn nothing_moves_at_rest() {
    let mut harness = desk(two_choices());
    let frames = harness.run();
    assert!(frames <= 1, "{frames} frames at rest");
}
