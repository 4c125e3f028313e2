//! Whatever a colleague did to their copy: accepting all of it makes the plan read as the copy does, accepting none
//! changes nothing, and any choice gives a sound plan.

use std::collections::BTreeSet;

use planning_grid::model::matching::{Change, Kind, Matching};
use planning_grid::model::merge::Subject;
use planning_grid::model::{Edit, IdMaker, Milestone, Plan, RecordId, Shows, invariants};
use planning_grid::store::{self, Sample};
use proptest::collection::vec;
use proptest::prelude::*;

use super::colleague::{KINDS, Work, document_of, work};
use super::{compared, with};
use crate::merge::edits::start;
use crate::support::plans::plan_of;

/// The plans that are tried: a small one with a column of its own, one of many alike rows, and the samples.
fn plan(which: usize) -> Plan {
    match which % 4 {
        0 => start(),
        1 => plan_of(60),
        2 => store::parse(Sample::Oldham.bytes(), "oldham.ron").expect("a sample"),
        _ => store::parse(Sample::TowerHamlets.bytes(), "tower-hamlets.ron").expect("a sample"),
    }
}

fn works() -> impl Strategy<Value = Vec<Work>> {
    let one = (0..KINDS, any::<usize>(), any::<usize>(), "[a-z]{4,8}");
    vec(one.prop_map(|(what, which, to, words)| Work { what, which, to, words }), 0..14)
}

fn copy_after(plan: &Plan, works: &[Work]) -> Plan {
    let mut document = document_of(plan);
    let mut ids = IdMaker::new(3);
    for one in works {
        work(&mut document, one, &mut ids);
    }
    document
}

/// Runs of white space as one.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn lines<'text>(texts: impl Iterator<Item = &'text str>) -> String {
    texts.collect::<Vec<_>>().join("\n")
}

/// What a document holds of a plan, cell by cell in order, under the document's own headings.
fn reading(plan: &Plan, document: &Plan) -> Vec<String> {
    let mut told = vec![plan.title.clone(), plan.partnership.clone()];
    let shown = |heading: &str| plan.columns.iter().find(|column| column.heading == heading).map(|one| one.shows);
    for grid in &plan.grids {
        told.push(format!("grid {}", plain(&grid.full_title())));
        told.extend(grid.priorities.iter().map(|one| format!("priority {}", plain(&one.text))));
        for objective in &grid.objectives {
            told.push(format!("objective {} {}", objective.reference, plain(&objective.statement)));
            for action in &objective.actions {
                for column in &document.columns {
                    let words = match shown(&column.heading) {
                        Some(Shows::Description) => action.description.clone(),
                        Some(Shows::Owners) => action.owners.written().to_owned(),
                        Some(Shows::When) => action.when.written().to_owned(),
                        Some(Shows::Kpis) => lines(action.kpis.iter().map(|one| one.text.as_str())),
                        Some(Shows::Milestones) => lines(action.milestones.iter().map(Milestone::text)),
                        Some(Shows::Progress) => action.newest_update().map(|one| one.text.clone()).unwrap_or_default(),
                        Some(Shows::Status) => plan.status_of(action.status).map_or("", |one| &one.word).to_owned(),
                        Some(Shows::Own(column)) => action.own.get(&column).cloned().unwrap_or_default(),
                        Some(Shows::Reference) | None => String::new(),
                    };
                    told.push(format!("{}: {}", column.heading, plain(&words)));
                }
            }
            told.extend(objective.outcomes.iter().map(|one| format!("outcome {}", plain(&one.text))));
        }
    }
    told
}

fn ids(plan: &Plan) -> BTreeSet<RecordId> {
    let mut ids = BTreeSet::new();
    plan.visit_ids(&mut |id| {
        ids.insert(id);
    });
    ids
}

