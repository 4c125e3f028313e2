//! The window: its head, its page and its foot.
//!
//! It must not know how one change is shown.

use egui::{
    Align, Context, Layout, Rect, RichText, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::lines::{self, Line};
use super::row;
use super::{TakingIn, TakingInAnswer, TakingInState, words};
use crate::model::matching::Kind;
use crate::ui::dialog::{self, MARGIN};
use crate::ui::theme::{self, Palette, text};
use crate::ui::widgets::{LinkButton, PlainButton};

const LARGEST: egui::Vec2 = vec2(980.0, 860.0);
const HEAD: f32 = 58.0;
/// The head where there is little room.
const LOW_HEAD: f32 = 46.0;
const FOOT: f32 = 60.0;
/// Where there is less room than this beside its buttons, the foot's words stand at the end of the page.
const WORDS_IN_FOOT: f32 = 260.0;
const BUTTONS: f32 = 320.0;
/// The room of the links beside a kind, and the space between kinds.
const LINKS: f32 = 88.0;
const KINDS_APART: f32 = 18.0;
const KEPT: &str = "The file on the drive is not touched until you save. Undo takes this back.";

/// Shows the window over everything else.
pub fn show(
    context: &Context,
    palette: &Palette,
    taking_in: &mut TakingIn<'_>,
    state: &mut TakingInState,
) -> Option<TakingInAnswer> {
    if !state.is_open {
        state.lines = lines::lines(taking_in.changes);
        state.rows.forget();
        state.unfolded.clear();
        state.go_to = Some(0);
        state.has_left_first = false;
    }
    let title = words::title(taking_in.name);
    let shown = dialog::large(context, palette, ("taking-in", &title), LARGEST, |ui, rect| {
        contents(ui, palette, (rect, &title), taking_in, state)
    });
    let answer = shown.inner.or(shown.is_escaped.then_some(TakingInAnswer::Cancel));
    state.is_open = answer.is_none() && (state.is_open || shown.keeps_focus);
    answer
}

fn contents(
    ui: &mut Ui,
    palette: &Palette,
    (rect, title): (Rect, &str),
    taking_in: &mut TakingIn<'_>,
    state: &mut TakingInState,
) -> Option<TakingInAnswer> {
    let head = Rect::from_min_size(rect.min, vec2(rect.width(), if rect.height() < 480.0 { LOW_HEAD } else { HEAD }));
    let foot = Rect::from_min_max(pos2(rect.left(), rect.bottom() - FOOT), rect.max);
    let page = Rect::from_min_max(head.left_bottom(), foot.right_top());
    dialog::head(ui, palette, head, title, taking_in.plan, |ui| {
        let words = format!("{} of {} ticked", taking_in.ticks.count(), taking_in.changes.len());
        ui.label(RichText::new(words).font(theme::medium(text::BODY)).color(palette.ink_soft));
    });
    let words_in_foot = foot.width() - 2.0 * MARGIN - BUTTONS >= WORDS_IN_FOOT;
    dialog::inside(ui, page, |ui| {
        ScrollArea::vertical().id_salt("taking-in").auto_shrink(false).show(ui, |ui| {
            dialog::column(ui, page.width(), |ui| {
                dialog::turn_by_keys(ui);
                ui.add_space(18.0);
                page_of(ui, palette, taking_in, state);
                if !words_in_foot {
                    ui.add_space(14.0);
                    dialog::note(ui, KEPT, palette.ink_soft);
                }
                ui.add_space(24.0);
            });
        });
    });
    ui.painter().hline(rect.x_range(), foot.top(), Stroke::new(1.0, palette.hairline));
    foot_of(ui, palette, foot.shrink2(vec2(MARGIN, 0.0)), words_in_foot, taking_in)
}

fn page_of(ui: &mut Ui, palette: &Palette, taking_in: &mut TakingIn<'_>, state: &mut TakingInState) {
    dialog::told(ui, &words::opening(taking_in.changes, taking_in.same), palette.ink);
    ui.add_space(2.0);
    dialog::told(ui, words::asked(taking_in.changes), palette.ink_soft);
    ui.add_space(8.0);
    tick_by_kind(ui, palette, taking_in);
    ui.add_space(12.0);
    list(ui, palette, taking_in, state);
}

/// Links that tick all of a kind, or none.
fn tick_by_kind(ui: &mut Ui, palette: &Palette, taking_in: &mut TakingIn<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(KINDS_APART, 2.0);
        for kind in Kind::ALL {
            let count = words::count(taking_in.changes, kind);
            if count == 0 {
                continue;
            }
            let of_kind = words::of_kind(kind);
            let told = format!("{count} {of_kind}");
            let job = text::one_line(&told, theme::regular(text::BODY), palette.ink, f32::INFINITY);
            let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
            // Words and links stay together where the row is broken.
            let (room, _) = ui.allocate_exact_size(vec2(galley.size().x + LINKS, 24.0), Sense::hover());
            let mut group = ui.new_child(UiBuilder::new().max_rect(room).layout(Layout::left_to_right(Align::Center)));
            group.spacing_mut().item_spacing.x = 0.0;
            let (label, response) = group.allocate_exact_size(vec2(galley.size().x, 22.0), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &told));
            let mut middle = label.center().y;
            for (words, to) in [("All", true), ("None", false)] {
                let name = format!("{words} of those {of_kind}");
                let link = dialog::link(&mut group, palette, LinkButton::new(words).name(&name));
                middle = link.rect.center().y;
                if link.clicked() {
                    taking_in.ticks.set_kind(taking_in.changes, kind, to);
                }
            }
            // On the line of the links, wherever that came to stand.
            ui.painter().galley(pos2(label.left(), middle - galley.size().y / 2.0), galley, palette.ink);
        }
    });
}

