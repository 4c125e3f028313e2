//! One number of the table, and under it the actions it counts.

use egui::{
    Color32, Id, Popup, PopupCloseBehavior, Rect, Response, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo,
};

use crate::model::ActionId;
use crate::ui::dialog;
use crate::ui::progress::going::{go_to, on_one_line};
use crate::ui::progress::worked::Worked;
use crate::ui::theme::{self, Palette, text};
use crate::ui::view::View;

/// The strongest tint of a cell, as a part of the accent.
const STRONGEST: f32 = 0.34;
const ENTRY: f32 = 30.0;

/// What a cell holds and is called.
pub(super) struct Cell<'a> {
    pub(super) id: Id,
    pub(super) actions: &'a [ActionId],
    /// "Public Health, Q4 2016/17".
    pub(super) name: &'a str,
    /// How many there are in the fullest cell; `None` where this one is not tinted.
    pub(super) most: Option<usize>,
    pub(super) is_strong: bool,
}

/// The fill of a cell with so many actions.
pub(in crate::ui::progress) fn tint(palette: &Palette, count: usize, most: usize) -> Color32 {
    if count == 0 || most == 0 {
        return palette.paper;
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of actions stay far below 2^24")]
    let part = (count as f32 / most as f32).min(1.0);
    palette.paper.lerp_to_gamma(palette.accent, 0.06 + (STRONGEST - 0.06) * part)
}

/// Shows the cell.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, worked: &Worked, rect: Rect, cell: &Cell<'_>) -> Response {
    let palette = view.palette;
    let count = cell.actions.len();
    if let Some(most) = cell.most {
        ui.painter().rect_filled(rect.shrink(1.0), 3.0, tint(&palette, count, most));
    }
    let font = if cell.is_strong { theme::semibold(text::BODY) } else { theme::regular(text::BODY) };
    if count == 0 {
        ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, "·", font, palette.ink_faint);
        return ui.interact(rect, cell.id, Sense::hover());
    }
    ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, count.to_string(), font, palette.ink);
    let response = ui.interact(rect, cell.id, Sense::click());
    let actions = if count == 1 { "1 action".to_owned() } else { format!("{count} actions") };
    let name = format!("{}: {actions}", cell.name);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    if response.has_focus() {
        let line = Stroke::new(2.0, palette.accent);
        ui.painter().rect_stroke(rect.shrink(1.0), 4.0, line, StrokeKind::Inside);
    } else if response.hovered() {
        let line = Stroke::new(1.0, palette.ink_faint);
        ui.painter().rect_stroke(rect.shrink(1.0), 3.0, line, StrokeKind::Inside);
    }
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).gap(2.0).show(|ui| {
        actions_of(ui, view, worked, &name, cell.actions);
    });
    response
}

/// The actions, each of which leads to its form.
fn actions_of(ui: &mut Ui, view: &mut View<'_>, worked: &Worked, name: &str, actions: &[ActionId]) {
    let palette = view.palette;
    let plan = view.plan;
    let width = (ui.ctx().content_rect().width() - 60.0).min(440.0);
    ui.set_width(width);
    ui.spacing_mut().item_spacing.y = 0.0;
    dialog::note(ui, name, palette.ink_soft);
    ui.add_space(4.0);
    let room = (ui.ctx().content_rect().height() * 0.5).clamp(90.0, 330.0);
    ScrollArea::vertical().max_height(room).show_rows(ui, ENTRY, actions.len(), |ui, shown| {
        for action in &actions[shown] {
            let Some(standing) = worked.standing(plan, *action) else { continue };
            let written = on_one_line(standing.action.when.written());
            let words = format!("{}  {}", standing.reference(), on_one_line(&standing.action.description));
            let label = RichText::new(&words).font(theme::regular(text::BODY)).color(palette.ink);
            let right = RichText::new(shortened(&written)).font(theme::regular(text::SMALL)).color(palette.ink_soft);
            let button = egui::Button::new(label).frame_when_inactive(false).truncate().right_text(right);
            let response = ui.add_sized([ui.available_width(), ENTRY], button);
            let spoken = format!("Go to {words}, due {written}");
            response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &spoken));
            if response.on_hover_text(&words).clicked() {
                go_to(view, *action);
                ui.close();
            }
        }
    });
}

/// A deadline that leaves room for the words beside it.
fn shortened(written: &str) -> String {
    const MOST: usize = 22;
    if written.chars().count() <= MOST {
        return written.to_owned();
    }
    let start: String = written.chars().take(MOST - 1).collect();
    format!("{}…", start.trim_end())
}
