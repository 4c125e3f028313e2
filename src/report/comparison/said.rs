//! What was said of an action since the old state.

use super::NamedAction;
use super::state::State;
use crate::model::{Action, Standing, Update, UpdateId};

/// The updates of an action that the old plan does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidSince {
    /// Which action.
    pub action: NamedAction,
    /// Its new updates, in the order they stand. Never empty.
    pub updates: Vec<UpdateId>,
    /// The words of the newest of them that has any; nothing where none has.
    pub newest: Option<String>,
}

/// What was said since; `None` where nothing was.
pub(super) fn since(was: &State<'_>, after: &Standing<'_>) -> Option<SaidSince> {
    let updates: Vec<UpdateId> = new_updates(was, after.action).map(|update| update.id).collect();
    let newest = newest_words(was, after.action);
    (!updates.is_empty()).then(|| SaidSince { action: NamedAction::of(after), updates, newest })
}

/// The newest words of an action that were not there, which explain what changed in it. Newest as in
/// [`Action::newest_update`].
pub(super) fn newest_words(was: &State<'_>, action: &Action) -> Option<String> {
    let said = new_updates(was, action).filter(|update| !update.text.trim().is_empty()).enumerate();
    said.max_by_key(|(entered, update)| (update.on, *entered)).map(|(_, update)| update.text.clone())
}

fn new_updates<'a>(was: &'a State<'_>, action: &'a Action) -> impl Iterator<Item = &'a Update> {
    action.updates.iter().filter(|update| !was.has_update(update.id, action.id))
}
