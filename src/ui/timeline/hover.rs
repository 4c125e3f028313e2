//! What the pointer brings up: everything there is to say of a mark or a row.
//!
//! It must not know where they are painted.

use egui::{RichText, Ui};

use super::words::late_words;
use crate::dates::{Kind, Reading};
use crate::model::Action;
use crate::report::{Mark, MarkOf, Row, Side};
use crate::ui::View;
use crate::ui::theme::{self, text};

const WIDTH: f32 = 340.0;

/// All about one mark.
pub(super) fn mark(ui: &mut Ui, view: &View<'_>, row: &Row, action: &Action, mark: &Mark) {
    ui.set_max_width(WIDTH);
    let palette = &view.palette;
    let soft = |words: String| RichText::new(words).font(theme::regular(text::SMALL)).color(palette.ink_soft);
    let (what, words) = match mark.of {
        MarkOf::Deadline => ("deadline", action.description.trim()),
        MarkOf::Milestone(_) => ("milestone", mark.words.trim()),
    };
    ui.label(soft(format!("{} · {what}", row.reference)));
    ui.label(RichText::new(words).font(theme::medium(text::BODY)).color(palette.ink));
    ui.label(soft(format!("As written: “{}”", mark.date_words.trim())));
    ui.label(soft(format!("Read as: {}", read_as(&mark.reading))));
    if let Some(side) = mark.outside {
        let side = if side == Side::Before { "before the plan begins" } else { "after the plan ends" };
        ui.label(RichText::new(format!("This is {side}.")).font(theme::medium(text::SMALL)).color(palette.danger));
    }
    if mark.of == MarkOf::Deadline
        && let Some(late) = late_words(view.plan, action, view.as_at)
    {
        ui.label(RichText::new(late).font(theme::medium(text::SMALL)).color(palette.warning));
    }
    about(ui, view, action);
}

/// All about a row.
pub(super) fn row(ui: &mut Ui, view: &View<'_>, row: &Row, action: &Action) {
    ui.set_max_width(WIDTH);
    let palette = &view.palette;
    let soft = |words: &str| RichText::new(words).font(theme::regular(text::SMALL)).color(palette.ink_soft);
    ui.label(soft(&row.reference));
    ui.label(RichText::new(action.description.trim()).font(theme::medium(text::BODY)).color(palette.ink));
    about(ui, view, action);
}

fn about(ui: &mut Ui, view: &View<'_>, action: &Action) {
    let palette = &view.palette;
    let soft = |words: String| RichText::new(words).font(theme::regular(text::SMALL)).color(palette.ink_soft);
    let owner = action.owners.written().trim();
    ui.label(soft(if owner.is_empty() { "No owner".to_owned() } else { format!("Owner: {owner}") }));
    let status = view.plan.status_of(action.status);
    ui.horizontal(|ui| {
        crate::ui::widgets::status_chip(ui, palette, status, "", egui::Sense::hover());
        if let Some(status) = status.filter(|status| !status.letter.is_empty()) {
            ui.label(soft(format!("({})", status.letter)));
        }
    });
}

/// A reading and its kind: "by 30 Jun 2016 (month)".
fn read_as(reading: &Reading) -> String {
    match reading.kind() {
        Kind::Day | Kind::Ongoing | Kind::Recurring | Kind::From => reading.describe(),
        kind => format!("{} ({})", reading.describe(), kind.name()),
    }
}
