//! What was made of a document: a draft plan, where each record came from, and all that did not find a place.
//!
//! It must not know how a document is understood.

use std::collections::{BTreeMap, HashMap};

use super::corrections::Holds;
use super::source::{Origin, Remark, Source};
use crate::model::search::words_of_action;
use crate::model::{Plan, RecordId};

/// A document as a plan, not yet looked at by a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The plan. Its invariants hold.
    pub plan: Plan,
    /// Where each grid, priority, objective, action and outcome came from.
    pub origins: BTreeMap<RecordId, Origin>,
    /// What each line of the document, and each row of its tables, became.
    pub became: HashMap<Origin, Became>,
    /// What the columns of each table hold, as it was read last, by the table's place. A table without columns that
    /// could be told is not there.
    pub columns: HashMap<Origin, Vec<ColumnRead>>,
    /// Texts that stand nowhere in the plan, in the order of the document.
    pub unplaced: Vec<Piece>,
    /// Texts that stand nowhere in the plan because a person said so, in the order of the document.
    pub left_out: Vec<Piece>,
    /// What may have been understood wrongly, in the order of the document.
    pub unsure: Vec<Unsure>,
    /// Words that were understood and are not themselves in the plan: headings of columns, labels, numbers, bullets.
    pub recognised: Vec<Piece>,
    /// What the reader said of the document: hidden rows, comments, pictures left out.
    pub remarks: Vec<Remark>,
    /// How many tables the document has.
    pub tables: usize,
}

/// What a line of the document, or a row of a table, became.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// A record of the plan, and it is the first of it.
    Record(RecordId),
    /// More of a record that began above it.
    MoreOf(RecordId),
    /// Part of what stands before the first grid.
    FrontMatter,
    /// Headings, labels, marks: nothing of it is itself in the plan.
    Marks,
    /// Nothing, or at least some of its words found no place.
    NotPlaced,
    /// Nothing, for a person said so.
    LeftOut,
}

/// A column of a table as it was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnRead {
    /// The column it begins in, counted from 0 over the whole table.
    pub column: usize,
    /// How many columns of the table it covers.
    pub width: usize,
    /// Its heading's words.
    pub heading: String,
    /// What it holds.
    pub holds: Holds,
}

/// A text of the document and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words, as written.
    pub text: String,
    /// Where they stand.
    pub origin: Origin,
}

/// Something a person should look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Unsure {
    /// Where it stands in the document.
    pub origin: Origin,
    /// What was made of it, as a sentence.
    pub what: String,
    /// How likely that is right, 0 to 1.
    pub confidence: f32,
}

impl Draft {
    /// The words of the document that are neither in the plan nor among what was unplaced, left out or recognised, each as
    /// often as it is missing. Always none of a draft as it is handed out.
    #[must_use]
    pub fn lost(&self, source: &Source) -> Vec<String> {
        let mut there: BTreeMap<String, usize> = BTreeMap::new();
        let mut count = |text: &str| {
            for word in pieces(text) {
                *there.entry(word.to_owned()).or_default() += 1;
            }
        };
        visit_texts(&self.plan, &mut count);
        self.unplaced.iter().chain(&self.left_out).chain(&self.recognised).for_each(|piece| count(&piece.text));
        let mut lost = Vec::new();
        for word in source.words().flat_map(pieces) {
            match there.get_mut(word) {
                Some(count) if *count > 0 => *count -= 1,
                _ => lost.push(word.to_owned()),
            }
        }
        lost
    }
}

/// What is counted: runs of letters and digits, and every other mark by itself, but for those that part a reference
/// from what follows ("1:To", "PBC1.").
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().flat_map(|word| {
        let mut rest = word;
        std::iter::from_fn(move || {
            let first = rest.chars().next()?;
            let end = match rest.find(|letter: char| !letter.is_alphanumeric()) {
                Some(0) => first.len_utf8(),
                Some(end) => end,
                None => rest.len(),
            };
            let (piece, after) = rest.split_at(end);
            rest = after;
            Some(piece)
        })
        .filter(|piece| !matches!(*piece, ":" | "." | ")" | "-" | "–" | "—"))
    })
}

/// Every text of the plan that came out of the document once. The title and the period repeat the front matter.
fn visit_texts(plan: &Plan, visit: &mut impl FnMut(&str)) {
    visit(&plan.front_matter);
    for grid in &plan.grids {
        for text in [&grid.reference, &grid.title, &grid.priorities_heading] {
            visit(text);
        }
        grid.priorities.iter().for_each(|priority| visit(&priority.text));
        for objective in &grid.objectives {
            visit(&objective.reference);
            visit(&objective.statement);
            objective.outcomes.iter().for_each(|outcome| visit(&outcome.text));
            for action in &objective.actions {
                words_of_action(action, &mut |text| visit(text));
            }
        }
    }
}
