//! Each kind of change, on a small plan and what became of it.

mod dates;

use chrono::NaiveDate;

use super::*;
use crate::dates::{Period, When};
use crate::model::merge::Change;
use crate::model::{
    Action, ActionField, Column, Edit, Grid, IdMaker, Kpi, Meaning, Milestone, Objective, ObjectiveField, Owners,
    Parent, Place, PlanField, Record, RecordId, Shows, StatusId, Update, UpdateField,
};

/// A plan and what became of it: objective T1 with the actions a, b and c, objective T2 with d, every one of them due
/// on 31/03/17; action a has the milestone "Award contract June 2016".
struct Two {
    old: Plan,
    new: Plan,
    ids: IdMaker,
    actions: Vec<ActionId>,
}

impl Two {
    fn new() -> Self {
        let mut ids = IdMaker::new(11);
        let mut plan = Plan::blank("Plan", Period::financial_year(2016), &mut ids);
        plan.columns.push(Column { shows: Shows::When, heading: "Deadline".to_owned() });
        let mut objectives = ["T1", "T2"].map(|reference| {
            let mut objective = Objective::blank(ids.objective());
            reference.clone_into(&mut objective.reference);
            objective
        });
        let mut actions = Vec::new();
        for (at, words) in ["a", "b", "c", "d"].into_iter().enumerate() {
            let mut action = Action::blank(ids.action());
            words.clone_into(&mut action.description);
            action.when = When::read("31/03/17", &plan.period);
            actions.push(action.id);
            objectives[at / 3].actions.push(action);
        }
        let milestone = Milestone::read(ids.milestone(), "Award contract June 2016", None, &plan.period);
        objectives[0].actions[0].milestones.push(milestone);
        let mut grid = Grid::blank(ids.grid());
        grid.objectives = objectives.into();
        plan.grids.push(grid);
        Self { new: plan.clone(), old: plan, ids, actions }
    }

    #[track_caller]
    fn does(&mut self, edit: Edit) {
        self.new.apply(edit).unwrap();
    }

    fn sets(&mut self, action: usize, field: ActionField) {
        self.does(Edit::Action(self.actions[action], field));
    }

    fn due(&mut self, action: usize, written: &str) {
        let when = When::read(written, &self.new.period);
        self.sets(action, ActionField::When(when));
    }

    /// The status with this meaning, in the default scheme.
    fn status(&self, meaning: Option<Meaning>) -> Option<StatusId> {
        self.new.statuses.iter().find(|status| Some(status.meaning) == meaning).map(|status| status.id)
    }

    fn says(&mut self, action: usize, on: Option<(i32, u32, u32)>, words: &str) {
        let on = on.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
        let update = Update { id: self.ids.update(), on, by: String::new(), text: words.to_owned(), status: None };
        let place = Place {
            parent: Parent::Action(self.actions[action]),
            index: self.new.action(self.actions[action]).unwrap().updates.len(),
        };
        self.does(Edit::Insert(place, Record::Update(update)));
    }

    /// What happened so far is now the old state.
    fn settles(&mut self) {
        self.old.clone_from(&self.new);
    }

    fn objective(&self, index: usize) -> &Objective {
        &self.new.grids[0].objectives[index]
    }

    fn milestone(&self) -> &Milestone {
        &self.new.action(self.actions[0]).unwrap().milestones[0]
    }

    fn compared(&self) -> Comparison {
        compare(&self.old, &self.new)
    }
}

#[test]
fn a_plan_and_itself_differ_in_nothing() {
    let compared = Two::new().compared();
    assert_eq!(compared, Comparison::default());
    assert!(compared.is_empty());
    assert_eq!(compared.in_short(), "Nothing changed");
}

#[test]
fn which_way_a_status_goes() {
    use Meaning::{AtRisk, Complete, NotStarted, OffTrack, OnTrack};
    let meanings = [None, Some(NotStarted), Some(OffTrack), Some(AtRisk), Some(OnTrack), Some(Complete)];
    // A row for each that it was; the columns are what it is, in the same order.
    let expected = ["==--=+", "==--=+", "===+++", "==-=++", "==--=+", "-----="];
    for (from, row) in meanings.into_iter().zip(expected) {
        for (to, sign) in meanings.into_iter().zip(row.chars()) {
            let sign_of = match Direction::of(from, to) {
                Direction::Better => '+',
                Direction::Worse => '-',
                Direction::Neither => '=',
            };
            assert_eq!(sign_of, sign, "{from:?} to {to:?}");
        }
    }
}

