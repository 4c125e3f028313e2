//! Version 1 of the file, continued: findings that were left as they are, and both ways over the bridge.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Words;
use super::to_plan::{Converter, Flaw, ID};
use crate::model::{self, AcceptedFinding, Fingerprint, RecordId};

const FINGERPRINT: &str = "16 of the digits 0-9 and a-f";
const REASON: &str = "the reason for leaving it as it is";
const ONCE: &str = "each accepted finding only once";

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::store) struct Accepted<'a> {
    pub(crate) rule: Words<'a>,
    pub(crate) about: About<'a>,
    pub(crate) field: Words<'a>,
    /// The fingerprint of the words it was about.
    pub(crate) words: Words<'a>,
    pub(crate) reason: Words<'a>,
}

/// What it is about, by its id.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
pub(in crate::store) enum About<'a> {
    Plan,
    Grid(Words<'a>),
    Priority(Words<'a>),
    Objective(Words<'a>),
    Action(Words<'a>),
    Outcome(Words<'a>),
    Kpi(Words<'a>),
    Milestone(Words<'a>),
    Update(Words<'a>),
    Note(Words<'a>),
    Meeting(Words<'a>),
    Owner(Words<'a>),
    Issued(Words<'a>),
}

impl<'a> Accepted<'a> {
    pub(super) fn of((finding, reason): (&'a AcceptedFinding, &'a String)) -> Self {
        let AcceptedFinding { rule, record, field, words } = finding;
        let about = match record {
            None => About::Plan,
            Some(RecordId::Grid(id)) => About::Grid(Words::written(id)),
            Some(RecordId::Priority(id)) => About::Priority(Words::written(id)),
            Some(RecordId::Objective(id)) => About::Objective(Words::written(id)),
            Some(RecordId::Action(id)) => About::Action(Words::written(id)),
            Some(RecordId::Outcome(id)) => About::Outcome(Words::written(id)),
            Some(RecordId::Kpi(id)) => About::Kpi(Words::written(id)),
            Some(RecordId::Milestone(id)) => About::Milestone(Words::written(id)),
            Some(RecordId::Update(id)) => About::Update(Words::written(id)),
            Some(RecordId::Note(id)) => About::Note(Words::written(id)),
            Some(RecordId::Meeting(id)) => About::Meeting(Words::written(id)),
            Some(RecordId::Owner(id)) => About::Owner(Words::written(id)),
            Some(RecordId::Issued(id)) => About::Issued(Words::written(id)),
        };
        Self {
            rule: Words::of(rule),
            about,
            field: Words::of(field),
            words: Words::written(words),
            reason: Words::of(reason),
        }
    }
}

impl Converter<'_> {
    pub(super) fn accepted(&self, list: Vec<Accepted>) -> Result<BTreeMap<AcceptedFinding, String>, Flaw> {
        let mut accepted = BTreeMap::new();
        for one in list {
            let words = Fingerprint::parse(one.words.as_str());
            let words = words.ok_or_else(|| self.unexpected(&one.words, FINGERPRINT))?;
            if one.reason.is_empty() {
                return Err(self.unexpected(&one.reason, REASON));
            }
            let record = self.about(&one.about)?;
            let again = self.unexpected(&one.words, ONCE);
            let (rule, field) = (one.rule.into_string(), one.field.into_string());
            let finding = AcceptedFinding { rule, record, field, words };
            if accepted.insert(finding, one.reason.into_string()).is_some() {
                return Err(again);
            }
        }
        Ok(accepted)
    }

    /// The record need not be there: it may have been taken out since.
    fn about(&self, about: &About) -> Result<Option<RecordId>, Flaw> {
        Ok(Some(match about {
            About::Plan => return Ok(None),
            About::Grid(id) => RecordId::Grid(self.any_id(id, model::GridId::parse)?),
            About::Priority(id) => RecordId::Priority(self.any_id(id, model::PriorityId::parse)?),
            About::Objective(id) => RecordId::Objective(self.any_id(id, model::ObjectiveId::parse)?),
            About::Action(id) => RecordId::Action(self.any_id(id, model::ActionId::parse)?),
            About::Outcome(id) => RecordId::Outcome(self.any_id(id, model::OutcomeId::parse)?),
            About::Kpi(id) => RecordId::Kpi(self.any_id(id, model::KpiId::parse)?),
            About::Milestone(id) => RecordId::Milestone(self.any_id(id, model::MilestoneId::parse)?),
            About::Update(id) => RecordId::Update(self.any_id(id, model::UpdateId::parse)?),
            About::Note(id) => RecordId::Note(self.any_id(id, model::NoteId::parse)?),
            About::Meeting(id) => RecordId::Meeting(self.any_id(id, model::MeetingId::parse)?),
            About::Owner(id) => RecordId::Owner(self.any_id(id, model::OwnerId::parse)?),
            About::Issued(id) => RecordId::Issued(self.any_id(id, model::IssuedId::parse)?),
        }))
    }

    fn any_id<T>(&self, words: &Words, parse: fn(&str) -> Option<T>) -> Result<T, Flaw> {
        parse(words.as_str()).ok_or_else(|| self.unexpected(words, ID))
    }
}
