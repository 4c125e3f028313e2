//! What a person agreed to have moved.

use std::collections::BTreeSet;

use super::RolledForward;
use crate::model::action::Milestone;
use crate::model::ids::RecordId;
use crate::model::plan::Plan;

/// The dates, and the title, that a person agreed to have moved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consent {
    dates: BTreeSet<RecordId>,
    title: bool,
}

impl Consent {
    /// Nothing is moved.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Everything is moved for which there is a suggestion.
    #[must_use]
    pub fn to_all(rolled: &RolledForward) -> Self {
        let suggested = rolled.dates.iter().filter(|date| date.suggestion.is_some());
        Self { dates: suggested.map(|date| date.record).collect(), title: rolled.title.is_some() }
    }

    /// Agrees to move the date of an action or a milestone, or takes that back. Where there is no suggestion it
    /// changes nothing.
    pub fn set(&mut self, record: RecordId, agreed: bool) {
        if agreed {
            self.dates.insert(record);
        } else {
            self.dates.remove(&record);
        }
    }

    /// Agrees to the suggested title, or takes that back.
    pub fn set_title(&mut self, agreed: bool) {
        self.title = agreed;
    }

    /// The same, with each event moved in all its actions where it may be moved in one.
    pub(super) fn for_whole_events(&self, plan: &Plan) -> Self {
        let milestones = || plan.actions().flat_map(|action| &action.milestones);
        let is_agreed = |one: &&Milestone| self.is_given_for(RecordId::Milestone(one.id));
        let events: BTreeSet<_> = milestones().filter(is_agreed).filter_map(Milestone::event).collect();
        let of_these = milestones().filter(|one| one.event().is_some_and(|event| events.contains(&event)));
        let mut whole = self.clone();
        whole.dates.extend(of_these.map(|one| RecordId::Milestone(one.id)));
        whole
    }

    /// Whether the date of this record may be moved.
    #[must_use]
    pub fn is_given_for(&self, record: RecordId) -> bool {
        self.dates.contains(&record)
    }

    /// Whether the title may be changed.
    #[must_use]
    pub fn is_given_for_title(&self) -> bool {
        self.title
    }
}
