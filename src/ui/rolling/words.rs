//! The sentences of the window.

use crate::dates::{Period, day_words, long_day_words};
use crate::model::Plan;
use crate::model::rolling::{DateToReview, RolledForward};

/// What stands below a date that is not ticked, or cannot be.
const KEEPS: &str = "stays as it is";

/// What goes on and what stays behind.
pub(super) fn opening(plan: &Plan, rolled: &RolledForward) -> String {
    let carried = rolled.plan.actions().count();
    let on = match carried {
        0 => "No action is open: the new plan has only the priorities, objectives and outcomes.".to_owned(),
        1 => "1 open action goes on, with all that was said of it.".to_owned(),
        more => format!("{more} open actions go on, with all that was said of them."),
    };
    let behind = match rolled.left_behind.len() {
        0 => String::new(),
        1 => " 1 completed one stays behind in this plan.".to_owned(),
        more => format!(" {more} completed ones stay behind in this plan."),
    };
    let meetings = match rolled.meetings_left.len() {
        0 => String::new(),
        1 => format!(" So does 1 board meeting before {}.", long_day_words(rolled.plan.period.from)),
        more => format!(" So do {more} board meetings before {}.", long_day_words(rolled.plan.period.from)),
    };
    let issued = if plan.issued.is_empty() { "" } else { " What packs said this year stays in this plan too." };
    format!("{on}{behind}{meetings}{issued}")
}

/// What ticking does.
pub(super) fn asked(movable: usize) -> &'static str {
    if movable == 0 {
        "Every date stays as it is."
    } else {
        "A date is moved only where it is ticked. All others stay as they are, in words and in what they mean."
    }
}

/// What becomes of a date.
pub(super) fn fate(date: &DateToReview, is_ticked: bool) -> String {
    let DateToReview { written, suggestion, is_past, .. } = date;
    let from = if written.trim().is_empty() { "no words" } else { written.as_str() };
    match suggestion {
        Some(to) => {
            let day = to.reading.due().map(|day| format!(" ({})", day_words(day))).unwrap_or_default();
            let told = if is_ticked { "moved to" } else { "could be" };
            format!("{from}: {told} {}{day}", to.written)
        }
        None if *is_past => format!("{from}: {KEEPS}; type another date in the new plan"),
        None => format!("{from}: {KEEPS}; it has not passed"),
    }
}

/// The words below the field of the period.
pub(super) fn period_told(period: &Period) -> String {
    format!("{} to {}", long_day_words(period.from), long_day_words(period.to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::When;
    use crate::model::rolling::{Consent, roll_forward};
    use crate::model::{Action, Grid, IdMaker, Meaning, Objective};

    #[test]
    fn it_is_said_what_goes_on_and_what_stays() {
        let mut ids = IdMaker::new(1);
        let mut plan = Plan::blank("Plan", Period::financial_year(2016), &mut ids);
        let complete = plan.statuses.iter().find(|one| one.meaning == Meaning::Complete).map(|one| one.id);
        let mut objective = Objective::blank(ids.objective());
        for (when, status) in [("30/11/16", None), ("Ongoing", None), ("Oct 17", None), ("01/05/16", complete)] {
            let mut action = Action::blank(ids.action());
            action.when = When::read(when, &plan.period);
            action.status = status;
            objective.actions.push(action);
        }
        let mut grid = Grid::blank(ids.grid());
        grid.objectives.push(objective);
        plan.grids.push(grid);
        let rolled = roll_forward(&plan, Period::financial_year(2017), &Consent::none()).unwrap();
        assert_eq!(
            opening(&plan, &rolled),
            "3 open actions go on, with all that was said of them. 1 completed one stays behind in this plan."
        );
        let fates: Vec<String> = rolled.dates.iter().map(|date| fate(date, false)).collect();
        assert_eq!(fates, ["30/11/16: could be 30/11/17 (30 Nov 2017)", "Oct 17: stays as it is; it has not passed"]);
    }
}
