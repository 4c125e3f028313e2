//! The heading bands of groups: what they say, folding them, and the one that stays at the top.
//!
//! It must not know the rows below them.

use egui::{Rangef, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::Columns;
use super::rows::{focus_ring, line_rect};
use super::stack::{HEADING_HEIGHT, Holds, Stack};
use super::state::{TimelineState, WorkedOut};
use crate::ui::View;
use crate::ui::theme::{self, text};

/// While the rows of a group are seen but not its heading, the heading stays at the top.
pub(super) fn pinned(
    ui: &Ui,
    view: &View<'_>,
    state: &mut TimelineState,
    worked_out: &WorkedOut,
    stack: &Stack,
    first: usize,
    (columns, scrolled, origin): (&Columns, f32, f32),
) {
    let Some(Holds::Heading(group)) =
        stack.heading_above(first).and_then(|at| stack.lines.get(at)).map(|line| line.holds)
    else {
        return;
    };
    let next = stack.lines.get(first..).unwrap_or_default().iter().find(|line| matches!(line.holds, Holds::Heading(_)));
    let top = next.map_or(scrolled, |next| scrolled.min(next.top - HEADING_HEIGHT));
    let rect = line_rect(columns, Rangef::new(origin + top, origin + top + HEADING_HEIGHT));
    show(ui, view, state, worked_out, group, rect);
}

pub(super) fn show(ui: &Ui, view: &View<'_>, state: &mut TimelineState, worked_out: &WorkedOut, at: usize, rect: Rect) {
    let Some(group) = worked_out.lanes.groups.get(at) else { return };
    let palette = &view.palette;
    let key = (state.by, group.heading.clone());
    let folded = state.folded.contains(&key);
    let response = ui.interact(rect, ui.scope_id().with(("group", at, &group.heading)), Sense::click());
    let count = match group.rows.len() {
        0 => "no actions".to_owned(),
        1 => "1 action".to_owned(),
        count => format!("{count} actions"),
    };
    let name = format!("{}, {count}, {}", group.heading, if folded { "folded" } else { "unfolded" });
    response.widget_info(|| WidgetInfo::labeled(Role::DisclosureTriangle, true, &name));
    if response.clicked() {
        if folded {
            state.folded.remove(&key);
        } else {
            state.folded.insert(key);
        }
    }
    let painter = ui.painter();
    painter.rect_filled(rect, 0.0, if response.hovered() { palette.hover } else { palette.band });
    painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, palette.hairline));
    let centre = pos2(rect.left() + 14.0, rect.center().y);
    let points = if folded {
        vec![centre + vec2(-2.5, -4.0), centre + vec2(3.0, 0.0), centre + vec2(-2.5, 4.0)]
    } else {
        vec![centre + vec2(-4.0, -2.5), centre + vec2(4.0, -2.5), centre + vec2(0.0, 3.0)]
    };
    painter.add(Shape::convex_polygon(points, palette.ink_soft, Stroke::NONE));
    let count = painter.layout_no_wrap(count, theme::regular(text::SMALL), palette.ink_soft);
    let room = rect.width() - 28.0 - 14.0 - count.size().x - 10.0;
    let words =
        painter.layout_job(text::one_line(&group.heading, theme::semibold(text::BODY + 0.5), palette.ink, room));
    let end = rect.left() + 26.0 + words.size().x + 10.0;
    painter.galley(pos2(rect.left() + 26.0, rect.center().y - words.size().y / 2.0), words, palette.ink);
    painter.galley(pos2(end, rect.center().y - count.size().y / 2.0 + 0.5), count, palette.ink_soft);
    focus_ring(ui, view, &response, rect);
}
