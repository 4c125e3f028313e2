//! What a watch tells of the plan itself.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::faulty::{Fault, Faulty, Operation};
use crate::store::drive::RealDrive;
use crate::store::watch::{LARGE_EVERY, SMALL, SMALL_EVERY};
use crate::store::{Fingerprint, News, Watch};

struct Desk {
    folder: tempfile::TempDir,
    plan: PathBuf,
    watch: Watch,
}

impl Desk {
    fn new(content: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let plan = folder.path().join("plan.ron");
        fs::write(&plan, content).unwrap();
        let watch = Watch::new(plan.clone(), Fingerprint::of(content), None);
        Self { folder, plan, watch }
    }

    fn write(&self, content: &[u8]) {
        fs::write(&self.plan, content).unwrap();
    }

    fn look(&mut self) -> Vec<News> {
        self.watch.look(&RealDrive, Duration::ZERO)
    }

    /// How many looks it takes until there is news; most of them find none.
    fn looks_until_news(&mut self) -> u32 {
        (1..100).find(|_| !self.look().is_empty()).expect("news in the end")
    }
}

fn changed(content: &[u8]) -> Vec<News> {
    vec![News::Changed { now: Fingerprint::of(content), by: None }]
}

fn looks(desk: &mut Desk, count: usize) -> usize {
    let drive = Faulty::new(|_, _| None);
    for _ in 0..count {
        assert!(desk.watch.look(&drive, Duration::ZERO).is_empty());
    }
    drive.done().iter().filter(|(done, _)| *done == Operation::Open).count()
}

#[test]
fn a_plan_that_nobody_touches_is_no_news_and_is_read_now_and_then() {
    let mut desk = Desk::new(b"old");
    assert_eq!(looks(&mut desk, 1), 1);
    assert_eq!(looks(&mut desk, SMALL_EVERY as usize - 1), 0);
    assert_eq!(looks(&mut desk, 1), 1);
    let mut large = Desk::new(&vec![b' '; usize::try_from(SMALL).unwrap()]);
    assert_eq!(looks(&mut large, 1), 1);
    assert_eq!(looks(&mut large, LARGE_EVERY as usize - 1), 0);
    assert_eq!(looks(&mut large, 1), 1);
}

#[test]
fn a_change_of_another_size_is_told_at_once_and_once() {
    let mut desk = Desk::new(b"old");
    assert!(desk.look().is_empty());
    desk.write(b"newer");
    assert_eq!(desk.look(), changed(b"newer"));
    for _ in 0..20 {
        assert!(desk.look().is_empty());
    }
    desk.write(b"newest");
    assert_eq!(desk.look(), changed(b"newest"));
}

#[test]
fn a_change_of_the_same_size_is_told_within_four_looks() {
    let mut desk = Desk::new(b"old");
    assert!(desk.look().is_empty());
    desk.write(b"new");
    assert_eq!(desk.looks_until_news(), SMALL_EVERY);
}

#[test]
fn a_change_before_the_first_look_is_told_by_it() {
    let mut desk = Desk::new(b"old");
    desk.write(b"new");
    assert_eq!(desk.look(), changed(b"new"));
}

#[test]
fn a_file_just_being_written_is_looked_at_again() {
    let mut desk = Desk::new(b"old");
    assert!(desk.look().is_empty());
    desk.write(b"new\0\0\0");
    assert_eq!(desk.look(), changed(b"new\0\0\0"));
    desk.write(b"newest");
    assert_eq!(desk.look(), changed(b"newest"));
}

#[test]
fn what_was_expected_all_along_is_told_as_back() {
    let mut desk = Desk::new(b"old");
    desk.write(b"newer");
    assert_eq!(desk.look(), changed(b"newer"));
    desk.write(b"old");
    assert_eq!(desk.look(), [News::Back]);
    assert!(desk.look().is_empty());
    desk.write(b"newer");
    assert_eq!(desk.look(), changed(b"newer"));
}

#[test]
fn what_we_saved_or_took_in_is_no_news() {
    let mut desk = Desk::new(b"old");
    assert!(desk.look().is_empty());
    desk.write(b"ours, saved");
    desk.watch.expect(Fingerprint::of(b"ours, saved"), None);
    assert_eq!(looks(&mut desk, 10), 2);
    desk.write(b"theirs");
    assert_eq!(desk.look(), changed(b"theirs"));
    desk.watch.expect(Fingerprint::of(b"theirs"), None);
    for _ in 0..10 {
        assert!(desk.look().is_empty());
    }
    // A content that was told before is news again after another was expected.
    desk.write(b"old");
    assert_eq!(desk.look(), changed(b"old"));
}

#[test]
fn a_file_is_gone_when_two_looks_miss_it() {
    let mut desk = Desk::new(b"old");
    assert!(desk.look().is_empty());
    let aside = desk.folder.path().join("aside");
    for _ in 0..3 {
        fs::rename(&desk.plan, &aside).unwrap();
        assert!(desk.look().is_empty());
        fs::rename(&aside, &desk.plan).unwrap();
        assert!(desk.look().is_empty());
    }
    fs::rename(&desk.plan, &aside).unwrap();
    assert!(desk.look().is_empty());
    assert_eq!(desk.look(), [News::Gone]);
    assert!(desk.look().is_empty());
    fs::rename(&aside, &desk.plan).unwrap();
    assert_eq!(desk.look(), [News::Back]);
}

