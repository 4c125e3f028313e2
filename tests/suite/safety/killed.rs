//! Processes killed while they save.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::time::Duration;

use planning_grid::model::{IdMaker, Plan};
use planning_grid::store::{Sample, parse};

use super::bounds::{below, let_pass, many};
use super::desk::{Desk, is_documented};
use super::saver::Saver;

/// The longest wait before a kill, in microseconds: some saves' worth, so that kills fall on every part of
/// one.
const LONGEST_WAIT: u64 = 12_000;

/// More than this beside the plan and what is left behind is never tidied up.
const HANDFUL: usize = 4;

fn number_of(line: &str) -> u64 {
    line.strip_prefix("saved ").and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("it said: {line}"))
}

/// The files beside the plan, told apart also where one has another's name.
fn beside(desk: &Desk) -> BTreeSet<(String, u64, i64)> {
    let facts = |name: String| {
        let facts = fs::metadata(desk.folder().join(&name)).unwrap();
        (name, facts.ino(), facts.mtime_nsec())
    };
    desk.beside().into_iter().map(facts).collect()
}

#[test]
fn whenever_a_save_is_killed_the_plan_is_whole_and_no_older_than_was_said() {
    let sample = Plan { title: "0".to_owned(), ..parse(Sample::Oldham.bytes(), "a sample").unwrap() };
    let desk = Desk::with(&sample);
    let mut dice = IdMaker::new(9);
    let kills = many(600);
    let (mut said, mut inside, mut unsaid, mut most_beside) = (0, 0, 0, 0);
    for kill in 1..=kills {
        let before = beside(&desk);
        let saver = Saver::start("save-loop", &desk.path, &[&kill.to_string()]);
        for _ in 0..below(&mut dice, 5) {
            said = saver.line().map_or(said, |line| number_of(&line));
        }
        let_pass(Duration::from_micros(below(&mut dice, LONGEST_WAIT)));
        said = saver.kill().last().map_or(said, |line| number_of(line));

        let plan = desk.plan();
        let number: u64 = plan.title.parse().unwrap();
        assert!((said..=said + 1).contains(&number), "kill {kill}: it said {said}, the file holds {number}");
        assert_eq!(Plan { title: "0".to_owned(), ..plan }, sample, "kill {kill}");
        let after = beside(&desk);
        assert!(after.iter().all(|(name, ..)| is_documented(name)), "kill {kill}: {after:?}");
        assert!(after.len() <= HANDFUL, "kill {kill}: {after:?}");
        inside += usize::from(!after.is_subset(&before));
        unsaid += usize::from(number > said);
        most_beside = most_beside.max(after.len());
        said = number;
    }
    println!(
        "safety: {kills} kills: {inside} left a file beside, {unsaid} came after the new plan was in place and \
         before that was said, {most_beside} files beside at most, {said} saves in all; every plan was whole"
    );
    // Otherwise the kills missed the saves, and nothing was proved.
    assert!(inside > kills / 10, "only {inside} of {kills} kills fell inside a save");
}
