//! A document brought in again, beside the plan it is of: its rows are the plan's rows, and what was changed in it is
//! told and can be accepted, whole or in part.

mod colleague;
mod examples;
mod large;
mod properties;

use std::sync::Arc;

use planning_grid::model::matching::{Matching, compare};
use planning_grid::model::{IdMaker, Plan};

/// A plan beside a document, on the day of the tests.
pub(crate) fn compared(plan: &Plan, document: &Plan) -> Matching {
    let today = chrono::NaiveDate::from_ymd_opt(2016, 9, 1).expect("a day");
    // The seed of every document: what is new must get other ids all the same.
    compare(&Arc::new(plan.clone()), document, today, &mut IdMaker::new(1))
}

/// The plan with all changes, or with none.
fn with(matching: &Matching, accepted: bool) -> Plan {
    matching.accept(&vec![accepted; matching.changes.len()])
}
