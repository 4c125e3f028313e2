//! Folders and files that may not be written. The administrator may write everything, so the saver runs as
//! somebody else.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use planning_grid::store::{self, Expected};

use super::desk::{self, names_in, titled};
use super::saver::{self, Saver};

/// A user without rights: "nobody".
const NOBODY: u32 = 65_534;

/// A folder with a plan in it and, where others can run it, the saver.
struct Closed {
    outer: tempfile::TempDir,
    folder: PathBuf,
    path: PathBuf,
}

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

impl Closed {
    fn new(folder_mode: u32, file_mode: u32) -> Self {
        let outer = tempfile::tempdir().unwrap();
        allow(outer.path(), 0o755);
        let folder = outer.path().join("plans");
        fs::create_dir(&folder).unwrap();
        let path = folder.join("plan.ron");
        desk::save(&path, &titled("old"), Expected::Absent).unwrap();
        if Self::is_administrator(&path) {
            fs::copy(saver::program(), outer.path().join("saver")).unwrap();
            allow(&outer.path().join("saver"), 0o755);
            chown(&path, Some(NOBODY), Some(NOBODY)).unwrap();
            chown(&folder, Some(NOBODY), Some(NOBODY)).unwrap();
        }
        allow(&path, file_mode);
        allow(&folder, folder_mode);
        Self { outer, folder, path }
    }

    /// Told by whom a new file belongs to.
    fn is_administrator(path: &Path) -> bool {
        fs::metadata(path).unwrap().uid() == 0
    }

    /// What the saver says when it is to save here.
    fn save(&self) -> Vec<String> {
        let own = self.outer.path().join("saver");
        let mut command = Command::new(if own.exists() { &own } else { saver::program() });
        if own.exists() {
            command.uid(NOBODY).gid(NOBODY);
        }
        command.args(["once".as_ref(), self.path.as_os_str(), "new".as_ref()]);
        Saver::run(command).finish()
    }

    fn title(&self) -> String {
        store::load(&self.path).unwrap().plan.title
    }
}

impl Drop for Closed {
    fn drop(&mut self) {
        // Or its owner could not remove what is in it.
        allow(&self.folder, 0o755);
    }
}

#[test]
fn what_may_not_be_written_is_left_and_the_words_say_whom_to_ask() {
    let folder = "writing a new copy into the folder failed; you are not allowed to";
    let ask_folder = "Ask whoever looks after the folder to let you change it, or choose another folder.";
    let file = "the file is marked as read-only";
    let ask_file = "Save under another name, or ask whoever looks after the file to make it writable.";
    for (what, folder_mode, file_mode, words) in [
        ("a closed folder", 0o555, 0o644, [folder, ask_folder]),
        ("a closed file", 0o755, 0o444, [file, ask_file]),
        ("both closed", 0o555, 0o444, [file, ask_file]),
    ] {
        let closed = Closed::new(folder_mode, file_mode);
        let before = fs::read(&closed.path).unwrap();
        let said = closed.save();
        let [said] = said.as_slice() else { panic!("{what}: {said:?}") };
        for part in ["refused: ", "was not saved", "your changes are still in the program", words[0], words[1]] {
            assert!(said.contains(part), "{what}: {said}");
        }
        assert!(fs::read(&closed.path).unwrap() == before, "{what}");
        assert_eq!(names_in(&closed.folder), ["plan.ron"], "{what}");
        println!("safety: not allowed: {what} was left as it was");

        // Opened again, the same save goes.
        allow(&closed.folder, 0o755);
        allow(&closed.path, 0o644);
        assert_eq!((closed.save(), closed.title().as_str()), (vec!["saved".to_owned()], "new"), "{what}");
    }
}
