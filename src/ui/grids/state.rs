//! What the Grids view remembers between frames: where it is scrolled to, and what it worked out of the
//! plan. Nothing of it is the plan's, and all of it can be thrown away.

use std::collections::HashSet;

use super::blocks::{self, Block, Entry};
use super::heights::Heights;
use crate::model::{ActionId, GridId, StatusId};
use crate::ui::view::{Reveal, View};

/// Runtime state of the view.
#[derive(Clone, Debug, Default)]
pub struct GridsState {
    pub(super) entries: Vec<Entry>,
    pub(super) heights: Heights<Block>,
    pub(super) page_width: f32,
    /// The blocks are listed anew when this changes.
    listed_for: Option<(u64, Option<Vec<ActionId>>, usize)>,
    /// The block the cursor is in, which is laid out even when out of sight.
    pub(super) typing_in: Option<Block>,
    /// The grid that stands at the top of the page.
    pub(super) grid_at_top: Option<GridId>,
    /// Where to scroll to at the next frame.
    pub(super) scroll_to: Option<f32>,
    pub(super) scrolled: f32,
    /// Grids whose key priorities are all shown, not only the first few.
    pub(super) priorities_open: HashSet<GridId>,
    pub(super) counts: Vec<GridCounts>,
}

/// How many actions of a grid have each status.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct GridCounts {
    pub(super) by_status: Vec<(Option<StatusId>, usize)>,
    pub(super) total: usize,
}

impl GridsState {
    /// Whether the cursor is in the form.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        self.typing_in.is_some()
    }

    /// Lists the blocks anew where the plan or the search changed.
    pub(super) fn refresh(&mut self, view: &View<'_>) {
        let same = self.listed_for.as_ref().is_some_and(|(revision, found, parts)| {
            *revision == view.revision && found.as_deref() == view.found && *parts == view.found_parts.len()
        });
        if same {
            return;
        }
        self.entries = blocks::list(view);
        self.listed_for = Some((view.revision, view.found.map(<[ActionId]>::to_vec), view.found_parts.len()));
        self.counts = count(view);
        self.stack(view);
    }

    /// Adds the heights up again.
    pub(super) fn stack(&mut self, view: &View<'_>) {
        let (plan, width) = (view.plan, self.page_width);
        self.heights
            .stack(self.entries.iter().map(|entry| (entry.block, blocks::estimated_height(*entry, plan, width))));
    }

    /// The position of what is to be brought into view.
    pub(super) fn position_of(&self, reveal: Reveal) -> Option<usize> {
        let wanted = match reveal {
            Reveal::Grid(id) => Block::GridTitle(id),
            Reveal::Objective(id) => Block::Objective(id),
            Reveal::Action(id) | Reveal::ActionForTyping(id) => Block::Action(id),
        };
        self.entries.iter().position(|entry| entry.block == wanted)
    }
}

fn count(view: &View<'_>) -> Vec<GridCounts> {
    let plan = view.plan;
    plan.grids
        .iter()
        .map(|grid| {
            let mut by_status: Vec<(Option<StatusId>, usize)> =
                plan.statuses.iter().map(|status| (Some(status.id), 0)).chain([(None, 0)]).collect();
            let mut total = 0;
            for action in grid.actions() {
                total += 1;
                if let Some(entry) = by_status.iter_mut().find(|(id, _)| *id == action.status) {
                    entry.1 += 1;
                }
            }
            GridCounts { by_status, total }
        })
        .collect()
}
