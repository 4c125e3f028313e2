//! A figure in an action and another in its indicator, for the same thing.
//!
//! Two figures are for the same thing only where the words after them are the same. Nothing is worked out: that
//! quarterly meetings of two groups make eight a year, nobody can tell by rule.

use super::finding::{Field, Finding};
use super::rule::Rule;
use super::walk::{Desk, Here, Spot};
use super::words::{Token, are_neighbours, beginning, between, tokens};
use crate::model::{Action, Fingerprint, RecordId};

/// The most words after a figure that say what it counts.
const LONGEST_COUNTED: usize = 3;

/// Words that end what a figure counts.
const STOPS: [&str; 27] = [
    "a", "across", "and", "are", "as", "at", "be", "by", "during", "each", "every", "for", "from", "have", "in", "is",
    "of", "on", "or", "over", "per", "that", "the", "to", "who", "will", "with",
];
/// What is counted as time or age, not as a result.
const TIMES: [&str; 16] = [
    "april", "august", "day", "december", "february", "hour", "january", "july", "june", "march", "minute", "month",
    "october", "week", "working", "year",
];

/// A figure and what it counts, without plurals.
#[derive(Debug, PartialEq)]
struct Count {
    figure: String,
    is_percent: bool,
    what: Vec<String>,
}

/// Compares an action's words with its indicators'.
pub(super) fn look_at_action(desk: &mut Desk<'_>, here: Here, action: &Action) {
    // "20 staff" or "5%": without such a thing on both sides no text is cut into words.
    let has_count =
        |text: &str| text.as_bytes().windows(2).any(|two| two[0].is_ascii_digit() && matches!(two[1], b' ' | b'%'));
    if !action.kpis.iter().any(|kpi| has_count(&kpi.text)) || !has_count(&action.description) {
        return;
    }
    let promised = counts(&action.description);
    if promised.is_empty() {
        return;
    }
    for (item, kpi) in action.kpis.iter().enumerate() {
        let measured = counts(&kpi.text);
        // Where either side has the other's very figure too, it speaks of parts.
        let is_told = |one: &Count, counts: &[Count]| {
            counts.iter().any(|other| counts_same(one, other) && other.figure == one.figure)
        };
        let clash = measured.iter().filter(|one| !is_told(one, &promised)).find_map(|one| {
            let other = promised.iter().find(|other| counts_same(one, other))?;
            (!is_told(other, &measured)).then_some((other, one))
        });
        if let Some((promised, measured)) = clash {
            let spot = Spot::new(here, Field::Kpis, RecordId::Kpi(kpi.id)).item(item);
            let message = format!(
                "The indicator says {}, and the action \"{}\" says {}.",
                measured.words(),
                beginning(&action.description),
                promised.words()
            );
            let suggestion = "Make them the same, or say what each of them counts.";
            let finding: &mut Finding = desk.find(Rule::NumbersContradict, spot, &kpi.text, message, suggestion);
            finding.words = Fingerprint::of_all([kpi.text.as_str(), &action.description]);
        }
    }
}

impl Count {
    fn words(&self) -> String {
        let percent = if self.is_percent { "%" } else { "" };
        format!("{}{percent} {}", self.figure, self.what.join(" "))
    }
}

fn counts_same(one: &Count, other: &Count) -> bool {
    let shorter = one.what.len().min(other.what.len());
    one.is_percent == other.is_percent
        && (one.what.last() == other.what.last() || one.what[..shorter] == other.what[..shorter])
}

fn counts(text: &str) -> Vec<Count> {
    let words = tokens(text);
    let is_figure = |token: &Token<'_>| token.word.bytes().all(|byte| byte.is_ascii_digit());
    let mut found = Vec::new();
    for (at, token) in words.iter().enumerate() {
        // "1,000" is one figure of two words; "16-17" and "31/03/17" count nothing.
        let before = text[..token.start].chars().next_back();
        if !is_figure(token) || before.is_some_and(|mark| matches!(mark, '/' | '-' | '–' | '.' | ',' | '£')) {
            continue;
        }
        let mut figure = token.word.to_owned();
        let mut next = at + 1;
        while let Some(more) = words.get(next).filter(|more| more.word.len() == 3 && is_figure(more))
            && between(text, &words[next - 1], more) == ","
        {
            figure.push_str(more.word);
            next += 1;
        }
        let last = &words[next - 1];
        let rest = text.get(last.end()..).unwrap_or_default();
        let is_percent = rest.trim_start().starts_with('%');
        if rest.starts_with(['/', '-', '–', '.']) && !rest.starts_with(". ") {
            continue;
        }
        let mut what = Vec::new();
        let mut previous = *last;
        for token in words.iter().skip(next).take(LONGEST_COUNTED) {
            let parted = !are_neighbours(text, &previous, token) && between(text, &previous, token).trim() != "%";
            // What is counted is named before the little words; of a share it follows "of".
            if parted
                || token.has_figure
                || (token.is_any(&STOPS) && !(is_percent && what.is_empty() && token.is("of")))
            {
                break;
            }
            if !token.is("of") {
                what.push(singular(token));
            }
            previous = *token;
        }
        let is_time = what.first().is_none_or(|first| TIMES.contains(&first.as_str()));
        if !is_time {
            found.push(Count { figure, is_percent, what });
        }
    }
    found
}

fn singular(token: &Token<'_>) -> String {
    let word = token.word.to_lowercase();
    if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") {
        word[..word.len() - 1].to_owned()
    } else {
        word
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Row, found, plan_of};
    use super::*;

    fn of(description: &str, kpi: &str) -> Vec<String> {
        found(&plan_of(&[Row { description, kpis: &[kpi], ..Row::sound() }]), Rule::NumbersContradict)
    }

    #[test]
    fn two_figures_for_one_thing_are_found() {
        for (description, kpi) in [
            ("Train 100 staff in brief advice", "120 staff trained"),
            ("Deliver 10 training sessions to schools", "At least 12 training sessions"),
            ("Register 1,000 premises", "900 premises registered"),
            ("Engage 50% of carers", "60% of carers engaged"),
        ] {
            assert_eq!(of(description, kpi), [kpi]);
        }
    }

    #[test]
    fn figures_for_different_things_are_not() {
        for (description, kpi) in [
            ("Deliver quarterly fora for adults and young people", "At least 8 meetings per year"),
            ("Support 20 women with children under 5", "A core cohort of 8 women regularly engaging among 20 women"),
            ("Assess all 9 protected characteristic groups", "12 reports"),
            ("Offer a service to 16-17 year olds", "20 year olds"),
            ("Train 100 staff by 31/03/17", "100 staff trained by 28/02/17"),
            ("Review within 15 working days", "Reviewed within 10 working days"),
            ("Reach 1,000 people", "1,000 people reached"),
            ("Treat 5% of adults", "5 adults a week"),
        ] {
            assert_eq!(of(description, kpi), [""; 0], "{description}: {kpi}");
        }
    }
}
