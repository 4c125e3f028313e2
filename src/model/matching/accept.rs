//! The plan with the changes that were accepted, whichever they are.
//!
//! What stays keeps its order. What comes or moves stands after the one it stands after in the document, or after
//! the nearest before that which is there. What the document does not have and what is not accepted stays whole.

use std::collections::HashMap;

use super::super::columns::Shows;
use super::super::ids::RecordId;
use super::super::merge::{Kind, Subject};
use super::super::place::{Parent, Record};
use super::super::plan::{Grid, Objective, Plan};
use super::cells;
use super::change::Part;
use super::differences;
use super::document::Document;
use super::parts::{Parts, record_of};
use super::structure::Structure;

/// What was accepted.
#[derive(Clone, Debug, Default)]
pub(super) struct Chosen(HashMap<Subject, Vec<Part>>);

impl Chosen {
    pub(super) fn add(&mut self, subject: Subject, part: Part) {
        self.0.entry(subject).or_default().push(part);
    }

    fn of(&self, subject: Subject) -> &[Part] {
        self.0.get(&subject).map_or(&[], Vec::as_slice)
    }

    fn has(&self, id: RecordId, part: Part) -> bool {
        self.of(Subject::Record(id)).contains(&part)
    }

    pub(super) fn has_column(&self, shows: Shows) -> bool {
        self.of(Subject::Column(shows)).contains(&Part::Existence)
    }

    pub(super) fn has_heading(&self, shows: Shows) -> bool {
        self.of(Subject::Column(shows)).contains(&Part::Heading)
    }
}

/// Makes one plan of two.
pub(super) struct Assembly<'a> {
    pub(super) mine: &'a Parts,
    pub(super) document: &'a Document,
    pub(super) structure: &'a Structure,
    pub(super) chosen: &'a Chosen,
}

