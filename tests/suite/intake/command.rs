//! `planning-grid import`, run as a script would run it.

use std::fs;
use std::process::{Command, Output};

use planning_grid::store;

use crate::support::seeds;

fn import(arguments: &[&std::path::Path], more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planning-grid"));
    command.arg("import").args(arguments).args(more).output().expect("the program runs")
}

#[test]
fn a_text_becomes_a_plan_and_a_report_and_nothing_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("oldham.txt"), seeds::OLDHAM).unwrap();
    let (plan, report) = (path("plan.ron"), path("report.json"));
    let options = ["-o", plan.to_str().unwrap(), "--report", report.to_str().unwrap()];

    let output = import(&[&path("oldham.txt")], &options);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(store::load(&plan).unwrap().plan.actions().count(), 68);
    let value: serde_json::Value = serde_json::from_slice(&fs::read(&report).unwrap()).unwrap();
    assert_eq!((&value["tables"], &value["actions"]), (&18.into(), &68.into()));
    assert_eq!((&value["unplaced"], &value["unsure"]), (&serde_json::json!([]), &serde_json::json!([])));

    let before = fs::read(&plan).unwrap();
    fs::write(path("other.txt"), "Owner\tAction\nDAAT\tOpen\n").unwrap();
    let again = import(&[&path("other.txt")], &options);
    assert_eq!(again.status.code(), Some(1));
    assert!(!again.stderr.is_empty());
    assert!(fs::read(&plan).unwrap() == before);
}

#[test]
fn the_period_given_is_the_one_taken() {
    let folder = tempfile::tempdir().unwrap();
    let (source, plan) = (folder.path().join("text.txt"), folder.path().join("plan.ron"));
    fs::write(&source, "Owner\tAction\tDeadline\nDAAT\tOpen\tMay\n").unwrap();
    let output = import(&[&source], &["-o", plan.to_str().unwrap(), "--period", "2019/20"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let opened = store::load(&plan).unwrap().plan;
    assert_eq!(opened.period.label, "2019/20");
    let due = opened.actions().next().unwrap().when.reading().due().unwrap();
    assert_eq!(due.to_string(), "2019-05-31");
}

#[test]
fn what_is_no_document_is_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.ron");
    for (name, bytes, words) in [
        ("empty.txt", &b""[..], "it is empty"),
        ("blank.txt", b" \n", "no text"),
        ("odd.txt", b"a program\x00\x01\x02", "no document"),
    ] {
        let source = folder.path().join(name);
        fs::write(&source, bytes).unwrap();
        let output = import(&[&source], &["-o", plan.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1));
        let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(complaint.contains(words) && complaint.contains(name), "{complaint}");
        assert!(!plan.exists());
    }
}
