//! A round of updates: before a board the owners are asked, and what they say is entered, one action after another.
//!
//! | file | idea |
//! |---|---|
//! | `said` | what was said in this round and before it |
//! | `asked` | the actions asked about, for one owner or all |
//! | `write` | what is entered, as edits |
//! | `keys` | the keys, taken before a field sees them |
//! | `head` | whose updates, and how far the round has come |
//! | `card` | an action that is not at hand, in three lines |
//! | `open_card` | the action at hand: all of it, and the field |
//! | `statuses` | the choice of a status |
//!
//! *Architecture invariant:* what went to a board is never written over, and no update without words and without a
//! status stays behind.

mod asked;
mod card;
mod head;
mod keys;
mod open_card;
mod said;
mod statuses;
mod write;

use chrono::NaiveDate;
use egui::{Id, Panel, Popup, RichText, ScrollArea, Ui};

use super::section::Section;
use super::worked::Worked;
use crate::model::{ActionId, RecordId, Standing, StatusId, UpdateId};
use crate::ui::changes::{LongList, estimated_lines};
use crate::ui::command::RowCommand;
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};
use crate::ui::view::{Reveal, View, cell_id};
use asked::{Asked, Choice};
use keys::Pressed;
pub(super) use said::Round;
use write::Entry;

/// Runtime state of the page.
#[derive(Debug, Default)]
pub(super) struct RoundState {
    choice: Choice,
    asked: Asked,
    /// The action at hand.
    current: Option<ActionId>,
    /// In how many frames more, in which all cards stand where they belong, the action at hand is to be brought into
    /// sight.
    reveals: u8,
    /// All that was said before of the action at hand is shown.
    shows_before: bool,
    visit: Option<Visit>,
    /// The update that was put in in this frame, which the plan does not show yet.
    under_way: Option<(ActionId, UpdateId)>,
    rows: LongList,
}

/// The action at hand, as it was when it came to hand.
#[derive(Clone, Debug)]
struct Visit {
    action: ActionId,
    as_at: NaiveDate,
    /// Whose updates are entered.
    owner: Option<String>,
    status: Option<StatusId>,
    /// It had an update of this round.
    had_update: bool,
    /// That had words at some time since.
    had_words: bool,
}

/// The field of an action's update: the same before and after the update is put in, so that the cursor stays in it.
fn field_id(action: ActionId) -> Id {
    cell_id("round", RecordId::Action(action), "update")
}

/// Scrolling takes effect a frame after it was asked for.
const REVEALS: u8 = 3;
/// Below this height the page scrolls as a whole, its head and its keys with it.
const WITH_FIXED_HEAD: f32 = 430.0;
/// Lines of text longer than this are hard to read.
const WIDEST: f32 = 940.0;

impl RoundState {
    /// Brings an action to hand, from elsewhere.
    pub(super) fn go_to(&mut self, view: &mut View<'_>, action: ActionId) {
        if view.plan.action(action).is_some_and(|one| !self.choice.has(view.plan, one)) {
            self.choice.owner = None;
        }
        self.take(view, action);
    }

    /// Brings an action to hand, with the cursor in its field.
    fn take(&mut self, view: &mut View<'_>, action: ActionId) {
        if self.current != Some(action) {
            self.shows_before = false;
        }
        self.current = Some(action);
        self.reveals = REVEALS;
        view.outbox.focus(field_id(action));
    }

    /// Lets go of the action at hand: an update of it that was begun and has no words is taken out again.
    pub(super) fn leave(&mut self, view: &mut View<'_>, worked: &Worked) {
        if let Some(visit) = self.visit.take()
            && let Some(update) = left_empty(view, worked, &visit)
        {
            view.outbox.row(RowCommand::RemoveIfEmpty(RecordId::Update(update)));
        }
    }

