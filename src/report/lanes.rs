//! The plan across the year: rows of marks in groups, and what has no date to draw.
//!
//! Shared by the Timeline view and the workbook's timeline sheet. It knows plans and dates; it must not
//! know pixels, cells, colours or today's date.
//!
//! *Invariant:* every deadline and every milestone of every action is a [`Mark`] or is in
//! [`Lanes::undated`]. Nothing is ever missing.

use std::collections::HashMap;

use chrono::{Datelike, Months, NaiveDate};

use crate::dates::{Kind, Reading, Span, When};
use crate::model::{Action, ActionId, MilestoneId, Plan, Standing, StatusId};

#[cfg(test)]
mod tests;

/// Letters of a description that are shown as a row's label, about.
const LABEL_LETTERS: usize = 60;

/// What the rows are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LanesBy {
    /// The grid an action stands in.
    #[default]
    Objective,
    /// Who owns it.
    Owner,
    /// How it stands.
    Status,
}

impl LanesBy {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Objective, Self::Owner, Self::Status];

    /// In a word.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Objective => "Objective",
            Self::Owner => "Owner",
            Self::Status => "Status",
        }
    }
}

/// A plan laid out over its period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lanes {
    /// The groups, in order.
    pub groups: Vec<Group>,
    /// What has words but no day, in the plan's order, once each.
    pub undated: Vec<Undated>,
    /// The plan's period, widened to whole months.
    pub span: Span,
}

/// Rows under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// A grid's title, an owner's name or a status.
    pub heading: String,
    /// Its rows, in the plan's order.
    pub rows: Vec<Row>,
}

/// One action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub action: ActionId,
    /// Its reference, worked out from where it stands.
    pub reference: String,
    /// The first line of its description, shortened.
    pub label: String,
    /// How it stands, where anybody said so and the plan knows the status.
    pub status: Option<StatusId>,
    /// Its deadline, then its milestones in the order written. One may give several marks, or none.
    pub marks: Vec<Mark>,
}

/// Something with a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What it is.
    pub of: MarkOf,
    /// All its words: the deadline as written, or the milestone's sentence.
    pub words: String,
    /// The words of the date alone, as written; how they are read where nothing is written.
    pub date_words: String,
    /// What this mark's date is read as. Of several dates, this one.
    pub reading: Reading,
    /// What to draw.
    pub drawn: Drawn,
    /// Set where it lies wholly outside the span.
    pub outside: Option<Side>,
}

/// What a mark, or something that could not be drawn, is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkOf {
    /// The action's own deadline.
    Deadline,
    /// One of its milestones.
    Milestone(MilestoneId),
}

/// How a date looks on a time line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// One day.
    Point(NaiveDate),
    /// A month, quarter, year, range, or an event whose time is known.
    Band(Span),
    /// The days something recurring falls due within the span; empty where they are not known.
    Ticks(Vec<NaiveDate>),
    /// Something that never ends: the whole span.
    Open(Span),
    /// A start and no end.
    Fading(NaiveDate),
}

/// On which side of the span something lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// Earlier than its first day.
    Before,
    /// Later than its last day.
    After,
}

/// Words without a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undated {
    /// The action it belongs to.
    pub action: ActionId,
    /// The action's reference.
    pub reference: String,
    /// The first line of the action's description, shortened.
    pub label: String,
    /// What it is.
    pub of: MarkOf,
    /// Its words: the deadline as written, or the milestone's sentence.
    pub words: String,
    /// Why there is no day.
    pub kind: Kind,
}

/// Lays a plan out. Takes time in proportion to the plan.
#[must_use]
pub fn lanes(plan: &Plan, by: LanesBy) -> Lanes {
    let span = whole_months(plan.period.span());
    let mut undated = Vec::new();
    let mut rows = plan.standings().map(|standing| (standing, row(plan, &standing, span, &mut undated)));
    let groups = match by {
        LanesBy::Objective => by_grid(plan, &mut rows),
        LanesBy::Owner => by_owner(plan, &mut rows),
        LanesBy::Status => by_status(plan, &mut rows),
    };
    drop(rows);
    Lanes { groups, undated, span }
}

/// From the first day of the first month to the last day of the last.
fn whole_months(span: Span) -> Span {
    let first = span.from.with_day(1);
    let last = span.to.with_day(1).and_then(|day| day.checked_add_months(Months::new(1))?.pred_opt());
    Span { from: first.unwrap_or(span.from), to: last.unwrap_or(span.to) }
}

fn by_grid<'plan>(plan: &'plan Plan, rows: &mut dyn Iterator<Item = (Standing<'plan>, Row)>) -> Vec<Group> {
    let mut groups: Vec<Group> = plan.grids.iter().map(|grid| group(titled(grid.full_title()))).collect();
    for (standing, row) in rows {
        if let Some(group) = groups.get_mut(standing.grid_index) {
            group.rows.push(row);
        }
    }
    groups
}

/// Owners in the order of the alphabet, whatever the case; an action stands once under each of its owners.
fn by_owner<'plan>(plan: &'plan Plan, rows: &mut dyn Iterator<Item = (Standing<'plan>, Row)>) -> Vec<Group> {
    // As `plan.owner_name`, but looked up in a table: the directory may be long.
    let mut directory: HashMap<String, &str> = HashMap::new();
    for owner in &plan.directory {
        for name in owner.names() {
            directory.entry(folded(name)).or_insert(&owner.name);
        }
    }
    let mut groups: Vec<Group> = Vec::new();
    let mut found: HashMap<String, usize> = HashMap::new();
    // The same few words stand in most cells: they are folded once.
    let mut by_words: HashMap<&str, usize> = HashMap::new();
    let mut nobody = group("No owner".to_owned());
    for (standing, row) in rows {
        let mut places: Vec<usize> = Vec::new();
        for written in standing.action.owners.names() {
            let place = *by_words.entry(written).or_insert_with(|| {
                let name = directory.get(&folded(written)).copied().unwrap_or(written);
                *found.entry(folded(name)).or_insert_with(|| {
                    groups.push(group(name.to_owned()));
                    groups.len() - 1
                })
            });
            if !places.contains(&place) {
                places.push(place);
            }
        }
        match places.split_last() {
            None => nobody.rows.push(row),
            Some((last, others)) => {
                for place in others {
                    groups[*place].rows.push(row.clone());
                }
                groups[*last].rows.push(row);
            }
        }
    }
    groups.sort_by_cached_key(|group| folded(&group.heading));
    groups.extend((!nobody.rows.is_empty()).then_some(nobody));
    groups
}

