//! Indicators that measure nothing, or change by so many per cent of nobody knows what.
//!
//! It must not ask for a figure where anybody can tell yes from no ("Policy agreed").

use super::rule::Rule;
use super::walk::{Desk, Spot};
use super::words::{Token, bare, beginning};

/// Words that only say better, more or somehow.
const VAGUE: [&str; 37] = [
    "active",
    "appropriate",
    "better",
    "decrease",
    "decreased",
    "effective",
    "engaged",
    "enhance",
    "enhanced",
    "fewer",
    "good",
    "greater",
    "improve",
    "improved",
    "improvement",
    "improvements",
    "increase",
    "increased",
    "increases",
    "increasing",
    "less",
    "more",
    "rapid",
    "reduce",
    "reduced",
    "reduction",
    "reductions",
    "regular",
    "regularly",
    "relevance",
    "representation",
    "respected",
    "robust",
    "strengthen",
    "strengthened",
    "timely",
    "wider",
];

/// Words that count, compare or say how often.
const MEASURING: [&str; 61] = [
    "above",
    "all",
    "annual",
    "annually",
    "any",
    "at",
    "average",
    "baseline",
    "below",
    "benchmark",
    "both",
    "comparators",
    "compared",
    "daily",
    "double",
    "doubled",
    "each",
    "every",
    "everybody",
    "exceed",
    "fortnightly",
    "half",
    "halve",
    "halved",
    "index",
    "less",
    "lowest",
    "highest",
    "maximum",
    "median",
    "minimum",
    "monthly",
    "national",
    "no",
    "none",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "dozen",
    "hundred",
    "quarterly",
    "quartile",
    "rate",
    "ratio",
    "regional",
    "score",
    "third",
    "thirds",
    "top",
    "twice",
    "weekly",
    "yearly",
    "zero",
    "percentile",
];
/// Of those, the words that measure only together with another.
const WEAK: [&str; 4] = ["at", "less", "any", "rate"];

/// Words that promise a change.
const CHANGE: [&str; 20] = [
    "decrease",
    "decreased",
    "drop",
    "fall",
    "grow",
    "growth",
    "higher",
    "improve",
    "improved",
    "improvement",
    "increase",
    "increased",
    "increases",
    "lower",
    "more",
    "raise",
    "raised",
    "reduce",
    "reduced",
    "reduction",
];

/// Words that say what a change is measured from.
const BASELINE: [&str; 10] =
    ["baseline", "compared", "comparison", "current", "last", "previous", "than", "versus", "against", "relative"];

/// Looks at an indicator that is more than a placeholder.
pub(super) fn look_at_kpi(desk: &mut Desk<'_>, spot: Spot, text: &str, words: &[Token<'_>]) {
    if bare(text).ends_with('?') || words.is_empty() {
        return;
    }
    if is_change_without_baseline(text, words) {
        let message = format!("\"{}\" does not say what the change is measured from.", beginning(text));
        let suggestion = "Add the figure or the year it starts from, such as \"on 2015/16 (412)\".";
        desk.find(Rule::KpiWithoutBaseline, spot, text, message, suggestion);
    } else if !is_measuring(words) && is_vague(words) {
        let message = format!("\"{}\" cannot be measured.", beginning(text));
        let suggestion = "Say how many, how often or compared with what.";
        desk.find(Rule::KpiNotMeasurable, spot, text, message, suggestion);
    }
}

fn is_vague(words: &[Token<'_>]) -> bool {
    words.iter().any(|token| token.is_any(&VAGUE))
}

fn is_measuring(words: &[Token<'_>]) -> bool {
    let measures = |token: &Token<'_>| token.is_any(&MEASURING) && !token.is_any(&WEAK);
    // "Number of …" and "% of …" are measures; "an increase in the number of" is none.
    let opens =
        words.first().is_some_and(|first| first.is_any(&["number", "numbers", "percentage", "proportion", "rate"]));
    opens || words.iter().any(|token| token.has_figure) || words.iter().any(measures)
}

fn is_change_without_baseline(text: &str, words: &[Token<'_>]) -> bool {
    let is_percent = |token: &Token<'_>| {
        let rest = text.get(token.end()..).unwrap_or_default().trim_start();
        token.has_figure && (rest.starts_with('%') || rest.starts_with("per cent") || rest.starts_with("percent"))
    };
    // "by 5%", and not "to 90%" or "is below 5%".
    if !words.iter().any(is_percent) || !words.iter().any(|token| token.is_any(&CHANGE)) {
        return false;
    }
    let by = words.windows(2).find(|pair| pair[0].is("by") && is_percent(&pair[1]));
    let change_of = words.windows(3).find(|three| {
        is_percent(&three[0])
            && (three[1].is_any(&CHANGE) || (three[1].is_any(&["per", "cent"]) && three[2].is_any(&CHANGE)))
    });
    if by.is_none() && change_of.is_none() {
        return false;
    }
    let is_base = |token: &Token<'_>| token.is_any(&BASELINE) || (token.has_figure && !is_percent(token));
    // "by 5% on the year before", but not "referrals from GPs by 5%".
    let percent_at = words.iter().position(is_percent).unwrap_or_default();
    let after = words.iter().skip(percent_at).any(|token| token.is_any(&["from", "on"]));
    !after && !words.iter().any(is_base)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Row, found, plan_of};
    use super::*;

    fn of(text: &str, rule: Rule) -> Vec<String> {
        found(&plan_of(&[Row { kpis: &[text], ..Row::sound() }]), rule)
    }

    #[test]
    fn indicators_that_measure_nothing_are_found() {
        for text in [
            "Increase in referrals.",
            "Improved uptake of treatment services.",
            "Regular attendance of service user representative at key meetings",
            "Respected and active champions in place.",
            "Rapid action taken in relation to any retail",
            "Reduction in the number of young people presenting",
        ] {
            assert_eq!(of(text, Rule::KpiNotMeasurable), [text]);
        }
    }

    #[test]
    fn figures_comparisons_and_what_is_there_or_not_are_measures() {
        for text in [
            "Policy developed and agreed",
            "New agreement in place",
            "Needs assessment published",
            "A minimum of 12 training sessions to be delivered",
            "Improve uptake to ensure figures are above the regional average",
            "Performance is always in the top quartile",
            "Twice weekly attendance of the adviser",
            "Number of injections distributed",
            "100% of all offenders engaged in treatment",
            "Regular engagement with at least 10 known carers",
            "Quarterly analysis reports available",
        ] {
            assert_eq!(of(text, Rule::KpiNotMeasurable), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_change_of_so_many_per_cent_needs_a_baseline() {
        for text in [
            "Increase number of referrals by 5%",
            "Increase referrals from GPs by 5%",
            "10% increase in referrals",
            "Reduce deaths by 5 per cent",
        ] {
            assert_eq!(of(text, Rule::KpiWithoutBaseline), [text]);
        }
        for text in [
            "Increase numbers by 10% compared to 2015/16 numbers",
            "Increase referrals by 5% on last year",
            "Increase referrals by 5% (412 in 2015)",
            "Improve completions to 90%",
            "Ensure the number leaving with a need is below 5%",
            "Consent gained for 90% of all new clients",
        ] {
            assert_eq!(of(text, Rule::KpiWithoutBaseline), [""; 0], "{text}");
        }
    }
}
