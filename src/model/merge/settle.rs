//! What is still there after a merge, and what it stands in.
//!
//! A record that one side deleted goes, unless the other side changed it, changed something under it, or
//! put or moved something into it: then a choice is left about the topmost deleted record, and until it is
//! made all of it stays. A status stays while the other side newly uses it, a column of the plan's own
//! while the other side filled in cells of it. The order of a list alone holds nothing back.
//!
//! It must not know of the order of lists or the fields of what stays.

use super::by_subject::ByKey;
use super::choice::Side;
use super::decide::{Decider, Question};
use super::item::Index;
use super::subject::{Field, Kind, Subject};
use super::touched::Looked;

/// The three plans.
#[derive(Debug)]
pub(super) struct Plans<'plan> {
    pub(super) base: Index<'plan>,
    pub(super) mine: Index<'plan>,
    pub(super) theirs: Index<'plan>,
}

impl<'plan> Plans<'plan> {
    pub(super) fn of(&self, side: Side) -> &Index<'plan> {
        match side {
            Side::Mine => &self.mine,
            Side::Theirs => &self.theirs,
        }
    }

    /// Everything that either side has, mine first, each after what it stands in on its side.
    fn all(&self) -> impl Iterator<Item = Subject> {
        let only_theirs = self.theirs.order.iter().filter(|subject| !self.mine.has(**subject));
        self.mine.order.iter().chain(only_theirs).copied()
    }

    /// The one side that has it.
    fn only_side(&self, subject: Subject) -> Option<Side> {
        match (self.mine.has(subject), self.theirs.has(subject)) {
            (true, false) => Some(Side::Mine),
            (false, true) => Some(Side::Theirs),
            _ => None,
        }
    }

    /// The side that still has what the other deleted.
    fn side_left(&self, subject: Subject) -> Option<Side> {
        self.only_side(subject).filter(|_| self.base.has(subject))
    }
}

/// What everything that stays stands in.
#[derive(Debug)]
pub(super) struct Settled {
    pub(super) parents: ByKey<Subject, Subject>,
}

impl Settled {
    pub(super) fn is_there(&self, subject: Subject) -> bool {
        self.parents.contains_key(&subject)
    }
}

/// Settles what stays and where.
pub(super) fn settle(plans: &Plans<'_>, decider: &mut Decider<'_>) -> Settled {
    // Until it has its own place, what stays is entered under the plan.
    let mut settled = Settled { parents: ByKey::from_iter([(Subject::Plan, Subject::Plan)]) };
    let is_last = |subject: &Subject| matches!(subject.kind(), Some(Kind::Status | Kind::Column));
    // What stays of the records says which statuses are in use.
    let (last, first): (Vec<Subject>, Vec<Subject>) = plans.all().partition(is_last);
    for subject in first.iter().chain(&last) {
        if stays(*subject, plans, &settled, decider) {
            settled.parents.insert(*subject, Subject::Plan);
        }
    }
    keep_a_column(plans, &mut settled, decider);
    for subject in first {
        if settled.is_there(subject) {
            let parent = parent_of(subject, plans, &settled, decider);
            settled.parents.insert(subject, parent);
            keep(parent, plans, &mut settled);
        }
    }
    settled
}

fn stays(subject: Subject, plans: &Plans<'_>, settled: &Settled, decider: &mut Decider<'_>) -> bool {
    let Some(side) = plans.only_side(subject) else { return true };
    let parent = plans.of(side).parent(subject).unwrap_or(Subject::Plan);
    if plans.side_left(parent).is_some() {
        // Decided where the topmost deleted one was.
        return settled.is_there(parent);
    }
    if !plans.base.has(subject) {
        return settled.is_there(parent);
    }
    let looked = Looked::at(subject, side, plans, settled, decider);
    if !looked.is_touched {
        return false;
    }
    let (mine, theirs) = match side {
        Side::Mine => (Some(looked.words), None),
        Side::Theirs => (None, Some(looked.words)),
    };
    let base = plans.base.headline(subject);
    let chosen = decider.ask(Question { record: subject, field: Field::Existence, base, mine, theirs });
    chosen.is_none_or(|chosen| chosen == side)
}

/// A form needs a column: where each side took out what the other left, one side's columns stay.
fn keep_a_column(plans: &Plans<'_>, settled: &mut Settled, decider: &mut Decider<'_>) {
    if settled.parents.keys().any(|subject| matches!(subject, Subject::Column(_))) {
        return;
    }
    let headings = |plan: &Index<'_>| {
        let columns = plan.plan.columns.iter().map(|column| column.heading.as_str());
        Some(columns.collect::<Vec<_>>().join("\n"))
    };
    let chosen = decider.ask(Question {
        record: Subject::Plan,
        field: Field::Columns,
        base: headings(&plans.base),
        mine: headings(&plans.mine),
        theirs: headings(&plans.theirs),
    });
    let columns = plans.of(chosen.unwrap_or(Side::Mine)).list(Subject::Plan, Kind::Column);
    settled.parents.extend(columns.into_iter().map(|column| (column, Subject::Plan)));
}

fn parent_of(subject: Subject, plans: &Plans<'_>, settled: &Settled, decider: &mut Decider<'_>) -> Subject {
    let [base, mine, theirs] = [&plans.base, &plans.mine, &plans.theirs].map(|plan| plan.parent(subject));
    let first = match (mine, theirs) {
        (Some(mine), Some(theirs)) if mine != theirs && base != Some(theirs) && base != Some(mine) => {
            let question = Question {
                record: subject,
                field: Field::Place,
                base: base.and_then(|parent| plans.base.headline(parent)),
                mine: plans.mine.headline(mine),
                theirs: plans.theirs.headline(theirs),
            };
            if decider.ask(question) == Some(Side::Theirs) { Some(theirs) } else { Some(mine) }
        }
        (Some(_), Some(_)) => {
            if base == mine {
                theirs
            } else {
                mine
            }
        }
        _ => mine.or(theirs),
    };
    // What was chosen to be deleted gives back what the other side still has elsewhere.
    let there = |parent: &Subject| settled.is_there(*parent);
    let fallback = [first, mine, theirs, base].into_iter().flatten().find(there);
    fallback.or(first).unwrap_or(Subject::Plan)
}

/// Keeps a parent that was to go, for what neither side deleted and has no other place.
fn keep(subject: Subject, plans: &Plans<'_>, settled: &mut Settled) {
    if settled.is_there(subject) {
        return;
    }
    let parent = plans.mine.parent(subject).or_else(|| plans.theirs.parent(subject)).unwrap_or(Subject::Plan);
    settled.parents.insert(subject, parent);
    keep(parent, plans, settled);
}
