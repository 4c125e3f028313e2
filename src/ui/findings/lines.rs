//! The findings as a list: those asked for, the gravest first, otherwise in the plan's order.

use crate::check::{Finding, Rule, Severity};

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// What stands over the findings of the one rule that is shown.
    Rule(Rule),
    /// What stands over the findings of a severity, with their number.
    Severity(Severity, usize),
    /// The finding at this position.
    Finding(usize),
}

/// The lines of the findings of a rule, or of all; of those left with a reason, or of the others.
pub(super) fn of(findings: &[Finding], rule: Option<Rule>, accepted: bool) -> Vec<Line> {
    let mut lines: Vec<Line> = rule.map(Line::Rule).into_iter().collect();
    for severity in Severity::ALL {
        let wanted = |finding: &Finding| {
            finding.severity() == severity
                && rule.is_none_or(|rule| finding.rule == rule)
                && finding.accepted.is_some() == accepted
        };
        let places = (0..findings.len()).filter(|at| wanted(&findings[*at])).map(Line::Finding);
        let places: Vec<Line> = places.collect();
        if !places.is_empty() {
            lines.push(Line::Severity(severity, places.len()));
            lines.extend(places);
        }
    }
    lines
}

/// How many open findings each rule has, the gravest rules first, in the order of the help. Rules without any are not
/// there.
pub(super) fn counts(findings: &[Finding]) -> Vec<(Rule, usize)> {
    let count =
        |rule: Rule| findings.iter().filter(|finding| finding.rule == rule && finding.accepted.is_none()).count();
    let mut counts: Vec<(Rule, usize)> = Rule::ALL.iter().map(|rule| (*rule, count(*rule))).collect();
    counts.retain(|(_, count)| *count > 0);
    counts.sort_by_key(|(rule, _)| rule.severity());
    counts
}
