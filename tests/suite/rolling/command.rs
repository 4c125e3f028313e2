//! `planning-grid roll-forward`, run as a script would run it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use planning_grid::dates::Period;
use planning_grid::model::rolling::Consent;
use planning_grid::model::{Meaning, Plan};
use planning_grid::store;

use super::{rolled, rolled_with_all};
use crate::samples::sample_path;

fn run(plan: &Path, next: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planning-grid"));
    command.arg("roll-forward").arg(plan).arg("-o").arg(next).args(more).output().expect("the program runs")
}

/// The Tower Hamlets sample with two actions complete, in a folder of its own.
fn folder() -> (tempfile::TempDir, Plan) {
    let mut plan = store::load(&sample_path("tower-hamlets-2016-17.ron")).unwrap().plan;
    let complete = plan.statuses.iter().find(|status| status.meaning == Meaning::Complete).unwrap().id;
    for action in &mut plan.grids[0].objectives[0].actions[..2] {
        action.status = Some(complete);
    }
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("plan.ron"), store::to_bytes(&plan).unwrap()).unwrap();
    (folder, plan)
}

#[test]
fn next_years_plan_is_written_and_its_dates_are_listed() {
    let (folder, plan) = folder();
    let [old, next] = ["plan.ron", "next.ron"].map(|name| folder.path().join(name));
    let before = fs::read(&old).unwrap();
    let output = run(&old, &next, &["--period", "2017/18"]);
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    let expected = rolled(&plan, &Period::financial_year(2017), &Consent::none());
    assert_eq!(store::load(&next).unwrap().plan, expected.plan);
    assert!(fs::read(&old).unwrap() == before);

    let text = String::from_utf8(output.stdout).unwrap();
    let (open, dates) = (expected.plan.actions().count(), expected.dates.len());
    let first = format!("{open} actions carried over, 2 completed left behind; {dates} dates to look over:");
    assert_eq!(text.lines().next(), Some(first.as_str()));
    assert_eq!(text.lines().filter(|line| line.starts_with("  ")).count(), dates);
    assert!(!text.contains("moved to"), "{text}");
    for words in [
        "\"31/03/17\" (31 Mar 2017); suggested \"31/03/18\" (31 Mar 2018)",
        ", milestone: \"June 2016\" (by 30 Jun 2016); suggested \"June 2017\" (by 30 Jun 2017)",
        "stays: it has not passed",
        "Title to look over; suggested: Substance Misuse Strategy Action Plan 2017/18",
    ] {
        assert!(text.contains(words), "{words} is not in: {text}");
    }
}

#[test]
fn dates_are_moved_where_that_is_asked_for() {
    let (folder, plan) = folder();
    let [old, next] = ["plan.ron", "next.ron"].map(|name| folder.path().join(name));
    let output = run(&old, &next, &["--period", "2017/18", "--move-dates"]);
    assert!(output.status.success());
    let expected = rolled_with_all(&plan, &Period::financial_year(2017));
    assert_eq!(store::load(&next).unwrap().plan, expected.plan);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("\"31/03/17\" (31 Mar 2017); moved to \"31/03/18\" (31 Mar 2018)"), "{text}");
    assert!(text.contains("Title changed to:") && !text.contains("suggested"), "{text}");
}

#[test]
fn nothing_is_written_over_and_what_cannot_be_done_is_said() {
    let (folder, _) = folder();
    let [old, next, none] = ["plan.ron", "next.ron", "none.ron"].map(|name| folder.path().join(name));
    fs::write(&next, "older").unwrap();
    let before = fs::read(&old).unwrap();
    for (plan, output, period, status, words) in [
        (&old, &old, "2017/18", 1, "is the plan itself"),
        (&old, &next, "2017/18", 1, "next.ron"),
        (&old, &none, "2016/17", 1, "does not start after the plan's own, 2016/17"),
        (&old, &none, "2010/11", 1, "such as 2017/18"),
        (&none, &next, "2017/18", 1, "none.ron"),
        (&old, &none, "next year", 2, "write it like 2016/17"),
    ] {
        let ran = run(plan, output, &["--period", period]);
        let complaint = String::from_utf8(ran.stderr).unwrap();
        assert_eq!((ran.status.code(), ran.stdout.is_empty()), (Some(status), true), "{complaint}");
        assert!(complaint.contains(words), "{words} is not in: {complaint}");
    }
    assert_eq!(run(&old, &none, &[]).status.code(), Some(2), "the period must be given");
    assert!(fs::read(&old).unwrap() == before && fs::read(&next).unwrap() == b"older" && !none.exists());
}
