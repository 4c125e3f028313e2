//! How often each status is used, so that none that is in use can be taken out.

use std::collections::HashMap;

use crate::model::{Plan, StatusId};

/// Where a status is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Uses {
    /// Actions that have it now.
    pub(super) actions: usize,
    /// Progress updates that were written with it.
    pub(super) updates: usize,
}

impl Uses {
    /// In words: "12 actions, 3 updates"; nothing where it is not used.
    pub(super) fn words(self) -> String {
        let counted = |count: usize, one: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            _ => Some(format!("{count} {one}s")),
        };
        let parts = [counted(self.actions, "action"), counted(self.updates, "update")];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// What was counted for one state of the plan.
#[derive(Debug, Default)]
pub(super) struct StatusUse {
    revision: Option<u64>,
    uses: HashMap<StatusId, Uses>,
}

impl StatusUse {
    /// Counts anew where the plan changed.
    pub(super) fn refresh(&mut self, plan: &Plan, revision: u64) {
        if self.revision == Some(revision) {
            return;
        }
        self.revision = Some(revision);
        self.uses.clear();
        for action in plan.actions() {
            if let Some(status) = action.status {
                self.uses.entry(status).or_default().actions += 1;
            }
            for status in action.updates.iter().filter_map(|update| update.status) {
                self.uses.entry(status).or_default().updates += 1;
            }
        }
    }

    /// Where a status is used.
    pub(super) fn of(&self, status: StatusId) -> Uses {
        self.uses.get(&status).copied().unwrap_or_default()
    }
}
