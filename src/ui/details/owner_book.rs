//! How many actions each owner of the directory has, and every name that is written in the plan's cells.
//!
//! Names are looked up by their folded form, so that a plan of 10,000 actions is counted in a moment.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::model::{OwnerId, Plan};

/// A name as it stands in the plan's cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// As it is first written.
    pub(super) name: String,
    /// How many actions name it.
    pub(super) actions: usize,
    /// Whom it stands for in the directory.
    pub(super) owner: Option<OwnerId>,
}

/// What was counted for one state of the plan.
#[derive(Debug, Default)]
pub(super) struct OwnerBook {
    revision: Option<u64>,
    actions_of: HashMap<OwnerId, usize>,
    /// Names of nobody in the directory, the most named first, and of those as often named the first in the alphabet.
    pub(super) unlisted: Vec<Written>,
    /// Names of the directory, in its order.
    pub(super) listed: Vec<Written>,
}

impl OwnerBook {
    /// Counts anew where the plan changed.
    pub(super) fn refresh(&mut self, plan: &Plan, revision: u64) {
        if self.revision != Some(revision) {
            self.revision = Some(revision);
            self.count(plan);
        }
    }

    /// How many actions an owner has, under whatever name.
    pub(super) fn actions_of(&self, id: OwnerId) -> usize {
        self.actions_of.get(&id).copied().unwrap_or(0)
    }

    fn count(&mut self, plan: &Plan) {
        let mut listed: HashMap<String, OwnerId> = HashMap::new();
        for owner in &plan.directory {
            for name in owner.names() {
                listed.entry(folded(name)).or_insert(owner.id);
            }
        }
        self.actions_of.clear();
        let mut written: BTreeMap<String, Written> = BTreeMap::new();
        for action in plan.actions() {
            let mut owners = BTreeSet::new();
            for name in action.owners.names() {
                let key = folded(name);
                let owner = listed.get(&key).copied();
                owners.extend(owner);
                written.entry(key).or_insert_with(|| Written { name: name.clone(), actions: 0, owner }).actions += 1;
            }
            for owner in owners {
                *self.actions_of.entry(owner).or_default() += 1;
            }
        }
        (self.listed, self.unlisted) = written.into_values().partition(|one| one.owner.is_some());
        // Stable: names as often written stay in the order of the alphabet.
        self.unlisted.sort_by_key(|one| std::cmp::Reverse(one.actions));
        let places: HashMap<OwnerId, usize> = plan.directory.iter().map(|one| one.id).zip(0..).collect();
        self.listed.sort_by_key(|one| one.owner.and_then(|owner| places.get(&owner).copied()));
    }
}

/// A name without regard to case and spacing, as [`same_name`](crate::model::owners::same_name) has it.
pub(super) fn folded(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}
