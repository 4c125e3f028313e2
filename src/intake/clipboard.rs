//! What Word, Excel and web pages put on the clipboard, as far as it is text: a line a row, a tab between cells, and
//! quotation marks round a cell of several lines.
//!
//! The HTML that they put beside it is not read: it needs a reader that forgives what Word writes, and no library
//! kept here is one.

use super::intake_error::{IntakeCause, IntakeError};
use super::source::Source;
use super::{delimited, plain};

#[cfg(test)]
mod tests;

/// What the document is called.
const NAME: &str = "the clipboard";

/// The text on the clipboard as a document.
///
/// # Errors
/// When it has no words, or more of them than any plan.
pub fn read(text: &str) -> Result<Source, IntakeError> {
    let refuse = |cause| IntakeError { name: NAME.to_owned(), cause };
    let blocks =
        if is_rows(text) { delimited::blocks(text, b'\t').map_err(refuse)? } else { plain::read(text, NAME).blocks };
    if blocks.is_empty() {
        return Err(refuse(IntakeCause::NoText));
    }
    Ok(Source { name: NAME.to_owned(), blocks, remarks: Vec::new() })
}

/// Only tabs part cells there: commas are the writer's own.
fn is_rows(text: &str) -> bool {
    text.contains('\t') && delimited::is_delimited(text, false)
}
