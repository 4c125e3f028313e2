//! Leaving the open plan: for another, for the start, or for good; with changes not saved only after asking.

use egui::Context;

use super::App;
use super::closing::{self, Asked, Next, Reply, Then};
use super::path_entry::For;
use super::work::Working;
use crate::ui::Palette;

impl App {
    /// Leaves the open plan; where it has unsaved changes, only after asking.
    pub(super) fn leave_asking(&mut self, context: &Context, then: Then) {
        self.put_back();
        let unsaved = self.open.as_ref().is_some_and(|open| open.document.has_unsaved_changes());
        if unsaved {
            self.settle(context);
            self.close_dialogs();
            self.closing = Some(Asked { then, saving: false });
        } else {
            self.leave(context, then);
        }
    }

    pub(super) fn take_close_request(&mut self, context: &Context) {
        if self.may_quit || !context.input(|input| input.viewport().close_requested()) {
            return;
        }
        self.put_back();
        let unsaved = self.open.as_ref().is_some_and(|open| open.document.has_unsaved_changes());
        let saving = self.working.iter().any(|working| matches!(working, Working::Saving(..)));
        if unsaved || saving {
            context.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            if self.closing.is_none() {
                self.settle(context);
                self.close_dialogs();
                self.closing = Some(Asked { then: Then::Quit, saving: saving && !unsaved });
            }
        }
    }

    pub(super) fn show_closing(&mut self, context: &Context, palette: &Palette) {
        let Some(asked) = self.closing.clone().filter(|asked| !asked.saving) else { return };
        let Some(open) = &self.open else {
            self.closing = None;
            return;
        };
        match closing::ask(context, palette, &open.name()) {
            Some(Reply::Save) => {
                self.closing = Some(Asked { saving: true, ..asked });
                self.save(context);
            }
            Some(Reply::Discard) => {
                self.closing = None;
                self.leave(context, asked.then);
            }
            Some(Reply::Stay) => self.closing = None,
            None => {}
        }
    }

    /// Leaves the plan that is open, for what comes next.
    pub(super) fn leave(&mut self, context: &Context, then: Then) {
        match then {
            Then::ClosePlan => {
                self.put_away();
                self.notices.forget_plan();
            }
            Then::Quit => {
                self.may_quit = true;
                context.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            Then::Open(Next::Choose) => self.choose(context, For::Opening),
            Then::Open(Next::File(path)) => self.open_file(context, path),
            Then::Open(Next::Reviewed) => self.open_reviewed(),
            Then::Open(Next::RolledForward) => self.open_rolled(),
            Then::Open(Next::New(command)) => self.new_plan(command),
            Then::Open(Next::Recovered(session)) => self.open_recovered(context, session),
        }
    }

    /// Nothing is open any more.
    pub(super) fn put_away(&mut self) {
        if let Some(watcher) = self.open.take().and_then(|open| open.watcher) {
            watcher.stop();
        }
    }

    /// The program ends.
    pub(super) fn end(&mut self) {
        self.put_back();
        self.close_journal();
        if let Some(watcher) = self.open.as_mut().and_then(|open| open.watcher.take()) {
            watcher.stop_for_good();
        }
    }

    /// Closes whatever stands before the plan, for a question that must be answered first.
    pub(super) fn close_dialogs(&mut self) {
        self.details = None;
        self.path_entry = None;
        self.show_shortcuts = false;
        self.backup_list = None;
        self.show_joined(false);
        self.show_findings(false);
        if let Some(open) = &mut self.open {
            open.moving.forget();
        }
    }
}
