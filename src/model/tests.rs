//! Edits and their inverses.

use super::*;
use crate::dates::{Period, Quarter, When};

struct Made {
    plan: Plan,
    ids: IdMaker,
    grid: GridId,
    objectives: [ObjectiveId; 2],
    actions: [ActionId; 2],
}

fn made() -> Made {
    let mut ids = IdMaker::new(1);
    let mut plan = Plan::blank("Plan", Period::financial_year(2016), &mut ids);
    let mut grid = Grid::blank(ids.grid());
    let mut first = Objective::blank(ids.objective());
    first.reference = "PBC1".to_owned();
    let actions = [ids.action(), ids.action()];
    first.actions = actions.map(Action::blank).to_vec();
    let second = Objective::blank(ids.objective());
    let made_grid = grid.id;
    let objectives = [first.id, second.id];
    grid.objectives = vec![first, second];
    plan.grids.push(grid);
    Made { plan, ids, grid: made_grid, objectives, actions }
}

/// Applies an edit, takes it back, and gives the plan as it was after the edit.
fn there_and_back(plan: &Plan, edit: &Edit) -> Plan {
    let mut changed = plan.clone();
    let inverse = changed.apply(edit.clone()).unwrap();
    invariants::check(&changed).unwrap();
    let mut back = changed.clone();
    let again = back.apply(inverse).unwrap();
    assert_eq!(&back, plan, "taking back {edit:?}");
    back.apply(again).unwrap();
    assert_eq!(back, changed, "doing again {edit:?}");
    changed
}

#[test]
fn every_kind_of_edit_is_taken_back() {
    let Made { plan, mut ids, grid, objectives, actions } = made();
    let at = |parent, index| Place { parent, index };
    let milestone = Milestone::read(ids.milestone(), "Award contract June 2016", None, &plan.period);
    let milestone_id = milestone.id;
    let update = Update { id: ids.update(), on: None, by: String::new(), text: "xxxx".to_owned(), status: None };
    let kpi = Kpi::of(ids.kpi(), "a minimum of 35,000 IBAs");
    let kpi_id = kpi.id;
    let quarter = Quarter::of(plan.period.from);
    let figure = |text: &str| Edit::Measure(kpi_id, MeasureField::Actual(quarter, text.to_owned()));
    let issued = Issued::of(&plan, ids.issued(), None, plan.period.from);
    let owner =
        Owner { id: ids.owner(), name: "Trading Standards, LBTH".to_owned(), also: Vec::new(), email: String::new() };
    let note = Note { id: ids.note(), text: "a note".to_owned() };
    let meeting =
        Meeting { id: ids.meeting(), name: "DAAT Board".to_owned(), when: When::read("11/07/16", &plan.period) };
    let status = plan.statuses[2].id;
    let column = ids.column();
    let edits = vec![
        Edit::Insert(at(Parent::Action(actions[0]), 0), Record::Milestone(Box::new(milestone))),
        Edit::Insert(at(Parent::Action(actions[0]), 0), Record::Update(update)),
        Edit::Insert(at(Parent::Action(actions[0]), 0), Record::Kpi(kpi)),
        Edit::Insert(at(Parent::Plan, 0), Record::Owner(owner)),
        Edit::Insert(at(Parent::Plan, 0), Record::Note(note)),
        Edit::Insert(at(Parent::Plan, 0), Record::Meeting(meeting)),
        Edit::Milestone(milestone_id, MilestoneField::Text("Award contract Oct 17".to_owned())),
        Edit::Milestone(milestone_id, MilestoneField::Beside(Some(When::read("Q3", &plan.period)))),
        Edit::Milestone(milestone_id, MilestoneField::Event(Some(ids.event()))),
        Edit::Milestone(milestone_id, MilestoneField::Text("Award contract Oct 2016".to_owned())),
        Edit::Plan(PlanField::Period(Period::financial_year(2015))),
        Edit::Measure(kpi_id, MeasureField::Baseline("31,000".to_owned())),
        Edit::Measure(kpi_id, MeasureField::Target("35,000".to_owned())),
        Edit::Measure(kpi_id, MeasureField::Direction(Direction::Lower)),
        Edit::Measure(kpi_id, MeasureField::Counted(Counted::Total)),
        figure("8,000"),
        figure("8,500"),
        figure(""),
        Edit::Insert(at(Parent::Plan, 0), Record::Issued(Box::new(issued))),
        Edit::Action(actions[0], ActionField::Owners(Owners::read("Trading Standards, LBTH", &[]))),
        Edit::Action(actions[0], ActionField::When(When::read("31 March", &plan.period))),
        Edit::Action(actions[0], ActionField::Status(Some(status))),
        Edit::Action(actions[0], ActionField::Own(column, "Grant".to_owned())),
        Edit::Plan(PlanField::Period(Period::financial_year(2010))),
        Edit::Grid(grid, GridField::Title("Treatment".to_owned())),
        Edit::Objective(objectives[1], ObjectiveField::Statement("We will".to_owned())),
        Edit::move_action(actions[0], objectives[1], 0),
        Edit::Remove(RecordId::Objective(objectives[0])),
        Edit::Replace(Box::new(Plan { title: "Another".to_owned(), ..plan.clone() })),
        Edit::Batch(vec![Edit::remove_action(actions[0]), Edit::Remove(RecordId::Grid(grid))]),
    ];
    let mut plan = plan;
    for edit in edits {
        plan = there_and_back(&plan, &edit);
    }
}

