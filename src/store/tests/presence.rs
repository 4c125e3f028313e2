//! Notes beside a plan: written for people, read with distrust.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};

use super::faulty::{Fault, Faulty, Operation};
use crate::store::drive::RealDrive;
use crate::store::presence::{clear, others, put, remove};
use crate::store::{Fingerprint, Presence, Session};

fn since() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2016, 7, 4).unwrap().and_hms_opt(10, 2, 5).unwrap()
}

fn jane() -> Presence {
    Presence {
        name: "Jane Smith".to_owned(),
        machine: "PC-042".to_owned(),
        since: Some(since()),
        beat: 3,
        session: Session::new(7),
        saved: Some((Fingerprint::of(b"a plan").to_string(), since())),
    }
}

fn nobody() -> Presence {
    Presence {
        name: String::new(),
        machine: String::new(),
        since: None,
        beat: 0,
        session: Session::new(7),
        saved: None,
    }
}

fn desk() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.ron");
    fs::write(&plan, "a plan").unwrap();
    (folder, plan)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

const NOTE: &str = "plan.ron.opened-by-Jane-Smith-00000007.txt";

#[test]
fn a_note_is_a_sentence_for_people_and_comes_back_as_it_was() {
    let (folder, plan) = desk();
    put(&RealDrive, &plan, &jane()).unwrap();
    assert_eq!(names(folder.path()), ["plan.ron", NOTE]);
    let text = fs::read_to_string(folder.path().join(NOTE)).unwrap();
    let sentence = "Jane Smith has \"plan.ron\" open on PC-042 since 4 Jul 2016 10:02. You can open it too";
    assert!(text.starts_with(sentence), "{text}");
    assert_eq!(text.lines().count(), text.matches("\r\n").count());
    assert_eq!(others(&RealDrive, &plan, None).unwrap(), [jane()]);
    assert!(others(&RealDrive, &plan, Some(Session::new(7))).unwrap().is_empty());
    remove(&RealDrive, &plan, &jane()).unwrap();
    remove(&RealDrive, &plan, &jane()).unwrap();
    assert_eq!(names(folder.path()), ["plan.ron"]);
}

#[test]
fn a_note_is_written_over_whole_and_again_where_somebody_deleted_it() {
    let (folder, plan) = desk();
    put(&RealDrive, &plan, &Presence { beat: 1_000_000, ..jane() }).unwrap();
    let shorter = Presence { beat: 2, saved: None, ..jane() };
    put(&RealDrive, &plan, &shorter).unwrap();
    assert_eq!(others(&RealDrive, &plan, None).unwrap(), [shorter]);
    fs::remove_file(folder.path().join(NOTE)).unwrap();
    put(&RealDrive, &plan, &jane()).unwrap();
    assert_eq!(others(&RealDrive, &plan, None).unwrap(), [jane()]);
}

#[test]
fn names_of_any_letters_make_a_file_and_a_harmless_name() {
    let long = "Ω".repeat(300);
    let cases: [(&str, &str, &str); 9] = [
        ("", "somebody", ""),
        ("🦉", "somebody", "🦉"),
        (" \r\n\t", "somebody", ""),
        ("a\r\nbeat: 99\nname: b", "a-beat-99-name-b", "a beat: 99 name: b"),
        ("../../C:\\con|<>*?\"", "C-con", "../../C:\\con|<>*?\""),
        ("Zoë O'Brien", "Zoë-O-Brien", "Zoë O'Brien"),
        ("beat: 12", "beat-12", "beat: 12"),
        ("\u{202e}gnp\u{2066}.\0", "gnp", "gnp."),
        (&long, &long[..48], &long[..200]),
    ];
    for (name, in_file, shown) in cases {
        let (folder, plan) = desk();
        let presence = Presence { name: name.to_owned(), machine: name.to_owned(), ..jane() };
        put(&RealDrive, &plan, &presence).unwrap();
        assert_eq!(names(folder.path())[1], format!("plan.ron.opened-by-{in_file}-00000007.txt"));
        let expected = Presence { name: shown.to_owned(), machine: shown.to_owned(), ..jane() };
        assert_eq!(others(&RealDrive, &plan, None).unwrap(), [expected]);
        let text = fs::read_to_string(folder.path().join(&names(folder.path())[1])).unwrap();
        assert_eq!(text.matches("\nbeat: ").count(), 1, "{text}");
        remove(&RealDrive, &plan, &presence).unwrap();
        assert_eq!(names(folder.path()).len(), 1);
    }
}

#[test]
fn long_names_of_plans_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let plan = |end: &str| folder.path().join(format!("{}{end}.ron", "ä".repeat(100)));
    put(&RealDrive, &plan("1"), &jane()).unwrap();
    assert_eq!(others(&RealDrive, &plan("1"), None).unwrap(), [jane()]);
    assert!(others(&RealDrive, &plan("2"), None).unwrap().is_empty());
}

