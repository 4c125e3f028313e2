//! Every operation of every kind of save, going wrong in every way.

use std::cell::Cell;
use std::fs;
use std::io::ErrorKind;

use super::faulty::{Fault, Faulty, Operation};
use super::scene::{NEW, OLD, ROUTES, Route, Scene, THEIRS, titled};
use crate::store::save::save_on;
use crate::store::{SaveOptions, Session};

const KINDS: [ErrorKind; 8] = [
    ErrorKind::ResourceBusy,
    ErrorKind::PermissionDenied,
    ErrorKind::StorageFull,
    ErrorKind::StaleNetworkFileHandle,
    ErrorKind::TimedOut,
    ErrorKind::Interrupted,
    ErrorKind::NotFound,
    ErrorKind::Other,
];

/// What goes wrong after the first time.
#[derive(Clone, Copy, Debug)]
enum Then {
    Nothing,
    /// The same operation, from then on.
    TheSame,
    /// Everything, from then on.
    Everything,
    /// Everything on the share: the network is gone, the computer is not.
    TheShare,
}

fn faults() -> Vec<(Fault, Then)> {
    let mut faults = Vec::new();
    for kind in KINDS {
        for then in [Then::Nothing, Then::TheSame, Then::Everything, Then::TheShare] {
            faults.push((Fault::Fails(kind), then));
            faults.push((Fault::LandsAndFails(kind), then));
        }
    }
    faults
}

fn cuts() -> Vec<(Fault, Then)> {
    let lengths = [0, 10, 20, NEW.len() / 2, NEW.len() - 1];
    let both = |length| [(Fault::CutsShort(length), Then::Nothing), (Fault::CutsShort(length), Then::TheSame)];
    lengths.into_iter().flat_map(both).collect()
}

/// A drive on which the operation of this number goes wrong.
fn drive_with(scene: &Scene, number: usize, fault: Fault, then: Then) -> Faulty {
    let share = scene.share().to_path_buf();
    let (count, first) = (Cell::new(0), Cell::new(None));
    Faulty::by_path(move |operation, path, _| {
        let this = count.replace(count.get() + 1);
        if this == number {
            first.set(Some(operation));
            return Some(fault);
        }
        let first = first.get()?;
        let again = match then {
            Then::Nothing => false,
            Then::TheSame => operation == first,
            Then::Everything => true,
            Then::TheShare => path.starts_with(&share),
        };
        let lasting = match fault {
            Fault::LandsAndFails(kind) if !matches!(then, Then::TheSame) => Fault::Fails(kind),
            fault => fault,
        };
        again.then_some(lasting)
    })
}

fn operations(route: Route) -> Vec<Operation> {
    let dry = Faulty::new(|_, _| None);
    let scene = Scene::new(route);
    scene.judge(&scene.save(&dry), &[], "nothing goes wrong");
    dry.done().into_iter().map(|(operation, _)| operation).collect()
}

#[test]
fn whatever_fails_no_word_is_lost() {
    let (mut walked, mut saves) = (0, 0);
    for route in ROUTES {
        for (number, operation) in operations(route).into_iter().enumerate() {
            walked += 1;
            let cuts = if operation == Operation::Write { cuts() } else { Vec::new() };
            for (fault, then) in faults().into_iter().chain(cuts) {
                let scene = Scene::new(route);
                let result = scene.save(&drive_with(&scene, number, fault, then));
                let what = format!("{route:?} {operation:?} {number} {fault:?} then {then:?}");
                scene.judge(&result, &[], &what);
                saves += 1;
            }
        }
    }
    let kinds = faults().len() + cuts().len();
    println!("safety: {walked} operations × {kinds} faults walked, {saves} saves");
}

/// Somebody whose program knows the guard, and who has the old plan open.
fn save_theirs(scene_path: &std::path::Path, guard: &std::path::Path, was: Option<&[u8]>) -> bool {
    let free = !guard.exists() && fs::read(scene_path).ok().as_deref() == was;
    if free {
        fs::write(scene_path, &*THEIRS).unwrap();
    }
    free
}

#[test]
fn whoever_saves_in_the_meantime_is_not_overwritten_unseen() {
    for route in ROUTES {
        for number in 0..operations(route).len() {
            let scene = Scene::new(route);
            let (path, guard) = (scene.path.clone(), scene.guard());
            let was = (route != Route::NewFile).then_some(OLD.as_slice());
            let (count, saved) = (Cell::new(0), std::rc::Rc::new(Cell::new(false)));
            let theirs = saved.clone();
            let drive = Faulty::new(move |_, _| {
                if count.replace(count.get() + 1) == number {
                    theirs.set(save_theirs(&path, &guard, was));
                }
                None
            });
            let result = scene.save(&drive);
            let what = format!("{route:?} {number}");
            if !saved.get() {
                scene.judge(&result, &[], &what);
            } else if route == Route::Whatever {
                assert!(result.is_ok(), "{what}: it was to be replaced");
                assert!(scene.kept().contains(&THEIRS), "{what}: but not lost");
                assert_eq!(scene.on_disk().as_ref(), Some(&*NEW), "{what}");
            } else {
                assert!(result.is_err(), "{what}");
                assert_eq!(scene.on_disk().as_ref(), Some(&*THEIRS), "{what}");
            }
            assert_eq!(scene.beside(), [] as [std::path::PathBuf; 0], "{what}");
        }
    }
}

