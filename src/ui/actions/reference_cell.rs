//! The reference of a row: selects it, and opens it in the form on a double click, Enter or its link.

use egui::{Key, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::column::Column;
use super::measure::{PAD, inner_width};
use super::row::{RowUi, widget_id};
use super::state::Cell;
use crate::ui::command::{Command, ViewKind};
use crate::ui::theme::{self, text};
use crate::ui::view::Reveal;
use crate::ui::widgets::LinkButton;

/// Shows it, with a link to the form where the row is the selected one.
pub(super) fn show(row: &mut RowUi<'_, '_>, ui: &mut Ui, is_selected: bool) {
    let palette = row.view.palette;
    let id = row.standing.action.id;
    let cell = row.cell_rect(Column::Reference);
    let mut child = row.child(ui, Column::Reference);
    let job = text::wrapped(
        &row.reference,
        theme::semibold(text::BODY),
        palette.ink,
        inner_width(row.widths, Column::Reference) + PAD.x,
    );
    let galley = child.fonts_mut(|fonts| fonts.layout_job(job));
    let rect = Rect::from_min_size(cell.min, vec2(cell.width(), galley.size().y + PAD.y * 2.0));
    let response = child.interact(rect, widget_id(id, Cell::Reference), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Action {}", row.reference)));
    child.painter().galley(cell.min + PAD, galley, palette.ink);
    if response.has_focus() {
        child.painter().rect_stroke(rect.shrink(1.0), 3.0, Stroke::new(2.0, palette.accent), StrokeKind::Inside);
    }
    row.after(ui, Cell::Reference, &response);
    if response.clicked() {
        row.view.selection.action = Some(id);
    }
    let is_entered = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let mut is_opened = response.double_clicked() || is_entered;
    response.on_hover_text("Double-click to open it in the form");
    if is_selected {
        let name = format!("Open {} in the form", row.reference);
        child.add_space(rect.height() - PAD.y * 2.0 - 2.0);
        child.spacing_mut().button_padding.x = 0.0;
        let link = LinkButton::new("Open").name(&name).show(&mut child, &palette);
        is_opened |= link.clicked();
        row.after(ui, Cell::Open, &link);
    }
    if is_opened {
        row.view.selection.action = Some(id);
        row.view.selection.reveal = Some(Reveal::Action(id));
        row.view.outbox.command(Command::Show(ViewKind::Grids));
    }
}
