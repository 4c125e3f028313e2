//! What stands round every view: the top bar, the tabs, notices, the status bar.

mod as_at;
mod menu;
mod notice;
mod status_bar;
mod tabs;
mod top_bar;

pub use notice::{Notice, NoticeButton, NoticeKind, show as show_notices};
pub use status_bar::{StatusBar, show as show_status_bar};
pub use tabs::show as show_tabs;
pub use top_bar::show as show_top_bar;

use chrono::NaiveDate;

/// What is typed into the bars but is no part of the plan.
#[derive(Clone, Debug, Default)]
pub struct ShellState {
    /// What is searched for.
    pub query: String,
    /// The search field is to take the cursor at the next frame.
    pub focus_search: bool,
    /// The as-at date as it is being typed.
    pub(crate) as_at_draft: String,
}

/// What the bars say beside the plan's own words.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'facts> {
    /// The day the program was started.
    pub today: NaiveDate,
    /// Whether there is anything that was not saved.
    pub unsaved: bool,
    /// Whether saving would do anything: there are changes, or the plan is in no file yet.
    pub can_save: bool,
    /// What undo would take back.
    pub undo: Option<&'facts str>,
    /// What redo would do again.
    pub redo: Option<&'facts str>,
    /// The view in force.
    pub view: super::ViewKind,
    /// How many findings of the check are open; `None` before the plan was looked through.
    pub findings: Option<usize>,
    /// How many actions a search found, of how many.
    pub found: Option<(usize, usize)>,
    /// The look in force.
    pub appearance: super::theme::Appearance,
}

/// What the bars were used for that is no command: it changes the window and not the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The day views speak for.
    AsAt(NaiveDate),
    /// The look.
    Appearance(super::theme::Appearance),
}
