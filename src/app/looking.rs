//! Looking at a backup in the window's own views. The open plan waits aside meanwhile, with all that belongs to
//! it, and is put back before anything is done with it.

use std::sync::Arc;

use super::work::Working;
use super::{App, OpenPlan};
use crate::document::Document;
use crate::model::{Edit, Plan};
use crate::ui::{Command, Wish};

impl App {
    /// Shows a backup in the place of the open plan; `told` says which ("21 Nov 2026, 10:02").
    pub(super) fn look_at(&mut self, plan: Arc<Plan>, told: String) {
        if self.working.iter().any(|working| matches!(working, Working::Saving(..))) || self.aside.is_some() {
            return;
        }
        let Some(open) = &self.open else { return };
        let mut shown = OpenPlan::new(Document::opened(plan), open.name(), open.as_at);
        self.opened += 1;
        shown.serial = self.opened;
        shown.saved_words = format!("The backup of {told}");
        self.notices.looking(&told);
        shown.looking_at = Some(told);
        self.aside = self.open.replace(shown);
        self.shell = crate::ui::shell::ShellState::default();
    }

    /// Whether a backup is shown.
    pub(super) fn is_looking(&self) -> bool {
        self.aside.is_some()
    }

    /// Puts the plan back in the place of the backup that is shown.
    pub(super) fn put_back(&mut self) {
        if let Some(open) = self.aside.take() {
            self.open = Some(open);
            self.notices.looked();
            self.shell = crate::ui::shell::ShellState::default();
        }
    }

    /// Puts the backup that is shown in the place of what the plan was, as one step of undo.
    pub(super) fn restore_shown(&mut self) {
        let Some(backup) = self.open.as_ref().filter(|_| self.aside.is_some()) else { return };
        let (plan, told) = (backup.document.snapshot(), backup.looking_at.clone().unwrap_or_default());
        self.put_back();
        self.restore(&plan, &told);
    }

    /// Puts a backup in the place of what the plan was, as one step of undo.
    pub(super) fn restore(&mut self, plan: &Plan, told: &str) {
        let Some(open) = &mut self.open else { return };
        open.document.seal();
        let result =
            open.document.apply(Edit::Replace(Box::new(plan.clone())), format!("restore the backup of {told}"));
        open.document.seal();
        match result {
            Ok(()) => self.notices.restored(told),
            Err(error) => self.notices.warn(format!("The backup was not restored: {error}.")),
        }
    }

    /// What may be done to a backup that is only looked at. Anything that is done with a plan puts the plan
    /// back first; what would change the backup is refused, and said.
    pub(super) fn allowed_while_looking(&mut self, wish: &Wish) -> bool {
        if !self.is_looking() {
            return true;
        }
        match wish {
            Wish::Edit(..) | Wish::Row(_) | Wish::Command(Command::Undo | Command::Redo) => {
                self.notices.not_a_backup();
                false
            }
            Wish::Seal
            | Wish::Focus(_)
            | Wish::Compare(_)
            | Wish::Command(
                Command::Show(_)
                | Command::Find
                | Command::Toggle(_)
                | Command::ZoomIn
                | Command::ZoomOut
                | Command::ZoomReset
                | Command::NextFinding
                | Command::PreviousFinding
                | Command::Shortcuts
                | Command::Help
                | Command::HelpOn(_),
            ) => true,
            Wish::Command(_) => {
                self.put_back();
                true
            }
        }
    }
}
