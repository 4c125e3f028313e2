//! What a plan is: grids, objectives, actions, milestones, owners, statuses, and the edits between one
//! state of a plan and the next.
//!
//! Reading order: [`plan`], [`action`], [`edit`], then the rest.
//!
//! *Architecture invariant:* nothing here knows of files, windows or the clock. A [`Plan`] whose
//! [`invariants`] hold is turned by [`Plan::apply`] into another whose invariants hold, or left untouched.

pub mod accepted;
pub mod action;
pub mod columns;
pub mod edit;
pub mod ids;
pub mod invariants;
pub mod issued;
pub mod linking;
pub mod matching;
pub mod measure;
pub mod merge;
pub mod owners;
pub mod place;
pub mod plan;
pub mod rolling;
pub mod search;
pub mod status;

pub use accepted::{AcceptedFinding, Fingerprint};
pub use action::{Action, Kpi, Milestone, Update};
pub use columns::{Column, Shows};
pub use edit::{
    ActionField, Edit, EditError, GridField, MeasureField, MeetingField, MilestoneField, ObjectiveField, OwnerField,
    PlanField, UpdateField,
};
pub use ids::{
    ActionId, ColumnId, EventId, GridId, IdMaker, IssuedId, KpiId, MeetingId, MilestoneId, NoteId, ObjectiveId,
    OutcomeId, OwnerId, PriorityId, RecordId, StatusId, UpdateId,
};
pub use issued::Issued;
pub use measure::{Counted, Direction, Measure};
pub use owners::{Owner, Owners};
pub use place::{Parent, Place, Record};
pub use plan::{Grid, Headings, Meeting, Note, Objective, Outcome, Plan, PlanStatus, Priority, Standing};
pub use status::{Colour, Meaning, Shape, Status};

#[cfg(test)]
mod tests;
