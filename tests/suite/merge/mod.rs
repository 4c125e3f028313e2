//! Three plans into one: by record and field, whichever side merges, and no word lost.

mod changes;
mod choices;
mod command;
pub(crate) mod edits;
mod examples;
mod large;
pub(crate) mod properties;
mod three;
mod written;