impl Assembly<'_> {
    /// The grids of the plan.
    pub(super) fn grids(&self) -> Vec<Grid> {
        self.list(Parent::Plan, Kind::Grid).into_iter().filter_map(|id| self.grid(id)).collect()
    }

    /// Whether something new comes: by itself, or with what it stands in.
    fn comes(&self, id: RecordId) -> bool {
        let theirs = &self.document.parts;
        match theirs.parent(id).and_then(record_of).filter(|parent| !self.mine.has(*parent)) {
            Some(parent) => self.comes(parent),
            None => self.chosen.has(id, Part::Existence),
        }
    }

    /// Whether something the document does not have goes: by itself, or with what it stands in.
    fn goes(&self, id: RecordId) -> bool {
        if self.document.parts.has(id) {
            return false;
        }
        self.chosen.has(id, Part::Existence)
            || self.mine.parent(id).and_then(record_of).is_some_and(|parent| self.goes(parent))
    }

    /// Whether something moves: only into what is there.
    fn moves(&self, id: RecordId) -> bool {
        self.structure.moved.contains(&id)
            && self.chosen.has(id, Part::Place)
            && self.document.parts.parent(id).and_then(record_of).is_none_or(|to| self.mine.has(to) || self.comes(to))
    }

    /// What stands in a list, in order. Grids and objectives that go are still in it: they stay while something in
    /// them does.
    fn list(&self, parent: Parent, kind: Kind) -> Vec<RecordId> {
        let can_hold = matches!(kind, Kind::Grid | Kind::Objective);
        let stays = |id: &RecordId| !self.moves(*id) && (can_hold || !self.goes(*id));
        let staying: Vec<RecordId> = self.mine.list(parent, kind).iter().copied().filter(stays).collect();
        let mut after: HashMap<Option<RecordId>, RecordId> = HashMap::new();
        let mut last = None;
        for id in self.document.parts.list(parent, kind).iter().copied() {
            let arrives = if self.mine.has(id) { self.moves(id) } else { self.comes(id) };
            if arrives {
                after.insert(last, id);
                last = Some(id);
            } else if self.mine.parent(id) == Some(parent) && !self.structure.moved.contains(&id) {
                last = Some(id);
            }
        }
        let mut order = Vec::with_capacity(staying.len() + after.len());
        for at in std::iter::once(None).chain(staying.into_iter().map(Some)) {
            order.extend(at);
            let mut at = at;
            while let Some(next) = after.remove(&at) {
                order.push(next);
                at = Some(next);
            }
        }
        order
    }

    fn grid(&self, id: RecordId) -> Option<Grid> {
        let Record::Grid(grid) = self.record(id)? else { return None };
        let Some(parent) = super::parts::as_parent(id) else { return Some(*grid) };
        let mut grid = *grid;
        for id in self.list(parent, Kind::Priority) {
            if let Some(Record::Priority(one)) = self.record(id) {
                grid.priorities.push(one);
            }
        }
        let objectives = self.list(parent, Kind::Objective);
        grid.objectives.extend(objectives.into_iter().filter_map(|id| self.objective(id)));
        let is_empty = grid.priorities.is_empty() && grid.objectives.is_empty();
        (!is_empty || !self.goes(id)).then_some(grid)
    }

    fn objective(&self, id: RecordId) -> Option<Objective> {
        let Record::Objective(objective) = self.record(id)? else { return None };
        let Some(parent) = super::parts::as_parent(id) else { return Some(*objective) };
        let mut objective = *objective;
        for id in self.list(parent, Kind::Action) {
            if let Some(Record::Action(one)) = self.record(id) {
                objective.actions.push(*one);
            }
        }
        for id in self.list(parent, Kind::Outcome) {
            if let Some(Record::Outcome(one)) = self.record(id) {
                objective.outcomes.push(one);
            }
        }
        let is_empty = objective.actions.is_empty() && objective.outcomes.is_empty();
        (!is_empty || !self.goes(id)).then_some(objective)
    }

    /// A record with what was accepted of it, and without what stands in it.
    fn record(&self, id: RecordId) -> Option<Record> {
        let theirs = self.document.parts.records.get(&id);
        let columns = &self.document.columns;
        let Some(mut record) = self.mine.records.get(&id).cloned() else {
            let mut record = theirs?.clone();
            if let Record::Action(action) = &mut record {
                // A column that is not wanted brings no cells.
                let is_wanted = |shows| !columns.is_new(shows) || self.chosen.has_column(shows);
                action.own.retain(|column, _| is_wanted(Shows::Own(*column)));
            }
            return Some(record);
        };
        let Some(theirs) = theirs else { return Some(record) };
        for part in self.chosen.of(Subject::Record(id)) {
            differences::take(&mut record, theirs, *part);
        }
        if let (Record::Action(mine), Record::Action(theirs)) = (&mut record, theirs) {
            for (column, _) in &columns.new {
                if self.chosen.has_column(column.shows) && cells::differ(mine, theirs, column.shows) {
                    cells::take(mine, theirs, column.shows);
                }
            }
        }
        Some(record)
    }
}

/// The front page with what was accepted of it, and no grids yet.
pub(super) fn front(plan: &Plan, document: &Document, words: &[(Part, &str)], chosen: &Chosen) -> Plan {
    let mut made = Plan { grids: Vec::new(), ..plan.clone() };
    for (part, words) in words {
        differences::take_of_plan(&mut made, *part, words);
    }
    for heading in document.columns.headings.iter().filter(|one| chosen.has_heading(one.shows)) {
        for column in made.columns.iter_mut().filter(|column| column.shows == heading.shows) {
            column.heading.clone_from(&heading.heading);
        }
    }
    for (column, before) in document.columns.new.iter().filter(|(column, _)| chosen.has_column(column.shows)) {
        let at = made.columns.iter().position(|known| Some(known.shows) == *before);
        made.columns.insert(at.map_or(made.columns.len(), |at| at + 1), column.clone());
    }
    made
}
