//! Changes in words, in the order of the plan, each under its grid and objective.
//!
//! It must not change anything.

use std::collections::HashMap;

use super::super::columns::Column;
use super::super::ids::RecordId;
use super::super::merge::Subject;
use super::super::merge::by_subject::KeySet;
use super::super::merge::names::{Names, add_names};
use super::super::place::{Parent, Record};
use super::super::plan::Plan;
use super::Matching;
use super::accept::Chosen;
use super::change::{Change, Kind, Part};
use super::differences::{self, Difference};
use super::parts::{Parts, kind, record_of};
use super::structure::headline;
use super::{cells, contents};

/// What was found, still without its place in words.
struct Found {
    subject: Subject,
    part: Part,
    kind: Kind,
    before: Option<String>,
    after: Option<String>,
}

/// All changes, and how many actions are the same.
pub(super) fn changes(matching: &Matching, front: Vec<Difference>) -> (Vec<Change>, usize) {
    let mut found: Vec<Found> = front.into_iter().map(changed).collect();
    found.extend(matching.document.columns.new.iter().map(|(column, _)| new_column(matching, column)));
    let shared = matching
        .mine
        .in_order()
        .iter()
        .copied()
        .filter_map(|id| Some((id, matching.mine.records.get(&id)?, matching.document.parts.records.get(&id)?)));
    let mut same = 0;
    for (id, mine, theirs) in shared {
        let before = found.len();
        let words = differences::of_records(&matching.plan, mine, theirs, &matching.document.columns);
        found.extend(words.into_iter().map(changed));
        if matching.structure.moved.contains(&id) {
            found.push(moved(matching, id));
        }
        same += usize::from(found.len() == before && matches!(id, RecordId::Action(_)));
    }
    found.extend(matching.structure.added.iter().map(|id| came_or_went(matching, *id, Kind::Added)));
    found.extend(matching.structure.missing.iter().map(|id| came_or_went(matching, *id, Kind::Missing)));
    (in_order(matching, found), same)
}

fn changed(difference: Difference) -> Found {
    let Difference { subject, part, before, after } = difference;
    Found { subject, part, kind: Kind::Changed, before: Some(before), after: Some(after) }
}

/// A column with the cells it brings to rows that are there already.
fn new_column(matching: &Matching, column: &Column) -> Found {
    let mut lines = vec![column.heading.clone()];
    for standing in matching.plan.standings() {
        let id = RecordId::Action(standing.action.id);
        if let Some(Record::Action(theirs)) = matching.document.parts.records.get(&id)
            && cells::differ(standing.action, theirs, column.shows)
        {
            let words = cells::words(&matching.plan, theirs, column.shows);
            lines.push(format!("{}: {words}", standing.reference()));
        }
    }
    let subject = Subject::Column(column.shows);
    Found { subject, part: Part::Existence, kind: Kind::Added, before: None, after: Some(lines.join("\n")) }
}

fn came_or_went(matching: &Matching, id: RecordId, kind: Kind) -> Found {
    let (parts, others) = if kind == Kind::Added {
        (&matching.document.parts, &matching.mine)
    } else {
        (&matching.mine, &matching.document.parts)
    };
    let words = Some(contents::of(matching, parts, others, id));
    let (before, after) = if kind == Kind::Added { (None, words) } else { (words, None) };
    Found { subject: Subject::Record(id), part: Part::Existence, kind, before, after }
}

fn moved(matching: &Matching, id: RecordId) -> Found {
    let (mine, theirs) = (&matching.mine, &matching.document.parts);
    let parents = (mine.parent(id), theirs.parent(id));
    let [before, after] = if parents.0 == parents.1 {
        [mine, theirs].map(|parts| beside(parts, id))
    } else {
        [(mine, parents.0), (theirs, parents.1)].map(|(parts, parent)| stands_in(parts, mine, parent))
    };
    Found {
        subject: Subject::Record(id),
        part: Part::Place,
        kind: Kind::Moved,
        before: Some(before),
        after: Some(after),
    }
}

/// What something stands in, in the plan's own words where it has them.
fn stands_in(parts: &Parts, mine: &Parts, parent: Option<Parent>) -> String {
    let id = parent.and_then(record_of);
    let record = id.and_then(|id| mine.records.get(&id).or_else(|| parts.records.get(&id)));
    record.map(headline).unwrap_or_default()
}

/// What something stands after in its list.
fn beside(parts: &Parts, id: RecordId) -> String {
    let list = parts.parent(id).map_or(&[][..], |parent| parts.list(parent, kind(id)));
    let at = list.iter().position(|one| *one == id).unwrap_or_default();
    let before = at.checked_sub(1).and_then(|at| parts.records.get(&list[at])).map(headline);
    before.map_or_else(|| "at the start".to_owned(), |words| format!("after “{words}”"))
}

