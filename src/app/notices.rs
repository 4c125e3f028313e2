//! The notices shown and what their buttons mean.

use super::saving::Agreed;
use crate::store::Trouble;
use crate::ui::Command;
use crate::ui::shell::{Notice, NoticeButton, NoticeKind};

/// What a button of a notice does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// A command.
    Do(Command),
    /// Type a path by hand, where no file dialog comes up.
    TypePath(super::path_entry::For),
    /// Save over what somebody else wrote, after all.
    SaveOver,
    /// Do the save that failed again, with this agreed to.
    SaveAgreed(Agreed),
    /// Show what somebody else changed, to be brought in.
    LookAtTheirs,
    /// Show what was joined with the last save.
    ShowJoined,
    /// Show what needs a look in a plan that was brought in.
    ShowFindings,
    /// Only read the plan that somebody else has open.
    OnlyRead,
    /// Work in it.
    WorkOn,
    /// From the backup that is looked at back to the plan.
    PutBack,
    /// Put the backup that is looked at in the plan's place.
    RestoreShown,
}

/// A way out of a save that failed, or of what was changed outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WayOut {
    SaveAs,
    TryAgain,
    SaveOver,
    WithoutBackup,
    InPlace,
    LookAtTheirs,
}

impl WayOut {
    fn button(self) -> NoticeButton<Answer> {
        let (label, answer) = match self {
            Self::SaveAs => ("Save as…", Answer::Do(Command::SaveAs)),
            Self::TryAgain => ("Try again", Answer::Do(Command::Save)),
            Self::SaveOver => ("Save over it", Answer::SaveOver),
            Self::WithoutBackup => {
                let agreed = Agreed { without_backup: true, ..Agreed::default() };
                ("Save without a backup", Answer::SaveAgreed(agreed))
            }
            Self::InPlace => {
                let agreed = Agreed { in_place: true, ..Agreed::default() };
                ("Write into the file itself", Answer::SaveAgreed(agreed))
            }
            Self::LookAtTheirs => ("Look at the changes", Answer::LookAtTheirs),
        };
        NoticeButton { label, answer }
    }
}

/// What a notice is about; a new one about the same thing takes the place of the old.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    /// Nothing that comes again.
    Once,
    /// The last save. Its failure cannot be put away: it goes when a save succeeds.
    Saving,
    /// The last opening.
    Opening,
    /// The last pack or picture.
    Writing,
    /// The open plan is read only.
    ReadOnly,
    /// What happened to the open plan's file by other hands.
    Outside,
    /// Somebody else has it open.
    Others,
    /// What came in with the last save.
    Joined,
    /// What an earlier run did not save is open.
    Recovered,
    /// A backup is looked at.
    Looking,
    /// A change of a backup was refused.
    Refused,
}

/// The notices, oldest first.
#[derive(Debug, Default)]
pub(super) struct Notices {
    shown: Vec<(About, Notice<Answer>)>,
}

impl Notices {
    fn put(&mut self, about: About, kind: NoticeKind, words: String, buttons: Vec<NoticeButton<Answer>>) {
        self.clear(about);
        let can_dismiss = !matches!(about, About::Saving | About::Others | About::Looking);
        self.shown.push((about, Notice { kind, words, buttons, can_dismiss }));
    }

    fn clear(&mut self, about: About) {
        if about != About::Once {
            self.shown.retain(|(other, _)| *other != about);
        }
    }

    /// Something to know.
    pub(super) fn warn(&mut self, words: String) {
        self.put(About::Once, NoticeKind::Warning, words, Vec::new());
    }

    /// A save failed.
    pub(super) fn save_failed(&mut self, words: String, ways_out: &[WayOut]) {
        self.clear(About::Outside);
        let buttons = ways_out.iter().map(|way| way.button()).collect();
        self.put(About::Saving, NoticeKind::Failed, words, buttons);
    }

    /// Something happened to the plan's file by other hands.
    pub(super) fn outside(&mut self, words: String, ways_out: &[WayOut]) {
        let buttons = ways_out.iter().map(|way| way.button()).collect();
        self.put(About::Outside, NoticeKind::Warning, words, buttons);
    }

    /// The plan's file is not there any more.
    pub(super) fn gone(&mut self, name: &str) {
        let words = format!(
            "“{name}” was moved, renamed or deleted on the drive. The plan in this window is whole; saving puts it \
             there again."
        );
        self.outside(words, &[WayOut::SaveAs]);
    }

