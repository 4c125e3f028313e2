//! Grouping: under which heading an action stands.
//!
//! Pure. An action with several owners stands once, under the one named first: a row shown twice could
//! not be typed in.

use super::filter::StatusPick;
use super::owner_book::OwnerBook;
use crate::model::{Plan, Standing};

/// What rows are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum GroupBy {
    /// Nothing.
    #[default]
    None,
    /// The grid.
    Grid,
    /// The objective.
    Objective,
    /// The owner named first.
    Owner,
    /// The status.
    Status,
}

impl GroupBy {
    /// Every grouping, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::None, Self::Grid, Self::Objective, Self::Owner, Self::Status];

    /// What it is called.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::None => "Nothing",
            Self::Grid => "Grid",
            Self::Objective => "Objective",
            Self::Owner => "Owner named first",
            Self::Status => "Status",
        }
    }
}

/// The heading of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// What it is called.
    pub title: String,
    /// What follows the title in plain ink, or nothing.
    pub rest: String,
    /// The status it stands for, when rows are grouped by status.
    pub status: Option<StatusPick>,
    /// How many actions stand under it.
    pub count: usize,
}

/// Gives every action the number of its group, in the order groups are shown.
#[derive(Debug)]
pub struct Grouping<'plan> {
    by: GroupBy,
    plan: &'plan Plan,
    book: &'plan OwnerBook,
    /// The grid and objective positions of each number, for groups by objective.
    objectives: Vec<(usize, usize)>,
}

impl<'plan> Grouping<'plan> {
    /// A grouping of a plan's actions, to be asked in the plan's order.
    #[must_use]
    pub fn new(by: GroupBy, plan: &'plan Plan, book: &'plan OwnerBook) -> Self {
        Self { by, plan, book, objectives: Vec::new() }
    }

    /// The number of an action's group.
    pub fn number_of(&mut self, standing: &Standing<'_>) -> usize {
        match self.by {
            GroupBy::None => 0,
            GroupBy::Grid => standing.grid_index,
            GroupBy::Objective => {
                let place = (standing.grid_index, standing.objective_index);
                if self.objectives.last() != Some(&place) {
                    self.objectives.push(place);
                }
                self.objectives.len() - 1
            }
            GroupBy::Owner => {
                let first = standing.action.owners.names().first();
                let index = first.and_then(|name| self.book.index_of_written(name));
                index.map_or(usize::MAX, |index| index as usize)
            }
            GroupBy::Status => {
                let id = standing.action.status;
                let position = id.and_then(|id| self.plan.statuses.iter().position(|status| status.id == id));
                position.unwrap_or(usize::MAX)
            }
        }
    }

    /// The heading of a group of so many actions; `None` where nothing is grouped.
    #[must_use]
    pub fn heading(&self, number: usize, count: usize) -> Option<Heading> {
        let plain = |title: String, rest: String| Heading { title, rest, status: None, count };
        match self.by {
            GroupBy::None => None,
            GroupBy::Grid => {
                let grid = self.plan.grids.get(number)?;
                let title = grid.full_title();
                Some(plain(if title.is_empty() { format!("Grid {}", number + 1) } else { title }, String::new()))
            }
            GroupBy::Objective => {
                let (grid, position) = *self.objectives.get(number)?;
                let objective = self.plan.grids.get(grid)?.objectives.get(position)?;
                let reference = objective.reference.trim();
                // Where objectives are numbered anew in every grid, the grid's number is said too.
                let title = if reference.is_empty() {
                    format!("Grid {} · objective {}", grid + 1, position + 1)
                } else if reference.contains(char::is_whitespace) {
                    format!("Grid {} · {reference}", grid + 1)
                } else {
                    reference.to_owned()
                };
                Some(plain(title, objective.statement.clone()))
            }
            GroupBy::Owner => {
                let name = self.book.owners().get(number).map_or("No owner", |owner| owner.name.as_str());
                Some(plain(name.to_owned(), String::new()))
            }
            GroupBy::Status => {
                let status = self.plan.statuses.get(number);
                let title = status.map_or("No status", |status| status.word.as_str()).to_owned();
                Some(Heading { status: Some(status.map(|status| status.id)), ..plain(title, String::new()) })
            }
        }
    }
}
