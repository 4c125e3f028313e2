//! Each kind of change in words.
//!
//! It must not know how a row is painted.

use egui::{Id, Role, Sense, Ui, WidgetInfo};

use super::lines::Section;
use super::row::{self, Manner, Row, Statuses, go_to, leads_to};
use crate::dates::day_words;
use crate::model::merge::{Change, Joined, Subject};
use crate::model::{ActionId, Plan, Status, StatusId};
use crate::report::comparison::{
    ActionMoved, DateGivenOrLost, Direction, GivenOrLost, NamedAction, NamedObjective, Piece, SaidSince, StatusChange,
    Together, WholeAction, WordsChanged, one_line, together,
};
use crate::report::{Comparison, MarkOf};
use crate::ui::changes::{self, Told};
use crate::ui::view::View;

/// The two plans, for what a status looked like.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plans<'a> {
    pub(super) from: Option<&'a Plan>,
    pub(super) to: Option<&'a Plan>,
}

/// A comparison as rows, each made when it is shown.
#[derive(Debug)]
pub(super) struct Changes<'a> {
    comparison: &'a Comparison,
    plans: Plans<'a>,
    slipped: Vec<Together<'a>>,
    brought_forward: Vec<Together<'a>>,
}

/// A change: one with a row of its own, or one that is told by its words before and after.
enum Shown<'a> {
    Row(Row<'a>),
    Told(Told<'a>, Option<ActionId>, Subject),
}

impl<'a> Changes<'a> {
    pub(super) fn of(comparison: &'a Comparison, plans: Plans<'a>) -> Self {
        let (slipped, brought_forward) = (together(&comparison.slipped), together(&comparison.brought_forward));
        Self { comparison, plans, slipped, brought_forward }
    }

    pub(super) fn count(&self, section: Section) -> usize {
        let comparison = self.comparison;
        match section {
            Section::Completed => comparison.completed.len(),
            Section::Slipped => self.slipped.len(),
            Section::Statuses => comparison.statuses.len(),
            Section::New => comparison.new.len(),
            Section::Removed => comparison.removed.len(),
            Section::BroughtForward => self.brought_forward.len(),
            Section::Dates => comparison.given_or_lost.len(),
            Section::Moved => comparison.moved.len(),
            Section::Words => comparison.words.len(),
            Section::Added => comparison.added.len(),
            Section::TakenOut => comparison.taken_out.len(),
            Section::Updates => comparison.updates.len(),
            Section::Other => comparison.other.len(),
        }
    }

    fn one(&self, section: Section, index: usize) -> Option<Shown<'_>> {
        let comparison = self.comparison;
        Some(match section {
            Section::Completed => Shown::Row(self.status(comparison.completed.get(index)?)),
            Section::Slipped => Shown::Row(moved_dates(self.slipped.get(index)?, true)?),
            Section::Statuses => Shown::Row(self.status(comparison.statuses.get(index)?)),
            Section::New => Shown::Row(whole(comparison.new.get(index)?)),
            Section::Removed => Shown::Row(whole(comparison.removed.get(index)?)),
            Section::BroughtForward => Shown::Row(moved_dates(self.brought_forward.get(index)?, false)?),
            Section::Dates => Shown::Row(given_or_lost(comparison.given_or_lost.get(index)?)),
            Section::Moved => Shown::Row(moved(comparison.moved.get(index)?)),
            Section::Words => words(comparison.words.get(index)?),
            Section::Added => piece(comparison.added.get(index)?, Change::Added),
            Section::TakenOut => piece(comparison.taken_out.get(index)?, Change::Deleted),
            Section::Updates => Shown::Row(said(comparison.updates.get(index)?)),
            Section::Other => other(comparison.other.get(index)?),
        })
    }

    /// How high a change is about, in this width.
    pub(super) fn estimated_height(&self, section: Section, index: usize, width: f32) -> f32 {
        match self.one(section, index) {
            Some(Shown::Row(row)) => row.estimated_height(width),
            Some(Shown::Told(told, ..)) => changes::estimated_height(told, width),
            None => 0.0,
        }
    }

    /// Shows a change, and does what is pressed in it. `true` when its long words are to be unfolded, or folded again.
    pub(super) fn show(
        &self,
        ui: &mut Ui,
        view: &mut View<'_>,
        section: Section,
        index: usize,
        is_unfolded: bool,
    ) -> bool {
        match self.one(section, index) {
            Some(Shown::Row(mut row)) => {
                row.unexplained = row.unexplained.filter(|id| view.plan.action(*id).is_some());
                row.leads_to = row.leads_to.and_then(|_| leads_to(view.plan, action_of(&row), None));
                row.show(ui, view, is_unfolded)
            }
            Some(Shown::Told(told, action, subject)) => {
                let place = leads_to(view.plan, action, Some(subject));
                let shown = changes::paint(ui, &view.palette, told, is_unfolded, true);
                let name = changes::name(told);
                if place.is_none() {
                    shown.words.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
                    return shown.is_turned;
                }
                let id = Id::unique(("since-words", section, index));
                let response = ui.interact(shown.words.rect, id, Sense::click());
                response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
                row::mark_over(ui, &view.palette, &response);
                if response.clicked() {
                    go_to(view, place);
                }
                shown.is_turned
            }
            None => false,
        }
    }

    fn status(&self, change: &'a StatusChange) -> Row<'a> {
        let status = |plan: Option<&'a Plan>, id: Option<StatusId>| -> Option<&'a Status> { plan?.status_of(id) };
        let statuses = Statuses {
            from: status(self.plans.from, change.from),
            to: status(self.plans.to, change.to),
            direction: change.direction,
        };
        // Only what is worse needs a reason.
        let is_worse = change.direction == Direction::Worse;
        let mut row = Row { statuses: Some(statuses), ..named(&change.action) };
        row.told = why(change.why.as_deref(), is_worse);
        row.unexplained = (is_worse && change.why.is_none()).then_some(change.action.id);
        row
    }
}

fn action_of(row: &Row<'_>) -> Option<ActionId> {
    match row.leads_to {
        Some(crate::ui::Reveal::Action(id)) => Some(id),
        _ => None,
    }
}

fn named(action: &NamedAction) -> Row<'_> {
    Row {
        reference: action.reference.as_str().into(),
        words: blank_or(&action.text).into(),
        statuses: None,
        told: Vec::new(),
        unexplained: None,
        leads_to: Some(crate::ui::Reveal::Action(action.id)),
    }
}

