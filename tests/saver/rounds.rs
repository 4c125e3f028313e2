//! Adding to a plan that others add to at the same moment: whoever is refused joins what is there and saves
//! again.

use std::path::Path;

use planning_grid::model::merge::merge;
use planning_grid::model::{Action, Edit, IdMaker, Parent, Place, Plan, Record};
use planning_grid::store::{self, Expected, Opened, SaveCause, SaveError, SaveOptions, Session, Trouble};

use crate::say;

/// How often one addition is saved again before it is given up. Others go first perhaps twice in a row; this
/// is what an endless circle looks like.
const MOST_TRIES: u32 = 2_000;

/// Somebody at work: the name they save under, and how often a save was refused, by what was said.
#[derive(Default)]
pub(crate) struct Person {
    options: SaveOptions,
    changed: u32,
    in_use: u32,
    uncertain: u32,
    others: u32,
}

impl Person {
    pub(crate) fn new() -> Self {
        let options = SaveOptions { session: Session::new(u64::from(std::process::id())), ..SaveOptions::default() };
        Self { options, ..Self::default() }
    }

    /// Saves what was made of the plan that was opened. Refused, joins it with what is there, by `join` from the
    /// base, mine and theirs, and saves again. What is on the drive now, or may be, and what it replaced, `landed`
    /// is told.
    pub(crate) fn save(
        &mut self,
        path: &Path,
        opened: &Opened,
        mut mine: Plan,
        mut join: impl FnMut(&Plan, &Plan, &Plan) -> Plan,
        mut landed: impl FnMut(&Plan, &Plan),
    ) -> Result<Opened, SaveError> {
        let (mut base, mut on_disk) = (opened.plan.clone(), opened.on_disk);
        for _ in 0..MOST_TRIES {
            let saved = store::save_with(path, &mine, Expected::Unchanged(on_disk), &self.options);
            let error = match saved {
                Ok(saved) => {
                    landed(&base, &mine);
                    return Ok(Opened { plan: mine, on_disk: saved.on_disk, read_only: opened.read_only });
                }
                Err(error) => error,
            };
            match &error.cause {
                SaveCause::Unwritable(_)
                | SaveCause::ReadOnly
                | SaveCause::Folder
                | SaveCause::ReadBackFails(_)
                | SaveCause::ReadBackOther => return Err(error),
                SaveCause::ChangedOutside { .. } => self.changed += 1,
                SaveCause::BeingSaved | SaveCause::Drive { trouble: Trouble::InUse, .. } => self.in_use += 1,
                cause if !cause.old_file_is_whole() => {
                    landed(&base, &mine);
                    self.uncertain += 1;
                }
                // None is expected between two on a sound drive; the first of each kind is worth reading.
                _ => {
                    self.others += 1;
                    say(&format!("strange: {error}"));
                }
            }
            let theirs = self::opened(path);
            mine = join(&base, &mine, &theirs.plan);
            (base, on_disk) = (theirs.plan, theirs.on_disk);
        }
        panic!("refused {MOST_TRIES} times in one round");
    }

    /// Says how often saves were refused.
    pub(crate) fn done(&self) {
        let Self { changed, in_use, uncertain, others, .. } = self;
        say(&format!("done changed {changed} in_use {in_use} uncertain {uncertain} others {others}"));
    }
}

pub(crate) fn opened(path: &Path) -> Opened {
    store::load(path).unwrap_or_else(|error| panic!("{error}"))
}

/// Adds so many actions, each to the plan as this one last had it: what others saved since, it does not know.
/// `wait` is called before each.
pub(crate) fn run(path: &Path, name: &str, count: u32, mut wait: impl FnMut(u32)) {
    // Ids of two names must never meet.
    let mut ids = IdMaker::new(name.bytes().fold(17, |seed, byte| seed * 257 + u64::from(byte)));
    let mut person = Person::new();
    let mut held = opened(path);
    for round in 1..=count {
        wait(round);
        let mut mine = held.plan.clone();
        let mut action = Action::blank(ids.action());
        action.description = format!("{name} round {round}");
        let objective = &mine.grids[0].objectives[0];
        let place = Place { parent: Parent::Objective(objective.id), index: objective.actions.len() };
        mine.apply(Edit::Insert(place, Record::Action(Box::new(action)))).unwrap();
        held = match person.save(path, &held, mine, joined, |_, _| {}) {
            Ok(saved) => saved,
            Err(error) => return say(&format!("gave up in round {round}: {error}")),
        };
    }
    person.done();
}

fn joined(base: &Plan, mine: &Plan, theirs: &Plan) -> Plan {
    let merge = merge(base, mine, theirs);
    assert_eq!(merge.conflicts, [], "additions never need a choice");
    merge.plan
}
