//! The top of a page: its title and what it is.

use egui::{RichText, Ui};

use super::WITH_SIDE;
use super::section::Section;
use super::worked::Worked;
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};

/// Shows it.
pub(super) fn show(ui: &mut Ui, palette: &Palette, section: Section, worked: &Worked) {
    ui.spacing_mut().item_spacing.y = 2.0;
    if ui.ctx().content_rect().width() < WITH_SIDE {
        // The menu above says which section it is.
        ui.add_space(4.0);
    } else {
        ui.add_space(14.0);
        ui.label(RichText::new(section.label()).font(theme::semibold(text::TITLE)).color(palette.ink));
    }
    dialog::told(ui, &section.told(worked), palette.ink_soft);
    ui.add_space(10.0);
}
