//! Excel and `OpenDocument` workbooks: each sheet to lines and tables, in the order they are read.
//!
//! Reading order:
//! - [`parts`]: the parts of a zipped document, counted before anybody unpacks them;
//! - [`sheet`]: a sheet as it was found, whatever the format; [`blocks`] makes lines and tables of it;
//! - [`shown`]: numbers and dates the way the sheet shows them;
//! - [`xlsx`], [`xls`], [`ods`]: one format each to [`sheet::Sheet`].
//!
//! Formulas are never worked out: what the program that saved the workbook last found is what is read.
//!
//! It must not know what a plan is.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::intake_error::{IntakeCause, IntakeError};
use super::source::{Origin, Remark, Source};
use sheet::Sheet;

pub(in crate::intake) mod blocks;
mod extras;
mod number;
mod ods;
pub(in crate::intake) mod parts;
pub(in crate::intake) mod sheet;
mod shown;
mod xls;
mod xlsx;

#[cfg(test)]
pub(in crate::intake) mod tests;

/// Told how far the work is, from 0 to 1; answers whether to go on.
pub(in crate::intake) type Progress<'a> = &'a dyn Fn(f32) -> ControlFlow<()>;

/// What an OLE compound file begins with: an .xls, among others.
pub(in crate::intake) const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// A workbook (.xlsx, .xlsm, .xls, .ods) as a document called `name`. `progress` is told from 0 to 1 how far it is
/// and stops it with `Break`.
///
/// # Errors
/// When it is stopped, locked, spoiled, empty of words, or unpacks to more than any plan.
pub fn read(bytes: &[u8], name: &str, progress: &dyn Fn(f32) -> ControlFlow<()>) -> Result<Source, IntakeError> {
    // The readers are other people's, and a spoiled file may find a fault in them: that is the file's fault.
    let read = catch_unwind(AssertUnwindSafe(|| sheets(bytes, progress).and_then(|sheets| source(name, sheets))));
    read.unwrap_or_else(|_| Err(IntakeCause::Spoiled("its cells make no sense".to_owned())))
        .map_err(|cause| IntakeError { name: name.to_owned(), cause })
}

fn sheets(bytes: &[u8], progress: Progress<'_>) -> Result<Vec<Sheet>, IntakeCause> {
    if bytes.starts_with(COMPOUND) {
        return xls::read(bytes, progress);
    }
    let mut parts = parts::Parts::open(bytes, progress)?;
    if parts.is_open_spreadsheet() { ods::read(&mut parts, progress) } else { xlsx::read(bytes, &mut parts, progress) }
}

fn source(name: &str, sheets: Vec<Sheet>) -> Result<Source, IntakeCause> {
    let mut source = Source { name: name.to_owned(), ..Source::default() };
    for sheet in sheets {
        source.blocks.extend(blocks::of(&sheet)?);
        source.remarks.extend(sheet.all_remarks());
    }
    if source.blocks.is_empty() { Err(IntakeCause::NoText) } else { Ok(source) }
}

fn go_on(progress: Progress<'_>, done: f32) -> Result<(), IntakeCause> {
    if progress(done).is_break() { Err(IntakeCause::Cancelled) } else { Ok(()) }
}

/// How far a workbook is when `done` of `all` sheets are.
fn share(done: usize, all: usize) -> f32 {
    let part = |count: usize| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
    0.2 + 0.7 * part(done) / part(all.max(1))
}

/// How far a workbook is within a sheet: this one of so many, and `done` of `all` there is in it.
fn share_within(sheet: usize, sheets: usize, done: u32, all: u32) -> f32 {
    // What a sheet says of its size may be wrong.
    let thousandths = u64::from(done) * 1000 / u64::from(all.max(done).max(1));
    let (before, after) = (share(sheet, sheets), share(sheet + 1, sheets));
    before + (after - before) * f32::from(u16::try_from(thousandths).unwrap_or_default()) / 1000.0
}

fn remark(sheet: &str, cell: Option<(u32, u32)>, text: impl Into<String>) -> Remark {
    let cell = cell.map(|(row, column)| sheet::cell_name(row, column));
    Remark { text: text.into(), origin: Origin { sheet: Some(sheet.to_owned()), cell, ..Origin::default() } }
}
