//! One date with its box: all of the row can be pressed.

use egui::{Id, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Line, words};
use crate::model::rolling::DateToReview;
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::check_box::{Tick, paint_at};

/// The height of a row, in points.
pub(super) const HEIGHT: f32 = 48.0;
const BOX: f32 = 34.0;
const REFERENCE: f32 = 62.0;

/// A date that is shown, and what the person did to it.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) response: Response,
    /// A step to the date below (1) or above (-1).
    pub(super) step: isize,
}

pub(super) fn show(
    ui: &mut Ui,
    palette: &Palette,
    (date, line, at): (&DateToReview, &Line, usize),
    is_ticked: bool,
) -> Shown {
    let can_move = date.suggestion.is_some();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let sense = if can_move { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, Id::unique(("rolling-date", at)), sense);
    let fate = words::fate(date, is_ticked);
    let name = format!("{}: {}", line.reference, line.text);
    response.widget_info(|| WidgetInfo {
        current_text_value: Some(fate.clone()),
        ..WidgetInfo::selected(Role::CheckBox, ui.is_enabled() && can_move, is_ticked, &name)
    });
    let painter = ui.painter();
    if response.hovered() && can_move {
        painter.rect_filled(rect, 4.0, palette.hover);
    }
    if can_move {
        let tick = if is_ticked { Tick::On } else { Tick::Off };
        paint_at(ui, palette, pos2(rect.left() + 14.0, rect.top() + 15.0), tick, &response);
    }
    let one_line = |words: &str, font, ink, left: f32, top: f32| {
        let room = (rect.right() - left - 6.0).max(20.0);
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(text::one_line(words, font, ink, room)));
        ui.painter().galley(pos2(left, rect.top() + top), galley, ink);
    };
    let left = rect.left() + BOX;
    one_line(&line.reference, theme::semibold(text::BODY), palette.ink, left, 5.0);
    let first = line.text.lines().next().unwrap_or_default();
    one_line(first, theme::regular(text::BODY), palette.ink, left + REFERENCE, 5.0);
    let ink = if is_ticked { palette.accent } else { palette.ink_soft };
    let font = if is_ticked { theme::medium(text::SMALL + 0.5) } else { theme::regular(text::SMALL + 0.5) };
    one_line(&fate, font, ink, left + REFERENCE, 25.0);
    let step = dialog::arrow_step(ui, &response);
    Shown { response: response.on_hover_text(format!("{}\n{fate}", line.text)), step }
}
