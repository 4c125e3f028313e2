//! What is kept beside a plan, and for how long.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use chrono::TimeDelta;

use super::faulty::{Fault, Faulty, Operation};
use super::scene::{NEW, OLD, Route, Scene, files_in, noon, titled};
use crate::store::drive::RealDrive;
use crate::store::save::save_on;
use crate::store::{BackupKind, Backups, SaveCause, SaveOptions, Trouble};

fn names(folder: &Path) -> Vec<String> {
    files_in(folder).iter().map(|file| file.file_name().unwrap().to_str().unwrap().to_owned()).collect()
}

fn place() -> (tempfile::TempDir, Backups) {
    let folder = tempfile::tempdir().unwrap();
    let backups = Backups { folders: vec![folder.path().join("one"), folder.path().join("two")], now: noon() };
    (folder, backups)
}

#[test]
fn each_plan_has_a_place_of_its_own_that_a_person_can_find() {
    let data = Path::new("data");
    let of = |plan: &str| Backups::of(data, Path::new(plan), noon()).folders;
    let folders = of("/share/Our plan.ron");
    let name = folders[0].strip_prefix(data.join("Backups")).unwrap().to_str().unwrap().to_owned();
    assert!(name.starts_with("Our plan ") && name.len() == "Our plan ".len() + 8, "{name}");
    assert_eq!(folders[1], Path::new("/share/Our plan backups"));
    assert_eq!(of("/share/Our plan.ron"), folders, "the same at every save");
    assert_ne!(of("/other/Our plan.ron")[0], folders[0]);
}

#[test]
fn what_is_kept_is_listed_the_newest_first_and_never_twice_in_a_row() {
    let (_folder, backups) = place();
    let later = Backups { now: noon() + TimeDelta::seconds(90), ..backups.clone() };
    let first = backups.keep(&RealDrive, b"one", BackupKind::Saved).unwrap();
    assert_eq!(backups.keep(&RealDrive, b"one", BackupKind::Unsaved).unwrap(), first);
    let second = backups.keep(&RealDrive, b"other", BackupKind::Unsaved).unwrap();
    let third = later.keep(&RealDrive, b"one", BackupKind::Saved).unwrap();
    assert_eq!(later.keep(&RealDrive, b"other", BackupKind::Found).unwrap(), second, "found, and kept already");
    assert_eq!(
        names(&backups.folders[0]),
        ["2026-11-22 12.00.00 saved.ron", "2026-11-22 12.00.00 unsaved 2.ron", "2026-11-22 12.01.30 saved.ron"]
    );
    fs::write(backups.folders[0].join("notes.ron"), "mine").unwrap();
    let listed = backups.list(&RealDrive).unwrap();
    assert_eq!(listed.iter().map(|backup| &backup.path).collect::<Vec<_>>(), [&third, &second, &first]);
    assert_eq!((listed[1].kind, listed[1].bytes, listed[1].time), (BackupKind::Unsaved, 5, noon()));
}

#[test]
fn where_the_first_folder_refuses_the_second_keeps() {
    let (folder, backups) = place();
    fs::write(folder.path().join("one"), "a file in the way").unwrap();
    let path = backups.keep(&RealDrive, b"words", BackupKind::Saved).unwrap();
    assert!(path.starts_with(&backups.folders[1]));
    assert_eq!(backups.list(&RealDrive).unwrap().len(), 1);
    fs::write(folder.path().join("three"), "a file in the way").unwrap();
    let none = Backups { folders: vec![folder.path().join("one"), folder.path().join("three")], now: noon() };
    let error = none.keep(&RealDrive, b"words", BackupKind::Saved).unwrap_err();
    assert!(error.detail.contains("one") && error.detail.contains("three"), "{error}");
    let nowhere = Backups { folders: Vec::new(), now: noon() };
    assert_eq!(nowhere.keep(&RealDrive, b"words", BackupKind::Saved).unwrap_err().trouble, Trouble::Missing);
}

#[test]
fn a_backup_that_the_drive_did_not_keep_is_none() {
    let (_folder, backups) = place();
    let drive = Faulty::new(|operation, _| (operation == Operation::Write).then_some(Fault::CutsShort(3)));
    backups.keep(&drive, b"words", BackupKind::Saved).unwrap_err();
    assert!(names(&backups.folders[0]).is_empty() && names(&backups.folders[1]).is_empty());
}

#[test]
fn without_a_backup_nothing_is_swapped_until_a_person_says_so() {
    let scene = Scene::new(Route::SwapWithBackups);
    let full = || {
        Faulty::new(|operation, _| (operation == Operation::MakeFolder).then_some(Fault::Fails(ErrorKind::StorageFull)))
    };
    let error = scene.save(&full()).unwrap_err();
    assert!(matches!(error.cause, SaveCause::NoBackup { trouble: Trouble::Full, .. }), "{error:?}");
    assert!(error.to_string().contains("or save without a backup"), "{error}");
    scene.judge(&Err(error), &[], "no backup");
    let options = SaveOptions { without_backup: true, ..scene.options() };
    let saved = save_on(&full(), &scene.path, &titled("new"), scene.expected(), &options).unwrap();
    assert_eq!((saved.backup, scene.on_disk().as_ref()), (None, Some(&*NEW)));
}

#[test]
fn what_a_save_replaces_is_kept_once() {
    let scene = Scene::new(Route::SwapWithBackups);
    let drive = Faulty::new(|_, _| None);
    scene.save(&drive).unwrap();
    let folder = &scene.backups().folders[0];
    assert_eq!(names(folder), ["2026-11-22 12.00.00 found.ron", "2026-11-22 12.00.00 saved 2.ron"]);
    let expected = crate::store::Expected::Whatever;
    save_on(&drive, &scene.path, &titled("newer"), expected, &scene.options()).unwrap();
    assert_eq!(names(folder).len(), 3, "what is on the drive was kept when it was saved");
    assert!(scene.kept().contains(&OLD) && scene.kept().contains(&NEW));
}

#[test]
fn old_backups_go_and_what_is_not_ours_stays() {
    let (_folder, backups) = place();
    let folder = &backups.folders[0];
    for minute in 0..60 {
        let at = Backups { now: noon() - TimeDelta::minutes(minute), ..backups.clone() };
        at.keep(&RealDrive, format!("plan {minute}").as_bytes(), BackupKind::Saved).unwrap();
    }
    let old = Backups { now: noon() - TimeDelta::days(400), ..backups.clone() };
    let kept = old.keep(&RealDrive, b"kept", BackupKind::Found).unwrap();
    for name in ["2020-01-01 00.00.00 saved copy.ron", "notes.txt"] {
        fs::write(folder.join(name), "mine").unwrap();
    }
    fs::write(folder.join("2020-01-01 00.00.00 saved.ron.part"), "half").unwrap();
    fs::write(folder.join("2026-11-22 11.59.59 saved.ron.part"), "being written").unwrap();
    backups.prune(&RealDrive, std::slice::from_ref(&kept));
    assert_eq!(backups.list(&RealDrive).unwrap().len(), 21);
    assert!(kept.exists());
    assert_eq!(names(folder).len(), 21 + 2 + 1, "{:?}", names(folder));
    backups.prune(&RealDrive, &[]);
    assert!(!kept.exists());
}
