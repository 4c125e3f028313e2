//! Which column of a table holds what, read from its heading row.

use crate::intake::headings::{self, Meaning};
use crate::intake::source::Row;
use crate::model::Shows;

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// The column, counted from 0 over the whole table.
    pub(super) column: usize,
    /// How many columns of the table it covers.
    pub(super) width: usize,
    /// Its words.
    pub(super) text: String,
    /// What it holds; `None` is a column of the plan's own.
    pub(super) meaning: Option<Meaning>,
}

/// The most words a heading has.
const MOST_WORDS: usize = 8;

/// The headings of a row, if it is a heading row.
pub(super) fn heading_row(row: &Row) -> Option<Vec<Heading>> {
    let filled: Vec<_> = row.cells.iter().filter(|cell| !cell.text.trim().is_empty()).collect();
    if !filled.iter().all(|cell| is_short(&cell.text)) {
        return None;
    }
    let sure = filled.iter().filter(|cell| headings::exactly(&cell.text).is_some()).count();
    let enough = if row.is_heading { 1 } else { 2 };
    (sure >= enough && sure * 2 >= filled.len()).then(|| any_headings(row))
}

/// The headings of a row that is known to be one.
pub(super) fn any_headings(row: &Row) -> Vec<Heading> {
    let filled = row.cells.iter().filter(|cell| !cell.text.trim().is_empty());
    let headings = filled.map(|cell| Heading {
        column: cell.column,
        width: cell.columns.max(1),
        text: cell.text.split_whitespace().collect::<Vec<_>>().join(" "),
        meaning: headings::meaning(&cell.text),
    });
    told_apart(headings.collect())
}

/// The headings with those of the row below added, where that row goes on with them: "Key Performance" above
/// "Indicator", or "Monitoring" across "Measure" and "RAG". `None` if it does not.
pub(super) fn with_second_row(headings: &[Heading], row: &Row) -> Option<Vec<Heading>> {
    if headings.iter().any(|heading| heading.width > 1) && heading_row(row).is_some() {
        return Some(below_wide_headings(headings, row));
    }
    let mut whole = headings.to_vec();
    let mut is_any = false;
    for cell in row.cells.iter().filter(|cell| !cell.text.trim().is_empty()) {
        let text = cell.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let above = whole.iter_mut().find(|heading| covers(heading, cell.column));
        let joined = above.as_ref().map_or(text.clone(), |heading| format!("{} {text}", heading.text));
        let meaning = headings::exactly(&joined)?;
        is_any = true;
        match above {
            Some(heading) => (heading.text, heading.meaning) = (joined, Some(meaning)),
            None => whole.push(Heading {
                column: cell.column,
                width: cell.columns.max(1),
                text: joined,
                meaning: Some(meaning),
            }),
        }
    }
    whole.sort_by_key(|heading| heading.column);
    is_any.then(|| told_apart(whole))
}

/// The headings of a row together with those above it that cover one column; a heading over several columns only
/// says what they have in common.
fn below_wide_headings(upper: &[Heading], row: &Row) -> Vec<Heading> {
    let mut whole = any_headings(row);
    let is_alone = |heading: &&Heading| !whole.iter().any(|below| covers(heading, below.column));
    let alone: Vec<Heading> = upper.iter().filter(is_alone).cloned().collect();
    whole.extend(alone);
    whole.sort_by_key(|heading| heading.column);
    for heading in &mut whole {
        // Told apart anew: which headings there are is only known now.
        heading.meaning = headings::meaning(&heading.text);
    }
    told_apart(whole)
}

/// Whether a row holds headings over several columns of the headings in the row below it.
pub(super) fn is_above_headings(row: &Row, below: &Row) -> bool {
    let filled: Vec<_> = row.cells.iter().filter(|cell| !cell.text.trim().is_empty()).collect();
    let is_over_others = filled.len() > 1 && filled.iter().any(|cell| cell.columns > 1);
    is_over_others && filled.iter().all(|cell| is_short(&cell.text)) && heading_row(below).is_some()
}

fn is_short(text: &str) -> bool {
    text.split_whitespace().nth(MOST_WORDS).is_none()
}

pub(super) fn covers(heading: &Heading, column: usize) -> bool {
    (heading.column..heading.column + heading.width).contains(&column)
}

/// Each meaning once: a second column of one kind is the plan's own. Without a column of actions the key
/// milestones are the actions, as in grids headed "Key milestones, By when, By whom".
fn told_apart(mut headings: Vec<Heading>) -> Vec<Heading> {
    for at in 0..headings.len() {
        let meaning = headings[at].meaning;
        if meaning.is_some() && headings[..at].iter().any(|before| before.meaning == meaning) {
            headings[at].meaning = None;
        }
    }
    let actions = Some(Meaning::Of(Shows::Description));
    if !headings.iter().any(|heading| heading.meaning == actions) {
        let milestones = Some(Meaning::Of(Shows::Milestones));
        if let Some(heading) = headings.iter_mut().find(|heading| heading.meaning == milestones) {
            heading.meaning = actions;
        }
    }
    headings
}

/// A cell that holds its column's heading among other words, as extractions leave them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Glued {
    /// The words before the heading.
    pub(super) before: String,
    /// The heading as it stands there.
    pub(super) heading: String,
    /// The words after it.
    pub(super) after: String,
}

/// Finds a column's heading in a cell: whole, or its first two words where it has three.
pub(super) fn glued(text: &str, heading: &Heading) -> Option<Glued> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let wanted: Vec<&str> = heading.text.split_whitespace().collect();
    let is_at = |at: usize, count: usize| words.get(at..at + count).is_some_and(|found| found == &wanted[..count]);
    let shortest = if wanted.len() > 2 { 2 } else { wanted.len() };
    (shortest..=wanted.len()).rev().filter(|count| *count > 0).find_map(|count| {
        let at = (0..words.len()).rev().find(|at| is_at(*at, count))?;
        Some(Glued {
            before: words[..at].join(" "),
            heading: words[at..at + count].join(" "),
            after: words[at + count..].join(" "),
        })
    })
}
