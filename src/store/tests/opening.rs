//! Opening a path: what is no file, how far it is, and whether it can be written.

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

use super::large::large_plan;
use super::small_plan;
use crate::store::drive::RealDrive;
use crate::store::load::load_from;
use crate::store::{Fingerprint, LoadCause, Trouble, load, load_with, to_bytes};

#[test]
fn two_hundred_megabytes_of_zeros_are_refused_unread() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("zeros.ron");
    std::fs::File::create(&path).unwrap().set_len(200_000_000).unwrap();
    let started = Instant::now();
    let error = load_from(&RealDrive, &path, &|progress| panic!("{progress:?}")).unwrap_err();
    assert_eq!(error.cause, LoadCause::Zeros { at: None });
    assert!(started.elapsed() < Duration::from_secs(1));
}

#[test]
fn what_is_no_file_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let trouble = |path: &Path| match load(path).unwrap_err().cause {
        LoadCause::Drive { trouble, .. } => trouble,
        other => panic!("{other:?}"),
    };
    assert_eq!(trouble(folder.path()), Trouble::Folder);
    assert_eq!(trouble(&folder.path().join("none.ron")), Trouble::Missing);
    let path = folder.path().join("plan.ron");
    std::fs::write(&path, "x").unwrap();
    assert_eq!(trouble(&path.join("inside")), Trouble::Missing);
}

#[test]
fn opening_tells_how_far_it_is_and_can_be_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let bytes = to_bytes(&large_plan(3_000)).unwrap();
    std::fs::write(&path, &bytes).unwrap();
    let told = RefCell::new(Vec::new());
    let opened = load_with(&path, &|progress| {
        told.borrow_mut().push(progress);
        ControlFlow::Continue(())
    })
    .unwrap();
    assert!(told.borrow().len() > 3, "{told:?}");
    assert_eq!(opened.on_disk, Fingerprint::of(&bytes));
    let error = load_with(&path, &|_| ControlFlow::Break(())).unwrap_err();
    assert_eq!(error.cause, LoadCause::Cancelled);
}

#[cfg(unix)]
#[test]
fn a_file_marked_read_only_opens_as_such() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    std::fs::write(&path, to_bytes(&small_plan()).unwrap()).unwrap();
    assert!(!load(&path).unwrap().read_only);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o444)).unwrap();
    assert!(load(&path).unwrap().read_only);
}
