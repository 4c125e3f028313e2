//! What differs between two plans, found by going through both at once.
//!
//! What is alike in both, with all that hangs on it, is passed over whole, so the work grows with what differs. It
//! tells what a [`merge`](super::merge()) in which one side changed nothing would tell, in the same words and order.
//!
//! It must not decide anything: there is nothing to decide between a plan and itself.

use super::super::plan::Plan;
use super::by_subject::{ByKey, KeySet};
use super::choice::{Change, Choices, Joined};
use super::decide::{Decider, Pair, Taken, Three};
use super::item::{Index, Item};
use super::names::{Names, add_names, place};
use super::subject::{Field, Kind, Subject};

/// All in which `to` differs from `from`, in the order of `to`, with what is gone at the end.
pub(super) fn changes(from: &Plan, to: &Plan) -> Vec<Joined> {
    let two = Two::of(from, to);
    let mut told = two.came_and_went();
    let statuses = [to, from].into_iter().flat_map(|plan| &plan.statuses);
    let statuses = statuses.map(|status| (status.id, status.word.as_str())).collect();
    let choices = Choices::default();
    let mut decider = Decider::new(&choices, &statuses);
    two.look_at_fields_and_orders(&mut decider);
    told.extend(decider.taken.into_iter().map(|Taken { record, field, before, after }| {
        let change = if matches!(field, Field::Order(_)) { Change::Reordered } else { Change::Changed };
        joined(record, field, change, [before, Some(after)])
    }));
    if told.is_empty() {
        return told;
    }
    let wanted: KeySet<Subject> = told.iter().map(|one| one.record).collect();
    let mut names = Names::default();
    for known in [from, to] {
        add_names(known, &wanted, &mut names);
    }
    for one in &mut told {
        one.place = place(to, &names, one.record, one.field);
    }
    let mut ranks = ByKey::from_iter([(Subject::Plan, 0)]);
    for (rank, subject) in (1..).zip(two.to.order.iter().chain(&two.from.order)) {
        ranks.entry(*subject).or_insert(rank);
    }
    told.sort_by_key(|one| ranks.get(&one.record).copied().unwrap_or(usize::MAX));
    told
}

fn joined(record: Subject, field: Field, change: Change, [before, after]: [Option<String>; 2]) -> Joined {
    Joined { record, field, change, place: String::new(), before, after }
}

/// Two plans without what is alike in both.
struct Two<'plan> {
    from: Index<'plan>,
    to: Index<'plan>,
    /// The topmost of what is alike: it stands in the same thing in both, but for its place there.
    alike: KeySet<Subject>,
}

impl<'plan> Two<'plan> {
    fn of(from: &'plan Plan, to: &'plan Plan) -> Self {
        let mut alike = KeySet::default();
        find_alike(Item::Plan(from), Item::Plan(to), &mut alike);
        Self { from: Index::without(from, &alike), to: Index::without(to, &alike), alike }
    }

    /// What is new, gone or elsewhere, still without a place; of what came or went with its parent, only the parent.
    fn came_and_went(&self) -> Vec<Joined> {
        let Self { from, to, .. } = self;
        let mut found = Vec::new();
        let is_new = |subject: Subject| to.has(subject) && !from.has(subject);
        for subject in to.order.iter().copied().filter(|subject| is_new(*subject)) {
            if !to.parent(subject).is_some_and(is_new) {
                found.push(joined(subject, Field::Existence, Change::Added, [None, to.headline(subject)]));
            }
        }
        let is_gone = |subject: Subject| from.has(subject) && !to.has(subject);
        for subject in from.order.iter().copied() {
            let parents = [from, to].map(|plan| plan.parent(subject));
            if is_gone(subject) {
                if !parents[0].is_some_and(is_gone) {
                    found.push(joined(subject, Field::Existence, Change::Deleted, [from.headline(subject), None]));
                }
            } else if parents[0] != parents[1] {
                let [was, is] = parents;
                let words = [was.and_then(|one| from.headline(one)), is.and_then(|one| to.headline(one))];
                found.push(joined(subject, Field::Place, Change::Moved, words));
            }
        }
        found
    }

    fn look_at_fields_and_orders(&self, decider: &mut Decider<'_>) {
        let (was, is) = (self.from.plan, self.to.plan);
        decider.plan(Three { base: Some(was), pair: Pair::Both(was, is) });
        self.look_at_orders(Subject::Plan, decider);
        for subject in &self.to.order {
            let [was, is] = [&self.from, &self.to].map(|plan| plan.item(*subject));
            let (Some(was), Some(is)) = (was, is) else { continue };
            decider.look_at(is, Three { base: Some(was), pair: Pair::Both(was, is) }, &self.to.plan.period);
            self.look_at_orders(*subject, decider);
        }
    }

    /// The order of what was in each list and still is.
    fn look_at_orders(&self, parent: Subject, decider: &mut Decider<'_>) {
        for kind in parent.lists() {
            let was = self.left_of(&self.from, &self.to, parent, *kind);
            let is = self.left_of(&self.to, &self.from, parent, *kind);
            if was.iter().map(|one| one.subject()).eq(is.iter().map(|one| one.subject())) {
                continue;
            }
            let in_from: ByKey<Subject, Item<'_>> = was.iter().map(|one| (one.subject(), *one)).collect();
            let now: Vec<Item<'_>> = is.iter().filter_map(|one| in_from.get(&one.subject()).copied()).collect();
            let [before, after] = [&was, &now].map(|list| {
                // A line each, however many lines it was written in.
                list.iter().map(|one| one.headline().replace('\n', " ")).collect::<Vec<_>>().join("\n")
            });
            let field = Field::Order(*kind);
            decider.taken.push(Taken { record: parent, field, before: Some(before), after });
        }
    }

    /// What of a list of one plan stands in the same list of the other.
    fn left_of(&self, one: &Index<'plan>, other: &Index<'plan>, parent: Subject, kind: Kind) -> Vec<Item<'plan>> {
        let mut list = one.item(parent).map(|item| item.list(kind)).unwrap_or_default();
        list.retain(|item| {
            let subject = item.subject();
            self.alike.contains(&subject) || other.parent(subject) == Some(parent)
        });
        list
    }
}

/// Enters what is alike in two states of one thing, as far up as it is.
fn find_alike(from: Item<'_>, to: Item<'_>, alike: &mut KeySet<Subject>) {
    for kind in from.subject().lists() {
        let (was, is) = (from.list(*kind), to.list(*kind));
        let mut elsewhere: Option<ByKey<Subject, Item<'_>>> = None;
        for (at, one) in was.iter().enumerate() {
            let subject = one.subject();
            // Most of a list stands where it stood.
            let other = is.get(at).copied().filter(|other| other.subject() == subject).or_else(|| {
                let by_subject = || is.iter().map(|other| (other.subject(), *other)).collect();
                elsewhere.get_or_insert_with(by_subject).get(&subject).copied()
            });
            match other {
                Some(other) if *one == other => {
                    alike.insert(subject);
                }
                Some(other) => find_alike(*one, other, alike),
                None => {}
            }
        }
    }
}
