//! Excel workbooks of before 2007: .xls.
//!
//! What is read of them is less: number formats and hidden rows are not told, and a remark says so.

use std::io::Cursor;

use calamine::{Data, Reader, SheetType, SheetVisible, Xls, XlsError};

use super::sheet::{Merged, Sheet};
use super::{Progress, go_on, remark, share, shown};
use crate::intake::intake_error::IntakeCause;

/// Said of a number whose format might have been a percentage.
const OLD: &str = "This is an old Excel workbook. Percentages are read as they are kept (5% as 0.05), and whether rows \
                   are hidden, and whether there are notes, could not be found out.";

pub(super) fn read(bytes: &[u8], progress: Progress<'_>) -> Result<Vec<Sheet>, IntakeCause> {
    go_on(progress, 0.1)?;
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(cause)?;
    let known: Vec<_> = book.sheets_metadata().to_vec();
    let mut sheets = Vec::new();
    for (index, known_sheet) in known.iter().enumerate() {
        go_on(progress, share(index, known.len()))?;
        let name = &known_sheet.name;
        let mut sheet = Sheet::new(Some(name.clone()));
        sheet.is_hidden = known_sheet.visible != SheetVisible::Visible;
        if known_sheet.typ == SheetType::WorkSheet {
            cells(&mut book, name, &mut sheet)?;
        } else {
            sheet.remarks.push(remark(name, None, "This sheet has no cells. It was not read."));
        }
        if !sheet.cells.is_empty() {
            sheet.remarks.push(remark(name, None, OLD));
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn cells(book: &mut Xls<Cursor<&[u8]>>, name: &str, sheet: &mut Sheet) -> Result<(), IntakeCause> {
    for merged in book.merge_cells_by_sheet_name(name).map_err(cause)? {
        sheet.merged.push(Merged { first: merged.start, last: merged.end });
    }
    let range = book.worksheet_range(name).map_err(cause)?;
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let place = |from: u32, steps: usize| from.saturating_add(u32::try_from(steps).unwrap_or(u32::MAX));
        let (row, column) = (place(top, row), place(left, column));
        if let Data::Error(error) = value {
            let words = format!("This cell shows {error}: its formula has no result.");
            sheet.remarks.push(remark(name, Some((row, column)), words));
        }
        sheet.add(row, column, &shown::value(value, None))?;
    }
    Ok(())
}

fn cause(error: XlsError) -> IntakeCause {
    match error {
        XlsError::Password => IntakeCause::Encrypted,
        other => IntakeCause::Spoiled(other.to_string()),
    }
}
