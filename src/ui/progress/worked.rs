//! What the view works out of the plan, kept for one revision and one day.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::round::Round;
use crate::model::{ActionId, Plan, Standing};
use crate::report::{self, Against, Load, Progress, is_complete};

/// Where an action stands, by position.
#[derive(Clone, Copy, Debug)]
struct Spot {
    grid: usize,
    objective: usize,
    action: usize,
}

/// What was worked out.
#[derive(Debug, Default)]
pub(super) struct Worked {
    key: Option<(u64, NaiveDate)>,
    spots: HashMap<ActionId, Spot>,
    pub(super) progress: Progress,
    pub(super) round: Round,
    /// Open actions of which nothing was said in this round.
    pub(super) unsaid: usize,
    /// Measures that are below target.
    pub(super) below: usize,
    /// Dates that moved later since the last board, where that is known.
    pub(super) slipped: Option<usize>,
    load: Option<Load>,
    owners: Option<Vec<OwnerStanding>>,
}

/// How far the round has come with one owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OwnerStanding {
    /// The owner's name; empty where nobody is written.
    pub(super) name: String,
    /// Of how many of its actions something was said.
    pub(super) said: usize,
    /// How many actions are asked about.
    pub(super) of: usize,
}

impl Worked {
    /// Works it out anew where the plan or the day is another.
    pub(super) fn refresh(&mut self, plan: &Plan, revision: u64, as_at: NaiveDate) {
        if self.key == Some((revision, as_at)) {
            return;
        }
        let spots = plan.standings().map(|standing| {
            let (grid, objective, action) = (standing.grid_index, standing.objective_index, standing.action_index);
            (standing.action.id, Spot { grid, objective, action })
        });
        let round = Round::of(plan, as_at);
        *self = Self {
            key: Some((revision, as_at)),
            spots: spots.collect(),
            progress: report::progress(plan, as_at),
            unsaid: plan.actions().filter(|one| !is_complete(plan, one) && !round.is_said(one)).count(),
            below: report::measures(plan, as_at)
                .iter()
                .filter(|measure| measure.standing.against == Against::Below)
                .count(),
            slipped: self.slipped,
            round,
            load: None,
            owners: None,
        };
    }

    /// What it was worked out for.
    pub(super) fn key(&self) -> Option<(u64, NaiveDate)> {
        self.key
    }

    /// The day it was worked out for.
    pub(super) fn as_at(&self) -> NaiveDate {
        self.key.map(|(_, as_at)| as_at).unwrap_or_default()
    }

    /// Where an action stands in the plan it was worked out of.
    pub(super) fn standing<'plan>(&self, plan: &'plan Plan, id: ActionId) -> Option<Standing<'plan>> {
        let spot = *self.spots.get(&id)?;
        let standing = plan.standing_at(spot.grid, spot.objective, spot.action);
        // An edit that is not drawn yet may have moved it.
        standing.filter(|standing| standing.action.id == id)
    }

    /// Works the load out, where that is not done yet.
    pub(super) fn work_out_load(&mut self, plan: &Plan) {
        self.load.get_or_insert_with(|| report::load(plan));
    }

    /// The deadlines by owner and quarter, once they are worked out.
    pub(super) fn load(&self) -> Option<&Load> {
        self.load.as_ref()
    }

    /// How far the round has come with each owner.
    pub(super) fn owners(&mut self, plan: &Plan) -> &[OwnerStanding] {
        if self.owners.is_none() {
            let asked = report::actions_by_owner(plan, |one| self.round.asks(plan, one));
            let owners = asked.into_iter().map(|owner| {
                let is_said = |id: &&ActionId| {
                    self.standing(plan, **id).is_some_and(|standing| self.round.is_said(standing.action))
                };
                let said = owner.actions.iter().filter(is_said).count();
                OwnerStanding { said, of: owner.actions.len(), name: owner.name }
            });
            self.owners = Some(owners.collect());
        }
        self.owners.as_deref().unwrap_or_default()
    }
}
