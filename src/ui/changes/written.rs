//! Words as they are painted: some of them marked, struck through, folded where they are long.
//!
//! It must not know whose words they are.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, FontId, Galley, Stroke, TextFormat, Ui};

use crate::ui::theme::{Palette, text};

/// The lines that are shown of folded words.
pub(crate) const FOLDED: usize = 6;

/// A text and how it looks.
#[derive(Clone, Debug)]
pub(crate) struct Written<'words> {
    words: &'words str,
    marks: &'words [Range<usize>],
    tint: Color32,
    font: FontId,
    ink: Color32,
    is_struck: bool,
}

impl<'words> Written<'words> {
    /// These words, plainly. What is blank is to be shown with words that say so.
    pub(crate) fn new(words: &'words str, font: FontId, ink: Color32) -> Self {
        Self { words, marks: &[], tint: Color32::TRANSPARENT, font, ink, is_struck: false }
    }

    /// Tints these ranges of bytes: what the words beside them do not have.
    pub(crate) fn marked(mut self, marks: &'words [Range<usize>], palette: &Palette) -> Self {
        self.marks = marks;
        self.tint = palette.accent.gamma_multiply(if palette.dark { 0.30 } else { 0.15 });
        self
    }

    /// Struck through, as what is gone.
    pub(crate) fn struck(mut self) -> Self {
        self.is_struck = true;
        self
    }

    /// Puts the words at the end of others.
    pub(crate) fn append_to(&self, job: &mut LayoutJob) {
        let mut plain = text::format(self.font.clone(), self.ink);
        if self.is_struck {
            plain.strikethrough = Stroke::new(1.0, self.ink);
        }
        // Wider than its letters, a tint would lie twice over the line below.
        let marked = TextFormat { background: self.tint, expand_bg: 0.0, ..plain.clone() };
        let mut end = 0;
        for mark in self.marks {
            job.append(&self.words[end..mark.start], 0.0, plain.clone());
            job.append(&self.words[mark.clone()], 0.0, marked.clone());
            end = mark.end;
        }
        job.append(&self.words[end..], 0.0, plain);
    }

    /// Lays the words out, at most so many lines.
    pub(crate) fn laid_out(&self, ui: &Ui, width: f32, lines: usize) -> Arc<Galley> {
        let mut job = LayoutJob { wrap: TextWrapping::wrap_at_width(width.max(1.0)), ..LayoutJob::default() };
        job.wrap.max_rows = lines;
        self.append_to(&mut job);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    }
}

/// The lines of a list with their numbers.
pub(crate) fn numbered(lines: &str) -> String {
    (1..).zip(lines.split('\n')).map(|(number, line)| format!("{number}. {line}")).collect::<Vec<_>>().join("\n")
}

/// What is shown for words that are blank.
pub(crate) const EMPTY: &str = "(empty)";
