//! Whose updates are entered, and how far the round has come.

use egui::{Popup, PopupCloseBehavior, RichText, ScrollArea, Ui, vec2};

use super::asked::{Asked, Choice, said_words};
use crate::ui::actions::menus::{entry, menu_button};
use crate::ui::progress::worked::Worked;
use crate::ui::theme::{self, text};
use crate::ui::view::View;
use crate::ui::widgets::check_box::labelled;

/// Shows it. `true` if another owner was chosen.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, worked: &mut Worked, choice: &mut Choice, asked: &Asked) -> bool {
    let palette = view.palette;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 6.0);
        let is_changed = owner(ui, view, worked, choice);
        let font = theme::semibold(text::BODY);
        ui.label(RichText::new(asked.words()).font(font).color(palette.ink));
        let words = "Complete actions too";
        if labelled(ui, &palette, choice.with_complete, words, words).clicked() {
            choice.with_complete = !choice.with_complete;
        }
        is_changed
    })
    .inner
}

fn owner(ui: &mut Ui, view: &View<'_>, worked: &mut Worked, choice: &mut Choice) -> bool {
    let palette = view.palette;
    let is_set = choice.owner.is_some();
    let button = menu_button(ui, &palette, choice.words(), is_set, "Owner whose updates are entered");
    let mut chosen = None;
    Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClick).gap(4.0).show(|ui| {
        ui.set_width(320.0);
        let room = (ui.ctx().content_rect().height() - 240.0).clamp(120.0, 420.0);
        ScrollArea::vertical().max_height(room).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            let plan = view.plan;
            let of = plan.actions().filter(|action| worked.round.asks(plan, action)).count();
            let all = said_words(of - worked.unsaid.min(of), of);
            if entry(ui, &palette, "All owners", &all, choice.owner.is_none()).clicked() {
                chosen = Some(None);
            }
            for owner in worked.owners(plan) {
                let words = if owner.name.is_empty() { "No owner" } else { owner.name.as_str() };
                let right = said_words(owner.said, owner.of);
                let is_chosen = choice.owner.as_ref() == Some(&owner.name);
                if entry(ui, &palette, words, &right, is_chosen).clicked() {
                    chosen = Some(Some(owner.name.clone()));
                }
            }
        });
        if chosen.is_some() {
            ui.close();
        }
    });
    let Some(chosen) = chosen else { return false };
    let is_other = choice.owner != chosen;
    choice.owner = chosen;
    is_other
}
