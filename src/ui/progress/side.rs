//! The list of sections with how much is in each: at the left, or in a narrow window a menu.

use egui::{Id, Popup, PopupCloseBehavior, ScrollArea, Ui};

use super::section::Section;
use super::worked::Worked;
use crate::ui::actions::menus;
use crate::ui::theme::Palette;
use crate::ui::widgets::side_row::side_row;

/// Shows the list.
pub(super) fn list(ui: &mut Ui, palette: &Palette, worked: &Worked, chosen: &mut Section) {
    ui.spacing_mut().item_spacing.y = 1.0;
    ScrollArea::vertical().id_salt("progress-sections").auto_shrink(false).show(ui, |ui| {
        for section in Section::ALL {
            let (id, shown) = (Id::unique(("progress-section", section)), (section.label(), section.count(worked)));
            if side_row(ui, palette, id, shown, &section.spoken(worked), *chosen == section).clicked() {
                *chosen = section;
            }
        }
        ui.add_space(16.0);
    });
}

/// Shows the menu.
pub(super) fn menu(ui: &mut Ui, palette: &Palette, worked: &Worked, chosen: &mut Section) {
    let button = menus::menu_button(ui, palette, chosen.label(), false, "Section of Progress");
    Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClick).gap(4.0).show(|ui| {
        ui.set_width(230.0);
        for section in Section::ALL {
            let count = section.count(worked).map(|count| count.to_string()).unwrap_or_default();
            if menus::entry(ui, palette, section.label(), &count, *chosen == section).clicked() {
                *chosen = section;
                ui.close();
            }
        }
    });
}
