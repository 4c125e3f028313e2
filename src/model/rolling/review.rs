//! What a person looks over after a plan was rolled forward.

use super::Consent;
use super::dates::Turn;
use crate::dates::{Reading, When};
use crate::model::ids::{ActionId, RecordId};

/// A date to look over, as it was in the old plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateToReview {
    /// The action or the milestone whose date it is; consent is given by this.
    pub record: RecordId,
    /// The action that it is, or that it hangs on.
    pub action: ActionId,
    /// Its words. Of a milestone only those of the date.
    pub written: String,
    /// What they were read as.
    pub reading: Reading,
    /// The date it would be moved to. `None` where it has not passed, or where the words cannot be moved
    /// reliably: it is then left to a person to type another.
    pub suggestion: Option<Suggestion>,
    /// Whether its last day lies before the new period.
    pub is_past: bool,
    /// Whether it was moved, with consent.
    pub moved: bool,
}

/// A date that another could be moved to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Its words; where they hold no year, those of the old date.
    pub written: String,
    /// What they are read as in the new plan.
    pub reading: Reading,
}

/// A title that names the old period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TitleToReview {
    /// The title as it was.
    pub written: String,
    /// The title with the new period.
    pub suggestion: String,
    /// Whether it was taken, with consent.
    pub moved: bool,
}

/// What to look over of a date; nothing where there is none. `when_of` is where a record has its date.
pub(super) fn date<T>(
    record: RecordId,
    action: ActionId,
    old: &When,
    turn: &Turn<T>,
    consent: &Consent,
    when_of: impl Fn(&T) -> &When,
) -> Option<DateToReview> {
    let suggestion = turn.moved.as_ref().map(|moved| {
        let when = when_of(moved);
        Suggestion { written: when.written().to_owned(), reading: when.reading().clone() }
    });
    turn.is_date.then(|| DateToReview {
        record,
        action,
        written: old.written().to_owned(),
        reading: old.reading().clone(),
        moved: suggestion.is_some() && consent.is_given_for(record),
        suggestion,
        is_past: turn.is_past,
    })
}
