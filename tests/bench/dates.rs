//! Reading one date.

use std::hint::black_box;

use criterion::Criterion;
use planning_grid::dates::{Period, When};

const DEADLINES: [&str; 4] =
    ["30/11/16", "End March 2017", "On a ¼ basis", "Plan developed by 31/07/16 and delivered by 31/03/16"];
const SENTENCE: &str = "Communications plan to be presented to / agreed at July 2016 DAAT Board.";

pub(crate) fn measure(criterion: &mut Criterion) {
    let period = Period::financial_year(2016);
    let mut group = criterion.benchmark_group("one date");
    for written in DEADLINES {
        group.bench_function(written.replace('/', "."), |bencher| {
            bencher.iter(|| When::read(black_box(written), &period));
        });
    }
    group.bench_function("in a sentence", |bencher| {
        bencher.iter(|| When::in_sentence(black_box(SENTENCE), &period));
    });
    group.finish();
}
