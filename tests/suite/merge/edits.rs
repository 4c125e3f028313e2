//! Edits nobody thought of, made of what a person can do.

use planning_grid::dates::{Period, Reading, When};
use planning_grid::model::{
    Action, ActionField, Column, ColumnId, Edit, Grid, GridField, Headings, IdMaker, Kpi, Meeting, MeetingField,
    Milestone, MilestoneField, Note, Objective, ObjectiveField, Outcome, Owner, OwnerField, Owners, Parent, Place,
    Plan, PlanField, PlanStatus, Priority, Record, RecordId, Shows, Status, Update, UpdateField, invariants,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::support::plans::plan_of;

/// Something a person does; what each number chooses depends on the plan.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Type { record: Index, field: Index, words: String },
    Front { field: Index, words: String },
    Status { record: Index, status: Option<Index> },
    Insert { kind: Index, parent: Index, position: usize, words: String, seed: u64 },
    Remove { record: Index },
    Move { record: Index, parent: Index, position: usize },
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

pub(super) fn step() -> impl Strategy<Value = Step> {
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
    ]
}

/// Typing alone.
pub(super) fn typing() -> impl Strategy<Value = Step> {
    (any::<Index>(), any::<Index>(), words()).prop_map(|(record, field, words)| Step::Type { record, field, words })
}

pub(super) fn steps() -> impl Strategy<Value = Vec<Step>> {
    vec(step(), 0..10)
}

