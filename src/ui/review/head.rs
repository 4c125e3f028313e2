//! The head of the page: what document it is, what was made of it, its year, and the ways out.

use egui::{Align, Key, Layout, RichText, Role, TextEdit, Ui, WidgetInfo, vec2};

use super::{Review, ReviewState, Wanted};
use crate::dates::Period;
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::{LinkButton, PlainButton, one_line};

/// The narrowest window in which the ways out stand beside the title, in points.
const BESIDE: f32 = 760.0;
/// How high the row of the title is, in points.
const ROW: f32 = 34.0;

pub(super) fn show(
    ui: &mut Ui,
    palette: &Palette,
    review: &Review<'_>,
    state: &mut ReviewState,
    wanted: &mut Option<Wanted>,
) {
    ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
    let title = format!("Look over “{}”", review.name);
    if ui.available_width() >= BESIDE {
        let row = vec2(ui.available_width(), ROW);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            ways_out(ui, palette, review, wanted);
            ui.add_space(8.0);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let room = ui.available_width();
                one_line(ui, &title, theme::semibold(text::TITLE), palette.ink, room);
            });
        });
    } else {
        let room = ui.available_width();
        one_line(ui, &title, theme::semibold(text::TITLE), palette.ink, room);
        ui.horizontal_wrapped(|ui| ways_out(ui, palette, review, wanted));
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(RichText::new(made(review)).font(theme::regular(text::BODY)).color(palette.ink_soft));
        ui.add_space(10.0);
        period(ui, palette, review, state, wanted);
        if review.can_take_back {
            ui.add_space(6.0);
            let link = LinkButton::new("Undo").name("Undo the last correction");
            if dialog::link(ui, palette, link).on_hover_text("Take the last correction back (Ctrl+Z)").clicked() {
                *wanted = Some(Wanted::TakeBack);
            }
        }
        if review.is_working {
            ui.label(RichText::new("Working it out anew…").font(theme::regular(text::SMALL)).color(palette.ink_soft));
        }
    });
}

fn ways_out(ui: &mut Ui, palette: &Palette, review: &Review<'_>, wanted: &mut Option<Wanted>) {
    let words = if review.open_plan.is_some() { "Open as a new plan" } else { "Open as a plan" };
    let told = "It is in no file until you save it. What found no place is kept in its notes";
    if way_out(ui, palette, PlainButton::new(words).primary().enabled(!review.is_working), told) {
        *wanted = Some(Wanted::OpenAsNew);
    }
    if let Some(open) = review.open_plan {
        let told = format!("Match it with “{open}” and choose which of its changes to take");
        if way_out(ui, palette, PlainButton::new("Bring in as changes…").enabled(!review.is_working), &told) {
            *wanted = Some(Wanted::BringIn);
        }
    }
    if way_out(ui, palette, PlainButton::new("Cancel"), "Go back; the document stays as it is") {
        *wanted = Some(Wanted::GiveUp);
    }
}

fn way_out(ui: &mut Ui, palette: &Palette, button: PlainButton<'_>, told: &str) -> bool {
    dialog::button(ui, palette, button).on_hover_text(told).clicked()
}

/// "59 actions under 18 objectives in 8 grids, from 20 tables."
fn made(review: &Review<'_>) -> String {
    let plan = &review.draft.plan;
    let objectives: usize = plan.grids.iter().map(|grid| grid.objectives.len()).sum();
    format!(
        "{} under {} in {}, from {}.",
        counted(plan.actions().count(), "action", "actions"),
        counted(objectives, "objective", "objectives"),
        counted(plan.grids.len(), "grid", "grids"),
        counted(review.draft.tables, "table", "tables"),
    )
}

pub(super) fn counted(count: usize, one: &str, more: &str) -> String {
    match count {
        0 => format!("no {more}"),
        1 => format!("1 {one}"),
        _ => format!("{count} {more}"),
    }
}

/// The year that dates without one are read by.
fn period(ui: &mut Ui, palette: &Palette, review: &Review<'_>, state: &mut ReviewState, wanted: &mut Option<Wanted>) {
    let label = ui.label(RichText::new("Plan year").font(theme::regular(text::BODY)).color(palette.ink_soft));
    let known = &review.draft.plan.period.label;
    let mut typed = state.period.clone().unwrap_or_else(|| known.clone());
    let field = TextEdit::singleline(&mut typed)
        .id(egui::Id::unique("review-period"))
        .font(theme::regular(text::BODY))
        .text_color(palette.ink)
        .desired_width(86.0)
        .align(egui::Align2::LEFT_CENTER)
        .margin(egui::Margin::symmetric(6, 4));
    let response = ui.add(field).labelled_by(label.id);
    response.widget_info(|| WidgetInfo::text_edit(true, known, &typed, "2016/17"));
    let is_read = Period::parse(&typed).is_some();
    if response.changed() {
        state.period = Some(typed.clone());
    }
    let is_settled = response.lost_focus() || (response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter)));
    if is_settled && let Some(typed) = state.period.take_if(|_| is_read || response.lost_focus()) {
        if is_read && typed.trim() != known {
            *wanted = Some(Wanted::Period(typed.trim().to_owned()));
        }
    } else if state.period.is_some() && !is_read {
        let words = "Write it as 2016/17";
        let told = ui.label(RichText::new(words).font(theme::regular(text::SMALL)).color(palette.warning));
        told.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    }
    response.on_hover_text("Dates without a year are read by it");
}
