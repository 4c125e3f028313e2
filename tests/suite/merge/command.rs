//! `merge`, run as a script would run it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use planning_grid::model::{Edit, Plan, PlanField};
use planning_grid::store;
use serde_json::Value;

use super::three::Three;

struct Folder {
    folder: tempfile::TempDir,
}

struct Ran {
    status: i32,
    stdout: String,
    stderr: String,
}

impl Folder {
    /// A folder with three plans.
    fn with(three: &Three) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, plan) in [("base", &three.base), ("mine", &three.mine), ("theirs", &three.theirs)] {
            fs::write(folder.path().join(name), store::to_bytes(plan).unwrap()).unwrap();
        }
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// Runs the program in the folder.
    fn run(&self, arguments: &[&str]) -> Ran {
        let output = Command::new(env!("CARGO_BIN_EXE_planning-grid"))
            .current_dir(self.folder.path())
            .arg("merge")
            .args(arguments)
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .output()
            .unwrap();
        Ran {
            status: output.status.code().unwrap(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

fn load(path: &Path) -> Plan {
    store::load(path).unwrap().plan
}

const ALL: [&str; 5] = ["base", "mine", "theirs", "-o", "out"];

/// Both changed one deadline, and each something else.
fn meeting() -> Three {
    let mut three = Three::new();
    three.i(three.due(1, "30/11/16"));
    three.they(three.due(1, "31/12/16"));
    three.i(three.describe(0, "A"));
    three.they(Edit::Plan(PlanField::Version("v2".to_owned())));
    three
}

#[test]
fn plans_that_join_are_written_and_nothing_is_said() {
    let mut three = Three::new();
    three.i(three.describe(0, "A"));
    three.they(three.remove(1));
    let folder = Folder::with(&three);
    let ran = folder.run(&ALL);
    assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr.as_str()), (0, "", ""));
    assert_eq!(load(&folder.path("out")), three.joined());
    assert_eq!(folder.names(), ["base", "mine", "out", "theirs"]);
}

#[test]
fn where_choices_are_left_they_are_listed_and_nothing_is_written() {
    let folder = Folder::with(&meeting());
    let ran = folder.run(&ALL);
    assert_eq!((ran.status, ran.stdout.as_str()), (3, ""));
    let lines: Vec<Value> = ran.stderr.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let action = meeting().actions[1].to_string();
    let expected = serde_json::json!({
        "kind": "changed", "place": "Action PBC1.2, Deadline", "record": action, "field": "when",
        "base": "", "mine": "30/11/16", "theirs": "31/12/16",
    });
    assert_eq!(lines, [expected]);
    assert_eq!(folder.names(), ["base", "mine", "theirs"]);
}

#[test]
fn an_older_file_stays_as_it_is_while_choices_are_left() {
    let folder = Folder::with(&meeting());
    fs::write(folder.path("out"), "older").unwrap();
    assert_eq!(folder.run(&ALL).status, 3);
    assert_eq!(fs::read(folder.path("out")).unwrap(), b"older");
}

#[test]
fn what_is_deleted_is_null() {
    let mut three = Three::new();
    three.i(three.remove(1));
    three.they(three.describe(1, "B"));
    let ran = Folder::with(&three).run(&ALL);
    let line: Value = serde_json::from_str(&ran.stderr).unwrap();
    assert_eq!((&line["kind"], &line["mine"], &line["theirs"]), (&"deleted".into(), &Value::Null, &"B".into()));
}

#[test]
fn a_preferred_side_is_taken_where_the_two_meet_and_what_was_passed_over_is_listed() {
    for (side, deadline) in [("mine", "30/11/16"), ("theirs", "31/12/16")] {
        let three = meeting();
        let folder = Folder::with(&three);
        let ran = folder.run(&[&ALL[..], &["--prefer", side]].concat());
        assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr.lines().count()), (0, "", 1));
        let plan = load(&folder.path("out"));
        let [first, second] = [0, 1].map(|at| plan.action(three.actions[at]).unwrap());
        assert_eq!((first.description.as_str(), second.when.written()), ("A", deadline));
        assert_eq!(plan.version, "v2");
    }
}

#[test]
fn the_result_may_take_the_place_of_a_side() {
    let mut three = Three::new();
    three.i(three.describe(0, "A"));
    three.they(three.remove(1));
    let folder = Folder::with(&three);
    assert_eq!(folder.run(&["base", "mine", "theirs", "-o", "mine"]).status, 0);
    assert_eq!(load(&folder.path("mine")), three.joined());
}

#[test]
fn wrong_usage_and_what_cannot_be_read_or_written_are_told_apart() {
    let folder = Folder::with(&Three::new());
    fs::write(folder.path("letter"), "Dear all").unwrap();
    let cases: [(&[&str], i32); 7] = [
        (&[], 2),
        (&["base", "mine", "theirs"], 2),
        (&["base", "mine", "-o", "out"], 2),
        (&["base", "mine", "theirs", "-o", "out", "--prefer", "neither"], 2),
        (&["base", "mine", "gone", "-o", "out"], 1),
        (&["base", "letter", "theirs", "-o", "out"], 1),
        (&["base", "mine", "theirs", "-o", "no such folder/out"], 1),
    ];
    for (arguments, status) in cases {
        let ran = folder.run(arguments);
        assert_eq!((ran.status, ran.stdout.as_str()), (status, ""), "{arguments:?}: {}", ran.stderr);
        assert!(!ran.stderr.trim().is_empty(), "{arguments:?}");
    }
    assert_eq!(folder.names(), ["base", "letter", "mine", "theirs"]);
}
