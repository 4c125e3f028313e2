//! What can be merged: the records of a plan, its statuses and columns, and their fields, by identity.
//!
//! It must not know where anything stands in a list.

use super::super::columns::Shows;
use super::super::ids::{ColumnId, RecordId, StatusId};
use crate::dates::Quarter;

/// Something that is merged field by field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The plan itself.
    Plan,
    /// A record.
    Record(RecordId),
    /// A status of the scheme.
    Status(StatusId),
    /// A column of the forms.
    Column(Shows),
}

/// What a list of a plan holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is the record of that name")]
pub enum Kind {
    Meeting,
    Column,
    Status,
    Owner,
    Grid,
    Note,
    Priority,
    Objective,
    Action,
    Outcome,
    Kpi,
    Milestone,
    Update,
    Issued,
}

impl Kind {
    /// Several of them, in words.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Self::Meeting => "meetings",
            Self::Column => "columns",
            Self::Status => "statuses",
            Self::Owner => "owners",
            Self::Grid => "grids",
            Self::Note => "notes",
            Self::Priority => "key priorities",
            Self::Objective => "objectives",
            Self::Action => "actions",
            Self::Outcome => "expected outcomes",
            Self::Kpi => "KPIs",
            Self::Milestone => "milestones",
            Self::Update => "updates",
            Self::Issued => "issued packs",
        }
    }
}

impl Subject {
    /// What it is; `None` for the plan itself.
    #[must_use]
    pub fn kind(self) -> Option<Kind> {
        Some(match self {
            Self::Plan => return None,
            Self::Status(_) => Kind::Status,
            Self::Column(_) => Kind::Column,
            Self::Record(record) => match record {
                RecordId::Grid(_) => Kind::Grid,
                RecordId::Priority(_) => Kind::Priority,
                RecordId::Objective(_) => Kind::Objective,
                RecordId::Action(_) => Kind::Action,
                RecordId::Outcome(_) => Kind::Outcome,
                RecordId::Kpi(_) => Kind::Kpi,
                RecordId::Milestone(_) => Kind::Milestone,
                RecordId::Update(_) => Kind::Update,
                RecordId::Note(_) => Kind::Note,
                RecordId::Meeting(_) => Kind::Meeting,
                RecordId::Owner(_) => Kind::Owner,
                RecordId::Issued(_) => Kind::Issued,
            },
        })
    }

    /// The kinds of list it has, in the order they are merged: what decides how others are read or named
    /// comes first.
    pub(super) fn lists(self) -> &'static [Kind] {
        match self.kind() {
            None => &[Kind::Column, Kind::Status, Kind::Owner, Kind::Meeting, Kind::Note, Kind::Grid, Kind::Issued],
            Some(Kind::Grid) => &[Kind::Priority, Kind::Objective],
            Some(Kind::Objective) => &[Kind::Action, Kind::Outcome],
            Some(Kind::Action) => &[Kind::Kpi, Kind::Milestone, Kind::Update],
            Some(_) => &[],
        }
    }

    /// The number behind its id, by which two sides' additions to one place are put in an order that does
    /// not depend on who merges.
    pub(in crate::model) fn number(self) -> u64 {
        match self {
            Self::Plan => 0,
            Self::Status(id) => id.number(),
            Self::Column(Shows::Own(id)) => id.number(),
            Self::Column(shows) => {
                let at = Shows::STANDARD.iter().position(|standard| *standard == shows);
                at.and_then(|at| u64::try_from(at).ok()).unwrap_or_default()
            }
            Self::Record(record) => match record {
                RecordId::Grid(id) => id.number(),
                RecordId::Priority(id) => id.number(),
                RecordId::Objective(id) => id.number(),
                RecordId::Action(id) => id.number(),
                RecordId::Outcome(id) => id.number(),
                RecordId::Kpi(id) => id.number(),
                RecordId::Milestone(id) => id.number(),
                RecordId::Update(id) => id.number(),
                RecordId::Note(id) => id.number(),
                RecordId::Meeting(id) => id.number(),
                RecordId::Owner(id) => id.number(),
                RecordId::Issued(id) => id.number(),
            },
        }
    }

    /// Its id as the plan file writes it; for a column every plan can have, what it shows.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Plan => "plan".to_owned(),
            Self::Status(id) => id.to_string(),
            Self::Column(Shows::Own(id)) => id.to_string(),
            Self::Column(shows) => format!("{shows:?}").to_lowercase(),
            Self::Record(record) => match record {
                RecordId::Grid(id) => id.to_string(),
                RecordId::Priority(id) => id.to_string(),
                RecordId::Objective(id) => id.to_string(),
                RecordId::Action(id) => id.to_string(),
                RecordId::Outcome(id) => id.to_string(),
                RecordId::Kpi(id) => id.to_string(),
                RecordId::Milestone(id) => id.to_string(),
                RecordId::Update(id) => id.to_string(),
                RecordId::Note(id) => id.to_string(),
                RecordId::Meeting(id) => id.to_string(),
                RecordId::Owner(id) => id.to_string(),
                RecordId::Issued(id) => id.to_string(),
            },
        }
    }
}

/// What of a subject is merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is the field of that name of whatever record has it")]
pub enum Field {
    /// Whether it is there at all.
    Existence,
    /// What it stands in.
    Place,
    /// The order of one of its lists.
    Order(Kind),
    /// Which columns there are, where together the two sides would leave none.
    Columns,
    Title,
    Partnership,
    Period,
    PlanStatus,
    Version,
    Marking,
    FrontMatter,
    PrioritiesHeading,
    DeliveryPlanHeading,
    OutcomesHeading,
    Reference,
    Statement,
    Description,
    Owners,
    When,
    Status,
    /// The cell of a column of the plan's own.
    Own(ColumnId),
    Text,
    /// The date beside a milestone's words.
    Beside,
    /// The event a milestone is with others.
    Event,
    Baseline,
    Target,
    Direction,
    Counted,
    /// The figure of a quarter.
    Actual(Quarter),
    /// What an issued pack said.
    Said,
    /// The day an update speaks for.
    On,
    By,
    Name,
    Also,
    Email,
    Word,
    Letter,
    Colour,
    Shape,
    Meaning,
    Heading,
    /// The reason for which a finding was accepted, by [`super::super::AcceptedFinding::number`].
    Accepted(u64),
}

impl Field {
    /// A word for scripts; that of a column of the plan's own ends in its id.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Order(kind) => format!("order of {}", kind.plural()),
            Self::Own(column) => format!("own {column}"),
            Self::Accepted(number) => format!("accepted finding {number:016x}"),
            Self::Actual(quarter) => quarter.label(),
            Self::PlanStatus => "status".to_owned(),
            Self::FrontMatter => "front matter".to_owned(),
            Self::PrioritiesHeading => "priorities heading".to_owned(),
            Self::DeliveryPlanHeading => "delivery plan heading".to_owned(),
            Self::OutcomesHeading => "outcomes heading".to_owned(),
            other => format!("{other:?}").to_lowercase(),
        }
    }
}
