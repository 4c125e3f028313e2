//! Milestones that look like one event, each with a box. Those whose words only resemble the others' are not ticked.

use egui::{RichText, Ui};

use super::event_card::framed;
use super::page::LinkingState;
use super::rows::{self, Look, Row};
use super::{counted, go_to};
use crate::dates::day_words;
use crate::model::MilestoneId;
use crate::model::linking::{self, Candidate};
use crate::ui::dialog;
use crate::ui::theme::{self, text};
use crate::ui::view::View;
use crate::ui::widgets::{LinkButton, PlainButton};

/// How many members are listed before the rest is asked for.
pub(super) const AT_FIRST: usize = 24;

/// Shows the card.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut View<'_>,
    (candidate, members): (&Candidate, &[Row]),
    state: &mut LinkingState,
) {
    let palette = view.palette;
    let Some(first) = members.first() else { return };
    let key = first.milestone;
    framed(ui, &palette, |ui| {
        let days = [candidate.from, candidate.due].map(day_words);
        let when = if days[0] == days[1] { days[1].clone() } else { days.join(" to ") };
        let title = RichText::new(title(candidate)).font(theme::semibold(text::BODY)).color(palette.ink);
        ui.label(title);
        dialog::note(ui, &when, palette.ink_soft);
        ui.add_space(4.0);
        let is_whole = state.whole.contains(&key) || members.len() <= AT_FIRST + 2;
        let shown = if is_whole { members.len() } else { AT_FIRST };
        for (member, row) in candidate.members.iter().zip(members).take(shown) {
            let is_ticked = member.is_linked || (member.is_sure != state.turned.contains(&row.milestone));
            let mut date = row.date();
            if member.is_linked {
                date.push_str(" · linked");
            }
            let tick = (!member.is_linked).then_some(is_ticked);
            let pressed = rows::show(ui, &palette, "candidate", row, Look { tick, date: &date, leads: true });
            if pressed.ticks && !state.turned.remove(&row.milestone) {
                state.turned.insert(row.milestone);
            }
            if pressed.goes {
                go_to(view, row.action);
            }
        }
        if !is_whole {
            let label = format!("▸  {} more", members.len() - shown);
            if LinkButton::new(&label).name(&format!("{label}: {}", first.words)).show(ui, &palette).clicked() {
                state.whole.insert(key);
            }
        }
        ui.add_space(6.0);
        link_them(ui, view, (candidate, members), state);
    });
}

fn title(candidate: &Candidate) -> String {
    let new = candidate.members.iter().filter(|member| !member.is_linked).count();
    match candidate.event {
        Some(_) if new == 1 => "1 more milestone looks like this event".to_owned(),
        Some(_) => format!("{new} more milestones look like this event"),
        None => format!("These {new} milestones look like one event"),
    }
}

fn link_them(ui: &mut Ui, view: &mut View<'_>, (candidate, members): (&Candidate, &[Row]), state: &mut LinkingState) {
    let palette = view.palette;
    let is_wanted = |id: &MilestoneId| {
        let member = candidate.members.iter().find(|member| member.milestone == *id);
        member.is_some_and(|member| !member.is_linked && member.is_sure != state.turned.contains(id))
    };
    let wanted: Vec<MilestoneId> = members.iter().map(|row| row.milestone).filter(is_wanted).collect();
    let is_enough = wanted.len() >= if candidate.event.is_some() { 1 } else { 2 };
    let label = format!("Link {}", counted(wanted.len(), "milestone", "milestones"));
    let button = dialog::button(ui, &palette, PlainButton::new(&label).primary().enabled(is_enough));
    let first = members.first().map_or("", |row| row.words.as_str());
    dialog::name(ui, &button, &format!("{label}: {first}"));
    if button.clicked() {
        let event = candidate.event.unwrap_or_else(|| view.outbox.ids().event());
        for id in &wanted {
            state.turned.remove(id);
        }
        view.outbox.seal();
        view.outbox.edit(linking::link(wanted, event), "link milestones as one event");
        view.outbox.seal();
    }
}
