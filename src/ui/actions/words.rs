//! The words of the cells that are read, not typed in.
//!
//! Pure; it must not know how they are laid out.

use chrono::NaiveDate;

use super::next_milestone::next_milestone;
use crate::dates::{Reading, day_words};
use crate::model::Action;

/// Two lines of a cell: what counts, and what stands quietly beneath.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TwoLines {
    pub(super) first: String,
    pub(super) second: String,
}

/// How a deadline is read, and whether that wants attention.
pub(super) fn reading(action: &Action) -> (String, bool) {
    let reading = action.when.reading();
    let told = reading.describe();
    // "Ongoing" needs no "ongoing" beneath it.
    let told = if told.eq_ignore_ascii_case(action.when.written().trim()) { String::new() } else { told };
    (told, matches!(reading, Reading::Unread | Reading::Placeholder))
}

/// When the next milestone is due, and how many there are.
pub(super) fn milestones(action: &Action, as_at: NaiveDate) -> TwoLines {
    let count = action.milestones.len();
    if count == 0 {
        return TwoLines::default();
    }
    let last = || action.milestones.iter().filter_map(|milestone| milestone.when().reading().due()).max();
    let first = match next_milestone(action, as_at) {
        Some(next) => format!("Next {}", day_words(next.due)),
        None => last().map_or_else(|| "No dates".to_owned(), |day| format!("Last {}", day_words(day))),
    };
    let second = if count == 1 { "1 milestone".to_owned() } else { format!("{count} milestones") };
    TwoLines { first, second }
}

/// The first line of the newest update, and its date.
pub(super) fn update(action: &Action) -> TwoLines {
    let Some(update) = action.newest_update() else { return TwoLines::default() };
    let first = update.text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim().to_owned();
    let day = update.on.map_or_else(|| "no date".to_owned(), day_words);
    let second = if update.by.trim().is_empty() { day } else { format!("{day} · {}", update.by.trim()) };
    TwoLines { first, second }
}

/// A count with its noun: "1 action", "5 actions".
pub(super) fn actions(count: usize) -> String {
    if count == 1 { "1 action".to_owned() } else { format!("{count} actions") }
}

/// "62 days", "1 day".
pub(super) fn days(count: i64) -> String {
    if count == 1 { "1 day".to_owned() } else { format!("{count} days") }
}
