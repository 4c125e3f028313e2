//! A comparison as plain text, for a covering paper or a terminal.
//!
//! It must not leave out or add anything; who wants it by ids has `compare --json`.

use super::{
    ActionMoved, Comparison, DateGivenOrLost, DateMoved, Dated, Direction, GivenOrLost, NamedAction, NamedObjective,
    Piece, SaidSince, StatusChange, Together, WholeAction, WordsChanged, together,
};
use crate::dates::day_words;
use crate::report::MarkOf;

impl Comparison {
    /// All of it as lines of text, what a board asks for first first: the sentence, and under a heading with a count
    /// each change with what else is known of it. Linked milestones that moved alike are one change.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        if self.unrelated {
            text.push_str("These are not two states of one plan: no action is in both.\n");
        }
        text.extend([&self.in_short(), ".\n"]);
        section(&mut text, "Completed", &self.completed, status_lines);
        section(&mut text, "Slipped", &together(&self.slipped), |one| moved_lines(one, "later", why));
        section(&mut text, "Status changed", &self.statuses, status_lines);
        section(&mut text, "New", &self.new, whole);
        section(&mut text, "Removed", &self.removed, whole);
        section(&mut text, "Brought forward", &together(&self.brought_forward), |one| {
            moved_lines(one, "earlier", said)
        });
        section(&mut text, "Dates given or lost", &self.given_or_lost, |one| {
            vec![dated(&one.date), given_or_lost_line(one), said(one.date.why.as_deref())]
        });
        section(&mut text, "Moved", &self.moved, |one: &ActionMoved| {
            vec![named(&one.action), format!("From: {}", objective(&one.from)), format!("To: {}", objective(&one.to))]
        });
        section(&mut text, "Changed words", &self.words, |one: &WordsChanged| {
            vec![
                one_line(&one.place),
                format!("Before: {}", shown(&one.before)),
                format!("After: {}", shown(&one.after)),
            ]
        });
        let piece = |one: &Piece| vec![one_line(&one.place), shown(&one.text)];
        section(&mut text, "Added", &self.added, piece);
        section(&mut text, "Taken out", &self.taken_out, piece);
        section(&mut text, "Said since", &self.updates, |one: &SaidSince| {
            vec![named(&one.action), updates(one.updates.len()), said(one.newest.as_deref())]
        });
        section(&mut text, "Other changes", &self.other, |one| {
            let [before, after] = [&one.before, &one.after].map(|words| shown(words.as_deref().unwrap_or_default()));
            vec![one_line(&one.place), format!("Before: {before}"), format!("After: {after}")]
        });
        text
    }
}

/// A heading with a count, and each change as some lines; blank ones are left out.
fn section<T>(text: &mut String, heading: &str, list: &[T], lines: impl Fn(&T) -> Vec<String>) {
    if list.is_empty() {
        return;
    }
    text.extend(["\n", heading, " (", &list.len().to_string(), ")\n"]);
    for one in list {
        for (at, line) in lines(one).iter().enumerate().filter(|(_, line)| !line.is_empty()) {
            text.extend([if at == 0 { "  " } else { "      " }, line, "\n"]);
        }
    }
}

/// What stands for words that are blank.
const NOTHING: &str = "(nothing)";

/// Words on one line, however many they were written in.
#[must_use]
pub fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shown(words: &str) -> String {
    let line = one_line(words);
    if line.is_empty() { NOTHING.to_owned() } else { line }
}

fn named(action: &NamedAction) -> String {
    format!("{}  {}", action.reference, shown(&action.text))
}

fn dated(date: &Dated) -> String {
    match date.of {
        MarkOf::Deadline => named(&date.action),
        MarkOf::Milestone(_) => format!("{}  Milestone: {}", date.action.reference, shown(&date.text)),
    }
}

fn objective(objective: &NamedObjective) -> String {
    shown(&format!("{} {}", objective.reference, objective.statement))
}

fn whole(one: &WholeAction) -> Vec<String> {
    vec![named(&one.action), format!("By whom: {}. By when: {}", shown(&one.owners), shown(&one.when))]
}

fn status_lines(change: &StatusChange) -> Vec<String> {
    let word = |word: &str| if word.trim().is_empty() { "no status".to_owned() } else { one_line(word) };
    let direction = match change.direction {
        Direction::Better => ": better",
        Direction::Worse => ": worse",
        Direction::Neither => "",
    };
    let statuses = format!("{} → {}{direction}", word(&change.from_word), word(&change.to_word));
    let words = change.why.as_deref();
    // Only what is worse needs a reason.
    let reason = if change.direction == Direction::Worse { why(words) } else { said(words) };
    vec![named(&change.action), statuses, reason]
}

fn moved_lines(one: &Together<'_>, way: &str, reason: fn(Option<&str>) -> String) -> Vec<String> {
    let Some(first) = one.first() else { return Vec::new() };
    let name = match one.counted() {
        Some(counted) => format!("{counted}, {}: {}", one.references(), shown(&first.date.text)),
        None => dated(&first.date),
    };
    vec![name, moved_line(first, way), reason(one.why())]
}

fn moved_line(moved: &DateMoved, way: &str) -> String {
    let days = if moved.days == 1 { "1 day".to_owned() } else { format!("{} days", moved.days) };
    let (from, to) = (shown(&moved.date.from_words), shown(&moved.date.to_words));
    format!("{from} → {to}: {days} {way}, {} → {}", day_words(moved.from), day_words(moved.to))
}

fn given_or_lost_line(one: &DateGivenOrLost) -> String {
    let (from, to) = (shown(&one.date.from_words), shown(&one.date.to_words));
    match one.day {
        GivenOrLost::Given(day) => format!("{from} → {to}: given, {}", day_words(day)),
        GivenOrLost::Lost(day) => format!("{from} → {to}: lost, was {}", day_words(day)),
    }
}

fn why(words: Option<&str>) -> String {
    format!("Why: {}", words.map_or_else(|| "no reason given".to_owned(), one_line))
}

fn said(words: Option<&str>) -> String {
    words.map(|words| format!("Said: {}", one_line(words))).unwrap_or_default()
}

fn updates(count: usize) -> String {
    if count == 1 { "1 update".to_owned() } else { format!("{count} updates") }
}
