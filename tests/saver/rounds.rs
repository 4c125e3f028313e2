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

/// How often a save was refused, by what was said.
#[derive(Default)]
struct Refusals {
    changed: u32,
    in_use: u32,
    uncertain: u32,
    others: u32,
}

pub(crate) fn run(path: &Path, name: &str, count: u32) {
    // Ids of two names must never meet.
    let mut ids = IdMaker::new(name.bytes().fold(17, |seed, byte| seed * 257 + u64::from(byte)));
    let mut refusals = Refusals::default();
    let options = SaveOptions { session: Session::new(u64::from(std::process::id())), ..SaveOptions::default() };
    for round in 1..=count {
        let mut action = Action::blank(ids.action());
        action.description = format!("{name} round {round}");
        if let Err(error) = add(path, action, &options, &mut refusals) {
            return say(&format!("gave up in round {round}: {error}"));
        }
    }
    let Refusals { changed, in_use, uncertain, others } = refusals;
    say(&format!("done changed {changed} in_use {in_use} uncertain {uncertain} others {others}"));
}

fn add(path: &Path, action: Action, options: &SaveOptions, refusals: &mut Refusals) -> Result<(), SaveError> {
    let Opened { plan: mut base, mut on_disk, .. } = opened(path);
    let mut mine = base.clone();
    let objective = mine.grids[0].objectives[0].id;
    let place = Place { parent: Parent::Objective(objective), index: mine.grids[0].objectives[0].actions.len() };
    mine.apply(Edit::Insert(place, Record::Action(Box::new(action)))).unwrap();
    for _ in 0..MOST_TRIES {
        let saved = store::save_with(path, &mine, Expected::Unchanged(on_disk), options);
        let Err(error) = saved else { return Ok(()) };
        match &error.cause {
            SaveCause::Unwritable(_)
            | SaveCause::ReadOnly
            | SaveCause::Folder
            | SaveCause::ReadBackFails(_)
            | SaveCause::ReadBackOther => return Err(error),
            SaveCause::ChangedOutside { .. } => refusals.changed += 1,
            SaveCause::BeingSaved | SaveCause::Drive { trouble: Trouble::InUse, .. } => refusals.in_use += 1,
            cause if !cause.old_file_is_whole() => refusals.uncertain += 1,
            // None is expected between two on a sound drive; the first of each kind is worth reading.
            _ => {
                refusals.others += 1;
                say(&format!("strange: {error}"));
            }
        }
        let theirs = opened(path);
        mine = joined(&base, &mine, &theirs.plan);
        (base, on_disk) = (theirs.plan, theirs.on_disk);
    }
    panic!("refused {MOST_TRIES} times in one round");
}

fn opened(path: &Path) -> Opened {
    store::load(path).unwrap_or_else(|error| panic!("{error}"))
}

fn joined(base: &Plan, mine: &Plan, theirs: &Plan) -> Plan {
    let merge = merge(base, mine, theirs);
    assert_eq!(merge.conflicts, [], "additions never need a choice");
    merge.plan
}
