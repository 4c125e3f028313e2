//! Dates that slipped, were brought forward, given or lost, and those that only say it in other words.

use super::*;
use crate::dates::Reading;
use crate::model::{MilestoneField, Owners};
use crate::report::MarkOf;

fn day(year: i32, month: u32, date: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, date).unwrap()
}

#[test]
fn a_later_day_is_a_slip_with_the_newest_new_words_as_the_reason() {
    let mut two = Two::new();
    two.says(0, Some((2016, 12, 1)), "Said before");
    two.settles();
    two.due(0, "30/06/17");
    two.says(0, Some((2016, 10, 1)), "The contract was challenged");
    two.says(0, None, "Undated");
    two.says(0, Some((2016, 11, 1)), "  ");
    two.due(1, "April 2017");
    let compared = two.compared();
    let [first, second] = compared.slipped.as_slice() else { panic!("{compared:#?}") };
    assert_eq!((first.date.of, first.date.record()), (MarkOf::Deadline, RecordId::Action(two.actions[0])));
    assert_eq!((first.from, first.to, first.days), (day(2017, 3, 31), day(2017, 6, 30), 91));
    assert_eq!([&first.date.from_words, &first.date.to_words], ["31/03/17", "30/06/17"]);
    assert_eq!(first.date.why.as_deref(), Some("The contract was challenged"));
    assert_eq!((second.date.action.reference.as_str(), second.days, &second.date.why), ("T1.2", 30, &None));
    assert_eq!(compared.in_short(), "2 slipped, 3 updates since");
    let back = compare(&two.new, &two.old);
    assert_eq!((back.brought_forward.len(), back.brought_forward[0].days), (2, 91));
}

#[test]
fn the_same_day_in_other_words_is_no_slip_but_other_words() {
    let mut two = Two::new();
    two.due(0, "End March 2017");
    let compared = two.compared();
    let [words] = compared.words.as_slice() else { panic!("{compared:#?}") };
    assert_eq!((words.place.as_str(), words.field), ("Action T1.1, Deadline", Field::When));
    assert_eq!([&words.before, &words.after], ["31/03/17", "End March 2017"]);
    assert_eq!(compared.in_short(), "1 text changed");
}

#[test]
fn a_date_that_is_lost_or_given_is_neither_a_slip_nor_other_words() {
    let mut two = Two::new();
    two.due(0, "Ongoing");
    let compared = two.compared();
    assert_eq!(compared.given_or_lost[0].day, GivenOrLost::Lost(day(2017, 3, 31)));
    assert_eq!(compared.in_short(), "1 date given or lost");
    let back = compare(&two.new, &two.old);
    assert_eq!(back.given_or_lost[0].day, GivenOrLost::Given(day(2017, 3, 31)));
    assert_eq!(back.given_or_lost[0].date.from_words, "Ongoing");
}

#[test]
fn a_reading_that_was_overruled_is_no_changed_words() {
    let mut two = Two::new();
    let day = Reading::Day(day(2017, 3, 31));
    two.sets(0, ActionField::When(When::overrule("31/03/17", day)));
    two.sets(0, ActionField::Owners(Owners::overrule("", vec!["Police".to_owned()])));
    let compared = two.compared();
    assert_eq!(compared.other.iter().map(|one| one.field).collect::<Vec<_>>(), [Field::Owners, Field::When]);
    assert_eq!(compared.in_short(), "2 other changes");
}

