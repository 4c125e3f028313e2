//! Deadlines by quarter and by owner, so that clumping is seen while the plan is written.
//!
//! Every action that is not complete counts once in the quarter of its deadline, and for each of its owners. It must
//! not say how many are too many: [`crate::check`] does.

use std::collections::BTreeMap;

use super::by_owner::owners_of;
use super::{is_complete, quarters_of};
use crate::dates::Quarter;
use crate::model::{Action, ActionId, Plan};

/// How many deadlines fall when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Load {
    /// The quarters of the plan's period, in order: the columns between the first and the last two.
    pub quarters: Vec<Quarter>,
    /// Every owner that is written in a cell, by the name the directory counts it under, the busiest first. Actions
    /// without one stand last, under an empty name.
    pub owners: Vec<OwnerLoad>,
    /// All of them, each action once.
    pub total: OwnerLoad,
    /// The actions whose deadline is the last day of the period.
    pub last_day: Vec<ActionId>,
}

/// The deadlines of one owner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnerLoad {
    /// The owner's name.
    pub name: String,
    /// Its actions that are due before the period begins.
    pub before: Vec<ActionId>,
    /// Its actions that are due in each quarter of the period.
    pub quarters: Vec<Vec<ActionId>>,
    /// Its actions that are due after the period.
    pub after: Vec<ActionId>,
    /// Its actions whose deadline gives no day: ongoing, recurring, blank, not read.
    pub undated: Vec<ActionId>,
}

impl OwnerLoad {
    fn of(name: &str, quarters: usize) -> Self {
        Self { name: name.to_owned(), quarters: vec![Vec::new(); quarters], ..Self::default() }
    }

    /// How many actions.
    #[must_use]
    pub fn count(&self) -> usize {
        let quarters: usize = self.quarters.iter().map(Vec::len).sum();
        self.before.len() + quarters + self.after.len() + self.undated.len()
    }

    /// How many in the busiest quarter.
    #[must_use]
    pub fn most(&self) -> usize {
        self.quarters.iter().map(Vec::len).max().unwrap_or_default()
    }

    fn add(&mut self, action: ActionId, column: Column) {
        let list = match column {
            Column::Before => &mut self.before,
            Column::Quarter(at) => self.quarters.get_mut(at).unwrap_or(&mut self.after),
            Column::After => &mut self.after,
            Column::Undated => &mut self.undated,
        };
        list.push(action);
    }
}

#[derive(Clone, Copy)]
enum Column {
    Before,
    Quarter(usize),
    After,
    Undated,
}

/// Counts the deadlines of what is not complete.
#[must_use]
pub fn load(plan: &Plan) -> Load {
    let quarters = quarters_of(&plan.period);
    let column = |action: &Action| match action.when.reading().due() {
        None => Column::Undated,
        Some(due) if due < plan.period.from => Column::Before,
        Some(due) if due > plan.period.to => Column::After,
        Some(due) => quarters.iter().position(|one| *one == Quarter::of(due)).map_or(Column::After, Column::Quarter),
    };
    let mut total = OwnerLoad::of("", quarters.len());
    let mut owners: BTreeMap<String, OwnerLoad> = BTreeMap::new();
    let mut last_day = Vec::new();
    for action in plan.actions().filter(|action| !is_complete(plan, action)) {
        let column = column(action);
        total.add(action.id, column);
        if action.when.reading().due() == Some(plan.period.to) {
            last_day.push(action.id);
        }
        for (key, name) in owners_of(plan, action) {
            let owner = owners.entry(key).or_insert_with(|| OwnerLoad::of(name, quarters.len()));
            owner.add(action.id, column);
        }
    }
    let mut owners: Vec<OwnerLoad> = owners.into_values().collect();
    owners.sort_by_key(|owner| (owner.name.is_empty(), std::cmp::Reverse(owner.count())));
    Load { quarters, owners, total, last_day }
}
