//! Both samples, with some actions complete, rolled forward by a year.

use chrono::Months;
use planning_grid::dates::Period;
use planning_grid::model::rolling::Consent;
use planning_grid::model::search::words_of_action;
use planning_grid::model::{Action, Meaning, Plan};
use planning_grid::store::{self, Sample};

use super::{due, open_actions, rolled, rolled_with_all};

/// A sample in which every seventh action is complete, and every action of its second objective.
fn sample(sample: Sample) -> (Plan, Period) {
    let mut plan = store::parse(sample.bytes(), sample.label()).unwrap();
    let complete = plan.statuses.iter().find(|status| status.meaning == Meaning::Complete).unwrap().id;
    let objectives = plan.grids.iter_mut().flat_map(|grid| &mut grid.objectives);
    let mut number = 0;
    for (position, objective) in objectives.enumerate() {
        for action in &mut objective.actions {
            number += 1;
            if position == 1 || number % 7 == 0 {
                action.status = Some(complete);
            }
        }
    }
    let next = plan.period.following().unwrap();
    (plan, next)
}

fn samples() -> [(Plan, Period); 2] {
    Sample::ALL.map(sample)
}

fn words(actions: &[&Action]) -> Vec<String> {
    let mut words = Vec::new();
    for action in actions {
        words_of_action(action, &mut |text| words.push(text.to_owned()));
    }
    words
}

#[test]
fn the_next_periods_are_those_of_the_next_year() {
    assert_eq!(samples().map(|(_, next)| next), [2011, 2017].map(Period::financial_year));
}

#[test]
fn every_open_action_is_there_to_the_letter_and_everything_around_it() {
    for (plan, next) in samples() {
        let rolled = rolled(&plan, &next, &Consent::none());
        let [old, new] = [&plan, &rolled.plan].map(open_actions);
        assert_eq!(rolled.plan.actions().count(), new.len(), "a complete action was carried over");
        assert_eq!(old.len() + rolled.left_behind.len(), plan.actions().count());
        assert!(rolled.left_behind.len() > old.len() / 7);
        let ids = |actions: &[&Action]| actions.iter().map(|action| action.id).collect::<Vec<_>>();
        assert_eq!(ids(&new), ids(&old));
        for (old, new) in old.iter().zip(&new) {
            // Only how its dates are held may differ.
            let mut old = (*old).clone();
            old.when = new.when.clone();
            assert_eq!(new.when.written(), old.when.written());
            for (old, new) in old.milestones.iter_mut().zip(&new.milestones) {
                assert_eq!((old.id, old.text()), (new.id, new.text()));
                assert_eq!(old.when().written(), new.when().written());
                *old = new.clone();
            }
            assert_eq!(&old, *new);
        }
        let around = |plan: &Plan| {
            let mut plan = plan.clone();
            for objective in plan.grids.iter_mut().flat_map(|grid| &mut grid.objectives) {
                objective.actions.clear();
            }
            (plan.grids, plan.columns, plan.statuses, plan.headings, plan.directory, plan.notes, plan.front_matter)
        };
        assert_eq!(around(&rolled.plan), around(&plan));
        assert_eq!(rolled.plan.title, plan.title);
    }
}

#[test]
fn without_consent_every_date_is_due_when_it_was() {
    for (plan, next) in samples() {
        let rolled = rolled(&plan, &next, &Consent::none());
        assert_eq!(due(&open_actions(&rolled.plan)), due(&open_actions(&plan)));
        assert!(rolled.dates.iter().all(|date| !date.moved));
    }
}

#[test]
fn with_full_consent_every_date_is_a_year_later_or_stays_and_is_told() {
    for ((plan, next), most_unmoved) in samples().into_iter().zip([0, 4]) {
        let rolled = rolled_with_all(&plan, &next);
        let (old, new) = (due(&open_actions(&plan)), due(&open_actions(&rolled.plan)));
        let mut unmoved = Vec::new();
        for ((record, old), (other, new)) in old.into_iter().zip(new) {
            assert_eq!(record, other);
            let date = rolled.dates.iter().find(|date| date.record == record);
            match (old, date) {
                (Some(day), Some(date)) if date.moved => {
                    let later = day.checked_add_months(Months::new(12)).unwrap();
                    // A leap year's February is longer.
                    let is_later = new == Some(later) || new == later.succ_opt();
                    assert!(is_later, "{}: {day} to {new:?}", date.written);
                }
                (Some(day), Some(date)) => {
                    assert_eq!(new, old);
                    if day < next.from {
                        unmoved.push(&date.written);
                    }
                }
                (old, _) => assert_eq!((old, new), (None, None)),
            }
        }
        assert!(unmoved.len() <= most_unmoved, "{unmoved:?}");
    }
}

#[test]
fn with_full_consent_only_the_words_of_dates_change_and_the_title() {
    for (plan, next) in samples() {
        let rolled = rolled_with_all(&plan, &next);
        let [old, new] = [&plan, &rolled.plan].map(|plan| words(&open_actions(plan)));
        let letters = |text: &String| text.replace(|letter: char| letter.is_ascii_digit(), "0");
        assert_eq!(old.iter().map(letters).collect::<Vec<_>>(), new.iter().map(letters).collect::<Vec<_>>());
        let changed = old.iter().zip(&new).filter(|(old, new)| old != new).count();
        assert!(changed > 20 && changed <= rolled.dates.iter().filter(|date| date.moved).count());
        assert!(rolled.plan.title.contains(&next.label), "{}", rolled.plan.title);
    }
}
