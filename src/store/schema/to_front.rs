//! The plan itself, its front page and its lists: meetings, columns, statuses, owners, grids.

use std::mem::take;
use std::sync::Arc;

use super::to_plan::{Converter, Flaw, ID, ORDER, to_plan};
use super::{Column, Headings, Issued, Meaning, Meeting, Owner, Plan, PlanStatus, Shape, Shows, Status, Words};
use crate::dates::Period;
use crate::model::{self, RecordId, StatusId};

const NOT_AGAIN: &str = "no issued packs inside what a pack said";

impl Converter<'_> {
    pub(super) fn plan(mut self, mut file: Plan) -> Result<model::Plan, Flaw> {
        let (from, to) = (self.day(&file.period.from)?, self.day(&file.period.to)?);
        if to < from {
            return Err(self.unexpected(&file.period.to, ORDER));
        }
        let period = Period { label: take(&mut file.period.label).into_string(), from, to };
        let headings = headings(file.headings);
        let columns = self.columns(file.columns)?;
        let statuses = file.statuses.into_iter().map(|one| self.status(one)).collect::<Result<_, _>>()?;
        let directory: Vec<_> = file.directory.into_iter().map(|one| self.owner(one)).collect::<Result<_, _>>()?;
        let mut meetings = Vec::with_capacity(file.meetings.len());
        for meeting in file.meetings {
            meetings.push(self.meeting(meeting, &period)?);
        }
        let mut grids = Vec::with_capacity(file.grids.len());
        for grid in file.grids {
            let id = self.id(&grid.id, model::GridId::parse, RecordId::Grid)?;
            let priorities = self.lines(grid.priorities, |this, line| {
                let id = this.id(&line.id, model::PriorityId::parse, RecordId::Priority)?;
                Ok(model::Priority { id, text: line.text.into_string() })
            })?;
            let objectives = grid.objectives.into_iter().map(|one| self.objective(one, &period, &directory));
            grids.push(model::Grid {
                id,
                reference: grid.reference.into_string(),
                title: grid.title.into_string(),
                priorities_heading: grid.priorities_heading.into_string(),
                priorities,
                objectives: objectives.collect::<Result<_, _>>()?,
            });
        }
        let notes = self.lines(file.notes, |this, line| {
            let id = this.id(&line.id, model::NoteId::parse, RecordId::Note)?;
            Ok(model::Note { id, text: line.text.into_string() })
        })?;
        let issued = file.issued.into_iter().map(|one| self.issued(one)).collect::<Result<_, _>>()?;
        Ok(model::Plan {
            title: file.title.into_string(),
            partnership: file.partnership.into_string(),
            period,
            status: plan_status(file.status),
            version: file.version_label.into_string(),
            marking: file.marking.into_string(),
            front_matter: file.front_matter.into_string(),
            meetings,
            headings,
            columns,
            statuses,
            directory,
            grids,
            notes,
            accepted: self.accepted(file.accepted)?,
            issued,
        })
    }

    fn issued(&mut self, issued: Issued) -> Result<model::Issued, Flaw> {
        if let Some(inner) = issued.said.issued.first() {
            return Err(self.unexpected(&inner.id, NOT_AGAIN));
        }
        Ok(model::Issued {
            id: self.id(&issued.id, model::IssuedId::parse, RecordId::Issued)?,
            meeting: self.given_id(&issued.meeting, model::MeetingId::parse)?,
            board: issued.board.into_string(),
            as_at: self.day(&issued.as_at)?,
            // Its records have the ids they had: those of the plan around it.
            said: Arc::new(to_plan(issued.said, self.source)?),
        })
    }

    fn meeting(&mut self, meeting: Meeting, period: &Period) -> Result<model::Meeting, Flaw> {
        Ok(model::Meeting {
            id: self.id(&meeting.id, model::MeetingId::parse, RecordId::Meeting)?,
            name: meeting.name.into_string(),
            when: self.when(meeting.when, meeting.when_read_as, period)?,
        })
    }

    fn columns(&self, columns: Vec<Column>) -> Result<Vec<model::Column>, Flaw> {
        let mut taken: Vec<model::Column> = Vec::with_capacity(columns.len());
        for Column { shows, heading } in columns {
            let at = heading.offset_in(self.source);
            let column = model::Column { shows: self.shows(&shows)?, heading: heading.into_string() };
            if taken.iter().any(|other| other.shows == column.shows) {
                let found = format!("the column {:?} a second time", column.shows);
                return Err(Flaw::Unexpected { at, found, expected: "each column only once" });
            }
            taken.push(column);
        }
        if taken.is_empty() {
            let found = "a plan without columns".to_owned();
            return Err(Flaw::Unexpected { at: None, found, expected: "at least one column" });
        }
        Ok(taken)
    }

    fn shows(&self, shows: &Shows) -> Result<model::Shows, Flaw> {
        Ok(match shows {
            Shows::Reference => model::Shows::Reference,
            Shows::Description => model::Shows::Description,
            Shows::Owners => model::Shows::Owners,
            Shows::When => model::Shows::When,
            Shows::Kpis => model::Shows::Kpis,
            Shows::Milestones => model::Shows::Milestones,
            Shows::Progress => model::Shows::Progress,
            Shows::Status => model::Shows::Status,
            Shows::Own(id) => model::Shows::Own(self.column_id(id)?),
        })
    }

    pub(super) fn column_id(&self, words: &Words) -> Result<model::ColumnId, Flaw> {
        model::ColumnId::parse(words.as_str()).ok_or_else(|| self.unexpected(words, ID))
    }

    fn status(&mut self, status: Status) -> Result<model::Status, Flaw> {
        let id = StatusId::parse(status.id.as_str()).ok_or_else(|| self.unexpected(&status.id, ID))?;
        let at = status.id.offset_in(self.source);
        if let Some(first) = self.statuses.insert(id, at) {
            return Err(Flaw::SharedId { at, id: id.to_string(), first });
        }
        let colour = model::Colour::parse_hex(status.colour.as_str());
        Ok(model::Status {
            id,
            word: status.word.into_string(),
            letter: status.letter.into_string(),
            colour: colour.ok_or_else(|| self.unexpected(&status.colour, "a colour written like #1F5FBF"))?,
            shape: shape(status.shape),
            meaning: meaning(status.meaning),
        })
    }

    fn owner(&mut self, owner: Owner) -> Result<model::Owner, Flaw> {
        Ok(model::Owner {
            id: self.id(&owner.id, model::OwnerId::parse, RecordId::Owner)?,
            name: owner.name.into_string(),
            also: owner.also.into_iter().map(Words::into_string).collect(),
            email: owner.email.into_string(),
        })
    }
}

