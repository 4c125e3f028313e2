//! Version 1 of the file, as types: what is written, under which names, in which order.
//!
//! It must not use the model's types, so that a change there cannot change the file unseen; `from_plan`
//! and `to_plan` are the only bridges. Every text is borrowed, on the way out from the plan and on the
//! way in from the file: nothing is copied twice, and a flaw found later can still be placed.

mod accepted;
mod from_plan;
mod measure;
mod reading;
mod records;
mod to_actions;
mod to_front;
mod to_plan;
mod words;

use serde::{Deserialize, Serialize};

pub(super) use accepted::Accepted;
pub(super) use measure::Kpi;
pub(super) use reading::Reading;
pub(super) use records::{Action, Grid, Line, Milestone, Objective, OwnCell, Update};
pub(super) use to_plan::{Flaw, to_plan};
pub(super) use words::{Words, given};

/// The records that are written one field a line. All others stand on one line each.
pub(super) const ONE_FIELD_A_LINE: [&str; 7] = ["File", "Plan", "Headings", "Grid", "Objective", "Action", "Issued"];

/// The whole file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct File<'a> {
    pub(crate) version: u32,
    pub(crate) plan: Plan<'a>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Plan<'a> {
    pub(crate) title: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) partnership: Words<'a>,
    pub(crate) period: Period<'a>,
    pub(crate) status: PlanStatus,
    /// The plan's own version label, which has nothing to do with the version of the file.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) version_label: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) marking: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) front_matter: Words<'a>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) meetings: Vec<Meeting<'a>>,
    #[serde(default, skip_serializing_if = "Headings::is_empty")]
    pub(crate) headings: Headings<'a>,
    pub(crate) columns: Vec<Column<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) statuses: Vec<Status<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) directory: Vec<Owner<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) grids: Vec<Grid<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) notes: Vec<Line<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) accepted: Vec<Accepted<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) issued: Vec<Issued<'a>>,
}

/// A pack that was issued, with the plan as it was then.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Issued<'a> {
    pub(crate) id: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) meeting: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) board: Words<'a>,
    pub(crate) as_at: Words<'a>,
    pub(crate) said: Plan<'a>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Period<'a> {
    pub(crate) label: Words<'a>,
    pub(crate) from: Words<'a>,
    pub(crate) to: Words<'a>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) enum PlanStatus {
    Draft,
    ForDecision,
    Agreed,
    Closed,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Meeting<'a> {
    pub(crate) id: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) name: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) when: Words<'a>,
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub(crate) when_read_as: Option<Reading<'a>>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Headings<'a> {
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) priorities: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) delivery_plan: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) outcomes: Words<'a>,
}

impl Headings<'_> {
    fn is_empty(&self) -> bool {
        self.priorities.is_empty() && self.delivery_plan.is_empty() && self.outcomes.is_empty()
    }
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Column<'a> {
    pub(crate) shows: Shows<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) heading: Words<'a>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
pub(super) enum Shows<'a> {
    Reference,
    Description,
    Owners,
    When,
    Kpis,
    Milestones,
    Progress,
    Status,
    /// A column of the plan's own, by its id.
    Own(Words<'a>),
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Status<'a> {
    pub(crate) id: Words<'a>,
    pub(crate) word: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) letter: Words<'a>,
    pub(crate) colour: Words<'a>,
    pub(crate) shape: Shape,
    pub(crate) meaning: Meaning,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) enum Shape {
    Square,
    Disc,
    Triangle,
    Diamond,
    Ring,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) enum Meaning {
    Complete,
    OnTrack,
    AtRisk,
    OffTrack,
    NotStarted,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Owner<'a> {
    pub(crate) id: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) name: Words<'a>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) also: Vec<Words<'a>>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) email: Words<'a>,
}
