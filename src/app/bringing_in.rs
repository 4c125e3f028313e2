//! Bringing in a document: read and understood in the background, looked over, then opened as a new plan that is in
//! no file yet. What found no place goes into the plan's notes, so that it cannot be lost, and is listed for the person.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use super::App;
use super::path_entry::For;
use super::reviewing::{Reviewing, Said, Understood};
use super::work::Working;
use crate::intake::clipboard::Clipboard;
use crate::intake::{self, Draft, IntakeCause, IntakeError, Source};
use crate::jobs::{Job, Panicked};
use crate::model::Note;
use crate::ui::Palette;
use crate::ui::brought_in::{self, Finding, ListState};

/// The endings of documents that are brought in; a file with any other ending is opened as a plan.
const DOCUMENT_ENDINGS: [&str; 18] = [
    "docx", "docm", "doc", "xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt", "html", "htm", "mht", "pdf",
    "odt", "rtf", "pages",
];

/// What a person should look at in a plan that was brought in.
#[derive(Debug)]
pub(super) struct BroughtIn {
    is_shown: bool,
    findings: Vec<Finding>,
    state: ListState,
}

/// A document that was read, and what was made of it.
#[derive(Debug)]
pub(super) struct Brought {
    source: Arc<Source>,
    understood: Understood,
}

impl Brought {
    fn new(source: Source) -> Self {
        let understood = Understood::new(&source, &Said::default());
        Self { source: Arc::new(source), understood }
    }
}

/// Whether a file is a document to bring in, told by its name; any other is opened as a plan.
pub(super) fn is_document(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| DOCUMENT_ENDINGS.contains(&ending.as_str()))
}

impl App {
    /// Opens a file that was named when the program was started: a plan, or a document to bring in.
    pub fn open_or_bring_in(&mut self, context: &Context, path: PathBuf) {
        if is_document(&path) {
            self.bring_in(context, path);
        } else {
            self.open_file(context, path);
        }
    }

    /// Brings in a document as a new plan.
    pub(super) fn bring_in(&mut self, context: &Context, path: PathBuf) {
        let (wake, file) = (context.clone(), path.clone());
        let job = Job::start(
            self.world.runner,
            "Bringing in the document",
            move || wake.request_repaint(),
            move |handle| {
                let source = intake::open(&file, &|done| {
                    handle.set_progress(done);
                    if handle.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
                })?;
                Ok(Brought::new(source))
            },
        );
        self.working.push(Working::BringingIn(job, path));
    }

    /// Takes a plan that was copied in Word, Excel or elsewhere and is pasted where no plan is open.
    pub(super) fn take_pasted_document(&mut self, context: &Context) {
        let pasted = context.input(|input| {
            input.events.iter().find_map(|event| match event {
                egui::Event::Paste(text) => Some(text.clone()),
                _ => None,
            })
        });
        let Some(text) = pasted.filter(|_| self.open.is_none() && self.path_entry.is_none()) else { return };
        let (wake, name) = (context.clone(), PathBuf::from("the clipboard"));
        let html = self.world.clipboard.html();
        let job = Job::start(
            self.world.runner,
            "Bringing in what was pasted",
            move || wake.request_repaint(),
            move |handle| {
                let clipboard = Clipboard { text: Some(text), html: html() };
                let source = intake::clipboard::read(&clipboard, &|done| {
                    handle.set_progress(done);
                    if handle.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
                })?;
                Ok(Brought::new(source))
            },
        );
        self.working.push(Working::BringingIn(job, name));
    }

    /// Takes what became of a document: it is looked over before it is a plan.
    pub(super) fn brought_in(&mut self, result: Result<Result<Brought, IntakeError>, Panicked>, path: &Path) {
        match result {
            Ok(Ok(Brought { source, understood })) => {
                self.close_dialogs();
                self.review = Some(Reviewing::new(path.to_path_buf(), source, understood));
            }
            Ok(Err(error)) if error.cause == IntakeCause::Cancelled => {}
            Ok(Err(error)) => self.notices.open_failed(error.to_string()),
            Err(panic) => self.notices.open_failed(format!(
                "“{}” was not brought in: {panic}. Nothing was changed. Please report this with the document.",
                path.display()
            )),
        }
    }

    /// Opens a draft as a new plan that is in no file yet.
    pub(super) fn open_draft(&mut self, draft: Draft, path: &Path) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let Draft { mut plan, unplaced, left_out, unsure, remarks, tables, .. } = draft;
        let actions = plan.actions().count();
        let mut findings = Vec::new();
        for piece in &unplaced {
            let place = piece.origin.to_string();
            let text = format!("Not placed when “{name}” was brought in ({place}): {}", piece.text);
            plan.notes.push(Note { id: self.ids.note(), text });
            findings.push(Finding {
                place,
                what: "Not placed; it is in the plan’s notes".to_owned(),
                text: piece.text.clone(),
            });
        }
        for remark in &remarks {
            // A comment or a header is words of the document, too.
            let place = remark.origin.to_string();
            let text = format!("Of “{name}” ({place}): {}", remark.text);
            plan.notes.push(Note { id: self.ids.note(), text });
            let what = "Not part of the forms; it is in the plan’s notes".to_owned();
            findings.push(Finding { place, what, text: remark.text.clone() });
        }
        findings.extend(left_out.iter().map(|piece| Finding {
            place: piece.origin.to_string(),
            what: "Left out, as you said; it is not in the plan".to_owned(),
            text: piece.text.clone(),
        }));
        findings.extend(unsure.iter().map(|unsure| Finding {
            place: unsure.origin.to_string(),
            what: unsure.what.clone(),
            text: String::new(),
        }));
        self.show_unsaved(plan, format!("{stem}.ron"));
        let (count, word) = (actions, if actions == 1 { "action" } else { "actions" });
        let from = if tables == 1 { "one table".to_owned() } else { format!("{tables} tables") };
        let look = match findings.len() {
            0 => "Every word of it found a place.".to_owned(),
            1 => "One piece of it needs a look.".to_owned(),
            more => format!("{more} pieces of it need a look."),
        };
        let words = format!("“{name}” was brought in as a new plan: {count} {word} from {from}. {look}");
        self.notices.brought_in(words, !findings.is_empty());
        self.brought_in = Some(BroughtIn { is_shown: false, findings, state: ListState::default() });
    }

    /// Shows what needs a look, or puts the list away.
    pub(super) fn show_findings(&mut self, is_shown: bool) {
        if let Some(brought_in) = &mut self.brought_in {
            brought_in.is_shown = is_shown;
        }
    }

    /// Whether the list of what needs a look is shown.
    pub(super) fn shows_findings(&self) -> bool {
        self.brought_in.as_ref().is_some_and(|brought_in| brought_in.is_shown)
    }

    /// Shows what needs a look until it is put away.
    pub(super) fn show_brought_in(&mut self, context: &Context, palette: &Palette) {
        if let Some(list) = self.brought_in.as_mut().filter(|list| list.is_shown) {
            list.is_shown = brought_in::show(context, palette, &list.findings, &mut list.state);
        }
    }

    /// Asks which document. The plan that is open stays until the document was looked over.
    pub(super) fn ask_for_document(&mut self, context: &Context) {
        self.choose(context, For::BringingIn);
    }
}
