//! A plan, to bytes, and back: nothing is lost, and the bytes are always the same.

use proptest::prelude::*;

use super::plans::{NASTY, plan};
use super::small_plan;
use crate::dates::Period;
use crate::model::{IdMaker, Plan, invariants};
use crate::store::{Sample, Template, parse, to_bytes};

fn back(plan: &Plan) -> Plan {
    let bytes = to_bytes(plan).unwrap();
    match parse(&bytes, "a plan") {
        Ok(plan) => plan,
        Err(error) => panic!("{error}\n{}", String::from_utf8_lossy(&bytes)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_plan_comes_back_as_it_was(plan in plan()) {
        prop_assert_eq!(invariants::check(&plan), Ok(()));
        let bytes = to_bytes(&plan).unwrap();
        let read = parse(&bytes, "a plan").map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(&read, &plan);
        prop_assert_eq!(to_bytes(&read).unwrap(), bytes);
    }

    #[test]
    fn a_tool_that_changes_line_ends_changes_no_word(plan in plan()) {
        let text = String::from_utf8(to_bytes(&plan).unwrap()).unwrap();
        prop_assert!(!text.contains('\r'));
        let read = parse(text.replace('\n', "\r\n").as_bytes(), "a plan");
        prop_assert_eq!(read.map_err(|error| TestCaseError::fail(error.to_string()))?, plan);
    }
}

#[test]
fn words_that_broke_other_formats_come_back() {
    let mut plan = small_plan();
    for nasty in NASTY {
        nasty.clone_into(&mut plan.title);
        nasty.clone_into(&mut plan.grids[0].objectives[0].actions[0].description);
        assert_eq!(back(&plan), plan, "{nasty:?}");
    }
    plan.title = "\"#\\\n ".repeat(50_000);
    assert_eq!(back(&plan), plan, "a very long text");
}

#[test]
fn every_letter_comes_back() {
    let mut plan = small_plan();
    plan.front_matter = ('\0'..=char::MAX).collect();
    assert_eq!(back(&plan), plan);
}

#[test]
fn the_samples_come_back_byte_for_byte() {
    for (sample, counts) in [(Sample::Oldham, [4, 18, 68]), (Sample::TowerHamlets, [4, 33, 59])] {
        let plan = parse(sample.bytes(), sample.label()).unwrap();
        let objectives = plan.grids.iter().map(|grid| grid.objectives.len()).sum();
        assert_eq!([plan.grids.len(), objectives, plan.actions().count()], counts, "{}", sample.label());
        assert!(to_bytes(&plan).unwrap() == sample.bytes(), "{} is not as the program writes it", sample.label());
    }
}

#[test]
fn the_templates_come_back_and_hold_one_blank_action() {
    for template in Template::ALL {
        let plan = template.plan(Period::financial_year(2026), &mut IdMaker::new(5));
        assert_eq!(invariants::check(&plan), Ok(()));
        assert_eq!(back(&plan), plan);
        assert_eq!(plan.actions().count(), 1);
        assert_eq!(plan.title, format!("{} 2026/27", template.label()));
    }
}
