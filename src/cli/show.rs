//! A plan as JSON, in a shape of its own that scripts can rely on.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use crate::dates::When;
use crate::model::{Action, Grid, Kpi, Milestone, Objective, Plan, Update};

/// Writes the whole plan.
pub(super) fn write_json(plan: &Plan, out: &mut impl Write) -> io::Result<()> {
    let value = plan_value(plan);
    let mut serializer = serde_json::Serializer::pretty(&mut *out);
    value.serialize(&mut serializer).map_err(io::Error::from)?;
    writeln!(out)
}

/// The plan as a JSON value.
fn plan_value(plan: &Plan) -> Value {
    json!({
        "title": plan.title,
        "partnership": plan.partnership,
        "period": {
            "label": plan.period.label,
            "from": plan.period.from.to_string(),
            "to": plan.period.to.to_string(),
        },
        "status": plan.status.words(),
        "version": plan.version,
        "marking": plan.marking,
        "front_matter": plan.front_matter,
        "meetings": plan.meetings.iter().map(|meeting| json!({
            "id": meeting.id.to_string(),
            "name": meeting.name,
            "when": when_value(&meeting.when),
        })).collect::<Vec<_>>(),
        "columns": plan.columns.iter().map(|column| &column.heading).collect::<Vec<_>>(),
        "grids": plan.grids.iter().map(|grid| grid_value(plan, grid)).collect::<Vec<_>>(),
        "notes": plan.notes.iter().map(|note| &note.text).collect::<Vec<_>>(),
        "issued": plan.issued.iter().map(|issued| json!({
            "id": issued.id.to_string(),
            "board": issued.board,
            "as_at": issued.as_at.to_string(),
        })).collect::<Vec<_>>(),
        "accepted": plan.accepted.iter().map(|(finding, reason)| json!({
            "rule": finding.rule,
            "field": finding.field,
            "reason": reason,
        })).collect::<Vec<_>>(),
    })
}

fn grid_value(plan: &Plan, grid: &Grid) -> Value {
    json!({
        "id": grid.id.to_string(),
        "reference": grid.reference,
        "title": grid.title,
        "priorities_heading": grid.priorities_heading,
        "priorities": grid.priorities.iter().map(|priority| &priority.text).collect::<Vec<_>>(),
        "objectives": grid.objectives.iter().map(|one| objective_value(plan, one)).collect::<Vec<_>>(),
    })
}

fn objective_value(plan: &Plan, objective: &Objective) -> Value {
    json!({
        "id": objective.id.to_string(),
        "reference": objective.reference,
        "statement": objective.statement,
        "actions": objective.actions.iter().map(|action| action_value(plan, action)).collect::<Vec<_>>(),
        "outcomes": objective.outcomes.iter().map(|outcome| &outcome.text).collect::<Vec<_>>(),
    })
}

fn action_value(plan: &Plan, action: &Action) -> Value {
    let own: serde_json::Map<String, Value> =
        action.own.iter().map(|(column, text)| (column.to_string(), Value::String(text.clone()))).collect();
    json!({
        "id": action.id.to_string(),
        "description": action.description,
        "owners": action.owners.names(),
        "owners_written": action.owners.written(),
        "when": when_value(&action.when),
        "kpis": action.kpis.iter().map(|kpi| &kpi.text).collect::<Vec<_>>(),
        "measures": action.kpis.iter().filter(|kpi| !kpi.measure.is_blank()).map(measure_value).collect::<Vec<_>>(),
        "milestones": action.milestones.iter().map(milestone_value).collect::<Vec<_>>(),
        "updates": action.updates.iter().map(|update| update_value(plan, update)).collect::<Vec<_>>(),
        "status": plan.status_of(action.status).map(|status| &status.word),
        "own": own,
    })
}

fn milestone_value(milestone: &Milestone) -> Value {
    let mut value = json!({ "text": milestone.text(), "when": when_value(milestone.when()) });
    // Only where it is linked with others.
    if let (Some(event), Some(value)) = (milestone.event(), value.as_object_mut()) {
        value.insert("event".to_owned(), Value::String(event.to_string()));
    }
    value
}

/// The figures of a KPI that has any.
fn measure_value(kpi: &Kpi) -> Value {
    let actuals: serde_json::Map<String, Value> =
        kpi.measure.actuals.iter().map(|(quarter, figure)| (quarter.label(), Value::String(figure.clone()))).collect();
    json!({
        "kpi": kpi.text,
        "baseline": kpi.measure.baseline,
        "target": kpi.measure.target,
        "direction": kpi.measure.direction.words(),
        "counted": kpi.measure.counted.words(),
        "actuals": actuals,
    })
}

fn update_value(plan: &Plan, update: &Update) -> Value {
    json!({
        "on": update.on.map(|day| day.to_string()),
        "by": update.by,
        "text": update.text,
        "status": plan.status_of(update.status).map(|status| &status.word),
    })
}

/// A date as written and as read.
fn when_value(when: &When) -> Value {
    let reading = when.reading();
    json!({
        "written": when.written(),
        "kind": reading.kind().name(),
        "from": reading.from().map(|day| day.to_string()),
        "to": reading.to().map(|day| day.to_string()),
    })
}
