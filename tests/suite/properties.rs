//! What must hold of every plan, whatever anybody does to it: tried with edits nobody thought of.

use std::sync::Arc;

use planning_grid::dates::{Period, Quarter, When};
use planning_grid::document::Document;
use planning_grid::model::{
    AcceptedFinding, Action, ActionField, Counted, Direction, Edit, Fingerprint, Grid, GridField, IdMaker, Issued, Kpi,
    MeasureField, Meeting, MeetingField, Milestone, MilestoneField, Note, Objective, ObjectiveField, Outcome, Owner,
    OwnerField, Owners, Parent, Place, Plan, PlanField, PlanStatus, Priority, Record, RecordId, Update, UpdateField,
    invariants,
};
use planning_grid::pack::{PackOptions, write_pack};
use planning_grid::store;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::support::plans::plan_of;
use crate::support::texts::texts;

/// Words that are hard to keep: quotes, escapes, line ends, bullets, letters of many kinds, dates.
const HARD_WORDS: [&str; 16] = [
    "",
    " ",
    "a\r\nb\rc\n",
    "• one\n\n  ❖ two\t",
    "\"quoted\" \\n r#\"raw\"#",
    "trailing \\",
    "=SUM(A1)",
    "<b>&amp;</b>",
    "\0\u{1b}\u{7f}",
    "\u{2028}\u{feff}\u{202e}",
    "Siân, Zoë ক্ষ 😀",
    "31/02/16",
    "Oct 16 – Mar 17",
    "Plan developed by 31/07/16 and delivered by 31/03/16",
    "on a ¼ basis",
    "Public Health / Police and Trading Standards, Council",
];

fn any_words() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => select(&HARD_WORDS[..]).prop_map(str::to_owned),
        1 => vec(any::<char>(), 0..20).prop_map(|letters| letters.into_iter().collect()),
        2 => vec(select(&HARD_WORDS[..]), 1..4).prop_map(|parts| parts.join(" ")),
    ]
}

/// Something a person does. Records are chosen by position, so that any step fits any plan; what then
/// cannot be done must be refused.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// Types words into some field of a record.
    Type {
        record: Index,
        field: Index,
        words: String,
    },
    /// Types words into a field of the front page, or changes the period, which reads every date again.
    Front {
        field: Index,
        words: String,
    },
    /// Gives an action a status.
    Status {
        record: Index,
        status: Option<Index>,
    },
    /// Puts a new record in.
    Insert {
        kind: Index,
        parent: Index,
        position: usize,
        words: String,
    },
    /// Takes a record out.
    Remove {
        record: Index,
    },
    /// Moves a record.
    Move {
        record: Index,
        parent: Index,
        position: usize,
    },
    /// Leaves a finding as it is, or asks about it again.
    Accept {
        record: Index,
        reason: String,
    },
    /// Puts a record in a second time.
    InsertAgain {
        record: Index,
    },
    /// Does several things as one.
    Together(Vec<Step>),
    /// Goes to another field.
    Leave,
    /// Takes the last step back, or does it again.
    Undo,
    Redo,
}

fn simple_step() -> impl Strategy<Value = Step> {
    let index = any::<Index>;
    prop_oneof![
        8 => (index(), index(), any_words()).prop_map(|(record, field, words)| Step::Type { record, field, words }),
        2 => (index(), any_words()).prop_map(|(field, words)| Step::Front { field, words }),
        2 => (index(), proptest::option::of(index())).prop_map(|(record, status)| Step::Status { record, status }),
        4 => (index(), index(), 0..4_usize, any_words())
            .prop_map(|(kind, parent, position, words)| Step::Insert { kind, parent, position, words }),
        3 => index().prop_map(|record| Step::Remove { record }),
        3 => (index(), index(), 0..4_usize)
            .prop_map(|(record, parent, position)| Step::Move { record, parent, position }),
        1 => index().prop_map(|record| Step::InsertAgain { record }),
        2 => (index(), any_words()).prop_map(|(record, reason)| Step::Accept { record, reason }),
    ]
}

