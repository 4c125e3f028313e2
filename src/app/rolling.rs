//! Next year's plan: worked out in the background from the plan as it is, looked over, and opened as a new plan.

use std::sync::Arc;

use egui::Context;

use super::App;
use super::closing::{Next, Then};
use crate::dates::Period;
use crate::jobs::{Job, Panicked};
use crate::model::Plan;
use crate::model::rolling::{Consent, RollError, RolledForward, roll_forward};
use crate::ui::Palette;
use crate::ui::rolling::{self, RollingAnswer, RollingState};

type Rolled = Result<RolledForward, RollError>;

/// A plan on its way into its next period.
#[derive(Debug)]
pub(super) struct Rolling {
    /// The plan as it was when this began.
    plan: Arc<Plan>,
    period: Period,
    job: Option<Job<Rolled>>,
    rolled: Option<RolledForward>,
    /// Why it comes to nothing.
    trouble: Option<String>,
    state: RollingState,
}

impl App {
    /// Begins next year's plan.
    pub(super) fn begin_next_plan(&mut self, context: &Context) {
        self.settle(context);
        let Some(open) = &self.open else { return };
        let plan = open.document.snapshot();
        // Past the last year there is, the period that is will be said not to do.
        let period = plan.period.following().unwrap_or_else(|| plan.period.clone());
        let state = RollingState::new(&period);
        let mut rolling = Rolling { plan, period, job: None, rolled: None, trouble: None, state };
        rolling.work_out(self.world.runner, context);
        self.rolling = Some(rolling);
    }

    /// Shows what it comes to until it is agreed to or given up.
    pub(super) fn show_rolling(&mut self, context: &Context, palette: &Palette) {
        let runner = self.world.runner;
        let Some(rolling) = &mut self.rolling else { return };
        if let Some(result) = rolling.job.as_mut().and_then(Job::poll) {
            rolling.job = None;
            rolling.take(result);
            context.request_repaint();
        }
        let page = rolling::Rolling {
            plan: &rolling.plan,
            rolled: rolling.rolled.as_ref(),
            trouble: rolling.trouble.as_deref(),
        };
        match rolling::show(context, palette, &page, &mut rolling.state) {
            None => {}
            Some(RollingAnswer::Cancel) => self.rolling = None,
            Some(RollingAnswer::Period(period)) => {
                rolling.period = period;
                rolling.work_out(runner, context);
            }
            Some(RollingAnswer::Make) => self.leave_asking(context, Then::Open(Next::RolledForward)),
        }
    }

    /// Opens the plan that was agreed to, as one that is in no file yet.
    pub(super) fn open_rolled(&mut self) {
        let Some(rolling) = self.rolling.take() else { return };
        let name = self.open.as_ref().map(super::OpenPlan::name).unwrap_or_default();
        match roll_forward(&rolling.plan, rolling.period.clone(), &rolling.state.consent) {
            Ok(rolled) => {
                let carried = rolled.plan.actions().count();
                let name = name_of_next(&name, &rolling.plan.period, &rolling.period);
                self.show_unsaved(rolled.plan, name);
                self.notices.rolled(format!(
                    "This is the plan for {}: {carried} actions were carried over. It is in no file yet; the plan it \
                     came from is as it was.",
                    rolling.period.label
                ));
            }
            Err(error) => self.notices.warn(format!("The new plan was not made: {error}")),
        }
    }
}

impl Rolling {
    fn work_out(&mut self, runner: crate::jobs::Runner, context: &Context) {
        let (plan, period, wake) = (Arc::clone(&self.plan), self.period.clone(), context.clone());
        let work = move |_: &_| roll_forward(&plan, period, &Consent::none());
        self.job = Some(Job::start(runner, "Next year’s plan", move || wake.request_repaint(), work));
        (self.rolled, self.trouble) = (None, None);
        context.request_repaint();
    }

    fn take(&mut self, result: Result<Rolled, Panicked>) {
        match result {
            Ok(Ok(rolled)) => {
                self.state.take(&self.plan, &rolled);
                self.rolled = Some(rolled);
            }
            Ok(Err(error)) => self.trouble = Some(error.to_string()),
            Err(panic) => self.trouble = Some(format!("It could not be worked out: {panic}. The plan is as it was.")),
        }
    }
}

/// What the file of the next plan would be called: the years in the name replaced, or put behind it.
fn name_of_next(name: &str, old: &Period, new: &Period) -> String {
    let stem = name.strip_suffix(".ron").unwrap_or(name);
    old.replaced_in(stem, new).unwrap_or_else(|| format!("{stem} {}", new.label.replace('/', "-")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_file_is_named_for_its_period() {
        let (old, new) = (Period::financial_year(2010), Period::financial_year(2011));
        assert_eq!(name_of_next("oldham-2010-11.ron", &old, &new), "oldham-2011-12");
        assert_eq!(name_of_next("Drugs plan.ron", &old, &new), "Drugs plan 2011-12");
    }
}
