//! The plan's parts at the left: its grids with how they stand, the objectives of the one in sight, and
//! the status key with its counts.

use egui::{Rect, ScrollArea, Sense, Ui, pos2, vec2};

use super::state::{GridCounts, GridsState};
use crate::model::{Grid, GridId, Objective, Status};
use crate::ui::theme::{self, text};
use crate::ui::view::{Reveal, View};
use crate::ui::widgets::{progress_bar, status_chip};

const NUMBER: f32 = 20.0;

/// Shows the parts.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, state: &GridsState) {
    ui.spacing_mut().item_spacing = vec2(0.0, 2.0);
    let open = state.grid_at_top.or_else(|| view.plan.grids.first().map(|grid| grid.id));
    ScrollArea::vertical().id_salt("grids-nav-list").auto_shrink(false).show(ui, |ui| {
        for (index, grid) in view.plan.grids.iter().enumerate() {
            let counts = state.counts.get(index).cloned().unwrap_or_default();
            grid_entry(ui, view, index, grid, &counts, open);
            if open == Some(grid.id) {
                for objective in &grid.objectives {
                    objective_entry(ui, view, objective);
                }
            }
            ui.add_space(4.0);
        }
        ui.add_space(14.0);
        status_key(ui, view, &state.counts);
    });
}

fn grid_entry(ui: &mut Ui, view: &mut View<'_>, index: usize, grid: &Grid, counts: &GridCounts, open: Option<GridId>) {
    let palette = view.palette;
    let width = ui.available_width() - 6.0;
    let title = if grid.title.is_empty() { "Untitled grid" } else { grid.title.as_str() };
    let job = text::wrapped(title, theme::semibold(text::BODY), palette.ink, width - NUMBER - 22.0);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let height = galley.size().y + 28.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, format!("Go to {}", grid.full_title())));
    let fill = if open == Some(grid.id) {
        palette.selected
    } else if response.hovered() {
        palette.hover
    } else {
        egui::Color32::TRANSPARENT
    };
    ui.painter().rect_filled(rect, 6.0, fill);
    focus_frame(ui, view, &response, rect);
    let left = rect.left() + 10.0;
    let number = (index + 1).to_string();
    let number_color = if open == Some(grid.id) { palette.accent } else { palette.ink_faint };
    let line = text::line_height(text::BODY);
    ui.painter().text(
        pos2(left, rect.top() + 7.0 + line / 2.0),
        egui::Align2::LEFT_CENTER,
        number,
        theme::semibold(text::BODY),
        number_color,
    );
    let bar_top = rect.top() + 12.0 + galley.size().y;
    ui.painter().galley(pos2(left + NUMBER, rect.top() + 7.0), galley, palette.ink);
    let bar = Rect::from_min_size(pos2(left + NUMBER, bar_top), vec2(width - NUMBER - 26.0, 5.0));
    let statuses = with_counts(view, counts);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(bar));
    progress_bar(&mut child, &palette, &statuses, counts.total, bar.width());
    if response.clicked() {
        view.selection.reveal = Some(Reveal::Grid(grid.id));
    }
}

fn objective_entry(ui: &mut Ui, view: &mut View<'_>, objective: &Objective) {
    let palette = view.palette;
    let width = ui.available_width() - 6.0;
    let words = match (objective.reference.is_empty(), objective.statement.is_empty()) {
        (true, true) => "Untitled objective".to_owned(),
        (true, false) => objective.statement.clone(),
        (false, true) => objective.reference.clone(),
        (false, false) => format!("{} · {}", objective.reference, objective.statement),
    };
    let (rect, response) = ui.allocate_exact_size(vec2(width, 25.0), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, format!("Go to {words}")));
    let color = if response.hovered() { palette.ink } else { palette.ink_soft };
    let left = rect.left() + 10.0 + NUMBER;
    let job = text::one_line(&words, theme::medium(text::SMALL + 0.5), color, rect.right() - left - 6.0);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    if response.hovered() {
        ui.painter().rect_filled(rect, 6.0, palette.hover);
    }
    focus_frame(ui, view, &response, rect);
    let place = pos2(left, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(place, galley, color);
    if response.clicked() {
        view.selection.reveal = Some(Reveal::Objective(objective.id));
    }
    response.on_hover_text(words);
}

fn focus_frame(ui: &Ui, view: &View<'_>, response: &egui::Response, rect: Rect) {
    if response.has_focus() {
        let stroke = egui::Stroke::new(2.0, view.palette.accent);
        ui.painter().rect_stroke(rect, 6.0, stroke, egui::StrokeKind::Inside);
    }
}

fn with_counts<'plan>(view: &View<'plan>, counts: &GridCounts) -> Vec<(&'plan Status, usize)> {
    let plan = view.plan;
    counts.by_status.iter().filter_map(|(id, count)| Some((plan.status_of(*id)?, *count))).collect()
}

fn status_key(ui: &mut Ui, view: &View<'_>, counts: &[GridCounts]) {
    let palette = view.palette;
    let total: usize = counts.iter().map(|one| one.total).sum();
    let heading = format!("STATUS OF {total} ACTIONS");
    ui.horizontal(|ui| {
        ui.add_space(10.0);
        let font = theme::semibold(text::SMALL - 1.0);
        ui.label(egui::RichText::new(heading).font(font).color(palette.ink_faint).extra_letter_spacing(0.4));
    });
    ui.add_space(6.0);
    let plan = view.plan;
    let kinds = plan.statuses.iter().map(|status| Some(status.id)).chain([None]);
    for kind in kinds {
        let count: usize =
            counts.iter().flat_map(|one| &one.by_status).filter(|(id, _)| *id == kind).map(|(_, count)| *count).sum();
        if kind.is_none() && count == 0 {
            continue;
        }
        ui.horizontal(|ui| {
            ui.add_space(10.0);
            let left = ui.cursor().min.x;
            status_chip(ui, &palette, plan.status_of(kind), "", Sense::hover());
            ui.add_space((left + 110.0 - ui.cursor().min.x).max(8.0));
            let number = egui::RichText::new(count.to_string()).font(theme::medium(text::BODY));
            ui.label(number.color(palette.ink));
        });
        ui.add_space(3.0);
    }
}
