//! "Changes by two people": what somebody else saved meanwhile is joined with what is open here, and where
//! both changed one thing, the two are shown side by side and one is chosen.
//!
//! | file | idea |
//! |---|---|
//! | `window` | the window: its head, its page, its foot |
//! | `conflict` | one choice: where, what happened, two cards, and what was there before |
//! | `card` | one side of a choice, to be read and chosen |
//! | `words` | the sentences |
//!
//! *Architecture invariant:* it shows a merge and writes down choices; it merges nothing. Whatever is
//! dropped by a choice was in front of the person who chose.

mod card;
mod conflict;
#[cfg(test)]
mod tests;
mod window;
mod words;

pub use window::show;

use std::collections::HashSet;

use super::changes::{ChangesState, LongList};
use crate::model::merge::{Choices, Field, Merge, Subject};

/// What is shown.
#[derive(Debug)]
pub struct Merging<'a> {
    /// The plan, as people call it.
    pub name: &'a str,
    /// Who else changed it, and when: "Jane Smith (PC-042), saved 10:02"; "somebody else" where that is not
    /// known.
    pub them: &'a str,
    /// What came of merging with the choices so far.
    pub merge: &'a Merge,
    /// The choices so far; what is chosen here is written down in it.
    pub choices: &'a mut Choices,
    /// Whether the joined plan is saved at once.
    pub saves: bool,
}

/// Runtime state of the window.
#[derive(Debug, Default)]
pub struct MergingState {
    /// Whether it was shown in the frame before.
    is_open: bool,
    conflicts: LongList,
    /// The choice that had the focus last.
    current: Option<(Subject, Field)>,
    /// The choice that is to get the focus.
    go_to: Option<(Subject, Field)>,
    /// Choices whose long words from before are unfolded.
    unfolded: HashSet<(Subject, Field)>,
    shows_joined: bool,
    joined: ChangesState,
}

/// What the person wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeAnswer {
    /// All is chosen: the merged plan is to be taken.
    Join,
    /// Not now; nothing is changed.
    Later,
}
