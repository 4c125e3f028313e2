//! Fixes: each makes its finding go away, each is taken back by one undo, and none loses a word.

use std::sync::Arc;

use chrono::NaiveDate;
use planning_grid::check::{Finding, Fix, check};
use planning_grid::dates::When;
use planning_grid::document::Document;
use planning_grid::model::{Edit, Milestone, Owners, Plan, PlanStatus, invariants};
use proptest::prelude::*;

use super::samples;
use crate::merge::edits::{after, start, steps};
use crate::support::texts::texts;

/// The letters and figures of every text, in alphabetical order of the texts.
fn letters(plan: &Plan) -> Vec<String> {
    let bare = |text: String| -> String { text.chars().filter(|letter| letter.is_alphanumeric()).collect() };
    let mut all: Vec<String> = texts(plan).into_iter().map(bare).filter(|text| !text.is_empty()).collect();
    all.sort();
    all
}

/// Whether every text of `before` is in `after`, but for what the fix says it replaces.
fn nothing_is_lost(before: &Plan, after: &Plan, fix: &Fix) -> bool {
    let mut left = letters(after);
    let mut gone = Vec::new();
    for text in letters(before) {
        match left.iter().position(|other| *other == text) {
            Some(at) => drop(left.swap_remove(at)),
            None => gone.push(text),
        }
    }
    let Some(replaced) = &fix.replaces else {
        // Lines are added below a note; what stands there already stays.
        let is_longer = |text: &String| left.iter().any(|other| other.starts_with(text.as_str()));
        return gone.is_empty() || (matches!(fix.edit, Edit::Note(..)) && gone.iter().all(is_longer));
    };
    let replaced: String = replaced.chars().filter(|letter| letter.is_alphanumeric()).collect();
    // What is gone is the replaced text itself, or stands there again with other figures in its place.
    gone.iter().all(|text| {
        *text == replaced
            || text.match_indices(&replaced).any(|(at, _)| {
                let (front, rest) = (&text[..at], &text[at + replaced.len()..]);
                left.iter().any(|other| other.starts_with(front) && other.ends_with(rest) && other.len() == text.len())
            })
    })
}

#[track_caller]
fn try_fix(plan: &Plan, finding: &Finding, fix: &Fix, as_at: NaiveDate) {
    let mut document = Document::opened(Arc::new(plan.clone()));
    document.apply(fix.edit.clone(), fix.label.clone()).unwrap();
    let fixed = document.plan();
    invariants::check(fixed).unwrap();
    let same = |other: &Finding| other.to_accept() == finding.to_accept();
    assert!(!check(fixed, as_at).iter().any(same), "{} did not go away: {}", finding.rule.id(), fix.label);
    assert!(nothing_is_lost(plan, fixed, fix), "{} lost words: {}", finding.rule.id(), fix.label);
    document.undo().unwrap();
    assert_eq!(document.plan(), plan, "{}", fix.label);
    assert!(document.undo().is_none(), "one step");
}

fn try_all_fixes(plan: &Plan, as_at: NaiveDate) -> usize {
    let findings = check(plan, as_at);
    let fixes = findings.iter().filter_map(|finding| Some((finding, finding.fix.as_deref()?)));
    fixes.map(|(finding, fix)| try_fix(plan, finding, fix, as_at)).count()
}

#[test]
fn every_fix_of_the_samples_mends_and_is_taken_back() {
    for (name, plan, as_at) in samples() {
        let count = try_all_fixes(&plan, as_at);
        println!("{name}: {count} fixes tried");
        assert!(count > 10, "{name}: {count}");
    }
}

#[test]
fn fixing_all_that_can_be_fixed_comes_to_an_end() {
    for (name, mut plan, as_at) in samples() {
        let mut rounds = 0;
        while let Some(fix) = check(&plan, as_at).into_iter().find_map(|finding| finding.fix) {
            plan.apply(fix.edit).unwrap();
            rounds += 1;
            assert!(rounds < 200, "{name} is never done: {}", fix.label);
        }
    }
}

/// Words that rules look for, and words that are hard to cut up.
const PIECES: [&str; 44] = [
    "",
    " ",
    "xxxx",
    "TBC",
    "INSERT",
    "to be",
    "added",
    "Children s",
    "s",
    "THDAS",
    "TH DAS",
    "LBTH",
    "31/03/16",
    "Oct 17",
    "by 5%",
    "increase",
    "1,000",
    "20 staff",
    "12 staff",
    "m",
    "the be",
    "multi- ",
    "- ",
    "-",
    "A",
    "(ABC)",
    "ABCs",
    "ABC: ",
    "Siân’s",
    "’",
    "É",
    "😀",
    "❖\n",
    "\u{f0b7}",
    "ক্ষ",
    "?",
    ",",
    "and",
    "pe",
    "/",
    "peer educators available",
    "propose",
    "New Provider",
    "Quarterly",
];

pub(super) fn any_words() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(&PIECES[..]);
    (proptest::collection::vec(piece, 0..6), any::<bool>())
        .prop_map(|(pieces, parted)| pieces.join(if parted { " " } else { "" }))
}

/// A small plan with these words wherever rules look.
pub(super) fn plan_with(words: Vec<String>, agreed: bool) -> Plan {
    let mut plan = start();
    let mut words = words.into_iter();
    let mut next = || words.next().unwrap_or_default();
    "Tower Hamlets".clone_into(&mut plan.partnership);
    plan.front_matter = next();
    plan.status = if agreed { PlanStatus::Agreed } else { PlanStatus::Draft };
    plan.grids[0].title = next();
    plan.grids[0].objectives[0].reference = next();
    plan.grids[0].objectives[0].statement = next();
    for at in 0..2 {
        let action = &mut plan.grids[0].objectives[0].actions[at];
        action.description = next();
        action.owners = Owners::read(next(), &plan.directory);
        action.when = When::read(next(), &plan.period);
        action.kpis[0].text = next();
        let step = &mut action.milestones[0];
        *step = Milestone::read(step.id, next(), None, &plan.period);
    }
    plan
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_fix_of_any_plan_mends_and_is_taken_back(steps in steps(), day in 0..700_u64) {
        let plan = after(&start(), &steps);
        let as_at = plan.period.from.checked_add_days(chrono::Days::new(day)).unwrap();
        try_all_fixes(&plan, as_at);
    }

    #[test]
    fn no_words_stop_the_check_and_every_fix_of_them_mends(
        words in proptest::collection::vec(any_words(), 14),
        agreed in any::<bool>(),
    ) {
        let plan = plan_with(words, agreed);
        invariants::check(&plan)?;
        try_all_fixes(&plan, plan.period.from);
    }
}
