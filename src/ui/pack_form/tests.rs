//! Which meeting and which day a pack is for.

use super::*;
use crate::dates::{Period, When};
use crate::model::IdMaker;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2016, month, day).unwrap()
}

fn plan_with(meetings: &[&str]) -> Plan {
    let mut ids = IdMaker::new(1);
    let mut plan = Plan::blank("Plan", Period::financial_year(2016), &mut ids);
    for when in meetings {
        let when = When::read(*when, &plan.period);
        plan.meetings.push(Meeting { id: ids.meeting(), name: "DAAT Board".to_owned(), when });
    }
    plan
}

#[test]
fn the_next_meeting_is_chosen_and_the_pack_speaks_for_its_day() {
    let plan = plan_with(&["10/10/16", "11/07/16", "TBC"]);
    let wanted = PackForm::new(&plan, day(7, 11)).wanted(&plan);
    assert_eq!((wanted.meeting, wanted.as_at), (Some(plan.meetings[1].id), day(7, 11)));
    let wanted = PackForm::new(&plan, day(7, 12)).wanted(&plan);
    assert_eq!((wanted.meeting, wanted.as_at), (Some(plan.meetings[0].id), day(10, 10)));
    let wanted = PackForm::new(&plan, day(11, 1)).wanted(&plan);
    assert_eq!((wanted.meeting, wanted.as_at), (None, day(11, 1)));
}

#[test]
fn for_a_meeting_without_a_day_the_pack_speaks_for_the_day_of_the_view() {
    let plan = plan_with(&["TBC"]);
    let form = PackForm { meeting: Some(plan.meetings[0].id), ..PackForm::new(&plan, day(9, 1)) };
    assert_eq!(form.wanted(&plan).as_at, day(9, 1));
    assert_eq!(meeting_words(&plan.meetings[0]), "DAAT Board, TBC");
}
