//! What a row says: an action, or a milestone of it, when it is due, and what was said last.

use chrono::NaiveDate;

use crate::dates::day_words;
use crate::model::{ActionId, MilestoneId, Plan, Standing};
use crate::ui::progress::going::{distance, on_one_line};
use crate::ui::progress::section::Section;
use crate::ui::progress::worked::Worked;

/// A row, by its ids.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui::progress) struct Item {
    action: ActionId,
    milestone: Option<MilestoneId>,
}

/// A row, with its words.
#[derive(Clone, Debug)]
pub(super) struct Shown<'plan> {
    pub(super) standing: Standing<'plan>,
    pub(super) reference: String,
    pub(super) milestone: Option<MilestoneId>,
    /// The action's words, or the milestone's.
    pub(super) words: String,
    pub(super) owners: String,
    /// The deadline as written, or the day of a milestone.
    pub(super) due: String,
    /// "12 days late", or nothing where it has no day.
    pub(super) distance: String,
    pub(super) is_late: bool,
    /// When something was last said: "3 Jun 2016".
    pub(super) last: String,
}

impl Item {
    /// The row at this place of a section.
    pub(super) fn of(worked: &Worked, section: Section, at: usize) -> Option<Self> {
        let progress = &worked.progress;
        match section {
            Section::Overdue => progress.overdue.get(at).map(|one| Self { action: one.action, milestone: None }),
            Section::DueSoon => {
                progress.due_soon.get(at).map(|one| Self { action: one.action, milestone: one.milestone })
            }
            Section::NoUpdate => progress.silent.get(at).map(|one| Self { action: one.action, milestone: None }),
            _ => None,
        }
    }

    /// Its words in the plan.
    pub(super) fn in_plan<'plan>(self, plan: &'plan Plan, worked: &Worked) -> Option<Shown<'plan>> {
        let standing = worked.standing(plan, self.action)?;
        let action = standing.action;
        let milestone = action.milestones.iter().find(|one| Some(one.id) == self.milestone);
        let due: Option<NaiveDate> =
            milestone.map_or(action.when.reading(), |milestone| milestone.when().reading()).due();
        let written = on_one_line(action.when.written());
        Some(Shown {
            reference: standing.reference(),
            milestone: self.milestone,
            words: milestone.map_or_else(
                || on_one_line(&action.description),
                |milestone| format!("Milestone: {}", on_one_line(milestone.text())),
            ),
            owners: on_one_line(action.owners.written()),
            due: match (milestone, due) {
                (Some(_), Some(due)) => day_words(due),
                _ if written.is_empty() => "No deadline".to_owned(),
                _ => written,
            },
            distance: due.map(|due| distance(due, worked.as_at())).unwrap_or_default(),
            is_late: due.is_some_and(|due| due < worked.as_at()),
            last: action.newest_update().map_or_else(
                || "nothing said yet".to_owned(),
                |update| update.on.map_or_else(|| "said, no date".to_owned(), |day| format!("said {}", day_words(day))),
            ),
            standing,
        })
    }
}

impl Shown<'_> {
    /// All of it, as a screen reader says it.
    pub(super) fn spoken(&self, status: &str) -> String {
        let words = if self.words.is_empty() { "no words" } else { &self.words };
        let mut parts = vec![format!("Go to {}: {words}", self.reference)];
        parts.extend((!self.owners.is_empty()).then(|| self.owners.clone()));
        parts.push(format!("due {}", self.due));
        parts.extend((!self.distance.is_empty()).then(|| self.distance.clone()));
        parts.push(status.to_owned());
        parts.push(self.last.clone());
        parts.join(", ")
    }
}
