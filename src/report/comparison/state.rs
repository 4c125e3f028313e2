//! One state of a plan, by id.
//!
//! It must not know of the other state.

use std::collections::HashMap;

use crate::model::merge::Subject;
use crate::model::{ActionId, Milestone, MilestoneId, Plan, RecordId, Standing, UpdateId};

/// A plan, with what is looked for in it many times.
#[derive(Debug)]
pub(super) struct State<'plan> {
    pub(super) plan: &'plan Plan,
    standings: HashMap<ActionId, Standing<'plan>>,
    milestones: HashMap<MilestoneId, &'plan Milestone>,
    /// The action of each KPI, milestone and update.
    actions: HashMap<RecordId, ActionId>,
}

impl<'plan> State<'plan> {
    pub(super) fn of(plan: &'plan Plan) -> Self {
        let mut state = Self { plan, standings: HashMap::new(), milestones: HashMap::new(), actions: HashMap::new() };
        for standing in plan.standings() {
            let action = standing.action;
            state.standings.insert(action.id, standing);
            state.milestones.extend(action.milestones.iter().map(|one| (one.id, one)));
            let kpis = action.kpis.iter().map(|one| RecordId::Kpi(one.id));
            let milestones = action.milestones.iter().map(|one| RecordId::Milestone(one.id));
            let updates = action.updates.iter().map(|one| RecordId::Update(one.id));
            state.actions.extend(kpis.chain(milestones).chain(updates).map(|record| (record, action.id)));
        }
        state
    }

    pub(super) fn has_actions(&self) -> bool {
        !self.standings.is_empty()
    }

    /// Where an action stands.
    pub(super) fn standing(&self, id: ActionId) -> Option<&Standing<'plan>> {
        self.standings.get(&id)
    }

    /// The milestone with this id, in whatever action.
    pub(super) fn milestone(&self, id: MilestoneId) -> Option<&'plan Milestone> {
        self.milestones.get(&id).copied()
    }

    /// Whether this update was written here.
    pub(super) fn has_update(&self, id: UpdateId) -> bool {
        self.actions.contains_key(&RecordId::Update(id))
    }

    /// Where the action stands that this is, or that has it.
    pub(super) fn standing_of(&self, subject: Subject) -> Option<&Standing<'plan>> {
        let Subject::Record(record) = subject else { return None };
        let action = if let RecordId::Action(action) = record { action } else { *self.actions.get(&record)? };
        self.standing(action)
    }
}
