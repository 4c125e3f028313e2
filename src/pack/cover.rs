//! The cover: what the paper is, whom it is for, the fields a board asks for, and the contents.
//!
//! Fields the plan does not hold (agenda item, author, sponsor, purpose, recommendations) are left clear,
//! to be filled in by hand or in the workbook.

use rust_xlsxwriter::{Url, Worksheet};

use super::cell::{Cell, Content};
use super::print::status_and_version;
use super::sheet::Sheet;
use super::text::{clean, one_line, shortened};
use super::{Contents, Making, PackError};
use crate::dates::{day_words, long_day_words};
use crate::model::PlanStatus;

const LABEL: u16 = 0;
const VALUE: u16 = 1;
const CONTENTS: u16 = 3;
const PAGE: u16 = 4;
const FIELD_PX: u32 = 27;
/// How many lines are left clear for recommendations.
const RECOMMENDATIONS: usize = 3;

/// Writes the cover.
pub(super) fn write(worksheet: &mut Worksheet, making: &Making<'_>, contents: &[Contents]) -> Result<usize, PackError> {
    let page_px = making.paper.width_px();
    let (label, gap, page) = (150, 36, 50);
    let value = (page_px - label - gap - page) * 56 / 100;
    let widths = vec![label, value, gap, page_px - label - value - gap - page, page];
    let mut sheet = Sheet::new(worksheet, making.ruler, making.bold, widths, making.paper.height_px())?;
    making.furniture.set_up(sheet.worksheet());
    opening(&mut sheet, making)?;
    let left = fields(making);
    body(&mut sheet, making, &left, contents)?;
    sheet.worksheet().set_active(true).set_selection(0, 0, 0, 0)?;
    sheet.finish()
}

fn opening(sheet: &mut Sheet<'_>, making: &Making<'_>) -> Result<(), PackError> {
    let (plan, styles) = (making.plan, making.styles);
    let title = one_line(&plan.title);
    let title = if title.is_empty() { "Untitled plan".to_owned() } else { title };
    let cells = if plan.status == PlanStatus::Draft {
        vec![
            Cell::across(LABEL, VALUE, title, &styles.cover_title),
            Cell::across(CONTENTS, PAGE, "DRAFT", &styles.cover_draft),
        ]
    } else {
        vec![Cell::across(LABEL, PAGE, title, &styles.cover_title)]
    };
    let rows = sheet.rows(cells, 44);
    sheet.write(rows)?;
    let under: Vec<String> = [one_line(&plan.partnership), one_line(&plan.period.label)]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect();
    let rows = sheet.rows(vec![Cell::across(LABEL, PAGE, under.join("  ·  "), &styles.cover_partnership)], 30);
    sheet.write(rows)?;
    let rule = (LABEL..=PAGE).map(|column| Cell::new(column, "", &styles.cover_rule)).collect();
    let rows = sheet.rows(rule, 4);
    sheet.write(rows)?;
    if !plan.front_matter.trim().is_empty() {
        sheet.gap(6)?;
        let words = Cell::across(LABEL, PAGE, plan.front_matter.trim(), &styles.cover_words);
        let rows = sheet.rows(vec![words], 20);
        sheet.write_together(rows)?;
    }
    if let Some(since) = making.since {
        sheet.gap(6)?;
        let rows = sheet.rows(vec![Cell::across(LABEL, PAGE, since.in_short(), &styles.body)], 20);
        sheet.write_together(rows)?;
    }
    sheet.gap(12)
}

/// The fields: label and value, in order.
fn fields(making: &Making<'_>) -> Vec<(&'static str, String)> {
    let plan = making.plan;
    let mut fields = Vec::new();
    if let Some(meeting) = making.meeting {
        fields.push(("Board", one_line(&meeting.name)));
        let day = meeting.when.reading().due();
        fields.push(("Date of meeting", day.map_or_else(|| one_line(meeting.when.written()), long_day_words)));
    } else {
        fields.push(("Board", String::new()));
        fields.push(("Date of meeting", String::new()));
    }
    fields.push(("Agenda item", String::new()));
    let span = format!("{} to {}", day_words(plan.period.from), day_words(plan.period.to));
    let label = one_line(&plan.period.label);
    fields.push(("Plan period", if label.is_empty() { span } else { format!("{label}, {span}") }));
    fields.push(("Plan status", status_and_version(plan)));
    fields.push(("As at", long_day_words(making.as_at)));
    for label in ["Author", "Sponsor", "Purpose"] {
        fields.push((label, String::new()));
    }
    for number in 1..=RECOMMENDATIONS {
        fields.push((if number == 1 { "Recommendations" } else { "" }, format!("{number}.")));
    }
    fields
}

fn body(
    sheet: &mut Sheet<'_>,
    making: &Making<'_>,
    fields: &[(&'static str, String)],
    contents: &[Contents],
) -> Result<(), PackError> {
    let styles = making.styles;
    let headings = vec![
        Cell::across(LABEL, VALUE, "This paper", &styles.field_heading),
        Cell::new(CONTENTS, "Contents", &styles.field_heading),
        Cell::new(PAGE, "Page", &styles.field_heading_right),
    ];
    let rows = sheet.rows(headings, FIELD_PX);
    sheet.write(rows)?;
    let cover_pages = cover_pages(sheet, fields.len().max(contents.len()));
    let mut page = cover_pages + 1;
    for index in 0..fields.len().max(contents.len()) {
        let mut cells = Vec::new();
        if let Some((label, value)) = fields.get(index) {
            cells.push(Cell::new(LABEL, *label, &styles.field_label));
            cells.push(Cell::new(VALUE, value.as_str(), &styles.field_value));
        }
        let entry = contents.get(index);
        if let Some(entry) = entry {
            cells.push(Cell::new(CONTENTS, entry.title.as_str(), &styles.link));
            let number = u32::try_from(page).unwrap_or(u32::MAX);
            cells.push(Cell::new(PAGE, Content::Number(f64::from(number)), &styles.link_page));
            page += entry.page_count;
        }
        let rows = sheet.rows(cells, FIELD_PX);
        let row_number = sheet.next_row();
        let is_one_row = rows.len() == 1;
        let breaks_before = sheet.flow().page_count();
        sheet.write_together(rows)?;
        if let Some(entry) = entry.filter(|_| is_one_row && sheet.flow().page_count() >= breaks_before) {
            link(sheet, making, row_number, entry)?;
        }
    }
    Ok(())
}

/// How many pages the cover takes, if its rows have their least height.
fn cover_pages(sheet: &Sheet<'_>, rows: usize) -> usize {
    let left = usize::try_from(sheet.flow().left_px() / FIELD_PX).unwrap_or(0);
    let each = usize::try_from(sheet.flow().whole_page() / FIELD_PX).unwrap_or(1).max(1);
    1 + rows.saturating_sub(left).div_ceil(each)
}

fn link(sheet: &mut Sheet<'_>, making: &Making<'_>, row: u32, entry: &Contents) -> Result<(), PackError> {
    let target = format!("internal:'{}'!A1", entry.sheet_name.replace('\'', "''"));
    let title = shortened(&clean(&entry.title), 2_000);
    let tip = format!("Go to “{}”", entry.sheet_name);
    let format = &making.styles.link.format;
    sheet.worksheet().write_url_with_options(row, CONTENTS, Url::new(target), title, tip, Some(format))?;
    Ok(())
}
