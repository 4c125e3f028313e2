//! What is offered to be linked on the samples: Tower Hamlets has two events, Oldham none.

use planning_grid::model::linking::{self, Candidate};
use planning_grid::model::{IdMaker, Plan, invariants};

use super::opened;

/// A candidate's members: the action's reference and whether it is sure.
fn members(plan: &Plan, candidate: &Candidate) -> Vec<(String, bool)> {
    let reference = |action| plan.standing(action).map(|standing| standing.reference()).unwrap_or_default();
    candidate.members.iter().map(|member| (reference(member.action), member.is_sure)).collect()
}

#[test]
fn tower_hamlets_has_two_events() {
    let plan = opened("tower-hamlets-2016-17.ron");
    let found: Vec<Vec<(String, bool)>> =
        linking::candidates(&plan).iter().map(|candidate| members(&plan, candidate)).collect();
    let expected: [&[(&str, bool)]; 2] = [
        // “New services implemented 01/10/16”, in some actions “Oct 2016”.
        &[
            ("PBC1.3", true),
            ("T1.3", true),
            ("T2.1", true),
            ("T2.2", true),
            ("T3.4", true),
            ("T3.5", true),
            ("T4.1", false),
            ("T4.2", false),
            ("T5.2", true),
            ("T5.3", true),
            ("T6.2", false),
            ("T7.1", true),
            ("T10.1", false),
            ("ER5.1", false),
        ],
        // “Contracts awarded by end of June 2016”.
        &[("PBC1.3", false), ("T1.1", true), ("T1.3", true), ("T2.1", true), ("T2.2", true)],
    ];
    let expected: Vec<Vec<(String, bool)>> = expected
        .iter()
        .map(|group| group.iter().map(|(reference, is_sure)| ((*reference).to_owned(), *is_sure)).collect())
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn both_are_linked_and_let_go_again() {
    let mut plan = opened("tower-hamlets-2016-17.ron");
    let (before, mut ids) = (plan.clone(), IdMaker::new(7));
    for candidate in linking::candidates(&plan) {
        let members = candidate.members.iter().map(|member| member.milestone);
        plan.apply(linking::link(members, ids.event())).unwrap();
    }
    invariants::check(&plan).unwrap();
    assert_eq!(linking::candidates(&plan), []);
    let events = linking::events(&plan);
    assert_eq!(events.len(), 2);
    for event in events {
        plan.apply(linking::let_go_all(&plan, event)).unwrap();
    }
    assert_eq!(plan, before);
}

#[test]
fn oldham_has_none() {
    assert_eq!(linking::candidates(&opened("oldham-2010-11.ron")), []);
}
