//! The rows of the table: the plan's actions filtered, sorted and grouped.
//!
//! Pure. Worked out whole in one walk over the plan whenever what it is made of changes; where a row
//! stands in the plan is remembered, so that showing one costs no search.

use chrono::NaiveDate;

use super::column::Column;
use super::filter::{Filters, OwnerPick, OwnerTest};
use super::group::{self, GroupBy, Heading};
use super::owner_book::OwnerBook;
use super::sort::{self, Key, Sort};
use crate::model::{ActionId, Plan, Standing};
use crate::report::days_late;

/// What the rows are made by, besides the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Which actions.
    pub filters: Filters,
    /// In which order; the plan's where there is none.
    pub sort: Option<Sort>,
    /// Under which headings.
    pub group: GroupBy,
}

impl Query {
    /// Whether owners must be looked up for it.
    #[must_use]
    pub fn asks_for_owners(&self) -> bool {
        matches!(self.filters.owner, Some(OwnerPick::Named(_)))
            || self.group == GroupBy::Owner
            || self.sort.is_some_and(|sort| sort.column == Column::Owners)
    }
}

/// An action's row, and where in the plan the action stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The action.
    pub id: ActionId,
    grid: usize,
    objective: usize,
    action: usize,
}

impl Row {
    /// The action where it stands; `None` where the plan has changed and it stands elsewhere.
    #[must_use]
    pub fn standing<'plan>(&self, plan: &'plan Plan) -> Option<Standing<'plan>> {
        let standing = plan.standing_at(self.grid, self.objective, self.action);
        standing.filter(|standing| standing.action.id == self.id)
    }
}

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A heading over the rows of a group.
    Heading(Heading),
    /// An action.
    Row(Row),
}

impl Line {
    /// The row, if it is one.
    #[must_use]
    pub fn row(&self) -> Option<&Row> {
        match self {
            Self::Row(row) => Some(row),
            Self::Heading(_) => None,
        }
    }
}

/// All lines, and what the counts say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// The lines, from the top.
    pub lines: Vec<Line>,
    /// How many actions are shown.
    pub shown: usize,
    /// How many actions the plan has.
    pub total: usize,
    /// How many actions of the plan are overdue.
    pub overdue: usize,
}

/// An action on its way into the table.
struct Candidate {
    row: Row,
    group: usize,
    key: Option<Key>,
}

impl Rows {
    /// Works the rows out. `found` are the actions a search found; `kept` is shown whatever the filters
    /// say, because it is being typed in.
    #[must_use]
    pub fn of(
        plan: &Plan,
        query: &Query,
        as_at: NaiveDate,
        found: Option<&[ActionId]>,
        kept: Option<ActionId>,
        book: &OwnerBook,
    ) -> Self {
        let found = found.map(|list| {
            let mut sorted = list.to_vec();
            sorted.sort_unstable();
            sorted
        });
        let owner = OwnerTest::of(query.filters.owner.as_ref(), book);
        let mut groups = group::Grouping::new(query.group, plan, book);
        let mut candidates = Vec::new();
        let (mut total, mut overdue) = (0, 0);
        for standing in plan.standings() {
            let (action, position) = (standing.action, total);
            total += 1;
            overdue += usize::from(days_late(plan, action, as_at).is_some());
            let is_found = found.as_ref().is_none_or(|list| list.binary_search(&action.id).is_ok());
            let is_shown = is_found && query.filters.let_through(plan, standing.grid.id, action, as_at, &owner);
            if !is_shown && kept != Some(action.id) {
                continue;
            }
            let row = Row {
                id: action.id,
                grid: standing.grid_index,
                objective: standing.objective_index,
                action: standing.action_index,
            };
            let key = query.sort.and_then(|sort| sort::key(sort.column, plan, &standing, position, as_at, book));
            candidates.push(Candidate { row, group: groups.number_of(&standing), key });
        }
        if let Some(sort) = query.sort {
            candidates.sort_by(|left, right| sort.compare(&left.key, &right.key));
        }
        if query.group != GroupBy::None {
            candidates.sort_by_key(|candidate| candidate.group);
        }
        let shown = candidates.len();
        Self { lines: lines(&candidates, &groups), shown, total, overdue }
    }

    /// Whether every row still stands where it is remembered to, and no action came or went.
    #[must_use]
    pub fn still_stand_in(&self, plan: &Plan) -> bool {
        let total: usize =
            plan.grids.iter().flat_map(|grid| &grid.objectives).map(|objective| objective.actions.len()).sum();
        total == self.total && self.rows().all(|row| row.standing(plan).is_some())
    }

    /// The rows, without the headings.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = &Row> {
        self.lines.iter().filter_map(Line::row)
    }

    /// The line of an action.
    #[must_use]
    pub fn line_of(&self, id: ActionId) -> Option<usize> {
        self.lines.iter().position(|line| line.row().is_some_and(|row| row.id == id))
    }

    /// The action so many rows below (or above) a line, over headings; the last there is, if there are
    /// not so many.
    #[must_use]
    pub fn stepped(&self, line: usize, down: bool) -> Option<ActionId> {
        let row = if down {
            self.lines.iter().skip(line + 1).find_map(Line::row)
        } else {
            self.lines.get(..line)?.iter().rev().find_map(Line::row)
        };
        row.map(|row| row.id)
    }
}

fn lines(candidates: &[Candidate], groups: &group::Grouping<'_>) -> Vec<Line> {
    let mut lines = Vec::with_capacity(candidates.len());
    for group in candidates.chunk_by(|left, right| left.group == right.group) {
        if let Some(heading) = group.first().and_then(|first| groups.heading(first.group, group.len())) {
            lines.push(Line::Heading(heading));
        }
        lines.extend(group.iter().map(|candidate| Line::Row(candidate.row)));
    }
    lines
}
