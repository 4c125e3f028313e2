//! `export`: the board pack as a file.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use super::{Ran, SAMPLES, names_in, run_on};
use crate::samples::sample_path;

fn export(plan: &Path, book: &Path, as_at: &str) -> Ran {
    run_on("export", plan, &[OsStr::new("-o"), book.as_os_str(), OsStr::new("--as-at"), OsStr::new(as_at)])
}

#[test]
fn the_same_plan_and_day_give_the_same_bytes_and_another_day_does_not() {
    let folder = tempfile::tempdir().unwrap();
    for sample in SAMPLES {
        let book = |name: &str, as_at: &str| {
            let book = folder.path().join(name);
            assert_eq!(export(&sample_path(sample), &book, as_at).printed(), "");
            fs::read(book).unwrap()
        };
        let first = book("first.xlsx", "2016-07-11");
        assert!(first == book("second.xlsx", "2016-07-11"), "{sample}");
        assert!(first != book("third.xlsx", "2016-07-12"), "{sample}");
        assert!(first.starts_with(b"PK\x03\x04"));
    }
    assert_eq!(names_in(folder.path()), ["first.xlsx", "second.xlsx", "third.xlsx"]);
}

#[test]
fn the_plan_is_not_touched() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.ron");
    let bytes = fs::read(sample_path(SAMPLES[0])).unwrap();
    fs::write(&plan, &bytes).unwrap();
    export(&plan, &folder.path().join("book.xlsx"), "2016-07-11").printed();
    assert!(fs::read(&plan).unwrap() == bytes);
    assert_eq!(names_in(folder.path()), ["book.xlsx", "plan.ron"]);
}

#[test]
fn an_older_workbook_is_replaced_whole() {
    let folder = tempfile::tempdir().unwrap();
    let [book, other] = ["book.xlsx", "other.xlsx"].map(|name| folder.path().join(name));
    fs::write(&book, vec![b'x'; 3_000_000]).unwrap();
    for path in [&book, &other] {
        export(&sample_path(SAMPLES[0]), path, "2016-07-11").printed();
    }
    assert!(fs::read(&book).unwrap() == fs::read(&other).unwrap());
}

#[test]
fn a_place_that_cannot_be_written_is_named_and_nothing_is_left_there() {
    let folder = tempfile::tempdir().unwrap();
    let taken = folder.path().join("a folder.xlsx");
    fs::create_dir(&taken).unwrap();
    for book in [folder.path().join("no such folder").join("book.xlsx"), taken.clone()] {
        let ran = export(&sample_path(SAMPLES[0]), &book, "2016-07-11");
        assert!(ran.complaint(1).contains(&book.display().to_string()), "{}", ran.stderr);
    }
    assert_eq!(names_in(folder.path()), ["a folder.xlsx"]);
    assert!(names_in(&taken).is_empty());
}

#[test]
fn the_plan_itself_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.ron");
    let bytes = fs::read(sample_path(SAMPLES[0])).unwrap();
    fs::write(&plan, &bytes).unwrap();
    for same in [plan.clone(), folder.path().join(".").join("plan.ron")] {
        let ran = export(&plan, &same, "2016-07-11");
        assert!(fs::read(&plan).unwrap() == bytes, "something else stands in the plan's place");
        ran.complaint(1);
    }
}
