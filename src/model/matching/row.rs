//! Rows of two lists that are told apart by their words, and which of them are the same row.
//!
//! First those that agree in all or much, told apart by what they stand in, by their neighbours and their owners;
//! then ([`alike`](super::alike)) those most of whose words agree. It must not know what the rows are of.

use std::collections::HashMap;

use super::alike;
use super::words::Bag;

/// What is known of a row. Equal numbers are equal texts; 0 is no text.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// The words it is known by.
    pub(super) head: Bag,
    pub(super) head_text: u64,
    /// All of its words that the document holds.
    pub(super) whole: Bag,
    pub(super) whole_text: u64,
    /// What tells alike rows apart: owners, a reference.
    pub(super) tie: u64,
    /// What it stands in. The same number in both lists is the same thing.
    pub(super) parent: u64,
}

/// What two rows have to agree in.
#[derive(Clone, Copy, Debug)]
enum Mark {
    Whole,
    Head,
    Tie,
    Parent,
    Before,
    After,
}

/// From the surest to the least sure. Two rows that agree in these are one.
const PASSES: [&[Mark]; 14] = [
    &[Mark::Whole, Mark::Parent, Mark::Before, Mark::After],
    &[Mark::Whole, Mark::Parent, Mark::Before],
    &[Mark::Whole, Mark::Parent, Mark::After],
    &[Mark::Whole, Mark::Parent],
    &[Mark::Whole, Mark::Before],
    &[Mark::Whole, Mark::After],
    &[Mark::Whole],
    &[Mark::Head, Mark::Tie, Mark::Parent],
    &[Mark::Head, Mark::Parent, Mark::Before],
    &[Mark::Head, Mark::Parent, Mark::After],
    &[Mark::Head, Mark::Parent],
    &[Mark::Head, Mark::Tie],
    &[Mark::Head, Mark::Before],
    &[Mark::Head],
];

/// Which row of the plan each row of the document is.
#[derive(Clone, Debug)]
pub(super) struct Pairing {
    /// For each row of the document.
    pub(super) of_document: Vec<Option<usize>>,
    /// For each row of the plan.
    pub(super) of_plan: Vec<Option<usize>>,
}

impl Pairing {
    /// Nothing is paired yet.
    pub(super) fn new(plan: usize, document: usize) -> Self {
        Self { of_document: vec![None; document], of_plan: vec![None; plan] }
    }

    /// Pairs two rows, unless one of them is paired already.
    pub(super) fn join(&mut self, plan: usize, document: usize) -> bool {
        let are_free = self.of_plan[plan].is_none() && self.of_document[document].is_none();
        if are_free {
            self.of_plan[plan] = Some(document);
            self.of_document[document] = Some(plan);
        }
        are_free
    }
}

/// Goes on with a pairing: what is paired stays so.
pub(super) fn pair(plan: &[Row], document: &[Row], words: usize, pairing: &mut Pairing) {
    for marks in PASSES {
        pair_by(marks, plan, document, pairing);
    }
    alike::between_neighbours(plan, document, alike::SURE, pairing);
    alike::by_words(plan, document, words, pairing);
    alike::between_neighbours(plan, document, alike::IN_PLACE, pairing);
}

fn pair_by(marks: &[Mark], plan: &[Row], document: &[Row], pairing: &mut Pairing) {
    let mut known: HashMap<Vec<u64>, Vec<usize>> = HashMap::new();
    // From the last to the first, so that the first is taken off first.
    for at in (0..plan.len()).rev().filter(|at| pairing.of_plan[*at].is_none()) {
        if let Some(key) = key(marks, plan, at) {
            known.entry(key).or_default().push(at);
        }
    }
    if known.is_empty() {
        return;
    }
    for at in 0..document.len() {
        if pairing.of_document[at].is_some() {
            continue;
        }
        let Some(found) = key(marks, document, at).and_then(|key| known.get_mut(&key)?.pop()) else { continue };
        pairing.join(found, at);
    }
}

/// What a row has to agree in; nothing for a row without the words to go by.
fn key(marks: &[Mark], rows: &[Row], at: usize) -> Option<Vec<u64>> {
    let row = &rows[at];
    let neighbour = |at: Option<usize>| at.and_then(|at| rows.get(at)).map_or(0, |row| row.head_text);
    let number = |mark: &Mark| match mark {
        Mark::Whole => Some(row.whole_text).filter(|text| *text != 0),
        Mark::Head => Some(row.head_text).filter(|text| *text != 0),
        Mark::Tie => Some(row.tie).filter(|tie| *tie != 0),
        Mark::Parent => Some(row.parent),
        Mark::Before => Some(neighbour(at.checked_sub(1))),
        Mark::After => Some(neighbour(Some(at + 1))),
    };
    marks.iter().map(number).collect()
}
