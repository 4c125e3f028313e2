//! The list of sections with how much is in each: at the left, or in a narrow window a menu.

use egui::{Align2, Id, Popup, PopupCloseBehavior, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo};
use egui::{pos2, vec2};

use super::section::Section;
use super::worked::Worked;
use crate::ui::actions::menus;
use crate::ui::theme::{self, Palette, text};

const ROW: f32 = 32.0;

/// Shows the list.
pub(super) fn list(ui: &mut Ui, palette: &Palette, worked: &Worked, chosen: &mut Section) {
    ui.spacing_mut().item_spacing.y = 1.0;
    ScrollArea::vertical().id_salt("progress-sections").auto_shrink(false).show(ui, |ui| {
        for section in Section::ALL {
            if row(ui, palette, worked, section, *chosen == section) {
                *chosen = section;
            }
        }
        ui.add_space(16.0);
    });
}

/// A row of the list. `true` when it was pressed.
fn row(ui: &mut Ui, palette: &Palette, worked: &Worked, section: Section, is_chosen: bool) -> bool {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let response = ui.interact(rect, Id::unique(("progress-section", section)), Sense::click());
    let name = section.spoken(worked);
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_chosen, &name));
    let painter = ui.painter();
    if is_chosen {
        painter.rect_filled(rect, 6.0, palette.selected);
    } else if response.hovered() {
        painter.rect_filled(rect, 6.0, palette.hover);
    }
    let font = if is_chosen { theme::semibold(text::BODY) } else { theme::regular(text::BODY) };
    let place = pos2(rect.left() + 10.0, rect.center().y);
    painter.text(place, Align2::LEFT_CENTER, section.label(), font.clone(), palette.ink);
    if let Some(count) = section.count(worked) {
        let ink = if is_chosen { palette.ink } else { palette.ink_soft };
        let place = pos2(rect.right() - 10.0, rect.center().y);
        painter.text(place, Align2::RIGHT_CENTER, count.to_string(), font, ink);
    }
    if response.has_focus() {
        let line = Stroke::new(2.0, palette.accent);
        painter.rect_stroke(rect.shrink(1.0), 6.0, line, StrokeKind::Inside);
    }
    if response.gained_focus() {
        ui.scroll_to_rect(rect, None);
    }
    response.clicked()
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