    /// Notes which action is at hand, and what it has.
    fn keep_visit(&mut self, view: &mut View<'_>, worked: &Worked) {
        let is_at_hand = |visit: &Visit| {
            Some(visit.action) == self.current && visit.as_at == worked.as_at() && visit.owner == self.choice.owner
        };
        if !self.visit.as_ref().is_some_and(is_at_hand) {
            self.leave(view, worked);
        }
        let Some(standing) = self.current.and_then(|action| worked.standing(view.plan, action)) else { return };
        let owner = self.choice.owner.as_deref();
        let update = worked.round.update(standing.action, owner);
        let visit = self.visit.get_or_insert_with(|| Visit {
            action: standing.action.id,
            as_at: worked.as_at(),
            owner: owner.map(str::to_owned),
            status: standing.action.status,
            had_update: update.is_some(),
            had_words: false,
        });
        visit.had_words |= update.is_some_and(|update| !update.text.is_empty());
    }

    /// Where something is entered of an action.
    fn entry<'a>(&'a self, view: &View<'a>, worked: &'a Worked, standing: &Standing<'a>) -> Entry<'a> {
        Entry {
            plan: view.plan,
            round: &worked.round,
            choice: &self.choice,
            action: standing.action,
            under_way: self.under_way,
        }
    }

    fn note_put_in(&mut self, action: ActionId, put_in: Option<UpdateId>) {
        self.under_way = put_in.map(|id| (action, id)).or(self.under_way);
    }

    /// The action above or below the one at hand.
    fn step(&mut self, view: &mut View<'_>, by: isize) {
        view.outbox.seal();
        let place = self.current.and_then(|action| self.asked.place(action));
        let wanted = place.and_then(|place| place.checked_add_signed(by));
        let action = wanted.and_then(|place| self.asked.actions.get(place)).copied().or(self.current);
        if let Some(action) = action {
            self.take(view, action);
        }
    }
}

/// The update of the action at hand, if it was emptied since and says nothing else.
fn left_empty(view: &View<'_>, worked: &Worked, visit: &Visit) -> Option<UpdateId> {
    let action = worked.standing(view.plan, visit.action)?.action;
    let owner = visit.owner.as_deref();
    let update = worked.round.update(action, owner).filter(|_| visit.as_at == worked.as_at())?;
    let before = worked.round.before(action, owner).first().and_then(|update| update.status);
    let says_status = update.status != visit.status || (visit.had_update && update.status != before);
    (visit.had_words && update.text.trim().is_empty() && !says_status).then_some(update.id)
}

/// Shows the page.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, worked: &mut Worked, state: &mut RoundState, is_opened: bool) {
    let changed = state.asked.refresh(view.plan, &worked.round, worked.key(), &state.choice);
    if changed {
        state.rows.forget();
    }
    state.under_way = None;
    choose_current(view, state, is_opened);
    state.keep_visit(view, worked);
    let statuses = view.plan.statuses.len();
    let pressed = if takes_keys(ui, view, state.current) { keys::take(ui, statuses) } else { Vec::new() };

    let is_high = ui.available_height() >= WITH_FIXED_HEAD;
    if is_high {
        Panel::bottom("round-keys").frame(egui::Frame::NONE).show_separator_line(false).show(ui, |ui| {
            ui.add_space(6.0);
            dialog::note(ui, &keys::told(ui, statuses), view.palette.ink_soft);
            ui.add_space(8.0);
        });
        top(ui, view, worked, state);
    }
    let mut rows = std::mem::take(&mut state.rows);
    if state.reveals > 0
        && let Some(place) = state.current.and_then(|action| state.asked.place(action))
    {
        rows.reveal(place);
    }
    ScrollArea::vertical().id_salt("round").auto_shrink(false).show(ui, |ui| {
        ui.set_max_width((ui.available_width() - 16.0).clamp(200.0, WIDEST));
        if !is_high {
            top(ui, view, worked, state);
        }
        cards(ui, view, worked, state, &mut rows);
        if !is_high {
            dialog::note(ui, &keys::told(ui, statuses), view.palette.ink_soft);
        }
        ui.add_space(24.0);
    });
    if state.reveals > 0 && state.current.is_some() {
        state.reveals -= u8::from(rows.is_settled());
        ui.ctx().request_repaint();
    }
    state.rows = rows;
    for what in pressed {
        act(view, worked, state, what);
        ui.ctx().request_repaint();
    }
}

