//! The table: owners by quarters. It scrolls both ways; the owners stay at the left and the headings at the top.

use std::borrow::Cow;

use egui::{Align2, Id, Rect, ScrollArea, Sense, Stroke, Ui, Vec2, pos2, vec2};

use super::LoadState;
use super::cell::{self, Cell};
use super::words;
use crate::model::ActionId;
use crate::report::{Load, OwnerLoad};
use crate::ui::progress::worked::Worked;
use crate::ui::theme::{self, Palette, text};
use crate::ui::view::View;

const HEADING: f32 = 44.0;
const ROW: f32 = 34.0;
/// Rows this far out of sight are laid out too, so that Tab finds the next number.
const AHEAD: f32 = 120.0;
const PADDING: f32 = 12.0;

/// How wide the columns are.
#[derive(Clone, Copy)]
struct Widths {
    owner: f32,
    column: f32,
    count: usize,
}

impl Widths {
    fn of(width: f32, count: usize) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "at most a hundred quarters")]
        let columns = count as f32;
        let least = (width * 0.3).clamp(120.0, 260.0);
        let column = ((width - least) / columns).clamp(62.0, 96.0).floor();
        // What the numbers leave is for long names.
        let owner = (width - column * columns).clamp(least, 420.0).floor();
        Self { owner, column, count }
    }

    fn left(self, column: usize) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "at most a hundred quarters")]
        let before = column as f32 * self.column;
        self.owner + before
    }

    fn whole(self) -> f32 {
        self.left(self.count)
    }
}

/// The actions in a column: before, the quarters, after, no date, all.
fn column_of(owner: &OwnerLoad, quarters: usize, column: usize) -> Cow<'_, [ActionId]> {
    match column {
        0 => (&owner.before).into(),
        column if column <= quarters => (&owner.quarters[column - 1]).into(),
        column if column == quarters + 1 => (&owner.after).into(),
        column if column == quarters + 2 => (&owner.undated).into(),
        _ => {
            let quarters = owner.quarters.iter().flatten();
            owner.before.iter().chain(quarters).chain(&owner.after).chain(&owner.undated).copied().collect()
        }
    }
}

/// Shows the table, at most this high.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, worked: &Worked, load: &Load, state: &mut LoadState, height: f32) {
    let palette = view.palette;
    let quarters = load.quarters.len();
    let widths = Widths::of(ui.available_width() - 20.0, quarters + 4);
    let rows: Vec<&OwnerLoad> = std::iter::once(&load.total).chain(&load.owners).collect();
    let most = load.owners.iter().map(OwnerLoad::most).max().unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "owners of one plan")]
    let whole = vec2(widths.whole() + 1.0, HEADING + ROW * rows.len() as f32 + 1.0);
    let area = ScrollArea::both().id_salt("progress-load").auto_shrink(false).max_height(height);
    area.show_viewport(ui, |ui, sight| {
        let (table, _) = ui.allocate_exact_size(whole.max(sight.size().min(Vec2::ZERO)), Sense::hover());
        ui.painter().rect_filled(table, 0.0, palette.paper);
        let clip = ui.clip_rect();
        // What stays in sight stands on top of what scrolls below it, so its room is left out of that.
        let inner = Rect::from_min_max(pos2(clip.left() + widths.owner, clip.top() + HEADING), clip.max);
        let mut focused = None;
        for (index, owner) in rows.iter().enumerate() {
            let row = row_rect(table, index);
            let is_near = row.bottom() > clip.top() - AHEAD && row.top() < clip.bottom() + AHEAD;
            if !is_near && state.focused.is_none_or(|(focused, _)| focused != index) {
                continue;
            }
            let is_total = index == 0;
            let name = owner_name(owner, is_total);
            ui.painter().hline(row.x_range(), row.top(), Stroke::new(1.0, palette.hairline));
            let mut child = ui.new_child(egui::UiBuilder::new().max_rect(row));
            child.set_clip_rect(inner);
            for column in 0..widths.count {
                let left = row.left() + widths.left(column);
                let rect = Rect::from_min_size(pos2(left, row.top()), vec2(widths.column, ROW));
                let actions = column_of(owner, quarters, column);
                let is_quarter = (1..=quarters).contains(&column);
                let cell = Cell {
                    id: Id::unique(("progress-load", &owner.name, is_total, column)),
                    actions: &actions,
                    name: &format!("{name}, {}", words::spoken(load, column)),
                    most: (is_quarter && !is_total).then_some(most),
                    is_strong: is_total || column + 1 == widths.count,
                };
                let response = cell::show(&mut child, view, worked, rect, &cell);
                if response.gained_focus() {
                    // What stays at the left and at the top must not stand on it.
                    let margin = vec2(widths.owner, HEADING);
                    ui.scroll_to_rect(Rect::from_min_max(rect.min - margin, rect.max), None);
                }
                if response.has_focus() {
                    focused = Some((index, column));
                }
            }
            let place = Rect::from_min_size(pos2(clip.left(), row.top()), vec2(widths.owner, ROW));
            owner_cell(ui, &palette, place, name, is_total, clip);
        }
        state.focused = focused;
        headings(ui, &palette, load, widths, table, clip);
    });
}

