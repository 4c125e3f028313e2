//! The file's records as a plan. What RON could not know is checked here: ids, days, colours, statuses,
//! columns. Each flaw is placed in the file.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::mem::take;

use chrono::NaiveDate;

use super::{
    Action, Column, Headings, Line, Meaning, Meeting, Milestone, Objective, OwnCell, Owner, Plan, PlanStatus, Reading,
    Shape, Shows, Status, Update, Words,
};
use crate::dates::{self, Period, Span, When};
use crate::model::{self, RecordId, StatusId};

/// What keeps a well-formed file from being a plan, and where it is (in bytes), where that is known.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::store) enum Flaw {
    /// Something else was expected.
    Unexpected { at: Option<usize>, found: String, expected: &'static str },
    /// A record has the id of another; `first` is where the other is.
    SharedId { at: Option<usize>, id: String, first: Option<usize> },
    /// A status that the plan's scheme does not have.
    UnknownStatus { at: Option<usize>, id: String },
}

const DAY: &str = "a day written like 2016-07-11";
const ORDER: &str = "a last day that is not before the first";
const ID: &str = "an id of up to ten of the letters and digits 0-9 a-z without i, l, o and u";

/// Turns the file's plan into the model's. `source` is the text it was parsed from.
pub(in crate::store) fn to_plan(file: Plan<'_>, source: &str) -> Result<model::Plan, Flaw> {
    Converter { source, seen: HashMap::new(), statuses: HashMap::new() }.plan(file)
}

struct Converter<'source> {
    source: &'source str,
    seen: HashMap<RecordId, Option<usize>>,
    statuses: HashMap<StatusId, Option<usize>>,
}

