//! One finding: what is the matter, where, the words, and what to do.

use egui::{Align, Frame, Layout, Margin, Popup, RichText, Stroke, Ui, UiBuilder, vec2};

use super::reason::{self, ReasonState};
use crate::check::{Field, Finding};
use crate::model::{Plan, Shows};
use crate::ui::changes::estimated_lines;
use crate::ui::dialog;
use crate::ui::theme::{self, text};
use crate::ui::view::{Reveal, View};
use crate::ui::widgets::{LinkButton, PlainButton, one_line};
use crate::ui::{Command, ViewKind};

/// The column of the keys.
const KEYS: f32 = 178.0;
/// Narrower than this, the keys stand below the words.
const BESIDE: f32 = 560.0;
const GAP: f32 = 8.0;

pub(super) fn show(ui: &mut Ui, view: &mut View<'_>, finding: &Finding, state: &mut ReasonState) {
    let palette = view.palette;
    let frame = Frame::NONE
        .fill(palette.paper)
        .stroke(Stroke::new(1.0, palette.hairline))
        .corner_radius(6.0)
        .inner_margin(Margin { left: 16, right: 16, top: 12, bottom: 14 });
    frame.show(ui, |ui| {
        let whole = ui.available_width();
        ui.set_width(whole);
        if whole < BESIDE {
            words(ui, view, finding);
            ui.add_space(8.0);
            ui.horizontal_wrapped(|ui| keys(ui, view, finding, state));
            return;
        }
        let room = ui.available_rect_before_wrap();
        let left = room.with_max_x(room.right() - KEYS - 20.0);
        let right = room.with_min_x(room.right() - KEYS);
        let said = ui.scope_builder(UiBuilder::new().max_rect(left), |ui| words(ui, view, finding));
        let builder = UiBuilder::new().max_rect(right).layout(Layout::top_down_justified(Align::Min));
        let pressed = ui.scope_builder(builder, |ui| keys(ui, view, finding, state));
        let height = said.response.rect.height().max(pressed.response.rect.height());
        ui.expand_to_include_y(room.top() + height);
    });
    ui.add_space(GAP);
}

