//! The counts on the summary: grid by status with a bar chart beside it; or, while no action has a status,
//! grid by quarter of the deadline, so that there is never an empty chart.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill, ChartType,
    ObjectMovement,
};

use super::cell::{Cell, Content, Row, height_of};
use super::layout::metrics::FONT_NAME;
use super::months::{Falls, Scale};
use super::palette;
use super::sheet::Sheet;
use super::styles::{Style, colour};
use super::summary_sheet::LAST;
use super::{Making, PackError};
use crate::model::Colour;
use crate::report::Summary;

/// The last narrow column of a grid's title.
const TITLE_LAST: u16 = 5;
/// The last narrow column the counts may take; the chart stands to the right.
const COUNTS_LAST: u16 = 13;
/// The least height of the chart.
const CHART_PX: u32 = 190;

/// A column of counts.
struct Count {
    heading: String,
    /// The count of each grid, in order.
    of_grid: Vec<usize>,
    /// Its colour in the chart; none for the total.
    colour: Option<Colour>,
}

/// Writes the counts, the chart beside them and the key below.
pub(super) fn write(sheet: &mut Sheet<'_>, making: &Making<'_>, summary: &Summary) -> Result<(), PackError> {
    let by_status = summary.total.with_status() > 0;
    let counts = if by_status { counts_by_status(making, summary) } else { counts_by_quarter(making) };
    let first_row = sheet.next_row();
    let rows = table(sheet, making, summary, &counts);
    let table_px = height_of(&rows);
    // The chart is as high as the table, or the page keeps some room free below the table for it.
    let chart_px = table_px.max(CHART_PX);
    let pages_before = sheet.flow().page_count();
    sheet.write_together(rows)?;
    let is_whole = sheet.flow().page_count() == pages_before;
    let below_px = if is_whole { chart_px - table_px } else { 0 };
    if below_px > 0 {
        sheet.gap(below_px)?;
    }
    let chart_px = if is_whole { chart_px } else { chart_px.min(560) };
    let chart = chart(making, summary, &counts, first_row, sheet, chart_px, by_status);
    sheet.worksheet().insert_chart_with_offset(first_row, COUNTS_LAST + 1, &chart, 14, 0)?;
    sheet.gap(8)?;
    if by_status { key(sheet, making) } else { no_status_line(sheet, making) }
}

fn counts_by_status(making: &Making<'_>, summary: &Summary) -> Vec<Count> {
    let styles = making.styles;
    let mut counts: Vec<Count> = summary
        .total
        .by_status
        .iter()
        .enumerate()
        .map(|(index, (status, _))| Count {
            heading: styles.status(Some(*status)).map_or_else(String::new, |status| status.letter_text.clone()),
            of_grid: summary.grids.iter().map(|grid| grid.counts.by_status.get(index).map_or(0, |one| one.1)).collect(),
            colour: styles.status(Some(*status)).map(|status| status.colour),
        })
        .collect();
    if summary.total.without_status > 0 {
        counts.push(Count {
            heading: "None yet".to_owned(),
            of_grid: summary.grids.iter().map(|grid| grid.counts.without_status).collect(),
            colour: Some(palette::LINE),
        });
    }
    counts
}

fn counts_by_quarter(making: &Making<'_>) -> Vec<Count> {
    let plan = making.plan;
    let scale = Scale::in_quarters(plan.period.span());
    let wanted = std::iter::once((Falls::Before, "Before".to_owned()))
        .chain(scale.slots.iter().enumerate().map(|(index, slot)| (Falls::In(index), slot.label.clone())))
        .chain(std::iter::once((Falls::After, "After".to_owned())));
    let mut counts: Vec<Count> = wanted
        .map(|(at, heading)| {
            let in_it = |grid: &crate::model::Grid| {
                let dues = grid.actions().filter_map(|action| action.when.reading().due());
                dues.filter(|due| scale.falls(*due) == at).count()
            };
            Count { heading, of_grid: plan.grids.iter().map(in_it).collect(), colour: Some(palette::ACCENT) }
        })
        .collect();
    let no_day = |grid: &crate::model::Grid| grid.actions().filter(|one| one.when.reading().due().is_none()).count();
    counts.push(Count {
        heading: "No day".to_owned(),
        of_grid: plan.grids.iter().map(no_day).collect(),
        colour: Some(palette::LINE),
    });
    // A column of nothing but noughts before or after the period says nothing.
    counts.retain(|count| {
        !(matches!(count.heading.as_str(), "Before" | "After") && count.of_grid.iter().sum::<usize>() == 0)
    });
    counts
}

