//! What each line and row became, told from what it added to the plan.

use super::reading::{Place, Reading};
use crate::intake::draft::Became;
use crate::intake::source::Origin;
use crate::model::{Action, RecordId, StatusId};

/// How far the plan had come before a line or row.
#[derive(Debug)]
pub(super) struct Standing {
    grids: usize,
    priority: Option<RecordId>,
    objective: Option<RecordId>,
    action: Option<RecordId>,
    outcome: Option<RecordId>,
    /// The words of the record at hand, and its status, which words become.
    size: (usize, Option<StatusId>),
    front: usize,
    left_out: usize,
    unplaced: usize,
    /// How many doubts there were.
    pub(super) unsure: usize,
}

/// Another number whenever words were added to an action: from the ends of its lists alone, for it is asked of every
/// row and lists may be long.
fn size_of(action: &Action) -> usize {
    let cells = action.description.len() + action.owners.written().len() + action.when.written().len();
    let kpis = action.kpis.len() + action.kpis.last().map_or(0, |kpi| kpi.text.len());
    let milestones = action.milestones.len() + action.milestones.last().map_or(0, |one| one.text().len());
    let updates = action.updates.len() + action.updates.last().map_or(0, |update| update.text.len());
    cells + kpis + milestones + updates + action.own.values().map(String::len).sum::<usize>()
}

impl Reading {
    pub(super) fn standing(&self) -> Standing {
        let grid = self.plan.grids.last();
        let priority = grid.and_then(|grid| grid.priorities.last());
        let objective = grid.and_then(|grid| grid.objectives.last());
        let action = objective.and_then(|objective| objective.actions.last());
        let outcome = objective.and_then(|objective| objective.outcomes.last());
        let mut size = priority.map_or(0, |one| one.text.len()) + objective.map_or(0, |one| one.statement.len());
        size += action.map_or(0, size_of);
        size += outcome.map_or(0, |one| one.text.len());
        Standing {
            grids: self.plan.grids.len(),
            priority: priority.map(|one| RecordId::Priority(one.id)),
            objective: objective.map(|one| RecordId::Objective(one.id)),
            action: action.map(|one| RecordId::Action(one.id)),
            outcome: outcome.map(|one| RecordId::Outcome(one.id)),
            size: (size, action.and_then(|action| action.status)),
            front: self.front.len(),
            left_out: self.left_out.len(),
            unplaced: self.unplaced.len(),
            unsure: self.unsure.len(),
        }
    }

    /// Remembers what a line or row became. Where it became several things the most particular is told: of an
    /// objective with its first action, the action.
    pub(super) fn note(&mut self, origin: &Origin, before: &Standing) {
        let now = self.standing();
        let grid = self.plan.grids.last().map(|grid| RecordId::Grid(grid.id)).filter(|_| now.grids != before.grids);
        let new = [
            (now.outcome, before.outcome),
            (now.action, before.action),
            (now.objective, before.objective),
            (now.priority, before.priority),
            (grid, None),
        ];
        let record = new.into_iter().find_map(|(now, before)| now.filter(|_| now != before));
        let became = match record {
            _ if now.unplaced > before.unplaced => Became::NotPlaced,
            Some(record) => Became::Record(record),
            None if now.left_out > before.left_out => Became::LeftOut,
            None if now.front > before.front => Became::FrontMatter,
            None if now.size != before.size => {
                let at_hand = match self.place {
                    Place::Outcomes => now.outcome,
                    Place::Actions => now.action.or(now.objective),
                    Place::Priorities => now.priority,
                    Place::Front | Place::Grid | Place::Statement => now.objective,
                };
                at_hand.map_or(Became::Marks, Became::MoreOf)
            }
            None => Became::Marks,
        };
        self.became.insert(origin.clone(), became);
    }
}
