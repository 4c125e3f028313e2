//! A plan as bytes, and the check that ends its reading.

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use planning_grid::model::invariants;
use planning_grid::store;

use super::both;

pub(crate) fn measure(criterion: &mut Criterion) {
    for (name, plan) in both() {
        let mut group = criterion.benchmark_group(format!("file, {name}"));
        group.sample_size(10);
        let bytes = store::to_bytes(&plan).expect("bytes");
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function("read", |bencher| bencher.iter(|| store::parse(black_box(&bytes), "plan.ron")));
        group.bench_function("write", |bencher| bencher.iter(|| store::to_bytes(black_box(&plan))));
        group.bench_function("check of invariants", |bencher| bencher.iter(|| invariants::check(black_box(&plan))));
        group.finish();
    }
}
