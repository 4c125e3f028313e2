//! Findings that a person chose to leave: kept with the plan, and asked about again when the words change.

use std::sync::Arc;

use planning_grid::check::{Finding, Rule, check};
use planning_grid::dates::When;
use planning_grid::document::Document;
use planning_grid::model::merge::{Choices, Side, changes, merge, merge_with};
use planning_grid::model::{ActionField, Edit, Plan, invariants};
use planning_grid::store;
use proptest::prelude::*;
use proptest::sample::Index;

use super::samples;
use crate::merge::edits::{after, start, steps};

fn findings(plan: &Plan) -> Vec<Finding> {
    check(plan, plan.period.from)
}

fn outside(plan: &Plan) -> Finding {
    findings(plan)
        .into_iter()
        .find(|finding| finding.rule == Rule::DateOutsidePeriod && finding.action.is_some())
        .unwrap()
}

#[test]
fn an_accepted_finding_keeps_its_reason_until_the_words_change() {
    for (_, mut plan, _) in samples() {
        let finding = outside(&plan);
        plan.apply(finding.accept("Agreed with the board in March")).unwrap();
        assert_eq!(outside(&plan).accepted.as_deref(), Some("Agreed with the board in March"));
        let accepted = findings(&plan).iter().filter(|finding| finding.accepted.is_some()).count();
        assert_eq!(accepted, 1, "no other finding is meant");

        let id = finding.action.unwrap();
        let when = When::read("May 1999", &plan.period);
        let back = plan.apply(Edit::Action(id, ActionField::When(when))).unwrap();
        let asked: Vec<Finding> = findings(&plan).into_iter().filter(|other| other.record == finding.record).collect();
        assert!(asked.iter().any(|other| other.rule == finding.rule && other.accepted.is_none()), "{asked:#?}");
        plan.apply(back).unwrap();
        assert!(outside(&plan).accepted.is_some(), "the words are as they were");
    }
}

#[test]
fn what_was_accepted_is_in_the_file() {
    let [_, (_, mut plan, _)] = samples();
    for finding in findings(&plan) {
        plan.apply(finding.accept("\"as it is\"\n– agreed")).unwrap();
    }
    assert!(plan.accepted.len() > 100);
    let bytes = store::to_bytes(&plan).unwrap();
    assert_eq!(store::parse(&bytes, "plan.ron").unwrap(), plan);
    assert!(findings(&plan).iter().all(|finding| finding.accepted.is_some()));
}

#[test]
fn two_people_who_accept_different_findings_both_keep_them() {
    let [(_, base, _), _] = samples();
    let [first, second, third] = <[Finding; 3]>::try_from(findings(&base)[..3].to_vec()).unwrap();
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.apply(first.accept("mine")).unwrap();
    theirs.apply(second.accept("theirs")).unwrap();
    let joined = merge(&base, &mine, &theirs);
    assert_eq!(joined.conflicts, []);
    assert_eq!(joined.plan.accepted.len(), 2);
    assert_eq!(joined.joined.len(), 1, "what came from them is told");
    assert_eq!(changes(&base, &mine).len(), 1, "a plan in which more was accepted is another plan");

    mine.apply(third.accept("because of this")).unwrap();
    theirs.apply(third.accept("because of that")).unwrap();
    let asked = merge(&base, &mine, &theirs);
    assert_eq!(asked.conflicts.len(), 1);
    let theirs_taken = merge_with(&base, &mine, &theirs, &Choices::all(Side::Theirs)).plan;
    assert_eq!(theirs_taken.accepted.get(&third.to_accept()).map(String::as_str), Some("because of that"));
}

#[test]
fn a_file_with_a_flawed_acceptance_is_refused() {
    let [(_, mut plan, _), _] = samples();
    plan.apply(outside(&plan).accept("meant so")).unwrap();
    let text = String::from_utf8(store::to_bytes(&plan).unwrap()).unwrap();
    let words = outside(&plan).words.to_string();
    for (from, to) in [(words.as_str(), "not a number"), ("meant so", ""), ("Action(\"", "Action(\"L")] {
        assert!(text.contains(from));
        let at = text.rfind(from).unwrap();
        let flawed = format!("{}{to}{}", &text[..at], &text[at + from.len()..]);
        assert!(store::parse(flawed.as_bytes(), "plan.ron").is_err(), "{from} to {to}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn accepting_and_asking_again_lead_back(steps in steps(), which in any::<Index>(), reason in ".{1,20}") {
        let plan = after(&start(), &steps);
        let all = findings(&plan);
        prop_assume!(!all.is_empty());
        let finding = which.get(&all);
        let mut changed = plan.clone();
        changed.apply(finding.accept(&reason)).unwrap();
        invariants::check(&changed)?;
        prop_assert_eq!(changed.accepted.get(&finding.to_accept()), Some(&reason));
        changed.apply(finding.ask_again()).unwrap();
        prop_assert_eq!(&changed, &plan);

        let mut document = Document::opened(Arc::new(plan.clone()));
        document.apply(finding.accept(&reason), "accept").unwrap();
        document.apply(finding.accept("another reason"), "accept").unwrap();
        while document.undo().is_some() {}
        prop_assert_eq!(document.plan(), &plan);
    }
}
