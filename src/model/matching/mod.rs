//! A document brought in again, beside the plan it is of: what is the same, what was changed, what is new, what it
//! does not have. A colleague's edited copy has no ids; its rows are known by their words and by where they stand.
//!
//! | file | idea |
//! |---|---|
//! | `change` | what a person is told |
//! | `words` | texts as a document holds them, and how alike two are |
//! | `row`, `alike` | which rows of two lists are the same row |
//! | `pairs` | which record of the plan each of the document is |
//! | `points` | the same for the points of one cell |
//! | `columns` | which column each column is |
//! | `fresh`, `parts`, `document` | the document in the plan's ids, taken apart |
//! | `cells`, `differences` | changed words, and taking them over |
//! | `structure` | what came, went and moved |
//! | `tell`, `contents` | changes in words, in the order of the plan |
//! | `accept` | the plan with what was accepted |
//!
//! *Architecture invariant:* what a document cannot hold (ids, the history of updates, dates given beside words,
//! notes, the directory, columns it lacks) is never touched; accepting nothing is the plan as it was; and any choice
//! gives a plan whose invariants hold.

mod accept;
mod alike;
mod cells;
mod change;
mod columns;
mod contents;
mod differences;
mod document;
mod fresh;
mod pairs;
mod parts;
mod points;
mod row;
mod structure;
mod tell;
mod words;

pub use change::{Change, Kind, Part};

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::columns::Shows;
use super::edit::Edit;
use super::ids::IdMaker;
use super::merge::Subject;
use super::plan::Plan;
use accept::{Assembly, Chosen};
use columns::Columns;
use document::{Document, Parted, Translation};
use fresh::Fresh;
use parts::Parts;
use structure::Structure;

/// A document beside a plan.
#[derive(Clone, Debug)]
pub struct Matching {
    /// The plan that was compared.
    pub plan: Arc<Plan>,
    /// What differs, in the order of the plan.
    pub changes: Vec<Change>,
    /// How many actions are the same in both, words and place.
    pub same: usize,
    mine: Parts,
    document: Document,
    structure: Structure,
}

/// Compares a plan with a document. New records get ids from `ids`. Progress that has to be newer than an update with
/// a date gets `today` as its own.
#[must_use]
pub fn compare(plan: &Arc<Plan>, document: &Plan, today: NaiveDate, ids: &mut IdMaker) -> Matching {
    let standard: Vec<Shows> = document.columns.iter().map(|column| column.shows).collect();
    let pairs = pairs::pairs(plan, document, &standard);
    let mut fresh = Fresh::new(plan, ids);
    let columns = Columns::of(plan, document, &pairs, &mut fresh);
    let mine = Parts::of(plan);
    let (statuses, parted) = (HashMap::new(), Parted::default());
    let translation = Translation { plan, mine: &mine, pairs: &pairs, fresh: &mut fresh, today, statuses, parted };
    let front = differences::of_plans(plan, document, &columns);
    let document = translation.document(document, columns);
    let structure = Structure::of(&mine, &document);
    let mut matching = Matching { plan: Arc::clone(plan), changes: Vec::new(), same: 0, mine, document, structure };
    let (changes, same) = tell::changes(&matching, front);
    (matching.changes, matching.same) = (changes, same);
    matching
}

impl Matching {
    /// The plan with the changes at which `accepted` is true. A change that needs another is not made without it.
    #[must_use]
    pub fn accept(&self, accepted: &[bool]) -> Plan {
        let mut chosen = Chosen::default();
        let mut front = Vec::new();
        for (change, _) in self.changes.iter().zip(accepted).filter(|(_, is_accepted)| **is_accepted) {
            chosen.add(change.subject, change.part);
            if let (Subject::Plan, Some(after)) = (change.subject, &change.after) {
                front.push((change.part, after.as_str()));
            }
        }
        let mut made = accept::front(&self.plan, &self.document, &front, &chosen);
        made.grids = self.assembly(&chosen).grids();
        made
    }

    /// The edit that brings these changes in, as one.
    #[must_use]
    pub fn edit(&self, accepted: &[bool]) -> Edit {
        Edit::Replace(Box::new(self.accept(accepted)))
    }

    fn assembly<'a>(&'a self, chosen: &'a Chosen) -> Assembly<'a> {
        Assembly { mine: &self.mine, document: &self.document, structure: &self.structure, chosen }
    }
}
