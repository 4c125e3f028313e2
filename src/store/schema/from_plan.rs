//! A plan as the file writes it. Destructures whole records, so that a new field of the model does not
//! compile until the file has it.

use super::{
    Accepted, Action, Column, File, Grid, Headings, Issued, Line, Meaning, Meeting, Milestone, Objective, OwnCell,
    Owner, Period, Plan, PlanStatus, Reading, Shape, Shows, Status, Update, Words,
};
use crate::dates::When;
use crate::model;
use crate::store::VERSION;

impl<'a> From<&'a model::Plan> for File<'a> {
    fn from(plan: &'a model::Plan) -> Self {
        Self { version: VERSION, plan: plan.into() }
    }
}

fn all<'a, From, To: std::convert::From<&'a From>>(records: &'a [From]) -> Vec<To> {
    records.iter().map(To::from).collect()
}

fn overruled<'a>(when: &When) -> Option<Reading<'a>> {
    when.is_overruled().then(|| when.reading().into())
}

fn status_id<'a>(id: Option<model::StatusId>) -> Words<'a> {
    id.map_or_else(Words::default, |id| Words::written(&id))
}

impl<'a> From<&'a model::Plan> for Plan<'a> {
    fn from(plan: &'a model::Plan) -> Self {
        let model::Plan {
            title,
            partnership,
            period,
            status,
            version,
            marking,
            front_matter,
            meetings,
            headings,
            columns,
            statuses,
            directory,
            grids,
            notes,
            accepted,
            issued,
        } = plan;
        let model::Headings { priorities, delivery_plan, outcomes } = headings;
        let line = |note: &'a model::Note| Line { id: Words::written(&note.id), text: Words::of(&note.text) };
        Self {
            title: Words::of(title),
            partnership: Words::of(partnership),
            period: Period {
                label: Words::of(&period.label),
                from: Words::written(&period.from),
                to: Words::written(&period.to),
            },
            status: match status {
                model::PlanStatus::Draft => PlanStatus::Draft,
                model::PlanStatus::ForDecision => PlanStatus::ForDecision,
                model::PlanStatus::Agreed => PlanStatus::Agreed,
                model::PlanStatus::Closed => PlanStatus::Closed,
            },
            version_label: Words::of(version),
            marking: Words::of(marking),
            front_matter: Words::of(front_matter),
            meetings: all(meetings),
            headings: Headings {
                priorities: Words::of(priorities),
                delivery_plan: Words::of(delivery_plan),
                outcomes: Words::of(outcomes),
            },
            columns: all(columns),
            statuses: all(statuses),
            directory: all(directory),
            grids: all(grids),
            notes: notes.iter().map(line).collect(),
            accepted: accepted.iter().map(Accepted::of).collect(),
            issued: all(issued),
        }
    }
}

impl<'a> From<&'a model::Issued> for Issued<'a> {
    fn from(issued: &'a model::Issued) -> Self {
        let model::Issued { id, meeting, board, as_at, said } = issued;
        Self {
            id: Words::written(id),
            meeting: meeting.map_or_else(Words::default, |id| Words::written(&id)),
            board: Words::of(board),
            as_at: Words::written(as_at),
            said: said.as_ref().into(),
        }
    }
}

impl<'a> From<&'a model::Meeting> for Meeting<'a> {
    fn from(meeting: &'a model::Meeting) -> Self {
        let model::Meeting { id, name, when } = meeting;
        Self {
            id: Words::written(id),
            name: Words::of(name),
            when: Words::of(when.written()),
            when_read_as: overruled(when),
        }
    }
}

impl<'a> From<&'a model::Column> for Column<'a> {
    fn from(column: &'a model::Column) -> Self {
        let model::Column { shows, heading } = column;
        let shows = match shows {
            model::Shows::Reference => Shows::Reference,
            model::Shows::Description => Shows::Description,
            model::Shows::Owners => Shows::Owners,
            model::Shows::When => Shows::When,
            model::Shows::Kpis => Shows::Kpis,
            model::Shows::Milestones => Shows::Milestones,
            model::Shows::Progress => Shows::Progress,
            model::Shows::Status => Shows::Status,
            model::Shows::Own(id) => Shows::Own(Words::written(id)),
        };
        Self { shows, heading: Words::of(heading) }
    }
}

