//! "Changes in “name.docx”": what a document says otherwise than the plan, each change to be ticked or not.
//!
//! | file | idea |
//! |---|---|
//! | `window` | the window: its head, its page, its foot |
//! | `lines` | the list: headings of grids and objectives, and the changes under them |
//! | `row` | one change with its box |
//! | `ticks` | what is ticked, and what goes with it |
//! | `words` | the sentences |
//!
//! *Architecture invariant:* it shows what was found and writes down what is wanted; it changes no plan. Every word
//! that comes or goes can be read here first.

mod lines;
mod row;
mod ticks;
mod window;
mod words;

pub use ticks::Ticks;
pub use window::show;
pub use words::{brought_in, nothing_new};

use std::collections::HashSet;

use super::changes::LongList;
use crate::model::matching::Change;
use lines::Line;

/// What is shown.
#[derive(Debug)]
pub struct TakingIn<'a> {
    /// The document, as people call it: "plan.docx".
    pub name: &'a str,
    /// The plan, as people call it.
    pub plan: &'a str,
    /// What differs.
    pub changes: &'a [Change],
    /// How many actions are the same in both.
    pub same: usize,
    /// What is wanted so far.
    pub ticks: &'a mut Ticks,
}

/// Runtime state of the window.
#[derive(Debug, Default)]
pub struct TakingInState {
    /// Whether it was shown in the frame before.
    is_open: bool,
    lines: Vec<Line>,
    rows: LongList,
    /// The change that is to get the focus.
    go_to: Option<usize>,
    /// Whether another change than the first had the focus.
    has_left_first: bool,
    /// Changes whose long words are unfolded.
    unfolded: HashSet<usize>,
}

/// What the person wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakingInAnswer {
    /// What is ticked is to be brought in.
    BringIn,
    /// Nothing is changed.
    Cancel,
}
