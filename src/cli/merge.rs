//! `merge`: two plans that came from one, joined without a window.
//!
//! It must not decide what joins; [`crate::model::merge`] does.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::json;

use super::{Failed, load};
use crate::model::merge::{Choices, Conflict, Side, merge_with};
use crate::store::{self, Expected, SaveOptions, Session};

/// What to merge.
#[derive(Debug, Args)]
pub struct MergeArguments {
    /// The plan that both came from.
    base: PathBuf,
    /// One of the two.
    mine: PathBuf,
    /// The other.
    theirs: PathBuf,
    /// The plan to write.
    #[arg(short, long)]
    output: PathBuf,
    /// Whose version to take where the two do not go together. The choices made so are listed all the same.
    #[arg(long, value_enum)]
    prefer: Option<Preferred>,
}

/// Whose version to take.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Preferred {
    /// That of MINE.
    Mine,
    /// That of THEIRS.
    Theirs,
}

/// Merges, and writes the result where nothing is left to be chosen.
pub(super) fn run(arguments: &MergeArguments) -> Result<(), Failed> {
    let [base, mine, theirs] = [&arguments.base, &arguments.mine, &arguments.theirs];
    let (base, mine, theirs) = (load(base)?, load(mine)?, load(theirs)?);
    let choices = match arguments.prefer {
        None => Choices::default(),
        Some(Preferred::Mine) => Choices::all(Side::Mine),
        Some(Preferred::Theirs) => Choices::all(Side::Theirs),
    };
    let merge = merge_with(&base, &mine, &theirs, &choices);
    let lines: Vec<String> = merge.conflicts.iter().map(line).collect();
    if arguments.prefer.is_none() && !lines.is_empty() {
        return Err(Failed::ChoicesLeft(lines.join("\n")));
    }
    save(&arguments.output, &merge.plan)?;
    // What was passed over is shown, or it would be dropped in silence.
    for line in lines {
        super::tell(&line);
    }
    Ok(())
}

fn save(output: &Path, plan: &crate::model::Plan) -> Result<(), Failed> {
    // Told from every other run, so that nobody waits for what this one left behind.
    let session = Session::new(u64::from(std::process::id()));
    let options = SaveOptions { session, ..SaveOptions::default() };
    store::save_with(output, plan, Expected::Whatever, &options).map(|_| ()).map_err(Failed::Save)
}

/// A choice as one line of JSON.
fn line(conflict: &Conflict) -> String {
    json!({
        "kind": conflict.kind().name(),
        "place": conflict.place,
        "record": conflict.record.id(),
        "field": conflict.field.name(),
        "base": conflict.base,
        "mine": conflict.mine,
        "theirs": conflict.theirs,
    })
    .to_string()
}
