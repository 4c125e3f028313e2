//! What is known of a document while it is read from beginning to end.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use super::numbering::{Counters, Numbering};
use super::pages::Pages;
use super::styles::Styles;
use super::xml::{self, Node};
use crate::intake::{Line, Origin, Remark};

/// Progress is told each time so many paragraphs have been read.
const STRIDE: usize = 256;

/// A document being read.
pub(super) struct Reader<'part> {
    pub(super) styles: Styles,
    pub(super) numbering: Numbering,
    pub(super) counters: Counters,
    pub(super) notes: Notes<'part>,
    pub(super) pages: Pages,
    /// The table, row and cell that is being read.
    pub(super) place: Origin,
    /// How many paragraphs outside tables have been read.
    pub(super) paragraphs: u32,
    pub(super) tables: u32,
    /// How many tables stand around what is being read.
    pub(super) depth: usize,
    /// How many text boxes and notes stand around what is being read.
    pub(super) asides: usize,
    /// Footnotes of the table that is being read; they come after it.
    pub(super) after_table: Vec<Line>,
    pub(super) remarks: Vec<Remark>,
    pub(super) pictures: usize,
    pub(super) progress: Progress<'part>,
    said: HashSet<&'static str>,
}

/// What stands in parts of its own and is called from the text. Each is taken once, however often it is called.
#[derive(Default)]
pub(super) struct Notes<'part> {
    pub(super) footnotes: HashMap<&'part str, Node<'part>>,
    pub(super) endnotes: HashMap<&'part str, Node<'part>>,
    pub(super) comments: HashMap<&'part str, Node<'part>>,
    pub(super) taken: [u32; 2],
}

/// How far the reading has come, and whether it should go on.
pub(super) struct Progress<'call> {
    tell: &'call dyn Fn(f32) -> ControlFlow<()>,
    done: Cell<usize>,
    all: usize,
    stopped: Cell<bool>,
}

impl<'call> Progress<'call> {
    /// Expects `all` paragraphs.
    pub(super) fn new(tell: &'call dyn Fn(f32) -> ControlFlow<()>, all: usize) -> Self {
        Self { tell, done: Cell::new(0), all: all.max(1), stopped: Cell::new(false) }
    }

    /// A paragraph was read.
    pub(super) fn step(&self) {
        let done = self.done.get() + 1;
        self.done.set(done);
        if done.is_multiple_of(STRIDE) {
            // The parts have been unpacked and parsed by now: that was the first fifth.
            #[expect(clippy::cast_precision_loss, reason = "a share need not be exact")]
            let share = done.min(self.all) as f32 / self.all as f32;
            self.stopped.set((self.tell)(0.2 + 0.8 * share).is_break());
        }
    }

    /// The person stopped it. What was read since is not whole.
    pub(super) fn is_stopped(&self) -> bool {
        self.stopped.get()
    }
}

impl<'part> Reader<'part> {
    /// At the beginning of a document.
    pub(super) fn new(document: Node<'part>, progress: Progress<'part>) -> Self {
        Self {
            styles: Styles::default(),
            numbering: Numbering::default(),
            counters: Counters::default(),
            notes: Notes::default(),
            pages: Pages::of(document),
            place: Origin::default(),
            paragraphs: 0,
            tables: 0,
            depth: 0,
            asides: 0,
            after_table: Vec::new(),
            remarks: Vec::new(),
            pictures: 0,
            progress,
            said: HashSet::new(),
        }
    }

    /// The place that is being read.
    pub(super) fn here(&self) -> Origin {
        Origin { page: self.pages.page(), ..self.place.clone() }
    }

    pub(super) fn remark(&mut self, text: String) {
        let origin = self.here();
        self.remarks.push(Remark { text, origin });
    }

    /// Says what holds of the whole document, where it is first seen and no more.
    pub(super) fn remark_once(&mut self, text: &'static str) {
        if self.said.insert(text) {
            self.remark(text.to_owned());
        }
    }
}

/// The notes or comments of a part by their ids. Lines that Word draws above footnotes are none.
pub(super) fn by_id<'part>(part: Node<'part>, wanted: &str) -> HashMap<&'part str, Node<'part>> {
    xml::elements(part)
        .filter(|note| xml::name(*note) == wanted)
        .filter(|note| matches!(xml::attribute(*note, "type"), None | Some("normal")))
        .filter_map(|note| Some((xml::attribute(note, "id")?, note)))
        .collect()
}
