//! Owners: the words of the cell, the names read from them, and what the directory knows of each.

use egui::{Popup, PopupCloseBehavior, RichText, Sense, Ui, vec2};

use super::fields::{BOX_MARGIN, seal_on_leaving};
use super::{heading, note};
use crate::model::{ActionField, Edit, Owners, RecordId, Shows, Standing};
use crate::ui::owner_names;
use crate::ui::theme::{self, text};
use crate::ui::view::{View, cell_id};
use crate::ui::widgets::{LinkButton, TextCell};

/// Shows the owners.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, standing: &Standing<'_>, reference: &str) {
    let action = standing.action;
    let palette = view.palette;
    let plan = view.plan;
    let words = plan.heading_of(Shows::Owners).to_owned();
    let set = |view: &mut View<'_>, written: String| {
        let owners = Owners::read(written, &view.plan.directory);
        view.outbox.edit(Edit::Action(action.id, ActionField::Owners(owners)), format!("change {words}"));
    };
    let mut added = None;
    heading(ui, view, &words, |ui| {
        if plan.directory.is_empty() {
            return;
        }
        let button = LinkButton::new("directory").name("Add an owner from the directory").show(ui, &palette);
        Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClick).show(|ui| {
            ui.set_min_width(220.0);
            for owner in &plan.directory {
                let name = RichText::new(&owner.name).font(theme::regular(text::BODY));
                if ui.add(egui::Button::new(name).frame_when_inactive(false)).clicked() {
                    added = Some(owner.name.clone());
                }
            }
        });
    });
    let id = cell_id("inspector", RecordId::Action(action.id), "owners");
    let name = format!("Inspector: {words}, action {reference}");
    let written = action.owners.written();
    let cell = TextCell::new(id, written, &name).boxed().margin(BOX_MARGIN).hint("Several owners: A / B");
    let offer = owner_names::before(ui, id, action, plan);
    let output = cell.show(ui, &palette);
    let taken = owner_names::after(ui, &palette, &output.response, written, &offer);
    if let Some(new) = taken.or(output.changed) {
        set(view, new);
    }
    seal_on_leaving(view, &output.response);
    if let Some(name) = added {
        view.outbox.seal();
        let joined = if written.trim().is_empty() { name } else { format!("{written} / {name}") };
        set(view, joined);
    }
    if action.owners.names().len() > 1 || action.owners.names().iter().any(|name| plan.owner_name(name) != name) {
        ui.horizontal_wrapped(|ui| {
            for name in action.owners.names() {
                owner_chip(ui, view, name);
            }
        });
    }
    let unknown: Vec<&str> = action
        .owners
        .names()
        .iter()
        .map(String::as_str)
        .filter(|name| !plan.directory.is_empty() && plan.owner_called(name).is_none())
        .collect();
    if let [first, rest @ ..] = unknown.as_slice() {
        let more = if rest.is_empty() { "is".to_owned() } else { format!("and {} more are", rest.len()) };
        note(ui, &format!("“{first}” {more} nobody in the directory yet"), palette.ink_faint);
    }
}

fn owner_chip(ui: &mut Ui, view: &View<'_>, name: &str) {
    let palette = view.palette;
    let known = view.plan.owner_called(name);
    let wrap = (ui.max_rect().width() - 14.0).max(40.0);
    let job = text::wrapped(name, theme::regular(text::BODY), palette.ink, wrap);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(14.0, 6.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, format!("Owner {name}")));
    ui.painter().rect_filled(rect, 4.0, palette.band);
    ui.painter().galley(rect.min + vec2(7.0, 3.0), galley, palette.ink);
    if let Some(owner) = known.filter(|owner| owner.name != name || !owner.email.is_empty()) {
        let words = if owner.email.is_empty() {
            format!("In the directory as {}", owner.name)
        } else {
            format!("In the directory as {} · {}", owner.name, owner.email)
        };
        response.on_hover_text(words);
    }
}
