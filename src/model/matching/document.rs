//! The document as a plan of the same ids: what it shares with the plan has the plan's ids, and what is new has ids
//! of its own. What a document cannot hold is the plan's.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::super::action::{Action, Kpi, Milestone, Update};
use super::super::ids::{RecordId, StatusId};
use super::super::merge::Kind;
use super::super::place::{Parent, Record};
use super::super::plan::{Grid, Objective, Outcome, Plan, Priority};
use super::columns::Columns;
use super::fresh::Fresh;
use super::pairs::Pairs;
use super::parts::Parts;
use super::points;
use super::words::plain;

/// Which kinds of record a document has at all. What it has none of is not missing from it.
#[derive(Clone, Debug, Default)]
pub(super) struct Has(Vec<Kind>);

impl Has {
    fn of(document: &Plan) -> Self {
        let objectives = || document.grids.iter().flat_map(|grid| &grid.objectives);
        let kinds = [
            (Kind::Grid, document.grids.iter().any(is_named_grid)),
            (Kind::Objective, objectives().any(is_named_objective)),
            (Kind::Priority, document.grids.iter().any(|grid| !grid.priorities.is_empty())),
            (Kind::Outcome, objectives().any(|objective| !objective.outcomes.is_empty())),
            (Kind::Action, true),
        ];
        Self(kinds.into_iter().filter(|(_, has)| *has).map(|(kind, _)| kind).collect())
    }

    /// Whether the document has records of this kind.
    pub(super) fn any(&self, kind: Kind) -> bool {
        self.0.contains(&kind)
    }
}

fn is_named_grid(grid: &Grid) -> bool {
    !plain(&grid.full_title()).is_empty()
}

fn is_named_objective(objective: &Objective) -> bool {
    !plain(&objective.reference).is_empty() || !plain(&objective.statement).is_empty()
}

/// A document in the plan's ids.
#[derive(Clone, Debug)]
pub(super) struct Document {
    pub(super) parts: Parts,
    pub(super) columns: Columns,
    pub(super) has: Has,
}

/// What turns a document into one.
pub(super) struct Translation<'a, 'ids> {
    pub(super) plan: &'a Plan,
    pub(super) mine: &'a Parts,
    pub(super) pairs: &'a Pairs,
    pub(super) fresh: &'a mut Fresh<'ids>,
    /// The day a progress update is of that has to be newer than a dated one.
    pub(super) today: NaiveDate,
    pub(super) statuses: HashMap<StatusId, StatusId>,
    pub(super) parted: Parted,
}

/// Whether the document parts its rows into as many grids and objectives as the plan at all: one without a name is
/// then still a part of its own.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Parted {
    grids: bool,
    objectives: bool,
}

impl Parted {
    fn of(plan: &Plan, document: &Plan) -> Self {
        let objectives = |plan: &Plan| plan.grids.iter().map(|grid| grid.objectives.len()).sum::<usize>();
        Self {
            grids: document.grids.len() > 1 || plan.grids.len() <= 1,
            objectives: objectives(document) > 1 || objectives(plan) <= 1,
        }
    }
}

/// Where things stand that a document puts into something without a name: where they stand in the plan, and what is
/// new beside the one before it.
struct Home {
    own: Parent,
    is_told: bool,
    last: Option<Parent>,
}

impl Home {
    fn of(&mut self, id: RecordId, mine: &Parts) -> Parent {
        if self.is_told {
            return self.own;
        }
        if let Some(parent) = mine.parent(id) {
            self.last = Some(parent);
        }
        self.last.unwrap_or(self.own)
    }
}

impl Translation<'_, '_> {
    pub(super) fn document(mut self, document: &Plan, columns: Columns) -> Document {
        self.statuses = statuses(self.plan, document);
        self.parted = Parted::of(self.plan, document);
        let mut parts = Parts::default();
        let mut in_plan = Home { own: Parent::Plan, is_told: true, last: None };
        for grid in &document.grids {
            self.grid(grid, &mut in_plan, &columns, &mut parts);
        }
        Document { parts, columns, has: Has::of(document) }
    }

