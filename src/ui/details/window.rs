//! The window itself: a heading, the sections at the left (above, where there is little room), the
//! section, and the ways to close it.

use egui::{
    Align, Button, Color32, Context, CornerRadius, Frame, Id, Key, Layout, Modal, Modifiers, Rect, RichText, Role,
    Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::section::Section;
use super::{DetailsState, columns, form, meetings, notes, owners, period, plan, statuses};
use crate::ui::theme::{self, text};
use crate::ui::view::View;
use crate::ui::widgets::PlainButton;

const LARGEST: egui::Vec2 = vec2(1020.0, 800.0);
const HEADER: f32 = 58.0;
/// The heading where there is little room.
const LOW_HEADER: f32 = 44.0;
const SIDE: f32 = 216.0;
/// A window narrower than this has its sections above and not beside.
const BESIDE: f32 = 660.0;

/// Shows the window over everything else. `false` once the person closed it.
pub fn show(ctx: &Context, view: &mut View<'_>, state: &mut DetailsState) -> bool {
    let palette = view.palette;
    let room = ctx.content_rect().size();
    let margin = if room.y < 500.0 { 16.0 } else { 40.0 };
    let size = (room - vec2(margin, margin)).min(LARGEST).max(vec2(260.0, 200.0)).floor();
    let frame = Frame::NONE
        .fill(palette.paper)
        .stroke(Stroke::new(1.0, palette.outline))
        .corner_radius(10.0)
        .shadow(ctx.global_style().visuals.window_shadow);
    let modal = Modal::new(Id::unique("plan-details"))
        .frame(frame)
        .backdrop_color(Color32::from_black_alpha(if palette.dark { 150 } else { 90 }));
    let response = modal.show(ctx, |ui| {
        let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
        let window =
            UiBuilder::new().max_rect(rect).accessibility_label("Plan details").accessibility_role(Role::Dialog);
        ui.scope_builder(window, |ui| contents(ui, rect, view, state)).inner
    });
    // A click beside the window does nothing: it is as often a slip as a wish.
    let escape = response.is_top_modal
        && !response.any_popup_open
        && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    state.is_open = !(escape || response.inner);
    if !state.is_open {
        state.settle(view);
        state.draft = None;
        view.outbox.seal();
    }
    state.is_open
}

/// Shows what is in the window. `true` when "Close" was pressed.
fn contents(ui: &mut Ui, rect: Rect, view: &mut View<'_>, state: &mut DetailsState) -> bool {
    let palette = view.palette;
    let beside = rect.width() >= BESIDE;
    let height = if rect.height() < 500.0 { LOW_HEADER } else { HEADER };
    let header = Rect::from_min_size(rect.min, vec2(rect.width(), height));
    let below = Rect::from_min_max(header.left_bottom(), rect.max);
    let closed = scope(ui, header.shrink2(vec2(22.0, 0.0)), |ui| heading(ui, view, beside)).inner;
    let line = Stroke::new(1.0, palette.hairline);
    if beside {
        let side = Rect::from_min_size(below.min, vec2(SIDE, below.height()));
        let corner = CornerRadius { sw: 10, ..CornerRadius::ZERO };
        ui.painter().rect_filled(side.shrink2(vec2(0.5, 0.5)), corner, palette.ground);
        scope(ui, side.shrink2(vec2(10.0, 12.0)), |ui| sections(ui, view, state));
        ui.painter().vline(side.right(), side.y_range(), line);
        let page = Rect::from_min_max(side.right_top(), below.max);
        scope(ui, page.shrink2(vec2(1.0, 1.0)), |ui| section(ui, view, state));
    } else {
        let top = below.shrink2(vec2(12.0, 5.0));
        let used = scope(ui, top, |ui| ui.horizontal_wrapped(|ui| sections(ui, view, state))).response.rect;
        let page = Rect::from_min_max(pos2(below.left(), used.bottom() + 5.0), below.max);
        ui.painter().hline(page.x_range(), page.top(), line);
        scope(ui, page.shrink2(vec2(1.0, 1.0)), |ui| section(ui, view, state));
    }
    ui.painter().hline(rect.x_range(), header.bottom(), line);
    closed
}

fn scope<R>(ui: &mut Ui, rect: Rect, content: impl FnOnce(&mut Ui) -> R) -> egui::InnerResponse<R> {
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)), content)
}

fn heading(ui: &mut Ui, view: &View<'_>, with_note: bool) -> bool {
    let palette = view.palette;
    let mut closed = false;
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let title = RichText::new("Plan details").font(theme::semibold(text::TITLE)).color(palette.ink);
        ui.label(title);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            closed = PlainButton::new("Close").show(ui, &palette).on_hover_text("Close (Esc)").clicked();
            if with_note {
                ui.add_space(10.0);
                let words = "Changes are kept as you make them; undo takes them back.";
                ui.label(RichText::new(words).font(theme::regular(text::SMALL + 0.5)).color(palette.ink_soft));
            }
        });
    });
    closed
}

fn sections(ui: &mut Ui, view: &mut View<'_>, state: &mut DetailsState) {
    let palette = view.palette;
    ui.spacing_mut().item_spacing = vec2(4.0, 2.0);
    let stacked = ui.layout().is_vertical();
    for section in Section::ALL {
        let chosen = state.section == section;
        let (font, ink) = if chosen {
            (theme::semibold(text::BODY), palette.accent)
        } else {
            (theme::medium(text::BODY), palette.ink_soft)
        };
        let words = RichText::new(section.label()).font(font).color(ink);
        let mut button = Button::new(words).frame_when_inactive(chosen).corner_radius(6.0);
        if chosen {
            button = button.fill(palette.selected).stroke(Stroke::NONE);
        }
        let response = if stacked {
            let count = count(view, section).map(|count| count.to_string()).unwrap_or_default();
            let count = RichText::new(count).font(theme::regular(text::SMALL)).color(palette.ink_soft);
            ui.add(button.right_text(count).min_size(vec2(ui.available_width(), 32.0)))
        } else {
            ui.add(button)
        };
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, chosen, section.label()));
        form::keep_in_sight(&response);
        form::focus_frame(ui, &palette, &response);
        if chosen && !state.is_open {
            response.request_focus();
        }
        if response.clicked() && !chosen {
            state.settle(view);
            view.outbox.seal();
            state.section = section;
        }
    }
}

/// How many there are of what a section lists.
fn count(view: &View<'_>, section: Section) -> Option<usize> {
    let plan = view.plan;
    match section {
        Section::Plan | Section::Period => None,
        Section::Meetings => Some(plan.meetings.len()),
        Section::Columns => Some(plan.columns.len()),
        Section::Statuses => Some(plan.statuses.len()),
        Section::Owners => Some(plan.directory.len()),
        Section::Notes => Some(plan.notes.len()),
    }
}

fn section(ui: &mut Ui, view: &mut View<'_>, state: &mut DetailsState) {
    match state.section {
        Section::Plan => form::page(ui, "details-plan", |ui| plan::show(ui, view)),
        Section::Period => form::page(ui, "details-period", |ui| period::show(ui, view, state)),
        Section::Meetings => form::page(ui, "details-meetings", |ui| meetings::show(ui, view, state)),
        Section::Columns => form::page(ui, "details-columns", |ui| columns::show(ui, view, state)),
        Section::Statuses => form::page(ui, "details-statuses", |ui| statuses::show(ui, view, state)),
        Section::Owners => owners::show(ui, view, state),
        Section::Notes => notes::show(ui, view, state),
    }
}
