//! A month to choose a day from, for those who want one.

use chrono::{Datelike, Days, Months, NaiveDate};
use egui::{Popup, PopupCloseBehavior, Response, RichText, Ui, vec2};

use crate::dates::long_day_words;
use crate::ui::theme::{self, Palette, text};
use crate::ui::view::View;
use crate::ui::widgets::icon_button;

/// Which month is shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct CalendarState {
    month: Option<NaiveDate>,
}

/// Opens under `button` when it is pressed. Gives the day that was chosen.
pub fn popup(
    button: &Response,
    palette: &Palette,
    chosen: Option<NaiveDate>,
    view: &View<'_>,
    state: &mut CalendarState,
) -> Option<NaiveDate> {
    if button.clicked() {
        let start = chosen.unwrap_or_else(|| view.as_at.clamp(view.plan.period.from, view.plan.period.to));
        state.month = start.with_day(1);
    }
    let mut picked = None;
    Popup::menu(button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        if let Some(month) = state.month {
            picked = show(ui, palette, month, chosen, view.as_at, state);
            if picked.is_some() {
                ui.close();
            }
        }
    });
    picked
}

fn show(
    ui: &mut Ui,
    palette: &Palette,
    month: NaiveDate,
    chosen: Option<NaiveDate>,
    as_at: NaiveDate,
    state: &mut CalendarState,
) -> Option<NaiveDate> {
    ui.horizontal(|ui| {
        if icon_button(ui, palette, "◂", "The month before").clicked() {
            state.month = month.checked_sub_months(Months::new(1));
        }
        let title = RichText::new(month.format("%B %Y").to_string()).font(theme::semibold(text::BODY));
        ui.add_sized([170.0, 24.0], egui::Label::new(title.color(palette.ink)));
        if icon_button(ui, palette, "▸", "The month after").clicked() {
            state.month = month.checked_add_months(Months::new(1));
        }
    });
    let mut picked = None;
    egui::Grid::new("calendar").spacing(vec2(2.0, 2.0)).show(ui, |ui| {
        for day in ["M", "T", "W", "T", "F", "S", "S"] {
            let words = RichText::new(day).font(theme::medium(text::SMALL)).color(palette.ink_faint);
            ui.add_sized([30.0, 20.0], egui::Label::new(words));
        }
        ui.end_row();
        let lead = u64::from(month.weekday().num_days_from_monday());
        let first = month.checked_sub_days(Days::new(lead)).unwrap_or(month);
        for (place, day) in first.iter_days().take(42).enumerate() {
            let ink = if day.month() == month.month() { palette.ink } else { palette.ink_faint };
            let words = RichText::new(day.day().to_string()).font(theme::regular(text::BODY)).color(ink);
            let mut button = egui::Button::new(words).selected(chosen == Some(day)).frame_when_inactive(false);
            if day == as_at {
                button = button.stroke(egui::Stroke::new(1.0, palette.accent));
            }
            let response = ui.add_sized([30.0, 26.0], button);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, long_day_words(day)));
            if response.clicked() {
                picked = Some(day);
            }
            if place % 7 == 6 {
                ui.end_row();
            }
        }
    });
    picked
}
