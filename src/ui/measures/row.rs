//! One measure of the table. Enter and the arrow keys go up and down a column, so that a quarter's figures are typed
//! one after the other.

use egui::text::{CCursor, CCursorRange};
use egui::{Key, Margin, Modifiers, Rangef, Rect, Stroke, TextEdit, Ui, UiBuilder, pos2, vec2};

use super::figure::{Figure, problem};
use super::rows::Row;
use super::table::Columns;
use super::{how, standing};
use crate::model::{ActionId, Kpi, Plan, Standing};
use crate::report::measure_standing;
use crate::ui::dialog;
use crate::ui::theme::{self, text};
use crate::ui::view::{Reveal, View};
use crate::ui::widgets::{LinkButton, TextCell};
use crate::ui::{Command, ViewKind};

const VIEW: &str = "measures";
const ABOVE: f32 = 8.0;
const LEAST: f32 = 52.0;

/// Shows the row at a position. Gives the field that the cursor is to go into.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut View<'_>,
    rows: &[Row],
    at: usize,
    columns: &Columns,
) -> Option<(usize, Figure)> {
    let (action, kpi, number) = rows.get(at)?.of(view.plan)?;
    let palette = view.palette;
    let top = ui.max_rect().top();
    let reference = action.reference();
    let name = format!("{reference}, {number}");
    let mut bottom = top + LEAST;
    let mut cell = |ui: &mut Ui, range: Rangef, add: &mut dyn FnMut(&mut Ui)| {
        let room = Rect::from_x_y_ranges(range, Rangef::new(top + ABOVE, f32::INFINITY));
        let shown = ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 1.0);
            add(ui);
        });
        bottom = f32::max(bottom, shown.response.rect.bottom() + ABOVE);
    };
    cell(ui, inner(columns.reference), &mut |ui| {
        ui.spacing_mut().button_padding.x = 0.0;
        ui.spacing_mut().interact_size.y = 24.0;
        let link = LinkButton::new(&reference).name(&format!("Go to {name}: {}", kpi.text)).show(ui, &palette);
        if link.on_hover_text("Show it in the forms").clicked() {
            view.selection.action = Some(action.action.id);
            view.selection.reveal = Some(Reveal::Action(action.action.id));
            view.outbox.command(Command::Show(ViewKind::Grids));
        }
    });
    cell(ui, inner(columns.words), &mut |ui| words(ui, view, &action, kpi, &name));
    let mut wanted = None;
    for (figure, range) in &columns.figures {
        cell(ui, inner(*range), &mut |ui| {
            if let Some(step) = field(ui, view, (action.action.id, kpi), *figure, &name) {
                let next = at.checked_add_signed(step).filter(|next| *next < rows.len());
                wanted = next.map(|next| (next, *figure));
            }
        });
    }
    let stands = measure_standing(&kpi.measure, &view.plan.period, view.as_at);
    cell(ui, inner(columns.standing), &mut |ui| {
        if !kpi.measure.is_blank() {
            ui.add_space(3.0);
            standing::small_line(ui, &palette, &kpi.measure, &stands);
        }
    });
    let row = Rect::from_min_max(pos2(columns.reference.min, top), pos2(columns.standing.max, bottom.ceil()));
    ui.painter().hline(row.x_range(), row.bottom() - 0.5, Stroke::new(1.0, palette.hairline));
    ui.advance_cursor_after_rect(row);
    wanted
}

fn inner(range: Rangef) -> Rangef {
    Rangef::new(range.min + 4.0, range.max - 4.0)
}

fn words(ui: &mut Ui, view: &mut View<'_>, action: &Standing<'_>, kpi: &Kpi, name: &str) {
    let palette = view.palette;
    ui.add_space(2.0);
    let written = if kpi.text.trim().is_empty() { &action.action.description } else { &kpi.text };
    dialog::told(ui, written, palette.ink);
    if !kpi.measure.is_blank() {
        ui.spacing_mut().button_padding.x = 0.0;
        if let Some(edit) = how::counted_link(ui, &palette, kpi, &format!("How {name} is counted")) {
            view.outbox.seal();
            view.outbox.edit(edit, "change how a measure is counted");
            view.outbox.seal();
        }
    }
}

/// The field of a figure. Gives the step to the row that the cursor is to go to.
fn field(
    ui: &mut Ui,
    view: &mut View<'_>,
    (action, kpi): (ActionId, &Kpi),
    figure: Figure,
    name: &str,
) -> Option<isize> {
    let id = figure.id(VIEW, kpi.id);
    let mut step = None;
    if ui.memory(|memory| memory.has_focus(id)) {
        for (key, by) in [(Key::Enter, 1), (Key::ArrowDown, 1), (Key::ArrowUp, -1)] {
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                step = Some(by);
            }
        }
    }
    let written = figure.of(&kpi.measure);
    let unread = problem(written);
    let spoken = format!("{}, {name}", figure.name());
    let cell = TextCell::new(id, written, &spoken).single_line().boxed().margin(Margin::symmetric(7, 5));
    let cell = cell.font(theme::regular(text::BODY));
    let output = cell.show(ui, &view.palette);
    if let Some(new) = output.changed {
        view.outbox.edit(figure.edit(kpi.id, new), "change a measure");
    }
    if output.response.gained_focus() {
        view.selection.action = Some(action);
        output.response.scroll_to_me(None);
    }
    if output.response.lost_focus() {
        view.outbox.seal();
    }
    if let Some(words) = unread {
        dialog::note(ui, &words, view.palette.ink_soft);
    }
    step
}

/// Puts the cursor into a field, all of what is in it marked, as a table of figures has it.
pub(super) fn put_cursor(ui: &Ui, rows: &[Row], at: usize, figure: Figure, plan: &Plan) {
    let Some((_, kpi, _)) = rows.get(at).and_then(|row| row.of(plan)) else { return };
    let id = figure.id(VIEW, kpi.id);
    let end = CCursor::new(figure.of(&kpi.measure).chars().count());
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), end)));
    TextEdit::store_state(ui.ctx(), id, state);
    ui.memory_mut(|memory| memory.request_focus(id));
}