fn blank_or(words: &str) -> &str {
    if words.trim().is_empty() { "(no words)" } else { words }
}

fn why(words: Option<&str>, is_asked: bool) -> Vec<(Manner, std::borrow::Cow<'_, str>)> {
    match words {
        Some(words) if is_asked => vec![(Manner::Soft, format!("Why: {words}").into())],
        Some(words) => vec![(Manner::Soft, format!("Said: {words}").into())],
        None if is_asked => vec![(Manner::Warning, "No reason given".into())],
        None => Vec::new(),
    }
}

/// Dates that moved, told as one. Later ones want a reason.
pub(crate) fn moved_dates<'a>(one: &Together<'a>, is_later: bool) -> Option<Row<'a>> {
    let first = one.first()?;
    let date = &first.date;
    let mut row = named(&date.action);
    row.words = match (one.counted(), date.of) {
        (Some(counted), _) => {
            row.reference = format!("{} and {} more", date.action.reference, one.dates.len() - 1).into();
            format!("{counted}: {}", blank_or(&date.text)).into()
        }
        (None, MarkOf::Milestone(_)) => format!("Milestone: {}", blank_or(&date.text)).into(),
        (None, MarkOf::Deadline) => blank_or(&date.text).into(),
    };
    let days = if first.days == 1 { "1 day".to_owned() } else { format!("{} days", first.days) };
    let way = if is_later { "later" } else { "earlier" };
    let moved = format!("{} → {}, {days} {way}", day_words(first.from), day_words(first.to));
    row.told.push((if is_later { Manner::Warning } else { Manner::Plain }, moved.into()));
    let [from, to] = [&date.from_words, &date.to_words].map(|words| one_line(words));
    row.told.push((Manner::Soft, format!("Written: {} → {}", quoted(&from), quoted(&to)).into()));
    if one.dates.len() > 1 {
        row.told.push((Manner::Soft, format!("In {}", one.references()).into()));
    }
    row.told.extend(why(one.why(), is_later));
    row.unexplained = (is_later && one.why().is_none()).then_some(date.action.id);
    Some(row)
}

