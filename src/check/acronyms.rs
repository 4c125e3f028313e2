//! Runs of capitals that the plan nowhere says in words.
//!
//! They are said in words where they stand in brackets after them ("Making Every Contact Count (MECC)"), where words
//! with these initials follow one another anywhere in the plan, or in a line of its notes ("JCG: Joint Commissioning
//! Group"). Where they are an owner's whole name, only words with capitals are a name.

use std::collections::HashSet;
use std::ops::Range;

use super::book::{Book, Loud};
use super::finding::Fix;
use super::glossary::{self, is_common, words_of};
use super::rule::Rule;
use super::walk::{Desk, texts};
use super::words::{Token, Words, between, cut, tokens};
use crate::model::Plan;

/// Small words that have no letter in an acronym.
const SILENT: [&str; 8] = ["and", "for", "in", "of", "on", "the", "to", "with"];

/// The most words before a bracket that it can stand for.
const LONGEST_EXPANSION: usize = 9;

/// Letters that are looked for in words.
struct Wanted<'plan> {
    letters: String,
    loud: Loud<'plan>,
    /// Said in words with and without capitals.
    is_said: bool,
    is_named: bool,
}

/// Looks at every run of capitals in the plan.
pub(super) fn look_at_plan(desk: &mut Desk<'_>, book: &mut Book<'_>) {
    let plan = desk.plan;
    let initials: String = tokens(&plan.partnership).iter().filter_map(|token| token.word.chars().next()).collect();
    let mut seen = HashSet::new();
    let mut wanted: Vec<Wanted<'_>> = Vec::new();
    for loud in &book.loud {
        let letters = without_place(loud.letters, &initials).to_owned();
        if letters != initials && !is_common(&letters) && seen.insert(letters.clone()) {
            wanted.push(Wanted { letters, loud: *loud, is_said: false, is_named: false });
        }
    }
    if wanted.is_empty() {
        return;
    }
    let mut words = Words::default();
    texts(plan, &mut |text| {
        cut(text, &mut words);
        look_for_words(text, &words.tokens, &mut wanted);
    });
    look_in_notes(plan, &mut wanted);
    for one in &wanted {
        let spot = match (one.is_said, one.is_named, one.loud.owner) {
            (false, _, _) => one.loud.spot,
            (true, false, Some(owner)) => owner,
            _ => continue,
        };
        find(desk, spot, &one.letters);
    }
}

fn find(desk: &mut Desk<'_>, spot: super::walk::Spot, letters: &str) {
    let known: Vec<&str> = words_of(letters).collect();
    let message = match known.as_slice() {
        [] => format!("\"{letters}\" is nowhere said in words."),
        _ => format!("\"{letters}\" is nowhere said in words; it often stands for {}.", known.join(", or ")),
    };
    let suggestion = match known.first() {
        Some(words) => format!("Write \"{words} ({letters})\" the first time, or add it to the plan's Glossary note."),
        None => format!(
            "Write it out the first time, with \"({letters})\" after it, or add it to the plan's Glossary note."
        ),
    };
    let fix = known.first().map(|words| Fix {
        label: match known.as_slice() {
            [_] => format!("add {letters} to the glossary"),
            _ => format!("add {letters} to the glossary: {words}"),
        },
        edit: glossary::enter(desk.plan, std::iter::once((letters, *words))),
        replaces: None,
    });
    desk.find(Rule::UnexpandedAcronym, spot.about_plan(), letters, message, suggestion).fix = fix.map(Box::new);
}

/// "CCG" of "THCCG" in Tower Hamlets.
fn without_place<'letters>(letters: &'letters str, initials: &str) -> &'letters str {
    let rest = letters.strip_prefix(initials).filter(|rest| initials.len() > 1 && rest.len() > 2);
    rest.unwrap_or(letters)
}

/// Marks what this text says in words.
fn look_for_words(text: &str, words: &[Token<'_>], wanted: &mut [Wanted<'_>]) {
    for (at, token) in words.iter().enumerate() {
        let Some(first) = token.word.bytes().next().map(|byte| byte.to_ascii_uppercase()) else { continue };
        let in_brackets = at > 1 && stands_in_brackets(text, token);
        let before = words.get(at.saturating_sub(LONGEST_EXPANSION)..at).unwrap_or_default();
        for one in wanted.iter_mut() {
            if one.is_said && one.is_named {
                continue;
            }
            let is_it = in_brackets && token.word.strip_suffix('s').unwrap_or(token.word) == one.letters;
            let begins =
                |word: &Token<'_>| word.word.bytes().next().map(|byte| byte.to_ascii_uppercase()) == Some(first);
            // In "Public Health (LBTH)" the brackets say something else.
            if is_it && before.iter().any(begins) {
                (one.is_said, one.is_named) = (true, true);
            } else if one.letters.as_bytes().first() == Some(&first)
                && let Some(spelled) = spelled_from(text, words, at, &one.letters)
            {
                let is_likely = is_likely(text, &spelled, one);
                one.is_said |= is_likely;
                one.is_named |= is_likely && spelled.has_capitals;
            }
        }
    }
}

