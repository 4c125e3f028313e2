//! What each command does.

use egui::Context;

use super::App;
use super::closing::{Asked, Next, Then};
use super::path_entry::For;
use super::rows;
use crate::model::EditError;
use crate::ui::details::DetailsState;
use crate::ui::{Command, RowCommand, Wish};

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
            match wish {
                Wish::Edit(edit, label) => {
                    let Some(open) = &mut self.open else { continue };
                    let result = open.document.apply(edit, label);
                    self.say_refused(result);
                }
                Wish::Seal => {
                    if let Some(open) = &mut self.open {
                        open.document.seal();
                    }
                }
                Wish::Row(command) => self.do_row(context, command),
                Wish::Command(command) => self.do_command(context, command),
            }
        }
    }

    fn say_refused(&mut self, result: Result<(), EditError>) {
        if let Err(error) = result {
            self.notices.warn(format!("That change was not made: {error}. The plan is as it was before."));
        }
    }

    fn do_row(&mut self, context: &Context, command: RowCommand) {
        let Some(open) = &mut self.open else { return };
        let Some(row) = rows::edit(open.document.plan(), &mut self.ids, command, open.as_at) else { return };
        open.document.seal();
        let result = open.document.apply(row.edit, row.label);
        open.document.seal();
        if result.is_ok() {
            if let Some(reveal) = row.reveal {
                open.selection.reveal = Some(reveal);
                if let crate::ui::Reveal::Action(id) | crate::ui::Reveal::ActionForTyping(id) = reveal {
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
        match command {
            Command::NewPlanningGrid
            | Command::NewActionPlan
            | Command::OpenOldhamSample
            | Command::OpenTowerHamletsSample => {
                self.leave_asking(context, Then::Open(Next::New(command)));
            }
            Command::Open => self.leave_asking(context, Then::Open(Next::Choose)),
            Command::OpenRecent(index) => {
                if let Some(recent) = self.settings.recent.get(index) {
                    let path = recent.path.clone();
                    self.leave_asking(context, Then::Open(Next::File(path)));
                }
            }
            Command::Save => self.save(context),
            Command::SaveAs if self.open.is_some() => self.choose(context, For::Saving),
            Command::ExportPack if self.open.is_some() => self.choose(context, For::Pack),
            Command::SavePicture if self.open.is_some() => self.choose(context, For::Picture),
            Command::SaveAs | Command::ExportPack | Command::SavePicture => {}
            Command::ClosePlan => self.leave_asking(context, Then::ClosePlan),
            Command::Quit => self.leave_asking(context, Then::Quit),
            Command::Undo | Command::Redo => self.undo_or_redo(context, command),
            Command::Find => self.shell.focus_search = self.open.is_some(),
            Command::Show(view) => self.view = view,
            Command::PlanDetails => self.details = self.open.as_ref().map(|_| DetailsState::default()),
            Command::ZoomIn => self.zoom(context, self.settings.zoom + ZOOM_STEP),
            Command::ZoomOut => self.zoom(context, self.settings.zoom - ZOOM_STEP),
            Command::ZoomReset => self.zoom(context, 1.0),
            Command::Shortcuts => self.show_shortcuts = true,
        }
    }

    fn undo_or_redo(&mut self, context: &Context, command: Command) {
        let Some(open) = &mut self.open else { return };
        let done = if command == Command::Undo { open.document.undo() } else { open.document.redo() };
        if done.is_some() {
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

    /// Leaves the open plan; where it has unsaved changes, only after asking.
    pub(super) fn leave_asking(&mut self, context: &Context, then: Then) {
        let unsaved = self.open.as_ref().is_some_and(|open| open.document.has_unsaved_changes());
        if unsaved {
            self.closing = Some(Asked { then, saving: false });
        } else {
            self.leave(context, then);
        }
    }
}
