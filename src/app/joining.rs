//! Joining what somebody else saved with what was changed here: read it, compare, join or ask, and only then
//! save.
//!
//! Joining is one step of undo. Who takes it back stands where they were before: what the drive holds is then
//! again something that was never taken in ([`super::open_plan::Joint`]), so that the next save does not put
//! it away but offers it once more.

use std::sync::Arc;

use egui::Context;

use super::App;
use super::notices::WayOut;
use super::open_plan::{Joint, OnDisk};
use super::opening::read_file;
use crate::jobs::Job;
use crate::model::merge::{self, Choices, Joined, Merge};
use crate::model::{Edit, Plan};
use crate::store::{Fingerprint, LoadError, Opened};
use crate::ui::Palette;
use crate::ui::changes::{self, ChangesState};
use crate::ui::merging::{self, MergeAnswer, Merging, MergingState};

/// Who saved it, where that is not known.
const SOMEBODY: &str = "somebody else";

/// Why their plan is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To tell the person that there is something new, and to offer it.
    Telling,
    /// A save found it in its way; these are the words of that.
    Saving(String),
}

/// What somebody else saved, on its way into the open plan.
#[derive(Debug)]
pub(super) struct Joining {
    serial: u64,
    purpose: Purpose,
    /// Who saved it and when, where that is known.
    by: Option<String>,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Reading(Job<Result<Opened, LoadError>>),
    /// It was told; nobody asked for it yet.
    Told(OnDisk),
    Asking(Box<Asking>),
}

/// The dialog in which a person chooses.
#[derive(Debug)]
struct Asking {
    theirs: OnDisk,
    mine: Arc<Plan>,
    merge: Merge,
    choices: Choices,
    state: MergingState,
}

/// A list of changes that is shown.
#[derive(Debug)]
pub(super) struct ShownChanges {
    title: String,
    changes: Vec<Joined>,
    state: ChangesState,
    is_shown: bool,
}

impl App {
    /// Reads what somebody else saved.
    pub(super) fn fetch_theirs(&mut self, context: &Context, purpose: Purpose, by: Option<String>) {
        let Some((open, path)) = self.open.as_ref().and_then(|open| open.path.clone().map(|path| (open, path))) else {
            return;
        };
        let by = by.or_else(|| self.joining.take().and_then(|joining| joining.by));
        let job = read_file(context, self.world.runner, "Reading what was changed", path);
        self.joining = Some(Joining { serial: open.serial, purpose, by, stage: Stage::Reading(job) });
    }

    /// Whether the person is being asked to choose.
    pub(super) fn is_joining(&self) -> bool {
        matches!(&self.joining, Some(Joining { stage: Stage::Asking(_), .. }))
    }

    /// Whether this content needs no telling: it was told, or a question stands that must not go away under the
    /// hands of the person. What is newer than the question is found by the save, or told after the answer.
    pub(super) fn is_joining_already(&self, content: Fingerprint) -> bool {
        self.joining.as_ref().is_some_and(|joining| match &joining.stage {
            Stage::Reading(_) => joining.purpose != Purpose::Telling,
            Stage::Told(theirs) => theirs.fingerprint == content,
            Stage::Asking(_) => true,
        })
    }

    /// Goes on when what somebody else saved was read. While a backup is looked at, it waits with the plan.
    pub(super) fn poll_joining(&mut self, context: &Context) {
        if self.is_looking() {
            return;
        }
        let serial = self.serial();
        let Some(joining) = self.joining.as_mut() else { return };
        if joining.serial != serial {
            self.joining = None;
            return;
        }
        let Stage::Reading(job) = &mut joining.stage else { return };
        let Some(result) = job.poll() else { return };
        let Some(joining) = self.joining.take() else { return };
        match result {
            Ok(Ok(opened)) => self.read_theirs(context, joining, opened),
            Ok(Err(error)) => self.theirs_unreadable(joining.purpose, &error.to_string()),
            Err(panic) => self.theirs_unreadable(joining.purpose, &panic.to_string()),
        }
    }

