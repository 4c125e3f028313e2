//! Whether a side did something to what the other side deleted, and in which words.
//!
//! It must not decide anything.

use super::super::action::Action;
use super::super::columns::Shows;
use super::super::ids::{ColumnId, RecordId, StatusId};
use super::choice::Side;
use super::decide::{Decider, Pair, Three};
use super::item::{Index, Item};
use super::settle::{Plans, Settled};
use super::subject::Subject;

/// What a side did to a record that the other deleted.
#[derive(Debug)]
pub(super) struct Looked {
    pub(super) is_touched: bool,
    /// What the side has there that the base has not; the record's own words where that is nothing.
    pub(super) words: String,
}

impl Looked {
    pub(super) fn at(
        subject: Subject,
        side: Side,
        plans: &Plans<'_>,
        settled: &Settled,
        decider: &Decider<'_>,
    ) -> Self {
        let mut look = Look {
            base: &plans.base,
            side: plans.of(side),
            other: plans.of(side.other()),
            decider: decider.that_looks(),
            is_touched: false,
        };
        match subject {
            Subject::Status(status) => look.at_uses(status, settled),
            Subject::Column(Shows::Own(column)) => look.at_cells(column),
            _ => {}
        }
        look.at_record(subject);
        let headline = look.side.headline(subject).unwrap_or_default();
        let mut lines = vec![headline];
        for taken in look.decider.taken {
            if !lines.contains(&taken.after) {
                lines.push(taken.after);
            }
        }
        Self { is_touched: look.is_touched || lines.len() > 1, words: lines.join("\n") }
    }
}

struct Look<'a, 'plan> {
    base: &'a Index<'plan>,
    side: &'a Index<'plan>,
    other: &'a Index<'plan>,
    decider: Decider<'a>,
    is_touched: bool,
}

impl Look<'_, '_> {
    fn at_record(&mut self, subject: Subject) {
        let Some(item) = self.side.item(subject) else { return };
        let base = self.base.item(subject);
        self.is_touched |= self.base.parent(subject) != self.side.parent(subject);
        let pair = base.map_or(Pair::Mine(item), |base| Pair::Both(base, item));
        let before = self.decider.taken.len();
        self.decider.look_at(item, Three { base, pair }, &self.side.plan.period);
        self.is_touched |= self.decider.taken.len() > before;
        for child in item.children().map(Item::subject) {
            if self.other.has(child) {
                // It lives on over there; here it counts only as moved in.
                self.is_touched |= self.base.parent(child) != Some(subject);
            } else {
                self.at_record(child);
            }
        }
    }

    /// A status is in use by what has it newly, and by what the other side has not.
    fn at_uses(&mut self, status: StatusId, settled: &Settled) {
        let mut uses = |record: RecordId, now: Option<StatusId>, before: &dyn Fn(Item<'_>) -> Option<StatusId>| {
            let subject = Subject::Record(record);
            let had = self.base.item(subject).and_then(before);
            let is_new = !self.other.has(subject) || had != Some(status);
            self.is_touched |= now == Some(status) && is_new && settled.is_there(subject);
        };
        for action in self.side.plan.actions() {
            uses(RecordId::Action(action.id), action.status, &|item| item.action()?.status);
            for update in &action.updates {
                uses(RecordId::Update(update.id), update.status, &|item| item.update()?.status);
            }
        }
    }

    /// Cells that were filled in or changed.
    fn at_cells(&mut self, column: ColumnId) {
        let cell = |action: &Action| action.own.get(&column).cloned();
        for action in self.side.plan.actions() {
            let before = self.base.item(Subject::Record(RecordId::Action(action.id))).and_then(Item::action);
            let now = cell(action);
            self.is_touched |= now.is_some() && now != before.and_then(cell);
        }
    }
}
