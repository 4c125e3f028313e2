//! The pack for those who keep the plan: the board's, with a sheet of what the check found.

use std::process::Command;

use calamine::Data;
use planning_grid::check::{Finding, Severity, check};
use planning_grid::model::Plan;
use planning_grid::pack::{PackOptions, write_pack};
use planning_grid::store::{self, Sample};

use crate::support::plans::plan_of;
use crate::support::window::day;
use crate::workbook::{Sheet, parts, sheet_parts, sheets};

const HEADINGS: [&str; 6] = ["How grave", "Ref", "Where", "The words", "What was found", "What to do"];

fn options() -> PackOptions {
    PackOptions { working_copy: true, ..PackOptions::as_at(day(2016, 7, 11)) }
}

fn tower_hamlets() -> Plan {
    store::parse(Sample::TowerHamlets.bytes(), "plan.ron").expect("a sample")
}

/// The rows of the sheet of findings, under its headings.
fn findings(sheets: &[Sheet]) -> Vec<Vec<String>> {
    let (_, rows) = sheets.iter().find(|(name, _)| name == "Check").expect("a sheet of findings");
    assert_eq!(rows[0][0], Data::String("What the check found".to_owned()));
    assert_eq!(rows[1].iter().map(ToString::to_string).collect::<Vec<_>>(), HEADINGS);
    rows[2..].iter().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn every_finding_is_a_row_the_gravest_first_and_what_was_left_last_with_its_reason() {
    let mut plan = tower_hamlets();
    let left = check(&plan, day(2016, 7, 11)).into_iter().find(|one| one.severity() == Severity::MustFix).unwrap();
    plan.apply(left.accept("The board knows & agrees")).unwrap();
    let bytes = write_pack(&plan, &options()).unwrap();
    let rows = findings(&sheets(&bytes));

    let mut expected: Vec<Finding> = check(&plan, day(2016, 7, 11));
    expected.sort_by_key(|one| (one.accepted.is_some(), one.severity()));
    assert_eq!(rows.len(), expected.len());
    for (row, finding) in rows.iter().zip(&expected) {
        let words = if finding.text.is_empty() { "(blank)" } else { finding.text.trim_end() };
        assert_eq!(row[3], words);
        assert_eq!(row[4], finding.message);
        assert_eq!(row[2], finding.field_heading(&plan));
        if let Some(standing) = finding.action.and_then(|id| plan.standing(id)) {
            assert_eq!(row[1], standing.reference());
        } else {
            assert!(!row[1].is_empty());
        }
        match &finding.accepted {
            None => {
                assert!(row[0].to_lowercase().ends_with(finding.severity().words()), "{}", row[0]);
                assert_eq!(row[5], finding.suggestion);
            }
            Some(reason) => assert_eq!([&row[0], &row[5]], ["Left as it is", &format!("Left as it is: {reason}")]),
        }
    }
    assert_eq!(rows.last().unwrap()[5], "Left as it is: The board knows & agrees");
    let table = parts(&bytes).into_values().any(|part| part.contains("displayName=\"Findings\""));
    assert!(table, "it can be sorted and filtered");
}

#[test]
fn every_page_of_a_working_copy_says_so_and_no_page_of_the_boards() {
    for plan in [tower_hamlets(), plan_of(40)] {
        let parts_of =
            |working_copy: bool| parts(&write_pack(&plan, &PackOptions { working_copy, ..options() }).unwrap());
        let working = parts_of(true);
        let pages = sheet_parts(&working);
        assert_eq!(pages.len(), sheet_parts(&parts_of(false)).len() + 1);
        for page in pages {
            let footer = page.split("<oddFooter>").nth(1).and_then(|rest| rest.split("</oddFooter>").next()).unwrap();
            assert!(footer.contains("WORKING COPY") && footer.contains("Page &amp;P of &amp;N"), "{footer}");
            assert!(footer.replace("&amp;", "&").replace("&quot;", "\"").encode_utf16().count() <= 255, "{footer}");
        }
        assert!(parts_of(false).values().all(|part| !part.contains("WORKING COPY") && !part.contains("What to do")));
    }
}

#[test]
fn long_titles_and_markings_leave_room_for_the_words_of_a_working_copy() {
    let mut plan = plan_of(3);
    plan.title = "A very long title of a plan & its strategy ".repeat(6);
    plan.version = "version 12.3 of September".to_owned();
    plan.marking = "official-sensitive ".repeat(8);
    for part in sheet_parts(&parts(&write_pack(&plan, &options()).unwrap())) {
        assert!(part.contains("WORKING COPY"));
    }
}

#[test]
fn a_plan_in_which_nothing_is_found_says_so() {
    let mut plan = plan_of(1);
    plan.grids.clear();
    plan.front_matter.clear();
    let rows = check(&plan, day(2016, 7, 11));
    assert_eq!(rows, []);
    let sheets = sheets(&write_pack(&plan, &options()).unwrap());
    let (_, rows) = sheets.iter().find(|(name, _)| name == "Check").unwrap();
    assert_eq!(rows[1][0].to_string(), "Nothing was found that a board would stop at.");
}

#[test]
fn the_same_plan_gives_the_same_working_copy() {
    let plan = tower_hamlets();
    assert_eq!(write_pack(&plan, &options()).unwrap(), write_pack(&plan, &options()).unwrap());
}

#[test]
fn the_command_writes_a_working_copy() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("pack.xlsx");
    let sample = format!("{}/sample-data/tower-hamlets-2016-17.ron", env!("CARGO_MANIFEST_DIR"));
    let export = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_planning-grid"));
        command.args(["export", &sample, "--as-at", "2016-07-11", "-o"]).arg(&book).args(more);
        assert!(command.status().unwrap().success());
        std::fs::read(&book).unwrap()
    };
    assert_eq!(export(&["--working-copy"]), write_pack(&tower_hamlets(), &options()).unwrap());
    assert_eq!(export(&[]), write_pack(&tower_hamlets(), &PackOptions::as_at(day(2016, 7, 11))).unwrap());
}
