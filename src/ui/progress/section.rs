//! The sections of the view.

use super::worked::Worked;
use crate::dates::{day_words, long_day_words};
use crate::report::progress::SOON_DAYS;

/// What is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Section {
    /// What owners say before a board, entered one action after another.
    #[default]
    Round,
    /// Actions whose deadline has passed.
    Overdue,
    /// Deadlines and milestones of the next weeks.
    DueSoon,
    /// Dates that moved later since the board last had a pack.
    Slipped,
    /// Actions of which nothing was said since the board met.
    NoUpdate,
    /// What changed between two states of the plan.
    Since,
    /// KPIs that are counted, with their figures.
    Measures,
    /// One event in many actions.
    Linked,
    /// Deadlines by owner and quarter.
    Load,
}

impl Section {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 9] = [
        Self::Round,
        Self::Overdue,
        Self::DueSoon,
        Self::Slipped,
        Self::NoUpdate,
        Self::Since,
        Self::Measures,
        Self::Linked,
        Self::Load,
    ];

    /// Its name in the list and over its page.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Round => "Round of updates",
            Self::Overdue => "Overdue",
            Self::DueSoon => "Due soon",
            Self::Slipped => "Slipped",
            Self::NoUpdate => "No update",
            Self::Since => "Since the last board",
            Self::Measures => "Measures",
            Self::Linked => "Linked milestones",
            Self::Load => "Load",
        }
    }

    /// Its name on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Round => "round",
            Self::Overdue => "overdue",
            Self::DueSoon => "due-soon",
            Self::Slipped => "slipped",
            Self::NoUpdate => "no-update",
            Self::Since => "since",
            Self::Measures => "measures",
            Self::Linked => "linked",
            Self::Load => "load",
        }
    }

    /// What it is, in a sentence.
    pub(super) fn told(self, worked: &Worked) -> String {
        match self {
            Self::Round => format!(
                "What the owners say, one action after another, as at {}. What is typed is in the plan at once.",
                day_words(worked.as_at())
            ),
            Self::Overdue => {
                format!("Not complete, and the deadline passed before {}.", long_day_words(worked.as_at()))
            }
            Self::DueSoon => format!(
                "Deadlines and milestones of open actions in the {SOON_DAYS} days from {}.",
                long_day_words(worked.as_at())
            ),
            Self::NoUpdate => match worked.progress.last_board {
                Some(board) => {
                    format!("Open actions of which nothing was said since the board of {}.", long_day_words(board))
                }
                None => "Open actions of which nothing was ever said. No board met before this day.".to_owned(),
            },
            Self::Measures => {
                "Indicators with a number: where they began, where they are to get, and how they stand.".to_owned()
            }
            Self::Linked => {
                "One event that is a milestone of many actions. Moving it once can move it everywhere.".to_owned()
            }
            // These two pages say themselves what they are of.
            Self::Slipped | Self::Since => String::new(),
            Self::Load => {
                "Deadlines of open actions, by owner and quarter. An action of two owners is under both, and \
                           once in the total."
                    .to_owned()
            }
        }
    }

    /// How much is in it; `None` where a number says nothing.
    pub(super) fn count(self, worked: &Worked) -> Option<usize> {
        match self {
            Self::Round => Some(worked.unsaid),
            Self::Overdue => Some(worked.progress.overdue.len()),
            Self::DueSoon => Some(worked.progress.due_soon.len()),
            Self::NoUpdate => Some(worked.progress.silent.len()),
            Self::Slipped => worked.slipped,
            Self::Measures => Some(worked.below).filter(|below| *below > 0),
            Self::Since | Self::Linked | Self::Load => None,
        }
    }

    /// Its name with its count, as a screen reader says it.
    pub(super) fn spoken(self, worked: &Worked) -> String {
        match (self, self.count(worked)) {
            (Self::Measures, Some(count)) => format!("{}: {count} below target", self.label()),
            (Self::Round, Some(count)) => format!("{}: {count} still to say", self.label()),
            (_, Some(count)) => format!("{}: {count}", self.label()),
            (_, None) => self.label().to_owned(),
        }
    }
}
