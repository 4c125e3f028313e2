//! One grid as its own form: title, key priorities, and for each objective its statement, its delivery plan
//! and its expected outcomes.
//!
//! Every page begins with the grid's title, which the printer repeats. Where an objective runs over a page,
//! the next one says so and shows the column headings again; those rows are written, not repeated by the
//! printer, because a sheet has many tables and the printer can repeat only one heading.

use rust_xlsxwriter::Worksheet;

use super::cell::{Cell, Row, height_of};
use super::form_columns::{FormColumn, continued, widths, words};
use super::sheet::Sheet;
use super::styles::Styles;
use super::text::one_line;
use super::{Making, PackError};
use crate::model::{Action, Grid, Objective, Shows, Standing};

/// A list of outcomes up to this height is not parted.
const SHORT_LIST_PX: u32 = 130;

/// The grid's reference and title, or its number where it has neither.
#[must_use]
pub(super) fn heading(grid: &Grid, index: usize) -> String {
    let title = one_line(&grid.full_title());
    if title.is_empty() { format!("Grid {}", index + 1) } else { title }
}

/// Writes the sheet of one grid and says how many pages it takes.
pub(super) fn write(
    worksheet: &mut Worksheet,
    making: &Making<'_>,
    columns: &[FormColumn],
    grid: &Grid,
    grid_index: usize,
) -> Result<usize, PackError> {
    let page_px = making.paper.width_px();
    let widths = widths(columns, page_px, making.styles);
    let sheet = Sheet::new(worksheet, making.ruler, making.bold, widths, making.paper.height_px())?;
    let mut form = Form { sheet, making, columns };
    making.furniture.set_up(form.sheet.worksheet());
    let title = heading(grid, grid_index);
    let last = form.sheet.last_column();
    let rows = form.sheet.rows(vec![Cell::across(0, last, title.as_str(), &making.styles.title)], 34);
    let title_px = height_of(&rows);
    form.sheet.write(rows)?;
    form.sheet.repeat(0, form.sheet.next_row() - 1, title_px)?;

    form.priorities(grid)?;
    for (objective_index, objective) in grid.objectives.iter().enumerate() {
        form.objective(grid, grid_index, objective, objective_index)?;
    }
    if grid.objectives.is_empty() {
        let rows =
            form.sheet.rows(vec![Cell::across(0, last, "This grid has no objectives yet.", &making.styles.quiet)], 20);
        form.sheet.write_together(rows)?;
    }
    form.sheet.finish()
}

struct Form<'a> {
    sheet: Sheet<'a>,
    making: &'a Making<'a>,
    columns: &'a [FormColumn],
}

