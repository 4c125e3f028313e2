//! A plan in a folder of its own, and what lies beside it.

use std::fs;
use std::path::{Path, PathBuf};

use planning_grid::dates::Period;
use planning_grid::model::{IdMaker, Plan};
use planning_grid::store::{self, Expected, Fingerprint, SaveError, SaveOptions, Session, Template};

/// What a save may leave beside "plan.ron" when the computer stops in the middle of it.
const MAY_BE_BESIDE: [&str; 2] = ["plan.ron.being-saved", "plan.ron.saving"];

/// A folder with one plan in it.
pub(super) struct Desk {
    folder: tempfile::TempDir,
    pub(super) path: PathBuf,
    pub(super) on_disk: Fingerprint,
}

/// A small plan with this title.
pub(super) fn titled(title: &str) -> Plan {
    let mut plan = Template::PlanningGrid.plan(Period::financial_year(2016), &mut IdMaker::new(1));
    title.clone_into(&mut plan.title);
    plan
}

/// A folder in memory, where the system has that: a process that is killed loses nothing that the system has,
/// be it on the platter or not.
pub(super) fn memory_folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap()
}

impl Desk {
    pub(super) fn with(plan: &Plan) -> Self {
        Self::in_folder(tempfile::tempdir().unwrap(), plan)
    }

    /// In memory, where thousands of files come and go.
    pub(super) fn in_memory_with(plan: &Plan) -> Self {
        Self::in_folder(memory_folder(), plan)
    }

    fn in_folder(folder: tempfile::TempDir, plan: &Plan) -> Self {
        let path = folder.path().join("plan.ron");
        let on_disk = store::save(&path, plan, Expected::Absent).unwrap();
        Self { folder, path, on_disk }
    }

    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    #[track_caller]
    pub(super) fn plan(&self) -> Plan {
        store::load(&self.path).unwrap_or_else(|error| panic!("{error}")).plan
    }

    /// The names of what lies beside the plan.
    #[track_caller]
    pub(super) fn beside(&self) -> Vec<String> {
        beside(&self.path)
    }
}

/// The names of what lies beside a plan called "plan.ron".
#[track_caller]
pub(super) fn beside(path: &Path) -> Vec<String> {
    let names = names_in(path.parent().unwrap());
    names.into_iter().filter(|name| name != "plan.ron").collect()
}

/// Whether a file's name ends so, behind its last dot.
pub(super) fn ends_with(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found == ending)
}

/// The names in a folder, sorted.
pub(super) fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Those of one run of the program, whose own leftovers are in nobody's way.
pub(super) fn options() -> SaveOptions {
    SaveOptions { session: Session::new(1), ..SaveOptions::default() }
}

pub(super) fn save(path: &Path, plan: &Plan, expected: Expected) -> Result<Fingerprint, SaveError> {
    store::save_with(path, plan, expected, &options()).map(|saved| saved.on_disk)
}

/// Every file in a folder that is named as a backup, with the plan in it, which must be whole. A file that is
/// still being written is not named so, and stays beside.
#[track_caller]
pub(super) fn whole_backups(folder: &Path, case: &str) -> Vec<(String, Plan)> {
    let names = if folder.exists() { names_in(folder) } else { Vec::new() };
    let read = |name: String| {
        let plan = store::load(&folder.join(&name)).unwrap_or_else(|error| panic!("{case}: {error}")).plan;
        (name, plan)
    };
    names.into_iter().filter(|name| !ends_with(name, "part")).map(read).collect()
}

/// Whether a save may leave a file of this name beside a plan called "plan.ron".
pub(super) fn is_documented(name: &str) -> bool {
    MAY_BE_BESIDE.iter().any(|beginning| name.starts_with(beginning))
}
