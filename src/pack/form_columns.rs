//! The columns of the grid sheets: the plan's own, in its order, and the few that are added because the
//! board needs them.

use std::borrow::Cow;

use super::layout::widths::share_out;
use super::styles::Styles;
use super::text::CONTINUED;
use crate::dates::day_words;
use crate::model::{Action, Plan, Shows};
use crate::report::register::{kpi_lines, milestone_lines};

/// A column of the grid sheets.
#[derive(Clone, Debug)]
pub(super) struct FormColumn {
    /// What it shows.
    pub(super) shows: Shows,
    /// Its heading.
    pub(super) heading: String,
}

/// The plan's columns, with a reference first where the plan has none, and the status and the newest update
/// last where the plan has no such column and yet an action has one.
#[must_use]
pub(super) fn form_columns(plan: &Plan) -> Vec<FormColumn> {
    let added = |shows: Shows, heading: &str| FormColumn { shows, heading: heading.to_owned() };
    let mut columns = Vec::new();
    if !plan.has_column(Shows::Reference) {
        columns.push(added(Shows::Reference, "Ref"));
    }
    columns
        .extend(plan.columns.iter().map(|column| FormColumn { shows: column.shows, heading: column.heading.clone() }));
    if !plan.has_column(Shows::Status) && plan.actions().any(|action| action.status.is_some()) {
        columns.push(added(Shows::Status, "RAG"));
    }
    if !plan.has_column(Shows::Progress) && plan.actions().any(|action| !action.updates.is_empty()) {
        columns.push(added(Shows::Progress, "Latest update"));
    }
    columns
}

/// The size of the text in the tables: smaller where there are many columns.
#[must_use]
pub(super) fn body_pt(columns: &[FormColumn]) -> f32 {
    if columns.len() > 6 { 9.0 } else { 10.0 }
}

/// The widths of the columns on a page this wide. A reference and a status have the width they need; the
/// others share the rest by weight.
#[must_use]
pub(super) fn widths(columns: &[FormColumn], page_px: u32, styles: &Styles) -> Vec<u32> {
    let fixed = |shows: Shows| match shows {
        Shows::Reference => Some(if styles.cell.set_in.size_pt > 9.5 { 66 } else { 60 }),
        Shows::Status => Some(styles.widest_chip_px().clamp(84, 150)),
        _ => None,
    };
    let fixed_px: u32 = columns.iter().filter_map(|column| fixed(column.shows)).sum();
    let weights: Vec<f32> =
        columns.iter().filter(|column| fixed(column.shows).is_none()).map(|column| column.shows.weight()).collect();
    let mut shared = share_out(page_px.saturating_sub(fixed_px), &weights).into_iter();
    columns.iter().filter_map(|column| fixed(column.shows).or_else(|| shared.next())).collect()
}

/// The words of an action's cell. A status is not among them: it is drawn as a chip.
#[must_use]
pub(super) fn words<'a>(action: &'a Action, reference: &'a str, shows: Shows) -> Cow<'a, str> {
    match shows {
        Shows::Reference => Cow::Borrowed(reference),
        Shows::Description => Cow::Borrowed(&action.description),
        Shows::Owners => Cow::Borrowed(action.owners.written()),
        Shows::When => Cow::Borrowed(action.when.written()),
        Shows::Kpis => kpi_lines(action),
        Shows::Milestones => milestone_lines(action),
        Shows::Progress => newest_update(action),
        Shows::Status => Cow::Borrowed(""),
        Shows::Own(column) => Cow::Borrowed(action.own.get(&column).map_or("", String::as_str)),
    }
}

fn newest_update(action: &Action) -> Cow<'_, str> {
    match action.newest_update() {
        None => Cow::Borrowed(""),
        Some(update) => match update.on {
            None => Cow::Borrowed(&update.text),
            Some(day) => Cow::Owned(format!("{}: {}", day_words(day), update.text)),
        },
    }
}

/// A heading that is carried on on the next page: "Objective 3 (continued)".
#[must_use]
pub(super) fn continued(heading: &str) -> String {
    let heading = heading.trim();
    if heading.is_empty() { CONTINUED.to_owned() } else { format!("{heading} {CONTINUED}") }
}