#[test]
fn of_two_saves_at_the_same_moment_one_is_told_of_the_other() {
    for route in [Route::Swap, Route::SwapWithBackups, Route::NewFile, Route::InPlace] {
        for (number, operation) in operations(route).into_iter().enumerate() {
            let scene = Scene::new(route);
            let (path, expected) = (scene.path.clone(), scene.expected());
            let count = Cell::new(0);
            let theirs = std::rc::Rc::new(Cell::new(false));
            let told = theirs.clone();
            let drive = Faulty::new(move |_, _| {
                if count.replace(count.get() + 1) == number {
                    let options = SaveOptions { session: Session::new(8), ..SaveOptions::default() };
                    let other = Faulty::new(|_, _| None);
                    told.set(save_on(&other, &path, &titled("theirs"), expected, &options).is_ok());
                }
                None
            });
            let result = scene.save(&drive);
            let (_, at) = &drive.done()[number];
            if operation == Operation::Replace || operation == Operation::OpenOver && *at == scene.path {
                // Whoever stands still for half a minute at this very operation is out of any guard's reach.
                continue;
            }
            assert_ne!(result.is_ok(), theirs.get(), "{route:?} {number}: {result:?}");
            let winner = if result.is_ok() { &*NEW } else { &*THEIRS };
            assert_eq!(scene.on_disk().as_ref(), Some(winner), "{route:?} {number}");
            assert!(scene.beside().is_empty(), "{route:?} {number}: {:?}", scene.beside());
        }
    }
}

#[test]
fn a_guard_that_appears_at_any_moment_is_waited_for_or_not_there_yet() {
    for route in ROUTES {
        for number in 0..operations(route).len() {
            for stays_for in [3_usize, usize::MAX] {
                let scene = Scene::new(route);
                let guard = scene.guard();
                let there = guard.clone();
                let count = Cell::new(0);
                let drive = Faulty::new(move |_, _| {
                    if count.replace(count.get() + 1) == number && !there.exists() {
                        fs::write(&there, "00000008 0000000001\n").unwrap();
                    }
                    None
                })
                .on_pause(move |pause| {
                    let held = fs::read_to_string(&guard).unwrap();
                    if pause >= stays_for {
                        fs::remove_file(&guard).unwrap();
                    } else if held.starts_with("00000008") {
                        fs::write(&guard, format!("00000008 {pause:010}\n")).unwrap();
                    }
                });
                let result = scene.save(&drive);
                scene.judge(&result, &[scene.guard()], &format!("{route:?} {number}"));
                if drive.pauses.get() == 0 {
                    assert!(result.is_ok(), "{route:?} {number}: it came when all was done, or was not in the way");
                } else {
                    assert_eq!(result.is_ok(), stays_for == 3, "{route:?} {number}");
                    assert_eq!(scene.guard().exists(), stays_for != 3, "{route:?} {number}: it is theirs");
                }
            }
        }
    }
}

#[test]
fn the_step_that_failed_is_named() {
    use crate::store::{SaveCause, Step};
    for (operation, nth, route, expected) in [
        (Operation::RealPath, 0, Route::Swap, Step::Compare),
        (Operation::Facts, 0, Route::Swap, Step::Compare),
        (Operation::Open, 0, Route::Swap, Step::Compare),
        (Operation::Create, 0, Route::Swap, Step::WriteBeside),
        (Operation::Write, 0, Route::Swap, Step::WriteBeside),
        (Operation::Sync, 0, Route::Swap, Step::WriteBeside),
        (Operation::Open, 1, Route::Swap, Step::ReadBack),
        (Operation::Create, 1, Route::Swap, Step::Guard),
        (Operation::Replace, 0, Route::Swap, Step::Swap),
        (Operation::RenameNew, 1, Route::NewFile, Step::Swap),
        (Operation::OpenOver, 1, Route::InPlace, Step::WriteOver),
    ] {
        let scene = Scene::new(route);
        let fault = Fault::Fails(ErrorKind::StorageFull);
        let drive = Faulty::new(move |one, before| (one == operation && before == nth).then_some(fault));
        let error = scene.save(&drive).unwrap_err();
        let SaveCause::Drive { step, .. } = &error.cause else { panic!("{operation:?} {nth}: {error:?}") };
        assert_eq!(*step, expected, "{operation:?} {nth}");
        assert!(error.what_happened().contains(&step.to_string()), "{error}");
    }
}
