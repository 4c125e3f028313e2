//! What a journal promises: what was not saved is offered by the next start, whatever was cut off when.

use std::cell::Cell;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use chrono::{NaiveDate, NaiveDateTime};

use super::faulty::{Fault, Faulty, Operation};
use super::small_plan;
use crate::model::Plan;
use crate::store::{Entry, Fingerprint, Journal, LeftBehind, LoadCause, Recovered, Session, left_behind, load, parse};

const MINE: u64 = 1;

fn titled(title: &str) -> Plan {
    Plan { title: title.to_owned(), ..small_plan() }
}

fn minute(minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2016, 7, 11).unwrap().and_hms_opt(10, minute, 5).unwrap()
}

/// A plan, what it was made from, and what its file held: all told by one word.
struct Made {
    word: &'static str,
    plan: Plan,
    base: Plan,
    on_disk: Fingerprint,
}

fn made(word: &'static str) -> Made {
    let base = titled(&format!("base of {word}"));
    Made { word, plan: titled(word), base, on_disk: Fingerprint::of(word.as_bytes()) }
}

impl Made {
    fn entry(&self) -> Entry<'_> {
        Entry {
            plan: &self.plan,
            base: Some(&self.base),
            origin: Some(Path::new("on the share/plan.ron")),
            on_disk: Some(self.on_disk),
            name: self.word,
            time: minute(1),
        }
    }

    fn is(&self, read: &Recovered) -> bool {
        read.plan == self.plan && read.base.as_ref() == Some(&self.base) && read.on_disk == Some(self.on_disk)
    }
}

fn begin(folder: &Path) -> Journal {
    Journal::begin(folder, Session::new(MINE)).unwrap()
}

