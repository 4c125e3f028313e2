//! Every text that a person wrote in a plan.

use planning_grid::model::Plan;
use planning_grid::model::search::words_of_action;

/// Every text that a person wrote in the plan, in order.
pub(crate) fn texts(plan: &Plan) -> Vec<String> {
    let mut texts = vec![
        plan.title.clone(),
        plan.partnership.clone(),
        plan.version.clone(),
        plan.marking.clone(),
        plan.front_matter.clone(),
        plan.period.label.clone(),
    ];
    let headings = &plan.headings;
    texts.extend([&headings.priorities, &headings.delivery_plan, &headings.outcomes].map(String::clone));
    texts.extend(plan.columns.iter().map(|column| column.heading.clone()));
    texts.extend(plan.statuses.iter().flat_map(|status| [status.word.clone(), status.letter.clone()]));
    texts.extend(plan.notes.iter().map(|note| note.text.clone()));
    texts.extend(plan.meetings.iter().flat_map(|meeting| [meeting.name.clone(), meeting.when.written().to_owned()]));
    texts.extend(plan.directory.iter().flat_map(|owner| owner.names().map(str::to_owned)));
    texts.extend(plan.directory.iter().map(|owner| owner.email.clone()));
    texts.extend(plan.accepted.values().cloned());
    for grid in &plan.grids {
        texts.extend([grid.reference.clone(), grid.title.clone(), grid.priorities_heading.clone()]);
        texts.extend(grid.priorities.iter().map(|priority| priority.text.clone()));
        for objective in &grid.objectives {
            texts.extend([objective.reference.clone(), objective.statement.clone()]);
            texts.extend(objective.outcomes.iter().map(|outcome| outcome.text.clone()));
            for action in &objective.actions {
                words_of_action(action, &mut |text| texts.push(text.to_owned()));
            }
        }
    }
    texts
}
