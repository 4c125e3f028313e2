//! How fast the program is, with Oldham's 68 actions and with a generated plan of 10,000.
//!
//! `cargo bench --bench speed` runs all of it in about six minutes; `-- frame` or another word of a name
//! runs a part. Below Criterion's own figures, lines that begin with `=` hold what the goals are about: the
//! 95th percentile of a frame, and an export beside the same cells written by `rust_xlsxwriter` alone.
#![expect(clippy::expect_used, reason = "a bench may stop where it stands")]

mod check;
mod dates;
mod export;
mod file;
mod frames;
mod intake;
#[path = "../suite/support/plans.rs"]
mod plans;
mod search;
mod times;

use std::time::Duration;

use criterion::Criterion;
use planning_grid::model::Plan;
use planning_grid::store::{self, Sample};

/// How many actions the large plan has.
const LARGE: usize = 10_000;

/// The sample of Oldham.
fn oldham() -> Plan {
    store::parse(Sample::Oldham.bytes(), "Oldham").expect("a plan")
}

/// The two plans that everything is measured with, and what to call them.
fn both() -> [(&'static str, Plan); 2] {
    [("oldham", oldham()), ("10,000 actions", plans::plan_of(LARGE))]
}

fn main() {
    let short = Criterion::default().warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(4));
    let mut criterion = short.configure_from_args();
    file::measure(&mut criterion);
    search::measure(&mut criterion);
    check::measure(&mut criterion);
    dates::measure(&mut criterion);
    export::measure(&mut criterion);
    intake::measure(&mut criterion);
    frames::measure(&mut criterion);
    criterion.final_summary();
}
