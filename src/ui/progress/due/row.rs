//! One row: all of it can be pressed, and a link in it.

use egui::{
    Align, Color32, FontId, Id, Layout, Rangef, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::Asked;
use super::columns::Columns;
use super::item::Shown;
use crate::model::{Plan, Shows};
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};
use crate::ui::view::View;
use crate::ui::widgets::{LinkButton, status_chip};

const HEADING: f32 = 30.0;
const PADDING: f32 = 14.0;

/// How high a row is, in points.
pub(super) fn height(columns: Option<&Columns>) -> f32 {
    if columns.is_some() { 60.0 } else { 108.0 }
}

/// The words over the columns.
pub(super) fn heading(ui: &mut Ui, plan: &Plan, palette: &Palette, columns: &Columns) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width() - 16.0, HEADING), Sense::hover());
    ui.painter().rect_filled(rect, 0.0, palette.band);
    let cells = [
        (columns.reference, ""),
        (columns.words, plan.heading_of(Shows::Description)),
        (columns.owners, plan.heading_of(Shows::Owners)),
        (columns.due, plan.heading_of(Shows::When)),
        (columns.status, plan.heading_of(Shows::Status)),
    ];
    for (column, words) in cells.into_iter().filter(|(_, words)| !words.is_empty()) {
        let room = Rect::from_x_y_ranges(moved(column, rect.left()), rect.y_range());
        let mut child = ui.new_child(UiBuilder::new().max_rect(room).layout(Layout::left_to_right(Align::Center)));
        let words = RichText::new(words).font(theme::semibold(text::SMALL)).color(palette.ink_soft);
        child.add(egui::Label::new(words).truncate());
    }
}

/// Shows the row, and what is asked for.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, columns: Option<&Columns>, item: &Shown<'_>) -> Option<Asked> {
    let (palette, action) = (view.palette, item.standing.action);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height(columns)), Sense::hover());
    let response = ui.interact(rect, Id::unique(("progress-due", action.id, item.milestone)), Sense::click());
    let status = view.plan.status_of(action.status);
    let spoken = item.spoken(status.map_or("no status", |status| status.word.as_str()));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &spoken));
    let fill = if response.hovered() { palette.hover } else { palette.paper };
    ui.painter().rect_filled(rect, 0.0, fill);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, palette.hairline));
    let mut pieces = Pieces { ui, palette: &palette, rect };
    let is_linked =
        if let Some(columns) = columns { pieces.in_columns(view, columns, item) } else { pieces.stacked(view, item) };
    if response.has_focus() {
        let line = Stroke::new(2.0, palette.accent);
        ui.painter().rect_stroke(rect.shrink(1.0), 4.0, line, StrokeKind::Inside);
    }
    if response.gained_focus() {
        ui.scroll_to_rect(rect, None);
    }
    let is_pressed = response.clicked();
    response.on_hover_text(format!("{}\n{}: {}", item.words, view.plan.heading_of(Shows::When), item.due));
    if is_linked {
        Some(Asked::Write(action.id))
    } else if is_pressed {
        Some(Asked::GoTo(action.id))
    } else {
        None
    }
}

fn moved(column: Rangef, by: f32) -> Rangef {
    Rangef::new(column.min + by, column.max + by)
}

/// What a row is painted with.
struct Pieces<'ui> {
    ui: &'ui mut Ui,
    palette: &'ui Palette,
    rect: Rect,
}