/// A run that kept this and died. To the system, letting go of the lock is the same.
fn died(folder: &Path, session: u64, entry: &Entry<'_>) -> PathBuf {
    let session = Session::new(session);
    Journal::begin(folder, session).unwrap().keep(entry).unwrap();
    folder.join(session.to_string())
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn only(mut found: Vec<LeftBehind>) -> LeftBehind {
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

/// What a start after a power cut at this moment finds: the run's files as they are, without its lock.
fn after_power_cut(folder: &Path) -> Option<Recovered> {
    let copy = tempfile::tempdir().unwrap();
    let session = Session::new(MINE).to_string();
    fs::create_dir(copy.path().join(&session)).unwrap();
    for name in names(&folder.join(&session)) {
        fs::copy(folder.join(&session).join(&name), copy.path().join(&session).join(&name)).unwrap();
    }
    let mut found = left_behind(copy.path());
    found.pop().map(|left| left.read().unwrap())
}

/// A drive on which nothing happens any more from the given operation on. Tells how many there were.
fn dead_after(alive: usize) -> (Faulty, Rc<Cell<usize>>) {
    let count = Rc::new(Cell::new(0));
    let counted = Rc::clone(&count);
    let drive = Faulty::new(move |_, _| {
        counted.set(counted.get() + 1);
        (counted.get() > alive).then_some(Fault::Fails(ErrorKind::Other))
    });
    (drive, count)
}

fn fails(operation: Operation, number: usize) -> Faulty {
    Faulty::new(move |done, before| (done == operation && before == number).then_some(Fault::Fails(ErrorKind::Other)))
}

#[test]
fn what_a_run_that_died_kept_is_offered_with_what_it_came_from() {
    let folder = tempfile::tempdir().unwrap();
    let kept = made("mine");
    let own = died(folder.path(), 7, &kept.entry());
    let left = only(left_behind(folder.path()));
    let origin = Some(PathBuf::from("on the share/plan.ron"));
    assert_eq!((left.session, left.name.as_str(), left.time), (Session::new(7), "mine", Some(minute(1))));
    assert_eq!((&left.origin, left.path()), (&origin, own.join("plan.ron")));
    let read = left.read().unwrap();
    assert!(kept.is(&read), "{read:?}");
    assert_eq!((read.name.as_str(), read.time, read.origin), ("mine", Some(minute(1)), origin));
    // A person may open it by hand.
    assert_eq!(load(&own.join("plan.ron")).unwrap().plan, kept.plan);
}

#[test]
fn a_new_plan_has_neither_base_nor_file() {
    let folder = tempfile::tempdir().unwrap();
    let plan = titled("new");
    let entry = Entry { plan: &plan, base: None, origin: None, on_disk: None, name: "", time: minute(1) };
    died(folder.path(), 7, &entry);
    let left = only(left_behind(folder.path()));
    assert_eq!(left.name, "new");
    let read = left.read().unwrap();
    assert_eq!((read.plan, read.base, read.origin, read.on_disk), (plan, None, None, None));
}

#[test]
fn a_run_at_work_is_not_offered_and_neither_is_what_another_start_is_looking_at() {
    let folder = tempfile::tempdir().unwrap();
    let journal = begin(folder.path());
    journal.keep(&made("mine").entry()).unwrap();
    assert!(left_behind(folder.path()).is_empty());
    drop(journal);
    let first = left_behind(folder.path());
    assert!(left_behind(folder.path()).is_empty());
    drop(first);
    assert_eq!(only(left_behind(folder.path())).read().unwrap().plan.title, "mine");
}

#[test]
fn a_plan_whose_lock_file_is_lost_is_offered_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let own = died(folder.path(), 7, &made("mine").entry());
    fs::remove_file(own.join("running")).unwrap();
    let left = only(left_behind(folder.path()));
    assert!(made("mine").is(&left.read().unwrap()));
    left.discard().unwrap();
    assert!(names(folder.path()).is_empty());
}

#[test]
fn the_newest_is_offered_first_and_what_has_no_time_last() {
    let folder = tempfile::tempdir().unwrap();
    for (session, word, time) in [(1, "second", 20), (2, "first", 30), (3, "fourth", 40), (4, "third", 10)] {
        let own = died(folder.path(), session, &Entry { time: minute(time), ..made(word).entry() });
        if word == "fourth" {
            fs::write(own.join("about.ron"), "(version: ").unwrap();
        }
    }
    let names: Vec<_> = left_behind(folder.path()).into_iter().map(|left| left.name).collect();
    assert_eq!(names, ["first", "second", "third", "fourth"]);
}

#[test]
fn a_power_cut_at_any_moment_leaves_the_former_plan_or_the_new_one_each_with_its_own_base() {
    let (former, new) = (made("former"), made("new"));
    for alive in 0.. {
        let folder = tempfile::tempdir().unwrap();
        let journal = begin(folder.path());
        journal.keep(&former.entry()).unwrap();
        let (drive, count) = dead_after(alive);
        let told = journal.keep_on(&drive, &new.entry());
        let read = after_power_cut(folder.path()).expect("a plan is there");
        assert!(new.is(&read) || former.is(&read) && told.is_err(), "after {alive}: {read:?}");
        if count.get() <= alive {
            assert!(alive > 15, "{alive}");
            return;
        }
    }
}

#[test]
fn the_first_plan_is_there_whole_or_not_at_all() {
    let first = made("first");
    for alive in 0.. {
        let folder = tempfile::tempdir().unwrap();
        let journal = begin(folder.path());
        let (drive, count) = dead_after(alive);
        let told = journal.keep_on(&drive, &first.entry());
        match after_power_cut(folder.path()) {
            None => assert!(told.is_err()),
            Some(read) => assert!(first.is(&read), "after {alive}: {read:?}"),
        }
        if count.get() <= alive {
            return;
        }
    }
}

#[test]
fn a_drive_that_failed_and_works_again_leaves_nothing_mixed_up() {
    let (former, failed, last) = (made("former"), made("failed"), made("last"));
    for first_alive in (0..30).step_by(2) {
        for alive in 0..30 {
            let folder = tempfile::tempdir().unwrap();
            let journal = begin(folder.path());
            journal.keep(&former.entry()).unwrap();
            let _ = journal.keep_on(&dead_after(first_alive).0, &failed.entry());
            let _ = journal.keep_on(&dead_after(alive).0, &last.entry());
            let read = after_power_cut(folder.path()).expect("a plan is there");
            let whole = [&former, &failed, &last].into_iter().any(|made| made.is(&read));
            assert!(whole, "after {first_alive} and {alive}: {read:?}");
        }
    }
}

#[test]
fn words_are_kept_where_their_base_or_their_record_cannot_be() {
    let (former, new) = (made("former"), made("new"));
    let keep = |number| {
        let folder = tempfile::tempdir().unwrap();
        let journal = begin(folder.path());
        journal.keep(&former.entry()).unwrap();
        journal.keep_on(&fails(Operation::Replace, number), &new.entry()).unwrap_err();
        after_power_cut(folder.path()).unwrap()
    };
    let without_base = keep(0);
    assert_eq!((without_base.plan, without_base.base), (new.plan.clone(), None));
    assert_eq!(without_base.on_disk, Some(new.on_disk));
    // What its file held is lost as well: it must not be replaced without asking.
    let without_record = keep(1);
    assert_eq!((without_record.plan, without_record.base, without_record.on_disk), (new.plan.clone(), None, None));
    assert!(former.is(&keep(2)));
}

#[test]
fn a_plan_changed_by_hand_is_offered_without_a_base() {
    let folder = tempfile::tempdir().unwrap();
    let own = died(folder.path(), 7, &made("mine").entry());
    let text = fs::read_to_string(own.join("plan.ron")).unwrap();
    fs::write(own.join("plan.ron"), text.replace("mine", "by hand")).unwrap();
    let read = only(left_behind(folder.path())).read().unwrap();
    assert_eq!((read.plan.title.as_str(), read.base, read.on_disk), ("by hand", None, None));
}

#[test]
fn a_spoiled_record_or_base_hides_no_plan() {
    for (name, content) in [("about.ron", ""), ("about.ron", "\0\0\0"), ("about.ron", "(version: 2, kept: [])")] {
        let folder = tempfile::tempdir().unwrap();
        let own = died(folder.path(), 7, &made("mine").entry());
        fs::write(own.join(name), content).unwrap();
        let left = only(left_behind(folder.path()));
        assert_eq!((left.name.as_str(), &left.origin, left.time), ("mine", &None, None));
        let read = left.read().unwrap();
        assert_eq!((read.plan.title.as_str(), read.base, read.on_disk), ("mine", None, None));
    }
    let folder = tempfile::tempdir().unwrap();
    let own = died(folder.path(), 7, &made("mine").entry());
    let base = names(&own).into_iter().find(|name| name.starts_with("base-")).unwrap();
    fs::copy(own.join("plan.ron"), own.join(base)).unwrap();
    let read = only(left_behind(folder.path())).read().unwrap();
    assert_eq!((read.plan.title.as_str(), read.base), ("mine", None));
}

#[test]
fn a_spoiled_plan_hides_no_other_and_its_bytes_can_be_kept_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let spoiled = died(folder.path(), 1, &Entry { time: minute(9), ..made("spoiled").entry() });
    died(folder.path(), 2, &made("whole").entry());
    fs::write(spoiled.join("plan.ron"), "(version: 1, plan: (").unwrap();
    let found = left_behind(folder.path());
    assert_eq!(found.iter().map(|left| left.name.as_str()).collect::<Vec<_>>(), ["spoiled", "whole"]);
    let error = found[0].read().unwrap_err();
    assert!(matches!(error.cause, LoadCause::CutShort { .. }), "{error:?}");
    assert_eq!(found[0].bytes().unwrap(), b"(version: 1, plan: (");
    assert_eq!(found[1].read().unwrap().plan.title, "whole");
    drop(found);
    fs::remove_file(spoiled.join("about.ron")).unwrap();
    let name = left_behind(folder.path()).pop().unwrap().name;
    assert!(name.ends_with("plan.ron"), "{name}");
}

