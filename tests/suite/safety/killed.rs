//! Processes killed while they save.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use planning_grid::model::{IdMaker, Plan};
use planning_grid::store::{Sample, parse, to_bytes};

use super::bounds::{below, let_pass, many};
use super::desk::{Desk, ends_with, is_documented, memory_folder, names_in};
use super::saver::Saver;

/// The longest wait before a kill, in microseconds: some saves' worth, so that kills fall on every part of
/// one.
const LONGEST_WAIT: u64 = 12_000;

/// More than this beside the plan and what is left behind is never tidied up.
const HANDFUL: usize = 4;

/// The number in a line such as "saved 7".
pub(super) fn number_of(line: &str) -> u64 {
    line.split_once(' ')
        .map(|(_, number)| number)
        .and_then(|number| number.parse().ok())
        .unwrap_or_else(|| panic!("it said: {line}"))
}

/// The files in a folder, told apart also where one has another's name.
fn files_in(folder: &Path) -> BTreeSet<(String, u64, i64)> {
    let names = if folder.exists() { names_in(folder) } else { Vec::new() };
    let facts = |name: String| {
        let facts = fs::metadata(folder.join(&name)).unwrap();
        (name, facts.ino(), facts.mtime_nsec())
    };
    names.into_iter().map(facts).collect()
}

fn beside(desk: &Desk) -> BTreeSet<(String, u64, i64)> {
    files_in(desk.folder()).into_iter().filter(|(name, ..)| name != "plan.ron").collect()
}

/// The backups that the savers keep. Each is read once.
struct Kept {
    folder: PathBuf,
    /// What is before and behind the number in every plan.
    around: [Vec<u8>; 2],
    seen: BTreeSet<(String, u64, i64)>,
    read: usize,
    newest: u64,
    unfinished: usize,
}

impl Kept {
    fn in_folder(folder: PathBuf, sample: &Plan) -> Self {
        let text = to_bytes(&Plan { title: "TITLE".to_owned(), ..sample.clone() }).unwrap();
        let text = String::from_utf8(text).unwrap();
        let (before, after) = text.split_once("TITLE").unwrap();
        let around = [before, after].map(|part| part.as_bytes().to_vec());
        Self { folder, around, seen: BTreeSet::new(), read: 0, newest: 0, unfinished: 0 }
    }

    /// Every file that is named as a backup is a whole plan, letter for letter.
    fn look(&mut self, kill: usize) {
        let now = files_in(&self.folder);
        for file in now.difference(&self.seen) {
            let (name, ..) = file;
            if ends_with(name, "part") {
                self.unfinished += 1;
                continue;
            }
            let content = fs::read(self.folder.join(name)).unwrap();
            let [before, after] = &self.around;
            let rest = content.strip_prefix(before.as_slice()).and_then(|rest| rest.strip_suffix(after.as_slice()));
            let number = rest.and_then(|number| str::from_utf8(number).ok()?.parse().ok());
            let number = number.unwrap_or_else(|| panic!("kill {kill}: \"{name}\" is no whole plan"));
            self.newest = self.newest.max(number);
            self.read += 1;
        }
        self.seen = now;
    }
}

#[test]
fn whenever_a_save_is_killed_the_plan_is_whole_and_no_older_than_was_said() {
    let sample = Plan { title: "0".to_owned(), ..parse(Sample::Oldham.bytes(), "a sample").unwrap() };
    let desk = Desk::in_memory_with(&sample);
    let computer = memory_folder();
    let mut kept = Kept::in_folder(computer.path().join("backups"), &sample);
    let mut dice = IdMaker::new(9);
    let kills = many(600);
    let (mut said, mut inside, mut unsaid, mut most_beside) = (0, 0, 0, 0);
    for kill in 1..=kills {
        let before = beside(&desk);
        let saver = Saver::start("save-loop", &desk.path, &[&kill.to_string(), kept.folder.to_str().unwrap()]);
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
        kept.look(kill);
        assert!(kept.newest >= number, "kill {kill}: {number} was saved, the newest backup is of {}", kept.newest);
        inside += usize::from(!after.is_subset(&before));
        unsaid += usize::from(number > said);
        most_beside = most_beside.max(after.len());
        said = number;
    }
    println!(
        "safety: {kills} kills: {inside} left a file beside, {unsaid} came after the new plan was in place and \
         before that was said, {most_beside} files beside at most, {said} saves in all; every plan was whole"
    );
    let Kept { read, unfinished, .. } = kept;
    println!(
        "safety: {kills} kills: {read} backups read, all whole, the newest never older than the plan; {unfinished} \
         kills came while one was written"
    );
    // Otherwise the kills missed the saves, and nothing was proved.
    assert!(inside > kills / 10, "only {inside} of {kills} kills fell inside a save");
}
