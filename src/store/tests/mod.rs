//! The store's tests: what is written, what is refused, and what a save does when things fail.

mod backups;
mod bad_files;
mod colleagues;
mod faulty;
mod forever;
mod guards;
mod in_place;
mod journal;
mod large;
mod layout;
mod opening;
mod plans;
mod presence;
mod round_trip;
mod saving;
mod saving_faults;
mod saving_walk;
mod scene;
mod watch;

use crate::dates::Period;
use crate::model::{IdMaker, Plan};
use crate::store::Template;

/// A small plan that every test knows.
fn small_plan() -> Plan {
    let mut plan = Template::PlanningGrid.plan(Period::financial_year(2016), &mut IdMaker::new(1));
    "To write the agreement.\n❖ first\n❖ second".clone_into(&mut plan.grids[0].objectives[0].actions[0].description);
    plan
}
