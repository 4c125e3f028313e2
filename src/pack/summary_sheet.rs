//! "Where the plan stands": the sentence, the counts with a chart beside them, the key, what is late, and
//! what falls due to the end of next quarter.
//!
//! The sheet is cut into narrow columns, and every table joins as many as it needs, so that tables of
//! different widths can stand on one page.

use rust_xlsxwriter::Worksheet;

use super::cell::{Cell, Row, height_of};
use super::form_columns::continued;
use super::sheet::Sheet;
use super::summary_counts;
use super::text::{one_line, shortened};
use super::{Making, PackError};
use crate::dates::{day_words, long_day_words};
use crate::model::{Action, StatusId};
use crate::report::{Due, DueQuarter, LateAction, MarkOf, Summary, summary};

/// How many narrow columns the page is cut into.
pub(super) const COLUMNS: u16 = 24;
/// The last of them.
pub(super) const LAST: u16 = COLUMNS - 1;
/// Tables longer than this say how many more there are; the register has them all.
const MOST_ROWS: usize = 60;
/// The most of an action's words a row of the summary shows.
const MOST_UNITS: usize = 130;
/// The most of the words in its narrow columns.
const MOST_UNITS_NARROW: usize = 80;

/// Writes the sheet and says how many pages it takes.
pub(super) fn write(worksheet: &mut Worksheet, making: &Making<'_>) -> Result<usize, PackError> {
    let summary = summary(making.plan, making.as_at);
    let widths = vec![making.paper.width_px() / u32::from(COLUMNS); usize::from(COLUMNS)];
    let sheet = Sheet::new(worksheet, making.ruler, making.bold, widths, making.paper.height_px())?;
    let shows = Shows {
        statuses: summary.total.with_status() > 0,
        updates: summary
            .late
            .iter()
            .any(|late| making.actions.get(&late.action).is_some_and(|one| !one.updates.is_empty())),
    };
    let mut page = SummaryPage { sheet, making, shows };
    making.furniture.set_up(page.sheet.worksheet());
    page.opening(&summary)?;
    if summary.total.total > 0 {
        summary_counts::write(&mut page.sheet, making, &summary)?;
        page.late(&summary)?;
        page.due(&summary.this_quarter, &format!("Due in the rest of this quarter, {}", summary.this_quarter.quarter))?;
        page.due(&summary.next_quarter, &format!("Due next quarter, {}", summary.next_quarter.quarter))?;
    }
    page.sheet.finish()
}

struct SummaryPage<'a> {
    sheet: Sheet<'a>,
    making: &'a Making<'a>,
    shows: Shows,
}

impl<'a> SummaryPage<'a> {
    fn opening(&mut self, summary: &Summary) -> Result<(), PackError> {
        let styles = self.making.styles;
        let meeting = self.making.meeting.map_or_else(
            || format!("As at {}", long_day_words(summary.as_at)),
            |meeting| {
                let day = meeting.when.reading().due();
                let when = day.map_or_else(|| meeting.when.written().to_owned(), long_day_words);
                format!("{}, {when}", shortened(&one_line(&meeting.name), 60))
            },
        );
        let title = vec![
            Cell::across(0, 13, "Where the plan stands", &styles.title),
            Cell::across(14, LAST, meeting, &styles.title_side),
        ];
        let rows = self.sheet.rows(title, 34);
        self.sheet.write(rows)?;
        let sentence = self.sheet.rows(vec![Cell::across(0, LAST, summary.sentence.clone(), &styles.sentence)], 26);
        self.sheet.write(sentence)?;
        self.sheet.gap(8)
    }

    fn late(&mut self, summary: &Summary) -> Result<(), PackError> {
        let title = format!("Late ({})", summary.late.len());
        let columns = late_columns(self.shows);
        let headings: Vec<(u16, u16, &'static str)> =
            columns.iter().map(|(first, last, late)| (*first, *last, late.heading())).collect();
        let rows = summary.late.iter().map(|late| self.late_row(late, &columns)).take(MOST_ROWS).collect();
        self.table(&title, &headings, rows, summary.late.len())
    }

    /// A table under its own title. Where it runs over a page, the next begins with its headings again.
    fn table(
        &mut self,
        title: &str,
        headings: &[(u16, u16, &'static str)],
        rows: Vec<Vec<Row<'a>>>,
        count: usize,
    ) -> Result<(), PackError> {
        if rows.is_empty() {
            return Ok(());
        }
        let styles = self.making.styles;
        let opening = |sheet: &Sheet<'_>, title: String| {
            let mut opening = sheet.rows(vec![Cell::across(0, LAST, title, &styles.section)], 24);
            let cells =
                headings.iter().map(|(first, last, words)| Cell::across(*first, *last, *words, &styles.heading));
            opening.extend(sheet.rows(cells.collect(), 21));
            opening
        };
        self.sheet.gap(12)?;
        let mut together = opening(&self.sheet, title.to_owned());
        for (index, row) in rows.into_iter().enumerate() {
            if index > 0 && !self.sheet.flow().has_room(height_of(&row)) {
                self.sheet.new_page();
                together = opening(&self.sheet, continued(title));
            }
            together.extend(row);
            self.sheet.write_together(std::mem::take(&mut together))?;
        }
        let more = count.saturating_sub(MOST_ROWS);
        if more > 0 {
            let words = format!("And {more} more: see the register of actions.");
            let rows = self.sheet.rows(vec![Cell::across(0, LAST, words, &styles.quiet)], 20);
            self.sheet.write_together(rows)?;
        }
        Ok(())
    }

    fn late_row(&self, late: &LateAction, columns: &[(u16, u16, Late)]) -> Vec<Row<'a>> {
        let styles = self.making.styles;
        let Some(action) = self.making.actions.get(&late.action) else { return Vec::new() };
        let cell = |(first, last, column): &(u16, u16, Late)| {
            let (words, style) = match column {
                Late::Reference => (late.reference.clone(), &styles.cell_quiet),
                Late::Action => (brief(&action.description), &styles.cell),
                Late::Owners => (briefer(action.owners.written()), &styles.cell),
                Late::When => {
                    (format!("{}\n{}", one_line(action.when.written()), late_words(late.days)), &styles.cell_late)
                }
                Late::Status => return self.status(*first, *last, action.status),
                Late::Update => (newest_update(action), &styles.cell),
            };
            Cell::across(*first, *last, words, style)
        };
        self.sheet.rows(columns.iter().map(cell).collect(), 20)
    }

    fn status(&self, first: u16, last: u16, status: Option<StatusId>) -> Cell<'a> {
        let styles = self.making.styles;
        match styles.status(status) {
            Some(status) => Cell::across(first, last, status.chip_text.as_str(), &status.chip),
            None => Cell::across(first, last, "No status yet", &styles.cell_quiet),
        }
    }

