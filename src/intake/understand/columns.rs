//! The columns of the plan's forms, from the headings of its tables or, without any, from what the cells hold.

use super::layout::Heading;
use super::reading::{Reading, Slot, Target};
use crate::intake::corrections::Holds;
use crate::intake::draft::ColumnRead;
use crate::intake::headings::Meaning;
use crate::intake::source::{Cell, Table};
use crate::model::{Column, Shows};

impl Reading {
    /// The columns of the plan's forms that these headings speak of; those it does not have yet are added.
    pub(super) fn use_headings(&mut self, headings: Vec<Heading>) {
        self.has_headings = true;
        self.layout = headings.into_iter().map(|heading| self.slot(heading)).collect();
        self.remember_columns();
    }

    fn slot(&mut self, heading: Heading) -> Slot {
        let told = self.told.columns.get(&self.table_at).and_then(|columns| columns.get(&heading.column)).cloned();
        let target = match (told, heading.meaning) {
            (Some(holds), _) => self.target_as_told(holds, &heading.text),
            (None, Some(Meaning::Objective)) => Target::Objective,
            (None, Some(Meaning::Theme)) => Target::Theme,
            // The plan works references out; those of the document are kept as they are.
            (None, Some(Meaning::Of(Shows::Reference)) | None) => Target::Action(self.own_column(&heading.text)),
            (None, Some(Meaning::Of(shows))) => Target::Action(self.column(shows, &heading.text)),
        };
        Slot { heading, target }
    }

    fn target_as_told(&mut self, holds: Holds, heading: &str) -> Target {
        match holds {
            Holds::Of(Shows::Reference | Shows::Own(_)) => Target::Action(self.own_column(heading)),
            Holds::Of(shows) => Target::Action(self.column(shows, heading)),
            Holds::Objective => Target::Objective,
            Holds::Theme => Target::Theme,
            Holds::Own(heading) => Target::Action(self.own_column(&heading)),
            Holds::LeftOut => Target::LeftOut,
        }
    }

    /// A table begins, with the columns of the one before it until it has headings of its own. What a person said of
    /// its columns holds also where it has none.
    pub(super) fn begin_table(&mut self, table: &Table) {
        self.table_at = table.origin.clone();
        let is_told = self.told.columns.contains_key(&table.origin);
        if !self.layout.is_empty() {
            if is_told {
                let headings = self.layout.drain(..).map(|slot| slot.heading).collect::<Vec<_>>();
                self.layout = headings.into_iter().map(|heading| self.slot(heading)).collect();
            }
            self.remember_columns();
        }
    }

    fn remember_columns(&mut self) {
        let columns = self.layout.iter().map(|slot| ColumnRead {
            column: slot.heading.column,
            width: slot.heading.width,
            heading: slot.heading.text.clone(),
            holds: match slot.target {
                Target::Action(Shows::Own(_)) => Holds::Own(slot.heading.text.clone()),
                Target::Action(shows) => Holds::Of(shows),
                Target::Objective => Holds::Objective,
                Target::Theme => Holds::Theme,
                Target::LeftOut => Holds::LeftOut,
            },
        });
        self.columns_read.insert(self.table_at.clone(), columns.collect());
    }

    fn column(&mut self, shows: Shows, heading: &str) -> Shows {
        if !self.columns.iter().any(|column| column.shows == shows) {
            self.columns.push(Column { shows, heading: heading.to_owned() });
        }
        shows
    }

    pub(super) fn own_column(&mut self, heading: &str) -> Shows {
        let is_it =
            |column: &&Column| matches!(column.shows, Shows::Own(_)) && column.heading.eq_ignore_ascii_case(heading);
        if let Some(column) = self.columns.iter().find(is_it) {
            return column.shows;
        }
        let shows = Shows::Own(self.ids.column());
        self.column(shows, heading)
    }

    /// A table without headings: the column of dates is the deadline, the longest the action, the first of the
    /// others the owner. Without dates it is no table of actions. Asked once for a table.
    pub(super) fn guess_columns(&mut self, table: &Table) -> bool {
        if !std::mem::take(&mut self.may_guess) {
            return false;
        }
        let width = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
        let texts = |column: usize| {
            table.rows.iter().filter_map(move |row| row.cells.iter().find(|cell| cell.column == column))
        };
        let is_date = |cell: &&Cell| crate::dates::read(&cell.text, &self.plan.period).due().is_some();
        let when = (0..width).max_by_key(|column| texts(*column).filter(is_date).count());
        let Some(when) = when.filter(|column| texts(*column).filter(is_date).count() * 2 > table.rows.len()) else {
            return self.use_columns_told_alone(width);
        };
        let length = |column: &usize| texts(*column).map(|cell| cell.text.len()).sum::<usize>();
        let Some(action) = (0..width).filter(|column| *column != when).max_by_key(length) else {
            return self.use_columns_told_alone(width);
        };
        let owner = (0..width).find(|column| *column != when && *column != action);
        let headings = (0..width).map(|column| {
            let shows = match column {
                _ if column == when => Some(Shows::When),
                _ if column == action => Some(Shows::Description),
                _ if Some(column) == owner => Some(Shows::Owners),
                _ => None,
            };
            let text = shows.map_or("Column", Shows::default_heading).to_owned();
            Heading { column, width: 1, text, meaning: shows.map(Meaning::Of) }
        });
        let headings = headings.collect();
        self.use_headings(headings);
        self.doubt(&table.origin, "The table has no headings; its columns were told from what is in them.", 0.4);
        true
    }

    /// The columns that a person told of in a table where nothing else tells what they hold.
    fn use_columns_told_alone(&mut self, width: usize) -> bool {
        let Some(told) = self.told.columns.get(&self.table_at).filter(|told| !told.is_empty()) else { return false };
        let heading = |column: usize| match told.get(&column) {
            Some(Holds::Of(shows)) => shows.default_heading().to_owned(),
            Some(Holds::Own(heading)) => heading.clone(),
            _ => format!("Column {}", column + 1),
        };
        let headings = (0..width).map(|column| Heading { column, width: 1, text: heading(column), meaning: None });
        let headings = headings.collect();
        self.use_headings(headings);
        true
    }
}
