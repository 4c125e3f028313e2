//! Edits nobody thought of, made of what a person can do.

use planning_grid::model::{
    AcceptedFinding, ActionField, Column, ColumnId, Edit, Fingerprint, Grid, IdMaker, Objective, Parent, Place, Plan,
    RecordId, Shows, UpdateField, invariants,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::written::{front, new_record, typed};
use crate::support::plans::plan_of;

/// Something a person does; what each number chooses depends on the plan.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Type { record: Index, field: Index, words: String },
    Front { field: Index, words: String },
    Status { record: Index, status: Option<Index> },
    Insert { kind: Index, parent: Index, position: usize, words: String, seed: u64 },
    Remove { record: Index },
    Move { record: Index, parent: Index, position: usize },
    Accept { record: Index, rule: usize, reason: String },
}

/// Few enough that both sides often write the same.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[a-z]{4,8}",
        1 => Just(String::new()),
        1 => Just("31 March".to_owned()),
        1 => Just("Police / Trading Standards, Council".to_owned()),
    ]
}

pub(crate) fn step() -> impl Strategy<Value = Step> {
    let index = any::<Index>;
    prop_oneof![
        6 => typing(),
        4 => (index(), words()).prop_map(|(field, words)| Step::Front { field, words }),
        3 => (index(), proptest::option::of(index())).prop_map(|(record, status)| Step::Status { record, status }),
        // Few seeds: the same record is now and then put in by both.
        5 => (index(), index(), 0..5_usize, words(), 0..40_u64)
            .prop_map(|(kind, parent, position, words, seed)| Step::Insert { kind, parent, position, words, seed }),
        4 => index().prop_map(|record| Step::Remove { record }),
        6 => (index(), index(), 0..5_usize)
            .prop_map(|(record, parent, position)| Step::Move { record, parent, position }),
        2 => (index(), 0..2_usize, words())
            .prop_map(|(record, rule, reason)| Step::Accept { record, rule, reason }),
    ]
}

/// Typing alone.
pub(super) fn typing() -> impl Strategy<Value = Step> {
    (any::<Index>(), any::<Index>(), words()).prop_map(|(record, field, words)| Step::Type { record, field, words })
}

pub(crate) fn steps() -> impl Strategy<Value = Vec<Step>> {
    vec(step(), 0..10)
}

/// A plan of two grids, five objectives and 40 actions or fewer, with cells of its own column.
pub(crate) fn start() -> Plan {
    let mut plan = plan_of(18);
    let mut ids = IdMaker::new(5);
    let mut grid = Grid::blank(ids.grid());
    grid.objectives.extend(plan.grids[0].objectives.pop());
    grid.objectives.push(Objective::blank(ids.objective()));
    plan.grids.push(grid);
    let column = own_column();
    plan.columns.push(Column { shows: Shows::Own(column), heading: "Funding".to_owned() });
    "Grant".clone_into(plan.grids[0].objectives[0].actions[0].own.entry(column).or_default());
    for objective in plan.grids.iter_mut().flat_map(|grid| &mut grid.objectives) {
        objective.actions.truncate(4);
    }
    invariants::check(&plan).unwrap();
    plan
}

pub(super) fn own_column() -> ColumnId {
    ColumnId::new(77).unwrap()
}

/// The plan after these steps; what cannot be done is not done.
pub(crate) fn after(plan: &Plan, steps: &[Step]) -> Plan {
    let mut plan = plan.clone();
    for step in steps {
        if let Some(edit) = edit_of(step, &plan) {
            let _ = plan.apply(edit);
        }
    }
    invariants::check(&plan).unwrap();
    plan
}

/// The records of a plan. Kinds come in turn, so that the few grids and objectives are chosen as often as
/// the many milestones.
pub(super) fn records(plan: &Plan) -> Vec<RecordId> {
    let mut kinds: [Vec<RecordId>; 3] = [Vec::new(), Vec::new(), Vec::new()];
    plan.visit_ids(&mut |id| {
        let kind = match id {
            RecordId::Grid(_) | RecordId::Objective(_) => 0,
            RecordId::Action(_) => 1,
            _ => 2,
        };
        kinds[kind].push(id);
    });
    let [parts, actions, mut rest] = kinds;
    let often = rest.len();
    rest.extend(parts.iter().cycle().take(often / 3 * usize::from(!parts.is_empty())));
    rest.extend(actions.iter().cycle().take(often * usize::from(!actions.is_empty())));
    rest
}

fn chosen(record: Index, plan: &Plan) -> Option<RecordId> {
    let records = records(plan);
    (!records.is_empty()).then(|| *record.get(&records))
}

/// The places that a record of this kind can be put.
fn parents(plan: &Plan, id: RecordId) -> Vec<Parent> {
    let objectives = || plan.grids.iter().flat_map(|grid| &grid.objectives);
    match id {
        RecordId::Grid(_) | RecordId::Note(_) | RecordId::Meeting(_) | RecordId::Owner(_) | RecordId::Issued(_) => {
            vec![Parent::Plan]
        }
        RecordId::Priority(_) | RecordId::Objective(_) => plan.grids.iter().map(|grid| Parent::Grid(grid.id)).collect(),
        RecordId::Action(_) | RecordId::Outcome(_) => objectives().map(|one| Parent::Objective(one.id)).collect(),
        RecordId::Kpi(_) | RecordId::Milestone(_) | RecordId::Update(_) => {
            plan.actions().map(|action| Parent::Action(action.id)).collect()
        }
    }
}

fn place(plan: &Plan, id: RecordId, parent: Index, index: usize) -> Option<Place> {
    let parents = parents(plan, id);
    (!parents.is_empty()).then(|| Place { parent: *parent.get(&parents), index })
}

pub(crate) fn edit_of(step: &Step, plan: &Plan) -> Option<Edit> {
    Some(match step {
        Step::Type { record, field, words } => typed(plan, chosen(*record, plan)?, *field, words.clone()),
        Step::Front { field, words } => Edit::Plan(front(plan, *field, words.clone())),
        Step::Status { record, status } => {
            let status = status.filter(|_| !plan.statuses.is_empty()).map(|index| index.get(&plan.statuses).id);
            if let RecordId::Update(id) = chosen(*record, plan)? {
                Edit::Update(id, UpdateField::Status(status))
            } else {
                let actions: Vec<_> = plan.actions().map(|action| action.id).collect();
                let action = (!actions.is_empty()).then(|| *record.get(&actions))?;
                Edit::Action(action, ActionField::Status(status))
            }
        }
        Step::Insert { kind, parent, position, words, seed } => {
            let record = new_record(plan, *kind, words.clone(), &mut IdMaker::new(1_000 + seed));
            Edit::Insert(place(plan, record.id(), *parent, *position)?, record)
        }
        Step::Remove { record } => Edit::Remove(chosen(*record, plan)?),
        Step::Accept { record, rule, reason } => {
            let rule = ["missing-kpi", "placeholder"][*rule].to_owned();
            let (field, words) = ("kpis".to_owned(), Fingerprint::of(""));
            let finding = AcceptedFinding { rule, record: chosen(*record, plan), field, words };
            // Without words it is asked about again.
            Edit::Accept(finding, Some(reason.clone()))
        }
        Step::Move { record, parent, position } => {
            let id = chosen(*record, plan)?;
            Edit::Move(id, place(plan, id, *parent, *position)?)
        }
    })
}
