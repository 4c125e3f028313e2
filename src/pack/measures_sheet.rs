//! The measures: every KPI that has figures, one a row, with each quarter's figure and how it stands.
//!
//! A figure that is a number as written is a real number, shown as it was written; any other is its words.

use std::collections::HashMap;

use rust_xlsxwriter::{Table, TableColumn, TableStyle, Worksheet};

use super::cell::{Cell, Content, height_of};
use super::sheet::Sheet;
use super::styles::Style;
use super::{Making, PackError};
use crate::dates::Quarter;
use crate::model::{Measure, Shows};
use crate::report::{Against, MEASURE_RULE, MeasureRow, measures, quarters_of};

const REFERENCE_PX: u32 = 70;
const FIGURE_PX: u32 = 78;
const STANDING_PX: u32 = 230;
const COUNTED_PX: u32 = 130;
/// The words of a KPI are no narrower; a wider sheet is scaled down to its page.
const LEAST_WORDS_PX: u32 = 320;
/// Baseline and target stand before the quarters.
const BEFORE_QUARTERS: usize = 2;

/// Whether there is anything to write.
pub(super) fn is_wanted(making: &Making<'_>) -> bool {
    making.plan.actions().flat_map(|action| &action.kpis).any(|kpi| !kpi.measure.is_blank())
}

/// Writes the sheet and says how many pages it takes.
pub(super) fn write(worksheet: &mut Worksheet, making: &Making<'_>) -> Result<usize, PackError> {
    let (plan, styles) = (making.plan, making.styles);
    let rows = measures(plan, making.as_at);
    // A plan of many years shows those that anybody wrote a figure for, and the year of the as-at day.
    let quarters = quarters_shown(making, &rows);
    let (widths, page_px) = widths_and_page(making, quarters.len());
    let looks = Looks::new(making, &rows);
    let mut sheet = Sheet::new(worksheet, making.ruler, making.bold, widths, page_px)?;
    making.furniture.set_up(sheet.worksheet());
    let title = sheet.rows(vec![Cell::new(0, "Measures", &styles.register_title)], 34);
    let title_px = height_of(&title);
    sheet.write(title)?;
    let headings = headings(making, &quarters);
    let cells = (0_u16..).zip(&headings).map(|(column, words)| Cell::new(column, words.as_str(), &styles.heading));
    let head = sheet.rows(cells.collect(), 36);
    let head_px = height_of(&head);
    sheet.write(head)?;
    sheet.repeat(0, 1, title_px + head_px)?;
    sheet.worksheet().set_freeze_panes(2, 1)?;
    let references: HashMap<_, String> =
        plan.standings().map(|standing| (standing.action.id, standing.reference())).collect();
    for row in &rows {
        let reference = references.get(&row.action.id).map_or("", String::as_str);
        let cells = cells_of(row, reference, &quarters, making, &looks);
        let written = sheet.rows(cells, 20);
        sheet.write_together(written)?;
    }
    let last_row = sheet.next_row() - 1;
    let columns: Vec<TableColumn> = headings
        .iter()
        .map(|words| TableColumn::new().set_header(words).set_header_format(styles.heading.format.clone()))
        .collect();
    let table = Table::new()
        .set_name("Measures")
        .set_style(TableStyle::None)
        .set_columns(&columns)
        .set_alt_text_title("Measures")
        .set_alt_text("Every indicator that has figures, one a row, in the plan's order.");
    let last_column = sheet.last_column();
    sheet.worksheet().add_table(1, 0, last_row, last_column, &table)?;
    rule(&mut sheet, making)?;
    sheet.finish()
}

/// How it is worked out, below the table.
fn rule(sheet: &mut Sheet<'_>, making: &Making<'_>) -> Result<(), PackError> {
    let last = sheet.last_column();
    sheet.gap(12)?;
    let mut rows = sheet.rows(vec![Cell::across(0, last, "How this is worked out", &making.styles.body_bold)], 20);
    for sentence in MEASURE_RULE {
        rows.extend(sheet.rows(vec![Cell::across(0, last, sentence, &making.styles.quiet)], 18));
    }
    sheet.write_together(rows)
}

fn quarters_shown(making: &Making<'_>, rows: &[MeasureRow<'_>]) -> Vec<Quarter> {
    let all = quarters_of(&making.plan.period);
    let this_year = Quarter::of(making.as_at).financial_year();
    let is_one_year =
        all.iter().all(|quarter| Some(quarter.financial_year()) == all.first().map(Quarter::financial_year));
    let has_figures = |year: i32| {
        let mut quarters = rows.iter().flat_map(|row| row.kpi.measure.actuals.keys());
        quarters.any(|quarter| quarter.financial_year() == year)
    };
    let is_shown = |quarter: &Quarter| {
        is_one_year || quarter.financial_year() == this_year || has_figures(quarter.financial_year())
    };
    let mut shown: Vec<Quarter> = all.into_iter().filter(is_shown).collect();
    // A figure of a quarter that the period has no more is a word of the plan all the same.
    shown.extend(rows.iter().flat_map(|row| row.kpi.measure.actuals.keys()).copied());
    shown.sort_unstable();
    shown.dedup();
    shown
}

fn widths_and_page(making: &Making<'_>, quarters: usize) -> (Vec<u32>, u32) {
    let figures = BEFORE_QUARTERS + quarters;
    let beside =
        REFERENCE_PX + FIGURE_PX * u32::try_from(figures).unwrap_or(u32::MAX / 1_000) + STANDING_PX + COUNTED_PX;
    let page = making.paper.width_px();
    let words = page.saturating_sub(beside).max(LEAST_WORDS_PX);
    let total = beside + words;
    let mut widths = vec![REFERENCE_PX, words];
    widths.extend(std::iter::repeat_n(FIGURE_PX, figures));
    widths.extend([STANDING_PX, COUNTED_PX]);
    // What is wider than the page is scaled down, and as much more fits below.
    (widths, making.paper.height_px() * total / page)
}

