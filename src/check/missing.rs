//! What is not there: owners, deadlines, indicators, milestones, actions, objectives.
//!
//! It must not ask for what the plan has no column for.

use super::finding::Field;
use super::rule::Rule;
use super::walk::{Desk, Here, Spot};
use super::words::beginning;
use crate::dates::Kind;
use crate::model::{Action, Grid, Objective, RecordId, Shows};

/// Looks at the cells of an action.
pub(super) fn look_at_action(desk: &mut Desk<'_>, here: Here, action: &Action) {
    let plan = desk.plan;
    let spot = |field| Spot::new(here, field, RecordId::Action(action.id));
    let no_words = action.description.trim().is_empty();
    if no_words {
        let (message, suggestion) = if is_blank(action) {
            ("This row is empty.", "Write the action, or delete the row.")
        } else {
            ("This row does not say what will be done.", "Write the action, or move what stands here to another row.")
        };
        desk.find(Rule::MissingDescription, spot(Field::Description), "", message, suggestion);
        if is_blank(action) {
            return;
        }
    }
    // Said of few actions, so it is put into words only where it is.
    let named = |lacks: &str| {
        let begins = beginning(&action.description);
        if no_words { format!("This row has no {lacks}.") } else { format!("\"{begins}\" has no {lacks}.") }
    };
    if plan.has_column(Shows::Owners) && action.owners.names().is_empty() {
        let suggestion = "Name one owner who answers for it; partners can stand beside.";
        desk.find(Rule::MissingOwner, spot(Field::Owners), "", named("owner"), suggestion);
    }
    if plan.has_column(Shows::When) && action.when.reading().kind() == Kind::Blank {
        let last = action.milestones.iter().filter_map(|one| one.when().reading().due()).max();
        let suggestion = match last {
            Some(day) => format!(
                "Give the day by which all of it is done; its last milestone is due on {}.",
                crate::dates::day_words(day)
            ),
            None => "Give the day by which all of it is done.".to_owned(),
        };
        desk.find(Rule::MissingDeadline, spot(Field::When), "", named("deadline"), suggestion);
    }
    if plan.has_column(Shows::Kpis) && action.kpis.iter().all(|kpi| kpi.text.trim().is_empty()) {
        let suggestion = "Say how you will know that it worked: how many, how often, or what will be there.";
        desk.find(Rule::MissingKpi, spot(Field::Kpis), "", named("indicator"), suggestion);
    }
    if plan.has_column(Shows::Milestones) && action.milestones.iter().all(|one| one.text().trim().is_empty()) {
        let suggestion = "Give a dated step or two on the way; or accept this for an action that needs none.";
        desk.find(Rule::MissingMilestone, spot(Field::Milestones), "", named("milestone"), suggestion);
    }
}

/// Whether nothing at all was entered.
fn is_blank(action: &Action) -> bool {
    action.description.trim().is_empty()
        && action.owners.written().trim().is_empty()
        && action.when.written().trim().is_empty()
        && action.kpis.iter().all(|one| one.text.trim().is_empty())
        && action.milestones.iter().all(|one| one.text().trim().is_empty())
        && action.updates.is_empty()
        && action.own.is_empty()
}

/// Looks at an objective as a whole.
pub(super) fn look_at_objective(desk: &mut Desk<'_>, here: Here, objective: &Objective) {
    let spot = |field| Spot::new(here, field, RecordId::Objective(objective.id));
    if objective.statement.trim().is_empty() {
        let suggestion = "Write what the objective is, or move its actions to another.";
        desk.find(Rule::MissingStatement, spot(Field::Statement), "", "This objective has no words.", suggestion);
    }
    if objective.actions.is_empty() {
        let message = format!("\"{}\" has no actions.", beginning(&objective.statement));
        let suggestion = "Add at least one action, or take the objective out.";
        desk.find(Rule::ObjectiveWithoutActions, spot(Field::Actions), &objective.statement, message, suggestion);
    }
}

/// Looks at a grid as a whole.
pub(super) fn look_at_grid(desk: &mut Desk<'_>, here: Here, grid: &Grid) {
    if grid.objectives.is_empty() {
        let spot = Spot::new(here, Field::Objectives, RecordId::Grid(grid.id));
        let title = grid.full_title();
        let suggestion = "Add an objective, or take the grid out.";
        let message = format!("\"{}\" has no objectives.", beginning(&title));
        desk.find(Rule::GridWithoutObjectives, spot, &title, message, suggestion);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Row, found, plan_of};
    use super::*;

    const GAPS: [Rule; 4] = [Rule::MissingOwner, Rule::MissingDeadline, Rule::MissingKpi, Rule::MissingMilestone];

    #[test]
    fn empty_cells_are_found_where_the_plan_has_the_column() {
        let row = Row { owners: " ", when: "", kpis: &[], milestones: &[], ..Row::sound() };
        let mut plan = plan_of(&[row]);
        for rule in GAPS {
            assert_eq!(found(&plan, rule), [""], "{rule:?}");
        }
        plan.columns.retain(|column| column.shows == Shows::Description);
        for rule in GAPS {
            assert_eq!(found(&plan, rule), [""; 0], "{rule:?}");
        }
    }

    #[test]
    fn a_placeholder_is_not_missing_as_well() {
        let plan = plan_of(&[Row { when: "xxx", kpis: &["TBC"], milestones: &["xxx"], ..Row::sound() }]);
        for rule in GAPS {
            assert_eq!(found(&plan, rule), [""; 0], "{rule:?}");
        }
        assert_eq!(found(&plan, Rule::Placeholder), ["xxx", "TBC", "xxx"]);
    }

    #[test]
    fn a_row_that_says_nothing_is_found_once() {
        let empty = Row { description: "", owners: "", when: "", kpis: &[], milestones: &[] };
        let plan = plan_of(&[empty]);
        assert_eq!(found(&plan, Rule::MissingDescription), [""]);
        assert_eq!(found(&plan, Rule::MissingOwner), [""; 0]);
        let plan = plan_of(&[Row { owners: "YOS", ..empty }]);
        assert_eq!(found(&plan, Rule::MissingDescription), [""]);
        assert_eq!(found(&plan, Rule::MissingDeadline), [""]);
    }

    #[test]
    fn objectives_and_grids_with_nothing_in_them_are_found() {
        let mut plan = plan_of(&[]);
        assert_eq!(found(&plan, Rule::ObjectiveWithoutActions), ["We will help people to recover"]);
        plan.grids[0].objectives[0].statement.clear();
        assert_eq!(found(&plan, Rule::MissingStatement), [""]);
        plan.grids[0].objectives.clear();
        assert_eq!(found(&plan, Rule::GridWithoutObjectives), ["Treatment"]);
    }
}
