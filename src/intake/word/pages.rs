//! The page that is being read, as far as the document says where its pages break.

use super::xml::{self, Node};

/// Counts pages. Word marks where pages broke when it last showed them, also after a break somebody put there:
/// those two are one break.
#[derive(Clone, Debug, Default)]
pub(super) struct Pages {
    is_known: bool,
    turned: u32,
    /// A break was counted and no word was read since.
    is_fresh: bool,
}

impl Pages {
    /// The first page of a document; no page at all where it marks no break.
    pub(super) fn of(document: Node<'_>) -> Self {
        let is_known = document.descendants().any(|node| match xml::name(node) {
            "lastRenderedPageBreak" => true,
            "br" => is_page_break(node),
            "pPr" => xml::is_on(node, &["pageBreakBefore"]) || ends_page(node),
            _ => false,
        });
        Self { is_known, ..Self::default() }
    }

    /// The page, counted from 1.
    pub(super) fn page(&self) -> Option<u32> {
        self.is_known.then_some(self.turned.saturating_add(1))
    }

    /// A break that somebody put there.
    pub(super) fn turn(&mut self) {
        self.turned = self.turned.saturating_add(1);
        self.is_fresh = true;
    }

    /// A break that Word remembers.
    pub(super) fn turned(&mut self) {
        if !self.is_fresh {
            self.turned = self.turned.saturating_add(1);
        }
        self.is_fresh = false;
    }

    /// Words were read on this page.
    pub(super) fn read_words(&mut self) {
        self.is_fresh = false;
    }

    /// The next cell of a row begins where the row began. If the row was moved whole to a new page, its cells may
    /// each mark that break again.
    pub(super) fn begin_cell(&mut self, row: &Self, was_moved: bool) {
        self.turned = row.turned.saturating_add(u32::from(was_moved));
        self.is_fresh = was_moved;
    }

    /// A row ends where the longest of its cells ends.
    pub(super) fn end_row(&mut self, longest: &Self) {
        self.turned = self.turned.max(longest.turned);
        self.is_fresh = false;
    }

    /// Whether this is a later page than another.
    pub(super) fn is_after(&self, other: &Self) -> bool {
        self.turned > other.turned
    }
}

/// Whether a break in a line is the end of a page.
pub(super) fn is_page_break(node: Node<'_>) -> bool {
    xml::attribute(node, "type") == Some("page")
}

/// Whether the properties of a paragraph end a section and with it the page.
pub(super) fn ends_page(properties: Node<'_>) -> bool {
    xml::child(properties, "sectPr").is_some_and(|section| xml::value(section, &["type"]) != Some("continuous"))
}
