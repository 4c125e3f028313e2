//! The check: what a board or a careful colleague would want mended, found before they find it.
//!
//! [`check()`] goes through a plan once and gives its findings in the plan's order. Each names its place, shows the
//! words, says what to do, and where that is certain enough offers a [`Fix`] of one step. Which rules there are, how
//! severe each is and what its page of the help says stands in [`rule`] and `pages`; each other file is one family of
//! rules. A finding that a person accepted carries their reason, and is found no less.
//!
//! *Architecture invariants:* nothing here knows of windows, files or the clock; the same plan and the same as-at date
//! give the same findings. Nothing here reads a date: the plan holds its readings. No fix takes a word out of a plan,
//! but for a placeholder, an exact double, or the figures of a year that it says it replaces.
//!
//! **Adding a rule:** a variant of [`Rule`] (the compiler asks for its name, severity, reason and page), a function in
//! the file of its family with tests of both sides, and lines in the lists of true findings in `tests/suite/check`.

mod acronyms;
mod book;
mod cut_text;
mod dates_in_period;
mod deadlines;
mod draft_words;
mod finding;
mod glossary;
mod kpis;
mod missing;
mod numbers;
mod order_of_steps;
mod owner_names;
mod owners;
mod pages;
mod place;
mod placeholders;
mod progress;
mod references;
pub mod rule;
mod same_text;
mod slipped;
mod stubs;
mod titles;
mod walk;
mod words;

pub use finding::{Field, Finding, Fix};
pub use glossary::add_all_known;
pub use rule::{Rule, Severity};
pub use walk::check;

#[cfg(test)]
mod testing;
