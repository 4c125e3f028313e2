//! References of objectives and grids: missing, doubled, out of order.
//!
//! It must not ask for references in a plan that gives none.

use std::collections::{HashMap, HashSet};

use super::finding::{Field, Finding, Fix};
use super::rule::Rule;
use super::walk::{Desk, Here, Spot};
use crate::model::{Edit, Grid, GridField, ObjectiveField, RecordId};

/// A reference parted into what stands before its number, and the number.
fn parted(reference: &str) -> Option<(&str, u32)> {
    let reference = reference.trim();
    let figures = reference.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (before, number) = reference.split_at_checked(reference.len() - figures)?;
    Some((before, number.parse().ok()?))
}

/// What a missing reference would be, where its neighbours leave no choice.
fn likely(references: &[&str], at: usize) -> Option<String> {
    let known = |at: usize| references.get(at).and_then(|one| parted(one));
    let is_gap = |at: &usize| references.get(*at).is_some_and(|one| one.trim().is_empty());
    let before = (0..at).rev().find(|at| !is_gap(at)).and_then(|at| Some((at, known(at)?)));
    let after = (at + 1..references.len()).find(|at| !is_gap(at)).and_then(|at| Some((at, known(at)?)));
    let distance = |from: usize, to: usize| u32::try_from(to - from).ok();
    match (before, after) {
        (Some((first, (letters, from))), Some((last, (others, to)))) => {
            let fits = letters == others && from.checked_add(distance(first, last)?) == Some(to);
            fits.then(|| Some(format!("{letters}{}", from + distance(first, at)?)))?
        }
        (Some((first, (letters, from))), None) => Some(format!("{letters}{}", from.checked_add(distance(first, at)?)?)),
        (None, Some((last, (letters, to)))) => {
            let number = to.checked_sub(distance(at, last)?).filter(|_| distance(0, last) == to.checked_sub(1))?;
            Some(format!("{letters}{number}"))
        }
        (None, None) => None,
    }
}

fn is_given(reference: &&str) -> bool {
    !reference.trim().is_empty()
}

/// Lays down what is wrong with the references of one list.
fn look_at_list<'plan>(
    desk: &mut Desk<'_>,
    references: &[&str],
    asks: bool,
    spot: impl Fn(usize) -> Spot,
    (what, words): (&str, impl Fn(usize) -> &'plan str),
) {
    let mut earlier: HashSet<String> = HashSet::new();
    let mut last: Option<(usize, &str, u32)> = None;
    for (at, reference) in references.iter().enumerate() {
        let shown = reference.trim();
        if !is_given(reference) {
            if asks {
                find_missing(desk, spot(at), references, at, (what, words(at)));
            }
            continue;
        }
        if !earlier.insert(shown.to_lowercase()) {
            let message = format!("\"{shown}\" is given twice.");
            let suggestion = "Give one of the two another reference.";
            desk.find(Rule::ReferenceDoubled, spot(at), reference, message, suggestion);
        } else if let Some((letters, number)) = parted(shown) {
            if let Some((before, _, from)) = last.filter(|(_, known, _)| *known == letters) {
                let room = u32::try_from(at - before).unwrap_or(u32::MAX);
                let next = from.saturating_add(room);
                if number < from || number > next {
                    let message = if number < from {
                        format!("\"{shown}\" comes after \"{letters}{from}\".")
                    } else {
                        format!("\"{letters}{}\" is left out before \"{shown}\".", from + 1)
                    };
                    let suggestion = "Move or renumber it; or accept this where one was taken out on purpose.";
                    desk.find(Rule::ReferenceOutOfOrder, spot(at), reference, message, suggestion);
                }
            }
            last = Some((at, letters, number));
        }
    }
}

fn find_missing(desk: &mut Desk<'_>, spot: Spot, references: &[&str], at: usize, (what, words): (&str, &str)) {
    let reference = likely(references, at).filter(|one| !references.iter().any(|known| known.trim() == one));
    let suggestion = match &reference {
        Some(reference) => format!("Its neighbours suggest \"{reference}\"."),
        None => "Give it one of its own.".to_owned(),
    };
    let edit = reference.map(|reference| {
        let label = format!("give it the reference {reference}");
        let edit = match spot.record {
            Some(RecordId::Grid(id)) => Edit::Grid(id, GridField::Reference(reference)),
            Some(RecordId::Objective(id)) => Edit::Objective(id, ObjectiveField::Reference(reference)),
            _ => Edit::Batch(Vec::new()),
        };
        Fix { label, edit, replaces: None }
    });
    let message = format!("This {what} has no reference, though others have one.");
    let finding: &mut Finding = desk.find(Rule::ReferenceMissing, spot, words, message, suggestion);
    finding.fix = edit.map(Box::new);
}

/// Looks at the references of the grids.
pub(super) fn look_at_grids(desk: &mut Desk<'_>) {
    let plan = desk.plan;
    let references: Vec<&str> = plan.grids.iter().map(|grid| grid.reference.as_str()).collect();
    let asks = references.iter().any(is_given);
    let spot = |at: usize| {
        let grid = plan.grids.get(at).map(|grid| (at, grid.id));
        Spot::of_plan(Field::Reference)
            .of_record(Here { grid, ..Here::default() }, grid.map(|one| RecordId::Grid(one.1)))
    };
    let words = |at: usize| plan.grids.get(at).map_or("", |grid| grid.title.as_str());
    look_at_list(desk, &references, asks, spot, ("grid", words));
}

