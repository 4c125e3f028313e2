//! The board pack: a plan and its report as one workbook, ready to print.
//!
//! Sheets in order: cover, summary, what changed since the pack before (where there is one), one sheet a grid in the
//! plan's own form, timeline, register of actions, measures (where there are any), notes; in a working copy also what the
//! check found. [`write_pack`] returns bytes; saving them is the caller's.
//!
//! How it is made: [`sheet`] writes rows from the top and measures their text by [`layout`]; [`styles`] has
//! every look; [`print`] has everything about paper; each `*_sheet` module lays out one kind of sheet.
//!
//! *Architecture invariant:* the same plan and options give the same bytes; nothing here reads the clock,
//! a file or a window. Colour is never the only sign. No text is cut: what is too high for a row or too
//! long for a cell is carried on in the next row, and said to be.

mod cell;
mod check_sheet;
mod cover;
mod error;
mod form_columns;
mod grid_sheet;
mod layout;
mod measures_sheet;
mod months;
mod notes_sheet;
mod palette;
mod print;
mod register_sheet;
mod sheet;
mod since_sheet;
mod styles;
mod summary_counts;
mod summary_sheet;
mod text;
mod timeline_rows;
mod timeline_sheet;

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{DocProperties, Format, Workbook, Worksheet};

pub use error::PackError;

use crate::model::{Action, ActionId, Meeting, MeetingId, Plan};
use layout::Ruler;
use layout::metrics::FONT_NAME;
use print::PageFurniture;
use since_sheet::Since;
use styles::Styles;

/// The size of the workbook's default font. Column widths are kept in digits of that font: 7 pixels each in
/// Excel, which rounds, and 7.04 in LibreOffice, which does not. At 10 points LibreOffice would count 7.41,
/// and every column would come out 6 % wider there than in Excel.
const DEFAULT_PT: f64 = 9.5;

/// The paper a pack is laid out for, landscape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// A4, 297 × 210 mm.
    A4,
    /// A3, 420 × 297 mm.
    A3,
}

/// What may be chosen about a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackOptions {
    /// The date everything in it speaks for.
    pub as_at: NaiveDate,
    /// The paper it is laid out for.
    pub paper: Paper,
    /// The meeting it is for; without one, the plan's next meeting on or after the as-at date.
    pub meeting: Option<MeetingId>,
    /// Whether it is for the people who keep the plan, not for the board: it then has a sheet with what the check found,
    /// and says on every page that it is a working copy.
    pub working_copy: bool,
}

impl PackOptions {
    /// A pack for the board as at a date, on A4, for the next meeting.
    #[must_use]
    pub fn as_at(as_at: NaiveDate) -> Self {
        Self { as_at, paper: Paper::A4, meeting: None, working_copy: false }
    }
}

/// What every sheet is made from.
struct Making<'a> {
    plan: &'a Plan,
    as_at: NaiveDate,
    paper: Paper,
    meeting: Option<&'a Meeting>,
    actions: HashMap<ActionId, &'a Action>,
    ruler: &'a Ruler,
    styles: &'a Styles,
    bold: &'a Format,
    furniture: &'a PageFurniture,
    since: Option<&'a Since<'a>>,
}

/// A sheet of the pack as the cover's contents list it.
struct Contents {
    title: String,
    sheet_name: String,
    page_count: usize,
}

