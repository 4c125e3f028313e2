//! The notes about the plan itself, numbered.

use rust_xlsxwriter::Worksheet;

use super::cell::{Cell, height_of};
use super::sheet::Sheet;
use super::{Making, PackError};

/// Writes the sheet and says how many pages it takes.
pub(super) fn write(worksheet: &mut Worksheet, making: &Making<'_>) -> Result<usize, PackError> {
    let styles = making.styles;
    let widths = vec![44, making.paper.width_px() - 44];
    let mut sheet = Sheet::new(worksheet, making.ruler, making.bold, widths, making.paper.height_px())?;
    making.furniture.set_up(sheet.worksheet());
    let title = sheet.rows(vec![Cell::across(0, 1, "Notes on the plan", &styles.title)], 34);
    let headings = sheet.rows(vec![Cell::new(0, "No.", &styles.heading), Cell::new(1, "Note", &styles.heading)], 24);
    let repeated_px = height_of(&title) + height_of(&headings);
    sheet.write(title)?;
    sheet.write(headings)?;
    sheet.repeat(0, 1, repeated_px)?;
    sheet.worksheet().set_freeze_panes(2, 0)?;
    for (index, note) in making.plan.notes.iter().enumerate() {
        let number = Cell::new(0, (index + 1).to_string(), &styles.cell_quiet);
        let rows = sheet.rows(vec![number, Cell::new(1, note.text.trim_end(), &styles.cell)], 22);
        sheet.write_together(rows)?;
    }
    sheet.finish()
}
