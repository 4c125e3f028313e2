//! "Since the last board": what was completed, what slipped and why, which statuses changed, what is new, gone or
//! earlier, against the pack that was issued before.
//!
//! The sheet is cut into narrow columns, and every table joins as many as it needs. Linked milestones that moved
//! alike are one row. Changed words are only counted: the plan itself is in the pack.

use rust_xlsxwriter::Worksheet;

use super::cell::{Cell, Row, height_of};
use super::form_columns::continued;
use super::sheet::Sheet;
use super::styles::Style;
use super::text::one_line;
use super::{Making, PackError};
use crate::dates::{day_words, long_day_words};
use crate::model::{Issued, Plan, StatusId};
use crate::report::comparison::{ChangeCounts, Direction, StatusChange, Together, WholeAction, together};
use crate::report::{Comparison, MarkOf, compare};

/// How many narrow columns the page is cut into.
const COLUMNS: u16 = 24;
/// The last of them.
const LAST: u16 = COLUMNS - 1;

/// The pack the board had last, and what changed since.
pub(super) struct Since<'a> {
    issued: &'a Issued,
    comparison: Comparison,
}

impl<'a> Since<'a> {
    /// What changed since the newest pack that was issued before the day; `None` where none was.
    pub(super) fn of(plan: &'a Plan, as_at: chrono::NaiveDate) -> Option<Self> {
        let issued = plan.issued_before(as_at)?;
        Some(Self { issued, comparison: compare(&issued.said, plan) })
    }

    /// "Since DAAT Board, 11 July 2016: 3 completed, 2 slipped."
    pub(super) fn in_short(&self) -> String {
        let counted = self.comparison.in_short();
        // The sentence goes on after a colon.
        let counted = if self.comparison.is_empty() { "nothing changed".to_owned() } else { counted };
        format!("Since {}: {counted}.", self.title())
    }

    fn title(&self) -> String {
        let (board, day) = (one_line(&self.issued.board), long_day_words(self.issued.as_at));
        if board.is_empty() { day } else { format!("{board}, {day}") }
    }
}

/// Writes the sheet and says how many pages it takes.
pub(super) fn write(worksheet: &mut Worksheet, making: &Making<'_>, since: &Since<'_>) -> Result<usize, PackError> {
    let widths = vec![making.paper.width_px() / u32::from(COLUMNS); usize::from(COLUMNS)];
    let sheet = Sheet::new(worksheet, making.ruler, making.bold, widths, making.paper.height_px())?;
    let mut page = SincePage { sheet, making };
    making.furniture.set_up(page.sheet.worksheet());
    page.opening(since)?;
    let comparison = &since.comparison;
    let statuses = |list: &[StatusChange]| -> Vec<Change> { list.iter().map(Change::of_status).collect() };
    let dates = |list: &[Together<'_>], way: &str| -> Vec<Change> {
        list.iter().filter_map(|one| Change::of_dates(one, way)).collect()
    };
    let status_headings = ["Ref", "Action", "Was", "Now", "Which is", "Why"];
    let date_headings = ["Ref", "Action or milestone", "Was", "Now", "By", "Why"];
    page.table("Completed", status_headings, statuses(&comparison.completed))?;
    page.table("Slipped", date_headings, dates(&together(&comparison.slipped), "later"))?;
    page.table("Status changed", status_headings, statuses(&comparison.statuses))?;
    page.wholes("New", &comparison.new)?;
    page.wholes("Removed", &comparison.removed)?;
    page.table("Brought forward", date_headings, dates(&together(&comparison.brought_forward), "earlier"))?;
    page.besides(comparison.counts())?;
    page.sheet.finish()
}

/// A row of a table of changes.
struct Change {
    reference: String,
    text: String,
    was: Side,
    is: Side,
    how: String,
    why: String,
}

/// What was, or is.
enum Side {
    Words(String),
    Status(Option<StatusId>, String),
}

impl Change {
    fn of_status(change: &StatusChange) -> Self {
        let side = |id, word: &str| {
            let word = one_line(word);
            Side::Status(id, if word.is_empty() { "No status".to_owned() } else { word })
        };
        let (how, why) = match change.direction {
            Direction::Better => ("↑ Better", change.why.as_deref().unwrap_or_default()),
            Direction::Worse => ("↓ Worse", change.why.as_deref().unwrap_or(NO_REASON)),
            Direction::Neither => ("", change.why.as_deref().unwrap_or_default()),
        };
        Self {
            reference: change.action.reference.clone(),
            text: change.action.text.clone(),
            was: side(change.from, &change.from_word),
            is: side(change.to, &change.to_word),
            how: how.to_owned(),
            why: why.to_owned(),
        }
    }

    fn of_dates(one: &Together<'_>, way: &str) -> Option<Self> {
        let first = one.first()?;
        let text = match (one.counted(), first.date.of) {
            (Some(counted), _) => format!("{counted}: {}", first.date.text),
            (None, MarkOf::Milestone(_)) => format!("● {}", first.date.text),
            (None, MarkOf::Deadline) => first.date.text.clone(),
        };
        let days = if first.days == 1 { "1 day".to_owned() } else { format!("{} days", first.days) };
        let no_reason = if way == "later" { NO_REASON } else { "" };
        Some(Self {
            reference: one.references(),
            text,
            was: Side::Words(day_words(first.from)),
            is: Side::Words(day_words(first.to)),
            how: format!("{days} {way}"),
            why: one.why().unwrap_or(no_reason).to_owned(),
        })
    }
}

