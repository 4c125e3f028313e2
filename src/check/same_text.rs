//! The same text twice where each should say something of its own.
//!
//! It must not mind one milestone or indicator under many actions, or an objective that repeats its key priority:
//! those are meant.

use std::collections::{HashMap, HashSet};

use super::finding::{Field, Finding, Fix};
use super::rule::Rule;
use super::walk::{Desk, Here, Spot};
use super::words::{bare, beginning};
use crate::model::{Action, Edit, Grid, Milestone, Objective, RecordId};

/// Texts of fewer letters than this may well be the same.
const SHORTEST: usize = 12;

/// A text that is compared: where it stands, and what takes it out.
struct Line<'plan> {
    spot: Spot,
    text: &'plan str,
    record: RecordId,
    /// Whether a second of these words can go without anything being lost.
    is_double: bool,
}

/// Looks at an action's indicators and milestones.
pub(super) fn look_at_action(desk: &mut Desk<'_>, here: Here, action: &Action) {
    if action.kpis.len() > 1 {
        let kpis = action.kpis.iter().map(|one| (RecordId::Kpi(one.id), one.text.as_str(), one.measure.is_blank()));
        look_at_list(desk, here, Field::Kpis, kpis);
    }
    if action.milestones.len() > 1 {
        let is_bare = |one: &Milestone| one.beside().is_none() && one.event().is_none();
        let milestones = action.milestones.iter().map(|one| (RecordId::Milestone(one.id), one.text(), is_bare(one)));
        look_at_list(desk, here, Field::Milestones, milestones);
    }
}

/// Looks at a grid's key priorities.
pub(super) fn look_at_priorities(desk: &mut Desk<'_>, here: Here, grid: &Grid) {
    let lines = grid.priorities.iter().map(|one| (RecordId::Priority(one.id), one.text.as_str(), true));
    look_at_list(desk, here, Field::Priorities, lines);
}

/// Looks at an objective's expected outcomes.
pub(super) fn look_at_outcomes(desk: &mut Desk<'_>, here: Here, objective: &Objective) {
    let lines = objective.outcomes.iter().map(|one| (RecordId::Outcome(one.id), one.text.as_str(), true));
    look_at_list(desk, here, Field::Outcomes, lines);
}

fn look_at_list<'plan>(
    desk: &mut Desk<'_>,
    here: Here,
    field: Field,
    lines: impl Iterator<Item = (RecordId, &'plan str, bool)>,
) {
    let mut seen: Vec<(u64, &str)> = Vec::new();
    for (item, (record, text, is_double)) in lines.enumerate() {
        // Most lines differ in their beginning already.
        let begins = key_of_beginning(text);
        let is_same = |(known, other): &&(u64, &str)| *known == begins && key(other) == key(text);
        match seen.iter().find(is_same) {
            Some((_, first)) if bare(text).len() >= SHORTEST => {
                let is_double = is_double && *first == text;
                let spot = Spot::new(here, field, record).item(item);
                find(desk, &Line { spot, text, record, is_double }, "in this list");
            }
            _ => seen.push((begins, text)),
        }
    }
}

/// Looks at the words of every action of the plan.
pub(super) fn look_at_actions(desk: &mut Desk<'_>) {
    let plan = desk.plan;
    // Most actions differ in their beginning already; only the others are gone through whole.
    let keys: Vec<u64> = plan.actions().map(|action| key_of_beginning(&action.description)).collect();
    let mut beginnings: HashMap<u64, usize> = HashMap::with_capacity(keys.len());
    for key in &keys {
        *beginnings.entry(*key).or_default() += 1;
    }
    let is_shared = |key: u64| beginnings.get(&key).is_some_and(|count| *count > 1);
    let mut seen: HashSet<u64> = HashSet::new();
    let mut found = Vec::new();
    for (standing, beginning) in plan.standings().zip(&keys) {
        let action = standing.action;
        let is_long = action.description.len() >= SHORTEST;
        if is_long && is_shared(*beginning) && !seen.insert(key(&action.description)) {
            let here = Here {
                grid: Some((standing.grid_index, standing.grid.id)),
                objective: Some((standing.objective_index, standing.objective.id)),
                action: Some((standing.action_index, action.id)),
            };
            let record = RecordId::Action(action.id);
            let spot = Spot::new(here, Field::Description, record);
            found.push(Line { spot, text: &action.description, record, is_double: false });
        }
    }
    for line in found {
        find(desk, &line, "as an action further up");
    }
}

fn find(desk: &mut Desk<'_>, line: &Line<'_>, place: &str) {
    let message = format!("\"{}\" stands {place} already.", beginning(line.text));
    let suggestion = "Take one of the two out, or say how they differ.";
    let finding: &mut Finding = desk.find(Rule::SameTextTwice, line.spot, line.text, message, suggestion);
    if line.is_double {
        finding.fix = Some(Box::new(Fix {
            label: "take the second out".to_owned(),
            edit: Edit::Remove(line.record),
            replaces: Some(line.text.to_owned()),
        }));
    }
}

/// A number for the words, whatever their case, spacing and end.
fn key(text: &str) -> u64 {
    number_of(letters(text))
}

/// The number of the first words.
fn key_of_beginning(text: &str) -> u64 {
    number_of(letters(text).take(24))
}

fn letters(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().filter(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
}

fn number_of(letters: impl Iterator<Item = u8>) -> u64 {
    let add = |number: u64, byte: u8| (number ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3);
    letters.fold(0xcbf2_9ce4_8422_2325, add)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Row, found, plan_of};
    use super::*;

    #[test]
    fn the_same_text_twice_in_one_list_is_found() {
        let plan = plan_of(&[Row { kpis: &["20 premises registered", "20 Premises registered."], ..Row::sound() }]);
        assert_eq!(found(&plan, Rule::SameTextTwice), ["20 Premises registered."]);
        let rows = [Row::sound(), Row { owners: "Police", ..Row::sound() }];
        assert_eq!(found(&plan_of(&rows), Rule::SameTextTwice), [Row::sound().description]);
    }

    #[test]
    fn one_event_under_many_actions_and_short_words_are_not() {
        let steps: &[&str] = &["New services implemented 01/10/16", "Quarterly", "Quarterly"];
        let other = Row { description: "Review the pathways with hostels", milestones: steps, ..Row::sound() };
        let plan = plan_of(&[Row { milestones: steps, ..Row::sound() }, other]);
        assert_eq!(found(&plan, Rule::SameTextTwice), [""; 0]);
    }
}
