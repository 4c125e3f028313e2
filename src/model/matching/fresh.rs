//! Ids for what is new in a document. A document read twice gets the same ids twice, so none of them is used.

use std::collections::HashSet;

use super::super::ids::{IdMaker, RecordId};
use super::super::merge::Subject;
use super::super::plan::Plan;

/// Draws ids that the plan does not have.
#[derive(Debug)]
pub(super) struct Fresh<'ids> {
    ids: &'ids mut IdMaker,
    used: HashSet<u64>,
}

impl<'ids> Fresh<'ids> {
    pub(super) fn new(plan: &Plan, ids: &'ids mut IdMaker) -> Self {
        let mut used = HashSet::new();
        plan.visit_ids(&mut |id| {
            used.insert(Subject::Record(id).number());
        });
        for column in &plan.columns {
            used.insert(Subject::Column(column.shows).number());
        }
        for column in plan.actions().flat_map(|action| action.own.keys()) {
            used.insert(column.number());
        }
        Self { ids, used }
    }

    /// A new id, drawn by one of the maker's own methods.
    pub(super) fn draw<Id>(&mut self, draw: impl Fn(&mut IdMaker) -> Id, number: impl Fn(&Id) -> u64) -> Id {
        loop {
            let id = draw(self.ids);
            if self.used.insert(number(&id)) {
                return id;
            }
        }
    }

    /// A new id of the kind of another.
    pub(super) fn like(&mut self, id: RecordId) -> RecordId {
        let draw = |ids: &mut IdMaker| match id {
            RecordId::Grid(_) => RecordId::Grid(ids.grid()),
            RecordId::Priority(_) => RecordId::Priority(ids.priority()),
            RecordId::Objective(_) => RecordId::Objective(ids.objective()),
            RecordId::Action(_) => RecordId::Action(ids.action()),
            RecordId::Outcome(_) => RecordId::Outcome(ids.outcome()),
            RecordId::Kpi(_) => RecordId::Kpi(ids.kpi()),
            RecordId::Milestone(_) => RecordId::Milestone(ids.milestone()),
            RecordId::Update(_) => RecordId::Update(ids.update()),
            RecordId::Note(_) => RecordId::Note(ids.note()),
            RecordId::Meeting(_) => RecordId::Meeting(ids.meeting()),
            RecordId::Owner(_) => RecordId::Owner(ids.owner()),
            RecordId::Issued(_) => RecordId::Issued(ids.issued()),
        };
        self.draw(draw, |id| Subject::Record(*id).number())
    }
}
