//! An action and what hangs on it: KPIs, milestones, progress updates.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::ids::{ActionId, ColumnId, EventId, KpiId, MilestoneId, StatusId, UpdateId};
use super::measure::Measure;
use super::owners::Owners;
use crate::dates::{Period, When};

/// What will be done, by whom and by when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Its id.
    pub id: ActionId,
    /// What will be done. Line breaks and bullets are the writer's.
    pub description: String,
    /// By whom.
    pub owners: Owners,
    /// By when.
    pub when: When,
    /// How it will be known to have worked, in order.
    pub kpis: Vec<Kpi>,
    /// Dated steps, in the order written.
    pub milestones: Vec<Milestone>,
    /// Progress, in the order entered. Never overwritten; the newest is shown.
    pub updates: Vec<Update>,
    /// The status as it stands, where anybody said so.
    pub status: Option<StatusId>,
    /// The cells of the plan's own columns; a column without text is absent.
    pub own: BTreeMap<ColumnId, String>,
}

impl Action {
    /// An action with nothing written in it yet.
    #[must_use]
    pub fn blank(id: ActionId) -> Self {
        Self {
            id,
            description: String::new(),
            owners: Owners::default(),
            when: When::default(),
            kpis: Vec::new(),
            milestones: Vec::new(),
            updates: Vec::new(),
            status: None,
            own: BTreeMap::new(),
        }
    }

    /// The newest update: the one with the latest date, and of two on one day (or two without a day)
    /// the one entered later. An undated update is older than any dated one.
    #[must_use]
    pub fn newest_update(&self) -> Option<&Update> {
        self.updates.iter().enumerate().max_by_key(|(entered, update)| (update.on, *entered)).map(|(_, update)| update)
    }
}

/// A key performance indicator: one sentence, and its figures where it has any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kpi {
    /// Its id.
    pub id: KpiId,
    /// The sentence.
    pub text: String,
    /// Its figures; blank for most.
    pub measure: Measure,
}

impl Kpi {
    /// A sentence without figures.
    #[must_use]
    pub fn of(id: KpiId, text: impl Into<String>) -> Self {
        Self { id, text: text.into(), measure: Measure::default() }
    }
}

/// A dated step inside an action. Its date usually stands in its own words; a person may also give one
/// beside them, which then counts instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// Its id.
    pub id: MilestoneId,
    text: String,
    found: When,
    beside: Option<When>,
    event: Option<EventId>,
}

impl Milestone {
    /// A milestone whose date is looked for in its words.
    #[must_use]
    pub fn read(id: MilestoneId, text: impl Into<String>, beside: Option<When>, period: &Period) -> Self {
        let text = text.into();
        let found = When::in_sentence(&text, period);
        Self { id, text, found, beside: beside.map(|when| when.reread(period)), event: None }
    }

    /// The same milestone as one with all others of this event; with `None`, by itself.
    #[must_use]
    pub fn of_event(self, event: Option<EventId>) -> Self {
        Self { event, ..self }
    }

    /// The step, as written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The date that counts: the one given beside the words, or else the one found in them.
    #[must_use]
    pub fn when(&self) -> &When {
        self.beside.as_ref().unwrap_or(&self.found)
    }

    /// The date given beside the words, if any.
    #[must_use]
    pub fn beside(&self) -> Option<&When> {
        self.beside.as_ref()
    }

    /// The event it is, together with milestones of other actions; `None` where it stands for itself.
    #[must_use]
    pub fn event(&self) -> Option<EventId> {
        self.event
    }

    /// The same milestone with other words, read for a period.
    #[must_use]
    pub fn with_text(&self, text: impl Into<String>, period: &Period) -> Self {
        Self { text: text.into(), ..self.clone() }.reread(period)
    }

    /// The same milestone with this date given beside its words, or none, read for a period.
    #[must_use]
    pub fn with_beside(&self, beside: Option<When>, period: &Period) -> Self {
        Self { beside, ..self.clone() }.reread(period)
    }

    /// The same milestone read for a period.
    #[must_use]
    pub fn reread(&self, period: &Period) -> Self {
        Self::read(self.id, self.text.clone(), self.beside.clone(), period).of_event(self.event)
    }
}

/// What an owner said, when, and how the action stood then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// Its id.
    pub id: UpdateId,
    /// The day it speaks for; plans brought in from paper often have none.
    pub on: Option<NaiveDate>,
    /// Who said it, or nothing.
    pub by: String,
    /// The words.
    pub text: String,
    /// The status at that time, where it was said.
    pub status: Option<StatusId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn update(number: u64, on: Option<(i32, u32, u32)>) -> Update {
        Update {
            id: UpdateId::new(number).unwrap(),
            on: on.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day)),
            by: String::new(),
            text: number.to_string(),
            status: None,
        }
    }

    #[test]
    fn the_newest_update_goes_by_date_then_by_entry() {
        let mut action = Action::blank(ActionId::new(1).unwrap());
        assert_eq!(action.newest_update(), None);
        action.updates = vec![
            update(1, Some((2016, 7, 1))),
            update(2, Some((2016, 9, 1))),
            update(3, Some((2016, 9, 1))),
            update(4, None),
        ];
        assert_eq!(action.newest_update().map(|update| update.text.as_str()), Some("3"));
    }
}
