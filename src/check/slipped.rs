//! Deadlines that moved later since the board last had a pack, and of which nothing was said since.
//!
//! It must not compare anything but dates; [`crate::model::merge`] has all that differs.

use std::collections::HashMap;

use super::finding::{Field, Finding};
use super::rule::Rule;
use super::walk::{Desk, Here, Spot};
use crate::dates::day_words;
use crate::model::{Action, ActionId, Fingerprint, Issued, RecordId};

/// Looks at every deadline that the newest pack before the as-at day had.
pub(super) fn look_at_plan(desk: &mut Desk<'_>) {
    let plan = desk.plan;
    let Some(issued) = plan.issued_before(desk.as_at) else { return };
    let told: HashMap<ActionId, &Action> = issued.said.actions().map(|action| (action.id, action)).collect();
    for standing in plan.standings() {
        let here = Here {
            grid: Some((standing.grid_index, standing.grid.id)),
            objective: Some((standing.objective_index, standing.objective.id)),
            action: Some((standing.action_index, standing.action.id)),
        };
        if let Some(before) = told.get(&standing.action.id) {
            look_at_action(desk, here, issued, before, standing.action);
        }
    }
}

fn look_at_action(desk: &mut Desk<'_>, here: Here, issued: &Issued, before: &Action, action: &Action) {
    let (Some(from), Some(to)) = (before.when.reading().due(), action.when.reading().due()) else { return };
    let is_new = |id| before.updates.iter().all(|update| update.id != id);
    let is_said = action.updates.iter().any(|update| is_new(update.id) && !update.text.trim().is_empty());
    if to <= from || is_said {
        return;
    }
    let spot = Spot::new(here, Field::Updates, RecordId::Action(action.id));
    let (text, told) = (action.when.written(), before.when.written());
    let days = to.signed_duration_since(from).num_days();
    let message = format!(
        "The board was told {} ({}); now it is {}, {days} {} later, and nothing was said of it since.",
        day_words(from),
        issued.title(),
        day_words(to),
        if days == 1 { "day" } else { "days" },
    );
    let suggestion = "Add an update that says why it slipped and what is done about it.";
    let finding: &mut Finding = desk.find(Rule::SlippedWithoutReason, spot, text, message, suggestion);
    finding.words = Fingerprint::of_all([text, told, &issued.as_at.to_string()]);
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::super::testing::{Row, first, found_on, plan_of, update};
    use super::*;
    use crate::dates::When;
    use crate::model::{IdMaker, Plan};

    const LATER: (i32, u32, u32) = (2016, 9, 1);

    /// A plan that was issued as at 11 July 2016 with a deadline of 31/12/16, and that has another now.
    fn issued_and_due(written: &str) -> Plan {
        let mut plan = plan_of(&[Row::sound()]);
        let day = NaiveDate::from_ymd_opt(2016, 7, 11).unwrap();
        let issued = Issued::of(&plan, IdMaker::new(3).issued(), None, day);
        plan.issued.push(issued);
        let period = plan.period.clone();
        first(&mut plan).when = When::read(written, &period);
        plan
    }

    #[test]
    fn a_deadline_that_moved_later_without_a_word_is_found() {
        let mut plan = issued_and_due("31/03/17");
        assert_eq!(found_on(&plan, Rule::SlippedWithoutReason, LATER), ["31/03/17"]);
        first(&mut plan).updates.push(update(None, "  ", None));
        assert_eq!(found_on(&plan, Rule::SlippedWithoutReason, LATER), ["31/03/17"]);
        first(&mut plan).updates[0].text = "The post is vacant".to_owned();
        assert_eq!(found_on(&plan, Rule::SlippedWithoutReason, LATER), [""; 0]);
    }

    #[test]
    fn what_was_said_before_the_pack_is_no_reason() {
        let mut plan = issued_and_due("31/03/17");
        let said = update(Some((2016, 7, 1)), "Going well", None);
        first(&mut plan).updates.push(said.clone());
        let mut told = (*plan.issued[0].said).clone();
        first(&mut told).updates.push(said);
        plan.issued[0].said = told.into();
        assert_eq!(found_on(&plan, Rule::SlippedWithoutReason, LATER), ["31/03/17"]);
    }

    #[test]
    fn other_changes_and_other_days_are_no_slip() {
        for written in ["31/12/16", "end December 2016", "30/11/16", "Ongoing", "", "xxxx"] {
            assert_eq!(found_on(&issued_and_due(written), Rule::SlippedWithoutReason, LATER), [""; 0], "{written}");
        }
        let plan = issued_and_due("31/03/17");
        assert_eq!(found_on(&plan, Rule::SlippedWithoutReason, (2016, 7, 11)), [""; 0], "no pack is older");
    }
}
