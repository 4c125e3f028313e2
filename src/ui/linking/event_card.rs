//! An event that is linked: what it is, when, in how many actions; and moving all of it.

use std::collections::{BTreeMap, BTreeSet};

use egui::{Frame, Id, Margin, Stroke, Ui, vec2};

use super::page::LinkingState;
use super::rows::{self, Look, Row, date_words};
use super::{counted, go_to, mark};
use crate::dates::When;
use crate::model::linking;
use crate::model::{EventId, MilestoneId};
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};
use crate::ui::view::View;
use crate::ui::widgets::{LinkButton, PlainButton, TextCell};

/// A date being typed for an event.
#[derive(Clone, Debug)]
pub(super) struct Moving {
    pub(super) event: EventId,
    words: String,
    left_out: BTreeSet<MilestoneId>,
}

/// The frame of a card of the page.
pub(super) fn framed(ui: &mut Ui, palette: &Palette, content: impl FnOnce(&mut Ui)) {
    let frame = Frame::NONE
        .fill(palette.paper)
        .stroke(Stroke::new(1.0, palette.hairline))
        .corner_radius(6.0)
        .inner_margin(Margin { left: 16, right: 16, top: 12, bottom: 12 });
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        content(ui);
    });
    ui.add_space(8.0);
}

/// Shows the card.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, event: EventId, members: &[Row], state: &mut LinkingState) {
    let palette = view.palette;
    let title = usual_words(members).to_owned();
    framed(ui, &palette, |ui| {
        ui.horizontal_top(|ui| {
            mark::show(ui, palette.accent);
            ui.vertical(|ui| {
                let font = theme::semibold(text::BODY);
                ui.label(text::wrapped(&title, font, palette.ink, ui.available_width()));
            });
        });
        let actions: BTreeSet<_> = members.iter().map(|row| row.action).collect();
        let (dates, agree) = dates(members);
        let in_actions = counted(actions.len(), "action", "actions");
        dialog::told(ui, &format!("{} · in {in_actions}", dates.trim_start_matches("by ")), palette.ink_soft);
        if !agree {
            dialog::note(ui, "Their dates are not one. “Move…” brings them together.", palette.warning);
        }
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| keys(ui, view, (event, &title, members), state));
        if state.moving.as_ref().is_some_and(|moving| moving.event == event) {
            moving(ui, view, &title, members, state);
        } else if state.opened == Some(event) {
            ui.add_space(4.0);
            for row in members {
                let date = row.date();
                let look = Look { tick: None, date: &date, leads: true };
                if rows::show(ui, &palette, "linked", row, look).goes {
                    go_to(view, row.action);
                }
            }
        }
    });
}

fn keys(ui: &mut Ui, view: &mut View<'_>, (event, title, members): (EventId, &str, &[Row]), state: &mut LinkingState) {
    let palette = view.palette;
    ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
    let button = dialog::button(ui, &palette, PlainButton::new("Move…"));
    dialog::name(ui, &button, &format!("Move: {title}"));
    if button.clicked() {
        state.moving = Some(Moving { event, words: String::new(), left_out: BTreeSet::new() });
        view.outbox.focus(field_id(event));
    }
    let is_open = state.opened == Some(event);
    let words = counted(members.len(), "milestone", "milestones");
    let (sign, does) = if is_open { ("▾", "Hide") } else { ("▸", "Show") };
    let label = format!("{sign}  {words}");
    let link = LinkButton::new(&label).name(&format!("{does} {words}: {title}")).show(ui, &palette);
    if link.clicked() {
        state.opened = (!is_open).then_some(event);
    }
    let link = LinkButton::new("Let go all").name(&format!("Let go all: {title}")).quiet().show(ui, &palette);
    if link.on_hover_text("Each keeps its words and its date and stands for itself again").clicked() {
        view.outbox.seal();
        view.outbox.edit(linking::let_go_all(view.plan, event), "let an event’s milestones go");
        view.outbox.seal();
    }
}

fn field_id(event: EventId) -> Id {
    Id::unique(("event-date", event))
}

/// The field for the new date and, once that is read, which milestones it moves.
fn moving(ui: &mut Ui, view: &mut View<'_>, title: &str, members: &[Row], state: &mut LinkingState) {
    let palette = view.palette;
    let Some(mut moving) = state.moving.take() else { return };
    ui.add_space(8.0);
    let mut is_given_up = false;
    ui.horizontal(|ui| {
        ui.allocate_ui(vec2(220.0, 30.0), |ui| {
            let name = format!("New date: {title}");
            let cell = TextCell::new(field_id(moving.event), &moving.words, &name).single_line().boxed();
            let output = cell.hint("New date: 01/11/16").margin(Margin::symmetric(9, 6)).show(ui, &palette);
            if let Some(new) = output.changed {
                moving.words = new;
            }
        });
        is_given_up = LinkButton::new("Not now").name(&format!("Do not move: {title}")).show(ui, &palette).clicked();
    });
    let to = When::read(moving.words.clone(), &view.plan.period);
    let mut is_moved = false;
    if to.reading().due().is_some() {
        ui.add_space(4.0);
        for row in members {
            let date = format!("{} → {}", row.date(), date_words(&to));
            let look = Look { tick: Some(!moving.left_out.contains(&row.milestone)), date: &date, leads: false };
            if rows::show(ui, &palette, "move-event", row, look).ticks && !moving.left_out.remove(&row.milestone) {
                moving.left_out.insert(row.milestone);
            }
        }
        let wanted: Vec<MilestoneId> =
            members.iter().map(|row| row.milestone).filter(|id| !moving.left_out.contains(id)).collect();
        ui.add_space(6.0);
        let label = format!("Move {}", counted(wanted.len(), "milestone", "milestones"));
        let button = PlainButton::new(&label).primary().enabled(!wanted.is_empty());
        if dialog::button(ui, &palette, button).clicked() {
            let told = format!("move {}", counted(wanted.len(), "linked milestone", "linked milestones"));
            view.outbox.seal();
            view.outbox.edit(linking::move_to(wanted, &to), told);
            view.outbox.seal();
            is_moved = true;
        }
    } else if !moving.words.trim().is_empty() {
        dialog::note(ui, "Not read as a date yet.", palette.ink_soft);
    }
    if !is_given_up && !is_moved {
        state.moving = Some(moving);
    }
}

/// The words that most of them have; of as many, the first.
fn usual_words(members: &[Row]) -> &str {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for row in members {
        *counts.entry(&row.words).or_default() += 1;
    }
    let most = counts.values().copied().max().unwrap_or_default();
    members.iter().map(|row| row.words.as_str()).find(|words| counts.get(words) == Some(&most)).unwrap_or_default()
}

/// Their dates in words, and whether they agree.
fn dates(members: &[Row]) -> (String, bool) {
    let Some(first) = members.first() else { return (String::new(), true) };
    // A day says more than the month it is in.
    let days = |row: &&Row| Some(row.when.reading().due()? - row.when.reading().from()?);
    let exact = members.iter().filter(|row| days(row).is_some()).min_by_key(days).unwrap_or(first);
    if members.iter().all(|row| linking::agree(&row.when, &exact.when)) {
        return (exact.date(), true);
    }
    let mut told: Vec<String> = Vec::new();
    for row in members {
        if !told.contains(&row.date()) {
            told.push(row.date());
        }
    }
    (told.join(", "), false)
}
