//! What an .xlsx says of its sheets beside their cells: hidden rows and columns, notes, pictures.
//!
//! None of it is needed to read the words. So where it cannot be read, a remark says so and the sheet is read.

use std::collections::HashMap;

use roxmltree::Node;

use super::parts::{Parts, xml};
use super::remark;
use super::sheet::{Sheet, cell_place};
use crate::intake::intake_error::IntakeCause;

/// Said of a sheet whose other facts cannot be read.
pub(super) const NOT_TOLD: &str = "Whether rows are hidden here, and whether there are notes, could not be found out.";

/// Columns a sheet can have.
const MOST_COLUMNS: u32 = 16_384;

/// Each sheet's part, by the sheet's name.
pub(super) fn sheet_paths(parts: &mut Parts<'_>) -> HashMap<String, String> {
    let (Some(book), Some(relations)) = (parts.text("xl/workbook.xml"), parts.text("xl/_rels/workbook.xml.rels"))
    else {
        return HashMap::new();
    };
    let (Ok(book), Ok(relations)) = (xml(&book), xml(&relations)) else { return HashMap::new() };
    let targets: HashMap<&str, String> = relations
        .descendants()
        .filter_map(|node| Some((attribute(node, "Id")?, beside("xl/", attribute(node, "Target")?))))
        .collect();
    let sheets = book.descendants().filter(|node| node.tag_name().name() == "sheet");
    sheets
        .filter_map(|node| Some((attribute(node, "name")?.to_owned(), targets.get(attribute(node, "id")?)?.clone())))
        .collect()
}

/// Adds what the sheet's part says beside its cells.
pub(super) fn add(parts: &mut Parts<'_>, path: &str, sheet: &mut Sheet) -> Result<(), IntakeCause> {
    let name = sheet.name.clone().unwrap_or_default();
    let Some(text) = parts.text(path) else {
        sheet.remarks.push(remark(&name, None, NOT_TOLD));
        return Ok(());
    };
    // Most sheets hide nothing, and their XML need not be read again.
    if text.contains("hidden=") {
        match xml(&text) {
            Ok(document) => hidden(document.root_element(), sheet),
            Err(IntakeCause::Unpacks) => return Err(IntakeCause::Unpacks),
            Err(_) => sheet.remarks.push(remark(&name, None, NOT_TOLD)),
        }
    }
    if text.contains("<drawing ") || text.contains(":drawing ") {
        sheet.remarks.push(remark(&name, None, "Pictures, charts and text boxes on this sheet were not read."));
    }
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let Some(relations) = parts.text(&format!("{folder}/_rels/{file}.rels")) else { return Ok(()) };
    for target in notes_parts(&relations) {
        if let Some(notes) = parts.text(&beside(&format!("{folder}/"), &target)) {
            add_notes(&notes, &name, sheet);
        }
    }
    Ok(())
}

fn hidden(root: Node<'_, '_>, sheet: &mut Sheet) {
    let mut next_row = 0;
    for node in root.descendants() {
        let is_hidden = || matches!(attribute(node, "hidden"), Some("1" | "true"));
        match node.tag_name().name() {
            "row" => {
                let row = number(node, "r").and_then(|row| row.checked_sub(1)).unwrap_or(next_row);
                next_row = row.saturating_add(1);
                if is_hidden() {
                    sheet.hidden_rows.insert(row);
                }
            }
            "col" if is_hidden() => {
                if let (Some(first), Some(last)) = (number(node, "min"), number(node, "max")) {
                    sheet.hidden_columns.extend(first.saturating_sub(1)..last.min(MOST_COLUMNS));
                }
            }
            _ => {}
        }
    }
}

fn notes_parts(relations: &str) -> Vec<String> {
    let Ok(document) = xml(relations) else { return Vec::new() };
    let notes =
        document.descendants().filter(|node| attribute(*node, "Type").is_some_and(|of| of.ends_with("/comments")));
    notes.filter_map(|node| attribute(node, "Target").map(str::to_owned)).collect()
}

fn add_notes(text: &str, name: &str, sheet: &mut Sheet) {
    let Ok(document) = xml(text) else {
        sheet.remarks.push(remark(name, None, NOT_TOLD));
        return;
    };
    for note in document.descendants().filter(|node| node.tag_name().name() == "comment") {
        let place = attribute(note, "ref").and_then(cell_place);
        let texts = note.descendants().filter(|node| node.tag_name().name() == "t");
        let words: String = texts.filter_map(|node| node.text()).collect();
        if !words.trim().is_empty() {
            sheet.remarks.push(remark(name, place, format!("There is a note: {}", words.trim())));
        }
    }
}

fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

fn number(node: Node<'_, '_>, name: &str) -> Option<u32> {
    attribute(node, name)?.parse().ok()
}

/// A part named from a folder (one that ends in a slash): "../comments1.xml", "/xl/comments1.xml".
fn beside(folder: &str, target: &str) -> String {
    let whole = if target.starts_with('/') { target.to_owned() } else { format!("{folder}{target}") };
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            other => steps.push(other),
        }
    }
    steps.join("/")
}