fn headings(headings: Headings) -> model::Headings {
    model::Headings {
        priorities: headings.priorities.into_string(),
        delivery_plan: headings.delivery_plan.into_string(),
        outcomes: headings.outcomes.into_string(),
    }
}

fn plan_status(status: PlanStatus) -> model::PlanStatus {
    match status {
        PlanStatus::Draft => model::PlanStatus::Draft,
        PlanStatus::ForDecision => model::PlanStatus::ForDecision,
        PlanStatus::Agreed => model::PlanStatus::Agreed,
        PlanStatus::Closed => model::PlanStatus::Closed,
    }
}

fn shape(shape: Shape) -> model::Shape {
    match shape {
        Shape::Square => model::Shape::Square,
        Shape::Disc => model::Shape::Disc,
        Shape::Triangle => model::Shape::Triangle,
        Shape::Diamond => model::Shape::Diamond,
        Shape::Ring => model::Shape::Ring,
    }
}

fn meaning(meaning: Meaning) -> model::Meaning {
    match meaning {
        Meaning::Complete => model::Meaning::Complete,
        Meaning::OnTrack => model::Meaning::OnTrack,
        Meaning::AtRisk => model::Meaning::AtRisk,
        Meaning::OffTrack => model::Meaning::OffTrack,
        Meaning::NotStarted => model::Meaning::NotStarted,
    }
}
