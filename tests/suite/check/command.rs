//! `planning-grid check`.

use std::process::{Command, Output};

use planning_grid::check::Rule;
use serde_json::Value;

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_planning-grid")).arg("check").args(arguments).output().unwrap()
}

fn sample(name: &str) -> String {
    format!("{}/sample-data/{name}.ron", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn findings_as_json_have_these_fields_and_no_others() {
    let output = run(&[&sample("tower-hamlets-2016-17"), "--json", "--as-at", "2016-07-11"]);
    assert!(output.status.success() && output.stderr.is_empty());
    let all: Value = serde_json::from_slice(&output.stdout).unwrap();
    let all = all.as_array().unwrap();
    assert!(all.len() > 100);
    for finding in all {
        let fields: Vec<&str> = finding.as_object().unwrap().keys().map(String::as_str).collect();
        let expected = ["rule", "severity", "grid", "objective", "action", "field", "text", "message", "suggestion"];
        assert_eq!(fields, expected);
        assert!(Rule::from_id(finding["rule"].as_str().unwrap()).is_some());
        assert!(["must fix", "should fix", "advice"].contains(&finding["severity"].as_str().unwrap()));
    }
    let slip = all.iter().find(|one| one["rule"] == "date-outside-period" && one["text"] == "Oct 17").unwrap();
    assert_eq!(slip["action"]["reference"], "PBC6.1");
    assert_eq!(slip["objective"]["reference"], "PBC6");
    assert_eq!(slip["grid"]["reference"], "Prevention and Behaviour Change");
    assert_eq!(slip["action"]["id"].as_str().map(str::len), Some(10));
    let clump = all.iter().find(|one| one["rule"] == "deadlines-clumped").unwrap();
    assert_eq!([&clump["grid"], &clump["objective"], &clump["action"]], [&Value::Null; 3]);
}

#[test]
fn the_list_for_people_goes_by_severity_and_counts() {
    let output = run(&[&sample("oldham-2010-11"), "--as-at", "2010-07-01"]);
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    let heads: Vec<&str> = text.lines().filter(|line| line.ends_with(')') && !line.starts_with(' ')).collect();
    assert_eq!(heads.len(), 3, "{text}");
    for (head, words) in heads.iter().zip(["Must fix (", "Should fix (", "Advice ("]) {
        assert!(head.starts_with(words), "{head}");
    }
    assert!(text.contains("4.1.3, when:") && text.contains("[missing-deadline]"), "{text}");
}

#[test]
fn what_cannot_be_checked_is_told_on_standard_error() {
    let output = run(&["no such plan.ron", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    assert_eq!(run(&[&sample("oldham-2010-11"), "--as-at", "yesterday"]).status.code(), Some(2));
}
