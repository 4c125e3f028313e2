//! What several modules need.

pub(crate) mod plans;
pub(crate) mod seeds;
pub(crate) mod source;
pub(crate) mod words;
