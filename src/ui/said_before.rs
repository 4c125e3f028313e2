//! What was said of an action, newest first, to be read: the day, who said it, the status then, the words.
//!
//! It must not know which of them can be changed, or where.

use std::cmp::Reverse;

use egui::{RichText, Sense, Ui};

use super::dialog;
use super::theme::{self, Palette, text};
use super::widgets::status_chip;
use crate::dates::day_words;
use crate::model::{Action, Plan, Update};

/// The updates of an action, newest first; of two on one day (or two without a day) the one entered later first.
#[must_use]
pub(crate) fn newest_first(action: &Action) -> Vec<&Update> {
    let mut updates: Vec<(usize, &Update)> = action.updates.iter().enumerate().collect();
    updates.sort_by_key(|(entered, update)| Reverse((update.on, *entered)));
    updates.into_iter().map(|(_, update)| update).collect()
}

/// "2 earlier updates".
#[must_use]
pub(crate) fn counted(earlier: usize) -> String {
    if earlier == 1 { "1 earlier update".to_owned() } else { format!("{earlier} earlier updates") }
}

/// When it was said and who said it: "11 Jul 2016, Public Health".
#[must_use]
pub(crate) fn day_and_by(update: &Update) -> String {
    let day = update.on.map_or_else(|| "No date".to_owned(), day_words);
    if update.by.is_empty() { day } else { format!("{day}, {}", update.by) }
}

/// Shows updates one below the other.
pub(crate) fn show(ui: &mut Ui, palette: &Palette, plan: &Plan, updates: &[&Update]) {
    for (index, update) in updates.iter().enumerate() {
        if index > 0 {
            ui.add_space(9.0);
        }
        one(ui, palette, plan, update);
    }
}

fn one(ui: &mut Ui, palette: &Palette, plan: &Plan, update: &Update) {
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let day = RichText::new(day_and_by(update)).font(theme::semibold(text::SMALL + 0.5));
        ui.label(day.color(palette.ink_soft));
        if let Some(status) = plan.status_of(update.status) {
            status_chip(ui, palette, Some(status), "Status then", Sense::hover());
        }
    });
    if !update.text.is_empty() {
        dialog::told(ui, &update.text, palette.ink);
    }
}
