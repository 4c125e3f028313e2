//! Figures of KPIs: typed beside the form and on a page of their own; how they stand follows at once.

use egui::{Key, Theme, vec2};
use planning_grid::model::{Measure, Plan};
use planning_grid::store::Sample;
use planning_grid::ui::measures::{self, MeasuresState};

use crate::support::figures::measured;
use crate::support::page::Page;
use crate::support::plans::plan_of;
use crate::support::window::Window;

const KPI: &str = "Key performance indicator 1";

fn measure_of(plan: &Plan, number: usize) -> &Measure {
    &plan.actions().flat_map(|action| &action.kpis).nth(number).expect("a KPI").measure
}

fn page(plan: Plan) -> Page<MeasuresState> {
    Page::of(plan, vec2(1200.0, 700.0), Theme::Light, measures::page)
}

#[test]
fn a_measure_is_begun_typed_and_undone() {
    let mut window = Window::with_plan(&plan_of(3));
    let before = window.plan().clone();
    window.click("Key performance indicator, action T1.1.1, 1 of 2");
    window.click(&format!("Inspector: add a measure to {KPI}"));
    assert_eq!(window.focused(), format!("Inspector: Baseline of {KPI}"), "the cursor is in the first field");
    assert_eq!(*window.plan(), before, "nothing is written yet");
    window.type_text("50%");
    window.press(Key::Tab);
    window.type_text("70%");
    for (quarter, figure) in [("Q1 2016/17", "56%"), ("Q2 2016/17", "59%")] {
        window.retype(&format!("Inspector: {quarter} of {KPI}"), figure);
    }
    let sentence = "59 in Q2; 60 expected by then, 70 by the end: below target";
    // In the form and in the inspector.
    assert_eq!(window.texts().iter().filter(|text| *text == sentence).count(), 2, "{:#?}", window.texts());
    window.click("Inspector: how Key performance indicator 1 is counted");
    window.click("Lower is better");
    window.press(Key::Escape);
    assert!(window.says("70 by the end: target reached"), "fewer than 70 is better now");
    for _ in 0..5 {
        window.ctrl(Key::Z);
    }
    assert_eq!(*window.plan(), before, "each field is one step");
    assert_eq!(window.document().undo_label(), None);
}

#[test]
fn a_figure_that_cannot_be_read_says_so_and_stays() {
    let mut window = Window::with_plan(&measured(plan_of(3)));
    window.click("Key performance indicator, action T1.1.1, 1 of 2");
    window.retype(&format!("Inspector: Target of {KPI}"), "to be agreed");
    assert!(window.says("Target: “to be agreed” is no figure yet"));
    assert_eq!(measure_of(window.plan(), 0).target, "to be agreed");
    assert!(window.says("63 in Q2; no target"));
}

#[test]
fn the_rule_is_one_click_away() {
    let mut window = Window::with_plan(&measured(plan_of(3)));
    window.click("Key performance indicator, action T1.1.1, 1 of 2");
    window.click(&format!("How is this worked out? {KPI}"));
    assert!(window.says("The newest figure counts"));
}

#[test]
fn a_measure_is_taken_out_in_one_step() {
    let plan = measured(plan_of(3));
    let mut window = Window::with_plan(&plan);
    window.click("Key performance indicator, action T1.1.1, 1 of 2");
    window.click(&format!("Take the measure of {KPI} out"));
    assert_eq!(*measure_of(window.plan(), 0), Measure::default());
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), plan);
}

#[test]
fn a_plan_without_a_column_for_indicators_can_count_all_the_same() {
    let mut window = Window::with_sample(Sample::Oldham);
    let before = window.plan().clone();
    let row = window.names().into_iter().find(|name| name.ends_with(", action 1.1.1")).expect("a cell");
    window.click(&row);
    let add = window.names().into_iter().find(|name| name.starts_with("Inspector: add to ")).expect("a way to add");
    window.click(&add);
    window.type_text("Brief interventions given");
    let measure = window.names().into_iter().find(|name| name.starts_with("Inspector: add a measure")).unwrap();
    window.click(&measure);
    window.type_text("0");
    assert_eq!(measure_of(window.plan(), 0).baseline, "0");
    for _ in 0..3 {
        window.ctrl(Key::Z);
    }
    assert_eq!(*window.plan(), before);
}