#[test]
fn what_took_the_place_of_a_blink_is_read_at_once() {
    let mut desk = Desk::new(b"old");
    assert!(desk.look().is_empty());
    fs::remove_file(&desk.plan).unwrap();
    assert!(desk.look().is_empty());
    desk.write(b"new");
    assert_eq!(desk.look(), changed(b"new"));
}

#[test]
fn after_it_was_gone_a_change_is_told_again() {
    let mut desk = Desk::new(b"old");
    desk.write(b"newer");
    assert_eq!(desk.look(), changed(b"newer"));
    fs::remove_file(&desk.plan).unwrap();
    assert!(desk.look().is_empty());
    assert_eq!(desk.look(), [News::Gone]);
    desk.write(b"newer");
    assert_eq!(desk.look(), changed(b"newer"));
    fs::remove_file(&desk.plan).unwrap();
    assert!(desk.look().is_empty());
    assert_eq!(desk.look(), [News::Gone]);
    desk.write(b"saved again");
    desk.watch.expect(Fingerprint::of(b"saved again"), None);
    assert!(desk.look().is_empty());
}

#[test]
fn a_folder_that_was_renamed_takes_the_plan_away_and_a_drive_that_is_gone_does_not() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("drive/team/plans");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("plan.ron"), "old").unwrap();
    let mut watch = Watch::new(folder.join("plan.ron"), Fingerprint::of(b"old"), None);
    let mut look = || watch.look(&RealDrive, Duration::ZERO);
    let rename = |from: &str, to: &str| fs::rename(root.path().join(from), root.path().join(to)).unwrap();
    assert!(look().is_empty());
    rename("drive", "no drive");
    for _ in 0..10 {
        assert!(look().is_empty());
    }
    rename("no drive", "drive");
    assert!(look().is_empty());
    rename("drive/team/plans", "drive/team/old plans");
    assert!(look().is_empty());
    assert_eq!(look(), [News::Gone]);
}

#[test]
fn a_folder_in_the_place_of_the_plan_is_no_plan() {
    let mut desk = Desk::new(b"old");
    fs::remove_file(&desk.plan).unwrap();
    fs::create_dir(&desk.plan).unwrap();
    assert!(desk.look().is_empty());
    assert_eq!(desk.look(), [News::Gone]);
}

const LOST: [ErrorKind; 3] = [ErrorKind::TimedOut, ErrorKind::PermissionDenied, ErrorKind::HostUnreachable];

#[test]
fn a_drive_that_does_not_answer_is_no_news_and_is_asked_again() {
    for (operation, kind) in LOST.into_iter().flat_map(|kind| [(Operation::Facts, kind), (Operation::Open, kind)]) {
        let mut desk = Desk::new(b"old");
        assert!(desk.look().is_empty());
        desk.write(b"newer");
        let lost = Faulty::new(move |done, _| (done == operation).then_some(Fault::Fails(kind)));
        for _ in 0..10 {
            assert!(desk.watch.look(&lost, Duration::ZERO).is_empty());
        }
        assert_eq!(desk.look(), changed(b"newer"));
    }
}

#[test]
fn a_folder_that_cannot_be_listed_hides_no_change() {
    for (operation, kind) in LOST.into_iter().flat_map(|kind| [(Operation::List, kind), (Operation::RealPath, kind)]) {
        let mut desk = Desk::new(b"old");
        desk.write(b"newer");
        let drive = Faulty::new(move |done, _| (done == operation).then_some(Fault::Fails(kind)));
        assert_eq!(desk.watch.look(&drive, Duration::ZERO), changed(b"newer"));
    }
}

#[test]
fn a_drive_that_drops_between_two_misses_does_not_make_the_plan_gone() {
    let mut desk = Desk::new(b"old");
    assert!(desk.look().is_empty());
    fs::remove_file(&desk.plan).unwrap();
    assert!(desk.look().is_empty());
    let dropped = Faulty::new(|_, _| Some(Fault::Fails(ErrorKind::TimedOut)));
    assert!(desk.watch.look(&dropped, Duration::ZERO).is_empty());
    assert!(desk.look().is_empty());
    assert_eq!(desk.look(), [News::Gone]);
    assert!(desk.watch.look(&dropped, Duration::ZERO).is_empty());
    desk.write(b"old");
    assert_eq!(desk.look(), [News::Back]);
}

#[test]
fn a_plan_in_the_folder_we_are_in_is_watched_too() {
    let mut watch = Watch::new(PathBuf::from("no such plan.ron"), Fingerprint::of(b"old"), None);
    assert!(!Path::new("no such plan.ron").exists());
    assert!(watch.look(&RealDrive, Duration::ZERO).is_empty());
    assert_eq!(watch.look(&RealDrive, Duration::ZERO), [News::Gone]);
}
