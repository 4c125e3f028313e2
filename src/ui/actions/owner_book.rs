//! Every owner of a plan under one name, with the number of its actions.
//!
//! Pure. Names are looked up once each, not once an action: a plan of 10,000 actions has a few hundred.

use std::collections::HashMap;

use crate::model::Plan;
use crate::model::search::fold;

/// One owner and how many actions it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerCount {
    /// The name to show: the directory's where it has one.
    pub name: String,
    /// How many actions name it.
    pub actions: usize,
}

/// The owners of one state of a plan.
#[derive(Clone, Debug, Default)]
pub struct OwnerBook {
    owners: Vec<OwnerCount>,
    by_folded_name: HashMap<String, u32>,
    by_written: HashMap<String, u32>,
    nobody: usize,
}

impl OwnerBook {
    /// Reads the owners of every action, and the directory's, in the order of the alphabet.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let mut counted: HashMap<&str, usize> = HashMap::new();
        let mut nobody = 0;
        for action in plan.actions() {
            if action.owners.names().is_empty() {
                nobody += 1;
            }
            for name in action.owners.names() {
                *counted.entry(name).or_default() += 1;
            }
        }
        let mut owners: HashMap<String, OwnerCount> = HashMap::new();
        let mut add = |name: &str, actions: usize| {
            let entry = owners.entry(fold(name));
            entry.or_insert_with(|| OwnerCount { name: name.to_owned(), actions: 0 }).actions += actions;
        };
        for owner in &plan.directory {
            add(&owner.name, 0);
        }
        let mut written: Vec<(&str, usize)> = counted.iter().map(|(name, count)| (*name, *count)).collect();
        // Of names that differ in case only the first in the alphabet is shown, whatever the map's order.
        written.sort_unstable();
        for (name, count) in &written {
            add(plan.owner_name(name), *count);
        }

        let mut sorted: Vec<(String, OwnerCount)> = owners.into_iter().collect();
        sorted.sort_by(|left, right| left.0.cmp(&right.0));
        let by_folded_name: HashMap<String, u32> = sorted.iter().map(|(key, _)| key.clone()).zip(0..).collect();
        let by_written = written
            .iter()
            .filter_map(|(name, _)| Some(((*name).to_owned(), *by_folded_name.get(&fold(plan.owner_name(name)))?)))
            .collect();
        Self { owners: sorted.into_iter().map(|(_, owner)| owner).collect(), by_folded_name, by_written, nobody }
    }

    /// Every owner, in the order of the alphabet.
    #[must_use]
    pub fn owners(&self) -> &[OwnerCount] {
        &self.owners
    }

    /// How many actions name nobody.
    #[must_use]
    pub fn nobody(&self) -> usize {
        self.nobody
    }

    /// The place in [`OwnerBook::owners`] of an owner's own name.
    #[must_use]
    pub fn index_of(&self, name: &str) -> Option<u32> {
        self.by_folded_name.get(&fold(name)).copied()
    }

    /// The place of the owner that is written so in some action.
    #[must_use]
    pub fn index_of_written(&self, written: &str) -> Option<u32> {
        self.by_written.get(written).copied()
    }
}
