//! Several processes that add to one plan: in turn, at once, and three at once. Each addition is there
//! exactly once in the end.

use std::collections::BTreeMap;
use std::path::Path;

use planning_grid::model::invariants;
use planning_grid::store;

use super::bounds::many;
use super::desk::{Desk, beside, titled};
use super::saver::{Saver, in_turn};

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
            self.hear(saver.finish());
        }
    }

    /// Runs a process for each name, and lets them save one after the other, over and over. Each has the plan as it
    /// last saved it, so that each save meets what the others did since.
    fn add_in_turn(&mut self, plan: &Path, names: &[String], rounds: usize) {
        let start = |name: &String| Saver::start("rounds-in-turn", plan, &[name, &rounds.to_string()]);
        for lines in in_turn(names.iter().map(start).collect(), rounds) {
            self.hear(lines);
        }
    }

    /// Takes in what a process said: at last its figures.
    fn hear(&mut self, mut lines: Vec<String>) {
        let last = lines.pop().unwrap_or_default();
        let counts = last.strip_prefix("done ").unwrap_or_else(|| panic!("it said: {last}"));
        let counts: Vec<&str> = counts.split(' ').collect();
        for pair in counts.chunks_exact(2) {
            *self.refusals.entry(pair[0].to_owned()).or_default() += pair[1].parse::<usize>().unwrap();
        }
        self.strange.extend(lines);
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
fn two_who_save_in_turn_join_each_others_words_every_time() {
    let names = ["Asha", "Ben"].map(str::to_owned);
    let mut outcome = Outcome::default();
    let plans = many(10);
    for _ in 0..plans {
        let desk = Desk::in_memory_with(&titled("plan"));
        outcome.add_in_turn(&desk.path, &names, ROUNDS);
        outcome.count(&desk.path, &names, ROUNDS);
    }
    outcome.judge("two in turn");
    // All but the very first of each plan.
    assert_eq!(outcome.refusals["changed"], plans * (names.len() * ROUNDS - 1), "{:?}", outcome.refusals);
}

#[test]
fn two_who_save_at_once_both_keep_every_word() {
    at_once("two at once", &["Asha", "Ben"], many(10));
}

#[test]
fn three_who_save_at_once_all_keep_every_word() {
    at_once("three at once", &["Asha", "Ben", "Chen"], many(3));
}
