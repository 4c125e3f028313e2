//! Two processes that change the same rows at once, each a field of its own and now and then one that is both's.
//! Where both wrote in that, whoever saves later chooses, knowingly: what goes is said, and nothing else goes.

use std::collections::{BTreeMap, BTreeSet};

use planning_grid::model::{Action, Edit, IdMaker, Parent, Place, Plan, Record, invariants};

use super::bounds::many;
use super::desk::{Desk, titled};
use super::saver::{Saver, in_turn};

/// How many changes a process makes to one plan.
const ROUNDS: usize = 100;
/// As in the saver: every so many of them also in the field that is both's.
const IN_COMMON_EVERY: usize = 3;
/// Few rows, so that the two meet in one often.
const ROWS: usize = 2;
const IN_TURN: &str = "edits-in-turn";
const PEOPLE: [(&str, &str); 2] = [("Asha", "when"), ("Ben", "owners")];

fn plan_with_rows() -> Plan {
    let mut plan = titled("plan");
    let mut ids = IdMaker::new(2);
    while plan.actions().count() < ROWS {
        let objective = &plan.grids[0].objectives[0];
        let place = Place { parent: Parent::Objective(objective.id), index: objective.actions.len() };
        plan.apply(Edit::Insert(place, Record::Action(Box::new(Action::blank(ids.action()))))).unwrap();
    }
    plan
}

#[derive(Default)]
struct Outcome {
    changes: usize,
    in_common: usize,
    conflicts: usize,
    chosen_over: usize,
    refusals: BTreeMap<String, usize>,
}

impl Outcome {
    /// Lets both change a plan, at once or each after the other, and looks for everything that they wrote.
    fn run(&mut self, task: &str) {
        let desk = Desk::in_memory_with(&plan_with_rows());
        let rows = desk.plan().actions().count();
        let start = |(name, field): (&str, &str)| Saver::start(task, &desk.path, &[name, field, &ROUNDS.to_string()]);
        let mut over = BTreeSet::new();
        let savers = PEOPLE.map(start).into();
        let said =
            if task == IN_TURN { in_turn(savers, ROUNDS) } else { savers.into_iter().map(Saver::finish).collect() };
        for lines in said {
            for line in lines {
                match line.split_once(' ').unwrap_or_else(|| panic!("it said: {line}")) {
                    ("over", word) => drop(over.insert(word.to_owned())),
                    ("chose", number) => self.conflicts += number.parse::<usize>().unwrap(),
                    ("done", counts) => {
                        let counts: Vec<&str> = counts.split(' ').collect();
                        for pair in counts.chunks_exact(2) {
                            *self.refusals.entry(pair[0].to_owned()).or_default() += pair[1].parse::<usize>().unwrap();
                        }
                    }
                    _ => panic!("it said: {line}"),
                }
            }
        }

        let plan = desk.plan();
        assert_eq!(invariants::check(&plan), Ok(()));
        for (row, action) in plan.actions().enumerate() {
            let last = (1..=ROUNDS).rfind(|round| round % rows == row).unwrap();
            assert_eq!(action.when.written(), format!("Asha round {last}"), "row {row}");
            assert_eq!(action.owners.written(), format!("Ben round {last}"), "row {row}");
        }
        self.changes += PEOPLE.len() * ROUNDS;
        let there: Vec<&str> = plan.actions().flat_map(|action| action.description.split_whitespace()).collect();
        for (name, _) in PEOPLE {
            for round in (1..=ROUNDS).filter(|round| round % IN_COMMON_EVERY == 0) {
                let word = format!("{name}{round}");
                self.in_common += 1;
                match there.iter().filter(|there| **there == word).count() {
                    0 => assert!(over.contains(&word), "{word} is gone, and nobody chose that"),
                    times => assert_eq!(times, 1, "{word}"),
                }
            }
        }
        self.chosen_over += over.len();
        assert!(over.is_empty() || self.conflicts > 0, "what went, went without a choice: {over:?}");
        assert_eq!(desk.beside(), Vec::<String>::new());
    }
}

#[test]
fn two_who_change_the_same_rows_lose_no_word_but_by_choice() {
    for (how, task, plans) in [("at once", "edits", many(10)), ("in turn", IN_TURN, many(3))] {
        let mut outcome = Outcome::default();
        for _ in 0..plans {
            outcome.run(task);
        }
        let Outcome { changes, in_common, conflicts, chosen_over, refusals } = outcome;
        println!(
            "safety: two who change the same rows {how}: {changes} changes in a field of one's own, 0 lost; \
             {in_common} in one field, {conflicts} choices, {chosen_over} words chosen over and named, 0 lost unseen; \
             refused and joined: {refusals:?}"
        );
        if task == IN_TURN {
            // The second has not seen what the first wrote a moment ago, whenever both write in one field.
            assert_eq!(conflicts, plans * (ROUNDS / IN_COMMON_EVERY));
            assert_eq!(refusals["changed"], plans * (PEOPLE.len() * ROUNDS - 1), "{refusals:?}");
        }
    }
}
