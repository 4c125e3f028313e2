//! A card that is one large thing to press: a title and a line of small words under it.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Color32, Galley, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::ui::theme::{self, Palette, text};

const CORNER: f32 = 6.0;

/// A card to press.
#[derive(Debug)]
pub(super) struct Card<'card> {
    title: &'card str,
    name: &'card str,
    told: &'card [(&'card str, Color32)],
    primary: bool,
    slim: bool,
}

impl<'card> Card<'card> {
    /// A card with this title; `name` is what a screen reader calls it.
    pub(super) fn new(title: &'card str, name: &'card str) -> Self {
        Self { title, name, told: &[], primary: false, slim: false }
    }

    /// The small words under the title, each piece in its ink.
    pub(super) fn told(mut self, told: &'card [(&'card str, Color32)]) -> Self {
        self.told = told;
        self
    }

    /// The one a person most likely wants.
    pub(super) fn primary(mut self) -> Self {
        self.primary = true;
        self
    }

    /// With little room round its words.
    pub(super) fn slim(mut self) -> Self {
        self.slim = true;
        self
    }

    /// Shows it as wide as there is room and as high as its words.
    pub(super) fn show(self, ui: &mut Ui, palette: &Palette) -> Response {
        let padding = if self.slim { vec2(16.0, 9.0) } else { vec2(16.0, 12.0) };
        let width = ui.available_width();
        let text_width = width - 2.0 * padding.x;
        let ink = if self.primary { palette.on_accent } else { palette.ink };
        let title = text::wrapped(self.title, theme::semibold(text::BODY + 0.5), ink, text_width);
        let title = ui.fonts_mut(|fonts| fonts.layout_job(title));
        let told = (!self.told.is_empty()).then(|| small_words(ui, self.told, text_width));
        let told_height = told.as_ref().map_or(0.0, |told| told.size().y + 1.0);
        let size = vec2(width, title.size().y + told_height + 2.0 * padding.y).ceil();

        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.name));
        if response.gained_focus() {
            ui.scroll_to_rect(rect.expand(12.0), None);
        }
        if ui.is_rect_visible(rect) {
            let (fill, line) = self.colours(palette, &response);
            let painter = ui.painter();
            painter.rect(rect, CORNER, fill, Stroke::new(1.0, line), StrokeKind::Inside);
            if response.has_focus() {
                let frame = Stroke::new(2.0, palette.accent);
                painter.rect_stroke(rect.expand(2.0), CORNER + 2.0, frame, StrokeKind::Outside);
            }
            let corner = rect.min + padding;
            let below = corner + vec2(0.0, title.size().y + 1.0);
            painter.galley(corner, title, ink);
            if let Some(told) = told {
                painter.galley(below, told, ink);
            }
        }
        response.on_hover_cursor(egui::CursorIcon::PointingHand)
    }

    fn colours(&self, palette: &Palette, response: &Response) -> (Color32, Color32) {
        let over = response.hovered() || response.is_pointer_button_down_on();
        match (self.primary, over) {
            // Towards the ground its words stay as readable: they were chosen to stand out from it.
            (true, true) => (palette.accent.lerp_to_gamma(palette.ink, 0.12), palette.accent),
            (true, false) => (palette.accent, palette.accent),
            (false, true) => (palette.hover, palette.outline),
            (false, false) => (palette.paper, palette.hairline),
        }
    }
}

fn small_words(ui: &Ui, pieces: &[(&str, Color32)], width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    for (words, color) in pieces {
        job.append(words, 0.0, text::format(theme::regular(text::SMALL + 0.5), *color));
    }
    job.wrap.max_width = width;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// The place of cards that are not there yet.
pub(super) fn empty(ui: &mut Ui, palette: &Palette, words: &str) {
    let frame = egui::Frame::NONE.stroke(Stroke::new(1.0, palette.hairline)).corner_radius(CORNER);
    frame.inner_margin(egui::Margin::symmetric(16, 16)).show(ui, |ui| {
        let width = ui.available_width();
        ui.set_width(width);
        ui.label(text::wrapped(words, theme::regular(text::BODY), palette.ink_soft, width));
    });
}