    fn id(&mut self, id: RecordId) -> RecordId {
        self.pairs.get(&id).copied().unwrap_or_else(|| self.fresh.like(id))
    }

    fn ids<'one, T>(&mut self, all: &'one [T], id: impl Fn(&T) -> RecordId) -> Vec<(RecordId, &'one T)> {
        all.iter().map(|one| (self.id(id(one)), one)).collect()
    }

    /// Whether the plan's own part has no name either.
    fn is_without_name(&self, id: RecordId) -> bool {
        match self.mine.records.get(&id) {
            Some(Record::Grid(grid)) => !is_named_grid(grid),
            Some(Record::Objective(objective)) => !is_named_objective(objective),
            _ => false,
        }
    }

    /// A home for what stands in something; of what has no name, that of the first one the plan knows.
    fn home(&self, own: Parent, is_told: bool, mut inside: impl Iterator<Item = RecordId>) -> Home {
        let is_known = super::parts::record_of(own).is_some_and(|id| self.mine.has(id));
        let first = inside.find_map(|id| self.mine.parent(id));
        Home { own, is_told, last: if is_known { None } else { first } }
    }

    fn grid(&mut self, grid: &Grid, home: &mut Home, columns: &Columns, parts: &mut Parts) {
        let RecordId::Grid(id) = self.id(RecordId::Grid(grid.id)) else { return };
        let priorities = self.ids(&grid.priorities, |one| RecordId::Priority(one.id));
        let objectives = self.ids(&grid.objectives, |one| RecordId::Objective(one.id));
        let is_named = is_named_grid(grid) || (self.parted.grids && self.is_without_name(RecordId::Grid(id)));
        let all = || priorities.iter().map(|(id, _)| *id).chain(objectives.iter().map(|(id, _)| *id));
        let mut inside = self.home(Parent::Grid(id), is_named, all());
        let homes: Vec<Parent> = all().map(|one| inside.of(one, self.mine)).collect();
        let is_used = is_named || self.mine.has(RecordId::Grid(id)) || homes.contains(&Parent::Grid(id));
        if is_used || homes.is_empty() {
            let bare = Grid { id, ..super::parts::bare_grid(grid) };
            parts.put(home.of(RecordId::Grid(id), self.mine), Record::Grid(Box::new(bare)));
        }
        let mut homes = homes.into_iter();
        for ((id, one), home) in priorities.iter().zip(homes.by_ref()) {
            if let RecordId::Priority(id) = *id {
                parts.put(home, Record::Priority(Priority { id, text: one.text.clone() }));
            }
        }
        for ((id, one), home) in objectives.iter().zip(homes) {
            self.objective(*id, one, home, columns, parts);
        }
    }

    fn objective(&mut self, id: RecordId, objective: &Objective, home: Parent, columns: &Columns, parts: &mut Parts) {
        let RecordId::Objective(own) = id else { return };
        let actions = self.ids(&objective.actions, |one| RecordId::Action(one.id));
        let outcomes = self.ids(&objective.outcomes, |one| RecordId::Outcome(one.id));
        let is_named = is_named_objective(objective) || (self.parted.objectives && self.is_without_name(id));
        let all = || actions.iter().map(|(id, _)| *id).chain(outcomes.iter().map(|(id, _)| *id));
        let mut inside = self.home(Parent::Objective(own), is_named, all());
        let homes: Vec<Parent> = all().map(|one| inside.of(one, self.mine)).collect();
        let is_used = is_named || self.mine.has(id) || homes.contains(&Parent::Objective(own));
        if is_used || homes.is_empty() {
            // One without a name says nothing of where it stands.
            let known = self.mine.parent(id).filter(|_| !is_named);
            let bare = Objective { id: own, ..super::parts::bare_objective(objective) };
            parts.put(known.unwrap_or(home), Record::Objective(Box::new(bare)));
        }
        let mut homes = homes.into_iter();
        for ((id, one), home) in actions.iter().zip(homes.by_ref()) {
            let action = self.action(*id, one, columns);
            parts.put(home, Record::Action(Box::new(action)));
        }
        for ((id, one), home) in outcomes.iter().zip(homes) {
            if let RecordId::Outcome(id) = *id {
                parts.put(home, Record::Outcome(Outcome { id, text: one.text.clone() }));
            }
        }
    }

    /// An action in the plan's ids, read by the plan's period and directory.
    fn action(&mut self, id: RecordId, action: &Action, columns: &Columns) -> Action {
        let known = match self.mine.records.get(&id) {
            Some(Record::Action(known)) => Some(known.as_ref()),
            _ => None,
        };
        let RecordId::Action(id) = id else { return action.clone() };
        let mut made = Action::blank(id);
        made.description.clone_from(&action.description);
        made.when = action.when.reread(&self.plan.period);
        made.owners = action.owners.reread(&self.plan.directory);
        made.kpis = self.kpis(known, action);
        made.milestones = self.milestones(known, action);
        made.updates = self.updates(known, action);
        made.status = action.status.and_then(|status| self.statuses.get(&status).copied());
        for (column, text) in &action.own {
            if let Some(column) = columns.own(*column).filter(|_| !text.is_empty()) {
                made.own.insert(column, text.clone());
            }
        }
        made
    }

    fn kpis(&mut self, known: Option<&Action>, action: &Action) -> Vec<Kpi> {
        let known = known.map_or(&[][..], |known| &known.kpis);
        let texts = |kpis: &[Kpi]| kpis.iter().map(|one| one.text.clone()).collect::<Vec<_>>();
        let found = points::same(&texts(known), &texts(&action.kpis));
        let each = action.kpis.iter().zip(found);
        each.map(|(one, found)| match found {
            // All but the words stays.
            Some(at) if plain(&known[at].text) == plain(&one.text) => known[at].clone(),
            Some(at) => {
                let mut changed = known[at].clone();
                changed.text.clone_from(&one.text);
                changed
            }
            None => Kpi::of(self.fresh.draw(super::super::IdMaker::kpi, |id| id.number()), one.text.clone()),
        })
        .collect()
    }

    fn milestones(&mut self, known: Option<&Action>, action: &Action) -> Vec<Milestone> {
        let known = known.map_or(&[][..], |known| &known.milestones);
        let texts = |all: &[Milestone]| all.iter().map(|one| one.text().to_owned()).collect::<Vec<_>>();
        let found = points::same(&texts(known), &texts(&action.milestones));
        let each = action.milestones.iter().zip(found);
        each.map(|(one, found)| match found {
            Some(at) if plain(known[at].text()) == plain(one.text()) => known[at].clone(),
            Some(at) => {
                let known = &known[at];
                let changed = Milestone::read(known.id, one.text(), known.beside().cloned(), &self.plan.period);
                changed.of_event(known.event())
            }
            None => {
                let id = self.fresh.draw(super::super::IdMaker::milestone, |id| id.number());
                Milestone::read(id, one.text(), one.beside().cloned(), &self.plan.period)
            }
        })
        .collect()
    }

    /// The document's progress as an update that is the newest of the action. It has a day only where it would not be
    /// the newest without one.
    fn updates(&mut self, known: Option<&Action>, action: &Action) -> Vec<Update> {
        let newest = known.and_then(Action::newest_update).and_then(|update| update.on);
        let each = action.updates.iter();
        each.map(|one| Update {
            id: self.fresh.draw(super::super::IdMaker::update, |id| id.number()),
            on: one.on.max(newest.map(|day| day.max(self.today))),
            by: one.by.clone(),
            text: one.text.clone(),
            status: None,
        })
        .collect()
    }
}

/// The plan's status for each of the document's: the one with its word, or its letter, or its meaning.
fn statuses(plan: &Plan, document: &Plan) -> HashMap<StatusId, StatusId> {
    let alike = |one: &str, other: &str| super::super::owners::same_name(one, other);
    let found = document.statuses.iter().filter_map(|theirs| {
        let mut mine = plan.statuses.iter();
        let named = mine.clone().find(|mine| alike(&mine.word, &theirs.word));
        let meant = mine.find(|mine| mine.meaning == theirs.meaning);
        named.or(meant).map(|mine| (theirs.id, mine.id))
    });
    found.collect()
}
