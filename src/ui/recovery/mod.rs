//! "Work that was not saved": what an earlier run left when it stopped, offered at the start.
//!
//! *Architecture invariant:* it shows what it is told and asks; it reads and deletes nothing. Work that is
//! not wanted goes among the backups, and work that was not decided on is offered again.

mod item;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use egui::{Context, RichText, ScrollArea, Stroke, Ui, Vec2, vec2};

use super::changes::ChangesState;
use super::dialog;
use super::theme::{self, Palette, text};
use super::widgets::PlainButton;
use crate::model::merge::Joined;

const WIDEST: f32 = 640.0;

/// Work that was left, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The plan, as people call it.
    pub name: String,
    /// The folder it is in, or "not in a file yet".
    pub place: String,
    /// When it was kept last: "22 Nov 2026, 10:02".
    pub told: String,
    /// What is known of it.
    pub state: ItemState,
}

/// What is known of work that was left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemState {
    /// It is being read.
    Reading,
    /// It can be opened.
    Ready {
        /// What differs.
        changes: Vec<Joined>,
        /// The plan's title.
        title: String,
        /// Whether the changes are against what was opened. Otherwise they are against the plan that is on
        /// the drive now; without any, nothing is known to compare with.
        whole: bool,
    },
    /// It cannot be read, and why.
    Unreadable(String),
}

/// Runtime state of the window.
#[derive(Debug, Default)]
pub struct RecoveryState {
    /// Whether it was shown in the frame before.
    is_open: bool,
    /// The lists of changes that are shown, by what they are of.
    lists: HashMap<String, ChangesState>,
}

/// What the person wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryAnswer {
    /// The work at this position is to be opened.
    Recover(usize),
    /// The work at this position is to go among the backups.
    Discard(usize),
    /// It is to be asked again at the next start.
    Later,
}

/// Shows the window over everything else.
pub fn show(context: &Context, palette: &Palette, items: &[Item], state: &mut RecoveryState) -> Option<RecoveryAnswer> {
    let title = "Work that was not saved";
    let shown = dialog::fitting(context, palette, ("recovery", title), WIDEST, |ui, most| {
        dialog::column(ui, most.x, |ui| {
            ui.label(RichText::new(title).font(theme::semibold(text::TITLE)).color(palette.ink));
            ui.add_space(10.0);
        });
        let answer = list(ui, palette, items, most - vec2(0.0, ABOVE_AND_BELOW), state);
        ui.add_space(16.0);
        answer.or(dialog::column(ui, most.x, |ui| last(ui, palette)))
    });
    let answer = shown.inner.or(shown.is_escaped.then_some(RecoveryAnswer::Later));
    state.is_open = answer != Some(RecoveryAnswer::Later) && (state.is_open || shown.keeps_focus);
    answer
}

/// The height of the title above the list, of the buttons below, and of the space between.
const ABOVE_AND_BELOW: f32 = 90.0;

fn list(
    ui: &mut Ui,
    palette: &Palette,
    items: &[Item],
    most: Vec2,
    state: &mut RecoveryState,
) -> Option<RecoveryAnswer> {
    let mut answer = None;
    let area = ScrollArea::vertical().id_salt("recovery").auto_shrink([false, true]);
    // At once as high as it may be: left to itself, it would grow with the window, a little each frame.
    let output = area.max_height(most.y).min_scrolled_height(most.y).show(ui, |ui| {
        dialog::column(ui, most.x, |ui| {
            dialog::turn_by_keys(ui);
            let what = if items.len() == 1 { "this was" } else { "these were" };
            let told = format!("The program stopped before {what} saved. Here is what it kept, up to a moment before.");
            dialog::told(ui, &told, palette.ink_soft);
            let alone = items.len() == 1;
            for (index, item) in items.iter().enumerate() {
                ui.add_space(14.0);
                let wants_focus = index == 0 && !state.is_open;
                let shown =
                    ui.push_id(index, |ui| item::show(ui, palette, item, (alone, wants_focus), &mut state.lists));
                answer = answer.or(shown.inner.map(|wish| match wish {
                    item::Wish::Open => RecoveryAnswer::Recover(index),
                    item::Wish::PutAway => RecoveryAnswer::Discard(index),
                }));
            }
        });
    });
    if output.content_size.y > output.inner_rect.height() + 0.5 {
        let line = Stroke::new(1.0, palette.hairline);
        ui.painter().hline(ui.max_rect().x_range(), output.inner_rect.bottom(), line);
    }
    answer
}

fn last(ui: &mut Ui, palette: &Palette) -> Option<RecoveryAnswer> {
    let mut answer = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 0.0);
        let later = dialog::button(ui, palette, PlainButton::new("Later"));
        if later.on_hover_text("Leave all of it as it is (Esc)").clicked() {
            answer = Some(RecoveryAnswer::Later);
        }
        dialog::note(ui, "It is kept, and offered again at the next start.", palette.ink_soft);
    });
    answer
}
