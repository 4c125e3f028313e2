//! What is new in the document, what it does not have, and what stands elsewhere in it.
//!
//! It must not know how words are compared.

use std::collections::{HashMap, HashSet};

use super::super::ids::RecordId;
use super::super::place::{Parent, Record};
use super::document::Document;
use super::parts::{Parts, kind, record_of};

/// What came, went and moved, each in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Structure {
    /// New records that stand in something the plan has.
    pub(super) added: Vec<RecordId>,
    /// Records the document does not have, though it has what they stand in, or they stand in nothing.
    pub(super) missing: Vec<RecordId>,
    /// Records that stand in something else, or elsewhere in it.
    pub(super) moved: HashSet<RecordId>,
}

impl Structure {
    pub(super) fn of(mine: &Parts, document: &Document) -> Self {
        let theirs = &document.parts;
        let is_new = |parent: Parent| record_of(parent).is_some_and(|id| !mine.has(id));
        let added = theirs.in_order().iter().copied().filter(|id| !mine.has(*id));
        let added = added.filter(|id| !theirs.parent(*id).is_some_and(is_new)).collect();
        let is_gone = |id: RecordId| !theirs.has(id) && document.has.any(kind(id));
        let goes_with = |id: RecordId| mine.parent(id).and_then(record_of).is_some_and(is_gone);
        let missing = mine.in_order().iter().copied().filter(|id| is_gone(*id) && !goes_with(*id)).collect();
        Self { added, missing, moved: moved(mine, theirs) }
    }
}

fn moved(mine: &Parts, theirs: &Parts) -> HashSet<RecordId> {
    let mut moved = HashSet::new();
    let mut lists: HashMap<(Parent, super::super::merge::Kind), Vec<RecordId>> = HashMap::new();
    for id in theirs.in_order().iter().copied().filter(|id| mine.has(*id)) {
        match (mine.parent(id), theirs.parent(id)) {
            (Some(here), Some(there)) if here == there => lists.entry((here, kind(id))).or_default().push(id),
            _ => {
                moved.insert(id);
            }
        }
    }
    for ((parent, kind), list) in lists {
        let places: HashMap<RecordId, usize> =
            mine.list(parent, kind).iter().enumerate().map(|(at, id)| (*id, at)).collect();
        let places: Vec<usize> = list.iter().filter_map(|id| places.get(id).copied()).collect();
        let stays = longest_rise(&places);
        moved.extend(list.iter().zip(stays).filter(|(_, stays)| !stays).map(|(id, _)| *id));
    }
    moved
}

/// Marks the most numbers that can stay where they are so that they rise: all others have moved.
fn longest_rise(numbers: &[usize]) -> Vec<bool> {
    // The last number of the best rise of each length, and the number before each.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; numbers.len()];
    for at in 0..numbers.len() {
        let length = ends.partition_point(|end| numbers[*end] < numbers[at]);
        before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut stays = vec![false; numbers.len()];
    let mut at = ends.last().copied();
    while let Some(here) = at {
        stays[here] = true;
        at = before[here];
    }
    stays
}

/// The words a record is known by.
pub(super) fn headline(record: &Record) -> String {
    match record {
        Record::Grid(grid) => grid.full_title(),
        Record::Objective(one) if one.reference.is_empty() => one.statement.clone(),
        Record::Objective(one) if one.statement.is_empty() => one.reference.clone(),
        Record::Objective(one) => format!("{}: {}", one.reference, one.statement),
        Record::Priority(one) => one.text.clone(),
        Record::Outcome(one) => one.text.clone(),
        Record::Action(one) => one.description.clone(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_few_as_can_be_have_moved() {
        assert_eq!(longest_rise(&[]), [false; 0]);
        assert_eq!(longest_rise(&[0, 1, 2]), [true; 3]);
        assert_eq!(longest_rise(&[3, 0, 1, 2]), [false, true, true, true]);
        assert_eq!(longest_rise(&[1, 2, 0, 3]), [true, true, false, true]);
    }
}