#[test]
fn what_was_completed_is_told_as_that_and_not_as_a_change_of_status() {
    let mut two = Two::new();
    let [on_track, at_risk, complete] =
        [Meaning::OnTrack, Meaning::AtRisk, Meaning::Complete].map(|meaning| two.status(Some(meaning)));
    two.sets(0, ActionField::Status(on_track));
    two.sets(1, ActionField::Status(complete));
    two.sets(2, ActionField::Status(on_track));
    two.settles();
    two.sets(0, ActionField::Status(complete));
    two.sets(1, ActionField::Status(on_track));
    two.sets(2, ActionField::Status(at_risk));
    two.says(2, None, "The post is vacant");
    let compared = two.compared();
    let [completed] = compared.completed.as_slice() else { panic!("{compared:#?}") };
    assert_eq!((completed.action.reference.as_str(), completed.action.id), ("T1.1", two.actions[0]));
    assert_eq!((completed.from_word.as_str(), completed.to_word.as_str()), ("On track", "Complete"));
    assert_eq!((completed.from, completed.to, &completed.why), (on_track, complete, &None));
    let told: Vec<_> = compared
        .statuses
        .iter()
        .map(|one| (one.from_word.as_str(), one.to_word.as_str(), one.direction, one.why.as_deref()))
        .collect();
    let expected = [
        ("Complete", "On track", Direction::Worse, None),
        ("On track", "At risk", Direction::Worse, Some("The post is vacant")),
    ];
    assert_eq!(told, expected);
    assert_eq!(compared.in_short(), "1 completed, 2 statuses changed, 1 update since");
}

#[test]
fn a_status_that_means_complete_now_completes_what_has_it() {
    let mut two = Two::new();
    let on_track = two.status(Some(Meaning::OnTrack));
    two.sets(0, ActionField::Status(on_track));
    two.settles();
    let mut statuses = two.new.statuses.clone();
    statuses.iter_mut().filter(|one| Some(one.id) == on_track).for_each(|one| one.meaning = Meaning::Complete);
    two.does(Edit::Plan(PlanField::Statuses(statuses)));
    let compared = two.compared();
    assert_eq!(compared.completed[0].to, on_track);
    assert_eq!(compared.in_short(), "1 completed, 1 other change");
}

#[test]
fn a_new_action_and_one_that_is_gone_are_told_whole_and_nothing_of_them_again() {
    let mut two = Two::new();
    let mut action = Action::blank(two.ids.action());
    "Train the trainers".clone_into(&mut action.description);
    action.owners = Owners::read("CRC", &[]);
    action.status = two.status(Some(Meaning::Complete));
    action.milestones.push(Milestone::read(two.ids.milestone(), "By June 2016", None, &two.new.period));
    let id = action.id;
    let place = Place { parent: Parent::Objective(two.objective(0).id), index: 0 };
    two.does(Edit::Insert(place, Record::Action(Box::new(action))));
    two.does(Edit::remove_action(two.actions[0]));
    two.sets(1, ActionField::Description("b, and more".to_owned()));
    let compared = two.compared();
    let [new] = compared.new.as_slice() else { panic!("{compared:#?}") };
    assert_eq!((new.action.id, new.action.reference.as_str(), new.owners.as_str()), (id, "T1.1", "CRC"));
    let [removed] = compared.removed.as_slice() else { panic!("{compared:#?}") };
    let gone = (removed.action.reference.as_str(), removed.action.text.as_str(), removed.when.as_str());
    assert_eq!(gone, ("T1.1", "a", "31/03/17"));
    assert_eq!(compared.in_short(), "1 new, 1 removed, 1 text changed");
}

#[test]
fn places_are_called_what_they_are_called_now() {
    let mut two = Two::new();
    two.does(Edit::remove_action(two.actions[0]));
    two.sets(1, ActionField::Description("b, and more".to_owned()));
    let compared = two.compared();
    assert_eq!(compared.words[0].place, "Action T1.1, Action");
    assert_eq!(compared.words[0].action.as_ref().map(|action| action.reference.as_str()), Some("T1.1"));
}

