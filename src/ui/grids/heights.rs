//! Where each block of a long page stands: heights that were measured, or else estimated, added up.
//!
//! It knows nothing of plans; a block is whatever can be told from another.

use std::collections::HashMap;
use std::hash::Hash;

/// The heights of a list of blocks and the tops that follow from them, in points.
#[derive(Clone, Debug)]
pub(super) struct Heights<Key> {
    measured: HashMap<Key, f32>,
    /// The top of each block, and the end of the last one.
    tops: Vec<f32>,
    /// The lowest block whose height changed since the tops were added up.
    changed_from: Option<usize>,
    /// The height of each block, measured or estimated.
    each: Vec<f32>,
}

impl<Key> Default for Heights<Key> {
    fn default() -> Self {
        Self { measured: HashMap::new(), tops: vec![0.0], changed_from: None, each: Vec::new() }
    }
}

impl<Key: Copy + Eq + Hash> Heights<Key> {
    /// Forgets what was measured, for when the width changed.
    pub(super) fn forget(&mut self) {
        self.measured.clear();
    }

    /// Adds the heights of a list up.
    pub(super) fn stack(&mut self, blocks: impl Iterator<Item = (Key, f32)>) {
        self.each.clear();
        let measured = &self.measured;
        self.each.extend(blocks.map(|(key, estimate)| measured.get(&key).copied().unwrap_or(estimate)));
        self.changed_from = Some(0);
        self.restack();
    }

    /// Adds the heights up again from the first that changed: a sum, whatever the blocks hold.
    pub(super) fn restack(&mut self) {
        let Some(from) = self.changed_from.take() else { return };
        let mut top = if from == 0 { 0.0 } else { self.top(from) };
        self.tops.truncate(from);
        for height in &self.each[from..] {
            self.tops.push(top);
            top += height;
        }
        self.tops.push(top);
    }

    /// Whether the block's height is known and not only estimated.
    pub(super) fn is_measured(&self, key: &Key) -> bool {
        self.measured.contains_key(key)
    }

    /// Records how high a block came out. `true` if that changes where things stand.
    pub(super) fn measure(&mut self, key: Key, index: usize, height: f32) -> bool {
        let before = self.height(index);
        self.measured.insert(key, height);
        let moved = (before - height).abs() > 0.5;
        if moved && let Some(kept) = self.each.get_mut(index) {
            *kept = height;
            self.changed_from = Some(self.changed_from.map_or(index, |from| from.min(index)));
        }
        moved
    }

    /// The height of all blocks.
    pub(super) fn total(&self) -> f32 {
        self.tops.last().copied().unwrap_or(0.0)
    }

    /// The top of a block.
    pub(super) fn top(&self, index: usize) -> f32 {
        self.tops.get(index).copied().unwrap_or_else(|| self.total())
    }

    /// The height of a block as last added up.
    pub(super) fn height(&self, index: usize) -> f32 {
        self.top(index + 1) - self.top(index)
    }

    /// The block that covers this distance from the top.
    pub(super) fn at(&self, distance: f32) -> usize {
        let last = self.tops.len().saturating_sub(2);
        self.tops.partition_point(|top| *top <= distance).saturating_sub(1).min(last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_measured_counts_before_what_was_estimated() {
        let mut heights = Heights::default();
        let blocks = || ["a", "b", "c"].into_iter().map(|key| (key, 10.0));
        heights.stack(blocks());
        assert_eq!((heights.top(1), heights.total()), (10.0, 30.0));
        assert!(heights.measure("b", 1, 25.0));
        heights.stack(blocks());
        assert_eq!((heights.top(2), heights.height(1), heights.total()), (35.0, 25.0, 45.0));
        assert!(!heights.measure("b", 1, 25.2), "half a point moves nothing");
    }

    #[test]
    fn a_distance_finds_its_block() {
        let mut heights = Heights::default();
        assert_eq!(heights.at(5.0), 0);
        heights.stack(["a", "b", "c"].into_iter().map(|key| (key, 10.0)));
        let found = [-1.0, 0.0, 9.9, 10.0, 29.0, 99.0].map(|distance| heights.at(distance));
        assert_eq!(found, [0, 0, 0, 1, 2, 2]);
    }
}
