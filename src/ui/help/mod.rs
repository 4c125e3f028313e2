//! The help: pages about using the program, and one about each rule of the check.
//!
//! | file | idea |
//! |---|---|
//! | `window` | the window: the list of pages beside the page |
//! | `list` | the pages, gone through by the arrow keys |
//! | `pages` | which pages there are, and their words |
//! | `markup` | a page's text as headings, paragraphs and bullets |
//!
//! *Architecture invariant:* it shows words that are built in; it knows nothing of the plan.

mod list;
mod markup;
mod pages;
mod window;

pub use window::show;

use crate::check::Rule;
use pages::Page;

/// Runtime state of the window.
#[derive(Debug)]
pub struct HelpState {
    page: Page,
    /// The page in the list that is to get the focus.
    focus: Option<Page>,
}

impl Default for HelpState {
    /// Open at the first page.
    fn default() -> Self {
        Self::at(Page::Guide(0))
    }
}

impl HelpState {
    /// Open at the page of a rule.
    #[must_use]
    pub fn on(rule: Rule) -> Self {
        Self::at(Page::Rule(rule))
    }

    fn at(page: Page) -> Self {
        Self { page, focus: Some(page) }
    }
}
