//! A small process that opens and saves plans, for tests to kill, to starve and to run beside another of its
//! kind. What it did it says on standard output, a line each.
//!
//! - `load PLAN` says whether the file opens, and the most memory that took;
//! - `once PLAN TITLE` gives the plan another title and saves it;
//! - `save-loop PLAN RUN BACKUPS` gives it a number for a title, one higher each time, and saves it, for ever, as
//!   this run of the program, after those before were killed, with backups in that folder;
//! - `journal FOLDER RUN` keeps plans numbered so in that run's journal, for ever;
//! - `rounds PLAN NAME COUNT` adds so many actions, saving after each, whoever else saves meanwhile;
//! - `edits PLAN NAME FIELD COUNT` changes that field of the plan's actions so many times, and now and then one
//!   that others change too, saving after each;
//! - `rounds-in-turn` and `edits-in-turn` do the same, but before each ask for a line on standard input.
//!
//! It must not know what a test expects of it.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a process of the tests' own may stop where it stands")]

mod edits;
mod journal;
mod memory;
mod rounds;

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::{NaiveDateTime, TimeDelta};
use planning_grid::store::drive::RealDrive;
use planning_grid::store::{self, Backups, Expected, SaveOptions, Session};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["load", plan] => load(Path::new(plan)),
        ["once", plan, title] => once(Path::new(plan), title),
        ["save-loop", plan, run, backups] => save_for_ever(Path::new(plan), run.parse().unwrap(), backups.into()),
        ["journal", folder, run] => journal::run(Path::new(folder), run.parse().unwrap()),
        ["edits", plan, name, field, count] => edits::run(Path::new(plan), name, field, count.parse().unwrap(), |_| {}),
        ["edits-in-turn", plan, name, field, count] => {
            edits::run(Path::new(plan), name, field, count.parse().unwrap(), my_turn);
        }
        ["rounds", plan, name, count] => rounds::run(Path::new(plan), name, count.parse().unwrap(), |_| {}),
        ["rounds-in-turn", plan, name, count] => rounds::run(Path::new(plan), name, count.parse().unwrap(), my_turn),
        _ => panic!("not one of this saver's tasks: {arguments:?}"),
    }
}

/// A line that has left the process when this returns, so that a process killed later has still said it.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).unwrap();
}

/// Asks for its turn and waits for it.
fn my_turn(round: u32) {
    say(&format!("before {round}"));
    std::io::stdin().read_line(&mut String::new()).unwrap();
}

fn load(path: &Path) {
    match store::load(path) {
        Ok(opened) => say(&format!("opened {} actions", opened.plan.actions().count())),
        Err(error) => say(&format!("refused: {error}")),
    }
    say(&format!("kilobytes {}", memory::most_kilobytes()));
}

fn once(path: &Path, title: &str) {
    let opened = store::load(path).unwrap();
    let mut plan = opened.plan;
    title.clone_into(&mut plan.title);
    match store::save(path, &plan, Expected::Unchanged(opened.on_disk)) {
        Ok(_) => say("saved"),
        Err(error) => say(&format!("refused: {error}")),
    }
}

/// So many minutes after the beginning: a time that no clock has a part in.
fn minutes(number: u64) -> NaiveDateTime {
    NaiveDateTime::default() + TimeDelta::minutes(i64::try_from(number).unwrap())
}

fn save_for_ever(path: &Path, run: u64, backups: PathBuf) {
    // As the program does at its start with what runs left that are known to be dead. The one before may have
    // been killed before it came to this.
    let dead: Vec<Session> = (0..run).map(Session::new).collect();
    store::clear_leftovers(&RealDrive, path, &dead);
    let mut backups = Backups { folders: vec![backups], now: NaiveDateTime::default() };
    let opened = store::load(path).unwrap();
    let (mut plan, mut on_disk) = (opened.plan, opened.on_disk);
    let mut number: u64 = plan.title.parse().unwrap();
    loop {
        number += 1;
        plan.title = number.to_string();
        backups.now = minutes(number);
        let options =
            SaveOptions { session: Session::new(run), backups: Some(backups.clone()), ..SaveOptions::default() };
        match store::save_with(path, &plan, Expected::Unchanged(on_disk), &options) {
            Ok(saved) => on_disk = saved.on_disk,
            Err(error) => return say(&format!("refused: {error}")),
        }
        say(&format!("saved {number}"));
    }
}
