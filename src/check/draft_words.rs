//! Words of a draft in a plan that was agreed.
//!
//! It must not look into actions: "draft a protocol" is something to do.

use super::finding::Field;
use super::rule::Rule;
use super::walk::{Desk, Spot};
use super::words::{Token, bare, tokens};
use crate::model::{PlanStatus, RecordId};

/// Looks at the front page, and at the titles of grids.
pub(super) fn look_at_plan(desk: &mut Desk<'_>) {
    let plan = desk.plan;
    if !matches!(plan.status, PlanStatus::Agreed | PlanStatus::Closed) {
        return;
    }
    let status = plan.status.words().to_lowercase();
    let mut look = |spot: Spot, text: &str| {
        if is_draft(&tokens(text)) {
            let message = format!("The plan is {status}, and \"{}\" speaks of a draft.", bare(text));
            let suggestion = "Take the words out, or set the plan's status back to draft.";
            desk.find(Rule::DraftWords, spot, text, message, suggestion);
        }
    };
    look(Spot::of_plan(Field::PlanTitle), &plan.title);
    look(Spot::of_plan(Field::Version), &plan.version);
    for (item, line) in plan.front_matter.lines().enumerate() {
        look(Spot::of_plan(Field::FrontMatter).item(item), line);
    }
    for (index, grid) in plan.grids.iter().enumerate() {
        let here = super::walk::Here { grid: Some((index, grid.id)), ..Default::default() };
        look(Spot::new(here, Field::Title, RecordId::Grid(grid.id)), &grid.title);
    }
}

fn is_draft(words: &[Token<'_>]) -> bool {
    let two = |one: &str, other: &str| words.windows(2).any(|pair| pair[0].is(one) && pair[1].is(other));
    // "Will be discussed" and "for consultation" are said of what is not agreed.
    words.iter().any(|word| word.is_any(&["draft", "wip", "drafting"]))
        || two("be", "discussed")
        || two("for", "consultation")
        || two("for", "comment")
        || two("tracked", "changes")
        || two("not", "agreed")
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Row, found, plan_of};
    use super::*;

    #[test]
    fn words_of_a_draft_are_found_in_an_agreed_plan_only() {
        let mut plan = plan_of(&[Row { description: "Draft the protocol with providers", ..Row::sound() }]);
        "Action plan\nPLEASE NOTE THIS IS A WORKING DRAFT\nA REVISED VERSION WILL BE DISCUSSED"
            .clone_into(&mut plan.front_matter);
        "draft v3".clone_into(&mut plan.version);
        assert_eq!(found(&plan, Rule::DraftWords), [""; 0]);
        plan.status = PlanStatus::Agreed;
        let expected = ["draft v3", "PLEASE NOTE THIS IS A WORKING DRAFT", "A REVISED VERSION WILL BE DISCUSSED"];
        assert_eq!(found(&plan, Rule::DraftWords), expected);
    }
}