/// Writes the board pack of a plan and gives the workbook's bytes.
///
/// # Errors
/// Where the meeting chosen is not in the plan, or the plan is too big for a workbook.
pub fn write_pack(plan: &Plan, options: &PackOptions) -> Result<Vec<u8>, PackError> {
    let ruler = Ruler::new()?;
    let columns = form_columns::form_columns(plan);
    let styles = Styles::new(plan, form_columns::body_pt(&columns), &ruler);
    let furniture = PageFurniture::new(plan, options, &ruler);
    let bold = styles.body_bold.format.clone();
    let since = Since::of(plan, options.as_at);
    let making = Making {
        plan,
        as_at: options.as_at,
        paper: options.paper,
        meeting: meeting(plan, options)?,
        actions: plan.actions().map(|action| (action.id, action)).collect(),
        ruler: &ruler,
        styles: &styles,
        bold: &bold,
        furniture: &furniture,
        since: since.as_ref(),
    };

    let mut workbook = Workbook::new();
    let default = Format::new().set_font_name(FONT_NAME).set_font_size(DEFAULT_PT);
    workbook.set_default_format(&default, 17, 64)?;
    workbook.set_properties(&properties(plan, options));

    let mut contents: Vec<Contents> = Vec::new();
    let mut taken = vec!["Cover".to_owned()];
    workbook.add_worksheet().set_name("Cover")?;
    let mut add = |title: String, wanted: &str, make: &dyn Fn(&mut Worksheet) -> Result<usize, PackError>| {
        let sheet_name = text::sheet_name(wanted, &taken);
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(&sheet_name)?;
        let page_count = make(worksheet)?;
        taken.push(sheet_name.clone());
        contents.push(Contents { title, sheet_name, page_count });
        Ok::<(), PackError>(())
    };

    add("Where the plan stands".to_owned(), "Summary", &|sheet| summary_sheet::write(sheet, &making))?;
    if let Some(since) = &since {
        add("Since the last board".to_owned(), "Since last board", &|sheet| since_sheet::write(sheet, &making, since))?;
    }
    for (index, grid) in plan.grids.iter().enumerate() {
        let title = grid_sheet::heading(grid, index);
        let short = if grid.title.trim().is_empty() { &grid.reference } else { &grid.title };
        let wanted = format!("{} {}", index + 1, short.trim());
        add(title, &wanted, &|sheet| grid_sheet::write(sheet, &making, &columns, grid, index))?;
    }
    add("Timeline".to_owned(), "Timeline", &|sheet| timeline_sheet::write(sheet, &making))?;
    add("Register of actions".to_owned(), "Actions", &|sheet| register_sheet::write(sheet, &making))?;
    if measures_sheet::is_wanted(&making) {
        add("Measures".to_owned(), "Measures", &|sheet| measures_sheet::write(sheet, &making))?;
    }
    if !plan.notes.is_empty() {
        add("Notes on the plan".to_owned(), "Notes", &|sheet| notes_sheet::write(sheet, &making))?;
    }
    if options.working_copy {
        add("What the check found".to_owned(), "Check", &|sheet| check_sheet::write(sheet, &making))?;
    }
    let cover = workbook.worksheet_from_index(0)?;
    cover::write(cover, &making, &contents)?;
    Ok(workbook.save_to_buffer()?)
}

/// The meeting the pack is for: the one chosen, or else the next.
fn meeting<'a>(plan: &'a Plan, options: &PackOptions) -> Result<Option<&'a Meeting>, PackError> {
    if let Some(id) = options.meeting {
        let chosen = plan.meetings.iter().find(|meeting| meeting.id == id);
        return chosen.map(Some).ok_or(PackError::NoSuchMeeting);
    }
    let day = |meeting: &&Meeting| meeting.when.reading().due();
    Ok(plan.meetings.iter().filter(|meeting| day(meeting) >= Some(options.as_at)).min_by_key(day))
}

fn properties(plan: &Plan, options: &PackOptions) -> DocProperties {
    let clean = |words: &str| text::clean(&text::one_line(words)).into_owned();
    let properties = DocProperties::new()
        .set_title(clean(&plan.title))
        .set_author(clean(&plan.partnership))
        .set_subject(format!("Board pack as at {}", crate::dates::long_day_words(options.as_at)))
        .set_status(plan.status.words());
    let made = if (1900..=9999).contains(&options.as_at.year()) { options.as_at } else { NaiveDate::default() };
    properties.set_creation_datetime(&made)
}
