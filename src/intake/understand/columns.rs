//! The columns of the plan's forms, from the headings of its tables or, without any, from what the cells hold.

use super::layout::Heading;
use super::reading::{Reading, Slot, Target};
use crate::intake::headings::Meaning;
use crate::intake::source::{Cell, Table};
use crate::model::{Column, Shows};

impl Reading {
    /// The columns of the plan's forms that these headings speak of; those it does not have yet are added.
    pub(super) fn use_headings(&mut self, headings: Vec<Heading>) {
        self.has_headings = true;
        self.layout = headings
            .into_iter()
            .map(|heading| {
                let target = match heading.meaning {
                    Some(Meaning::Objective) => Target::Objective,
                    Some(Meaning::Theme) => Target::Theme,
                    // The plan works references out; those of the document are kept as they are.
                    Some(Meaning::Of(Shows::Reference)) | None => Target::Action(self.own_column(&heading.text)),
                    Some(Meaning::Of(shows)) => Target::Action(self.column(shows, &heading.text)),
                };
                Slot { heading, target }
            })
            .collect();
    }

    fn column(&mut self, shows: Shows, heading: &str) -> Shows {
        if !self.columns.iter().any(|column| column.shows == shows) {
            self.columns.push(Column { shows, heading: heading.to_owned() });
        }
        shows
    }

    fn own_column(&mut self, heading: &str) -> Shows {
        let is_it =
            |column: &&Column| matches!(column.shows, Shows::Own(_)) && column.heading.eq_ignore_ascii_case(heading);
        if let Some(column) = self.columns.iter().find(is_it) {
            return column.shows;
        }
        let shows = Shows::Own(self.ids.column());
        self.column(shows, heading)
    }

    /// A table without headings: the column of dates is the deadline, the longest the action, the first of the
    /// others the owner. Without dates it is no table of actions.
    pub(super) fn guess_columns(&mut self, table: &Table) -> bool {
        let width = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
        let texts = |column: usize| {
            table.rows.iter().filter_map(move |row| row.cells.iter().find(|cell| cell.column == column))
        };
        let is_date = |cell: &&Cell| crate::dates::read(&cell.text, &self.plan.period).due().is_some();
        let when = (0..width).max_by_key(|column| texts(*column).filter(is_date).count());
        let Some(when) = when.filter(|column| texts(*column).filter(is_date).count() * 2 > table.rows.len()) else {
            return false;
        };
        let length = |column: &usize| texts(*column).map(|cell| cell.text.len()).sum::<usize>();
        let Some(action) = (0..width).filter(|column| *column != when).max_by_key(length) else { return false };
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
}
