//! A plan on a share, a computer that keeps its backups, and what must hold after every save of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use chrono::NaiveDateTime;

use super::faulty::Faulty;
use super::small_plan;
use crate::model::Plan;
use crate::store::save::save_on;
use crate::store::{
    Backups, Expected, Fingerprint, SaveCause, SaveError, SaveOptions, Saved, Session, parse, to_bytes,
};

pub(super) static OLD: LazyLock<Vec<u8>> = LazyLock::new(|| to_bytes(&titled("old, and a little longer")).unwrap());
pub(super) static NEW: LazyLock<Vec<u8>> = LazyLock::new(|| to_bytes(&titled("new")).unwrap());
pub(super) static THEIRS: LazyLock<Vec<u8>> = LazyLock::new(|| to_bytes(&titled("theirs")).unwrap());

pub(super) fn titled(title: &str) -> Plan {
    Plan { title: title.to_owned(), ..small_plan() }
}

pub(super) fn noon() -> NaiveDateTime {
    "2026-11-22T12:00:00".parse().unwrap()
}

/// What is saved and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// Over an old plan, with no backups.
    Swap,
    /// Over an old plan.
    SwapWithBackups,
    /// Over an old plan, whatever it is by now.
    Whatever,
    /// A new file.
    NewFile,
    /// Into the file itself, in a folder that takes new files.
    InPlace,
}

pub(super) const ROUTES: [Route; 5] =
    [Route::Swap, Route::SwapWithBackups, Route::Whatever, Route::NewFile, Route::InPlace];

pub(super) struct Scene {
    pub(super) route: Route,
    folder: tempfile::TempDir,
    pub(super) path: PathBuf,
}

impl Scene {
    pub(super) fn new(route: Route) -> Self {
        // A folder in memory, where there is one: thousands of files come and go here.
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
        fs::create_dir(folder.path().join("share")).unwrap();
        let path = folder.path().join("share").join("plan.ron");
        if route != Route::NewFile {
            fs::write(&path, &*OLD).unwrap();
        }
        Self { route, folder, path }
    }

    pub(super) fn share(&self) -> &Path {
        self.path.parent().unwrap()
    }

    pub(super) fn guard(&self) -> PathBuf {
        self.share().join("plan.ron.saving")
    }

    pub(super) fn backups(&self) -> Backups {
        Backups { folders: vec![self.folder.path().join("computer")], now: noon() }
    }

    pub(super) fn options(&self) -> SaveOptions {
        SaveOptions {
            backups: (self.route != Route::Swap).then(|| self.backups()),
            in_place: self.route == Route::InPlace,
            session: Session::new(7),
            ..SaveOptions::default()
        }
    }

    pub(super) fn expected(&self) -> Expected {
        match self.route {
            Route::Whatever => Expected::Whatever,
            Route::NewFile => Expected::Absent,
            _ => Expected::Unchanged(Fingerprint::of(&OLD)),
        }
    }

    pub(super) fn save(&self, drive: &Faulty) -> Result<Saved, SaveError> {
        save_on(drive, &self.path, &titled("new"), self.expected(), &self.options())
    }

    /// What lies under the plan's name.
    pub(super) fn on_disk(&self) -> Option<Vec<u8>> {
        fs::read(&self.path).ok()
    }

    /// The files beside the plan.
    pub(super) fn beside(&self) -> Vec<PathBuf> {
        files_in(self.share()).into_iter().filter(|file| *file != self.path).collect()
    }

    /// The contents of all backups.
    pub(super) fn kept(&self) -> Vec<Vec<u8>> {
        files_in(&self.backups().folders[0])
            .into_iter()
            .filter(|file| file.extension().is_some_and(|ending| ending == "ron"))
            .map(|file| fs::read(file).unwrap())
            .collect()
    }

    /// What must hold after a save, whatever failed. Files beside the plan that are `not_ours` do not count.
    pub(super) fn judge(&self, result: &Result<Saved, SaveError>, not_ours: &[PathBuf], what: &str) {
        let now = self.on_disk();
        let now = now.as_deref();
        for kept in self.kept() {
            assert!([&*OLD, &*NEW, &*THEIRS].contains(&&kept), "{what}: a backup is of no plan");
        }
        let before = (self.route != Route::NewFile).then_some(OLD.as_slice());
        match result {
            Ok(saved) => {
                assert_eq!(now, Some(NEW.as_slice()), "{what}: saved");
                assert_eq!(saved.on_disk, Fingerprint::of(&NEW), "{what}");
                if self.options().backups.is_some() {
                    assert!(self.kept().contains(&NEW), "{what}: the new plan is kept");
                    assert!(before.is_none() || self.kept().contains(&OLD), "{what}: the old plan is kept");
                }
            }
            Err(error) => self.judge_error(error, now, before, what),
        }
        let named = match result {
            Ok(saved) => &*saved.left_behind,
            Err(error) => &*error.left_behind,
        };
        for stray in self.beside() {
            assert!(named.contains(&stray) || not_ours.contains(&stray), "{what}: {} is not named", stray.display());
        }
    }

    fn judge_error(&self, error: &SaveError, now: Option<&[u8]>, before: Option<&[u8]>, what: &str) {
        let parts = [error.what_happened(), error.what_was_kept(), error.what_to_do()];
        let words = error.to_string();
        assert_eq!(words, parts.join(" "), "{what}");
        for part in &parts {
            assert!(part.ends_with('.') && part.len() > 15 && !part.contains("\"\""), "{what}: {part}");
        }
        assert!(parts[0].contains(&self.path.display().to_string()), "{what}: {words}");
        assert!(parts[1].to_lowercase().contains("your changes are still in the program"), "{what}: {words}");
        for file in &*error.left_behind {
            assert!(words.contains(&file.display().to_string()), "{what}: {words}");
        }
        if error.cause.old_file_is_whole() {
            assert!(now == before || now == Some(&THEIRS), "{what}: {words}");
            return;
        }
        for copy in &*error.copies {
            let copied = fs::read(copy).is_ok_and(|kept| parse(&kept, "").is_ok());
            // A file that may have come to its place has no other name any more.
            assert!(copied || now == Some(&NEW), "{what}: {} is no whole copy", copy.display());
            assert!(parts[1].contains(&copy.display().to_string()), "{what}: {words}");
        }
        let is_whole = now.is_none() && before.is_none() || now.is_some_and(|now| parse(now, "").is_ok());
        if !is_whole {
            let kept: Vec<_> = error.copies.iter().filter_map(|copy| fs::read(copy).ok()).collect();
            assert!(kept.contains(&NEW), "{what}: {words}");
            assert!(kept.contains(&OLD) || matches!(error.cause, SaveCause::OldGone { .. }), "{what}: {words}");
        }
    }
}

pub(super) fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}
