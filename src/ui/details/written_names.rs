//! Names as they stand in the plan's cells: ticked, made one owner, said whom they stand for, taken out again.

use std::collections::BTreeMap;

use egui::{
    Align, Button, Layout, Popup, PopupCloseBehavior, Rect, RichText, Role, ScrollArea, Stroke, Ui, WidgetInfo, vec2,
};

use super::form;
use super::one_owner::{make_one, names_of, take_out};
use super::owner_book::{OwnerBook, Written, folded};
use crate::model::{Edit, OwnerField, Plan};
use crate::ui::theme::{self, text};
use crate::ui::view::View;
use crate::ui::widgets::check_box::{Tick, check_box};
use crate::ui::widgets::{LinkButton, PlainButton, form_popup};

const BOX: f32 = 28.0;
/// The height of the bar.
const BAR: f32 = 46.0;

/// Which names are ticked, and which of them is to show.
#[derive(Clone, Debug, Default)]
pub(super) struct Ticked {
    /// By the folded name, as it is written.
    names: BTreeMap<String, String>,
    shown: Option<String>,
}

impl Ticked {
    /// Lets go of names that are not written in the plan any more.
    pub(super) fn keep(&mut self, book: &OwnerBook) {
        let written = || book.unlisted.iter().chain(&book.listed).map(|one| folded(&one.name));
        if !self.names.is_empty() {
            self.names.retain(|key, _| written().any(|one| one == *key));
        }
    }

    fn given(&self) -> Vec<String> {
        self.names.values().cloned().collect()
    }
}

/// The bar with what can be done with the names that are ticked; nothing while none is.
pub(super) fn bar(ui: &mut Ui, view: &mut View<'_>, ticked: &mut Ticked) {
    if ticked.names.is_empty() {
        return;
    }
    let palette = view.palette;
    let room = ui.available_rect_before_wrap();
    let rect = Rect::from_min_size(room.min, vec2(room.width(), BAR));
    ui.painter().rect_filled(rect, 0.0, palette.selected);
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, palette.hairline));
    let builder = egui::UiBuilder::new().max_rect(rect.shrink2(vec2(form::PAGE_MARGIN, 6.0)));
    ui.scope_builder(builder.layout(Layout::right_to_left(Align::Center)), |ui| {
        if LinkButton::new("Clear").name("Tick no name").show(ui, &palette).clicked() {
            *ticked = Ticked::default();
            return;
        }
        let given = ticked.given();
        let is_enough = given.len() > 1;
        let button = PlainButton::new("Make these one owner").primary().enabled(is_enough).show(ui, &palette);
        let mut made = None;
        if is_enough {
            form_popup(&button).show(|ui| made = choose(ui, view.plan, &given, ticked, view));
        }
        if let Some(edit) = made {
            view.outbox.seal();
            view.outbox.edit(edit, format!("make {} names one owner", given.len()));
            view.outbox.seal();
            *ticked = Ticked::default();
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let words =
                if is_enough { given.join("  ·  ") } else { format!("{}  ·  tick another name", given.join("")) };
            let job = text::one_line(&words, theme::medium(text::BODY), palette.ink, ui.available_width());
            ui.label(job).on_hover_text(&words);
        });
    });
    ui.advance_cursor_after_rect(rect);
}

/// Which of the names shows. Gives the edit once that is agreed.
fn choose(ui: &mut Ui, plan: &Plan, given: &[String], ticked: &mut Ticked, view: &mut View<'_>) -> Option<Edit> {
    let palette = view.palette;
    ui.set_width(320.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.label(RichText::new("Which name shows?").font(theme::semibold(text::BODY)).color(palette.ink));
    form::note(ui, "The others count as this one. The words in the plan stay as they are.", palette.ink_soft);
    ui.add_space(6.0);
    let names = names_of(plan, given);
    let usual = given.iter().map(|name| plan.owner_name(name)).find(|name| plan.owner_called(name).is_some());
    let usual = usual.map_or_else(|| names.first().cloned().unwrap_or_default(), str::to_owned);
    let shown = ticked.shown.clone().filter(|shown| names.contains(shown)).unwrap_or(usual);
    ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
        for name in &names {
            let is_shown = *name == shown;
            let ink = if is_shown { palette.accent } else { palette.ink };
            let label = RichText::new(name).font(theme::regular(text::BODY)).color(ink);
            let response = ui.add(Button::selectable(is_shown, label).min_size(vec2(300.0, 28.0)).wrap());
            let spoken = format!("Show as {name}");
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_shown, &spoken));
            if response.clicked() {
                ticked.shown = Some(name.clone());
            }
        }
    });
    ui.add_space(8.0);
    let is_made = PlainButton::new("Make one owner").primary().show(ui, &palette).clicked();
    if is_made {
        ui.close();
    }
    is_made.then(|| make_one(plan, given, &shown, view.outbox.ids().owner()))
}

