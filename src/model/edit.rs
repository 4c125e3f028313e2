//! Edits: the only way a plan changes. Applying one gives back the edit that takes it back.
//!
//! *Architecture invariant:* [`Plan::apply`] either applies the whole edit or leaves the plan untouched,
//! and applying what it returned restores the plan exactly.

mod fields;

pub use fields::{
    ActionField, EditError, GridField, MeasureField, MeetingField, MilestoneField, ObjectiveField, OwnerField,
    PlanField, UpdateField,
};

use super::accepted::AcceptedFinding;
use super::action::Milestone;
use super::ids::{
    ActionId, GridId, KpiId, MeetingId, MilestoneId, NoteId, ObjectiveId, OutcomeId, OwnerId, PriorityId, RecordId,
    StatusId, UpdateId,
};
use super::place::{Parent, Place, Record};
use super::plan::Plan;

/// A change to a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Sets a field of the plan itself.
    Plan(PlanField),
    /// Sets a field of a grid.
    Grid(GridId, GridField),
    /// Sets the line of a key priority.
    Priority(PriorityId, String),
    /// Sets a field of an objective.
    Objective(ObjectiveId, ObjectiveField),
    /// Sets the line of an expected outcome.
    Outcome(OutcomeId, String),
    /// Sets a field of an action.
    Action(ActionId, ActionField),
    /// Sets the sentence of a KPI.
    Kpi(KpiId, String),
    /// Sets a field of a KPI's measure.
    Measure(KpiId, MeasureField),
    /// Sets a field of a milestone.
    Milestone(MilestoneId, MilestoneField),
    /// Sets a field of a progress update.
    Update(UpdateId, UpdateField),
    /// Sets the words of a note.
    Note(NoteId, String),
    /// Sets a field of a board meeting.
    Meeting(MeetingId, MeetingField),
    /// Sets a field of an owner of the directory.
    Owner(OwnerId, OwnerField),
    /// Leaves a finding as it is, for this reason; without one (or with an empty one) it is asked about again.
    Accept(AcceptedFinding, Option<String>),
    /// Puts a record in.
    Insert(Place, Record),
    /// Takes a record out, with all that hangs on it.
    Remove(RecordId),
    /// Moves a record. The place is counted with the record already taken out.
    Move(RecordId, Place),
    /// Several edits as one, in order.
    Batch(Vec<Edit>),
    /// Puts a whole plan in the place of this one: what two people's changes were joined to, or a backup. Its
    /// invariants must hold.
    Replace(Box<Plan>),
}

use std::mem::replace;

