//! `compare`: what changed between two states of one plan, without a window.
//!
//! It must not judge what a change means; [`crate::report::comparison`] does.

mod json;

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;

use super::{Failed, load};
use crate::dates::day_words;
use crate::report::comparison::{
    ActionMoved, DateGivenOrLost, DateMoved, Dated, Direction, GivenOrLost, NamedAction, NamedObjective, Piece,
    SaidSince, StatusChange, WholeAction, WordsChanged,
};
use crate::report::{Comparison, MarkOf, compare};

/// What to compare.
#[derive(Debug, Args)]
pub struct CompareArguments {
    /// The plan as it was.
    old: PathBuf,
    /// The plan as it is.
    new: PathBuf,
    /// As JSON: one object, with an array for each kind of change.
    #[arg(long)]
    json: bool,
}

/// Writes what changed on standard output.
pub(super) fn run(arguments: &CompareArguments) -> Result<(), Failed> {
    let (old, new) = (load(&arguments.old)?, load(&arguments.new)?);
    let comparison = compare(&old, &new);
    let mut out = io::BufWriter::new(io::stdout().lock());
    let written = if arguments.json { json::write(&comparison, &mut out) } else { write_list(&comparison, &mut out) };
    written.and_then(|()| out.flush()).map_err(Failed::Output)
}

/// What a board asks for first comes first.
fn write_list(comparison: &Comparison, out: &mut impl Write) -> io::Result<()> {
    if comparison.unrelated {
        writeln!(out, "These are not two states of one plan: no action is in both.")?;
    }
    writeln!(out, "{}.", comparison.in_short())?;
    section(out, "Completed", &comparison.completed, status_lines)?;
    section(out, "Slipped", &comparison.slipped, |one| {
        [dated(&one.date), moved_line(one, "later"), why(one.date.why.as_deref())]
    })?;
    section(out, "Status changed", &comparison.statuses, status_lines)?;
    section(out, "New", &comparison.new, whole)?;
    section(out, "Removed", &comparison.removed, whole)?;
    section(out, "Brought forward", &comparison.brought_forward, |one| {
        [dated(&one.date), moved_line(one, "earlier"), said(one.date.why.as_deref())]
    })?;
    section(out, "Dates given or lost", &comparison.given_or_lost, |one| {
        [dated(&one.date), given_or_lost_line(one), said(one.date.why.as_deref())]
    })?;
    section(out, "Moved", &comparison.moved, |one: &ActionMoved| {
        [named(&one.action), format!("From: {}", objective(&one.from)), format!("To: {}", objective(&one.to))]
    })?;
    section(out, "Changed words", &comparison.words, |one: &WordsChanged| {
        [line(&one.place), format!("Before: {}", shown(&one.before)), format!("After: {}", shown(&one.after))]
    })?;
    let piece = |one: &Piece| [line(&one.place), shown(&one.text), String::new()];
    section(out, "Added", &comparison.added, piece)?;
    section(out, "Taken out", &comparison.taken_out, piece)?;
    section(out, "Said since", &comparison.updates, |one: &SaidSince| {
        [named(&one.action), updates(one.updates.len()), said(one.newest.as_deref())]
    })?;
    section(out, "Other changes", &comparison.other, |one| {
        let [before, after] = [&one.before, &one.after].map(|words| shown(words.as_deref().unwrap_or_default()));
        [line(&one.place), format!("Before: {before}"), format!("After: {after}")]
    })
}

/// A heading with a count, and each change as up to three lines; blank ones are left out.
fn section<T>(out: &mut impl Write, heading: &str, list: &[T], lines: impl Fn(&T) -> [String; 3]) -> io::Result<()> {
    if list.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{heading} ({})", list.len())?;
    for one in list {
        let [first, rest @ ..] = lines(one);
        writeln!(out, "  {first}")?;
        for line in rest.iter().filter(|line| !line.is_empty()) {
            writeln!(out, "      {line}")?;
        }
    }
    Ok(())
}

/// What stands for words that are blank.
const NOTHING: &str = "(nothing)";

/// Words on one line, however many they were written in.
fn line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shown(words: &str) -> String {
    let line = line(words);
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

fn whole(one: &WholeAction) -> [String; 3] {
    let by = format!("By whom: {}. By when: {}", shown(&one.owners), shown(&one.when));
    [named(&one.action), by, String::new()]
}

fn status_lines(change: &StatusChange) -> [String; 3] {
    let word = |word: &str| if word.trim().is_empty() { "no status".to_owned() } else { line(word) };
    let direction = match change.direction {
        Direction::Better => ": better",
        Direction::Worse => ": worse",
        Direction::Neither => "",
    };
    let statuses = format!("{} → {}{direction}", word(&change.from_word), word(&change.to_word));
    let words = change.why.as_deref();
    // Only what is worse needs a reason.
    let reason = if change.direction == Direction::Worse { why(words) } else { said(words) };
    [named(&change.action), statuses, reason]
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
    format!("Why: {}", words.map_or_else(|| "no reason given".to_owned(), line))
}

fn said(words: Option<&str>) -> String {
    words.map(|words| format!("Said: {}", line(words))).unwrap_or_default()
}

fn updates(count: usize) -> String {
    if count == 1 { "1 update".to_owned() } else { format!("{count} updates") }
}
