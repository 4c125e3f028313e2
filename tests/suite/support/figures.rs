//! Figures for the KPIs of a plan.

use planning_grid::model::{Counted, Direction, Edit, MeasureField, Plan};
use planning_grid::report::quarters_of;

/// The plan with figures for the first KPIs: one on target, one below it, one reached, one without a target.
pub(crate) fn measured(mut plan: Plan) -> Plan {
    let quarters = quarters_of(&plan.period);
    let kpis: Vec<_> = plan.actions().flat_map(|action| &action.kpis).map(|kpi| kpi.id).collect();
    let figures = [
        ("50%", "70%", ["61%", "63%"], Direction::Higher, Counted::Level),
        ("", "35,000", ["8,000", "7,150"], Direction::Higher, Counted::Total),
        ("12 days", "8 days", ["9 days", "8 days"], Direction::Lower, Counted::Level),
        ("", "TBC", ["4", "awaited"], Direction::Higher, Counted::Level),
    ];
    let mut edits = Vec::new();
    for (kpi, (baseline, target, actuals, direction, counted)) in kpis.into_iter().zip(figures) {
        edits.extend(
            [
                MeasureField::Baseline(baseline.to_owned()),
                MeasureField::Target(target.to_owned()),
                MeasureField::Direction(direction),
                MeasureField::Counted(counted),
            ]
            .map(|field| Edit::Measure(kpi, field)),
        );
        for (quarter, actual) in quarters.iter().zip(actuals) {
            edits.push(Edit::Measure(kpi, MeasureField::Actual(*quarter, actual.to_owned())));
        }
    }
    plan.apply(Edit::Batch(edits)).expect("figures of KPIs that are there");
    plan
}
