//! A small plan, what I did to it and what they did, for the examples.

use planning_grid::dates::{Period, When};
use planning_grid::model::merge::{Conflict, ConflictKind, Merge, merge};
use planning_grid::model::{
    Action, ActionField, ActionId, Column, Edit, Grid, GridId, IdMaker, Objective, ObjectiveField, ObjectiveId, Parent,
    Place, Plan, Record, RecordId, Shows, invariants,
};

/// A plan with two grids; the first has the objectives PBC1 (actions a, b, c) and PBC2 (action d), the
/// second the objective T1 (no action).
pub(super) struct Three {
    pub(super) base: Plan,
    pub(super) mine: Plan,
    pub(super) theirs: Plan,
    pub(super) ids: IdMaker,
    pub(super) grids: [GridId; 2],
    pub(super) objectives: [ObjectiveId; 3],
    pub(super) actions: [ActionId; 4],
}

impl Three {
    pub(super) fn new() -> Self {
        let mut ids = IdMaker::new(3);
        let mut plan = Plan::blank("Plan", Period::financial_year(2016), &mut ids);
        plan.columns.push(Column { shows: Shows::When, heading: "Deadline".to_owned() });
        let mut grids = [Grid::blank(ids.grid()), Grid::blank(ids.grid())];
        let mut objectives = ["PBC1", "PBC2", "T1"].map(|reference| {
            let mut objective = Objective::blank(ids.objective());
            reference.clone_into(&mut objective.reference);
            objective
        });
        let actions = ["a", "b", "c", "d"].map(|words| {
            let mut action = Action::blank(ids.action());
            words.clone_into(&mut action.description);
            action
        });
        let action_ids = actions.each_ref().map(|action| action.id);
        let objective_ids = objectives.each_ref().map(|objective| objective.id);
        let grid_ids = grids.each_ref().map(|grid| grid.id);
        for (at, action) in actions.into_iter().enumerate() {
            objectives[at / 3].actions.push(action);
        }
        for (at, objective) in objectives.into_iter().enumerate() {
            grids[at / 2].objectives.push(objective);
        }
        plan.grids = grids.into();
        let [mine, theirs] = [plan.clone(), plan.clone()];
        Self { base: plan, mine, theirs, ids, grids: grid_ids, objectives: objective_ids, actions: action_ids }
    }

    #[track_caller]
    pub(super) fn i(&mut self, edit: Edit) {
        self.mine.apply(edit).unwrap();
    }

    #[track_caller]
    pub(super) fn they(&mut self, edit: Edit) {
        self.theirs.apply(edit).unwrap();
    }

    // ---- edits

    pub(super) fn describe(&self, action: usize, words: &str) -> Edit {
        Edit::Action(self.actions[action], ActionField::Description(words.to_owned()))
    }

    pub(super) fn due(&self, action: usize, written: &str) -> Edit {
        Edit::Action(self.actions[action], ActionField::When(When::read(written, &self.base.period)))
    }

    pub(super) fn remove(&self, action: usize) -> Edit {
        Edit::remove_action(self.actions[action])
    }

    pub(super) fn remove_objective(&self, objective: usize) -> Edit {
        Edit::Remove(RecordId::Objective(self.objectives[objective]))
    }

    pub(super) fn remove_grid(&self, grid: usize) -> Edit {
        Edit::Remove(RecordId::Grid(self.grids[grid]))
    }

    pub(super) fn shift(&self, action: usize, objective: usize, index: usize) -> Edit {
        Edit::move_action(self.actions[action], self.objectives[objective], index)
    }

    pub(super) fn state(&self, objective: usize, words: &str) -> Edit {
        Edit::Objective(self.objectives[objective], ObjectiveField::Statement(words.to_owned()))
    }

    pub(super) fn add(&mut self, objective: usize, index: usize, words: &str) -> Edit {
        let mut action = Action::blank(self.ids.action());
        words.clone_into(&mut action.description);
        let place = Place { parent: Parent::Objective(self.objectives[objective]), index };
        Edit::Insert(place, Record::Action(Box::new(action)))
    }

    // ---- merging

    /// Merges both ways round, sees that both come to the same, and gives mine.
    #[track_caller]
    pub(super) fn merge(&self) -> Merge {
        let here = merge(&self.base, &self.mine, &self.theirs);
        let there = merge(&self.base, &self.theirs, &self.mine);
        for plan in [&here.plan, &there.plan] {
            invariants::check(plan).unwrap();
        }
        assert_eq!(sorted(&here.conflicts, false), sorted(&there.conflicts, true));
        if here.conflicts.is_empty() {
            assert_eq!(here.plan, there.plan);
        }
        here
    }

    /// The merged plan, where nothing is left to choose.
    #[track_caller]
    pub(super) fn joined(&self) -> Plan {
        let merge = self.merge();
        assert_eq!(merge.conflicts, []);
        merge.plan
    }

    /// The one choice that is left: its kind, its place, and what the three say, with "-" for nothing.
    #[track_caller]
    pub(super) fn choice(&self) -> (ConflictKind, String, [String; 3]) {
        let merge = self.merge();
        let [conflict] = merge.conflicts.as_slice() else { panic!("{:#?}", merge.conflicts) };
        let words = [&conflict.base, &conflict.mine, &conflict.theirs];
        (conflict.kind(), conflict.place.clone(), words.map(|words| words.clone().unwrap_or_else(|| "-".to_owned())))
    }
}

/// The conflicts without what depends on who is asked: the name of the place, and the order.
pub(super) fn sorted(conflicts: &[Conflict], swapped: bool) -> Vec<Conflict> {
    let mut all = conflicts.to_vec();
    for one in &mut all {
        one.place.clear();
        if swapped {
            std::mem::swap(&mut one.mine, &mut one.theirs);
        }
    }
    all.sort_by_key(|one| format!("{one:?}"));
    all
}

/// The actions of every objective, as letters: "abc|d|".
pub(super) fn letters(plan: &Plan) -> String {
    let objectives = plan.grids.iter().flat_map(|grid| &grid.objectives);
    let lists = objectives.map(|objective| objective.actions.iter().map(|one| one.description.as_str()).collect());
    lists.collect::<Vec<String>>().join("|")
}
