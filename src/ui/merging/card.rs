//! One side of a choice: its words, to be read and chosen.
//!
//! It must not know what the words are of.

use std::ops::Range;
use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Galley, Id, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::ui::changes::Written;
use crate::ui::theme::{self, Palette, text};

const PADDING: f32 = 14.0;
const DOT: f32 = 8.0;
/// Between the mark and the words beside it.
const AFTER_DOT: f32 = 10.0;

/// What a card shows.
#[derive(Debug)]
pub(super) struct Side<'words> {
    /// "Yours" or "Theirs".
    pub(super) title: &'static str,
    /// Who and when.
    pub(super) told: &'words str,
    pub(super) words: &'words str,
    /// Whether the words stand for none.
    pub(super) is_blank: bool,
    /// What of the words the other side has not.
    pub(super) marks: &'words [Range<usize>],
    pub(super) is_chosen: bool,
}

/// A card that is laid out and not yet placed.
#[derive(Debug)]
pub(super) struct Card {
    title: Arc<Galley>,
    words: Arc<Galley>,
    is_chosen: bool,
}

impl Card {
    /// Lays a side out in a card this wide.
    pub(super) fn new(ui: &Ui, palette: &Palette, side: &Side<'_>, width: f32) -> Self {
        let room = width - 2.0 * PADDING;
        let title_ink = if side.is_chosen { palette.accent } else { palette.ink };
        let mut title = LayoutJob::default();
        title.wrap.max_width = (room - 2.0 * DOT - AFTER_DOT).max(40.0);
        title.append(side.title, 0.0, text::format(theme::semibold(text::BODY), title_ink));
        if !side.told.is_empty() {
            title.append(side.told, 8.0, text::format(theme::regular(text::SMALL), palette.ink_soft));
        }
        let ink = if side.is_blank { palette.ink_soft } else { palette.ink };
        let words = Written::new(side.words, theme::regular(text::BODY), ink).marked(side.marks, palette);
        Self {
            title: ui.fonts_mut(|fonts| fonts.layout_job(title)),
            words: words.laid_out(ui, room, usize::MAX),
            is_chosen: side.is_chosen,
        }
    }

    pub(super) fn height(&self) -> f32 {
        (2.0 * PADDING + self.title.size().y + 6.0 + self.words.size().y).ceil()
    }

    /// Shows it. `name` is what a screen reader calls it; the words are its description.
    pub(super) fn show(self, ui: &mut Ui, palette: &Palette, (id, rect): (Id, Rect), name: &str) -> Response {
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| WidgetInfo {
            current_text_value: Some(self.words.job.text.clone()),
            ..WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), self.is_chosen, name)
        });
        let painter = ui.painter();
        let (width, line) = if self.is_chosen { (2.0, palette.accent) } else { (1.0, palette.outline) };
        let over = response.hovered() && !self.is_chosen;
        let fill = if over { palette.paper.lerp_to_gamma(palette.hover, 0.6) } else { palette.paper };
        painter.rect(rect, 8.0, fill, Stroke::new(width, line), StrokeKind::Inside);
        if response.has_focus() {
            painter.rect_stroke(rect.expand(2.0), 10.0, Stroke::new(2.0, palette.accent), StrokeKind::Outside);
        }
        let corner = rect.min + vec2(PADDING, PADDING);
        let first_line = text::line_height(text::BODY);
        mark(painter, palette, corner + vec2(DOT, first_line / 2.0), self.is_chosen);
        let below = corner + vec2(0.0, self.title.size().y + 6.0);
        painter.galley(corner + vec2(2.0 * DOT + AFTER_DOT, 0.0), self.title, palette.ink);
        painter.galley(below, self.words, palette.ink);
        response.on_hover_cursor(egui::CursorIcon::PointingHand)
    }
}

/// A ring; ticked where the card is chosen.
fn mark(painter: &Painter, palette: &Palette, centre: Pos2, is_chosen: bool) {
    if !is_chosen {
        painter.circle_stroke(centre, DOT - 0.75, Stroke::new(1.5, palette.ink_faint));
        return;
    }
    painter.circle_filled(centre, DOT, palette.accent);
    let tick = [vec2(-3.4, 0.2), vec2(-1.0, 2.7), vec2(3.6, -2.6)].map(|step| centre + step);
    painter.add(Shape::line(tick.to_vec(), Stroke::new(1.8, palette.on_accent)));
}
