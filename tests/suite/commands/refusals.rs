//! Files that are no plans: every command says which file and what is wrong, and makes nothing.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Ran, SAMPLES, names_in, run_on};
use crate::samples::sample_path;

/// The commands that read a plan.
fn every_command(plan: &Path, folder: &Path) -> [Ran; 3] {
    let out = folder.join("out");
    let output = [OsStr::new("-o"), out.as_os_str()];
    [
        run_on("show", plan, &[OsStr::new("--json")]),
        run_on("export", plan, &output),
        run_on("picture", plan, &[output[0], output[1], OsStr::new("--view"), OsStr::new("grids")]),
    ]
}

/// A Word document as far as its first part.
fn word_document() -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:document/>")] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Content that is no plan, under a file name that says why, and words of the complaint.
fn bad_files() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let sample = fs::read_to_string(sample_path(SAMPLES[0])).unwrap();
    let with = |old: &str, new: &[u8]| {
        let (before, after) = sample.split_once(old).expect("a part of the sample");
        [before.as_bytes(), new, after.as_bytes()].concat()
    };
    let deep = ["(version: 1, plan: ", &"[".repeat(100_000)].concat();
    vec![
        ("empty.ron", Vec::new(), "empty"),
        ("only line ends.ron", b"\r\n\r\n".to_vec(), "empty"),
        ("cut short.ron", sample.as_bytes()[..sample.len() / 2].to_vec(), "cut short"),
        ("renamed.docx.ron", word_document(), "Word document"),
        ("zeros.ron", vec![0; 2_000_000], "zeros"),
        ("deep.ron", deep.into_bytes(), "line 1, column"),
        ("deep enough.ron", with("title: \"", &[b"title: ", "(".repeat(5_000).as_bytes()].concat()), "line 5, column"),
        ("not text.ron", with("Oldham\"", b"Oldh\xe4m\""), "UTF-8"),
        ("newer.ron", with("version: 1", b"version: 2"), "newer version"),
        ("letter.ron", b"Dear all,\nplease find attached".to_vec(), "line 1, column 1"),
        ("misspelt.ron", with("partnership:", b"partnersip:"), "partnersip"),
        ("no day.ron", with("2010-04-01", b"2010-04-31"), "line 7, column"),
    ]
}

#[track_caller]
fn is_refused(plan: &Path, folder: &Path, expected: &str) {
    let before = names_in(folder);
    for ran in every_command(plan, folder) {
        let words = ran.complaint(1);
        assert!(words.contains(&plan.display().to_string()), "the file is not named: {words}");
        assert!(words.contains(expected), "{expected} is not in: {words}");
        assert!(!words.contains("panicked"), "{words}");
    }
    assert_eq!(names_in(folder), before);
}

#[test]
fn a_file_that_is_no_plan_is_named_with_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes, expected) in bad_files() {
        let plan = folder.path().join(name);
        fs::write(&plan, &bytes).unwrap();
        is_refused(&plan, folder.path(), expected);
        assert!(fs::read(&plan).unwrap() == bytes, "{name} was changed");
    }
}

#[test]
fn two_hundred_megabytes_of_zeros_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("zeros.ron");
    // A file with a hole takes no room on the drive.
    fs::File::create(&plan).unwrap().set_len(200_000_000).unwrap();
    is_refused(&plan, folder.path(), "zeros");
}

#[test]
fn a_missing_file_and_a_folder_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    is_refused(&folder.path().join("gone.ron"), folder.path(), "not there");
    let inner: PathBuf = folder.path().join("inner.ron");
    fs::create_dir(&inner).unwrap();
    is_refused(&inner, folder.path(), "folder");
}

#[test]
fn a_workbook_made_before_stays_when_the_plan_is_bad() {
    let folder = tempfile::tempdir().unwrap();
    let [plan, out] = ["plan.ron", "out"].map(|name| folder.path().join(name));
    fs::write(&plan, b"(version: 1, plan: (").unwrap();
    fs::write(&out, b"made before").unwrap();
    is_refused(&plan, folder.path(), "cut short");
    assert_eq!(fs::read(&out).unwrap(), b"made before");
}
