//! One piece of work that was left: what it is, how far it got, and what to do with it.
//!
//! It must not know of other pieces.

use std::collections::HashMap;

use egui::{Color32, Frame, Margin, Stroke, Ui, vec2};

use super::{Item, ItemState};
use crate::ui::changes::{self, ChangesState};
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::PlainButton;

const OPEN: &str = "Open it";
const PUT_AWAY: &str = "Put it among the backups";

/// What the person wants with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    Open,
    PutAway,
}

/// Shows it as a card. `alone` says that nothing else is offered, so its buttons need no name to tell them
/// from others.
pub(super) fn show(
    ui: &mut Ui,
    palette: &Palette,
    item: &Item,
    (alone, wants_focus): (bool, bool),
    lists: &mut HashMap<String, ChangesState>,
) -> Option<Wish> {
    let card = Frame::NONE
        .fill(palette.paper)
        .stroke(Stroke::new(1.0, palette.hairline))
        .corner_radius(8.0)
        .inner_margin(Margin::symmetric(18, 16));
    card.show(ui, |ui| {
        let width = ui.available_width();
        ui.set_width(width);
        let title = match &item.state {
            ItemState::Ready { title, .. } if !title.trim().is_empty() && *title != item.name => Some(title),
            _ => None,
        };
        let name = title.map_or(item.name.as_str(), String::as_str);
        ui.label(text::wrapped(name, theme::semibold(text::HEADING), palette.ink, width));
        ui.add_space(2.0);
        let file = title.map(|_| item.name.as_str());
        let told: Vec<&str> = file.into_iter().chain([item.place.as_str()]).filter(|words| !words.is_empty()).collect();
        dialog::note(ui, &told.join(" · "), palette.ink_soft);
        dialog::note(ui, &format!("Kept {}", item.told), palette.ink_soft);
        ui.add_space(12.0);
        if let Some((words, ink)) = known(item, palette) {
            dialog::told(ui, words, ink);
            ui.add_space(12.0);
        }
        let wish = buttons(ui, palette, item, (alone, wants_focus));
        list(ui, palette, item, lists);
        wish
    })
    .inner
}

/// What is known of it, where that is no list.
fn known<'item>(item: &'item Item, palette: &Palette) -> Option<(&'item str, Color32)> {
    Some(match &item.state {
        ItemState::Reading => ("Reading…", palette.ink_soft),
        ItemState::Unreadable(why) => (why, palette.warning),
        ItemState::Ready { changes, .. } if !changes.is_empty() => return None,
        ItemState::Ready { whole: true, .. } => ("No changes since it was opened.", palette.ink),
        ItemState::Ready { whole: false, .. } => ("The whole plan, as it was then.", palette.ink),
    })
}

/// What differs, on demand. It is the last, so that the buttons stay where they are.
fn list(ui: &mut Ui, palette: &Palette, item: &Item, lists: &mut HashMap<String, ChangesState>) {
    let ItemState::Ready { changes, whole, .. } = &item.state else { return };
    if changes.is_empty() {
        return;
    }
    let against = if *whole { "since it was opened" } else { "against the plan on the drive" };
    let words = format!("{} {against}", changes::counted(changes.len()));
    let key = format!("{}\n{}\n{}", item.place, item.name, item.told);
    ui.add_space(10.0);
    dialog::flush(ui, |ui| {
        let is_open = lists.contains_key(&key);
        if dialog::disclosure(ui, palette, is_open, &words).clicked() && lists.remove(&key).is_none() {
            lists.insert(key.clone(), ChangesState::default());
        }
    });
    if let Some(list) = lists.get_mut(&key) {
        ui.add_space(4.0);
        changes::show(ui, palette, changes, list);
    }
}

fn buttons(ui: &mut Ui, palette: &Palette, item: &Item, (alone, wants_focus): (bool, bool)) -> Option<Wish> {
    let mut wish = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        let can_open = matches!(item.state, ItemState::Ready { .. });
        let open = dialog::button(ui, palette, PlainButton::new(OPEN).primary().enabled(can_open));
        let put_away = dialog::button(ui, palette, PlainButton::new(PUT_AWAY));
        if !alone {
            dialog::name(ui, &open, &format!("{OPEN}: {}", item.name));
            dialog::name(ui, &put_away, &format!("{PUT_AWAY}: {}", item.name));
        }
        if wants_focus {
            if can_open { &open } else { &put_away }.request_focus();
        }
        if open.on_hover_text("As it was, still to be saved; the plan on the drive is not touched").clicked() {
            wish = Some(Wish::Open);
        }
        if put_away.on_hover_text("It stays with the backups of this plan for a month").clicked() {
            wish = Some(Wish::PutAway);
        }
    });
    wish
}