impl Pieces<'_> {
    fn in_columns(&mut self, view: &View<'_>, columns: &Columns, item: &Shown<'_>) -> bool {
        let palette = self.palette;
        let (top, left) = (self.rect.top() + 9.0, self.rect.left());
        let line = text::line_height(text::BODY);
        let column = |column: Rangef| moved(column, left);
        let body = || theme::regular(text::BODY);
        let reference = column(columns.reference);
        self.words(&item.reference, theme::semibold(text::SMALL + 0.5), palette.ink_soft, reference, top + 1.0, 1);
        self.words(&item.words, body(), palette.ink, column(columns.words), top, 2);
        self.words(&item.owners, body(), palette.ink_soft, column(columns.owners), top, 2);
        self.words(&item.due, body(), palette.ink, column(columns.due), top, 1);
        let (font, ink) = self.distance_look(item);
        self.words(&item.distance, font, ink, column(columns.due), top + line, 1);
        let status = column(columns.status);
        self.chip(view, item, pos2(status.min, top - 2.0), status.span());
        self.words(&item.last, theme::regular(text::SMALL), palette.ink_soft, status, top + line + 5.0, 1);
        self.link(item, Rect::from_x_y_ranges(column(columns.link), self.rect.y_range()))
    }

    /// The words above, the rest below them.
    fn stacked(&mut self, view: &View<'_>, item: &Shown<'_>) -> bool {
        let palette = self.palette;
        let whole = self.rect.x_range().shrink(PADDING);
        let top = self.rect.top() + 8.0;
        let line = text::line_height(text::BODY);
        let small = theme::regular(text::SMALL + 0.5);
        let reference = Rangef::new(whole.min, whole.min + 70.0);
        self.words(&item.reference, theme::semibold(text::SMALL + 0.5), palette.ink_soft, reference, top, 1);
        let middle = whole.center();
        let due = format!("Due {}", item.due);
        self.words(&due, small.clone(), palette.ink_soft, Rangef::new(whole.min + 78.0, middle + 40.0), top, 1);
        let (font, ink) = self.distance_look(item);
        self.words(&item.distance, font, ink, Rangef::new(middle + 48.0, whole.max), top, 1);
        self.words(&item.words, theme::regular(text::BODY), palette.ink, whole, top + line, 2);
        let below = top + 3.0 * line + 6.0;
        let width = self.chip(view, item, pos2(whole.min, below - 1.0), 120.0);
        let owners = Rangef::new(whole.min + width + 10.0, whole.max - 120.0);
        self.words(&item.owners, small, palette.ink_soft, owners, below + 2.0, 1);
        let room = Rect::from_min_max(pos2(whole.max - 112.0, below - 2.0), pos2(whole.max, self.rect.bottom() - 6.0));
        self.link(item, room)
    }

    fn distance_look(&self, item: &Shown<'_>) -> (FontId, Color32) {
        if item.is_late {
            (theme::semibold(text::SMALL + 0.5), self.palette.warning)
        } else {
            (theme::regular(text::SMALL + 0.5), self.palette.ink_soft)
        }
    }

    fn words(&self, words: &str, font: FontId, color: Color32, column: Rangef, top: f32, most: usize) {
        let mut job = text::wrapped(words, font, color, column.span().max(1.0));
        job.wrap.max_rows = most;
        job.wrap.break_anywhere = most == 1;
        let galley = self.ui.fonts_mut(|fonts| fonts.layout_job(job));
        self.ui.painter().galley(pos2(column.min, top), galley, color);
    }

    /// Gives back how wide it came out.
    fn chip(&mut self, view: &View<'_>, item: &Shown<'_>, at: egui::Pos2, width: f32) -> f32 {
        let room = Rect::from_min_size(at, vec2(width, 24.0));
        let status = view.plan.status_of(item.standing.action.status);
        let mut child = self.ui.new_child(UiBuilder::new().max_rect(room));
        child.set_clip_rect(room.expand(2.0).intersect(self.ui.clip_rect()));
        status_chip(&mut child, self.palette, status, "", Sense::hover()).rect.width()
    }

    fn link(&mut self, item: &Shown<'_>, room: Rect) -> bool {
        let mut child = self.ui.new_child(UiBuilder::new().max_rect(room).layout(Layout::right_to_left(Align::Center)));
        let of = item.milestone.map_or("", |_| ", due by a milestone");
        let name = format!("Write an update: {}{of}", item.reference);
        dialog::link(&mut child, self.palette, LinkButton::new("Write an update").name(&name)).clicked()
    }
}
