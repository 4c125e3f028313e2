//! `check`: what a board would want mended, without a window.
//!
//! It must not judge anything; [`crate::check`] does.

use std::io::{self, Write};
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;
use serde_json::{Value, json};

use super::{Failed, count, load};
use crate::check::{Finding, Severity, check};
use crate::dates::day_words;
use crate::model::Plan;

/// What to check.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// The plan.
    plan: PathBuf,
    /// As JSON: one object for each finding that was not accepted.
    #[arg(long)]
    json: bool,
    /// The day it speaks for; today where not given.
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_at: Option<NaiveDate>,
}

/// Writes what was found on standard output.
pub(super) fn run(arguments: &CheckArguments, today: NaiveDate) -> Result<(), Failed> {
    let plan = load(&arguments.plan)?;
    let as_at = arguments.as_at.unwrap_or(today);
    let findings = check(&plan, as_at);
    let mut out = io::BufWriter::new(io::stdout().lock());
    let written = if arguments.json {
        write_json(&plan, &findings, &mut out)
    } else {
        write_list(&plan, &findings, as_at, &mut out)
    };
    written.and_then(|()| out.flush()).map_err(Failed::Output)
}

fn write_json(plan: &Plan, findings: &[Finding], out: &mut impl Write) -> io::Result<()> {
    let references = References::of(plan);
    // What a person chose to leave is not asked about again.
    let open = findings.iter().filter(|finding| finding.accepted.is_none());
    let values: Vec<Value> = open.map(|finding| value(&references, finding)).collect();
    let mut serializer = serde_json::Serializer::pretty(&mut *out);
    values.serialize(&mut serializer).map_err(io::Error::from)?;
    writeln!(out)
}

fn value(references: &References, finding: &Finding) -> Value {
    let place = |id: Option<String>, reference: Option<&String>| {
        id.map(|id| json!({ "id": id, "reference": reference.filter(|reference| !reference.is_empty()) }))
    };
    let Finding { grid, objective, action, .. } = finding;
    json!({
        "rule": finding.rule.id(),
        "severity": finding.severity().words(),
        "grid": place(grid.map(|id| id.to_string()), grid.and_then(|id| references.grids.get(&id))),
        "objective": place(objective.map(|id| id.to_string()), objective.and_then(|id| references.objectives.get(&id))),
        "action": place(action.map(|id| id.to_string()), action.and_then(|id| references.actions.get(&id))),
        "field": finding.field.to_string(),
        "text": finding.text,
        "message": finding.message,
        "suggestion": finding.suggestion,
    })
}

/// Gravest first; within one severity in the plan's order. What was accepted comes last.
fn write_list(plan: &Plan, findings: &[Finding], as_at: NaiveDate, out: &mut impl Write) -> io::Result<()> {
    let references = References::of(plan);
    let (accepted, open): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|finding| finding.accepted.is_some());
    writeln!(out, "{}, as at {}: {}.", plan.title, day_words(as_at), count(open.len(), "finding"))?;
    for severity in Severity::ALL {
        let of_severity: Vec<&&Finding> = open.iter().filter(|finding| finding.severity() == severity).collect();
        if of_severity.is_empty() {
            continue;
        }
        writeln!(out, "\n{} ({})", capital(severity.words()), of_severity.len())?;
        for finding in of_severity {
            write_finding(&references, finding, out)?;
        }
    }
    if !accepted.is_empty() {
        writeln!(out, "\nLeft as they are ({})", accepted.len())?;
        for finding in accepted {
            write_finding(&references, finding, out)?;
        }
    }
    Ok(())
}

fn write_finding(references: &References, finding: &Finding, out: &mut impl Write) -> io::Result<()> {
    let place = references.place(finding);
    let field = finding.field.to_string().replace('_', " ");
    writeln!(out, "  {place}, {field}: {} [{}]", finding.message, finding.rule.id())?;
    match &finding.accepted {
        Some(reason) => writeln!(out, "      Because: {reason}"),
        None => writeln!(out, "      {}", finding.suggestion),
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What people call the parts of a plan.
#[derive(Debug, Default)]
struct References {
    grids: std::collections::HashMap<crate::model::GridId, String>,
    objectives: std::collections::HashMap<crate::model::ObjectiveId, String>,
    actions: std::collections::HashMap<crate::model::ActionId, String>,
}

impl References {
    fn of(plan: &Plan) -> Self {
        let mut references = Self::default();
        for grid in &plan.grids {
            let own = if grid.reference.trim().is_empty() { &grid.title } else { &grid.reference };
            references.grids.insert(grid.id, own.clone());
            let objectives = grid.objectives.iter().map(|one| (one.id, one.reference.clone()));
            references.objectives.extend(objectives);
        }
        references.actions = plan.standings().map(|standing| (standing.action.id, standing.reference())).collect();
        references
    }

    fn place(&self, finding: &Finding) -> String {
        let action = finding.action.and_then(|id| self.actions.get(&id));
        let grid = finding.grid.and_then(|id| self.grids.get(&id)).filter(|grid| !grid.is_empty());
        let grid = grid.map_or("A grid without a name", String::as_str);
        let objective = finding.objective.and_then(|id| self.objectives.get(&id));
        match (action, objective, finding.grid) {
            (Some(reference), ..) => reference.clone(),
            (None, Some(objective), _) if objective.is_empty() => format!("{grid}, an objective without a reference"),
            (None, Some(objective), _) => format!("{grid}, {objective}"),
            (None, None, Some(_)) => grid.to_owned(),
            (None, None, None) => "The plan".to_owned(),
        }
    }
}
