//! One finding: what is the matter, where, the words, and what to do.

use egui::{Align, Frame, Id, Layout, Margin, Popup, RichText, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, vec2};

use super::walk::{self, Next, Pressed};
use super::{FindingsState, reason};
use crate::check::Finding;
use crate::ui::Command;
use crate::ui::changes::estimated_lines;
use crate::ui::dialog;
use crate::ui::theme::{self, text};
use crate::ui::view::View;
use crate::ui::widgets::{LinkButton, PlainButton, one_line};

/// The column of the keys.
const KEYS: f32 = 178.0;
/// Narrower than this, the keys stand below the words.
const BESIDE: f32 = 560.0;
const GAP: f32 = 8.0;

pub(super) fn show(
    ui: &mut Ui,
    view: &mut View<'_>,
    (finding, index): (&Finding, usize),
    is_old: bool,
    state: &mut FindingsState,
) {
    let id = Id::unique(("finding", finding.rule, finding.record, finding.field, finding.words));
    let field = finding.field_heading(view.plan);
    let place = finding.place(view.plan);
    let parts = [finding.rule.title(), field, &place];
    let name = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let card = UiBuilder::new()
        .scope_id(id)
        .sense(Sense::focusable_noninteractive())
        .accessibility_role(Role::ListItem)
        .accessibility_label(&name);
    let shown = ui.scope_builder(card, |ui| {
        let response = ui.response();
        let has_focus = response.has_focus();
        dialog::follow(ui, &response);
        let pressed = walk::keys(ui, id, response.rect, index, &mut state.walk);
        if pressed.is_some() {
            state.walk.has_focus(finding, index);
        }
        let pressed = pressed.unwrap_or_default();
        let palette = view.palette;
        let line = if has_focus { (2.0, palette.accent) } else { (1.0, palette.hairline) };
        let frame = Frame::NONE
            .fill(palette.paper)
            .stroke(Stroke::new(1.0, line.1))
            .corner_radius(6.0)
            .inner_margin(Margin { left: 16, right: 16, top: 12, bottom: 14 });
        let drawn = frame.show(ui, |ui| {
            let asked = Asked { place: &place, pressed, is_old };
            contents(ui, view, (finding, index), &asked, state);
        });
        if has_focus {
            let ring = Stroke::new(line.0, line.1);
            ui.painter().rect_stroke(drawn.response.rect, 6.0, ring, StrokeKind::Inside);
        }
        if pressed.goes {
            state.telling = Some(Box::new(finding.clone()));
            super::go_to(finding, view.selection, view.outbox);
        }
        has_focus
    });
    // A screen reader is told the place that the card had before it was laid out.
    let rect = shown.response.rect;
    ui.ctx().accesskit_node_builder(id, |node| {
        let [x0, y0, x1, y1] = [rect.min.x, rect.min.y, rect.max.x, rect.max.y].map(f64::from);
        node.set_bounds(egui::accesskit::Rect { x0, y0, x1, y1 });
    });
    if !view.behind_dialog && state.walk.wants(finding, shown.inner) {
        ui.memory_mut(|memory| memory.request_focus(id));
        ui.scroll_to_rect(rect.expand(12.0), None);
        ui.ctx().request_repaint();
    }
    ui.add_space(GAP);
}

/// What the keys of a card are told beside the finding.
struct Asked<'a> {
    place: &'a str,
    pressed: Pressed,
    is_old: bool,
}

fn contents(
    ui: &mut Ui,
    view: &mut View<'_>,
    (finding, index): (&Finding, usize),
    asked: &Asked<'_>,
    state: &mut FindingsState,
) {
    let whole = ui.available_width();
    ui.set_width(whole);
    if whole < BESIDE {
        words(ui, view, finding, asked.place);
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| keys(ui, view, (finding, index), asked, state));
        return;
    }
    let room = ui.available_rect_before_wrap();
    let left = room.with_max_x(room.right() - KEYS - 20.0);
    let right = room.with_min_x(room.right() - KEYS);
    let said = ui.scope_builder(UiBuilder::new().max_rect(left), |ui| words(ui, view, finding, asked.place));
    let builder = UiBuilder::new().max_rect(right).layout(Layout::top_down_justified(Align::Center));
    let pressed = ui.scope_builder(builder, |ui| keys(ui, view, (finding, index), asked, state));
    let height = said.response.rect.height().max(pressed.response.rect.height());
    ui.expand_to_include_y(room.top() + height);
}

