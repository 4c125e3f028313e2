//! What a save does when a step fails: the old plan or the new one is whole, and the words say which.

use std::cell::Cell;
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use super::faulty::{Fault, Faulty, Operation};
use super::small_plan;
use crate::model::Plan;
use crate::store::save::save_on;
use crate::store::{Expected, Fingerprint, SaveCause, SaveError, SaveOptions, Step, Trouble, load, save};

struct Desk {
    folder: tempfile::TempDir,
    path: PathBuf,
    old: Fingerprint,
}

fn titled(title: &str) -> Plan {
    Plan { title: title.to_owned(), ..small_plan() }
}

fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let old = save(&path, &titled("old"), Expected::Absent).unwrap();
    Desk { folder, path, old }
}

impl Desk {
    fn save(&self, drive: &Faulty) -> Result<Fingerprint, SaveError> {
        let expected = Expected::Unchanged(self.old);
        save_on(drive, &self.path, &titled("new"), expected, &SaveOptions::default()).map(|saved| saved.on_disk)
    }

    fn title(&self) -> String {
        load(&self.path).unwrap().plan.title
    }

    fn files(&self) -> usize {
        fs::read_dir(self.folder.path()).unwrap().count()
    }
}

#[test]
fn a_rename_refused_twice_is_tried_again() {
    let desk = desk();
    let drive = Faulty::new(|operation, before| {
        (operation == Operation::Replace && before < 2).then_some(Fault::Fails(ErrorKind::ResourceBusy))
    });
    desk.save(&drive).unwrap();
    assert_eq!((desk.title().as_str(), desk.files(), drive.pauses.get()), ("new", 1, 2));
}

#[test]
fn a_rename_refused_for_good_leaves_the_old_plan_and_nothing_else() {
    for (kind, pauses) in [(ErrorKind::ResourceBusy, 7), (ErrorKind::PermissionDenied, 0)] {
        let desk = desk();
        let drive = Faulty::new(move |operation, _| (operation == Operation::Replace).then_some(Fault::Fails(kind)));
        let error = desk.save(&drive).unwrap_err();
        assert!(matches!(error.cause, SaveCause::Drive { step: Step::Swap, .. }), "{error:?}");
        assert_eq!((desk.title().as_str(), desk.files(), drive.pauses.get()), ("old", 1, pauses));
    }
}

#[test]
fn a_rename_that_landed_but_reports_failure_is_a_save() {
    let desk = desk();
    let drive = Faulty::new(|operation, _| {
        (operation == Operation::Replace).then_some(Fault::LandsAndFails(ErrorKind::TimedOut))
    });
    desk.save(&drive).unwrap();
    assert_eq!((desk.title().as_str(), desk.files()), ("new", 1));
    let path = desk.folder.path().join("second.ron");
    let drive = Faulty::new(|operation, _| {
        (operation == Operation::RenameNew).then_some(Fault::LandsAndFails(ErrorKind::TimedOut))
    });
    save_on(&drive, &path, &titled("new"), Expected::Absent, &SaveOptions::default()).unwrap();
    assert_eq!(desk.files(), 2);
}

#[test]
fn a_full_drive_leaves_the_old_plan_and_says_so() {
    let desk = desk();
    let drive =
        Faulty::new(|operation, _| (operation == Operation::Write).then_some(Fault::Fails(ErrorKind::StorageFull)));
    let error = desk.save(&drive).unwrap_err();
    let SaveCause::Drive { step, trouble, .. } = &error.cause else { panic!("{error:?}") };
    assert_eq!((*step, *trouble), (Step::WriteBeside, Trouble::Full));
    assert_eq!((desk.title().as_str(), desk.files()), ("old", 1));
    let words = error.to_string();
    assert!(words.contains("no room left on the drive") && words.contains("Make room"), "{words}");
}

