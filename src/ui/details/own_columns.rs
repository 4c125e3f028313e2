//! Columns of the plan's own that its forms no longer show but that still have text.

use std::collections::BTreeMap;

use crate::model::{ColumnId, Plan, Shows};

/// A column that was taken out and still has text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kept {
    pub(super) id: ColumnId,
    /// In how many actions.
    pub(super) actions: usize,
    /// The first words of the first such cell, to know it by: its heading went with it.
    pub(super) example: String,
}

/// What was found for one state of the plan.
#[derive(Debug, Default)]
pub(super) struct OwnColumns {
    revision: Option<u64>,
    kept: Vec<Kept>,
}

impl OwnColumns {
    /// The columns that still have text, looked for once for each state of the plan.
    pub(super) fn kept(&mut self, plan: &Plan, revision: u64) -> &[Kept] {
        if self.revision != Some(revision) {
            self.revision = Some(revision);
            self.kept = find(plan);
        }
        &self.kept
    }
}

fn find(plan: &Plan) -> Vec<Kept> {
    let mut kept: BTreeMap<ColumnId, Kept> = BTreeMap::new();
    for (id, text) in plan.actions().flat_map(|action| &action.own) {
        let found = kept.entry(*id).or_insert_with(|| Kept { id: *id, actions: 0, example: first_words(text) });
        found.actions += 1;
    }
    kept.retain(|id, _| !plan.has_column(Shows::Own(*id)));
    kept.into_values().collect()
}

fn first_words(text: &str) -> String {
    const LONGEST: usize = 24;
    let line = text.trim().lines().next().unwrap_or_default();
    if line.chars().count() <= LONGEST {
        return line.to_owned();
    }
    let cut: String = line.chars().take(LONGEST).collect();
    format!("{}…", cut.trim_end())
}
