//! The columns of the table: what each shows, how it is headed and how wide it is.
//!
//! It must not know which rows are shown.

use crate::model::{Plan, Shows};

/// A column of the table that can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The reference; its order is the plan's.
    Reference,
    /// What will be done.
    Description,
    /// By when, with its reading beneath.
    When,
    /// By whom.
    Owners,
    /// The status chip.
    Status,
    /// How many milestones, and the next one's date.
    Milestones,
    /// The first line and the date of the newest update.
    Update,
    /// How many days late.
    Late,
}

/// How many columns can be sorted by.
const COLUMN_COUNT: usize = 8;
/// The width of the select boxes, in points.
const SELECT_WIDTH: f32 = 36.0;

impl Column {
    /// Every column, from left to right.
    pub const ALL: [Self; COLUMN_COUNT] = [
        Self::Reference,
        Self::Description,
        Self::When,
        Self::Owners,
        Self::Status,
        Self::Milestones,
        Self::Update,
        Self::Late,
    ];

    /// What stands over it: the plan's own heading where its forms have such a column.
    #[must_use]
    pub fn heading(self, plan: &Plan) -> &str {
        match self {
            Self::Reference => plan.heading_of(Shows::Reference),
            Self::Description => plan.heading_of(Shows::Description),
            Self::When => plan.heading_of(Shows::When),
            Self::Owners => plan.heading_of(Shows::Owners),
            Self::Status if plan.has_column(Shows::Status) => plan.heading_of(Shows::Status),
            Self::Status => "Status",
            Self::Milestones => plan.heading_of(Shows::Milestones),
            Self::Update => "Latest update",
            Self::Late => "Late",
        }
    }

    /// The least width it needs, and its share of what is left over.
    fn width(self) -> (f32, f32) {
        match self {
            Self::Reference => (62.0, 2.0),
            Self::Description => (200.0, 40.0),
            Self::When => (112.0, 10.0),
            Self::Owners => (112.0, 14.0),
            Self::Status => (120.0, 1.0),
            Self::Milestones => (112.0, 8.0),
            Self::Update => (134.0, 22.0),
            Self::Late => (78.0, 1.0),
        }
    }
}

/// Where the columns stand, in points from the left edge of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Widths {
    /// The left edge of each column of [`Column::ALL`], and the right edge of the last.
    edges: [f32; COLUMN_COUNT + 1],
}

impl Widths {
    /// Shares out a width; a table narrower than its columns need is as wide as they need, and scrolls.
    #[must_use]
    pub fn share_out(available: f32) -> Self {
        let least: f32 = SELECT_WIDTH + Column::ALL.iter().map(|column| column.width().0).sum::<f32>();
        let shares: f32 = Column::ALL.iter().map(|column| column.width().1).sum();
        let left_over = (available - least).max(0.0);
        let mut edges = [SELECT_WIDTH; COLUMN_COUNT + 1];
        let mut right = SELECT_WIDTH;
        for (edge, column) in edges.iter_mut().skip(1).zip(Column::ALL) {
            let (least, share) = column.width();
            right += least + left_over * share / shares;
            *edge = right.round();
        }
        Self { edges }
    }

    /// The left and right edge of a column.
    #[must_use]
    pub fn of(&self, column: Column) -> (f32, f32) {
        let index = column as usize;
        (self.edges[index], self.edges[index + 1])
    }

    /// The left edge of every column, for the lines between them.
    pub fn lines(&self) -> impl Iterator<Item = f32> + '_ {
        self.edges[..COLUMN_COUNT].iter().copied()
    }

    /// The width of the whole table.
    #[must_use]
    pub fn total(&self) -> f32 {
        self.edges[COLUMN_COUNT]
    }
}
