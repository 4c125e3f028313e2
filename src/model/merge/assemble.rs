//! The merged plan, built from the top.
//!
//! It must not settle what stays; that is done before.

use super::super::action::Action;
use super::super::ids::StatusId;
use super::super::plan::{Grid, Objective, Plan};
use super::by_subject::KeySet;
use super::choice::Side;
use super::decide::{Decider, Question, Taken, Three};
use super::item::{Index, Item};
use super::order::{self, Order};
use super::settle::{Plans, Settled};
use super::subject::{Field, Kind, Subject};
use crate::dates::Period;

/// Builds the plan of what was settled.
pub(super) fn assemble(plans: &Plans<'_>, settled: &Settled, decider: &mut Decider<'_>) -> Plan {
    let three =
        Three { base: Some(plans.base.plan), pair: super::decide::Pair::Both(plans.mine.plan, plans.theirs.plan) };
    let mut plan = decider.plan(three);
    let period = plan.period.clone();
    let mut work = Work { plans, settled, decider, period };
    plan.columns = work
        .each(Subject::Plan, Kind::Column, Item::column, |work, at, one, three| work.decider.column(at, one, three));
    plan.statuses = work
        .each(Subject::Plan, Kind::Status, Item::status, |work, at, one, three| work.decider.status(at, one, three));
    plan.directory =
        work.each(Subject::Plan, Kind::Owner, Item::owner, |work, at, one, three| work.decider.owner(at, one, three));
    plan.meetings = work
        .each(Subject::Plan, Kind::Meeting, Item::meeting, |work, at, one, three| work.decider.meeting(at, one, three));
    plan.notes =
        work.each(Subject::Plan, Kind::Note, Item::note, |work, at, one, three| work.decider.note(at, one, three));
    plan.grids = work.each(Subject::Plan, Kind::Grid, Item::grid, Work::grid);
    plan.issued = work
        .each(Subject::Plan, Kind::Issued, Item::issued, |work, at, one, three| work.decider.issued(at, one, three));
    let_go_of_statuses(&mut plan, plans);
    read_anew(&mut plan, plans);
    plan
}

struct Work<'w, 'd, 'plan> {
    plans: &'w Plans<'plan>,
    settled: &'w Settled,
    decider: &'w mut Decider<'d>,
    period: Period,
}

impl<'plan> Work<'_, '_, 'plan> {
    /// One list: what is in it, in what order, each built from three.
    fn each<T: 'plan, Made>(
        &mut self,
        parent: Subject,
        kind: Kind,
        typed: impl Fn(Item<'plan>) -> Option<&'plan T>,
        build: impl Fn(&mut Self, Subject, &'plan T, Three<&'plan T>) -> Made,
    ) -> Vec<Made> {
        let mut made = Vec::new();
        for subject in self.order(parent, kind) {
            let [base, mine, theirs] = [&self.plans.base, &self.plans.mine, &self.plans.theirs]
                .map(|plan| plan.item(subject).and_then(&typed));
            let three = Three::of(base, mine, theirs);
            if let Some((three, one)) = three.and_then(|three| Some((three, three.sides().next()?))) {
                made.push(build(self, subject, one, three));
            }
        }
        made
    }