fn words(ui: &mut Ui, view: &View<'_>, finding: &Finding) {
    let palette = view.palette;
    ui.spacing_mut().item_spacing = vec2(6.0, 3.0);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(finding.rule.title()).font(theme::semibold(text::BODY)).color(palette.ink));
        let field = field(view.plan, finding.field);
        if !field.is_empty() {
            let words = format!("· {field}");
            ui.label(RichText::new(words).font(theme::regular(text::BODY)).color(palette.ink_soft));
        }
        help(ui, view, finding);
    });
    let place = place(view.plan, finding);
    if !place.is_empty() {
        let room = ui.available_width();
        one_line(ui, &place, theme::regular(text::SMALL), palette.ink_soft, room);
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

/// The rule's page of the help, under a link.
fn help(ui: &mut Ui, view: &View<'_>, finding: &Finding) {
    let palette = view.palette;
    let name = format!("About this rule: {}", finding.rule.plural());
    let link = dialog::link(ui, &palette, LinkButton::new("?").name(&name));
    Popup::menu(&link).gap(4.0).show(|ui| {
        ui.set_width(360.0);
        Frame::NONE.inner_margin(8).show(ui, |ui| {
            ui.label(RichText::new(finding.rule.reason()).font(theme::semibold(text::BODY)).color(palette.ink));
            ui.add_space(4.0);
            dialog::told(ui, finding.rule.page(), palette.ink_soft);
        });
    });
}

fn keys(ui: &mut Ui, view: &mut View<'_>, finding: &Finding, state: &mut ReasonState) {
    let palette = view.palette;
    ui.spacing_mut().item_spacing = vec2(8.0, 5.0);
    let place = place(view.plan, finding);
    if let Some(fix) = finding.fix.as_ref().filter(|_| finding.accepted.is_none()) {
        let label = capitalised(&fix.label);
        let button = dialog::button(ui, &palette, PlainButton::new(&label).primary());
        dialog::name(ui, &button, &format!("{label}: {place}"));
        let told = fix.replaces.as_ref().map_or_else(
            || "Undo takes it back".to_owned(),
            |words| format!("It takes out “{words}”; undo brings it back"),
        );
        if button.on_hover_text(told).clicked() {
            view.outbox.seal();
            view.outbox.edit(fix.edit.clone(), fix.label.clone());
            view.outbox.seal();
        }
    }
    let button = dialog::button(ui, &palette, PlainButton::new("Go to it"));
    dialog::name(ui, &button, &format!("Go to it: {place}"));
    if button.clicked() {
        go_to(view, finding);
    }
    if finding.accepted.is_some() {
        let link = LinkButton::new("Ask about it again").name("Ask about it again");
        if dialog::link(ui, &palette, link).clicked() {
            view.outbox.seal();
            view.outbox.edit(finding.ask_again(), "ask about a finding again");
            view.outbox.seal();
        }
    } else {
        let name = format!("Leave it, with a reason: {place}");
        let link = dialog::link(ui, &palette, LinkButton::new("Leave it, with a reason…").name(&name));
        reason::ask(&palette, &link, finding, state, view.outbox);
    }
}

/// Shows the place in the forms.
fn go_to(view: &mut View<'_>, finding: &Finding) {
    let reveal = match (finding.action, finding.objective, finding.grid) {
        (Some(action), ..) => {
            view.selection.action = Some(action);
            Some(Reveal::Action(action))
        }
        (None, Some(objective), _) => Some(Reveal::Objective(objective)),
        (None, None, Some(grid)) => Some(Reveal::Grid(grid)),
        (None, None, None) => None,
    };
    match reveal {
        Some(reveal) => {
            view.selection.reveal = Some(reveal);
            view.outbox.command(Command::Show(ViewKind::Grids));
        }
        // What is about the whole plan stands in its details.
        None => view.outbox.command(Command::PlanDetails),
    }
}

/// "PBC4.1 · Develop and implement an annual…".
fn place(plan: &Plan, finding: &Finding) -> String {
    if let Some(standing) = finding.action.and_then(|id| plan.standing(id)) {
        let reference = standing.reference();
        let words = standing.action.description.split_whitespace().collect::<Vec<_>>().join(" ");
        return if words.is_empty() { reference } else { format!("{reference} · {words}") };
    }
    let Some(grid) = plan.grids.iter().find(|grid| Some(grid.id) == finding.grid) else {
        return "The whole plan".to_owned();
    };
    let objective = grid.objectives.iter().find(|objective| Some(objective.id) == finding.objective);
    let words = objective.map_or_else(
        || grid.full_title(),
        |objective| format!("{} {}", objective.reference, objective.statement).trim().to_owned(),
    );
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The field, as the plan calls it.
fn field(plan: &Plan, field: Field) -> String {
    let heading = |shows| plan.heading_of(shows).to_owned();
    match field {
        Field::Description => heading(Shows::Description),
        Field::Owners => heading(Shows::Owners),
        Field::When => heading(Shows::When),
        Field::Kpis => heading(Shows::Kpis),
        Field::Milestones => heading(Shows::Milestones),
        Field::Updates => heading(Shows::Progress),
        Field::Status => heading(Shows::Status),
        Field::Own(column) => heading(Shows::Own(column)),
        Field::PlanTitle | Field::Title => "Title".to_owned(),
        Field::Version => "Version".to_owned(),
        Field::FrontMatter => "Front matter".to_owned(),
        Field::Meetings => "Meetings".to_owned(),
        Field::Reference => "Reference".to_owned(),
        Field::Priorities => "Key priorities".to_owned(),
        Field::Objectives | Field::Actions => String::new(),
        Field::Statement => "Objective".to_owned(),
        Field::Outcomes => "Expected outcomes".to_owned(),
    }
}

fn capitalised(words: &str) -> String {
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
