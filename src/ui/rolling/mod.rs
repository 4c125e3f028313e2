//! "Next year's plan": what goes on into it, what stays behind, and every date to be looked over before it is made.
//!
//! | file | idea |
//! |---|---|
//! | `window` | the window: its head, its page, its foot |
//! | `row` | one date with its box |
//! | `words` | the sentences |
//!
//! *Architecture invariant:* no date is moved that was not ticked, and the plan that is open stays as it is. What is
//! rolled forward is worked out by [`crate::model::rolling`]; here it is shown and agreed to.

mod row;
#[cfg(test)]
mod tests;
mod window;
mod words;

pub use window::show;

use std::collections::HashMap;

use super::changes::LongList;
use crate::dates::Period;
use crate::model::rolling::{Consent, RolledForward};
use crate::model::{ActionId, Plan, RecordId};

/// Runtime state of the window.
#[derive(Debug)]
pub struct RollingState {
    /// The period as typed.
    typed: String,
    /// What was agreed to.
    pub consent: Consent,
    lines: Vec<Line>,
    rows: LongList,
    /// Whether it was shown in the frame before.
    is_open: bool,
    /// The date that is to get the focus.
    go_to: Option<usize>,
}

/// A date to look over, as the list has it.
#[derive(Debug)]
struct Line {
    reference: String,
    text: String,
}

/// What is shown.
#[derive(Debug)]
pub struct Rolling<'a> {
    /// The plan that is open.
    pub plan: &'a Plan,
    /// What it comes to for the period typed; `None` while it is being worked out.
    pub rolled: Option<&'a RolledForward>,
    /// Why it comes to nothing, in words.
    pub trouble: Option<&'a str>,
}

/// What the person wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RollingAnswer {
    /// It is to be worked out for another period.
    Period(Period),
    /// The plan is to be made, with what was agreed to.
    Make,
    /// Nothing is.
    Cancel,
}

impl RollingState {
    /// As it begins, for this period.
    #[must_use]
    pub fn new(period: &Period) -> Self {
        Self {
            typed: period.label.clone(),
            consent: Consent::none(),
            lines: Vec::new(),
            rows: LongList::default(),
            is_open: false,
            go_to: None,
        }
    }

    /// Takes in what was worked out. What was agreed to for another period is asked again.
    pub fn take(&mut self, plan: &Plan, rolled: &RolledForward) {
        self.consent = Consent::none();
        let references: HashMap<ActionId, String> =
            plan.standings().map(|standing| (standing.action.id, standing.reference())).collect();
        let mut texts: HashMap<RecordId, &str> = HashMap::new();
        for action in plan.actions() {
            texts.insert(RecordId::Action(action.id), &action.description);
            texts.extend(action.milestones.iter().map(|one| (RecordId::Milestone(one.id), one.text())));
        }
        let line = |date: &crate::model::rolling::DateToReview| Line {
            reference: references.get(&date.action).cloned().unwrap_or_default(),
            text: texts.get(&date.record).copied().unwrap_or_default().to_owned(),
        };
        self.lines = rolled.dates.iter().map(line).collect();
        self.rows.forget();
    }
}
