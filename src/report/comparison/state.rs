//! One state of a plan, by id.
//!
//! It must not know of the other state.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::model::merge::Subject;
use crate::model::{Action, ActionId, Milestone, MilestoneId, Plan, RecordId, Standing, UpdateId};

/// A plan, with what is looked for in it many times.
#[derive(Debug)]
pub(super) struct State<'plan> {
    pub(super) plan: &'plan Plan,
    standings: HashMap<ActionId, Standing<'plan>>,
    /// Where each KPI, milestone and update stands. Nearly all of them are found in the action where they are looked
    /// for, so this is made only when one is not.
    parts: OnceCell<HashMap<RecordId, Standing<'plan>>>,
}

impl<'plan> State<'plan> {
    pub(super) fn of(plan: &'plan Plan) -> Self {
        let standings = plan.standings().map(|standing| (standing.action.id, standing)).collect();
        Self { plan, standings, parts: OnceCell::new() }
    }

    pub(super) fn has_actions(&self) -> bool {
        !self.standings.is_empty()
    }

    /// Where an action stands.
    pub(super) fn standing(&self, id: ActionId) -> Option<&Standing<'plan>> {
        self.standings.get(&id)
    }

    /// The milestone with this id, in whatever action; most likely in that one.
    pub(super) fn milestone(&self, id: MilestoneId, likely: ActionId) -> Option<&'plan Milestone> {
        let here = self.standing(likely).and_then(|standing| in_action(standing.action, id));
        here.or_else(|| self.milestone_of(id))
    }

    /// The milestone with this id, in whatever action.
    pub(super) fn milestone_of(&self, id: MilestoneId) -> Option<&'plan Milestone> {
        in_action(self.parts().get(&RecordId::Milestone(id))?.action, id)
    }

    /// Whether this update was written here; most likely of that action.
    pub(super) fn has_update(&self, id: UpdateId, likely: ActionId) -> bool {
        let here = self.standing(likely).is_some_and(|one| one.action.updates.iter().any(|update| update.id == id));
        here || self.parts().contains_key(&RecordId::Update(id))
    }

    /// Where the action stands that this is, or that has it.
    pub(super) fn standing_of(&self, subject: Subject) -> Option<&Standing<'plan>> {
        match subject {
            Subject::Record(RecordId::Action(action)) => self.standing(action),
            Subject::Record(part) => self.parts().get(&part),
            _ => None,
        }
    }

    fn parts(&self) -> &HashMap<RecordId, Standing<'plan>> {
        self.parts.get_or_init(|| {
            let parts = self.standings.values().flat_map(|standing| {
                let action = standing.action;
                let kpis = action.kpis.iter().map(|one| RecordId::Kpi(one.id));
                let milestones = action.milestones.iter().map(|one| RecordId::Milestone(one.id));
                let updates = action.updates.iter().map(|one| RecordId::Update(one.id));
                kpis.chain(milestones).chain(updates).map(|part| (part, *standing))
            });
            parts.collect()
        })
    }
}

fn in_action(action: &Action, id: MilestoneId) -> Option<&Milestone> {
    action.milestones.iter().find(|one| one.id == id)
}
