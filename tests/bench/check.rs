//! The check: every rule over the whole plan.

use std::hint::black_box;

use criterion::Criterion;
use planning_grid::check::check;

use super::both;

pub(crate) fn measure(criterion: &mut Criterion) {
    for (name, plan) in both() {
        let mut group = criterion.benchmark_group(format!("check, {name}"));
        let met = plan.meetings.first().and_then(|meeting| meeting.when.reading().due());
        let as_at = met.unwrap_or(plan.period.from);
        group.bench_function("all rules", |bencher| bencher.iter(|| check(black_box(&plan), as_at)));
        group.finish();
    }
}
