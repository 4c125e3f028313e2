//! What is ticked, and what goes with it.
//!
//! It must not know how ticks are shown.

use crate::model::matching::{Change, Kind};

/// Which changes are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticks(Vec<bool>);

impl Ticks {
    /// Those that are taken unless a person says otherwise.
    #[must_use]
    pub fn at_first(changes: &[Change]) -> Self {
        Self(changes.iter().map(|change| change.kind.is_taken_at_first()).collect())
    }

    /// For each change, whether it is wanted.
    #[must_use]
    pub fn all(&self) -> &[bool] {
        &self.0
    }

    /// Whether this change is wanted.
    #[must_use]
    pub fn has(&self, at: usize) -> bool {
        self.0.get(at).copied().unwrap_or_default()
    }

    /// How many are wanted.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.iter().filter(|is_ticked| **is_ticked).count()
    }

    /// Wants a change or not. With it goes what it needs, and without it what needs it.
    pub fn set(&mut self, changes: &[Change], at: usize, to: bool) {
        if let Some(one) = self.0.get_mut(at) {
            *one = to;
        }
        if to {
            if let Some(needed) = changes.get(at).and_then(|change| change.needs) {
                self.set(changes, needed, true);
            }
        } else if changes.get(at).is_some_and(|change| change.kind == Kind::Added) {
            for (other, _) in changes.iter().enumerate().filter(|(_, change)| change.needs == Some(at)) {
                if let Some(one) = self.0.get_mut(other) {
                    *one = false;
                }
            }
        }
    }

    /// Wants all changes of a kind, or none of them.
    pub fn set_kind(&mut self, changes: &[Change], kind: Kind, to: bool) {
        for (at, _) in changes.iter().enumerate().filter(|(_, change)| change.kind == kind) {
            self.set(changes, at, to);
        }
    }
}