fn row_rect(table: Rect, index: usize) -> Rect {
    #[expect(clippy::cast_precision_loss, reason = "owners of one plan")]
    let top = table.top() + HEADING + ROW * index as f32;
    Rect::from_min_size(pos2(table.left(), top), vec2(table.width(), ROW))
}

fn owner_name(owner: &OwnerLoad, is_total: bool) -> &str {
    match (is_total, owner.name.is_empty()) {
        (true, _) => "All owners",
        (false, true) => "No owner",
        (false, false) => &owner.name,
    }
}

/// The owner's name at the left edge of what is in sight.
fn owner_cell(ui: &mut Ui, palette: &Palette, rect: Rect, name: &str, is_total: bool, clip: Rect) {
    let below_headings = clip.with_min_y(clip.top() + HEADING);
    let painter = ui.painter().with_clip_rect(below_headings);
    painter.rect_filled(rect, 0.0, palette.paper);
    painter.hline(rect.x_range(), rect.top(), Stroke::new(1.0, palette.hairline));
    let font = if is_total { theme::semibold(text::BODY) } else { theme::regular(text::BODY) };
    let job = text::one_line(name, font, palette.ink, rect.width() - 2.0 * PADDING);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let place = pos2(rect.left() + PADDING, rect.center().y - galley.size().y / 2.0);
    painter.galley(place, galley, palette.ink);
    let response = ui.interact(
        rect.intersect(below_headings),
        Id::unique(("progress-load-owner", name, is_total)),
        Sense::hover(),
    );
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, name));
    response.on_hover_text(name);
}

/// The headings at the top edge of what is in sight.
fn headings(ui: &mut Ui, palette: &Palette, load: &Load, widths: Widths, table: Rect, clip: Rect) {
    let band = Rect::from_min_size(pos2(table.left(), clip.top()), vec2(table.width(), HEADING));
    let painter = ui.painter().with_clip_rect(clip.with_min_x(clip.left() + widths.owner));
    painter.rect_filled(band, 0.0, palette.band);
    for column in 0..widths.count {
        let [large, small] = words::heading(load, column);
        let left = table.left() + widths.left(column);
        let centre = pos2(left + widths.column / 2.0, band.center().y);
        let apart = if small.is_empty() { 0.0 } else { 8.0 };
        let ink = palette.ink_soft;
        painter.text(centre - vec2(0.0, apart), Align2::CENTER_CENTER, large, theme::semibold(text::SMALL), ink);
        if !small.is_empty() {
            let font = theme::regular(text::SMALL - 0.5);
            painter.text(centre + vec2(0.0, apart), Align2::CENTER_CENTER, small, font, ink);
        }
    }
    let corner = Rect::from_min_size(pos2(clip.left(), clip.top()), vec2(widths.owner, HEADING));
    ui.painter().rect_filled(corner, 0.0, palette.band);
    let place = pos2(corner.left() + PADDING, corner.center().y);
    ui.painter().text(place, Align2::LEFT_CENTER, "Owner", theme::semibold(text::SMALL), palette.ink_soft);
}
