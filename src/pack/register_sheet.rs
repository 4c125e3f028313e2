//! The register: every action as one row of an Excel table, to sort and filter. No cell is joined, so the
//! table stays a table; days are real dates.
//!
//! The first columns print; those to the right (statement, KPIs, milestones) are for the screen, because
//! on paper they stand in the grids, and all of them together could not be read at A4.

use std::borrow::Cow;

use chrono::NaiveDate;
use rust_xlsxwriter::{Table, TableColumn, TableStyle, Worksheet};

use super::cell::{Cell, Content, height_of};
use super::layout::widths::share_out;
use super::sheet::Sheet;
use super::styles::{Style, Styles};
use super::text::capitalised;
use super::{Making, PackError};
use crate::dates::Kind;
use crate::report::{RegisterRow, register};

/// How much wider than the page the printed columns are; the page is scaled down by it.
const WIDER_THAN_PAGE: f32 = 1.17;
/// How many columns print.
const PRINTED: u16 = 11;

/// Headings, and the width of each column: in pixels, or as a weight where it grows with the page.
const COLUMNS: [(&str, Width); 15] = [
    ("Ref", Width::Px(62)),
    ("Grid", Width::Weight(13.0)),
    ("Objective", Width::Px(78)),
    ("Action", Width::Weight(36.0)),
    ("By whom", Width::Weight(16.0)),
    ("By when", Width::Px(98)),
    ("Due", Width::Px(84)),
    ("Status", Width::Chip),
    ("Days late", Width::Px(52)),
    ("Latest update", Width::Weight(20.0)),
    ("Updated", Width::Px(84)),
    ("Deadline read as", Width::Px(110)),
    ("Objective statement", Width::Px(1000)),
    ("Key performance indicators", Width::Px(600)),
    ("Milestones", Width::Px(640)),
];

#[derive(Clone, Copy)]
enum Width {
    Px(u32),
    Weight(f32),
    Chip,
}

/// Writes the sheet and says how many pages it takes.
pub(super) fn write(worksheet: &mut Worksheet, making: &Making<'_>) -> Result<usize, PackError> {
    let styles = making.styles;
    let (widths, page_px) = widths_and_page(making);
    let mut sheet = Sheet::new(worksheet, making.ruler, making.bold, widths, page_px)?;
    making.furniture.set_up(sheet.worksheet());
    let title = sheet.rows(vec![Cell::new(0, "Register of actions", &styles.register_title)], 34);
    let height_px = height_of(&title);
    sheet.write(title)?;
    if making.plan.actions().next().is_none() {
        let none = sheet.rows(vec![Cell::new(0, "The plan has no actions yet.", &styles.overflowing)], 22);
        sheet.write(none)?;
        return sheet.finish();
    }
    let headings = (0_u16..).zip(COLUMNS).map(|(column, (heading, _))| Cell::new(column, heading, &styles.heading));
    let headings = sheet.rows(headings.collect(), 36);
    let headings_px = height_of(&headings);
    sheet.write(headings)?;
    sheet.repeat(0, 1, height_px + headings_px)?;
    sheet.worksheet().set_freeze_panes(2, 1)?;

    for row in register(making.plan, making.as_at) {
        let rows = sheet.rows(cells(&row, styles), 20);
        sheet.write_together(rows)?;
    }
    let last_row = sheet.next_row() - 1;
    let columns: Vec<TableColumn> = COLUMNS
        .iter()
        .map(|(heading, _)| TableColumn::new().set_header(*heading).set_header_format(styles.heading.format.clone()))
        .collect();
    let table = Table::new()
        .set_name("Actions")
        .set_style(TableStyle::None)
        .set_columns(&columns)
        .set_alt_text_title("Register of actions")
        .set_alt_text("Every action of the plan, one a row, in the plan's order.");
    let last_column = sheet.last_column();
    sheet.worksheet().add_table(1, 0, last_row, last_column, &table)?;
    sheet.worksheet().set_print_area(0, 0, last_row, PRINTED - 1)?;
    sheet.finish()
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a page is at most some thousand pixels wide and high"
)]
fn widths_and_page(making: &Making<'_>) -> (Vec<u32>, u32) {
    let wide = |px: u32| (px as f32 * WIDER_THAN_PAGE) as u32;
    let chip = making.styles.widest_chip_px().clamp(80, 150);
    let fixed = |width: Width| match width {
        Width::Px(px) => Some(px),
        Width::Chip => Some(chip),
        Width::Weight(_) => None,
    };
    let printed = &COLUMNS[..usize::from(PRINTED)];
    let fixed_px: u32 = printed.iter().filter_map(|(_, width)| fixed(*width)).sum();
    let weights: Vec<f32> = printed
        .iter()
        .filter_map(|(_, width)| if let Width::Weight(weight) = width { Some(*weight) } else { None })
        .collect();
    let total_px = wide(making.paper.width_px());
    let mut shared = share_out(total_px.saturating_sub(fixed_px), &weights).into_iter();
    let widths = COLUMNS.iter().filter_map(|(_, width)| fixed(*width).or_else(|| shared.next())).collect();
    // The scale is a whole per cent, rounded down.
    (widths, wide(making.paper.height_px()))
}

fn cells<'a>(row: &RegisterRow<'a>, styles: &'a Styles) -> Vec<Cell<'a>> {
    let words = |column, words: Cow<'a, str>| Cell::new(column, words, &styles.register);
    let day = |column, day: Option<NaiveDate>| match day {
        Some(day) => Cell::new(column, Content::Day(day), &styles.register_day),
        None => Cell::new(column, "", &styles.register),
    };
    let by_when = match row.day {
        Some(exact) => day(5, Some(exact)),
        None => words(5, row.when_written.into()),
    };
    let status = match styles.status(row.status) {
        Some(status) => Cell::new(7, status.chip_text.as_str(), &status.register_chip),
        None => words(7, row.status_word.into()),
    };
    let late: Cell<'a> = match row.days_late {
        Some(days) => Cell::new(8, number(days), &styles.register_late),
        None => words(8, "".into()),
    };
    let reference_style: &'a Style = &styles.register_quiet;
    vec![
        Cell::new(0, row.reference.clone(), reference_style),
        words(1, row.grid.into()),
        words(2, row.objective_reference.into()),
        words(3, row.description.into()),
        words(4, row.owners.into()),
        by_when,
        day(6, row.due),
        status,
        late,
        words(9, row.update.into()),
        day(10, row.update_on),
        words(11, kind_words(row.kind).into()),
        words(12, row.objective_statement.into()),
        words(13, row.kpis.clone()),
        words(14, row.milestones.clone()),
    ]
}

#[expect(clippy::cast_precision_loss, reason = "an action is late by less than a million days")]
fn number(days: i64) -> Content<'static> {
    Content::Number(days as f64)
}

fn kind_words(kind: Kind) -> String {
    match kind {
        Kind::Blank => "No deadline".to_owned(),
        Kind::Unread => "Not read".to_owned(),
        other => capitalised(other.name()),
    }
}
