//! What holds of every finding: a fix and an acceptance each lead back to the same plan, and each does what it says and
//! nothing else.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use planning_grid::check::{Finding, Rule, add_all_known, check};
use planning_grid::document::Document;
use planning_grid::model::{Note, Plan, invariants};
use proptest::prelude::*;

use super::fixes::{any_words, plan_with};
use super::samples;
use crate::merge::edits::{after, start, steps};

const REASON: &str = "Agreed with the board";

/// Mends it and takes that back: by the inverse, and with undo and redo.
#[track_caller]
fn mend_and_take_back(plan: &Plan, finding: &Finding, as_at: NaiveDate) {
    let Some(fix) = &finding.fix else { return };
    let told = || format!("{}: {} ({})", finding.rule.id(), fix.label, finding.text);
    let mut fixed = plan.clone();
    let inverse = fixed.apply(fix.edit.clone()).unwrap_or_else(|error| panic!("{}: {error}", told()));
    invariants::check(&fixed).unwrap();
    assert!(!check(&fixed, as_at).iter().any(|other| other.is(&finding.to_accept())), "{} is still found", told());
    let again = {
        let mut back = fixed.clone();
        let again = back.apply(inverse).unwrap();
        assert_eq!(back, *plan, "{}", told());
        assert_eq!(check(&back, as_at), check(plan, as_at), "{}", told());
        again
    };
    let mut twice = plan.clone();
    twice.apply(again).unwrap();
    assert_eq!(twice, fixed, "{}", told());

    let mut document = Document::opened(Arc::new(plan.clone()));
    document.apply(fix.edit.clone(), fix.label.clone()).unwrap();
    for (is_undo, expected) in [(true, plan), (false, &fixed), (true, plan)] {
        let done = if is_undo { document.undo() } else { document.redo() };
        assert!(done.is_some(), "{}", told());
        assert_eq!(document.plan(), expected, "{}", told());
    }
    assert!(document.undo().is_none(), "one step: {}", told());
    assert!(!document.has_unsaved_changes(), "{}", told());
}

/// Leaves it with a reason, sees that nothing else is another, and has it asked about again.
#[track_caller]
fn accept_and_ask_again(plan: &Plan, findings: &[Finding], at: usize, as_at: NaiveDate) {
    let finding = &findings[at];
    let mut changed = plan.clone();
    if let Some(reason) = &finding.accepted {
        changed.apply(finding.ask_again()).unwrap();
        assert_eq!(check(&changed, as_at)[at].accepted, None);
        changed.apply(finding.accept(reason)).unwrap();
        assert_eq!(changed, *plan);
        return;
    }
    let inverse = changed.apply(finding.accept(REASON)).unwrap();
    invariants::check(&changed).unwrap();
    let mut expected = findings.to_vec();
    expected[at].accepted = Some(REASON.to_owned());
    assert_eq!(check(&changed, as_at), expected, "only this one is no longer open");
    assert_eq!(Plan { accepted: plan.accepted.clone(), ..changed.clone() }, *plan, "no words are changed");
    let mut asked = changed.clone();
    asked.apply(finding.ask_again()).unwrap();
    assert_eq!(asked, *plan);
    changed.apply(inverse).unwrap();
    assert_eq!(changed, *plan);
}

#[track_caller]
fn try_all(plan: &Plan, as_at: NaiveDate) {
    let findings = check(plan, as_at);
    for at in 0..findings.len() {
        mend_and_take_back(plan, &findings[at], as_at);
        accept_and_ask_again(plan, &findings, at, as_at);
    }
    glossary_and_back(plan, &findings, as_at);
}

/// All letters that are known, in one step.
#[track_caller]
fn glossary_and_back(plan: &Plan, findings: &[Finding], as_at: NaiveDate) {
    let Some(fix) = add_all_known(plan, findings) else { return };
    let mut fixed = plan.clone();
    let inverse = fixed.apply(fix.edit).unwrap();
    let open = |plan: &Plan| {
        let all = check(plan, as_at).into_iter();
        all.filter(|one| one.rule == Rule::UnexpandedAcronym && one.accepted.is_none()).count()
    };
    assert_eq!(fix.label, format!("add all {} known to the glossary", open(plan) - open(&fixed)));
    fixed.apply(inverse).unwrap();
    assert_eq!(fixed, *plan);
}

#[test]
fn every_finding_of_the_samples_is_mended_or_left_and_that_is_taken_back() {
    for (_, plan, as_at) in samples() {
        try_all(&plan, as_at);
    }
}

#[test]
fn no_two_findings_are_the_same_to_an_acceptance() {
    for (name, plan, as_at) in samples() {
        let findings = check(&plan, as_at);
        for (at, finding) in findings.iter().enumerate() {
            let same = findings.iter().skip(at + 1).find(|other| other.is(&finding.to_accept()));
            assert_eq!(same, None, "{name}");
        }
    }
    let [_, (_, mut plan, as_at)] = samples();
    plan.front_matter = "Partnership name\n\npartnership name\nPartnership name".to_owned();
    let front = check(&plan, as_at).into_iter().filter(|one| one.grid.is_none() && one.rule == Rule::Placeholder);
    assert_eq!(front.count(), 2, "the same line twice is one finding");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_finding_of_any_plan_is_mended_or_left_and_that_is_taken_back(steps in steps(), day in 0..700_u64) {
        let plan = after(&start(), &steps);
        let as_at = plan.period.from.checked_add_days(Days::new(day)).unwrap();
        try_all(&plan, as_at);
    }

    #[test]
    fn every_finding_of_any_words_is_mended_or_left_and_that_is_taken_back(
        words in proptest::collection::vec(any_words(), 14),
        glossary in proptest::option::of(any_words()),
        agreed in any::<bool>(),
    ) {
        let mut plan = plan_with(words, agreed);
        if let Some(words) = glossary {
            let id = plan.notes[0].id;
            plan.notes[0] = Note { id, text: format!("Glossary\n{words}") };
        }
        let first = &mut plan.grids[0].objectives[0].actions[0];
        first.description.push_str(" with the JCG, the YOT and the PCT");
        invariants::check(&plan)?;
        try_all(&plan, plan.period.from);
    }
}
