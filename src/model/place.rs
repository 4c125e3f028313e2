//! Records and places: putting a record in, taking it out again, finding where it stands.

use super::action::{Action, Kpi, Milestone, Update};
use super::ids::{ActionId, GridId, ObjectiveId, RecordId};
use super::issued::Issued;
use super::owners::Owner;
use super::plan::{Grid, Meeting, Note, Objective, Outcome, Plan, Priority};

/// A record with all that hangs on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// A grid with its objectives.
    Grid(Box<Grid>),
    /// A key priority.
    Priority(Priority),
    /// An objective with its actions.
    Objective(Box<Objective>),
    /// An action.
    Action(Box<Action>),
    /// An expected outcome.
    Outcome(Outcome),
    /// A KPI.
    Kpi(Kpi),
    /// A milestone.
    Milestone(Box<Milestone>),
    /// A progress update.
    Update(Update),
    /// A note about the plan.
    Note(Note),
    /// A board meeting.
    Meeting(Meeting),
    /// An owner of the directory.
    Owner(Owner),
    /// A pack that was issued.
    Issued(Box<Issued>),
}

/// What a record stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Parent {
    /// The plan itself: grids, notes, meetings, owners, issued packs.
    Plan,
    /// A grid: priorities, objectives.
    Grid(GridId),
    /// An objective: actions, outcomes.
    Objective(ObjectiveId),
    /// An action: KPIs, milestones, updates.
    Action(ActionId),
}

/// A position in the list of one kind of record under a parent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// What the record stands in.
    pub parent: Parent,
    /// Its position from 0. A place past the end of the list is no place.
    pub index: usize,
}

impl Record {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> RecordId {
        match self {
            Self::Grid(one) => RecordId::Grid(one.id),
            Self::Priority(one) => RecordId::Priority(one.id),
            Self::Objective(one) => RecordId::Objective(one.id),
            Self::Action(one) => RecordId::Action(one.id),
            Self::Outcome(one) => RecordId::Outcome(one.id),
            Self::Kpi(one) => RecordId::Kpi(one.id),
            Self::Milestone(one) => RecordId::Milestone(one.id),
            Self::Update(one) => RecordId::Update(one.id),
            Self::Note(one) => RecordId::Note(one.id),
            Self::Meeting(one) => RecordId::Meeting(one.id),
            Self::Owner(one) => RecordId::Owner(one.id),
            Self::Issued(one) => RecordId::Issued(one.id),
        }
    }

    /// Calls `visit` with its id and the ids of all that hangs on it.
    pub fn visit_ids(&self, visit: &mut impl FnMut(RecordId)) {
        match self {
            Self::Grid(grid) => grid_ids(grid, visit),
            Self::Objective(objective) => objective_ids(objective, visit),
            Self::Action(action) => action_ids(action, visit),
            other => visit(other.id()),
        }
    }
}

fn action_ids(action: &Action, visit: &mut impl FnMut(RecordId)) {
    visit(RecordId::Action(action.id));
    action.kpis.iter().for_each(|one| visit(RecordId::Kpi(one.id)));
    action.milestones.iter().for_each(|one| visit(RecordId::Milestone(one.id)));
    action.updates.iter().for_each(|one| visit(RecordId::Update(one.id)));
}

fn objective_ids(objective: &Objective, visit: &mut impl FnMut(RecordId)) {
    visit(RecordId::Objective(objective.id));
    objective.actions.iter().for_each(|one| action_ids(one, visit));
    objective.outcomes.iter().for_each(|one| visit(RecordId::Outcome(one.id)));
}

fn grid_ids(grid: &Grid, visit: &mut impl FnMut(RecordId)) {
    visit(RecordId::Grid(grid.id));
    grid.priorities.iter().for_each(|one| visit(RecordId::Priority(one.id)));
    grid.objectives.iter().for_each(|one| objective_ids(one, visit));
}

/// Puts `one` at `index`; gives it back where the list is too short.
fn put<T>(list: &mut Vec<T>, index: usize, one: T) -> bool {
    let fits = index <= list.len();
    if fits {
        list.insert(index, one);
    }
    fits
}

