//! The window: its head, the list of pages, and the page beside it (below it, where there is little room).
//!
//! It must not know which pages there are.

use egui::{Context, CornerRadius, Rect, ScrollArea, Stroke, Ui, pos2, vec2};

use super::markup::{Piece, pieces};
use super::pages::Page;
use super::{HelpState, list};
use crate::ui::dialog::{self, MARGIN};
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::PlainButton;

const LARGEST: egui::Vec2 = vec2(980.0, 760.0);
const HEAD: f32 = 58.0;
/// The head where there is little room.
const LOW_HEAD: f32 = 46.0;
const LIST: f32 = 290.0;
/// A window narrower than this has its list above.
const BESIDE: f32 = 640.0;
/// Longer lines are hard to read.
const WIDEST_TEXT: f32 = 600.0;
/// How far the words of a bullet stand from the margin.
const BULLET: f32 = 16.0;

/// Shows the window over everything else. `false` once it was put away.
pub fn show(context: &Context, palette: &Palette, state: &mut HelpState) -> bool {
    let shown = dialog::large(context, palette, ("help", "Help"), LARGEST, |ui, rect| {
        let mut is_closed = false;
        let low = rect.height() < 480.0;
        let head = Rect::from_min_size(rect.min, vec2(rect.width(), if low { LOW_HEAD } else { HEAD }));
        dialog::head(ui, palette, head, "Help", "", |ui| {
            let close = dialog::button(ui, palette, PlainButton::new("Close"));
            is_closed = close.on_hover_text("Close (Esc)").clicked();
        });
        contents(ui, palette, Rect::from_min_max(head.left_bottom(), rect.max), state);
        is_closed
    });
    !(shown.inner || shown.is_escaped)
}

fn contents(ui: &mut Ui, palette: &Palette, rect: Rect, state: &mut HelpState) {
    let beside = rect.width() >= BESIDE;
    let (left, right) = if beside {
        rect.split_left_right_at_x(rect.left() + LIST)
    } else {
        rect.split_top_bottom_at_y(rect.top() + (rect.height() * 0.36).round())
    };
    ui.painter().rect_filled(left.shrink2(vec2(0.5, 0.5)), CornerRadius::ZERO, palette.ground);
    dialog::inside(ui, left.shrink2(vec2(1.0, 1.0)), |ui| {
        ScrollArea::vertical().id_salt("help-pages").auto_shrink(false).show(ui, |ui| {
            let margin = if beside { 12.0 } else { MARGIN - 10.0 };
            ui.horizontal_top(|ui| {
                ui.add_space(margin);
                ui.vertical(|ui| {
                    ui.set_width(left.width() - 2.0 * margin - 2.0);
                    ui.add_space(10.0);
                    list::show(ui, palette, state);
                    ui.add_space(12.0);
                });
            });
        });
    });
    let line = Stroke::new(1.0, palette.hairline);
    if beside {
        ui.painter().vline(left.right(), left.y_range(), line);
    } else {
        ui.painter().hline(left.x_range(), left.bottom(), line);
    }
    dialog::inside(ui, right.shrink2(vec2(1.0, 1.0)), |ui| {
        ScrollArea::vertical().id_salt(("help-page", state.page)).auto_shrink(false).show(ui, |ui| {
            dialog::turn_by_keys(ui);
            let width = (right.width() - 16.0).min(WIDEST_TEXT + 2.0 * MARGIN);
            dialog::column(ui, width, |ui| page(ui, palette, state.page));
        });
    });
}

fn page(ui: &mut Ui, palette: &Palette, page: Page) {
    ui.add_space(16.0);
    for piece in pieces(&page.text()) {
        match piece {
            Piece::Title(words) => {
                let job = text::wrapped(words, theme::semibold(text::TITLE), palette.ink, ui.available_width());
                ui.label(job);
                ui.add_space(8.0);
            }
            Piece::Heading(words) => {
                ui.add_space(10.0);
                dialog::heading(ui, palette, words);
                ui.add_space(4.0);
            }
            Piece::Paragraph(words) => {
                dialog::told(ui, words, palette.ink);
                ui.add_space(6.0);
            }
            Piece::Bullet(words) => {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    let at = ui.cursor().min + vec2(4.0, text::line_height(text::BODY) / 2.0);
                    ui.painter().circle_filled(pos2(at.x, at.y), 2.0, palette.ink_soft);
                    ui.add_space(BULLET);
                    ui.vertical(|ui| dialog::told(ui, words, palette.ink));
                });
                ui.add_space(4.0);
            }
        }
    }
    ui.add_space(24.0);
}
