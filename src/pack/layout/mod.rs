//! Where text goes on paper: how wide it is, how it wraps, how high a row must be, where a page ends.
//!
//! Lengths are in pixels at 96 to the inch, as Excel counts column widths and row heights; a pixel is
//! 0.75 point. Knows fonts and paper; must not know plans or workbooks.

pub(crate) mod metrics;
pub(crate) mod pages;
pub(crate) mod widths;
pub(crate) mod wrap;

pub(crate) use metrics::{Face, Ruler, Type};
pub(crate) use pages::PageFlow;
pub(crate) use wrap::Room;
