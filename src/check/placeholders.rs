//! Words that keep a place: `xxxx`, `TBC`, `INSERT …`, "To add …", fields of a template.
//!
//! It must not know deadlines: whether those are placeholders the reader of dates says.

use super::finding::{Field, Fix};
use super::rule::Rule;
use super::walk::{Desk, Spot};
use super::words::{Token, Words, bare, beginning};
use crate::model::{Edit, RecordId};

/// What is asked for after "to add" and "insert".
const ASKED_FOR: [&str; 25] = [
    "baseline",
    "baselines",
    "data",
    "date",
    "dates",
    "detail",
    "details",
    "figure",
    "figures",
    "here",
    "info",
    "information",
    "kpi",
    "kpis",
    "milestones",
    "more",
    "name",
    "names",
    "number",
    "numbers",
    "outcomes",
    "owner",
    "target",
    "targets",
    "text",
];

/// Lines of the national template that are to be written over.
const TEMPLATE_LINES: [&str; 5] = [
    "partnership name",
    "name of partnership",
    "name of the partnership",
    "partnership area",
    "insert partnership name",
];

/// Finds placeholders in a text; whether there were any.
pub(super) fn look_at_text(desk: &mut Desk<'_>, spot: Spot, text: &str, words: &Words<'_>) -> bool {
    let Some(found) = placeholder(text, words) else { return false };
    let whole = bare(text) == found;
    let message = if whole {
        format!("\"{found}\" only keeps a place.")
    } else {
        format!("\"{found}\" in \"{}\" only keeps a place.", beginning(text))
    };
    let fix = match spot.record {
        Some(RecordId::Update(id)) if whole => Some(Fix {
            label: "take out the empty update".to_owned(),
            edit: Edit::Remove(RecordId::Update(id)),
            replaces: Some(text.to_owned()),
        }),
        _ => None,
    };
    desk.find(Rule::Placeholder, spot, text, message, suggestion(spot.field)).fix = fix.map(Box::new);
    true
}

/// Finds what was never filled in on the front page.
pub(super) fn look_at_front(desk: &mut Desk<'_>) {
    let plan = desk.plan;
    for line in plan.front_matter.lines() {
        if TEMPLATE_LINES.iter().any(|known| bare(line).eq_ignore_ascii_case(known)) {
            let message = format!("\"{line}\" is a field of the template that was never filled in.");
            let suggestion = if plan.partnership.is_empty() {
                "Put the partnership's name in its place.".to_owned()
            } else {
                format!("Put \"{}\" in its place, or take the line out.", plan.partnership)
            };
            desk.find(Rule::Placeholder, Spot::of_plan(Field::FrontMatter), line, message, suggestion);
        }
    }
}

/// What to do about a placeholder, by the field it stands in.
pub(super) fn suggestion(field: Field) -> &'static str {
    match field {
        Field::When => "Give the deadline, or the day by which it will be known.",
        Field::Kpis => "Say how many, how often or compared with what; or take the indicator out until it is known.",
        Field::Milestones => "Give the step and its date, or take the milestone out.",
        Field::Updates => "Write where the action stands, or take the update out.",
        Field::Owners => "Name who answers for it.",
        _ => "Put in what is meant, or take it out until it is known.",
    }
}

/// The words that only keep a place.
fn placeholder<'text>(text: &'text str, words: &Words<'text>) -> Option<&'text str> {
    let tokens = words.tokens.as_slice();
    let [first, ..] = tokens else {
        let marks = bare(text);
        let is_kept = marks.len() > 1 && marks.chars().all(|mark| matches!(mark, '?' | '.' | '…' | '_' | ' '));
        return is_kept.then_some(marks);
    };
    let rest_from = |at: usize| text.get(tokens.get(at)?.start..).map(bare);
    if words.may_keep_a_place {
        if let Some(short) = tokens.iter().find(|token| is_placeholder_word(token.word)) {
            return Some(short.word);
        }
        if let Some(at) = tokens.iter().position(|token| is_order_to_fill(text, token, tokens)) {
            return rest_from(at);
        }
    }
    let is_asked = tokens.len() <= 6 && tokens.last().is_some_and(|last| last.is_any(&ASKED_FOR));
    let second = tokens.get(1);
    let opens_to_add =
        first.is("to") && second.is_some_and(|token| token.is_any(&["add", "insert", "enter", "follow"]));
    let is_insert = first.is_any(&["insert", "enter"]);
    if (opens_to_add || is_insert) && is_asked {
        return rest_from(0);
    }
    let is_to_be = matches!(tokens, [to, be, last] if to.is("to") && be.is("be")
        && last.is_any(&["added", "agreed", "announced", "confirmed", "decided", "determined", "identified"]));
    let is_to_follow = matches!(tokens, [to, follow] if to.is("to") && follow.is("follow"));
    (is_to_be || is_to_follow).then(|| rest_from(0))?
}

fn is_placeholder_word(word: &str) -> bool {
    match word.as_bytes() {
        [b'x' | b'X', rest @ ..] => !rest.is_empty() && rest.iter().all(|byte| matches!(byte, b'x' | b'X')),
        [b't' | b'T', b'b' | b'B', last] => matches!(last, b'a' | b'A' | b'c' | b'C' | b'd' | b'D'),
        _ => false,
    }
}

/// `INSERT` and `ENTER` in capitals before something, or either in square brackets.
fn is_order_to_fill(text: &str, token: &Token<'_>, tokens: &[Token<'_>]) -> bool {
    if !matches!(token.word.len(), 5 | 6) || !token.is_any(&["insert", "enter"]) {
        return false;
    }
    let is_last = tokens.last().is_none_or(|last| last.start == token.start);
    let in_brackets = text[..token.start].ends_with(['[', '<']);
    in_brackets || (token.is_loud && !is_last)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Row, found, plan_of};
    use super::*;

    #[test]
    fn words_that_keep_a_place_are_found() {
        for text in [
            "xxxx",
            "XXX",
            "Xx screens undertaken",
            "TBC",
            "tbd",
            "by xxx",
            "INSERT PBR outcomes",
            "ENTER TARGET",
            "Number of referrals ENTER TARGET",
            "To add numbers",
            "[insert name of lead] attends",
            "To be confirmed",
            "to follow",
            "....",
            "??",
            "Insert target here",
        ] {
            let plan = plan_of(&[Row { kpis: &[text], ..Row::sound() }]);
            assert_eq!(found(&plan, Rule::Placeholder), [text], "{text}");
        }
    }

    #[test]
    fn words_that_only_begin_alike_are_not() {
        for text in [
            "Toolkit to address stigma shared with 20 GPs",
            "Texas model reviewed by the board",
            "Policy to be agreed by the board",
            "To add value to 12 contracts",
            "20 premises to enter the scheme",
            "Insert a break clause in all contracts",
            "10 mbxx routers replaced",
            "Protocol before the meeting agreed",
        ] {
            let plan = plan_of(&[Row { kpis: &[text], ..Row::sound() }]);
            assert_eq!(found(&plan, Rule::Placeholder), [""; 0], "{text}");
        }
    }
}
