//! Saving into the file itself, where the folder takes no new files.

use std::fs;
use std::io::ErrorKind;

use super::faulty::{Fault, Faulty, Operation};
use super::scene::{NEW, OLD, Route, Scene, titled};
use crate::store::save::save_on;
use crate::store::{Fingerprint, SaveCause, SaveOptions, Step, Trouble};

/// A share on which files can be written, but none can be made, renamed or removed.
fn strict(scene: &Scene) -> Faulty {
    let share = scene.share().to_path_buf();
    Faulty::by_path(move |operation, path, _| {
        use Operation::{Create, Remove, RenameNew, Replace};
        let refused = matches!(operation, Create | Replace | RenameNew | Remove) && path.starts_with(&share);
        refused.then_some(Fault::Fails(ErrorKind::PermissionDenied))
    })
}

#[test]
fn a_folder_that_takes_no_files_is_said_to_and_the_file_is_offered() {
    let scene = Scene::new(Route::SwapWithBackups);
    let error = scene.save(&strict(&scene)).unwrap_err();
    assert!(matches!(error.cause, SaveCause::Drive { step: Step::WriteBeside, trouble: Trouble::NotAllowed, .. }));
    assert!(error.can_write_in_place && error.what_to_do().contains("choose to write into it"), "{error}");
    scene.judge(&Err(error), &[], "refused");
    // Nothing is offered that cannot be done.
    let no_file = Scene::new(Route::NewFile);
    assert!(!no_file.save(&strict(&no_file)).unwrap_err().can_write_in_place);
    let no_backups = Scene::new(Route::Swap);
    assert!(!no_backups.save(&strict(&no_backups)).unwrap_err().can_write_in_place);
    let nothing_goes = Faulty::new(|operation, _| {
        matches!(operation, Operation::Create | Operation::MayWrite)
            .then_some(Fault::Fails(ErrorKind::PermissionDenied))
    });
    assert!(!scene.save(&nothing_goes).unwrap_err().can_write_in_place);
}

#[test]
fn a_folder_that_lets_nothing_be_replaced_is_said_to_as_well() {
    for kind in [ErrorKind::PermissionDenied, ErrorKind::Unsupported] {
        let scene = Scene::new(Route::SwapWithBackups);
        let drive = Faulty::new(move |operation, _| (operation == Operation::Replace).then_some(Fault::Fails(kind)));
        let error = scene.save(&drive).unwrap_err();
        assert!(matches!(error.cause, SaveCause::Drive { step: Step::Swap, .. }) && error.can_write_in_place);
        scene.judge(&Err(error), &[], "refused");
    }
}

#[test]
fn with_a_copy_of_both_the_file_itself_is_written() {
    let scene = Scene::new(Route::InPlace);
    let result = scene.save(&strict(&scene));
    scene.judge(&result, &[], "written over");
    assert_eq!(scene.on_disk().as_ref(), Some(&*NEW), "shorter than what was there");
    assert_eq!(fs::read(result.unwrap().backup.unwrap()).unwrap(), *NEW);
}

#[test]
fn without_a_copy_the_file_is_not_touched() {
    let scene = Scene::new(Route::InPlace);
    for backups in [None, Some(scene.backups())] {
        let options = SaveOptions { backups, without_backup: true, ..scene.options() };
        let drive = Faulty::new(|operation, _| {
            (operation == Operation::MakeFolder).then_some(Fault::Fails(ErrorKind::StorageFull))
        });
        let error = save_on(&drive, &scene.path, &titled("new"), scene.expected(), &options).unwrap_err();
        assert!(matches!(error.cause, SaveCause::NoRecoveryCopy { .. }), "{error:?}");
        assert!(drive.done().iter().all(|(operation, _)| *operation != Operation::OpenOver));
        scene.judge(&Err(error), &[], "no copy");
    }
}

#[test]
fn a_write_that_fails_half_way_is_taken_back() {
    let scene = Scene::new(Route::InPlace);
    let path = scene.path.clone();
    let drive = Faulty::by_path(move |operation, at, before| {
        // The guard's two writes and the two backups come first.
        let first = operation == Operation::Write && at == path && before == 4;
        first.then_some(Fault::Fails(ErrorKind::StorageFull))
    });
    let error = scene.save(&drive).unwrap_err();
    assert!(matches!(error.cause, SaveCause::Drive { step: Step::WriteOver, trouble: Trouble::Full, .. }), "{error:?}");
    assert_eq!(scene.on_disk().as_ref(), Some(&*OLD));
    scene.judge(&Err(error), &[], "taken back");
}

#[test]
fn a_damaged_file_is_named_with_its_copies_and_can_be_saved_again() {
    let scene = Scene::new(Route::InPlace);
    let path = scene.path.clone();
    let drive = Faulty::by_path(move |operation, at, before| {
        // Half is written; then the file cannot even be opened to put back what was there.
        let goes_wrong = operation == Operation::Write || operation == Operation::OpenOver && before > 1;
        (goes_wrong && at == path).then_some(Fault::Fails(ErrorKind::TimedOut))
    });
    let error = scene.save(&drive).unwrap_err();
    let SaveCause::Damaged(damage) = &error.cause else { panic!("{error:?}") };
    let now = damage.now.unwrap();
    assert_eq!(now, Fingerprint::of(&scene.on_disk().unwrap()));
    assert!(!error.cause.old_file_is_whole() && error.copies.len() == 2, "{error:?}");
    scene.judge(&Err(error), &[], "damaged");
    let expected = crate::store::Expected::Unchanged(now);
    let result = save_on(&Faulty::new(|_, _| None), &scene.path, &titled("new"), expected, &scene.options());
    assert!(result.is_ok(), "{result:?}");
    assert_eq!(scene.on_disk().as_ref(), Some(&*NEW));
}
