//! The notices shown and what their buttons mean.

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
}

/// The notices, oldest first.
#[derive(Debug, Default)]
pub(super) struct Notices {
    shown: Vec<(About, Notice<Answer>)>,
}

impl Notices {
    fn put(&mut self, about: About, kind: NoticeKind, words: String, buttons: Vec<NoticeButton<Answer>>) {
        self.clear(about);
        let can_dismiss = about != About::Saving || kind == NoticeKind::Done;
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
    pub(super) fn save_failed(&mut self, words: String, changed_outside: bool) {
        let mut buttons = vec![NoticeButton { label: "Save as…", answer: Answer::Do(Command::SaveAs) }];
        if changed_outside {
            buttons.push(NoticeButton { label: "Save over it", answer: Answer::SaveOver });
        } else {
            buttons.push(NoticeButton { label: "Try again", answer: Answer::Do(Command::Save) });
        }
        self.put(About::Saving, NoticeKind::Failed, words, buttons);
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
    }

    /// A plan was not opened.
    pub(super) fn open_failed(&mut self, words: String) {
        let buttons = vec![NoticeButton { label: "Open another…", answer: Answer::Do(Command::Open) }];
        self.put(About::Opening, NoticeKind::Failed, words, buttons);
    }

    /// No file was chosen to open.
    pub(super) fn not_opened(&mut self) {
        let words = "No file was chosen. If no window to choose one came up, type where the plan is, or drop it on \
                     this window."
            .to_owned();
        let buttons =
            vec![NoticeButton { label: "Type where", answer: Answer::TypePath(super::path_entry::For::Opening) }];
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
