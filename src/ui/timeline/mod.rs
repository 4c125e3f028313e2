//! The Timeline view: quarters and months across, rows of actions down.
//!
//! | file | idea |
//! |---|---|
//! | `axis` | a day's place across, and what part of the year is seen (pure) |
//! | `tracks`, `stack` | which marks stand below each other; where each row begins (pure) |
//! | `place`, `flags` | where marks, words and names go, so that none cover each other (pure) |
//! | `words` | what stands beside marks, in cards, and for screen readers (pure) |
//! | `state` | what is remembered, and what is worked out of the plan |
//! | `rules`, `paint`, `hover` | upright lines; marks and words in colour; tooltips |
//! | `header`, `legend`, `headings`, `row`, `rows`, `keys`, `tray`, `toolbar` | the parts of the page |
//!
//! Marks are placed as plain data before anything is painted, so that dragging them can be added: a drag
//! needs only to know which placed rectangle it began in.
//!
//! *Architecture invariant:* nothing here changes a plan, and nothing asks for a frame while nothing
//! happens.

mod axis;
mod flags;
mod header;
mod headings;
mod hover;
mod keys;
mod legend;
mod paint;
mod place;
mod row;
mod rows;
mod rules;
mod stack;
mod state;
#[cfg(test)]
mod tests;
mod toolbar;
mod tracks;
mod tray;
mod words;

pub use axis::Window;
pub use state::TimelineState;

use egui::{Rangef, Rect, Sense, Ui, UiBuilder, pos2};

use crate::model::ActionId;
use crate::ui::{Command, Reveal, View, ViewKind};

/// Room at both ends of the axis for marks of its first and last day.
const AXIS_MARGIN: f32 = 9.0;
/// Room for the scroll bar.
const SCROLL_BAR: f32 = 14.0;

/// Shows the timeline in all the space there is.
pub fn show(ui: &mut Ui, view: &mut View<'_>, state: &mut TimelineState) {
    let palette = view.palette;
    let rect = ui.available_rect_before_wrap();
    ui.allocate_rect(rect, Sense::hover());
    let mut worked_out = state.take_worked_out(view);
    state.window = state.window.within(worked_out.lanes.span);
    let tray_width = tray_width(rect.width());
    let tray_open = state.tray_open.unwrap_or(rect.width() >= 880.0);
    ui.painter().rect_filled(rect, 0.0, palette.paper);

    let (bar, below) = rect.split_top_bottom_at_y(rect.top() + toolbar::HEIGHT);
    let line = egui::Stroke::new(1.0, palette.hairline);
    ui.painter().hline(rect.x_range(), bar.bottom() - 0.5, line);
    let chart_width = if tray_open { (rect.width() - tray_width).max(0.0) } else { rect.width() };
    let (chart, tray) = below.split_left_right_at_x(rect.left() + chart_width);

    let mut part = |rect: Rect, name: &str, show: &mut dyn FnMut(&mut Ui)| {
        let mut part = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(name));
        part.shrink_clip_rect(rect);
        show(&mut part);
    };
    part(bar, "toolbar", &mut |ui| toolbar::show(ui, view, state, &worked_out, tray_open));
    part(chart, "chart", &mut |ui| {
        let columns = columns(ui, view, &worked_out, chart);
        rows::show(ui, view, state, &mut worked_out, &columns);
        if view.found.is_some_and(<[_]>::is_empty) {
            let words = egui::RichText::new("No action matches the search.").color(palette.ink_soft);
            ui.put(Rect::from_center_size(chart.center(), egui::vec2(360.0, 40.0)), egui::Label::new(words));
        }
    });
    if tray_open {
        part(tray, "tray", &mut |ui| {
            ui.painter().vline(tray.left() + 0.5, tray.y_range(), line);
            tray::show(ui, view, state, &mut worked_out);
        });
    }
    state.selection_seen = view.selection.action;
    state.worked_out = Some(worked_out);
}

/// Where the parts of the chart lie.
struct Columns {
    /// Quarters, months and flags, over labels and axis.
    head: Rect,
    /// The rows, scroll bar included.
    body: Rect,
    /// The labels of rows.
    labels: Rangef,
    /// The axis.
    axis: Rangef,
    /// How many rows of flags the head has.
    flag_rows: usize,
}

fn columns(ui: &Ui, view: &View<'_>, worked_out: &state::WorkedOut, chart: Rect) -> Columns {
    let label_width = (chart.width() * 0.29).clamp(150.0, 330.0);
    let split = chart.left() + label_width;
    let right = (chart.right() - SCROLL_BAR - AXIS_MARGIN).max(split + AXIS_MARGIN + 1.0);
    let axis = Rangef::new(split + AXIS_MARGIN, right);
    // As many rows as are needed while the whole period is seen: nothing may jump while one zooms.
    let fit = axis::Axis::new(worked_out.lanes.span, Window::default(), axis);
    let flag_rows = header::flag_rows(ui.painter(), view, &fit);
    let (head, body) = chart.split_top_bottom_at_y(chart.top() + header::height(flag_rows));
    Columns {
        head: Rect::from_min_max(head.min, pos2(chart.right() - SCROLL_BAR, head.bottom())),
        body,
        labels: Rangef::new(chart.left(), split),
        axis,
        flag_rows,
    }
}

fn tray_width(width: f32) -> f32 {
    (width * 0.19).clamp(208.0, 272.0)
}

/// Selects an action; the rows take the cursor there.
fn select(view: &mut View<'_>, state: &mut TimelineState, action: ActionId) {
    if view.selection.action != Some(action) {
        view.selection.action = Some(action);
        state.cursor = None;
    }
}

/// Selects an action and asks for it to be shown in the forms.
fn open_in_form(view: &mut View<'_>, action: ActionId) {
    view.selection.action = Some(action);
    view.selection.reveal = Some(Reveal::Action(action));
    view.outbox.command(Command::Show(ViewKind::Grids));
}
