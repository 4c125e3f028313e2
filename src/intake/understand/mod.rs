//! A document to a draft plan: what its lines and tables mean.
//!
//! Reading order:
//! - `lines`, `front`, `layout`: what one line, the front matter and a heading row say, told from them alone;
//! - `reading`: what has been made of the document so far;
//! - `outline`: how the document is built; `walk`: its lines, in order; `glued_line`: a table run into one of them;
//! - `tables`, `row`, `cells`: the tables, row by row and cell by cell; `columns`: what their columns are;
//!   `statements`: sentences that look like rows;
//! - `told`: what a person said of a line, a row or a table, which holds before every rule; `became`: what each line
//!   and row became.
//!
//! It must not change a word, and must not drop one.

mod became;
mod cells;
mod columns;
mod finish;
mod front;
mod glued_line;
mod layout;
mod lines;
mod outline;
mod reading;
mod row;
mod statements;
mod tables;
mod told;
mod walk;

use super::corrections::Corrections;
use super::draft::{Draft, Piece};
use super::source::{Block, Origin, Source};
use crate::dates::Period;
use reading::Reading;

/// The year a plan is given that names none. It is said to be a guess.
const YEAR_WHERE_NONE_IS_NAMED: i32 = 2020;

/// Makes a draft of a document. Dates without a year are read by `period`; without one the document's own is
/// taken. The same document always gives the same draft, down to its ids.
#[must_use]
pub fn understand(source: &Source, period: Option<Period>) -> Draft {
    understand_corrected(source, period, &Corrections::default())
}

/// Makes a draft of a document of which a person said some things. What they said holds before every rule here; of
/// places that the document does not have nothing is made.
#[must_use]
pub fn understand_corrected(source: &Source, period: Option<Period>, corrections: &Corrections) -> Draft {
    let divided = corrections.divided(source);
    let source = divided.as_ref();
    let mut draft = made(source, period, corrections);
    draft.remarks.clone_from(&source.remarks);
    // Nothing should be left over. If a rule above is ever wrong, its words still come before a person.
    let lost = draft.lost(source);
    if !lost.is_empty() {
        draft.unplaced.push(Piece { text: lost.join(" "), origin: Origin::default() });
    }
    draft
}

/// The draft as the rules make it.
fn made(source: &Source, period: Option<Period>, corrections: &Corrections) -> Draft {
    let named = period.or_else(|| period_named(source));
    let is_named = named.is_some();
    let likely = named.or_else(|| front::likely_period(source.words()));
    let is_told = likely.is_some();
    let period = likely.unwrap_or_else(|| Period::financial_year(YEAR_WHERE_NONE_IS_NAMED));
    let label = period.label.clone();
    let mut reading = Reading::new(period, seed(source), corrections.by_place());
    if !is_told {
        reading.doubt(&Origin::default(), "The document names no year. Give the plan its period.", 0.0);
    } else if !is_named {
        let what = format!("The document names no period; {label} was taken because most of its dates lie in it.");
        reading.doubt(&Origin::default(), what, 0.6);
    }
    reading.blocks(&source.blocks);
    reading.finish()
}

/// The period named before the first table.
fn period_named(source: &Source) -> Option<Period> {
    let lines = source.blocks.iter().map_while(|block| match block {
        Block::Line(line) => Some(line.text.as_str()),
        Block::Table(_) => None,
    });
    lines.into_iter().find_map(front::period_in)
}

/// A number that the words decide (FNV-1a).
fn seed(source: &Source) -> u64 {
    source
        .words()
        .flat_map(|word| word.bytes().chain([b' ']))
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
