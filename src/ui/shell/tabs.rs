//! The tabs of the views; at their right undo, redo, save, the pack and the menu.

use egui::{Align, Button, Frame, Layout, Margin, Panel, Sense, Stroke, Ui, vec2};

use super::{Choice, Facts, menu};
use crate::ui::command::{Command, ViewKind};
use crate::ui::theme::{self, Palette, text};
use crate::ui::view::Outbox;

/// Narrower than this, in points, the row has no room for everything.
const NARROW: f32 = 640.0;

/// Shows the row of tabs.
pub fn show(ui: &mut Ui, palette: &Palette, facts: &Facts<'_>, outbox: &mut Outbox) -> Option<Choice> {
    let frame = Frame::NONE.fill(palette.paper).inner_margin(Margin { left: 12, right: 12, top: 0, bottom: 0 });
    let mut choice = None;
    let shown = Panel::top("tabs").frame(frame).show_separator_line(false).exact_size(43.0).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let is_narrow = ui.available_width() < NARROW;
            for view in ViewKind::ALL {
                let count = facts.findings.filter(|_| view == ViewKind::Check);
                tab(ui, palette, (view, count, is_narrow), facts.view == view, outbox);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                choice = menu::show(ui, palette, facts, outbox);
                // Where there is no room for it the menu has it too.
                if !is_narrow {
                    command(ui, palette, Command::ExportPack, "Board pack…", true, outbox);
                }
                command(ui, palette, Command::Save, "Save", facts.can_save, outbox);
                ui.add_space(6.0);
                let redo = facts.redo.map(|label| format!("Redo: {label}"));
                let undo = facts.undo.map(|label| format!("↶ Undo: {label}"));
                if let Some(redo) = redo {
                    command(ui, palette, Command::Redo, &redo, true, outbox);
                }
                command(ui, palette, Command::Undo, undo.as_deref().unwrap_or("↶ Undo"), undo.is_some(), outbox);
            });
        });
    });
    let rect = shown.response.rect;
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, palette.hairline));
    choice
}

/// A tab, with the number of what is to be looked at there, where there is room for it.
fn tab(
    ui: &mut Ui,
    palette: &Palette,
    (view, count, is_narrow): (ViewKind, Option<usize>, bool),
    active: bool,
    outbox: &mut Outbox,
) {
    let font = if active { theme::semibold(text::BODY) } else { theme::medium(text::BODY) };
    let color = if active { palette.accent } else { palette.ink_soft };
    let galley = ui.painter().layout_no_wrap(view.label().to_owned(), font, color);
    let number = count
        .filter(|count| *count > 0 && !is_narrow)
        .map(|count| ui.painter().layout_no_wrap(count.to_string(), theme::semibold(text::SMALL), palette.danger));
    let beside = number.as_ref().map_or(0.0, |number| number.size().x + 18.0);
    let (rect, response) = ui.allocate_exact_size(
        vec2(galley.size().x + if is_narrow { 12.0 } else { 28.0 } + beside, 42.0),
        Sense::click(),
    );
    let name = match count {
        None => view.label().to_owned(),
        Some(1) => format!("{}, 1 finding", view.label()),
        Some(count) => format!("{}, {count} findings", view.label()),
    };
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, active, &name));
    let place = rect.center() - (galley.size() + vec2(beside, 0.0)) / 2.0;
    let width = galley.size().x;
    if response.hovered() && !active {
        ui.painter().rect_filled(rect.shrink2(vec2(2.0, 6.0)), 5.0, palette.hover);
    }
    ui.painter().galley(place, galley, color);
    if let Some(number) = number {
        let corner = egui::pos2(place.x + width + 12.0, rect.center().y - number.size().y / 2.0);
        let around = egui::Rect::from_min_size(corner, number.size()).expand2(vec2(7.0, 1.0));
        ui.painter().rect_filled(around, 8.0, palette.danger.gamma_multiply(0.12));
        ui.painter().galley(corner, number, palette.danger);
    }
    if active {
        let line = egui::Rect::from_x_y_ranges(rect.x_range(), rect.bottom() - 2.0..=rect.bottom() + 1.0);
        ui.painter().rect_filled(line, 0.0, palette.accent);
    }
    if response.has_focus() {
        let stroke = Stroke::new(2.0, palette.accent);
        ui.painter().rect_stroke(rect.shrink(4.0), 5.0, stroke, egui::StrokeKind::Inside);
    }
    if response.clicked() {
        outbox.command(Command::Show(view));
    }
    response.on_hover_text(tooltip(ui, Command::Show(view)));
}

fn command(ui: &mut Ui, palette: &Palette, command: Command, words: &str, enabled: bool, outbox: &mut Outbox) {
    let ink = if enabled { palette.ink_soft } else { palette.ink_faint };
    // Undo and redo share what the tabs leave; the words are whole in the tooltip and for screen readers.
    let room = (ui.available_width() - 30.0).clamp(24.0, 250.0);
    let room = if command == Command::Redo { room.min(ui.available_width() / 2.0 - 40.0).max(24.0) } else { room };
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(text::one_line(words, theme::medium(text::BODY), ink, room)));
    let button = Button::new(galley).frame_when_inactive(false).min_size(vec2(0.0, 30.0));
    let response = ui.add_enabled(enabled, button);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, words));
    if response.clicked() {
        outbox.command(command);
    }
    response.on_hover_text(format!("{words}\n{}", tooltip(ui, command)));
}

/// A command's tooltip with its keys, as the system writes them.
pub(super) fn tooltip(ui: &Ui, command: Command) -> String {
    match command.shortcut() {
        Some(keys) => format!("{} ({})", command.tooltip(), ui.ctx().format_shortcut(&keys)),
        None => command.tooltip().to_owned(),
    }
}
