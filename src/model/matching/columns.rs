//! Which column of the plan's forms each column of the document is.
//!
//! It must not know what the cells say but for telling columns by them.

use std::collections::HashMap;

use super::super::action::Action;
use super::super::columns::{Column, Shows};
use super::super::ids::{ActionId, ColumnId, RecordId};
use super::super::owners::same_name;
use super::super::plan::Plan;
use super::fresh::Fresh;
use super::pairs::Pairs;
use super::words::plain;

/// The columns of a document as the plan knows them.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    /// The document's columns of its own, and the plan's they are.
    own: HashMap<ColumnId, ColumnId>,
    /// What the document's columns show, in the plan's ids.
    pub(super) held: Vec<Shows>,
    /// Columns the plan's forms do not have, each with the one it stands after.
    pub(super) new: Vec<(Column, Option<Shows>)>,
    /// Columns under another heading than in the plan.
    pub(super) headings: Vec<Column>,
}

impl Columns {
    /// The plan's own column that a column of the document's own is; `None` where its cells are not taken.
    pub(super) fn own(&self, column: ColumnId) -> Option<ColumnId> {
        self.own.get(&column).copied()
    }

    pub(super) fn is_new(&self, shows: Shows) -> bool {
        self.new.iter().any(|(column, _)| column.shows == shows)
    }

    pub(super) fn of(plan: &Plan, document: &Plan, pairs: &Pairs, fresh: &mut Fresh<'_>) -> Self {
        let mut columns = Self::default();
        let rows = rows(plan, document, pairs);
        let mut before = None;
        for column in &document.columns {
            let shows = match column.shows {
                Shows::Reference => continue,
                Shows::Own(theirs) => {
                    if is_reference(plan, column, theirs, &rows) {
                        continue;
                    }
                    let known = columns.known(plan, column, theirs, &rows);
                    let mine = known.unwrap_or_else(|| fresh.draw(super::super::IdMaker::column, |id| id.number()));
                    columns.own.insert(theirs, mine);
                    Shows::Own(mine)
                }
                standard => standard,
            };
            columns.held.push(shows);
            match plan.columns.iter().find(|known| known.shows == shows) {
                None => columns.new.push((Column { shows, heading: column.heading.clone() }, before)),
                // A document without headings gets those that are usual.
                Some(known)
                    if plain(&known.heading) != plain(&column.heading)
                        && !plain(&column.heading).is_empty()
                        && column.heading != column.shows.default_heading() =>
                {
                    columns.headings.push(Column { shows, heading: column.heading.clone() });
                }
                Some(_) => {}
            }
            before = Some(shows);
        }
        columns
    }

    /// The plan's own column with this heading, or with the same cells.
    fn known(&self, plan: &Plan, column: &Column, theirs: ColumnId, rows: &Rows<'_>) -> Option<ColumnId> {
        let own = || {
            let own = plan.columns.iter().filter_map(|one| match one.shows {
                Shows::Own(id) => Some((id, one)),
                _ => None,
            });
            own.filter(|(id, _)| !self.own.values().any(|taken| taken == id))
        };
        let named = own().find(|(_, one)| same_name(&one.heading, &column.heading)).map(|(id, _)| id);
        named.or_else(|| {
            own().map(|(id, _)| id).find(|id| {
                let cell = |action: &Action, id: ColumnId| action.own.get(&id).map(|text| plain(text));
                let there = rows.iter().filter_map(|(mine, action, _)| Some((cell(mine, *id), cell(action, theirs)?)));
                is_most(there.map(|(mine, theirs)| mine.as_ref() == Some(&theirs)))
            })
        })
    }
}

/// An action of the plan, the same one in the document, and its reference in the plan.
type Rows<'a> = Vec<(&'a Action, &'a Action, String)>;

fn rows<'a>(plan: &'a Plan, document: &'a Plan, pairs: &Pairs) -> Rows<'a> {
    let known: HashMap<ActionId, (&Action, String)> =
        plan.standings().map(|one| (one.action.id, (one.action, one.reference()))).collect();
    let found = document.actions().filter_map(|action| {
        let RecordId::Action(id) = pairs.get(&RecordId::Action(action.id))? else { return None };
        let (mine, reference) = known.get(id)?;
        Some((*mine, action, reference.clone()))
    });
    found.collect()
}

/// Whether a column says what the plan works out itself: the reference of each action.
fn is_reference(plan: &Plan, column: &Column, theirs: ColumnId, rows: &Rows<'_>) -> bool {
    let has_heading =
        plan.columns.iter().any(|one| one.shows == Shows::Reference && same_name(&one.heading, &column.heading));
    let cells = rows.iter().filter_map(|(_, action, reference)| Some((action.own.get(&theirs)?, reference)));
    has_heading || is_most(cells.map(|(cell, reference)| plain(cell) == *reference))
}

/// Whether it holds of more than half, and of some at all.
fn is_most(of: impl Iterator<Item = bool>) -> bool {
    let (mut all, mut holding) = (0, 0);
    for holds in of {
        all += 1;
        holding += usize::from(holds);
    }
    holding * 2 > all
}