fn headings(making: &Making<'_>, quarters: &[Quarter]) -> Vec<String> {
    let words = making.plan.heading_of(Shows::Kpis).trim();
    let words = if words.is_empty() || matches!(words, "Ref" | "Baseline" | "Target") { "Indicator" } else { words };
    let mut headings = vec!["Ref".to_owned(), words.to_owned(), "Baseline".to_owned(), "Target".to_owned()];
    headings.extend(quarters.iter().map(Quarter::label));
    headings.extend(["How it stands".to_owned(), "How it is counted".to_owned()]);
    headings
}

/// The looks of figures. They stand at the left as the register's days and numbers do.
struct Looks {
    words: Style,
    /// One for each way in which a number is written.
    numbers: HashMap<String, Style>,
}

impl Looks {
    fn new(making: &Making<'_>, rows: &[MeasureRow<'_>]) -> Self {
        let words = making.styles.register.clone();
        let written = rows.iter().flat_map(|row| figures_of(&row.kpi.measure));
        let formats = written.filter_map(number).map(|(_, format)| format);
        let numbers = formats.map(|format| (format.clone(), words.clone().number(&format))).collect();
        Self { words, numbers }
    }

    fn cell<'a>(&'a self, column: u16, written: &'a str) -> Cell<'a> {
        match number(written).and_then(|(value, format)| Some((value, self.numbers.get(&format)?))) {
            Some((value, style)) => Cell::new(column, Content::Number(value), style),
            None => Cell::new(column, written, &self.words),
        }
    }
}

fn figures_of(measure: &Measure) -> impl Iterator<Item = &str> {
    [&measure.baseline, &measure.target].into_iter().chain(measure.actuals.values()).map(String::as_str)
}

fn cells_of<'a>(
    row: &'a MeasureRow<'a>,
    reference: &'a str,
    quarters: &[Quarter],
    making: &'a Making<'_>,
    looks: &'a Looks,
) -> Vec<Cell<'a>> {
    let styles = making.styles;
    let measure = &row.kpi.measure;
    let words = if row.kpi.text.trim().is_empty() { &row.action.description } else { &row.kpi.text };
    let mut cells = vec![
        Cell::new(0, reference, &styles.register_quiet),
        Cell::new(1, words.as_str(), &styles.register),
        looks.cell(2, &measure.baseline),
        looks.cell(3, &measure.target),
    ];
    let mut column = 4;
    for quarter in quarters {
        cells.push(looks.cell(column, measure.actuals.get(quarter).map_or("", String::as_str)));
        column += 1;
    }
    let against = row.standing.against;
    let standing = format!("{} {}", against.shape().character(), row.standing.sentence());
    let style = if against == Against::Below { &styles.register_late } else { &styles.register };
    cells.push(Cell::new(column, standing, style));
    let counted = format!("{}\n{}", measure.direction.words(), measure.counted.words());
    cells.push(Cell::new(column + 1, counted, &styles.register_quiet));
    cells
}

/// A figure that is written as nothing but a number, and the format that shows it as it was written: "35,000", "62%",
/// "£20".
fn number(written: &str) -> Option<(f64, String)> {
    let written = written.trim();
    let (sign, rest) = written.strip_prefix('-').map_or((1.0, written), |rest| (-1.0, rest));
    let (pounds, rest) = rest.strip_prefix('£').map_or(("", rest), |rest| ("\"£\"", rest));
    let (percent, rest) = rest.strip_suffix('%').map_or(("", rest), |rest| ("%", rest));
    let (whole, part) = rest.split_once('.').map_or((rest, None), |(whole, part)| (whole, Some(part)));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let others: Vec<&str> = groups.collect();
    let is_grouped = !others.is_empty();
    let is_plain = are_digits(first)
        && (first == "0" || !first.starts_with('0'))
        && (!is_grouped || first.len() <= 3)
        && others.iter().all(|group| group.len() == 3 && are_digits(group))
        // A workbook keeps fifteen digits of a number.
        && whole.len() + part.map_or(0, str::len) <= 15
        && part.is_none_or(are_digits)
        && (sign > 0.0 || pounds.is_empty());
    if !is_plain {
        return None;
    }
    let value: f64 = rest.replace(',', "").parse().ok()?;
    let value = sign * if percent.is_empty() { value } else { value / 100.0 };
    let digits = if is_grouped { "#,##0" } else { "0" };
    let part = part.map(|part| format!(".{}", "0".repeat(part.len()))).unwrap_or_default();
    Some((value, format!("{pounds}{digits}{part}{percent}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_as_a_number_is_one_and_looks_the_same() {
        for (written, value, format) in [
            ("70", 70.0, "0"),
            ("35,000", 35_000.0, "#,##0"),
            ("62%", 0.62, "0%"),
            ("62.5%", 0.625, "0.0%"),
            ("-3", -3.0, "0"),
            ("£1,200.50", 1200.5, "\"£\"#,##0.00"),
            ("0", 0.0, "0"),
        ] {
            let (found, shown) = number(written).unwrap_or_else(|| panic!("{written}"));
            assert!((found - value).abs() < 1e-12, "{written}: {found}");
            assert_eq!(shown, format, "{written}");
        }
        for words in ["", "TBC", "12 days", "about 70", "1,20", "007", "1.2.3", "£1.2m", "3/4", "1e5", "-£3", "5."] {
            assert_eq!(number(words), None, "{words}");
        }
    }
}
