//! What a merge asks a person, what it tells them, and what they chose.
//!
//! It must not know how anything is merged.

use std::collections::HashMap;

use super::subject::{Field, Subject};

/// Whose version of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// Of the plan that is open here.
    Mine,
    /// Of the plan that somebody else saved.
    Theirs,
}

impl Side {
    /// The other side.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Mine => Self::Theirs,
            Self::Theirs => Self::Mine,
        }
    }
}

/// What kind of choice is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ConflictKind {
    /// Both wrote something else in one field.
    Changed,
    /// One deleted what the other changed, or what the other still uses.
    Deleted,
    /// Both moved one record to different places.
    Moved,
    /// Both put one list into a different order.
    Reordered,
}

impl ConflictKind {
    /// A word for scripts.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Deleted => "deleted",
            Self::Moved => "moved",
            Self::Reordered => "reordered",
        }
    }
}

/// A choice that only a person can make. The same two plans give the same conflicts whichever side asks,
/// with [`Conflict::mine`] and [`Conflict::theirs`] exchanged; only [`Conflict::place`] is in the words of
/// the side that asks, for that is the plan in front of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The record, the status or column, or the plan itself.
    pub record: Subject,
    /// The field, or what else is in question.
    pub field: Field,
    /// Where that is, for people: "Action PBC1.2, Deadline".
    pub place: String,
    /// What was there; `None` where nothing was.
    pub base: Option<String>,
    /// What I have; `None` where I deleted it.
    pub mine: Option<String>,
    /// What they have; `None` where they deleted it.
    pub theirs: Option<String>,
}

impl Conflict {
    /// What kind of choice it is.
    #[must_use]
    pub fn kind(&self) -> ConflictKind {
        match self.field {
            Field::Existence => ConflictKind::Deleted,
            Field::Place => ConflictKind::Moved,
            Field::Order(_) => ConflictKind::Reordered,
            _ => ConflictKind::Changed,
        }
    }
}

/// What happened to something on their side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// It is new, with all that hangs on it.
    Added,
    /// It is gone, with all that hung on it.
    Deleted,
    /// It stands in something else.
    Moved,
    /// Its records stand in another order.
    Reordered,
    /// A field has another value.
    Changed,
}

/// A change of theirs that was taken into the plan without asking.
///
/// The words are those of the field; of what is new or gone, the ones it is known by; of a move, what it
/// stood and stands in; of an order, what was and is in the list, a line each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// What was changed.
    pub record: Subject,
    /// Which field of it, where a field was.
    pub field: Field,
    /// How.
    pub change: Change,
    /// Where that is, for people.
    pub place: String,
    /// What I had; `None` where nothing was.
    pub before: Option<String>,
    /// What is there now; `None` where it is gone.
    pub after: Option<String>,
}

/// What a person chose, conflict by conflict.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    made: HashMap<(Subject, Field), Side>,
    otherwise: Option<Side>,
}

impl Choices {
    /// One side for everything that is not chosen singly.
    #[must_use]
    pub fn all(side: Side) -> Self {
        Self { made: HashMap::new(), otherwise: Some(side) }
    }

    /// Chooses a side in one conflict.
    pub fn choose(&mut self, conflict: &Conflict, side: Side) {
        self.made.insert((conflict.record, conflict.field), side);
    }

    /// What was chosen about a field; `None` while nothing was.
    #[must_use]
    pub fn side(&self, record: Subject, field: Field) -> Option<Side> {
        self.made.get(&(record, field)).copied().or(self.otherwise)
    }
}
