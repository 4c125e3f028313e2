//! Rows that are there and say nothing to do: questions, headings, a few words that name a subject.
//!
//! It must not judge longer actions: nobody can tell by rule whether those are good.

use super::finding::Field;
use super::rule::Rule;
use super::walk::{Desk, Here, Spot};
use super::words::{Token, bare, tokens};
use crate::model::{Action, RecordId};

/// An action of more words than this says something.
const FEW_WORDS: usize = 5;
/// A question of more words than this may be part of the text.
const SHORT_QUESTION_WORDS: usize = 12;

/// Beginnings and whole words that say that something is done or will be there.
const DOING: [&str; 108] = [
    "achieve",
    "act",
    "add",
    "adopt",
    "agree",
    "align",
    "analyse",
    "apply",
    "appoint",
    "arrange",
    "assess",
    "attend",
    "audit",
    "available",
    "award",
    "begin",
    "brief",
    "bring",
    "build",
    "buy",
    "campaign",
    "carry",
    "challenge",
    "chase",
    "close",
    "collect",
    "commission",
    "complete",
    "conduct",
    "confirm",
    "consult",
    "continue",
    "co",
    "coordinate",
    "cut",
    "create",
    "deliver",
    "design",
    "develop",
    "distribute",
    "do",
    "draft",
    "draw",
    "embed",
    "employ",
    "encourage",
    "end",
    "enforce",
    "engage",
    "ensure",
    "establish",
    "evaluate",
    "expand",
    "explore",
    "extend",
    "find",
    "fund",
    "gain",
    "get",
    "give",
    "hold",
    "host",
    "identify",
    "implement",
    "improve",
    "include",
    "increase",
    "inform",
    "inspect",
    "introduce",
    "invest",
    "investigate",
    "invite",
    "join",
    "keep",
    "launch",
    "lead",
    "lobby",
    "maintain",
    "make",
    "map",
    "meet",
    "monitor",
    "move",
    "negotiate",
    "open",
    "operate",
    "pilot",
    "place",
    "prepare",
    "procure",
    "produce",
    "promote",
    "provide",
    "publish",
    "recruit",
    "reduce",
    "renew",
    "repeat",
    "revise",
    "rewrite",
    "run",
    "secure",
    "send",
    "sign",
    "stop",
    "take",
    "test",
];
const DOING_MORE: [&str; 18] = [
    "tackle",
    "target",
    "trial",
    "undertake",
    "update",
    "use",
    "visit",
    "widen",
    "will",
    "work",
    "write",
    "recommission",
    "review",
    "redesign",
    "share",
    "report",
    "roll",
    "set",
];

/// Looks at an action's words, and at the questions in its indicators and milestones.
pub(super) fn look_at_action(desk: &mut Desk<'_>, here: Here, action: &Action) {
    look_at_description(desk, here, action);
    for (item, kpi) in action.kpis.iter().enumerate() {
        let spot = Spot::new(here, Field::Kpis, RecordId::Kpi(kpi.id)).item(item);
        look_for_question(desk, spot, &kpi.text);
    }
    for (item, one) in action.milestones.iter().enumerate() {
        let spot = Spot::new(here, Field::Milestones, RecordId::Milestone(one.id)).item(item);
        look_for_question(desk, spot, one.text());
    }
}

fn look_at_description(desk: &mut Desk<'_>, here: Here, action: &Action) {
    let own = RecordId::Action(action.id);
    let text = action.description.as_str();
    let spot = Spot::new(here, Field::Description, own);
    // Long texts are not cut up for nothing.
    if look_for_question(desk, spot, text) || text.len() > 60 || desk.has_found(Rule::Placeholder, own) {
        return;
    }
    let words = tokens(text);
    if words.is_empty() || words.len() > FEW_WORDS {
        return;
    }
    if is_heading(text, &words) {
        let suggestion = "Write the actions that belong under it, or delete the row.";
        desk.find(
            Rule::HeadingAsRow,
            spot,
            text,
            format!("\"{}\" is a heading, not an action.", bare(text)),
            suggestion,
        );
    } else if !words.iter().any(says_to_do) {
        let suggestion = "Say who will do what, so that anybody can tell when it is done.";
        let message = format!("\"{}\" does not say what will be done.", bare(text));
        desk.find(Rule::NothingToDo, spot, text, message, suggestion);
    }
}

