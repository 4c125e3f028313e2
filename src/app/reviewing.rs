//! A document that is looked over before it is a plan: what was said of it is kept here, and the draft is worked out
//! anew in the background from the document and all of that.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{CentralPanel, Context, Frame, Ui};

use super::App;
use super::closing::{Next, Then};
use super::work::Working;
use crate::dates::Period;
use crate::intake::{self, Corrections, Draft, Source};
use crate::jobs::{Job, Panicked};
use crate::ui::review::{self, Pages, Review, ReviewState, Wanted};
use crate::ui::{Command, Palette};

/// A document as it was understood.
#[derive(Debug)]
pub(super) struct Understood {
    /// The document, with the rows in two that the person divided.
    divided: Source,
    pub(super) draft: Draft,
    pages: Pages,
}

impl Understood {
    /// Works it out. Slow for large documents.
    pub(super) fn new(source: &Source, said: &Said) -> Self {
        let divided = said.corrections.divided(source).into_owned();
        let draft = intake::understand_corrected(source, said.period.clone(), &said.corrections);
        let pages = Pages::new(&divided, &draft);
        Self { divided, draft, pages }
    }
}

/// What the person said of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Said {
    corrections: Corrections,
    period: Option<Period>,
}

/// A document on its way in.
#[derive(Debug)]
pub(super) struct Reviewing {
    pub(super) path: PathBuf,
    source: Arc<Source>,
    pub(super) understood: Understood,
    said: Said,
    /// What was said before each step, for taking it back.
    before: Vec<Said>,
    /// What the draft that is shown was worked out from.
    shown: Said,
    state: ReviewState,
}

impl Reviewing {
    pub(super) fn new(path: PathBuf, source: Arc<Source>, understood: Understood) -> Self {
        Self {
            path,
            source,
            understood,
            said: Said::default(),
            before: Vec::new(),
            shown: Said::default(),
            state: ReviewState::default(),
        }
    }

    pub(super) fn name(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    fn say(&mut self, said: Said) {
        self.before.push(std::mem::replace(&mut self.said, said));
    }
}

impl App {
    /// Shows the page on which a document is looked over.
    pub(super) fn show_review(&mut self, ui: &mut Ui, palette: &Palette) {
        let is_working = self.working.iter().any(|working| matches!(working, Working::Correcting(..)));
        let open = self.open.as_ref().map(super::OpenPlan::name);
        let Some(reviewing) = &mut self.review else { return };
        let name = reviewing.name();
        let page = Review {
            name: &name,
            source: &reviewing.understood.divided,
            draft: &reviewing.understood.draft,
            pages: &reviewing.understood.pages,
            is_working,
            can_take_back: !reviewing.before.is_empty(),
            open_plan: open.as_deref(),
        };
        let state = &mut reviewing.state;
        let wanted = CentralPanel::no_frame()
            .frame(Frame::NONE.fill(palette.ground))
            .show(ui, |ui| review::show(ui, palette, &page, state))
            .inner;
        if let Some(wanted) = wanted {
            self.do_in_review(ui.ctx(), wanted);
        }
    }

    fn do_in_review(&mut self, context: &Context, wanted: Wanted) {
        let Some(reviewing) = &mut self.review else { return };
        match wanted {
            Wanted::Say(corrections) => {
                let mut said = reviewing.said.clone();
                for correction in corrections {
                    said.corrections.say(correction);
                }
                reviewing.say(said);
                self.work_out_again(context);
            }
            Wanted::Period(words) => {
                let said = Said { period: Period::parse(&words), ..reviewing.said.clone() };
                reviewing.say(said);
                self.work_out_again(context);
            }
            Wanted::TakeBack => self.take_correction_back(context),
            Wanted::OpenAsNew => self.leave_asking(context, Then::Open(Next::Reviewed)),
            Wanted::BringIn => {
                // The page stays behind the question, for whoever decides otherwise.
                let (draft, name) = (reviewing.understood.draft.clone(), reviewing.name());
                self.take_in(context, draft, &name);
            }
            Wanted::GiveUp => self.review = None,
        }
    }

    fn take_correction_back(&mut self, context: &Context) {
        if let Some(reviewing) = &mut self.review
            && let Some(before) = reviewing.before.pop()
        {
            reviewing.said = before;
            self.work_out_again(context);
        }
    }

    /// Works the draft out anew where it is not of what was said last. One such work at a time: what is said
    /// meanwhile is worked out after it.
    fn work_out_again(&mut self, context: &Context) {
        let is_working = self.working.iter().any(|working| matches!(working, Working::Correcting(..)));
        let Some(reviewing) = self.review.as_ref().filter(|review| !is_working && review.said != review.shown) else {
            return;
        };
        let (wake, source, said) = (context.clone(), Arc::clone(&reviewing.source), reviewing.said.clone());
        let of = said.clone();
        let job = Job::start(
            self.world.runner,
            "Working the plan out anew",
            move || wake.request_repaint(),
            move |_| Understood::new(&source, &said),
        );
        self.working.push(Working::Correcting(job, of));
        context.request_repaint();
    }

    /// Takes a draft that was worked out anew.
    pub(super) fn corrected(&mut self, context: &Context, result: Result<Understood, Panicked>, said: Said) {
        let Some(reviewing) = &mut self.review else { return };
        match result {
            Ok(understood) => {
                reviewing.state.worked_out_anew(&reviewing.understood.pages, &understood.pages);
                reviewing.understood = understood;
                reviewing.shown = said;
                self.work_out_again(context);
            }
            Err(panic) => {
                // The draft shown is of what was said before.
                reviewing.said = reviewing.shown.clone();
                reviewing.before.pop();
                let words = format!(
                    "The correction could not be worked out: {panic}. It was taken back; nothing else was changed."
                );
                self.notices.open_failed(words);
            }
        }
    }

    /// Keys that are commands, while a document is looked over: few make sense there.
    pub(super) fn keys_in_review(&mut self, context: &Context, pressed: Vec<Command>) -> Vec<Command> {
        if pressed.contains(&Command::Undo) {
            self.take_correction_back(context);
        }
        let is_for_all = |command: &Command| {
            matches!(command, Command::ZoomIn | Command::ZoomOut | Command::ZoomReset | Command::Quit | Command::Help)
        };
        pressed.into_iter().filter(is_for_all).collect()
    }

    /// Opens what was looked over, as a new plan.
    pub(super) fn open_reviewed(&mut self) {
        if let Some(reviewing) = self.review.take() {
            self.open_draft(reviewing.understood.draft, &reviewing.path);
        }
    }
}
