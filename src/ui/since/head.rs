//! The head of the page: the two states, the sentence, and what can be done with the whole.

use egui::{Align, Layout, RichText, Ui};

use super::{End, Found, Since, SinceState, Source, sides};
use crate::model::{Issued, RecordId};
use crate::ui::command::RowCommand;
use crate::ui::dialog;
use crate::ui::theme::{self, text};
use crate::ui::view::View;
use crate::ui::widgets::{LinkButton, PlainButton};

/// Pages narrower than this have the buttons below the menus.
const BESIDE: f32 = 760.0;

pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, since: &Since<'_>, side: f32, state: &mut SinceState) {
    let palette = view.palette;
    ui.label(RichText::new("Since the last board").font(theme::semibold(text::TITLE)).color(palette.ink));
    ui.add_space(10.0);
    let is_wide = ui.available_width() >= BESIDE;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(8.0, 6.0);
        sides::menu(ui, view, End::From, since, state);
        sides::menu(ui, view, End::To, since, state);
        if is_wide {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(side);
                keys(ui, view, since, state);
            });
        } else {
            keys(ui, view, since, state);
        }
    });
    if let Found::Compared(compared) = since.found {
        ui.add_space(12.0);
        if compared.comparison.unrelated {
            let words = "These are not two states of one plan: no action is in both. What stands below is all of the \
                         one and all of the other.";
            dialog::told(ui, words, palette.warning);
            ui.add_space(4.0);
        }
        let sentence = format!("{}.", compared.comparison.in_short());
        let room = ui.available_width() - side;
        ui.scope(|ui| {
            ui.set_max_width(room);
            ui.label(text::wrapped(&sentence, theme::regular(text::HEADING), palette.ink, room));
        });
        if compared.is_old {
            dialog::note(ui, "The plan was changed; this is being worked out anew.", palette.ink_soft);
        }
        ui.add_space(4.0);
    }
}

/// Copying all of it, and letting go of the pack it starts from.
fn keys(ui: &mut Ui, view: &mut View<'_>, since: &Since<'_>, state: &mut SinceState) {
    let palette = view.palette;
    if let Found::Compared(compared) = since.found {
        let is_copied = state.copied == Some(compared.serial);
        let button = PlainButton::new(if is_copied { "Copied" } else { "Copy as text" });
        let told = "Puts all of this on the clipboard, for the covering paper";
        if dialog::button(ui, &palette, button).on_hover_text(told).clicked() {
            let text = compared.comparison.text();
            ui.ctx().copy_text(format!("From {} to {}.\n{text}", since.from.title, since.to.title));
            state.copied = Some(compared.serial);
        }
    }
    let Some(Source::Issued(id)) = since.from.source else { return };
    if view.plan.issued.iter().any(|one: &Issued| one.id == id) {
        let name = format!("Forget the pack for {}", since.from.title);
        let link = dialog::link(ui, &palette, LinkButton::new("Forget this pack").name(&name).quiet());
        let told = "The plan no longer keeps what this pack said. The workbook is not touched; undo brings it back.";
        if link.on_hover_text(told).clicked() {
            view.outbox.row(RowCommand::Remove(RecordId::Issued(id)));
        }
    }
}
