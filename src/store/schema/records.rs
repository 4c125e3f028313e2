//! Version 1 of the file, continued: grids and what stands in them.

use serde::{Deserialize, Serialize};

use super::{Kpi, Reading, Words, given};

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::store) struct Grid<'a> {
    pub(crate) id: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) reference: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) title: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) priorities_heading: Words<'a>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) priorities: Vec<Line<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) objectives: Vec<Objective<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::store) struct Objective<'a> {
    pub(crate) id: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) reference: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) statement: Words<'a>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) actions: Vec<Action<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) outcomes: Vec<Line<'a>>,
}

/// A record that is one line of text: a key priority, an expected outcome, a note.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::store) struct Line<'a> {
    pub(crate) id: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) text: Words<'a>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::store) struct Action<'a> {
    pub(crate) id: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) description: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) owners: Words<'a>,
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub(crate) owners_read_as: Option<Vec<Words<'a>>>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) when: Words<'a>,
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub(crate) when_read_as: Option<Reading<'a>>,
    /// The id of a status of the plan's scheme, or nothing.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) status: Words<'a>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) kpis: Vec<Kpi<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) milestones: Vec<Milestone<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) updates: Vec<Update<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) own: Vec<OwnCell<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::store) struct Milestone<'a> {
    pub(crate) id: Words<'a>,
    /// The date given beside the words; absent where the words alone count.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub(crate) beside: Option<Words<'a>>,
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub(crate) beside_read_as: Option<Reading<'a>>,
    /// The event it is with milestones of other actions.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) event: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) text: Words<'a>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::store) struct Update<'a> {
    pub(crate) id: Words<'a>,
    /// The day it speaks for, or nothing.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) on: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) by: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) status: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) text: Words<'a>,
}

/// A cell of one of the plan's own columns.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::store) struct OwnCell<'a> {
    pub(crate) column: Words<'a>,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub(crate) text: Words<'a>,
}
