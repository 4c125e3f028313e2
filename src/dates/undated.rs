//! What stands where a date would, but has none: placeholders, events, recurrences, "ongoing".
//!
//! Must not know fixed dates; it is asked only where there are none.

use super::reading::Reading;
use super::recurring;
use super::vocabulary::{Meaning, Unit};
use super::words::Words;

/// Where the text stands. In a deadline cell every word is about the deadline;
/// in running text most are not, so more is asked of them there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Cell,
    Sentence,
}

/// Words without a date, and how they read.
#[derive(Debug)]
pub(super) struct Phrase {
    pub first: usize,
    pub end: usize,
    pub reading: Reading,
}

/// The first such words of the text.
pub(super) fn first(words: &Words<'_>, place: Place) -> Option<Phrase> {
    (0..words.len()).find_map(|at| {
        let (reading, end) = placeholder(words, at, place)
            .map(|end| (Reading::Placeholder, end))
            .or_else(|| event(words, at, place).map(|end| (Reading::Event(None), end)))
            .or_else(|| {
                recurring::recognise(words, at, place).map(|(recurrence, end)| (Reading::Recurring(recurrence), end))
            })
            .or_else(|| ongoing(words, at, place).map(|end| (Reading::Ongoing, end)))?;
        Some(Phrase { first: at, end, reading })
    })
}

fn placeholder(words: &Words<'_>, at: usize, place: Place) -> Option<usize> {
    let is_cell = place == Place::Cell;
    let is_first = at == 0 || words.starts_line(at);
    match words.meaning(at) {
        Meaning::Xs => {
            let end = glued_end(words, at + 1);
            let is_date = words.closes(end) && words.closes(at + 1) && !words.is(end, Meaning::Open);
            (is_cell || is_date).then_some(end)
        }
        Meaning::Placeholder => Some(at + 1),
        Meaning::To if words.are(at + 1, &[Meaning::Be, Meaning::Confirmed]) => {
            (is_cell || words.closes(at + 3)).then_some(at + 3)
        }
        Meaning::Be if words.is(at + 1, Meaning::Confirmed) => is_cell.then_some(at + 2),
        Meaning::To if words.is(at + 1, Meaning::Be) && words.is(at + 2, Meaning::Happening) => {
            (is_cell && at == 0 && words.closes(at + 3)).then_some(at + 3)
        }
        Meaning::Not if words.is(at + 1, Meaning::Known) => is_cell.then_some(at + 2),
        Meaning::Insert => {
            let word = words.letters(at);
            let is_loud = word.chars().all(char::is_uppercase);
            let names_date = words.letters(at + 1).eq_ignore_ascii_case("date");
            let is_meant = is_first && (is_cell || is_loud) || names_date;
            is_meant.then(|| clause_end(words, at + 2).min(words.len()))
        }
        Meaning::Question => {
            let is_all = (0..words.len()).all(|other| words.is(other, Meaning::Question));
            (is_all && at == 0).then(|| words.len())
        }
        Meaning::Open if is_cell => {
            let is_date = words.letters(at + 1).eq_ignore_ascii_case("date");
            (is_date && words.is(at + 2, Meaning::Close)).then_some(at + 3)
        }
        Meaning::Other => spelt_placeholder(words, at, is_cell),
        _ => None,
    }
}

/// `n/k`, `T.B.C.`, `unknown`, `dd/mm/yy`.
fn spelt_placeholder(words: &Words<'_>, at: usize, is_cell: bool) -> Option<usize> {
    let is = |offset: usize, letters: &str| words.letters(at + offset).eq_ignore_ascii_case(letters);
    if is(0, "t") && words.is(at + 1, Meaning::Dot) && is(2, "b") && words.is(at + 3, Meaning::Dot) {
        return (is(4, "c") || is(4, "d") || is(4, "a")).then_some(at + 5);
    }
    let is_not_known = is(0, "n") && words.is(at + 1, Meaning::Slash) && is(2, "k");
    let is_form = is(0, "dd") && is(2, "mm");
    if is_form {
        return Some(if words.is_glued(at + 4) { at + 5 } else { at + 3 });
    }
    if !is_cell {
        None
    } else if is_not_known {
        Some(at + 3)
    } else {
        is(0, "unknown").then_some(at + 1)
    }
}

/// Over marks, figures and further `xx` written tightly: `xx/xx/16`.
fn glued_end(words: &Words<'_>, mut end: usize) -> usize {
    while matches!(words.meaning(end), Meaning::Slash | Meaning::Dash | Meaning::Dot)
        && words.is_glued(end)
        && words.is_glued(end + 1)
        && matches!(words.meaning(end + 1), Meaning::Xs | Meaning::Number { .. })
    {
        end += 2;
    }
    end
}

fn ongoing(words: &Words<'_>, at: usize, place: Place) -> Option<usize> {
    let end = match words.meaning(at) {
        Meaning::Ongoing => at + 1,
        Meaning::On if words.is(at + 1, Meaning::Going) => at + 2,
        Meaning::On if words.are(at + 1, &[Meaning::Dash, Meaning::Going]) => at + 3,
        Meaning::During | Meaning::All => return all_year(words, at, place),
        _ => return None,
    };
    // "through on-going dialogue" says nothing about when.
    (place == Place::Cell || words.closes(end)).then_some(end)
}

