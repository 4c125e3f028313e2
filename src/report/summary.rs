//! Where the plan stands: counts by status, what is late, what falls due next, and one sentence of it.
//!
//! Knows what to count; must not know how it is drawn.

use chrono::NaiveDate;

use super::lanes::MarkOf;
use super::measures::{Against, measures};
use super::{days_late, is_complete};
use crate::dates::{Quarter, Reading};
use crate::model::{Action, ActionId, GridId, Plan, Standing, StatusId};

/// Where a plan stands as at a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The date all of it speaks for.
    pub as_at: NaiveDate,
    /// The counts of the whole plan.
    pub total: Counts,
    /// The counts of each grid, in the plan's order.
    pub grids: Vec<GridCounts>,
    /// What is late, the longest late first.
    pub late: Vec<LateAction>,
    /// What falls due from the as-at date to the end of its quarter.
    pub this_quarter: DueQuarter,
    /// What falls due in the quarter after.
    pub next_quarter: DueQuarter,
    /// How many actions have a deadline that gives no date: blank, a placeholder, an event, not read.
    pub undated: usize,
    /// All of it in a sentence or three of plain English.
    pub sentence: String,
}

/// How many actions have which status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Each status of the scheme, in its order, with how many actions have it.
    pub by_status: Vec<(StatusId, usize)>,
    /// How many actions have no status yet.
    pub without_status: usize,
    /// How many actions there are.
    pub total: usize,
}

/// The counts of one grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridCounts {
    /// Which grid.
    pub grid: GridId,
    /// Its title, or "Grid 2" where it has none.
    pub title: String,
    /// Its counts.
    pub counts: Counts,
}

/// An action that is late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LateAction {
    /// Which action.
    pub action: ActionId,
    /// Its reference.
    pub reference: String,
    /// The day after which it was late.
    pub due: NaiveDate,
    /// How many days ago that was, at least 1.
    pub days: i64,
}

/// What falls due in (what is left of) one quarter, the earliest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueQuarter {
    /// Which quarter.
    pub quarter: Quarter,
    /// What falls due in it.
    pub due: Vec<Due>,
}

impl DueQuarter {
    /// How many of them are actions; the others are milestones.
    #[must_use]
    pub fn action_count(&self) -> usize {
        self.due.iter().filter(|due| due.of == MarkOf::Deadline).count()
    }
}

/// A deadline or a milestone that falls due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The action it belongs to.
    pub action: ActionId,
    /// The action's reference.
    pub reference: String,
    /// Whether it is the action's deadline or one of its milestones.
    pub of: MarkOf,
    /// The action's or the milestone's words.
    pub text: String,
    /// Its date as written.
    pub when_written: String,
    /// The day it falls due.
    pub on: NaiveDate,
}

impl Counts {
    fn none(plan: &Plan) -> Self {
        let by_status = plan.statuses.iter().map(|status| (status.id, 0)).collect();
        Self { by_status, without_status: 0, total: 0 }
    }

    fn add(&mut self, action: &Action) {
        self.total += 1;
        match self.by_status.iter_mut().find(|(status, _)| Some(*status) == action.status) {
            Some((_, count)) => *count += 1,
            None => self.without_status += 1,
        }
    }

    /// How many actions have a status.
    #[must_use]
    pub fn with_status(&self) -> usize {
        self.total - self.without_status
    }
}

/// Where the plan stands as at a date.
#[must_use]
pub fn summary(plan: &Plan, as_at: NaiveDate) -> Summary {
    let quarter = Quarter::of(as_at);
    let mut total = Counts::none(plan);
    let mut grids: Vec<GridCounts> = plan
        .grids
        .iter()
        .enumerate()
        .map(|(index, grid)| GridCounts {
            grid: grid.id,
            title: if grid.title.trim().is_empty() { grid_name(&grid.reference, index) } else { grid.title.clone() },
            counts: Counts::none(plan),
        })
        .collect();
    let mut late = Vec::new();
    let mut this_quarter = DueQuarter { quarter, due: Vec::new() };
    let mut next_quarter = DueQuarter { quarter: quarter.next(), due: Vec::new() };
    let mut undated = 0;
    for standing in plan.standings() {
        let action = standing.action;
        total.add(action);
        if let Some(grid) = grids.get_mut(standing.grid_index) {
            grid.counts.add(action);
        }
        undated += usize::from(is_undated(action.when.reading()));
        if let (Some(days), Some(due)) = (days_late(plan, action, as_at), action.when.reading().due()) {
            late.push(LateAction { action: action.id, reference: standing.reference(), due, days });
        }
        if !is_complete(plan, action) {
            for quarter in [&mut this_quarter, &mut next_quarter] {
                due_in(&standing, as_at, quarter);
            }
        }
    }
    // Stable, so that what is due on one day stays in the plan's order.
    late.sort_by_key(|action| action.due);
    this_quarter.due.sort_by_key(|due| due.on);
    next_quarter.due.sort_by_key(|due| due.on);
    let mut summary =
        Summary { as_at, total, grids, late, this_quarter, next_quarter, undated, sentence: String::new() };
    summary.sentence = sentence(plan, &summary);
    summary
}

