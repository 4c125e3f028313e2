//! Cells that hold several records: KPIs, milestones, the newest progress update. Each record is a text
//! of its own; Enter begins the next one, Backspace in an empty one takes it out.

use egui::{Key, Margin, Modifiers, ScrollArea, Ui, UiBuilder, vec2};

use super::cells::{cell_name, note_focus, small_line, update_day};
use crate::model::{Action, Edit, MilestoneField, RecordId, Shows, UpdateField};
use crate::report::measure_standing;
use crate::ui::command::RowCommand;
use crate::ui::measures;
use crate::ui::said_before;
use crate::ui::theme::{self, text};
use crate::ui::view::{View, cell_id};
use crate::ui::widgets::{LinkButton, TextCell, form_popup};

const BULLET: f32 = 13.0;

/// The KPIs of an action, one a line.
pub(super) fn kpis(ui: &mut Ui, view: &mut View<'_>, action: &Action, reference: &str) {
    let heading = cell_name(view, Shows::Kpis, reference);
    let label = format!("change {}", view.plan.heading_of(Shows::Kpis));
    let count = action.kpis.len();
    ui.add_space(2.0);
    for (index, kpi) in action.kpis.iter().enumerate() {
        let shown = Line {
            record: RecordId::Kpi(kpi.id),
            words: &kpi.text,
            name: &format!("{heading}, {} of {count}", index + 1),
            bullet: count > 1,
            next: RowCommand::AddKpi(action.id, index + 1),
            before: index.checked_sub(1).map(|index| RecordId::Kpi(action.kpis[index].id)),
            holds_more: !kpi.measure.is_blank(),
        };
        line(ui, view, action, &shown, &label, |new| Edit::Kpi(kpi.id, new));
        if !kpi.measure.is_blank() {
            let stands = measure_standing(&kpi.measure, &view.plan.period, view.as_at);
            let indent = 9.0 + if shown.bullet { BULLET } else { 0.0 };
            indented(ui, indent, |ui| {
                ui.set_max_width(ui.available_width() - 7.0);
                measures::small_line(ui, &view.palette, &kpi.measure, &stands);
            });
        }
    }
    if action.kpis.is_empty() {
        add_first(ui, view, "+ add", &format!("Add to {heading}"), RowCommand::AddKpi(action.id, 0));
    }
}

/// The milestones of an action, one a line, each with how its date is read.
pub(super) fn milestones(ui: &mut Ui, view: &mut View<'_>, action: &Action, reference: &str) {
    let heading = cell_name(view, Shows::Milestones, reference);
    let label = format!("change {}", view.plan.heading_of(Shows::Milestones));
    let count = action.milestones.len();
    ui.add_space(2.0);
    for (index, milestone) in action.milestones.iter().enumerate() {
        let shown = Line {
            record: RecordId::Milestone(milestone.id),
            words: milestone.text(),
            name: &format!("{heading}, {} of {count}", index + 1),
            bullet: count > 1,
            next: RowCommand::AddMilestone(action.id, index + 1),
            before: index.checked_sub(1).map(|index| RecordId::Milestone(action.milestones[index].id)),
            holds_more: milestone.beside().is_some(),
        };
        line(ui, view, action, &shown, &label, |new| Edit::Milestone(milestone.id, MilestoneField::Text(new)));
        let indent = if shown.bullet { BULLET } else { 0.0 };
        indented(ui, indent, |ui| small_line(ui, &milestone.when().reading().describe(), view.palette.ink_faint));
    }
    if action.milestones.is_empty() {
        add_first(ui, view, "+ add", &format!("Add to {heading}"), RowCommand::AddMilestone(action.id, 0));
    }
}

