//! Bringing in the plan they already have: a Word, Excel or text document to a draft plan that remembers where
//! each piece came from.
//!
//! Reading order:
//! - [`source`]: a document as it was found: texts and tables in order, each with its place;
//! - [`intake_error`]: why a document could not be brought in, in words.
//!
//! **Nothing is lost and nothing is invented.** Every word of a source ends in the plan or among what was not
//! placed. Nothing outside the document is read or fetched, and no formula or macro is run.
//!
//! *Architecture invariant:* nothing here knows of windows or of the store; a draft becomes a plan only when a
//! person says so.

pub mod intake_error;
pub mod source;

pub use intake_error::{IntakeCause, IntakeError};
pub use source::{Block, Cell, Line, Origin, Remark, Row, Source, Table};