fn take<T>(list: &mut Vec<T>, is_it: impl Fn(&T) -> bool) -> Option<(usize, T)> {
    let index = list.iter().position(is_it)?;
    Some((index, list.remove(index)))
}

impl Plan {
    /// Calls `visit` with the id of every record that can be put in or taken out.
    pub fn visit_ids(&self, visit: &mut impl FnMut(RecordId)) {
        self.meetings.iter().for_each(|one| visit(RecordId::Meeting(one.id)));
        self.directory.iter().for_each(|one| visit(RecordId::Owner(one.id)));
        self.notes.iter().for_each(|one| visit(RecordId::Note(one.id)));
        self.issued.iter().for_each(|one| visit(RecordId::Issued(one.id)));
        self.grids.iter().for_each(|one| grid_ids(one, visit));
    }

    pub(super) fn grid_mut(&mut self, id: GridId) -> Option<&mut Grid> {
        self.grids.iter_mut().find(|grid| grid.id == id)
    }

    pub(super) fn objective_mut(&mut self, id: ObjectiveId) -> Option<&mut Objective> {
        self.grids.iter_mut().flat_map(|grid| &mut grid.objectives).find(|objective| objective.id == id)
    }

    pub(super) fn action_mut(&mut self, id: ActionId) -> Option<&mut Action> {
        self.grids
            .iter_mut()
            .flat_map(|grid| &mut grid.objectives)
            .flat_map(|objective| &mut objective.actions)
            .find(|action| action.id == id)
    }

    fn actions_mut(&mut self) -> impl Iterator<Item = &mut Action> {
        self.grids.iter_mut().flat_map(|grid| &mut grid.objectives).flat_map(|objective| &mut objective.actions)
    }

    /// Puts a record in. `false`, and nothing changed, where there is no such place for such a record.
    pub(super) fn put(&mut self, place: Place, record: Record) -> bool {
        let index = place.index;
        match (place.parent, record) {
            (Parent::Plan, Record::Grid(one)) => put(&mut self.grids, index, *one),
            (Parent::Plan, Record::Note(one)) => put(&mut self.notes, index, one),
            (Parent::Plan, Record::Meeting(one)) => put(&mut self.meetings, index, one),
            (Parent::Plan, Record::Owner(one)) => put(&mut self.directory, index, one),
            (Parent::Plan, Record::Issued(one)) => put(&mut self.issued, index, *one),
            (Parent::Grid(id), record) => self.grid_mut(id).is_some_and(|grid| match record {
                Record::Priority(one) => put(&mut grid.priorities, index, one),
                Record::Objective(one) => put(&mut grid.objectives, index, *one),
                _ => false,
            }),
            (Parent::Objective(id), record) => self.objective_mut(id).is_some_and(|objective| match record {
                Record::Action(one) => put(&mut objective.actions, index, *one),
                Record::Outcome(one) => put(&mut objective.outcomes, index, one),
                _ => false,
            }),
            (Parent::Action(id), record) => self.action_mut(id).is_some_and(|action| match record {
                Record::Kpi(one) => put(&mut action.kpis, index, one),
                Record::Milestone(one) => put(&mut action.milestones, index, *one),
                Record::Update(one) => put(&mut action.updates, index, one),
                _ => false,
            }),
            (Parent::Plan, _) => false,
        }
    }

