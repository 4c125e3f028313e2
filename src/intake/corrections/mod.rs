//! What a person says of parts of a document, where the program understood them wrongly.
//!
//! A draft is worked out from the document and its corrections and from nothing else: taking the last correction
//! back gives the draft that was there before it, and no correction can lose a word. Parts are named by their
//! places in the document, so that a correction holds whatever else is corrected.
//!
//! It must not know how a document is understood.

mod dividing;

use std::collections::{HashMap, HashSet};

use super::source::Origin;
use crate::model::Shows;

/// One thing a person says of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correction {
    /// What a line or a row of a table is. The later of two for one place holds.
    Part {
        /// The line, or the row.
        place: Origin,
        /// What it is.
        is: PartIs,
    },
    /// What a column of a table holds.
    Column {
        /// The table.
        table: Origin,
        /// The column, counted from 0 over the whole table.
        column: usize,
        /// What it holds.
        holds: Holds,
    },
    /// A whole table is not part of the plan. Its words are listed as not placed.
    SkipTable {
        /// The table.
        table: Origin,
    },
    /// A row of a table is two. The second has the same place with its part counted up.
    Split {
        /// The row.
        place: Origin,
        /// For each cell that is divided its column and the byte at which the second part of its words begins. A
        /// cell that is not named stays whole with the first row.
        at: Vec<(usize, usize)>,
    },
    /// The actions that came from a row belong to the objective that came from another place.
    Move {
        /// The row of the actions.
        place: Origin,
        /// Where the objective stands.
        to: Origin,
    },
    /// A person looked at what was unsure there, and it is right.
    Right {
        /// The place.
        place: Origin,
    },
}

/// What a line, or a row of a table, is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartIs {
    /// The title of a planning grid or theme.
    Grid,
    /// A key priority.
    Priority,
    /// An objective or commitment.
    Objective,
    /// The headings of the columns below. Rows only.
    Headings,
    /// An action. Rows only.
    Action,
    /// An expected outcome.
    Outcome,
    /// More of what stands above it: of the action above a row, of the text above a line.
    MoreOfAbove,
    /// No part of the plan. Its words are listed as not placed.
    LeftOut,
}

/// What a column of a table holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Holds {
    /// A part of every action: its owner, its deadline. Never [`Shows::Own`] and never [`Shows::Reference`].
    Of(Shows),
    /// The objective that the actions beside it belong to.
    Objective,
    /// The grid or theme that they belong to.
    Theme,
    /// Something for which the plan gets a column of its own with this heading.
    Own(String),
    /// Nothing that belongs in the plan. Its words are listed as not placed.
    LeftOut,
}

/// All that was said of a document, in the order it was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections {
    said: Vec<Correction>,
}

impl Corrections {
    /// One more.
    pub fn say(&mut self, correction: Correction) {
        self.said.push(correction);
    }

    /// Takes the last one back.
    pub fn take_back(&mut self) -> Option<Correction> {
        self.said.pop()
    }

    /// All of them, in the order they were said.
    #[must_use]
    pub fn said(&self) -> &[Correction] {
        &self.said
    }

    /// The same, to be asked for single places. Of two that speak of the same thing the later holds.
    pub(super) fn by_place(&self) -> ByPlace {
        let mut by_place = ByPlace::default();
        for correction in self.said.iter().cloned() {
            match correction {
                Correction::Part { place, is } => drop(by_place.parts.insert(place, is)),
                Correction::Column { table, column, holds } => {
                    by_place.columns.entry(table).or_default().insert(column, holds);
                }
                Correction::SkipTable { table } => drop(by_place.skipped.insert(table)),
                Correction::Split { place, at } => {
                    // Who divides a row means two actions, whatever the second one looks like.
                    by_place.parts.entry(place.second_part()).or_insert(PartIs::Action);
                    by_place.splits.insert(place, at);
                }
                Correction::Move { place, to } => by_place.moves.push((place, to)),
                Correction::Right { place } => drop(by_place.right.insert(place)),
            }
        }
        by_place
    }
}

/// Corrections by the places they are about.
#[derive(Debug, Default)]
pub(super) struct ByPlace {
    pub(super) parts: HashMap<Origin, PartIs>,
    pub(super) columns: HashMap<Origin, HashMap<usize, Holds>>,
    pub(super) skipped: HashSet<Origin>,
    pub(super) splits: HashMap<Origin, Vec<(usize, usize)>>,
    /// In the order they were said.
    pub(super) moves: Vec<(Origin, Origin)>,
    pub(super) right: HashSet<Origin>,
}