fn words(ui: &mut Ui, view: &mut View<'_>, finding: &Finding, place: &str) {
    let palette = view.palette;
    ui.spacing_mut().item_spacing = vec2(6.0, 3.0);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(finding.rule.title()).font(theme::semibold(text::BODY)).color(palette.ink));
        let field = finding.field_heading(view.plan);
        if !field.is_empty() {
            let words = format!("· {field}");
            ui.label(RichText::new(words).font(theme::regular(text::BODY)).color(palette.ink_soft));
        }
        let name = format!("About this rule: {}", finding.rule.plural());
        if dialog::link(ui, &palette, LinkButton::new("?").name(&name)).clicked() {
            view.outbox.command(Command::HelpOn(finding.rule));
        }
    });
    if !place.is_empty() {
        let room = ui.available_width();
        one_line(ui, place, theme::regular(text::SMALL), palette.ink_soft, room);
    }
    ui.add_space(2.0);
    if finding.text.is_empty() {
        dialog::told(ui, "(blank)", palette.ink_soft);
    } else {
        let job = text::wrapped(&finding.text, theme::regular(text::HEADING - 0.5), palette.ink, ui.available_width());
        ui.label(job);
    }
    dialog::told(ui, &finding.message, palette.ink_soft);
    dialog::told(ui, &finding.suggestion, palette.ink_soft);
    if let Some(reason) = &finding.accepted {
        dialog::told(ui, &format!("Left as it is: {reason}"), palette.ink);
    }
}

fn keys(
    ui: &mut Ui,
    view: &mut View<'_>,
    (finding, index): (&Finding, usize),
    Asked { place, pressed, is_old }: &Asked<'_>,
    state: &mut FindingsState,
) {
    let palette = view.palette;
    ui.spacing_mut().item_spacing = vec2(8.0, 5.0);
    if let Some(fix) = finding.fix.as_ref().filter(|_| finding.accepted.is_none()) {
        let label = capitalised(&fix.label);
        let button = dialog::button(ui, &palette, PlainButton::new(&label).primary());
        dialog::name(ui, &button, &format!("{label}: {place}"));
        let told = fix.replaces.as_ref().map_or_else(
            || "Undo takes it back (F)".to_owned(),
            |words| format!("It takes out “{words}”; undo brings it back (F)"),
        );
        if button.on_hover_text(told).clicked() || pressed.fixes {
            walk::fix(&mut state.walk, view.outbox, finding, index, *is_old);
        }
    }
    let button = dialog::button(ui, &palette, PlainButton::new("Go to it"));
    dialog::name(ui, &button, &format!("Go to it: {place}"));
    if button.on_hover_text("Show it in the forms (Enter)").clicked() {
        state.telling = Some(Box::new(finding.clone()));
        super::go_to(finding, view.selection, view.outbox);
    }
    if finding.accepted.is_some() {
        let link = LinkButton::new("Ask about it again").name("Ask about it again");
        if dialog::link(ui, &palette, link).clicked() || pressed.leaves {
            view.outbox.seal();
            view.outbox.edit(finding.ask_again(), "ask about a finding again");
            view.outbox.seal();
            state.walk.next = Some(Next::On(index));
        }
        return;
    }
    let name = format!("Leave it, with a reason: {place}");
    let link = dialog::link(ui, &palette, LinkButton::new("Leave it, with a reason…").name(&name));
    let popup = Popup::default_response_id(&link);
    if pressed.leaves {
        Popup::open_id(ui.ctx(), popup);
        ui.ctx().request_repaint();
    }
    let was_asking = state.walk.asking.as_ref().is_some_and(|asking| finding.is(asking));
    if reason::ask(&palette, &link, finding, &mut state.reason, view.outbox) {
        state.walk.asking = None;
        state.walk.next = Some(Next::On(index));
    } else if Popup::is_id_open(ui.ctx(), popup) {
        if !was_asking {
            state.walk.asking = Some(finding.to_accept());
        }
    } else if was_asking {
        // The popup was put away, and with it the field that had the cursor.
        state.walk.asking = None;
        state.walk.focus_on(finding, index);
        ui.ctx().request_repaint();
    }
    link.on_hover_text("It is not asked about again until its words change (L)");
}

pub(super) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// How high a card is about, in this width.
pub(super) fn estimated_height(finding: &Finding, width: f32) -> f32 {
    let room = if width < BESIDE { width - 32.0 } else { width - 32.0 - KEYS - 20.0 };
    let lines = estimated_lines(&finding.text, room, 1000)
        + estimated_lines(&finding.message, room, 100)
        + estimated_lines(&finding.suggestion, room, 100)
        + 2;
    #[expect(clippy::cast_precision_loss, reason = "lines of one card")]
    let lines = lines as f32;
    lines * text::line_height(text::BODY) + 26.0 + GAP + 12.0
}
