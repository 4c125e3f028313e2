//! What a run of the program that ended in the middle of a save left beside a plan.

use std::path::Path;

use super::guard::{put_aside, session_in};
use crate::store::beside;
use crate::store::drive::Drive;
use crate::store::patience::{read_all, remove};
use crate::store::session::Session;

/// Removes what sessions that are known to have ended left beside a plan. What cannot be removed stays: it
/// is in nobody's way. Where the plan itself is missing nothing is touched, for one of the files may be
/// all that is left of it.
pub fn clear_leftovers(drive: &dyn Drive, plan: &Path, dead: &[Session]) {
    let Ok(plan) = drive.real_path(plan) else { return };
    if drive.facts(&plan).is_err() {
        return;
    }
    for file in drive.list(beside::folder_of(&plan)).unwrap_or_default() {
        if beside::session_of(&plan, &file).is_some_and(|session| dead.contains(&session)) {
            remove(drive, &file);
        }
    }
    let Ok(guard) = read_all(drive, &beside::guard(&plan)) else { return };
    if let Some(session) = session_in(&guard).filter(|session| dead.contains(session)) {
        let _ = put_aside(drive, &plan, &guard, session, &mut Vec::new());
    }
}
