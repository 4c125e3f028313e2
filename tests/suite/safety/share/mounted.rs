//! A share under a folder, as a test sees it: what lies there, what it was asked, and how it is to go wrong.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard};

use fuser::{BackgroundSession, Config};

use super::faults::{Fault, Operation, Told};
use super::files::Files;
use super::kernel::Kernel;

/// How many requests are answered at the same time: a slow one must not hold up the others.
const AT_THE_SAME_TIME: usize = 4;

/// A share, mounted. It is taken down when this goes, also out of a failing test.
pub(super) struct Share {
    state: Arc<Mutex<State>>,
    // Before the folder, or that would be removed through the share.
    _session: BackgroundSession,
    folder: tempfile::TempDir,
}

/// What the test and the kernel both have their hands on.
pub(super) struct State {
    pub(super) files: Files,
    /// Each operation and the number of the file it was about; 0 for a name that leads to none.
    pub(super) asked: Vec<(Operation, u64)>,
    pub(super) told: Told,
}

impl Share {
    /// Mounts an empty share, or says why the system does not let it.
    pub(super) fn mounted() -> Result<Self, String> {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let state = State { files: Files::default(), asked: Vec::new(), told: Box::new(|_, _| None) };
        let state = Arc::new(Mutex::new(state));
        let mut config = Config::default();
        config.n_threads = Some(AT_THE_SAME_TIME);
        let session = fuser::spawn_mount(Kernel(Arc::clone(&state)), folder.path(), &config);
        let session = session.map_err(|error| format!("no file system of its own could be mounted: {error}"))?;
        Ok(Self { state, _session: session, folder })
    }

    /// Where the plan is.
    pub(super) fn path(&self) -> PathBuf {
        self.folder.path().join("plan.ron")
    }

    /// Leaves the plan with this content and nothing else, and works.
    pub(super) fn start_with(&self, plan: Option<&[u8]>) {
        self.heal();
        let files: Vec<(&str, &[u8])> = plan.into_iter().map(|content| ("plan.ron", content)).collect();
        locked(&self.state).files.put(&files);
    }

    /// Goes wrong as told from now on; operations are counted anew.
    pub(super) fn go_wrong(&self, told: impl FnMut(usize, Operation) -> Option<Fault> + Send + 'static) {
        let mut state = locked(&self.state);
        state.asked.clear();
        state.told = Box::new(told);
    }

    /// Works from now on.
    pub(super) fn heal(&self) {
        self.go_wrong(|_, _| None);
    }

    /// What it was asked since it was last told how to go wrong.
    pub(super) fn asked(&self) -> Vec<Operation> {
        self.asked_of_files().into_iter().map(|(operation, _)| operation).collect()
    }

    /// The same, each with the number of the file it was about. A file keeps its number when it is renamed.
    pub(super) fn asked_of_files(&self) -> Vec<(Operation, u64)> {
        locked(&self.state).asked.clone()
    }

    /// The number of the file that is the plan.
    pub(super) fn plan_number(&self) -> Option<u64> {
        locked(&self.state).files.number("plan.ron")
    }

    /// The plan's content, seen from behind.
    pub(super) fn content(&self) -> Option<Vec<u8>> {
        locked(&self.state).files.content("plan.ron").map(<[u8]>::to_vec)
    }

    /// The names of what lies beside the plan, seen from behind.
    pub(super) fn beside(&self) -> Vec<String> {
        let names = locked(&self.state).files.names();
        names.into_iter().map(|(name, _)| name).filter(|name| name != "plan.ron").collect()
    }
}

/// The state, also after a test stopped while it had it.
pub(super) fn locked(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
