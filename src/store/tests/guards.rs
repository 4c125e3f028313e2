//! Whose turn it is to save, and what a crash leaves.

use std::cell::Cell;
use std::fs;
use std::io::ErrorKind;

use super::faulty::{Fault, Faulty, Operation};
use super::scene::{NEW, OLD, Route, Scene, THEIRS, titled};
use crate::store::save::save_on;
use crate::store::{SaveCause, SaveOptions, Session, Step, clear_leftovers};

const OTHERS: &str = "00000008 0000000003\n";

#[test]
fn a_guard_left_by_a_crash_is_taken_away_after_half_a_minute_and_sooner_if_it_is_nobodys() {
    for (left, pauses) in [(OTHERS, 120), ("", 20), ("half of som", 20)] {
        let scene = Scene::new(Route::Swap);
        fs::write(scene.guard(), left).unwrap();
        let drive = Faulty::new(|_, _| None);
        let result = scene.save(&drive);
        scene.judge(&result, &[], left);
        assert!(result.is_ok() && drive.pauses.get() == pauses, "{left:?}: {} pauses", drive.pauses.get());
    }
}

#[test]
fn a_guard_of_our_own_is_not_waited_for_but_a_run_without_a_name_has_none() {
    let scene = Scene::new(Route::Swap);
    for (session, pauses) in [(7, 0), (0, 120)] {
        fs::write(scene.guard(), format!("{} 0000000001\n", Session::new(session))).unwrap();
        fs::write(&scene.path, &*OLD).unwrap();
        let options = SaveOptions { session: Session::new(session), ..scene.options() };
        let drive = Faulty::new(|_, _| None);
        let result = save_on(&drive, &scene.path, &titled("new"), scene.expected(), &options);
        scene.judge(&result, &[], "our own");
        assert_eq!((result.is_ok(), drive.pauses.get()), (true, pauses));
    }
}

#[test]
fn a_live_guard_is_given_a_minute() {
    let scene = Scene::new(Route::Swap);
    let guard = scene.guard();
    fs::write(&guard, OTHERS).unwrap();
    let drive =
        Faulty::new(|_, _| None).on_pause(move |pause| fs::write(&guard, format!("00000008 {pause:010}\n")).unwrap());
    let error = scene.save(&drive).unwrap_err();
    assert_eq!((&error.cause, drive.pauses.get()), (&SaveCause::BeingSaved, 240));
    assert!(error.to_string().contains("somebody else is saving this plan at this moment"), "{error}");
    scene.judge(&Err(error), &[scene.guard()], "live");
    assert!(scene.guard().exists(), "it is theirs");
}

#[test]
fn a_guard_that_comes_alive_while_it_is_put_aside_is_given_back() {
    let scene = Scene::new(Route::Swap);
    let guard = scene.guard();
    fs::write(&guard, OTHERS).unwrap();
    let held = guard.clone();
    let drive = Faulty::by_path(move |operation, path, _| {
        // Just before it is renamed, somebody else has taken it away and made one of their own.
        if operation == Operation::Replace && path == held {
            unreachable!("a guard is never the target of a replacement");
        }
        if operation == Operation::Replace && fs::read_to_string(&held).is_ok_and(|words| words == OTHERS) {
            fs::write(&held, "00000009 0000000001\n").unwrap();
        }
        None
    })
    .on_pause(move |pause| {
        if pause >= 120 {
            assert_eq!(fs::read_to_string(&guard).unwrap(), format!("00000009 {:010}\n", pause - 119));
            fs::write(&guard, format!("00000009 {:010}\n", pause - 118)).unwrap();
        }
    });
    let error = scene.save(&drive).unwrap_err();
    assert_eq!(error.cause, SaveCause::BeingSaved);
    scene.judge(&Err(error), &[scene.guard()], "given back");
    assert_eq!(scene.on_disk().as_ref(), Some(&*OLD));
}

#[test]
fn whoever_was_passed_over_before_they_wrote_their_guard_does_not_save() {
    let scene = Scene::new(Route::Swap);
    let (path, guard, expected) = (scene.path.clone(), scene.guard(), scene.expected());
    // Our guard is made and we stand still before it is written; somebody else waits, and saves.
    let drive = Faulty::by_path(move |operation, at, _| {
        if operation == Operation::Write && at == guard {
            let options = SaveOptions { session: Session::new(8), ..SaveOptions::default() };
            save_on(&Faulty::new(|_, _| None), &path, &titled("theirs"), expected, &options).unwrap();
        }
        None
    });
    let error = scene.save(&drive).unwrap_err();
    assert!(matches!(error.cause, SaveCause::ChangedOutside { .. }), "{error:?}");
    scene.judge(&Err(error), &[], "passed over");
    assert_eq!(scene.on_disk().as_ref(), Some(&*THEIRS));
}

