//! The bar of filters, and the grouping.

use chrono::Months;
use egui::{Popup, PopupCloseBehavior, Sense, Ui, UiBuilder, vec2};

use super::filter::{Filters, OwnerPick, TypedDay};
use super::group::GroupBy;
use super::menus::{entry, menu_button};
use super::owner_menu;
use super::state::ActionsState;
use crate::dates::{day_words, long_day_words};
use crate::ui::theme::text;
use crate::ui::view::View;
use crate::ui::widgets::check_box::labelled;
use crate::ui::widgets::{TextCell, status_chip};

/// Shows the bar.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, state: &mut ActionsState) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        owner(ui, view, state);
        status(ui, view, state);
        grid(ui, view, state);
        due_before(ui, view, &mut state.query.filters);
        let overdue =
            if state.rows.overdue > 0 { format!("Overdue ({})", state.rows.overdue) } else { "Overdue".to_owned() };
        let filters = &mut state.query.filters;
        toggle(ui, view, &mut filters.overdue, &overdue, "Overdue")
            .on_hover_text(format!("Not complete, and due before {}", long_day_words(view.as_at)));
        toggle(ui, view, &mut filters.undated, "Undated", "Undated")
            .on_hover_text("No date to be late by: blank, to be confirmed, ongoing, or not read as a date");
        no_update(ui, view, filters);
        group(ui, view, state);
    });
}

fn toggle(ui: &mut Ui, view: &View<'_>, is_on: &mut bool, words: &str, name: &str) -> egui::Response {
    let response = labelled(ui, &view.palette, *is_on, words, name);
    if response.clicked() {
        *is_on = !*is_on;
    }
    response
}

fn owner(ui: &mut Ui, view: &View<'_>, state: &mut ActionsState) {
    const MENU: &str = "filter";
    let words = match &state.query.filters.owner {
        None => "Owner",
        Some(OwnerPick::Nobody) => "No owner",
        Some(OwnerPick::Named(name)) => name,
    };
    let is_set = state.query.filters.owner.is_some();
    let button = menu_button(ui, &view.palette, words, is_set, "Filter by owner");
    if button.clicked() {
        state.drafts.owner_search.clear();
        state.drafts.opens = true;
    }
    let is_open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&button));
    if is_open || button.clicked() {
        state.owner_book(view.plan, view.revision);
    }
    let (book, pick) = (&state.book, &mut state.query.filters.owner);
    let (typed, opens) = (&mut state.drafts.owner_search, &mut state.drafts.opens);
    Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).gap(4.0).show(|ui| {
        let is_entered = owner_menu::search_field(ui, &view.palette, MENU, typed, "Find an owner", opens);
        let mut chosen = None;
        if typed.trim().is_empty() {
            if entry(ui, &view.palette, "Anybody", "", pick.is_none()).clicked() {
                chosen = Some(None);
            }
            let is_nobody = *pick == Some(OwnerPick::Nobody);
            if book.nobody() > 0
                && entry(ui, &view.palette, "No owner", &book.nobody().to_string(), is_nobody).clicked()
            {
                chosen = Some(Some(OwnerPick::Nobody));
            }
        }
        let name = if let Some(OwnerPick::Named(name)) = pick.as_ref() { Some(name.as_str()) } else { None };
        let pressed = owner_menu::list(ui, &view.palette, book, typed, name, |owner| owner.actions > 0);
        let first = || {
            let wanted = crate::model::search::fold(typed);
            let mut owners = book.owners().iter();
            owners.find(|owner| owner.actions > 0 && crate::model::search::fold(&owner.name).contains(&wanted))
        };
        // Enter takes the first of the list, as in every list that narrows.
        let entered = || is_entered.then(first).flatten().map(|owner| owner.name.as_str());
        if let Some(name) = pressed.or_else(entered) {
            chosen = Some(Some(OwnerPick::Named(name.to_owned())));
        }
        if let Some(chosen) = chosen {
            *pick = chosen;
            ui.close();
        }
    });
}