/// The narrow columns of the n-th count of so many, and of the total after them.
fn columns_of(index: usize, count: usize) -> (u16, u16) {
    let each = ((usize::from(COUNTS_LAST - TITLE_LAST)) / (count + 1)).clamp(1, 2);
    let first = usize::from(TITLE_LAST) + 1 + index * each;
    let column = |column: usize| u16::try_from(column).unwrap_or(LAST).min(LAST);
    (column(first), column(first + each - 1))
}

fn table<'a>(sheet: &Sheet<'_>, making: &'a Making<'_>, summary: &Summary, counts: &[Count]) -> Vec<Row<'a>> {
    let styles = making.styles;
    let count_of = counts.len();
    let mut headings = vec![Cell::across(0, TITLE_LAST, "Grid", &styles.heading)];
    for (index, count) in counts.iter().enumerate() {
        let (first, last) = columns_of(index, count_of);
        let style = status_heading(making, summary, index).unwrap_or(&styles.heading_small);
        headings.push(Cell::across(first, last, count.heading.clone(), style));
    }
    let (first, last) = columns_of(count_of, count_of);
    headings.push(Cell::across(first, last, "All", &styles.heading_middle));
    let mut rows = sheet.rows(headings, 24);

    let line = |title: String, of: &dyn Fn(&Count) -> usize, total: usize, words: &'a Style, number: &'a Style| {
        let mut cells = vec![Cell::across(0, TITLE_LAST, title, words)];
        for (index, count) in counts.iter().enumerate() {
            let (first, last) = columns_of(index, count_of);
            cells.push(Cell::across(first, last, number_of(of(count)), number));
        }
        let (first, last) = columns_of(count_of, count_of);
        cells.push(Cell::across(first, last, number_of(total), &styles.cell_total_middle));
        cells
    };
    for (index, grid) in summary.grids.iter().enumerate() {
        let of = |count: &Count| count.of_grid.get(index).copied().unwrap_or(0);
        let cells = line(title(summary, index), &of, grid.counts.total, &styles.cell, &styles.cell_middle);
        rows.extend(sheet.rows(cells, 22));
    }
    let all = |count: &Count| count.of_grid.iter().sum();
    let cells = line("All".to_owned(), &all, summary.total.total, &styles.cell_total, &styles.cell_total_middle);
    rows.extend(sheet.rows(cells, 22));
    rows
}

fn title(summary: &Summary, index: usize) -> String {
    let title = summary.grids.get(index).map_or("", |grid| grid.title.as_str());
    format!("{} {}", index + 1, super::text::one_line(title))
}

fn status_heading<'a>(making: &'a Making<'_>, summary: &Summary, index: usize) -> Option<&'a Style> {
    if summary.total.with_status() == 0 {
        return None;
    }
    let (status, _) = summary.total.by_status.get(index)?;
    making.styles.status(Some(*status)).map(|status| &status.chip_middle)
}

fn number_of(count: usize) -> Content<'static> {
    Content::Number(f64::from(u32::try_from(count).unwrap_or(u32::MAX)))
}

fn key(sheet: &mut Sheet<'_>, making: &Making<'_>) -> Result<(), PackError> {
    let words: Vec<String> = making
        .plan
        .statuses
        .iter()
        .map(|status| format!("{} {}  {}", status.shape.character(), status.letter, status.word))
        .collect();
    let line = format!("Key:   {}", words.join("      "));
    let rows = sheet.rows(vec![Cell::across(0, LAST, line, &making.styles.quiet)], 18);
    sheet.write_together(rows)
}

fn no_status_line(sheet: &mut Sheet<'_>, making: &Making<'_>) -> Result<(), PackError> {
    let line = "No action has a status yet, so this counts the actions by the quarter of their deadline. \
                “No day” are those whose deadline gives no day: ongoing, recurring, left open or not read.";
    let rows = sheet.rows(vec![Cell::across(0, LAST, line, &making.styles.quiet)], 18);
    sheet.write_together(rows)
}

