//! Notices: a strip under the tabs that says what happened and what can be done. It stays until it is
//! dealt with; it is never a window in the way.

use egui::{Align, Frame, Label, Layout, Margin, Panel, Rect, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::{PlainButton, icon_button};

/// The height of a row of buttons.
const ROW: f32 = 30.0;
/// Between the words and the buttons.
const GAP: f32 = 16.0;
/// Words that would have less room than this beside the buttons stand above them.
const WORDS: f32 = 420.0;

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
            if let Some(answer) = contents(ui, palette, notice) {
                pressed = Some((
                    index,
                    match answer {
                        Pressed::Button(button) => Some(notice.buttons[button].answer.clone()),
                        Pressed::Away => None,
                    },
                ));
            }
        });
        let rect = shown.response.rect;
        let bar = Rect::from_min_max(rect.min, pos2(rect.left() + 4.0, rect.bottom()));
        ui.painter().rect_filled(bar, 0.0, color);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, palette.hairline));
    }
    pressed
}

/// What was pressed of a notice.
enum Pressed {
    /// The button at this position.
    Button(usize),
    /// What puts it away.
    Away,
}

/// The words, and the buttons beside them, or below where the words would be squeezed.
fn contents<Answer>(ui: &mut Ui, palette: &Palette, notice: &Notice<Answer>) -> Option<Pressed> {
    let room = ui.available_width();
    let width_of = |label: &str| {
        let words = ui.painter().layout_no_wrap(label.to_owned(), theme::medium(text::BODY), palette.ink);
        words.size().x + 2.0 * ui.spacing().button_padding.x + ui.spacing().item_spacing.x
    };
    let dismiss = if notice.can_dismiss { ROW } else { 0.0 };
    let buttons: f32 = notice.buttons.iter().map(|button| width_of(button.label)).sum::<f32>() + dismiss;
    let font = theme::regular(text::BODY);
    let whole = ui.painter().layout_no_wrap(notice.words.clone(), font.clone(), palette.ink).size().x;
    let is_beside = room - buttons - GAP >= whole.min(WORDS);
    let width = if is_beside { room - buttons - GAP } else { room };
    let words = text::wrapped(&notice.words, font, palette.ink, width);
    let height = ui.fonts_mut(|fonts| fonts.layout_job(words.clone())).size().y.ceil();
    let size = if is_beside { height.max(ROW) } else { height + GAP / 2.0 + ROW };
    let (rect, _) = ui.allocate_exact_size(vec2(room, size), Sense::hover());
    let down = if is_beside { (size - height) / 2.0 } else { 0.0 };
    let column = Rect::from_min_size(rect.min + vec2(0.0, down), vec2(width, height));
    ui.scope_builder(UiBuilder::new().max_rect(column).layout(Layout::top_down(Align::Min)), |ui| {
        ui.add(Label::new(words).wrap());
    });
    let top = if is_beside { rect.top() } else { rect.bottom() - ROW };
    let row = Rect::from_min_max(pos2(if is_beside { column.right() } else { rect.left() }, top), rect.max);
    let row = UiBuilder::new().max_rect(row).layout(Layout::right_to_left(Align::Center));
    let mut pressed = None;
    ui.scope_builder(row, |ui| {
        if notice.can_dismiss && icon_button(ui, palette, "×", "Put this notice away").clicked() {
            pressed = Some(Pressed::Away);
        }
        for (index, button) in notice.buttons.iter().enumerate().rev() {
            if PlainButton::new(button.label).show(ui, palette).clicked() {
                pressed = Some(Pressed::Button(index));
            }
        }
    });
    pressed
}
