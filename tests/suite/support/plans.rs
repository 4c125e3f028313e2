//! A plan of any size, for tests and benches: the same number gives the same plan, to the letter.
//!
//! It has the shape of a real action plan and about 1 KB of text an action, with deadlines, owners and
//! milestones written as people write them.

use chrono::{Days, NaiveDate};
use planning_grid::dates::{Period, When};
use planning_grid::model::{
    Action, ActionId, Column, Grid, IdMaker, Kpi, Meeting, Milestone, Note, Objective, Outcome, Owner, Owners, Plan,
    Priority, Shows, Update,
};

/// How many actions an objective has, and how many objectives a grid.
const ACTIONS_IN_OBJECTIVE: usize = 8;
const OBJECTIVES_IN_GRID: usize = 25;

const BODIES: [&str; 10] = [
    "Public Health",
    "Children's Services",
    "Adult Social Care",
    "Probation Service",
    "Housing Options",
    "Trading Standards, Council",
    "Hospital Trust",
    "Young People's Service",
    "Treatment Provider",
    "Police",
];

const OPENINGS: [&str; 6] = ["Develop", "Agree", "Review", "Commission", "Strengthen", "Deliver"];

const SUBJECTS: [&str; 8] = [
    "a joint protocol for referral between children's services and adult treatment",
    "the pathway from hospital wards into community detoxification",
    "training for front-line staff in identification and brief advice",
    "a communications plan on harm reduction and safe drinking levels",
    "support for carers and families of people in treatment",
    "the offer to people sleeping rough and to hostel residents",
    "a shared dashboard of prevention, treatment and offending data",
    "the transition of young people into adult services",
];

const REASONS: [&str; 6] = [
    "so that nobody waits longer than three weeks for a first appointment",
    "to meet the needs set out in this year's joint assessment",
    "with providers, people who use the services and their carers",
    "in line with national guidance and within existing resources",
    "in every locality, beginning where need is greatest",
    "and report to the board with exceptions and what is done about them",
];

const DEADLINES: [&str; 12] = [
    "30/11/16",
    "March 2017",
    "31/03/17",
    "Ongoing",
    "Quarterly",
    "Oct 16",
    "End March 2017",
    "xxxx",
    "31/12/16",
    "",
    "Plan developed by 31/07/16 and delivered by 31/03/17",
    "July 2016 Partnership Board",
];

const INDICATORS: [&str; 5] = [
    "Increase the number of people in structured treatment by 5% on last year",
    "A minimum of 120 staff trained, with a record of who they are",
    "Successful completions above the regional average in each quarter",
    "TBC",
    "100% of assessments begun within 15 working days of referral",
];

const STEPS: [&str; 8] = [
    "Award contract June 2016",
    "New services implemented 01/10/16",
    "Policy signed off at Steering Group July 2016",
    "Consultation during May 2016",
    "Evaluation of the pilot and plans for roll-out by end March 2017",
    "Quarterly data collection",
    "Pathways and satellites established Oct 2016",
    "Training plan agreed with new provider by 31/12/16",
];

const NEWS: [&str; 4] = [
    "Specification agreed with the provider; the first meeting of the working group took place.",
    "Behind by a month: the post is vacant and interviews are in September.",
    "Data for the quarter received and above the target.",
    "Nothing to report before the contract is signed.",
];

/// Picks from lists, always in the same way.
struct Dice(IdMaker);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.0.next_number() >> 20).unwrap_or(0) % limit
    }

    fn pick<'list>(&mut self, list: &[&'list str]) -> &'list str {
        list[self.below(list.len())]
    }

    fn sentence(&mut self) -> String {
        format!("{} {} {}.", self.pick(&OPENINGS), self.pick(&SUBJECTS), self.pick(&REASONS))
    }
}