#[allow(clippy::cast_possible_truncation, reason = "there are fewer grids than a sheet has rows")]
fn chart(
    making: &Making<'_>,
    summary: &Summary,
    counts: &[Count],
    first_row: u32,
    sheet: &Sheet<'_>,
    height_px: u32,
    by_status: bool,
) -> Chart {
    let mut chart = Chart::new(if by_status { ChartType::BarStacked } else { ChartType::Column });
    let (grid_first, grid_last) = (first_row + 1, first_row + summary.grids.len() as u32);
    let label_font = font(8.0, palette::INK);
    if by_status {
        for (index, count) in counts.iter().enumerate() {
            let (column, _) = columns_of(index, counts.len());
            let fill = count.colour.unwrap_or(palette::LINE);
            let mut format = ChartFormat::new();
            format.set_solid_fill(ChartSolidFill::new().set_color(colour(fill)));
            let mut label = ChartDataLabel::new();
            label.show_value().set_num_format("0;;").set_font(font(8.0, label_ink(fill)).set_bold());
            let status = summary.total.by_status.get(index).and_then(|one| making.plan.status_of(Some(one.0)));
            let name = status.map_or("No status yet", |status| status.word.as_str());
            chart
                .add_series()
                .set_name(name)
                .set_categories(("Summary", grid_first, 0, grid_last, 0))
                .set_values(("Summary", grid_first, column, grid_last, column))
                .set_format(&mut format)
                .set_gap(45)
                .set_overlap(100)
                .set_data_label(&label);
        }
        chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&label_font);
        // Bars run from the top, as the table does.
        chart.y_axis().set_reverse();
    } else {
        let total_row = grid_last + 1;
        let (first, _) = columns_of(0, counts.len());
        let (_, last) = columns_of(counts.len() - 1, counts.len());
        let mut format = ChartFormat::new();
        format.set_solid_fill(ChartSolidFill::new().set_color(colour(palette::ACCENT)));
        let mut label = ChartDataLabel::new();
        label.show_value().set_font(&label_font);
        chart
            .add_series()
            .set_name("Actions due")
            .set_categories(("Summary", first_row, first, first_row, last))
            .set_values(("Summary", total_row, first, total_row, last))
            .set_format(&mut format)
            .set_gap(60)
            .set_data_label(&label);
        chart.legend().set_hidden();
    }
    finish_axes(&mut chart, &label_font, by_status);
    chart
        .title()
        .set_name(if by_status { "Actions by status" } else { "Actions by quarter of their deadline" })
        .set_font(font(10.0, palette::INK).set_bold());
    chart.set_alt_text(alt_text(summary, counts, by_status));
    chart.set_width(sheet.width_px(COUNTS_LAST + 1, LAST).saturating_sub(16)).set_height(height_px);
    chart.set_object_movement(ObjectMovement::MoveButDontSizeWithCells);
    chart
}

/// The values are on the bars, so only the axis with the names is drawn. A bar chart's names stand on its
/// vertical axis.
fn finish_axes(chart: &mut Chart, label_font: &ChartFont, is_bars: bool) {
    let mut line = ChartFormat::new();
    line.set_line(ChartLine::new().set_color(colour(palette::LINE)));
    let names = if is_bars { chart.y_axis() } else { chart.x_axis() };
    names.set_font(label_font).set_format(&mut line);
    let values = if is_bars { chart.x_axis() } else { chart.y_axis() };
    values.set_hidden(true).set_major_gridlines(false);
    let mut none = ChartFormat::new();
    none.set_no_border().set_no_fill();
    chart.chart_area().set_format(&mut none);
}

fn font(size_pt: f64, ink: Colour) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name(FONT_NAME).set_size(size_pt).set_color(colour(ink));
    font
}

/// White on dark bars, ink on light ones.
fn label_ink(ground: Colour) -> Colour {
    if palette::is_dark(ground) { palette::WHITE } else { palette::INK }
}

fn alt_text(summary: &Summary, counts: &[Count], by_status: bool) -> String {
    let mut words = if by_status {
        format!("Bar chart of the actions of each grid by status. {}", summary.sentence)
    } else {
        let parts: Vec<String> =
            counts.iter().map(|count| format!("{} {}", count.heading, count.of_grid.iter().sum::<usize>())).collect();
        format!("Column chart of the actions by the quarter of their deadline: {}.", parts.join(", "))
    };
    words = super::text::shortened(&super::text::clean(&words), 250);
    words
}