#[test]
fn a_milestone_slips_by_the_date_in_its_words_and_that_is_told_once() {
    let mut two = Two::new();
    let id = two.milestone().id;
    two.does(Edit::Milestone(id, MilestoneField::Text("Award contract Sept 2016".to_owned())));
    let compared = two.compared();
    let [slip] = compared.slipped.as_slice() else { panic!("{compared:#?}") };
    assert_eq!((slip.date.of, slip.days), (MarkOf::Milestone(id), 92));
    assert_eq!([&slip.date.from_words, &slip.date.to_words], ["June 2016", "Sept 2016"]);
    assert_eq!((slip.date.action.id, slip.date.text.as_str()), (two.actions[0], "Award contract Sept 2016"));
    assert_eq!(compared.in_short(), "1 slipped");
    // Where more than the date changed, the words are told too.
    two.does(Edit::Milestone(id, MilestoneField::Text("Award the contract Sept 2016".to_owned())));
    let compared = two.compared();
    assert_eq!(compared.words[0].before, "Award contract June 2016");
    assert_eq!(compared.words[0].action.as_ref().map(|action| action.id), Some(two.actions[0]));
    assert_eq!(compared.in_short(), "1 slipped, 1 text changed");
}

#[test]
fn a_milestone_slips_by_the_date_beside_its_words() {
    let mut two = Two::new();
    let id = two.milestone().id;
    let beside = |two: &Two, words: &str| MilestoneField::Beside(Some(When::read(words, &two.new.period)));
    two.does(Edit::Milestone(id, beside(&two, "31/07/16")));
    let compared = two.compared();
    assert_eq!(compared.in_short(), "1 slipped");
    assert_eq!([&compared.slipped[0].date.from_words, &compared.slipped[0].date.to_words], ["June 2016", "31/07/16"]);
    two.settles();
    two.does(Edit::Milestone(id, beside(&two, "July 2016")));
    assert_eq!(two.compared().in_short(), "1 text changed");
}

#[test]
fn another_year_moves_the_dates_that_belong_to_it_and_is_itself_no_words() {
    let mut two = Two::new();
    two.due(0, "31 March");
    two.settles();
    two.does(Edit::Plan(PlanField::Period(Period::financial_year(2017))));
    let compared = two.compared();
    let [slip] = compared.slipped.as_slice() else { panic!("{compared:#?}") };
    assert_eq!([&slip.date.from_words, &slip.date.to_words], ["31 March"; 2]);
    assert_eq!((slip.from, slip.to), (day(2017, 3, 31), day(2018, 3, 31)));
    assert_eq!(compared.in_short(), "1 slipped, 1 other change");
}

#[test]
fn milestones_of_one_event_that_moved_alike_are_told_as_one() {
    let mut two = Two::new();
    let event = two.ids.event();
    let mut linked = Vec::new();
    for at in 0..4 {
        let date = When::read("30/06/16", &two.new.period);
        let milestone = Milestone::read(two.ids.milestone(), "The board meets", Some(date), &two.new.period);
        linked.push(milestone.id);
        let place = Place { parent: Parent::Action(two.actions[at]), index: 0 };
        two.does(Edit::Insert(place, Record::Milestone(Box::new(milestone.of_event(Some(event))))));
    }
    two.settles();
    two.due(3, "30/06/17");
    let moves = |ids: &[crate::model::MilestoneId], written: &str, two: &Two| {
        crate::model::linking::move_to(ids.iter().copied(), &When::read(written, &two.new.period))
    };
    two.does(moves(&linked[..3], "30/09/16", &two));
    two.does(moves(&linked[3..], "31/10/16", &two));
    two.says(1, None, "It was put off");
    let compared = two.compared();
    assert_eq!((compared.slipped.len(), compared.counts().slipped), (5, 3));
    let told = together(&compared.slipped);
    let counts: Vec<usize> = told.iter().map(|one| one.dates.len()).collect();
    assert_eq!(counts, [3, 1, 1]);
    assert_eq!((told[0].counted().as_deref(), told[1].counted()), (Some("1 event in 3 actions"), None));
    assert_eq!((told[0].references().as_str(), told[0].why()), ("T1.1, T1.2, T1.3", Some("It was put off")));
    let text = compared.text();
    let expected = "\nSlipped (3)\n  1 event in 3 actions, T1.1, T1.2, T1.3: The board meets\n      \
                    30/06/16 → 30/09/16: 92 days later, 30 Jun 2016 → 30 Sep 2016\n      Why: It was put off\n";
    assert!(text.contains(expected), "{text}");
}
