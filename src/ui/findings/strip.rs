//! The finding whose place is shown, along the bottom of the other views: what is the matter there, and on to the next.

use egui::{Align, Frame, Layout, Margin, Panel, RichText, Stroke, Ui};

use super::walk;
use super::{Findings, FindingsState};
use crate::ui::Command;
use crate::ui::dialog;
use crate::ui::theme::{self, text};
use crate::ui::view::View;
use crate::ui::widgets::{LinkButton, PlainButton, icon_button, one_line};

/// Shows it, where there is one.
pub fn show(ui: &mut Ui, view: &mut View<'_>, findings: Findings<'_>, state: &mut FindingsState) {
    walk::fix_what_waited(&mut state.walk, view.outbox, findings);
    let Some(told) = &state.telling else { return };
    let as_accepted = told.to_accept();
    let there = findings.all.iter().position(|finding| finding.is(&as_accepted));
    // Until the plan was looked through anew, what was found last is shown.
    let is_there = there.is_some_and(|at| findings.all[at].accepted.is_none()) || findings.is_old;
    let palette = view.palette;
    let frame = Frame::NONE.fill(palette.paper).inner_margin(Margin { left: 20, right: 12, top: 6, bottom: 6 });
    let mut is_closed = false;
    let shown = Panel::bottom("finding").frame(frame).show_separator_line(false).exact_size(46.0).show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            is_closed = icon_button(ui, &palette, "×", "Put the finding away").clicked();
            let keys = |ui: &Ui, command: Command| command.shortcut().map(|keys| ui.ctx().format_shortcut(&keys));
            let next = dialog::button(ui, &palette, PlainButton::new("Next"));
            dialog::name(ui, &next, "Next finding");
            let tooltip = format!("The next finding ({})", keys(ui, Command::NextFinding).unwrap_or_default());
            if next.on_hover_text(tooltip).clicked() {
                view.outbox.command(Command::NextFinding);
            }
            if let Some(at) = there.filter(|_| is_there)
                && let Some(fix) = &findings.all[at].fix
            {
                let label = super::card::capitalised(&fix.label);
                if dialog::button(ui, &palette, PlainButton::new(&label).primary()).clicked() {
                    walk::fix(&mut state.walk, view.outbox, &findings.all[at], at, findings.is_old);
                    state.walk.next = None;
                }
            }
            let help = LinkButton::new("?").name("About this rule");
            if dialog::link(ui, &palette, help).clicked() {
                view.outbox.command(Command::HelpOn(told.rule));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let title = if is_there { told.rule.title() } else { "Mended" };
                let room = ui.available_width();
                let named = one_line(ui, title, theme::semibold(text::BODY), palette.ink, room);
                let left = room - named.rect.width() - 16.0;
                if is_there && left > 80.0 {
                    let words = format!("{} {}", told.message, told.suggestion);
                    one_line(ui, &words, theme::regular(text::BODY), palette.ink_soft, left).on_hover_text(&words);
                } else if !is_there && left > 80.0 {
                    let words = RichText::new(told.rule.title()).font(theme::regular(text::BODY));
                    ui.label(words.color(palette.ink_soft).strikethrough());
                }
            });
        });
    });
    let rect = shown.response.rect;
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, palette.hairline));
    if is_closed {
        state.telling = None;
    }
}
