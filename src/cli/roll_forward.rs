//! `roll-forward`: next year's plan from this one, without a window.
//!
//! It must not decide what is carried over; [`crate::model::rolling`] does.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;

use super::{Failed, load, period};
use crate::dates::Period;
use crate::model::rolling::{Consent, DateToReview, RolledForward, roll_forward};
use crate::model::{Plan, RecordId};
use crate::store::{self, Expected};

/// What to roll forward.
#[derive(Debug, Args)]
pub struct RollForwardArguments {
    /// The plan, which stays as it is.
    plan: PathBuf,
    /// The period of the new plan.
    #[arg(long, value_name = "2017/18", value_parser = period)]
    period: Period,
    /// The new plan to write. A plan that is there already is not written over.
    #[arg(short, long, value_name = "NEXT")]
    output: PathBuf,
    /// Move every date, and the title, for which there is a suggestion; no date is moved otherwise.
    #[arg(long)]
    move_dates: bool,
}

/// Writes the new plan, and on standard output what to look over in it.
pub(super) fn run(arguments: RollForwardArguments) -> Result<(), Failed> {
    super::refuse_own_file(&arguments.plan, &arguments.output)?;
    let plan = load(&arguments.plan)?;
    let mut rolled = roll_forward(&plan, arguments.period.clone(), &Consent::none())?;
    if arguments.move_dates {
        rolled = roll_forward(&plan, arguments.period, &Consent::to_all(&rolled))?;
    }
    store::save(&arguments.output, &rolled.plan, Expected::Absent).map_err(Failed::Save)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    write_review(&plan, &rolled, &mut out).and_then(|()| out.flush()).map_err(Failed::Output)
}

fn write_review(old: &Plan, rolled: &RolledForward, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "{} carried over, {} completed left behind; {} to look over{}",
        super::count(rolled.plan.actions().count(), "action"),
        rolled.left_behind.len(),
        super::count(rolled.dates.len(), "date"),
        if rolled.dates.is_empty() { "." } else { ":" },
    )?;
    let references: std::collections::HashMap<_, _> =
        rolled.plan.standings().map(|standing| (standing.action.id, standing.reference())).collect();
    for date in &rolled.dates {
        let reference = references.get(&date.action).map(String::as_str).unwrap_or_default();
        write_date(reference, date, out)?;
    }
    for meeting in old.meetings.iter().filter(|meeting| rolled.meetings_left.contains(&meeting.id)) {
        writeln!(out, "Meeting left behind: {}, {}.", one_line(&meeting.name), one_line(meeting.when.written()))?;
    }
    match &rolled.title {
        Some(title) if title.moved => writeln!(out, "Title changed to: {}", one_line(&title.suggestion)),
        Some(title) => writeln!(out, "Title to look over; suggested: {}", one_line(&title.suggestion)),
        None => Ok(()),
    }
}

/// References are those of the new plan, where the dates are to be looked over.
fn write_date(reference: &str, date: &DateToReview, out: &mut impl Write) -> io::Result<()> {
    let part = if matches!(date.record, RecordId::Milestone(_)) { ", milestone" } else { "" };
    write!(out, "  {reference}{part}: \"{}\" ({}); ", one_line(&date.written), date.reading.describe())?;
    match &date.suggestion {
        Some(suggestion) => {
            let word = if date.moved { "moved to" } else { "suggested" };
            writeln!(out, "{word} \"{}\" ({})", one_line(&suggestion.written), suggestion.reading.describe())
        }
        None if date.is_past => writeln!(out, "has passed, and no suggestion: type another"),
        None => writeln!(out, "stays: it has not passed"),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
