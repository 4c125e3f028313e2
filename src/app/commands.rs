//! What each command does.

use egui::Context;

use super::App;
use super::closing::{Next, Then};
use super::path_entry::For;
use super::{rows, table_text};
use crate::model::{Action, Edit, EditError, Parent, Place, Plan, Record, RecordId};
use crate::ui::details::DetailsState;
use crate::ui::help::HelpState;
use crate::ui::{Command, Reveal, RowCommand, ViewKind, Wish};

/// One step of text size.
const ZOOM_STEP: f32 = 0.1;

impl App {
    /// Does what the views asked for, in order.
    pub(super) fn do_wishes(&mut self, context: &Context, wishes: Vec<Wish>) {
        if wishes.iter().any(|wish| *wish != Wish::Seal) {
            // What was drawn before the change shows it in the next frame.
            context.request_repaint();
        }
        for wish in wishes {
            if !self.allowed_while_looking(&wish) {
                continue;
            }
            match wish {
                Wish::Edit(edit, label) => {
                    let Some(open) = &mut self.open else { continue };
                    open.note_move(context, &edit);
                    let result = open.document.apply(edit, label);
                    self.say_refused(result);
                }
                Wish::Seal => {
                    if let Some(open) = &mut self.open {
                        open.document.seal();
                    }
                }
                Wish::Focus(widget) => context.memory_mut(|memory| memory.request_focus(widget)),
                Wish::Row(command) => self.do_row(context, command),
                Wish::Command(command) => self.do_command(context, command),
                Wish::Compare(ask) => self.compare_as_asked(context, ask),
            }
        }
    }

    pub(super) fn say_refused(&mut self, result: Result<(), EditError>) {
        if let Err(error) = result {
            self.notices.warn(format!("That change was not made: {error}. The plan is as it was before."));
        }
    }

    fn do_row(&mut self, context: &Context, command: RowCommand) {
        let Some(open) = &mut self.open else { return };
        match command {
            RowCommand::CopyAction(id) | RowCommand::CutAction(id) => {
                if let Some(action) = open.document.plan().action(id) {
                    context.copy_text(table_text::write(open.document.plan(), action));
                }
            }
            RowCommand::PasteBelow(id) => {
                open.selection.action = Some(id);
                open.paste_rows = true;
                context.send_viewport_cmd(egui::ViewportCommand::RequestPaste);
            }
            _ => {}
        }
        if matches!(command, RowCommand::RemoveIfEmpty(_)) && open.document.redo_label().is_some() {
            // The line is empty because its words were taken back; doing them again needs it.
            return;
        }
        let Some(row) = rows::edit(open.document.plan(), &mut self.ids, command, open.as_at) else { return };
        open.document.seal();
        let result = open.document.apply(row.edit, row.label);
        open.document.seal();
        if result.is_ok() {
            if let Some(reveal) = row.reveal {
                open.selection.reveal = Some(reveal);
                if let Reveal::Action(id) | Reveal::ActionForTyping(id) = reveal {
                    open.search.include(id);
                    open.selection.action = Some(id);
                }
            }
            if let Some(focus) = row.focus {
                context.memory_mut(|memory| memory.request_focus(focus));
            }
        }
        self.say_refused(result);
        context.request_repaint();
    }

    /// Does a command.
    pub fn do_command(&mut self, context: &Context, command: Command) {
        if opens_a_window(command) && self.details.is_some() {
            // No window stands on top of another. What was typed there is in the plan.
            self.settle(context);
            self.details = None;
        }
        match command {
            Command::NewPlanningGrid
            | Command::NewActionPlan
            | Command::OpenOldhamSample
            | Command::OpenTowerHamletsSample => {
                self.leave_asking(context, Then::Open(Next::New(command)));
            }
            Command::Open => self.leave_asking(context, Then::Open(Next::Choose)),
            Command::BringIn => self.ask_for_document(context),
            Command::OpenRecent(index) => {
                if let Some(recent) = self.settings.recent.get(index) {
                    let path = recent.path.clone();
                    self.leave_asking(context, Then::Open(Next::File(path)));
                }
            }
            Command::Save => {
                self.settle(context);
                self.save(context);
            }
            Command::SaveAs if self.open.is_some() => self.choose(context, For::Saving),
            Command::ExportPack if self.open.is_some() => self.ask_for_pack(context),
            Command::SavePicture if self.open.is_some() => self.choose(context, For::Picture),
            Command::SaveAs | Command::ExportPack | Command::SavePicture => {}
            Command::ClosePlan => self.leave_asking(context, Then::ClosePlan),
            Command::Quit => self.leave_asking(context, Then::Quit),
            Command::Undo | Command::Redo => self.undo_or_redo(context, command),
            Command::Find => self.shell.focus_search = self.open.is_some(),
            Command::Show(view) => {
                if view != self.view {
                    self.leave_view(context);
                }
                self.view = view;
            }
            Command::Backups => self.list_backups(context),
            Command::NextPlan => self.begin_next_plan(context),
            Command::PlanDetails => self.details = self.open.as_ref().map(|_| DetailsState::default()),
            Command::Toggle(panel) => {
                self.view = ViewKind::Grids;
                self.panels.toggle(panel, context.content_rect().width());
            }
            Command::ZoomIn => self.zoom(context, self.settings.zoom + ZOOM_STEP),
            Command::ZoomOut => self.zoom(context, self.settings.zoom - ZOOM_STEP),
            Command::ZoomReset => self.zoom(context, 1.0),
            Command::NextFinding | Command::PreviousFinding => self.turn_to_finding(context, command),
            Command::Shortcuts => self.show_shortcuts = true,
            Command::Help => self.help = Some(HelpState::default()),
            Command::HelpOn(rule) => self.help = Some(HelpState::on(rule)),
        }
    }

