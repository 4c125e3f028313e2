//! The list of what the keys do.

use egui::Context;

use crate::ui::{Command, Palette, dialog};

/// How wide the list is, in points.
const WIDEST: f32 = 500.0;

/// What the keys do. `false` once it was put away.
pub(super) fn show(context: &Context, palette: &Palette) -> bool {
    let mut stay = true;
    let in_rows = [
        ("Next cell, cell before", "Tab, Shift+Tab"),
        ("A new row below", "Ctrl+Enter"),
        ("Move the row up or down", "Alt+Up, Alt+Down"),
        ("Duplicate the row", "Ctrl+D"),
        ("Delete the row", "Ctrl+Shift+Delete"),
        ("Next milestone or indicator", "Enter"),
        ("In the check: go through the findings", "Up, Down"),
        ("In the check: go to the place", "Enter"),
        ("In the check: mend it, where that is offered", "F"),
        ("In the check: leave it, with a reason", "L"),
        ("Round of updates: done, next action", "Ctrl+Enter"),
        ("Round of updates: next, before", "Alt+Down, Alt+Up"),
        ("Round of updates: the first, second … status", "Alt+1, Alt+2 …"),
    ];
    let shown = dialog::fitting(context, palette, ("shortcuts", "Keyboard shortcuts"), WIDEST, |ui, most| {
        dialog::column(ui, most.x, |ui| {
            let title = egui::RichText::new("Keyboard shortcuts").font(crate::ui::theme::semibold(17.0));
            ui.label(title.color(palette.ink));
            ui.add_space(8.0);
            let room = (ui.ctx().content_rect().height() - 160.0).max(120.0);
            egui::ScrollArea::vertical().max_height(room).show(ui, |ui| {
                egui::Grid::new("shortcut-list").num_columns(2).spacing([40.0, 4.0]).show(ui, |ui| {
                    for command in Command::WITH_KEYS {
                        if let Some(keys) = command.shortcut() {
                            ui.label(command.label());
                            ui.label(ui.ctx().format_shortcut(&keys));
                            ui.end_row();
                        }
                    }
                    for (what, keys) in in_rows {
                        ui.label(what);
                        ui.label(keys);
                        ui.end_row();
                    }
                });
            });
            ui.add_space(8.0);
            if crate::ui::widgets::PlainButton::new("Close").show(ui, palette).clicked() {
                stay = false;
            }
        });
    });
    stay && !shown.is_escaped
}
