//! What windows over the page are made of: the window itself, its head, its keys, and buttons whose focus
//! is plain to see.
//!
//! It must not know what is shown in them.

use egui::style::ScrollAnimation;
use egui::{
    Align, Color32, Context, EventFilter, FontId, Frame, Id, Key, Layout, Margin, Modal, Modifiers, Rect, Response,
    RichText, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, vec2,
};

use super::theme::{self, Palette, text};
use super::widgets::{LinkButton, PlainButton, one_line};

/// The space between the edge of a window and its words.
pub(super) const MARGIN: f32 = 24.0;
const CORNER: f32 = 10.0;
/// The space beside the words of a link.
const LINK_PADDING: f32 = 6.0;

/// What came of showing a window.
#[derive(Debug)]
pub(crate) struct Shown<R> {
    /// What its content gave.
    pub(crate) inner: R,
    /// Whether it was put away with Escape. A click beside it does nothing: it is as often a slip as a wish.
    pub(crate) is_escaped: bool,
    /// Whether what asked for the focus has it: in the frame of a click, the click takes it away again.
    pub(crate) keeps_focus: bool,
}

/// Whether what asks for the focus in this frame will have it in the next.
pub(super) fn keeps_focus(context: &Context) -> bool {
    let is_clicked = context.input(|input| input.pointer.any_click());
    if is_clicked {
        context.request_repaint();
    }
    !is_clicked
}

/// Shows a window as large as there is room for, up to `largest`, in the middle of a dimmed page.
pub(super) fn large<R>(
    context: &Context,
    palette: &Palette,
    (id, name): (&'static str, &str),
    largest: Vec2,
    draw: impl FnOnce(&mut Ui, Rect) -> R,
) -> Shown<R> {
    let room = context.content_rect().size();
    let around = if room.y < 520.0 || room.x < 720.0 { 16.0 } else { 48.0 };
    let size = (room - vec2(around, around)).min(largest).max(vec2(260.0, 180.0)).floor();
    show(context, palette, (id, name), Margin::ZERO, |ui| {
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        inside(ui, rect, |ui| draw(ui, rect))
    })
}

/// Shows a window as high as its content, in the middle of a dimmed page. The content gets the size it may
/// have: the width is its own, the height the greatest; the margins at the sides are left to it.
pub(crate) fn fitting<R>(
    context: &Context,
    palette: &Palette,
    (id, name): (&'static str, &str),
    widest: f32,
    draw: impl FnOnce(&mut Ui, Vec2) -> R,
) -> Shown<R> {
    let room = context.content_rect().size() - vec2(16.0, 16.0 + 2.0 * MARGIN);
    let size = vec2(room.x.min(widest).max(260.0), room.y.max(140.0)).floor();
    #[expect(clippy::cast_possible_truncation, reason = "a small whole number")]
    let margin = Margin::symmetric(0, MARGIN as i8);
    show(context, palette, (id, name), margin, |ui| {
        ui.set_width(size.x);
        ui.spacing_mut().item_spacing.y = 0.0;
        draw(ui, size)
    })
}

fn show<R>(
    context: &Context,
    palette: &Palette,
    (id, name): (&'static str, &str),
    margin: Margin,
    draw: impl FnOnce(&mut Ui) -> R,
) -> Shown<R> {
    let frame = Frame::NONE
        .fill(palette.paper)
        .stroke(Stroke::new(1.0, palette.outline))
        .corner_radius(CORNER)
        .inner_margin(margin)
        .shadow(context.global_style().visuals.window_shadow);
    let modal = Modal::new(Id::unique(id)).frame(frame).backdrop_color(Color32::from_black_alpha(if palette.dark {
        150
    } else {
        90
    }));
    let response = modal.show(context, |ui| {
        let window = UiBuilder::new().accessibility_label(name).accessibility_role(Role::Dialog);
        ui.scope_builder(window, draw).inner
    });
    let is_escaped = response.is_top_modal
        && !response.any_popup_open
        && context.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    Shown { inner: response.inner, is_escaped, keeps_focus: keeps_focus(context) }
}

/// Shows something in a part of the window.
pub(super) fn inside<R>(ui: &mut Ui, rect: Rect, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)), content).inner
}

/// The head of a large window: what it is, what of, and something at the right.
pub(super) fn head(ui: &mut Ui, palette: &Palette, rect: Rect, title: &str, of: &str, right: impl FnOnce(&mut Ui)) {
    let row = rect.shrink2(vec2(MARGIN, 0.0));
    ui.scope_builder(UiBuilder::new().max_rect(row).layout(Layout::right_to_left(Align::Center)), |ui| {
        right(ui);
        ui.add_space(8.0);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let room = ui.available_width();
            let named = one_line(ui, title, theme::semibold(text::TITLE), palette.ink, room);
            let left = room - named.rect.width() - 12.0;
            if left > 80.0 {
                ui.add_space(4.0);
                one_line(ui, of, theme::regular(text::BODY), palette.ink_soft, left);
            }
        });
    });
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, palette.hairline));
}