#[test]
fn a_batch_that_cannot_be_done_whole_changes_nothing() {
    let Made { plan, actions, .. } = made();
    let mut changed = plan.clone();
    let edit = Edit::Batch(vec![Edit::remove_action(actions[0]), Edit::remove_action(actions[0])]);
    assert_eq!(changed.apply(edit), Err(EditError::NoSuchRecord));
    assert_eq!(changed, plan);
}

#[test]
fn what_would_break_the_plan_is_refused() {
    let Made { plan, mut ids, objectives, actions, .. } = made();
    let place = Place { parent: Parent::Objective(objectives[0]), index: 0 };
    let again = plan.record(RecordId::Action(actions[0])).unwrap();
    let beyond = Place { index: 9, ..place };
    let new = |ids: &mut IdMaker| Record::Action(Box::new(Action::blank(ids.action())));
    let wrong_parent = Place { parent: Parent::Plan, index: 0 };
    let column = |shows| Column { shows, heading: String::new() };
    let issued = Issued::of(&plan, ids.issued(), None, plan.period.from);
    let with_issued = std::sync::Arc::new(Plan { issued: vec![issued.clone()], ..plan.clone() });
    let nested = Issued { id: ids.issued(), said: with_issued, ..issued };
    let cases = [
        (Edit::Insert(place, again), EditError::IdInUse),
        (Edit::Insert(beyond, new(&mut ids)), EditError::NoSuchPlace),
        (Edit::Insert(wrong_parent, new(&mut ids)), EditError::NoSuchPlace),
        (Edit::Insert(wrong_parent, Record::Issued(Box::new(nested))), EditError::NoSuchPlace),
        (Edit::Measure(ids.kpi(), MeasureField::Target("70".to_owned())), EditError::NoSuchRecord),
        (Edit::move_action(actions[0], ids.objective(), 0), EditError::NoSuchPlace),
        (Edit::Action(ids.action(), ActionField::Description(String::new())), EditError::NoSuchRecord),
        (Edit::Action(actions[0], ActionField::Status(Some(ids.status()))), EditError::NoSuchStatus),
        (Edit::Plan(PlanField::Columns(Vec::new())), EditError::BadColumns),
        (Edit::Plan(PlanField::Columns(vec![column(Shows::When), column(Shows::When)])), EditError::BadColumns),
    ];
    for (edit, error) in cases {
        let mut changed = plan.clone();
        assert_eq!(changed.apply(edit.clone()), Err(error), "{edit:?}");
        assert_eq!(changed, plan, "{edit:?}");
    }
}

#[test]
fn a_status_in_use_stays_in_the_scheme() {
    let Made { mut plan, actions, .. } = made();
    let used = plan.statuses[0].id;
    plan.apply(Edit::Action(actions[0], ActionField::Status(Some(used)))).unwrap();
    let rest = plan.statuses[1..].to_vec();
    assert_eq!(plan.apply(Edit::Plan(PlanField::Statuses(rest))), Err(EditError::StatusInUse));
}

#[test]
fn a_new_period_reads_days_without_a_year_anew_and_keeps_what_was_overruled() {
    use crate::dates::Reading;
    let Made { mut plan, actions, .. } = made();
    plan.apply(Edit::Action(actions[0], ActionField::When(When::read("31 March", &plan.period)))).unwrap();
    plan.apply(Edit::Action(actions[1], ActionField::When(When::overrule("31 March", Reading::Ongoing)))).unwrap();
    plan.apply(Edit::Plan(PlanField::Period(Period::financial_year(2010)))).unwrap();
    let day = chrono::NaiveDate::from_ymd_opt(2011, 3, 31).unwrap();
    assert_eq!(plan.action(actions[0]).unwrap().when.reading(), &Reading::Day(day));
    assert_eq!(plan.action(actions[1]).unwrap().when.reading(), &Reading::Ongoing);
    assert_eq!(plan.action(actions[1]).unwrap().when.written(), "31 March");
}

