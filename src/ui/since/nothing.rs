//! What the page says where there is nothing to show: what it is for, how it begins, what can be done meanwhile.

use egui::{RichText, Ui};

use super::{Ask, End, Found, Since, SinceState, sides};
use crate::dates::day_words;
use crate::ui::Command;
use crate::ui::dialog;
use crate::ui::theme::{self, text};
use crate::ui::view::View;
use crate::ui::widgets::PlainButton;

/// How wide the words are at most, in points.
const WIDEST: f32 = 620.0;

pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, since: &Since<'_>, state: &mut SinceState) {
    ui.add_space(22.0);
    let width = WIDEST.min(ui.available_width() - 16.0);
    let room = ui.available_rect_before_wrap();
    dialog::inside(ui, room.with_max_x(room.left() + width), |ui| say_all(ui, view, since, state));
}

fn say_all(ui: &mut Ui, view: &mut View<'_>, since: &Since<'_>, state: &mut SinceState) {
    ui.spacing_mut().item_spacing.y = 0.0;
    match since.found {
        Found::Working => say(ui, view, "Comparing…", ""),
        Found::Failed(why) => {
            say(ui, view, "This could not be compared", why);
            ui.add_space(12.0);
            others(ui, view, since, state, false);
        }
        Found::Compared(_) => say(ui, view, "Nothing changed", "The two say the same, word by word."),
        Found::NoOlder => {
            if view.plan.issued.is_empty() {
                let words = "This page tells what was completed, what slipped and why, and all that changed since the \
                             board last had the plan. It begins when a board pack is issued for a meeting: what the \
                             pack said is then kept with the plan, and every later state can be compared with it.";
                say(ui, view, "No pack was issued yet", words);
            } else {
                let words = format!(
                    "No pack was issued for a day before {}, the day the views speak for. Choose above what to \
                     compare with.",
                    day_words(view.as_at)
                );
                say(ui, view, "Nothing to compare with on this day", &words);
            }
            ui.add_space(12.0);
            others(ui, view, since, state, view.plan.issued.is_empty());
        }
    }
}

fn say(ui: &mut Ui, view: &View<'_>, title: &str, words: &str) {
    ui.label(RichText::new(title).font(theme::semibold(text::HEADING)).color(view.palette.ink));
    if !words.is_empty() {
        ui.add_space(4.0);
        dialog::told(ui, words, view.palette.ink_soft);
    }
}

/// What else can be compared with, and how a pack is issued.
fn others(ui: &mut Ui, view: &mut View<'_>, since: &Since<'_>, state: &mut SinceState, with_pack: bool) {
    let palette = view.palette;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(8.0, 8.0);
        if with_pack && dialog::button(ui, &palette, PlainButton::new("Board pack…").primary()).clicked() {
            view.outbox.command(Command::ExportPack);
        }
        if dialog::button(ui, &palette, PlainButton::new("Compare with a backup…")).clicked() {
            sides::turn_backups(view.outbox, state);
        }
        if dialog::button(ui, &palette, PlainButton::new("Compare with another plan file…")).clicked() {
            view.outbox.compare(Ask::OtherFile(End::From));
        }
    });
    // A menu shows the list itself.
    if state.shows_backups && !egui::Popup::is_any_open(ui.ctx()) {
        ui.add_space(10.0);
        let room = ui.available_height().max(120.0);
        egui::ScrollArea::vertical().id_salt("since-backups").max_height(room).show(ui, |ui| {
            if sides::backups(ui, view, End::From, since.backups) {
                state.shows_backups = false;
            }
        });
    }
}
