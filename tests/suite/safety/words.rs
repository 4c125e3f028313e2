//! The words of every cell, through all that can happen to a plan: opened, edited, saved by two, merged,
//! undone and done again. On a real drive, with edits nobody thought of.

use std::sync::Arc;

use planning_grid::document::Document;
use planning_grid::model::merge::merge;
use planning_grid::model::{Plan, invariants};
use planning_grid::store::{self, Expected, SaveCause};
use proptest::prelude::*;

use super::desk::{self, Desk};
use crate::merge::edits::{Step, after, edit_of, start, steps};
use crate::merge::properties::lost;
use crate::support::texts::texts;

/// Does the steps in a document; what cannot be done is not done.
fn edited(plan: Plan, steps: &[Step]) -> Document {
    let mut document = Document::opened(Arc::new(plan));
    for step in steps {
        if let Some(edit) = edit_of(step, document.plan()) {
            let _ = document.apply(edit, "a step");
        }
    }
    document
}

proptest! {
    // A failure is printed; no file is left in the tree.
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_words_of_every_cell_survive_everything(mine in steps(), theirs in steps()) {
        let base = start();
        let desk = Desk::with(&base);

        // I open and edit; they open the same, edit and save first.
        let opened = store::load(&desk.path)?;
        prop_assert_eq!(&opened.plan, &base);
        let mut document = edited(opened.plan, &mine);
        let mine = document.plan().clone();
        let theirs = after(&desk.plan(), &theirs);
        let their_save = desk::save(&desk.path, &theirs, Expected::Unchanged(desk.on_disk))?;

        // My save is refused unless it would change nothing of theirs; then what both wrote is joined.
        let refused = desk::save(&desk.path, &mine, Expected::Unchanged(opened.on_disk));
        if theirs == base || theirs == mine {
            prop_assert!(refused.is_ok());
        } else {
            prop_assert_eq!(refused.unwrap_err().cause, SaveCause::ChangedOutside { now: their_save });
            let there = store::load(&desk.path)?;
            prop_assert_eq!(texts(&there.plan), texts(&theirs));
            let merged = merge(&base, &mine, &there.plan);
            prop_assert_eq!(lost(&base, [&mine, &theirs], &merged), None);
            desk::save(&desk.path, &merged.plan, Expected::Unchanged(there.on_disk))?;
            let joined = desk.plan();
            prop_assert_eq!(texts(&joined), texts(&merged.plan));
            prop_assert_eq!(&joined, &merged.plan);
            prop_assert_eq!(invariants::check(&joined), Ok(()));
        }
        prop_assert_eq!(desk.beside(), Vec::<String>::new());

        // None of that touched what I can undo.
        while document.undo().is_some() {}
        prop_assert_eq!(texts(document.plan()), texts(&base));
        prop_assert_eq!(document.plan(), &base);
        while document.redo().is_some() {}
        prop_assert_eq!(texts(document.plan()), texts(&mine));
        prop_assert_eq!(document.plan(), &mine);
    }
}
