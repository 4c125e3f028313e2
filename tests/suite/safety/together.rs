//! Several processes that add to one plan: in turn, at once, and three at once. Each addition is there
//! exactly once in the end.

use std::collections::BTreeMap;
use std::path::Path;

use planning_grid::model::invariants;
use planning_grid::store;

use super::bounds::many;
use super::desk::{Desk, beside, titled};
use super::saver::Saver;

/// How many actions a process adds to one plan. A plan that only grows would make the last rounds slow.
const ROUNDS: usize = 100;

/// What came of some processes at work together.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    added: usize,
    /// Additions that were reported saved and are not in the plan.
    lost: Vec<String>,
    twice: usize,
    /// How often a save was refused, by what was said.
    refusals: BTreeMap<String, usize>,
    /// What a saver said that no drive should make it say.
    strange: Vec<String>,
    left_behind: Vec<String>,
}

impl Outcome {
    /// Runs a process for each name, all at once.
    pub(super) fn add(&mut self, plan: &Path, names: &[String], rounds: usize) {
        let start = |name: &String| Saver::start("rounds", plan, &[name, &rounds.to_string()]);
        let savers: Vec<Saver> = names.iter().map(start).collect();
        for saver in savers {
            let mut lines = saver.finish();
            let last = lines.pop().unwrap_or_default();
            let counts = last.strip_prefix("done ").unwrap_or_else(|| panic!("it said: {last}"));
            let counts: Vec<&str> = counts.split(' ').collect();
            for pair in counts.chunks_exact(2) {
                *self.refusals.entry(pair[0].to_owned()).or_default() += pair[1].parse::<usize>().unwrap();
            }
            self.strange.extend(lines);
        }
    }

    /// Looks for everything that these added.
    pub(super) fn count(&mut self, path: &Path, names: &[String], rounds: usize) {
        let plan = store::load(path).unwrap_or_else(|error| panic!("{error}")).plan;
        assert_eq!(invariants::check(&plan), Ok(()));
        for name in names {
            for round in 1..=rounds {
                let text = format!("{name} round {round}");
                self.added += 1;
                match plan.actions().filter(|action| action.description == text).count() {
                    0 => self.lost.push(text),
                    1 => {}
                    _ => self.twice += 1,
                }
            }
        }
        self.left_behind.extend(beside(path));
    }

    /// Says what came of it, and that nothing was lost.
    #[track_caller]
    pub(super) fn judge(&self, how: &str) {
        println!(
            "safety: {how}: {} additions, {} lost, {} there twice; refused and joined: {:?}; {} strange errors, {} \
             files left",
            self.added,
            self.lost.len(),
            self.twice,
            self.refusals,
            self.strange.len(),
            self.left_behind.len()
        );
        assert!(self.lost.is_empty(), "{how}: saved and then lost: {:?}", self.lost);
        assert_eq!(self.twice, 0, "{how}");
        assert!(self.strange.is_empty(), "{how}: {:#?}", self.strange);
        assert!(self.left_behind.is_empty(), "{how}: {:?}", self.left_behind);
    }
}

fn at_once(how: &str, people: &[&str], plans: usize) {
    let names: Vec<String> = people.iter().map(|name| (*name).to_owned()).collect();
    let mut outcome = Outcome::default();
    for _ in 0..plans {
        let desk = Desk::with(&titled("plan"));
        outcome.add(&desk.path, &names, ROUNDS);
        outcome.count(&desk.path, &names, ROUNDS);
    }
    outcome.judge(how);
}

#[test]
fn two_who_save_in_turn_both_keep_every_word() {
    let desk = Desk::with(&titled("plan"));
    let mut outcome = Outcome::default();
    let names: Vec<String> = (0..many(60)).map(|turn| format!("{}{turn}", ["Asha", "Ben"][turn % 2])).collect();
    for name in &names {
        outcome.add(&desk.path, std::slice::from_ref(name), 2);
    }
    outcome.count(&desk.path, &names, 2);
    outcome.judge("two in turn");
    assert!(outcome.refusals.values().all(|count| *count == 0), "{:?}", outcome.refusals);
}

#[test]
fn two_who_save_at_once_both_keep_every_word() {
    at_once("two at once", &["Asha", "Ben"], many(10));
}

#[test]
fn three_who_save_at_once_all_keep_every_word() {
    at_once("three at once", &["Asha", "Ben", "Chen"], many(3));
}
