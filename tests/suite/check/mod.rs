//! The check: what it finds in the two real plans, that its fixes and acceptances lead back, and its command.

mod acceptance;
mod command;
mod fixes;
mod properties;
mod true_findings;

use chrono::NaiveDate;
use planning_grid::model::Plan;
use planning_grid::store::{self, Sample};

/// The two samples, and the day each is checked as at.
fn samples() -> [(&'static str, Plan, NaiveDate); 2] {
    let plan = |sample: Sample| store::parse(sample.bytes(), "plan.ron").unwrap();
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    [("oldham", plan(Sample::Oldham), day(2010, 7, 1)), ("tower hamlets", plan(Sample::TowerHamlets), day(2016, 7, 11))]
}
