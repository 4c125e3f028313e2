//! Sorting by meaning: dates by the day they are due, statuses by the scheme, references by the plan.
//!
//! Pure. What has no value for a column comes last, whichever way it is sorted, and equal rows stay in
//! the plan's order.

use std::cmp::Ordering;

use chrono::NaiveDate;

use super::column::Column;
use super::next_milestone::next_milestone;
use super::owner_book::OwnerBook;
use crate::model::{Plan, Standing};
use crate::report::days_late;

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// The smallest, earliest or first at the top.
    Up,
    /// The largest, latest or last at the top.
    Down,
}

impl Direction {
    fn reversed(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Down => Self::Up,
        }
    }
}

/// A column and which way it is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sort {
    /// The column.
    pub column: Column,
    /// The way.
    pub direction: Direction,
}

impl Sort {
    /// What a press on a heading makes of the sort in force: sorted, reversed, then the plan's order again.
    #[must_use]
    pub fn after_press(now: Option<Self>, column: Column) -> Option<Self> {
        // Whoever sorts by lateness wants the worst first.
        let first = if column == Column::Late { Direction::Down } else { Direction::Up };
        match now.filter(|sort| sort.column == column) {
            None => Some(Self { column, direction: first }),
            Some(sort) if sort.direction == first => Some(Self { column, direction: first.reversed() }),
            Some(_) => None,
        }
    }

    /// Compares two rows that are in the plan's order; to be used in a stable sort.
    #[must_use]
    pub fn compare(self, left: &Option<Key>, right: &Option<Key>) -> Ordering {
        match (left, right) {
            (Some(left), Some(right)) if self.direction == Direction::Up => left.cmp(right),
            (Some(left), Some(right)) => right.cmp(left),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        }
    }
}

/// What a row is sorted by; all rows of one sort have the same kind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A day.
    Day(NaiveDate),
    /// A number: a position or a count of days.
    Number(i64),
    /// The first words, in lower case.
    Words(String),
}

/// How many letters are compared: enough to tell sentences apart, few enough to be quick.
const COMPARED_LETTERS: usize = 48;

/// What an action is sorted by in a column; `None` comes last. `position` is its place in the plan.
#[must_use]
pub fn key(
    column: Column,
    plan: &Plan,
    standing: &Standing<'_>,
    position: usize,
    as_at: NaiveDate,
    book: &OwnerBook,
) -> Option<Key> {
    let action = standing.action;
    match column {
        Column::Reference => number(position),
        Column::Description => words(&action.description),
        Column::When => action.when.reading().due().map(Key::Day),
        Column::Owners => {
            let first = action.owners.names().first()?;
            book.index_of_written(first).map(|index| Key::Number(i64::from(index)))
        }
        Column::Status => {
            let id = action.status?;
            number(plan.statuses.iter().position(|status| status.id == id)?)
        }
        Column::Milestones => next_milestone(action, as_at).map(|next| Key::Day(next.due)),
        Column::Update => action.newest_update()?.on.map(Key::Day),
        Column::Late => days_late(plan, action, as_at).map(Key::Number),
    }
}

fn number(position: usize) -> Option<Key> {
    i64::try_from(position).ok().map(Key::Number)
}

fn words(text: &str) -> Option<Key> {
    let text = text.trim_start();
    let end = text.char_indices().nth(COMPARED_LETTERS).map_or(text.len(), |(end, _)| end);
    let start = text.get(..end).filter(|start| !start.is_empty())?;
    Some(Key::Words(start.to_lowercase()))
}