/// What was asked for with a row.
pub(super) enum Wish {
    /// It is to be an owner of its own.
    Add(String),
    /// An edit, with the words for undo.
    Edit(Edit, &'static str),
}

/// Shows a name with its box.
pub(super) fn row(ui: &mut Ui, view: &View<'_>, one: &Written, ticked: &mut Ticked) -> Option<Wish> {
    let palette = view.palette;
    let mut wish = None;
    let owner = one.owner.and_then(|id| view.plan.directory.iter().find(|owner| owner.id == id));
    let key = folded(&one.name);
    let row = ui.horizontal(|ui| {
        ui.set_min_height(30.0);
        let top = ui.max_rect().left_top();
        let place = Rect::from_min_size(top, vec2(BOX - 4.0, 30.0));
        let is_ticked = ticked.names.contains_key(&key);
        let tick = if is_ticked { Tick::On } else { Tick::Off };
        let id = egui::Id::unique(("owner-name", &key));
        let response = check_box(ui, &palette, id, place, tick, &format!("Tick {}", one.name));
        form::keep_in_sight(&response);
        if response.clicked() && ticked.names.remove(&key).is_none() {
            ticked.names.insert(key.clone(), one.name.clone());
        }
        ui.add_space(BOX);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            match owner {
                Some(owner) => {
                    let name = format!("Take {} out of {}", one.name, owner.name);
                    let link = LinkButton::new("Take out").name(&name).quiet().show(ui, &palette);
                    form::keep_in_sight(&link);
                    if link.clicked() {
                        wish = Some(Wish::Edit(take_out(owner, &one.name), "take a name out of an owner"));
                    }
                }
                None => wish = of_nobody(ui, view, one),
            }
            ui.add_space(6.0);
            let count = RichText::new(counted(one.actions)).font(theme::regular(text::SMALL)).color(palette.ink_soft);
            ui.label(count);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let room = ui.available_width();
                let job = text::one_line(&one.name, theme::regular(text::BODY), palette.ink, room);
                let shown = ui.label(job).on_hover_text(&one.name);
                if let Some(owner) = owner.filter(|owner| owner.name != one.name) {
                    let left = room - shown.rect.width() - 12.0;
                    let words = format!("= {}", owner.name);
                    if left > 40.0 {
                        ui.label(text::one_line(&words, theme::regular(text::SMALL), palette.ink_soft, left));
                    }
                }
            });
        });
    });
    let line = Stroke::new(1.0, palette.hairline);
    ui.painter().hline(ui.max_rect().x_range(), row.response.rect.bottom() + 1.0, line);
    wish
}

pub(super) fn counted(actions: usize) -> String {
    match actions {
        0 => "no action".to_owned(),
        1 => "1 action".to_owned(),
        _ => format!("{actions} actions"),
    }
}

fn of_nobody(ui: &mut Ui, view: &View<'_>, one: &Written) -> Option<Wish> {
    let same = if view.plan.directory.is_empty() { None } else { same_as(ui, view, one) };
    let add = LinkButton::new("Add").name(&format!("Add {} to the directory", one.name)).show(ui, &view.palette);
    form::keep_in_sight(&add);
    if add.clicked() {
        return Some(Wish::Add(one.name.clone()));
    }
    same.map(|edit| Wish::Edit(edit, "say whom a name stands for"))
}

/// A list of the directory, to say that this name is one of them.
fn same_as(ui: &mut Ui, view: &View<'_>, one: &Written) -> Option<Edit> {
    let palette = view.palette;
    let spoken = format!("{} is the same as…", one.name);
    let button = LinkButton::new("Same as ▾").name(&spoken).show(ui, &palette);
    form::keep_in_sight(&button);
    let mut edit = None;
    Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClick).show(|ui| {
        ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
            ui.set_width(260.0);
            ui.spacing_mut().item_spacing.y = 2.0;
            for owner in view.plan.directory.iter().filter(|owner| !owner.name.trim().is_empty()) {
                let words = RichText::new(&owner.name).font(theme::regular(text::BODY)).color(palette.ink);
                let entry = Button::new(words).frame_when_inactive(false).min_size(vec2(260.0, 26.0));
                let response = ui.add(entry);
                let spoken = format!("{} is {}", one.name, owner.name);
                response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &spoken));
                if response.clicked() {
                    let also = owner.also.iter().cloned().chain([one.name.clone()]).collect();
                    edit = Some(Edit::Owner(owner.id, OwnerField::Also(also)));
                }
            }
        });
    });
    edit
}
