//! What changed between two states of one plan: told once, completely, in words that stand in the plans.

mod command;

use std::collections::HashSet;
use std::time::Instant;

use chrono::NaiveDate;
use planning_grid::dates::When;
use planning_grid::model::{
    Action, ActionField, ActionId, Edit, GridField, IdMaker, Meaning, Owners, Parent, Place, Plan, PlanField, Record,
    Update,
};
use planning_grid::report::comparison::{Direction, GivenOrLost, NamedAction, WholeAction};
use planning_grid::report::{Comparison, compare};
use planning_grid::store::{self, Sample};
use proptest::prelude::*;

use crate::merge::edits::{after, start, steps};
use crate::merge::properties::config;
use crate::support::plans::plan_of;
use crate::support::texts::texts;

/// The Oldham plan before a board and after a quarter's work on it.
struct Quarter {
    old: Plan,
    new: Plan,
    /// The actions that something was done to, in the order of the edits below.
    actions: Vec<ActionId>,
}

impl Quarter {
    /// 12 edits: one completed, one at risk, one slipped with a reason, one brought forward, one without its date,
    /// one in other words, one by another owner, one gone, one moved, one new, a grid with another title, the plan
    /// with another version.
    fn worked() -> Self {
        let old = store::parse(Sample::Oldham.bytes(), "sample").unwrap();
        let dated = old.actions().filter(|action| action.when.reading().due().is_some());
        let actions: Vec<ActionId> = dated.take(8).map(|action| action.id).collect();
        let last = old.grids.last().and_then(|grid| grid.objectives.last()).unwrap();
        let end = Place { parent: Parent::Objective(last.id), index: last.actions.len() };
        let status = |meaning| old.statuses.iter().find(|status| status.meaning == meaning).map(|status| status.id);
        let when = |words: &str| ActionField::When(When::read(words, &old.period));
        let mut ids = IdMaker::new(31);
        let mut fresh = Action::blank(ids.action());
        "Publish the directory of services".clone_into(&mut fresh.description);
        let update = Update {
            id: ids.update(),
            on: NaiveDate::from_ymd_opt(2010, 9, 30),
            by: "Commissioner".to_owned(),
            text: "The provider's staff transfer in June.".to_owned(),
            status: None,
        };
        let edits = [
            Edit::Action(actions[0], ActionField::Status(status(Meaning::Complete))),
            Edit::Action(actions[1], ActionField::Status(status(Meaning::AtRisk))),
            Edit::Batch(vec![
                Edit::Action(actions[2], when("30/06/11")),
                Edit::Insert(Place { parent: Parent::Action(actions[2]), index: 0 }, Record::Update(update)),
            ]),
            Edit::Action(actions[3], when("01/04/10")),
            Edit::Action(actions[4], when("Ongoing")),
            Edit::Action(actions[5], ActionField::Description("In other words".to_owned())),
            Edit::Action(actions[5], ActionField::Owners(Owners::read("Nobody yet", &old.directory))),
            Edit::Insert(end, Record::Action(Box::new(fresh))),
            Edit::move_action(actions[6], last.id, 0),
            Edit::remove_action(actions[7]),
            Edit::Grid(old.grids[0].id, GridField::Title("Commissioning and workforce".to_owned())),
            Edit::Plan(PlanField::Version("v2".to_owned())),
        ];
        let mut new = old.clone();
        for edit in edits {
            new.apply(edit).unwrap();
        }
        Self { old, new, actions }
    }
}

#[test]
fn a_quarter_of_work_on_the_oldham_plan_is_told_as_a_board_asks_for_it() {
    let quarter = Quarter::worked();
    let compared = compare(&quarter.old, &quarter.new);
    assert_eq!(
        compared.in_short(),
        "1 completed, 1 slipped, 1 status changed, 1 new, 1 removed, 1 brought forward, 1 date given or lost, 1 moved, \
         4 texts changed, 1 update since"
    );
    let done = |named: &NamedAction| quarter.actions.iter().position(|action| *action == named.id);
    assert_eq!(done(&compared.completed[0].action), Some(0));
    assert_eq!((done(&compared.statuses[0].action), compared.statuses[0].direction), (Some(1), Direction::Worse));
    let slip = &compared.slipped[0];
    assert_eq!((done(&slip.date.action), slip.date.to_words.as_str()), (Some(2), "30/06/11"));
    assert_eq!(slip.date.why.as_deref(), Some("The provider's staff transfer in June."));
    assert_eq!(slip.days, (slip.to - slip.from).num_days());
    assert_eq!(done(&compared.brought_forward[0].date.action), Some(3));
    let lost = &compared.given_or_lost[0];
    assert!(matches!(lost.day, GivenOrLost::Lost(_)) && done(&lost.date.action) == Some(4));
    assert_eq!(compared.new[0].action.text, "Publish the directory of services");
    assert_eq!((done(&compared.moved[0].action), done(&compared.removed[0].action)), (Some(6), Some(7)));
    let fields: Vec<String> = compared.words.iter().map(|words| words.field.name()).collect();
    assert_eq!(fields, ["version", "title", "description", "owners"]);
    assert!(!compared.unrelated);
}

