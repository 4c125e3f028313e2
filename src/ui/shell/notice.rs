//! Notices: a strip under the tabs that says what happened and what can be done. It stays until it is
//! dealt with; it is never a window in the way.

use egui::{Frame, Margin, Panel, Rect, Stroke, Ui, pos2};

use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::{PlainButton, icon_button};

/// How grave a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something was done.
    Done,
    /// Something to know.
    Warning,
    /// Something failed.
    Failed,
}

/// A button of a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeButton<Answer> {
    /// Its words.
    pub label: &'static str,
    /// What it means.
    pub answer: Answer,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice<Answer> {
    /// How grave it is.
    pub kind: NoticeKind,
    /// What happened, what was kept and what to do next.
    pub words: String,
    /// What can be done about it.
    pub buttons: Vec<NoticeButton<Answer>>,
    /// Whether it can be put away; one that cannot goes when its cause does.
    pub can_dismiss: bool,
}

/// Shows the notices. Gives what was pressed: the notice's position, and the answer or, where it was put
/// away, none.
pub fn show<Answer: Clone>(
    ui: &mut Ui,
    palette: &Palette,
    notices: &[Notice<Answer>],
) -> Option<(usize, Option<Answer>)> {
    let mut pressed = None;
    for (index, notice) in notices.iter().enumerate() {
        let color = match notice.kind {
            NoticeKind::Done => palette.accent,
            NoticeKind::Warning => palette.warning,
            NoticeKind::Failed => palette.danger,
        };
        let frame = Frame::NONE.fill(palette.paper.lerp_to_gamma(color, 0.08)).inner_margin(Margin {
            left: 20,
            right: 12,
            top: 8,
            bottom: 8,
        });
        let panel = Panel::top(egui::Id::unique(("notice", index))).frame(frame).show_separator_line(false);
        let shown = panel.show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if notice.can_dismiss && icon_button(ui, palette, "×", "Put this notice away").clicked() {
                        pressed = Some((index, None));
                    }
                    for button in notice.buttons.iter().rev() {
                        if PlainButton::new(button.label).show(ui, palette).clicked() {
                            pressed = Some((index, Some(button.answer.clone())));
                        }
                    }
                    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                        let width = (ui.available_width() - 12.0).max(120.0);
                        ui.label(text::wrapped(&notice.words, theme::regular(text::BODY), palette.ink, width));
                    });
                });
            });
        });
        let rect = shown.response.rect;
        let bar = Rect::from_min_max(rect.min, pos2(rect.left() + 4.0, rect.bottom()));
        ui.painter().rect_filled(bar, 0.0, color);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, palette.hairline));
    }
    pressed
}
