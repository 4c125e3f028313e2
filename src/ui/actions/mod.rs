//! The Actions view: every action of the plan in one table, to be filtered, sorted, grouped, edited where
//! it stands, and changed many at once.
//!
//! | file | idea |
//! |---|---|
//! | [`filter`], [`sort`], [`group`], [`owner_book`], [`next_milestone`] | the question, pure |
//! | [`rows`] | the answer: the lines of the table, worked out whole |
//! | [`hold`], `refresh` | when the answer may change: never under somebody who is typing |
//! | [`heights`], `measure` | how high lines are and where they stand |
//! | `table`, `header`, `row`, `reference_cell`, `read_cells`, `group_row`, `status_cell` | what is seen |
//! | `filter_bar`, `count_line`, `bulk`, `menus`, `owner_menu`, `empty` | what stands round it |
//! | `keys`, `words`, `state` | row to row by keyboard; words of cells; what is remembered |
//!
//! A frame lays out the rows in view and no others; what grows with the plan is done when the plan, the
//! question or the width of the table changes.
//!
//! *Architecture invariant:* nothing here changes a plan, and nothing here knows of the other views.

mod bulk;
mod column;
mod count_line;
mod empty;
pub mod filter;
mod filter_bar;
pub mod group;
mod group_row;
mod header;
pub mod heights;
pub mod hold;
mod keys;
mod measure;
pub(super) mod menus;
pub mod next_milestone;
pub mod owner_book;
mod owner_menu;
mod read_cells;
mod reference_cell;
mod refresh;
mod row;
pub mod rows;
pub mod sort;
mod state;
mod status_cell;
mod table;
#[cfg(test)]
mod tests;
mod words;

pub use column::{Column, Widths};
pub use state::ActionsState;

use egui::{Frame, Margin, Ui};

use super::view::View;

/// Shows the view in all the room there is.
pub fn show(ui: &mut Ui, view: &mut View<'_>, state: &mut ActionsState) {
    refresh::refresh(ui.ctx(), view, state);
    let side = if ui.available_width() < 1100.0 { 14 } else { 24 };
    Frame::NONE.inner_margin(Margin { left: side, right: side - 10, top: 14, bottom: 0 }).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        if state.rows.total > 0 {
            filter_bar::show(ui, view, state);
            count_line::show(ui, view, state);
        }
        if state.rows.shown == 0 {
            empty::show(ui, view, state);
        } else {
            table::show(ui, view, state);
        }
    });
}
