//! Every file is one idea, and nothing is left half-done.

use crate::support::source::rust_files;

/// The most lines a file may have. Half of them is the rule; tables of words and of cases run longer.
const MOST_LINES: usize = 500;

/// Waiting by the clock makes a test slow on a fast machine and false on a slow one.
const SLEEP: &str = concat!("thread::", "sleep");

/// What is put into code to be seen to later. Written in two parts, or this file would hold them.
const LEFTOVERS: [&str; 8] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("todo", "!("),
    concat!("unimplemented", "!("),
    concat!("dbg", "!("),
    concat!("#[", "ignore"),
    SLEEP,
    concat!("/tmp", "/"),
];

#[test]
fn every_file_is_short_enough_to_be_one_idea() {
    let long: Vec<String> = ["src", "tests"]
        .into_iter()
        .flat_map(rust_files)
        .map(|file| (file.text.lines().count(), file.path))
        .filter(|(line_count, _)| *line_count > MOST_LINES)
        .map(|(line_count, path)| format!("{path} has {line_count} lines"))
        .collect();
    assert!(long.is_empty(), "more than {MOST_LINES} lines:\n{}", long.join("\n"));
}

/// The store waits a moment before it tries a busy drive again, through its one seam to the drive.
const MAY_WAIT: &str = "src/store/drive/real.rs";

#[test]
fn nothing_is_left_to_be_seen_to_later() {
    let mut found = Vec::new();
    for file in ["src", "tests"].into_iter().flat_map(rust_files) {
        for (number, line) in (1..).zip(file.text.lines()) {
            found.extend(
                LEFTOVERS
                    .iter()
                    .filter(|leftover| line.contains(*leftover))
                    .filter(|leftover| **leftover != SLEEP || file.path != MAY_WAIT)
                    .map(|leftover| format!("{}:{number}: {leftover}", file.path)),
            );
        }
    }
    assert!(found.is_empty(), "left behind:\n{}", found.join("\n"));
}
