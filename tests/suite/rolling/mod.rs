//! Next year's plan from this one: nothing open is lost, and no date is moved without consent.

mod command;
mod properties;
mod samples;

use chrono::NaiveDate;
use planning_grid::dates::Period;
use planning_grid::model::rolling::{Consent, RolledForward, roll_forward};
use planning_grid::model::{Action, Meaning, Plan, RecordId, invariants};

/// The plan rolled forward, and sound.
#[track_caller]
fn rolled(plan: &Plan, period: &Period, consent: &Consent) -> RolledForward {
    let rolled = roll_forward(plan, period.clone(), consent).unwrap();
    assert_eq!(invariants::check(&rolled.plan), Ok(()));
    rolled
}

/// The plan rolled forward with every suggestion taken.
#[track_caller]
fn rolled_with_all(plan: &Plan, period: &Period) -> RolledForward {
    rolled(plan, period, &Consent::to_all(&rolled(plan, period, &Consent::none())))
}

fn is_complete(plan: &Plan, action: &Action) -> bool {
    plan.status_of(action.status).is_some_and(|status| status.meaning == Meaning::Complete)
}

/// The actions that are not complete, in order.
fn open_actions(plan: &Plan) -> Vec<&Action> {
    plan.actions().filter(|action| !is_complete(plan, action)).collect()
}

/// When each of these actions and each of their milestones is due.
fn due(actions: &[&Action]) -> Vec<(RecordId, Option<NaiveDate>)> {
    let mut due = Vec::new();
    for action in actions {
        due.push((RecordId::Action(action.id), action.when.reading().due()));
        due.extend(action.milestones.iter().map(|one| (RecordId::Milestone(one.id), one.when().reading().due())));
    }
    due
}
