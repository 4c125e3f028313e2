//! What the Actions view remembers while the program runs. None of it is saved with the plan.

use std::collections::HashSet;

use chrono::NaiveDate;
use egui::{Id, Vec2};

use super::column::Widths;
use super::heights::Heights;
use super::hold::{Cursor, Hold};
use super::owner_book::OwnerBook;
use super::rows::{Query, Rows};
use crate::model::{ActionId, Plan};

/// A cell of a row that can have the keyboard focus, from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Select,
    Reference,
    /// The link under the reference of the selected row.
    Open,
    Description,
    When,
    Owners,
    Status,
}

impl Cell {
    /// The field in its widget id.
    pub(super) fn field(self) -> &'static str {
        match self {
            Self::Select => "select",
            Self::Reference => "reference",
            Self::Open => "open",
            Self::Description => "description",
            Self::When => "when",
            Self::Owners => "owners",
            Self::Status => "status",
        }
    }

    /// Whether it is typed in, so that the arrow keys belong to the text.
    pub(super) fn is_text(self) -> bool {
        matches!(self, Self::Description | Self::When | Self::Owners)
    }
}

/// A cell and its widget, as the table last showed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Focus {
    pub(super) row: ActionId,
    pub(super) cell: Cell,
    pub(super) widget: Id,
}

/// What the rows were worked out for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Answered {
    pub(super) query: Query,
    pub(super) as_at: NaiveDate,
    pub(super) terms: Vec<String>,
    pub(super) revision: u64,
    pub(super) found: Option<Vec<ActionId>>,
    /// The newest revision the rows were found to stand in, while they are held.
    pub(super) stands_in: u64,
}

/// What is typed into the bar before it is used.
#[derive(Clone, Debug, Default)]
pub(super) struct Drafts {
    pub(super) owner_search: String,
    pub(super) bulk_owner: String,
    pub(super) bulk_deadline: String,
    /// Whether a menu was just opened, whose field is to have the focus.
    pub(super) opens: bool,
}

/// Where the table is scrolled to and what it looked like when it was last shown.
#[derive(Clone, Debug, Default)]
pub(super) struct Scroll {
    pub(super) offset: Vec2,
    pub(super) view_height: f32,
    /// A row to bring into view.
    pub(super) bring: Option<ActionId>,
    /// Whether the offset was set here and the scroll area must take it.
    pub(super) is_moved: bool,
}

/// The runtime state of the Actions view.
#[derive(Clone, Debug, Default)]
pub struct ActionsState {
    pub(super) query: Query,
    pub(super) rows: Rows,
    pub(super) answered: Option<Answered>,
    pub(super) hold: Hold,
    pub(super) book: OwnerBook,
    pub(super) book_revision: Option<u64>,
    pub(super) chosen: HashSet<ActionId>,
    pub(super) range_from: Option<ActionId>,
    /// The cells that were shown last, to tell whose widget has the focus.
    pub(super) cells: Vec<Focus>,
    /// The cell with the keyboard focus.
    pub(super) focus: Option<Focus>,
    /// A cell that is to have the focus as soon as its row is shown.
    pub(super) wanted_focus: Option<(ActionId, Cell)>,
    pub(super) scroll: Scroll,
    pub(super) heights: Heights,
    pub(super) widths: Option<Widths>,
    /// The selection as it was left, to tell when another view changed it.
    pub(super) seen_selection: Option<ActionId>,
    pub(super) drafts: Drafts,
}

impl ActionsState {
    /// The owners of the plan as it is at this revision.
    pub(super) fn owner_book(&mut self, plan: &Plan, revision: u64) -> &OwnerBook {
        if self.book_revision != Some(revision) {
            self.book = OwnerBook::of(plan);
            self.book_revision = Some(revision);
        }
        &self.book
    }

    /// Finds out which cell has the keyboard focus: Shift+Tab and screen readers move it between frames.
    pub(super) fn find_focus(&mut self, ctx: &egui::Context) {
        let focused = ctx.memory(egui::Memory::focused);
        self.focus = focused.and_then(|id| self.cells.iter().find(|cell| cell.widget == id)).copied();
    }

    /// Where the keyboard is, as far as the rows are concerned.
    pub(super) fn cursor(&self, ctx: &egui::Context) -> Option<Cursor> {
        let focused = ctx.memory(egui::Memory::focused)?;
        match self.focus {
            Some(focus) => Some(Cursor::Row(focus.row)),
            None => ctx.text_edit_focused().then_some(Cursor::Elsewhere(focused)),
        }
    }

    /// The chosen actions that are shown, in the order shown.
    pub(super) fn chosen_in_order(&self) -> Vec<ActionId> {
        self.rows.rows().map(|row| row.id).filter(|id| self.chosen.contains(id)).collect()
    }

    /// Shows every action again.
    pub(super) fn clear_filters(&mut self) {
        self.query.filters = super::filter::Filters::default();
    }

    /// Chooses a row or not; with `range`, all rows from the one chosen before.
    pub(super) fn choose(&mut self, id: ActionId, range: bool) {
        let is_chosen = !self.chosen.contains(&id);
        let from = self.range_from.filter(|_| range).and_then(|from| self.rows.line_of(from));
        if let (Some(from), Some(to)) = (from, self.rows.line_of(id)) {
            let lines = self.rows.lines.get(from.min(to)..=from.max(to)).unwrap_or_default();
            self.chosen.extend(lines.iter().filter_map(|line| line.row()).map(|row| row.id));
        } else if is_chosen {
            self.chosen.insert(id);
        } else {
            self.chosen.remove(&id);
        }
        self.range_from = Some(id);
    }
}
