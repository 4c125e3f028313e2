//! The plan that is open: its document, where it lies, and what each view remembers of it.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::document::Document;
use crate::model::ActionId;
use crate::model::search::{Part, SearchIndex, terms};
use crate::store::Fingerprint;
use crate::ui::actions::ActionsState;
use crate::ui::grids::GridsState;
use crate::ui::inspector::InspectorState;
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
    /// The content of that file when it was opened or saved.
    pub(super) on_disk: Option<Fingerprint>,
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
    pub(super) grids: GridsState,
    pub(super) timeline: TimelineState,
    pub(super) actions: ActionsState,
    pub(super) inspector: InspectorState,
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
            read_only: false,
            suggested_name,
            saved_words: "Not saved yet".to_owned(),
            paste_rows: false,
            as_at: today,
            selection: Selection::default(),
            outbox: Outbox::default(),
            search: Search::default(),
            grids: GridsState::default(),
            timeline: TimelineState::default(),
            actions: ActionsState::default(),
            inspector: InspectorState::default(),
        }
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