    /// What the file holds is known and taken in.
    pub(super) fn back(&mut self) {
        self.clear(About::Outside);
    }

    /// What came in with the last save.
    pub(super) fn joined(&mut self, words: String) {
        let buttons = vec![NoticeButton { label: "Show them", answer: Answer::ShowJoined }];
        self.put(About::Joined, NoticeKind::Done, words, buttons);
    }

    /// Somebody else has the plan open.
    pub(super) fn others(&mut self, words: &str, was_first: bool) {
        if self.shown.iter().any(|(about, notice)| *about == About::Others && notice.words == words) {
            return;
        }
        let buttons = vec![
            NoticeButton { label: if was_first { "Go on" } else { "Open anyway" }, answer: Answer::WorkOn },
            NoticeButton { label: "Read only", answer: Answer::OnlyRead },
        ];
        self.put(About::Others, NoticeKind::Warning, words.to_owned(), buttons);
    }

    /// Nobody else has it open any more, or the person knows.
    pub(super) fn nobody_else(&mut self) {
        self.clear(About::Others);
    }

    /// The person wants only to read.
    pub(super) fn only_reading(&mut self, name: &str) {
        self.clear(About::Others);
        let words = format!(
            "“{name}” is open read only. You can look and try things out; to keep changes, save it elsewhere or work \
             in it after all."
        );
        let buttons = vec![
            NoticeButton { label: "Work in it", answer: Answer::WorkOn },
            NoticeButton { label: "Save as…", answer: Answer::Do(Command::SaveAs) },
        ];
        self.put(About::ReadOnly, NoticeKind::Warning, words, buttons);
    }

    /// The person wants to work in it.
    pub(super) fn working(&mut self) {
        self.clear(About::Others);
        self.clear(About::ReadOnly);
    }

    /// The plan's folder takes no new files.
    pub(super) fn folder_refuses(&mut self, name: &str, trouble: Trouble) {
        let words = format!(
            "No new files can be made in the folder of “{name}” ({trouble}), so it cannot be saved there in the safe \
             way. You can save it elsewhere; or save, and choose then to write into the file itself."
        );
        let buttons = vec![NoticeButton { label: "Save as…", answer: Answer::Do(Command::SaveAs) }];
        self.put(About::ReadOnly, NoticeKind::Warning, words, buttons);
    }

    /// What an earlier run did not save is open.
    pub(super) fn recovered(&mut self, name: &str, told: &str) {
        let words = format!("“{name}” is open with what was not saved on {told}. Save it to keep it.");
        self.put(About::Recovered, NoticeKind::Warning, words, Vec::new());
    }

    /// A document was brought in.
    pub(super) fn brought_in(&mut self, words: String, has_findings: bool) {
        let button = NoticeButton { label: "Show what needs a look", answer: Answer::ShowFindings };
        let buttons = if has_findings { vec![button] } else { Vec::new() };
        self.put(About::Opening, NoticeKind::Done, words, buttons);
    }

    /// The plan for the next period was made.
    pub(super) fn rolled(&mut self, words: String) {
        self.put(About::Opening, NoticeKind::Done, words, Vec::new());
    }

    /// Changes of a document were brought into the plan, or there were none.
    pub(super) fn taken_in(&mut self, words: String) {
        self.put(About::Joined, NoticeKind::Done, words, Vec::new());
    }

    /// A backup is looked at.
    pub(super) fn looking(&mut self, told: &str) {
        let words = format!("You are looking at the backup of {told}. The plan itself waits, unchanged.");
        let buttons = vec![
            NoticeButton { label: "Back to the plan", answer: Answer::PutBack },
            NoticeButton { label: "Restore it", answer: Answer::RestoreShown },
        ];
        self.put(About::Looking, NoticeKind::Warning, words, buttons);
    }

    /// The backup is no longer looked at.
    pub(super) fn looked(&mut self) {
        self.clear(About::Looking);
        self.clear(About::Refused);
    }

    /// A backup was to be changed.
    pub(super) fn not_a_backup(&mut self) {
        let words = "A backup cannot be changed, so nothing was. Go back to the plan, or restore the backup first.";
        self.put(About::Refused, NoticeKind::Warning, words.to_owned(), Vec::new());
    }

