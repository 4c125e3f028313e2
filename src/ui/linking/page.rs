//! The page: the events that are linked, and below them the milestones that look like one event.

use std::collections::{BTreeMap, BTreeSet};

use egui::{RichText, ScrollArea, Ui, vec2};

use super::candidate_card;
use super::event_card::{self, Moving};
use super::rows::Row;
use crate::model::linking::{self, Candidate};
use crate::model::{EventId, MilestoneId, Plan};
use crate::ui::changes::LongList;
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};
use crate::ui::view::View;

/// Cards are no wider than a line that can still be read.
const WIDEST: f32 = 980.0;

/// What the page remembers.
#[derive(Debug, Default)]
pub struct LinkingState {
    found: Found,
    list: LongList,
    pub(super) moving: Option<Moving>,
    /// The event whose members are listed.
    pub(super) opened: Option<EventId>,
    /// Boxes that are not as they were at first.
    pub(super) turned: BTreeSet<MilestoneId>,
    /// Candidates of which all members are listed.
    pub(super) whole: BTreeSet<MilestoneId>,
}

/// What was found in one state of the plan, each with its milestones as rows.
#[derive(Debug, Default)]
struct Found {
    of: Option<u64>,
    events: Vec<(EventId, Vec<Row>)>,
    candidates: Vec<(Candidate, Vec<Row>)>,
}

/// A card of the page.
#[derive(Clone, Copy, Debug)]
enum Card {
    Heading(&'static str, &'static str),
    Event(usize),
    Candidate(usize),
}

/// Shows the page in all the room there is.
pub fn page(ui: &mut Ui, view: &mut View<'_>, state: &mut LinkingState) {
    state.refresh(view.plan, view.revision);
    let palette = view.palette;
    // Taken out for the frame, so that cards may use the rest of the state.
    let found = std::mem::take(&mut state.found);
    let cards = found.cards();
    if cards.is_empty() {
        ui.add_space(30.0);
        nothing(ui, &palette);
        state.found = found;
        return;
    }
    let mut list = std::mem::take(&mut state.list);
    ScrollArea::vertical().id_salt("linking").auto_shrink(false).show(ui, |ui| {
        ui.set_max_width((ui.available_width() - 16.0).min(WIDEST));
        let estimate = |at: usize, _: f32| match cards[at] {
            Card::Heading(..) => 64.0,
            Card::Event(_) => 96.0,
            #[expect(clippy::cast_precision_loss, reason = "a list of some tens")]
            Card::Candidate(at) => 110.0 + 32.0 * found.candidates[at].1.len().min(candidate_card::AT_FIRST) as f32,
        };
        list.show(ui, "linking-card", cards.len(), estimate, |ui, at| {
            ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
            match cards[at] {
                Card::Heading(words, told) => heading(ui, &palette, words, told),
                Card::Event(index) => {
                    let (event, rows) = &found.events[index];
                    event_card::show(ui, view, *event, rows, state);
                }
                Card::Candidate(index) => {
                    let (candidate, rows) = &found.candidates[index];
                    candidate_card::show(ui, view, (candidate, rows), state);
                }
            }
        });
        ui.add_space(24.0);
    });
    state.found = found;
    state.list = list;
}

impl LinkingState {
    fn refresh(&mut self, plan: &Plan, revision: u64) {
        if self.found.of == Some(revision) {
            return;
        }
        self.found = Found::of(plan, revision);
        self.list.forget();
        let is_there = |event: EventId| self.found.events.iter().any(|(one, _)| *one == event);
        self.moving = self.moving.take().filter(|moving| is_there(moving.event));
    }
}

impl Found {
    fn of(plan: &Plan, revision: u64) -> Self {
        let mut rows: BTreeMap<MilestoneId, Row> = BTreeMap::new();
        let mut by_event: BTreeMap<EventId, Vec<Row>> = BTreeMap::new();
        for standing in plan.standings() {
            for milestone in &standing.action.milestones {
                let row = Row::of((standing, milestone));
                if let Some(event) = milestone.event() {
                    by_event.entry(event).or_default().push(row.clone());
                }
                rows.insert(milestone.id, row);
            }
        }
        let in_order = linking::events(plan).into_iter();
        let events = in_order.map(|event| (event, by_event.remove(&event).unwrap_or_default())).collect();
        let with_rows = |candidate: Candidate| {
            let of_candidate = candidate.members.iter().filter_map(|member| rows.get(&member.milestone).cloned());
            let rows = of_candidate.collect();
            (candidate, rows)
        };
        let candidates = linking::candidates(plan).into_iter().map(with_rows).collect();
        Self { of: Some(revision), events, candidates }
    }

    fn cards(&self) -> Vec<Card> {
        let mut cards = Vec::new();
        if !self.events.is_empty() {
            let told = "Each is one date in several actions. Move it once, and it moves everywhere.";
            cards.push(Card::Heading("Linked events", told));
            cards.extend((0..self.events.len()).map(Card::Event));
        }
        if !self.candidates.is_empty() {
            let told = "Milestones with the same date and nearly the same words. Nothing is linked unless you say so.";
            cards.push(Card::Heading("These may be one event", told));
            cards.extend((0..self.candidates.len()).map(Card::Candidate));
        }
        cards
    }
}

fn heading(ui: &mut Ui, palette: &Palette, words: &str, told: &str) {
    ui.add_space(14.0);
    ui.label(RichText::new(words).font(theme::semibold(text::HEADING)).color(palette.ink));
    dialog::told(ui, told, palette.ink_soft);
    ui.add_space(8.0);
}

fn nothing(ui: &mut Ui, palette: &Palette) {
    ui.vertical_centered(|ui| {
        ui.label(RichText::new("No linked milestones").font(theme::semibold(text::HEADING)).color(palette.ink));
        ui.add_space(4.0);
        let told = "Where milestones of several actions have the same date and nearly the same words, they are offered \
                    here to be linked as one event.";
        let job =
            text::wrapped(told, theme::regular(text::BODY), palette.ink_soft, 420.0_f32.min(ui.available_width()));
        ui.label(job);
    });
}
