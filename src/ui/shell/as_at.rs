//! The day the views speak for: today, a board meeting, or any day typed.

use chrono::NaiveDate;
use egui::{Button, RichText, Stroke, Ui};

use super::{Choice, ShellState};
use crate::dates::{day_words, long_day_words, parse_day};
use crate::model::Plan;
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::{PlainButton, form_popup};

/// Shows the day as a button that opens what can be chosen.
pub(super) fn show(
    ui: &mut Ui,
    palette: &Palette,
    plan: &Plan,
    as_at: NaiveDate,
    today: NaiveDate,
    state: &mut ShellState,
) -> Option<Choice> {
    let mut words = egui::text::LayoutJob::default();
    let (regular, strong) = (theme::regular(text::BODY), theme::semibold(text::BODY));
    words.append("As at ", 0.0, text::format(regular.clone(), palette.ink_soft));
    words.append(&day_words(as_at), 2.0, text::format(strong, palette.ink));
    words.append(" ▾", 2.0, text::format(regular, palette.ink_soft));
    let button = Button::new(words).fill(palette.field).stroke(Stroke::new(1.0, palette.outline)).corner_radius(5.0);
    let response = ui.add(button.min_size(egui::vec2(0.0, 31.0)));
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::Button, true, format!("As at {}", long_day_words(as_at)))
    });
    let mut choice = None;
    form_popup(&response).show(|ui| {
        ui.set_width(250.0);
        ui.spacing_mut().item_spacing.y = 6.0;
        let what = "The day this view speaks for: what is late and what is due goes by it.";
        ui.label(text::wrapped(what, theme::regular(text::SMALL), palette.ink_soft, 250.0));
        let mut choose = |ui: &mut Ui, day: NaiveDate, words: String| {
            let shown = RichText::new(words).font(theme::medium(text::BODY));
            if ui.add_sized([250.0, 28.0], Button::new(shown).selected(day == as_at)).clicked() {
                choice = Some(Choice::AsAt(day));
                ui.close();
            }
        };
        choose(ui, today, format!("Today, {}", day_words(today)));
        for meeting in &plan.meetings {
            if let Some(day) = meeting.when.reading().due() {
                choose(ui, day, format!("{}, {}", meeting.name, day_words(day)));
            }
        }
        ui.horizontal(|ui| {
            let day = parse_day(&state.as_at_draft, &plan.period);
            let field = egui::TextEdit::singleline(&mut state.as_at_draft).hint_text("another day");
            let response = ui.add(field.desired_width(150.0).margin(egui::Margin::symmetric(8, 5)));
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_label("Another as-at day"));
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let pressed = PlainButton::new("Set").enabled(day.is_some()).show(ui, palette).clicked();
            if let Some(day) = day.filter(|_| entered || pressed) {
                choice = Some(Choice::AsAt(day));
                state.as_at_draft.clear();
                ui.close();
            }
        });
        if !state.as_at_draft.trim().is_empty() && parse_day(&state.as_at_draft, &plan.period).is_none() {
            let words = "Not read as a day. Write it like 11/07/16 or 11 July 2016.";
            ui.label(text::wrapped(words, theme::regular(text::SMALL), palette.warning, 250.0));
        }
    });
    choice
}
