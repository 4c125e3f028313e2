//! How high each line is and where it stands: guessed until it was seen, measured from then on.
//!
//! Pure. Measured heights are kept by the action's id, so that sorting and filtering lose none.

use std::collections::HashMap;

use super::rows::{Line, Row};
use crate::model::ActionId;

/// Heights are the same when they differ by less than this, in points.
const SAME: f32 = 0.05;

/// The heights of the lines now in the table, in points.
#[derive(Clone, Debug, Default)]
pub struct Heights {
    measured: HashMap<ActionId, f32>,
    of_lines: Vec<f32>,
    /// The top of each line, and the end of the last. Doubles, so that ten thousand rows do not drift.
    tops: Vec<f64>,
    /// The first line whose successors must be moved.
    stale_from: Option<usize>,
}

impl Heights {
    /// Forgets what was measured, for when the columns have other widths.
    pub fn forget(&mut self) {
        self.measured.clear();
    }

    /// Takes other lines; what was never measured is guessed.
    pub fn set_lines(&mut self, lines: &[Line], guess: impl Fn(&Row) -> f32, heading: f32) {
        self.of_lines.clear();
        self.of_lines.extend(lines.iter().map(|line| match line {
            Line::Heading(_) => heading,
            Line::Row(row) => self.measured.get(&row.id).copied().unwrap_or_else(|| guess(row)),
        }));
        self.stale_from = Some(0);
        self.settle();
    }

    /// Says how high a line is. [`Heights::settle`] then moves those below.
    pub fn set(&mut self, line: usize, row: Option<ActionId>, height: f32) {
        let Some(known) = self.of_lines.get_mut(line) else { return };
        if let Some(id) = row
            && self.measured.get(&id).is_none_or(|known| (known - height).abs() > SAME)
        {
            self.measured.insert(id, height);
        }
        if (*known - height).abs() > SAME {
            *known = height;
            self.stale_from = Some(self.stale_from.map_or(line, |first| first.min(line)));
        }
    }

    /// Moves the lines below those that changed.
    pub fn settle(&mut self) {
        let Some(from) = self.stale_from.take() else { return };
        self.tops.truncate(from + 1);
        if self.tops.is_empty() {
            self.tops.push(0.0);
        }
        let mut end = self.tops.last().copied().unwrap_or_default();
        for height in self.of_lines.iter().skip(self.tops.len() - 1) {
            end += f64::from(*height);
            self.tops.push(end);
        }
    }

    /// Where a line begins; the end of all where there is no such line.
    #[must_use]
    pub fn top(&self, line: usize) -> f64 {
        self.tops.get(line).copied().unwrap_or_else(|| self.end())
    }

    /// How high a line is.
    #[must_use]
    pub fn height(&self, line: usize) -> f32 {
        self.of_lines.get(line).copied().unwrap_or_default()
    }

    /// How high all lines are together.
    #[must_use]
    pub fn end(&self) -> f64 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// The line that holds a height from the top.
    #[must_use]
    pub fn line_at(&self, y: f64) -> usize {
        self.tops.partition_point(|top| *top <= y).saturating_sub(1).min(self.of_lines.len().saturating_sub(1))
    }
}
