//! What every view is given, and what it gives back.

use chrono::NaiveDate;

use super::command::{Command, RowCommand};
use super::panels::Panels;
use super::since::Ask;
use super::theme::Palette;
use crate::model::search::Part;
use crate::model::{ActionId, Edit, GridId, IdMaker, ObjectiveId, Plan, RecordId};

/// What a view wants to happen. The app empties it at the end of the frame, in order.
#[derive(Debug)]
pub struct Outbox {
    wishes: Vec<Wish>,
    ids: IdMaker,
}

impl Default for Outbox {
    /// An outbox whose ids begin with no seed of their own: for tests, and for before a plan is open.
    fn default() -> Self {
        Self::new(IdMaker::new(0))
    }
}

/// One thing a view wants to happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// A change of the plan, with the words for undo.
    Edit(Edit, String),
    /// A change of rows.
    Row(RowCommand),
    /// Something the whole program does.
    Command(Command),
    /// Two states of the plan are to be compared.
    Compare(Ask),
    /// The next edit begins another step of undo.
    Seal,
    /// The cursor is to go into the widget with this id.
    Focus(egui::Id),
}

impl Outbox {
    /// An empty outbox that draws ids for new records from `ids`.
    #[must_use]
    pub fn new(ids: IdMaker) -> Self {
        Self { wishes: Vec::new(), ids }
    }

    /// Where a view that puts a record in gets its id.
    pub fn ids(&mut self) -> &mut IdMaker {
        &mut self.ids
    }

    /// Asks for a change of the plan; `label` completes "Undo: …" ("change By when").
    pub fn edit(&mut self, edit: Edit, label: impl Into<String>) {
        self.wishes.push(Wish::Edit(edit, label.into()));
    }

    /// Asks for a change of rows.
    pub fn row(&mut self, command: RowCommand) {
        self.wishes.push(Wish::Row(command));
    }

    /// Asks for something the whole program does.
    pub fn command(&mut self, command: Command) {
        self.wishes.push(Wish::Command(command));
    }

    /// Asks for two states of the plan to be compared.
    pub fn compare(&mut self, ask: Ask) {
        self.wishes.push(Wish::Compare(ask));
    }

    /// Asks for the cursor to go into a widget once the frame is done.
    pub fn focus(&mut self, widget: egui::Id) {
        self.wishes.push(Wish::Focus(widget));
    }

    /// Ends the current step of undo.
    pub fn seal(&mut self) {
        self.wishes.push(Wish::Seal);
    }

    /// Takes all wishes out.
    #[must_use]
    pub fn take(&mut self) -> Vec<Wish> {
        std::mem::take(&mut self.wishes)
    }
}

/// What the person is at, shared by all views.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The action shown in the inspector.
    pub action: Option<ActionId>,
    /// What the Grids view is to bring into view; it empties this when done.
    pub reveal: Option<Reveal>,
}

/// A place in the forms to bring into view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reveal {
    /// The top of a grid.
    Grid(GridId),
    /// An objective's heading.
    Objective(ObjectiveId),
    /// An action's row.
    Action(ActionId),
    /// An action's row, with the cursor put into its first cell.
    ActionForTyping(ActionId),
}

/// The widget id of a field of a record: the same wherever and in whatever order it is shown, so that
/// sorting, filtering and undo keep the cursor where it is. `field` tells the fields of a record apart;
/// `view` the places where one field is shown at once (form, inspector, table).
#[must_use]
pub fn cell_id(view: &'static str, record: RecordId, field: &'static str) -> egui::Id {
    egui::Id::unique(("cell", view, record, field))
}

/// Everything a view may read and the two things it may write.
#[derive(Debug)]
pub struct View<'frame> {
    /// The plan.
    pub plan: &'frame Plan,
    /// Another number whenever the plan may have changed: the key for cached data.
    pub revision: u64,
    /// The day the view speaks for.
    pub as_at: NaiveDate,
    /// The colours in force.
    pub palette: Palette,
    /// Which panels stand beside the form.
    pub panels: Panels,
    /// A dialog stands before the view: keys are not for it.
    pub behind_dialog: bool,
    /// The actions a search found, in order; `None` while nothing is searched for.
    pub found: Option<&'frame [ActionId]>,
    /// The grids and objectives a search found, beside the actions.
    pub found_parts: &'frame [Part],
    /// The folded words searched for, to be marked where they stand.
    pub terms: &'frame [String],
    /// What the person is at.
    pub selection: &'frame mut Selection,
    /// What the view wants to happen.
    pub outbox: &'frame mut Outbox,
}
