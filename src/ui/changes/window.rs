//! A list of changes in a window of its own, to be read and put away.

use egui::{Context, RichText, ScrollArea, vec2};

use super::{ChangesState, counted, show};
use crate::model::merge::Joined;
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::PlainButton;

const LARGEST: egui::Vec2 = vec2(760.0, 640.0);
const FOOT: f32 = 48.0;

/// Shows the changes under a title. `false` once they were put away.
pub fn show_window(
    context: &Context,
    palette: &Palette,
    title: &str,
    changes: &[Joined],
    state: &mut ChangesState,
) -> bool {
    let shown = dialog::large(context, palette, ("changes", title), LARGEST, |ui, rect| {
        let mut stay = true;
        dialog::inside(ui, rect.shrink(dialog::MARGIN), |ui| {
            ui.label(RichText::new(title).font(theme::semibold(text::TITLE)).color(palette.ink));
            ui.add_space(2.0);
            ui.label(RichText::new(counted(changes.len())).color(palette.ink_soft));
            ui.add_space(10.0);
            let room = (ui.available_height() - FOOT).max(60.0);
            ScrollArea::vertical().max_height(room).auto_shrink(false).show(ui, |ui| {
                dialog::turn_by_keys(ui);
                show(ui, palette, changes, state);
            });
            ui.add_space(12.0);
            stay = !dialog::button(ui, palette, PlainButton::new("Close").primary()).clicked();
        });
        stay
    });
    shown.inner && !shown.is_escaped
}