impl Plan {
    /// Applies an edit and gives back the one that takes it back.
    ///
    /// # Errors
    /// Says why the edit cannot be applied; the plan is then untouched.
    pub fn apply(&mut self, edit: Edit) -> Result<Edit, EditError> {
        match edit {
            Edit::Plan(field) => self.apply_to_plan(field).map(Edit::Plan),
            Edit::Grid(id, field) => self.apply_to_grid(id, field).map(|old| Edit::Grid(id, old)),
            Edit::Priority(id, text) => {
                let one = self.grids.iter_mut().flat_map(|grid| &mut grid.priorities).find(|one| one.id == id);
                set_text(one.map(|one| &mut one.text), text).map(|old| Edit::Priority(id, old))
            }
            Edit::Objective(id, field) => self.apply_to_objective(id, field).map(|old| Edit::Objective(id, old)),
            Edit::Outcome(id, text) => {
                let mut objectives = self.grids.iter_mut().flat_map(|grid| &mut grid.objectives);
                let one = objectives.find_map(|objective| objective.outcomes.iter_mut().find(|one| one.id == id));
                set_text(one.map(|one| &mut one.text), text).map(|old| Edit::Outcome(id, old))
            }
            Edit::Action(id, field) => self.apply_to_action(id, field).map(|old| Edit::Action(id, old)),
            Edit::Kpi(id, text) => {
                let one = self.find_in_actions(|action| action.kpis.iter_mut().find(|one| one.id == id));
                set_text(one.map(|one| &mut one.text), text).map(|old| Edit::Kpi(id, old))
            }
            Edit::Measure(id, field) => self.apply_to_measure(id, field).map(|old| Edit::Measure(id, old)),
            Edit::Milestone(id, field) => self.apply_to_milestone(id, field).map(|old| Edit::Milestone(id, old)),
            Edit::Update(id, field) => self.apply_to_update(id, field).map(|old| Edit::Update(id, old)),
            Edit::Note(id, text) => {
                let one = self.notes.iter_mut().find(|one| one.id == id);
                set_text(one.map(|one| &mut one.text), text).map(|old| Edit::Note(id, old))
            }
            Edit::Meeting(id, field) => self.apply_to_meeting(id, field).map(|old| Edit::Meeting(id, old)),
            Edit::Owner(id, field) => self.apply_to_owner(id, field).map(|old| Edit::Owner(id, old)),
            Edit::Accept(finding, reason) => {
                let old = match reason.filter(|reason| !reason.is_empty()) {
                    Some(reason) => self.accepted.insert(finding.clone(), reason),
                    None => self.accepted.remove(&finding),
                };
                Ok(Edit::Accept(finding, old))
            }
            Edit::Insert(place, record) => self.insert(place, record),
            Edit::Remove(id) => {
                let (place, record) = self.take(id).ok_or(EditError::NoSuchRecord)?;
                self.reread_for(&record);
                Ok(Edit::Insert(place, record))
            }
            Edit::Move(id, to) => self.move_record(id, to),
            Edit::Batch(edits) => self.apply_batch(edits),
            Edit::Replace(plan) => Ok(Edit::Replace(Box::new(replace(self, *plan)))),
        }
    }

    fn apply_batch(&mut self, edits: Vec<Edit>) -> Result<Edit, EditError> {
        let mut inverses = Vec::with_capacity(edits.len());
        for edit in edits {
            match self.apply(edit) {
                Ok(inverse) => inverses.push(inverse),
                Err(error) => {
                    // Each inverse belongs to the state it came from, so taking back cannot fail.
                    while let Some(inverse) = inverses.pop() {
                        self.apply(inverse)?;
                    }
                    return Err(error);
                }
            }
        }
        inverses.reverse();
        Ok(Edit::Batch(inverses))
    }

    fn insert(&mut self, place: Place, mut record: Record) -> Result<Edit, EditError> {
        let mut new_ids = Vec::new();
        record.visit_ids(&mut |id| new_ids.push(id));
        new_ids.sort_unstable();
        let mut met = new_ids.windows(2).any(|pair| pair[0] == pair[1]);
        self.visit_ids(&mut |id| met |= new_ids.binary_search(&id).is_ok());
        if met {
            return Err(EditError::IdInUse);
        }
        if matches!(&record, Record::Issued(one) if !one.said.issued.is_empty()) {
            return Err(EditError::NoSuchPlace);
        }
        self.check_statuses_in(&record)?;
        self.reread_record(&mut record);
        let id = record.id();
        let directory_changed = matches!(record, Record::Owner(_));
        if !self.put(place, record) {
            return Err(EditError::NoSuchPlace);
        }
        if directory_changed {
            self.reread();
        }
        Ok(Edit::Remove(id))
    }

    fn move_record(&mut self, id: RecordId, to: Place) -> Result<Edit, EditError> {
        let (from, record) = self.take(id).ok_or(EditError::NoSuchRecord)?;
        if self.put(to, record.clone()) {
            return Ok(Edit::Move(id, from));
        }
        self.put(from, record);
        Err(EditError::NoSuchPlace)
    }

