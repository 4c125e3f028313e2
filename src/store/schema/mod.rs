//! Version 1 of the file, as types: what is written, under which names, in which order.
//!
//! It must not use the model's types, so that a change there cannot change the file unseen; `from_plan`
//! and `to_plan` are the only bridges. Every text is borrowed, on the way out from the plan and on the
//! way in from the file: nothing is copied twice, and a flaw found later can still be placed.

mod from_plan;
mod reading;
mod to_plan;
mod words;

use serde::{Deserialize, Serialize};

pub(super) use reading::Reading;
pub(super) use to_plan::{Flaw, to_plan};
pub(super) use words::{Words, given};

/// The records that are written one field a line. All others stand on one line each.
pub(super) const ONE_FIELD_A_LINE: [&str; 6] = ["File", "Plan", "Headings", "Grid", "Objective", "Action"];

/// The whole file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct File<'a> {
    pub version: u32,
    pub plan: Plan<'a>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Plan<'a> {
    pub title: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub partnership: Words<'a>,
    pub period: Period<'a>,
    pub status: PlanStatus,
    /// The plan's own version label, which has nothing to do with the version of the file.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub version_label: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub marking: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub front_matter: Words<'a>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meetings: Vec<Meeting<'a>>,
    #[serde(default, skip_serializing_if = "Headings::is_empty")]
    pub headings: Headings<'a>,
    pub columns: Vec<Column<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<Status<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub directory: Vec<Owner<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grids: Vec<Grid<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Line<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Period<'a> {
    pub label: Words<'a>,
    pub from: Words<'a>,
    pub to: Words<'a>,
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
    pub id: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub name: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub when: Words<'a>,
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub when_read_as: Option<Reading<'a>>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Headings<'a> {
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub priorities: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub delivery_plan: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub outcomes: Words<'a>,
}

impl Headings<'_> {
    fn is_empty(&self) -> bool {
        self.priorities.is_empty() && self.delivery_plan.is_empty() && self.outcomes.is_empty()
    }
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Column<'a> {
    pub shows: Shows<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub heading: Words<'a>,
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
    pub id: Words<'a>,
    pub word: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub letter: Words<'a>,
    pub colour: Words<'a>,
    pub shape: Shape,
    pub meaning: Meaning,
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
    pub id: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub name: Words<'a>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Words<'a>>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub email: Words<'a>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Grid<'a> {
    pub id: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub reference: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub title: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub priorities_heading: Words<'a>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub priorities: Vec<Line<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objectives: Vec<Objective<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Objective<'a> {
    pub id: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub reference: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub statement: Words<'a>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Action<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<Line<'a>>,
}

/// A record that is one line of text: a key priority, an expected outcome, a KPI, a note.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Line<'a> {
    pub id: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub text: Words<'a>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Action<'a> {
    pub id: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub description: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub owners: Words<'a>,
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub owners_read_as: Option<Vec<Words<'a>>>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub when: Words<'a>,
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub when_read_as: Option<Reading<'a>>,
    /// The id of a status of the plan's scheme, or nothing.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub status: Words<'a>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kpis: Vec<Line<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<Milestone<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub updates: Vec<Update<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own: Vec<OwnCell<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Milestone<'a> {
    pub id: Words<'a>,
    /// The date given beside the words; absent where the words alone count.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub beside: Option<Words<'a>>,
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub beside_read_as: Option<Reading<'a>>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub text: Words<'a>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Update<'a> {
    pub id: Words<'a>,
    /// The day it speaks for, or nothing.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub on: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub by: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub status: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub text: Words<'a>,
}

/// A cell of one of the plan's own columns.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct OwnCell<'a> {
    pub column: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub text: Words<'a>,
}