/// What no document holds: notes and the like, and of what both plans have the updates as they were.
fn kept(plan: &Plan, other: &Plan) -> Vec<String> {
    let there = ids(other);
    let updates = plan.actions().flat_map(|action| &action.updates);
    let updates = updates.filter(|one| there.contains(&RecordId::Update(one.id)));
    let mut kept: Vec<String> = updates.map(|update| format!("{update:?}")).collect();
    kept.sort();
    kept.push(format!("{:?}{:?}{:?}{:?}", plan.notes, plan.meetings, plan.directory, plan.statuses));
    kept
}

/// How many actions are said to be missing.
fn missing_actions(matching: &Matching) -> usize {
    let is_action = |change: &&Change| matches!(change.subject, Subject::Record(RecordId::Action(_)));
    matching.changes.iter().filter(is_action).filter(|change| change.kind == Kind::Missing).count()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn accepting_all_makes_the_plan_read_as_the_document(which in 0..4_usize, works in works()) {
        let plan = plan(which);
        let document = copy_after(&plan, &works);
        let matching = compared(&plan, &document);
        let all = with(&matching, true);
        invariants::check(&all)?;
        prop_assert_eq!(reading(&all, &document), reading(&document, &document));
        // And nothing is left to tell.
        let again = compared(&all, &document);
        prop_assert_eq!(again.changes, Vec::new());
        prop_assert_eq!(again.same, document.actions().count());
    }

    #[test]
    fn accepting_none_changes_nothing_and_any_choice_gives_a_sound_plan(
        which in 0..4_usize, works in works(), choice in any::<u64>(),
    ) {
        let plan = plan(which);
        let matching = compared(&plan, &copy_after(&plan, &works));
        prop_assert_eq!(with(&matching, false), plan.clone());
        let accepted: Vec<bool> = (0..matching.changes.len()).map(|at| choice >> (at % 64) & 1 == 1).collect();
        let mut some = plan.clone();
        let back = some.apply(matching.edit(&accepted))?;
        invariants::check(&some)?;
        // Nothing goes that nobody said should go.
        let goes = matching.changes.iter().zip(&accepted).any(|(change, yes)| *yes && change.kind == Kind::Missing);
        let gone: Vec<RecordId> = ids(&plan).difference(&ids(&some)).copied().collect();
        let is_cell = |id: &RecordId| matches!(id, RecordId::Kpi(_) | RecordId::Milestone(_));
        prop_assert!(goes || gone.iter().all(is_cell), "{:?} went", gone);
        prop_assert_eq!(kept(&some, &plan), kept(&plan, &some));
        some.apply(back)?;
        prop_assert_eq!(some, plan);
    }

    #[test]
    fn rows_that_were_edited_or_moved_are_the_same_rows(which in 0..4_usize, works in works()) {
        let mut plan = plan(which);
        for objective in plan.grids.iter_mut().flat_map(|grid| &mut grid.objectives) {
            // A row of one word ("POLICE") that was moved and given a date is nobody's guess.
            objective.actions.retain(|action| !action.description.is_empty());
        }
        // Nothing is taken out, and nothing put in.
        let works: Vec<Work> = works.into_iter().filter(|one| matches!(one.what, 0 | 4..=9 | 11 | 14..=16 | 18)).collect();
        let document = copy_after(&plan, &works);
        let matching = compared(&plan, &document);
        let all = with(&matching, true);
        let rows = |plan: &Plan| plan.actions().map(|action| action.id).collect::<BTreeSet<_>>();
        prop_assert_eq!(rows(&all), rows(&plan));
        prop_assert_eq!(missing_actions(&matching), 0);
    }
}

#[test]
fn a_plan_beside_its_own_document_has_no_changes() {
    for which in 0..4 {
        let plan = plan(which);
        let matching = compared(&plan, &document_of(&plan));
        assert_eq!(matching.changes, [], "plan {which}");
        assert_eq!(matching.same, plan.actions().count());
        let Edit::Replace(same) = matching.edit(&[]) else { panic!("one edit") };
        assert_eq!(*same, plan);
    }
}