    fn find_in_actions<'plan, T>(
        &'plan mut self,
        find: impl Fn(&'plan mut super::Action) -> Option<&'plan mut T>,
    ) -> Option<&'plan mut T> {
        self.grids
            .iter_mut()
            .flat_map(|grid| &mut grid.objectives)
            .flat_map(|objective| &mut objective.actions)
            .find_map(find)
    }

    /// After a directory entry went or came, every owner cell is read anew.
    fn reread_for(&mut self, record: &Record) {
        if matches!(record, Record::Owner(_)) {
            self.reread();
        }
    }

    fn reread_record(&self, record: &mut Record) {
        match record {
            Record::Grid(grid) => {
                for action in grid.objectives.iter_mut().flat_map(|objective| &mut objective.actions) {
                    self.reread_action(action);
                }
            }
            Record::Objective(objective) => {
                objective.actions.iter_mut().for_each(|action| self.reread_action(action));
            }
            Record::Action(action) => self.reread_action(action),
            Record::Milestone(milestone) => **milestone = milestone.reread(&self.period),
            Record::Meeting(meeting) => meeting.when = meeting.when.reread(&self.period),
            _ => {}
        }
    }

    fn reread_action(&self, action: &mut super::Action) {
        action.when = action.when.reread(&self.period);
        action.owners = action.owners.reread(&self.directory);
        for milestone in &mut action.milestones {
            *milestone = milestone.reread(&self.period);
        }
    }

    fn check_status(&self, status: Option<StatusId>) -> Result<(), EditError> {
        if status.is_none() || self.status_of(status).is_some() { Ok(()) } else { Err(EditError::NoSuchStatus) }
    }

    fn check_statuses_in(&self, record: &Record) -> Result<(), EditError> {
        let check = |action: &super::Action| {
            self.check_status(action.status)?;
            action.updates.iter().try_for_each(|update| self.check_status(update.status))
        };
        match record {
            Record::Grid(grid) => grid.actions().try_for_each(check),
            Record::Objective(objective) => objective.actions.iter().try_for_each(check),
            Record::Action(action) => check(action),
            Record::Update(update) => self.check_status(update.status),
            _ => Ok(()),
        }
    }

    fn apply_to_plan(&mut self, field: PlanField) -> Result<PlanField, EditError> {
        Ok(match field {
            PlanField::Title(new) => PlanField::Title(replace(&mut self.title, new)),
            PlanField::Partnership(new) => PlanField::Partnership(replace(&mut self.partnership, new)),
            PlanField::Period(new) => {
                let old = replace(&mut self.period, new);
                self.reread();
                PlanField::Period(old)
            }
            PlanField::Status(new) => PlanField::Status(replace(&mut self.status, new)),
            PlanField::Version(new) => PlanField::Version(replace(&mut self.version, new)),
            PlanField::Marking(new) => PlanField::Marking(replace(&mut self.marking, new)),
            PlanField::FrontMatter(new) => PlanField::FrontMatter(replace(&mut self.front_matter, new)),
            PlanField::Headings(new) => PlanField::Headings(replace(&mut self.headings, new)),
            PlanField::Columns(new) => {
                let twice = |column: &super::Column| new.iter().filter(|other| other.shows == column.shows).count() > 1;
                if new.is_empty() || new.iter().any(twice) {
                    return Err(EditError::BadColumns);
                }
                PlanField::Columns(replace(&mut self.columns, new))
            }
            PlanField::Statuses(new) => {
                let stays = |used: Option<StatusId>| used.is_none_or(|id| new.iter().any(|status| status.id == id));
                let all_stay = self
                    .actions()
                    .all(|action| stays(action.status) && action.updates.iter().all(|update| stays(update.status)));
                if !all_stay {
                    return Err(EditError::StatusInUse);
                }
                PlanField::Statuses(replace(&mut self.statuses, new))
            }
        })
    }

    fn apply_to_grid(&mut self, id: GridId, field: GridField) -> Result<GridField, EditError> {
        let grid = self.grid_mut(id).ok_or(EditError::NoSuchRecord)?;
        Ok(match field {
            GridField::Reference(new) => GridField::Reference(replace(&mut grid.reference, new)),
            GridField::Title(new) => GridField::Title(replace(&mut grid.title, new)),
            GridField::PrioritiesHeading(new) => {
                GridField::PrioritiesHeading(replace(&mut grid.priorities_heading, new))
            }
        })
    }

    fn apply_to_objective(&mut self, id: ObjectiveId, field: ObjectiveField) -> Result<ObjectiveField, EditError> {
        let objective = self.objective_mut(id).ok_or(EditError::NoSuchRecord)?;
        Ok(match field {
            ObjectiveField::Reference(new) => ObjectiveField::Reference(replace(&mut objective.reference, new)),
            ObjectiveField::Statement(new) => ObjectiveField::Statement(replace(&mut objective.statement, new)),
        })
    }

    fn apply_to_action(&mut self, id: ActionId, field: ActionField) -> Result<ActionField, EditError> {
        // What is read depends on the plan, so it is read before the action is borrowed.
        let field = match field {
            ActionField::Owners(new) => ActionField::Owners(new.reread(&self.directory)),
            ActionField::When(new) => ActionField::When(new.reread(&self.period)),
            ActionField::Status(new) => {
                self.check_status(new)?;
                ActionField::Status(new)
            }
            other => other,
        };
        let action = self.action_mut(id).ok_or(EditError::NoSuchRecord)?;
        Ok(match field {
            ActionField::Description(new) => ActionField::Description(replace(&mut action.description, new)),
            ActionField::Owners(new) => ActionField::Owners(replace(&mut action.owners, new)),
            ActionField::When(new) => ActionField::When(replace(&mut action.when, new)),
            ActionField::Status(new) => ActionField::Status(replace(&mut action.status, new)),
            ActionField::Own(column, new) => {
                let old = if new.is_empty() { action.own.remove(&column) } else { action.own.insert(column, new) };
                ActionField::Own(column, old.unwrap_or_default())
            }
        })
    }

    fn apply_to_milestone(&mut self, id: MilestoneId, field: MilestoneField) -> Result<MilestoneField, EditError> {
        let period = self.period.clone();
        let milestone = self
            .find_in_actions(|action| action.milestones.iter_mut().find(|one| one.id == id))
            .ok_or(EditError::NoSuchRecord)?;
        let (text, beside, event) = (milestone.text().to_owned(), milestone.beside().cloned(), milestone.event());
        let (text, beside, event, old) = match field {
            MilestoneField::Text(new) => (new, beside, event, MilestoneField::Text(text)),
            MilestoneField::Beside(new) => (text, new, event, MilestoneField::Beside(beside)),
            MilestoneField::Event(new) => (text, beside, new, MilestoneField::Event(event)),
        };
        *milestone = Milestone::read(id, text, beside, &period).of_event(event);
        Ok(old)
    }

    fn apply_to_measure(&mut self, id: KpiId, field: MeasureField) -> Result<MeasureField, EditError> {
        let kpi = self.find_in_actions(|action| action.kpis.iter_mut().find(|one| one.id == id));
        let measure = &mut kpi.ok_or(EditError::NoSuchRecord)?.measure;
        Ok(match field {
            MeasureField::Baseline(new) => MeasureField::Baseline(replace(&mut measure.baseline, new)),
            MeasureField::Target(new) => MeasureField::Target(replace(&mut measure.target, new)),
            MeasureField::Direction(new) => MeasureField::Direction(replace(&mut measure.direction, new)),
            MeasureField::Counted(new) => MeasureField::Counted(replace(&mut measure.counted, new)),
            MeasureField::Actual(quarter, new) => {
                let actuals = &mut measure.actuals;
                let old = if new.is_empty() { actuals.remove(&quarter) } else { actuals.insert(quarter, new) };
                MeasureField::Actual(quarter, old.unwrap_or_default())
            }
        })
    }

    fn apply_to_update(&mut self, id: UpdateId, field: UpdateField) -> Result<UpdateField, EditError> {
        if let UpdateField::Status(status) = field {
            self.check_status(status)?;
        }
        let update = self
            .find_in_actions(|action| action.updates.iter_mut().find(|one| one.id == id))
            .ok_or(EditError::NoSuchRecord)?;
        Ok(match field {
            UpdateField::On(new) => UpdateField::On(replace(&mut update.on, new)),
            UpdateField::By(new) => UpdateField::By(replace(&mut update.by, new)),
            UpdateField::Text(new) => UpdateField::Text(replace(&mut update.text, new)),
            UpdateField::Status(new) => UpdateField::Status(replace(&mut update.status, new)),
        })
    }

    fn apply_to_meeting(&mut self, id: MeetingId, field: MeetingField) -> Result<MeetingField, EditError> {
        let period = self.period.clone();
        let meeting = self.meetings.iter_mut().find(|one| one.id == id).ok_or(EditError::NoSuchRecord)?;
        Ok(match field {
            MeetingField::Name(new) => MeetingField::Name(replace(&mut meeting.name, new)),
            MeetingField::When(new) => MeetingField::When(replace(&mut meeting.when, new.reread(&period))),
        })
    }

    fn apply_to_owner(&mut self, id: OwnerId, field: OwnerField) -> Result<OwnerField, EditError> {
        let owner = self.directory.iter_mut().find(|one| one.id == id).ok_or(EditError::NoSuchRecord)?;
        let old = match field {
            OwnerField::Name(new) => OwnerField::Name(replace(&mut owner.name, new)),
            OwnerField::Also(new) => OwnerField::Also(replace(&mut owner.also, new)),
            OwnerField::Email(new) => return Ok(OwnerField::Email(replace(&mut owner.email, new))),
        };
        self.reread();
        Ok(old)
    }
}

