//! The blocks of a document in order, and what its lines open or belong to.

use super::cells::is_point;
use super::front;
use super::lines::{self, Said};
use super::outline;
use super::reading::{Place, Reading, append};
use crate::intake::source::{Block, Line, Table};
use crate::model::{Outcome, RecordId};

/// The most words of a line that is a title.
const MOST_TITLE_WORDS: usize = 12;

impl Reading {
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        self.tables_have_titles = outline::tables_have_titles(blocks);
        for (at, block) in blocks.iter().enumerate() {
            match block {
                Block::Line(line) => {
                    let before = self.standing();
                    let told = self.told.parts.get(&line.origin).copied();
                    match told {
                        Some(is) => {
                            self.line_as_told(line, is);
                            // Who said what it is has no doubts.
                            self.unsure.truncate(before.unsure);
                        }
                        None => self.line(line, &blocks[at + 1..]),
                    }
                    self.note(&line.origin, &before);
                }
                Block::Table(table) => {
                    let above = at.checked_sub(1).and_then(|above| blocks.get(above));
                    if let Some(Block::Table(above)) = above {
                        self.open_without_title(above, table);
                    }
                    self.table(table);
                }
            }
        }
    }

    /// Takes a line for what it says, or else for what it stands above: `rest` is what follows it.
    pub(super) fn line(&mut self, line: &Line, rest: &[Block]) {
        let (text, origin) = (line.text.trim(), &line.origin);
        match lines::read(text) {
            Said::Grid { reference, marks, title } => {
                self.start_grid(reference, title, origin);
                self.grid_rank = line.heading;
                self.recognise(marks, origin);
            }
            Said::Objective { reference, marks, statement } => {
                self.start_objective(reference, statement, origin);
                self.objective_rank = line.heading.or(self.objective_rank);
                self.recognise(marks, origin);
                self.take_glued_table(origin);
            }
            Said::DeliveryPlan if self.place != Place::Front => {
                if self.plan.headings.delivery_plan.is_empty() {
                    text.clone_into(&mut self.plan.headings.delivery_plan);
                }
                self.recognise(text, origin);
                self.place = Place::Actions;
            }
            Said::Outcomes if self.place != Place::Front => {
                if self.plan.headings.outcomes.is_empty() {
                    text.clone_into(&mut self.plan.headings.outcomes);
                }
                self.recognise(text, origin);
                self.place = Place::Outcomes;
            }
            Said::Numbered { number, text } if self.place == Place::Priorities => {
                self.recognise(number, origin);
                self.add_priority(text, origin);
            }
            Said::Text if self.place == Place::Priorities && has_number(line) => self.add_priority(text, origin),
            _ => self.text(line, rest),
        }
    }

    /// A line that says nothing by itself: what it is depends on where it stands.
    fn text(&mut self, line: &Line, rest: &[Block]) {
        let (text, origin) = (line.text.trim(), &line.origin);
        if text.is_empty() {
            return;
        }
        let next = rest.first();
        if opens_priorities(text, next) && matches!(self.place, Place::Grid) {
            text.clone_into(&mut self.grid(origin).priorities_heading);
            self.place = Place::Priorities;
        } else if self.is_theme(line, rest) {
            self.start_grid("", text, origin);
            self.grid_rank = line.heading;
        } else if self.is_objective(line, rest) {
            self.start_objective("", text, origin);
            self.objective_rank = line.heading.or(self.objective_rank);
        } else if self.place == Place::Statement && self.statement_is_open() && !self.has_headings {
            self.statement_goes_on(line);
        } else if self.place == Place::Outcomes && line.heading.is_none() {
            self.add_outcome(line);
        } else if self.place == Place::Front && !(outline::heads_table(rest) && front::ends_before(&self.front, text)) {
            self.front.push(text.to_owned());
        } else if is_title(text)
            && may_be_title(line)
            && (line.heading.is_some() || matches!(next, Some(Block::Table(_))))
        {
            self.start_objective("", text, origin);
            self.doubt(origin, format!("\"{text}\" was taken as an objective."), 0.6);
        } else if let Some(last) = self.last_priority() {
            append(last, text, "\n");
            self.doubt(origin, "A line without a number was added to the priority above it.", 0.6);
        } else {
            self.leave_out(text, origin);
        }
    }

    /// A lone line that heads objectives: a theme, or a heading of the document above a table or objectives.
    fn is_theme(&self, line: &Line, rest: &[Block]) -> bool {
        let text = line.text.trim();
        if self.place == Place::Front && self.front.is_empty() {
            return false;
        }
        if line.heading.is_some() && line.heading == self.grid_rank && self.objective_rank != self.grid_rank {
            return true;
        }
        if !is_title(text) || !may_be_title(line) {
            return false;
        }
        let next_line = match rest.first() {
            Some(Block::Line(next)) => Some(next),
            _ => None,
        };
        let before_objective = next_line.is_some_and(|next| match lines::read(&next.text) {
            Said::Objective { .. } => !lines::goes_on(text),
            Said::Text if outline::heads_table(&rest[1..]) => match line.heading {
                Some(_) if next.heading > line.heading => true,
                _ => self.tables_have_titles && next.heading >= line.heading,
            },
            _ => false,
        });
        match line.heading {
            Some(rank) => {
                let deeper =
                    !lines::goes_on(text) && next_line.and_then(|next| next.heading).is_some_and(|next| next > rank);
                let priorities = next_line.is_some_and(|next| next.text.trim().ends_with(':'));
                let is_below_grid = self.grid_rank.is_some_and(|grid| rank > grid);
                let before_table = matches!(rest.first(), Some(Block::Table(_)));
                !is_below_grid
                    && (before_objective || before_table || (self.place != Place::Front && (deeper || priorities)))
            }
            None => before_objective && !matches!(self.place, Place::Outcomes | Place::Priorities),
        }
    }

    /// A line without a reference that opens an objective all the same: a heading as deep as those of other
    /// objectives, or a line right above a table in a document whose tables have such lines.
    fn is_objective(&self, line: &Line, rest: &[Block]) -> bool {
        let is_below_grid = self.grid_rank.is_some() && line.heading > self.grid_rank;
        if line.heading.is_some() && line.heading == self.objective_rank || is_below_grid && outline::heads_table(rest)
        {
            return true;
        }
        let is_free = match self.place {
            Place::Front => front::ends_before(&self.front, &line.text),
            Place::Statement => !self.statement_is_open() || self.has_headings,
            _ => true,
        };
        is_free && self.tables_have_titles && outline::heads_table(rest) && may_be_title(line)
    }

    /// A table with headings of its own right below another, where all others have a title: it belongs to an
    /// objective that nobody has worded yet. Where it only goes on over the page it belongs to the one above.
    fn open_without_title(&mut self, above: &Table, table: &Table) {
        let last_page = above.rows.last().and_then(|row| row.origin.page);
        let is_on_next_page = last_page.is_some() && table.origin.page > last_page;
        let has_actions = self.plan.grids.last().and_then(|grid| grid.objectives.last());
        let has_actions = has_actions.is_some_and(|objective| !objective.actions.is_empty());
        // Who said what it is, or that its headings are headings and no more, is not asked again.
        let is_told = self.told.skipped.contains(&table.origin)
            || table.rows.first().is_some_and(|row| self.told.parts.contains_key(&row.origin));
        let is_new = self.tables_have_titles && outline::is_headed(table);
        if is_new && has_actions && !is_on_next_page && !is_told {
            self.start_objective("", "", &table.origin);
            self.doubt(&table.origin, "A table without a title above it was taken as an objective without words.", 0.5);
        }
    }

    fn statement_goes_on(&mut self, line: &Line) {
        let (text, origin) = (line.text.trim(), &line.origin);
        let statement = &mut self.objective(origin).statement;
        let was_empty = statement.is_empty();
        append(statement, text, if lines::goes_on(text) { " " } else { "\n" });
        if !was_empty {
            self.doubt(origin, "A line was added to the objective above it.", 0.7);
        }
    }

    pub(super) fn add_outcome(&mut self, line: &Line) {
        let outcome = Outcome { id: self.ids.outcome(), text: line.text.trim().to_owned() };
        self.origins.insert(RecordId::Outcome(outcome.id), line.origin.clone());
        self.objective(&line.origin).outcomes.push(outcome);
    }

    pub(super) fn last_priority(&mut self) -> Option<&mut String> {
        let grid = self.plan.grids.last_mut().filter(|_| self.place == Place::Priorities)?;
        grid.priorities.last_mut().map(|priority| &mut priority.text)
    }
}

/// Whether a line is no point of a list and not the number of a page.
fn may_be_title(line: &Line) -> bool {
    let words = || line.text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_of_page = |word: &str| {
        word.bytes().all(|byte| byte.is_ascii_digit())
            || ["page", "of"].iter().any(|one| one.eq_ignore_ascii_case(word))
    };
    line.label.is_none() && !is_point(&line.text) && !words().all(is_of_page)
}

fn has_number(line: &Line) -> bool {
    line.label.as_ref().is_some_and(|label| label.contains(|letter: char| letter.is_ascii_digit()))
}

/// A line over a numbered list.
fn opens_priorities(text: &str, next: Option<&Block>) -> bool {
    let Some(Block::Line(next)) = next else { return false };
    let is_numbered = has_number(next) || matches!(lines::read(&next.text), Said::Numbered { .. });
    is_numbered && (text.ends_with(':') || text.to_lowercase().contains("priorities"))
}

fn is_title(text: &str) -> bool {
    text.split_whitespace().count() <= MOST_TITLE_WORDS && !text.ends_with(['.', ';', ',']) && !text.contains('\n')
}
