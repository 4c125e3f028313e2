//! What is to look at, one thing after the other, the most doubtful first.

use egui::{Align, Layout, RichText, Ui, vec2};

use super::head::counted;
use super::pages::Look;
use super::{Review, ReviewState, Wanted};
use crate::intake::Correction;
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::{PlainButton, one_line};

/// The narrowest window in which the keys stand beside the words, in points.
const BESIDE: f32 = 760.0;
/// The room for the keys.
const KEYS: f32 = 300.0;

/// What a key here does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Right,
    Back,
    On,
}

pub(super) fn show(
    ui: &mut Ui,
    palette: &Palette,
    review: &Review<'_>,
    state: &mut ReviewState,
    wanted: &mut Option<Wanted>,
) {
    let looks = &review.pages.looks;
    state.look = state.look.min(looks.len() - 1);
    let look = &looks[state.look];
    ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
    let mut go = None;
    let room = ui.available_width();
    let beside = room >= BESIDE;
    let words_room = if beside { room - KEYS } else { room };
    let mut keys = |ui: &mut Ui, order: [Step; 3]| {
        for step in order {
            match step {
                Step::Right if !look.may_be_right => {}
                Step::Right => {
                    let button =
                        dialog::button(ui, palette, PlainButton::new("It is right").enabled(!review.is_working));
                    if button.on_hover_text("Takes it off this list").clicked() {
                        *wanted = Some(Wanted::Say(vec![Correction::Right { place: look.origin.clone() }]));
                    }
                }
                Step::Back | Step::On => {
                    let (name, by) = if step == Step::On { ("Next", 1) } else { ("Previous", looks.len() - 1) };
                    if dialog::button(ui, palette, PlainButton::new(name).enabled(looks.len() > 1)).clicked() {
                        go = Some((state.look + by) % looks.len());
                    }
                }
            }
        }
    };
    let at = (state.look, looks.len());
    if beside {
        let whole = ui.available_rect_before_wrap();
        ui.scope(|ui| {
            ui.set_max_width(words_room);
            words(ui, palette, look, at);
        });
        let height = ui.min_rect().height();
        let right = egui::Rect::from_min_size(egui::pos2(whole.right() - KEYS, whole.top()), vec2(KEYS, height));
        let layout = Layout::right_to_left(Align::Center);
        ui.scope_builder(egui::UiBuilder::new().max_rect(right).layout(layout), |ui| {
            keys(ui, [Step::On, Step::Back, Step::Right]);
        });
    } else {
        words(ui, palette, look, at);
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| keys(ui, [Step::Right, Step::Back, Step::On]));
    }
    if let Some(to) = go {
        state.look = to;
        let place = looks[to].piece.and_then(|piece| review.pages.pieces[piece].place(review.source)).cloned();
        state.select(place);
    }
}

fn words(ui: &mut Ui, palette: &Palette, look: &Look, (at, of): (usize, usize)) {
    let place = look.origin.to_string();
    let of = format!("{} of {of} to look at", at + 1);
    let above = if place.is_empty() { of } else { format!("{of}  ·  {place}") };
    ui.label(RichText::new(above).font(theme::semibold(text::SMALL)).color(palette.warning));
    dialog::told(ui, &look.what, palette.ink);
    if !look.words.is_empty() {
        let room = ui.available_width();
        one_line(ui, &format!("“{}”", look.words), theme::regular(text::BODY), palette.ink_soft, room);
    }
}

/// "3 to look at" for the head of a list; nothing where there is nothing.
pub(super) fn told(looks: usize) -> String {
    if looks == 0 { "nothing to look at".to_owned() } else { counted(looks, "thing to look at", "things to look at") }
}