#[test]
fn an_action_under_another_objective_is_moved_and_other_moves_and_orders_are_told_apart() {
    let mut two = Two::new();
    two.does(Edit::Objective(two.objective(1).id, ObjectiveField::Statement("Pharmacies".to_owned())));
    two.does(Edit::move_action(two.actions[0], two.objective(1).id, 0));
    let compared = two.compared();
    let [moved] = compared.moved.as_slice() else { panic!("{compared:#?}") };
    assert_eq!((moved.from.reference.as_str(), moved.to.reference.as_str()), ("T1", "T2"));
    assert_eq!((moved.from.id, moved.to.id), (two.objective(0).id, two.objective(1).id));
    assert_eq!((moved.action.reference.as_str(), moved.to.statement.as_str()), ("T2.1", "Pharmacies"));
    assert_eq!(compared.in_short(), "1 moved, 1 text changed");
    two.settles();
    let milestone = two.milestone().id;
    two.does(Edit::move_action(two.actions[2], two.objective(0).id, 0));
    two.does(Edit::Move(RecordId::Milestone(milestone), Place { parent: Parent::Action(two.actions[1]), index: 0 }));
    let kinds: Vec<Change> = two.compared().other.iter().map(|one| one.change).collect();
    assert_eq!(kinds, [Change::Reordered, Change::Moved]);
    assert_eq!(two.compared().in_short(), "2 other changes");
}

#[test]
fn parts_that_came_or_went_are_told_with_their_action() {
    let mut two = Two::new();
    let sample = crate::store::parse(crate::store::Sample::TowerHamlets.bytes(), "sample").unwrap();
    let kpi = sample.actions().find_map(|action| action.kpis.first()).unwrap().clone();
    let kpi = Kpi { id: two.ids.kpi(), ..kpi };
    let words = kpi.text.clone();
    two.does(Edit::Insert(Place { parent: Parent::Action(two.actions[1]), index: 0 }, Record::Kpi(kpi)));
    let compared = two.compared();
    let [added] = compared.added.as_slice() else { panic!("{compared:#?}") };
    assert_eq!((added.place.as_str(), &added.text), ("Action T1.2, KPI 1", &words));
    assert_eq!(added.action.as_ref().map(|action| action.id), Some(two.actions[1]));
    assert_eq!(compared.in_short(), "1 part added");
    let back = compare(&two.new, &two.old);
    assert_eq!((back.taken_out[0].text.as_str(), back.in_short().as_str()), (words.as_str(), "1 part taken out"));
}

#[test]
fn of_a_new_grid_its_actions_are_told_too_but_not_its_objectives() {
    let mut two = Two::new();
    let mut grid = Grid::blank(two.ids.grid());
    "Prevention".clone_into(&mut grid.title);
    let mut objective = Objective::blank(two.ids.objective());
    objective.actions.push(Action::blank(two.ids.action()));
    grid.objectives.push(objective);
    two.does(Edit::Insert(Place { parent: Parent::Plan, index: 1 }, Record::Grid(Box::new(grid))));
    let compared = two.compared();
    assert_eq!((compared.added[0].text.as_str(), compared.new[0].action.reference.as_str()), ("Prevention", "2.1.1"));
    assert_eq!(compared.in_short(), "1 new, 1 part added");
}

#[test]
fn updates_are_told_by_action_and_an_update_that_was_rewritten_as_words() {
    let mut two = Two::new();
    two.says(1, None, "First");
    two.settles();
    let first = two.new.action(two.actions[1]).unwrap().updates[0].id;
    two.says(1, None, "Second");
    two.says(3, None, "");
    two.does(Edit::Update(first, UpdateField::Text("The first".to_owned())));
    let compared = two.compared();
    let [b, d] = compared.updates.as_slice() else { panic!("{compared:#?}") };
    assert_eq!((b.action.id, b.updates.len(), b.newest.as_deref()), (two.actions[1], 1, Some("Second")));
    assert!(!b.updates.contains(&first));
    assert_eq!((d.action.reference.as_str(), d.updates.len(), &d.newest), ("T2.1", 1, &None));
    assert_eq!([&compared.words[0].before, &compared.words[0].after], ["First", "The first"]);
    assert_eq!(compared.in_short(), "1 text changed, 2 updates since");
}

#[test]
fn two_plans_without_a_common_action_are_no_states_of_one() {
    let mut two = Two::new();
    let none = Plan::blank("Plan", Period::financial_year(2016), &mut IdMaker::new(11));
    assert!(!compare(&none, &two.new).unrelated && !compare(&two.new, &none).unrelated);
    for at in [1, 2, 3] {
        two.does(Edit::remove_action(two.actions[at]));
    }
    assert!(!two.compared().unrelated);
    let mut action = Action::blank(two.ids.action());
    "e".clone_into(&mut action.description);
    two.does(Edit::Insert(
        Place { parent: Parent::Objective(two.objective(1).id), index: 0 },
        Record::Action(Box::new(action)),
    ));
    two.does(Edit::remove_action(two.actions[0]));
    let compared = two.compared();
    assert!(compared.unrelated);
    assert_eq!(compared.in_short(), "1 new, 4 removed");
}
