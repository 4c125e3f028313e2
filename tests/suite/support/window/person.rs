//! Who sits at the window.

use std::path::PathBuf;

/// Who sits at the window, where, and in which run of the program.
#[derive(Clone, Copy, Debug)]
pub(super) struct Person {
    pub(super) name: &'static str,
    pub(super) machine: &'static str,
    pub(super) seed: u64,
}

impl Person {
    pub(super) fn first() -> Self {
        Self { name: "A. Person", machine: "PC-1", seed: 7 }
    }

    pub(super) fn second() -> Self {
        Self { name: "B. Colleague", machine: "PC-2", seed: 7_000 }
    }

    pub(super) fn again(self) -> Self {
        Self { seed: self.seed + 1, ..self }
    }

    /// Where the program keeps its own things on this person's computer.
    pub(super) fn home(self, folder: &tempfile::TempDir) -> PathBuf {
        folder.path().join("settings").join(self.machine)
    }
}
