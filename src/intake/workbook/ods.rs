//! `OpenDocument` spreadsheets: .ods.
//!
//! Read here and not by calamine, which gives the values but neither what the cells show ("5%"), nor hidden rows,
//! merged cells and notes; an .ods keeps all of these in one part.

use std::collections::HashSet;

use roxmltree::Node;

use super::parts::{Parts, xml};
use super::sheet::{Merged, Sheet};
use super::{Progress, go_on, remark, share, share_within, shown};
use crate::intake::intake_error::IntakeCause;

/// Rows and columns a sheet can have.
const MOST_ROWS: u32 = 1_048_576;
const MOST_COLUMNS: u32 = 16_384;

/// Rows between two looks at whether to go on.
const STRETCH: usize = 500;

pub(super) fn read(parts: &mut Parts<'_>, progress: Progress<'_>) -> Result<Vec<Sheet>, IntakeCause> {
    if parts.text("META-INF/manifest.xml").is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(IntakeCause::Encrypted);
    }
    let missing = || IntakeCause::Spoiled("its part \"content.xml\" is missing".to_owned());
    let content = parts.text("content.xml").ok_or_else(missing)?;
    let document = xml(&content)?;
    let hidden = hidden_styles(document.root_element());
    let tables: Vec<Node<'_, '_>> = document
        .descendants()
        .filter(|node| is(*node, "table") && node.parent().is_some_and(|parent| is(parent, "spreadsheet")))
        .collect();
    let mut sheets = Vec::new();
    for (index, node) in tables.iter().enumerate() {
        go_on(progress, share(index, tables.len()))?;
        let mut sheet = Sheet::new(Some(attribute(*node, "name").unwrap_or_default().to_owned()));
        sheet.is_hidden = attribute(*node, "style-name").is_some_and(|style| hidden.contains(style));
        let begin = node.range();
        let tell = |at: usize| {
            let place = |at: usize| u32::try_from(at - begin.start).unwrap_or(u32::MAX);
            go_on(progress, share_within(index, tables.len(), place(at), place(begin.end)))
        };
        table(*node, &mut sheet, &tell)?;
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// The styles that hide a sheet.
fn hidden_styles<'a>(root: Node<'a, '_>) -> HashSet<&'a str> {
    let hiding = |style: &Node<'a, '_>| style.children().any(|node| attribute(node, "display") == Some("false"));
    let styles = root.descendants().filter(|node| is(*node, "style")).filter(hiding);
    styles.filter_map(|style| attribute(style, "name")).collect()
}

/// `tell` is told where in the part it is.
fn table(
    table: Node<'_, '_>,
    sheet: &mut Sheet,
    tell: &dyn Fn(usize) -> Result<(), IntakeCause>,
) -> Result<(), IntakeCause> {
    let name = sheet.name.clone().unwrap_or_default();
    let (mut next_row, mut next_column) = (0_u32, 0_u32);
    let mut rows: usize = 0;
    for node in table.descendants() {
        match node.tag_name().name() {
            "table-column" => {
                let end = next_column.saturating_add(repeated(node, "number-columns-repeated")).min(MOST_COLUMNS);
                if is_hidden(node) {
                    sheet.hidden_columns.extend(next_column..end);
                }
                next_column = end;
            }
            "table-row" => {
                rows += 1;
                if rows.is_multiple_of(STRETCH) {
                    tell(node.range().start)?;
                }
                let times = repeated(node, "number-rows-repeated").min(MOST_ROWS.saturating_sub(next_row));
                add_rows(node, next_row, times, sheet)?;
                next_row += times;
            }
            "frame" if node.ancestors().all(|above| !is(above, "annotation")) => {
                sheet.remarks.push(remark(&name, None, "Pictures, charts and text boxes on this sheet were not read."));
            }
            _ => {}
        }
    }
    Ok(())
}

/// The same row, so many times.
fn add_rows(node: Node<'_, '_>, first: u32, times: u32, sheet: &mut Sheet) -> Result<(), IntakeCause> {
    let cells: Vec<Node<'_, '_>> =
        node.children().filter(|cell| is(*cell, "table-cell") || is(*cell, "covered-table-cell")).collect();
    if cells.iter().all(|cell| !cell.has_children() && attribute(*cell, "value").is_none()) {
        return Ok(());
    }
    for row in first..first + times {
        if is_hidden(node) {
            sheet.hidden_rows.insert(row);
        }
        if node.parent().is_some_and(|parent| is(parent, "table-header-rows")) {
            sheet.heading_rows.insert(row);
        }
        let mut column = 0_u32;
        for cell in &cells {
            let repeats = repeated(*cell, "number-columns-repeated").min(MOST_COLUMNS.saturating_sub(column));
            if cell.has_children() || attribute(*cell, "value").is_some() {
                for again in column..column + repeats {
                    add_cell(*cell, row, again, sheet)?;
                }
            }
            column += repeats;
        }
    }
    Ok(())
}

fn add_cell(cell: Node<'_, '_>, row: u32, column: u32, sheet: &mut Sheet) -> Result<(), IntakeCause> {
    let name = sheet.name.clone().unwrap_or_default();
    let more = |span| repeated(cell, span) - 1;
    let (down, across) = (more("number-rows-spanned"), more("number-columns-spanned"));
    if down + across > 0 {
        let last = (row.saturating_add(down), column.saturating_add(across));
        sheet.merged.push(Merged { first: (row, column), last });
    }
    for note in cell.children().filter(|child| is(*child, "annotation")) {
        let words = paragraphs(note);
        if !words.trim().is_empty() {
            sheet.remarks.push(remark(&name, Some((row, column)), format!("There is a note: {}", words.trim())));
        }
    }
    let words = words(cell);
    if cell.attributes().any(|attribute| attribute.name() == "value-type" && attribute.value() == "error") {
        let text = format!("This cell shows {}: its formula has no result.", words.trim());
        sheet.remarks.push(remark(&name, Some((row, column)), text));
    }
    sheet.add(row, column, &words)
}

/// What the cell shows; a date day first and in full.
fn words(cell: Node<'_, '_>) -> String {
    let shown = paragraphs(cell);
    match attribute(cell, "date-value") {
        Some(date) => shown::iso(date, shown::shows_of_words(date, &shown)),
        None if shown.trim().is_empty() => {
            let value = attribute(cell, "value").and_then(|value| value.parse().ok());
            value.map_or(shown, |value| shown::number(value, None))
        }
        None => shown,
    }
}

fn paragraphs(node: Node<'_, '_>) -> String {
    let paragraphs = node.children().filter(|child| is(*child, "p") || is(*child, "h"));
    paragraphs.map(paragraph).collect::<Vec<_>>().join("\n")
}

fn paragraph(paragraph: Node<'_, '_>) -> String {
    let mut words = String::new();
    for node in paragraph.descendants() {
        match node.tag_name().name() {
            // Spaces beyond the first, which XML would swallow.
            "s" => words.extend(std::iter::repeat_n(' ', repeated(node, "c").min(1_000) as usize)),
            "tab" => words.push('\t'),
            "line-break" => words.push('\n'),
            _ => words.push_str(node.text().filter(|_| node.is_text()).unwrap_or_default()),
        }
    }
    words
}

fn is_hidden(node: Node<'_, '_>) -> bool {
    matches!(attribute(node, "visibility"), Some("collapse" | "filter"))
}

fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.tag_name().name() == name
}

fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// How often something is repeated, or how far it spans: at least once.
fn repeated(node: Node<'_, '_>, name: &str) -> u32 {
    attribute(node, name).and_then(|count| count.parse().ok()).unwrap_or(1).max(1)
}
