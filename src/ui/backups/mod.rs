//! "Backups": what was kept of this plan, and what has changed since.
//!
//! | file | idea |
//! |---|---|
//! | `window` | the window: head, list, what differs, where they are kept |
//! | `list` | the backups by day, gone through by the arrow keys |
//! | `detail` | what differs from the one that is selected, and what can be done with it |
//!
//! *Architecture invariant:* it shows what it is told and asks; it knows no file, and restoring is the
//! app's, as one step of undo.

mod detail;
mod list;
#[cfg(test)]
mod tests;
mod window;

pub use window::show;

use super::changes::ChangesState;
use crate::model::merge::Joined;

/// A backup, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The day it was kept: "Today", "12 Nov 2026". Backups of one day follow each other.
    pub day: String,
    /// The time of day: "10:02".
    pub time: String,
    /// Why it was kept: "saved", "found on the drive", "not saved".
    pub kind: &'static str,
    /// How large it is: "142 KB".
    pub size: String,
}

/// What differs between a backup and the plan as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Differences {
    /// It is being read.
    Reading,
    /// What was changed since.
    Changes(Vec<Joined>),
    /// It cannot be read, and why.
    Unreadable(String),
}

/// What is shown.
#[derive(Clone, Copy, Debug)]
pub struct BackupsPage<'a> {
    /// The plan, as people call it.
    pub name: &'a str,
    /// The backups, the newest first.
    pub entries: &'a [Entry],
    /// The position of the one that is looked at.
    pub selected: Option<usize>,
    /// What differs from that one.
    pub differences: &'a Differences,
    /// The folder they are in, as people see it.
    pub place: &'a str,
    /// How many are kept: "the last 20 saves, and one a day for a month".
    pub kept: &'a str,
}

/// Runtime state of the window.
#[derive(Debug, Default)]
pub struct BackupsState {
    /// Whether it was shown in the frame before.
    is_open: bool,
    /// The one in the list that is to get the focus.
    focus: Option<usize>,
    /// What the list of changes is of.
    shown: Option<usize>,
    changes: ChangesState,
}

/// What the person wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupsAnswer {
    /// This one is to be looked at in the list: what differs from it is to be found out.
    Select(usize),
    /// This one is to be shown as a plan of its own.
    LookAt(usize),
    /// This one is to take the place of the plan that is open, as one step of undo.
    Restore(usize),
    /// The folder is to be shown.
    OpenFolder,
    /// The window is to be closed.
    Close,
}
