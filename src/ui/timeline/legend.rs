//! The key, in the corner of the head: what the shapes mean.
//!
//! It must not know the rows.

use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::paint;
use crate::model::{Meaning, Status};
use crate::ui::View;
use crate::ui::theme::{self, text};
use crate::ui::widgets::paint_shape;

const LINE: f32 = 18.0;
const RADIUS: f32 = 4.2;
const BETWEEN: f32 = 13.0;

/// Paints the key into `rect`, as many statuses as fit; all of them are told on hover.
pub(super) fn show(ui: &Ui, view: &View<'_>, rect: Rect) {
    let palette = &view.palette;
    let painter = ui.painter();
    let area = Rect::from_min_max(rect.min + vec2(10.0, 6.0), rect.max - vec2(8.0, 4.0));
    let mut at = pos2(area.left(), area.top() + LINE / 2.0);
    let entries = view.plan.statuses.iter().map(Some).chain([None]);
    for status in entries {
        let word = status.map_or("No status", |status| status.word.as_str());
        let galley = painter.layout_no_wrap(word.to_owned(), theme::regular(text::SMALL - 0.5), palette.ink_soft);
        let width = 2.0 * RADIUS + 6.0 + galley.size().x;
        if at.x + width > area.right() && at.x > area.left() {
            at = pos2(area.left(), at.y + LINE);
        }
        if at.y + LINE / 2.0 > area.bottom() {
            break;
        }
        let centre = pos2(at.x + RADIUS + 0.5, at.y);
        match status {
            Some(status) => paint_shape(painter, status.shape, centre, RADIUS, palette.status_ink(status.colour)),
            None => paint::hollow_diamond(painter, palette, centre, RADIUS + 0.8),
        }
        painter.galley(pos2(at.x + 2.0 * RADIUS + 6.0, at.y - galley.size().y / 2.0), galley, palette.ink_soft);
        at.x += width + BETWEEN;
    }
    let response = ui.interact(area, ui.scope_id().with("key"), Sense::hover());
    let words = words(&view.plan.statuses);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    response.on_hover_text(words);
}

fn words(statuses: &[Status]) -> String {
    let mut words: Vec<String> = statuses
        .iter()
        .map(|status| {
            let meaning = match status.meaning {
                Meaning::Complete => "done",
                Meaning::OnTrack => "going as planned",
                Meaning::AtRisk => "may miss",
                Meaning::OffTrack => "will miss or has missed",
                Meaning::NotStarted => "nothing done yet",
            };
            let shape = status.shape.character();
            let letter = if status.letter.is_empty() { String::new() } else { format!(" ({})", status.letter) };
            format!("{shape} {}{letter}: {meaning}", status.word)
        })
        .collect();
    words.push("◇ No status yet".to_owned());
    words.push("Large marks are deadlines, small ones milestones. The heavy edge of a bar is its due day.".to_owned());
    words.join("\n")
}
