//! The names of the files that a save puts beside a plan, and what can be read from them.
//!
//! They begin with the plan's own name, so that a person who finds one knows what it belongs to. It must
//! not touch a drive.

use std::path::{Path, PathBuf};

use super::session::Session;

/// The longest beginning of the plan's own name that is kept, so that the whole stays below what file
/// systems allow (255 bytes).
const MAX_BEGINNING: usize = 180;

const MARK: &str = ".being-saved-";
const ENDING: &str = ".tmp";

/// The beginning of a name, at most so many bytes of it, cut between two characters.
pub(super) fn beginning(name: &str, most: usize) -> &str {
    let mut end = name.len().min(most);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    name.get(..end).unwrap_or_default()
}

/// A file for the new content of a plan, or for whatever else a save puts aside for a moment.
pub(super) fn being_saved(plan: &Path, session: Session, number: u32) -> PathBuf {
    named(plan, &format!("{MARK}{session}-{number}{ENDING}"))
}

/// The session that [`being_saved`] named this file for, where it did so for this plan.
pub(super) fn session_of(plan: &Path, file: &Path) -> Option<Session> {
    let name = file.file_name()?.to_str()?.strip_prefix(&own_name(plan))?;
    let (session, number) = name.strip_prefix(MARK)?.strip_suffix(ENDING)?.split_once('-')?;
    number.parse::<u32>().ok()?;
    session.parse().ok()
}

/// The file that says that somebody is saving the plan at this moment.
pub(super) fn guard(plan: &Path) -> PathBuf {
    named(plan, ".saving")
}

/// The folder a file lies in.
pub(super) fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn own_name(plan: &Path) -> String {
    beginning(&plan.file_name().unwrap_or_default().to_string_lossy(), MAX_BEGINNING).to_owned()
}

fn named(plan: &Path, ending: &str) -> PathBuf {
    plan.with_file_name(own_name(plan) + ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whose_a_file_is_can_be_read_from_its_name() {
        let session = Session::new(7);
        for plan in ["plan.ron", "folder/Plän.ron", &"é".repeat(200)].map(Path::new) {
            let file = being_saved(plan, session, 3);
            assert_eq!(session_of(plan, &file), Some(session), "{}", file.display());
            assert!(file.file_name().unwrap().len() < 255 && guard(plan).file_name().unwrap().len() < 255);
            assert_eq!(session_of(plan, &guard(plan)), None);
        }
        for name in
            ["plan.ron.being-saved-1.tmp", "plan.ron.being-saved-00000007-x.tmp", "other.being-saved-00000007-1.tmp"]
        {
            assert_eq!(session_of(Path::new("plan.ron"), Path::new(name)), None, "{name}");
        }
    }
}