impl Converter<'_> {
    fn unexpected(&self, words: &Words, expected: &'static str) -> Flaw {
        Flaw::Unexpected { at: words.offset_in(self.source), found: format!("\"{}\"", words.as_str()), expected }
    }

    fn id<T: Copy>(
        &mut self,
        words: &Words,
        parse: fn(&str) -> Option<T>,
        record: fn(T) -> RecordId,
    ) -> Result<T, Flaw> {
        let id = parse(words.as_str()).ok_or_else(|| self.unexpected(words, ID))?;
        let at = words.offset_in(self.source);
        match self.seen.entry(record(id)) {
            Entry::Vacant(entry) => {
                entry.insert(at);
                Ok(id)
            }
            Entry::Occupied(entry) => {
                Err(Flaw::SharedId { at, id: words.as_str().to_owned(), first: *entry.get() })
            }
        }
    }

    fn status_id(&self, words: &Words) -> Result<Option<StatusId>, Flaw> {
        if words.is_empty() {
            return Ok(None);
        }
        let known = StatusId::parse(words.as_str()).filter(|id| self.statuses.contains_key(id));
        let unknown =
            || Flaw::UnknownStatus { at: words.offset_in(self.source), id: words.as_str().to_owned() };
        known.map(Some).ok_or_else(unknown)
    }

    fn day(&self, words: &Words) -> Result<NaiveDate, Flaw> {
        let read = words.as_str().parse::<NaiveDate>().ok();
        // chrono also takes "2016-7-1"; the file has one spelling for a day.
        let day = read.filter(|day| day.to_string() == words.as_str());
        day.ok_or_else(|| self.unexpected(words, DAY))
    }

    fn span(&self, from: &Words, to: &Words) -> Result<Span, Flaw> {
        let (first, last) = (self.day(from)?, self.day(to)?);
        Span::new(first, last).ok_or_else(|| self.unexpected(to, ORDER))
    }

    fn reading(&self, reading: &Reading) -> Result<dates::Reading, Flaw> {
        Ok(match reading {
            Reading::Blank => dates::Reading::Blank,
            Reading::Placeholder => dates::Reading::Placeholder,
            Reading::Unread => dates::Reading::Unread,
            Reading::Ongoing => dates::Reading::Ongoing,
            Reading::Recurring(recurrence) => dates::Reading::Recurring((*recurrence).into()),
            Reading::Day(day) => dates::Reading::Day(self.day(day)?),
            Reading::Month { from, to } => dates::Reading::Month(self.span(from, to)?),
            Reading::Quarter { from, to } => dates::Reading::Quarter(self.span(from, to)?),
            Reading::Year { from, to } => dates::Reading::Year(self.span(from, to)?),
            Reading::Range { from, to } => dates::Reading::Range(self.span(from, to)?),
            Reading::From(day) => dates::Reading::From(self.day(day)?),
            Reading::Event => dates::Reading::Event(None),
            Reading::EventAbout { from, to } => dates::Reading::Event(Some(self.span(from, to)?)),
            Reading::Several(parts) => {
                dates::Reading::Several(parts.iter().map(|part| self.reading(part)).collect::<Result<_, _>>()?)
            }
        })
    }

    fn when(&self, written: Words, overruled: Option<&Reading>, period: &Period) -> Result<When, Flaw> {
        Ok(match overruled {
            Some(reading) => When::overrule(written.into_string(), self.reading(reading)?),
            None => When::read(written.into_string(), period),
        })
    }

    fn plan(mut self, mut file: Plan) -> Result<model::Plan, Flaw> {
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
        })
    }

    fn lines<T>(
        &mut self,
        lines: Vec<Line>,
        one: fn(&mut Self, Line) -> Result<T, Flaw>,
    ) -> Result<Vec<T>, Flaw> {
        lines.into_iter().map(|line| one(self, line)).collect()
    }

    fn meeting(&mut self, meeting: Meeting, period: &Period) -> Result<model::Meeting, Flaw> {
        Ok(model::Meeting {
            id: self.id(&meeting.id, model::MeetingId::parse, RecordId::Meeting)?,
            name: meeting.name.into_string(),
            when: self.when(meeting.when, meeting.when_read_as.as_ref(), period)?,
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

    fn column_id(&self, words: &Words) -> Result<model::ColumnId, Flaw> {
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

    fn objective(
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

    fn action(
        &mut self,
        action: Action,
        period: &Period,
        directory: &[model::Owner],
    ) -> Result<model::Action, Flaw> {
        let id = self.id(&action.id, model::ActionId::parse, RecordId::Action)?;
        let owners = action.owners.into_string();
        let owners = match action.owners_read_as {
            Some(names) => {
                model::Owners::overrule(owners, names.into_iter().map(Words::into_string).collect())
            }
            None => model::Owners::read(owners, directory),
        };
        let milestones = action.milestones.into_iter().map(|one| self.milestone(one, period));
        Ok(model::Action {
            id,
            description: action.description.into_string(),
            owners,
            milestones: milestones.collect::<Result<_, _>>()?,
            when: self.when(action.when, action.when_read_as.as_ref(), period)?,
            kpis: self.lines(action.kpis, |this, line| {
                let id = this.id(&line.id, model::KpiId::parse, RecordId::Kpi)?;
                Ok(model::Kpi { id, text: line.text.into_string() })
            })?,
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
        let beside = written.map(|words| self.when(words, reading.as_ref(), period)).transpose()?;
        Ok(model::Milestone::read(id, milestone.text.into_string(), beside, period))
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

    fn own_cells(
        &self,
        cells: Vec<OwnCell>,
    ) -> Result<std::collections::BTreeMap<model::ColumnId, String>, Flaw> {
        let mut own = std::collections::BTreeMap::new();
        for OwnCell { column, text } in cells.into_iter().filter(|cell| !cell.text.is_empty()) {
            let id = self.column_id(&column)?;
            if own.insert(id, text.into_string()).is_some() {
                return Err(self.unexpected(&column, "only one cell for each column in an action"));
            }
        }
        Ok(own)
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
