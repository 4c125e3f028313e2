//! A plan as the bytes of its file: the same plan, the same bytes, on every machine.
//!
//! It must not touch a drive; [`mod@super::save`] does.

use super::ron_text::to_ron;
use super::schema::{File, ONE_FIELD_A_LINE};
use super::{MAX_BYTES, VERSION};
use crate::model::Plan;

/// The line a plan file opens with, for whoever opens it in an editor.
const OPENING: &str = "// A plan, written by the program Planning Grid. Open it with that program.\n";

/// Why a plan cannot be written at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// The file would be larger than any that could be opened again.
    #[error("the plan is too large for one file: {bytes} bytes, where {MAX_BYTES} are the most")]
    TooLarge {
        /// How large it would be.
        bytes: u64,
    },
    /// The file's form has no place for something in the plan: a fault of the program.
    #[error("the plan holds something that version {VERSION} of the file cannot hold: {0}")]
    NoForm(String),
}

/// The plan as the bytes of its file: RON in UTF-8 with `\n` line ends.
///
/// # Errors
/// If the plan is larger than any file that could be opened again.
pub fn to_bytes(plan: &Plan) -> Result<Vec<u8>, WriteError> {
    let text = to_ron(&File::from(plan), &ONE_FIELD_A_LINE).map_err(|error| WriteError::NoForm(error.to_string()))?;
    let whole = [OPENING, &text, "\n"].concat().into_bytes();
    let bytes = whole.len() as u64;
    if bytes > MAX_BYTES { Err(WriteError::TooLarge { bytes }) } else { Ok(whole) }
}