fn set_text(place: Option<&mut String>, text: String) -> Result<String, EditError> {
    place.map(|place| replace(place, text)).ok_or(EditError::NoSuchRecord)
}

impl Edit {
    /// Whether both set the same field of the same record, so that typing in it is one step of undo. An update that
    /// was put in with its first words takes the rest of them too.
    #[must_use]
    pub fn sets_same_field_as(&self, other: &Self) -> bool {
        use std::mem::discriminant as kind;
        match (self, other) {
            (Self::Plan(left), Self::Plan(right)) => kind(left) == kind(right),
            (Self::Grid(one, left), Self::Grid(two, right)) => one == two && kind(left) == kind(right),
            (Self::Priority(one, _), Self::Priority(two, _)) => one == two,
            (Self::Objective(one, left), Self::Objective(two, right)) => one == two && kind(left) == kind(right),
            (Self::Outcome(one, _), Self::Outcome(two, _)) => one == two,
            (Self::Action(one, ActionField::Own(left, _)), Self::Action(two, ActionField::Own(right, _))) => {
                one == two && left == right
            }
            (Self::Action(one, left), Self::Action(two, right)) => one == two && kind(left) == kind(right),
            (Self::Kpi(one, _), Self::Kpi(two, _)) => one == two,
            (Self::Measure(one, MeasureField::Actual(left, _)), Self::Measure(two, MeasureField::Actual(right, _))) => {
                one == two && left == right
            }
            (Self::Measure(one, left), Self::Measure(two, right)) => one == two && kind(left) == kind(right),
            (Self::Milestone(one, left), Self::Milestone(two, right)) => one == two && kind(left) == kind(right),
            // The first words of an update put it in; the rest of them are typed into it.
            (Self::Insert(_, Record::Update(put_in)), Self::Update(id, UpdateField::Text(_))) => {
                put_in.id == *id && !put_in.text.is_empty()
            }
            (Self::Update(one, left), Self::Update(two, right)) => one == two && kind(left) == kind(right),
            (Self::Note(one, _), Self::Note(two, _)) => one == two,
            (Self::Meeting(one, left), Self::Meeting(two, right)) => one == two && kind(left) == kind(right),
            (Self::Owner(one, left), Self::Owner(two, right)) => one == two && kind(left) == kind(right),
            _ => false,
        }
    }

    /// A removal of this record from wherever it stands.
    #[must_use]
    pub fn remove_action(id: ActionId) -> Self {
        Self::Remove(RecordId::Action(id))
    }

    /// A move of an action to a position under an objective.
    #[must_use]
    pub fn move_action(id: ActionId, objective: ObjectiveId, index: usize) -> Self {
        Self::Move(RecordId::Action(id), Place { parent: Parent::Objective(objective), index })
    }
}
