//! What the timeline remembers while the program runs, and what it has worked out of the plan.
//!
//! Nothing here is saved. What is worked out is thrown away when the plan, the grouping or the search
//! changes; it must not be trusted for anything but showing this view.

use std::collections::{HashMap, HashSet};

use super::axis::Window;
use super::stack::Stack;
use crate::model::{Action, ActionId, Plan};
use crate::report::{Lanes, LanesBy, lanes};
use crate::ui::View;

/// The timeline's own state: how it is grouped, what part of the year is seen, what is folded away.
#[derive(Debug, Default)]
pub struct TimelineState {
    /// What the rows are grouped by.
    pub by: LanesBy,
    /// What part of the plan's period is seen.
    pub window: Window,
    /// Whether the tray of undated things is open, where the person said so.
    pub tray_open: Option<bool>,
    pub(super) folded: HashSet<(LanesBy, String)>,
    /// How far the rows are scrolled, as last drawn.
    pub(super) offset: f32,
    /// How far to scroll them in the next frame.
    pub(super) scroll_to: Option<f32>,
    /// The line the selection is on: one action may stand in several.
    pub(super) cursor: Option<usize>,
    /// The selection last seen, to notice when another view changed it.
    pub(super) selection_seen: Option<ActionId>,
    pub(super) worked_out: Option<WorkedOut>,
}

/// What is worked out of a plan.
#[derive(Debug)]
pub(super) struct WorkedOut {
    revision: u64,
    by: LanesBy,
    found: Option<Vec<ActionId>>,
    /// The rows, only the found ones while something is searched for.
    pub lanes: Lanes,
    /// How many actions are shown.
    pub shown: usize,
    /// How many actions the plan has.
    pub total: usize,
    /// The lines of the chart, worked out again when its width or what is folded changes.
    pub stack: Option<Stack>,
    /// How high each card of the tray is, as far as it was ever drawn, and at which width.
    pub cards: (f32, Vec<Option<f32>>),
    places: HashMap<ActionId, (usize, usize, usize)>,
}

impl TimelineState {
    /// Takes out what is worked out, made anew if it is out of date.
    pub(super) fn take_worked_out(&mut self, view: &View<'_>) -> WorkedOut {
        let old = self.worked_out.take();
        let fresh =
            old.filter(|old| old.revision == view.revision && old.by == self.by && old.found.as_deref() == view.found);
        fresh.unwrap_or_else(|| {
            self.cursor = None;
            WorkedOut::new(view, self.by)
        })
    }
}

impl WorkedOut {
    fn new(view: &View<'_>, by: LanesBy) -> Self {
        let mut lanes = lanes(view.plan, by);
        let places: HashMap<_, _> = view
            .plan
            .standings()
            .map(|one| (one.action.id, (one.grid_index, one.objective_index, one.action_index)))
            .collect();
        let total = places.len();
        let mut shown = total;
        if let Some(found) = view.found {
            let found: HashSet<&ActionId> = found.iter().filter(|id| places.contains_key(id)).collect();
            lanes.groups.iter_mut().for_each(|group| group.rows.retain(|row| found.contains(&row.action)));
            lanes.groups.retain(|group| !group.rows.is_empty());
            lanes.undated.retain(|one| found.contains(&one.action));
            shown = found.len();
        }
        let cards = (0.0, Vec::new());
        let found = view.found.map(<[_]>::to_vec);
        Self { revision: view.revision, by, found, lanes, shown, total, stack: None, cards, places }
    }

    /// An action of the plan this was worked out of, without looking through all of them.
    #[must_use]
    pub(super) fn action<'plan>(&self, plan: &'plan Plan, id: ActionId) -> Option<&'plan Action> {
        let (grid, objective, action) = *self.places.get(&id)?;
        plan.grids.get(grid)?.objectives.get(objective)?.actions.get(action)
    }
}
