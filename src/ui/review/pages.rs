//! A document and the plan made of it as two lists, and which piece of the one belongs to which of the other.
//!
//! Worked out once for each draft, away from the window. It must not know how the lists are shown.

use std::collections::HashMap;

use crate::intake::{Became, Block, Draft, Origin, Source, Table};
use crate::model::{ObjectiveId, RecordId};

/// A piece of the document, as one row of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// A paragraph outside tables.
    Line {
        /// The block.
        block: usize,
    },
    /// What stands above a table: its place and what its columns hold.
    Head {
        /// The block.
        block: usize,
    },
    /// A row of a table.
    Row {
        /// The block.
        block: usize,
        /// The row.
        row: usize,
    },
}

/// A part of the plan, as one row of a list. The numbers are positions in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Title, period, columns.
    Front,
    Grid(usize),
    Priority(usize, usize),
    Objective(usize, usize),
    Action(usize, usize, usize),
    Outcome(usize, usize, usize),
}

/// Something to look at.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Look {
    pub(super) origin: Origin,
    /// The piece of the document, where it can be told.
    pub(super) piece: Option<usize>,
    /// What was made of it, as a sentence.
    pub(super) what: String,
    /// The words, where they are in no part of the plan.
    pub(super) words: String,
    /// Whether a person can say that it is right: nothing of it is missing from the plan.
    pub(super) may_be_right: bool,
}

/// The two lists, and how they belong together.
#[derive(Debug, Default)]
pub struct Pages {
    pub(super) pieces: Vec<Piece>,
    pub(super) parts: Vec<Part>,
    /// The part that each piece went into.
    part_of: Vec<Option<usize>>,
    /// The first piece that each part came from.
    piece_of: Vec<Option<usize>>,
    /// The piece of each place of the document, the cells' too.
    places: HashMap<Origin, usize>,
    /// The shares of the columns of each table in its width, by its block.
    pub(super) shares: HashMap<usize, Vec<f32>>,
    /// What to look at, the most doubtful first.
    pub(super) looks: Vec<Look>,
    /// How many things there are to look at in each piece.
    pub(super) looks_in: HashMap<usize, usize>,
}

impl Pages {
    /// Works them out. `source` is the document with its divided rows in two.
    #[must_use]
    pub fn new(source: &Source, draft: &Draft) -> Self {
        let mut pages = Self::default();
        for (block, what) in source.blocks.iter().enumerate() {
            match what {
                Block::Line(line) => pages.add(Piece::Line { block }, [&line.origin]),
                Block::Table(table) => {
                    pages.add(Piece::Head { block }, [&table.origin]);
                    for (row, what) in table.rows.iter().enumerate() {
                        let cells = what.cells.iter().map(|cell| &cell.origin);
                        pages.add(Piece::Row { block, row }, cells.chain([&what.origin]));
                    }
                    pages.shares.insert(block, shares(table));
                }
            }
        }
        let part_of_record = pages.add_parts(draft);
        pages.join(source, draft, &part_of_record);
        pages.add_looks(draft);
        pages
    }

