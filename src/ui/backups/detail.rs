//! What differs from the backup that is selected, and what can be done with it.
//!
//! It must not know of other backups.

use egui::{Align, Layout, Rect, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2};

use super::{BackupsAnswer, BackupsPage, BackupsState, Differences};
use crate::ui::changes;
use crate::ui::dialog::{self, MARGIN};
use crate::ui::theme::Palette;
use crate::ui::widgets::PlainButton;

const BUTTONS: f32 = 54.0;

/// Shows it in this part of the window.
pub(super) fn show(
    ui: &mut Ui,
    palette: &Palette,
    rect: Rect,
    page: &BackupsPage<'_>,
    state: &mut BackupsState,
) -> Option<BackupsAnswer> {
    let Some(selected) = page.selected.filter(|selected| *selected < page.entries.len()) else {
        dialog::inside(ui, rect.shrink2(vec2(MARGIN, 20.0)), |ui| {
            dialog::told(ui, "Select a backup to see what has changed since.", palette.ink_soft);
        });
        return None;
    };
    if state.shown != Some(selected) {
        state.shown = Some(selected);
        state.changes = changes::ChangesState::default();
    }
    let buttons = Rect::from_min_max(pos2(rect.left(), rect.bottom() - BUTTONS), rect.max);
    let above = Rect::from_min_max(rect.min, buttons.right_top());
    dialog::inside(ui, above, |ui| {
        ScrollArea::vertical().id_salt(("backup-changes", selected)).auto_shrink(false).show(ui, |ui| {
            dialog::column(ui, above.width(), |ui| {
                dialog::turn_by_keys(ui);
                ui.add_space(18.0);
                differences(ui, palette, page, state);
                ui.add_space(12.0);
            });
        });
    });
    ui.painter().hline(rect.x_range(), buttons.top(), Stroke::new(1.0, palette.hairline));
    let row =
        UiBuilder::new().max_rect(buttons.shrink2(vec2(MARGIN, 0.0))).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(row, |ui| actions(ui, palette, page, selected)).inner
}

fn differences(ui: &mut Ui, palette: &Palette, page: &BackupsPage<'_>, state: &mut BackupsState) {
    match page.differences {
        Differences::Reading => {
            dialog::told(ui, "Reading…", palette.ink_soft);
        }
        Differences::Unreadable(why) => {
            dialog::told(ui, why, palette.warning);
        }
        Differences::Changes(list) if list.is_empty() => {
            dialog::heading(ui, palette, "From this backup to now: no changes");
            ui.add_space(4.0);
            dialog::told(ui, "The plan is as it was then.", palette.ink_soft);
        }
        Differences::Changes(list) => {
            dialog::heading(ui, palette, &format!("From this backup to now: {}", changes::counted(list.len())));
            ui.add_space(6.0);
            changes::show(ui, palette, list, &mut state.changes);
        }
    }
}

fn actions(ui: &mut Ui, palette: &Palette, page: &BackupsPage<'_>, selected: usize) -> Option<BackupsAnswer> {
    let mut answer = None;
    let is_read = matches!(page.differences, Differences::Changes(_));
    let differs = matches!(page.differences, Differences::Changes(list) if !list.is_empty());
    let restore = dialog::button(ui, palette, PlainButton::new("Restore it").primary().enabled(differs));
    let why = if is_read { "The plan is as it was then" } else { "Only what can be read can be restored" };
    let told = "The plan becomes as it was then; one undo takes that back";
    if restore.on_hover_text(told).on_disabled_hover_text(why).clicked() {
        answer = Some(BackupsAnswer::Restore(selected));
    }
    let look = dialog::button(ui, palette, PlainButton::new("Look at it").enabled(is_read));
    if look.on_hover_text("Shows this backup; the plan stays as it is").clicked() {
        answer = Some(BackupsAnswer::LookAt(selected));
    }
    if ui.available_width() > 190.0 {
        ui.add_space(8.0);
        dialog::note(ui, "The plan on the drive is not touched until you save.", palette.ink_soft);
    }
    answer
}
