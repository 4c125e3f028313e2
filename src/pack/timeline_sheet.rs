//! The timeline: months and quarters across, one row a deadline or milestone, drawn in cells so that it
//! prints. Nothing is left out: what lies outside the period stands in the edge columns, what has no date
//! is listed below.

use rust_xlsxwriter::Worksheet;

use super::cell::{Cell, height_of};
use super::form_columns::continued;
use super::layout::widths::share_out;
use super::months::{Falls, Scale};
use super::sheet::Sheet;
use super::styles::{Style, Styles};
use super::text::{capitalised, one_line, shortened};
use super::timeline_rows::{Look, Painted, painted, sign};
use super::{Making, PackError};
use crate::dates::{Kind, long_day_words};
use crate::model::StatusId;
use crate::report::{Group, Lanes, LanesBy, Mark, MarkOf, Row as Lane, Undated, lanes};

const REFERENCE: u16 = 0;
const WHAT: u16 = 1;
const WHEN: u16 = 2;
const STATUS: u16 = 3;
const BEFORE: u16 = 4;
const FIRST_SLOT: u16 = 5;

const KEY: &str = "▼ deadline, with its day   ● milestone, with its day   a run of filled cells: any time in it   \
                   ◊ comes round again   → goes on   ► starts, no end given   ■ board meeting";

/// Writes the sheet and says how many pages it takes.
pub(super) fn write(worksheet: &mut Worksheet, making: &Making<'_>) -> Result<usize, PackError> {
    let lanes = lanes(making.plan, LanesBy::Objective);
    let scale = Scale::new(lanes.span);
    let slot_count = u16::try_from(scale.slots.len()).unwrap_or(1);
    let widths = widths(making, scale.slots.len());
    let sheet = Sheet::new(worksheet, making.ruler, making.bold, widths, making.paper.height_px())?;
    let now = scale.falls(making.as_at);
    let mut timeline = Timeline { sheet, making, scale: &scale, now, after: FIRST_SLOT + slot_count };
    making.furniture.set_up(timeline.sheet.worksheet());
    timeline.headings()?;
    timeline.meetings()?;
    timeline.groups(&lanes)?;
    timeline.undated(&lanes.undated)?;
    timeline.sheet.finish()
}

/// Columns: reference, what, when, status, before, the months, after.
fn widths(making: &Making<'_>, slot_count: usize) -> Vec<u32> {
    let page_px = making.paper.width_px();
    let (reference, when, status, edge) = (52, 96, 34, 38);
    let fixed = reference + when + status + 2 * edge;
    #[allow(clippy::cast_precision_loss, reason = "there are at most some dozens of columns")]
    let weights: Vec<f32> =
        std::iter::once((slot_count as f32 * 0.75).max(5.0)).chain(std::iter::repeat_n(1.0, slot_count)).collect();
    let mut shared = share_out(page_px - fixed, &weights).into_iter();
    let what = shared.next().unwrap_or(200);
    [reference, what, when, status, edge].into_iter().chain(shared).chain([edge]).collect()
}

struct Timeline<'a> {
    sheet: Sheet<'a>,
    making: &'a Making<'a>,
    scale: &'a Scale,
    now: Falls,
    after: u16,
}

impl<'a> Timeline<'a> {
    fn headings(&mut self) -> Result<(), PackError> {
        let styles = self.making.styles;
        let title = format!("Timeline, as at {}", long_day_words(self.making.as_at));
        let mut rows = self.sheet.rows(vec![Cell::across(0, self.after, title, &styles.title)], 32);
        let mut groups =
            vec![Cell::across(REFERENCE, STATUS, "", &styles.quarter), Cell::new(BEFORE, "", &styles.quarter)];
        let mut start = 0;
        while let Some(first) = self.scale.slots.get(start) {
            let length = self.scale.slots[start..].iter().take_while(|slot| slot.group == first.group).count();
            let (from, to) = (self.column(Falls::In(start)), self.column(Falls::In(start + length - 1)));
            groups.push(Cell::across(from, to, first.group.as_str(), &styles.quarter));
            start += length;
        }
        groups.push(Cell::new(self.after, "", &styles.quarter));
        rows.extend(self.sheet.rows(groups, 20));
        let mut months = vec![
            Cell::new(REFERENCE, "Ref", &styles.lane_heading),
            Cell::new(WHAT, "Action or milestone", &styles.lane_heading),
            Cell::new(WHEN, "When, as written", &styles.lane_heading),
            Cell::new(STATUS, "RAG", &styles.month),
            Cell::new(BEFORE, "before", &styles.month),
        ];
        for (index, slot) in self.scale.slots.iter().enumerate() {
            let style = if self.now == Falls::In(index) { &styles.month_now } else { &styles.month };
            months.push(Cell::new(self.column(Falls::In(index)), slot.label.as_str(), style));
        }
        months.push(Cell::new(self.after, "after", &styles.month));
        rows.extend(self.sheet.rows(months, 20));
        let height_px = height_of(&rows);
        self.sheet.write(rows)?;
        let last = self.sheet.next_row() - 1;
        self.sheet.repeat(0, last, height_px)?;
        self.sheet.worksheet().set_freeze_panes(last + 1, WHEN)?;
        let key = self.sheet.rows(vec![Cell::across(0, self.after, KEY, &styles.quiet)], 22);
        self.sheet.write(key)
    }

