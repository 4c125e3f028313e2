//! The heading over a group of rows.

use egui::{Label, Rect, Sense, Stroke, Ui, UiBuilder, vec2};

use super::column::Widths;
use super::group::Heading;
use super::measure::HEADING;
use super::words;
use crate::model::Plan;
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::status_chip;

const PAD: egui::Vec2 = vec2(12.0, 10.0);

/// The title, the count and the rest as one text, to be wrapped.
fn job(heading: &Heading, palette: &Palette, width: f32) -> egui::text::LayoutJob {
    let mut job = text::wrapped(&heading.title, theme::semibold(text::BODY), palette.ink, width);
    let soft = |size| text::format(theme::regular(size), palette.ink_soft);
    if !heading.rest.is_empty() {
        job.append(&heading.rest, 10.0, text::format(theme::regular(text::BODY), palette.ink));
    }
    job.append(&words::actions(heading.count), 10.0, soft(text::SMALL));
    job
}

fn width(widths: &Widths) -> f32 {
    widths.total() - PAD.x * 2.0
}

/// How high the heading is.
pub(super) fn height(ui: &Ui, palette: &Palette, widths: &Widths, heading: &Heading) -> f32 {
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job(heading, palette, width(widths))));
    (galley.size().y + PAD.y * 2.0).max(HEADING)
}

/// Shows it.
pub(super) fn show(ui: &mut Ui, rect: Rect, palette: &Palette, plan: &Plan, heading: &Heading) {
    ui.painter().rect_filled(rect, 0.0, palette.ground);
    let stroke = Stroke::new(1.0, palette.hairline);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, stroke);
    let inner = rect.shrink2(PAD);
    let mut child = ui.new_child(UiBuilder::new().id_salt(&heading.title).max_rect(inner));
    if let Some(status) = heading.status {
        child.spacing_mut().interact_size.y = inner.height();
        child.horizontal(|ui| {
            ui.add_space(-4.0);
            status_chip(ui, palette, plan.status_of(status), "", Sense::hover());
            let count = words::actions(heading.count);
            ui.add(Label::new(text::wrapped(&count, theme::regular(text::SMALL), palette.ink_soft, inner.width())));
        });
    } else {
        child.add(Label::new(job(heading, palette, inner.width())));
    }
}
