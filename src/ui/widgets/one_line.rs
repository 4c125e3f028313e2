//! A line of text that is cut with an ellipsis where there is no room, and read whole by screen readers and
//! under the pointer.

use egui::{Color32, FontId, Response, Role, Sense, Ui, WidgetInfo};

use crate::ui::theme::text;

/// Shows the line in at most this width.
pub fn one_line(ui: &mut Ui, words: &str, font: FontId, color: Color32, width: f32) -> Response {
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(text::one_line(words, font, color, width.max(1.0))));
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    ui.painter().galley(rect.min, galley, color);
    response.on_hover_text(words)
}