fn look_for_question(desk: &mut Desk<'_>, spot: Spot, text: &str) -> bool {
    if !text.contains('?') {
        return false;
    }
    let asked = bare(text).trim_end_matches([')', '"', '”']).ends_with('?');
    let is_question =
        asked && bare(text).chars().any(char::is_alphanumeric) && tokens(text).len() <= SHORT_QUESTION_WORDS;
    if is_question {
        let message = format!("\"{}\" is still a question.", bare(text));
        let suggestion = "Decide, and write down what was decided; or take it out.";
        desk.find(Rule::QuestionLeft, spot, text, message, suggestion);
    }
    is_question
}

/// Several words all in capitals, or words that end with a colon.
fn is_heading(text: &str, words: &[Token<'_>]) -> bool {
    let is_loud = words.len() > 1 && words.iter().all(|token| token.is_loud);
    is_loud || bare(text).ends_with(':')
}

fn says_to_do(token: &Token<'_>) -> bool {
    let is_verb = |verb: &str| {
        // "agree" and "agreed", "commission" and "commissioning"; "action" is no doing.
        let stem = verb.strip_suffix('e').unwrap_or(verb);
        token.word.get(..stem.len()).is_some_and(|start| start.eq_ignore_ascii_case(stem)) && {
            let ending = &token.word[stem.len()..];
            ["", "e", "s", "es", "ed", "d", "ing", "ning", "ting", "ned", "ted"]
                .iter()
                .any(|known| ending.eq_ignore_ascii_case(known))
        }
    };
    let lower = token.word.to_lowercase();
    let made = ["ise", "ize", "ify", "ised", "ized", "ified", "ated"]
        .iter()
        .any(|ending| lower.len() > 5 && lower.ends_with(ending));
    made || token.is("live") || DOING.iter().chain(&DOING_MORE).any(|verb| is_verb(verb))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Row, found, plan_of};
    use super::*;

    fn of(description: &str, rule: Rule) -> Vec<String> {
        found(&plan_of(&[Row { description, ..Row::sound() }]), rule)
    }

    #[test]
    fn rows_that_say_nothing_to_do_are_found() {
        for text in ["Action from youth service", "Healthy Lives actions", "Through the gate package", "THEO action"] {
            assert_eq!(of(text, Rule::NothingToDo), [text]);
        }
        for text in ["POLICE ACTIONS", "Housing:", "YOUTH JUSTICE"] {
            assert_eq!(of(text, Rule::HeadingAsRow), [text]);
            assert_eq!(of(text, Rule::NothingToDo), [""; 0]);
        }
        assert_eq!(of("Health Champions?", Rule::QuestionLeft), ["Health Champions?"]);
        let plan = plan_of(&[Row { kpis: &["Target for completions?"], ..Row::sound() }]);
        assert_eq!(found(&plan, Rule::QuestionLeft), ["Target for completions?"]);
    }

    #[test]
    fn short_actions_with_something_to_do_are_not() {
        for text in [
            "Enforce the Licensing Act",
            "New provision in place.",
            "Procure YP service",
            "Recruit staff",
            "Policy agreed",
            "Commissioning of hostels",
            "Prioritise carers",
            "Helpline live",
            "Ask every GP practice who their champion for people in recovery is and how they were chosen",
        ] {
            for rule in [Rule::NothingToDo, Rule::HeadingAsRow, Rule::QuestionLeft] {
                assert_eq!(of(text, rule), [""; 0], "{text}");
            }
        }
    }
}