const NO_REASON: &str = "No reason given";

/// The columns of a table of changes, both ends included.
const CHANGE: [(u16, u16); 6] = [(0, 1), (2, 9), (10, 12), (13, 15), (16, 17), (18, LAST)];
/// The columns of a table of whole actions.
const WHOLE: [(u16, u16); 4] = [(0, 1), (2, 14), (15, 19), (20, LAST)];

struct SincePage<'a> {
    sheet: Sheet<'a>,
    making: &'a Making<'a>,
}

impl<'a> SincePage<'a> {
    fn opening(&mut self, since: &Since<'_>) -> Result<(), PackError> {
        let styles = self.making.styles;
        let now = format!("As at {}", long_day_words(self.making.as_at));
        let title = vec![
            Cell::across(0, 13, "Since the last board", &styles.title),
            Cell::across(14, LAST, now, &styles.title_side),
        ];
        let rows = self.sheet.rows(title, 34);
        self.sheet.write(rows)?;
        let sentence = self.sheet.rows(vec![Cell::across(0, LAST, since.in_short(), &styles.sentence)], 26);
        self.sheet.write(sentence)
    }

    fn table(&mut self, title: &str, headings: [&'static str; 6], changes: Vec<Change>) -> Result<(), PackError> {
        let styles = self.making.styles;
        let mut rows = Vec::with_capacity(changes.len());
        for change in changes {
            let [was, is] = [change.was, change.is].map(|side| self.side(side));
            let words = |words: String| (words.into(), &styles.cell);
            let reference = (change.reference.into(), &styles.cell_quiet);
            let cells = [reference, words(change.text), was, is, words(change.how), words(change.why)];
            let cells = CHANGE.into_iter().zip(cells);
            let cells = cells.map(|((first, last), (content, style))| Cell { first, last, content, style });
            rows.push(self.sheet.rows(cells.collect(), 20));
        }
        self.list(title, &CHANGE, &headings, rows)
    }

    fn side(&self, side: Side) -> (super::cell::Content<'a>, &'a Style) {
        let styles = self.making.styles;
        match side {
            Side::Words(words) => (words.into(), &styles.cell),
            // The board may have called it otherwise then.
            Side::Status(id, word) => match styles.status(id).filter(|status| status.chip_text.ends_with(&word)) {
                Some(status) => (status.chip_text.as_str().into(), &status.chip),
                None => (word.into(), &styles.cell),
            },
        }
    }

    fn wholes(&mut self, title: &str, wholes: &'a [WholeAction]) -> Result<(), PackError> {
        let styles = self.making.styles;
        let row = |whole: &'a WholeAction| {
            let words = [&whole.action.reference, &whole.action.text, &whole.owners, &whole.when];
            let styles = [&styles.cell_quiet, &styles.cell, &styles.cell, &styles.cell];
            let cells = WHOLE.into_iter().zip(words).zip(styles);
            cells.map(|(((first, last), words), style)| Cell::across(first, last, words.as_str(), style)).collect()
        };
        let rows = wholes.iter().map(|whole| self.sheet.rows(row(whole), 20)).collect();
        self.list(title, &WHOLE, &["Ref", "Action", "By whom", "By when, as written"], rows)
    }

    /// A table under its own title. Where it runs over a page, the next begins with its headings again.
    fn list(
        &mut self,
        title: &str,
        columns: &[(u16, u16)],
        headings: &[&'static str],
        rows: Vec<Vec<Row<'a>>>,
    ) -> Result<(), PackError> {
        if rows.is_empty() {
            return Ok(());
        }
        let styles = self.making.styles;
        let opening = |sheet: &Sheet<'_>, title: String| {
            let mut opening = sheet.rows(vec![Cell::across(0, LAST, title, &styles.section)], 24);
            let cells = columns.iter().zip(headings);
            let cells = cells.map(|((first, last), words)| Cell::across(*first, *last, *words, &styles.heading));
            opening.extend(sheet.rows(cells.collect(), 21));
            opening
        };
        self.sheet.gap(12)?;
        let mut together = opening(&self.sheet, format!("{title} ({})", rows.len()));
        for (index, row) in rows.into_iter().enumerate() {
            if index > 0 && !self.sheet.flow().has_room(height_of(&row)) {
                self.sheet.new_page();
                together = opening(&self.sheet, continued(title));
            }
            together.extend(row);
            self.sheet.write_together(std::mem::take(&mut together))?;
        }
        Ok(())
    }

    /// What else there is, in numbers.
    fn besides(&mut self, counts: ChangeCounts) -> Result<(), PackError> {
        let told =
            ChangeCounts { completed: 0, slipped: 0, statuses: 0, new: 0, removed: 0, brought_forward: 0, ..counts };
        if told == ChangeCounts::default() {
            return Ok(());
        }
        self.sheet.gap(12)?;
        let words = format!("Besides: {}.", told.in_short());
        let rows = self.sheet.rows(vec![Cell::across(0, LAST, words, &self.making.styles.body)], 20);
        self.sheet.write_together(rows)
    }
}
