//! A long list of which only what is in sight is laid out. Heights are estimated until a row was shown.
//!
//! It knows nothing of plans; a row is whatever can be told from another.

use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::Hash;

use egui::{Id, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::form;

/// Rows this far out of sight are laid out too, so that Tab finds the next field.
const AHEAD: f32 = 300.0;

/// Where the rows of a list stand.
#[derive(Debug)]
pub(super) struct CardList<Key> {
    measured: HashMap<Key, f32>,
    width: f32,
    /// The row that has the focus. It is laid out wherever it is: a key pressed in it must not be lost.
    typing_in: Option<Key>,
    scroll_to: Option<f32>,
}

impl<Key> Default for CardList<Key> {
    fn default() -> Self {
        Self { measured: HashMap::new(), width: 0.0, typing_in: None, scroll_to: None }
    }
}

impl<Key: Copy + Eq + Hash + Debug> CardList<Key> {
    /// Brings a row into sight and expects the cursor in it.
    pub(super) fn reveal(&mut self, key: Key) {
        self.typing_in = Some(key);
    }

    /// Shows the rows, each with a height to reckon with until it was shown.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        salt: &'static str,
        rows: &[(Key, f32)],
        mut draw: impl FnMut(&mut Ui, usize),
    ) {
        let width = form::page_width(ui.available_width());
        if (width - self.width).abs() > 0.5 {
            self.width = width;
            self.measured.clear();
        }
        let tops = self.tops(rows);
        let mut area = ScrollArea::vertical().id_salt(salt).auto_shrink(false);
        if let Some(offset) = self.scroll_to.take() {
            area = area.vertical_scroll_offset(offset.max(0.0));
        }
        let output = area.show_viewport(ui, |ui, viewport| {
            ui.set_width(ui.available_width());
            ui.set_height(tops.last().copied().unwrap_or(0.0));
            self.rows_in_sight(ui, salt, rows, &tops, viewport, &mut draw)
        });
        if let Some(shift) = output.inner {
            // Rows above came out higher or lower than estimated: keep what is in sight where it is.
            if shift.abs() > 0.5 {
                self.scroll_to = Some(output.state.clamped_offset().y + shift);
            }
            ui.ctx().request_discard("rows came out other than estimated");
            ui.ctx().request_repaint();
        }
    }

    /// The top of each row, and the end of the last one.
    fn tops(&self, rows: &[(Key, f32)]) -> Vec<f32> {
        let mut tops = Vec::with_capacity(rows.len() + 1);
        let mut top = 0.0;
        for (key, estimate) in rows {
            tops.push(top);
            top += self.measured.get(key).copied().unwrap_or(*estimate);
        }
        tops.push(top);
        tops
    }

    /// Lays out the rows in sight. Gives how far they will move, where heights were not as reckoned.
    fn rows_in_sight(
        &mut self,
        ui: &mut Ui,
        salt: &'static str,
        rows: &[(Key, f32)],
        tops: &[f32],
        viewport: Rect,
        draw: &mut impl FnMut(&mut Ui, usize),
    ) -> Option<f32> {
        let origin = ui.max_rect().min;
        let row_at = |distance: f32| tops.partition_point(|top| *top <= distance).saturating_sub(1);
        let last = (row_at(viewport.max.y + AHEAD) + 1).min(rows.len());
        let shown = row_at(viewport.min.y - AHEAD).min(last)..last;
        let typing_in = self.typing_in.take();
        let outside = rows.iter().position(|row| Some(row.0) == typing_in).filter(|index| !shown.contains(index));
        let (mut moved, mut moved_above) = (false, 0.0);
        for index in shown.chain(outside) {
            let key = rows[index].0;
            let corner = origin + vec2(form::PAGE_MARGIN, tops[index]);
            let room = Rect::from_min_max(corner, pos2(corner.x + self.width, f32::INFINITY));
            let scope = Id::unique((salt, "row", key));
            let mut child = ui.new_child(UiBuilder::new().max_rect(room).scope_id(scope));
            child.set_width(self.width);
            child.spacing_mut().item_spacing = vec2(8.0, 4.0);
            draw(&mut child, index);
            let used = child.min_rect();
            if has_focus(ui, used) {
                self.typing_in = Some(key);
            }
            let (before, height) = (tops[index + 1] - tops[index], used.height().ceil());
            self.measured.insert(key, height);
            if (before - height).abs() > 0.5 {
                moved = true;
                if tops[index + 1] <= viewport.min.y {
                    moved_above += height - before;
                }
            }
        }
        moved.then_some(moved_above)
    }
}

/// Whether what has the focus stands in here.
fn has_focus(ui: &Ui, rect: Rect) -> bool {
    let focused = ui.memory(egui::Memory::focused);
    focused.and_then(|id| ui.ctx().read_response(id)).is_some_and(|response| rect.contains(response.rect.center()))
}
