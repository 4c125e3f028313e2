//! What differs between two plans, as a list to read: where, how, and the words before and after.
//!
//! | file | idea |
//! |---|---|
//! | `row` | one change |
//! | `written` | words as they are painted: marked, struck through, folded where they are long |
//! | `compare` | in which words two texts differ |
//! | `long_list` | a list of which only what is in sight is laid out |
//!
//! *Architecture invariant:* it shows words exactly as they were written, and all of them can be read. It
//! must not know which plans they are of.

mod compare;
mod long_list;
mod row;
#[cfg(test)]
mod tests;
mod window;
mod written;

pub(crate) use compare::differences;
pub(crate) use long_list::{LongList, estimated_lines};
pub(crate) use row::{Told, estimated_height, name, paint, unfold_link};
pub use window::show_window;
pub(crate) use written::{FOLDED, Written, numbered};

use std::collections::HashSet;

use egui::Ui;

use super::theme::Palette;
use crate::model::merge::{Field, Joined, Subject};

/// Runtime state of a list: where its rows stand and which long words are unfolded.
#[derive(Debug, Default)]
pub struct ChangesState {
    rows: LongList,
    unfolded: HashSet<(Subject, Field)>,
    /// The list shown before, told by where it is kept and how long it is: enough to know when heights have
    /// to be estimated anew.
    shown: (usize, usize),
}

/// Shows the changes as wide as there is room, in something that scrolls.
pub fn show(ui: &mut Ui, palette: &Palette, changes: &[Joined], state: &mut ChangesState) {
    let shown = (changes.as_ptr().addr(), changes.len());
    if state.shown != shown {
        state.shown = shown;
        state.rows.forget();
    }
    let ChangesState { rows, unfolded, .. } = state;
    let estimate = |index: usize, width: f32| estimated_height((&changes[index]).into(), width);
    rows.show(ui, "changes", changes.len(), estimate, |ui, index| {
        let one = &changes[index];
        let key = (one.record, one.field);
        let is_unfolded = unfolded.contains(&key);
        if row::show(ui, palette, one, is_unfolded, index > 0) && !unfolded.remove(&key) {
            unfolded.insert(key);
        }
    });
}

/// "1 change", "14 changes".
#[must_use]
pub fn counted(changes: usize) -> String {
    match changes {
        0 => "no changes".to_owned(),
        1 => "1 change".to_owned(),
        more => format!("{more} changes"),
    }
}
