//! Progress: the updates newest first, each with its day, who said it, the words and the status then.

use egui::{Rect, Ui, pos2};

use super::fields::seal_on_leaving;
use super::{heading, status_then};
use crate::dates::{day_words, parse_day};
use crate::model::{Edit, RecordId, Shows, Standing, Update, UpdateField};
use crate::ui::command::RowCommand;
use crate::ui::theme::{self, text};
use crate::ui::view::{View, cell_id};
use crate::ui::widgets::{LinkButton, TextCell, icon_button};

/// Shows the updates.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, standing: &Standing<'_>) {
    let action = standing.action;
    let palette = view.palette;
    let has_column = view.plan.has_column(Shows::Progress);
    let words = if has_column { view.plan.heading_of(Shows::Progress) } else { "Updates" }.to_owned();
    let mut add = false;
    heading(ui, view, &words, |ui| {
        add = LinkButton::new("+ update").name("Inspector: add an update").show(ui, &palette).clicked();
    });
    if add {
        view.outbox.row(RowCommand::AddUpdate(action.id));
    }
    let mut newest_first: Vec<(usize, &Update)> = action.updates.iter().enumerate().collect();
    newest_first.sort_by_key(|(entered, update)| std::cmp::Reverse((update.on, *entered)));
    for (_, update) in newest_first {
        one(ui, view, update);
        ui.add_space(6.0);
    }
}

fn one(ui: &mut Ui, view: &mut View<'_>, update: &Update) {
    let palette = view.palette;
    let record = RecordId::Update(update.id);
    let day = update.on.map_or_else(|| "no date".to_owned(), day_words);
    let top = ui.cursor().min;
    let inner = ui.indent(("update", update.id), |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            day_field(ui, view, update, &day);
            let id = cell_id("inspector", record, "by");
            let name = format!("By whom, update of {day}");
            ui.allocate_ui(egui::vec2(ui.available_width() - 30.0, 20.0), |ui| {
                let cell = TextCell::new(id, &update.by, &name).single_line().hint("by whom");
                let cell = cell.font(theme::regular(text::SMALL + 0.5)).color(palette.ink_soft);
                let output = cell.margin(egui::Margin::symmetric(2, 2)).show(ui, &palette);
                if let Some(new) = output.changed {
                    view.outbox.edit(Edit::Update(update.id, UpdateField::By(new)), "change an update");
                }
                seal_on_leaving(view, &output.response);
            });
            if icon_button(ui, &palette, "×", &format!("Delete the update of {day}")).clicked() {
                view.outbox.row(RowCommand::Remove(record));
            }
        });
        let id = cell_id("inspector", record, "text");
        let name = format!("Update of {day}");
        let cell = TextCell::new(id, &update.text, &name).hint("What happened, and what happens next");
        let output = cell.margin(egui::Margin::symmetric(2, 1)).show(ui, &palette);
        if let Some(new) = output.changed {
            view.outbox.edit(Edit::Update(update.id, UpdateField::Text(new)), "change an update");
        }
        seal_on_leaving(view, &output.response);
        status_then(ui, view, update.status);
    });
    let status = view.plan.status_of(update.status);
    let color = status.map_or(palette.outline, |status| palette.status_ink(status.colour));
    let bar = Rect::from_min_max(top, pos2(top.x + 3.0, inner.response.rect.bottom()));
    ui.painter().rect_filled(bar, 1.0, color);
}

/// The day of an update. What is being typed is kept apart until it reads as a day.
fn day_field(ui: &mut Ui, view: &mut View<'_>, update: &Update, day: &str) {
    let palette = view.palette;
    let id = cell_id("inspector", RecordId::Update(update.id), "on");
    let draft_id = id.with("draft");
    if !ui.memory(|memory| memory.has_focus(id)) {
        ui.data_mut(|data| data.remove::<String>(draft_id));
    }
    let draft: Option<String> = ui.data_mut(|data| data.get_temp(draft_id));
    let shown = draft.clone().unwrap_or_else(|| day.to_owned());
    ui.allocate_ui(egui::vec2(92.0, 20.0), |ui| {
        let name = format!("Day of the update of {day}");
        let cell = TextCell::new(id, &shown, &name).single_line().font(theme::semibold(text::SMALL + 0.5));
        let output = cell.margin(egui::Margin::symmetric(2, 2)).show(ui, &palette);
        if let Some(new) = output.changed {
            let read = if new.trim().is_empty() { Some(None) } else { parse_day(&new, &view.plan.period).map(Some) };
            if let Some(on) = read {
                view.outbox.edit(Edit::Update(update.id, UpdateField::On(on)), "change the day of an update");
            }
            ui.data_mut(|data| data.insert_temp(draft_id, new));
        }
        if output.response.lost_focus() {
            ui.data_mut(|data| data.remove::<String>(draft_id));
            ui.ctx().request_repaint();
        }
        seal_on_leaving(view, &output.response);
    });
}
