//! The lines of the chart from top to bottom: headings and rows, and where each begins.
//!
//! Pure. It is worked out for the whole plan, once for a width, so that a frame needs to look only at the
//! lines that are seen.

use std::collections::HashSet;

use egui::Rangef;

use super::axis::{Axis, Window};
use super::tracks::tracks;
use crate::model::ActionId;
use crate::report::{Lanes, LanesBy};

/// The height of a heading band.
pub(super) const HEADING_HEIGHT: f32 = 34.0;

/// One line of the chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Line {
    /// Its upper edge, from the top of all lines.
    pub top: f32,
    /// Its height.
    pub height: f32,
    /// What stands in it.
    pub holds: Holds,
}

impl Line {
    /// Its lower edge.
    #[must_use]
    pub(super) fn bottom(&self) -> f32 {
        self.top + self.height
    }
}

/// What stands in a line, by position in the lanes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// The heading of a group.
    Heading(usize),
    /// A row of a group.
    Row(usize, usize),
}

/// All lines, for one width of the chart.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stack {
    /// The lines, from top to bottom without a gap.
    pub lines: Vec<Line>,
    /// The height of all together.
    pub height: f32,
    x: Rangef,
}

impl Stack {
    /// Lays the lines out for a chart this wide. The rows of folded groups are left out.
    #[must_use]
    pub(super) fn new(lanes: &Lanes, by: LanesBy, folded: &HashSet<(LanesBy, String)>, x: Rangef) -> Self {
        let fit = Axis::new(lanes.span, Window::default(), x);
        let mut all = Vec::new();
        let mut top = 0.0;
        let mut push = |height, holds| {
            all.push(Line { top, height, holds });
            top += height;
        };
        for (at, group) in lanes.groups.iter().enumerate() {
            push(HEADING_HEIGHT, Holds::Heading(at));
            if !folded.contains(&(by, group.heading.clone())) {
                for (index, row) in group.rows.iter().enumerate() {
                    push(tracks(row, &fit).height, Holds::Row(at, index));
                }
            }
        }
        Self { lines: all, height: top, x }
    }

    /// Whether these lines are those for a chart over `x`.
    #[must_use]
    pub(super) fn fit(&self, x: Rangef) -> bool {
        (self.x.span() - x.span()).abs() < 0.5
    }

    /// The positions of the lines that are seen between two heights.
    #[must_use]
    pub(super) fn seen(&self, y: Rangef) -> std::ops::Range<usize> {
        let first = self.lines.partition_point(|line| line.bottom() <= y.min);
        let last = self.lines.partition_point(|line| line.top < y.max);
        first..last.max(first)
    }

    /// The first line that shows an action.
    #[must_use]
    pub(super) fn of_action(&self, lanes: &Lanes, action: ActionId) -> Option<usize> {
        self.lines.iter().position(|line| action_of(lanes, line) == Some(action))
    }

    /// The heading above a line, where the line is not one itself.
    #[must_use]
    pub(super) fn heading_above(&self, line: usize) -> Option<usize> {
        match self.lines.get(line)?.holds {
            Holds::Heading(_) => None,
            Holds::Row(_, row) => line.checked_sub(row + 1),
        }
    }
}

/// The action a line shows.
#[must_use]
pub(super) fn action_of(lanes: &Lanes, line: &Line) -> Option<ActionId> {
    match line.holds {
        Holds::Heading(_) => None,
        Holds::Row(group, row) => Some(lanes.groups.get(group)?.rows.get(row)?.action),
    }
}
