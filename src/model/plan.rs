//! The plan: its front page, its grids and what stands in them.

use std::collections::BTreeMap;

use super::accepted::AcceptedFinding;
use super::action::{Action, Milestone};
use super::columns::{Column, Shows};
use super::ids::{ActionId, GridId, IdMaker, MeetingId, NoteId, ObjectiveId, OutcomeId, PriorityId, StatusId};
use super::issued::Issued;
use super::owners::{Owner, same_name};
use super::status::{Status, default_scheme};
use crate::dates::{Period, When};

/// One partnership's plan for one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Its title, as on the cover.
    pub title: String,
    /// Whose plan it is.
    pub partnership: String,
    /// What it runs over; days and months without a year are read by it.
    pub period: Period,
    /// How far it has come.
    pub status: PlanStatus,
    /// The version as people say it ("v0.3"), or nothing.
    pub version: String,
    /// The protective marking ("OFFICIAL-SENSITIVE"), or nothing.
    pub marking: String,
    /// Lines that stand before the first grid, as written.
    pub front_matter: String,
    /// The boards it goes to, in the order entered.
    pub meetings: Vec<Meeting>,
    /// What the plan calls its parts.
    pub headings: Headings,
    /// The columns of its forms, in order. Never empty.
    pub columns: Vec<Column>,
    /// Its status scheme.
    pub statuses: Vec<Status>,
    /// Its owner directory.
    pub directory: Vec<Owner>,
    /// Its grids, in order.
    pub grids: Vec<Grid>,
    /// Notes about the plan itself, such as what was unclear when it was brought in.
    pub notes: Vec<Note>,
    /// What was found in it and left as it is, with the reason, which is never empty. Of a record that is no longer
    /// there it is kept: undo may bring that back.
    pub accepted: BTreeMap<AcceptedFinding, String>,
    /// The packs that were issued, in the order of issuing. What they hold has no issued packs of its own.
    pub issued: Vec<Issued>,
}

/// How far a plan has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlanStatus {
    /// Being written.
    Draft,
    /// Before a board.
    ForDecision,
    /// Agreed by the board.
    Agreed,
    /// Its year is over.
    Closed,
}

impl PlanStatus {
    /// Every status, in the order a plan goes through them.
    pub const ALL: [Self; 4] = [Self::Draft, Self::ForDecision, Self::Agreed, Self::Closed];

    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Draft => "Draft",
            Self::ForDecision => "For decision",
            Self::Agreed => "Agreed",
            Self::Closed => "Closed",
        }
    }
}

/// What a plan calls its parts. Every heading is the plan's own words; where it is empty the form has no
/// place to add such a part, though what is there is always shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headings {
    /// Over a grid's needs statement.
    pub priorities: String,
    /// Over an objective's actions; may be empty.
    pub delivery_plan: String,
    /// Over an objective's expected outcomes.
    pub outcomes: String,
}

/// A board meeting the plan goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// Which board ("DAAT Board").
    pub name: String,
    /// When it meets.
    pub when: When,
}

/// A top part of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// Its id.
    pub id: GridId,
    /// What stands before its title ("Planning grid 1"), or nothing.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// The sentence that opens its needs statement, or nothing: the plan's own heading is then used.
    pub priorities_heading: String,
    /// Its numbered key priorities.
    pub priorities: Vec<Priority>,
    /// Its objectives.
    pub objectives: Vec<Objective>,
}

impl Grid {
    /// A grid with nothing in it yet.
    #[must_use]
    pub fn blank(id: GridId) -> Self {
        Self {
            id,
            reference: String::new(),
            title: String::new(),
            priorities_heading: String::new(),
            priorities: Vec::new(),
            objectives: Vec::new(),
        }
    }

    /// Its reference and title as one heading: "Planning grid 1: Commissioning".
    #[must_use]
    pub fn full_title(&self) -> String {
        match (self.reference.is_empty(), self.title.is_empty()) {
            (true, _) => self.title.clone(),
            (false, true) => self.reference.clone(),
            (false, false) => format!("{}: {}", self.reference, self.title),
        }
    }

    /// Its actions, in order.
    pub fn actions(&self) -> impl Iterator<Item = &Action> {
        self.objectives.iter().flat_map(|objective| &objective.actions)
    }
}

/// A numbered line of a grid's needs statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priority {
    /// Its id.
    pub id: PriorityId,
    /// The line, without its number.
    pub text: String,
}

/// An objective (a commitment, in an action plan).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objective {
    /// Its id.
    pub id: ObjectiveId,
    /// Its reference ("Objective 3", "PBC2"), or nothing where it has none.
    pub reference: String,
    /// Its statement.
    pub statement: String,
    /// Its delivery plan.
    pub actions: Vec<Action>,
    /// Its expected outcomes.
    pub outcomes: Vec<Outcome>,
}

impl Objective {
    /// An objective with nothing in it yet.
    #[must_use]
    pub fn blank(id: ObjectiveId) -> Self {
        Self { id, reference: String::new(), statement: String::new(), actions: Vec::new(), outcomes: Vec::new() }
    }
}

/// An expected outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Its id.
    pub id: OutcomeId,
    /// The line.
    pub text: String,
}

/// A note about the plan itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// The words.
    pub text: String,
}

/// Where an action stands: the grid and objective it is in, and their positions from 0.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'plan> {
    /// The grid it is in.
    pub grid: &'plan Grid,
    /// The grid's position in the plan.
    pub grid_index: usize,
    /// The objective it is in.
    pub objective: &'plan Objective,
    /// The objective's position in the grid.
    pub objective_index: usize,
    /// The action.
    pub action: &'plan Action,
    /// The action's position in the objective.
    pub action_index: usize,
}

