//! What Word, Excel and web pages put on the clipboard: a text, and the same once more as HTML.
//!
//! The HTML says which words are headings, what stands in which cell, and what a cell's lines are. So it is read where
//! it has any of that, and where it says the same as the text: the two are fetched one after the other, and something
//! else may have been copied in between.

use std::collections::HashMap;
use std::ops::ControlFlow;

use super::intake_error::{IntakeCause, IntakeError};
use super::open::{is_too_long, is_too_wide};
use super::source::{Block, Source};
use super::{delimited, html, plain};

#[cfg(test)]
mod tests;

/// What the document is called.
const NAME: &str = "the clipboard";

/// What is on the clipboard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clipboard {
    /// As text: a line a row, a tab between cells, and quotation marks round a cell of several lines.
    pub text: Option<String>,
    /// As HTML.
    pub html: Option<String>,
}

/// What is on the clipboard as a document. `progress` is told from 0 to 1 how far it is and stops it with `Break`.
///
/// # Errors
/// When it is stopped, has no words, or more of them than any plan.
pub fn read(clipboard: &Clipboard, progress: &dyn Fn(f32) -> ControlFlow<()>) -> Result<Source, IntakeError> {
    let text = clipboard.text.as_deref().filter(|text| !text.trim().is_empty());
    let page = clipboard.html.as_deref().filter(|page| text.is_none() || html::has_structure(page));
    let from_page = page.map(|page| html::read(page, NAME, progress));
    let source = match (from_page, text) {
        (Some(Err(error)), _) if error.cause == IntakeCause::Cancelled => Err(error),
        (Some(Ok(source)), Some(text)) if !says_the_same(&source, text) => read_text(text),
        (Some(Ok(source)), _) => Ok(source),
        (_, Some(text)) => read_text(text),
        (Some(Err(error)), None) => Err(error),
        (None, None) => Err(refused(IntakeCause::NoText)),
    }?;
    if is_too_wide(&source) { Err(refused(IntakeCause::Unpacks)) } else { Ok(source) }
}

fn refused(cause: IntakeCause) -> IntakeError {
    IntakeError { name: NAME.to_owned(), cause }
}

fn read_text(text: &str) -> Result<Source, IntakeError> {
    if is_too_long(text.as_bytes()) {
        return Err(refused(IntakeCause::Unpacks));
    }
    let blocks =
        if is_rows(text) { delimited::blocks(text, b'\t').map_err(refused)? } else { plain::read(text, NAME).blocks };
    if blocks.is_empty() {
        return Err(refused(IntakeCause::NoText));
    }
    Ok(Source { name: NAME.to_owned(), blocks, remarks: Vec::new() })
}

/// Only tabs part cells there: commas are the writer's own.
fn is_rows(text: &str) -> bool {
    text.contains('\t') && delimited::is_delimited(text, false)
}

/// Whether nine in ten of a text's words are in a document. Not all: a page leaves out what is hidden, and numbers
/// its lists itself.
fn says_the_same(source: &Source, text: &str) -> bool {
    let mut there: HashMap<&str, usize> = HashMap::new();
    let labels = source.blocks.iter().filter_map(|block| match block {
        Block::Line(line) => line.label.as_deref(),
        Block::Table(_) => None,
    });
    for word in source.words().chain(labels).flat_map(runs) {
        *there.entry(word).or_default() += 1;
    }
    let (mut all, mut found) = (0, 0);
    for word in runs(text) {
        all += 1;
        if let Some(count) = there.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            found += 1;
        }
    }
    found * 10 >= all * 9
}

/// Runs of letters and digits.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|run| !run.is_empty())
}
