//! One open plan: its revision, undo and redo, and where it was last saved.
//!
//! *Architecture invariant:* nothing here knows of files or windows. What is told of saving is only
//! *that* a state was saved, so that closing with unsaved changes can be asked about.

use std::sync::Arc;

use crate::model::{Edit, EditError, Plan};

/// A plan with its history.
#[derive(Clone, Debug)]
pub struct Document {
    plan: Arc<Plan>,
    /// Counts every change, undo and redo; the key under which derived data is cached.
    revision: u64,
    undo: Vec<Step>,
    redo: Vec<Step>,
    /// The state the plan is in. Undo leads back to an earlier state, not to a new one.
    state: u64,
    next_state: u64,
    saved_state: Option<u64>,
    /// Whether the newest step still takes more typing in the same field.
    open: bool,
}

/// One step of undo: what a person would call one change.
#[derive(Clone, Debug)]
struct Step {
    label: String,
    /// Takes the step back (on the undo stack) or does it again (on the redo stack).
    edit: Edit,
    /// The edit that was made, while the step is open for more of the same.
    made: Option<Edit>,
    /// The state this step leads to when it is taken.
    leads_to: u64,
}

impl Document {
    /// A document for a plan as it was just read from a file.
    #[must_use]
    pub fn opened(plan: Arc<Plan>) -> Self {
        Self { saved_state: Some(0), ..Self::unsaved(plan) }
    }

    /// A document for a plan that is in no file yet.
    #[must_use]
    pub fn unsaved(plan: Arc<Plan>) -> Self {
        Self {
            plan,
            revision: 0,
            undo: Vec::new(),
            redo: Vec::new(),
            state: 0,
            next_state: 1,
            saved_state: None,
            open: false,
        }
    }

    /// The plan.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The plan as it is now, for work in the background.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Plan> {
        Arc::clone(&self.plan)
    }

    /// A number that is another whenever the plan may be.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Identifies the state the plan is in; undoing a change comes back to the state before it.
    #[must_use]
    pub fn state(&self) -> u64 {
        self.state
    }

    /// Whether the plan differs from what was last opened or saved.
    #[must_use]
    pub fn has_unsaved_changes(&self) -> bool {
        self.saved_state != Some(self.state)
    }

    /// Records that the plan was saved as it was in `state`.
    pub fn mark_saved(&mut self, state: u64) {
        self.seal();
        self.saved_state = Some(state);
    }

    /// Applies an edit as a step of undo called `label`. Edits of one field in a row are one step until
    /// [`Document::seal`].
    ///
    /// # Errors
    /// Says why the edit was refused; nothing has changed then.
    pub fn apply(&mut self, edit: Edit, label: impl Into<String>) -> Result<(), EditError> {
        let made = edit.clone();
        let inverse = Arc::make_mut(&mut self.plan).apply(edit)?;
        self.revision += 1;
        self.redo.clear();
        let before = self.state;
        self.state = self.next_state;
        self.next_state += 1;
        let joins = self.open
            && self.undo.last().and_then(|step| step.made.as_ref()).is_some_and(|last| last.sets_same_field_as(&made));
        if !joins {
            if let Some(last) = self.undo.last_mut() {
                last.made = None;
            }
            self.undo.push(Step { label: label.into(), edit: inverse, made: Some(made), leads_to: before });
        }
        self.open = true;
        Ok(())
    }

    /// Ends the current step: what is typed next is another.
    pub fn seal(&mut self) {
        if self.open {
            self.open = false;
            if let Some(last) = self.undo.last_mut() {
                last.made = None;
            }
        }
    }

    /// What undo would take back.
    #[must_use]
    pub fn undo_label(&self) -> Option<&str> {
        self.undo.last().map(|step| step.label.as_str())
    }

    /// What redo would do again.
    #[must_use]
    pub fn redo_label(&self) -> Option<&str> {
        self.redo.last().map(|step| step.label.as_str())
    }

    /// Takes the last step back; gives the edit that did it, or `None` where there is none.
    pub fn undo(&mut self) -> Option<Edit> {
        self.seal();
        let step = self.undo.pop()?;
        let (done, back) = self.take(step)?;
        self.redo.push(back);
        Some(done)
    }

    /// Does the last step that was taken back again.
    pub fn redo(&mut self) -> Option<Edit> {
        self.seal();
        let step = self.redo.pop()?;
        let (done, back) = self.take(step)?;
        self.undo.push(back);
        Some(done)
    }

    fn take(&mut self, step: Step) -> Option<(Edit, Step)> {
        let done = step.edit.clone();
        // A step belongs to the state it was made in, and history is linear, so this is never refused.
        let edit = Arc::make_mut(&mut self.plan).apply(step.edit).ok()?;
        self.revision += 1;
        let leads_to = std::mem::replace(&mut self.state, step.leads_to);
        Some((done, Step { label: step.label, edit, made: None, leads_to }))
    }
}

#[cfg(test)]
mod tests;
