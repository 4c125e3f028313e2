//! What must be true after a save on a share that went wrong, whatever went wrong.

use std::fs;
use std::time::Duration;

use chrono::NaiveDateTime;
use planning_grid::store::save::save_on;
use planning_grid::store::{self, Backups, Expected, Fingerprint, SaveCause, SaveError, SaveOptions, to_bytes};

use super::faults::Operation;
use super::hurried::Hurried;
use super::mounted::Share;
use crate::safety::desk::{self, is_documented, memory_folder, titled, whole_backups};

/// A save that was tried: from nothing or from the plan "old" to the plan "new".
pub(super) struct Tried {
    pub(super) old: Option<Vec<u8>>,
    pub(super) result: Result<Fingerprint, SaveError>,
    /// What the share was asked meanwhile.
    pub(super) asked: Vec<Operation>,
    /// Whether a file was made and the share was gone before that could be seen: nobody can name it then.
    pub(super) made_unseen: bool,
    /// How long a person would have waited between two tries of something.
    pub(super) waited: Duration,
}

/// Backups in a folder of this computer.
pub(super) struct Kept {
    folder: tempfile::TempDir,
}

impl Default for Kept {
    fn default() -> Self {
        Self { folder: memory_folder() }
    }
}

impl Kept {
    /// No backups yet, and where they are to be.
    fn start(&self) -> Backups {
        let folder = self.folder.path().join("backups");
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        Backups { folders: vec![folder], now: NaiveDateTime::default() }
    }

    /// Every backup is a whole plan, and after a save both plans are among them.
    #[track_caller]
    pub(super) fn judge(&self, tried: &Tried, case: &str) {
        let backups = whole_backups(&self.folder.path().join("backups"), case);
        let titles: Vec<&str> = backups.iter().map(|(_, plan)| plan.title.as_str()).collect();
        let both = ["old", "new"];
        assert!(titles.iter().all(|title| both.contains(title)), "{case}: {titles:?}");
        if tried.result.is_ok() {
            assert!(both.iter().all(|title| titles.contains(title)), "{case}: it said saved and kept {titles:?}");
        }
    }
}

/// What a save over this content expects there.
pub(super) fn expected(content: Option<&[u8]>) -> Expected {
    content.map_or(Expected::Absent, |bytes| Expected::Unchanged(Fingerprint::of(bytes)))
}

/// Tries a save while the share goes wrong as it was told, then heals it.
pub(super) fn save(share: &Share, old: Option<Vec<u8>>, kept: Option<&Kept>) -> Tried {
    let expected = expected(old.as_deref());
    let options = SaveOptions { backups: kept.map(Kept::start), ..desk::options() };
    let drive = Hurried::default();
    let result = save_on(&drive, &share.path(), &titled("new"), expected, &options).map(|saved| saved.on_disk);
    let asked = share.asked();
    share.heal();
    Tried { old, result, asked, made_unseen: false, waited: drive.waited.get() }
}

impl Tried {
    /// One whole plan is there, the one that was said; what lies beside is named; the words make sense; and
    /// the next save goes. `case` says what was tried.
    #[track_caller]
    pub(super) fn judge(&self, share: &Share, case: &str) {
        let new = to_bytes(&titled("new")).unwrap();
        let content = share.content();
        match &self.result {
            Ok(now) => {
                assert!(content.as_ref() == Some(&new), "{case}: it said saved, and the file is another");
                assert_eq!(*now, Fingerprint::of(&new), "{case}");
            }
            Err(error) if error.cause.old_file_is_whole() => {
                assert!(content == self.old, "{case}: it said that the old file was left: {error}");
            }
            Err(error) => assert!(content == self.old || content.as_ref() == Some(&new), "{case}: {error}"),
        }
        if let Err(error) = &self.result {
            sensible(error, case);
        }
        self.beside_is_named(share, case);
        Self::next_save_goes(share, case);
    }

    #[track_caller]
    fn beside_is_named(&self, share: &Share, case: &str) {
        let named: Vec<String> = self.result.as_ref().err().map_or_else(Vec::new, |error| {
            let paths = error.left_behind.iter().chain(&error.copies);
            paths.filter_map(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned()).collect()
        });
        let beside = share.beside();
        assert!(beside.iter().all(|name| is_documented(name)), "{case}: {beside:?}");
        if self.result.is_err() {
            let all_named = beside.iter().all(|name| named.contains(name));
            assert!(all_named || self.made_unseen, "{case}: {beside:?} were left, {:?}", self.result);
        }
        assert!(beside.len() <= 2, "{case}: {beside:?}");
    }

    #[track_caller]
    fn next_save_goes(share: &Share, case: &str) {
        let path = share.path();
        let expected = match share.content() {
            Some(_) => {
                Expected::Unchanged(store::load(&path).unwrap_or_else(|error| panic!("{case}: {error}")).on_disk)
            }
            None => Expected::Absent,
        };
        let next = save_on(&Hurried::default(), &path, &titled("next"), expected, &desk::options());
        next.unwrap_or_else(|error| panic!("{case}: the next save: {error}"));
        assert!(share.content() == Some(to_bytes(&titled("next")).unwrap()), "{case}: the next save");
    }
}

/// The words say what happened to the file and to what was typed, and what to do; none is the system's code.
#[track_caller]
fn sensible(error: &SaveError, case: &str) {
    let words = error.to_string();
    let opening = if error.cause.old_file_is_whole() { "was not saved: " } else { "It is not certain that " };
    let in_place = "choose to write into it, with a copy of it kept first";
    let step = if error.can_write_in_place { in_place } else { error.cause.next_step() };
    for part in [opening, "our changes are still in the program", step] {
        assert!(words.contains(part), "{case}: {words}");
    }
    for part in ["Os {", "kind:", "Err(", "  ", ".."] {
        assert!(!words.contains(part), "{case}: {words}");
    }
    // Nobody but the drive did anything.
    assert!(matches!(error.cause, SaveCause::Drive { .. }), "{case}: {words}");
}
