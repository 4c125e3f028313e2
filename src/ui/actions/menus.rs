//! Buttons that open menus, and the entries of menus.
//!
//! They must not know what is chosen.

use egui::{Button, Response, RichText, Role, Stroke, Ui, WidgetInfo};

use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::PlainButton;

/// The longest words on a menu's button; the menu has them whole.
const LONGEST: usize = 26;

/// A button that opens a menu; it looks set when it holds a choice. `name` is for screen readers.
pub(in crate::ui) fn menu_button(ui: &mut Ui, palette: &Palette, words: &str, is_set: bool, name: &str) -> Response {
    let (ink, fill, line) = if is_set {
        (palette.accent, palette.selected, palette.accent)
    } else {
        (palette.ink, palette.paper, palette.outline)
    };
    let label = format!("{}  ▾", shortened(words));
    let label = RichText::new(label).font(theme::medium(text::BODY)).color(ink);
    let button = Button::new(label).fill(fill).stroke(Stroke::new(1.0, line)).corner_radius(5.0);
    let response = ui.add(button.min_size(egui::vec2(0.0, 30.0)));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    response
}

/// An entry of a menu with a count or nothing at its right edge.
pub(in crate::ui) fn entry(ui: &mut Ui, palette: &Palette, words: &str, right: &str, is_chosen: bool) -> Response {
    let ink = if is_chosen { palette.accent } else { palette.ink };
    let label = RichText::new(words).font(theme::regular(text::BODY)).color(ink);
    ui.spacing_mut().button_padding = egui::vec2(8.0, 5.0);
    let count = RichText::new(right).font(theme::regular(text::SMALL)).color(palette.ink_soft);
    let response = ui.add(Button::selectable(is_chosen, label).right_text(count).wrap());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_chosen, words));
    response
}

fn shortened(words: &str) -> String {
    if words.chars().count() <= LONGEST {
        return words.to_owned();
    }
    let start: String = words.chars().take(LONGEST - 1).collect();
    format!("{}…", start.trim_end())
}

/// The button at the foot of a menu that does what the menu is for.
pub(super) fn do_it(ui: &mut Ui, palette: &Palette, words: &str, is_ready: bool) -> bool {
    ui.add_space(4.0);
    ui.spacing_mut().button_padding = egui::vec2(12.0, 6.0);
    ui.horizontal(|ui| PlainButton::new(words).primary().enabled(is_ready).show(ui, palette).clicked()).inner
}
