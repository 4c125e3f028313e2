//! The plain text fields of the inspector: what, KPIs, the plan's own columns.

use egui::{Id, Margin, Rect, Ui, UiBuilder, pos2, vec2};

use super::heading;
use super::measure::{self, MeasuresShown};
use crate::model::{ActionField, Edit, RecordId, Shows, Standing};
use crate::ui::command::RowCommand;
use crate::ui::view::{View, cell_id};
use crate::ui::widgets::{LinkButton, TextCell, icon_button};

pub(super) const BOX_MARGIN: Margin = Margin::symmetric(10, 7);

/// What will be done.
pub(super) fn what(ui: &mut Ui, view: &mut View<'_>, standing: &Standing<'_>, reference: &str) {
    let action = standing.action;
    let words = view.plan.heading_of(Shows::Description).to_owned();
    heading(ui, view, &words, |_| {});
    let id = cell_id("inspector", RecordId::Action(action.id), "description");
    let name = format!("Inspector: {words}, action {reference}");
    let cell = TextCell::new(id, &action.description, &name).boxed().margin(BOX_MARGIN).marking(view.terms);
    let output = cell.show(ui, &view.palette);
    if let Some(new) = output.changed {
        view.outbox.edit(Edit::Action(action.id, ActionField::Description(new)), format!("change {words}"));
    }
    seal_on_leaving(view, &output.response);
}

/// The KPIs, each in a field of its own with its measure below. They are here whether or not the forms have a column
/// for them: what is counted need not stand on paper.
pub(super) fn kpis(ui: &mut Ui, view: &mut View<'_>, standing: &Standing<'_>, measures: &mut MeasuresShown) {
    let action = standing.action;
    measures.turn_to(action.id);
    let words = view.plan.heading_of(Shows::Kpis).to_owned();
    let palette = view.palette;
    let mut add = false;
    heading(ui, view, &words, |ui| {
        add = LinkButton::new("+ add").name(&format!("Inspector: add to {words}")).show(ui, &palette).clicked();
    });
    if add {
        view.outbox.row(RowCommand::AddKpi(action.id, action.kpis.len()));
    }
    for (index, kpi) in action.kpis.iter().enumerate() {
        let name = format!("Inspector: {words} {}", index + 1);
        let record = RecordId::Kpi(kpi.id);
        let cell = TextCell::new(cell_id("inspector", record, "text"), &kpi.text, &name).boxed().margin(BOX_MARGIN);
        if let Some(new) = removable(ui, view, record, cell, &name) {
            view.outbox.edit(Edit::Kpi(kpi.id, new), format!("change {words}"));
        }
        measure::show(ui, view, kpi, &format!("{words} {}", index + 1), measures);
    }
}

/// The cells of the plan's own columns.
pub(super) fn own(ui: &mut Ui, view: &mut View<'_>, standing: &Standing<'_>) {
    let action = standing.action;
    let plan = view.plan;
    for column in &plan.columns {
        let Shows::Own(column_id) = column.shows else { continue };
        heading(ui, view, &column.heading, |_| {});
        let words = action.own.get(&column_id).map_or("", String::as_str);
        let name = format!("Inspector: {}", column.heading);
        let id = Id::unique(("own-cell", "inspector", action.id, column_id));
        let output = TextCell::new(id, words, &name).boxed().margin(BOX_MARGIN).show(ui, &view.palette);
        if let Some(new) = output.changed {
            let label = format!("change {}", column.heading);
            view.outbox.edit(Edit::Action(action.id, ActionField::Own(column_id, new)), label);
        }
        seal_on_leaving(view, &output.response);
    }
}

/// A field with a sign beside it that takes its record out. Gives the new words, where they changed.
pub(super) fn removable(
    ui: &mut Ui,
    view: &mut View<'_>,
    record: RecordId,
    cell: TextCell<'_>,
    name: &str,
) -> Option<String> {
    const BUTTON: f32 = 28.0;
    let palette = view.palette;
    let room = ui.available_rect_before_wrap();
    let field = Rect::from_min_max(room.min, pos2(room.right() - BUTTON, room.bottom()));
    let shown = ui.scope_builder(UiBuilder::new().max_rect(field), |ui| cell.show(ui, &palette));
    seal_on_leaving(view, &shown.inner.response);
    let side = Rect::from_min_size(pos2(field.right() + 3.0, field.top() + 4.0), vec2(BUTTON - 4.0, 24.0));
    let button = ui
        .scope_builder(UiBuilder::new().max_rect(side), |ui| icon_button(ui, &palette, "×", &format!("Delete {name}")));
    if button.inner.clicked() {
        view.outbox.row(RowCommand::Remove(record));
    }
    ui.advance_cursor_after_rect(shown.response.rect.union(button.response.rect));
    shown.inner.changed
}

pub(super) fn seal_on_leaving(view: &mut View<'_>, response: &egui::Response) {
    if response.lost_focus() {
        view.outbox.seal();
    }
}