    fn theirs_unreadable(&mut self, purpose: Purpose, error: &str) {
        self.closing = None;
        match purpose {
            Purpose::Saving(words) => {
                let words = format!("{words} What is there now cannot be joined with yours: {error}");
                self.notices.save_failed(words, &[WayOut::SaveAs, WayOut::TryAgain, WayOut::SaveOver]);
            }
            Purpose::Telling => self.notices.outside(
                format!(
                    "The plan's file was changed on the drive, and what is there now cannot be read: {error} The plan \
                     in this window is whole."
                ),
                &[WayOut::SaveAs],
            ),
        }
    }

    fn read_theirs(&mut self, context: &Context, joining: Joining, opened: Opened) {
        let Some(open) = &mut self.open else { return };
        let theirs = OnDisk { fingerprint: opened.on_disk, plan: Arc::new(opened.plan) };
        let Some(base) = open.on_disk.clone() else { return };
        if *open.document.plan() == *theirs.plan || *base.plan == *theirs.plan {
            // Not a word of it is new.
            let nothing_unsaved = *open.document.plan() == *theirs.plan;
            open.take_in(theirs);
            if nothing_unsaved {
                let state = open.document.state();
                open.document.mark_saved(state);
            }
            self.notices.back();
            if joining.purpose != Purpose::Telling {
                self.save(context);
            }
            return;
        }
        if is_another_plan(&base.plan, &theirs.plan) {
            let words = format!(
                "There is another plan in “{}” now; not a row of it is from yours. Your changes are still in the \
                 program. Save yours under another name, or over what is there now.",
                open.name()
            );
            self.closing = None;
            let ways_out = [WayOut::SaveAs, WayOut::SaveOver];
            match joining.purpose {
                Purpose::Saving(_) => self.notices.save_failed(words, &ways_out),
                Purpose::Telling => self.notices.outside(words, &ways_out),
            }
            return;
        }
        if joining.purpose == Purpose::Telling {
            let count = merge::changes(&base.plan, &theirs.plan).len();
            let who = joining.by.as_deref().unwrap_or(SOMEBODY);
            let (changes, were) =
                if count == 1 { ("A change".to_owned(), "was") } else { (format!("{count} changes"), "were") };
            let words =
                format!("{changes} to this plan {were} saved by {who}. Yours are still here and nothing is lost.");
            self.notices.outside(words, &[WayOut::LookAtTheirs]);
            self.joining = Some(Joining { stage: Stage::Told(theirs), ..joining });
            return;
        }
        let mine = open.document.snapshot();
        let merge = merge::merge(&base.plan, &mine, &theirs.plan);
        if merge.conflicts.is_empty() {
            self.join(context, &joining, theirs, merge);
        } else {
            self.ask(joining, theirs, mine, merge);
        }
    }

    /// Shows what was told of.
    pub(super) fn look_at_theirs(&mut self) {
        let Some(Joining { stage: Stage::Told(_), .. }) = &self.joining else { return };
        let Some(joining) = self.joining.take() else { return };
        let (Some(open), Stage::Told(theirs)) = (&mut self.open, &joining.stage) else { return };
        open.document.seal();
        let Some(base) = open.on_disk.clone() else { return };
        let (theirs, mine) = (theirs.clone(), open.document.snapshot());
        let merge = merge::merge(&base.plan, &mine, &theirs.plan);
        self.ask(joining, theirs, mine, merge);
    }

    fn ask(&mut self, joining: Joining, theirs: OnDisk, mine: Arc<Plan>, merge: Merge) {
        self.close_dialogs();
        let asking = Asking { theirs, mine, merge, choices: Choices::default(), state: MergingState::default() };
        self.joining = Some(Joining { stage: Stage::Asking(Box::new(asking)), ..joining });
    }

