//! The register: every action of the plan as one flat row.
//!
//! Knows what a row says; must not know how it is drawn.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::days_late;
use crate::dates::{Kind, Reading};
use crate::model::{Action, ActionId, Plan, StatusId};

/// One action with all that stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterRow<'plan> {
    /// Which action this is.
    pub action: ActionId,
    /// Its reference ("1.3.2").
    pub reference: String,
    /// The title of its grid.
    pub grid: &'plan str,
    /// The reference of its objective, or nothing.
    pub objective_reference: &'plan str,
    /// The statement of its objective.
    pub objective_statement: &'plan str,
    /// What will be done.
    pub description: &'plan str,
    /// By whom, as written.
    pub owners: &'plan str,
    /// By when, as written.
    pub when_written: &'plan str,
    /// The deadline where it was read as one day.
    pub day: Option<NaiveDate>,
    /// The day after which the action is late, where there is one.
    pub due: Option<NaiveDate>,
    /// How the deadline was read.
    pub kind: Kind,
    /// Its status.
    pub status: Option<StatusId>,
    /// The word of its status, or nothing.
    pub status_word: &'plan str,
    /// Its KPIs, one a line.
    pub kpis: Cow<'plan, str>,
    /// Its milestones, one a line.
    pub milestones: Cow<'plan, str>,
    /// The words of its newest update, or nothing.
    pub update: &'plan str,
    /// The day its newest update speaks for.
    pub update_on: Option<NaiveDate>,
    /// How many days it is late.
    pub days_late: Option<i64>,
}

/// Every action of the plan, in the plan's order.
#[must_use]
pub fn register(plan: &Plan, as_at: NaiveDate) -> Vec<RegisterRow<'_>> {
    plan.standings()
        .map(|standing| {
            let action = standing.action;
            let newest = action.newest_update();
            RegisterRow {
                action: action.id,
                reference: standing.reference(),
                grid: &standing.grid.title,
                objective_reference: &standing.objective.reference,
                objective_statement: &standing.objective.statement,
                description: &action.description,
                owners: action.owners.written(),
                when_written: action.when.written(),
                day: day_of(action.when.reading()),
                due: action.when.reading().due(),
                kind: action.when.reading().kind(),
                status: action.status,
                status_word: plan.status_of(action.status).map_or("", |status| status.word.as_str()),
                kpis: kpi_lines(action),
                milestones: milestone_lines(action),
                update: newest.map_or("", |update| update.text.as_str()),
                update_on: newest.and_then(|update| update.on),
                days_late: days_late(plan, action, as_at),
            }
        })
        .collect()
}

fn day_of(reading: &Reading) -> Option<NaiveDate> {
    if let Reading::Day(day) = reading { Some(*day) } else { None }
}

/// An action's KPIs as one text: a single one as it is, several as a bulleted list.
#[must_use]
pub fn kpi_lines(action: &Action) -> Cow<'_, str> {
    lines(action.kpis.iter().map(|kpi| kpi.text.as_str()))
}

/// An action's milestones as one text: a single one as it is, several as a bulleted list. A date given
/// beside a milestone's words follows them in brackets.
#[must_use]
pub fn milestone_lines(action: &Action) -> Cow<'_, str> {
    if action.milestones.iter().all(|milestone| milestone.beside().is_none()) {
        return lines(action.milestones.iter().map(crate::model::Milestone::text));
    }
    let texts: Vec<String> = action
        .milestones
        .iter()
        .map(|milestone| match milestone.beside() {
            Some(beside) if !beside.written().trim().is_empty() => {
                format!("{} ({})", milestone.text(), beside.written())
            }
            _ => milestone.text().to_owned(),
        })
        .collect();
    Cow::Owned(lines(texts.iter().map(String::as_str)).into_owned())
}

fn lines<'plan>(texts: impl Iterator<Item = &'plan str>) -> Cow<'plan, str> {
    let texts: Vec<&str> = texts.filter(|text| !text.trim().is_empty()).collect();
    match texts.as_slice() {
        [] => Cow::Borrowed(""),
        [only] => Cow::Borrowed(only),
        several => {
            let listed: Vec<String> = several.iter().map(|text| bulleted(text)).collect();
            Cow::Owned(listed.join("\n"))
        }
    }
}

fn bulleted(text: &str) -> String {
    let has_own_bullet = text.trim_start().starts_with(['•', '\u{f0b7}', '❖', '▪', '-', '–']);
    if has_own_bullet { text.to_owned() } else { format!("• {text}") }
}