/// A plan of two grids, five objectives and 40 actions or fewer, with cells of its own column.
pub(super) fn start() -> Plan {
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

fn own_column() -> ColumnId {
    ColumnId::new(77).unwrap()
}

/// The plan after these steps; what cannot be done is not done.
pub(super) fn after(plan: &Plan, steps: &[Step]) -> Plan {
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
        RecordId::Grid(_) | RecordId::Note(_) | RecordId::Meeting(_) | RecordId::Owner(_) => vec![Parent::Plan],
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

pub(super) fn edit_of(step: &Step, plan: &Plan) -> Option<Edit> {
    Some(match step {
        Step::Type { record, field, words } => typed(plan, chosen(*record, plan)?, *field, words.clone()),
        Step::Front { field, words } => Edit::Plan(front(plan, *field, words.clone())),
        Step::Status { record, status } => {
            let status = status.filter(|_| !plan.statuses.is_empty()).map(|index| index.get(&plan.statuses).id);
            match chosen(*record, plan)? {
                RecordId::Update(id) => Edit::Update(id, UpdateField::Status(status)),
                _ => {
                    let actions: Vec<_> = plan.actions().map(|action| action.id).collect();
                    let action = (!actions.is_empty()).then(|| *record.get(&actions))?;
                    Edit::Action(action, ActionField::Status(status))
                }
            }
        }
        Step::Insert { kind, parent, position, words, seed } => {
            let record = new_record(plan, *kind, words.clone(), &mut IdMaker::new(1_000 + seed));
            Edit::Insert(place(plan, record.id(), *parent, *position)?, record)
        }
        Step::Remove { record } => Edit::Remove(chosen(*record, plan)?),
        Step::Move { record, parent, position } => {
            let id = chosen(*record, plan)?;
            Edit::Move(id, place(plan, id, *parent, *position)?)
        }
    })
}

fn front(plan: &Plan, field: Index, words: String) -> PlanField {
    let year = 2000 + i32::try_from(words.len()).unwrap();
    let turned = |by: usize| {
        let mut columns = plan.columns.clone();
        columns.rotate_left(by % plan.columns.len());
        columns
    };
    let headed = |at: usize| {
        let mut columns = plan.columns.clone();
        words.clone_into(&mut columns[at].heading);
        columns
    };
    let with_status = |status: Status| plan.statuses.iter().cloned().chain([status]).collect::<Vec<_>>();
    let without = |at: usize| {
        let used = |status: &Status| plan.actions().any(|action| action.status == Some(status.id));
        let free = plan.statuses.iter().enumerate().filter(|(other, status)| *other != at || used(status));
        free.map(|(_, status)| status.clone()).collect::<Vec<_>>()
    };
    let mut fields = vec![
        PlanField::Title(words.clone()),
        PlanField::Partnership(words.clone()),
        PlanField::Version(words.clone()),
        PlanField::FrontMatter(words.clone()),
        PlanField::Marking(words.clone()),
        PlanField::Period(Period::financial_year(year)),
        PlanField::Status(PlanStatus::ALL[words.len() % 4]),
        PlanField::Headings(Headings { outcomes: words.clone(), ..plan.headings.clone() }),
        PlanField::Columns(turned(1)),
        PlanField::Columns(turned(2)),
        PlanField::Columns(headed(0)),
        PlanField::Columns(headed(plan.columns.len() - 1)),
        PlanField::Columns(plan.columns[1..].to_vec()),
        PlanField::Columns(plan.columns[..plan.columns.len() - 1].to_vec()),
        PlanField::Columns(vec![plan.columns[words.len() % plan.columns.len()].clone()]),
        PlanField::Statuses(plan.statuses.iter().rev().cloned().collect()),
    ];
    fields.extend((0..plan.statuses.len()).map(|at| PlanField::Statuses(without(at))));
    if let Some(first) = plan.statuses.first() {
        let id = IdMaker::new(500 + words.len() as u64).status();
        if plan.statuses.iter().all(|status| status.id != id) {
            fields.push(PlanField::Statuses(with_status(Status { id, word: words.clone(), ..first.clone() })));
        }
        let mut renamed = plan.statuses.clone();
        renamed[0].word = words;
        fields.push(PlanField::Statuses(renamed));
    }
    field.get(&fields).clone()
}

fn typed(plan: &Plan, id: RecordId, field: Index, words: String) -> Edit {
    let when = || When::read(words.clone(), &plan.period);
    let day = chrono::NaiveDate::from_ymd_opt(2016, 7, 1);
    match id {
        RecordId::Grid(id) => {
            let fields = [GridField::Reference, GridField::Title, GridField::PrioritiesHeading];
            Edit::Grid(id, field.get(&fields)(words))
        }
        RecordId::Priority(id) => Edit::Priority(id, words),
        RecordId::Objective(id) => {
            Edit::Objective(id, field.get(&[ObjectiveField::Reference, ObjectiveField::Statement])(words))
        }
        RecordId::Action(id) => {
            let fields = [
                ActionField::Description(words.clone()),
                ActionField::Owners(Owners::read(words.clone(), &plan.directory)),
                ActionField::Owners(Owners::overrule(words.clone(), vec![words.clone()])),
                ActionField::When(when()),
                ActionField::When(When::overrule(words.clone(), Reading::Ongoing)),
                ActionField::Own(own_column(), words),
            ];
            Edit::Action(id, field.get(&fields).clone())
        }
        RecordId::Outcome(id) => Edit::Outcome(id, words),
        RecordId::Kpi(id) => Edit::Kpi(id, words),
        RecordId::Milestone(id) => {
            let fields = [
                MilestoneField::Beside(Some(when())),
                MilestoneField::Beside(None),
                MilestoneField::Text(words.clone()),
            ];
            Edit::Milestone(id, field.get(&fields).clone())
        }
        RecordId::Update(id) => {
            let fields = [UpdateField::By(words.clone()), UpdateField::Text(words), UpdateField::On(day)];
            Edit::Update(id, field.get(&fields).clone())
        }
        RecordId::Note(id) => Edit::Note(id, words),
        RecordId::Meeting(id) => {
            Edit::Meeting(id, field.get(&[MeetingField::When(when()), MeetingField::Name(words.clone())]).clone())
        }
        RecordId::Owner(id) => {
            let also = vec![words.clone(), "DAAT / CRC".to_owned()];
            let fields = [OwnerField::Name(words.clone()), OwnerField::Also(also), OwnerField::Email(words)];
            Edit::Owner(id, field.get(&fields).clone())
        }
    }
}

fn new_record(plan: &Plan, kind: Index, words: String, ids: &mut IdMaker) -> Record {
    let mut grid = Grid::blank(ids.grid());
    grid.title.clone_from(&words);
    let mut objective = Objective::blank(ids.objective());
    objective.statement.clone_from(&words);
    let mut action = Action::blank(ids.action());
    action.description.clone_from(&words);
    action.status = plan.statuses.last().map(|status| status.id);
    let by = words.clone();
    let records = [
        Record::Grid(Box::new(grid)),
        Record::Priority(Priority { id: ids.priority(), text: words.clone() }),
        Record::Objective(Box::new(objective)),
        Record::Action(Box::new(action)),
        Record::Outcome(Outcome { id: ids.outcome(), text: words.clone() }),
        Record::Kpi(Kpi { id: ids.kpi(), text: words.clone() }),
        Record::Milestone(Box::new(Milestone::read(ids.milestone(), words.clone(), None, &plan.period))),
        Record::Update(Update { id: ids.update(), on: None, by, text: words.clone(), status: None }),
        Record::Note(Note { id: ids.note(), text: words.clone() }),
        Record::Meeting(Meeting {
            id: ids.meeting(),
            name: String::new(),
            when: When::read(words.clone(), &plan.period),
        }),
        Record::Owner(Owner { id: ids.owner(), name: words, also: Vec::new(), email: String::new() }),
    ];
    kind.get(&records).clone()
}
