//! A worksheet being written from the top: cells that wrap are measured, rows get their heights, rows too
//! high for Excel are carried on in the next one, pages end where nothing is split.

use std::borrow::Cow;

use chrono::Datelike;
use rust_xlsxwriter::{Format, Worksheet};

use super::PackError;
use super::cell::{Cell, Content, Row, height_of};
use super::layout::{PageFlow, Ruler};
use super::text::{CONTINUED, MOST_UNITS, clean, utf16_len};

/// Excel's greatest row height is 409.5 points.
const HIGHEST_ROW_PX: u32 = 545;
/// What a row keeps free under its last line.
const BELOW_TEXT_PX: u32 = 6;

/// A worksheet being written from the top.
pub(super) struct Sheet<'a> {
    worksheet: &'a mut Worksheet,
    ruler: &'a Ruler,
    bold: &'a Format,
    widths_px: Vec<u32>,
    row: u32,
    flow: PageFlow,
}

impl<'a> Sheet<'a> {
    /// A sheet with these column widths, on pages of this height. `bold` is the format of bold beginnings.
    ///
    /// # Errors
    /// Where there are more columns than Excel has.
    pub(super) fn new(
        worksheet: &'a mut Worksheet,
        ruler: &'a Ruler,
        bold: &'a Format,
        widths_px: Vec<u32>,
        page_px: u32,
    ) -> Result<Self, PackError> {
        for (column, width) in (0_u16..).zip(&widths_px) {
            worksheet.set_column_width_pixels(column, *width)?;
        }
        Ok(Self { worksheet, ruler, bold, widths_px, row: 0, flow: PageFlow::new(page_px) })
    }

    /// The worksheet itself, for what is no row.
    pub(super) fn worksheet(&mut self) -> &mut Worksheet {
        self.worksheet
    }

    /// The next row to be written, from 0.
    #[must_use]
    pub(super) fn next_row(&self) -> u32 {
        self.row
    }

    /// The last column, from 0.
    #[must_use]
    pub(super) fn last_column(&self) -> u16 {
        u16::try_from(self.widths_px.len().saturating_sub(1)).unwrap_or(u16::MAX)
    }

    /// How far the pages are filled.
    #[must_use]
    pub(super) fn flow(&self) -> &PageFlow {
        &self.flow
    }

    /// The width of columns together, both included.
    #[must_use]
    pub(super) fn width_px(&self, first: u16, last: u16) -> u32 {
        self.widths_px.iter().skip(usize::from(first)).take(usize::from(last - first) + 1).sum()
    }

