//! The action at hand: all of it, what was said before, and the field for what is said now.

use egui::{Margin, Rect, Role, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::{RoundState, card, field_id, left_empty, statuses};
use crate::dates::day_words;
use crate::model::{RecordId, Standing};
use crate::ui::command::RowCommand;
use crate::ui::dialog;
use crate::ui::progress::worked::Worked;
use crate::ui::said_before::{self, counted};
use crate::ui::view::View;
use crate::ui::widgets::{PlainButton, TextCell};

/// Shows the card. Gives back by how many places to go on in the list.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut View<'_>,
    worked: &Worked,
    state: &mut RoundState,
    standing: &Standing<'_>,
) -> Option<isize> {
    let palette = view.palette;
    let reference = standing.reference();
    let (mut goes, mut typed) = (None, ui.cursor());
    let shown = card::frame(&palette).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(10.0, 4.0);
        card::first_line(ui, view, standing, false);
        told(ui, view, standing);
        before(ui, view, worked, state, standing, &reference);
        ui.add_space(4.0);
        typed = field(ui, view, worked, state, standing, &reference);
        ui.add_space(4.0);
        goes = keys(ui, view, worked, state, standing, &reference);
    });
    let rect = shown.response.rect;
    ui.painter().rect_stroke(rect, 6.0, Stroke::new(1.5, palette.accent), StrokeKind::Inside);
    if state.reveals > 0 {
        // Where there is no room for all of it, the field is what is needed.
        let fits = rect.height() + 32.0 <= ui.clip_rect().height();
        ui.scroll_to_rect(if fits { rect } else { typed }.expand(8.0), None);
    }
    ui.add_space(8.0);
    goes
}

/// The description, whole.
fn told(ui: &mut Ui, view: &View<'_>, standing: &Standing<'_>) {
    let palette = view.palette;
    let description = standing.action.description.trim();
    if description.is_empty() {
        dialog::told(ui, "(no words)", palette.ink_soft);
    } else {
        dialog::told(ui, description, palette.ink);
    }
}

/// What was said last, and under a link all that was said before it.
fn before(
    ui: &mut Ui,
    view: &View<'_>,
    worked: &Worked,
    state: &mut RoundState,
    standing: &Standing<'_>,
    reference: &str,
) {
    let palette = view.palette;
    let before = worked.round.before(standing.action, state.choice.owner.as_deref());
    let Some((last, earlier)) = before.split_first() else { return };
    ui.add_space(6.0);
    said_before::show(ui, &palette, view.plan, &[*last]);
    if earlier.is_empty() {
        return;
    }
    let words = counted(earlier.len());
    let response = dialog::disclosure(ui, &palette, state.shows_before, &words);
    let does = if state.shows_before { "Hide" } else { "Show" };
    dialog::name(ui, &response, &format!("{does} {words}, action {reference}"));
    if response.clicked() {
        state.shows_before = !state.shows_before;
    }
    if state.shows_before {
        ui.indent(("round-before", standing.action.id), |ui| {
            said_before::show(ui, &palette, view.plan, earlier);
        });
    }
}

fn field(
    ui: &mut Ui,
    view: &mut View<'_>,
    worked: &Worked,
    state: &mut RoundState,
    standing: &Standing<'_>,
    reference: &str,
) -> Rect {
    let (palette, action) = (view.palette, standing.action);
    let said = worked.round.update(action, state.choice.owner.as_deref());
    let words = said.map_or("", |update| update.text.as_str());
    let name = format!("Update, action {reference}");
    let hint = format!("What is said as at {}", day_words(worked.as_at()));
    let cell = TextCell::new(field_id(action.id), words, &name).boxed().rows(3).hint(&hint);
    let output = cell.margin(Margin::symmetric(9, 6)).show(ui, &palette);
    if output.response.gained_focus() {
        view.selection.action = Some(action.id);
    }
    if let Some(new) = output.changed {
        let put_in = state.entry(view, worked, standing).text(view.outbox, new);
        state.note_put_in(action.id, put_in);
    }
    if output.response.lost_focus() {
        view.outbox.seal();
        if let Some(visit) = &state.visit
            && let Some(update) = left_empty(view, worked, visit)
        {
            view.outbox.row(RowCommand::RemoveIfEmpty(RecordId::Update(update)));
        }
    }
    output.response.rect
}

/// The status, that nothing changed, and on to the next.
fn keys(
    ui: &mut Ui,
    view: &mut View<'_>,
    worked: &Worked,
    state: &mut RoundState,
    standing: &Standing<'_>,
    reference: &str,
) -> Option<isize> {
    let (plan, palette, action) = (view.plan, view.palette, standing.action);
    let mut goes = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 6.0);
        let name = format!("Status, action {reference}");
        let chosen = (action.id, action.status);
        if let Some(status) = statuses::show(ui, &palette, &plan.statuses, chosen, &name, view.outbox) {
            let put_in = state.entry(view, worked, standing).status(view.outbox, status);
            state.note_put_in(action.id, put_in);
        }
        ui.add_space(6.0);
        let said = worked.round.update(action, state.choice.owner.as_deref());
        let is_free = said.is_none_or(|update| update.text.is_empty());
        let response = dialog::button(ui, &palette, PlainButton::new("No change").enabled(is_free));
        dialog::name(ui, &response, &format!("No change, action {reference}"));
        if response.on_hover_text("Writes “No change since the last update.”").clicked() {
            let put_in = state.entry(view, worked, standing).no_change(view.outbox);
            state.note_put_in(action.id, put_in);
        }
        let response = dialog::button(ui, &palette, PlainButton::new("Done, next"));
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Button, ui.is_enabled(), format!("Done with action {reference}, next"))
        });
        if response.clicked() {
            goes = Some(1);
        }
    });
    goes
}