fn stands_in_brackets(text: &str, token: &Token<'_>) -> bool {
    text[..token.start].ends_with('(') && text[token.end()..].starts_with(')')
}

/// Words that follow one another and have the initials that are looked for.
struct Spelled {
    /// Whether all of them begin with a capital.
    has_capitals: bool,
    /// Whether a small word without a letter stands among them.
    has_silent: bool,
    /// Their bytes in the text.
    range: Range<usize>,
}

/// Whether these words are what the letters stand for. Where some are known, those are; else three words in a row are
/// likely, and of words with capitals even two, or some with small words among them.
fn is_likely(text: &str, spelled: &Spelled, wanted: &Wanted<'_>) -> bool {
    let said = text.get(spelled.range.clone()).unwrap_or_default();
    let mut known = words_of(&wanted.letters).peekable();
    let is_known = known.peek().is_some();
    if known.any(|words| {
        words.eq_ignore_ascii_case(said.strip_suffix('s').unwrap_or(said)) || words.eq_ignore_ascii_case(said)
    }) {
        return true;
    }
    if spelled.has_capitals {
        !is_known || !spelled.has_silent
    } else {
        !is_known && !spelled.has_silent && wanted.letters.len() > 2
    }
}

/// The words from here, if they have these initials.
fn spelled_from(text: &str, words: &[Token<'_>], at: usize, letters: &str) -> Option<Spelled> {
    let start = words.get(at)?.start;
    let mut spelled = Spelled { has_capitals: true, has_silent: false, range: start..start };
    let (mut left, mut next, mut used) = (letters, at, 0);
    while !left.is_empty() {
        let token = words.get(next)?;
        if next > at {
            let gap = between(text, words.get(next - 1)?, token);
            let is_joined = gap.chars().all(|mark| matches!(mark, ' ' | '-' | '&' | '\u{2019}' | '\''));
            is_joined.then_some(())?;
        }
        next += 1;
        spelled.range.end = token.end();
        let initial = token.word.chars().next()?;
        if token.is_loud && token.word.len() > 1 {
            left = left.strip_prefix(token.word)?;
            used += 1;
        } else if left.starts_with(initial.to_ascii_uppercase()) && !token.is("and") {
            left = &left[1..];
            used += 1;
            spelled.has_capitals &= initial.is_uppercase() || token.is_any(&SILENT);
        } else if used == 0 || !token.is_any(&SILENT) {
            return None;
        } else {
            spelled.has_silent = true;
        }
    }
    (used > 1).then_some(spelled)
}

/// Marks what a line of the notes explains.
fn look_in_notes(plan: &Plan, wanted: &mut [Wanted<'_>]) {
    for letters in glossary::explained(plan) {
        for one in wanted.iter_mut().filter(|one| one.letters == letters || one.loud.letters == letters) {
            (one.is_said, one.is_named) = (true, true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Row, found, plan_of};
    use super::*;

    fn of(description: &str) -> Vec<String> {
        found(&plan_of(&[Row { description, ..Row::sound() }]), Rule::UnexpandedAcronym)
    }

    #[test]
    fn letters_that_are_nowhere_said_in_words_are_found_once() {
        assert_eq!(of("Agree with the JCG and the LSCB, and tell the JCG"), ["JCG", "LSCB"]);
        assert_eq!(of("Agree SLAs with providers"), ["SLA"]);
        let plan = plan_of(&[
            Row { description: "Tackle novel psychoactive substances", ..Row::sound() },
            Row { owners: "NPS", ..Row::sound() },
        ]);
        assert_eq!(found(&plan, Rule::UnexpandedAcronym), ["NPS"], "an owner is not what the words say");
    }

    #[test]
    fn letters_that_are_said_in_words_or_known_to_all_are_not() {
        for text in [
            "Mainstream Making Every Contact Count (MECC) with MECC leads",
            "Offer identification and brief advice interventions (IBAs), an IBA each",
            "Write the service level agreement, and the SLA report",
            "Meet the Drug and Alcohol Networks; the DAN chairs report",
            "Agree with NHS and GP leads in the UK, part II",
            "Payment by results: PBR reports to be agreed",
            "AGREE THE PROTOCOL WITH EVERY PROVIDER",
        ] {
            assert_eq!(of(text), [""; 0], "{text}");
        }
    }
}