fn grid_name(reference: &str, index: usize) -> String {
    if reference.trim().is_empty() { format!("Grid {}", index + 1) } else { reference.to_owned() }
}

/// Whether a deadline ought to give a date and does not. Ongoing and recurring ones need none.
fn is_undated(reading: &Reading) -> bool {
    matches!(reading, Reading::Blank | Reading::Placeholder | Reading::Unread | Reading::Event(None))
}

fn due_in(standing: &Standing<'_>, as_at: NaiveDate, quarter: &mut DueQuarter) {
    let action = standing.action;
    let span = quarter.quarter.span();
    let falls = |reading: &Reading| reading.due().filter(|day| span.contains(*day) && *day >= as_at);
    let mut push = |of, text: &str, when_written: &str, on| {
        quarter.due.push(Due {
            action: action.id,
            reference: standing.reference(),
            of,
            text: text.to_owned(),
            when_written: when_written.to_owned(),
            on,
        });
    };
    if let Some(on) = falls(action.when.reading()) {
        push(MarkOf::Deadline, &action.description, action.when.written(), on);
    }
    for milestone in &action.milestones {
        if let Some(on) = falls(milestone.when().reading()) {
            push(MarkOf::Milestone(milestone.id), milestone.text(), milestone.when().written(), on);
        }
    }
}

fn sentence(plan: &Plan, summary: &Summary) -> String {
    let total = &summary.total;
    if total.total == 0 {
        return "The plan has no actions yet.".to_owned();
    }
    let mut words = counted(total.total, "action", "actions");
    if total.with_status() == 0 {
        words.push_str("; none has a status yet.");
    } else {
        let mut parts: Vec<String> = total
            .by_status
            .iter()
            .filter(|(_, count)| *count > 0)
            .filter_map(|(id, count)| Some(format!("{count} {}", in_running_text(&plan.status_of(Some(*id))?.word))))
            .collect();
        if total.without_status > 0 {
            parts.push(format!("{} with no status yet", total.without_status));
        }
        words.push_str(": ");
        words.push_str(&parts.join(", "));
        words.push('.');
    }
    let late = match summary.late.len() {
        0 => " None is late.".to_owned(),
        1 => " 1 is late.".to_owned(),
        late => format!(" {late} are late."),
    };
    words.push_str(&late);
    words.push_str(&due_words(summary));
    match summary.undated {
        0 => {}
        1 => words.push_str(" 1 has no date."),
        undated => words = format!("{words} {undated} have no date."),
    }
    let below = measures(plan, summary.as_at).iter().filter(|row| row.standing.against == Against::Below).count();
    match below {
        0 => {}
        1 => words.push_str(" 1 measure is below target."),
        below => words = format!("{words} {below} measures are below target."),
    }
    words
}

fn due_words(summary: &Summary) -> String {
    let next = &summary.next_quarter;
    let label = next.quarter.label();
    let actions = next.action_count();
    let milestones = next.due.len() - actions;
    match (actions, milestones) {
        (0, 0) => format!(" Nothing falls due next quarter ({label})."),
        (0, _) => format!(" {} due next quarter ({label}).", counted_fall(milestones, "milestone", "milestones")),
        (_, 0) => format!(" {} due next quarter ({label}).", counted_fall(actions, "action", "actions")),
        (_, _) => format!(
            " {} and {} fall due next quarter ({label}).",
            counted(actions, "action", "actions"),
            counted(milestones, "milestone", "milestones")
        ),
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn counted_fall(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", counted(count, one, many), if count == 1 { "falls" } else { "fall" })
}

/// A status word inside a sentence: "On track" becomes "on track", but "RAG" stays.
fn in_running_text(word: &str) -> String {
    let mut letters = word.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), second) if second.is_none_or(|second| !second.is_uppercase()) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => word.to_owned(),
    }
}
