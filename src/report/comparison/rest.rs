//! All that differs, without what has been told of actions, dates and statuses already.
//!
//! It must not find anything itself: [`crate::model::merge::changes`] does, and there it is tested that nothing
//! stays untold.

use std::collections::HashMap;

use super::state::State;
use super::{Comparison, Dated, NamedAction, Piece, WordsChanged};
use crate::model::merge::{Change, Field, Joined, Kind, Subject};
use crate::model::{Milestone, RecordId};

/// Sorts what differs into words, what came, what went and the rest.
pub(super) fn tell(differences: Vec<Joined>, was: &State<'_>, is: &State<'_>, comparison: &mut Comparison) {
    let Comparison { slipped, brought_forward, given_or_lost, words, added, taken_out, other, .. } = comparison;
    let moved = slipped.iter().chain(&*brought_forward).map(|one| &one.date);
    let dated = moved.chain(given_or_lost.iter().map(|one| &one.date));
    let dated: HashMap<RecordId, &Dated> = dated.map(|date| (date.record(), date)).collect();
    for one in differences {
        match (one.change, one.record.kind()) {
            (Change::Added | Change::Deleted | Change::Moved, Some(Kind::Action))
            | (Change::Added, Some(Kind::Update)) => {}
            (Change::Added, _) => added.push(piece(one.record, one.place, one.after, is)),
            (Change::Deleted, _) => taken_out.push(piece(one.record, one.place, one.before, was)),
            (Change::Changed, _) if is_told(&one, &dated, was, is) => {}
            (Change::Changed, _) => match words_of(one, was, is) {
                Ok(changed) => words.push(changed),
                Err(rest) => other.push(rest),
            },
            (Change::Moved | Change::Reordered, _) => other.push(one),
        }
    }
}

fn piece(record: Subject, place: String, text: Option<String>, state: &State<'_>) -> Piece {
    let action = state.standing_of(record).map(NamedAction::of);
    Piece { record, action, place, text: text.unwrap_or_default() }
}

/// Whether a change has been told as one of a status or a date.
fn is_told(one: &Joined, dated: &HashMap<RecordId, &Dated>, was: &State<'_>, is: &State<'_>) -> bool {
    let Subject::Record(record) = one.record else { return false };
    match (record, one.field) {
        (RecordId::Action(_), Field::Status) => true,
        (RecordId::Action(_), Field::When) | (RecordId::Milestone(_), Field::Beside) => dated.contains_key(&record),
        (RecordId::Milestone(id), Field::Text) => dated.get(&record).is_some_and(|date| {
            let without =
                |state: &State<'_>, written: &str| Some(words_without(state.milestone(id, date.action.id)?, written));
            without(was, &date.from_words) == without(is, &date.to_words)
        }),
        _ => false,
    }
}

/// The words of a milestone but for its date, so that it is seen whether anything else in them changed.
fn words_without(milestone: &Milestone, date: &str) -> Vec<String> {
    let text = milestone.text().replacen(date, " ", 1);
    text.split_whitespace().map(str::to_owned).collect()
}

/// A change as one of words; as it was where what changed is no words that anybody wrote.
fn words_of(one: Joined, was: &State<'_>, is: &State<'_>) -> Result<WordsChanged, Joined> {
    if is_setting(&one) {
        return Err(one);
    }
    // What was overruled is told with the reading, which is nobody's words.
    let [before, after] = [written(was, one.record, one.field), written(is, one.record, one.field)];
    if before.is_some() && before == after {
        return Err(one);
    }
    let before = before.map(str::to_owned).or(one.before).unwrap_or_default();
    let after = after.map(str::to_owned).or(one.after).unwrap_or_default();
    let action = is.standing_of(one.record).map(NamedAction::of);
    Ok(WordsChanged { record: one.record, action, field: one.field, place: one.place, before, after })
}

/// Whether a field holds something else than words.
fn is_setting(one: &Joined) -> bool {
    matches!(
        one.field,
        Field::Period
            | Field::PlanStatus
            | Field::Status
            | Field::On
            | Field::Colour
            | Field::Shape
            | Field::Meaning
            | Field::Accepted(_)
            | Field::Event
            | Field::Direction
            | Field::Counted
    )
}

/// The words of a cell that is read, and whose reading may be overruled.
fn written<'plan>(state: &State<'plan>, record: Subject, field: Field) -> Option<&'plan str> {
    let Subject::Record(record) = record else { return None };
    match (record, field) {
        (RecordId::Action(id), Field::Owners) => Some(state.standing(id)?.action.owners.written()),
        (RecordId::Action(id), Field::When) => Some(state.standing(id)?.action.when.written()),
        (RecordId::Milestone(id), Field::Beside) => {
            Some(state.milestone_of(id)?.beside().map_or("", |beside| beside.written()))
        }
        (RecordId::Meeting(id), Field::When) => {
            let meeting = state.plan.meetings.iter().find(|meeting| meeting.id == id)?;
            Some(meeting.when.written())
        }
        _ => None,
    }
}