#[test]
fn the_two_samples_are_not_two_states_of_one_plan() {
    let [oldham, tower_hamlets] = Sample::ALL.map(|sample| store::parse(sample.bytes(), sample.label()).unwrap());
    let compared = compare(&oldham, &tower_hamlets);
    assert!(compared.unrelated);
    assert_eq!(compared.new.len(), tower_hamlets.actions().count());
    assert_eq!(compared.removed.len(), oldham.actions().count());
}

/// Prints how long it takes; a clock is no test.
#[test]
fn ten_thousand_actions_are_compared() {
    let old = plan_of(10_000);
    let mut new = old.clone();
    let complete = old.statuses.iter().find(|status| status.meaning == Meaning::Complete).map(|status| status.id);
    for grid in &mut new.grids {
        for action in grid.objectives.iter_mut().flat_map(|objective| &mut objective.actions) {
            action.status = complete;
            action.when = When::read("31/12/17", &old.period);
            action.description.push_str(" And more.");
        }
    }
    let start = Instant::now();
    let compared = compare(&old, &new);
    println!("10,000 actions, all of them changed, compared in {:?}", start.elapsed());
    assert_eq!(compared.words.len(), 10_000);
    assert_eq!(compared.slipped.len() + compared.given_or_lost.len(), 10_000);
    let start = Instant::now();
    assert!(compare(&old, &old).is_empty());
    println!("10,000 actions and themselves compared in {:?}", start.elapsed());
}

/// The words a comparison gives as those of the old plan, and those it gives as of the new one.
fn quoted(compared: &Comparison) -> [Vec<&str>; 2] {
    let (mut old, mut new): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for words in &compared.words {
        old.push(&words.before);
        new.push(&words.after);
    }
    let moved = compared.slipped.iter().chain(&compared.brought_forward).map(|one| &one.date);
    for date in moved.chain(compared.given_or_lost.iter().map(|one| &one.date)) {
        old.push(&date.from_words);
        new.extend([date.to_words.as_str(), date.text.as_str()]);
        new.extend(date.why.as_deref());
    }
    for change in compared.completed.iter().chain(&compared.statuses) {
        old.push(&change.from_word);
        new.extend([change.to_word.as_str(), change.action.text.as_str()]);
        new.extend(change.why.as_deref());
    }
    for (list, whole) in [(&mut old, &compared.removed), (&mut new, &compared.new)] {
        list.extend(whole.iter().flat_map(|one| [&one.action.text, &one.owners, &one.when]).map(String::as_str));
    }
    for moved in &compared.moved {
        old.extend([moved.from.reference.as_str(), moved.from.statement.as_str()]);
        new.extend([moved.to.reference.as_str(), moved.to.statement.as_str()]);
    }
    new.extend(compared.updates.iter().filter_map(|said| said.newest.as_deref()));
    [old, new]
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn nothing_changed_only_where_the_plans_say_the_same(one in steps(), other in steps()) {
        let base = start();
        let (one, other) = (after(&base, &one), after(&base, &other));
        for (old, new) in [(&base, &one), (&one, &base), (&one, &other), (&one, &one)] {
            let said = |plan: &Plan| Plan { issued: Vec::new(), ..plan.clone() };
            prop_assert_eq!(compare(old, new).is_empty(), said(old) == said(new));
        }
    }

    #[test]
    fn every_word_before_stands_in_the_old_plan_and_every_word_after_in_the_new(one in steps(), other in steps()) {
        let base = start();
        let plans = [after(&base, &one), after(&base, &other)];
        let compared = compare(&plans[0], &plans[1]);
        for (plan, quoted) in plans.iter().zip(quoted(&compared)) {
            let texts = texts(plan);
            // The other names of an owner are a line each.
            for line in quoted.into_iter().flat_map(str::lines) {
                prop_assert!(texts.iter().any(|text| text.contains(line)), "{:?}", line);
            }
        }
    }

    #[test]
    fn every_action_that_came_or_went_is_told_and_told_nowhere_else(one in steps(), other in steps()) {
        let base = start();
        let (old, new) = (after(&base, &one), after(&base, &other));
        let compared = compare(&old, &new);
        let only_in = |here: &Plan, there: &Plan| -> Vec<ActionId> {
            here.actions().map(|action| action.id).filter(|id| there.action(*id).is_none()).collect()
        };
        let ids = |whole: &[WholeAction]| whole.iter().map(|one| one.action.id).collect::<Vec<_>>();
        prop_assert_eq!(ids(&compared.new), only_in(&new, &old));
        prop_assert_eq!(ids(&compared.removed), only_in(&old, &new));
        let stayed = |named: &NamedAction| old.action(named.id).is_some() && new.action(named.id).is_some();
        let statuses = || compared.completed.iter().chain(&compared.statuses).map(|one| &one.action);
        prop_assert!(statuses().chain(compared.moved.iter().map(|one| &one.action)).all(stayed));
        let told: HashSet<ActionId> = statuses().map(|named| named.id).collect();
        prop_assert_eq!(told.len(), statuses().count());
    }
}
