//! The cells of an action as a document holds them: their words, whether two of them differ, and taking one over.
//!
//! It must not know of lists or places.

use super::super::action::{Action, Milestone};
use super::super::columns::Shows;
use super::super::plan::Plan;
use super::words::{plain, plain_cell};

/// The words of a cell, a point a line.
pub(super) fn words(plan: &Plan, action: &Action, shows: Shows) -> String {
    let lines = |texts: Vec<&str>| texts.join("\n");
    match shows {
        Shows::Reference => String::new(),
        Shows::Description => action.description.clone(),
        Shows::Owners => action.owners.written().to_owned(),
        Shows::When => action.when.written().to_owned(),
        Shows::Kpis => lines(action.kpis.iter().map(|one| one.text.as_str()).collect()),
        Shows::Milestones => lines(action.milestones.iter().map(Milestone::text).collect()),
        Shows::Progress => action.newest_update().map(|update| update.text.clone()).unwrap_or_default(),
        Shows::Status => plan.status_of(action.status).map(|status| status.word.clone()).unwrap_or_default(),
        Shows::Own(column) => action.own.get(&column).cloned().unwrap_or_default(),
    }
}

/// Whether the document's cell says something else.
///
/// Nothing said of progress or status takes nothing back: what was said once stays said, and a status that could
/// not be read looks like none. Progress that was told before is not told again.
pub(super) fn differ(mine: &Action, theirs: &Action, shows: Shows) -> bool {
    let texts = |one: &str, other: &str| plain(one) != plain(other);
    match shows {
        Shows::Reference => false,
        Shows::Description => texts(&mine.description, &theirs.description),
        Shows::Owners => texts(mine.owners.written(), theirs.owners.written()),
        Shows::When => texts(mine.when.written(), theirs.when.written()),
        Shows::Kpis => {
            let cell = |action: &Action| plain_cell(action.kpis.iter().map(|one| one.text.as_str()));
            cell(mine) != cell(theirs)
        }
        Shows::Milestones => {
            let cell = |action: &Action| plain_cell(action.milestones.iter().map(Milestone::text));
            cell(mine) != cell(theirs)
        }
        Shows::Progress => theirs.newest_update().is_some_and(|update| is_news(mine, &plain(&update.text))),
        Shows::Status => theirs.status.is_some() && theirs.status != mine.status,
        Shows::Own(column) => {
            let cell = |action: &Action| action.own.get(&column).map(|text| plain(text)).unwrap_or_default();
            cell(mine) != cell(theirs)
        }
    }
}

/// Whether no update, and not all of them together, says this already.
fn is_news(action: &Action, text: &str) -> bool {
    let told = || action.updates.iter().map(|update| update.text.as_str());
    !text.is_empty()
        && told().all(|one| plain(one) != text)
        && plain_cell(told()) != text
        && plain_cell(told().rev()) != text
}

/// Puts the document's cell in the place of the plan's; progress beside what was said before.
pub(super) fn take(mine: &mut Action, theirs: &Action, shows: Shows) {
    match shows {
        Shows::Reference => {}
        Shows::Description => mine.description.clone_from(&theirs.description),
        Shows::Owners => mine.owners.clone_from(&theirs.owners),
        Shows::When => mine.when.clone_from(&theirs.when),
        Shows::Kpis => mine.kpis.clone_from(&theirs.kpis),
        Shows::Milestones => mine.milestones.clone_from(&theirs.milestones),
        Shows::Progress => mine.updates.extend(theirs.newest_update().cloned()),
        Shows::Status => mine.status = theirs.status,
        Shows::Own(column) => {
            match theirs.own.get(&column) {
                Some(text) => mine.own.insert(column, text.clone()),
                None => mine.own.remove(&column),
            };
        }
    }
}
