//! The cells of a row that are read, not typed in: milestones, the latest update, how late it is.

use egui::{Label, Ui};

use super::column::Column;
use super::measure::{body_job, inner_width, small_job};
use super::row::RowUi;
use super::words::{self, TwoLines};
use crate::report::days_late;
use crate::ui::theme::{self, text};

/// Shows them.
pub(super) fn show(row: &RowUi<'_, '_>, ui: &mut Ui) {
    let (action, as_at) = (row.standing.action, row.view.as_at);
    two_lines(row, ui, Column::Milestones, &words::milestones(action, as_at), |ui| {
        for milestone in &action.milestones {
            ui.label(milestone.text());
        }
    });
    two_lines(row, ui, Column::Update, &words::update(action), |ui| {
        ui.label(action.newest_update().map_or("", |update| update.text.as_str()));
    });
    if let Some(days) = days_late(row.view.plan, action, as_at) {
        let width = inner_width(row.widths, Column::Late);
        let job = text::wrapped(&words::days(days), theme::semibold(text::BODY), row.view.palette.warning, width);
        row.child(ui, Column::Late).add(Label::new(job));
    }
}

/// What counts, what stands beneath it, and the whole of it under the pointer.
fn two_lines(row: &RowUi<'_, '_>, ui: &mut Ui, column: Column, lines: &TwoLines, whole: impl FnOnce(&mut Ui)) {
    if lines.second.is_empty() {
        return;
    }
    let (palette, width) = (row.view.palette, inner_width(row.widths, column));
    let shown = row.child(ui, column).vertical(|ui| {
        ui.add(Label::new(body_job(&lines.first, &palette, width)));
        ui.add(Label::new(small_job(&lines.second, palette.ink_soft, width)));
    });
    shown.response.on_hover_ui(|ui| {
        ui.set_max_width(420.0);
        whole(ui);
    });
}
