//! An action that is not at hand, in a few lines; all of it can be pressed.

use std::sync::Arc;

use chrono::NaiveDate;
use egui::{
    Color32, FontId, Frame, Galley, Id, Margin, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::said::Round;
use crate::model::{Action, Plan, Standing};
use crate::report::is_complete;
use crate::ui::progress::going::{distance, on_one_line};
use crate::ui::said_before::day_and_by;
use crate::ui::theme::{self, Palette, text};
use crate::ui::view::View;
use crate::ui::widgets::{one_line, status_chip, status_chip_size};

/// The most lines of a description.
pub(super) const LINES: usize = 2;
/// About how high a card is besides its description, in points, with the space below it.
pub(super) const BESIDES: f32 = 84.0;

/// The card's frame, open or not.
pub(super) fn frame(palette: &Palette) -> Frame {
    Frame::NONE.fill(palette.paper).stroke(Stroke::new(1.0, palette.hairline)).corner_radius(6.0).inner_margin(Margin {
        left: 16,
        right: 16,
        top: 10,
        bottom: 11,
    })
}

/// Shows the card.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, round: &Round, standing: &Standing<'_>) -> Response {
    let (palette, action) = (view.palette, standing.action);
    let shown = frame(&palette).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(10.0, 4.0);
        first_line(ui, view, standing, true);
        let galley = few_lines(ui, &action.description, theme::regular(text::BODY), palette.ink, LINES);
        let (place, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        ui.painter().galley(place.min, galley, palette.ink);
        response.on_hover_text(&action.description);
        said(ui, &palette, round, action);
    });
    let rect = shown.response.rect;
    let response = ui.interact(rect, Id::unique(("round-card", action.id)), Sense::click());
    let words = if action.description.trim().is_empty() { "no words" } else { action.description.trim() };
    let name = format!("Enter an update: {} · {}", standing.reference(), on_one_line(words));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    if response.has_focus() {
        ui.painter().rect_stroke(rect, 6.0, Stroke::new(2.0, palette.accent), StrokeKind::Outside);
    } else if response.hovered() {
        ui.painter().rect_stroke(rect, 6.0, Stroke::new(1.0, palette.ink_faint), StrokeKind::Inside);
    }
    if response.gained_focus() {
        ui.scroll_to_rect(rect.expand(8.0), None);
    }
    ui.add_space(8.0);
    response
}

/// The reference, the deadline as written, whose it is, how late it is, and at the right the status.
pub(super) fn first_line(ui: &mut Ui, view: &View<'_>, standing: &Standing<'_>, with_status: bool) {
    let (plan, palette, action) = (view.plan, view.palette, standing.action);
    let status = plan.status_of(action.status);
    let word = status.map_or("No status", |status| status.word.as_str());
    let chip = if with_status { status_chip_size(ui, word).x + 12.0 } else { 0.0 };
    let whole = ui.available_width();
    ui.spacing_mut().interact_size.y = 20.0;
    ui.horizontal(|ui| {
        let start = ui.cursor().min.x;
        let left = |ui: &Ui| whole - chip - (ui.cursor().min.x - start);
        let font = theme::semibold(text::SMALL + 0.5);
        one_line(ui, &standing.reference(), font.clone(), palette.ink_soft, left(ui));
        let late = late_words(plan, action, view.as_at);
        let room = if late.is_empty() { 0.0 } else { 100.0 };
        let written = on_one_line(action.when.written());
        let due = if written.is_empty() { "No deadline".to_owned() } else { format!("Due {written}") };
        let owners = on_one_line(action.owners.written());
        let due = if owners.is_empty() { due } else { format!("{due}  ·  {owners}") };
        one_line(ui, &due, theme::regular(text::SMALL + 0.5), palette.ink_soft, (left(ui) - room).max(40.0));
        if !late.is_empty() {
            one_line(ui, &late, font, palette.warning, left(ui).max(40.0));
        }
        if with_status {
            ui.add_space((left(ui) + 12.0).max(0.0));
            status_chip(ui, &palette, status, "Status now", Sense::hover());
        }
    });
}

/// "12 days late", or nothing.
fn late_words(plan: &Plan, action: &Action, as_at: NaiveDate) -> String {
    match action.when.reading().due() {
        Some(due) if due < as_at && !is_complete(plan, action) => distance(due, as_at),
        _ => String::new(),
    }
}

/// What was said last, on one line; of this round it is in full ink.
fn said(ui: &mut Ui, palette: &Palette, round: &Round, action: &Action) {
    let now = round.update(action, None).filter(|_| round.is_said(action));
    let last = now.or_else(|| round.before(action, None).first().copied());
    let words = match (last, now.is_some()) {
        (None, _) => "Nothing was said yet".to_owned(),
        (Some(update), true) if update.text.trim().is_empty() => "✓ Said now: the status".to_owned(),
        (Some(update), true) => format!("✓ Said now: {}", on_one_line(&update.text)),
        (Some(update), false) => format!("{}: {}", day_and_by(update), on_one_line(&update.text)),
    };
    let ink = if now.is_some() { palette.ink } else { palette.ink_soft };
    one_line(ui, &words, theme::regular(text::SMALL + 0.5), ink, ui.available_width());
}

/// Words in at most so many lines.
fn few_lines(ui: &Ui, words: &str, font: FontId, color: Color32, most: usize) -> Arc<Galley> {
    let mut job = text::wrapped(words.trim(), font, color, ui.available_width());
    job.wrap.max_rows = most;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
