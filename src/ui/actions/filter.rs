//! Filters: which actions are shown, and the words for it.
//!
//! Pure: it must not know of windows. What is typed as a date is kept as typed and read beside it.

use chrono::NaiveDate;

use super::owner_book::OwnerBook;
use crate::dates::{Period, day_words, parse_day};
use crate::model::{Action, GridId, Plan, StatusId};
use crate::report::days_late;

/// Whose actions are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnerPick {
    /// Those with no owner.
    Nobody,
    /// Those of the owner counted under this name.
    Named(String),
}

/// Which status is shown; `None` is "No status".
pub type StatusPick = Option<StatusId>;

/// A day as typed, and as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedDay {
    typed: String,
    day: Option<NaiveDate>,
}

impl TypedDay {
    /// Reads what was typed; days without a year take it from the period.
    #[must_use]
    pub fn read(typed: impl Into<String>, period: &Period) -> Self {
        let typed = typed.into();
        let day = parse_day(typed.trim(), period);
        Self { typed, day }
    }

    /// As typed.
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// The day, where it could be read.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        self.day
    }

    /// Whether something stands there that is no day.
    #[must_use]
    pub fn is_unread(&self) -> bool {
        self.day.is_none() && !self.typed.trim().is_empty()
    }
}

/// What the person asked to see. Every filter that is set must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Only this owner's.
    pub owner: Option<OwnerPick>,
    /// Only with this status.
    pub status: Option<StatusPick>,
    /// Only of this grid.
    pub grid: Option<GridId>,
    /// Only due before this day.
    pub due_before: TypedDay,
    /// Only those past their deadline and not complete.
    pub overdue: bool,
    /// Only those without an update on or after [`Filters::no_update_since`].
    pub no_update: bool,
    /// The day for [`Filters::no_update`].
    pub no_update_since: TypedDay,
    /// Only those whose deadline names no date.
    pub undated: bool,
}

impl Filters {
    /// Whether any filter leaves actions out.
    #[must_use]
    pub fn are_set(&self) -> bool {
        self.owner.is_some()
            || self.status.is_some()
            || self.grid.is_some()
            || self.overdue
            || self.undated
            || self.due_before.day().is_some()
            || self.no_update_day().is_some()
    }

    /// Whether there is anything to clear: a filter, or typed words that are no day.
    #[must_use]
    pub fn can_be_cleared(&self) -> bool {
        self.are_set() || self.no_update || !self.due_before.typed().is_empty()
    }

    fn no_update_day(&self) -> Option<NaiveDate> {
        self.no_update.then(|| self.no_update_since.day()).flatten()
    }

    /// Whether an action of a grid is shown.
    #[must_use]
    pub fn let_through(&self, plan: &Plan, grid: GridId, action: &Action, as_at: NaiveDate, owner: &OwnerTest) -> bool {
        let reading = action.when.reading();
        self.grid.is_none_or(|wanted| wanted == grid)
            && self.status.is_none_or(|wanted| wanted == action.status)
            && self.due_before.day().is_none_or(|day| reading.due().is_some_and(|due| due < day))
            && (!self.overdue || days_late(plan, action, as_at).is_some())
            && (!self.undated || is_undated(action))
            && self.no_update_day().is_none_or(|day| !has_update_since(action, day))
            && owner.holds_for(action)
    }

    /// The filters that are set, in words, for the count and for the page that says nothing was found.
    #[must_use]
    pub fn words(&self, plan: &Plan) -> Vec<String> {
        let mut words = Vec::new();
        match &self.owner {
            Some(OwnerPick::Nobody) => words.push("no owner".to_owned()),
            Some(OwnerPick::Named(name)) => words.push(format!("owner {name}")),
            None => {}
        }
        if let Some(status) = self.status {
            let status = plan.status_of(status);
            words.push(
                status.map_or_else(|| "no status".to_owned(), |one| format!("status {}", one.word.to_lowercase())),
            );
        }
        if let Some(grid) = self.grid.and_then(|id| plan.grid(id)) {
            words.push(format!("in {}", grid.full_title()));
        }
        if let Some(day) = self.due_before.day() {
            words.push(format!("due before {}", day_words(day)));
        }
        if self.overdue {
            words.push("overdue".to_owned());
        }
        if let Some(day) = self.no_update_day() {
            words.push(format!("no update since {}", day_words(day)));
        }
        if self.undated {
            words.push("undated".to_owned());
        }
        words
    }
}

/// The owner filter made ready for many actions.
#[derive(Clone, Copy, Debug)]
pub enum OwnerTest<'book> {
    /// Everybody's.
    Anybody,
    /// Nobody's.
    Nobody,
    /// One owner's; `None` where the book has no such name.
    One(&'book OwnerBook, Option<u32>),
}

impl<'book> OwnerTest<'book> {
    /// Makes a pick ready.
    #[must_use]
    pub fn of(pick: Option<&OwnerPick>, book: &'book OwnerBook) -> Self {
        match pick {
            None => Self::Anybody,
            Some(OwnerPick::Nobody) => Self::Nobody,
            Some(OwnerPick::Named(name)) => Self::One(book, book.index_of(name)),
        }
    }

    fn holds_for(&self, action: &Action) -> bool {
        match self {
            Self::Anybody => true,
            Self::Nobody => action.owners.names().is_empty(),
            Self::One(book, wanted) => {
                wanted.is_some() && action.owners.names().iter().any(|name| book.index_of_written(name) == *wanted)
            }
        }
    }
}

/// Whether a deadline names no date at all: blank, a placeholder, ongoing, recurring or not read.
#[must_use]
pub fn is_undated(action: &Action) -> bool {
    let reading = action.when.reading();
    reading.due().is_none() && reading.from().is_none()
}

fn has_update_since(action: &Action, day: NaiveDate) -> bool {
    action.updates.iter().any(|update| update.on.is_some_and(|on| on >= day))
}
