//! Keeps the rows true to the plan and the question, and what the eye rests on where it is.

use egui::Context;

use super::hold::{Changes, Cursor, Verdict};
use super::rows::{Line, Rows};
use super::state::{ActionsState, Answered};
use crate::model::ActionId;
use crate::ui::view::View;

/// A row and how far below the top of the table it stands, to be kept there.
type Anchor = (ActionId, f64);

/// Works the rows out again where that is due.
pub(super) fn refresh(ctx: &Context, view: &View<'_>, state: &mut ActionsState) {
    state.find_focus(ctx);
    let cursor = state.cursor(ctx);
    let changes =
        state.answered.as_ref().map_or(Changes { question: true, ..Changes::default() }, |answered| Changes {
            question: answered.query != state.query || answered.as_at != view.as_at || answered.terms != view.terms,
            plan: answered.revision != view.revision,
            found: answered.found.as_deref() != view.found,
        });
    match state.hold.decide(changes, cursor) {
        Verdict::AsTheyAre => {}
        Verdict::Held => {
            let stands_in = state.answered.as_ref().map(|answered| answered.stands_in);
            if stands_in == Some(view.revision) {
                return;
            }
            if state.rows.still_stand_in(view.plan) {
                if let Some(answered) = &mut state.answered {
                    answered.stands_in = view.revision;
                }
            } else {
                // Rows came or went (an undo, another view): only the one typed in is sure of its place.
                let kept = if let Some(Cursor::Row(id)) = cursor { Some(id) } else { view.selection.action };
                work_out(view, state, kept);
            }
        }
        Verdict::PlanChanged => work_out(view, state, None),
        Verdict::AskedAnew => {
            let was_shown = state.answered.is_some();
            work_out(view, state, None);
            if was_shown {
                state.scroll.offset.y = 0.0;
                state.scroll.is_moved = true;
            }
        }
    }
}

fn work_out(view: &View<'_>, state: &mut ActionsState, kept: Option<ActionId>) {
    if state.query.asks_for_owners() {
        state.owner_book(view.plan, view.revision);
    }
    let anchors = anchors(state);
    state.rows = Rows::of(view.plan, &state.query, view.as_at, view.found, kept, &state.book);
    state.answered = Some(Answered {
        query: state.query.clone(),
        as_at: view.as_at,
        terms: view.terms.to_vec(),
        revision: view.revision,
        found: view.found.map(<[ActionId]>::to_vec),
        stands_in: view.revision,
    });
    if !state.chosen.is_empty() {
        // What is not in sight is not changed by a button that says "5 selected".
        let chosen = std::mem::take(&mut state.chosen);
        state.chosen = state.rows.rows().map(|row| row.id).filter(|id| chosen.contains(id)).collect();
    }
    set_lines(view, state);
    if let Some((line, below)) = anchors.iter().find_map(|(id, below)| Some((state.rows.line_of(*id)?, *below))) {
        #[expect(clippy::cast_possible_truncation, reason = "a scroll offset is a few million points at most")]
        let offset = (state.heights.top(line) - below) as f32;
        state.scroll.offset.y = offset;
        state.scroll.is_moved = true;
    }
}

/// Gives the lines their heights: measured ones where there are any.
pub(super) fn set_lines(view: &View<'_>, state: &mut ActionsState) {
    let Some(widths) = state.widths else { return };
    let guess = |row: &super::rows::Row| super::measure::guess(view.plan, row, &widths);
    state.heights.set_lines(&state.rows.lines, guess, super::measure::HEADING);
}

/// The row with the cursor, then those in view from the top: the first that is still there stays put.
fn anchors(state: &ActionsState) -> Vec<Anchor> {
    /// More rows than fit a screen.
    const TRIED: usize = 30;
    let scrolled = f64::from(state.scroll.offset.y);
    let first = state.heights.line_at(scrolled);
    let focused = state.focus.and_then(|focus| state.rows.line_of(focus.row));
    let in_view = |line: &usize| {
        let below = state.heights.top(*line) - scrolled;
        below > -f64::from(state.heights.height(*line)) && below < f64::from(state.scroll.view_height)
    };
    focused
        .into_iter()
        .chain(first..first + TRIED)
        .filter(in_view)
        .filter_map(|line| {
            let row = state.rows.lines.get(line).and_then(Line::row)?;
            Some((row.id, state.heights.top(line) - scrolled))
        })
        .collect()
}