fn quoted(words: &str) -> String {
    if words.is_empty() { "nothing".to_owned() } else { format!("“{words}”") }
}

fn given_or_lost(one: &DateGivenOrLost) -> Row<'_> {
    let date = &one.date;
    let mut row = named(&date.action);
    if let MarkOf::Milestone(_) = date.of {
        row.words = format!("Milestone: {}", blank_or(&date.text)).into();
    }
    let told = match one.day {
        GivenOrLost::Given(day) => (Manner::Plain, format!("No date → {}", day_words(day))),
        GivenOrLost::Lost(day) => (Manner::Warning, format!("{} → no date", day_words(day))),
    };
    row.told.push((told.0, told.1.into()));
    let [from, to] = [&date.from_words, &date.to_words].map(|words| quoted(&one_line(words)));
    row.told.push((Manner::Soft, format!("Written: {from} → {to}").into()));
    row.told.extend(why(date.why.as_deref(), false));
    row
}

fn whole(one: &WholeAction) -> Row<'_> {
    let or = |words: &str, none: &str| {
        let line = one_line(words);
        if line.is_empty() { none.to_owned() } else { line }
    };
    let mut row = named(&one.action);
    let told = format!("By whom: {}. By when: {}", or(&one.owners, "nobody"), or(&one.when, "no date"));
    row.told.push((Manner::Soft, told.into()));
    row
}

fn moved(one: &ActionMoved) -> Row<'_> {
    let words = |objective: &NamedObjective| {
        blank_or(&one_line(&format!("{} {}", objective.reference, objective.statement))).to_owned()
    };
    let mut row = named(&one.action);
    row.told.push((Manner::Soft, format!("From: {}", words(&one.from)).into()));
    row.told.push((Manner::Plain, format!("To: {}", words(&one.to)).into()));
    row
}

fn said(one: &SaidSince) -> Row<'_> {
    let mut row = named(&one.action);
    let count = one.updates.len();
    let count = if count == 1 { "1 update".to_owned() } else { format!("{count} updates, the newest") };
    let told = match one.newest.as_deref() {
        Some(words) => format!("{count}: {words}"),
        None => format!("{count}, without words"),
    };
    row.told.push((Manner::Soft, told.into()));
    row
}

fn words(one: &WordsChanged) -> Shown<'_> {
    let told = Told {
        change: Change::Changed,
        word: "Changed",
        place: &one.place,
        known_by: "",
        before: Some(&one.before),
        after: Some(&one.after),
    };
    Shown::Told(told, one.action.as_ref().map(|action| action.id), one.record)
}

fn piece(one: &Piece, change: Change) -> Shown<'_> {
    let is_new = change == Change::Added;
    let told = Told {
        change,
        word: if is_new { "Added" } else { "Taken out" },
        place: &one.place,
        known_by: "",
        before: (!is_new).then_some(one.text.as_str()),
        after: is_new.then_some(one.text.as_str()),
    };
    Shown::Told(told, one.action.as_ref().map(|action| action.id), one.record)
}

fn other(one: &Joined) -> Shown<'_> {
    let action = match one.record {
        Subject::Record(crate::model::RecordId::Action(id)) => Some(id),
        _ => None,
    };
    Shown::Told(one.into(), action, one.record)
}