#[test]
fn a_date_beside_a_milestone_counts_before_the_one_in_its_words() {
    let Made { plan, mut ids, .. } = made();
    let beside = When::read("01/11/16", &plan.period);
    let milestone = Milestone::read(ids.milestone(), "Implemented 01/10/16", Some(beside), &plan.period);
    assert_eq!(milestone.when().written(), "01/11/16");
    assert_eq!(milestone.text(), "Implemented 01/10/16");
}

#[test]
fn an_action_is_referred_to_by_where_it_stands() {
    let Made { plan, actions, .. } = made();
    assert_eq!(plan.standing(actions[1]).unwrap().reference(), "PBC1.2");
    let mut plan = plan;
    plan.grids[0].objectives[0].reference = "Objective 1".to_owned();
    assert_eq!(plan.standing(actions[1]).unwrap().reference(), "1.1.2");
}

#[test]
fn typing_in_one_field_is_told_from_typing_in_another() {
    let Made { actions, mut ids, .. } = made();
    let words = |id, text: &str| Edit::Action(id, ActionField::Description(text.to_owned()));
    assert!(words(actions[0], "a").sets_same_field_as(&words(actions[0], "b")));
    assert!(!words(actions[0], "a").sets_same_field_as(&words(actions[1], "a")));
    let own = |column| Edit::Action(actions[0], ActionField::Own(column, "x".to_owned()));
    let (one, two) = (ids.column(), ids.column());
    assert!(own(one).sets_same_field_as(&own(one)));
    assert!(!own(one).sets_same_field_as(&own(two)));
    assert!(!Edit::remove_action(actions[0]).sets_same_field_as(&Edit::remove_action(actions[0])));
    let (id, other) = (ids.update(), ids.update());
    let put_in = |text: &str| {
        let update = Update { id, on: None, by: String::new(), text: text.to_owned(), status: None };
        Edit::Insert(Place { parent: Parent::Action(actions[0]), index: 0 }, Record::Update(update))
    };
    let typed = |id| Edit::Update(id, UpdateField::Text("Said".to_owned()));
    assert!(put_in("S").sets_same_field_as(&typed(id)), "the first words put it in");
    assert!(!put_in("S").sets_same_field_as(&typed(other)));
    assert!(!put_in("").sets_same_field_as(&typed(id)), "put in by a key, then typed in");
}

#[test]
fn a_search_finds_parts_by_all_their_words() {
    use search::{Part, SearchIndex};
    let Made { mut plan, grid, objectives, actions, .. } = made();
    plan.grids[0].title = "Treatment".to_owned();
    plan.grids[0].objectives[0].statement = "Reduce harm".to_owned();
    plan.grids[0].objectives[0].actions[0].description = "Ensure widespread\ndistribution of Naloxone".to_owned();
    let index = SearchIndex::of(&plan);
    assert_eq!(index.find("NALOXONE ensure"), [Part::Action(actions[0])]);
    assert_eq!(index.find("\"widespread distribution\""), [Part::Action(actions[0])]);
    assert_eq!(index.find("pbc1.2"), [Part::Action(actions[1])]);
    assert_eq!(index.find("harm"), [Part::Objective(objectives[0])]);
    assert_eq!(index.find("treatment"), [Part::Grid(grid)]);
    assert_eq!(index.find(" ").len(), 5);
}

#[test]
fn a_linked_milestone_stays_linked_whatever_is_typed_in_it() {
    let Made { plan, mut ids, .. } = made();
    let event = ids.event();
    let milestone = Milestone::read(ids.milestone(), "New services 01/10/16", None, &plan.period);
    let milestone = milestone.of_event(Some(event)).reread(&Period::financial_year(2017));
    assert_eq!(milestone.event(), Some(event));
}

#[test]
fn what_was_issued_is_the_plan_without_the_packs_before() {
    let Made { mut plan, mut ids, .. } = made();
    let day = |month| chrono::NaiveDate::from_ymd_opt(2016, month, 11).unwrap();
    for month in [7, 10] {
        let issued = Issued::of(&plan, ids.issued(), None, day(month));
        let place = Place { parent: Parent::Plan, index: plan.issued.len() };
        plan.apply(Edit::Insert(place, Record::Issued(Box::new(issued)))).unwrap();
        invariants::check(&plan).unwrap();
        plan.apply(Edit::Plan(PlanField::Version(format!("after {month}")))).unwrap();
    }
    let before = |month| plan.issued_before(day(month)).map(|issued| issued.said.version.as_str());
    assert_eq!([before(7), before(8), before(10), before(11)], [None, Some(""), Some(""), Some("after 7")]);
}
