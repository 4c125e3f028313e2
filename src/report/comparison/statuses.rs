//! Statuses that changed, and in which direction.
//!
//! Goes by what a status means; must not go by its word, which is the board's own.

use super::state::State;
use super::{Comparison, NamedAction, said};
use crate::model::{Action, Meaning, Plan, Standing, StatusId};

/// An action that has another status now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusChange {
    /// Which.
    pub action: NamedAction,
    /// The status it had, if any.
    pub from: Option<StatusId>,
    /// Its word in the old plan's scheme; nothing where it had none.
    pub from_word: String,
    /// The status it has, if any. The same as before where the board now means something else by it.
    pub to: Option<StatusId>,
    /// Its word in the new plan's scheme; nothing where it has none.
    pub to_word: String,
    /// Whether that is better.
    pub direction: Direction,
    /// The newest words said of it since; `None` where no reason was given.
    pub why: Option<String>,
}

/// Whether a change of status is for the better.
///
/// Off track, at risk, on track, complete: each is better than the one before. Not started and no status at all tell
/// nothing of how it goes, so from or to them is neither, except that it is worse to learn that something is at
/// risk or off track, better that it is complete, and worse that what was complete is not even begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Nearer to done.
    Better,
    /// Further from it.
    Worse,
    /// It cannot be said, or it means the same.
    Neither,
}

impl Direction {
    /// The direction from one meaning to another, each `None` where there was or is no status.
    #[must_use]
    pub fn of(from: Option<Meaning>, to: Option<Meaning>) -> Self {
        use std::cmp::Ordering;
        // Not started and no status are no rungs of the ladder.
        let rung = |meaning: Option<Meaning>| match meaning {
            Some(Meaning::OffTrack) => Some(0),
            Some(Meaning::AtRisk) => Some(1),
            Some(Meaning::OnTrack) => Some(2),
            Some(Meaning::Complete) => Some(3),
            Some(Meaning::NotStarted) | None => None,
        };
        match (rung(from), rung(to)) {
            (Some(from), Some(to)) => match to.cmp(&from) {
                Ordering::Greater => Self::Better,
                Ordering::Less => Self::Worse,
                Ordering::Equal => Self::Neither,
            },
            (None, Some(_)) => match to {
                Some(Meaning::OffTrack | Meaning::AtRisk) => Self::Worse,
                Some(Meaning::Complete) => Self::Better,
                _ => Self::Neither,
            },
            (Some(_), None) if from == Some(Meaning::Complete) => Self::Worse,
            (_, None) => Self::Neither,
        }
    }

    /// In a word.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Worse => "worse",
            Self::Neither => "neither",
        }
    }
}

/// Compares the status of an action that is in both states, each by its own plan's scheme.
pub(super) fn compare(
    was: &State<'_>,
    before: &Standing<'_>,
    is: &State<'_>,
    after: &Standing<'_>,
    comparison: &mut Comparison,
) {
    let [(from, from_word), (to, to_word)] =
        [meaning_and_word(was.plan, before.action), meaning_and_word(is.plan, after.action)];
    let is_completed = to == Some(Meaning::Complete) && from != to;
    if !is_completed && before.action.status == after.action.status {
        return;
    }
    let change = StatusChange {
        action: NamedAction::of(after),
        from: before.action.status,
        from_word: from_word.to_owned(),
        to: after.action.status,
        to_word: to_word.to_owned(),
        direction: Direction::of(from, to),
        why: said::newest_words(was, after.action),
    };
    if is_completed { comparison.completed.push(change) } else { comparison.statuses.push(change) }
}

fn meaning_and_word<'plan>(plan: &'plan Plan, action: &Action) -> (Option<Meaning>, &'plan str) {
    let status = plan.status_of(action.status);
    (status.map(|status| status.meaning), status.map_or("", |status| status.word.as_str()))
}