    /// Cells as a row at least this high; as several rows where their text is too high for one.
    #[must_use]
    pub(super) fn rows<'row>(&self, cells: Vec<Cell<'row>>, least_px: u32) -> Vec<Row<'row>> {
        let highest = HIGHEST_ROW_PX.min(self.flow.whole_page().max(60));
        let height_px = cells.iter().map(|cell| self.cell_height(cell)).max().unwrap_or(0).max(least_px);
        let too_long =
            cells.iter().any(|cell| matches!(&cell.content, Content::Words(words) if words.len() > MOST_UNITS));
        if height_px <= highest && !too_long {
            return vec![Row { cells, height_px }];
        }
        self.split(&cells, least_px, highest)
    }

    fn cell_height(&self, cell: &Cell<'_>) -> u32 {
        let room = cell.style.room(self.width_px(cell.first, cell.last));
        let set_in = cell.style.set_in;
        let lines = match &cell.content {
            Content::Words(words) if words.is_empty() => return 0,
            Content::Words(_) if cell.style.is_one_line => 1,
            Content::Words(words) => self.ruler.count_lines(words, set_in, room),
            Content::Led(lead, rest) => {
                // Bold is wider, so the lead is counted bold throughout.
                let whole = format!("{lead}  {rest}");
                let bold = super::layout::Type { face: super::layout::Face::Bold, ..set_in };
                if lead.is_empty() {
                    self.ruler.count_lines(rest, set_in, room)
                } else if self.ruler.count_lines(&whole, bold, room) == 1 {
                    1
                } else {
                    self.ruler.count_lines(&whole, set_in, room).max(2)
                }
            }
            Content::Day(_) | Content::Number(_) => 1,
        };
        lines * set_in.line_px() + BELOW_TEXT_PX
    }

    /// Carries text that is too high for one row on in the rows after it.
    fn split<'row>(&self, cells: &[Cell<'row>], least_px: u32, highest_px: u32) -> Vec<Row<'row>> {
        let parts: Vec<Vec<Content<'row>>> = cells.iter().map(|cell| self.split_cell(cell, highest_px)).collect();
        let count = parts.iter().map(Vec::len).max().unwrap_or(0);
        (0..count)
            .map(|index| {
                let cells: Vec<Cell<'row>> = cells
                    .iter()
                    .zip(&parts)
                    .map(|(cell, parts)| Cell {
                        content: parts.get(index).cloned().unwrap_or_else(|| "".into()),
                        ..cell.clone()
                    })
                    .collect();
                let height = cells.iter().map(|cell| self.cell_height(cell)).max().unwrap_or(0).max(least_px);
                Row { cells, height_px: height.min(HIGHEST_ROW_PX) }
            })
            .collect()
    }

    fn split_cell<'row>(&self, cell: &Cell<'row>, highest_px: u32) -> Vec<Content<'row>> {
        let text = match &cell.content {
            Content::Words(words) => words.clone().into_owned(),
            Content::Led(lead, rest) => format!("{lead}  {rest}").trim_start().to_owned(),
            other => return vec![other.clone()],
        };
        let set_in = cell.style.set_in;
        let room = cell.style.room(self.width_px(cell.first, cell.last));
        // One line is kept for "(continued)".
        let most_lines = (highest_px.saturating_sub(BELOW_TEXT_PX) / set_in.line_px()).max(2) - 1;
        let mut parts: Vec<Content<'row>> = Vec::new();
        let (mut start, mut end, mut count, mut units) = (0, 0, 0, 0);
        let mut push = |part: &str| {
            let part = part.trim_matches('\n');
            let words = if parts.is_empty() { part.to_owned() } else { format!("{CONTINUED}\n{part}") };
            parts.push(words.into());
        };
        for line in self.ruler.lines(&text, set_in, room) {
            let line_units = utf16_len(&text[line.clone()]) + 1;
            if count > 0 && (count >= most_lines || units + line_units > MOST_UNITS) {
                push(&text[start..end]);
                (start, count, units) = (line.start, 0, 0);
            }
            end = line.end;
            count += 1;
            units += line_units;
        }
        push(&text[start..]);
        parts
    }

    /// Writes rows one after another, without regard to pages.
    ///
    /// # Errors
    /// Where the workbook library refuses them: too many rows for Excel.
    pub(super) fn write(&mut self, rows: Vec<Row<'_>>) -> Result<(), PackError> {
        for row in rows {
            for cell in row.cells {
                self.write_cell(cell)?;
            }
            self.worksheet.set_row_height_pixels(self.row, row.height_px.max(1))?;
            self.flow.take(row.height_px.max(1));
            self.row += 1;
        }
        Ok(())
    }

    fn write_cell(&mut self, cell: Cell<'_>) -> Result<(), PackError> {
        let (row, column, format) = (self.row, cell.first, &cell.style.format);
        if cell.last > cell.first {
            self.worksheet.merge_range(row, cell.first, row, cell.last, "", format)?;
        }
        match cell.content {
            Content::Words(words) => {
                let words = clean(&words);
                self.worksheet.write_string_with_format(row, column, words.as_ref(), format)?;
            }
            Content::Led(lead, rest) => {
                let (lead, rest) = (clean(lead), clean(rest));
                let rest = if lead.is_empty() { rest } else { Cow::Owned(format!("  {rest}")) };
                if lead.is_empty() || rest.trim().is_empty() {
                    let words = if lead.is_empty() { rest.as_ref() } else { lead.as_ref() };
                    let format = if lead.is_empty() { format.clone() } else { format.clone().set_bold() };
                    self.worksheet.write_string_with_format(row, column, words, &format)?;
                } else {
                    let plain = cell.style.format.clone();
                    let parts = [(self.bold, lead.as_ref()), (&plain, rest.as_ref())];
                    self.worksheet.write_rich_string_with_format(row, column, &parts, format)?;
                }
            }
            Content::Day(day) if (1900..=9999).contains(&day.year()) => {
                self.worksheet.write_datetime_with_format(row, column, day, format)?;
            }
            Content::Day(day) => {
                self.worksheet.write_string_with_format(row, column, day.to_string(), format)?;
            }
            Content::Number(number) => {
                self.worksheet.write_number_with_format(row, column, number, format)?;
            }
        }
        Ok(())
    }

    /// Writes rows that belong together: on this page if they fit, else on the next. Rows higher than a page
    /// run on, broken between rows.
    ///
    /// # Errors
    /// As [`Sheet::write`].
    pub(super) fn write_together(&mut self, rows: Vec<Row<'_>>) -> Result<(), PackError> {
        if !self.flow.has_room(height_of(&rows)) && !self.flow.is_fresh() {
            self.new_page();
        }
        for row in rows {
            if !self.flow.has_room(row.height_px) && !self.flow.is_fresh() {
                self.new_page();
            }
            self.write(vec![row])?;
        }
        Ok(())
    }

    /// Ends the page before the next row.
    pub(super) fn new_page(&mut self) {
        self.flow.break_before(self.row);
    }

    /// An empty row of this height, unless the page is fresh.
    ///
    /// # Errors
    /// As [`Sheet::write`].
    pub(super) fn gap(&mut self, height_px: u32) -> Result<(), PackError> {
        if self.flow.is_fresh() || !self.flow.has_room(height_px) {
            return Ok(());
        }
        self.write(vec![Row { cells: Vec::new(), height_px }])
    }

    /// Has the printer repeat these rows, both included, at the top of every page.
    ///
    /// # Errors
    /// Where the rows are not on the sheet.
    pub(super) fn repeat(&mut self, first: u32, last: u32, height_px: u32) -> Result<(), PackError> {
        self.worksheet.set_repeat_rows(first, last)?;
        self.flow.set_repeated(height_px);
        Ok(())
    }

    /// Hands the page breaks to the worksheet, and says how many pages there are.
    ///
    /// # Errors
    /// Where the workbook library refuses them.
    pub(super) fn finish(self) -> Result<usize, PackError> {
        self.worksheet.set_page_breaks(self.flow.breaks())?;
        Ok(self.flow.page_count())
    }
}
