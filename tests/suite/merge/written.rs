//! What random edits write: fields of the front page and of records, and new records.

use planning_grid::dates::{Period, Quarter, Reading, When};
use planning_grid::model::{
    Action, ActionField, Counted, Direction, Edit, Grid, GridField, Headings, IdMaker, Issued, Kpi, MeasureField,
    Meeting, MeetingField, Milestone, MilestoneField, Note, Objective, ObjectiveField, Outcome, Owner, OwnerField,
    Owners, Plan, PlanField, PlanStatus, Priority, Record, RecordId, Status, Update, UpdateField,
};
use proptest::sample::Index;

use super::edits::own_column;

pub(super) fn front(plan: &Plan, field: Index, words: String) -> PlanField {
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

pub(super) fn typed(plan: &Plan, id: RecordId, field: Index, words: String) -> Edit {
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
        RecordId::Kpi(id) => {
            let quarter = Quarter::of(plan.period.from);
            let fields = [
                Edit::Kpi(id, words.clone()),
                Edit::Measure(id, MeasureField::Baseline(words.clone())),
                Edit::Measure(id, MeasureField::Target(words.clone())),
                Edit::Measure(id, MeasureField::Actual(quarter, words.clone())),
                Edit::Measure(id, MeasureField::Actual(quarter.next(), words)),
                Edit::Measure(id, MeasureField::Direction(Direction::Lower)),
                Edit::Measure(id, MeasureField::Counted(Counted::Total)),
            ];
            field.get(&fields).clone()
        }
        RecordId::Milestone(id) => {
            let fields = [
                MilestoneField::Beside(Some(when())),
                MilestoneField::Beside(None),
                MilestoneField::Event(Some(IdMaker::new(6).event())),
                MilestoneField::Event(None),
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
        // What was issued stays as it is.
        RecordId::Issued(_) => Edit::Plan(PlanField::Version(words)),
    }
}

pub(super) fn new_record(plan: &Plan, kind: Index, words: String, ids: &mut IdMaker) -> Record {
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
        Record::Kpi(Kpi::of(ids.kpi(), words.clone())),
        Record::Milestone(Box::new(Milestone::read(ids.milestone(), words.clone(), None, &plan.period))),
        Record::Update(Update { id: ids.update(), on: None, by, text: words.clone(), status: None }),
        Record::Note(Note { id: ids.note(), text: words.clone() }),
        Record::Meeting(Meeting {
            id: ids.meeting(),
            name: String::new(),
            when: When::read(words.clone(), &plan.period),
        }),
        Record::Owner(Owner { id: ids.owner(), name: words.clone(), also: Vec::new(), email: String::new() }),
        issued(plan, words, ids),
    ];
    kind.get(&records).clone()
}

/// What the plan says now, issued to a board of this name.
fn issued(plan: &Plan, board: String, ids: &mut IdMaker) -> Record {
    let issued = Issued::of(plan, ids.issued(), None, plan.period.to);
    Record::Issued(Box::new(Issued { board, ..issued }))
}