    fn column(&self, at: Falls) -> u16 {
        match at {
            Falls::Before => BEFORE,
            Falls::In(index) => FIRST_SLOT + u16::try_from(index).unwrap_or(0),
            Falls::After => self.after,
        }
    }

    /// The cells to the right of the words: empty ones, and over them what is painted.
    fn lane(&self, painted: &[Painted], full: &'a Style, light: &'a Style) -> Vec<Cell<'a>> {
        let styles = self.making.styles;
        let slots = (0..self.scale.slots.len()).map(Falls::In);
        let all = std::iter::once(Falls::Before).chain(slots).chain(std::iter::once(Falls::After));
        all.map(|at| {
            let column = self.column(at);
            match painted.iter().find(|cell| cell.at == at) {
                Some(cell) if cell.look == Look::Faint => Cell::new(column, cell.sign.clone(), &styles.lane_open),
                Some(cell) if cell.look == Look::Light => Cell::new(column, cell.sign.clone(), light),
                Some(cell) => Cell::new(column, cell.sign.clone(), full),
                None if at == self.now => Cell::new(column, "", &styles.lane_now),
                None => Cell::new(column, "", &styles.lane),
            }
        })
        .collect()
    }

    fn meetings(&mut self) -> Result<(), PackError> {
        let (plan, styles) = (self.making.plan, self.making.styles);
        if plan.meetings.is_empty() {
            return Ok(());
        }
        let mut rows = self.group_heading("Board meetings");
        for meeting in &plan.meetings {
            let at = meeting.when.reading().due().map(|day| {
                let at = self.scale.falls(day);
                let day = chrono::Datelike::day(&day);
                let dated = self.scale.is_in_months && matches!(at, Falls::In(_));
                let words = if dated { format!("{} {day}", sign::MEETING) } else { sign::MEETING.to_owned() };
                Painted { at, sign: words, look: Look::Full }
            });
            let mut cells = vec![
                Cell::new(REFERENCE, "", &styles.lane_words),
                Cell::new(WHAT, meeting.name.as_str(), &styles.lane_words),
                Cell::new(WHEN, meeting.when.written(), &styles.lane_words),
                Cell::new(STATUS, "", &styles.lane_words),
            ];
            cells.extend(self.lane(at.as_slice(), &styles.lane_meeting, &styles.lane_meeting));
            rows.extend(self.sheet.rows(cells, 18));
        }
        self.sheet.write_together(rows)
    }

    fn group_heading(&self, heading: &str) -> Vec<super::cell::Row<'a>> {
        let heading = shortened(&one_line(heading), 400);
        self.sheet.rows(vec![Cell::across(0, self.after, heading, &self.making.styles.group)], 20)
    }

    fn groups(&mut self, lanes: &Lanes) -> Result<(), PackError> {
        for group in &lanes.groups {
            self.group(group)?;
        }
        Ok(())
    }

    /// A group whose actions all wait below for a date has no lanes, and so no heading.
    fn group(&mut self, group: &Group) -> Result<(), PackError> {
        let mut together = self.group_heading(&group.heading);
        for lane in group.rows.iter().filter(|lane| !lane.marks.is_empty()) {
            together.extend(self.action_rows(lane));
            self.sheet.write_together(std::mem::take(&mut together))?;
        }
        Ok(())
    }

    /// The rows of one action: its deadline, then its milestones.
    fn action_rows(&self, lane: &Lane) -> Vec<super::cell::Row<'a>> {
        let styles = self.making.styles;
        let mut rows = Vec::new();
        let label = one_line(&lane.label);
        if !lane.marks.iter().any(|mark| mark.of == MarkOf::Deadline) {
            let words = self.making.actions.get(&lane.action).map_or("", |action| action.when.written());
            let mut cells = self.words(&lane.reference, label.clone(), words.to_owned(), &styles.lane_words);
            cells.push(self.status(lane.status));
            cells.extend(self.lane(&[], &styles.lane_point, &styles.lane_again));
            rows.extend(self.sheet.rows(cells, 18));
        }
        // A cell that names several dates gives several marks: they share a row.
        for marks in lane.marks.chunk_by(|one, next| one.of == next.of) {
            let Some(mark) = marks.first() else { continue };
            let is_deadline = mark.of == MarkOf::Deadline;
            let (words, style) = if is_deadline {
                (label.clone(), &styles.lane_words)
            } else {
                (one_line(&mark.words), &styles.lane_step_words)
            };
            let reference = if is_deadline { lane.reference.as_str() } else { "" };
            let mut cells = self.words(reference, words, date_words(marks), style);
            cells.push(if is_deadline { self.status(lane.status) } else { Cell::new(STATUS, "", &styles.lane_words) });
            let (full, light) = match styles.status(lane.status) {
                _ if !is_deadline => (&styles.lane_step, &styles.lane_again),
                Some(status) => (&status.mark, &status.lane_letter),
                None => (&styles.lane_point, &styles.lane_again),
            };
            let painted: Vec<Painted> = marks.iter().flat_map(|mark| painted(mark, self.scale)).collect();
            cells.extend(self.lane(&painted, full, light));
            rows.extend(self.sheet.rows(cells, 18));
        }
        rows
    }

    fn words(&self, reference: &str, words: String, when: String, style: &'a Style) -> Vec<Cell<'a>> {
        let quiet = &self.making.styles.lane_quiet;
        vec![
            Cell::new(REFERENCE, reference.to_owned(), quiet),
            Cell::new(WHAT, words, style),
            Cell::new(WHEN, when, &self.making.styles.lane_words),
        ]
    }

    fn status(&self, status: Option<StatusId>) -> Cell<'a> {
        let styles: &'a Styles = self.making.styles;
        match styles.status(status) {
            Some(status) => Cell::new(STATUS, status.letter_text.as_str(), &status.lane_letter),
            None => Cell::new(STATUS, "", &styles.lane_words),
        }
    }

    fn undated(&mut self, undated: &[Undated]) -> Result<(), PackError> {
        if undated.is_empty() {
            return Ok(());
        }
        let styles = self.making.styles;
        self.sheet.gap(16)?;
        let title = format!("Without a date on the timeline ({})", undated.len());
        let mut together = self.undated_headings(title.clone());
        let middle = self.middle();
        for (index, one) in undated.iter().enumerate() {
            let words = if one.words.trim().is_empty() { "(empty)".to_owned() } else { one_line(&one.words) };
            let cells = vec![
                Cell::new(REFERENCE, one.reference.as_str(), &styles.lane_quiet),
                Cell::new(WHAT, one_line(&one.label), &styles.lane_words),
                Cell::across(WHEN, middle, words, &styles.lane_words),
                Cell::across(middle + 1, self.after, reason(one), &styles.lane_words),
            ];
            let rows = self.sheet.rows(cells, 18);
            if index > 0 && !self.sheet.flow().has_room(height_of(&rows)) {
                self.sheet.new_page();
                together = self.undated_headings(continued(&title));
            }
            together.extend(rows);
            self.sheet.write_together(std::mem::take(&mut together))?;
        }
        Ok(())
    }

    fn undated_headings(&self, title: String) -> Vec<super::cell::Row<'a>> {
        let (styles, middle) = (self.making.styles, self.middle());
        let mut rows = self.sheet.rows(vec![Cell::across(0, self.after, title, &styles.section)], 24);
        let headings = vec![
            Cell::new(REFERENCE, "Ref", &styles.lane_heading),
            Cell::new(WHAT, "Action", &styles.lane_heading),
            Cell::across(WHEN, middle, "What stands there", &styles.lane_heading),
            Cell::across(middle + 1, self.after, "Why it is not drawn", &styles.lane_heading),
        ];
        rows.extend(self.sheet.rows(headings, 20));
        rows
    }

    /// The last column of "What stands there" in the list of what has no date.
    fn middle(&self) -> u16 {
        FIRST_SLOT + (self.after - FIRST_SLOT) / 2
    }
}

/// The words of the dates that share a row, each once.
fn date_words(marks: &[Mark]) -> String {
    let mut all: Vec<String> = Vec::new();
    for mark in marks {
        let words = one_line(&mark.date_words);
        let words = if words.is_empty() { mark.reading.describe() } else { words };
        if !all.contains(&words) {
            all.push(words);
        }
    }
    all.join("; ")
}

fn reason(undated: &Undated) -> String {
    let of = if undated.of == MarkOf::Deadline { "deadline" } else { "milestone" };
    capitalised(&match undated.kind {
        Kind::Blank if of == "deadline" => "no deadline".to_owned(),
        Kind::Blank => format!("{of} without a date"),
        Kind::Placeholder => format!("{of}: still to be filled in"),
        Kind::Event => format!("{of}: depends on an event"),
        Kind::Recurring => format!("{of}: comes round on no fixed days"),
        _ => format!("{of}: not read as a date"),
    })
}
