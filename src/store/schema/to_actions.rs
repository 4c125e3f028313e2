//! Objectives, their actions, and what hangs on an action.

use std::collections::BTreeMap;

use super::to_plan::{Converter, Flaw};
use super::{Action, Milestone, Objective, OwnCell, Update, Words};
use crate::dates::Period;
use crate::model::{self, RecordId};

impl Converter<'_> {
    pub(super) fn objective(
        &mut self,
        objective: Objective,
        period: &Period,
        directory: &[model::Owner],
    ) -> Result<model::Objective, Flaw> {
        let id = self.id(&objective.id, model::ObjectiveId::parse, RecordId::Objective)?;
        let actions = objective.actions.into_iter().map(|one| self.action(one, period, directory));
        Ok(model::Objective {
            id,
            reference: objective.reference.into_string(),
            statement: objective.statement.into_string(),
            actions: actions.collect::<Result<_, _>>()?,
            outcomes: self.lines(objective.outcomes, |this, line| {
                let id = this.id(&line.id, model::OutcomeId::parse, RecordId::Outcome)?;
                Ok(model::Outcome { id, text: line.text.into_string() })
            })?,
        })
    }

    fn action(&mut self, action: Action, period: &Period, directory: &[model::Owner]) -> Result<model::Action, Flaw> {
        let id = self.id(&action.id, model::ActionId::parse, RecordId::Action)?;
        let owners = action.owners.into_string();
        let owners = match action.owners_read_as {
            Some(names) => model::Owners::overrule(owners, names.into_iter().map(Words::into_string).collect()),
            None => model::Owners::read(owners, directory),
        };
        let milestones = action.milestones.into_iter().map(|one| self.milestone(one, period));
        Ok(model::Action {
            id,
            description: action.description.into_string(),
            owners,
            milestones: milestones.collect::<Result<_, _>>()?,
            when: self.when(action.when, action.when_read_as, period)?,
            kpis: action.kpis.into_iter().map(|one| self.kpi(one)).collect::<Result<_, _>>()?,
            updates: action.updates.into_iter().map(|one| self.update(one)).collect::<Result<_, _>>()?,
            status: self.status_id(&action.status)?,
            own: self.own_cells(action.own)?,
        })
    }

    fn milestone(&mut self, milestone: Milestone, period: &Period) -> Result<model::Milestone, Flaw> {
        let id = self.id(&milestone.id, model::MilestoneId::parse, RecordId::Milestone)?;
        let reading = milestone.beside_read_as;
        // A reading without words stands beside nothing written.
        let written = milestone.beside.or_else(|| reading.is_some().then(Words::default));
        let beside = written.map(|words| self.when(words, reading, period)).transpose()?;
        let event = self.given_id(&milestone.event, model::EventId::parse)?;
        Ok(model::Milestone::read(id, milestone.text.into_string(), beside, period).of_event(event))
    }

    fn update(&mut self, update: Update) -> Result<model::Update, Flaw> {
        Ok(model::Update {
            id: self.id(&update.id, model::UpdateId::parse, RecordId::Update)?,
            on: if update.on.is_empty() { None } else { Some(self.day(&update.on)?) },
            by: update.by.into_string(),
            text: update.text.into_string(),
            status: self.status_id(&update.status)?,
        })
    }

    fn own_cells(&self, cells: Vec<OwnCell>) -> Result<BTreeMap<model::ColumnId, String>, Flaw> {
        let mut own = BTreeMap::new();
        for OwnCell { column, text } in cells.into_iter().filter(|cell| !cell.text.is_empty()) {
            let id = self.column_id(&column)?;
            if own.insert(id, text.into_string()).is_some() {
                return Err(self.unexpected(&column, "only one cell for each column in an action"));
            }
        }
        Ok(own)
    }
}
