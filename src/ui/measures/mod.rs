//! How KPIs are counted: their figures to be typed, the small line of their course, and how they stand.
//!
//! | file | idea |
//! |---|---|
//! | `course` | the small line of a measure's course |
//! | `standing` | that line with the word, shape and colour of how it stands |
//! | `figure` | one figure of a measure: its name, its words, the edit that sets it |
//! | `how` | which way is better and how it is counted, under a link; the rule in plain words |
//! | `rows` | which measures the page lists, and in what order |
//! | `page`, `table`, `row` | the page of all measures |
//!
//! *Architecture invariant:* how a measure stands is `report`'s to say; here it is only shown.

mod course;
mod figure;
mod how;
mod page;
mod row;
mod rows;
mod standing;
mod table;

pub(crate) use page::YearShown;
pub use page::{MeasuresState, page};

pub(crate) use figure::{Figure, problem};
pub(crate) use how::{counted_link, removal, rule_link};
pub(crate) use standing::{LINE, small_line, with_sentence};