#[test]
fn a_copy_that_cannot_be_removed_is_named() {
    let desk = desk();
    let drive = Faulty::new(|operation, _| match operation {
        Operation::Write => Some(Fault::Fails(ErrorKind::StorageFull)),
        Operation::Remove => Some(Fault::Fails(ErrorKind::PermissionDenied)),
        _ => None,
    });
    let error = desk.save(&drive).unwrap_err();
    let left = desk.folder.path().join("plan.ron.being-saved-00000000-1.tmp");
    assert_eq!(*error.left_behind, [left]);
    assert!(error.to_string().contains("being-saved"), "{error}");
}

#[test]
fn a_drive_that_drops_bytes_and_says_nothing_is_caught() {
    let desk = desk();
    let drive = Faulty::new(|operation, _| (operation == Operation::Write).then_some(Fault::CutsShort(100)));
    let error = desk.save(&drive).unwrap_err();
    assert_eq!(error.cause, SaveCause::ReadBackDiffers { step: Step::ReadBack });
    assert_eq!((desk.title().as_str(), desk.files()), ("old", 1));
}

#[test]
fn somebody_who_saves_while_we_write_is_not_overwritten() {
    let desk = desk();
    let path = desk.path.clone();
    let drive = Faulty::new(move |operation, _| {
        if operation == Operation::Sync {
            save(&path, &titled("theirs"), Expected::Whatever).unwrap();
        }
        None
    });
    let error = desk.save(&drive).unwrap_err();
    assert!(matches!(error.cause, SaveCause::ChangedOutside { .. }), "{error:?}");
    assert_eq!((desk.title().as_str(), desk.files()), ("theirs", 1));
}

#[test]
fn somebody_who_saves_right_after_us_is_seen() {
    let desk = desk();
    let path = desk.path.clone();
    let drive = Faulty::new(move |operation, _| {
        if operation == Operation::SyncFolder {
            save(&path, &titled("theirs"), Expected::Whatever).unwrap();
        }
        None
    });
    let error = desk.save(&drive).unwrap_err();
    assert_eq!(error.cause, SaveCause::ReadBackDiffers { step: Step::Confirm });
    assert!(error.to_string().starts_with("It is not certain"), "{error}");
}

#[test]
fn of_a_folder_that_cannot_be_reached_its_own_trouble_is_told() {
    for (kind, trouble) in [
        (ErrorKind::Other, Trouble::Other),
        (ErrorKind::PermissionDenied, Trouble::NotAllowed),
        (ErrorKind::NotConnected, Trouble::DriveGone),
        (ErrorKind::StaleNetworkFileHandle, Trouble::DriveGone),
    ] {
        let desk = desk();
        let folder = desk.folder.path().to_path_buf();
        let drive = Faulty::by_path(move |operation, path, _| {
            (operation == Operation::Facts && path == folder).then_some(Fault::Fails(kind))
        });
        let path = desk.folder.path().join("second.ron");
        let error = save_on(&drive, &path, &titled("new"), Expected::Absent, &SaveOptions::default()).unwrap_err();
        let detail = std::io::Error::from(kind).to_string();
        assert_eq!(error.cause, SaveCause::Drive { step: Step::Compare, trouble, detail });
        assert_eq!(desk.files(), 1);
    }
}

#[test]
fn a_folder_that_cannot_be_reached_for_a_moment_is_waited_for() {
    let desk = desk();
    let folder = desk.folder.path().to_path_buf();
    let refused = Cell::new(0);
    let drive = Faulty::by_path(move |operation, path, _| {
        let now = operation == Operation::Facts && path == folder && refused.get() < 2;
        refused.set(refused.get() + u8::from(now));
        now.then_some(Fault::Fails(ErrorKind::StaleNetworkFileHandle))
    });
    let path = desk.folder.path().join("second.ron");
    save_on(&drive, &path, &titled("new"), Expected::Absent, &SaveOptions::default()).unwrap();
    assert_eq!((desk.files(), drive.pauses.get()), (2, 2));
}