/// The newest progress update, and a link to what was said before it.
pub(super) fn progress(ui: &mut Ui, view: &mut View<'_>, action: &Action, reference: &str) {
    let heading = cell_name(view, Shows::Progress, reference);
    if let Some(update) = action.newest_update() {
        let id = cell_id("grids", RecordId::Update(update.id), "text");
        let output = TextCell::new(id, &update.text, &heading).marking(view.terms).show(ui, &view.palette);
        note_focus(view, action, &output);
        if let Some(new) = output.changed {
            let label = format!("change {}", view.plan.heading_of(Shows::Progress));
            view.outbox.edit(Edit::Update(update.id, UpdateField::Text(new)), label);
        }
        if update.on.is_some() {
            small_line(ui, &update_day(update.on), view.palette.ink_faint);
        }
        earlier(ui, view, action, &heading);
    }
    let label = if action.updates.is_empty() { "+ add" } else { "+ new update" };
    let shown = action.updates.is_empty() || view.selection.action == Some(action.id);
    if shown {
        add_first(ui, view, label, &format!("Add to {heading}"), RowCommand::AddUpdate(action.id));
    }
}

/// A link to what was said before the newest update.
fn earlier(ui: &mut Ui, view: &View<'_>, action: &Action, heading: &str) {
    let count = action.updates.len().saturating_sub(1);
    if count == 0 {
        return;
    }
    indented(ui, 2.0, |ui| {
        let name = format!("{}, {heading}", said_before::counted(count));
        let link = LinkButton::new(&format!("{count} earlier")).name(&name).quiet().show(ui, &view.palette);
        form_popup(&link).width(380.0).show(|ui: &mut Ui| {
            let room = (ui.ctx().content_rect().height() * 0.5).clamp(120.0, 420.0);
            ScrollArea::vertical().max_height(room).show(ui, |ui| {
                said_before::show(ui, &view.palette, view.plan, &said_before::newest_first(action));
            });
        });
    });
}

fn add_first(ui: &mut Ui, view: &mut View<'_>, words: &str, name: &str, command: RowCommand) {
    ui.add_space(3.0);
    indented(ui, 2.0, |ui| {
        if LinkButton::new(words).name(name).quiet().show(ui, &view.palette).clicked() {
            view.outbox.row(command);
        }
    });
}

fn indented(ui: &mut Ui, by: f32, add: impl FnOnce(&mut Ui)) {
    let mut room = ui.available_rect_before_wrap();
    room.min.x += by;
    ui.scope_builder(UiBuilder::new().max_rect(room), add);
}

/// One record of a list as a text of its own.
struct Line<'line> {
    record: RecordId,
    words: &'line str,
    name: &'line str,
    bullet: bool,
    /// What Enter adds.
    next: RowCommand,
    /// The record above, which takes the cursor when this one is taken out.
    before: Option<RecordId>,
    /// It holds figures or a date beside its words, so that Backspace does not take it out.
    holds_more: bool,
}

fn line(
    ui: &mut Ui,
    view: &mut View<'_>,
    action: &Action,
    line: &Line<'_>,
    label: &str,
    edit: impl FnOnce(String) -> Edit,
) {
    let id = cell_id("grids", line.record, "text");
    if ui.memory(|memory| memory.has_focus(id)) {
        keys(ui, view, line);
    }
    let top = ui.cursor().min;
    indented(ui, if line.bullet { BULLET } else { 0.0 }, |ui| {
        let cell = TextCell::new(id, line.words, line.name).margin(Margin { left: 9, right: 7, top: 4, bottom: 2 });
        let output = cell.marking(view.terms).show(ui, &view.palette);
        let left = output.response.lost_focus();
        note_focus(view, action, &output);
        if let Some(new) = output.changed {
            view.outbox.edit(edit(new), label);
        }
        if left {
            view.outbox.row(RowCommand::RemoveIfEmpty(line.record));
        }
    });
    if line.bullet {
        let centre = top + vec2(12.0, 4.0 + text::line_height(text::BODY) / 2.0);
        let font = theme::regular(text::BODY);
        ui.painter().text(centre, egui::Align2::CENTER_CENTER, "•", font, view.palette.ink_faint);
    }
}

fn keys(ui: &mut Ui, view: &mut View<'_>, line: &Line<'_>) {
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        view.outbox.seal();
        view.outbox.row(line.next);
    }
    let is_empty = line.words.is_empty() && !line.holds_more;
    if is_empty && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Backspace)) {
        view.outbox.row(RowCommand::Remove(line.record));
        if let Some(before) = line.before {
            ui.memory_mut(|memory| memory.request_focus(cell_id("grids", before, "text")));
        }
    }
}
