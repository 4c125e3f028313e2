//! The selected action in full, at the right of the forms: every field, how dates and owners are read,
//! and the history of its progress.

pub mod calendar;
mod dated;
mod fields;
mod measure;
mod people;
pub mod reading;
mod updates;

use egui::{Frame, Margin, Panel, ScrollArea, Sense, Ui, vec2};

use super::status_menu;
use super::theme::{self, text};
use super::view::View;
use super::widgets::status_chip;
use crate::model::Standing;

/// Runtime state: what is typed but not yet a value.
#[derive(Clone, Debug, Default)]
pub struct InspectorState {
    pub(crate) overrule: reading::OverruleDraft,
    pub(crate) calendar: calendar::CalendarState,
    pub(crate) measures: measure::MeasuresShown,
}

/// Shows the panel.
pub fn show(ui: &mut Ui, view: &mut View<'_>, state: &mut InspectorState) {
    let palette = view.palette;
    let frame = Frame::NONE.fill(palette.paper).inner_margin(Margin { left: 18, right: 10, top: 14, bottom: 8 });
    let width = if ui.ctx().content_rect().width() < super::NARROW_WINDOW { 270.0 } else { 330.0 };
    Panel::right("inspector").frame(frame).default_size(width).size_range(250.0..=560.0).show(ui, |ui| {
        let standing = view.selection.action.and_then(|id| view.plan.standing(id));
        // The panel is as wide as the person made it, whatever is in it.
        let room = ui.available_rect_before_wrap();
        ui.advance_cursor_after_rect(room);
        let ui = &mut ui.new_child(egui::UiBuilder::new().max_rect(room));
        ScrollArea::vertical().id_salt("inspector-scroll").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
            ui.set_width(ui.available_width() - 6.0);
            match standing {
                Some(standing) => action(ui, view, &standing, state),
                None => nothing_selected(ui, view),
            }
        });
    });
}

fn nothing_selected(ui: &mut Ui, view: &View<'_>) {
    let palette = view.palette;
    ui.add_space(4.0);
    let heading = egui::RichText::new("No action selected").font(theme::semibold(text::HEADING));
    ui.label(heading.color(palette.ink));
    let words = "Click an action to see all of it here: how its date is read, its owners, its milestones and the \
                 history of its progress.";
    let job = text::wrapped(words, theme::regular(text::BODY), palette.ink_soft, ui.available_width());
    ui.label(job);
}

fn action(ui: &mut Ui, view: &mut View<'_>, standing: &Standing<'_>, state: &mut InspectorState) {
    let palette = view.palette;
    let reference = standing.reference();
    ui.horizontal(|ui| {
        let words = egui::RichText::new(format!("Action {reference}")).font(theme::semibold(text::HEADING));
        ui.label(words.color(palette.ink));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            status_menu::show(ui, view, standing.action, "Status");
        });
    });
    fields::what(ui, view, standing, &reference);
    reading::by_when(ui, view, standing, &reference, state);
    people::show(ui, view, standing, &reference);
    dated::milestones(ui, view, standing);
    fields::kpis(ui, view, standing, &mut state.measures);
    fields::own(ui, view, standing);
    updates::show(ui, view, standing);
    ui.add_space(20.0);
}

/// A heading over a field, with something to press at its right.
fn heading(ui: &mut Ui, view: &View<'_>, words: &str, right: impl FnOnce(&mut Ui)) {
    ui.add_space(9.0);
    ui.horizontal(|ui| {
        ui.set_min_height(20.0);
        let font = theme::semibold(text::SMALL);
        ui.label(egui::RichText::new(words).font(font).color(view.palette.ink_soft));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), right);
    });
}

/// Small words that wrap.
fn note(ui: &mut Ui, words: &str, color: egui::Color32) {
    if !words.is_empty() {
        ui.label(text::wrapped(words, theme::regular(text::SMALL), color, ui.available_width()));
    }
}

/// A status as it was at the time of an update; nothing where none was said.
fn status_then(ui: &mut Ui, view: &View<'_>, status: Option<crate::model::StatusId>) {
    if let Some(status) = view.plan.status_of(status) {
        status_chip(ui, &view.palette, Some(status), "Status then", Sense::hover());
    }
}
