//! Beside a linked milestone: of how many actions it is the same event; under that, the others.

use std::collections::BTreeSet;

use egui::{Rect, RichText, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::rows::{self, Look, Row, date_words};
use super::{counted, go_to, mark};
use crate::model::linking;
use crate::model::{Milestone, MilestoneId};
use crate::ui::dialog;
use crate::ui::theme::{self, text};
use crate::ui::view::View;
use crate::ui::widgets::{LinkButton, PlainButton, form_popup};

const WIDTH: f32 = 480.0;
/// The column of what lets one go.
const LET_GO: f32 = 104.0;
const MOST: f32 = 340.0;

/// Shows it for a milestone that is linked, and nothing for any other. `name` says which milestone.
pub(crate) fn beside(ui: &mut Ui, view: &mut View<'_>, milestone: &Milestone, name: &str) {
    let Some(event) = milestone.event() else { return };
    let palette = view.palette;
    let actions: BTreeSet<_> = linking::of_event(view.plan, event).map(|(standing, _)| standing.action.id).collect();
    let link = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.spacing_mut().button_padding.x = 5.0;
        mark::show(ui, palette.ink_soft);
        let words = format!("one event in {}", counted(actions.len(), "action", "actions"));
        LinkButton::new(&words).name(&format!("{name}: {words}")).quiet().show(ui, &palette)
    });
    form_popup(&link.inner).show(|ui| {
        ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 60.0));
        ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
        let members: Vec<Row> = linking::of_event(view.plan, event).map(Row::of).collect();
        list(ui, view, &members, milestone.id);
        differing(ui, view, &members, milestone);
    });
}

fn list(ui: &mut Ui, view: &mut View<'_>, members: &[Row], own: MilestoneId) {
    let palette = view.palette;
    let title = RichText::new("One event").font(theme::semibold(text::HEADING)).color(palette.ink);
    ui.label(title);
    let told = "Change the date of one, and you are asked whether the others move too.";
    dialog::note(ui, told, palette.ink_soft);
    ui.add_space(6.0);
    ScrollArea::vertical().id_salt("event-members").max_height(MOST).show(ui, |ui| {
        ui.set_width(ui.available_width() - 12.0);
        for row in members {
            let date = if row.milestone == own { format!("{} · this one", row.date()) } else { row.date() };
            let look = Look { tick: None, date: &date, leads: true };
            let room = ui.available_rect_before_wrap();
            let words = room.with_max_x(room.right() - LET_GO);
            let shown = ui.scope_builder(UiBuilder::new().max_rect(words), |ui| {
                rows::show(ui, &palette, "event-member", row, look)
            });
            if shown.inner.goes {
                go_to(view, row.action);
                ui.close();
            }
            let side = Rect::from_min_size(pos2(words.right(), room.top() + 3.0), vec2(LET_GO, 24.0));
            let name = format!("Let this one go: {}", row.reference);
            let link = ui.scope_builder(UiBuilder::new().max_rect(side), |ui| {
                ui.spacing_mut().button_padding.x = 6.0;
                ui.spacing_mut().interact_size.y = 22.0;
                LinkButton::new("Let this one go").name(&name).quiet().show(ui, &palette)
            });
            if link.inner.clicked() {
                view.outbox.seal();
                view.outbox.edit(linking::unlink(view.plan, row.milestone), "let a linked milestone go");
                view.outbox.seal();
            }
            ui.advance_cursor_after_rect(shown.response.rect.union(link.response.rect));
        }
    });
}

/// What is said where the dates are not one, and a way to make them one.
fn differing(ui: &mut Ui, view: &mut View<'_>, members: &[Row], own: &Milestone) {
    let palette = view.palette;
    let differs = |row: &&Row| row.milestone != own.id && !linking::agree(&row.when, own.when());
    let others: Vec<MilestoneId> = members.iter().filter(differs).map(|row| row.milestone).collect();
    if others.is_empty() {
        return;
    }
    ui.add_space(8.0);
    let has = if others.len() == 1 { "has" } else { "have" };
    dialog::note(ui, &format!("{} of them {has} another date than this one.", others.len()), palette.warning);
    if own.when().reading().due().is_some() {
        ui.add_space(4.0);
        let label = format!("Bring all to {}", date_words(own.when()).trim_start_matches("by "));
        if PlainButton::new(&label).show(ui, &palette).clicked() {
            view.outbox.seal();
            view.outbox.edit(linking::move_to(others, own.when()), "bring linked milestones to one date");
            view.outbox.seal();
            ui.close();
        }
    }
}
