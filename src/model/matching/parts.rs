//! A plan taken apart: its records by id, each without what stands in it, and the lists they stand in.
//!
//! It must not know that there are two plans.

use std::collections::HashMap;

use super::super::ids::RecordId;
use super::super::merge::{Kind, Subject};
use super::super::place::{Parent, Record};
use super::super::plan::{Grid, Objective, Plan};

/// Grids, objectives, actions, key priorities and outcomes, apart.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts {
    pub(super) records: HashMap<RecordId, Record>,
    lists: HashMap<(Parent, Kind), Vec<RecordId>>,
    parents: HashMap<RecordId, Parent>,
    order: Vec<RecordId>,
}

/// What stands in a grid, and in an objective.
pub(super) const IN_GRID: [Kind; 2] = [Kind::Priority, Kind::Objective];
pub(super) const IN_OBJECTIVE: [Kind; 2] = [Kind::Action, Kind::Outcome];

/// What kind of record it is.
pub(super) fn kind(id: RecordId) -> Kind {
    Subject::Record(id).kind().unwrap_or(Kind::Note)
}

/// A record as what others stand in; `None` where nothing here can.
pub(super) fn as_parent(id: RecordId) -> Option<Parent> {
    match id {
        RecordId::Grid(id) => Some(Parent::Grid(id)),
        RecordId::Objective(id) => Some(Parent::Objective(id)),
        _ => None,
    }
}

/// The record behind a parent; `None` for the plan itself.
pub(super) fn record_of(parent: Parent) -> Option<RecordId> {
    match parent {
        Parent::Plan => None,
        Parent::Grid(id) => Some(RecordId::Grid(id)),
        Parent::Objective(id) => Some(RecordId::Objective(id)),
        Parent::Action(id) => Some(RecordId::Action(id)),
    }
}

impl Parts {
    pub(super) fn of(plan: &Plan) -> Self {
        let mut parts = Self::default();
        for grid in &plan.grids {
            parts.put(Parent::Plan, Record::Grid(Box::new(bare_grid(grid))));
            let in_grid = Parent::Grid(grid.id);
            grid.priorities.iter().for_each(|one| parts.put(in_grid, Record::Priority(one.clone())));
            for objective in &grid.objectives {
                parts.put(in_grid, Record::Objective(Box::new(bare_objective(objective))));
                let inside = Parent::Objective(objective.id);
                objective.actions.iter().for_each(|one| parts.put(inside, Record::Action(Box::new(one.clone()))));
                objective.outcomes.iter().for_each(|one| parts.put(inside, Record::Outcome(one.clone())));
            }
        }
        parts
    }

    /// Puts a record at the end of its list.
    pub(super) fn put(&mut self, parent: Parent, record: Record) {
        let id = record.id();
        self.lists.entry((parent, kind(id))).or_default().push(id);
        self.parents.insert(id, parent);
        self.order.push(id);
        self.records.insert(id, record);
    }

    pub(super) fn has(&self, id: RecordId) -> bool {
        self.records.contains_key(&id)
    }

    /// What a record stands in.
    pub(super) fn parent(&self, id: RecordId) -> Option<Parent> {
        self.parents.get(&id).copied()
    }

    pub(super) fn list(&self, parent: Parent, kind: Kind) -> &[RecordId] {
        self.lists.get(&(parent, kind)).map_or(&[], Vec::as_slice)
    }

    /// All that stands in a record, one list after the other.
    pub(super) fn inside(&self, id: RecordId) -> impl Iterator<Item = RecordId> {
        let kinds = if matches!(id, RecordId::Grid(_)) { IN_GRID } else { IN_OBJECTIVE };
        let parent = as_parent(id);
        kinds
            .into_iter()
            .flat_map(move |kind| parent.into_iter().flat_map(move |parent| self.list(parent, kind)))
            .copied()
    }

    /// Every record as it was put in: that is the order of the plan, each before what stands in it.
    pub(super) fn in_order(&self) -> &[RecordId] {
        &self.order
    }
}

/// A grid without what stands in it. Written out, so that a new field is asked for here.
pub(super) fn bare_grid(grid: &Grid) -> Grid {
    Grid {
        id: grid.id,
        reference: grid.reference.clone(),
        title: grid.title.clone(),
        priorities_heading: grid.priorities_heading.clone(),
        priorities: Vec::new(),
        objectives: Vec::new(),
    }
}

/// An objective without what stands in it.
pub(super) fn bare_objective(objective: &Objective) -> Objective {
    Objective {
        id: objective.id,
        reference: objective.reference.clone(),
        statement: objective.statement.clone(),
        actions: Vec::new(),
        outcomes: Vec::new(),
    }
}