/// The title, whose updates, and how far it has come.
fn top(ui: &mut Ui, view: &mut View<'_>, worked: &mut Worked, state: &mut RoundState) {
    super::head::show(ui, &view.palette, Section::Round, worked);
    if head::show(ui, view, worked, &mut state.choice, &state.asked) {
        state.current = None;
        state.reveals = REVEALS;
    }
    ui.add_space(10.0);
}

/// The action at hand is one of the list: where it is not, the first of which nothing was said.
fn choose_current(view: &mut View<'_>, state: &mut RoundState, is_opened: bool) {
    // What undo took back is shown.
    if let Some(Reveal::Action(action)) = view.selection.reveal
        && state.current != Some(action)
        && state.asked.place(action).is_some()
    {
        view.selection.reveal = None;
        state.take(view, action);
    }
    let current = state.current.filter(|action| state.asked.place(*action).is_some());
    let Some(action) = current.or(state.asked.next).or_else(|| state.asked.actions.first().copied()) else {
        state.current = None;
        return;
    };
    if state.current.is_none() && state.reveals == 0 && !is_opened {
        state.current = Some(action);
    } else if state.current != Some(action) || is_opened {
        state.take(view, action);
    }
}

/// Whether the keys are for this page.
fn takes_keys(ui: &Ui, view: &View<'_>, current: Option<ActionId>) -> bool {
    if view.behind_dialog || Popup::is_any_open(ui.ctx()) {
        return false;
    }
    let focused = ui.memory(egui::Memory::focused);
    if focused.is_some() && focused == current.map(field_id) {
        return true;
    }
    // The search and the day above have keys of their own.
    let focused = focused.and_then(|id| ui.ctx().read_response(id));
    focused.is_none_or(|response| response.rect.top() >= ui.max_rect().top() - 1.0)
}

fn act(view: &mut View<'_>, worked: &Worked, state: &mut RoundState, pressed: Pressed) {
    match pressed {
        Pressed::Next => state.step(view, 1),
        Pressed::Before => state.step(view, -1),
        Pressed::Status(place) => {
            let standing = state.current.and_then(|action| worked.standing(view.plan, action));
            if let Some(standing) = standing
                && let Some(status) = view.plan.statuses.get(place)
            {
                let put_in = state.entry(view, worked, &standing).status(view.outbox, status.id);
                state.note_put_in(standing.action.id, put_in);
            }
        }
    }
}

fn cards(ui: &mut Ui, view: &mut View<'_>, worked: &Worked, state: &mut RoundState, rows: &mut LongList) {
    if state.asked.actions.is_empty() {
        nothing(ui, &view.palette, &state.choice);
        return;
    }
    let plan = view.plan;
    let actions = std::mem::take(&mut state.asked.actions);
    let current = state.current;
    let estimate = |at: usize, width: f32| {
        let action = worked.standing(plan, actions[at]).map(|standing| standing.action);
        let words = action.map_or("", |action| action.description.as_str());
        let is_open = current == Some(actions[at]);
        #[expect(clippy::cast_precision_loss, reason = "lines of one card")]
        let lines = estimated_lines(words, width - 32.0, if is_open { 40 } else { card::LINES }) as f32;
        lines * text::line_height(text::BODY) + if is_open { 250.0 } else { card::BESIDES }
    };
    let mut asked = None;
    rows.show(ui, "round-card", actions.len(), estimate, |ui, at| {
        let Some(standing) = worked.standing(plan, actions[at]) else { return };
        if current == Some(actions[at]) {
            if let Some(by) = open_card::show(ui, view, worked, state, &standing) {
                asked = Some(by);
            }
        } else if card::show(ui, view, &worked.round, &standing).clicked() {
            view.outbox.seal();
            state.take(view, actions[at]);
        }
    });
    state.asked.actions = actions;
    if let Some(by) = asked {
        state.step(view, by);
    }
}

fn nothing(ui: &mut Ui, palette: &Palette, choice: &Choice) {
    let words = match (&choice.owner, choice.with_complete) {
        (None, true) => "The plan has no actions yet.".to_owned(),
        (None, false) => "Every action is complete, or there is none yet.".to_owned(),
        (Some(_), _) => format!("{} has no open action.", choice.words()),
    };
    ui.add_space(20.0);
    ui.label(RichText::new(words).font(theme::regular(text::BODY)).color(palette.ink_soft));
}