    /// A backup is in the plan's place.
    pub(super) fn restored(&mut self, told: &str) {
        let words = format!(
            "The plan is as it was in the backup of {told}. Undo takes that back; the file on the drive is as it was \
             until you save."
        );
        self.put(About::Joined, NoticeKind::Done, words, Vec::new());
    }

    /// No file was chosen to save to.
    pub(super) fn not_saved(&mut self) {
        let words = "Not saved: no file was chosen. Your changes are still here. If no window to choose a file came \
                     up, type where to save."
            .to_owned();
        let buttons = vec![
            NoticeButton { label: "Save as…", answer: Answer::Do(Command::SaveAs) },
            NoticeButton { label: "Type where", answer: Answer::TypePath(super::path_entry::For::Saving) },
        ];
        self.put(About::Saving, NoticeKind::Warning, words, buttons);
        if let Some((_, notice)) = self.shown.last_mut() {
            notice.can_dismiss = true;
        }
    }

    /// A save succeeded.
    pub(super) fn saved(&mut self) {
        self.clear(About::Saving);
        self.clear(About::ReadOnly);
        self.clear(About::Outside);
        self.clear(About::Recovered);
    }

    /// A plan was not opened.
    pub(super) fn open_failed(&mut self, words: String) {
        let buttons = vec![NoticeButton { label: "Open another…", answer: Answer::Do(Command::Open) }];
        self.put(About::Opening, NoticeKind::Failed, words, buttons);
    }

    /// No file was chosen to open.
    pub(super) fn not_opened(&mut self, what: super::path_entry::For) {
        let words = "No file was chosen. If no window to choose one came up, type where it is, or drop it on \
                     this window."
            .to_owned();
        let buttons = vec![NoticeButton { label: "Type where", answer: Answer::TypePath(what) }];
        self.put(About::Opening, NoticeKind::Warning, words, buttons);
    }

    /// No plan was chosen to compare with.
    pub(super) fn not_compared(&mut self, what: super::path_entry::For) {
        let words = "Nothing else was compared: no file was chosen. If no window to choose one came up, type where it \
                     is."
        .to_owned();
        let buttons = vec![NoticeButton { label: "Type where", answer: Answer::TypePath(what) }];
        self.put(About::Opening, NoticeKind::Warning, words, buttons);
    }

    /// A plan was opened.
    pub(super) fn opened(&mut self) {
        self.clear(About::Opening);
    }

    /// The plan that was opened cannot be saved where it is.
    pub(super) fn read_only(&mut self, name: &str) {
        let words = format!(
            "“{name}” is marked read only. You can look and try things out, but to keep changes save it elsewhere."
        );
        let buttons = vec![NoticeButton { label: "Save as…", answer: Answer::Do(Command::SaveAs) }];
        self.put(About::ReadOnly, NoticeKind::Warning, words, buttons);
    }

    /// A pack or picture was written.
    pub(super) fn written(&mut self, words: String) {
        self.put(About::Writing, NoticeKind::Done, words, Vec::new());
    }

    /// A pack or picture was not written.
    pub(super) fn write_failed(&mut self, words: String) {
        self.put(About::Writing, NoticeKind::Failed, words, Vec::new());
    }

    /// No file was chosen to write to.
    pub(super) fn not_written(&mut self, what: super::path_entry::For) {
        let words =
            "Nothing was written: no file was chosen. If no window to choose one came up, type where.".to_owned();
        let buttons = vec![NoticeButton { label: "Type where", answer: Answer::TypePath(what) }];
        self.put(About::Writing, NoticeKind::Warning, words, buttons);
    }

    /// Forgets what was about the plan that was open before.
    pub(super) fn forget_plan(&mut self) {
        self.shown.retain(|(about, _)| *about == About::Once);
    }

    /// The notices as the window shows them.
    pub(super) fn list(&self) -> Vec<Notice<Answer>> {
        self.shown.iter().map(|(_, notice)| notice.clone()).collect()
    }

    /// Puts the notice at a position away.
    pub(super) fn dismiss(&mut self, index: usize) {
        if index < self.shown.len() {
            self.shown.remove(index);
        }
    }

    pub(super) fn words(&self) -> Vec<&str> {
        self.shown.iter().map(|(_, notice)| notice.words.as_str()).collect()
    }
}