/// Puts the changes in the order they have in the plan with all of them.
fn in_order(matching: &Matching, found: Vec<Found>) -> Vec<Change> {
    let mut all = Chosen::default();
    for one in found.iter().filter(|one| one.kind != Kind::Missing) {
        all.add(one.subject, one.part);
    }
    let whole = Plan {
        grids: matching.assembly(&all).grids(),
        columns: matching.plan.columns.iter().cloned().chain(new_columns(matching)).collect(),
        ..Plan::clone(&matching.plan)
    };
    let mut wanted: KeySet<Subject> = found.iter().map(|one| one.subject).collect();
    let places = Parts::of(&whole);
    wanted.extend(
        places.in_order().iter().copied().filter(|id| super::parts::as_parent(*id).is_some()).map(Subject::Record),
    );
    let mut names = Names::default();
    add_names(&matching.plan, &wanted, &mut names);
    add_names(&whole, &wanted, &mut names);
    let ranks: HashMap<RecordId, usize> = (1..).zip(places.in_order()).map(|(rank, id)| (*id, rank)).collect();
    let rank = |one: &Found| match one.subject {
        Subject::Record(id) => ranks.get(&id).copied().unwrap_or(usize::MAX),
        _ => 0,
    };
    let mut found = found;
    found.sort_by_key(rank);
    let mut told: Vec<Change> = found.into_iter().map(|one| change(matching, &places, &names, one)).collect();
    let added = |change: &Change| match change.subject {
        Subject::Record(id) if change.kind == Kind::Added => Some(id),
        _ => None,
    };
    let added: HashMap<RecordId, usize> =
        told.iter().enumerate().filter_map(|(at, change)| Some((added(change)?, at))).collect();
    for change in told.iter_mut().filter(|change| change.kind == Kind::Moved) {
        change.needs = needed(matching, change.subject).and_then(|id| added.get(&id).copied());
    }
    told
}

fn new_columns(matching: &Matching) -> impl Iterator<Item = Column> {
    matching.document.columns.new.iter().map(|(column, _)| column.clone())
}

/// The new record that something moves into, or the one that stands in.
fn needed(matching: &Matching, moved: Subject) -> Option<RecordId> {
    let Subject::Record(mut id) = moved else { return None };
    let mut needed = None;
    while let Some(parent) = matching.document.parts.parent(id).and_then(record_of) {
        if !matching.mine.has(parent) {
            needed = Some(parent);
        }
        id = parent;
    }
    needed
}

fn change(matching: &Matching, places: &Parts, names: &Names, found: Found) -> Change {
    let Found { subject, part, kind, before, after } = found;
    let [grid, objective] = group(places, subject);
    let place = place(matching, names, subject, part, kind);
    let known_by = known_by(matching, subject, part);
    Change { subject, part, kind, place, known_by, grid, objective, before, after, needs: None }
}

/// The headings of the grid and of the objective something is in.
fn group(places: &Parts, subject: Subject) -> [String; 2] {
    let mut group = [String::new(), String::new()];
    let Subject::Record(id) = subject else { return group };
    let mut at = Some(id);
    while let Some(id) = at {
        match places.records.get(&id) {
            Some(record @ Record::Grid(_)) => group[0] = headline(record),
            Some(record @ Record::Objective(_)) => group[1] = headline(record),
            _ => {}
        }
        at = places.parent(id).and_then(record_of);
    }
    group
}

fn place(matching: &Matching, names: &Names, subject: Subject, part: Part, kind: Kind) -> String {
    let name = || names.get(&subject).cloned().unwrap_or_default();
    let field = match part {
        Part::Existence if kind == Kind::Added => return place_of_new(matching, names, subject),
        Part::Existence | Part::Text => return name(),
        Part::FrontMatter => return "What stands before the first grid".to_owned(),
        Part::Place => "where it stands",
        Part::Title => "title",
        Part::Partnership => "partnership",
        Part::DeliveryPlanHeading => "heading over the actions",
        Part::OutcomesHeading => "heading over the expected outcomes",
        Part::PrioritiesHeading => "heading over the key priorities",
        Part::Reference => "reference",
        Part::Statement => "statement",
        Part::Heading => "heading",
        Part::Cell(shows) => matching.plan.heading_of(shows),
    };
    format!("{}, {field}", name())
}

fn place_of_new(matching: &Matching, names: &Names, subject: Subject) -> String {
    let Subject::Record(id) = subject else { return names.get(&subject).cloned().unwrap_or_default() };
    let what = match id {
        RecordId::Grid(_) => return "Grid".to_owned(),
        RecordId::Objective(_) => "Objective",
        RecordId::Priority(_) => "Key priority",
        RecordId::Outcome(_) => "Expected outcome",
        _ => "Action",
    };
    let parent = matching.document.parts.parent(id).and_then(record_of);
    match parent.and_then(|parent| names.get(&Subject::Record(parent))) {
        Some(parent) => format!("{what} in {parent}"),
        None => what.to_owned(),
    }
}

fn known_by(matching: &Matching, subject: Subject, part: Part) -> String {
    let says_itself = matches!(part, Part::Existence | Part::Text | Part::Statement | Part::Title)
        || part == Part::Cell(super::super::Shows::Description);
    match subject {
        Subject::Record(id) if !says_itself => matching.mine.records.get(&id).map(headline).unwrap_or_default(),
        _ => String::new(),
    }
}