    /// What stands in a list, in order.
    fn order(&mut self, parent: Subject, kind: Kind) -> Vec<Subject> {
        let here = |plan: &Index<'_>| -> Vec<Subject> {
            let mut list = plan.list(parent, kind);
            list.retain(|subject| self.settled.parents.get(subject) == Some(&parent));
            list
        };
        let [base, mine, theirs] = [&self.plans.base, &self.plans.mine, &self.plans.theirs].map(here);
        let field = Field::Order(kind);
        let prefer = self.decider.chosen(parent, field).unwrap_or(Side::Mine);
        let Order { order, is_contested } = order::join([&base, &mine, &theirs], prefer, &Subject::number);
        let words = |plan: &Index<'_>, list: &[Subject]| {
            // A line each, however many lines it was written in.
            let line = |one: &Subject| Some(plan.headline(*one)?.replace('\n', " "));
            Some(list.iter().filter_map(line).collect::<Vec<_>>().join("\n"))
        };
        if is_contested {
            self.decider.ask(Question {
                record: parent,
                field,
                base: words(&self.plans.base, &base),
                mine: words(&self.plans.mine, &mine),
                theirs: words(&self.plans.theirs, &theirs),
            });
        } else if mine != theirs {
            let of_mine: KeySet<Subject> = mine.iter().copied().collect();
            let now: Vec<Subject> = order.iter().filter(|one| of_mine.contains(one)).copied().collect();
            if now != mine {
                let [before, after] = [&mine, &now].map(|list| words(&self.plans.mine, list));
                let after = after.unwrap_or_default();
                self.decider.taken.push(Taken { record: parent, field, before, after });
            }
        }
        order
    }

    fn grid(&mut self, at: Subject, one: &Grid, three: Three<&'plan Grid>) -> Grid {
        let mut grid = self.decider.grid(at, one, three);
        grid.priorities =
            self.each(at, Kind::Priority, Item::priority, |work, at, one, three| work.decider.priority(at, one, three));
        grid.objectives = self.each(at, Kind::Objective, Item::objective, Self::objective);
        grid
    }

    fn objective(&mut self, at: Subject, one: &Objective, three: Three<&'plan Objective>) -> Objective {
        let mut objective = self.decider.objective(at, one, three);
        objective.actions = self.each(at, Kind::Action, Item::action, Self::action);
        objective.outcomes =
            self.each(at, Kind::Outcome, Item::outcome, |work, at, one, three| work.decider.outcome(at, one, three));
        objective
    }

    fn action(&mut self, at: Subject, one: &Action, three: Three<&'plan Action>) -> Action {
        let mut action = self.decider.action(at, one, three);
        action.kpis = self.each(at, Kind::Kpi, Item::kpi, |work, at, one, three| work.decider.kpi(at, one, three));
        action.milestones = self.each(at, Kind::Milestone, Item::milestone, |work, at, one, three| {
            work.decider.milestone(at, one, three, &work.period)
        });
        action.updates =
            self.each(at, Kind::Update, Item::update, |work, at, one, three| work.decider.update(at, one, three));
        action
    }
}

/// Where a person chose that a status goes, what still has it gets what the other side gave it, or none.
fn let_go_of_statuses(plan: &mut Plan, plans: &Plans<'_>) {
    use super::super::ids::RecordId;
    let known: KeySet<StatusId> = plan.statuses.iter().map(|status| status.id).collect();
    let valid = |record: RecordId, now: Option<StatusId>, of: &dyn Fn(Item<'_>) -> Option<StatusId>| {
        let is_known = |status: &StatusId| known.contains(status);
        let elsewhere = || {
            let sides = [&plans.mine, &plans.theirs].into_iter();
            sides.filter_map(|side| side.item(Subject::Record(record)).and_then(of)).find(is_known)
        };
        now.and_then(|status| if is_known(&status) { Some(status) } else { elsewhere() })
    };
    let objectives = plan.grids.iter_mut().flat_map(|grid| &mut grid.objectives);
    for action in objectives.flat_map(|objective| &mut objective.actions) {
        action.status = valid(RecordId::Action(action.id), action.status, &|item| item.action()?.status);
        for update in &mut action.updates {
            update.status = valid(RecordId::Update(update.id), update.status, &|item| item.update()?.status);
        }
    }
}

/// Readings follow the period and the directory; where those are all the same, so are the readings.
fn read_anew(plan: &mut Plan, plans: &Plans<'_>) {
    let sides = [plans.mine.plan, plans.theirs.plan];
    if sides.iter().any(|side| side.period != plan.period || side.directory != plan.directory) {
        plan.reread();
    }
}
