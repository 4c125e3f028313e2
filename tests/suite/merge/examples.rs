//! What a merge joins, example by example.

use planning_grid::dates::Period;
use planning_grid::model::merge::Change;
use planning_grid::model::{Action, Column, Edit, Parent, Place, PlanField, Record, Shows, Update};

use super::three::{Three, letters};

#[test]
fn fields_changed_on_one_side_each_are_joined() {
    let mut three = Three::new();
    three.i(three.describe(1, "mine"));
    three.they(three.due(1, "30/11/16"));
    three.they(Edit::Plan(PlanField::Version("v2".to_owned())));
    let plan = three.joined();
    let action = plan.action(three.actions[1]).unwrap();
    assert_eq!((action.description.as_str(), action.when.written()), ("mine", "30/11/16"));
    assert_eq!(plan.version, "v2");
    let told: Vec<_> = three.merge().joined.into_iter().map(|joined| (joined.change, joined.place)).collect();
    assert_eq!(
        told,
        [(Change::Changed, "The plan, version"), (Change::Changed, "Action PBC1.2, Deadline")]
            .map(|(change, place)| (change, place.to_owned()))
    );
}

/// What I do, what they do, and the actions then: digits 0 to 3 are the actions a to d.
#[test]
fn rows_are_put_in_taken_out_and_moved() {
    type Do = fn(&mut Three) -> Edit;
    let nothing: Do = |_| Edit::Batch(Vec::new());
    let cases: [(&str, Do, Do, &str); 13] = [
        ("nobody did anything", nothing, nothing, "abc|d|"),
        ("they deleted", nothing, |t| t.remove(1), "ac|d|"),
        ("both deleted", |t| t.remove(1), |t| t.remove(1), "ac|d|"),
        ("they put one in", nothing, |t| t.add(0, 1, "x"), "axbc|d|"),
        ("each put one in elsewhere", |t| t.add(0, 1, "x"), |t| t.add(0, 3, "y"), "axbcy|d|"),
        ("beside what the other deleted", |t| t.add(0, 2, "x"), |t| t.remove(1), "axc|d|"),
        ("moved within the list", |t| t.shift(0, 0, 2), |t| t.describe(0, "A"), "bcA|d|"),
        ("two different ones moved", |t| t.shift(0, 0, 2), |t| t.shift(3, 0, 0), "dbca||"),
        ("one put last, one put first", |t| t.shift(0, 0, 2), |t| t.shift(2, 0, 0), "cba|d|"),
        ("moved and edited meet", |t| t.shift(0, 2, 0), |t| t.describe(0, "A"), "bc|d|A"),
        ("both moved alike", |t| t.shift(0, 2, 0), |t| t.shift(0, 2, 0), "bc|d|a"),
        (
            "moved out of what they deleted",
            |t| t.shift(3, 0, 0),
            |t| Edit::Batch(vec![t.shift(3, 0, 0), t.remove_objective(1)]),
            "dabc|",
        ),
        ("deleted with all that is in it", nothing, |t| t.remove_grid(0), ""),
    ];
    for (case, mine, theirs, expected) in cases {
        let mut three = Three::new();
        let (mine, theirs) = (mine(&mut three), theirs(&mut three));
        three.i(mine);
        three.they(theirs);
        assert_eq!(letters(&three.joined()), expected, "{case}");
    }
}

#[test]
fn two_rows_put_into_one_place_both_stay_in_an_order_that_does_not_depend_on_who_merges() {
    let mut three = Three::new();
    let (mine, theirs) = (three.add(0, 1, "x"), three.add(0, 1, "y"));
    three.i(mine);
    three.they(theirs);
    let joined = letters(&three.joined());
    assert!(joined == "axybc|d|" || joined == "ayxbc|d|", "{joined}");
}

#[test]
fn one_record_added_by_both_is_one_record() {
    let mut three = Three::new();
    let Edit::Insert(place, Record::Action(action)) = three.add(1, 1, "x") else { panic!() };
    let edit = |words: &str, letter: &str| {
        let mut action = Action { description: words.to_owned(), ..(*action).clone() };
        action.own.insert(planning_grid::model::ColumnId::new(7).unwrap(), letter.to_owned());
        if letter.is_empty() {
            action.own.clear();
        }
        Edit::Insert(place, Record::Action(Box::new(action)))
    };
    three.i(edit("x", ""));
    three.they(edit("x", "grant"));
    let plan = three.joined();
    assert_eq!(letters(&plan), "abc|dx|");
    assert_eq!(plan.action(action.id).unwrap().own.len(), 1);
}

#[test]
fn columns_are_merged_one_by_one() {
    let mut three = Three::new();
    let mut renamed = three.base.columns.clone();
    "By when".clone_into(&mut renamed[1].heading);
    let mut more = three.base.columns.clone();
    more.insert(1, Column { shows: Shows::Status, heading: "RAG".to_owned() });
    three.i(Edit::Plan(PlanField::Columns(renamed)));
    three.they(Edit::Plan(PlanField::Columns(more)));
    let headings: Vec<String> = three.joined().columns.into_iter().map(|column| column.heading).collect();
    assert_eq!(headings, ["Action", "RAG", "By when"]);
}

#[test]
fn a_new_period_reads_what_the_other_side_wrote() {
    let mut three = Three::new();
    three.i(three.due(0, "31 March"));
    three.they(Edit::Plan(PlanField::Period(Period::financial_year(2010))));
    let plan = three.joined();
    let day = chrono::NaiveDate::from_ymd_opt(2011, 3, 31);
    assert_eq!(plan.action(three.actions[0]).unwrap().when.reading().to(), day);
}

#[test]
fn updates_of_both_sides_are_all_there() {
    let mut three = Three::new();
    let place = Place { parent: Parent::Action(three.actions[0]), index: 0 };
    let mut update = |words: &str| {
        let (id, by) = (three.ids.update(), String::new());
        Edit::Insert(place, Record::Update(Update { id, on: None, by, text: words.to_owned(), status: None }))
    };
    let (mine, theirs) = (update("mine"), update("theirs"));
    three.i(mine);
    three.they(theirs);
    assert_eq!(three.joined().action(three.actions[0]).unwrap().updates.len(), 2);
}

#[test]
fn what_came_with_its_parent_is_told_once() {
    let mut three = Three::new();
    let mut without = three.base.clone();
    without.apply(three.remove_grid(0)).unwrap();
    (three.base, three.mine) = (without.clone(), without);
    let told: Vec<_> = three.merge().joined.into_iter().map(|joined| (joined.change, joined.place)).collect();
    assert_eq!(told, [(Change::Added, "Grid 1".to_owned())]);
}