fn status(ui: &mut Ui, view: &View<'_>, state: &mut ActionsState) {
    let (plan, palette) = (view.plan, view.palette);
    let filters = &mut state.query.filters;
    let words = match filters.status {
        None => "Status",
        Some(status) => plan.status_of(status).map_or("No status", |status| status.word.as_str()),
    };
    let button = menu_button(ui, &palette, words, filters.status.is_some(), "Filter by status");
    Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClick).gap(4.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        if entry(ui, &palette, "Any status", "", filters.status.is_none()).clicked() {
            filters.status = None;
            ui.close();
        }
        for status in plan.statuses.iter().map(Some).chain([None]) {
            if status_chip(ui, &palette, status, "Only", Sense::click()).clicked() {
                filters.status = Some(status.map(|status| status.id));
                ui.close();
            }
        }
    });
}

fn grid(ui: &mut Ui, view: &View<'_>, state: &mut ActionsState) {
    if view.plan.grids.len() < 2 && state.query.filters.grid.is_none() {
        return;
    }
    let chosen = &mut state.query.filters.grid;
    let title = chosen.and_then(|id| view.plan.grid(id)).map(crate::model::Grid::full_title);
    let button = menu_button(ui, &view.palette, title.as_deref().unwrap_or("Grid"), chosen.is_some(), "Filter by grid");
    Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClick).gap(4.0).show(|ui| {
        ui.set_width(360.0);
        let all = [(None, "Every grid".to_owned(), String::new())].into_iter();
        let each =
            view.plan.grids.iter().map(|grid| (Some(grid.id), grid.full_title(), grid.actions().count().to_string()));
        for (id, words, count) in all.chain(each) {
            if entry(ui, &view.palette, &words, &count, *chosen == id).clicked() {
                *chosen = id;
                ui.close();
            }
        }
    });
}

fn day_field(ui: &mut Ui, view: &View<'_>, name: &str, day: &mut TypedDay) {
    // A place of its own, so that the frame of a field with the focus does not push its neighbours about.
    let (rect, _) = ui.allocate_exact_size(vec2(112.0, 30.0), Sense::hover());
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        let id = egui::Id::unique(("actions day", name));
        let cell = TextCell::new(id, day.typed(), name).single_line().boxed().hint("a date");
        let output = cell.margin(egui::Margin::symmetric(8, 4)).show(ui, &view.palette);
        if let Some(typed) = output.changed {
            *day = TypedDay::read(typed, &view.plan.period);
        }
        let told = match day.day() {
            Some(day) => day_words(day),
            None if day.is_unread() => "Not read as a day".to_owned(),
            None => "A day, such as 30/06/16 or 30 June".to_owned(),
        };
        output.response.on_hover_text(told);
    });
}

fn due_before(ui: &mut Ui, view: &View<'_>, filters: &mut Filters) {
    ui.label(egui::RichText::new("Due before").size(text::BODY).color(view.palette.ink_soft));
    day_field(ui, view, "Due before this day", &mut filters.due_before);
}

fn no_update(ui: &mut Ui, view: &View<'_>, filters: &mut Filters) {
    if toggle(ui, view, &mut filters.no_update, "No update since", "No update since").clicked()
        && filters.no_update
        && filters.no_update_since.day().is_none()
    {
        // A quarter is how often boards ask.
        let ago = view.as_at.checked_sub_months(Months::new(3)).unwrap_or(view.as_at);
        filters.no_update_since = TypedDay::read(day_words(ago), &view.plan.period);
    }
    if filters.no_update {
        day_field(ui, view, "No update since this day", &mut filters.no_update_since);
    }
}

fn group(ui: &mut Ui, view: &View<'_>, state: &mut ActionsState) {
    let by = &mut state.query.group;
    let words = match by {
        GroupBy::None => "Group by".to_owned(),
        _ => format!("By {}", by.label().to_lowercase()),
    };
    let button = menu_button(ui, &view.palette, &words, *by != GroupBy::None, "Group by");
    Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClick).gap(4.0).show(|ui| {
        ui.set_width(180.0);
        for choice in GroupBy::ALL {
            if entry(ui, &view.palette, choice.label(), "", *by == choice).clicked() {
                *by = choice;
                ui.close();
            }
        }
    });
}
