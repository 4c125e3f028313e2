//! Cells and rows before they are written.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::styles::Style;

/// What a cell holds.
#[derive(Clone, Debug)]
pub(super) enum Content<'a> {
    /// Words. They are never read as a formula.
    Words(Cow<'a, str>),
    /// A bold beginning and plain words after it.
    Led(&'a str, &'a str),
    /// A day, as a real date.
    Day(NaiveDate),
    /// A number.
    Number(f64),
}

impl<'a> From<&'a str> for Content<'a> {
    fn from(words: &'a str) -> Self {
        Self::Words(Cow::Borrowed(words))
    }
}

impl From<String> for Content<'_> {
    fn from(words: String) -> Self {
        Self::Words(Cow::Owned(words))
    }
}

impl<'a> From<Cow<'a, str>> for Content<'a> {
    fn from(words: Cow<'a, str>) -> Self {
        Self::Words(words)
    }
}

/// A cell, or several side by side joined to one.
#[derive(Clone, Debug)]
pub(super) struct Cell<'a> {
    pub(super) first: u16,
    pub(super) last: u16,
    pub(super) content: Content<'a>,
    pub(super) style: &'a Style,
}

impl<'a> Cell<'a> {
    /// A cell in one column.
    pub(super) fn new(column: u16, content: impl Into<Content<'a>>, style: &'a Style) -> Self {
        Self::across(column, column, content, style)
    }

    /// A cell across columns, both included.
    pub(super) fn across(first: u16, last: u16, content: impl Into<Content<'a>>, style: &'a Style) -> Self {
        Self { first, last, content: content.into(), style }
    }
}

/// A row ready to be written.
#[derive(Clone, Debug)]
pub(super) struct Row<'a> {
    pub(super) cells: Vec<Cell<'a>>,
    pub(super) height_px: u32,
}

impl Row<'_> {
    /// How high it is.
    #[must_use]
    pub(super) fn height_px(&self) -> u32 {
        self.height_px
    }
}

/// The height of these rows together.
#[must_use]
pub(super) fn height_of(rows: &[Row<'_>]) -> u32 {
    rows.iter().map(Row::height_px).sum()
}
