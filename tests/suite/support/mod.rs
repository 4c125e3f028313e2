//! What several modules need.

pub(crate) mod figures;
pub(crate) mod files;
pub(crate) mod page;
pub(crate) mod plans;
pub(crate) mod renderer;
pub(crate) mod seeds;
pub(crate) mod source;
pub(crate) mod texts;
pub(crate) mod window;
pub(crate) mod words;
