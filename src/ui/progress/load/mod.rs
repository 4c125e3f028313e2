//! Deadlines by owner and quarter: a number in each cell, tinted by how many, with a sentence that says what clumps. A
//! number leads to its actions, and they to their forms.
//!
//! | file | idea |
//! |---|---|
//! | `words` | the sentence, and the headings |
//! | `table` | the table: the owners stay at the left, the headings at the top |
//! | `cell` | one number, and its actions |

pub(super) mod cell;
mod table;
pub(super) mod words;

use egui::{RichText, ScrollArea, Ui};

use super::head;
use super::section::Section;
use super::worked::Worked;
use crate::ui::dialog;
use crate::ui::theme::{self, text};
use crate::ui::view::View;

/// Runtime state of the page.
#[derive(Debug, Default)]
pub(super) struct LoadState {
    /// The cell that has the focus, by row and column: it is laid out wherever it is.
    focused: Option<(usize, usize)>,
}

/// Shows the page.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, worked: &mut Worked, state: &mut LoadState) {
    let palette = view.palette;
    worked.work_out_load(view.plan);
    let Some(load) = worked.load() else { return };
    let top = |ui: &mut Ui| {
        head::show(ui, &palette, Section::Load, worked);
        dialog::told(ui, &words::clump(load, &view.plan.period), palette.ink);
        ui.add_space(10.0);
    };
    if load.total.count() == 0 {
        top(ui);
        let words = RichText::new("No action is open.").font(theme::regular(text::BODY));
        ui.label(words.color(palette.ink_soft));
        return;
    }
    if ui.available_height() >= 360.0 {
        top(ui);
        table::show(ui, view, worked, load, state, ui.available_height() - 16.0);
    } else {
        // In a low window the head scrolls away, and the table keeps a height of its own.
        let height = (ui.available_height() - 24.0).max(160.0);
        ScrollArea::vertical().id_salt("progress-load-page").auto_shrink(false).show(ui, |ui| {
            top(ui);
            table::show(ui, view, worked, load, state, height);
        });
    }
}