/// A plan of this many actions. Each action can be told by the number in its description, from 1.
pub(crate) fn plan_of(action_count: usize) -> Plan {
    let mut ids = IdMaker::new(2016);
    let mut dice = Dice(IdMaker::new(17));
    let mut plan = front(&mut ids);
    let mut left = action_count;
    while left > 0 {
        let mut grid = Grid::blank(ids.grid());
        let grid_number = plan.grids.len() + 1;
        grid.title = format!("Theme {grid_number}: {}", dice.pick(&SUBJECTS));
        grid.priorities = (0..3).map(|_| Priority { id: ids.priority(), text: dice.sentence() }).collect();
        while left > 0 && grid.objectives.len() < OBJECTIVES_IN_GRID {
            let mut objective = Objective::blank(ids.objective());
            objective.reference = format!("T{grid_number}.{}", grid.objectives.len() + 1);
            objective.statement = format!("We will work together. {} {}", dice.sentence(), dice.sentence());
            objective.outcomes = (0..2).map(|_| Outcome { id: ids.outcome(), text: dice.sentence() }).collect();
            for _ in 0..left.min(ACTIONS_IN_OBJECTIVE) {
                let number = action_count - left + 1;
                objective.actions.push(action(number, &plan, &mut ids, &mut dice));
                left -= 1;
            }
            grid.objectives.push(objective);
        }
        plan.grids.push(grid);
    }
    plan
}

fn front(ids: &mut IdMaker) -> Plan {
    let mut plan = Plan::blank("Generated action plan", Period::financial_year(2016), ids);
    "Example Partnership".clone_into(&mut plan.partnership);
    "v1.2".clone_into(&mut plan.version);
    plan.columns = [Shows::Owners, Shows::Description, Shows::When, Shows::Kpis, Shows::Milestones, Shows::Progress]
        .map(|shows| Column { shows, heading: shows.default_heading().to_owned() })
        .to_vec();
    let owner = |name: &&str| Owner {
        id: ids.owner(),
        name: (*name).to_owned(),
        also: vec![format!("{name} (Council)")],
        email: String::new(),
    };
    plan.directory = BODIES.iter().map(owner).collect();
    let when = When::read("11/07/16", &plan.period);
    plan.meetings.push(Meeting { id: ids.meeting(), name: "Partnership Board".to_owned(), when });
    plan.notes.push(Note { id: ids.note(), text: "Made by a program, for trying things out.".to_owned() });
    plan
}

fn action(number: usize, plan: &Plan, ids: &mut IdMaker, dice: &mut Dice) -> Action {
    let id: ActionId = ids.action();
    let mut action = Action::blank(id);
    action.description = format!(
        "{number}. {} {} This includes:\n• {}\n• {}\n• {}",
        dice.sentence(),
        dice.sentence(),
        dice.pick(&SUBJECTS),
        dice.pick(&SUBJECTS),
        dice.pick(&REASONS)
    );
    let owners = match dice.below(3) {
        0 => format!("{} / {}", dice.pick(&BODIES), dice.pick(&BODIES)),
        1 => format!("{} (Council)", dice.pick(&BODIES)),
        _ => dice.pick(&BODIES).to_owned(),
    };
    action.owners = Owners::read(owners, &plan.directory);
    action.when = When::read(dice.pick(&DEADLINES), &plan.period);
    action.kpis = (0..2).map(|_| Kpi::of(ids.kpi(), dice.pick(&INDICATORS).to_owned())).collect();
    action.milestones =
        (0..4).map(|_| Milestone::read(ids.milestone(), dice.pick(&STEPS), None, &plan.period)).collect();
    let days = u64::try_from(dice.below(90)).unwrap_or(0);
    let status = plan.statuses.get(dice.below(plan.statuses.len() + 1)).map(|status| status.id);
    action.updates.push(Update {
        id: ids.update(),
        on: NaiveDate::from_ymd_opt(2016, 4, 1).and_then(|day| day.checked_add_days(Days::new(days))),
        by: "A. Person".to_owned(),
        text: dice.pick(&NEWS).to_owned(),
        status,
    });
    action.status = status;
    action
}
