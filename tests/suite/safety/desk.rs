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

impl Desk {
    pub(super) fn with(plan: &Plan) -> Self {
        let folder = tempfile::tempdir().unwrap();
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

/// The names in a folder, sorted.
pub(super) fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Saves as one run of the program does, whose own leftovers are in nobody's way.
pub(super) fn save(path: &Path, plan: &Plan, expected: Expected) -> Result<Fingerprint, SaveError> {
    let options = SaveOptions { session: Session::new(1), ..SaveOptions::default() };
    store::save_with(path, plan, expected, &options).map(|saved| saved.on_disk)
}

/// Whether a save may leave a file of this name beside a plan called "plan.ron".
pub(super) fn is_documented(name: &str) -> bool {
    MAY_BE_BESIDE.iter().any(|beginning| name.starts_with(beginning))
}
