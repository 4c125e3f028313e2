//! "Plan details": all that belongs to the plan as a whole, in one roomy window over the views. Its
//! title and period, its board meetings, what its forms are made of, its status scheme, its owner
//! directory and its notes.
//!
//! | file | idea |
//! |---|---|
//! | `window` | the window, its sections and how it is closed |
//! | `form` | fields, labels, notes and buttons as all sections show them |
//! | `card_list` | a long list of which only what is in sight is laid out |
//! | `draft` | the one value that is typed but not yet read |
//! | `plan`, `period`, `meetings`, `columns`, `statuses`, `owners`, `notes` | a section each |
//! | `written_names` | names as they stand in the plan's cells |
//! | `period_draft`, `own_columns`, `one_owner`, `new_ids`, `owner_book`, `status_use`, `colour` | what they reckon with, without a window |
//!
//! *Architecture invariant:* like every view it reads the plan and puts wishes into the outbox. Each
//! change is made as it is typed; there is no "OK" that could be forgotten and no "Cancel" that could
//! lose a word, for undo takes any of it back.

mod card_list;
mod colour;
mod columns;
mod draft;
mod form;
mod meetings;
mod notes;
mod one_owner;
mod own_columns;
mod owner_book;
mod owners;
mod period;
mod period_draft;
mod plan;
mod section;
mod status_row;
mod status_use;
mod statuses;
#[cfg(test)]
mod tests;
mod window;
mod written_names;

pub use section::Section;
pub use window::show;

use super::view::View;
use draft::Draft;

/// Runtime state: which section is shown, what is typed but not yet read, and what was reckoned for it.
#[derive(Debug, Default)]
pub struct DetailsState {
    section: Section,
    /// Whether it was shown in the frame before.
    is_open: bool,
    draft: Option<Draft>,
    /// A row was asked for; when it comes, the cursor goes into it.
    awaited: Option<Awaited>,
    notes: notes::NotesState,
    owners: owners::OwnersState,
    statuses: status_use::StatusUse,
    own_columns: own_columns::OwnColumns,
}

/// A row that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Awaited {
    section: Section,
    /// How many rows there were before.
    rows: usize,
}

impl DetailsState {
    /// Turns to a section, for a finding or a menu that leads here.
    pub fn turn_to(&mut self, section: Section) {
        self.section = section;
    }

    /// Brings what is typed into the plan where it can be read; what cannot be read stays typed. The app
    /// calls it before any command that looks at the plan: save, undo, redo, export.
    pub fn settle(&mut self, view: &mut View<'_>) {
        self.draft = self.draft.take().and_then(|draft| draft.settle(view));
    }

    /// Whether the row that was asked for has come.
    fn has_come(&mut self, section: Section, rows: usize) -> bool {
        let come = self.awaited.is_some_and(|awaited| awaited.section == section && rows > awaited.rows);
        if come {
            self.awaited = None;
        }
        come
    }
}
