//! What the check found, in a working copy: what is open first, the gravest first; then what was left as it is, with the
//! reason. One row a finding, as an Excel table, so that it can be filtered and ticked off.
//!
//! It must not judge anything; [`crate::check`] does.

use std::borrow::Cow;
use std::collections::HashMap;

use rust_xlsxwriter::{Table, TableColumn, TableStyle, Worksheet};

use super::cell::{Cell, height_of};
use super::layout::widths::share_out;
use super::sheet::Sheet;
use super::text::{capitalised, one_line};
use super::{Making, PackError};
use crate::check::{Finding, Severity, check};
use crate::model::{ActionId, Plan, Shape};

const HEADINGS: [&str; 6] = ["How grave", "Ref", "Where", "The words", "What was found", "What to do"];
/// The widths of the first three columns in pixels, and the weights of the others.
const FIXED_PX: [u32; 3] = [92, 84, 112];
const WEIGHTS: [f32; 3] = [26.0, 30.0, 30.0];

/// Writes the sheet and says how many pages it takes.
pub(super) fn write(worksheet: &mut Worksheet, making: &Making<'_>) -> Result<usize, PackError> {
    let styles = making.styles;
    let shared = share_out(making.paper.width_px().saturating_sub(FIXED_PX.iter().sum()), &WEIGHTS);
    let widths = FIXED_PX.into_iter().chain(shared).collect();
    let mut sheet = Sheet::new(worksheet, making.ruler, making.bold, widths, making.paper.height_px())?;
    making.furniture.set_up(sheet.worksheet());
    let title = sheet.rows(vec![Cell::new(0, "What the check found", &styles.register_title)], 34);
    let title_px = height_of(&title);
    sheet.write(title)?;
    let findings = in_order(check(making.plan, making.as_at));
    if findings.is_empty() {
        let none = "Nothing was found that a board would stop at.";
        let none = sheet.rows(vec![Cell::new(0, none, &styles.overflowing)], 22);
        sheet.write(none)?;
        return sheet.finish();
    }
    let headings = (0_u16..).zip(HEADINGS).map(|(column, heading)| Cell::new(column, heading, &styles.heading));
    let headings = sheet.rows(headings.collect(), 26);
    let repeated_px = title_px + height_of(&headings);
    sheet.write(headings)?;
    sheet.repeat(0, 1, repeated_px)?;
    sheet.worksheet().set_freeze_panes(2, 0)?;

    let references = making.plan.standings().map(|one| (one.action.id, one.reference())).collect();
    for finding in &findings {
        let rows = sheet.rows(cells(making, finding, &references), 20);
        sheet.write_together(rows)?;
    }
    let last_row = sheet.next_row() - 1;
    let columns: Vec<TableColumn> = HEADINGS
        .iter()
        .map(|heading| TableColumn::new().set_header(*heading).set_header_format(styles.heading.format.clone()))
        .collect();
    let table = Table::new()
        .set_name("Findings")
        .set_style(TableStyle::None)
        .set_columns(&columns)
        .set_alt_text_title("What the check found")
        .set_alt_text(
            "Every finding of the check, one a row, the gravest first; then those that were left as they are.",
        );
    let last_column = sheet.last_column();
    sheet.worksheet().add_table(1, 0, last_row, last_column, &table)?;
    sheet.finish()
}

/// Those that are open, the gravest first; then those that were left. Otherwise in the plan's order.
fn in_order(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by_key(|finding| (finding.accepted.is_some(), finding.severity()));
    findings
}

fn cells<'a>(making: &Making<'a>, finding: &'a Finding, references: &HashMap<ActionId, String>) -> Vec<Cell<'a>> {
    let styles = making.styles;
    let words = |column, words: Cow<'a, str>| Cell::new(column, words, &styles.register);
    let is_grave = finding.accepted.is_none() && finding.severity() == Severity::MustFix;
    let grave = if is_grave { &styles.register_late } else { &styles.register };
    let to_do = match &finding.accepted {
        Some(reason) => Cow::Owned(format!("Left as it is: {reason}")),
        None => Cow::Borrowed(finding.suggestion.as_ref()),
    };
    vec![
        Cell::new(0, severity(finding), grave),
        Cell::new(1, reference(making.plan, finding, references), &styles.register_quiet),
        words(2, finding.field_heading(making.plan).into()),
        words(3, if finding.text.is_empty() { "(blank)".into() } else { finding.text.trim_end().into() }),
        words(4, finding.message.as_str().into()),
        words(5, to_do),
    ]
}

/// How grave it is, with the shape that the window shows too; or that it was left.
fn severity(finding: &Finding) -> String {
    if finding.accepted.is_some() {
        return "Left as it is".to_owned();
    }
    let shape = match finding.severity() {
        Severity::MustFix => Shape::Diamond,
        Severity::ShouldFix => Shape::Triangle,
        Severity::Advice => Shape::Ring,
    };
    format!("{} {}", shape.character(), capitalised(finding.severity().words()))
}

/// The reference of the action; else that of the objective, or the grid's name.
fn reference(plan: &Plan, finding: &Finding, references: &HashMap<ActionId, String>) -> String {
    if let Some(reference) = finding.action.and_then(|id| references.get(&id)) {
        return reference.clone();
    }
    let Some(grid) = plan.grids.iter().find(|grid| Some(grid.id) == finding.grid) else {
        return "The plan".to_owned();
    };
    let objective = grid.objectives.iter().find(|objective| Some(objective.id) == finding.objective);
    let objective = objective.map(|objective| one_line(&objective.reference)).filter(|words| !words.is_empty());
    objective.unwrap_or_else(|| one_line(&grid.full_title()))
}
