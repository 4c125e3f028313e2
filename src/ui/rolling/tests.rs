//! The window driven by label: ticks are written down, nothing else changes.

use egui::{Key, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::*;
use crate::dates::When;
use crate::model::rolling::roll_forward;
use crate::model::{Action, Grid, IdMaker, Objective};
use crate::ui::Palette;
use crate::ui::theme;

struct Shown {
    plan: Plan,
    rolled: RolledForward,
    state: RollingState,
    answer: Option<RollingAnswer>,
}

fn shown() -> Harness<'static, Shown> {
    let mut ids = IdMaker::new(1);
    let mut plan = Plan::blank("Action plan 2016/17", Period::financial_year(2016), &mut ids);
    let mut objective = Objective::blank(ids.objective());
    for (when, text) in [("30/11/16", "Train staff"), ("Oct 17", "Recommission"), ("31/03/17", "Report")] {
        let mut action = Action::blank(ids.action());
        action.when = When::read(when, &plan.period);
        text.clone_into(&mut action.description);
        objective.actions.push(action);
    }
    let mut grid = Grid::blank(ids.grid());
    grid.objectives.push(objective);
    plan.grids.push(grid);
    let period = Period::financial_year(2017);
    let rolled = roll_forward(&plan, period.clone(), &Consent::none()).unwrap();
    let mut state = RollingState::new(&period);
    state.take(&plan, &rolled);
    let shown = Shown { plan, rolled, state, answer: None };
    let mut harness = Harness::builder()
        .with_size([1000.0, 760.0])
        .with_theme(Theme::Light)
        .with_context_setup(theme::install)
        .build_ui_state(
            |ui, shown: &mut Shown| {
                let page = Rolling { plan: &shown.plan, rolled: Some(&shown.rolled), trouble: None };
                let answer = show(ui.ctx(), &Palette::LIGHT, &page, &mut shown.state);
                shown.answer = answer.or(shown.answer.take());
            },
            shown,
        );
    harness.run();
    harness
}

fn agreed(harness: &Harness<'_, Shown>) -> Vec<bool> {
    let shown = harness.state();
    shown.rolled.dates.iter().map(|date| shown.state.consent.is_given_for(date.record)).collect()
}

#[test]
fn dates_are_ticked_one_by_one_all_or_none() {
    let mut harness = shown();
    assert_eq!(agreed(&harness), [false, false, false]);
    harness.get_by_label("1.1.1: Train staff").click();
    harness.run();
    assert_eq!(agreed(&harness), [true, false, false]);
    harness.get_by_label("Tick all 2 that can be moved").click();
    harness.run();
    assert_eq!(agreed(&harness), [true, false, true], "what has not passed cannot be moved");
    harness.get_by_label("Tick none").click();
    harness.run();
    assert_eq!(agreed(&harness), [false, false, false]);
}

#[test]
fn the_title_is_asked_about_by_itself() {
    let mut harness = shown();
    harness.get_by_label("Call it “Action plan 2017/18”").click();
    harness.run();
    harness.get_by_label("Tick all 2 that can be moved").click();
    harness.run();
    assert!(harness.state().state.consent.is_given_for_title());
    harness.get_by_label("Make the plan").click();
    harness.run();
    assert_eq!(harness.state().answer, Some(RollingAnswer::Make));
}

#[test]
fn another_period_is_asked_for_as_soon_as_it_reads() {
    let mut harness = shown();
    harness.key_press(Key::End);
    for _ in 0..2 {
        harness.key_press(Key::Backspace);
    }
    harness.run();
    assert!(harness.query_by_label("Not read as a period. Write it like 2017/18.").is_some());
    assert_eq!(harness.state().answer, None);
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().answer, Some(RollingAnswer::Cancel));
}