fn list(ui: &mut Ui, palette: &Palette, taking_in: &mut TakingIn<'_>, state: &mut TakingInState) {
    let go_to = if dialog::keeps_focus(ui.ctx()) { state.go_to.take() } else { None };
    let TakingInState { lines, rows, unfolded, go_to: next, has_left_first, .. } = state;
    if let Some(line) = lines.iter().position(|line| go_to.is_some_and(|at| *line == Line::Change(at))) {
        rows.reveal(line);
    }
    let changes = taking_in.changes;
    let estimate = |line: usize, width: f32| match &lines[line] {
        Line::Change(at) => row::estimated_height(&changes[*at], width),
        heading => lines::heading_height(heading),
    };
    rows.show(ui, "taking-in", lines.len(), estimate, |ui, line| {
        let Line::Change(at) = lines[line] else { return lines::heading(ui, palette, &lines[line], line == 0) };
        if line > 0 && matches!(lines[line - 1], Line::Change(_)) {
            let (across, top) = (ui.max_rect().x_range(), ui.cursor().top());
            ui.painter().hline(across, top, Stroke::new(1.0, palette.hairline));
        }
        let is_ticked = taking_in.ticks.has(at);
        let shown = row::show(ui, palette, (&changes[at], at), is_ticked, unfolded.contains(&at));
        if go_to == Some(at) {
            shown.response.request_focus();
        }
        *has_left_first |= at > 0 && shown.response.has_focus();
        if *has_left_first {
            // At first the sentences above the list are to be read.
            dialog::follow(ui, &shown.response);
        }
        if shown.response.clicked() {
            taking_in.ticks.set(changes, at, !is_ticked);
        }
        if let Some(to) = at.checked_add_signed(shown.step).filter(|to| shown.step != 0 && *to < changes.len()) {
            *next = Some(to);
            ui.ctx().request_repaint();
        }
        if shown.is_turned && !unfolded.remove(&at) {
            unfolded.insert(at);
        }
    });
}

fn foot_of(
    ui: &mut Ui,
    palette: &Palette,
    rect: Rect,
    with_words: bool,
    taking_in: &TakingIn<'_>,
) -> Option<TakingInAnswer> {
    let mut answer = None;
    let count = taking_in.ticks.count();
    let row = UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(row, |ui| {
        let label = words::button(count);
        let bring_in = dialog::button(ui, palette, PlainButton::new(&label).primary().enabled(count > 0));
        if bring_in.on_disabled_hover_text("Nothing is ticked").clicked() {
            answer = Some(TakingInAnswer::BringIn);
        }
        let cancel = dialog::button(ui, palette, PlainButton::new("Cancel"));
        if cancel.on_hover_text("Nothing is changed (Esc)").clicked() {
            answer = Some(TakingInAnswer::Cancel);
        }
        if with_words {
            ui.add_space(10.0);
            dialog::note(ui, KEPT, palette.ink_soft);
        }
    });
    answer
}