    /// Takes a record out, and says where it stood.
    pub(super) fn take(&mut self, id: RecordId) -> Option<(Place, Record)> {
        let under = |parent, index| Place { parent, index };
        match id {
            RecordId::Grid(id) => take(&mut self.grids, |one| one.id == id)
                .map(|(index, one)| (under(Parent::Plan, index), Record::Grid(Box::new(one)))),
            RecordId::Note(id) => take(&mut self.notes, |one| one.id == id)
                .map(|(index, one)| (under(Parent::Plan, index), Record::Note(one))),
            RecordId::Meeting(id) => take(&mut self.meetings, |one| one.id == id)
                .map(|(index, one)| (under(Parent::Plan, index), Record::Meeting(one))),
            RecordId::Owner(id) => take(&mut self.directory, |one| one.id == id)
                .map(|(index, one)| (under(Parent::Plan, index), Record::Owner(one))),
            RecordId::Issued(id) => take(&mut self.issued, |one| one.id == id)
                .map(|(index, one)| (under(Parent::Plan, index), Record::Issued(Box::new(one)))),
            RecordId::Priority(id) => self.grids.iter_mut().find_map(|grid| {
                let (index, one) = take(&mut grid.priorities, |one| one.id == id)?;
                Some((under(Parent::Grid(grid.id), index), Record::Priority(one)))
            }),
            RecordId::Objective(id) => self.grids.iter_mut().find_map(|grid| {
                let (index, one) = take(&mut grid.objectives, |one| one.id == id)?;
                Some((under(Parent::Grid(grid.id), index), Record::Objective(Box::new(one))))
            }),
            RecordId::Action(id) => self.grids.iter_mut().flat_map(|grid| &mut grid.objectives).find_map(|objective| {
                let (index, one) = take(&mut objective.actions, |one| one.id == id)?;
                Some((under(Parent::Objective(objective.id), index), Record::Action(Box::new(one))))
            }),
            RecordId::Outcome(id) => {
                self.grids.iter_mut().flat_map(|grid| &mut grid.objectives).find_map(|objective| {
                    let (index, one) = take(&mut objective.outcomes, |one| one.id == id)?;
                    Some((under(Parent::Objective(objective.id), index), Record::Outcome(one)))
                })
            }
            RecordId::Kpi(id) => self.actions_mut().find_map(|action| {
                let (index, one) = take(&mut action.kpis, |one| one.id == id)?;
                Some((under(Parent::Action(action.id), index), Record::Kpi(one)))
            }),
            RecordId::Milestone(id) => self.actions_mut().find_map(|action| {
                let (index, one) = take(&mut action.milestones, |one| one.id == id)?;
                Some((under(Parent::Action(action.id), index), Record::Milestone(Box::new(one))))
            }),
            RecordId::Update(id) => self.actions_mut().find_map(|action| {
                let (index, one) = take(&mut action.updates, |one| one.id == id)?;
                Some((under(Parent::Action(action.id), index), Record::Update(one)))
            }),
        }
    }

    /// A copy of a record with all that hangs on it.
    #[must_use]
    pub fn record(&self, id: RecordId) -> Option<Record> {
        let objectives = || self.grids.iter().flat_map(|grid| &grid.objectives);
        match id {
            RecordId::Grid(id) => self.grid(id).map(|one| Record::Grid(Box::new(one.clone()))),
            RecordId::Note(id) => self.notes.iter().find(|one| one.id == id).cloned().map(Record::Note),
            RecordId::Meeting(id) => self.meetings.iter().find(|one| one.id == id).cloned().map(Record::Meeting),
            RecordId::Owner(id) => self.directory.iter().find(|one| one.id == id).cloned().map(Record::Owner),
            RecordId::Issued(id) => {
                self.issued.iter().find(|one| one.id == id).cloned().map(|one| Record::Issued(Box::new(one)))
            }
            RecordId::Priority(id) => {
                let mut all = self.grids.iter().flat_map(|grid| &grid.priorities);
                all.find(|one| one.id == id).cloned().map(Record::Priority)
            }
            RecordId::Objective(id) => self.objective(id).map(|one| Record::Objective(Box::new(one.clone()))),
            RecordId::Action(id) => self.action(id).map(|one| Record::Action(Box::new(one.clone()))),
            RecordId::Outcome(id) => {
                let mut all = objectives().flat_map(|objective| &objective.outcomes);
                all.find(|one| one.id == id).cloned().map(Record::Outcome)
            }
            RecordId::Kpi(id) => {
                let mut all = self.actions().flat_map(|action| &action.kpis);
                all.find(|one| one.id == id).cloned().map(Record::Kpi)
            }
            RecordId::Milestone(id) => {
                let mut all = self.actions().flat_map(|action| &action.milestones);
                all.find(|one| one.id == id).cloned().map(|one| Record::Milestone(Box::new(one)))
            }
            RecordId::Update(id) => {
                let mut all = self.actions().flat_map(|action| &action.updates);
                all.find(|one| one.id == id).cloned().map(Record::Update)
            }
        }
    }
}
