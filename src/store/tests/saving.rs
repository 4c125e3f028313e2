//! What a save promises on a drive that works.

use std::fs;
use std::path::{Path, PathBuf};

use super::small_plan;
use crate::model::Plan;
use crate::store::{Expected, Fingerprint, SaveCause, SaveError, load, save, to_bytes};

fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    (folder, path)
}

fn titled(title: &str) -> Plan {
    Plan { title: title.to_owned(), ..small_plan() }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn cause(result: Result<Fingerprint, SaveError>) -> SaveCause {
    let error = result.expect_err("it is not saved");
    let words = error.to_string();
    assert!(words.contains("your changes are still in the program"), "{words}");
    error.cause
}

#[test]
fn a_plan_is_saved_opened_changed_and_saved_again() {
    let (folder, path) = folder();
    let first = save(&path, &titled("first"), Expected::Absent).unwrap();
    let opened = load(&path).unwrap();
    assert_eq!((opened.plan, opened.on_disk), (titled("first"), first));
    let second = save(&path, &titled("second"), Expected::Unchanged(first)).unwrap();
    assert_ne!(first, second);
    assert_eq!(load(&path).unwrap().plan.title, "second");
    assert_eq!(names(folder.path()), ["plan.ron"]);
}

#[test]
fn a_file_changed_outside_is_not_replaced() {
    let (_folder, path) = folder();
    let first = save(&path, &titled("first"), Expected::Absent).unwrap();
    let theirs = save(&path, &titled("theirs"), Expected::Unchanged(first)).unwrap();
    let refused = cause(save(&path, &titled("mine"), Expected::Unchanged(first)));
    assert_eq!(refused, SaveCause::ChangedOutside { now: theirs });
    assert_eq!(load(&path).unwrap().plan.title, "theirs");
    save(&path, &titled("mine"), Expected::Whatever).unwrap();
    assert_eq!(load(&path).unwrap().plan.title, "mine");
}

#[test]
fn the_last_byte_counts_as_much_as_the_first() {
    let (_folder, path) = folder();
    let first = save(&path, &titled("first"), Expected::Absent).unwrap();
    let mut bytes = fs::read(&path).unwrap();
    bytes.push(b'\n');
    fs::write(&path, &bytes).unwrap();
    let refused = cause(save(&path, &titled("mine"), Expected::Unchanged(first)));
    assert_eq!(refused, SaveCause::ChangedOutside { now: Fingerprint::of(&bytes) });
}

#[test]
fn what_is_already_on_the_drive_is_saved() {
    let (_folder, path) = folder();
    let first = save(&path, &titled("first"), Expected::Absent).unwrap();
    let second = save(&path, &titled("second"), Expected::Unchanged(first)).unwrap();
    // As after a save that reported failure though it landed.
    assert_eq!(save(&path, &titled("second"), Expected::Unchanged(first)), Ok(second));
}

#[test]
fn a_new_file_takes_nobodys_place_and_a_moved_one_is_said() {
    let (_folder, path) = folder();
    let first = save(&path, &titled("first"), Expected::Absent).unwrap();
    assert_eq!(cause(save(&path, &titled("other"), Expected::Absent)), SaveCause::AlreadyThere);
    fs::remove_file(&path).unwrap();
    assert_eq!(cause(save(&path, &titled("second"), Expected::Unchanged(first))), SaveCause::GoneOutside);
    save(&path, &titled("second"), Expected::Whatever).unwrap();
    let inside = path.parent().unwrap();
    assert_eq!(cause(save(inside, &titled("second"), Expected::Whatever)), SaveCause::Folder);
}

#[test]
fn an_earlier_save_cut_off_does_not_stand_in_the_way() {
    let (folder, path) = folder();
    fs::write(folder.path().join("plan.ron.being-saved-00000000-1.tmp"), "half").unwrap();
    save(&path, &titled("first"), Expected::Absent).unwrap();
    assert_eq!(names(folder.path()), ["plan.ron", "plan.ron.being-saved-00000000-1.tmp"]);
}

#[test]
fn a_very_long_name_is_saved_too() {
    let (folder, _) = folder();
    let path = folder.path().join(format!("{}.ron", "é".repeat(120)));
    save(&path, &titled("first"), Expected::Absent).unwrap();
    save(&path, &titled("second"), Expected::Whatever).unwrap();
    assert_eq!(names(folder.path()).len(), 1);
}

#[cfg(unix)]
#[test]
fn permissions_are_kept_and_read_only_is_respected() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, path) = folder();
    save(&path, &titled("first"), Expected::Absent).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    save(&path, &titled("second"), Expected::Whatever).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    assert_eq!(cause(save(&path, &titled("third"), Expected::Whatever)), SaveCause::ReadOnly);
    assert_eq!(load(&path).unwrap().plan.title, "second");
    assert_eq!(names(folder.path()), ["plan.ron"]);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    use std::os::unix::fs::symlink;
    let (folder, path) = folder();
    let real = folder.path().join("deep");
    fs::create_dir(&real).unwrap();
    symlink("deep/real.ron", &path).unwrap();
    // The file it leads to may not exist yet.
    save(&path, &titled("first"), Expected::Absent).unwrap();
    save(&path, &titled("second"), Expected::Whatever).unwrap();
    assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
    assert_eq!(load(&real.join("real.ron")).unwrap().plan.title, "second");
    let circle = folder.path().join("circle");
    symlink("circle", &circle).unwrap();
    assert!(matches!(cause(save(&circle, &titled("x"), Expected::Whatever)), SaveCause::Drive { .. }));
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let (_folder, path) = folder();
    let refused = cause(save(&path.join("plan.ron"), &titled("x"), Expected::Absent));
    assert!(matches!(refused, SaveCause::Drive { trouble: crate::store::Trouble::Missing, .. }), "{refused:?}");
}

#[test]
fn what_is_on_the_drive_is_the_plan_and_nothing_else() {
    let (_folder, path) = folder();
    save(&path, &titled("first"), Expected::Absent).unwrap();
    assert_eq!(fs::read(&path).unwrap(), to_bytes(&titled("first")).unwrap());
}