fn by_status<'plan>(plan: &'plan Plan, rows: &mut dyn Iterator<Item = (Standing<'plan>, Row)>) -> Vec<Group> {
    let mut groups: Vec<Group> = plan.statuses.iter().map(|status| group(status.word.clone())).collect();
    groups.push(group("No status".to_owned()));
    let last = groups.len() - 1;
    for (_, row) in rows {
        let known = row.status.and_then(|id| plan.statuses.iter().position(|status| status.id == id));
        groups[known.unwrap_or(last)].rows.push(row);
    }
    groups.retain(|group| !group.rows.is_empty());
    groups
}

fn group(heading: String) -> Group {
    Group { heading, rows: Vec::new() }
}

/// Names are one whatever their case and spacing, as in [`crate::model::owners::same_name`].
fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(&word.to_lowercase());
    }
    folded
}

fn row(plan: &Plan, standing: &Standing<'_>, span: Span, undated: &mut Vec<Undated>) -> Row {
    let action = standing.action;
    let mut row = Row {
        action: action.id,
        reference: standing.reference(),
        label: label(&action.description),
        status: plan.status_of(action.status).map(|status| status.id),
        marks: Vec::new(),
    };
    for (of, words, when) in dated_things(action) {
        let mut any = false;
        visit_parts(when.reading(), &mut |reading| {
            any = true;
            match drawn(reading, span) {
                None => undated.push(missing(&row, of, words, reading.kind())),
                Some(drawn) => row.marks.push(Mark {
                    of,
                    words: words.to_owned(),
                    date_words: date_words(when, reading),
                    reading: reading.clone(),
                    outside: side(&drawn, span),
                    drawn,
                }),
            }
        });
        if !any {
            undated.push(missing(&row, of, words, when.reading().kind()));
        }
    }
    row
}

fn date_words(when: &When, reading: &Reading) -> String {
    let written = when.written().trim();
    if written.is_empty() { reading.describe() } else { written.to_owned() }
}

/// The deadline and the milestones of an action, each with its words.
fn dated_things(action: &Action) -> impl Iterator<Item = (MarkOf, &str, &When)> {
    let deadline = (MarkOf::Deadline, action.when.written(), &action.when);
    let milestones = action.milestones.iter().map(|one| (MarkOf::Milestone(one.id), one.text(), one.when()));
    std::iter::once(deadline).chain(milestones)
}

/// Shows the readings inside a reading of several, however deep; else the reading itself.
fn visit_parts<'reading>(reading: &'reading Reading, visit: &mut dyn FnMut(&'reading Reading)) {
    match reading {
        Reading::Several(parts) => parts.iter().for_each(|part| visit_parts(part, visit)),
        one => visit(one),
    }
}

fn missing(row: &Row, of: MarkOf, words: &str, kind: Kind) -> Undated {
    let (reference, label) = (row.reference.clone(), row.label.clone());
    Undated { action: row.action, reference, label, of, words: words.to_owned(), kind }
}

fn drawn(reading: &Reading, span: Span) -> Option<Drawn> {
    match reading {
        Reading::Day(day) => Some(Drawn::Point(*day)),
        Reading::Month(days) | Reading::Quarter(days) | Reading::Year(days) | Reading::Range(days) => {
            Some(Drawn::Band(*days))
        }
        Reading::Event(days) => days.map(Drawn::Band),
        Reading::Recurring(recurrence) => Some(Drawn::Ticks(recurrence.dates_within(span))),
        Reading::Ongoing => Some(Drawn::Open(span)),
        Reading::From(day) => Some(Drawn::Fading(*day)),
        Reading::Several(_) | Reading::Placeholder | Reading::Blank | Reading::Unread => None,
    }
}

fn side(drawn: &Drawn, span: Span) -> Option<Side> {
    let (from, to) = match drawn {
        Drawn::Point(day) => (*day, *day),
        Drawn::Band(days) => (days.from, days.to),
        // What has begun and has no end reaches into any later time.
        Drawn::Fading(day) => (*day, NaiveDate::MAX),
        Drawn::Ticks(_) | Drawn::Open(_) => return None,
    };
    if to < span.from { Some(Side::Before) } else { (from > span.to).then_some(Side::After) }
}

fn titled(title: String) -> String {
    if title.is_empty() { "Untitled".to_owned() } else { title }
}

/// The first line with words in it, cut between words where it is long.
fn label(description: &str) -> String {
    let line = description.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("No description");
    let Some((limit, _)) = line.char_indices().nth(LABEL_LETTERS) else { return line.to_owned() };
    let fits_to = |end: usize| line[..end].trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let whole_words = line[..limit].rfind(char::is_whitespace).map_or("", fits_to);
    // One word longer than the label must be cut inside.
    let kept = if whole_words.chars().count() * 2 > LABEL_LETTERS { whole_words } else { fits_to(limit) };
    format!("{}…", if kept.is_empty() { &line[..limit] } else { kept })
}