/// Looks at the references of a grid's objectives.
pub(super) fn look_at_objectives(desk: &mut Desk<'_>, here: Here, grid: &Grid) {
    let references: Vec<&str> = grid.objectives.iter().map(|objective| objective.reference.as_str()).collect();
    let mut all = desk.plan.grids.iter().flat_map(|grid| &grid.objectives);
    let asks = all.any(|objective| is_given(&objective.reference.as_str()));
    let spot = |at: usize| {
        let objective = grid.objectives.get(at).map(|objective| (at, objective.id));
        Spot::of_plan(Field::Reference)
            .of_record(Here { objective, ..here }, objective.map(|one| RecordId::Objective(one.1)))
    };
    let words = |at: usize| grid.objectives.get(at).map_or("", |objective| objective.statement.as_str());
    look_at_list(desk, &references, asks, spot, ("objective", words));
}

/// Looks for a code such as "T4" that two grids give.
pub(super) fn look_at_codes(desk: &mut Desk<'_>) {
    let plan = desk.plan;
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (grid_index, grid) in plan.grids.iter().enumerate() {
        for (at, objective) in grid.objectives.iter().enumerate() {
            let reference = objective.reference.trim();
            // "Objective 1" and a bare number are counted in each grid anew.
            let is_code = reference.starts_with(char::is_alphabetic) && !reference.contains(char::is_whitespace);
            if !is_code {
                continue;
            }
            let first = *seen.entry(reference.to_lowercase()).or_insert(grid_index);
            if first != grid_index {
                let here =
                    Here { grid: Some((grid_index, grid.id)), objective: Some((at, objective.id)), ..Here::default() };
                let spot = Spot::new(here, Field::Reference, RecordId::Objective(objective.id));
                let message = format!("\"{reference}\" is given in another grid too.");
                let suggestion = "Give one of the two another reference.";
                desk.find(Rule::ReferenceDoubled, spot, &objective.reference, message, suggestion);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Row, found, plan_of};
    use super::*;
    use crate::model::{IdMaker, Objective, Plan};

    fn with_references(references: &[&str]) -> Plan {
        let mut plan = plan_of(&[Row::sound()]);
        let mut ids = IdMaker::new(40);
        let action = plan.grids[0].objectives[0].actions[0].clone();
        plan.grids[0].objectives = references
            .iter()
            .map(|reference| {
                let mut objective = Objective::blank(ids.objective());
                (*reference).clone_into(&mut objective.reference);
                let description = format!("Agree protocol {} with every provider", ids.next_number());
                objective.actions.push(crate::model::Action { id: ids.action(), description, ..action.clone() });
                objective
            })
            .collect();
        plan
    }

    #[test]
    fn missing_doubled_and_misplaced_references_are_found() {
        assert_eq!(found(&with_references(&["T1", "", "T3"]), Rule::ReferenceMissing), [""]);
        assert_eq!(found(&with_references(&["T1", "T2", "T2"]), Rule::ReferenceDoubled), ["T2"]);
        assert_eq!(found(&with_references(&["T1", "T3", "T2"]), Rule::ReferenceOutOfOrder), ["T3", "T2"]);
        let mut plan = with_references(&["T1"]);
        let mut second = with_references(&["T1"]).grids.remove(0);
        second.id = IdMaker::new(3).grid();
        plan.grids.push(second);
        assert_eq!(found(&plan, Rule::ReferenceDoubled), ["T1"]);
    }

    #[test]
    fn plans_without_references_and_those_in_order_are_not() {
        for references in
            [["", "", ""], ["Objective 1", "Objective 2", "Objective 3"], ["PBC9", "PBC10", "PBC11"], ["a", "b", "c"]]
        {
            let plan = with_references(&references);
            for rule in [Rule::ReferenceMissing, Rule::ReferenceDoubled, Rule::ReferenceOutOfOrder] {
                assert_eq!(found(&plan, rule), [""; 0], "{references:?}");
            }
        }
        let mut plan = with_references(&["Objective 1"]);
        let mut second = with_references(&["Objective 1"]).grids.remove(0);
        second.id = IdMaker::new(3).grid();
        plan.grids.push(second);
        assert_eq!(found(&plan, Rule::ReferenceDoubled), [""; 0]);
    }

    #[test]
    fn a_reference_is_offered_where_its_neighbours_leave_no_choice() {
        for (references, at, expected) in [
            (&["PBC2", "", "", "PBC5"][..], 1, Some("PBC3")),
            (&["PBC2", "", "", "PBC5"], 2, Some("PBC4")),
            (&["", "", "ER3"], 0, Some("ER1")),
            (&["", "ER3"], 0, None),
            (&["T1", "", "T5"], 1, None),
            (&["Objective 1", ""], 1, Some("Objective 2")),
            (&["", ""], 0, None),
        ] {
            assert_eq!(likely(references, at).as_deref(), expected, "{references:?} {at}");
        }
    }
}
