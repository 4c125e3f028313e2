//! The fields an edit can set, each with its new value, and why an edit may be refused.

use chrono::NaiveDate;

use crate::dates::{Period, Quarter, When};
use crate::model::columns::Column;
use crate::model::ids::{ColumnId, EventId, StatusId};
use crate::model::measure::{Counted, Direction};
use crate::model::owners::Owners;
use crate::model::plan::{Headings, PlanStatus};
use crate::model::status::Status;

/// A field of the plan itself, with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanField {
    /// See [`crate::model::Plan::title`].
    Title(String),
    /// See [`crate::model::Plan::partnership`].
    Partnership(String),
    /// See [`crate::model::Plan::period`]. Every date is read again.
    Period(Period),
    /// See [`crate::model::Plan::status`].
    Status(PlanStatus),
    /// See [`crate::model::Plan::version`].
    Version(String),
    /// See [`crate::model::Plan::marking`].
    Marking(String),
    /// See [`crate::model::Plan::front_matter`].
    FrontMatter(String),
    /// See [`crate::model::Plan::headings`].
    Headings(Headings),
    /// See [`crate::model::Plan::columns`].
    Columns(Vec<Column>),
    /// See [`crate::model::Plan::statuses`].
    Statuses(Vec<Status>),
}

/// A field of a grid, with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GridField {
    /// See [`crate::model::Grid::reference`].
    Reference(String),
    /// See [`crate::model::Grid::title`].
    Title(String),
    /// See [`crate::model::Grid::priorities_heading`].
    PrioritiesHeading(String),
}

/// A field of an objective, with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ObjectiveField {
    /// See [`crate::model::Objective::reference`].
    Reference(String),
    /// See [`crate::model::Objective::statement`].
    Statement(String),
}

/// A field of an action, with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActionField {
    /// See [`crate::model::Action::description`].
    Description(String),
    /// See [`crate::model::Action::owners`]. The names are read by the plan's directory.
    Owners(Owners),
    /// See [`crate::model::Action::when`]. The words are read by the plan's period.
    When(When),
    /// See [`crate::model::Action::status`].
    Status(Option<StatusId>),
    /// The cell of a column of the plan's own; empty text takes it out.
    Own(ColumnId, String),
}

/// A field of a milestone, with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MilestoneField {
    /// See [`crate::model::Milestone::text`].
    Text(String),
    /// See [`crate::model::Milestone::beside`].
    Beside(Option<When>),
    /// See [`crate::model::Milestone::event`].
    Event(Option<EventId>),
}

/// A field of a KPI's measure, with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeasureField {
    /// See [`crate::model::Measure::baseline`].
    Baseline(String),
    /// See [`crate::model::Measure::target`].
    Target(String),
    /// See [`crate::model::Measure::direction`].
    Direction(Direction),
    /// See [`crate::model::Measure::counted`].
    Counted(Counted),
    /// The figure of a quarter; empty text takes it out.
    Actual(Quarter, String),
}

/// A field of a progress update, with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UpdateField {
    /// See [`crate::model::Update::on`].
    On(Option<NaiveDate>),
    /// See [`crate::model::Update::by`].
    By(String),
    /// See [`crate::model::Update::text`].
    Text(String),
    /// See [`crate::model::Update::status`].
    Status(Option<StatusId>),
}

/// A field of a board meeting, with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeetingField {
    /// See [`crate::model::Meeting::name`].
    Name(String),
    /// See [`crate::model::Meeting::when`].
    When(When),
}

/// A field of an owner of the directory, with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnerField {
    /// See [`crate::model::Owner::name`].
    Name(String),
    /// See [`crate::model::Owner::also`].
    Also(Vec<String>),
    /// See [`crate::model::Owner::email`].
    Email(String),
}

/// Why an edit was refused. The plan is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The record is not, or no longer, in the plan.
    #[error("that row is no longer in the plan")]
    NoSuchRecord,
    /// Such a record cannot stand there.
    #[error("that row cannot stand there")]
    NoSuchPlace,
    /// The plan has a record with this id already.
    #[error("that row is in the plan already")]
    IdInUse,
    /// The plan's scheme has no such status.
    #[error("the plan's status scheme has no such status")]
    NoSuchStatus,
    /// Actions or updates still have a status that the new scheme leaves out.
    #[error("some actions still have a status that would be taken out of the scheme")]
    StatusInUse,
    /// A form needs a column, and each column once.
    #[error("a form needs at least one column, and each column only once")]
    BadColumns,
}
