//! How files come to the window in tests: dialogs that answer as they were told, files dropped on it, and what was
//! copied elsewhere.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::mpsc::{Sender, channel};

use planning_grid::app::clipboard::{self, Clipboard};
use planning_grid::app::picker::{Answer, Picker, Request};

/// Answers of a file dialog, given one after the other; none when they are used up.
#[derive(Default)]
struct Script {
    answers: VecDeque<Answer>,
    asked: Vec<Request>,
}

/// A file dialog that gives the answers a test queued.
#[derive(Clone, Default)]
pub(crate) struct ScriptedPicker(Rc<RefCell<Script>>);

impl ScriptedPicker {
    /// The next dialog is answered with this.
    pub(crate) fn will_choose(&self, path: &Path) {
        let path = path.to_path_buf();
        self.0.borrow_mut().answers.push_back(Box::new(move || Some(path)));
    }

    /// The next dialog is answered when this is.
    pub(crate) fn will_choose_later(&self) -> Sender<PathBuf> {
        let (sender, receiver) = channel();
        self.0.borrow_mut().answers.push_back(Box::new(move || receiver.recv().ok()));
        sender
    }

    /// What was asked for since the last time.
    pub(crate) fn take_asked(&self) -> Vec<Request> {
        std::mem::take(&mut self.0.borrow_mut().asked)
    }
}

impl Picker for ScriptedPicker {
    fn ask(&self, request: Request) -> Answer {
        let mut script = self.0.borrow_mut();
        script.asked.push(request);
        script.answers.pop_front().unwrap_or_else(|| Box::new(|| None))
    }
}

/// A clipboard with the HTML that a test put on it, if any.
#[derive(Clone, Default)]
pub(crate) struct ScriptedClipboard(Rc<RefCell<Option<String>>>);

impl ScriptedClipboard {
    /// What was copied elsewhere.
    pub(crate) fn has_copied(&self, html: &str) {
        *self.0.borrow_mut() = Some(html.to_owned());
    }
}

impl Clipboard for ScriptedClipboard {
    fn html(&self) -> clipboard::Answer {
        let html = self.0.borrow().clone();
        Box::new(|| html)
    }
}

/// A file let go over the window.
#[derive(Debug)]
pub(crate) struct Dropped(PathBuf);

impl Dropped {
    pub(crate) fn new(path: &Path) -> Self {
        Self(path.to_path_buf())
    }
}

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}
