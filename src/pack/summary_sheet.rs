//! "Where the plan stands": the sentence, the counts with a chart beside them, the key, what is late, and
//! what falls due to the end of next quarter.
//!
//! The sheet is cut into narrow columns, and every table joins as many as it needs, so that tables of
//! different widths can stand on one page.

use rust_xlsxwriter::Worksheet;

use super::sheet::{Cell, Row, Sheet, height_of};
use super::summary_counts;
use super::text::{one_line, shortened};
use super::form_columns::continued;
use super::{Making, PackError};
use crate::dates::{day_words, long_day_words};
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
    let mut page = SummaryPage { sheet, making };
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
        let headings = [
            (0, 1, "Ref"),
            (2, 9, "Action"),
            (10, 12, "By whom"),
            (13, 15, "By when"),
            (16, 18, "Status"),
            (19, LAST, "Latest update"),
        ];
        let rows = summary.late.iter().map(|late| self.late_row(late)).take(MOST_ROWS).collect();
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
            let cells = headings.iter().map(|(first, last, words)| Cell::across(*first, *last, *words, &styles.heading));
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

    fn late_row(&self, late: &LateAction) -> Vec<Row<'a>> {
        let styles = self.making.styles;
        let Some(action) = self.making.actions.get(&late.action) else { return Vec::new() };
        let days = if late.days == 1 { "1 day late".to_owned() } else { format!("{} days late", late.days) };
        let when = format!("{}\n{days}", one_line(action.when.written()));
        let update = action.newest_update().map_or_else(String::new, |update| {
            let on = update.on.map_or_else(String::new, |on| format!("{}: ", day_words(on)));
            briefer(&format!("{on}{}", update.text))
        });
        let status = match styles.status(action.status) {
            Some(status) => Cell::across(16, 18, status.chip_text.as_str(), &status.chip),
            None => Cell::across(16, 18, "No status yet", &styles.cell_quiet),
        };
        let cells = vec![
            Cell::across(0, 1, late.reference.clone(), &styles.cell_quiet),
            Cell::across(2, 9, brief(&action.description), &styles.cell),
            Cell::across(10, 12, briefer(action.owners.written()), &styles.cell),
            Cell::across(13, 15, when, &styles.cell_late),
            status,
            Cell::across(19, LAST, update, &styles.cell),
        ];
        self.sheet.rows(cells, 20)
    }

    fn due(&mut self, due: &DueQuarter, title: &str) -> Result<(), PackError> {
        let headings = [
            (0, 1, "Ref"),
            (2, 4, "What"),
            (5, 13, "Words"),
            (14, 16, "By whom"),
            (17, 19, "When, as written"),
            (20, LAST, "Status of the action"),
        ];
        let rows = due.due.iter().map(|one| self.due_row(one)).take(MOST_ROWS).collect();
        self.table(&format!("{title} ({})", due.due.len()), &headings, rows, due.due.len())
    }

    fn due_row(&self, due: &Due) -> Vec<Row<'a>> {
        let styles = self.making.styles;
        let action = self.making.actions.get(&due.action);
        let owners = action.map_or_else(String::new, |action| briefer(action.owners.written()));
        let status = match styles.status(action.and_then(|action| action.status)) {
            Some(status) => Cell::across(20, LAST, status.chip_text.as_str(), &status.chip),
            None => Cell::across(20, LAST, "No status yet", &styles.cell_quiet),
        };
        let what = if due.of == MarkOf::Deadline { "▼ Deadline" } else { "● Milestone" };
        let cells = vec![
            Cell::across(0, 1, due.reference.clone(), &styles.cell_quiet),
            Cell::across(2, 4, what, &styles.cell),
            Cell::across(5, 13, brief(&due.text), &styles.cell),
            Cell::across(14, 16, owners, &styles.cell),
            Cell::across(17, 19, one_line(&due.when_written), &styles.cell),
            status,
        ];
        self.sheet.rows(cells, 20)
    }
}

/// The words on one line, shortened where they would crowd the summary; the grids have them whole.
fn brief(words: &str) -> String {
    shortened(&one_line(words), MOST_UNITS)
}

/// The same for a narrow column.
fn briefer(words: &str) -> String {
    shortened(&one_line(words), MOST_UNITS_NARROW)
}
