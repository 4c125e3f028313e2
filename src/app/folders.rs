//! Where the program keeps things of its own on this computer: backups and the journal of what is not saved.

use std::path::PathBuf;

/// The program's own folders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// Holds the backups, a folder a plan. It goes with the person from desk to desk where the system does that.
    pub data: PathBuf,
    /// Holds the journals of what is not saved yet. It stays on this computer.
    pub recovery: PathBuf,
}

/// The folders this system gives; `None` where it does not say.
#[must_use]
pub fn usual_folders() -> Option<Folders> {
    let folders = directories::ProjectDirs::from("", "", "Planning Grid")?;
    Some(Folders { data: folders.data_dir().to_path_buf(), recovery: folders.data_local_dir().join("Recovery") })
}
