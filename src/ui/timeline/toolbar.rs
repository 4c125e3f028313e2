//! The bar above the chart: what the rows are grouped by, how much of the year is seen, the picture.
//!
//! It must not know how the chart is drawn.

use egui::{Align, Button, Color32, Layout, Response, RichText, Role, Stroke, Ui, WidgetInfo, vec2};

use super::state::{TimelineState, WorkedOut};
use super::words::period_word;
use crate::report::LanesBy;
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::PlainButton;
use crate::ui::{Command, View};

/// Its height.
pub(super) const HEIGHT: f32 = 48.0;
/// How much one press of + enlarges.
pub(super) const ZOOM_STEP: f64 = 1.5;

/// Shows the bar in the space of `ui`. `tray_open` is whether the tray is drawn.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut View<'_>,
    state: &mut TimelineState,
    worked_out: &WorkedOut,
    tray_open: bool,
) {
    let palette = view.palette;
    let span = worked_out.lanes.span;
    let roomy = ui.available_width() > 820.0;
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(18.0);
        if roomy {
            ui.label(RichText::new("Lanes by").color(palette.ink_soft));
        }
        for by in LanesBy::ALL {
            if choice(ui, &palette, by.label(), state.by == by).clicked() {
                state.by = by;
            }
        }
        ui.add_space(if roomy { 20.0 } else { 4.0 });
        let whole = state.window.within(span).zoom <= 1.0;
        let fit = if period_word(view.plan) == "year" { "Fit year" } else { "Fit period" };
        if button(ui, &palette, fit, !whole).on_hover_text("Show the whole period of the plan (Home)").clicked() {
            state.window = super::axis::Window::default();
        }
        let steps = [("−", "Show more of the year", !whole, 1.0 / ZOOM_STEP), ("+", "Look closer", true, ZOOM_STEP)];
        for (sign, name, enabled, factor) in steps {
            let response = button(ui, &palette, sign, enabled);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
            if response.on_hover_text(format!("{name} ({sign})")).clicked() {
                state.window = state.window.zoomed(factor, 0.5, span);
            }
        }
        if view.found.is_some() {
            ui.add_space(12.0);
            let words = format!("{} of {} actions", worked_out.shown, worked_out.total);
            ui.label(RichText::new(words).font(theme::medium(text::BODY)).color(palette.accent));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(14.0);
            let command = Command::SavePicture;
            if button(ui, &palette, command.label(), true).on_hover_text(command.tooltip()).clicked() {
                view.outbox.command(command);
            }
            let undated = worked_out.lanes.undated.len();
            if !tray_open && undated > 0 {
                let words = if roomy { format!("No date to draw {undated}") } else { format!("No date {undated}") };
                let tip = "Show what has words, but no day";
                if button(ui, &palette, &words, true).on_hover_text(tip).clicked() {
                    state.tray_open = Some(true);
                }
            }
        });
    });
}

fn button(ui: &mut Ui, palette: &Palette, label: &str, enabled: bool) -> Response {
    PlainButton::new(label).enabled(enabled).show(ui, palette)
}

/// One of a few that exclude each other.
fn choice(ui: &mut Ui, palette: &Palette, label: &str, chosen: bool) -> Response {
    let (ink, fill, line): (Color32, Color32, Color32) = if chosen {
        (palette.accent, palette.selected, palette.accent)
    } else {
        (palette.ink, palette.paper, palette.outline)
    };
    let weight = if chosen { theme::semibold(text::BODY) } else { theme::medium(text::BODY) };
    let words = RichText::new(label).font(weight).color(ink);
    let button = Button::new(words).min_size(vec2(0.0, 30.0)).corner_radius(5.0).fill(fill);
    let response = ui.add(button.stroke(Stroke::new(1.0, line)));
    let name = format!("Lanes by {}", label.to_lowercase());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, &name));
    response
}
