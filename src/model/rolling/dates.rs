//! What becomes of one date under another period: as it was, or moved.

use chrono::Datelike;

use crate::dates::{Period, When};
use crate::model::action::Milestone;

/// From one period to another.
#[derive(Debug)]
pub(super) struct Roll<'period> {
    /// How many years later the new period starts.
    years: i32,
    new: &'period Period,
}

/// What can become of a record with a date.
#[derive(Debug)]
pub(super) struct Turn<T> {
    /// With the date as it was.
    pub(super) kept: T,
    /// With the date moved, where that can be suggested.
    pub(super) moved: Option<T>,
    /// Whether there is a date to look over.
    pub(super) is_date: bool,
    /// Whether its last day lies before the new period.
    pub(super) is_past: bool,
}

impl<'period> Roll<'period> {
    pub(super) fn between(old: &Period, new: &'period Period) -> Self {
        Self { years: new.from.year() - old.from.year(), new }
    }

    /// The same words with the same reading. Where the new period would read them otherwise, the old reading
    /// stays as one that was chosen.
    pub(super) fn kept(&self, when: &When) -> When {
        let again = when.reread(self.new);
        if again.reading() == when.reading() { again } else { When::overrule(when.written(), when.reading().clone()) }
    }

    pub(super) fn is_past(&self, when: &When) -> bool {
        when.reading().to().is_some_and(|last| last < self.new.from)
    }

    pub(super) fn deadline(&self, when: &When) -> Turn<When> {
        let shifts = when.reread(self.new).reading() != when.reading();
        self.turn(when, shifts, self.kept(when), || when.moved_on(self.years, self.new))
    }

    pub(super) fn milestone(&self, milestone: &Milestone) -> Turn<Milestone> {
        let again = milestone.reread(self.new);
        let when = milestone.when();
        let shifts = again.when().reading() != when.reading();
        let kept = match milestone.beside() {
            Some(beside) => milestone.with_beside(Some(self.kept(beside)), self.new),
            None if shifts => milestone.with_beside(Some(self.kept(when)), self.new),
            None => again,
        };
        self.turn(when, shifts, kept, || self.moved_milestone(milestone))
    }

    fn moved_milestone(&self, milestone: &Milestone) -> Option<Milestone> {
        let Some(beside) = milestone.beside() else {
            let text = milestone.when().sentence_moved_on(milestone.text(), self.years, self.new)?;
            return Some(milestone.with_text(text, self.new));
        };
        let beside = beside.moved_on(self.years, self.new)?;
        // What its words say by themselves need not stand beside them.
        let alone = milestone.with_beside(None, self.new);
        Some(if *alone.when() == beside { alone } else { milestone.with_beside(Some(beside), self.new) })
    }

    /// `shifts` tells whether the new period would read the words otherwise. A date that has not passed and stays
    /// where it is needs no moving.
    fn turn<T>(&self, when: &When, shifts: bool, kept: T, suggest: impl FnOnce() -> Option<T>) -> Turn<T> {
        let is_past = self.is_past(when);
        let is_date = shifts || when.reading().from().is_some();
        let moved = if is_date && (is_past || shifts) { suggest() } else { None };
        Turn { kept, moved, is_date, is_past }
    }
}
