//! What holds of every plan that is rolled forward, tried with edits nobody thought of.

use std::collections::BTreeSet;

use planning_grid::dates::{Period, When};
use planning_grid::model::rolling::Consent;
use planning_grid::model::search::words_of_action;
use planning_grid::model::{Action, ActionField, ActionId, Edit, MilestoneField, Plan, RecordId};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::{due, is_complete, open_actions, rolled, rolled_with_all};
use crate::properties::{after, config, records, step};

/// Dates with and without a year, and what is none.
const DATES: [&str; 12] = [
    "31 March",
    "April",
    "Q3",
    "29 February",
    "April to June",
    "July Partnership Board",
    "Mon 11 July",
    "by 31/07/16 and 31 March",
    "from May",
    "Feb 16",
    "2016/17",
    "Quarterly",
];

/// The plan with these words as deadlines, in milestones and beside them.
fn with_dates(mut plan: Plan, dates: &[(Index, Index, &str)]) -> Plan {
    for (record, field, words) in dates {
        let records = records(&plan);
        let when = When::read(*words, &plan.period);
        let edit = match record.get(&records) {
            RecordId::Action(id) => Edit::Action(*id, ActionField::When(when)),
            RecordId::Milestone(id) => {
                let fields = [MilestoneField::Text(format!("Agreed by {words}")), MilestoneField::Beside(Some(when))];
                Edit::Milestone(*id, field.get(&fields).clone())
            }
            _ => continue,
        };
        plan.apply(edit).unwrap();
    }
    plan
}

fn words(action: &Action) -> Vec<&str> {
    let mut words = Vec::new();
    words_of_action(action, &mut |text| words.push(text));
    words
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn what_is_open_is_carried_over_and_stays_what_and_when_it_was(
        steps in vec(step(), 0..30),
        dates in vec((any::<Index>(), any::<Index>(), select(&DATES[..])), 0..60),
        years in 1..6_i32,
        length in 1..4_i32,
    ) {
        let plan = with_dates(after(steps).1.plan().clone(), &dates);
        let from = Period::financial_year(2016).from;
        // The steps may have given the plan any other period.
        let first = plan.period.from.max(from).format("%Y").to_string().parse::<i32>()? + years;
        let last = Period::financial_year(first + length - 1);
        let next = Period { to: last.to, ..Period::financial_year(first) };
        let rolled = rolled(&plan, &next, &Consent::none());

        let [old, new] = [&plan, &rolled.plan].map(open_actions);
        let ids = |actions: &[&Action]| actions.iter().map(|action| action.id).collect::<Vec<ActionId>>();
        prop_assert_eq!(ids(&new), ids(&old));
        prop_assert!(rolled.left_behind.iter().all(|id| is_complete(&plan, plan.action(*id).unwrap())));
        prop_assert_eq!(rolled.plan.actions().count() + rolled.left_behind.len(), plan.actions().count());
        let [there, before]: [BTreeSet<RecordId>; 2] = [&rolled.plan, &plan].map(|plan| records(plan).into_iter().collect());
        prop_assert!(there.is_subset(&before));

        prop_assert_eq!(due(&new), due(&old));
        for (old, new) in old.iter().zip(&new) {
            prop_assert_eq!(old.when.reading(), new.when.reading());
            prop_assert_eq!(old.when.written(), new.when.written());
            let (old, new) = (words(old), words(new));
            prop_assert!(old.iter().all(|text| new.contains(text)));
            // A date kept beside a milestone's words is cut out of them.
            prop_assert!(new.iter().all(|text| old.iter().any(|old| old.contains(text))));
        }
    }

    #[test]
    fn whatever_is_agreed_to_only_that_is_moved_and_it_can_be_taken_back(
        dates in vec((any::<Index>(), any::<Index>(), select(&DATES[..])), 0..60),
        agreed in vec(any::<bool>(), 1..40),
    ) {
        let plan = with_dates(crate::support::plans::plan_of(9), &dates);
        let next = plan.period.following().unwrap();
        let none = rolled(&plan, &next, &Consent::none());
        let all = rolled_with_all(&plan, &next);
        let mut consent = Consent::none();
        for (date, agreed) in all.dates.iter().zip(agreed.iter().cycle()) {
            consent.set(date.record, *agreed);
        }
        let some = rolled(&plan, &next, &consent);
        for (date, agreed) in some.dates.iter().zip(agreed.iter().cycle()) {
            prop_assert_eq!(date.moved, *agreed && date.suggestion.is_some());
        }
        let [none_due, all_due, some_due] = [&none, &all, &some].map(|one| due(&open_actions(&one.plan)));
        for ((none, all), some) in none_due.iter().zip(&all_due).zip(&some_due) {
            let is_moved = some.0 == none.0 && consent.is_given_for(some.0);
            prop_assert_eq!(some, if is_moved { all } else { none });
        }
        for date in &all.dates {
            consent.set(date.record, false);
        }
        prop_assert_eq!(rolled(&plan, &next, &consent), none);
    }
}
