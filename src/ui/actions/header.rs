//! The heading row: the names of the columns, sorted by a press, and the box that selects all.

use egui::accesskit::SortDirection;
use egui::{Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::column::{Column, Widths};
use super::measure::{PAD, inner_width};
use super::sort::{Direction, Sort};
use super::state::ActionsState;
use crate::model::Plan;
use crate::ui::theme::{self, Palette, text};
use crate::ui::view::View;
use crate::ui::widgets::check_box::{Tick, check_box};

/// The room for the sign that says which way a column is sorted.
const SIGN: f32 = 14.0;

fn job(heading: &str, palette: &Palette, width: f32) -> egui::text::LayoutJob {
    text::wrapped(heading, theme::semibold(text::SMALL + 0.5), palette.ink, width)
}

/// How high the heading row is: as high as its longest heading.
pub(super) fn height(ui: &Ui, plan: &Plan, palette: &Palette, widths: &Widths) -> f32 {
    let high = |column: Column| {
        let job = job(column.heading(plan), palette, inner_width(widths, column) - SIGN);
        ui.fonts_mut(|fonts| fonts.layout_job(job)).size().y
    };
    Column::ALL.into_iter().map(high).fold(0.0, f32::max) + PAD.y * 2.0
}

/// Shows the row in `rect`, moved left by as much as the table is scrolled.
pub(super) fn show(ui: &mut Ui, rect: Rect, view: &View<'_>, state: &mut ActionsState, widths: &Widths) {
    let palette = view.palette;
    let mut ui = ui.new_child(UiBuilder::new().id_salt("actions heading").max_rect(rect));
    ui.set_clip_rect(rect.intersect(ui.clip_rect()));
    let left = rect.left() - state.scroll.offset.x;
    let band = Rect::from_min_size(pos2(left, rect.top()), vec2(widths.total(), rect.height()));
    ui.painter().rect_filled(band, egui::CornerRadius { nw: 6, ne: 6, sw: 0, se: 0 }, palette.band);

    let select = Rect::from_min_size(band.min, vec2(widths.of(Column::Reference).0, rect.height()));
    let shown = state.rows.shown;
    let tick = match state.chosen.len() {
        0 => Tick::Off,
        some if some < shown => Tick::Partly,
        _ => Tick::On,
    };
    let id = ui.scope_id().with("select all");
    if check_box(&ui, &palette, id, select, tick, "Select all shown").on_hover_text("Select all shown").clicked() {
        state.chosen = if tick == Tick::On {
            std::collections::HashSet::new()
        } else {
            state.rows.rows().map(|row| row.id).collect()
        };
    }
    for column in Column::ALL {
        let (from, to) = widths.of(column);
        let cell = Rect::from_min_max(pos2(left + from, rect.top()), pos2(left + to, rect.bottom()));
        heading(&mut ui, cell, column, view, state, widths);
    }
    for edge in widths.lines() {
        ui.painter().vline(left + edge, rect.y_range(), Stroke::new(1.0, palette.hairline));
    }
    let outline = Stroke::new(1.0, palette.hairline);
    ui.painter().rect_stroke(band, egui::CornerRadius { nw: 6, ne: 6, sw: 0, se: 0 }, outline, StrokeKind::Inside);
}

fn heading(ui: &mut Ui, cell: Rect, column: Column, view: &View<'_>, state: &mut ActionsState, widths: &Widths) {
    let palette = view.palette;
    let words = column.heading(view.plan);
    let response = ui.interact(cell, ui.scope_id().with(column), Sense::click());
    let name = format!("Sort by {words}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    let direction = state.query.sort.filter(|sort| sort.column == column).map(|sort| sort.direction);
    if let Some(direction) = direction {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_sort_direction(match direction {
                Direction::Up => SortDirection::Ascending,
                Direction::Down => SortDirection::Descending,
            });
        });
    }
    if response.clicked() {
        state.query.sort = Sort::after_press(state.query.sort, column);
    }
    if response.hovered() {
        ui.painter().rect_filled(cell, 0.0, palette.hover);
    }
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job(words, &palette, inner_width(widths, column) - SIGN)));
    let corner = pos2(cell.left() + PAD.x, cell.center().y - galley.size().y / 2.0);
    if let Some(direction) = direction {
        let sign = match direction {
            Direction::Up => "▲",
            Direction::Down => "▼",
        };
        let at = pos2(corner.x + galley.size().x + 5.0, cell.center().y);
        ui.painter().text(at, egui::Align2::LEFT_CENTER, sign, theme::regular(text::SMALL - 2.0), palette.accent);
    }
    ui.painter().galley(corner, galley, palette.ink);
    if response.has_focus() {
        ui.painter().rect_stroke(cell, 2.0, Stroke::new(2.0, palette.accent), StrokeKind::Inside);
    }
    response.on_hover_text(match direction {
        None => format!("Sort by {words}"),
        Some(_) if state.query.sort.is_some() => "Sort the other way, then back to the plan's order".to_owned(),
        Some(_) => String::new(),
    });
}
