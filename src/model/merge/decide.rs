//! One field at a time: whose value, and whether a person must choose.
//!
//! It must not know of records and lists.

use super::choice::{Choices, Side};
use super::subject::{Field, Subject};
use super::value::{StatusWords, Value};

/// A value on the sides that have the record.
#[derive(Clone, Copy, Debug)]
pub(super) enum Pair<V> {
    /// They have no such record.
    Mine(V),
    /// I have no such record.
    Theirs(V),
    /// Mine and theirs.
    Both(V, V),
}

/// A value in all three plans.
#[derive(Clone, Copy, Debug)]
pub(super) struct Three<V> {
    /// `None` where the record is new.
    pub(super) base: Option<V>,
    pub(super) pair: Pair<V>,
}

impl<V: Copy> Three<V> {
    /// `None` where neither side has it.
    pub(super) fn of(base: Option<V>, mine: Option<V>, theirs: Option<V>) -> Option<Self> {
        let pair = match (mine, theirs) {
            (Some(mine), Some(theirs)) => Pair::Both(mine, theirs),
            (Some(mine), None) => Pair::Mine(mine),
            (None, Some(theirs)) => Pair::Theirs(theirs),
            (None, None) => return None,
        };
        Some(Self { base, pair })
    }

    /// A field of it.
    pub(super) fn on<W>(self, field: impl Fn(V) -> W) -> Three<W> {
        let pair = match self.pair {
            Pair::Mine(mine) => Pair::Mine(field(mine)),
            Pair::Theirs(theirs) => Pair::Theirs(field(theirs)),
            Pair::Both(mine, theirs) => Pair::Both(field(mine), field(theirs)),
        };
        Three { base: self.base.map(field), pair }
    }

    /// The same as something that not every kind of record is.
    pub(super) fn only<W: Copy>(self, kind: impl Fn(V) -> Option<W>) -> Option<Three<W>> {
        let (mine, theirs) = match self.pair {
            Pair::Mine(mine) => (kind(mine), None),
            Pair::Theirs(theirs) => (None, kind(theirs)),
            Pair::Both(mine, theirs) => (kind(mine), kind(theirs)),
        };
        Three::of(self.base.and_then(&kind), mine, theirs)
    }

    /// What there is on the two sides, mine first.
    pub(super) fn sides(self) -> impl Iterator<Item = V> {
        let (one, other) = match self.pair {
            Pair::Mine(one) | Pair::Theirs(one) => (one, None),
            Pair::Both(mine, theirs) => (mine, Some(theirs)),
        };
        std::iter::once(one).chain(other)
    }
}

/// A choice that is left, before it is given a place.
#[derive(Clone, Debug)]
pub(super) struct Question {
    pub(super) record: Subject,
    pub(super) field: Field,
    pub(super) base: Option<String>,
    pub(super) mine: Option<String>,
    pub(super) theirs: Option<String>,
}

/// A field in which their value was taken over mine.
#[derive(Clone, Debug)]
pub(super) struct Taken {
    pub(super) record: Subject,
    pub(super) field: Field,
    /// What it said; `None` where the record is new.
    pub(super) before: Option<String>,
    /// What it now says.
    pub(super) after: String,
}

/// Decides, and remembers what it decided.
#[derive(Debug)]
pub(super) struct Decider<'a> {
    choices: &'a Choices,
    pub(super) statuses: &'a StatusWords<'a>,
    pub(super) questions: Vec<Question>,
    pub(super) taken: Vec<Taken>,
    /// Whether what only one side has is remembered too.
    remembers_new: bool,
}

impl<'a> Decider<'a> {
    pub(super) fn new(choices: &'a Choices, statuses: &'a StatusWords<'a>) -> Self {
        Self { choices, statuses, questions: Vec::new(), taken: Vec::new(), remembers_new: false }
    }

    /// One that only looks: in [`Decider::taken`] it remembers every field in which the second side
    /// differs from the base, and every one that is filled in where there is but one side.
    pub(super) fn that_looks(&self) -> Self {
        Self { remembers_new: true, ..Self::new(self.choices, self.statuses) }
    }

    /// Puts a question, and gives what was chosen if it was answered already.
    pub(super) fn ask(&mut self, question: Question) -> Option<Side> {
        let side = self.choices.side(question.record, question.field);
        self.questions.push(question);
        side
    }

    /// What was chosen about a field, without asking.
    pub(super) fn chosen(&self, record: Subject, field: Field) -> Option<Side> {
        self.choices.side(record, field)
    }

    /// The value a field gets.
    pub(super) fn field<V: Value>(&mut self, record: Subject, field: Field, three: Three<V>) -> V {
        let (mine, theirs) = match three.pair {
            Pair::Mine(one) | Pair::Theirs(one) => {
                if self.remembers_new && !one.is_blank() {
                    self.taken.push(Taken { record, field, before: None, after: one.words(self.statuses) });
                }
                return one;
            }
            Pair::Both(mine, theirs) => (mine, theirs),
        };
        let unchanged = |side: V| three.base.map_or_else(|| side.is_blank(), |base| base.same(side));
        if mine.same(theirs) || unchanged(theirs) {
            mine
        } else if unchanged(mine) {
            let (before, after) = (Some(mine.words(self.statuses)), theirs.words(self.statuses));
            self.taken.push(Taken { record, field, before, after });
            theirs
        } else {
            let words = |value: V| Some(value.words(self.statuses));
            let question =
                Question { record, field, base: three.base.and_then(words), mine: words(mine), theirs: words(theirs) };
            match self.ask(question) {
                Some(Side::Theirs) => theirs,
                Some(Side::Mine) | None => mine,
            }
        }
    }
}
