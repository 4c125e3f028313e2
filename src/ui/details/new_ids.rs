//! Ids for what the outbox has no row command for: columns of the plan's own, statuses, owners.
//!
//! New ids are otherwise drawn by the app's [`IdMaker`](crate::model::IdMaker), which a view has not. The
//! number one above the largest in use is as safe *inside one plan*: no record has it, so no cell and no
//! action can speak of it, and a record that undo brings back has a smaller one. It is not as safe as a
//! drawn id between two copies of a plan, where two people may come to the same number for two things;
//! which is why these belong to the app as soon as it has row commands for them.

use crate::model::{ColumnId, OwnerId, Plan, Shows, StatusId, ids};

/// A number that is not among these: one above the largest, or else the smallest that is free.
fn free_number(in_use: &[u64]) -> u64 {
    let above = in_use.iter().max().map_or(1, |largest| largest + 1);
    if above <= ids::LARGEST {
        return above;
    }
    (1..ids::LARGEST).find(|number| !in_use.contains(number)).unwrap_or(0)
}

/// The ids of the plan's own columns: those its forms show, and those its cells still have text for.
fn own_columns(plan: &Plan) -> impl Iterator<Item = ColumnId> {
    let shown = plan.columns.iter().filter_map(|column| match column.shows {
        Shows::Own(id) => Some(id),
        _ => None,
    });
    shown.chain(plan.actions().flat_map(|action| action.own.keys().copied()))
}

/// An id for another column of the plan's own. A column that was taken out but still has text in a cell
/// counts as in use, so that its text never turns up under another heading.
pub(super) fn column(plan: &Plan) -> Option<ColumnId> {
    let in_use: Vec<u64> = own_columns(plan).map(ColumnId::number).collect();
    ColumnId::new(free_number(&in_use))
}

/// An id for another status of the scheme.
pub(super) fn status(plan: &Plan) -> Option<StatusId> {
    let in_use: Vec<u64> = plan.statuses.iter().map(|status| status.id.number()).collect();
    StatusId::new(free_number(&in_use))
}

/// An id for another owner of the directory.
pub(super) fn owner(plan: &Plan) -> Option<OwnerId> {
    let in_use: Vec<u64> = plan.directory.iter().map(|owner| owner.id.number()).collect();
    OwnerId::new(free_number(&in_use))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_number_is_above_all_others_and_never_too_large() {
        assert_eq!(free_number(&[]), 1);
        assert_eq!(free_number(&[3, 9, 4]), 10);
        assert_eq!(free_number(&[ids::LARGEST, 1, 2]), 3);
    }
}
