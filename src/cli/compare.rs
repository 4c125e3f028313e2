//! `compare`: what changed between two states of one plan, without a window.
//!
//! It must not judge what a change means; [`crate::report::comparison`] does.

mod json;

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;

use super::{Failed, load};
use crate::report::compare;

/// What to compare.
#[derive(Debug, Args)]
pub struct CompareArguments {
    /// The plan as it was.
    old: PathBuf,
    /// The plan as it is.
    new: PathBuf,
    /// As JSON: one object, with an array for each kind of change.
    #[arg(long)]
    json: bool,
}

/// Writes what changed on standard output.
pub(super) fn run(arguments: &CompareArguments) -> Result<(), Failed> {
    let (old, new) = (load(&arguments.old)?, load(&arguments.new)?);
    let comparison = compare(&old, &new);
    let mut out = io::BufWriter::new(io::stdout().lock());
    let written =
        if arguments.json { json::write(&comparison, &mut out) } else { out.write_all(comparison.text().as_bytes()) };
    written.and_then(|()| out.flush()).map_err(Failed::Output)
}