#[test]
fn what_is_thrown_away_is_gone_and_the_rest_stays() {
    let folder = tempfile::tempdir().unwrap();
    died(folder.path(), 1, &made("unwanted").entry());
    let wanted = died(folder.path(), 2, &made("wanted").entry());
    let found = left_behind(folder.path());
    let unwanted = found.into_iter().find(|left| left.name == "unwanted").unwrap();
    let bytes = unwanted.bytes().unwrap();
    assert_eq!(parse(&bytes, "").unwrap().title, "unwanted");
    unwanted.discard().unwrap();
    assert_eq!(names(folder.path()), [wanted.file_name().unwrap().to_str().unwrap()]);
    assert_eq!(only(left_behind(folder.path())).read().unwrap().plan.title, "wanted");
}

#[test]
fn the_journal_of_a_saved_plan_goes_away_and_a_run_with_nothing_unsaved_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let journal = begin(folder.path());
    journal.clear().unwrap();
    journal.keep(&made("mine").entry()).unwrap();
    journal.clear().unwrap();
    assert!(after_power_cut(folder.path()).is_none());
    assert_eq!(names(&folder.path().join(Session::new(MINE).to_string())), ["running"]);
    journal.keep(&made("more").entry()).unwrap();
    assert_eq!(after_power_cut(folder.path()).unwrap().plan.title, "more");
    journal.clear().unwrap();
    drop(journal);
    assert!(names(folder.path()).is_empty());
}

