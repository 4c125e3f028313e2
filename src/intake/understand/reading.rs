//! What has been made of a document so far, and the ways to add to it. Every text given to it ends in the plan,
//! among what was not placed, or among what was recognised.

use std::collections::{BTreeMap, HashMap};

use super::layout::Heading;
use crate::dates::Period;
use crate::intake::corrections::ByPlace;
use crate::intake::draft::{Became, ColumnRead, Draft, Piece, Unsure};
use crate::intake::source::Origin;
use crate::model::{Column, Grid, IdMaker, Objective, Plan, Priority, RecordId, Shows};

/// What the lines that come next belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The front matter.
    Front,
    /// A grid that has only its title.
    Grid,
    /// A grid's key priorities.
    Priorities,
    /// An objective's statement.
    Statement,
    /// An objective's actions.
    Actions,
    /// An objective's expected outcomes.
    Outcomes,
}

/// A draft being made.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) ids: IdMaker,
    pub(super) plan: Plan,
    pub(super) columns: Vec<Column>,
    pub(super) place: Place,
    pub(super) front: Vec<String>,
    /// The columns of the table at hand, or of the last one.
    pub(super) layout: Vec<Slot>,
    /// Headings came after the statement at hand.
    pub(super) has_headings: bool,
    /// The ends of headings that the row below may begin with: a column, and the words.
    pub(super) cut_headings: Vec<(usize, String)>,
    /// How deep the document's own heading of the grid at hand was.
    pub(super) grid_rank: Option<u8>,
    /// How deep the document's own headings of objectives are.
    pub(super) objective_rank: Option<u8>,
    /// Nearly all tables of the document have a line right above them.
    pub(super) tables_have_titles: bool,
    pub(super) origins: BTreeMap<RecordId, Origin>,
    /// What a person said of the document.
    pub(super) told: ByPlace,
    /// What the columns of the table at hand hold was not guessed yet.
    pub(super) may_guess: bool,
    /// The table at hand, or the last one.
    pub(super) table_at: Origin,
    pub(super) became: HashMap<Origin, Became>,
    pub(super) columns_read: HashMap<Origin, Vec<ColumnRead>>,
    pub(super) left_out: Vec<Piece>,
    pub(super) unplaced: Vec<Piece>,
    pub(super) unsure: Vec<Unsure>,
    pub(super) recognised: Vec<Piece>,
    pub(super) tables: usize,
}

/// A column of a table and where its cells go.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    pub(super) heading: Heading,
    pub(super) target: Target,
}

/// Where the cells of a column go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// Into the action.
    Action(Shows),
    /// They open an objective.
    Objective,
    /// They open a grid.
    Theme,
    /// Nowhere: a person said so.
    LeftOut,
}

impl Reading {
    pub(super) fn new(period: Period, seed: u64, told: ByPlace) -> Self {
        let mut ids = IdMaker::new(seed);
        let mut plan = Plan::blank(String::new(), period, &mut ids);
        plan.headings.delivery_plan.clear();
        plan.headings.outcomes.clear();
        Self {
            plan,
            ids,
            columns: Vec::new(),
            place: Place::Front,
            front: Vec::new(),
            layout: Vec::new(),
            has_headings: false,
            cut_headings: Vec::new(),
            grid_rank: None,
            objective_rank: None,
            tables_have_titles: false,
            origins: BTreeMap::new(),
            told,
            may_guess: true,
            table_at: Origin::default(),
            became: HashMap::new(),
            columns_read: HashMap::new(),
            left_out: Vec::new(),
            unplaced: Vec::new(),
            unsure: Vec::new(),
            recognised: Vec::new(),
            tables: 0,
        }
    }

    pub(super) fn recognise(&mut self, text: &str, origin: &Origin) {
        push(&mut self.recognised, text, origin);
    }

    pub(super) fn leave_out(&mut self, text: &str, origin: &Origin) {
        push(&mut self.unplaced, text, origin);
    }

    /// Keeps a text out of the plan because a person said so.
    pub(super) fn leave_out_as_told(&mut self, text: &str, origin: &Origin) {
        push(&mut self.left_out, text, origin);
    }

    pub(super) fn doubt(&mut self, origin: &Origin, what: impl Into<String>, confidence: f32) {
        self.unsure.push(Unsure { origin: origin.clone(), what: what.into(), confidence });
    }

    pub(super) fn start_grid(&mut self, reference: &str, title: &str, origin: &Origin) {
        let mut grid = Grid::blank(self.ids.grid());
        reference.clone_into(&mut grid.reference);
        title.clone_into(&mut grid.title);
        self.origins.insert(RecordId::Grid(grid.id), origin.clone());
        self.plan.grids.push(grid);
        self.grid_rank = None;
        self.place = Place::Grid;
    }

    pub(super) fn start_objective(&mut self, reference: &str, statement: &str, origin: &Origin) {
        let mut objective = Objective::blank(self.ids.objective());
        reference.clone_into(&mut objective.reference);
        statement.clone_into(&mut objective.statement);
        self.origins.insert(RecordId::Objective(objective.id), origin.clone());
        self.grid(origin).objectives.push(objective);
        self.has_headings = false;
        self.place = Place::Statement;
    }

    /// The grid at hand. A document without grids gets one without a title.
    pub(super) fn grid(&mut self, origin: &Origin) -> &mut Grid {
        if self.plan.grids.is_empty() {
            self.start_grid("", "", origin);
        }
        let last = self.plan.grids.len() - 1;
        &mut self.plan.grids[last]
    }

    /// The objective at hand. A grid without objectives gets one without a statement.
    pub(super) fn objective(&mut self, origin: &Origin) -> &mut Objective {
        if self.grid(origin).objectives.is_empty() {
            self.start_objective("", "", origin);
        }
        let objectives = &mut self.grid(origin).objectives;
        let last = objectives.len() - 1;
        &mut objectives[last]
    }

    /// Whether the statement at hand can still go on: nothing stands under it yet.
    pub(super) fn statement_is_open(&self) -> bool {
        let objective = self.plan.grids.last().and_then(|grid| grid.objectives.last());
        matches!(self.place, Place::Statement | Place::Actions)
            && objective.is_some_and(|one| one.actions.is_empty() && one.outcomes.is_empty())
    }

    pub(super) fn lengthen_statement(&mut self, text: &str, origin: &Origin) {
        append(&mut self.objective(origin).statement, text, " ");
    }

    pub(super) fn add_priority(&mut self, text: &str, origin: &Origin) {
        let priority = Priority { id: self.ids.priority(), text: text.to_owned() };
        self.origins.insert(RecordId::Priority(priority.id), origin.clone());
        self.grid(origin).priorities.push(priority);
    }

    pub(super) fn into_draft(self) -> Draft {
        Draft {
            plan: self.plan,
            origins: self.origins,
            became: self.became,
            columns: self.columns_read,
            left_out: self.left_out,
            unplaced: self.unplaced,
            unsure: self.unsure,
            recognised: self.recognised,
            remarks: Vec::new(),
            tables: self.tables,
        }
    }
}

fn push(pieces: &mut Vec<Piece>, text: &str, origin: &Origin) {
    let text = text.trim();
    if !text.is_empty() {
        pieces.push(Piece { text: text.to_owned(), origin: origin.clone() });
    }
}

/// Adds to a text, parted by `joint`.
pub(super) fn append(text: &mut String, more: &str, joint: &str) {
    let more = more.trim();
    if !text.is_empty() && !more.is_empty() {
        text.push_str(joint);
    }
    text.push_str(more);
}
