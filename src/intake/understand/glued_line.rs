//! A table that an extraction ran into the paragraph above it: the headings stand inside the sentence, and the words
//! of all columns follow line by line across the page.
//!
//! Which word stood in which column is lost. Where a row begins can still be told, by an owner in capitals before a
//! verb and a date soon after; its words are kept in the order found and said to be unsure.

use super::reading::{Reading, Target};
use crate::dates::{Kind, read};
use crate::intake::source::Origin;
use crate::model::{Action, RecordId, Shows};

/// The fewest words that headings run together have.
const FEWEST_HEADING_WORDS: usize = 5;

/// How far before its date a row begins at most, in words.
const FARTHEST_BEGINNING: usize = 10;

impl Reading {
    /// Takes a table out of the statement at hand, if one ran into it.
    pub(super) fn take_glued_table(&mut self, origin: &Origin) {
        let has = |shows| self.layout.iter().any(|slot| slot.target == Target::Action(shows));
        if !has(Shows::Owners) || !has(Shows::Description) || !has(Shows::When) {
            return;
        }
        let statement = self.objective(origin).statement.clone();
        let words: Vec<&str> = statement.split_whitespace().collect();
        let Some((start, end)) = self.headings_in(&words) else { return };
        self.objective(origin).statement = words[..start].join(" ");
        self.recognise(&words[start..end].join(" "), origin);
        let rest = &words[end..];
        let begins = beginnings(rest, self);
        self.leave_out(&rest[..begins.first().copied().unwrap_or(rest.len())].join(" "), origin);
        for (at, begin) in begins.iter().enumerate() {
            let row_end = begins.get(at + 1).copied().unwrap_or(rest.len());
            self.glued_action(&rest[*begin..row_end], origin);
        }
    }

    /// The longest run of words that are all words of headings.
    fn headings_in(&self, words: &[&str]) -> Option<(usize, usize)> {
        let known: Vec<&str> = self.layout.iter().flat_map(|slot| slot.heading.text.split_whitespace()).collect();
        let is_known = |at: &usize| known.contains(&words[*at]);
        let run_from =
            |start: usize| (start, (start..words.len()).take_while(is_known).last().map_or(start, |at| at + 1));
        let longest = (0..words.len()).map(run_from).max_by_key(|(start, end)| (end - start, usize::MAX - start));
        longest.filter(|(start, end)| *start > 0 && end - start >= FEWEST_HEADING_WORDS)
    }

    fn glued_action(&mut self, words: &[&str], origin: &Origin) {
        let mut action = Action::blank(self.ids.action());
        self.origins.insert(RecordId::Action(action.id), origin.clone());
        let owner = words.iter().take_while(|word| is_in_capitals(word)).count();
        let when = words.iter().position(|word| self.is_day(word)).unwrap_or(owner);
        self.fill(&mut action, Shows::Owners, &words[..owner].join(" "), origin);
        if let Some((day, rest)) = words[when..].split_first() {
            self.fill(&mut action, Shows::When, day, origin);
            let description = [&words[owner..when], rest].concat().join(" ");
            self.fill(&mut action, Shows::Description, &description, origin);
        }
        self.objective(origin).actions.push(action);
        self.doubt(origin, "A row ran into the line above it; the words of its columns are mixed in the action.", 0.2);
    }

    fn is_day(&self, word: &str) -> bool {
        word.matches('/').count() == 2 && read(word, &self.plan.period).kind() == Kind::Day
    }
}

/// Where rows begin.
fn beginnings(words: &[&str], reading: &Reading) -> Vec<usize> {
    let begins_row = |at: &usize| {
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let after = words[*at..].iter().find(|word| !is_in_capitals(word));
        is_in_capitals(words[*at])
            && !before.is_some_and(|before| is_in_capitals(before))
            && after.is_some_and(|after| after.starts_with(char::is_uppercase))
    };
    let mut begins = Vec::new();
    let mut from = 0;
    for day in (0..words.len()).filter(|at| reading.is_day(words[*at])) {
        begins.extend((from.max(day.saturating_sub(FARTHEST_BEGINNING))..day).rev().find(begins_row));
        from = day + 1;
    }
    begins
}

fn is_in_capitals(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}
