//! How high a row will be: guessed from the length of its words, or measured by laying them out.
//!
//! Measuring uses the very layouts that are then shown, so egui lays each text out once.

use chrono::NaiveDate;
use egui::text::LayoutJob;
use egui::{Ui, Vec2, vec2};

use super::column::{Column, Widths};
use super::rows::Row;
use super::words;
use crate::model::{Action, Plan};
use crate::ui::theme::{self, Palette, text};

/// The space between a cell's edge and its words.
pub(super) const PAD: Vec2 = vec2(9.0, 8.0);
/// The height of a group's heading, where it is one line.
pub(super) const HEADING: f32 = 40.0;
/// What the reference, its link and the status chip need at least.
const LEAST: f32 = 52.0;
/// How many lines of an update are shown; the inspector has it whole.
const UPDATE_LINES: usize = 3;

/// The room for words in a column.
pub(super) fn inner_width(widths: &Widths, column: Column) -> f32 {
    let (left, right) = widths.of(column);
    right - left - PAD.x * 2.0
}

/// A guess that reads no letter: good enough for the length of the scroll bar.
pub(super) fn guess(plan: &Plan, row: &Row, widths: &Widths) -> f32 {
    /// The usual width of a letter at the size of running text.
    const LETTER: f32 = 6.6;
    let Some(standing) = row.standing(plan) else { return LEAST };
    let action = standing.action;
    let lines = |length: usize, column| {
        #[expect(clippy::cast_precision_loss, reason = "a guess")]
        let letters = length as f32;
        (letters * LETTER / inner_width(widths, column)).ceil().max(1.0)
    };
    let most = lines(action.description.len(), Column::Description)
        .max(lines(action.owners.written().len(), Column::Owners))
        .max(lines(action.when.written().len(), Column::When) + 1.0);
    (most * text::line_height(text::BODY) + PAD.y * 2.0).max(LEAST)
}

/// The height of a row with these words.
pub(super) fn measure(ui: &Ui, palette: &Palette, widths: &Widths, action: &Action, as_at: NaiveDate) -> f32 {
    let high = |job: LayoutJob| ui.fonts_mut(|fonts| fonts.layout_job(job)).size().y;
    let typed = |words: &str, column| {
        let job = text::wrapped(words, theme::regular(text::BODY), palette.ink, inner_width(widths, column));
        high(job).max(text::line_height(text::BODY))
    };
    let two = |lines: words::TwoLines, column| {
        let width = inner_width(widths, column);
        if lines.first.is_empty() && lines.second.is_empty() {
            return 0.0;
        }
        high(body_job(&lines.first, palette, width)) + high(small_job(&lines.second, palette.ink_soft, width))
    };
    let (reading, _) = words::reading(action);
    let reading_height = if reading.is_empty() {
        0.0
    } else {
        high(small_job(&reading, palette.ink_soft, inner_width(widths, Column::When)))
    };
    let most = typed(&action.description, Column::Description)
        .max(typed(action.when.written(), Column::When) + reading_height)
        .max(typed(action.owners.written(), Column::Owners))
        .max(two(words::milestones(action, as_at), Column::Milestones))
        .max(two(words::update(action), Column::Update));
    (most + PAD.y * 2.0).max(LEAST).ceil()
}

/// Running text of a cell that is not typed in.
pub(super) fn body_job(words: &str, palette: &Palette, width: f32) -> LayoutJob {
    let mut job = text::wrapped(words, theme::regular(text::BODY), palette.ink, width);
    job.wrap.max_rows = UPDATE_LINES;
    job
}

/// The quiet line beneath.
pub(super) fn small_job(words: &str, ink: egui::Color32, width: f32) -> LayoutJob {
    text::wrapped(words, theme::regular(text::SMALL), ink, width)
}
