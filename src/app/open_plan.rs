//! The plan that is open: its document, where it lies, and what each view remembers of it.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};

use super::checking::Checked;
use super::comparing::Comparing;
use super::moving::Moving;
use super::watcher::Watcher;
use crate::document::Document;
use crate::model::search::{Part, SearchIndex, terms};
use crate::model::{ActionId, Plan};
use crate::store::watch::Other;
use crate::store::{Fingerprint, Session};
use crate::ui::actions::ActionsState;
use crate::ui::findings::FindingsState;
use crate::ui::grids::GridsState;
use crate::ui::inspector::InspectorState;
use crate::ui::progress::ProgressState;
use crate::ui::since::SinceState;
use crate::ui::timeline::TimelineState;
use crate::ui::{Outbox, Selection};

/// An open plan.
#[derive(Debug)]
pub struct OpenPlan {
    /// Tells this plan from any other opened before or after it in this run.
    pub(super) serial: u64,
    pub(super) document: Document,
    /// The file it was opened from or saved to.
    pub(super) path: Option<PathBuf>,
    /// What that file held when it was opened, saved, or last joined with.
    pub(super) on_disk: Option<OnDisk>,
    /// Where what others saved was joined with what was changed here.
    pub(super) joints: Vec<Joint>,
    pub(super) watcher: Option<Watcher>,
    /// Who else has it open.
    pub(super) others: Vec<Other>,
    /// Since when it is open here.
    pub(super) since: Option<NaiveDateTime>,
    /// Those of them of whom the person knows and works on all the same.
    pub(super) others_known: Vec<Session>,
    /// It is no plan that is worked in but a backup that is looked at: which.
    pub(super) looking_at: Option<String>,
    pub(super) read_only: bool,
    /// The file it was opened from is not there any more; saving makes it anew.
    pub(super) gone: bool,
    /// The file name offered where it has none.
    pub(super) suggested_name: String,
    /// "Saved 10:02" and the like.
    pub(super) saved_words: String,
    /// What is pasted next is to come in as rows.
    pub(super) paste_rows: bool,
    pub(super) as_at: NaiveDate,
    pub(super) selection: Selection,
    pub(super) outbox: Outbox,
    pub(super) search: Search,
    pub(super) checked: Checked,
    pub(super) comparing: Comparing,
    pub(super) since_board: SinceState,
    pub(super) findings: FindingsState,
    pub(super) grids: GridsState,
    pub(super) timeline: TimelineState,
    pub(super) actions: ActionsState,
    pub(super) inspector: InspectorState,
    pub(super) progress: ProgressState,
    pub(super) moving: Moving,
}

impl OpenPlan {
    /// A plan just opened; views speak for `today`.
    #[must_use]
    pub fn new(document: Document, suggested_name: String, today: NaiveDate) -> Self {
        Self {
            serial: 0,
            gone: false,
            document,
            path: None,
            on_disk: None,
            joints: Vec::new(),
            watcher: None,
            others: Vec::new(),
            others_known: Vec::new(),
            since: None,
            looking_at: None,
            read_only: false,
            suggested_name,
            saved_words: "Not saved yet".to_owned(),
            paste_rows: false,
            as_at: today,
            selection: Selection::default(),
            outbox: Outbox::default(),
            search: Search::default(),
            checked: Checked::default(),
            comparing: Comparing::default(),
            since_board: SinceState::default(),
            findings: FindingsState::default(),
            grids: GridsState::default(),
            timeline: TimelineState::default(),
            actions: ActionsState::default(),
            inspector: InspectorState::default(),
            progress: ProgressState::default(),
            moving: Moving::default(),
        }
    }

    /// From now on this is the content of the file that changes are counted from.
    pub(super) fn take_in(&mut self, on_disk: OnDisk) {
        if let Some(watcher) = &mut self.watcher {
            watcher.expect(on_disk.fingerprint, None);
        }
        self.on_disk = Some(on_disk);
    }

    /// After undo or redo led from one state of the document to another: where that crossed a joint, what
    /// was taken in is what it was on that side.
    pub(super) fn cross(&mut self, from: u64, to: u64) {
        let crossed = |joint: &&mut Joint| joint.states == [from, to] || joint.states == [to, from];
        let Some(joint) = self.joints.iter_mut().find(crossed) else { return };
        let side = usize::from(joint.states[1] == to);
        // What was saved since on the side that is left is what it is on that side from now on.
        if let Some(left) = &self.on_disk {
            joint.on_disk[1 - side] = left.clone();
        }
        let on_disk = joint.on_disk[side].clone();
        self.take_in(on_disk);
    }

    /// What to call it in a title or a notice.
    #[must_use]
    pub(super) fn name(&self) -> String {
        match self.path.as_deref().and_then(|path| path.file_name()) {
            Some(name) => name.to_string_lossy().into_owned(),
            None => self.suggested_name.clone(),
        }
    }
}

/// What a file held, and that as a plan.
#[derive(Clone, Debug)]
pub(super) struct OnDisk {
    pub(super) fingerprint: Fingerprint,
    pub(super) plan: Arc<Plan>,
}

/// A step of undo by which what others saved came in. On either side of it another content of the file is
/// the one that was taken in: who undoes the step has not taken theirs in.
#[derive(Clone, Debug)]
pub(super) struct Joint {
    /// The document's state before and after.
    pub(super) states: [u64; 2],
    /// What was taken in before and after.
    pub(super) on_disk: [OnDisk; 2],
}

/// What is searched for and what was found.
#[derive(Clone, Debug, Default)]
pub(super) struct Search {
    query: String,
    terms: Vec<String>,
    index: Option<(u64, SearchIndex)>,
    actions: Vec<ActionId>,
    parts: Vec<Part>,
}

/// What a search found, as the views want it.
pub(super) struct Found<'search> {
    pub(super) actions: Option<&'search [ActionId]>,
    pub(super) parts: &'search [Part],
    pub(super) terms: &'search [String],
}

impl Search {
    /// Looks for `query`. While only the plan changes, what was found stays found, so that no row goes
    /// away under the hands of the person typing in it.
    pub(super) fn refresh(&mut self, document: &Document, query: &str) {
        if self.query == query {
            return;
        }
        query.clone_into(&mut self.query);
        self.terms = terms(query);
        self.actions.clear();
        self.parts.clear();
        if self.terms.is_empty() {
            self.index = None;
            return;
        }
        let revision = document.revision();
        if self.index.as_ref().is_none_or(|(of, _)| *of != revision) {
            self.index = Some((revision, SearchIndex::of(document.plan())));
        }
        let Some((_, index)) = &self.index else { return };
        for part in index.find(query) {
            match part {
                Part::Action(id) => self.actions.push(id),
                Part::Grid(_) | Part::Objective(_) => self.parts.push(part),
            }
        }
    }

    /// Shows a row that was just added among what was found.
    pub(super) fn include(&mut self, id: ActionId) {
        if !self.terms.is_empty() && !self.actions.contains(&id) {
            self.actions.push(id);
        }
    }

    /// What was found; nothing is filtered while nothing is searched for.
    pub(super) fn found(&self) -> Found<'_> {
        let searching = !self.terms.is_empty();
        Found { actions: searching.then_some(self.actions.as_slice()), parts: &self.parts, terms: &self.terms }
    }
}
