//! The menus in which the two states are chosen: now, a pack that was issued, a backup, another file.

use egui::{Button, Response, RichText, Role, ScrollArea, Stroke, Ui, WidgetInfo, vec2};

use super::{Ask, End, Listed, Side, Since, SinceState, Source};
use crate::ui::dialog;
use crate::ui::theme::{self, Palette, text};
use crate::ui::view::{Outbox, View};
use crate::ui::widgets::form_popup;

const WIDTH: f32 = 320.0;
const ROW: f32 = 28.0;

/// Shows the button of one end, and the menu when it is pressed.
pub(super) fn menu(ui: &mut Ui, view: &mut View<'_>, end: End, since: &Since<'_>, state: &mut SinceState) {
    let palette = view.palette;
    let (label, side) = match end {
        End::From => ("From", &since.from),
        End::To => ("To", &since.to),
    };
    let title = if side.title.is_empty() { "choose…" } else { &side.title };
    let room = (ui.available_width() - 90.0).clamp(120.0, 420.0);
    let button = button(ui, &palette, &format!("{label}: {title} ▾"), room);
    let name = format!("{label}: {title}");
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if button.clicked() {
        state.shows_backups = false;
    }
    form_popup(&button).show(|ui| {
        ui.set_width(WIDTH);
        ui.spacing_mut().item_spacing.y = 1.0;
        let room = (ui.ctx().content_rect().height() - 220.0).max(160.0);
        ScrollArea::vertical().max_height(room).show(ui, |ui| {
            ui.set_width(WIDTH);
            if entries(ui, view, end, side, since, state) {
                ui.close();
            }
        });
    });
}

/// A button no wider than there is room.
fn button(ui: &mut Ui, palette: &Palette, words: &str, room: f32) -> Response {
    let mut job = text::one_line(words, theme::medium(text::BODY), palette.ink, room);
    job.halign = egui::Align::LEFT;
    let button = Button::new(job).min_size(vec2(0.0, 30.0)).corner_radius(5.0);
    let response = ui.add(button.fill(palette.paper).stroke(Stroke::new(1.0, palette.outline)));
    dialog::follow(ui, &response);
    if response.has_focus() {
        let line = Stroke::new(2.0, palette.accent);
        ui.painter().rect_stroke(response.rect.expand(2.0), 6.0, line, egui::StrokeKind::Outside);
    }
    response.on_hover_text(words)
}

/// What can be chosen. `true` when something was.
fn entries(
    ui: &mut Ui,
    view: &mut View<'_>,
    end: End,
    side: &Side<'_>,
    since: &Since<'_>,
    state: &mut SinceState,
) -> bool {
    let palette = view.palette;
    let is = |source| side.source == Some(source);
    if entry(ui, &palette, "Now", is(Source::Now)).clicked() {
        view.outbox.compare(Ask::Compare(end, Source::Now));
        return true;
    }
    // The newest day first; of one day, the one issued later.
    let mut issued: Vec<_> = view.plan.issued.iter().enumerate().collect();
    issued.sort_by_key(|(at, one)| std::cmp::Reverse((one.as_at, *at)));
    for (_, one) in issued {
        if entry(ui, &palette, &one.title(), is(Source::Issued(one.id))).clicked() {
            view.outbox.compare(Ask::Compare(end, Source::Issued(one.id)));
            return true;
        }
    }
    ui.separator();
    if entry(ui, &palette, "A backup…", state.shows_backups).clicked() {
        turn_backups(view.outbox, state);
    }
    if state.shows_backups && backups(ui, view, end, since.backups) {
        return true;
    }
    if entry(ui, &palette, "Another plan file…", false).clicked() {
        view.outbox.compare(Ask::OtherFile(end));
        return true;
    }
    false
}

/// Opens the list of backups, asking for it, or closes it.
pub(super) fn turn_backups(outbox: &mut Outbox, state: &mut SinceState) {
    state.shows_backups = !state.shows_backups;
    if state.shows_backups {
        outbox.compare(Ask::ListBackups);
    }
}

/// The backups to choose from. `true` when one was.
pub(super) fn backups(ui: &mut Ui, view: &mut View<'_>, end: End, listed: Listed<'_>) -> bool {
    let palette = view.palette;
    let backups = match listed {
        Listed::NotYet | Listed::Looking => {
            dialog::note(ui, "Looking for backups…", palette.ink_soft);
            return false;
        }
        Listed::None(why) => {
            dialog::note(ui, why, palette.ink_soft);
            return false;
        }
        Listed::Backups([]) => {
            dialog::note(ui, "There are no backups of this plan yet.", palette.ink_soft);
            return false;
        }
        Listed::Backups(backups) => backups,
    };
    for (index, backup) in backups.iter().enumerate() {
        let words = format!("{}, {} · {}", backup.day, backup.time, backup.kind);
        let chosen = ui.indent(("since-backup", index), |ui| entry(ui, &palette, &words, false).clicked()).inner;
        if chosen {
            view.outbox.compare(Ask::Compare(end, Source::Backup(index)));
            return true;
        }
    }
    false
}

fn entry(ui: &mut Ui, palette: &Palette, words: &str, is_chosen: bool) -> Response {
    let font = if is_chosen { theme::semibold(text::BODY) } else { theme::regular(text::BODY) };
    let label = RichText::new(words).font(font).color(palette.ink);
    let button = Button::new((label, egui::Atom::grow())).selected(is_chosen).frame_when_inactive(is_chosen).truncate();
    let response = ui.add(button.min_size(vec2(ui.available_width(), ROW)));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, words));
    dialog::follow(ui, &response);
    response
}