impl<'a> From<&'a model::Status> for Status<'a> {
    fn from(status: &'a model::Status) -> Self {
        let model::Status { id, word, letter, colour, shape, meaning } = status;
        Self {
            id: Words::written(id),
            word: Words::of(word),
            letter: Words::of(letter),
            colour: Words::written(&colour.hex()),
            shape: match shape {
                model::Shape::Square => Shape::Square,
                model::Shape::Disc => Shape::Disc,
                model::Shape::Triangle => Shape::Triangle,
                model::Shape::Diamond => Shape::Diamond,
                model::Shape::Ring => Shape::Ring,
            },
            meaning: match meaning {
                model::Meaning::Complete => Meaning::Complete,
                model::Meaning::OnTrack => Meaning::OnTrack,
                model::Meaning::AtRisk => Meaning::AtRisk,
                model::Meaning::OffTrack => Meaning::OffTrack,
                model::Meaning::NotStarted => Meaning::NotStarted,
            },
        }
    }
}

impl<'a> From<&'a model::Owner> for Owner<'a> {
    fn from(owner: &'a model::Owner) -> Self {
        let model::Owner { id, name, also, email } = owner;
        Self {
            id: Words::written(id),
            name: Words::of(name),
            also: also.iter().map(|name| Words::of(name)).collect(),
            email: Words::of(email),
        }
    }
}

impl<'a> From<&'a model::Grid> for Grid<'a> {
    fn from(grid: &'a model::Grid) -> Self {
        let model::Grid { id, reference, title, priorities_heading, priorities, objectives } = grid;
        let line = |one: &'a model::Priority| Line { id: Words::written(&one.id), text: Words::of(&one.text) };
        Self {
            id: Words::written(id),
            reference: Words::of(reference),
            title: Words::of(title),
            priorities_heading: Words::of(priorities_heading),
            priorities: priorities.iter().map(line).collect(),
            objectives: all(objectives),
        }
    }
}

impl<'a> From<&'a model::Objective> for Objective<'a> {
    fn from(objective: &'a model::Objective) -> Self {
        let model::Objective { id, reference, statement, actions, outcomes } = objective;
        let line = |one: &'a model::Outcome| Line { id: Words::written(&one.id), text: Words::of(&one.text) };
        Self {
            id: Words::written(id),
            reference: Words::of(reference),
            statement: Words::of(statement),
            actions: all(actions),
            outcomes: outcomes.iter().map(line).collect(),
        }
    }
}

impl<'a> From<&'a model::Action> for Action<'a> {
    fn from(action: &'a model::Action) -> Self {
        let model::Action { id, description, owners, when, kpis, milestones, updates, status, own } = action;
        let names = || owners.names().iter().map(|name| Words::of(name)).collect();
        Self {
            id: Words::written(id),
            description: Words::of(description),
            owners: Words::of(owners.written()),
            owners_read_as: owners.is_overruled().then(names),
            when: Words::of(when.written()),
            when_read_as: overruled(when),
            status: status_id(*status),
            kpis: all(kpis),
            milestones: all(milestones),
            updates: all(updates),
            own: own
                .iter()
                .map(|(column, text)| OwnCell { column: Words::written(column), text: Words::of(text) })
                .collect(),
        }
    }
}

impl<'a> From<&'a model::Milestone> for Milestone<'a> {
    fn from(milestone: &'a model::Milestone) -> Self {
        Self {
            id: Words::written(&milestone.id),
            beside: milestone.beside().map(|when| Words::of(when.written())),
            beside_read_as: milestone.beside().and_then(overruled),
            event: milestone.event().map_or_else(Words::default, |id| Words::written(&id)),
            text: Words::of(milestone.text()),
        }
    }
}

impl<'a> From<&'a model::Update> for Update<'a> {
    fn from(update: &'a model::Update) -> Self {
        let model::Update { id, on, by, text, status } = update;
        Self {
            id: Words::written(id),
            on: on.map_or_else(Words::default, |day| Words::written(&day)),
            by: Words::of(by),
            status: status_id(*status),
            text: Words::of(text),
        }
    }
}
