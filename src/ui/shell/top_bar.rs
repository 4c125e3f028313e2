//! The top bar: the plan's title and standing at the left, search and the as-at date at the right.

use egui::{Frame, Margin, Panel, RichText, Stroke, Ui, vec2};

use super::{Choice, Facts, ShellState, as_at};
use crate::model::{Plan, PlanStatus};
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::{icon_button, one_line};

/// Shows the bar. Gives what was chosen in it.
pub fn show(
    ui: &mut Ui,
    palette: &Palette,
    plan: &Plan,
    today_as_at: chrono::NaiveDate,
    facts: &Facts<'_>,
    state: &mut ShellState,
) -> Option<Choice> {
    let frame = Frame::NONE.fill(palette.paper).inner_margin(Margin { left: 20, right: 20, top: 9, bottom: 9 });
    let mut choice = None;
    let shown = Panel::top("top-bar").frame(frame).show_separator_line(false).exact_size(51.0).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                choice = as_at::show(ui, palette, plan, today_as_at, facts.today, state);
                ui.add_space(6.0);
                search(ui, palette, facts, state);
                ui.add_space(12.0);
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| title(ui, palette, plan, facts));
            });
        });
    });
    let rect = shown.response.rect;
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, palette.hairline));
    choice
}

fn title(ui: &mut Ui, palette: &Palette, plan: &Plan, facts: &Facts<'_>) {
    let words = if plan.title.is_empty() { "Untitled plan" } else { plan.title.as_str() };
    let badge = badge_words(plan);
    let room = (ui.available_width() - 12.0 * badge_letters(&badge) - 40.0).max(60.0);
    one_line(ui, words, theme::semibold(text::HEADING + 0.5), palette.ink, room);
    if facts.unsaved {
        let dot = RichText::new("●").font(theme::regular(text::SMALL - 3.0)).color(palette.warning);
        ui.label(dot).on_hover_text("There are changes that are not saved yet");
    }
    if !badge.is_empty() {
        show_badge(ui, palette, &badge);
    }
}

fn show_badge(ui: &mut Ui, palette: &Palette, words: &str) {
    let galley = ui.painter().layout_no_wrap(words.to_owned(), theme::semibold(text::SMALL - 0.5), palette.ink_soft);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(16.0, 7.0), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, words));
    ui.painter().rect_stroke(rect, 4.0, Stroke::new(1.0, palette.outline), egui::StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, palette.ink_soft);
}

#[expect(clippy::cast_precision_loss, reason = "a label of some letters")]
fn badge_letters(badge: &str) -> f32 {
    badge.chars().count() as f32
}

/// "DRAFT v0.3", or the version alone where the plan is agreed.
fn badge_words(plan: &Plan) -> String {
    let status = match plan.status {
        PlanStatus::Draft => "DRAFT",
        PlanStatus::ForDecision => "FOR DECISION",
        PlanStatus::Agreed => "AGREED",
        PlanStatus::Closed => "CLOSED",
    };
    format!("{status} {}", plan.version).trim().to_owned()
}

fn search(ui: &mut Ui, palette: &Palette, facts: &Facts<'_>, state: &mut ShellState) {
    let id = egui::Id::unique("search-the-plan");
    if state.focus_search {
        state.focus_search = false;
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let focused = ui.memory(|memory| memory.has_focus(id));
    let (width, line) = if focused { (2.0, palette.accent) } else { (1.0, palette.outline) };
    let (rect, _) = ui.allocate_exact_size(vec2(250.0, 31.0), egui::Sense::hover());
    ui.painter().rect(rect, 5.0, palette.field, Stroke::new(width, line), egui::StrokeKind::Inside);
    let inside = egui::Rect::from_min_max(rect.min + vec2(10.0, 3.0), rect.max - vec2(4.0, 3.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(inside), |ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if state.query.is_empty() {
                let font = theme::regular(text::SMALL);
                ui.label(RichText::new("Ctrl+F").font(font).color(palette.ink_faint));
                ui.add_space(6.0);
            } else {
                if icon_button(ui, palette, "×", "Clear the search").clicked() {
                    state.query.clear();
                }
                if let Some((found, of)) = facts.found {
                    let font = theme::regular(text::SMALL);
                    let words = format!("{found} of {of}");
                    ui.label(RichText::new(words).font(font).color(palette.ink_soft));
                }
            }
            let edit = egui::TextEdit::singleline(&mut state.query)
                .id(id)
                .frame(Frame::NONE)
                .align(egui::Align2::LEFT_CENTER)
                .font(theme::regular(text::BODY))
                .hint_text(RichText::new("Search the plan").color(palette.ink_faint))
                .desired_width(ui.available_width());
            let response = ui.add(edit);
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_label("Search the plan"));
            if response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Escape)) {
                state.query.clear();
            }
        });
    });
}
