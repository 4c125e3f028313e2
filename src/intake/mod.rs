//! Bringing in the plan they already have: a Word, Excel or text document to a draft plan that remembers where
//! each piece came from.
//!
//! Reading order:
//! - [`source`]: a document as it was found: texts and tables in order, each with its place;
//! - [`intake_error`]: why a document could not be brought in, in words;
//! - [`mod@open`]: what a file is, told by its content; [`word`], [`workbook`], [`mod@html`],
//!   [`delimited`], [`plain`] and [`clipboard`]: each kind of document to a source; [`letters`]: bytes to text;
//! - [`headings`]: what the heading of a column means;
//! - [`corrections`]: what a person says of a document that was understood wrongly;
//! - [`draft`]: what was made of a document; [`mod@understand`]: how; [`report`]: what a person should look at.
//!
//! **Nothing is lost and nothing is invented.** Every word of a source ends in the plan or among what was not
//! placed. Nothing outside the document is read or fetched, and no formula or macro is run.
//!
//! *Architecture invariant:* nothing here knows of windows or of the store; a draft becomes a plan only when a
//! person says so.

pub mod clipboard;
pub mod corrections;
pub mod delimited;
pub mod draft;
pub mod headings;
pub mod html;
pub mod intake_error;
pub mod letters;
pub mod open;
pub mod plain;
pub mod report;
pub mod source;
pub mod understand;
pub mod word;
pub mod workbook;

pub use corrections::{Correction, Corrections, Holds, PartIs};
pub use draft::{Became, ColumnRead, Draft, Piece, Unsure};
pub use intake_error::{IntakeCause, IntakeError, OtherKind};
pub use open::open;
pub use source::{Block, Cell, Line, Origin, Remark, Row, Source, Table};
pub use understand::{understand, understand_corrected};
