//! A row of a table by what its columns hold, and what the row must be.

use super::cells::{is_blank, is_point};
use super::layout::{self, Glued, covers};
use super::lines;
use super::reading::{Slot, Target};
use crate::dates::{Kind, Period, read};
use crate::intake::source::{Cell, Row};
use crate::model::{Action, Shows};

/// A row beside the columns of its table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen<'table> {
    pub(super) row: &'table Row,
    slots: &'table [Slot],
}

impl<'table> Seen<'table> {
    pub(super) fn new(row: &'table Row, slots: &'table [Slot]) -> Self {
        Self { row, slots }
    }

    /// The same columns over another row.
    pub(super) fn with_row<'other>(self, row: &'other Row) -> Seen<'other>
    where
        'table: 'other,
    {
        Seen { row, slots: self.slots }
    }

    pub(super) fn has_column(self, shows: Shows) -> bool {
        self.slots.iter().any(|slot| slot.target == Target::Action(shows))
    }

    /// The column a cell stands in.
    pub(super) fn slot_of(self, cell: &Cell) -> Option<&'table Slot> {
        self.slots.iter().find(|slot| covers(&slot.heading, cell.column))
    }

    /// The cell of a column.
    pub(super) fn cell(self, shows: Shows) -> Option<&'table Cell> {
        let of_column = |cell: &&Cell| self.slot_of(cell).is_some_and(|slot| slot.target == Target::Action(shows));
        self.row.cells.iter().find(of_column)
    }

    pub(super) fn text(self, shows: Shows) -> &'table str {
        self.cell(shows).map(|cell| cell.text.trim()).filter(|text| !is_blank(text)).unwrap_or_default()
    }

    /// Its words from left to right, as one text.
    pub(super) fn joined(self) -> String {
        let texts = self.row.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty());
        texts.collect::<Vec<_>>().join(" ")
    }

    /// The headings of the table found again among other words, one for each cell; `None` if they are not.
    pub(super) fn glued(self) -> Option<Vec<Option<Glued>>> {
        let found: Vec<Option<Glued>> = self
            .row
            .cells
            .iter()
            .map(|cell| self.slot_of(cell).and_then(|slot| layout::glued(&cell.text, &slot.heading)))
            .collect();
        let count = found.iter().flatten().count();
        (count >= 3 && count * 2 >= self.slots.len()).then_some(found)
    }

    /// Whether it may be a sentence above the table that an extraction cut by the table's columns.
    pub(super) fn may_be_statement(self, period: &Period) -> bool {
        let description = self.text(Shows::Description);
        let has_date = !matches!(read(self.text(Shows::When), period).kind(), Kind::Blank | Kind::Unread);
        if has_date || !self.has_column(Shows::Owners) {
            return false;
        }
        let has_owner = !self.text(Shows::Owners).is_empty();
        let another_goes_on = self.row.cells.iter().any(|cell| lines::goes_on(&cell.text));
        lines::goes_on(description) || (!has_owner && (description.is_empty() || another_goes_on))
    }

    /// Whether it only goes on with the action above it.
    pub(super) fn continues(self, above: &Action) -> bool {
        let (owner, description) = (self.text(Shows::Owners), self.text(Shows::Description));
        if self.cell(Shows::Description).is_some_and(|cell| cell.continues) {
            return true;
        }
        if description.is_empty() {
            return owner.is_empty() || lines::goes_on(owner);
        }
        let has_merged_owner = self.cell(Shows::Owners).is_some_and(|cell| cell.continues);
        if has_merged_owner || !self.text(Shows::When).is_empty() {
            return false;
        }
        let goes_on = lines::goes_on(description) || is_point(description) || lines::is_open(&above.description);
        if self.has_column(Shows::Owners) {
            let is_split = lines::goes_on(owner) && lines::goes_on(description);
            is_split || (owner.is_empty() && !above.owners.written().is_empty() && goes_on)
        } else {
            let others = self.row.cells.iter().filter(|cell| !is_blank(&cell.text)).count();
            others == 1 && lines::goes_on(description)
        }
    }
}