#[test]
fn folders_without_a_plan_are_removed_and_what_is_not_the_programs_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    // Died before anything was kept; died while the first plan was written; lost all but its folder.
    for name in ["00000001", "00000002", "00000003", "00000004", "photos"] {
        fs::create_dir(path(name)).unwrap();
    }
    fs::write(path("00000001/running"), "").unwrap();
    for name in ["running", "about.ron", "plan.ron.new", "base-0123456789abcdef.ron"] {
        fs::write(path("00000002").join(name), "(").unwrap();
    }
    for name in ["running", "letter.docx"] {
        fs::write(path("00000004").join(name), "").unwrap();
    }
    fs::write(path("photos/plan.ron"), "").unwrap();
    fs::write(path("00000005"), "a file").unwrap();
    assert!(left_behind(folder.path()).is_empty());
    assert_eq!(names(folder.path()), ["00000004", "00000005", "photos"]);
    assert_eq!(names(&path("00000004")), ["letter.docx"]);
    assert!(left_behind(&path("nowhere")).is_empty());
}

#[test]
fn a_run_takes_no_folder_in_which_a_plan_waits_or_another_run_works() {
    let folder = tempfile::tempdir().unwrap();
    let journal = begin(folder.path());
    let busy = Journal::begin(folder.path(), Session::new(MINE)).unwrap_err();
    assert_eq!(busy.kind(), ErrorKind::ResourceBusy);
    journal.keep(&made("mine").entry()).unwrap();
    drop(journal);
    let waits = Journal::begin(folder.path(), Session::new(MINE)).unwrap_err();
    assert_eq!(waits.kind(), ErrorKind::AlreadyExists);
    assert_eq!(only(left_behind(folder.path())).read().unwrap().plan.title, "mine");
}

#[test]
fn a_folder_that_somebody_tidied_away_is_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let journal = begin(folder.path());
    journal.keep(&made("mine").entry()).unwrap();
    fs::remove_dir_all(folder.path().join(Session::new(MINE).to_string())).unwrap();
    journal.keep(&made("mine").entry()).unwrap();
    assert!(made("mine").is(&after_power_cut(folder.path()).unwrap()));
}

#[test]
fn a_base_is_written_once() {
    let folder = tempfile::tempdir().unwrap();
    let journal = begin(folder.path());
    let mut kept = made("mine");
    journal.keep(&kept.entry()).unwrap();
    kept.plan = titled("mine, and more");
    let drive = Faulty::new(|_, _| None);
    journal.keep_on(&drive, &kept.entry()).unwrap();
    assert_eq!(drive.done().iter().filter(|(done, _)| *done == Operation::Create).count(), 2);
    assert!(kept.is(&after_power_cut(folder.path()).unwrap()));
    let bases = names(&folder.path().join(Session::new(MINE).to_string()));
    assert_eq!(bases.iter().filter(|name| name.starts_with("base-")).count(), 1);
}

#[test]
fn a_file_held_for_a_moment_is_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    let journal = begin(folder.path());
    let drive = Faulty::new(|operation, before| {
        (operation == Operation::Replace && before == 0).then_some(Fault::Fails(ErrorKind::ResourceBusy))
    });
    journal.keep_on(&drive, &made("mine").entry()).unwrap();
    assert_eq!(drive.pauses.get(), 1);
}

#[test]
fn names_and_paths_of_any_letters_come_back() {
    #[cfg(unix)]
    let path = {
        use std::os::unix::ffi::OsStrExt;
        PathBuf::from(std::ffi::OsStr::from_bytes(b"/share/pl\xe4n.ron"))
    };
    #[cfg(not(unix))]
    let path = PathBuf::from("plän.ron");
    for (name, origin) in [("\"a\"\n\\ 🦉)", Path::new("a \"b\"\n.ron")), ("x", &path)] {
        let folder = tempfile::tempdir().unwrap();
        died(folder.path(), 7, &Entry { name, origin: Some(origin), ..made("mine").entry() });
        let left = only(left_behind(folder.path()));
        assert_eq!((left.name.as_str(), left.origin.as_deref()), (name, Some(origin)));
    }
    let folder = tempfile::tempdir().unwrap();
    died(folder.path(), 7, &Entry { name: &"n".repeat(5_000), ..made("mine").entry() });
    assert_eq!(only(left_behind(folder.path())).name.len(), 200);
}

#[test]
fn a_journal_can_be_shared_with_a_job() {
    fn shared<T: Send + Sync>() {}
    shared::<Journal>();
    shared::<LeftBehind>();
    shared::<Recovered>();
}