/// Lets the page keys turn what scrolls here, for nothing in it may ask for the focus.
pub(super) fn turn_by_keys(ui: &Ui) {
    let page = (ui.clip_rect().height() - 40.0).max(40.0);
    let keys = [(Key::PageDown, -page), (Key::PageUp, page), (Key::Home, f32::MAX / 4.0), (Key::End, f32::MIN / 4.0)];
    for (key, by) in keys {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            ui.scroll_with_delta_animation(vec2(0.0, by), ScrollAnimation::none());
        }
    }
}

/// Where an arrow key leads from a row that has the focus: 1 to the row below, -1 to the one above, 0 nowhere.
pub(super) fn arrow_step(ui: &Ui, response: &Response) -> isize {
    if !response.has_focus() {
        return 0;
    }
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    isize::from(pressed(Key::ArrowDown)) - isize::from(pressed(Key::ArrowUp))
}

/// Words that wrap, in a row too.
pub(crate) fn told(ui: &mut Ui, words: &str, color: Color32) {
    wrapped(ui, words, theme::regular(text::BODY), color);
}

/// Small words that wrap, in a row too.
pub(super) fn note(ui: &mut Ui, words: &str, color: Color32) {
    wrapped(ui, words, theme::regular(text::SMALL + 0.5), color);
}

fn wrapped(ui: &mut Ui, words: &str, font: FontId, color: Color32) {
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(text::wrapped(words, font, color, ui.available_width())));
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    ui.painter().galley(rect.min, galley, color);
}

/// A column with a margin at both sides of something this wide, whether or not a scroll bar is beside it.
pub(crate) fn column<R>(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let row = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        ui.add_space(MARGIN);
        let column = ui.vertical(|ui| {
            ui.set_width((width - 2.0 * MARGIN).max(80.0).floor());
            ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            content(ui)
        });
        column.inner
    });
    row.inner
}

/// A row of links whose words stand at the margin, not their padding.
pub(super) fn flush(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let room = ui.available_rect_before_wrap();
    let room = Rect::from_min_max(room.min - vec2(LINK_PADDING, 0.0), room.max);
    let layout = Layout::left_to_right(Align::Center).with_main_wrap(true);
    let mut row =
        ui.new_child(UiBuilder::new().max_rect(Rect::from_min_size(room.min, vec2(room.width(), 22.0))).layout(layout));
    row.spacing_mut().item_spacing = vec2(6.0, 0.0);
    content(&mut row);
    let used = row.min_rect();
    ui.allocate_space(vec2(used.width() - LINK_PADDING, used.height()));
}

/// A heading inside a window.
pub(super) fn heading(ui: &mut Ui, palette: &Palette, words: &str) {
    ui.label(RichText::new(words).font(theme::semibold(text::HEADING)).color(palette.ink));
}

/// A button; the keyboard's focus is a ring round it.
pub(crate) fn button(ui: &mut Ui, palette: &Palette, button: PlainButton<'_>) -> Response {
    let response = button.show(ui, palette);
    ring(ui, palette, &response, 2.0);
    response
}

/// A link; the keyboard's focus is a ring round it.
pub(super) fn link(ui: &mut Ui, palette: &Palette, link: LinkButton<'_>) -> Response {
    ui.scope(|ui| {
        ui.spacing_mut().button_padding.x = LINK_PADDING;
        let response = link.show(ui, palette);
        ring(ui, palette, &response, 0.0);
        response
    })
    .inner
}

/// Words that open and close what stands below them.
pub(super) fn disclosure(ui: &mut Ui, palette: &Palette, is_open: bool, words: &str) -> Response {
    let (sign, does) = if is_open { ("▾", "Hide") } else { ("▸", "Show") };
    let (label, name) = (format!("{sign}  {words}"), format!("{does} {words}"));
    link(ui, palette, LinkButton::new(&label).name(&name))
}

/// Scrolls to what the keyboard has just reached.
pub(super) fn follow(ui: &Ui, response: &Response) {
    if response.gained_focus() {
        ui.scroll_to_rect(response.rect.expand(12.0), None);
    }
}

/// The ring round what has the keyboard's focus.
fn ring(ui: &Ui, palette: &Palette, response: &Response, away: f32) {
    follow(ui, response);
    if response.has_focus() {
        let line = Stroke::new(2.0, palette.accent);
        ui.painter().rect_stroke(response.rect.expand(away), 6.0, line, StrokeKind::Outside);
    }
}

/// Gives a button a name of its own for screen readers, where its words alone do not say enough.
pub(super) fn name(ui: &Ui, response: &Response, name: &str) {
    let is_enabled = ui.is_enabled() && response.enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, is_enabled, name));
}
