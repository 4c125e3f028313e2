//! What differs between two plans: told completely, with the words before and after.

use std::collections::HashSet;

use planning_grid::model::merge::{Change, Joined, changes, merge};
use planning_grid::model::{Edit, Plan, PlanField, RecordId};
use planning_grid::store::Sample;
use proptest::prelude::*;

use super::edits::{after, start, steps};
use super::properties::config;
use super::three::Three;
use crate::support::texts::texts;

/// The changes between two plans, a line each; "-" where there was or is nothing.
fn told(from: &Plan, to: &Plan) -> Vec<String> {
    let words = |words: Option<String>| words.map_or("-".to_owned(), |words| format!("{words:?}"));
    let line = |one: Joined| {
        let (change, place) = (one.change, one.place);
        format!("{change:?}: {place}: {} {}", words(one.before), words(one.after))
    };
    changes(from, to).into_iter().map(line).collect()
}

#[test]
fn a_field_is_told_as_it_was_and_as_it_is() {
    let mut three = Three::new();
    three.they(three.due(0, "31/03/17"));
    three.they(three.due(1, "end June"));
    three.they(three.due(1, ""));
    assert_eq!(told(&three.base, &three.theirs), [r#"Changed: Action PBC1.1, Deadline: "" "31/03/17""#]);
    assert_eq!(told(&three.theirs, &three.base), [r#"Changed: Action PBC1.1, Deadline: "31/03/17" """#]);
}

#[test]
fn what_came_went_moved_or_changed_places_is_told_with_the_words_it_is_known_by() {
    let mut three = Three::new();
    three.they(three.state(1, "Pharmacies"));
    three.they(three.remove(3));
    three.they(three.shift(0, 1, 0));
    let new = three.add(2, 0, "Train the trainers");
    three.they(new);
    three.they(three.shift(2, 0, 0));
    let expected = [
        r#"Reordered: Objective PBC1, order of actions: "b\nc" "c\nb""#,
        r#"Changed: Objective PBC2, statement: "" "Pharmacies""#,
        r#"Moved: Action PBC1.1, where it stands: "PBC1" "PBC2 Pharmacies""#,
        r#"Added: Action T1.1: - "Train the trainers""#,
        r#"Deleted: Action PBC2.1: "d" -"#,
    ];
    assert_eq!(told(&three.base, &three.theirs), expected);
}

#[test]
fn statuses_columns_and_notes_are_told() {
    let base = planning_grid::store::parse(Sample::TowerHamlets.bytes(), "sample").unwrap();
    let mut to = base.clone();
    let mut statuses = base.statuses.clone();
    "Done".clone_into(&mut statuses[0].word);
    statuses.swap(1, 2);
    let mut columns = base.columns.clone();
    "Due".clone_into(&mut columns[0].heading);
    let gone = columns.pop().unwrap();
    let note = base.notes[0].clone();
    for edit in [
        Edit::Plan(PlanField::Statuses(statuses)),
        Edit::Plan(PlanField::Columns(columns)),
        Edit::Remove(RecordId::Note(note.id)),
    ] {
        to.apply(edit).unwrap();
    }
    let told = told(&base, &to);
    let (status, column) = (&base.statuses[0].word, &base.columns[0].heading);
    for ends in [
        format!(", word: {status:?} \"Done\""),
        format!("Column {column}: {column:?} \"Due\""),
        format!("Deleted: Column {0}: {0:?} -", gone.heading),
        format!("Deleted: Note 1: {:?} -", note.text),
    ] {
        assert_eq!(told.iter().filter(|line| line.ends_with(&ends)).count(), 1, "{ends} in {told:#?}");
    }
    assert!(told.iter().any(|line| line.starts_with("Reordered: The plan, order of statuses")), "{told:#?}");
    assert_eq!(told.len(), 5, "{told:#?}");
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn where_nothing_is_told_the_plans_are_the_same(one in steps(), other in steps()) {
        let base = start();
        let (one, other) = (after(&base, &one), after(&base, &other));
        for (from, to) in [(&base, &one), (&one, &base), (&one, &other)] {
            prop_assert_eq!(changes(from, to).is_empty(), from == to);
        }
    }

    #[test]
    fn a_merge_in_which_one_side_changed_nothing_tells_the_same(one in steps(), other in steps()) {
        let base = start();
        let (one, other) = (after(&base, &one), after(&base, &other));
        for (from, to) in [(&base, &one), (&one, &base), (&one, &other)] {
            prop_assert_eq!(changes(from, to), merge(from, from, to).joined);
        }
    }

    #[test]
    fn every_text_that_is_new_or_gone_is_told(one in steps(), other in steps()) {
        let base = start();
        let (from, to) = (after(&base, &one), after(&base, &other));
        let told = changes(&from, &to);
        // Of what came or went whole, only the words it is known by are told.
        let whole = |change| told.iter().any(|one| one.change == change);
        let [was, is] = [&from, &to].map(|plan| texts(plan).into_iter().collect::<HashSet<_>>());
        if !whole(Change::Added) {
            for text in is.difference(&was) {
                prop_assert!(told.iter().any(|one| one.after.as_ref().is_some_and(|after| after.contains(text))), "{}", text);
            }
        }
        if !whole(Change::Deleted) {
            for text in was.difference(&is) {
                prop_assert!(told.iter().any(|one| one.before.as_ref().is_some_and(|before| before.contains(text))), "{}", text);
            }
        }
    }
}
