//! Finding and filtering.

use std::hint::black_box;

use criterion::Criterion;
use planning_grid::model::search::SearchIndex;
use planning_grid::ui::actions::Column;
use planning_grid::ui::actions::filter::{Filters, OwnerPick};
use planning_grid::ui::actions::owner_book::OwnerBook;
use planning_grid::ui::actions::rows::{Query, Rows};
use planning_grid::ui::actions::sort::Sort;

use super::both;

pub(crate) fn measure(criterion: &mut Criterion) {
    for (name, plan) in both() {
        let mut group = criterion.benchmark_group(format!("search, {name}"));
        group.bench_function("index", |bencher| bencher.iter(|| SearchIndex::of(black_box(&plan))));
        let index = SearchIndex::of(&plan);
        for (case, query) in
            [("one letter", "e"), ("two words", "agree young"), ("a phrase", "\"new services\""), ("nothing", "zebra")]
        {
            group.bench_function(format!("query, {case}"), |bencher| bencher.iter(|| index.find(black_box(query))));
        }
        group.bench_function("owners counted", |bencher| bencher.iter(|| OwnerBook::of(black_box(&plan))));
        let book = OwnerBook::of(&plan);
        let owner = book.owners().first().map(|owner| OwnerPick::Named(owner.name.clone()));
        let filters = Filters { owner, overdue: true, ..Filters::default() };
        let by_words = Query { sort: Sort::after_press(None, Column::Description), ..Query::default() };
        let by_filter = Query { filters, sort: Sort::after_press(None, Column::Late), ..Query::default() };
        for (case, query) in [("every action sorted by its words", by_words), ("one owner's overdue", by_filter)] {
            group.bench_function(format!("rows, {case}"), |bencher| {
                bencher.iter(|| Rows::of(black_box(&plan), &query, plan.period.to, None, None, &book));
            });
        }
        group.finish();
    }
}
