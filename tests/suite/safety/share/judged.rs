//! What must be true after a save on a share that went wrong, whatever went wrong.

use planning_grid::store::{self, Expected, Fingerprint, SaveCause, SaveError, to_bytes};

use super::super::desk;
use super::faults::Operation;
use super::mounted::Share;
use crate::safety::desk::{is_documented, titled};

/// A save that was tried: from nothing or from the plan "old" to the plan "new".
pub(super) struct Tried {
    pub(super) old: Option<Vec<u8>>,
    pub(super) result: Result<Fingerprint, SaveError>,
    /// What the share was asked meanwhile.
    pub(super) asked: Vec<Operation>,
    /// Whether a file was made and the share was gone before that could be seen: nobody can name it then.
    pub(super) made_unseen: bool,
}

/// Tries a save while the share goes wrong as it was told, then heals it.
pub(super) fn save(share: &Share, old: Option<Vec<u8>>) -> Tried {
    let expected = old.as_ref().map_or(Expected::Absent, |bytes| Expected::Unchanged(Fingerprint::of(bytes)));
    let result = desk::save(&share.path(), &titled("new"), expected);
    let asked = share.asked();
    share.heal();
    Tried { old, result, asked, made_unseen: false }
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
        desk::save(&path, &titled("next"), expected).unwrap_or_else(|error| panic!("{case}: the next save: {error}"));
        assert!(share.content() == Some(to_bytes(&titled("next")).unwrap()), "{case}: the next save");
    }
}

/// The words say what happened to the file and to what was typed, and what to do; none is the system's code.
#[track_caller]
fn sensible(error: &SaveError, case: &str) {
    let words = error.to_string();
    let opening = if error.cause.old_file_is_whole() { "was not saved: " } else { "It is not certain that " };
    for part in [opening, "our changes are still in the program", error.cause.next_step()] {
        assert!(words.contains(part), "{case}: {words}");
    }
    for part in ["Os {", "kind:", "Err(", "  ", ".."] {
        assert!(!words.contains(part), "{case}: {words}");
    }
    // Nobody but the drive did anything.
    assert!(matches!(error.cause, SaveCause::Drive { .. }), "{case}: {words}");
}
