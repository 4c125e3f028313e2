//! `import`: a document to a new plan, without a window.
//!
//! It must not decide what a document means; [`crate::intake`] does.

use std::ops::ControlFlow;
use std::path::PathBuf;

use clap::Args;

use super::{Failed, period, write};
use crate::dates::Period;
use crate::intake::{self, report};
use crate::store::{self, Expected};

/// What to bring in.
#[derive(Debug, Args)]
pub struct ImportArguments {
    /// The document.
    source: PathBuf,
    /// The plan to write. A plan that is there already is not written over.
    #[arg(short, long)]
    output: PathBuf,
    /// The period of the plan; the document's own where not given.
    #[arg(long, value_name = "2016/17", value_parser = period)]
    period: Option<Period>,
    /// Where to write what was not placed and what is unsure, as JSON.
    #[arg(long)]
    report: Option<PathBuf>,
}

/// Brings in a document.
pub(super) fn run(arguments: ImportArguments) -> Result<(), Failed> {
    if let Some(report) = &arguments.report {
        super::refuse_own_file(&arguments.source, report)?;
        super::refuse_own_file(&arguments.output, report)?;
    }
    let source = intake::open(&arguments.source, &|_| ControlFlow::Continue(())).map_err(Failed::Intake)?;
    let draft = intake::understand(&source, arguments.period);
    store::save(&arguments.output, &draft.plan, Expected::Absent).map_err(Failed::Save)?;
    match arguments.report {
        Some(path) => write(&path, format!("{:#}\n", report::as_json(&draft)).as_bytes()),
        None => Ok(()),
    }
}