/// "throughout the year", "all year round".
fn all_year(words: &Words<'_>, at: usize, place: Place) -> Option<usize> {
    let mut end = at + 1;
    while matches!(words.meaning(end), Meaning::The | Meaning::All | Meaning::Financial | Meaning::Of) {
        end += 1;
    }
    let is_year = words.is(end, Meaning::Unit(Unit::Year));
    let is_throughout = words.letters(at).eq_ignore_ascii_case("throughout");
    if is_year { Some(end + 1) } else { (place == Place::Cell && is_throughout).then(|| clause_end(words, at + 1)) }
}

fn event(words: &Words<'_>, at: usize, place: Place) -> Option<usize> {
    let is_cell = place == Place::Cell;
    let starts_cell = is_cell && (at == 0 || words.starts_line(at));
    if let Some(end) = stretch(words, at) {
        return Some(end);
    }
    let is_once = words.letters(at).eq_ignore_ascii_case("once");
    match words.meaning(at) {
        Meaning::After if starts_cell && at + 1 < words.len() => Some(clause_end(words, at + 1)),
        Meaning::Count(1) if is_once && starts_cell && happening(words, at + 1).is_some() => {
            Some(clause_end(words, at + 1))
        }
        Meaning::After => happening(words, at + 1),
        Meaning::Count(1) if is_once => happening(words, at + 1),
        Meaning::Lead | Meaning::On if starts_cell => {
            happening(words, at + 1).or_else(|| super::mentions::meeting_after(words, skip_leads(words, at)))
        }
        // "end of contract"
        Meaning::Stage if starts_cell => happening(words, at + 1),
        Meaning::Subject => {
            let is_on = matches!(words.meaning(at + 1), Meaning::To | Meaning::On | Meaning::After);
            is_on.then(|| clause_end(words, at + 2))
        }
        Meaning::As if is_cell => {
            let is_needed = words.is(at + 1, Meaning::Required) || words.are(at + 1, &[Meaning::And, Meaning::After]);
            is_needed.then(|| clause_end(words, at + 2))
        }
        Meaning::Ad if is_cell => words.is(at + 1, Meaning::Hoc).then_some(at + 2),
        _ => None,
    }
}

/// Over "at the next".
fn skip_leads(words: &Words<'_>, mut at: usize) -> usize {
    while matches!(words.meaning(at), Meaning::Lead | Meaning::On | Meaning::The) {
        at += 1;
    }
    at
}

/// A stretch of time counted from something else: "within 3 months of award",
/// "during first 6 months of contract", "6 weeks after go-live".
fn stretch(words: &Words<'_>, at: usize) -> Option<usize> {
    let is_within = words.letters(at).eq_ignore_ascii_case("within");
    let is_opened = is_within || matches!(words.meaning(at), Meaning::During | Meaning::After);
    let mut count_at = if is_opened { at + 1 } else { at };
    while matches!(words.meaning(count_at), Meaning::The | Meaning::Nth(_) | Meaning::Article) {
        count_at += 1;
    }
    let is_nth = (at..count_at).any(|index| matches!(words.meaning(index), Meaning::Nth(_)));
    let unit_at = match words.meaning(count_at) {
        Meaning::Number { .. } | Meaning::Spelled(_) => {
            let next = count_at + 1;
            let next = if words.is(next, Meaning::Dash) { next + 1 } else { next };
            if words.is(next, Meaning::Working) { next + 1 } else { next }
        }
        Meaning::Unit(_) if is_opened || is_nth => count_at,
        _ => return None,
    };
    let end = match words.meaning(unit_at) {
        Meaning::Unit(Unit::Year) if unit_at == count_at && !is_nth => return None,
        Meaning::Unit(_) => unit_at + 1,
        Meaning::Quarter if is_opened && is_nth => unit_at + 1,
        _ => return None,
    };
    let tail = if words.is(end, Meaning::Apostrophe) { end + 1 } else { end };
    match words.meaning(tail) {
        Meaning::Of | Meaning::After if is_opened || is_nth || words.is(tail, Meaning::After) => {
            Some(clause_end(words, tail + 1))
        }
        Meaning::From if !matches!(words.meaning(tail + 1), Meaning::Number { .. }) => {
            Some(clause_end(words, tail + 1))
        }
        _ if is_within || (is_opened && is_nth) => Some(end),
        _ => None,
    }
}

/// The end of the clause if something that happens is named within a few words.
fn happening(words: &Words<'_>, from: usize) -> Option<usize> {
    for at in from..from + 5 {
        if words.starts_line(at) {
            return None;
        }
        match words.meaning(at) {
            Meaning::Happening => return Some(clause_end(words, at + 1)),
            Meaning::Other
            | Meaning::The
            | Meaning::Article
            | Meaning::Of
            | Meaning::Meeting
            | Meaning::Apostrophe
            | Meaning::OrdinalEnding
            | Meaning::Function => {}
            _ => return None,
        }
    }
    None
}

/// Where the clause that goes on at `at` ends, a few words on at most.
fn clause_end(words: &Words<'_>, at: usize) -> usize {
    (at..(at + 8).min(words.len()))
        .find(|index| {
            let is_break = words.closes(*index) && !words.is(*index, Meaning::Apostrophe);
            is_break || matches!(words.meaning(*index), Meaning::Lead | Meaning::And)
        })
        .unwrap_or((at + 8).min(words.len()))
}
