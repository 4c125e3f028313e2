//! The window: its head, the list beside what differs (above it, where there is little room), and where the
//! backups are kept.
//!
//! It must not know how one backup is shown.

use egui::{
    Align, Context, CornerRadius, Label, Layout, Rect, RichText, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2,
};

use super::{BackupsAnswer, BackupsPage, BackupsState, detail, list};
use crate::ui::dialog::{self, MARGIN};
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::{LinkButton, PlainButton};

const LARGEST: egui::Vec2 = vec2(1020.0, 800.0);
const HEAD: f32 = 58.0;
/// The head where there is little room.
const LOW_HEAD: f32 = 46.0;
const LIST: f32 = 300.0;
/// A window narrower than this has its list above.
const BESIDE: f32 = 640.0;

/// Shows the window over everything else.
pub fn show(
    context: &Context,
    palette: &Palette,
    page: &BackupsPage<'_>,
    state: &mut BackupsState,
) -> Option<BackupsAnswer> {
    if !state.is_open {
        state.focus = page.selected.or((!page.entries.is_empty()).then_some(0));
    }
    let shown = dialog::large(context, palette, ("backups", "Backups"), LARGEST, |ui, rect| {
        contents(ui, palette, rect, page, state)
    });
    let answer = shown.inner.or(shown.is_escaped.then_some(BackupsAnswer::Close));
    state.is_open = answer != Some(BackupsAnswer::Close) && (state.is_open || shown.keeps_focus);
    answer
}

fn contents(
    ui: &mut Ui,
    palette: &Palette,
    rect: Rect,
    page: &BackupsPage<'_>,
    state: &mut BackupsState,
) -> Option<BackupsAnswer> {
    let mut answer = None;
    let head = Rect::from_min_size(rect.min, vec2(rect.width(), if rect.height() < 480.0 { LOW_HEAD } else { HEAD }));
    dialog::head(ui, palette, head, "Backups", page.name, |ui| {
        let close = dialog::button(ui, palette, PlainButton::new("Close"));
        if close.on_hover_text("Close (Esc)").clicked() {
            answer = Some(BackupsAnswer::Close);
        }
    });
    let foot = kept(ui, palette, rect, page, &mut answer);
    let below = Rect::from_min_max(head.left_bottom(), foot.right_top());
    if page.entries.is_empty() {
        nothing_yet(ui, palette, below);
        return answer;
    }
    let line = Stroke::new(1.0, palette.hairline);
    let beside = rect.width() >= BESIDE;
    let (left, right) = if beside {
        below.split_left_right_at_x(below.left() + LIST)
    } else {
        below.split_top_bottom_at_y(below.top() + (below.height() * 0.38).round())
    };
    ui.painter().rect_filled(left.shrink2(vec2(0.5, 0.5)), CornerRadius::ZERO, palette.ground);
    let selected = dialog::inside(ui, left.shrink2(vec2(1.0, 1.0)), |ui| {
        ScrollArea::vertical()
            .id_salt("backups")
            .auto_shrink(false)
            .show(ui, |ui| {
                let margin = if beside { 12.0 } else { MARGIN - 10.0 };
                let width = left.width() - 2.0 * margin - 2.0;
                ui.horizontal_top(|ui| {
                    ui.add_space(margin);
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        ui.add_space(10.0);
                        let selected = list::show(ui, palette, page, state);
                        ui.add_space(12.0);
                        selected
                    })
                    .inner
                })
                .inner
            })
            .inner
    });
    if beside {
        ui.painter().vline(left.right(), left.y_range(), line);
    } else {
        ui.painter().hline(left.x_range(), left.bottom(), line);
    }
    answer = answer.or(selected.map(BackupsAnswer::Select));
    answer.or(detail::show(ui, palette, right, page, state))
}

fn nothing_yet(ui: &mut Ui, palette: &Palette, rect: Rect) {
    let width = 440.0_f32.min(rect.width() - 2.0 * MARGIN);
    let top = rect.top() + (rect.height() * 0.3).min(140.0);
    let left = (rect.center().x - width / 2.0).floor();
    let column = Rect::from_min_max(pos2(left, top), pos2(left + width, rect.bottom()));
    dialog::inside(ui, column, |ui| {
        dialog::heading(ui, palette, "No backups yet");
        let words = "Each time this plan is saved, a copy of it is kept here. So is what others had put in its file \
                     before, and work that was not saved when the program stopped.";
        dialog::told(ui, words, palette.ink_soft);
    });
}

/// Where they are kept and how many, at the foot of the window, as high as its words. Gives its place.
fn kept(
    ui: &mut Ui,
    palette: &Palette,
    rect: Rect,
    page: &BackupsPage<'_>,
    answer: &mut Option<BackupsAnswer>,
) -> Rect {
    let link_room = 130.0;
    let width = (rect.width() - 2.0 * MARGIN - link_room).max(120.0);
    let words = format!("Kept here: {}, in", page.kept);
    let lines = |words: &str| text::wrapped(words, theme::regular(text::SMALL + 0.5), palette.ink_soft, width);
    let [told, place] = [words.as_str(), page.place].map(|words| ui.fonts_mut(|fonts| fonts.layout_job(lines(words))));
    let height = told.size().y + place.size().y + 20.0;
    let foot = Rect::from_min_max(pos2(rect.left(), rect.bottom() - height), rect.max);
    ui.painter().hline(foot.x_range(), foot.top(), Stroke::new(1.0, palette.hairline));
    let room =
        UiBuilder::new().max_rect(foot.shrink2(vec2(MARGIN - 6.0, 10.0))).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(room, |ui| {
        ui.add_space(6.0);
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.label(lines(&words));
            let path = RichText::new(page.place).font(theme::regular(text::SMALL + 0.5)).color(palette.ink);
            ui.add(Label::new(path.line_height(Some(text::line_height(text::SMALL + 0.5)))).wrap().selectable(true));
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if dialog::link(ui, palette, LinkButton::new("Open the folder")).clicked() {
                *answer = Some(BackupsAnswer::OpenFolder);
            }
        });
    });
    foot
}
