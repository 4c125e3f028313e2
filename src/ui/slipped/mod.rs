//! "Slipped": deadlines and milestones that moved later since the board last had a pack, each with its reason or a
//! way to give one. Linked milestones that moved alike are one row.
//!
//! It must not compare anything itself.

#[cfg(test)]
mod tests;

use egui::{Frame, Margin, RichText, ScrollArea, Ui};

use super::changes::LongList;
use super::dialog;
use super::since::{SinceBoard, moved_dates};
use super::theme::{self, text};
use super::view::View;
use super::widgets::PlainButton;
use crate::report::comparison::{Together, together};
use crate::ui::Command;

/// Runtime state of the page.
#[derive(Debug, Default)]
pub struct SlippedState {
    shown: Option<u64>,
    unfolded: Vec<usize>,
    rows: LongList,
}

/// Shows the page in all the room there is. `since` is `None` where no pack was issued before the as-at day.
pub fn page(ui: &mut Ui, view: &mut View<'_>, since: Option<SinceBoard<'_>>, state: &mut SlippedState) {
    let side: i8 = if ui.available_width() < 700.0 { 14 } else { 28 };
    Frame::NONE.inner_margin(Margin { left: side, right: 4, top: 16, bottom: 0 }).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let palette = view.palette;
        ui.label(RichText::new("Slipped").font(theme::semibold(text::TITLE)).color(palette.ink));
        ui.add_space(6.0);
        ui.scope(|ui| {
            ui.set_max_width((ui.available_width() - f32::from(side)).min(720.0));
            told(ui, view, since);
        });
        let Some(compared) = since.and_then(|since| since.compared) else { return };
        let slipped = together(&compared.comparison.slipped);
        if state.shown != Some(compared.serial) {
            state.shown = Some(compared.serial);
            state.unfolded.clear();
            state.rows.forget();
        }
        ui.add_space(12.0);
        list(ui, view, &slipped, f32::from(side), state);
    });
}

/// What the list is of, or why there is none.
fn told(ui: &mut Ui, view: &mut View<'_>, since: Option<SinceBoard<'_>>) {
    let palette = view.palette;
    let Some(since) = since else {
        let words = "Here stand deadlines and milestones that moved later since the board last had the plan. No board \
                     pack was issued before the day the views speak for; once one is, what it said is kept, and what \
                     moves later is told here.";
        dialog::told(ui, words, palette.ink_soft);
        if view.plan.issued.is_empty() {
            ui.add_space(10.0);
            if dialog::button(ui, &palette, PlainButton::new("Board pack…").primary()).clicked() {
                view.outbox.command(Command::ExportPack);
            }
        }
        return;
    };
    let title = since.issued.title();
    let Some(compared) = since.compared else {
        dialog::told(ui, &format!("Comparing with what was issued: {title}…"), palette.ink_soft);
        return;
    };
    let slipped = together(&compared.comparison.slipped);
    let without = slipped.iter().filter(|one| one.why().is_none()).count();
    let words = match (slipped.len(), without) {
        (0, _) => format!("Nothing moved later since {title}."),
        (1, 0) => format!("1 date moved later since {title}."),
        (1, _) => format!("1 date moved later since {title}, and no reason was given."),
        (all, 0) => format!("{all} dates moved later since {title}. Each has a reason."),
        (all, 1) => format!("{all} dates moved later since {title}; of 1 no reason was given."),
        (all, more) => format!("{all} dates moved later since {title}; of {more} no reason was given."),
    };
    dialog::told(ui, &words, palette.ink_soft);
}

fn list(ui: &mut Ui, view: &mut View<'_>, slipped: &[Together<'_>], side: f32, state: &mut SlippedState) {
    let mut rows = std::mem::take(&mut state.rows);
    ScrollArea::vertical().id_salt("slipped").auto_shrink(false).show(ui, |ui| {
        ui.set_max_width((ui.available_width() - side).max(200.0));
        let row = |index: usize| slipped.get(index).and_then(|one| moved_dates(one, true));
        let estimate = |index: usize, width: f32| row(index).map_or(0.0, |row| row.estimated_height(width));
        rows.show(ui, "slipped", slipped.len(), estimate, |ui, index| {
            let Some(row) = row(index) else { return };
            let at = state.unfolded.iter().position(|one| *one == index);
            if row.show(ui, view, at.is_some()) {
                match at {
                    Some(at) => {
                        state.unfolded.swap_remove(at);
                    }
                    None => state.unfolded.push(index),
                }
            }
        });
        ui.add_space(30.0);
    });
    state.rows = rows;
}
