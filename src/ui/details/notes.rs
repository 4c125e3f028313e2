//! Notes about the plan itself, such as what was unclear when it was brought in.

use egui::{Align, Layout, RichText, Ui, vec2};

use super::card_list::CardList;
use super::{Awaited, DetailsState, Section, form};
use crate::model::{Edit, Note, NoteId, RecordId};
use crate::ui::command::RowCommand;
use crate::ui::theme::{self, text};
use crate::ui::view::{View, cell_id};
use crate::ui::widgets::{PlainButton, TextCell, icon_button};

/// What the section keeps between frames.
#[derive(Debug, Default)]
pub(super) struct NotesState {
    list: CardList<Row>,
}

/// A row of the section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Row {
    Top,
    Note(NoteId),
    End,
}

/// Shows the section.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, state: &mut DetailsState) {
    let notes = &view.plan.notes;
    if state.has_come(Section::Notes, notes.len())
        && let Some(last) = notes.last()
    {
        state.notes.list.reveal(Row::Note(last.id));
        ui.memory_mut(|memory| memory.request_focus(cell_id("details", RecordId::Note(last.id), "text")));
    }
    let mut rows = vec![(Row::Top, 110.0)];
    rows.extend(notes.iter().map(|note| (Row::Note(note.id), estimate(note, ui.available_width()))));
    rows.push((Row::End, 24.0));
    let mut add = false;
    state.notes.list.show(ui, "details-notes", &rows, |ui, index| match rows[index].0 {
        Row::Top => add = top(ui, view),
        // The rows begin after the top one.
        Row::Note(_) => card(ui, view, index - 1),
        Row::End => ui.add_space(24.0),
    });
    if add {
        view.outbox.seal();
        view.outbox.row(RowCommand::AddNote);
        state.awaited = Some(Awaited { section: Section::Notes, rows: notes.len() });
    }
}

/// About how high a note will be: 6.4 points a letter, wrapped.
fn estimate(note: &Note, room: f32) -> f32 {
    let width = (form::page_width(room) - 80.0).max(80.0);
    #[expect(clippy::cast_precision_loss, reason = "an estimate")]
    let lines: f32 = note.text.split('\n').map(|line| (line.len() as f32 * 6.4 / width).ceil().max(1.0)).sum();
    lines * text::line_height(text::BODY) + 22.0
}

/// The heading. `true` when a note was asked for.
fn top(ui: &mut Ui, view: &View<'_>) -> bool {
    let palette = view.palette;
    ui.add_space(16.0);
    let told = "What is to be remembered about the plan itself: what was unclear, what was agreed, what to ask. \
                Notes are kept in the plan’s file.";
    form::title(ui, &palette, "Notes", told);
    let button = PlainButton::new("Add a note").show(ui, &palette);
    form::keep_in_sight(&button);
    ui.add_space(8.0);
    button.clicked()
}

fn card(ui: &mut Ui, view: &mut View<'_>, index: usize) {
    let Some(note) = view.plan.notes.get(index) else { return };
    let palette = view.palette;
    let name = format!("note {}", index + 1);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.allocate_ui_with_layout(vec2(26.0, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(26.0);
            ui.add_space(8.0);
            let number = RichText::new((index + 1).to_string()).font(theme::regular(text::SMALL));
            ui.label(number.color(palette.ink_soft));
        });
        let width = ui.available_width() - 30.0;
        ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            let spoken = format!("Words of {name}");
            let id = cell_id("details", RecordId::Note(note.id), "text");
            let cell = TextCell::new(id, &note.text, &spoken).hint("What is to be remembered");
            if let Some(new) = form::field(ui, view, cell) {
                view.outbox.edit(Edit::Note(note.id, new), "change a note");
            }
        });
        let delete = icon_button(ui, &palette, "×", &format!("Delete {name}"));
        form::keep_in_sight(&delete);
        form::focus_frame(ui, &palette, &delete);
        if delete.clicked() {
            view.outbox.seal();
            view.outbox.row(RowCommand::Remove(RecordId::Note(note.id)));
        }
    });
    ui.add_space(4.0);
}
