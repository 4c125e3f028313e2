//! Sizes of text and the way it is laid out: every line 1.45 times as high as its letters.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontId};

/// Running text, in points.
pub const BODY: f32 = 13.5;
/// Labels and readings.
pub const SMALL: f32 = 12.0;
/// Headings of cards and panels.
pub const HEADING: f32 = 15.0;
/// The title of a page.
pub const TITLE: f32 = 20.0;

/// The height of a line of letters this large.
#[must_use]
pub fn line_height(size: f32) -> f32 {
    (size * 1.45).round()
}

/// The format for this font and colour.
#[must_use]
pub fn format(font: FontId, color: Color32) -> TextFormat {
    let line_height = line_height(font.size);
    TextFormat { line_height: Some(line_height), ..TextFormat::simple(font, color) }
}

/// Text to be wrapped at `width`.
#[must_use]
pub fn wrapped(text: &str, font: FontId, color: Color32, width: f32) -> LayoutJob {
    let mut job = LayoutJob::single_section(text.to_owned(), format(font, color));
    job.wrap = TextWrapping::wrap_at_width(width);
    job
}

/// One line, cut with an ellipsis at `width`. Whoever shows it must offer the whole text too.
#[must_use]
pub fn one_line(text: &str, font: FontId, color: Color32, width: f32) -> LayoutJob {
    let mut job = LayoutJob::single_section(text.replace('\n', " "), format(font, color));
    job.wrap = TextWrapping::truncate_at_width(width);
    job
}
