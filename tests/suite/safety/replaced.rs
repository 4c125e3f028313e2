//! A file replaced between opening and saving, whatever by: the save refuses, and nothing is lost.

use std::fs;

use planning_grid::store::{Expected, Fingerprint, Sample, SaveCause, to_bytes};

use super::desk::{self, Desk, titled};

/// Saves over whatever is there now what was changed since the plan was opened.
#[track_caller]
fn refused(desk: &Desk) -> SaveCause {
    let error = desk::save(&desk.path, &titled("mine"), Expected::Unchanged(desk.on_disk)).unwrap_err();
    let words = error.to_string();
    assert!(words.contains("\" was not saved: "), "{words}");
    assert!(words.contains("your changes are still in the program"), "{words}");
    assert!(words.ends_with(error.cause.next_step()), "{words}");
    assert!(error.left_behind.is_empty(), "{error}");
    assert!(desk.beside().is_empty(), "{:?}", desk.beside());
    error.cause
}

#[test]
fn whatever_content_took_the_files_place_is_left_as_it_is() {
    let theirs = to_bytes(&titled("theirs")).unwrap();
    let old = to_bytes(&titled("old")).unwrap();
    let contents: [(&str, Vec<u8>); 9] = [
        ("another plan", theirs.clone()),
        ("a sample", Sample::TowerHamlets.bytes().to_vec()),
        ("the old plan cut in half", old[..old.len() / 2].to_vec()),
        ("the old plan without its last letter", old[..old.len() - 1].to_vec()),
        ("the old plan with one letter changed", String::from_utf8(old.clone()).unwrap().replacen('o', "0", 1).into()),
        ("nothing", Vec::new()),
        ("as many zeros", vec![0; old.len()]),
        ("a letter", b"Dear all,".to_vec()),
        ("many megabytes", vec![b'x'; 70_000_000]),
    ];
    for (what, content) in contents {
        let desk = Desk::with(&titled("old"));
        fs::write(&desk.path, &content).unwrap();
        assert_eq!(refused(&desk), SaveCause::ChangedOutside { now: Fingerprint::of(&content) }, "{what}");
        assert!(fs::read(&desk.path).unwrap() == content, "{what} was not left as it was");
        // Asked and told to replace it, it does.
        let now = desk::save(&desk.path, &titled("mine"), Expected::Unchanged(Fingerprint::of(&content))).unwrap();
        assert_eq!(
            (desk.plan(), now),
            (titled("mine"), Fingerprint::of(&to_bytes(&titled("mine")).unwrap())),
            "{what}"
        );
    }
}

#[test]
fn a_file_put_back_with_the_same_content_is_the_file_that_was_opened() {
    let desk = Desk::with(&titled("old"));
    let content = fs::read(&desk.path).unwrap();
    fs::remove_file(&desk.path).unwrap();
    fs::write(&desk.path, content).unwrap();
    desk::save(&desk.path, &titled("mine"), Expected::Unchanged(desk.on_disk)).unwrap();
    assert_eq!(desk.plan(), titled("mine"));
}

#[test]
fn a_folder_in_the_files_place_is_named() {
    let desk = Desk::with(&titled("old"));
    fs::remove_file(&desk.path).unwrap();
    fs::create_dir(&desk.path).unwrap();
    fs::write(desk.path.join("inside"), "kept").unwrap();
    assert_eq!(refused(&desk), SaveCause::Folder);
    assert_eq!(fs::read_to_string(desk.path.join("inside")).unwrap(), "kept");
}

#[test]
fn a_file_that_was_deleted_is_not_made_anew_unasked() {
    let desk = Desk::with(&titled("old"));
    fs::remove_file(&desk.path).unwrap();
    assert_eq!(refused(&desk), SaveCause::GoneOutside);
    assert!(!desk.path.exists());
}

#[cfg(unix)]
#[test]
fn a_link_to_another_plan_in_the_files_place_is_a_change() {
    let desk = Desk::with(&titled("old"));
    let elsewhere = Desk::with(&titled("theirs"));
    fs::remove_file(&desk.path).unwrap();
    std::os::unix::fs::symlink(&elsewhere.path, &desk.path).unwrap();
    assert!(matches!(refused(&desk), SaveCause::ChangedOutside { .. }));
    assert_eq!(elsewhere.plan(), titled("theirs"));
}
