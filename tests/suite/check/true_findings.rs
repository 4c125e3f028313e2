//! The check beside the lists of what is true, line by line: it finds all of it, and nothing else.

use std::collections::BTreeMap;

use planning_grid::check::{Finding, Rule, check};
use planning_grid::model::Plan;

use super::samples;

const LISTS: [&str; 2] = [include_str!("oldham.findings.tsv"), include_str!("tower-hamlets.findings.tsv")];

/// A line of a list, or a finding as one: rule, place, field, words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Line([String; 4]);

impl Line {
    /// Whether a finding is the one that this line of a list means: of its words, the line has the beginning.
    fn means(&self, found: &Line) -> bool {
        let (Line([rule, place, field, words]), Line([others @ .., text])) = (self, found);
        [rule, place, field] == others.each_ref()
            && text.starts_with(words.as_str())
            && words.is_empty() == text.is_empty()
    }
}

fn listed(list: &str) -> Vec<Line> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
            Line(cells.try_into().unwrap_or_else(|cells| panic!("not four cells: {cells:?}")))
        })
        .collect()
}

fn place(plan: &Plan, finding: &Finding) -> String {
    if let Some(id) = finding.action {
        return plan.standing(id).expect("an action of the plan").reference();
    }
    let grid = plan.grids.iter().position(|grid| Some(grid.id) == finding.grid);
    let Some(grid) = grid else { return "plan".to_owned() };
    let objectives = &plan.grids[grid].objectives;
    match objectives.iter().position(|objective| Some(objective.id) == finding.objective) {
        None => format!("grid {}", grid + 1),
        Some(at) if objectives[at].reference.is_empty() || objectives[at].reference.contains(' ') => {
            format!("objective {}.{}", grid + 1, at + 1)
        }
        Some(at) => format!("objective {}", objectives[at].reference),
    }
}

fn found(plan: &Plan, findings: &[Finding]) -> Vec<Line> {
    let line = |finding: &Finding| {
        let text = finding.text.replace('\n', " ");
        Line([finding.rule.id().to_owned(), place(plan, finding), finding.field.to_string(), text])
    };
    findings.iter().map(line).collect()
}

#[test]
fn all_that_is_true_of_the_samples_is_found_and_nothing_else() {
    let mut wrong = Vec::new();
    for ((name, plan, as_at), list) in samples().into_iter().zip(LISTS) {
        let mut missed = listed(list);
        let all = missed.len();
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let mut not_true = Vec::new();
        for found in found(&plan, &check(&plan, as_at)) {
            *counts.entry(found.0[0].clone()).or_default() += 1;
            match missed.iter().position(|line| line.means(&found)) {
                Some(at) => drop(missed.remove(at)),
                None => not_true.push(found),
            }
        }
        let total: usize = counts.values().sum();
        let (hit, share) = (all - missed.len(), |of: usize| 100 * (all - missed.len()) / of.max(1));
        println!(
            "{name}: {all} true, {total} found, {hit} of them true: recall {} %, precision {} %",
            share(all),
            share(total)
        );
        for (rule, count) in counts {
            println!("  {count:3} {rule}");
        }
        wrong.extend(missed.into_iter().map(|line| format!("{name}: missed {:?}", line.0)));
        wrong.extend(not_true.into_iter().map(|line| format!("{name}: not true {:?}", line.0)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_findings_are_in_the_order_of_the_plan() {
    for (name, plan, as_at) in samples() {
        let order: BTreeMap<_, usize> = plan.actions().map(|action| action.id).zip(0..).collect();
        let findings = check(&plan, as_at);
        let actions: Vec<usize> = findings.iter().filter_map(|finding| order.get(&finding.action?).copied()).collect();
        assert!(actions.is_sorted(), "{name}");
    }
}

#[test]
fn every_finding_says_its_matter_in_one_sentence_and_what_to_do() {
    for (_, plan, as_at) in samples() {
        for finding in check(&plan, as_at) {
            assert!(finding.message.ends_with('.') && finding.message.len() < 250, "{}", finding.message);
            assert!(finding.suggestion.ends_with('.') && !finding.suggestion.is_empty(), "{}", finding.suggestion);
        }
    }
}

#[test]
fn the_dictionaries_of_rules_and_lists_agree() {
    for line in LISTS.into_iter().flat_map(listed) {
        assert!(Rule::from_id(&line.0[0]).is_some(), "{:?}", line.0);
    }
}