impl Form<'_> {
    fn priorities(&mut self, grid: &Grid) -> Result<(), PackError> {
        if grid.priorities.is_empty() {
            return Ok(());
        }
        let (styles, last) = (self.making.styles, self.sheet.last_column());
        let own = grid.priorities_heading.trim();
        let heading = if own.is_empty() { self.making.plan.headings.priorities.as_str() } else { own };
        let mut together = self.sheet.rows(vec![Cell::across(0, last, heading, &styles.body_bold)], 20);
        for (index, priority) in grid.priorities.iter().enumerate() {
            let number = format!("{}.", index + 1);
            let rows = if last == 0 {
                self.sheet.rows(vec![Cell::new(0, format!("{number} {}", priority.text), &styles.body)], 18)
            } else {
                let number = Cell::new(0, number, &styles.number);
                self.sheet.rows(vec![number, Cell::across(1, last, priority.text.as_str(), &styles.body)], 18)
            };
            together.extend(rows);
            // The heading keeps the first line with it; the others may go their own ways.
            self.sheet.write_together(std::mem::take(&mut together))?;
        }
        self.sheet.gap(6)
    }

    fn objective(
        &mut self,
        grid: &Grid,
        grid_index: usize,
        objective: &Objective,
        objective_index: usize,
    ) -> Result<(), PackError> {
        let (making, styles, last) = (self.making, self.making.styles, self.sheet.last_column());
        self.sheet.gap(14)?;
        let lead = objective.reference.trim();
        let statement = super::cell::Content::Led(lead, objective.statement.trim());
        let mut together = self.sheet.rows(vec![Cell::across(0, last, statement, &styles.statement)], 20);
        let delivery_plan = making.plan.headings.delivery_plan.trim();
        if !delivery_plan.is_empty() && !objective.actions.is_empty() {
            together.extend(self.sheet.rows(vec![Cell::across(0, last, delivery_plan, &styles.label)], 20));
        }
        if objective.actions.is_empty() {
            let none = Cell::across(0, last, "No actions yet.", &styles.quiet);
            together.extend(self.sheet.rows(vec![none], 20));
            self.sheet.write_together(together)?;
            return self.outcomes(objective);
        }
        together.extend(self.sheet.rows(heading_cells(self.columns, styles), 24));
        for (action_index, action) in objective.actions.iter().enumerate() {
            let standing = Standing { grid, grid_index, objective, objective_index, action, action_index };
            let reference = standing.reference();
            let rows = self.sheet.rows(action_cells(self.columns, styles, action, &reference), 22);
            if action_index == 0 {
                self.first_action(std::mem::take(&mut together), rows, objective)?;
            } else {
                self.action(rows, objective)?;
            }
        }
        self.outcomes(objective)
    }

    /// The first action stands with its objective's statement and headings, wherever a page can hold them.
    fn first_action(
        &mut self,
        opening: Vec<Row<'_>>,
        rows: Vec<Row<'_>>,
        objective: &Objective,
    ) -> Result<(), PackError> {
        let first_px = rows.first().map_or(0, Row::height_px);
        if !self.sheet.flow().has_room(height_of(&opening) + first_px) && !self.sheet.flow().is_fresh() {
            self.sheet.new_page();
        }
        self.sheet.write_together(opening)?;
        self.action(rows, objective)
    }

    /// An action's rows: one, or several where its text is too high for one.
    fn action(&mut self, rows: Vec<Row<'_>>, objective: &Objective) -> Result<(), PackError> {
        for row in rows {
            if !self.sheet.flow().has_room(row.height_px()) {
                self.carry_on(objective, true)?;
            }
            self.sheet.write(vec![row])?;
        }
        Ok(())
    }

    /// Starts a page in the middle of an objective.
    fn carry_on(&mut self, objective: &Objective, with_columns: bool) -> Result<(), PackError> {
        self.sheet.new_page();
        let (styles, last) = (self.making.styles, self.sheet.last_column());
        let heading = continued(&objective.reference);
        let mut rows = self.sheet.rows(vec![Cell::across(0, last, heading, &styles.body_bold)], 22);
        if with_columns {
            let headings = heading_cells(self.columns, styles);
            rows.extend(self.sheet.rows(headings, 24));
        }
        self.sheet.write(rows)
    }

    fn outcomes(&mut self, objective: &Objective) -> Result<(), PackError> {
        let (styles, last) = (self.making.styles, self.sheet.last_column());
        let heading = self.making.plan.headings.outcomes.as_str();
        let mut blocks: Vec<Vec<Row<'_>>> = Vec::new();
        for (index, outcome) in objective.outcomes.iter().enumerate() {
            let mut rows = Vec::new();
            if index == 0 {
                rows = self.sheet.rows(vec![Cell::across(0, last, heading, &styles.label)], 22);
            }
            let line = format!("•  {}", outcome.text.trim());
            rows.extend(self.sheet.rows(vec![Cell::across(0, last, line, &styles.outcome)], 18));
            blocks.push(rows);
        }
        // A short list stays whole; of a long one, the heading keeps the first line with it.
        let whole_px: u32 = blocks.iter().map(|rows| height_of(rows)).sum();
        if whole_px <= SHORT_LIST_PX && !self.sheet.flow().has_room(whole_px) {
            self.carry_on(objective, false)?;
        }
        for rows in blocks {
            if !self.sheet.flow().has_room(height_of(&rows)) {
                self.carry_on(objective, false)?;
            }
            self.sheet.write_together(rows)?;
        }
        Ok(())
    }
}

fn heading_cells<'a>(columns: &'a [FormColumn], styles: &'a Styles) -> Vec<Cell<'a>> {
    let cell = |(column, form): (u16, &'a FormColumn)| Cell::new(column, form.heading.as_str(), &styles.heading);
    (0_u16..).zip(columns).map(cell).collect()
}

fn action_cells<'a>(
    columns: &[FormColumn],
    styles: &'a Styles,
    action: &'a Action,
    reference: &'a str,
) -> Vec<Cell<'a>> {
    (0_u16..)
        .zip(columns)
        .map(|(column, form)| match form.shows {
            Shows::Status => match styles.status(action.status) {
                Some(status) => Cell::new(column, status.chip_text.as_str(), &status.chip),
                None => Cell::new(column, "", &styles.cell),
            },
            Shows::Reference => Cell::new(column, reference, &styles.cell_quiet),
            shows => Cell::new(column, words(action, reference, shows), &styles.cell),
        })
        .collect()
}