    /// Shows the choices until they are made.
    pub(super) fn show_joining(&mut self, context: &Context, palette: &Palette) {
        let Some(open) = &self.open else { return };
        let name = open.name();
        let Some(base) = open.on_disk.clone() else { return };
        let Some(Joining { by, purpose, stage: Stage::Asking(asking), .. }) = &mut self.joining else { return };
        let before = asking.choices.clone();
        let them = by.as_deref().unwrap_or(SOMEBODY);
        let saves = matches!(purpose, Purpose::Saving(_));
        let mut shown = Merging { name: &name, them, merge: &asking.merge, choices: &mut asking.choices, saves };
        let answer = merging::show(context, palette, &mut shown, &mut asking.state);
        if asking.choices != before {
            asking.merge = merge::merge_with(&base.plan, &asking.mine, &asking.theirs.plan, &asking.choices);
            context.request_repaint();
        }
        let Some(answer) = answer else { return };
        let Some(joining) = self.joining.take() else { return };
        match (answer, joining) {
            (MergeAnswer::Join, Joining { serial, purpose, by, stage: Stage::Asking(asking) }) => {
                let Asking { theirs, merge, .. } = *asking;
                let reading = Joining { serial, purpose, by, stage: Stage::Told(theirs.clone()) };
                self.join(context, &reading, theirs, merge);
            }
            (MergeAnswer::Later, Joining { serial, purpose, by, stage: Stage::Asking(asking) }) => {
                self.closing = None;
                if matches!(purpose, Purpose::Saving(_)) {
                    let words = format!(
                        "“{name}” was not saved: it was changed by {} too, and some of that needs your choice. What \
                         is on the drive was left as it is, and your changes are still in the program.",
                        by.as_deref().unwrap_or(SOMEBODY)
                    );
                    self.notices.save_failed(words, &[WayOut::LookAtTheirs, WayOut::SaveAs, WayOut::SaveOver]);
                }
                self.joining = Some(Joining { serial, purpose, by, stage: Stage::Told(asking.theirs) });
            }
            _ => {}
        }
    }

    /// Makes the joined plan the open one, and goes on with what it was wanted for.
    fn join(&mut self, context: &Context, joining: &Joining, theirs: OnDisk, merge: Merge) {
        let Some(open) = &mut self.open else { return };
        let Some(before) = open.on_disk.clone() else { return };
        open.document.seal();
        let old_state = open.document.state();
        if *open.document.plan() != merge.plan {
            let label = "bring in what others changed";
            if let Err(error) = open.document.apply(Edit::Replace(Box::new(merge.plan)), label) {
                self.notices.warn(format!("The changes were not brought in: {error}. The plan is as it was before."));
                return;
            }
            open.document.seal();
        }
        let state = open.document.state();
        if *open.document.plan() == *theirs.plan {
            open.document.mark_saved(state);
        }
        open.joints.push(Joint { states: [old_state, state], on_disk: [before, theirs.clone()] });
        open.take_in(theirs);
        open.gone = false;
        context.request_repaint();
        self.notices.back();
        let who = joining.by.as_deref().unwrap_or(SOMEBODY);
        let (count, word) = (merge.joined.len(), if merge.joined.len() == 1 { "change" } else { "changes" });
        if matches!(joining.purpose, Purpose::Saving(_)) {
            if count > 0 {
                let words = format!("Meanwhile this plan was saved by {who}: {count} {word} joined with yours.");
                self.notices.joined(words);
                self.last_joined = Some(ShownChanges {
                    title: format!("Changes by {who}"),
                    changes: merge.joined,
                    state: ChangesState::default(),
                    is_shown: false,
                });
            }
            self.save(context);
        }
    }

    /// Whether what came in with the last save is shown.
    pub(super) fn shows_joined(&self) -> bool {
        self.last_joined.as_ref().is_some_and(|shown| shown.is_shown)
    }

    /// Shows what came in with the last save, or puts it away.
    pub(super) fn show_joined(&mut self, is_shown: bool) {
        if let Some(shown) = &mut self.last_joined {
            shown.is_shown = is_shown;
        }
    }

    /// Shows what came in with the last save, until it is put away.
    pub(super) fn show_changes(&mut self, context: &Context, palette: &Palette) {
        if let Some(shown) = self.last_joined.as_mut().filter(|shown| shown.is_shown) {
            shown.is_shown = changes::show_window(context, palette, &shown.title, &shown.changes, &mut shown.state);
        }
    }
}

/// Whether not one grid, objective or action of a plan came from the other.
fn is_another_plan(base: &Plan, theirs: &Plan) -> bool {
    let had: std::collections::HashSet<u64> = base.grids.iter().map(|grid| grid.id.number()).collect();
    let had_actions: std::collections::HashSet<u64> = base.actions().map(|action| action.id.number()).collect();
    !had.is_empty()
        && !theirs.grids.iter().any(|grid| had.contains(&grid.id.number()))
        && !theirs.actions().any(|action| had_actions.contains(&action.id.number()))
}
