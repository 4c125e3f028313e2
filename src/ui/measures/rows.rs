//! Which measures the page lists, and in what order. While figures are typed a row stays where it is, whatever it
//! comes to: the next figure is typed where the person looks.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use crate::model::{Kpi, KpiId, Plan, Standing};
use crate::report::{Against, measure_standing};

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Order {
    /// As in the plan.
    #[default]
    Plan,
    /// What is below its target first.
    BelowFirst,
}

/// A KPI, by where it stands in one state of the plan.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) kpi: KpiId,
    grid: usize,
    objective: usize,
    action: usize,
    index: usize,
}

impl Row {
    /// The KPI with where its action stands, and its number in that action from 1.
    pub(super) fn of(self, plan: &Plan) -> Option<(Standing<'_>, &Kpi, usize)> {
        let standing = plan.standing_at(self.grid, self.objective, self.action)?;
        let kpi = standing.action.kpis.get(self.index)?;
        Some((standing, kpi, self.index + 1))
    }
}

/// What the rows were worked out for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key {
    revision: u64,
    as_at: NaiveDate,
}

/// The rows of the page.
#[derive(Debug, Default)]
pub(super) struct Rows {
    of: Option<Key>,
    pub(super) listed: Vec<Row>,
    /// How many KPIs have figures, and how many there are.
    pub(super) with_figures: usize,
    pub(super) all: usize,
    pub(super) below: usize,
}

impl Rows {
    /// Puts the rows in order anew when it is asked for next.
    pub(super) fn forget(&mut self) {
        self.of = None;
        self.listed.clear();
    }

    /// Works the rows out anew where the plan or the day is another. Those that are listed stay, in their order.
    pub(super) fn refresh(&mut self, plan: &Plan, revision: u64, as_at: NaiveDate, order: Order, shows_all: bool) {
        let key = Key { revision, as_at };
        if self.of == Some(key) {
            return;
        }
        let held: HashMap<KpiId, usize> = self.listed.iter().enumerate().map(|(at, row)| (row.kpi, at)).collect();
        let is_fresh = self.of.is_none_or(|of| of.as_at != as_at);
        self.of = Some(key);
        (self.with_figures, self.all, self.below) = (0, 0, 0);
        let mut below = BTreeSet::new();
        let mut rows = Vec::new();
        for standing in plan.standings() {
            for (index, kpi) in standing.action.kpis.iter().enumerate() {
                let has_figures = !kpi.measure.is_blank();
                self.all += 1;
                self.with_figures += usize::from(has_figures);
                if has_figures && measure_standing(&kpi.measure, &plan.period, as_at).against == Against::Below {
                    below.insert(kpi.id);
                }
                if has_figures || shows_all || (held.contains_key(&kpi.id) && !is_fresh) {
                    rows.push(Row {
                        kpi: kpi.id,
                        grid: standing.grid_index,
                        objective: standing.objective_index,
                        action: standing.action_index,
                        index,
                    });
                }
            }
        }
        self.below = below.len();
        let is_known = !is_fresh && rows.iter().all(|row| held.contains_key(&row.kpi));
        if is_known {
            rows.sort_by_key(|row| held.get(&row.kpi));
        } else if order == Order::BelowFirst {
            rows.sort_by_key(|row| !below.contains(&row.kpi));
        }
        self.listed = rows;
    }
}
