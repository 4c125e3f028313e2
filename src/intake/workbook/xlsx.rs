//! Excel workbooks of 2007 and later: .xlsx and .xlsm.
//!
//! Cells come one by one, never as a block from the first corner to the last: two cells at the ends of a sheet would
//! make a block of seventeen thousand million.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::parts::Parts;
use super::sheet::{Merged, Sheet, cell_place};
use super::{Progress, extras, go_on, remark, share, share_within, shown};
use crate::intake::intake_error::IntakeCause;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Cells between two looks at whether to go on.
const STRETCH: usize = 2_000;

/// Rows that a sheet is thought to have at least, to tell how far it is.
const USUAL_ROWS: u32 = 10_000;

pub(super) fn read(bytes: &[u8], parts: &mut Parts<'_>, progress: Progress<'_>) -> Result<Vec<Sheet>, IntakeCause> {
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(cause)?;
    let paths = extras::sheet_paths(parts);
    let known: Vec<_> = book.sheets_metadata().to_vec();
    let mut sheets = Vec::new();
    for (index, known_sheet) in known.iter().enumerate() {
        go_on(progress, share(index, known.len()))?;
        let mut sheet = Sheet::new(Some(known_sheet.name.clone()));
        sheet.is_hidden = known_sheet.visible != SheetVisible::Visible;
        if known_sheet.typ == SheetType::WorkSheet {
            let tell = |row, rows| go_on(progress, share_within(index, known.len(), row, rows));
            cells(&mut book, &mut sheet, &tell)?;
            sheet.heading_rows = heading_rows(&book, &known_sheet.name);
            match paths.get(&known_sheet.name) {
                Some(path) => extras::add(parts, path, &mut sheet)?,
                None => sheet.remarks.push(remark(&known_sheet.name, None, extras::NOT_TOLD)),
            }
        } else {
            sheet.remarks.push(remark(&known_sheet.name, None, "This sheet has no cells. It was not read."));
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn cells(
    book: &mut Book<'_>,
    sheet: &mut Sheet,
    tell: &dyn Fn(u32, u32) -> Result<(), IntakeCause>,
) -> Result<(), IntakeCause> {
    let name = sheet.name.clone().unwrap_or_default();
    for merged in book.merge_cells_by_sheet_name(&name).map_err(cause)? {
        sheet.merged.push(Merged { first: merged.start, last: merged.end });
    }
    let mut reader = book.worksheet_cells_reader(&name).map_err(cause)?;
    let formats: Vec<Option<String>> = reader
        .styles()
        .iter()
        .map(|style| style.number_format.as_ref().map(|format| format.format_code.clone()))
        .collect();
    // A sheet need not say how many rows it has, and may be wrong.
    let rows = reader.dimensions().end.0.max(USUAL_ROWS);
    let mut seen: usize = 0;
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(cause)? {
        let (row, column) = cell.get_position();
        seen += 1;
        if seen.is_multiple_of(STRETCH) {
            tell(row, rows)?;
        }
        let value = Data::from(cell.get_value().clone());
        if let Data::Error(error) = &value {
            let words = format!("This cell shows {error}: its formula has no result.");
            sheet.remarks.push(remark(&name, Some((row, column)), words));
        }
        let format = formats.get(style).and_then(Option::as_deref);
        sheet.add(row, column, &shown::value(&value, format))?;
    }
    Ok(())
}

/// The rows that the sheet repeats at the head of each printed page: `'Plan'!$1:$3`, in the workbook's names.
fn heading_rows(book: &Book<'_>, sheet: &str) -> BTreeSet<u32> {
    let quoted = format!("'{}'", sheet.replace('\'', "''"));
    let named = book.defined_names().iter().filter(|(name, _)| name.ends_with("Print_Titles"));
    let places = named.flat_map(|(_, places)| places.split(','));
    let mut rows = BTreeSet::new();
    for (of, place) in places.filter_map(|place| place.rsplit_once('!')) {
        if of != sheet && of != quoted {
            continue;
        }
        let Some((first, last)) = place.split_once(':') else { continue };
        // "$1:$3" are rows and "$A:$B" columns; a letter makes a cell's name of a row.
        let row = |name: &str| cell_place(&format!("A{}", name.replace('$', ""))).map(|(row, _)| row);
        if let (Some(first), Some(last)) = (row(first), row(last)) {
            rows.extend((first..=last).take(MOST_HEADING_ROWS));
        }
    }
    rows
}

/// No heading has more.
const MOST_HEADING_ROWS: usize = 100;

fn cause(error: XlsxError) -> IntakeCause {
    match error {
        XlsxError::Password => IntakeCause::Encrypted,
        other => IntakeCause::Spoiled(other.to_string()),
    }
}
