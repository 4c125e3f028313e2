//! What a new plan starts from: the two families of plan, empty.

use crate::dates::Period;
use crate::model::{Action, Column, Grid, Headings, IdMaker, Objective, Plan, Shows};

/// A kind of new plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Template {
    /// The national template: planning grids with key priorities, objectives and expected outcomes.
    PlanningGrid,
    /// Themes with commitments, and an owner, a deadline, KPIs and progress for each action.
    ActionPlan,
}

impl Template {
    /// Every template, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::PlanningGrid, Self::ActionPlan];

    /// Its name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::PlanningGrid => "Planning grid",
            Self::ActionPlan => "Action plan",
        }
    }

    /// What it is for, in a sentence.
    #[must_use]
    pub fn description(self) -> &'static str {
        match self {
            Self::PlanningGrid => {
                "Key priorities, objectives with a delivery plan, and expected outcomes, as in the national template."
            }
            Self::ActionPlan => {
                "Themes and commitments, with owner, deadline, key performance indicator, milestones and progress for each action."
            }
        }
    }

    /// A new plan of this kind, with one blank action to type into.
    #[must_use]
    pub fn plan(self, period: Period, ids: &mut IdMaker) -> Plan {
        let title = format!("{} {}", self.label(), period.label).trim_end().to_owned();
        let mut plan = Plan::blank(title, period, ids);
        plan.columns = self.columns();
        plan.headings = self.headings();
        plan.grids = vec![self.grid(ids)];
        plan
    }

    fn columns(self) -> Vec<Column> {
        let columns: &[(Shows, &str)] = match self {
            Self::PlanningGrid => &[
                (Shows::Description, "Actions and milestones"),
                (Shows::When, "By when"),
                (Shows::Owners, "By whom"),
                (Shows::Status, "RAG"),
            ],
            Self::ActionPlan => &[
                (Shows::Owners, "Owner"),
                (Shows::Description, "Action"),
                (Shows::When, "Deadline"),
                (Shows::Kpis, "Key Performance Indicator"),
                (Shows::Milestones, "Milestone"),
                (Shows::Progress, "Progress update"),
            ],
        };
        columns.iter().map(|(shows, heading)| Column { shows: *shows, heading: (*heading).to_owned() }).collect()
    }

    fn headings(self) -> Headings {
        let (priorities, delivery_plan, outcomes) = match self {
            Self::PlanningGrid => {
                ("Identification of key priorities following needs assessment:", "Delivery Plan:", "Expected outcomes:")
            }
            // An action plan has no such parts; an empty heading leaves a part out of the form.
            Self::ActionPlan => ("", "", ""),
        };
        Headings {
            priorities: priorities.to_owned(),
            delivery_plan: delivery_plan.to_owned(),
            outcomes: outcomes.to_owned(),
        }
    }

    fn grid(self, ids: &mut IdMaker) -> Grid {
        let mut grid = Grid::blank(ids.grid());
        let mut objective = Objective::blank(ids.objective());
        match self {
            Self::PlanningGrid => {
                "Planning grid 1".clone_into(&mut grid.reference);
                "Objective 1".clone_into(&mut objective.reference);
            }
            Self::ActionPlan => {
                "Theme 1".clone_into(&mut grid.title);
                "C1".clone_into(&mut objective.reference);
            }
        }
        objective.actions.push(Action::blank(ids.action()));
        grid.objectives.push(objective);
        grid
    }
}
