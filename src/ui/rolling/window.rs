//! The window: its head, its page and its foot.

use egui::{Align, Context, Layout, Margin, Rect, RichText, ScrollArea, Stroke, TextEdit, Ui, UiBuilder, pos2, vec2};

use super::{Rolling, RollingAnswer, RollingState, row, words};
use crate::dates::Period;
use crate::model::rolling::{Consent, RolledForward};
use crate::ui::dialog::{self, MARGIN};
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::{LinkButton, PlainButton, check_box};

const LARGEST: egui::Vec2 = vec2(860.0, 820.0);
const HEAD: f32 = 58.0;
const FOOT: f32 = 60.0;
const KEPT: &str = "It opens as a new plan. This one, and its file, stay as they are.";
const NOT_A_PERIOD: &str = "Not read as a period. Write it like 2017/18.";

/// Shows the window over everything else.
pub fn show(
    context: &Context,
    palette: &Palette,
    rolling: &Rolling<'_>,
    state: &mut RollingState,
) -> Option<RollingAnswer> {
    let shown = dialog::large(context, palette, ("rolling", "Next year’s plan"), LARGEST, |ui, rect| {
        contents(ui, palette, rect, rolling, state)
    });
    state.is_open |= shown.keeps_focus;
    shown.inner.or(shown.is_escaped.then_some(RollingAnswer::Cancel))
}

fn contents(
    ui: &mut Ui,
    palette: &Palette,
    rect: Rect,
    rolling: &Rolling<'_>,
    state: &mut RollingState,
) -> Option<RollingAnswer> {
    let head = Rect::from_min_size(rect.min, vec2(rect.width(), HEAD));
    let foot = Rect::from_min_max(pos2(rect.left(), rect.bottom() - FOOT), rect.max);
    let page = Rect::from_min_max(head.left_bottom(), foot.right_top());
    dialog::head(ui, palette, head, "Next year’s plan", &rolling.plan.title, |_| {});
    let mut answer = None;
    dialog::inside(ui, page, |ui| {
        ScrollArea::vertical().id_salt("rolling").auto_shrink(false).show(ui, |ui| {
            dialog::column(ui, page.width(), |ui| {
                dialog::turn_by_keys(ui);
                ui.add_space(16.0);
                answer = period(ui, palette, rolling, state);
                ui.add_space(14.0);
                if let Some(trouble) = rolling.trouble {
                    dialog::told(ui, trouble, palette.warning);
                } else if let Some(rolled) = rolling.rolled {
                    page_of(ui, palette, rolling, rolled, state);
                } else {
                    dialog::told(ui, "Going through the plan…", palette.ink_soft);
                }
                ui.add_space(24.0);
            });
        });
    });
    ui.painter().hline(rect.x_range(), foot.top(), Stroke::new(1.0, palette.hairline));
    let can_make = rolling.rolled.is_some() && rolling.trouble.is_none() && Period::parse(&state.typed).is_some();
    answer.or(foot_of(ui, palette, foot.shrink2(vec2(MARGIN, 0.0)), can_make))
}

/// The field with the period. Another one is gone through as soon as it can be read.
fn period(ui: &mut Ui, palette: &Palette, rolling: &Rolling<'_>, state: &mut RollingState) -> Option<RollingAnswer> {
    let mut answer = None;
    let read = ui
        .horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            ui.label(RichText::new("Its period").font(theme::semibold(text::BODY)).color(palette.ink));
            let field = TextEdit::singleline(&mut state.typed).desired_width(110.0).margin(Margin::symmetric(8, 5));
            let response = ui.add(field);
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_label("Period of the new plan"));
            if !state.is_open {
                response.request_focus();
            }
            let read = Period::parse(&state.typed);
            if response.changed()
                && let Some(period) = &read
            {
                answer = Some(RollingAnswer::Period(period.clone()));
            }
            if let Some(period) = &read {
                let words = words::period_told(period);
                ui.label(RichText::new(words).font(theme::regular(text::BODY)).color(palette.ink_soft));
            }
            read
        })
        .inner;
    if read.is_none() {
        ui.add_space(4.0);
        dialog::note(ui, NOT_A_PERIOD, palette.warning);
    }
    if let Some(title) = rolling.rolled.and_then(|rolled| rolled.title.as_ref()) {
        ui.add_space(8.0);
        let is_on = state.consent.is_given_for_title();
        let words = format!("Call it “{}”", title.suggestion);
        if check_box::labelled(ui, palette, is_on, &words, &words).clicked() {
            state.consent.set_title(!is_on);
        }
    }
    answer
}

