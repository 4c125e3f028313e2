//! The menu: everything the program does with a plan as a whole.

use egui::{Button, Popup, PopupCloseBehavior, RichText, Stroke, Ui, vec2};

use super::{Choice, Facts, tabs};
use crate::ui::command::Command;
use crate::ui::panels::PanelKind;
use crate::ui::theme::{self, Appearance, Palette, text};
use crate::ui::view::Outbox;

const GROUPS: [&[Command]; 4] = [
    &[Command::NewPlanningGrid, Command::NewActionPlan, Command::Open, Command::BringIn],
    &[Command::Save, Command::SaveAs, Command::ExportPack, Command::SavePicture],
    &[Command::PlanDetails, Command::NextPlan, Command::Backups, Command::Help, Command::Shortcuts],
    &[Command::ClosePlan, Command::Quit],
];

/// How high the whole menu is, in points, with some to spare.
const WHOLE_MENU: f32 = 760.0;

/// Shows the menu's button, and the menu when it is pressed.
pub(super) fn show(ui: &mut Ui, palette: &Palette, facts: &Facts<'_>, outbox: &mut Outbox) -> Option<Choice> {
    let words = RichText::new("Plan ▾").font(theme::medium(text::BODY)).color(palette.ink);
    let button = Button::new(words).fill(palette.paper).stroke(Stroke::new(1.0, palette.outline)).corner_radius(5.0);
    let response = ui.add(button.min_size(vec2(0.0, 30.0)));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, "Plan menu"));
    let mut choice = None;
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClick).show(|ui| {
        ui.set_min_width(260.0);
        let room = ui.ctx().content_rect().height() - 130.0;
        if room >= WHOLE_MENU {
            choice = entries(ui, palette, facts, outbox);
        } else {
            // In a low window the menu is scrolled.
            let list = egui::ScrollArea::vertical().max_height(room.max(160.0));
            choice = list.show(ui, |ui| entries(ui, palette, facts, outbox)).inner;
        }
    });
    choice
}

fn entries(ui: &mut Ui, palette: &Palette, facts: &Facts<'_>, outbox: &mut Outbox) -> Option<Choice> {
    let mut choice = None;
    ui.with_layout(egui::Layout::top_down_justified(egui::Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for group in GROUPS {
            for command in group {
                entry(ui, palette, *command, outbox);
            }
            ui.separator();
        }
        for appearance in Appearance::ALL {
            let label = format!("Look: {}", appearance.label().to_lowercase());
            let button = Button::new(label).selected(facts.appearance == appearance).frame_when_inactive(false);
            if ui.add(button.min_size(vec2(260.0, 26.0))).clicked() {
                choice = Some(Choice::Appearance(appearance));
            }
        }
        ui.separator();
        for panel in [PanelKind::Parts, PanelKind::Action] {
            entry(ui, palette, Command::Toggle(panel), outbox);
        }
        ui.separator();
        for command in [Command::ZoomIn, Command::ZoomOut, Command::ZoomReset] {
            entry(ui, palette, command, outbox);
        }
    });
    choice
}

fn entry(ui: &mut Ui, palette: &Palette, command: Command, outbox: &mut Outbox) {
    let keys = command.shortcut().map(|keys| ui.ctx().format_shortcut(&keys)).unwrap_or_default();
    let button = Button::new(command.label()).frame_when_inactive(false);
    let button =
        if keys.is_empty() { button } else { button.shortcut_text(RichText::new(keys).color(palette.ink_faint)) };
    let response = ui.add(button.min_size(vec2(260.0, 27.0)));
    if response.clicked() {
        outbox.command(command);
    }
    response.on_hover_text(tabs::tooltip(ui, command));
}