    /// Takes text of rows that was pasted into the forms, before a cell takes it as words. A text without
    /// cells is left to the cell with the cursor, unless rows were asked for.
    pub(super) fn take_pasted_rows(&mut self, context: &Context) {
        // Pasted into a backup, it is refused as any words are.
        if self.view != ViewKind::Grids || self.is_looking() {
            return;
        }
        let Some(open) = &mut self.open else { return };
        let asked = open.paste_rows;
        if !asked && !open.grids.is_typing() {
            return;
        }
        let Some(below) = open.selection.action else { return };
        let text = context.input_mut(|input| {
            let is_rows = |event: &egui::Event| match event {
                egui::Event::Paste(text) => asked || table_text::is_table(text),
                _ => false,
            };
            let at = input.events.iter().position(is_rows)?;
            match input.events.remove(at) {
                egui::Event::Paste(text) => Some(text),
                _ => None,
            }
        });
        let Some(text) = text else { return };
        open.paste_rows = false;
        let plan = open.document.plan();
        let Some(standing) = plan.standing(below) else { return };
        let (parent, first) = (Parent::Objective(standing.objective.id), standing.action_index + 1);
        let actions = table_text::read(&text, plan, &mut self.ids);
        let Some(shown) = actions.first().map(|action| action.id) else { return };
        let label = if actions.len() == 1 { "paste a row".to_owned() } else { format!("paste {} rows", actions.len()) };
        let edits = actions.into_iter().enumerate().map(|(index, action)| {
            Edit::Insert(Place { parent, index: first + index }, Record::Action(Box::new(action)))
        });
        let edit = Edit::Batch(edits.collect());
        open.document.seal();
        let result = open.document.apply(edit, label);
        open.document.seal();
        open.selection.action = Some(shown);
        open.selection.reveal = Some(Reveal::Action(shown));
        self.say_refused(result);
        context.request_repaint();
    }

    fn undo_or_redo(&mut self, context: &Context, command: Command) {
        let Some(open) = &mut self.open else { return };
        let before = open.document.state();
        let done = if command == Command::Undo { open.document.undo() } else { open.document.redo() };
        open.cross(before, open.document.state());
        if let Some(edit) = &done {
            open.selection.reveal = place_of(open.document.plan(), edit);
            if let Some(id) = open.selection.action
                && open.document.plan().action(id).is_none()
            {
                open.selection.action = None;
            }
            context.request_repaint();
        }
    }

    fn zoom(&mut self, context: &Context, zoom: f32) {
        self.settings.zoom = (zoom.clamp(0.8, 2.0) * 10.0).round() / 10.0;
        context.set_zoom_factor(self.settings.zoom);
        self.keep_settings();
    }
}

/// Whether a command shows a window of its own over the page.
fn opens_a_window(command: Command) -> bool {
    matches!(
        command,
        Command::Help
            | Command::HelpOn(_)
            | Command::ExportPack
            | Command::NextPlan
            | Command::Backups
            | Command::Shortcuts
    )
}

/// Where an edit shows, to be brought into sight after it was taken back or done again.
fn place_of(plan: &Plan, edit: &Edit) -> Option<Reveal> {
    let action_with = |holds: &dyn Fn(&Action) -> bool| {
        plan.actions().find(|action| holds(action)).map(|action| Reveal::Action(action.id))
    };
    let record = |id: RecordId| match id {
        RecordId::Action(id) => Some(Reveal::Action(id)),
        RecordId::Objective(id) => Some(Reveal::Objective(id)),
        RecordId::Grid(id) => Some(Reveal::Grid(id)),
        RecordId::Kpi(id) => action_with(&|action| action.kpis.iter().any(|one| one.id == id)),
        RecordId::Milestone(id) => action_with(&|action| action.milestones.iter().any(|one| one.id == id)),
        RecordId::Update(id) => action_with(&|action| action.updates.iter().any(|one| one.id == id)),
        _ => None,
    };
    match edit {
        Edit::Action(id, _) => record(RecordId::Action(*id)),
        Edit::Objective(id, _) => record(RecordId::Objective(*id)),
        Edit::Grid(id, _) => record(RecordId::Grid(*id)),
        Edit::Kpi(id, _) | Edit::Measure(id, _) => record(RecordId::Kpi(*id)),
        Edit::Milestone(id, _) => record(RecordId::Milestone(*id)),
        Edit::Update(id, _) => record(RecordId::Update(*id)),
        Edit::Insert(_, inserted) => record(inserted.id()),
        Edit::Move(id, _) => record(*id),
        Edit::Batch(edits) => edits.iter().find_map(|edit| place_of(plan, edit)),
        _ => None,
    }
}