fn page_of(ui: &mut Ui, palette: &Palette, rolling: &Rolling<'_>, rolled: &RolledForward, state: &mut RollingState) {
    dialog::told(ui, &words::opening(rolling.plan, rolled), palette.ink);
    ui.add_space(14.0);
    if rolled.dates.is_empty() {
        return;
    }
    let movable = rolled.dates.iter().filter(|date| date.suggestion.is_some()).count();
    let ticked = rolled.dates.iter().filter(|date| state.consent.is_given_for(date.record)).count();
    dialog::heading(ui, palette, &format!("Dates to look over ({})", rolled.dates.len()));
    ui.add_space(2.0);
    dialog::told(ui, words::asked(movable), palette.ink_soft);
    ui.add_space(4.0);
    if movable > 0 {
        dialog::flush(ui, |ui| {
            let all = format!("Tick all {movable} that can be moved");
            let is_given_for_title = state.consent.is_given_for_title();
            if dialog::link(ui, palette, LinkButton::new(&all)).clicked() {
                state.consent = Consent::to_all(rolled);
                state.consent.set_title(is_given_for_title);
            }
            if ticked > 0 && dialog::link(ui, palette, LinkButton::new("Tick none")).clicked() {
                state.consent = Consent::none();
                state.consent.set_title(is_given_for_title);
            }
            ui.label(
                RichText::new(format!("{ticked} ticked")).font(theme::regular(text::BODY)).color(palette.ink_soft),
            );
        });
    }
    ui.add_space(6.0);
    list(ui, palette, rolled, state);
}

fn list(ui: &mut Ui, palette: &Palette, rolled: &RolledForward, state: &mut RollingState) {
    let go_to = if dialog::keeps_focus(ui.ctx()) { state.go_to.take() } else { None };
    let RollingState { lines, rows, consent, go_to: next, .. } = state;
    if let Some(at) = go_to {
        rows.reveal(at);
    }
    rows.show(
        ui,
        "rolling",
        lines.len().min(rolled.dates.len()),
        |_, _| row::HEIGHT,
        |ui, at| {
            let date = &rolled.dates[at];
            if at > 0 {
                let (across, top) = (ui.max_rect().x_range(), ui.cursor().top());
                ui.painter().hline(across, top, Stroke::new(1.0, palette.hairline));
            }
            let is_ticked = consent.is_given_for(date.record) && date.suggestion.is_some();
            let shown = row::show(ui, palette, (date, &lines[at], at), is_ticked);
            if go_to == Some(at) {
                shown.response.request_focus();
            }
            dialog::follow(ui, &shown.response);
            if shown.response.clicked() {
                consent.set(date.record, !is_ticked);
            }
            if shown.step != 0 {
                let can_move = |at: &usize| rolled.dates.get(*at).is_some_and(|date| date.suggestion.is_some());
                let found =
                    if shown.step > 0 { (at + 1..lines.len()).find(can_move) } else { (0..at).rev().find(can_move) };
                if let Some(to) = found {
                    *next = Some(to);
                    ui.ctx().request_repaint();
                }
            }
        },
    );
}

fn foot_of(ui: &mut Ui, palette: &Palette, rect: Rect, can_make: bool) -> Option<RollingAnswer> {
    let mut answer = None;
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)), |ui| {
        let make = dialog::button(ui, palette, PlainButton::new("Make the plan").primary().enabled(can_make));
        if make.clicked() {
            answer = Some(RollingAnswer::Make);
        }
        if dialog::button(ui, palette, PlainButton::new("Cancel")).on_hover_text("Nothing is changed (Esc)").clicked() {
            answer = Some(RollingAnswer::Cancel);
        }
        if ui.available_width() > 260.0 {
            ui.add_space(10.0);
            dialog::note(ui, KEPT, palette.ink_soft);
        }
    });
    answer
}
