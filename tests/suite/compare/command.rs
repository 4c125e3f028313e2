//! `compare`, run as a script would run it.

use std::fs;
use std::process::{Command, Output};

use planning_grid::store;
use serde_json::Value;

use super::Quarter;

/// Compares two plans of this folder.
struct Folder(tempfile::TempDir);

impl Folder {
    fn with(quarter: &Quarter) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, plan) in [("old.ron", &quarter.old), ("new.ron", &quarter.new)] {
            fs::write(folder.path().join(name), store::to_bytes(plan).unwrap()).unwrap();
        }
        Self(folder)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_planning-grid"))
            .current_dir(self.0.path())
            .arg("compare")
            .args(arguments)
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .output()
            .unwrap()
    }

    #[track_caller]
    fn prints(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    }
}

#[test]
fn the_sentence_comes_first_and_then_what_a_board_wants_in_its_order() {
    let text = Folder::with(&Quarter::worked()).prints(&["old.ron", "new.ron"]);
    assert!(text.starts_with("1 completed, 1 slipped, 1 status changed, 1 new, 1 removed, "), "{text}");
    let headings: Vec<&str> = text.lines().skip(1).filter(|line| !line.is_empty() && !line.starts_with(' ')).collect();
    let expected = [
        "Completed (1)",
        "Slipped (1)",
        "Status changed (1)",
        "New (1)",
        "Removed (1)",
        "Brought forward (1)",
        "Dates given or lost (1)",
        "Moved (1)",
        "Changed words (4)",
        "Said since (1)",
    ];
    assert_eq!(headings, expected, "{text}");
    for line in [
        "      no status → Complete: better",
        "      no status → At risk: worse",
        "      Why: no reason given",
        "      Why: The provider's staff transfer in June.",
        "      By whom: (nothing). By when: (nothing)",
        "      Before: (nothing)",
        "      After: v2",
        "  The plan, version",
    ] {
        assert!(text.lines().any(|printed| printed == line), "{line:?} in {text}");
    }
}

#[test]
fn the_json_has_every_list_with_ids_and_references() {
    let quarter = Quarter::worked();
    let text = Folder::with(&quarter).prints(&["old.ron", "new.ron", "--json"]);
    let told: Value = serde_json::from_str(&text).unwrap();
    let counts: Vec<(&str, usize)> = told
        .as_object()
        .unwrap()
        .iter()
        .filter_map(|(name, list)| Some((name.as_str(), list.as_array()?.len())))
        .collect();
    let expected = [
        ("completed", 1),
        ("slipped", 1),
        ("statuses", 1),
        ("new", 1),
        ("removed", 1),
        ("brought_forward", 1),
        ("dates_given_or_lost", 1),
        ("moved", 1),
        ("words", 4),
        ("added", 0),
        ("taken_out", 0),
        ("updates", 1),
        ("other", 0),
    ];
    assert_eq!(counts, expected);
    assert_eq!((&told["unrelated"], told["in_short"].as_str().unwrap().is_empty()), (&false.into(), false));
    let slip = &told["slipped"][0];
    assert_eq!(slip["action"]["id"], quarter.actions[2].to_string());
    let reference = quarter.new.standing(quarter.actions[2]).unwrap().reference();
    assert_eq!(slip["action"]["reference"], reference);
    assert_eq!(
        (&slip["milestone"], &slip["to_written"], &slip["to"]),
        (&Value::Null, &"30/06/11".into(), &"2011-06-30".into())
    );
    assert!(slip["days"].as_i64().unwrap() > 0);
    assert_eq!((&told["completed"][0]["from"], &told["completed"][0]["why"]), (&Value::Null, &Value::Null));
    assert_eq!(told["statuses"][0]["direction"], "worse");
    assert_eq!(told["dates_given_or_lost"][0]["to"], Value::Null);
    let version = &told["words"][0];
    let named = [&version["kind"], &version["id"], &version["action"], &version["field"], &version["after"]];
    assert_eq!(named, [&"plan".into(), &"plan".into(), &Value::Null, &"version".into(), &Value::from("v2")]);
    assert_eq!(told["updates"][0]["updates"].as_array().unwrap().len(), 1);
}

#[test]
fn a_plan_and_itself_differ_in_nothing_and_that_is_no_failure() {
    let folder = Folder::with(&Quarter::worked());
    assert_eq!(folder.prints(&["old.ron", "old.ron"]), "Nothing changed.\n");
    let told: Value = serde_json::from_str(&folder.prints(&["old.ron", "old.ron", "--json"])).unwrap();
    let lists = told.as_object().unwrap().values().filter_map(Value::as_array);
    assert!(lists.into_iter().all(Vec::is_empty));
}

#[test]
fn plans_that_are_not_two_states_of_one_are_said_to_be_that() {
    let mut quarter = Quarter::worked();
    quarter.new = store::parse(store::Sample::TowerHamlets.bytes(), "sample").unwrap();
    let text = Folder::with(&quarter).prints(&["old.ron", "new.ron"]);
    assert!(text.starts_with("These are not two states of one plan: no action is in both.\n"), "{text}");
}

#[test]
fn what_cannot_be_read_is_told_on_standard_error() {
    let folder = Folder::with(&Quarter::worked());
    for (arguments, status) in [(&["old.ron", "gone.ron"][..], 1), (&["old.ron"], 2)] {
        let output = folder.run(arguments);
        assert_eq!(output.status.code(), Some(status));
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
}
