//! Whether rows may move: never under somebody who is typing.
//!
//! Pure. A change of the question (filters, sort, search) is answered at once. A change of the plan is
//! answered when nobody types; otherwise the rows stay as they are until the cursor has gone elsewhere.

use crate::model::ActionId;

/// Where the keyboard is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cursor {
    /// In a cell of this row.
    Row(ActionId),
    /// In a text outside the table, such as the inspector's.
    Elsewhere(egui::Id),
}

/// What is to be done with the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They say what the plan says.
    AsTheyAre,
    /// They are kept in place although the plan has changed.
    Held,
    /// They are worked out again because the plan changed.
    PlanChanged,
    /// They are worked out again because the person asked for something else.
    AskedAnew,
}

/// What changed since the rows were worked out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Filters, sort, grouping, as-at date or search words.
    pub question: bool,
    /// The plan.
    pub plan: bool,
    /// What the search found.
    pub found: bool,
}

/// Remembers for whom rows are held.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hold {
    held_for: Option<Cursor>,
}

impl Hold {
    /// Decides, once a frame.
    pub fn decide(&mut self, changes: Changes, cursor: Option<Cursor>) -> Verdict {
        let verdict = match cursor {
            _ if changes.question => Verdict::AskedAnew,
            _ if !changes.plan && !changes.found => Verdict::AsTheyAre,
            // The search may answer a little after it was asked.
            _ if !changes.plan => Verdict::AskedAnew,
            Some(cursor) if self.held_for.is_none_or(|held| held == cursor) => {
                self.held_for = Some(cursor);
                return Verdict::Held;
            }
            _ => Verdict::PlanChanged,
        };
        self.held_for = None;
        verdict
    }
}
