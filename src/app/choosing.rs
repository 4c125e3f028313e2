//! Asking for files, by the system's dialog or typed, and using the answer.

use std::path::{Path, PathBuf};

use egui::Context;

use super::path_entry::{For, PathEntry};
use super::picker::{PLAN_ENDING, Request};
use super::work::Working;
use super::{App, OpenPlan};
use crate::jobs::Job;
use crate::store::Expected;

impl App {
    /// Asks for a file in the system's dialog.
    pub(super) fn choose(&mut self, context: &Context, what: For) {
        if self.working.iter().any(|working| matches!(working, Working::Choosing(..))) {
            // The system's dialog is open already.
            return;
        }
        let request = match what {
            For::Opening => Request::OpenPlan { folder: self.folder() },
            For::BringingIn => Request::OpenDocument { folder: self.folder() },
            For::Comparing(_) => Request::ComparePlan { folder: self.folder() },
            For::Saving => self.save_request("Save the plan", ("Plan", PLAN_ENDING), ""),
            For::Pack(_) => self.save_request("Write the board pack", ("Excel workbook", "xlsx"), " board pack"),
            For::Picture => self.save_request("Save the picture", ("Picture", "png"), ""),
        };
        let answer = self.world.picker.ask(request);
        let wake = context.clone();
        let job = Job::start(self.world.runner, "Choosing a file", move || wake.request_repaint(), |_| answer());
        self.working.push(Working::Choosing(job, what, self.serial()));
    }

    /// The open plan's serial; 0 where none is.
    pub(super) fn serial(&self) -> u64 {
        self.open.as_ref().map_or(0, |open| open.serial)
    }

    fn save_request(&self, title: &'static str, kind: (&'static str, &'static str), more: &str) -> Request {
        let name = self.open.as_ref().map(OpenPlan::name).unwrap_or_default();
        let stem = Path::new(&name).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        Request::SaveTo { title, kind, name: format!("{stem}{more}.{}", kind.1), folder: self.folder() }
    }

    fn folder(&self) -> Option<PathBuf> {
        let recent = || self.settings.recent.first().map(|recent| recent.path.clone());
        let file = self.open.as_ref().and_then(|open| open.path.clone()).or_else(recent)?;
        file.parent().map(Path::to_path_buf)
    }

    /// Uses a path that was chosen or typed.
    pub(super) fn use_path(&mut self, context: &Context, path: PathBuf, what: For) {
        match what {
            For::Opening => self.open_file(context, path),
            For::BringingIn => self.bring_in(context, path),
            For::Comparing(end) => self.compare_with_file(context, end, path),
            // The system's dialog, or the person typing the path, agreed to replace what is there; what
            // must not be replaced unseen is a plan that changed since it was opened.
            For::Saving => {
                let gone = self.open.as_ref().is_some_and(|open| open.gone);
                let same = self.open.as_ref().and_then(|open| open.path.as_ref().zip(open.on_disk.as_ref()));
                let expected = match same {
                    Some((own, on_disk)) if *own == path && !gone => Expected::Unchanged(on_disk.fingerprint),
                    _ => Expected::Whatever,
                };
                self.save_to(context, path, expected);
            }
            For::Pack(wanted) => self.write_pack(context, path, wanted),
            For::Picture => self.write_picture(context, path),
        }
    }

    /// Uses a path that was typed. Nobody was asked whether what is there may be replaced, so it may not;
    /// and the ending that the dialog would have given is given here.
    pub(super) fn use_typed_path(&mut self, context: &Context, mut path: PathBuf, what: For) {
        let ending = match what {
            For::Opening => return self.open_file(context, path),
            For::BringingIn => return self.bring_in(context, path),
            For::Comparing(end) => return self.compare_with_file(context, end, path),
            For::Saving => PLAN_ENDING,
            For::Pack(_) => "xlsx",
            For::Picture => "png",
        };
        if path.extension().is_none() {
            path.set_extension(ending);
        }
        let own = self.open.as_ref().and_then(|open| open.path.as_ref()) == Some(&path);
        match what {
            For::Saving if !own => self.save_to(context, path, Expected::Absent),
            _ => self.use_path(context, path, what),
        }
    }

    /// Asks for a path to be typed.
    pub(super) fn type_path(&mut self, what: For) {
        let folder = self.folder().map(|folder| folder.join("")).unwrap_or_default();
        self.path_entry = Some(PathEntry { what, typed: folder.display().to_string(), begun: false });
    }
}