#[test]
fn a_guard_lost_between_two_tries_ends_the_save() {
    for theirs in [Some("00000009 0000000001\n"), None] {
        let scene = Scene::new(Route::Swap);
        let guard = scene.guard();
        let drive = Faulty::new(move |operation, before| {
            (operation == Operation::Replace && before == 0).then_some(Fault::Fails(ErrorKind::ResourceBusy))
        })
        .on_pause(move |_| match theirs {
            Some(words) => fs::write(&guard, words).unwrap(),
            None => fs::remove_file(&guard).unwrap(),
        });
        let error = scene.save(&drive).unwrap_err();
        assert_eq!(error.cause, SaveCause::BeingSaved);
        scene.judge(&Err(error), &[scene.guard()], "lost");
        assert_eq!((scene.on_disk().as_ref(), scene.guard().exists()), (Some(&*OLD), theirs.is_some()));
    }
}

#[test]
fn the_guard_changes_at_each_try_and_is_gone_afterwards() {
    let scene = Scene::new(Route::Swap);
    let guard = scene.guard();
    let last = Cell::new(String::new());
    let drive = Faulty::new(|operation, before| {
        (operation == Operation::Replace && before < 5).then_some(Fault::Fails(ErrorKind::ResourceBusy))
    })
    .on_pause(move |_| {
        let now = fs::read_to_string(&guard).unwrap();
        assert_ne!(last.replace(now.clone()), now);
    });
    scene.save(&drive).unwrap();
    assert_eq!((scene.beside().len(), drive.pauses.get()), (0, 5));
}

#[test]
fn a_guard_that_cannot_be_removed_is_named() {
    let scene = Scene::new(Route::Swap);
    let drive = Faulty::new(|operation, _| match operation {
        Operation::Replace => Some(Fault::Fails(ErrorKind::StorageFull)),
        Operation::Remove => Some(Fault::Fails(ErrorKind::PermissionDenied)),
        _ => None,
    });
    let error = scene.save(&drive).unwrap_err();
    assert!(matches!(error.cause, SaveCause::Drive { step: Step::Swap, .. }), "{error:?}");
    assert!(error.left_behind.contains(&scene.guard()) && error.left_behind.len() == 2, "{error:?}");
    scene.judge(&Err(error), &[], "named");
}

#[test]
fn an_old_file_that_a_replacement_took_away_is_filled_in() {
    for refused in [false, true] {
        let scene = Scene::new(Route::SwapWithBackups);
        let path = scene.path.clone();
        let drive = Faulty::new(move |operation, before| match operation {
            Operation::Replace => {
                fs::remove_file(&path).unwrap();
                Some(Fault::Fails(ErrorKind::Other))
            }
            // The two backups are given their names first.
            Operation::RenameNew if refused && before >= 2 => Some(Fault::Fails(ErrorKind::PermissionDenied)),
            _ => None,
        });
        let result = scene.save(&drive);
        scene.judge(&result, &[], "taken away");
        match result {
            Ok(_) => assert!(!refused && scene.on_disk().as_ref() == Some(&*NEW)),
            Err(error) => {
                assert!(refused && matches!(error.cause, SaveCause::OldGone { .. }), "{error:?}");
                assert!(error.copies.iter().any(|copy| copy.starts_with(scene.share())), "the new file stays");
            }
        }
    }
}

#[test]
fn what_dead_sessions_left_is_cleared_and_nothing_else() {
    let scene = Scene::new(Route::Swap);
    let dead = [Session::new(8), Session::new(9)];
    let stays = ["notes.txt", "plan.ron.being-saved-00000007-1.tmp", "other.ron.being-saved-00000008-1.tmp"];
    let goes = ["plan.ron.being-saved-00000008-1.tmp", "plan.ron.being-saved-00000009-12.tmp"];
    for name in stays.iter().chain(&goes) {
        fs::write(scene.share().join(name), "x").unwrap();
    }
    fs::write(scene.guard(), OTHERS).unwrap();
    let drive = Faulty::new(|_, _| None);
    clear_leftovers(&drive, &scene.path, &dead);
    let mut expected: Vec<_> = stays.iter().map(|name| scene.share().join(name)).collect();
    expected.sort();
    assert_eq!(scene.beside(), expected);
    fs::write(scene.guard(), "00000007 0000000001\n").unwrap();
    clear_leftovers(&drive, &scene.path, &dead);
    assert!(scene.guard().exists(), "it is a living one's");
    // One of them may be all that is left of the plan.
    let only = scene.share().join(goes[0]);
    fs::rename(&scene.path, &only).unwrap();
    clear_leftovers(&drive, &scene.path, &dead);
    assert!(only.exists());
}
