//! What always holds of a plan. Loading a file ends here, and tests ask after every edit.

use std::collections::BTreeSet;

use super::action::{Action, Milestone};
use super::ids::{ColumnId, RecordId, StatusId};
use super::plan::Plan;

/// A rule that a plan breaks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BrokenInvariant {
    /// Two records have one id.
    #[error("two records share the id {0:?}")]
    SharedId(RecordId),
    /// Two statuses have one id.
    #[error("two statuses share the id {0:?}")]
    SharedStatusId(StatusId),
    /// A record names a status the scheme does not have.
    #[error("{0:?} has a status that is not in the plan's scheme")]
    UnknownStatus(RecordId),
    /// There is no column, or one twice.
    #[error("a form needs at least one column, and each column only once")]
    BadColumns,
    /// The period ends before it starts.
    #[error("the plan's period ends before it starts")]
    PeriodBackwards,
    /// A reading is not that of its words.
    #[error("{0:?} holds a reading that is not that of its words")]
    StaleReading(RecordId),
    /// An empty cell of the plan's own column is kept as if it had text.
    #[error("{0:?} keeps an empty cell for {1:?}")]
    EmptyOwnCell(RecordId, ColumnId),
    /// A finding is kept as accepted without a reason.
    #[error("a finding of the rule {0} is kept as accepted without a reason")]
    NoReason(String),
    /// What a pack said holds packs of its own.
    #[error("{0:?} holds issued packs of its own")]
    IssuedInIssued(RecordId),
    /// An empty figure of a quarter is kept as if it were written.
    #[error("{0:?} keeps an empty figure")]
    EmptyFigure(RecordId),
}

/// Checks every invariant of a plan.
///
/// # Errors
/// Names the first rule that does not hold.
pub fn check(plan: &Plan) -> Result<(), BrokenInvariant> {
    let mut seen = BTreeSet::new();
    let mut shared = None;
    plan.visit_ids(&mut |id| {
        if !seen.insert(id) {
            shared.get_or_insert(id);
        }
    });
    if let Some(id) = shared {
        return Err(BrokenInvariant::SharedId(id));
    }
    let mut statuses = BTreeSet::new();
    for status in &plan.statuses {
        if !statuses.insert(status.id) {
            return Err(BrokenInvariant::SharedStatusId(status.id));
        }
    }
    let mut columns = BTreeSet::new();
    let twice = plan.columns.iter().any(|column| !columns.insert(format!("{:?}", column.shows)));
    if twice || plan.columns.is_empty() {
        return Err(BrokenInvariant::BadColumns);
    }
    if plan.period.to < plan.period.from {
        return Err(BrokenInvariant::PeriodBackwards);
    }
    for meeting in &plan.meetings {
        if meeting.when != meeting.when.reread(&plan.period) {
            return Err(BrokenInvariant::StaleReading(RecordId::Meeting(meeting.id)));
        }
    }
    if let Some((finding, _)) = plan.accepted.iter().find(|(_, reason)| reason.is_empty()) {
        return Err(BrokenInvariant::NoReason(finding.rule.clone()));
    }
    for issued in &plan.issued {
        if !issued.said.issued.is_empty() {
            return Err(BrokenInvariant::IssuedInIssued(RecordId::Issued(issued.id)));
        }
        check(&issued.said)?;
    }
    plan.actions().try_for_each(|action| check_action(plan, action, &statuses))
}

fn check_action(plan: &Plan, action: &Action, statuses: &BTreeSet<StatusId>) -> Result<(), BrokenInvariant> {
    let id = RecordId::Action(action.id);
    let known = |status: Option<StatusId>| status.is_none_or(|status| statuses.contains(&status));
    if !known(action.status) {
        return Err(BrokenInvariant::UnknownStatus(id));
    }
    if let Some(update) = action.updates.iter().find(|update| !known(update.status)) {
        return Err(BrokenInvariant::UnknownStatus(RecordId::Update(update.id)));
    }
    if action.when != action.when.reread(&plan.period) || action.owners != action.owners.reread(&plan.directory) {
        return Err(BrokenInvariant::StaleReading(id));
    }
    if let Some((column, _)) = action.own.iter().find(|(_, text)| text.is_empty()) {
        return Err(BrokenInvariant::EmptyOwnCell(id, *column));
    }
    if let Some(kpi) = action.kpis.iter().find(|kpi| kpi.measure.actuals.values().any(String::is_empty)) {
        return Err(BrokenInvariant::EmptyFigure(RecordId::Kpi(kpi.id)));
    }
    let stale = |milestone: &&Milestone| **milestone != milestone.reread(&plan.period);
    match action.milestones.iter().find(stale) {
        Some(milestone) => Err(BrokenInvariant::StaleReading(RecordId::Milestone(milestone.id))),
        None => Ok(()),
    }
}
