//! A long list inside something that scrolls, of which only what is in sight is laid out. Heights are
//! estimated until a row was shown.
//!
//! It must not know what its rows show.

use egui::style::ScrollAnimation;
use egui::{Id, Rect, Sense, Ui, UiBuilder, pos2, vec2};

/// Rows this far out of sight are laid out too, so that Tab finds the next thing to press.
const AHEAD: f32 = 300.0;

/// Where the rows of a list stand.
#[derive(Debug, Default)]
pub(crate) struct LongList {
    heights: Vec<f32>,
    /// The row that has the focus. It is laid out wherever it is: a key pressed in it must not be lost.
    focused: Option<usize>,
    reveal: Option<usize>,
    /// Rows came out other than estimated when it was last shown.
    has_moved: bool,
}

impl LongList {
    /// Lays out this row in the next frame wherever it is, so that it can ask for the focus.
    pub(crate) fn reveal(&mut self, row: usize) {
        self.reveal = Some(row);
    }

    /// Whether all rows stood where they belong when it was last shown.
    pub(crate) fn is_settled(&self) -> bool {
        !self.has_moved
    }

    /// Forgets how high rows are: other ones stand in the list.
    pub(crate) fn forget(&mut self) {
        self.heights.clear();
        self.focused = None;
    }

    /// Shows the rows as wide as there is room. `estimate` is a row's height to reckon with until it was
    /// shown.
    pub(crate) fn show(
        &mut self,
        ui: &mut Ui,
        salt: &'static str,
        count: usize,
        estimate: impl Fn(usize, f32) -> f32,
        mut draw: impl FnMut(&mut Ui, usize),
    ) {
        let width = ui.available_width();
        // In another width, the heights from before are as good to reckon with as any.
        if self.heights.len() != count {
            self.heights = (0..count).map(|index| estimate(index, width).ceil()).collect();
        }
        let tops = self.tops();
        let whole = vec2(width, tops.last().copied().unwrap_or(0.0));
        let (list, _) = ui.allocate_exact_size(whole, Sense::hover());
        let sight = ui.clip_rect().y_range();
        let row_at = |y: f32| tops.partition_point(|top| list.top() + top <= y).saturating_sub(1);
        let end = (row_at(sight.max + AHEAD) + 1).min(count);
        let shown = row_at(sight.min - AHEAD).min(end)..end;
        let wanted = [self.reveal.take(), self.focused.take()];
        let outside = wanted.into_iter().flatten().filter(|index| *index < count && !shown.contains(index));
        let mut rows: Vec<usize> = shown.clone().chain(outside).collect();
        rows.sort_unstable();
        rows.dedup();

        let (mut has_moved, mut moved_above) = (false, 0.0);
        for index in rows {
            let corner = pos2(list.left(), list.top() + tops[index]);
            let room = Rect::from_min_max(corner, pos2(list.right(), f32::INFINITY));
            let mut child = ui.new_child(UiBuilder::new().max_rect(room).scope_id(Id::unique((salt, index))));
            child.set_width(width);
            draw(&mut child, index);
            let used = child.min_rect();
            if has_focus(ui, used) {
                self.focused = Some(index);
            }
            let (before, height) = (self.heights[index], used.height().ceil());
            self.heights[index] = height;
            if (before - height).abs() > 0.5 {
                has_moved = true;
                if corner.y + before <= sight.min {
                    moved_above += height - before;
                }
            }
        }
        self.has_moved = has_moved;
        if has_moved {
            // Rows above came out higher or lower than estimated: what is in sight stays where it is.
            ui.scroll_with_delta_animation(vec2(0.0, -moved_above), ScrollAnimation::none());
            ui.ctx().request_discard("rows came out other than estimated");
            ui.ctx().request_repaint();
        }
    }

    /// The top of each row, and the end of the last one.
    fn tops(&self) -> Vec<f32> {
        let mut top = 0.0;
        let mut tops = Vec::with_capacity(self.heights.len() + 1);
        tops.push(top);
        tops.extend(self.heights.iter().map(|height| {
            top += height;
            top
        }));
        tops
    }
}

/// Whether what has the focus stands in here.
fn has_focus(ui: &Ui, rect: Rect) -> bool {
    let focused = ui.memory(egui::Memory::focused);
    focused.and_then(|id| ui.ctx().read_response(id)).is_some_and(|response| rect.contains(response.rect.center()))
}

/// How high a text is about, in a column this wide, of letters this large.
pub(crate) fn estimated_lines(text: &str, width: f32, most: usize) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "letters in a line")]
    let letters = (width / 6.8).max(8.0) as usize;
    let mut lines = 0;
    for line in text.split('\n') {
        lines += line.len().div_ceil(letters).max(1);
        if lines >= most {
            return most;
        }
    }
    lines
}