impl Standing<'_> {
    /// The action's reference, worked out from where it stands. An objective with a reference of one
    /// word gives "PBC2.1"; any other is numbered through: "1.3.2".
    #[must_use]
    pub fn reference(&self) -> String {
        let reference = self.objective.reference.trim();
        let number = self.action_index + 1;
        if reference.is_empty() || reference.contains(char::is_whitespace) {
            format!("{}.{}.{number}", self.grid_index + 1, self.objective_index + 1)
        } else {
            format!("{reference}.{number}")
        }
    }
}

impl Plan {
    /// A plan with a title, a period, the default status scheme, one description column and no grids.
    #[must_use]
    pub fn blank(title: impl Into<String>, period: Period, ids: &mut IdMaker) -> Self {
        Self {
            title: title.into(),
            partnership: String::new(),
            period,
            status: PlanStatus::Draft,
            version: String::new(),
            marking: String::new(),
            front_matter: String::new(),
            meetings: Vec::new(),
            headings: Headings {
                priorities: "Key priorities".to_owned(),
                delivery_plan: "Delivery plan".to_owned(),
                outcomes: "Expected outcomes".to_owned(),
            },
            columns: vec![Column { shows: Shows::Description, heading: "Action".to_owned() }],
            statuses: default_scheme(ids),
            directory: Vec::new(),
            grids: Vec::new(),
            notes: Vec::new(),
            accepted: BTreeMap::new(),
            issued: Vec::new(),
        }
    }

    /// Every action in order, with where it stands.
    pub fn standings(&self) -> impl Iterator<Item = Standing<'_>> {
        self.grids.iter().enumerate().flat_map(|(grid_index, grid)| {
            grid.objectives.iter().enumerate().flat_map(move |(objective_index, objective)| {
                objective.actions.iter().enumerate().map(move |(action_index, action)| Standing {
                    grid,
                    grid_index,
                    objective,
                    objective_index,
                    action,
                    action_index,
                })
            })
        })
    }

    /// Every action in order.
    pub fn actions(&self) -> impl Iterator<Item = &Action> {
        self.grids.iter().flat_map(Grid::actions)
    }

    /// The action at these positions, from 0; `None` where nothing stands there. In constant time.
    #[must_use]
    pub fn standing_at(&self, grid_index: usize, objective_index: usize, action_index: usize) -> Option<Standing<'_>> {
        let grid = self.grids.get(grid_index)?;
        let objective = grid.objectives.get(objective_index)?;
        let action = objective.actions.get(action_index)?;
        Some(Standing { grid, grid_index, objective, objective_index, action, action_index })
    }

    /// Where an action stands; `None` if the plan has no such action.
    #[must_use]
    pub fn standing(&self, id: ActionId) -> Option<Standing<'_>> {
        self.standings().find(|standing| standing.action.id == id)
    }

    /// The action with this id.
    #[must_use]
    pub fn action(&self, id: ActionId) -> Option<&Action> {
        self.actions().find(|action| action.id == id)
    }

    /// The grid with this id.
    #[must_use]
    pub fn grid(&self, id: GridId) -> Option<&Grid> {
        self.grids.iter().find(|grid| grid.id == id)
    }

    /// The objective with this id.
    #[must_use]
    pub fn objective(&self, id: ObjectiveId) -> Option<&Objective> {
        self.grids.iter().flat_map(|grid| &grid.objectives).find(|objective| objective.id == id)
    }

    /// The status of the scheme with this id.
    #[must_use]
    pub fn status_of(&self, id: Option<StatusId>) -> Option<&Status> {
        let id = id?;
        self.statuses.iter().find(|status| status.id == id)
    }

    /// The body or person in the directory that is written as `name`.
    #[must_use]
    pub fn owner_called(&self, name: &str) -> Option<&Owner> {
        self.directory.iter().find(|owner| owner.is_called(name))
    }

    /// The name to count `written` under: the directory's where it has one, the words themselves
    /// otherwise.
    #[must_use]
    pub fn owner_name<'plan>(&'plan self, written: &'plan str) -> &'plan str {
        self.owner_called(written).map_or(written, |owner| owner.name.as_str())
    }

    /// Whether an action belongs to the owner that is counted under `name`.
    #[must_use]
    pub fn is_owned_by(&self, action: &Action, name: &str) -> bool {
        action.owners.names().iter().any(|written| same_name(self.owner_name(written), name))
    }

    /// The heading of the column that shows this, or the default one.
    #[must_use]
    pub fn heading_of(&self, shows: Shows) -> &str {
        self.columns
            .iter()
            .find(|column| column.shows == shows)
            .map_or(shows.default_heading(), |column| column.heading.as_str())
    }

    /// Whether the plan's forms have this column.
    #[must_use]
    pub fn has_column(&self, shows: Shows) -> bool {
        self.columns.iter().any(|column| column.shows == shows)
    }

    /// Reads every date and owner cell again, for when the period or the directory changed. Words and
    /// overrulings stay as they are.
    pub(super) fn reread(&mut self) {
        for meeting in &mut self.meetings {
            meeting.when = meeting.when.reread(&self.period);
        }
        let actions = self.grids.iter_mut().flat_map(|grid| &mut grid.objectives).flat_map(|one| &mut one.actions);
        for action in actions {
            action.when = action.when.reread(&self.period);
            action.owners = action.owners.reread(&self.directory);
            for milestone in &mut action.milestones {
                *milestone = Milestone::reread(milestone, &self.period);
            }
        }
    }
}