pub(crate) fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        12 => simple_step(),
        2 => vec(simple_step(), 0..4).prop_map(Step::Together),
        2 => Just(Step::Leave),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ]
}

pub(crate) fn records(plan: &Plan) -> Vec<RecordId> {
    let mut ids = Vec::new();
    plan.visit_ids(&mut |id| ids.push(id));
    ids
}

/// Everything a record can stand in.
fn parents(plan: &Plan) -> Vec<Parent> {
    let of_record = |id| match id {
        RecordId::Grid(id) => Some(Parent::Grid(id)),
        RecordId::Objective(id) => Some(Parent::Objective(id)),
        RecordId::Action(id) => Some(Parent::Action(id)),
        _ => None,
    };
    std::iter::once(Parent::Plan).chain(records(plan).into_iter().filter_map(of_record)).collect()
}

/// An edit that sets a field of a record to these words.
fn typed(plan: &Plan, id: RecordId, field: Index, words: String) -> Edit {
    let when = || When::read(words.clone(), &plan.period);
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
                ActionField::When(when()),
                ActionField::Own(IdMaker::new(5).column(), words),
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
            let fields = [UpdateField::By(words.clone()), UpdateField::Text(words), UpdateField::On(None)];
            Edit::Update(id, field.get(&fields).clone())
        }
        RecordId::Note(id) => Edit::Note(id, words),
        RecordId::Meeting(id) => {
            let fields = [MeetingField::When(when()), MeetingField::Name(words.clone())];
            Edit::Meeting(id, field.get(&fields).clone())
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

/// A new record of some kind that holds these words.
fn new_record(plan: &Plan, kind: Index, words: String, ids: &mut IdMaker) -> Record {
    let mut grid = Grid::blank(ids.grid());
    grid.title.clone_from(&words);
    let mut objective = Objective::blank(ids.objective());
    objective.statement.clone_from(&words);
    let mut action = Action::blank(ids.action());
    // Read by nothing: putting it in must read it by the plan's own directory and period.
    action.owners = Owners::read(words.clone(), &[]);
    action.when = When::read(words.clone(), &Period::financial_year(1999));
    let email = String::new();
    let records = [
        Record::Grid(Box::new(grid)),
        Record::Priority(Priority { id: ids.priority(), text: words.clone() }),
        Record::Objective(Box::new(objective)),
        Record::Action(Box::new(action)),
        Record::Outcome(Outcome { id: ids.outcome(), text: words.clone() }),
        Record::Kpi(Kpi::of(ids.kpi(), words.clone())),
        Record::Milestone(Box::new(Milestone::read(ids.milestone(), words.clone(), None, &plan.period))),
        Record::Update(Update { id: ids.update(), on: None, by: String::new(), text: words.clone(), status: None }),
        Record::Note(Note { id: ids.note(), text: words.clone() }),
        Record::Meeting(Meeting {
            id: ids.meeting(),
            name: String::new(),
            when: When::read(words.clone(), &plan.period),
        }),
        Record::Owner(Owner { id: ids.owner(), name: words.clone(), also: Vec::new(), email }),
        issued(plan, words, ids),
    ];
    kind.get(&records).clone()
}

/// What the plan says now, issued to a board of this name.
fn issued(plan: &Plan, board: String, ids: &mut IdMaker) -> Record {
    let issued = Issued::of(plan, ids.issued(), None, plan.period.to);
    Record::Issued(Box::new(Issued { board, ..issued }))
}

/// The edit that a step comes to in this plan; `None` where the plan has nothing to do it to.
fn edit_of(step: Step, plan: &Plan, ids: &mut IdMaker) -> Option<Edit> {
    let chosen = |record: Index| {
        let records = records(plan);
        (!records.is_empty()).then(|| *record.get(&records))
    };
    Some(match step {
        Step::Type { record, field, words } => typed(plan, chosen(record)?, field, words),
        Step::Front { field, words } => {
            let year = 2000 + i32::try_from(words.len() % 30).ok()?;
            let fields = [
                PlanField::Title(words.clone()),
                PlanField::Version(words.clone()),
                PlanField::FrontMatter(words.clone()),
                PlanField::Marking(words),
                PlanField::Period(Period::financial_year(year)),
                PlanField::Status(PlanStatus::Closed),
                PlanField::Columns(plan.columns.iter().rev().cloned().collect()),
                PlanField::Columns(Vec::new()),
                PlanField::Statuses(plan.statuses.iter().skip(1).cloned().collect()),
            ];
            Edit::Plan(field.get(&fields).clone())
        }
        Step::Status { record, status } => {
            let status = status.filter(|_| !plan.statuses.is_empty()).map(|index| index.get(&plan.statuses).id);
            match chosen(record)? {
                RecordId::Action(id) => Edit::Action(id, ActionField::Status(status)),
                RecordId::Update(id) => Edit::Update(id, UpdateField::Status(status)),
                _ => Edit::Action(ids.action(), ActionField::Status(status)),
            }
        }
        Step::Insert { kind, parent, position, words } => {
            let place = Place { parent: *parent.get(&parents(plan)), index: position };
            Edit::Insert(place, new_record(plan, kind, words, ids))
        }
        Step::Remove { record } => Edit::Remove(chosen(record)?),
        Step::Move { record, parent, position } => {
            Edit::Move(chosen(record)?, Place { parent: *parent.get(&parents(plan)), index: position })
        }
        Step::Accept { record, reason } => {
            let (rule, field) = ("missing-kpi".to_owned(), "kpis".to_owned());
            let finding = AcceptedFinding { rule, record: chosen(record), field, words: Fingerprint::of("") };
            Edit::Accept(finding, Some(reason))
        }
        Step::InsertAgain { record } => {
            Edit::Insert(Place { parent: Parent::Plan, index: 0 }, plan.record(chosen(record)?)?)
        }
        Step::Together(steps) => Edit::Batch(steps.into_iter().filter_map(|step| edit_of(step, plan, ids)).collect()),
        Step::Leave | Step::Undo | Step::Redo => return None,
    })
}

/// Does the steps to a small plan, making sure of it after each.
pub(crate) fn after(steps: Vec<Step>) -> (Plan, Document) {
    let start = plan_of(9);
    let mut document = Document::opened(Arc::new(start.clone()));
    let mut ids = IdMaker::new(99);
    for step in steps {
        match step {
            Step::Leave => document.seal(),
            Step::Undo => drop(document.undo()),
            Step::Redo => drop(document.redo()),
            step => {
                let before = document.snapshot();
                let Some(edit) = edit_of(step, document.plan(), &mut ids) else { continue };
                if document.apply(edit, "a step").is_err() {
                    assert_eq!(document.plan(), &*before, "a refused edit left a trace");
                }
            }
        }
        invariants::check(document.plan()).unwrap_or_else(|broken| panic!("{broken}"));
    }
    (start, document)
}

pub(crate) fn config(cases: u32) -> ProptestConfig {
    // A failure is printed; no file is left in the tree.
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn undoing_everything_leads_back_to_the_start_and_redoing_everything_to_the_end(steps in vec(step(), 0..40)) {
        let (start, mut document) = after(steps);
        while document.redo().is_some() {}
        let end = document.plan().clone();
        let mut undone = 0;
        while document.undo().is_some() {
            invariants::check(document.plan())?;
            undone += 1;
        }
        prop_assert_eq!(document.plan(), &start);
        prop_assert!(!document.has_unsaved_changes());
        let mut redone = 0;
        while document.redo().is_some() {
            invariants::check(document.plan())?;
            redone += 1;
        }
        prop_assert_eq!(document.plan(), &end);
        prop_assert_eq!(redone, undone);
    }

    #[test]
    fn an_edit_gives_back_the_one_that_takes_it_back(steps in vec(step(), 0..12), last in simple_step()) {
        let (_, document) = after(steps);
        let before = document.plan().clone();
        let mut plan = before.clone();
        let edit = edit_of(last, &before, &mut IdMaker::new(7));
        // A refused edit gives nothing back, and must have left the plan as it was.
        if let Some(Ok(inverse)) = edit.map(|edit| plan.apply(edit)) {
            prop_assert!(plan.apply(inverse).is_ok());
        }
        prop_assert_eq!(plan, before);
    }

    #[test]
    fn a_plan_saved_and_opened_again_is_the_same_plan(steps in vec(step(), 0..40)) {
        let (_, document) = after(steps);
        let bytes = store::to_bytes(document.plan())?;
        let opened = store::parse(&bytes, "plan.ron")?;
        prop_assert_eq!(texts(&opened), texts(document.plan()));
        prop_assert_eq!(&opened, document.plan());
        prop_assert_eq!(store::to_bytes(&opened)?, bytes);
    }

    #[test]
    fn reading_every_date_and_owner_again_changes_no_words(steps in vec(step(), 0..20), year in 1950..2100_i32) {
        let (_, document) = after(steps);
        let mut plan = document.plan().clone();
        let before = texts(&plan);
        // Its label is words too.
        let period = Period { label: plan.period.label.clone(), ..Period::financial_year(year) };
        plan.apply(Edit::Plan(PlanField::Period(period)))?;
        let (id, also, email) = (IdMaker::new(8).owner(), Vec::new(), String::new());
        let owner = Owner { id, name: "Public Health / Police".to_owned(), also, email };
        let inverse = plan.apply(Edit::Insert(Place { parent: Parent::Plan, index: 0 }, Record::Owner(owner)))?;
        invariants::check(&plan)?;
        plan.apply(inverse)?;
        prop_assert_eq!(texts(&plan), before);
    }

    #[test]
    fn what_is_typed_is_what_stands_there(record in any::<Index>(), words in any_words()) {
        let mut plan = plan_of(9);
        let actions: Vec<_> = plan.actions().map(|action| action.id).collect();
        let id = *record.get(&actions);
        let when = When::read(words.clone(), &plan.period);
        let owners = Owners::read(words.clone(), &plan.directory);
        for field in [ActionField::Description(words.clone()), ActionField::When(when), ActionField::Owners(owners)] {
            plan.apply(Edit::Action(id, field))?;
        }
        let opened = store::parse(&store::to_bytes(&plan)?, "plan.ron")?;
        let action = opened.action(id).expect("it is still there");
        prop_assert_eq!([action.description.as_str(), action.when.written(), action.owners.written()], [&words; 3]);
    }
}

proptest! {
    #![proptest_config(config(16))]

    #[test]
    fn any_plan_makes_a_pack_and_twice_the_same(steps in vec(step(), 0..30)) {
        let (_, document) = after(steps);
        let options = PackOptions::as_at(document.plan().period.from);
        let bytes = write_pack(document.plan(), &options)?;
        prop_assert!(bytes == write_pack(document.plan(), &options)?);
        let sheets = crate::workbook::sheets(&bytes);
        prop_assert!(sheets.len() >= 4 + document.plan().grids.len());
    }
}

#[test]
fn the_generated_plan_is_sound_always_the_same_and_has_about_a_kilobyte_of_text_an_action() {
    for action_count in [0, 1, 9, 500] {
        let plan = plan_of(action_count);
        assert_eq!(plan.actions().count(), action_count);
        assert_eq!(invariants::check(&plan), Ok(()));
        assert_eq!(plan, plan_of(action_count));
    }
    let plan = plan_of(500);
    let text_bytes: usize = texts(&plan).iter().map(String::len).sum();
    assert!((900..1_200).contains(&(text_bytes / 500)), "{}", text_bytes / 500);
}
