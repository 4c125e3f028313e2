//! The blocks of a document in order, and what its lines open or belong to.

use super::lines::{self, Said};
use super::reading::{Place, Reading, append};
use crate::intake::source::{Block, Line};
use crate::model::{Outcome, RecordId};

/// The most words of a line that is a title.
const MOST_TITLE_WORDS: usize = 12;

impl Reading {
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
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
                        None => self.line(line, blocks.get(at + 1)),
                    }
                    self.note(&line.origin, &before);
                }
                Block::Table(table) => self.table(table),
            }
        }
    }

    pub(super) fn line(&mut self, line: &Line, next: Option<&Block>) {
        let (text, origin) = (line.text.trim(), &line.origin);
        match lines::read(text) {
            Said::Grid { reference, marks, title } => {
                self.start_grid(reference, title, origin);
                self.grid_rank = line.heading;
                self.recognise(marks, origin);
            }
            Said::Objective { reference, marks, statement } => {
                self.start_objective(reference, statement, origin);
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
            _ => self.text(line, next),
        }
    }

    /// A line that says nothing by itself: what it is depends on where it stands.
    fn text(&mut self, line: &Line, next: Option<&Block>) {
        let (text, origin) = (line.text.trim(), &line.origin);
        if text.is_empty() {
            return;
        }
        if opens_priorities(text, next) && matches!(self.place, Place::Grid) {
            text.clone_into(&mut self.grid(origin).priorities_heading);
            self.place = Place::Priorities;
        } else if self.is_theme(line, next) {
            self.start_grid("", text, origin);
            self.grid_rank = line.heading;
        } else if self.place == Place::Statement && self.statement_is_open() {
            self.statement_goes_on(line);
        } else if self.place == Place::Outcomes && line.heading.is_none() {
            self.add_outcome(line);
        } else if self.place == Place::Front {
            self.front.push(text.to_owned());
        } else if is_title(text) && (line.heading.is_some() || matches!(next, Some(Block::Table(_)))) {
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
    fn is_theme(&self, line: &Line, next: Option<&Block>) -> bool {
        let text = line.text.trim();
        if !is_title(text) || lines::goes_on(text) || (self.place == Place::Front && self.front.is_empty()) {
            return false;
        }
        let next_line = match next {
            Some(Block::Line(next)) => Some(next),
            _ => None,
        };
        let before_objective = next_line.is_some_and(|next| matches!(lines::read(&next.text), Said::Objective { .. }));
        match line.heading {
            Some(rank) => {
                let deeper = next_line.and_then(|next| next.heading).is_some_and(|next| next > rank);
                let priorities = matches!(next, Some(Block::Line(next)) if next.text.trim().ends_with(':'));
                let is_below_grid = self.grid_rank.is_some_and(|grid| rank > grid);
                let before_table = matches!(next, Some(Block::Table(_)));
                !is_below_grid
                    && (before_objective || before_table || (self.place != Place::Front && (deeper || priorities)))
            }
            None => before_objective && !matches!(self.place, Place::Outcomes | Place::Priorities),
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
