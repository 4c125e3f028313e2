//! A text that is edited where it stands.
//!
//! It borrows the words and copies them only when they change, so that showing a thousand cells costs
//! no copy; it never holds words of its own, so that none can be lost with it.

use std::borrow::Cow;
use std::sync::Arc;

use egui::{FontId, Frame, Galley, Id, Margin, Response, TextBuffer, TextEdit, Ui};

use crate::ui::theme::{self, Palette, text};

/// A text to be shown and edited.
#[derive(Debug)]
pub struct TextCell<'cell> {
    id: Id,
    value: &'cell str,
    name: &'cell str,
    hint: &'cell str,
    font: FontId,
    color: Option<egui::Color32>,
    multiline: bool,
    boxed: bool,
    rows: usize,
    margin: Margin,
    terms: &'cell [String],
}

/// What came of showing a [`TextCell`].
#[derive(Debug)]
pub struct TextCellOutput {
    /// The new words, where they changed this frame.
    pub changed: Option<String>,
    /// What the pointer and the keys did.
    pub response: Response,
}

impl<'cell> TextCell<'cell> {
    /// A cell of several lines without a frame. The id comes from the record, never from a row number.
    #[must_use]
    pub fn new(id: Id, value: &'cell str, name: &'cell str) -> Self {
        Self {
            id,
            value,
            name,
            hint: "",
            font: theme::regular(text::BODY),
            color: None,
            multiline: true,
            boxed: false,
            rows: 1,
            margin: Margin::symmetric(9, 7),
            terms: &[],
        }
    }

    /// What stands there, faintly, while nothing is written.
    #[must_use]
    pub fn hint(mut self, hint: &'cell str) -> Self {
        self.hint = hint;
        self
    }

    /// Its font.
    #[must_use]
    pub fn font(mut self, font: FontId) -> Self {
        self.font = font;
        self
    }

    /// Its ink, where it is not the usual one.
    #[must_use]
    pub fn color(mut self, color: egui::Color32) -> Self {
        self.color = Some(color);
        self
    }

    /// One line only; Enter leaves it.
    #[must_use]
    pub fn single_line(mut self) -> Self {
        self.multiline = false;
        self
    }

    /// With a frame round it, as a field of a form.
    #[must_use]
    pub fn boxed(mut self) -> Self {
        self.boxed = true;
        self
    }

    /// At least this many lines high.
    #[must_use]
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// The space between its edge and its words.
    #[must_use]
    pub fn margin(mut self, margin: Margin) -> Self {
        self.margin = margin;
        self
    }

    /// Folded words to mark where they stand.
    #[must_use]
    pub fn marking(mut self, terms: &'cell [String]) -> Self {
        self.terms = terms;
        self
    }

    /// Shows it as wide as there is room and as high as its words.
    pub fn show(self, ui: &mut Ui, palette: &Palette) -> TextCellOutput {
        let mut words = Cow::Borrowed(self.value);
        let color = self.color.unwrap_or(palette.ink);
        let (font, terms, mark) = (self.font.clone(), self.terms, palette.warning.gamma_multiply(0.3));
        let mut layout = |ui: &Ui, buffer: &dyn TextBuffer, width: f32| -> Arc<Galley> {
            let mut job = text::wrapped(buffer.as_str(), font.clone(), color, width);
            mark_terms(&mut job, terms, mark);
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        let edit = if self.multiline { TextEdit::multiline(&mut words) } else { TextEdit::singleline(&mut words) };
        let mut margin = self.margin;
        let frame = if self.boxed {
            let focused = ui.memory(|memory| memory.has_focus(self.id));
            let (width, line) = if focused { (2.0, palette.accent) } else { (1.0, palette.outline) };
            if focused {
                // The line counts in the layout; a thicker one must not push the words.
                margin = Margin {
                    left: margin.left - 1,
                    right: margin.right - 1,
                    top: margin.top - 1,
                    bottom: margin.bottom - 1,
                };
            }
            Frame::NONE.fill(palette.field).stroke(egui::Stroke::new(width, line)).corner_radius(5.0)
        } else {
            Frame::NONE
        };
        let frame = frame.inner_margin(margin);
        let hint = egui::RichText::new(self.hint)
            .font(self.font.clone())
            .line_height(Some(text::line_height(self.font.size)))
            .color(palette.ink_faint);
        let response = edit
            .id(self.id)
            .hint_text(hint)
            .font(self.font.clone())
            .desired_width(ui.available_width())
            .desired_rows(self.rows)
            .frame(frame)
            .layouter(&mut layout)
            .show(ui)
            .response
            .response;
        let name = self.name;
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name.to_owned()));
        let changed = match words {
            Cow::Owned(words) if response.changed() && words != self.value => Some(words),
            _ => None,
        };
        TextCellOutput { changed, response }
    }
}

/// Puts a mark behind every place where one of the folded terms stands.
fn mark_terms(job: &mut egui::text::LayoutJob, terms: &[String], mark: egui::Color32) {
    if terms.is_empty() || job.sections.len() != 1 {
        return;
    }
    // Folding may change lengths outside ASCII; only texts where it does not are marked.
    let folded = job.text.to_lowercase();
    if folded.len() != job.text.len() {
        return;
    }
    let mut places: Vec<(usize, usize)> = terms
        .iter()
        .flat_map(|term| folded.match_indices(term.as_str()).map(|(at, hit)| (at, at + hit.len())))
        .collect();
    places.retain(|(from, to)| job.text.is_char_boundary(*from) && job.text.is_char_boundary(*to));
    places.sort_unstable();
    let Some(plain) = job.sections.pop() else { return };
    let marked = egui::text::TextFormat { background: mark, ..plain.format.clone() };
    let mut end = 0;
    let mut push = |from: usize, to: usize, format: &egui::text::TextFormat| {
        if from < to {
            let byte_range = egui::text::ByteIndex(from)..egui::text::ByteIndex(to);
            job.sections.push(egui::text::LayoutSection { leading_space: 0.0, byte_range, format: format.clone() });
        }
    };
    for (from, to) in places {
        let from = from.max(end);
        push(end, from, &plain.format);
        push(from, to, &marked);
        end = end.max(to);
    }
    push(end, folded.len(), &plain.format);
}
