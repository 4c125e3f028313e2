//! Bringing in documents: what comes out is what a person would have set up, and no word is lost.

mod command;
mod corrections;
mod damage;
mod documents;
mod expected;
mod harmful;
mod html;
mod limits;
mod look_alikes;
mod oldham;
mod tower_hamlets;

use planning_grid::intake::{Draft, Source, plain, understand};
use planning_grid::model::{Action, Milestone, Shows, invariants};

/// A text as a draft, after making sure that no word is lost and the plan is sound.
#[track_caller]
fn drafted(text: &str) -> Draft {
    drafted_source(&plain::read(text, "the clipboard"))
}

#[track_caller]
fn drafted_source(source: &Source) -> Draft {
    let draft = understand(source, None);
    assert_eq!(draft.lost(source), Vec::<String>::new());
    assert_eq!(invariants::check(&draft.plan), Ok(()));
    draft
}

/// What an action says in a column, its lines parted by `\n`.
fn cell(action: &Action, shows: Shows) -> String {
    let lines = |lines: &mut dyn Iterator<Item = &str>| lines.collect::<Vec<_>>().join("\n");
    match shows {
        Shows::Description => action.description.clone(),
        Shows::Owners => action.owners.written().to_owned(),
        Shows::When => action.when.written().to_owned(),
        Shows::Kpis => lines(&mut action.kpis.iter().map(|kpi| kpi.text.as_str())),
        Shows::Milestones => lines(&mut action.milestones.iter().map(Milestone::text)),
        Shows::Progress => lines(&mut action.updates.iter().map(|update| update.text.as_str())),
        Shows::Own(column) => action.own.get(&column).cloned().unwrap_or_default(),
        Shows::Reference | Shows::Status => panic!("{shows:?} has no words of its own"),
    }
}
