//! A small process that opens and saves plans, for tests to kill, to starve and to run beside another of its
//! kind. What it did it says on standard output, a line each.
//!
//! - `load PLAN` says whether the file opens, and the most memory that took;
//! - `once PLAN TITLE` gives the plan another title and saves it;
//! - `save-loop PLAN RUN` gives it a number for a title, one higher each time, and saves it, for ever, as this
//!   run of the program, after the one before was killed;
//! - `rounds PLAN NAME COUNT` adds so many actions, saving after each, whoever else saves meanwhile.
//!
//! It must not know what a test expects of it.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a process of the tests' own may stop where it stands")]

mod memory;
mod rounds;

use std::io::Write;
use std::path::Path;

use planning_grid::store::drive::RealDrive;
use planning_grid::store::{self, Expected, SaveOptions, Session};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["load", plan] => load(Path::new(plan)),
        ["once", plan, title] => once(Path::new(plan), title),
        ["save-loop", plan, run] => save_for_ever(Path::new(plan), run.parse().unwrap()),
        ["rounds", plan, name, count] => rounds::run(Path::new(plan), name, count.parse().unwrap()),
        _ => panic!("load PLAN, once PLAN TITLE, save-loop PLAN RUN, or rounds PLAN NAME COUNT"),
    }
}

/// A line that has left the process when this returns, so that a process killed later has still said it.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).unwrap();
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

fn save_for_ever(path: &Path, run: u64) {
    // As the program does at its start with what runs left that are known to be dead. The one before may have
    // been killed before it came to this.
    let dead: Vec<Session> = (0..run).map(Session::new).collect();
    store::clear_leftovers(&RealDrive, path, &dead);
    let options = SaveOptions { session: Session::new(run), ..SaveOptions::default() };
    let opened = store::load(path).unwrap();
    let (mut plan, mut on_disk) = (opened.plan, opened.on_disk);
    let mut number: u64 = plan.title.parse().unwrap();
    loop {
        number += 1;
        plan.title = number.to_string();
        match store::save_with(path, &plan, Expected::Unchanged(on_disk), &options) {
            Ok(saved) => on_disk = saved.on_disk,
            Err(error) => return say(&format!("refused: {error}")),
        }
        say(&format!("saved {number}"));
    }
}
