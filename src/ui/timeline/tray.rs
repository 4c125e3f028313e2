//! The tray at the side: what has words but no day, so that nothing is missing from the page.
//!
//! It must not know how the chart is drawn. Only the cards that are seen are laid out; the height of one
//! never seen is guessed.

use egui::{Pos2, Rangef, Rect, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::state::{TimelineState, WorkedOut};
use super::words::reason;
use super::{open_in_form, select};
use crate::dates::Kind;
use crate::report::{MarkOf, Undated};
use crate::ui::View;
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::icon_button;

const SIDE: f32 = 16.0;
const PADDING: f32 = 11.0;
const BETWEEN: f32 = 8.0;
const GUESS: f32 = 84.0;
const MOST_LINES: usize = 3;

/// Shows the tray in the space of `ui`.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, state: &mut TimelineState, worked_out: &mut WorkedOut) {
    let palette = view.palette;
    let rect = ui.max_rect();
    let count = worked_out.lanes.undated.len();
    let head = Rect::from_min_max(rect.min + vec2(SIDE, 12.0), pos2(rect.right() - SIDE + 4.0, rect.bottom()));
    let mut head = ui.new_child(egui::UiBuilder::new().max_rect(head).layout(egui::Layout::top_down(egui::Align::Min)));
    head.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(RichText::new("No date to draw").font(theme::semibold(text::HEADING)).color(palette.ink));
        ui.label(RichText::new(count.to_string()).font(theme::medium(text::HEADING)).color(palette.ink_faint));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if icon_button(ui, &palette, "×", "Hide what has no date").clicked() {
                state.tray_open = Some(false);
            }
        });
    });
    let words = if count == 0 {
        "Nothing is missing from this page: every deadline and milestone has a day."
    } else {
        "Nothing is missing from this page: these have words, but no day."
    };
    head.label(RichText::new(words).font(theme::regular(text::SMALL + 0.5)).color(palette.ink_soft));
    let body = Rect::from_min_max(pos2(rect.left() + SIDE, head.min_rect().bottom() + 12.0), rect.max);
    let mut body = ui.new_child(egui::UiBuilder::new().max_rect(body));
    cards(&mut body, view, state, worked_out);
}

fn cards(ui: &mut Ui, view: &mut View<'_>, state: &mut TimelineState, worked_out: &mut WorkedOut) {
    let width = ui.max_rect().width() - 14.0;
    let WorkedOut { lanes, cards, .. } = worked_out;
    if (cards.0 - width).abs() > 0.5 || cards.1.len() != lanes.undated.len() {
        *cards = (width, vec![None; lanes.undated.len()]);
    }
    let heights = &mut cards.1;
    ScrollArea::vertical().id_salt("tray").auto_shrink(false).show_viewport(ui, |ui, viewport| {
        let total: f32 = heights.iter().map(|height| height.unwrap_or(GUESS) + BETWEEN).sum();
        ui.set_height(total + SIDE);
        let origin = ui.max_rect().min;
        let mut top = 0.0;
        for (undated, height) in lanes.undated.iter().zip(heights) {
            let guess = height.unwrap_or(GUESS);
            if top > viewport.max.y {
                break;
            }
            if top + guess >= viewport.min.y {
                let selected = view.selection.action == Some(undated.action);
                let (drawn, response) = card(ui, &view.palette, undated, origin + vec2(0.0, top), width, selected);
                *height = Some(drawn);
                if response.double_clicked() {
                    open_in_form(view, undated.action);
                } else if response.clicked() {
                    select(view, state, undated.action);
                }
                top += drawn + BETWEEN;
            } else {
                top += guess + BETWEEN;
            }
        }
    });
}

/// Draws a card and says how high it came out.
fn card(
    ui: &Ui,
    palette: &Palette,
    undated: &Undated,
    corner: Pos2,
    width: f32,
    selected: bool,
) -> (f32, egui::Response) {
    let painter = ui.painter();
    let (what, words) = match undated.of {
        MarkOf::Deadline => ("deadline", undated.label.as_str()),
        MarkOf::Milestone(_) if undated.kind == Kind::Placeholder || undated.words.trim().is_empty() => {
            ("milestone", undated.label.as_str())
        }
        MarkOf::Milestone(_) => ("milestone", undated.words.trim()),
    };
    let why = reason(undated);
    let inner = width - 2.0 * PADDING;
    let one_line = |words: &str, font, ink| painter.layout_job(text::one_line(words, font, ink, inner));
    let reference = one_line(&undated.reference, theme::semibold(text::BODY), palette.ink);
    let kind = one_line(what, theme::regular(text::SMALL - 0.5), palette.ink_faint);
    let mut job = text::wrapped(words, theme::regular(text::SMALL + 0.5), palette.ink_soft, inner);
    job.wrap.max_rows = MOST_LINES;
    let words_galley = painter.layout_job(job);
    let why_galley = painter.layout_job(text::wrapped(&why, theme::regular(text::SMALL), palette.warning, inner));
    let height = reference.size().y + words_galley.size().y + why_galley.size().y + 2.0 * PADDING - 4.0;
    let rect = Rect::from_min_size(corner, vec2(width, height));
    let id = match undated.of {
        MarkOf::Deadline => ui.scope_id().with(("undated", undated.action)),
        MarkOf::Milestone(milestone) => ui.scope_id().with(("undated", undated.action, milestone)),
    };
    let response = ui.interact(rect, id, Sense::click());
    let name = format!("{} {what}, {words}: {why}", undated.reference);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, selected, &name));
    if ui.is_rect_visible(rect) {
        let fill = if selected || response.hovered() { palette.selected } else { palette.paper };
        let (line, ink) = if response.has_focus() {
            (2.0, palette.accent)
        } else {
            (1.0, if selected { palette.accent } else { palette.hairline })
        };
        painter.rect(rect, 5.0, fill, egui::Stroke::new(line, ink), egui::StrokeKind::Inside);
        let left = rect.left() + PADDING;
        let mut y = rect.top() + PADDING - 3.0;
        let right = Rangef::new(left, rect.right() - PADDING - kind.size().x);
        painter.galley(pos2(right.max, y + 2.0), kind, palette.ink_faint);
        for galley in [reference, words_galley.clone(), why_galley] {
            let next = y + galley.size().y;
            painter.galley(pos2(left, y), galley, palette.ink);
            y = next;
        }
    }
    let response = if words_galley.elided || undated.label != words {
        response.on_hover_text(format!("{} {}\n{words}", undated.reference, undated.label))
    } else {
        response
    };
    (height, response)
}