    fn add<'place>(&mut self, piece: Piece, places: impl IntoIterator<Item = &'place Origin>) {
        let at = self.pieces.len();
        for place in places {
            // Of two rows at one place (a table within a cell) the first is the one it is known by.
            self.places.entry(place.clone()).or_insert(at);
        }
        self.pieces.push(piece);
    }

    /// Lists the parts of the plan, and says where each record is among them.
    fn add_parts(&mut self, draft: &Draft) -> HashMap<RecordId, usize> {
        let mut records = HashMap::new();
        self.parts.push(Part::Front);
        let parts = &mut self.parts;
        let mut add = |record, part| {
            records.insert(record, parts.len());
            parts.push(part);
        };
        for (g, grid) in draft.plan.grids.iter().enumerate() {
            add(RecordId::Grid(grid.id), Part::Grid(g));
            for (at, priority) in grid.priorities.iter().enumerate() {
                add(RecordId::Priority(priority.id), Part::Priority(g, at));
            }
            for (o, objective) in grid.objectives.iter().enumerate() {
                add(RecordId::Objective(objective.id), Part::Objective(g, o));
                for (at, action) in objective.actions.iter().enumerate() {
                    add(RecordId::Action(action.id), Part::Action(g, o, at));
                }
                for (at, outcome) in objective.outcomes.iter().enumerate() {
                    add(RecordId::Outcome(outcome.id), Part::Outcome(g, o, at));
                }
            }
        }
        records
    }

    fn join(&mut self, source: &Source, draft: &Draft, part_of_record: &HashMap<RecordId, usize>) {
        let part_of = |piece: &Piece| match draft.became.get(piece.place(source)?)? {
            Became::Record(record) | Became::MoreOf(record) => part_of_record.get(record).copied(),
            Became::FrontMatter => Some(0),
            Became::Marks | Became::NotPlaced | Became::LeftOut => None,
        };
        self.part_of = self.pieces.iter().map(part_of).collect();
        self.piece_of = vec![None; self.parts.len()];
        for (record, place) in &draft.origins {
            if let (Some(part), Some(piece)) = (part_of_record.get(record), self.places.get(place)) {
                self.piece_of[*part] = Some(*piece);
            }
        }
        self.piece_of[0] = self.part_of.iter().position(|part| *part == Some(0));
    }

    fn add_looks(&mut self, draft: &Draft) {
        let mut looks = Vec::new();
        for piece in &draft.unplaced {
            let what =
                "These words found no place in the plan. Say what they are, or leave them: they are kept in the \
                        plan’s notes."
                    .to_owned();
            looks.push((-1.0, self.look(&piece.origin, what, piece.text.clone(), false)));
        }
        for unsure in &draft.unsure {
            let look = self.look(&unsure.origin, unsure.what.clone(), String::new(), true);
            looks.push((unsure.confidence, look));
        }
        looks
            .sort_by(|(one, first), (other, second)| one.total_cmp(other).then_with(|| first.piece.cmp(&second.piece)));
        self.looks = looks.into_iter().map(|(_, look)| look).collect();
        for piece in self.looks.iter().filter_map(|look| look.piece) {
            *self.looks_in.entry(piece).or_default() += 1;
        }
    }

    fn look(&self, origin: &Origin, what: String, words: String, may_be_right: bool) -> Look {
        Look { origin: origin.clone(), piece: self.piece_at(origin), what, words, may_be_right }
    }

    /// The piece of a place in the document.
    pub(super) fn piece_at(&self, place: &Origin) -> Option<usize> {
        self.places.get(place).copied()
    }

    /// The part of the plan that a piece went into.
    pub(super) fn part_of(&self, piece: usize) -> Option<usize> {
        self.part_of.get(piece).copied().flatten()
    }

    /// The piece of the document that a part of the plan came from.
    pub(super) fn piece_of(&self, part: usize) -> Option<usize> {
        self.piece_of.get(part).copied().flatten()
    }
}

impl Piece {
    /// Where it stands in the document.
    pub(super) fn place(self, source: &Source) -> Option<&Origin> {
        match (self, source.blocks.get(self.block())?) {
            (Self::Line { .. }, Block::Line(line)) => Some(&line.origin),
            (Self::Head { .. }, Block::Table(table)) => Some(&table.origin),
            (Self::Row { row, .. }, Block::Table(table)) => table.rows.get(row).map(|row| &row.origin),
            _ => None,
        }
    }

    fn block(self) -> usize {
        match self {
            Self::Line { block } | Self::Head { block } | Self::Row { block, .. } => block,
        }
    }
}

/// How the columns of a table share its width: by the letters in them, long ones less than their share so that short
/// ones stay readable, and hardly less than their longest word wants.
fn shares(table: &Table) -> Vec<f32> {
    let cells = || table.rows.iter().flat_map(|row| &row.cells);
    let count = cells().map(|cell| cell.column + cell.columns.max(1)).max().unwrap_or(1);
    let mut letters = vec![(0_usize, 0_usize, 0_usize); count];
    for cell in cells().filter(|cell| cell.columns <= 1 && !cell.text.trim().is_empty()) {
        let (sum, number, longest) = &mut letters[cell.column];
        *sum += cell.text.len();
        *number += 1;
        *longest = cell.text.split_whitespace().map(str::len).max().unwrap_or_default().max(*longest);
    }
    #[expect(clippy::cast_precision_loss, reason = "letters of a cell")]
    let weight = |(sum, number, longest): &(usize, usize, usize)| match sum.checked_div(*number) {
        None => 0.6,
        Some(mean) => (mean as f32).clamp(9.0, 160.0).sqrt().max(*longest.min(&14) as f32 * 0.55 + 1.0).max(5.0),
    };
    let weights: Vec<f32> = letters.iter().map(weight).collect();
    let whole: f32 = weights.iter().sum();
    weights.into_iter().map(|weight| weight / whole).collect()
}

/// An objective to choose from: its place in the document and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) id: ObjectiveId,
    pub(super) place: Origin,
    pub(super) words: String,
}

/// The objectives of a draft that came from somewhere, in its order.
pub(super) fn objectives(draft: &Draft) -> Vec<Choice> {
    let objectives = draft.plan.grids.iter().flat_map(|grid| &grid.objectives);
    let choice = |objective: &crate::model::Objective| {
        let place = draft.origins.get(&RecordId::Objective(objective.id))?.clone();
        let words = match (objective.reference.trim(), objective.statement.trim()) {
            ("", "") => "(an objective without words)".to_owned(),
            ("", statement) => statement.to_owned(),
            (reference, statement) => format!("{reference}  {statement}"),
        };
        Some(Choice { id: objective.id, place, words })
    };
    objectives.filter_map(choice).collect()
}
