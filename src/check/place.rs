//! Where a finding is, in the plan's own words.
//!
//! It must not know how anything is found.

use super::finding::{Field, Finding};
use crate::model::{AcceptedFinding, Plan, Shows};

impl Finding {
    /// Whether it is the one that was or would be accepted as this.
    #[must_use]
    pub fn is(&self, accepted: &AcceptedFinding) -> bool {
        self.words == accepted.words
            && self.record == accepted.record
            && self.rule.id() == accepted.rule
            && self.field.to_string() == accepted.field
    }

    /// Its place: "PBC4.1 · Develop and implement an annual…"; "The whole plan".
    #[must_use]
    pub fn place(&self, plan: &Plan) -> String {
        if let Some(standing) = self.action.and_then(|id| plan.standing(id)) {
            let reference = standing.reference();
            let words = on_one_line(&standing.action.description);
            return if words.is_empty() { reference } else { format!("{reference} · {words}") };
        }
        let Some(grid) = plan.grids.iter().find(|grid| Some(grid.id) == self.grid) else {
            return "The whole plan".to_owned();
        };
        match grid.objectives.iter().find(|objective| Some(objective.id) == self.objective) {
            Some(objective) => on_one_line(&format!("{} {}", objective.reference, objective.statement)),
            None => on_one_line(&grid.full_title()),
        }
    }

    /// The field as the plan calls it; nothing where the place says all.
    #[must_use]
    pub fn field_heading<'plan>(&self, plan: &'plan Plan) -> &'plan str {
        match self.field {
            Field::Description => plan.heading_of(Shows::Description),
            Field::Owners => plan.heading_of(Shows::Owners),
            Field::When => plan.heading_of(Shows::When),
            Field::Kpis => plan.heading_of(Shows::Kpis),
            Field::Milestones => plan.heading_of(Shows::Milestones),
            Field::Updates => plan.heading_of(Shows::Progress),
            Field::Status => plan.heading_of(Shows::Status),
            Field::Own(column) => plan.heading_of(Shows::Own(column)),
            Field::PlanTitle | Field::Title => "Title",
            Field::Version => "Version",
            Field::FrontMatter => "Front matter",
            Field::Meetings => "Meetings",
            Field::Reference => "Reference",
            Field::Priorities => "Key priorities",
            Field::Objectives | Field::Actions => "",
            Field::Statement => "Objective",
            Field::Outcomes => "Expected outcomes",
        }
    }
}

fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
