//! Rows of cells as text: .csv, .tsv, and what Excel puts on the clipboard.
//!
//! Lines and tables are told apart as in a sheet (`workbook::blocks`).

use super::intake_error::{IntakeCause, IntakeError};
use super::letters;
use super::source::{Block, Origin, Remark, Source};
use super::workbook::blocks;
use super::workbook::sheet::Sheet;

#[cfg(test)]
mod tests;

/// What may stand between cells; the first of those that fit equally well is taken.
const SEPARATORS: [u8; 4] = [b'\t', b';', b',', b'|'];

/// Lines looked at to tell what stands between the cells.
const SAMPLE: usize = 1_000;

/// A text of rows as a document called `name`.
///
/// # Errors
/// When it is no text, has no words, or more of them than any plan.
pub fn read(bytes: &[u8], name: &str) -> Result<Source, IntakeError> {
    let refuse = |cause| IntakeError { name: name.to_owned(), cause };
    let letters = letters::read(bytes).ok_or_else(|| refuse(IntakeCause::Unknown))?;
    let blocks = blocks(&letters.text, separator(&letters.text)).map_err(refuse)?;
    if blocks.is_empty() {
        return Err(refuse(IntakeCause::NoText));
    }
    let remarks = letters.has_unread.then(unread_letters).into_iter().collect();
    Ok(Source { name: name.to_owned(), blocks, remarks })
}

/// Said of a text some letters of which could not be read.
pub(super) fn unread_letters() -> Remark {
    let text = "Some letters could not be read. They are shown as \u{fffd}.".to_owned();
    Remark { text, origin: Origin::default() }
}

/// The lines and tables of a text of rows, whose cells are named as Excel would name them.
pub(super) fn blocks(text: &str, separator: u8) -> Result<Vec<Block>, IntakeCause> {
    let mut sheet = Sheet::new(None);
    // A quotation mark too many would make one cell of all that follows.
    let quoting = quotes_close(text, separator);
    for (row, record) in (0..).zip(records(text, separator, quoting)) {
        for (column, cell) in (0..).zip(cells(record, separator, quoting)) {
            sheet.add(row, column, &cell)?;
        }
    }
    blocks::of(&sheet)
}

/// Whether nearly every line that has words has the same separator, so that it is a text of rows and not of
/// paragraphs. Prose has commas: a text that is not named as rows (`named`, from a name such as "plan.csv") must have
/// as many of them in each line.
pub(super) fn is_delimited(text: &str, named: bool) -> bool {
    let separator = separator(text);
    let counts: Vec<usize> = counts(text, separator).collect();
    let nearly_all = |fitting: usize| fitting * 10 >= counts.len() * 9;
    let with_any = counts.iter().filter(|count| **count > 0).count();
    let usual = usual(&counts);
    let alike = counts.iter().filter(|count| **count == usual).count();
    let is_sure = named || separator == b'\t';
    !counts.is_empty() && nearly_all(with_any) && (is_sure || (counts.len() >= 3 && nearly_all(alike)))
}

/// What stands between the cells: of what may, that which comes equally often in most lines.
fn separator(text: &str) -> u8 {
    let fit = |separator: u8| {
        let counts: Vec<usize> = counts(text, separator).collect();
        let usual = usual(&counts);
        counts.iter().filter(|count| usual > 0 && **count == usual).count() * 100 + usual.min(99)
    };
    let with_fit = SEPARATORS.into_iter().map(|separator| (separator, fit(separator)));
    let best = with_fit.reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.filter(|(_, fit)| *fit > 0).map_or(b',', |(separator, _)| separator)
}

/// How many separators each line with words has, outside quotation marks.
fn counts(text: &str, separator: u8) -> impl Iterator<Item = usize> {
    let quoting = quotes_close(text, separator);
    let with_words = records(text, separator, quoting).filter(|record| !record.trim().is_empty()).take(SAMPLE);
    with_words.map(move |record| cells(record, separator, quoting).len().saturating_sub(1))
}

/// The number that comes most often.
fn usual(counts: &[usize]) -> usize {
    let mut times: Vec<(usize, usize)> = Vec::new();
    for count in counts {
        match times.iter_mut().find(|(known, _)| known == count) {
            Some((_, times)) => *times += 1,
            None => times.push((*count, 1)),
        }
    }
    times.into_iter().filter(|(count, _)| *count > 0).max_by_key(|(_, times)| *times).map_or(0, |(count, _)| count)
}

fn quotes_close(text: &str, separator: u8) -> bool {
    let mut quotes = Quotes::new(separator);
    text.bytes().for_each(|byte| quotes.pass(byte));
    !quotes.inside
}

/// The lines of a text; a line break inside quotation marks ends none. Blank lines are among them, so that they part
/// what stands above from what stands below.
fn records(text: &str, separator: u8, quoting: bool) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let whole = rest.filter(|rest| !rest.is_empty())?;
        let mut quotes = Quotes::new(separator);
        let end = whole.bytes().position(|byte| {
            quotes.pass(byte);
            matches!(byte, b'\n' | b'\r') && !(quoting && quotes.inside)
        });
        let Some(end) = end else {
            rest = None;
            return Some(whole);
        };
        let both = whole[end..].starts_with("\r\n");
        rest = Some(&whole[end + if both { 2 } else { 1 }..]);
        Some(&whole[..end])
    })
}

/// Follows where quotation marks open and close: they open only where a cell begins.
struct Quotes {
    separator: u8,
    inside: bool,
    begins: bool,
}

impl Quotes {
    fn new(separator: u8) -> Self {
        Self { separator, inside: false, begins: true }
    }

    fn pass(&mut self, byte: u8) {
        if byte == b'"' && (self.inside || self.begins) {
            self.inside = !self.inside;
            // A second mark right behind the closing one stands for a mark, and opens again.
            self.begins = !self.inside;
        } else {
            self.begins = !self.inside && (byte == self.separator || byte == b'\n' || byte == b'\r');
        }
    }
}

fn cells(record: &str, separator: u8, quoting: bool) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new();
    reader
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .quoting(quoting)
        .buffer_capacity(record.len().max(16));
    let mut reader = reader.from_reader(record.as_bytes());
    // Of one line there is one record; were there two, the cells of both are kept. Text from memory is always read.
    let read = reader.records().flatten();
    read.flat_map(|cells| cells.iter().map(str::to_owned).collect::<Vec<_>>()).collect()
}
