//! Three plans in, one plan and its conflicts out: what was opened, what I have, what they saved.
//!
//! Records are told by id and merged field by field, wherever they stand. What one side changed is taken;
//! what both changed alike is taken; what both changed differently is a [`Conflict`], and so is what one
//! deleted and the other changed, what both moved to different places, and a list that both put into
//! orders that do not go together. Until a person has chosen, my side stands, and what one of us deleted
//! stays whole. Choosing is merging again with the [`Choices`] so far, so no half-chosen state exists.
//!
//! The same three plans give the same plan whoever merges, but for the sides of conflicts.
//!
//! Reading order: [`subject`] and [`choice`] for what is spoken of; then `settle` (what stays, and in
//! what), `assemble` (the plan from the top), `order` (one list), `decide` and `fields` (one field).
//!
//! *Architecture invariant:* pure, like all of the model; and no word that either side wrote is ever in
//! neither the merged plan nor a conflict.

mod assemble;
pub(super) mod by_subject;
pub mod choice;
mod decide;
mod fields;
mod item;
pub(super) mod names;
mod order;
mod report;
mod settle;
pub mod subject;
mod touched;
mod two;
mod value;

pub use choice::{Change, Choices, Conflict, ConflictKind, Joined, Side};
pub use names::name_as_in;
pub use subject::{Field, Kind, Subject};

use super::plan::Plan;
use decide::Decider;
use item::Index;
use settle::Plans;

/// What became of three plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// All that joined. Where a choice is left my side stands, and what one of us deleted is still there.
    pub plan: Plan,
    /// The choices there are, made or not, in the order of the plan.
    pub conflicts: Vec<Conflict>,
    /// What came from them, in the order of the plan.
    pub joined: Vec<Joined>,
}

/// Merges two plans that came from one. Their invariants must hold; those of the merged plan then do.
#[must_use]
pub fn merge(base: &Plan, mine: &Plan, theirs: &Plan) -> Merge {
    merge_with(base, mine, theirs, &Choices::default())
}

/// All in which one plan differs from another, in the order of the plan: nothing where they are the same. Of
/// what came or went, with all that hangs on it, only the topmost is told.
#[must_use]
pub fn changes(from: &Plan, to: &Plan) -> Vec<Joined> {
    two::changes(from, to)
}

/// Merges with what a person chose so far. The conflicts are those of these choices: what one choice takes
/// out of the plan is no longer asked about, and what it moves into a list may raise one about its order.
#[must_use]
pub fn merge_with(base: &Plan, mine: &Plan, theirs: &Plan, choices: &Choices) -> Merge {
    let plans = Plans { base: Index::of(base), mine: Index::of(mine), theirs: Index::of(theirs) };
    let statuses = [theirs, mine, base].into_iter().flat_map(|plan| &plan.statuses);
    let statuses = statuses.map(|status| (status.id, status.word.as_str())).collect();
    let mut decider = Decider::new(choices, &statuses);
    let settled = settle::settle(&plans, &mut decider);
    let plan = assemble::assemble(&plans, &settled, &mut decider);
    let Decider { questions, taken, .. } = decider;
    report::report(&plans, &settled, plan, questions, taken)
}