    fn due(&mut self, due: &DueQuarter, title: &str) -> Result<(), PackError> {
        let (words_last, owners_last) = if self.shows.statuses { (12, 16) } else { (14, 19) };
        let mut headings = vec![
            (0, 1, "Ref"),
            (2, 4, "What"),
            (5, words_last, "Action or milestone"),
            (words_last + 1, owners_last, "By whom"),
            (owners_last + 1, owners_last + 4, "When, as written"),
        ];
        if self.shows.statuses {
            headings.push((owners_last + 5, LAST, "Status"));
        }
        let rows = due.due.iter().map(|one| self.due_row(one, &headings)).take(MOST_ROWS).collect();
        self.table(&format!("{title} ({})", due.due.len()), &headings, rows, due.due.len())
    }

    fn due_row(&self, due: &Due, columns: &[(u16, u16, &'static str)]) -> Vec<Row<'a>> {
        let styles = self.making.styles;
        let action = self.making.actions.get(&due.action);
        let owners = action.map_or_else(String::new, |action| briefer(action.owners.written()));
        let what = if due.of == MarkOf::Deadline { "▼ Deadline" } else { "● Milestone" };
        let words = [due.reference.clone(), what.to_owned(), brief(&due.text), owners, one_line(&due.when_written)];
        let mut cells: Vec<Cell<'a>> = columns
            .iter()
            .zip(words)
            .map(|((first, last, _), words)| Cell::across(*first, *last, words, &styles.cell))
            .collect();
        if let Some((first, last, _)) = columns.get(5) {
            cells.push(self.status(*first, *last, action.and_then(|action| action.status)));
        }
        self.sheet.rows(cells, 20)
    }
}

/// What of the plan there is to show at all.
#[derive(Clone, Copy)]
struct Shows {
    statuses: bool,
    updates: bool,
}

/// A column of the table of late actions.
#[derive(Clone, Copy)]
enum Late {
    Reference,
    Action,
    Owners,
    When,
    Status,
    Update,
}

impl Late {
    fn heading(self) -> &'static str {
        match self {
            Self::Reference => "Ref",
            Self::Action => "Action",
            Self::Owners => "By whom",
            Self::When => "By when",
            Self::Status => "Status",
            Self::Update => "Latest update",
        }
    }
}

/// The columns of that table, each with the narrow columns it joins. What no action has is left out.
fn late_columns(shows: Shows) -> Vec<(u16, u16, Late)> {
    let mut wanted = vec![(2, Late::Reference), (8, Late::Action), (3, Late::Owners), (3, Late::When)];
    if shows.statuses {
        wanted.push((3, Late::Status));
    }
    if shows.updates {
        wanted.push((5, Late::Update));
    }
    // What is left over goes to the actions, and a share of it to their owners.
    let left = COLUMNS - wanted.iter().map(|(width, _)| width).sum::<u16>();
    if let [_, action, owners, ..] = wanted.as_mut_slice() {
        owners.0 += left / 3;
        action.0 += left - left / 3;
    }
    let mut next = 0;
    wanted
        .into_iter()
        .map(|(width, column)| {
            let first = next;
            next += width;
            (first, next - 1, column)
        })
        .collect()
}

fn late_words(days: i64) -> String {
    if days == 1 { "1 day late".to_owned() } else { format!("{days} days late") }
}

fn newest_update(action: &Action) -> String {
    action.newest_update().map_or_else(String::new, |update| {
        let on = update.on.map_or_else(String::new, |on| format!("{}: ", day_words(on)));
        briefer(&format!("{on}{}", update.text))
    })
}

/// The words on one line, shortened where they would crowd the summary; the grids have them whole.
fn brief(words: &str) -> String {
    shortened(&one_line(words), MOST_UNITS)
}

/// The same for a narrow column.
fn briefer(words: &str) -> String {
    shortened(&one_line(words), MOST_UNITS_NARROW)
}
