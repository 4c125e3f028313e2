//! The status bar: where the plan is and how it stands at the left; where the person is at the right.

use egui::{Frame, Margin, Panel, RichText, Stroke, Ui};

use crate::model::Plan;
use crate::ui::theme::{self, Palette, text};
use crate::ui::view::Selection;

/// What the status bar says.
#[derive(Clone, Debug, Default)]
pub struct StatusBar {
    /// "Saved 10:02", "Not saved yet", "Saving…".
    pub saved: String,
    /// Where the plan is.
    pub place: String,
    /// "Jane Smith has it open".
    pub others: String,
    /// Work under way, with how far it is from 0 to 1.
    pub working: Option<(String, f32)>,
    /// How large the text is, in per cent.
    pub zoom_percent: u32,
}

/// Shows the bar. `true` if the work under way is to be stopped.
pub fn show(ui: &mut Ui, palette: &Palette, plan: Option<&Plan>, selection: &Selection, bar: &StatusBar) -> bool {
    let frame = Frame::NONE.fill(palette.paper).inner_margin(Margin { left: 20, right: 20, top: 4, bottom: 4 });
    let mut stop = false;
    let shown = Panel::bottom("status-bar").frame(frame).show_separator_line(false).exact_size(29.0).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 18.0;
            let say = |ui: &mut Ui, words: &str| {
                let font = theme::regular(text::SMALL + 0.3);
                ui.label(RichText::new(words).font(font).color(palette.ink_soft));
            };
            say(ui, &bar.saved);
            if !bar.others.is_empty() {
                say(ui, &bar.others);
            }
            if let Some((name, done)) = &bar.working {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 100")]
                let percent = (done * 100.0).round() as u32;
                say(ui, &if percent == 0 { format!("{name}…") } else { format!("{name}… {percent} %") });
                stop = crate::ui::widgets::LinkButton::new("stop").name("Stop this").show(ui, palette).clicked();
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                say(ui, &format!("{} %", bar.zoom_percent));
                if let Some(words) = plan.map(|plan| position(plan, selection)) {
                    say(ui, &words);
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    let font = theme::regular(text::SMALL + 0.3);
                    if !bar.place.is_empty() {
                        let width = ui.available_width();
                        crate::ui::widgets::one_line(ui, &bar.place, font, palette.ink_soft, width);
                    }
                });
            });
        });
    });
    let rect = shown.response.rect;
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, palette.hairline));
    stop
}

/// "Objective 1 of 18 · action 3 of 68", or the totals where nothing is selected.
fn position(plan: &Plan, selection: &Selection) -> String {
    let mut objectives = 0;
    let mut actions = 0;
    let mut here = None;
    for objective in plan.grids.iter().flat_map(|grid| &grid.objectives) {
        objectives += 1;
        for action in &objective.actions {
            actions += 1;
            if selection.action == Some(action.id) {
                here = Some((objectives, actions));
            }
        }
    }
    match here {
        Some((objective, action)) => format!("Objective {objective} of {objectives} · action {action} of {actions}"),
        None => format!("{objectives} objectives · {actions} actions"),
    }
}
