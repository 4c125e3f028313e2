//! What comes or goes, whole and in words: a record and all that stands in it and comes or goes with it.
//!
//! It must not leave out a word that comes or goes.

use super::super::action::Action;
use super::super::columns::{Column, Shows};
use super::super::ids::RecordId;
use super::super::place::Record;
use super::Matching;
use super::cells;
use super::parts::Parts;
use super::structure::headline;

/// The words of a record, and of what is in it and `others` do not have.
pub(super) fn of(matching: &Matching, parts: &Parts, others: &Parts, id: RecordId) -> String {
    let mut lines = Vec::new();
    add(matching, parts, others, id, &mut lines);
    lines.join("\n")
}

fn add(matching: &Matching, parts: &Parts, others: &Parts, id: RecordId, lines: &mut Vec<String>) {
    let Some(record) = parts.records.get(&id) else { return };
    match record {
        Record::Action(action) => add_action(matching, action, lines),
        Record::Grid(grid) => {
            lines.push(headline(record));
            lines.extend(Some(grid.priorities_heading.clone()).filter(|heading| !heading.is_empty()));
        }
        _ => lines.push(headline(record)),
    }
    if matches!(record, Record::Grid(_) | Record::Objective(_)) {
        parts.inside(id).filter(|id| !others.has(*id)).for_each(|id| add(matching, parts, others, id, lines));
    }
}

fn add_action(matching: &Matching, action: &Action, lines: &mut Vec<String>) {
    lines.push(action.description.clone());
    let new = matching.document.columns.new.iter().map(|(column, _)| column);
    let columns: Vec<&Column> = matching.plan.columns.iter().chain(new).collect();
    let has_column = |shows| columns.iter().any(|column| column.shows == shows);
    // What no form shows goes too.
    let others = Shows::STANDARD.into_iter().filter(|shows| !has_column(*shows));
    let own = action.own.keys().map(|column| Shows::Own(*column)).filter(|shows| !has_column(*shows));
    let cells = columns.iter().map(|column| (column.shows, column.heading.as_str()));
    let cells = cells.chain(others.chain(own).map(|shows| (shows, shows.default_heading())));
    for (shows, heading) in cells.filter(|(shows, _)| *shows != Shows::Description) {
        let words = match shows {
            Shows::Progress => action.updates.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join("\n"),
            shows => cells::words(&matching.plan, action, shows),
        };
        if !words.trim().is_empty() {
            lines.push(format!("{heading}: {words}"));
        }
    }
}
