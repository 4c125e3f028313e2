//! A list of owners that narrows as one types.

use egui::{Id, ScrollArea, Ui, vec2};

use super::menus::entry;
use super::owner_book::{OwnerBook, OwnerCount};
use crate::model::search::fold;
use crate::ui::theme::Palette;
use crate::ui::widgets::TextCell;

const WIDTH: f32 = 280.0;
const HEIGHT: f32 = 320.0;

/// The field; what is typed is kept by the caller. Gives back whether Enter was pressed in it.
pub(super) fn search_field(
    ui: &mut Ui,
    palette: &Palette,
    menu: &str,
    typed: &mut String,
    name: &str,
    opens: &mut bool,
) -> bool {
    ui.set_width(WIDTH);
    field(ui, palette, Id::unique(("actions owner search", menu)), typed, name, name, opens)
}

/// A field at the top of a menu; it has the focus as soon as the menu is seen.
pub(super) fn field(
    ui: &mut Ui,
    palette: &Palette,
    id: Id,
    typed: &mut String,
    name: &str,
    hint: &str,
    opens: &mut bool,
) -> bool {
    let cell = TextCell::new(id, typed, name).single_line().boxed().hint(hint);
    let output = cell.margin(egui::Margin::symmetric(8, 4)).show(ui, palette);
    // While a menu is measured its widgets are disabled and would lose the focus again.
    if !ui.is_sizing_pass() && std::mem::take(opens) {
        output.response.request_focus();
    }
    let is_entered = output.response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if let Some(words) = output.changed {
        *typed = words;
    }
    is_entered
}

/// The owners whose names hold what was typed; gives back the one pressed.
pub(super) fn list<'book>(
    ui: &mut Ui,
    palette: &Palette,
    book: &'book OwnerBook,
    typed: &str,
    chosen: Option<&str>,
    is_listed: impl Fn(&OwnerCount) -> bool,
) -> Option<&'book str> {
    let wanted = fold(typed);
    let mut pressed = None;
    ScrollArea::vertical().max_height(HEIGHT).min_scrolled_width(WIDTH).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let mut is_empty = true;
        for owner in book.owners().iter().filter(|owner| is_listed(owner) && fold(&owner.name).contains(&wanted)) {
            is_empty = false;
            let count = if owner.actions == 0 { String::new() } else { owner.actions.to_string() };
            if entry(ui, palette, &owner.name, &count, chosen == Some(owner.name.as_str())).clicked() {
                pressed = Some(owner.name.as_str());
            }
        }
        if is_empty {
            ui.label(egui::RichText::new("No owner has these letters").color(palette.ink_soft));
        }
    });
    pressed
}
