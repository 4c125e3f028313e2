//! What watches on one plan tell each other.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{NaiveDate, NaiveDateTime};

use super::faulty::{Fault, Faulty, Operation};
use crate::store::drive::RealDrive;
use crate::store::watch::{GONE_AFTER, REMOVE_AFTER};
use crate::store::{By, Fingerprint, Life, News, Presence, Session, Trouble, Watch};

const OLD: &[u8] = b"old";

fn since() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2016, 7, 4).unwrap().and_hms_opt(10, 2, 0).unwrap()
}

fn presence(name: &str, session: u64) -> Presence {
    Presence {
        name: name.to_owned(),
        machine: "PC-042".to_owned(),
        since: Some(since()),
        beat: 0,
        session: Session::new(session),
        saved: None,
    }
}

fn desk() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.ron");
    fs::write(&plan, OLD).unwrap();
    (folder, plan)
}

fn watch(plan: &Path, name: &str, session: u64) -> Watch {
    Watch::new(plan.to_path_buf(), Fingerprint::of(OLD), Some(presence(name, session)))
}

fn at(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn look(watch: &mut Watch, seconds: u64) -> Vec<News> {
    watch.look(&RealDrive, at(seconds))
}

/// Who is there, as told by the only news.
fn lives(news: &[News]) -> Vec<(&str, Life)> {
    match news {
        [News::Others(others)] => others.iter().map(|other| (other.name.as_str(), other.life)).collect(),
        _ => panic!("{news:?}"),
    }
}

fn notes(folder: &Path) -> usize {
    fs::read_dir(folder).unwrap().count() - 1
}

#[test]
fn two_who_have_a_plan_open_see_each_other_come_and_go() {
    let (folder, plan) = desk();
    let (mut jane, mut omar) = (watch(&plan, "Jane", 1), watch(&plan, "Omar", 2));
    assert!(look(&mut jane, 0).is_empty());
    let news = look(&mut omar, 0);
    assert_eq!(lives(&news), [("Jane", Life::Unknown)]);
    let [News::Others(others)] = news.as_slice() else { panic!("{news:?}") };
    assert_eq!((others[0].machine.as_str(), others[0].since), ("PC-042", Some(since())));
    assert_eq!(others[0].session, Session::new(1));
    assert_eq!(lives(&look(&mut jane, 15)), [("Omar", Life::Unknown)]);
    assert_eq!(lives(&look(&mut omar, 15)), [("Jane", Life::Alive)]);
    assert_eq!(lives(&look(&mut jane, 30)), [("Omar", Life::Alive)]);
    assert!(look(&mut omar, 30).is_empty());
    jane.leave(&RealDrive);
    assert_eq!(lives(&look(&mut omar, 45)), []);
    // Who has left still sees the others.
    omar.leave(&RealDrive);
    assert_eq!(lives(&look(&mut jane, 60)), []);
    assert_eq!(notes(folder.path()), 0);
}

#[test]
fn who_saved_is_told_with_the_change() {
    let (_folder, plan) = desk();
    let (mut jane, mut omar) = (watch(&plan, "Jane", 1), watch(&plan, "Omar", 2));
    look(&mut jane, 0);
    look(&mut omar, 0);
    fs::write(&plan, b"Jane's").unwrap();
    let now = Fingerprint::of(b"Jane's");
    jane.expect(now, Some(since()));
    let jane_sees = look(&mut jane, 15);
    assert_eq!(lives(&jane_sees), [("Omar", Life::Unknown)]);
    let by = By { name: "Jane".to_owned(), machine: "PC-042".to_owned(), at: Some(since()) };
    let news = look(&mut omar, 15);
    assert!(news.contains(&News::Changed { now, by: Some(by) }), "{news:?}");
    // A change by a program that leaves no note is by nobody known.
    fs::write(&plan, b"somebody's").unwrap();
    let news = look(&mut omar, 30);
    assert_eq!(news, [News::Changed { now: Fingerprint::of(b"somebody's"), by: None }]);
}

#[test]
fn who_only_took_a_change_in_does_not_claim_it() {
    let (_folder, plan) = desk();
    let (mut jane, mut omar) = (watch(&plan, "Jane", 1), watch(&plan, "Omar", 2));
    fs::write(&plan, b"theirs").unwrap();
    jane.expect(Fingerprint::of(b"theirs"), None);
    look(&mut jane, 0);
    let news = look(&mut omar, 0);
    assert!(news.contains(&News::Changed { now: Fingerprint::of(b"theirs"), by: None }), "{news:?}");
}

#[test]
fn a_note_that_stands_still_is_stale_by_our_own_clock() {
    let (folder, plan) = desk();
    let (mut jane, mut omar) = (watch(&plan, "Jane", 1), watch(&plan, "Omar", 2));
    look(&mut jane, 0);
    assert_eq!(lives(&look(&mut omar, 1_000)), [("Jane", Life::Unknown)]);
    let gone = 1_000 + GONE_AFTER.as_secs();
    assert!(look(&mut omar, gone - 1).is_empty());
    assert_eq!(lives(&look(&mut omar, gone)), [("Jane", Life::Gone)]);
    // Her computer slept.
    look(&mut jane, 3);
    assert_eq!(lives(&look(&mut omar, gone + 15)), [("Jane", Life::Alive)]);
    let removed = gone + 15 + REMOVE_AFTER.as_secs();
    assert_eq!(lives(&look(&mut omar, removed - 1)), [("Jane", Life::Gone)]);
    assert_eq!(notes(folder.path()), 2);
    assert_eq!(lives(&look(&mut omar, removed)), []);
    assert_eq!(notes(folder.path()), 1);
    // She was there after all.
    look(&mut jane, 18);
    assert_eq!(lives(&look(&mut omar, removed + 15)), [("Jane", Life::Unknown)]);
}

#[test]
fn a_stale_note_that_cannot_be_removed_stays_gone() {
    let (folder, plan) = desk();
    look(&mut watch(&plan, "Jane", 1), 0);
    let mut omar = watch(&plan, "Omar", 2);
    look(&mut omar, 0);
    let drive = Faulty::new(|operation, _| {
        (operation == Operation::Remove).then_some(Fault::Fails(ErrorKind::PermissionDenied))
    });
    for seconds in 0..10 {
        omar.look(&drive, at(1_000 + seconds));
    }
    assert_eq!(drive.done().iter().filter(|(done, _)| *done == Operation::Remove).count(), 1);
    assert_eq!(notes(folder.path()), 2);
}

#[test]
fn time_in_which_the_folder_could_not_be_seen_makes_nobody_stale() {
    let (_folder, plan) = desk();
    look(&mut watch(&plan, "Jane", 1), 0);
    let mut omar = watch(&plan, "Omar", 2);
    look(&mut omar, 0);
    let dropped = Faulty::new(|_, _| Some(Fault::Fails(ErrorKind::TimedOut)));
    assert!(omar.look(&dropped, at(500)).is_empty());
    assert!(look(&mut omar, 1_000).is_empty());
    assert_eq!(lives(&look(&mut omar, 1_000 + GONE_AFTER.as_secs())), [("Jane", Life::Gone)]);
}

#[test]
fn a_note_just_being_written_keeps_its_name() {
    let (folder, plan) = desk();
    let mut omar = watch(&plan, "Omar", 2);
    let mut jane = watch(&plan, "Jane", 1);
    let cut =
        |length| Faulty::new(move |operation, _| (operation == Operation::Write).then_some(Fault::CutsShort(length)));
    jane.look(&cut(30), at(0));
    assert_eq!(lives(&look(&mut omar, 0)), [("", Life::Unknown)]);
    look(&mut jane, 15);
    assert_eq!(lives(&look(&mut omar, 15)), [("Jane", Life::Alive)]);
    jane.look(&cut(0), at(30));
    assert!(look(&mut omar, 30).is_empty());
    fs::write(folder.path().join("plan.ron.opened-by-Jane-00000001.txt"), [0xff; 10_000]).unwrap();
    assert!(look(&mut omar, 45).is_empty());
}

#[test]
fn a_folder_that_takes_no_new_files_is_told_once_and_stops_nothing() {
    let (folder, plan) = desk();
    let mut jane = watch(&plan, "Jane", 1);
    let refuses = Faulty::new(|operation, _| {
        (operation == Operation::Create).then_some(Fault::Fails(ErrorKind::PermissionDenied))
    });
    assert_eq!(jane.look(&refuses, at(0)), [News::FolderRefuses(Trouble::NotAllowed)]);
    fs::write(&plan, b"theirs").unwrap();
    let news = jane.look(&refuses, at(15));
    assert_eq!(news, [News::Changed { now: Fingerprint::of(b"theirs"), by: None }]);
    assert!(jane.look(&refuses, at(30)).is_empty());
    assert_eq!(notes(folder.path()), 0);
    // Somebody gave the rights.
    assert!(look(&mut jane, 45).is_empty());
    assert_eq!(notes(folder.path()), 1);
}

#[test]
fn a_note_refused_for_a_moment_or_by_a_lost_drive_is_no_news() {
    let (_folder, plan) = desk();
    let mut jane = watch(&plan, "Jane", 1);
    let dropped = Faulty::new(|operation, _| {
        (operation == Operation::Create).then_some(Fault::Fails(ErrorKind::HostUnreachable))
    });
    assert!(jane.look(&dropped, at(0)).is_empty());
    assert!(look(&mut jane, 15).is_empty());
    let scanned = Faulty::new(|operation, _| {
        (operation == Operation::OpenOver).then_some(Fault::Fails(ErrorKind::PermissionDenied))
    });
    assert!(jane.look(&scanned, at(30)).is_empty());
}

#[test]
fn no_note_is_written_after_leaving_or_beside_a_plan_that_is_gone() {
    let (folder, plan) = desk();
    let mut jane = watch(&plan, "Jane", 1);
    look(&mut jane, 0);
    assert_eq!(notes(folder.path()), 1);
    jane.leave(&RealDrive);
    look(&mut jane, 15);
    assert_eq!(notes(folder.path()), 0);

    let mut omar = watch(&plan, "Omar", 2);
    look(&mut omar, 0);
    fs::rename(&plan, folder.path().join("moved.ron")).unwrap();
    look(&mut omar, 15);
    assert_eq!(look(&mut omar, 30), [News::Gone]);
    fs::remove_file(folder.path().join("plan.ron.opened-by-Omar-00000002.txt")).unwrap();
    assert!(look(&mut omar, 45).is_empty());
    assert_eq!(notes(folder.path()), 0);
}

#[test]
fn who_leaves_no_note_sees_the_others_all_the_same() {
    let (folder, plan) = desk();
    look(&mut watch(&plan, "Jane", 1), 0);
    let mut silent = Watch::new(plan, Fingerprint::of(OLD), None);
    assert_eq!(lives(&look(&mut silent, 0)), [("Jane", Life::Unknown)]);
    silent.leave(&RealDrive);
    assert_eq!(notes(folder.path()), 1);
}

#[test]
fn one_person_twice_is_two() {
    let (_folder, plan) = desk();
    let (mut here, mut there) = (watch(&plan, "Jane", 1), watch(&plan, "Jane", 2));
    look(&mut here, 0);
    assert_eq!(lives(&look(&mut there, 0)), [("Jane", Life::Unknown)]);
}
