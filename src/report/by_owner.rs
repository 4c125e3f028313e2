//! Whose an action is: the owners it counts under, by the plan's directory.

use std::collections::BTreeMap;

use super::is_complete;
use crate::model::{Action, ActionId, Plan};

/// The owners an action counts under, each once, as a key that is the same however the name is written, and the name
/// to show. Nobody is the empty name.
pub(super) fn owners_of<'plan>(plan: &'plan Plan, action: &'plan Action) -> Vec<(String, &'plan str)> {
    let mut owners: Vec<(String, &str)> = Vec::new();
    for written in action.owners.names() {
        let name = plan.owner_name(written);
        let key = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        if owners.iter().all(|(known, _)| *known != key) {
            owners.push((key, name));
        }
    }
    if owners.is_empty() {
        owners.push((String::new(), ""));
    }
    owners
}

/// The actions of one owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerActions {
    /// The owner's name; empty where nobody is written.
    pub name: String,
    /// The actions, in the plan's order.
    pub actions: Vec<ActionId>,
}

/// The open actions of each owner. An action of several owners is under each. Owners stand in the order of their
/// names, what belongs to nobody last.
#[must_use]
pub fn open_by_owner(plan: &Plan) -> Vec<OwnerActions> {
    actions_by_owner(plan, |action| !is_complete(plan, action))
}

/// The actions of each owner that count, in the order of [`open_by_owner`].
#[must_use]
pub fn actions_by_owner(plan: &Plan, counts: impl Fn(&Action) -> bool) -> Vec<OwnerActions> {
    let mut owners: BTreeMap<String, OwnerActions> = BTreeMap::new();
    for action in plan.actions().filter(|action| counts(action)) {
        for (key, name) in owners_of(plan, action) {
            let owner = owners.entry(key);
            let owner = owner.or_insert_with(|| OwnerActions { name: name.to_owned(), actions: Vec::new() });
            owner.actions.push(action.id);
        }
    }
    let mut owners: Vec<OwnerActions> = owners.into_values().collect();
    owners.sort_by_key(|owner| owner.name.is_empty());
    owners
}
