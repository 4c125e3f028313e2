//! A comparison counted, and in one line.

use super::{Comparison, together};

/// How much of what there is in a comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChangeCounts {
    /// Actions that were completed.
    pub completed: usize,
    /// Dates that slipped, of actions and milestones; linked milestones that moved alike are one.
    pub slipped: usize,
    /// Other changes of status.
    pub statuses: usize,
    /// New actions.
    pub new: usize,
    /// Actions that are gone.
    pub removed: usize,
    /// Dates that were brought forward, counted likewise.
    pub brought_forward: usize,
    /// Dates that were given or lost.
    pub given_or_lost: usize,
    /// Actions that stand under another objective.
    pub moved: usize,
    /// Fields with other words.
    pub words: usize,
    /// Other parts that are new.
    pub added: usize,
    /// Other parts that are gone.
    pub taken_out: usize,
    /// New updates, of all actions together.
    pub updates: usize,
    /// Whatever else differs.
    pub other: usize,
}

impl Comparison {
    /// Whether nothing changed: the two plans say the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counts() == ChangeCounts::default()
    }

    /// How much of what there is.
    #[must_use]
    pub fn counts(&self) -> ChangeCounts {
        ChangeCounts {
            completed: self.completed.len(),
            slipped: together(&self.slipped).len(),
            statuses: self.statuses.len(),
            new: self.new.len(),
            removed: self.removed.len(),
            brought_forward: together(&self.brought_forward).len(),
            given_or_lost: self.given_or_lost.len(),
            moved: self.moved.len(),
            words: self.words.len(),
            added: self.added.len(),
            taken_out: self.taken_out.len(),
            updates: self.updates.iter().map(|said| said.updates.len()).sum(),
            other: self.other.len(),
        }
    }

    /// All of it in one line, as [`ChangeCounts::in_short`] has it.
    #[must_use]
    pub fn in_short(&self) -> String {
        self.counts().in_short()
    }
}

impl ChangeCounts {
    /// All of it in one line, what a board asks for first: "3 completed, 2 slipped, 4 statuses changed, 1 new". Without
    /// a full stop; "Nothing changed" where nothing did.
    #[must_use]
    pub fn in_short(&self) -> String {
        let counts = self;
        let parts = [
            (counts.completed, ["completed"; 2]),
            (counts.slipped, ["slipped"; 2]),
            (counts.statuses, ["status changed", "statuses changed"]),
            (counts.new, ["new"; 2]),
            (counts.removed, ["removed"; 2]),
            (counts.brought_forward, ["brought forward"; 2]),
            (counts.given_or_lost, ["date given or lost", "dates given or lost"]),
            (counts.moved, ["moved"; 2]),
            (counts.words, ["text changed", "texts changed"]),
            (counts.added, ["part added", "parts added"]),
            (counts.taken_out, ["part taken out", "parts taken out"]),
            (counts.updates, ["update since", "updates since"]),
            (counts.other, ["other change", "other changes"]),
        ];
        let told = parts.into_iter().filter(|(count, _)| *count > 0);
        let told: Vec<String> =
            told.map(|(count, [one, many])| format!("{count} {}", if count == 1 { one } else { many })).collect();
        if told.is_empty() { "Nothing changed".to_owned() } else { told.join(", ") }
    }
}