#[test]
fn a_quarter_is_typed_down_the_page_with_enter() {
    let plan = measured(plan_of(3));
    let mut page = page(plan.clone());
    assert!(page.says("4 measures, 1 below target"), "{:#?}", page.names());
    page.click("Q3 2016/17, T1.1.1, 1");
    for figure in ["66%", "10,000", "7 days"] {
        page.type_text(figure);
        page.press(Key::Enter);
    }
    assert_eq!(page.focused(), "Q3 2016/17, T1.1.2, 2");
    page.press(Key::ArrowUp);
    assert_eq!(page.focused(), "Q3 2016/17, T1.1.2, 1");
    let typed: Vec<Option<String>> =
        (0..4).map(|number| measure_of(page.plan(), number).actuals.values().nth(2).cloned()).collect();
    assert_eq!(typed, [Some("66%".to_owned()), Some("10,000".to_owned()), Some("7 days".to_owned()), None]);
    for _ in 0..3 {
        page.undo();
    }
    assert_eq!(*page.plan(), plan, "a figure is one step");
}

#[test]
fn what_is_typed_in_a_cell_reached_by_enter_takes_the_place_of_what_is_there() {
    let mut page = page(measured(plan_of(3)));
    page.click("Q1 2016/17, T1.1.1, 1");
    page.press(Key::Enter);
    page.type_text("9");
    assert_eq!(measure_of(page.plan(), 1).actuals.values().next().map(String::as_str), Some("9"));
}

#[test]
fn below_target_comes_first_and_rows_stay_while_figures_are_typed() {
    let mut page = page(measured(plan_of(3)));
    let order = |page: &Page<MeasuresState>| -> Vec<String> {
        page.names().into_iter().filter(|name| name.starts_with("Baseline, ")).collect()
    };
    let in_plan = ["Baseline, T1.1.1, 1", "Baseline, T1.1.1, 2", "Baseline, T1.1.2, 1", "Baseline, T1.1.2, 2"];
    assert_eq!(order(&page), in_plan);
    page.click("Below target first");
    assert_eq!(order(&page)[0], "Baseline, T1.1.1, 2");
    page.click("Q2 2016/17, T1.1.1, 2");
    page.type_text("9");
    assert!(page.says("4 measures, none below target"), "7,1509 and more is enough: {:#?}", page.names());
    assert_eq!(order(&page)[0], "Baseline, T1.1.1, 2", "it stays under the hands of who types");
    page.click("Plan order");
    assert_eq!(order(&page), in_plan);
}

#[test]
fn a_long_page_is_typed_down_to_its_end() {
    let mut page = page(plan_of(60));
    page.click("Target, T1.1.1, 1");
    for _ in 0..70 {
        page.press(Key::Enter);
    }
    page.type_text("7");
    assert_eq!(measure_of(page.plan(), 70).target, "7");
    assert_eq!(page.focused(), "Target, T1.5.4, 1");
}

#[test]
fn a_reference_leads_to_the_form() {
    let mut page = page(measured(plan_of(3)));
    let go = page.named("Go to T1.1.2, 1");
    page.click(&go);
    let held = page.harness.state();
    assert_eq!(held.selection.action, held.document.plan().actions().nth(1).map(|action| action.id));
    assert_eq!(held.wishes.len(), 1);
}

#[test]
fn an_indicator_whose_words_are_gone_keeps_its_figures() {
    let mut window = Window::with_plan(&measured(plan_of(3)));
    let before = window.plan().clone();
    window.retype("Key performance indicator, action T1.1.1, 1 of 2", "");
    window.press(Key::Backspace);
    window.press(Key::Tab);
    assert_eq!(measure_of(window.plan(), 0), measure_of(&before, 0));
    assert_eq!(window.action("T1.1.1").kpis.len(), 2);
    window.ctrl(Key::Z);
    assert_eq!(*window.plan(), before);
}

#[test]
fn the_page_looks_the_same_twice_and_is_dark_in_the_dark() {
    let picture = |theme| {
        let page = Page::of(measured(plan_of(3)), vec2(900.0, 400.0), theme, measures::page);
        { page }.picture()
    };
    let light = picture(Theme::Light);
    assert!(light == picture(Theme::Light));
    let dark = picture(Theme::Dark);
    assert!(light.get_pixel(2, 399).0[0] > dark.get_pixel(2, 399).0[0]);
}