#[test]
fn a_path_typed_in_small_letters_finds_the_same_notes() {
    let (folder, plan) = desk();
    put(&RealDrive, &plan, &jane()).unwrap();
    assert_eq!(others(&RealDrive, &folder.path().join("PLAN.ron"), None).unwrap(), [jane()]);
}

#[cfg(unix)]
#[test]
fn who_opens_a_plan_through_a_link_is_seen_by_the_others() {
    let (folder, plan) = desk();
    let elsewhere = tempfile::tempdir().unwrap();
    let link = elsewhere.path().join("link.ron");
    std::os::unix::fs::symlink(&plan, &link).unwrap();
    put(&RealDrive, &link, &jane()).unwrap();
    assert_eq!(names(folder.path()), ["plan.ron", NOTE]);
    assert_eq!(others(&RealDrive, &link, None).unwrap(), [jane()]);
}

#[test]
fn a_spoiled_note_says_only_that_there_is_somebody() {
    let (folder, plan) = desk();
    let write = |content: &[u8]| fs::write(folder.path().join(NOTE), content).unwrap();
    let spoiled: [&[u8]; 5] = [
        b"",
        b"Jane Smith has \"plan.ron\" op",
        b"\xff\xfe\0\0",
        b"\r\nbeat: -1\r\nsince: tomorrow\r\nsaved-fingerprint: 12\r\nsaved-at: 2016-07-04 10:02:05\r\nname",
        &[b'\n'; 10_000],
    ];
    for content in spoiled {
        write(content);
        assert_eq!(others(&RealDrive, &plan, None).unwrap(), [nobody()], "{content:?}");
    }
    write(b"\nname: Jane\nfuture-key: 5\nmachine\nsession: ffffffff\nbeat: 4");
    assert_eq!(others(&RealDrive, &plan, None).unwrap(), [Presence { name: "Jane".to_owned(), beat: 4, ..nobody() }]);
    let flood = [b"\nbeat: 5\nname: ".as_slice(), &vec![b'x'; 1_000_000]].concat();
    write(&flood);
    let read = others(&RealDrive, &plan, None).unwrap();
    assert_eq!((read[0].beat, read[0].name.len()), (5, 100));
}

#[test]
fn files_that_only_look_like_notes_are_none() {
    let (folder, plan) = desk();
    for name in [
        "plan.ron.opened-by-Jane-0000000.txt",
        "plan.ron.opened-by-Jane.txt",
        "plan.ron.opened-by-Jane-00000007.docx",
        "other.ron.opened-by-Jane-00000007.txt",
        "plan.ron.opened-by-",
    ] {
        fs::write(folder.path().join(name), "").unwrap();
    }
    fs::create_dir(folder.path().join("plan.ron.opened-by-Jane-00000008.txt")).unwrap();
    assert!(others(&RealDrive, &plan, None).unwrap().is_empty());
}

#[test]
fn a_folder_full_of_notes_is_not_read_for_ever() {
    let (folder, plan) = desk();
    for number in 0..200 {
        fs::write(folder.path().join(format!("plan.ron.opened-by-x-{number:08x}.txt")), "").unwrap();
    }
    let drive = Faulty::new(|_, _| None);
    assert_eq!(others(&drive, &plan, None).unwrap().len(), 50);
    assert_eq!(drive.done().iter().filter(|(done, _)| *done == Operation::Open).count(), 50);
}

#[test]
fn a_note_that_cannot_be_read_is_somebody_and_one_just_taken_away_is_nobody() {
    let (_folder, plan) = desk();
    put(&RealDrive, &plan, &jane()).unwrap();
    let refusing = |kind| Faulty::new(move |operation, _| (operation == Operation::Open).then_some(Fault::Fails(kind)));
    assert_eq!(others(&refusing(ErrorKind::PermissionDenied), &plan, None).unwrap(), [nobody()]);
    assert!(others(&refusing(ErrorKind::NotFound), &plan, None).unwrap().is_empty());
    let blind = Faulty::new(|operation, _| (operation == Operation::List).then_some(Fault::Fails(ErrorKind::TimedOut)));
    assert_eq!(others(&blind, &plan, None).unwrap_err().kind(), ErrorKind::TimedOut);
}

#[test]
fn the_notes_of_runs_that_are_dead_go_and_those_of_others_stay() {
    let (folder, plan) = desk();
    for session in [7, 8, 9] {
        put(&RealDrive, &plan, &Presence { session: Session::new(session), ..jane() }).unwrap();
    }
    clear(&RealDrive, &plan, &[Session::new(7), Session::new(9)]);
    assert_eq!(names(folder.path()), ["plan.ron", "plan.ron.opened-by-Jane-Smith-00000008.txt"]);
}
